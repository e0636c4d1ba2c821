"""Whoever knows one room knows all: the same files, the same shape of a use case, a docstring at the front door."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

import pytest

from tests.bewaking.hulp import Bestanden, bestanden, boom, geen, kamer, kamers_met_tabellen, met

pytestmark = pytest.mark.bewaking

VASTE_BESTANDEN = (
    "__init__.py",
    "apps.py",
    "models.py",
    "regels.py",
    "usecases.py",
    "events.py",
    "api.py",
    "migrations/0001_initial.py",
)
# A room without one of them says why here. A reason that no longer holds fails too.
UITGEZONDERD: dict[str, dict[str, str]] = {
    "besluiten": {"usecases.py": "its verbs are three files: aanvragen, stukken, afmaken"},
    "inzage": {"events.py": "its own record is the read log, which only the database writes"},
    "organisaties": {"events.py": "reference data, filled by the loader and on nobody's timeline"},
    "voorzieningen": {
        "events.py": "reference data, filled by the loader and on nobody's timeline",
    },
}
# Functions at a front door that nobody does for a person: the loader's, and pure ones that need no database.
ZONDER_SCOPE = frozenset(
    {
        "organisaties.demoinwoners",
        "organisaties.demomedewerkers",
        "organisaties.neem_in_dienst",
        "organisaties.richt_in",
        "plannen.is_verdeler",
        "plannen.leden",
        "plannen.situatie_van",
        "plannen.verdeler_van",
        "termijnen.eerste_contact",
        "termijnen.wettelijke_regel",
        "voorzieningen.vul",
    }
)
NAAR_DE_DATABASE = ("django.db", "platform.vraag", "platform.scope")
DEUR = ("api.py", "usecases.py", "regels.py")


def ontbrekend(paden: Collection[str], kamers: Collection[str]) -> list[str]:
    """Files a room should have and has not, and exceptions that are no longer needed."""
    gevonden = []
    for naam in kamers:
        for bestand in VASTE_BESTANDEN:
            aanwezig = f"src/eenplan/{naam}/{bestand}" in paden
            mag_ontbreken = bestand in UITGEZONDERD.get(naam, {})
            if aanwezig == mag_ontbreken:
                wat = "is there, and excepted" if aanwezig else "is missing"
                gevonden.append(f"{naam}: {bestand} {wat}")
    return gevonden


def vreemde_vorm(teksten: Bestanden) -> list[str]:
    """Functions at a front door that take anything but `scope`, one other thing by position, the rest by name."""
    return [
        f"{naam}.{functie.name}: {bezwaar}"
        for naam, functie in deurfuncties(teksten)
        if (bezwaar := _bezwaar(naam, functie))
    ]


def deurfuncties(teksten: Bestanden) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Each room with the functions its `api.py` defines or passes on from a file that reaches the database."""
    for pad, tekst in teksten.items():
        if not pad.endswith("/api.py") or kamer(pad) == "beleid":  # policy knows no database
            continue
        yield from ((kamer(pad), functie) for functie in _openbaar(boom(tekst)))
        for knoop in boom(tekst).body:
            if isinstance(knoop, ast.ImportFrom) and (bestand := _eigen_bestand(pad, knoop)):
                doorgegeven = {alias.name for alias in knoop.names}
                inhoud = teksten.get(bestand, "")
                if any(woord in inhoud for woord in NAAR_DE_DATABASE):
                    eigen = _openbaar(boom(inhoud))
                    yield from ((kamer(pad), f) for f in eigen if f.name in doorgegeven)


def _eigen_bestand(api: str, knoop: ast.ImportFrom) -> str | None:
    """The file of the same room that an import names; None for another room's."""
    module = (knoop.module or "").removeprefix(f"eenplan.{kamer(api)}.")
    eigen = knoop.level == 1 or module != knoop.module
    return f"src/eenplan/{kamer(api)}/{module}.py" if eigen else None


