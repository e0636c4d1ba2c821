"""What does not belong in the repository: half work, places on one machine, a municipality in code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

import pytest

from eenplan.beleid import api as beleid
from tests.bewaking.hulp import Bestanden, bestanden, boom, geen

pytestmark = pytest.mark.bewaking

# Spelled with a class of one letter, so that this file does not find itself.
HALF_WERK = re.compile(r"\b(TOD[O]|FIXM[E]|XX[X]|HAC[K]|NotImplemente[d](Error)?)\b")
PLEK = re.compile(r"(?<![\w.~-])/(root|home|Users|work|workspace|mnt|media)/\w|[A-Z]:\\\\?Users\\")
# Where packages come from is a matter of the machine that installs, never of the repository.
PAKKETADRES = re.compile(
    r"--(extra-)?index-url[ =]|^\s*index-url\s*=|--find-links[ =]|^registry\s*=|\"resolved\"\s*:\s*\"https?:"
    r"|https?://[\w.-]*(pypi|pythonhosted|npmjs|artifactory|nexus)[\w.-]*/",
    re.MULTILINE,
)
MACHINETAAL = (".py", ".html", ".sql", ".typ", ".js", ".css")


def half_werk(teksten: Bestanden) -> list[str]:
    """Marks of work that somebody meant to finish."""
    return list(_treffers(HALF_WERK, teksten, MACHINETAAL))


def machineplekken(teksten: Bestanden) -> list[str]:
    """Paths that exist on one machine, and addresses packages are fetched from."""
    return [*_treffers(PLEK, teksten), *_treffers(PAKKETADRES, teksten)]


def _treffers(
    patroon: re.Pattern[str], teksten: Bestanden, einden: tuple[str, ...] = ("",)
) -> Iterator[str]:
    for pad, tekst in teksten.items():
        if pad.endswith(einden):
            for treffer in patroon.finditer(tekst):
                regel = tekst.count("\n", 0, treffer.start()) + 1
                yield f"{pad}:{regel}: {treffer.group().strip()}"


def gemeenten_in_code(teksten: Bestanden, namen: Iterable[str]) -> list[str]:
    """Where code under src knows a municipality by name or key. The invented people of the demo live somewhere."""
    # `utrecht-button` is a component of NL Design System, hence no hyphen on either side.
    namenlijst = "|".join(re.escape(naam) for naam in namen)
    patroon = re.compile(rf"(?<![\w-])({namenlijst})(?![\w-])", re.IGNORECASE)
    code = {
        pad: "\n".join(_woorden_in_code(tekst)) if pad.endswith(".py") else tekst
        for pad, tekst in teksten.items()
        if pad.startswith("src/") and not pad.startswith("src/eenplan/demo/")
    }
    return [
        f"{pad}: {treffer.group()}"
        for pad, tekst in code.items()
        if PurePosixPath(pad).suffix in MACHINETAAL
        for treffer in patroon.finditer(tekst)
    ]


def _woorden_in_code(tekst: str) -> Iterator[str]:
    """Names and texts that run. A docstring may give an example."""
    uitleg = {
        knoop.value
        for knoop in ast.walk(boom(tekst))
        if isinstance(knoop, ast.Expr) and isinstance(knoop.value, ast.Constant)
    }
    for knoop in ast.walk(boom(tekst)):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            if knoop not in uitleg:
                yield knoop.value
        elif isinstance(knoop, ast.Name):
            yield knoop.id.replace("_", " ")


def _alle_namen() -> set[str]:
    namen = set(beleid.gemeenten())
    return namen | {beleid.versies(sleutel)[-1].naam for sleutel in beleid.gemeenten()}


def test_no_half_work_is_left_behind() -> None:
    geen(half_werk(bestanden()))


def test_nothing_names_a_place_on_one_machine_or_where_packages_come_from() -> None:
    geen(machineplekken(bestanden()))


def test_no_municipality_is_named_in_code() -> None:
    """X1: what a municipality wants stands in its file."""
    geen(gemeenten_in_code(bestanden(), _alle_namen()))


def test_control_half_work_is_found() -> None:
    geplant = {
        "src/a.py": "x = 1  # TOD" + "O later\n",
        "src/b.html": "{# FIXM" + "E #}",
        "c.md": "",
    }
    assert half_werk(geplant) == ["src/a.py:1: TOD" + "O", "src/b.html:1: FIXM" + "E"]


def test_control_machine_paths_and_package_addresses_are_found() -> None:
    fout = {
        "a.md": "see /ho" + "me/piet/eenplan",
        "b.py": 'MAP = "/wo' + 'rk/x"',
        "requirements/c.txt": "--index-" + "url https://pakketten.example/simple",
        "package-lock.json": '"resol' + 'ved": "https://pakketten.example/a.tgz"',
        "d.toml": 'url = "https://py' + 'pi.example.org/simple"',
    }
    goed = {
        "e.py": 'path("werk/", lijst)  # not /workers/',
        "f.md": "see https://example.org/home/x",
    }
    assert {zin.split(":")[0] for zin in machineplekken(fout | goed)} == set(fout)


def test_control_a_municipality_in_code_is_found() -> None:
    namen = ["kaag-en-braassem", "Utrecht", "utrecht"]
    fout = {
        "src/eenplan/web/a.py": 'def f(g: str) -> bool:\n    return g == "utrecht"\n',
        "src/eenplan/web/b.html": "{% if g == 'kaag-en-braassem' %}",
        "src/eenplan/web/c.py": "UTRECHT = 1\n",
    }
    goed = {
        "src/eenplan/demo/d.py": 'G = "utrecht"\n',
        "src/eenplan/web/e.py": '"""Such as Utrecht."""\nKNOP = "utrecht-button"\n',
        "tests/f.py": 'G = "utrecht"\n',
    }
    assert [zin.split(":")[0] for zin in gemeenten_in_code(fout | goed, namen)] == list(fout)
