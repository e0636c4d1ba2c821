"""What happened reads as a person would tell it, and tells what still runs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from eenplan.platform.klok import NEDERLAND
from eenplan.platform.tijdlijn import Regel
from eenplan.web.werk.gebeurd import open_brief, open_gesprek, vouw

FATIMA = "Fatima Amrani, Buurtteam"


def _regel(
    soort: str, zin: str, *, dag: int = 2, door: str = FATIMA, over: UUID | None = None
) -> Regel:
    moment = datetime(2026, 3, dag, 10, 30, tzinfo=NEDERLAND)
    return Regel(zin, moment, door, uuid4(), soort, over or uuid4())


def _zinnen(*regels: Regel) -> list[str]:
    return [g.titel for g in vouw(regels, eigen="Buurtteam")]


def test_a_household_that_is_registered_is_one_line() -> None:
    aangemeld = [_regel("persoon.aangemeld", f"{n} is aangemeld") for n in ("Sam", "Esra", "Mina")]
    assert _zinnen(*aangemeld) == ["Mina, Esra en Sam zijn aangemeld"]
    assert _zinnen(aangemeld[0]) == ["Sam is aangemeld"]


def test_what_was_written_in_one_go_is_one_line_and_the_same_sentence_stands_once() -> None:
    regels = [_regel("onderzoek.onderwerp", f"Opgeschreven: {o}") for o in ("geld", "wonen")]
    regels += [_regel("stuk.bijgewerkt", "Er is verder gewerkt aan een brief")] * 2
    assert _zinnen(*regels) == [
        "Opgeschreven: wonen en geld",
        "Er is verder gewerkt aan een brief",
    ]


def test_another_day_or_another_person_is_another_line() -> None:
    regels = [
        _regel("stuk.bijgewerkt", "Verder gewerkt", dag=3),
        _regel("stuk.bijgewerkt", "Verder gewerkt"),
        _regel("stuk.bijgewerkt", "Verder gewerkt", door="Petra, gemeente"),
    ]
    assert _zinnen(*regels) == ["Verder gewerkt"] * 3


def test_the_readers_own_organisation_needs_no_name() -> None:
    door = [
        g.door
        for g in vouw(
            [_regel("x", "A"), _regel("x", "B", door="Petra, gemeente")], eigen="Buurtteam"
        )
    ]
    assert door == ["Fatima Amrani", "Petra, gemeente"]


def test_a_conversation_or_letter_runs_until_its_end_is_told() -> None:
    gesprek, brief = uuid4(), uuid4()
    begin = [
        _regel("onderzoek.begonnen", "Begonnen", over=gesprek),
        _regel("stuk.opgesteld", "Klaar", over=brief),
    ]
    assert (open_gesprek(begin), open_brief(begin)) == (gesprek, brief)
    einde = [
        _regel("onderzoek.gestopt", "Gestopt", dag=3, over=gesprek),
        _regel("stuk.verwijsbrief", "Weg", dag=3, over=brief),
    ]
    assert (open_gesprek(einde + begin), open_brief(einde + begin)) == (None, None)
