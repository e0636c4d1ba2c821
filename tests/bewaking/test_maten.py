"""Nothing grows past what a reader can hold: files, functions, templates."""

from __future__ import annotations

import ast
from pathlib import PurePosixPath

import pytest

from tests.bewaking.hulp import Bestanden, bestanden, boom, geen

pytestmark = pytest.mark.bewaking

REGELS_PER_BESTAND = 400
REGELS_PER_FUNCTIE = 50
REGELS_PER_SCHERM = 120
MAAT: dict[str, int] = {
    ".py": REGELS_PER_BESTAND,
    ".sql": REGELS_PER_BESTAND,
    ".css": REGELS_PER_BESTAND,
    ".js": REGELS_PER_BESTAND,
    ".typ": REGELS_PER_BESTAND,
    ".html": REGELS_PER_SCHERM,
}
GEMAAKT = ("/migrations/",)  # written by a tool and never changed after a release


def te_lang(teksten: Bestanden) -> list[str]:
    """Files and functions longer than they may be."""
    gevonden = []
    for pad, tekst in teksten.items():
        grens = MAAT.get(PurePosixPath(pad).suffix)
        if grens is None or any(deel in pad for deel in GEMAAKT):
            continue
        aantal = tekst.count("\n")
        if aantal > grens:
            gevonden.append(f"{pad}: {aantal} lines, at most {grens}")
        if pad.endswith(".py"):
            gevonden += _lange_functies(pad, tekst)
    return gevonden


def _lange_functies(pad: str, tekst: str) -> list[str]:
    gevonden = []
    for knoop in ast.walk(boom(tekst)):
        if isinstance(knoop, (ast.FunctionDef, ast.AsyncFunctionDef)):
            aantal = (knoop.end_lineno or knoop.lineno) - knoop.lineno + 1
            if aantal > REGELS_PER_FUNCTIE:
                gevonden.append(
                    f"{pad}: {knoop.name} has {aantal} lines, at most {REGELS_PER_FUNCTIE}"
                )
    return gevonden


def test_every_file_function_and_template_fits_its_measure() -> None:
    geen(te_lang(bestanden()))


def test_control_a_file_function_or_template_of_one_line_too_many_is_found() -> None:
    functie = "def f() -> None:\n" + "    pass\n" * REGELS_PER_FUNCTIE
    geplant = {
        "src/a.py": "x = 1\n" * (REGELS_PER_BESTAND + 1),
        "src/b.py": functie,
        "src/c.html": "<p>\n" * (REGELS_PER_SCHERM + 1),
        "src/d.html": "<p>\n" * REGELS_PER_SCHERM,
        "src/migrations/0001_initial.py": "x = 1\n" * (REGELS_PER_BESTAND + 1),
    }
    assert [zin.split(":")[0] for zin in te_lang(geplant)] == ["src/a.py", "src/b.py", "src/c.html"]
