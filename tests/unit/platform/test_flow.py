"""A flow is a table: it gives refusals, gaps, pairs for the guard and a drawing."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from enum import StrEnum

import pytest

import eenplan
from eenplan.platform.flow import Flow, Stap
from eenplan.platform.fouten import Geweigerd


class Toestand(StrEnum):
    CONCEPT = "concept"
    VOORGELEGD = "voorgelegd"
    KLAAR = "klaar"


@dataclass
class Feiten:
    gelezen: bool
    akkoord: bool


def _gelezen(f: Feiten) -> str | None:
    return None if f.gelezen else "Lees het plan eerst voor."


def _akkoord(f: Feiten) -> str | None:
    return None if f.akkoord else "Er is nog geen akkoord."


STAPPEN: tuple[Stap[Feiten, Toestand], ...] = (
    Stap("leg voor", Toestand.CONCEPT, Toestand.VOORGELEGD),
    Stap("stel vast", Toestand.VOORGELEGD, Toestand.KLAAR, (_gelezen, _akkoord)),
    Stap("trek terug", Toestand.VOORGELEGD, Toestand.CONCEPT),
)
FLOW: Flow[Feiten, Toestand] = Flow(
    "Proef",
    Toestand.CONCEPT,
    {Toestand.CONCEPT: "team", Toestand.VOORGELEGD: "inwoner", Toestand.KLAAR: "niemand"},
    STAPPEN,
)


def test_a_step_is_taken_when_nothing_objects() -> None:
    assert FLOW.neem("stel vast", Feiten(True, True), Toestand.VOORGELEGD) is Toestand.KLAAR


def test_every_objection_is_a_sentence_and_all_of_them_are_told() -> None:
    zinnen = ["Lees het plan eerst voor.", "Er is nog geen akkoord."]
    assert FLOW.weigeringen("stel vast", Feiten(False, False), Toestand.VOORGELEGD) == zinnen
    with pytest.raises(Geweigerd) as weigering:
        FLOW.neem("stel vast", Feiten(False, False), Toestand.VOORGELEGD)
    assert list(weigering.value.zinnen) == zinnen


@pytest.mark.parametrize("stap", ["stel vast", "bestaat niet"])
def test_a_step_that_does_not_start_here_is_refused(stap: str) -> None:
    assert FLOW.weigeringen(stap, Feiten(True, True), Toestand.CONCEPT) == [
        "Deze stap kan niet (meer): de toestand is 'concept'."
    ]


def test_the_pairs_for_the_guard_are_all_steps_once() -> None:
    assert FLOW.paren() == [
        ("concept", "voorgelegd"),
        ("voorgelegd", "concept"),
        ("voorgelegd", "klaar"),
    ]


def test_the_drawing_names_every_step_and_who_holds_the_pen() -> None:
    tekening = FLOW.tekening()
    for regel in (
        "[*] --> concept",
        "concept --> voorgelegd : leg voor",
        "voorgelegd --> klaar : stel vast",
        "| voorgelegd | inwoner |",
    ):
        assert regel in tekening


def test_a_state_without_owner_and_a_state_nobody_reaches_are_gaps() -> None:
    half: Flow[Feiten, Toestand] = Flow(
        "Half", Toestand.CONCEPT, {Toestand.CONCEPT: "team"}, STAPPEN[:1]
    )
    assert FLOW.gaten() == []
    assert half.gaten() == [
        "voorgelegd: niemand is aan zet",
        "klaar: niemand is aan zet",
        "klaar: geen stap komt hier",
    ]


def alle_flows() -> dict[str, Flow[object, StrEnum]]:
    """Every flow in the house, wherever it is declared."""
    uit = {}
    for module in pkgutil.walk_packages(eenplan.__path__, "eenplan."):
        if ".migrations" in module.name or module.name.endswith(("wsgi", "cli")):
            continue
        for naam, waarde in vars(importlib.import_module(module.name)).items():
            if isinstance(waarde, Flow) and naam.isupper():
                uit[waarde.naam] = waarde
    return uit


def test_no_flow_in_the_house_has_a_gap() -> None:
    flows = alle_flows()
    assert len(flows) >= 3
    assert {naam: flow.gaten() for naam, flow in flows.items() if flow.gaten()} == {}
