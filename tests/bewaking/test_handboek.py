"""The handbook and its pictures are one: what a page shows exists, what exists is shown, and a story takes it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from posixpath import normpath

import pytest

from eenplan.beleid import api as beleid
from tests.bewaking.hulp import PROJECT, Bestanden, bestanden, boom, geen, met

pytestmark = pytest.mark.bewaking

BEELDEN = "docs/beeld"
HANDBOEK = "docs/handboek"
VERHALEN = "tests/browser/verhalen/"
ALGEMEEN = {"inwoner"}
"""The chapters that are about whoever reads, not about a municipality."""
RUIMTE = 100_000
AFBEELDING = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


def genoemd(documenten: Bestanden) -> dict[str, str]:
    """Path of every picture that a document shows -> the words for who cannot see it."""
    return {
        normpath(str(PurePosixPath(pad).parent / link)): woorden
        for pad, tekst in documenten.items()
        for woorden, link in AFBEELDING.findall(tekst)
    }


GETEKEND = {"docs/snelheid.svg"}  # drawn from figures; `test_gegenereerd.py` says when it is old


def gemaakt(verhalen: Bestanden) -> set[str]:
    """Path of every picture that a story takes: `Toneel(page, website, "utrecht")`, then `toneel.beeld("plan")`."""
    paden = set()
    for tekst in verhalen.values():
        aanroepen = [knoop for knoop in ast.walk(boom(tekst)) if isinstance(knoop, ast.Call)]
        mappen = {_woord(a, 2) for a in aanroepen if getattr(a.func, "id", "") == "Toneel"}
        namen = {_woord(a, 0) for a in aanroepen if getattr(a.func, "attr", "") == "beeld"}
        assert not namen or len(mappen) == 1, "a story names its pictures in one folder"
        paden |= {f"{BEELDEN}/{map_}/{naam}.jpg" for map_ in mappen for naam in namen}
    return paden


def _woord(aanroep: ast.Call, plek: int) -> str:
    knoop = aanroep.args[plek]
    assert isinstance(knoop, ast.Constant), "the name of a picture stands in the story as it is"
    return str(knoop.value)


def onenig(
    documenten: Bestanden, verhalen: Bestanden, aanwezig: Mapping[str, int], bekend: set[str]
) -> list[str]:
    """Where documents, stories, files (with their size) and the list of what they show do not agree."""
    getoond, genomen = genoemd(documenten), gemaakt(verhalen)
    return [
        *(
            f"{pad}: is shown but does not exist"
            for pad in sorted(set(getoond) - set(aanwezig) - GETEKEND)
        ),
        *(f"{pad}: no chapter shows it" for pad in sorted(set(aanwezig) - set(getoond))),
        *(f"{pad}: no story takes it" for pad in sorted(set(aanwezig) - genomen)),
        *(f"{pad}: run its story with EENPLAN_BEELDEN=1" for pad in sorted(genomen ^ bekend)),
        *(f"{pad}: larger than {RUIMTE} bytes" for pad, b in aanwezig.items() if b > RUIMTE),
        *(f"{pad}: no words for who cannot see it" for pad, w in getoond.items() if not w.strip()),
    ]


def _aanwezig() -> dict[str, int]:
    paden = (PROJECT / BEELDEN).rglob("*.*")
    return {
        pad.relative_to(PROJECT).as_posix(): pad.stat().st_size
        for pad in paden
        if pad.suffix != ".json"
    }


def _bekend() -> set[str]:
    return {
        f"{PurePosixPath(pad).parent}/{naam}.jpg"
        for pad, tekst in met("/inhoud.json", BEELDEN).items()
        for naam in json.loads(tekst)
    }


def test_every_picture_is_shown_taken_known_small_and_told_in_words() -> None:
    geen(onenig(met(".md"), met(".py", VERHALEN + "test_"), _aanwezig(), _bekend()))


def test_every_chapter_is_about_a_municipality_and_stands_in_the_index() -> None:
    hoofdstukken = {PurePosixPath(pad).stem for pad in met(".md", HANDBOEK)} - {"README"}
    assert hoofdstukken - ALGEMEEN <= set(beleid.gemeenten())
    index = bestanden()[f"{HANDBOEK}/README.md"]
    geen([naam for naam in hoofdstukken if f"({naam}.md)" not in index])


def test_control_each_kind_of_disagreement_is_found() -> None:
    verhaal = 'toneel = Toneel(page, website, "a")\ntoneel.beeld("goed")\ntoneel.beeld("nieuw")\n'
    documenten = {"docs/handboek/a.md": "![Het plan](../beeld/a/goed.jpg) ![](../beeld/a/weg.jpg)"}
    aanwezig = {"docs/beeld/a/goed.jpg": RUIMTE + 1, "docs/beeld/a/los.jpg": 1}
    bekend = {"docs/beeld/a/goed.jpg"}
    assert onenig(documenten, {"tests/browser/verhalen/test_a.py": verhaal}, aanwezig, bekend) == [
        "docs/beeld/a/weg.jpg: is shown but does not exist",
        "docs/beeld/a/los.jpg: no chapter shows it",
        "docs/beeld/a/los.jpg: no story takes it",
        "docs/beeld/a/nieuw.jpg: run its story with EENPLAN_BEELDEN=1",
        f"docs/beeld/a/goed.jpg: larger than {RUIMTE} bytes",
        "docs/beeld/a/weg.jpg: no words for who cannot see it",
    ]


def test_control_what_agrees_passes() -> None:
    verhaal = {"t.py": 'toneel = Toneel(page, website, "a")\ntoneel.beeld("goed", hoogte=9)\n'}
    pad = "docs/beeld/a/goed.jpg"
    assert onenig({"README.md": f"![Het plan]({pad})"}, verhaal, {pad: 9}, {pad}) == []
