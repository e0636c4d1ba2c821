"""What the guards look at: the files of the repository, read once.

Every guard is a function from files to sentences about what is wrong, so that its control can give it files with a
planted fault. A fault that nobody planted is no proof.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

PROJECT = Path(__file__).resolve().parents[2]
NIET_VAN_ONS = frozenset(
    {".git", ".venv", ".data", ".cache", "node_modules", "build", "__pycache__", ".hypothesis"}
)

Bestanden = Mapping[str, str]
"""Path from the root of the repository -> text."""


@cache
def bestanden() -> Bestanden:
    """Every text file that is, or is about to be, in the repository."""
    teksten: dict[str, str] = {}
    for pad in _paden():
        try:
            teksten[pad] = (PROJECT / pad).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
    return teksten


def _paden() -> Iterator[str]:
    """What git follows or would; where there is no git, what lies here and is not made by a tool."""
    opdracht = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        klaar = subprocess.run(opdracht, cwd=PROJECT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        for pad in sorted(PROJECT.rglob("*")):
            deel = pad.relative_to(PROJECT)
            if pad.is_file() and not NIET_VAN_ONS & set(deel.parts):
                yield deel.as_posix()
        return
    yield from sorted(set(filter(None, klaar.stdout.split("\0"))))


def met(einde: str, map_: str = "") -> dict[str, str]:
    """The files below a folder whose name ends so."""
    return {
        pad: tekst
        for pad, tekst in bestanden().items()
        if pad.endswith(einde) and pad.startswith(map_)
    }


@cache
def boom(tekst: str) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(tekst)


def kamer(pad: str) -> str:
    """The room a file under src belongs to: `src/eenplan/werk/api.py` gives `werk`."""
    delen = PurePosixPath(pad).parts
    return delen[2] if delen[:2] == ("src", "eenplan") and len(delen) > 3 else ""


def kamers_met_tabellen() -> list[str]:
    """The rooms that have tables of their own, platform (which has no domain word) excepted."""
    return sorted(
        kamer(pad)
        for pad, tekst in met("/models.py", "src/").items()
        if kamer(pad) != "platform" and "models.Model)" in tekst
    )


def woorden(naam: str) -> list[str]:
    """The words an identifier is made of: `AanvraagReden` and `aanvraag_reden` give the same two."""
    kaal = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", naam).lower()
    return [woord for woord in kaal.split("_") if woord and not woord.isdigit()]


def geen(fouten: Collection[str]) -> None:
    """Pass when nothing was found; otherwise tell every fault on a line of its own."""
    assert not fouten, "\n" + "\n".join(fouten)
