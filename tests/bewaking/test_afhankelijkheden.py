"""Every dependency says what it is for, and is locked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

import pytest

from tests.bewaking.hulp import bestanden, geen

pytestmark = pytest.mark.bewaking

NAAM = re.compile(r"[A-Za-z0-9._-]+")


def zonder_reden(pyproject: str) -> list[str]:
    """Dependencies whose line has no comment of a few words behind it."""
    gevonden = []
    for eis in _eisen(pyproject):
        regels = (r for r in pyproject.splitlines() if f'"{eis}"' in r)
        redenen = (r.partition(f'"{eis}"')[2].partition("#")[2] for r in regels)
        if all(len(reden.split()) < 2 for reden in redenen):
            gevonden.append(eis)
    return gevonden


def niet_vergrendeld(pyproject: str, vergrendeld: Mapping[str, str]) -> list[str]:
    """Dependencies without a fixed version with hashes in any of the lock files."""
    vast = {
        _kaal(regel.partition("==")[0])
        for tekst in vergrendeld.values()
        for regel in tekst.splitlines()
        if "==" in regel and not regel.startswith(("#", " "))
    }
    return [eis for eis in _eisen(pyproject) if _kaal(eis) not in vast]


def _eisen(pyproject: str) -> list[str]:
    project = tomllib.loads(pyproject)["project"]
    extra = project.get("optional-dependencies", {})
    return [*project["dependencies"], *(eis for groep in extra.values() for eis in groep)]


def _kaal(eis: str) -> str:
    naam = NAAM.match(eis)
    return re.sub(r"[-_.]+", "-", naam.group().lower()) if naam else eis


def test_every_dependency_says_what_it_is_for() -> None:
    geen(zonder_reden(bestanden()["pyproject.toml"]))


def test_every_dependency_is_locked_with_a_hash() -> None:
    sloten = {pad: tekst for pad, tekst in bestanden().items() if pad.startswith("requirements/")}
    assert sloten
    geen(niet_vergrendeld(bestanden()["pyproject.toml"], sloten))
    assert [pad for pad, tekst in sloten.items() if "--hash=sha256:" not in tekst] == []


def test_control_a_dependency_without_a_reason_or_a_lock_is_found() -> None:
    pyproject = '[project]\ndependencies = [\n    "goed~=1.0", # does the thing\n    "Kaal_ding[x]~=2.0",\n]\n'
    assert zonder_reden(pyproject) == ["Kaal_ding[x]~=2.0"]
    assert niet_vergrendeld(pyproject, {"basis.txt": "kaal-ding==2.0 \\\n"}) == ["goed~=1.0"]
