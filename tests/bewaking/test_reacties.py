"""What follows on what: every reaction answers an event that exists, and lies above the room it happened in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from eenplan.config.reacties import REACTIES
from tests.bewaking.hulp import bestanden, geen, kamer, met
from tests.bewaking.test_pijlen import rangen

pytestmark = pytest.mark.bewaking


def fouten(
    reacties: Mapping[str, Sequence[str]], herkomst: Mapping[str, str], rang: Mapping[str, int]
) -> list[str]:
    """Events that no room declares, and reactions in a room that could have been called directly."""
    gevonden = []
    for sleutel, kamers in reacties.items():
        if sleutel not in herkomst:
            gevonden.append(f"{sleutel}: no room declares this event")
            continue
        van = herkomst[sleutel]
        laag = [naar for naar in kamers if rang[naar] <= rang[van]]
        gevonden += [f"{sleutel}: {naar} does not lie above {van}; call it" for naar in laag]
    return gevonden


def _herkomst() -> dict[str, str]:
    """The room of every event: the file its key stands in."""
    return {
        sleutel: kamer(pad)
        for pad, tekst in met("/events.py", "src/").items()
        for sleutel in _sleutels(tekst)
    }


def _sleutels(tekst: str) -> list[str]:
    return [
        stuk.split('"')[1] for stuk in tekst.split("soort(")[1:] if stuk.lstrip().startswith('"')
    ]


def test_every_reaction_answers_an_event_of_a_room_below() -> None:
    kamers = {s: [r.__module__.split(".")[1] for r in rij] for s, rij in REACTIES.items()}
    geen(fouten(kamers, _herkomst(), rangen(bestanden()["pyproject.toml"])))


def test_control_an_unknown_event_and_a_reaction_downward_are_found() -> None:
    rang = {"werk": 1, "plannen": 2, "besluiten": 3}
    herkomst = {"plan.klaar": "plannen"}
    assert fouten({"plan.klaar": ["besluiten"]}, herkomst, rang) == []
    assert len(fouten({"plan.klaar": ["werk", "plannen"], "plan.weg": []}, herkomst, rang)) == 3


def test_control_the_events_are_read_with_their_room() -> None:
    assert _herkomst()["persoon.aangemeld"] == "huishoudens"