def _bezwaar(naam: str, functie: ast.FunctionDef) -> str | None:
    plek = [a.arg for a in functie.args.posonlyargs + functie.args.args]
    alle = plek + [a.arg for a in functie.args.kwonlyargs]
    if functie.args.vararg or functie.args.kwarg:
        return "takes a star argument, so that a wrong name is not noticed"
    if f"{naam}.{functie.name}" in ZONDER_SCOPE:
        return "has a scope, and is excepted" if "scope" in alle else None
    if "scope" not in alle:
        return "takes no scope"
    if "scope" in plek[1:]:
        return "takes scope, but not first"
    return "takes more than one thing by position" if len(plek) > 2 else None


def zonder_uitleg(teksten: Bestanden) -> list[str]:
    """Public functions and classes at a room's front door without a docstring."""
    return [
        f"{pad}: {knoop.name}"
        for pad, tekst in teksten.items()
        for knoop in boom(tekst).body
        if isinstance(knoop, (ast.FunctionDef, ast.ClassDef))
        and not knoop.name.startswith("_")
        and ast.get_docstring(knoop) is None
    ]


def _openbaar(module: ast.Module) -> Iterator[ast.FunctionDef]:
    for knoop in module.body:
        if isinstance(knoop, ast.FunctionDef) and not knoop.name.startswith("_"):
            yield knoop


def _deuren() -> dict[str, str]:
    return {pad: tekst for deel in DEUR for pad, tekst in met(f"/{deel}", "src/").items()}


def test_every_room_has_the_same_files() -> None:
    geen(ontbrekend(bestanden().keys(), kamers_met_tabellen()))


def test_every_use_case_and_read_takes_the_scope_and_names_the_rest() -> None:
    geen(vreemde_vorm(met(".py", "src/")))


def test_every_exception_to_the_shape_exists() -> None:
    aanwezig = {f"{naam}.{functie.name}" for naam, functie in deurfuncties(met(".py", "src/"))}
    geen(sorted(ZONDER_SCOPE - aanwezig))


def test_everything_at_a_front_door_says_what_it_means() -> None:
    geen(zonder_uitleg(_deuren()))


def test_control_a_missing_file_and_a_needless_exception_are_found() -> None:
    paden = [f"src/eenplan/werk/{b}" for b in VASTE_BESTANDEN if b != "api.py"]
    paden += [f"src/eenplan/inzage/{b}" for b in VASTE_BESTANDEN]
    assert ontbrekend(paden, ["werk", "inzage"]) == [
        "werk: api.py is missing",
        "inzage: events.py is there, and excepted",
    ]


def test_control_a_use_case_of_another_shape_is_found() -> None:
    usecases = (
        "from django.db import transaction\n"
        "def goed(scope, persoon, *, doel): ...\n"
        "def ook_goed(*, scope, doel): ...\n"
        "def niet_doorgegeven(a, b, c): ...\n"
        "def zonder(persoon): ...\n"
        "def achteraan(persoon, scope): ...\n"
        "def op_volgorde(scope, persoon, doel): ...\n"
    )
    teksten = {
        "src/eenplan/werk/usecases.py": usecases,
        "src/eenplan/werk/regels.py": "def puur(a, b): ...\n",
        "src/eenplan/werk/api.py": (
            "from .regels import puur\n"
            "from eenplan.werk.usecases import goed, ook_goed, zonder, achteraan, op_volgorde\n"
            "def los(scope, **rest): ...\n"
        ),
    }
    assert [zin.split(":")[0] for zin in vreemde_vorm(teksten)] == [
        "werk.los",
        "werk.zonder",
        "werk.achteraan",
        "werk.op_volgorde",
    ]


def test_control_a_front_door_without_words_is_found() -> None:
    tekst = 'def a():\n    """Says it."""\ndef b(): ...\nclass C: ...\ndef _d(): ...\n'
    assert zonder_uitleg({"api.py": tekst}) == ["api.py: b", "api.py: C"]
