"""The words around the house stay true: links lead somewhere, quoted code is the code, every decision is listed."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import normpath

import pytest

from tests.bewaking.hulp import PROJECT, Bestanden, bestanden, geen, met

pytestmark = pytest.mark.bewaking

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
PAD = re.compile(
    r"`((?:src|tests|scripts|docs|modellen|voorbeelden|frontend|requirements)/[\w./-]*)`"
)
AANGEHAALD = re.compile(r"^From `([^`]+)`:\n\n```python\n(.*?)```", re.MULTILINE | re.DOTALL)


def dode_verwijzingen(documenten: Bestanden) -> list[str]:
    """Links between documents, and paths named in them, that lead nowhere."""
    gevonden = []
    for pad, tekst in documenten.items():
        map_ = PurePosixPath(pad).parent
        doelen = [normpath(str(map_ / link)) for link in LINK.findall(tekst)] + PAD.findall(tekst)
        gevonden += [f"{pad}: {doel}" for doel in doelen if not (PROJECT / doel).exists()]
    return gevonden


def verouderde_aanhalingen(documenten: Bestanden, teksten: Bestanden) -> list[str]:
    """Code that a document quotes and that no longer stands so in the file it names."""
    return [
        f"{pad}: {bron} reads differently now"
        for pad, tekst in documenten.items()
        for bron, code in AANGEHAALD.findall(tekst)
        if code not in teksten.get(bron, "")
    ]


def test_every_link_and_path_in_the_documents_leads_somewhere() -> None:
    geen(dode_verwijzingen(met(".md")))


def test_quoted_code_is_the_code() -> None:
    documenten = met(".md", "docs/")
    assert any(AANGEHAALD.search(tekst) for tekst in documenten.values())
    geen(verouderde_aanhalingen(documenten, bestanden()))


def test_every_decision_is_in_the_index() -> None:
    index = bestanden()["docs/adr/README.md"]
    paden = [PurePosixPath(pad).name for pad in met(".md", "docs/adr/0")]
    assert paden
    geen([naam for naam in paden if f"({naam})" not in index])


def test_control_a_dead_link_a_dead_path_and_an_old_quotation_are_found() -> None:
    documenten = {
        "docs/a.md": "See [b](b.md), [readme](../README.md) and `src/nergens.py`.\n",
        "docs/c.md": "From `tests/conftest.py`:\n\n```python\nx = 1\n```\n",
    }
    assert dode_verwijzingen(documenten) == ["docs/a.md: docs/b.md", "docs/a.md: src/nergens.py"]
    assert verouderde_aanhalingen(documenten, {"tests/conftest.py": "x = 1\n"}) == []
    assert verouderde_aanhalingen(documenten, {"tests/conftest.py": "x = 2\n"}) != []
