"""Documents that follow from the code say what the code says; a flow has no loose ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

import pytest

from eenplan.platform.flow import Flow, Stap
from scripts.documenten import documenten, stromen
from tests.bewaking.hulp import bestanden, geen

pytestmark = pytest.mark.bewaking

OPDRACHT = "run `python -m scripts.documenten`"


def verouderd(gemaakt: Mapping[str, str], aanwezig: Mapping[str, str]) -> list[str]:
    """Documents that are missing, differ, or draw a flow that no longer exists."""
    gevonden = [
        f"{pad}: differs from the code; {OPDRACHT}"
        for pad, tekst in gemaakt.items()
        if aanwezig.get(pad) != tekst
    ]
    tekeningen = {pad for pad in aanwezig if pad.startswith("docs/toestanden/")}
    return gevonden + [
        f"{pad}: draws nothing; {OPDRACHT}" for pad in sorted(tekeningen - set(gemaakt))
    ]


def test_generated_documents_say_what_the_code_says() -> None:
    geen(verouderd(documenten(), bestanden()))


def test_every_flow_has_its_own_name_an_owner_in_each_state_and_no_loose_state() -> None:
    flows = list(stromen())
    assert flows
    geen([f"{flow.naam}: {gat}" for flow in flows for gat in flow.gaten()])
    geen([naam for naam, aantal in Counter(flow.naam for flow in flows).items() if aantal > 1])


def test_control_an_old_a_missing_and_a_superfluous_document_are_found() -> None:
    gemaakt = {"docs/a.md": "new", "docs/b.md": "b", "docs/toestanden/c.md": "c"}
    aanwezig = {"docs/a.md": "old", "docs/toestanden/c.md": "c", "docs/toestanden/weg.md": "d"}
    assert [zin.split(":")[0] for zin in verouderd(gemaakt, aanwezig)] == [
        "docs/a.md",
        "docs/b.md",
        "docs/toestanden/weg.md",
    ]


def test_control_a_state_without_an_owner_or_a_way_in_is_found() -> None:
    class Toestand(StrEnum):
        BEGIN = "begin"
        EIND = "eind"
        EILAND = "eiland"

    flow: Flow[None, Toestand] = Flow(
        naam="Proef",
        start=Toestand.BEGIN,
        eigenaar={Toestand.BEGIN: "team", Toestand.EILAND: "team"},
        stappen=(Stap("ga", Toestand.BEGIN, Toestand.EIND),),
    )
    assert flow.gaten() == ["eind: niemand is aan zet", "eiland: geen stap komt hier"]
