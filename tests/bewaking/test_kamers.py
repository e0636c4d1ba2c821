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
    "inzage": {"events.py": "its own record is the read log, which only the database writes"},
    "organisaties": {"events.py": "reference data, filled by the loader and on nobody's timeline"},
    "voorzieningen": {
        "regels.py": "a catalogue; its vocabulary is that of the policy files",
        "events.py": "reference data, filled by the loader and on nobody's timeline",
    },
}
# Functions in usecases.py that a person does not do; each is pure or belongs to the loader.
ZONDER_SCOPE = frozenset(
    {
        "berichten.ontvanger",
        "organisaties.richt_in",
        "organisaties.neem_in_dienst",
        "termijnen.wettelijke_regel",
        "termijnen.eerste_contact",
        "voorzieningen.vul",
    }
)
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
    """Use cases that take something else than: `scope`, at most one other positional argument, the rest by name."""
    return [
        f"{kamer(pad)}.{functie.name}: {bezwaar}"
        for pad, tekst in teksten.items()
        for functie in _openbaar(boom(tekst))
        if (bezwaar := _bezwaar(kamer(pad), functie))
    ]


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


def test_every_use_case_takes_the_scope_and_names_the_rest() -> None:
    geen(vreemde_vorm(met("/usecases.py", "src/")))


def test_every_exception_to_the_shape_exists() -> None:
    aanwezig = {
        f"{kamer(pad)}.{functie.name}"
        for pad, tekst in met("/usecases.py", "src/").items()
        for functie in _openbaar(boom(tekst))
    }
    assert aanwezig >= ZONDER_SCOPE


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
    tekst = (
        "def goed(scope, persoon, *, doel): ...\n"
        "def ook_goed(*, scope, doel): ...\n"
        "def _eigen(a, b, c): ...\n"
        "def zonder(persoon): ...\n"
        "def achteraan(persoon, scope): ...\n"
        "def op_volgorde(scope, persoon, doel): ...\n"
        "def los(scope, **rest): ...\n"
    )
    gevonden = vreemde_vorm({"src/eenplan/werk/usecases.py": tekst})
    assert [zin.split(":")[0] for zin in gevonden] == [
        "werk.zonder",
        "werk.achteraan",
        "werk.op_volgorde",
        "werk.los",
    ]


def test_control_a_front_door_without_words_is_found() -> None:
    tekst = 'def a():\n    """Says it."""\ndef b(): ...\nclass C: ...\ndef _d(): ...\n'
    assert zonder_uitleg({"api.py": tekst}) == ["api.py: b", "api.py: C"]
