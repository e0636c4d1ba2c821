"""Row 11 and U19: what one reader gets never tells where another reader lives. The guard is tried on planted faults."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eenplan.berichten.inhoud import Brief, BriefSoort, Doel, Ontvanger, Verwijsbrief
from eenplan.berichten.lezers import Lezer, samen
from eenplan.berichten.loop import Bezorging
from eenplan.berichten.regels import gebreken
from eenplan.platform.ids import nieuw_id
from tests.unit.berichten.voorbeelden import BRIEVEN

GEHEIM = ("Amazonedreef 114", "3563 EX Utrecht")
LEK = "Het geheime adres staat in de tekst van de brief. Haal het weg."


def _lezer(naam: str, regels: tuple[str, ...], *, geheim: bool = False) -> Lezer:
    hoe = Bezorging.PERSOONLIJK if geheim else Bezorging.POST
    return Lezer(nieuw_id(), Ontvanger(naam, regels, geheim=geheim), hoe)


def _brief(wie: Lezer, woorden: str) -> Brief:
    brief = BRIEVEN[BriefSoort.VERWIJSBRIEF]
    assert isinstance(brief.inhoud, Verwijsbrief)
    inhoud = replace(brief.inhoud, doelen=(Doel(woorden),))
    return replace(brief, ontvanger=wie.ontvanger, inhoud=inhoud)


def test_u19_who_lives_at_a_secret_address_of_another_reader_gets_the_letter_by_hand() -> None:
    kind, moeder, vader = samen(
        _lezer("Esra", GEHEIM),
        _lezer("Mina", GEHEIM, geheim=True),
        _lezer("Karim", ("Zamenhofdreef 5", "3562 JV Utrecht")),
    )
    assert [wie.bezorging for wie in (kind, moeder, vader)] == [
        Bezorging.PERSOONLIJK,
        Bezorging.PERSOONLIJK,
        Bezorging.POST,
    ]
    assert kind.ontvanger.geheim


@pytest.mark.parametrize("woorden", ["Ik woon op de amazonedreef 114.", "Post naar 3563EX Utrecht"])
def test_u19_planted_the_secret_address_of_one_parent_in_the_letter_of_the_other_is_caught(
    woorden: str,
) -> None:
    vader, _ = samen(
        _lezer("Karim", ("Zamenhofdreef 5", "3562 JV Utrecht")),
        _lezer("Mina", GEHEIM, geheim=True),
    )
    assert LEK in gebreken(_brief(vader, woorden))
    assert LEK not in gebreken(_brief(vader, "Ik wil weer naar school."))


def test_u19_planted_a_secret_address_as_the_printed_address_of_another_is_caught() -> None:
    vader = _lezer("Karim", GEHEIM)
    verkeerd = replace(vader, ontvanger=replace(vader.ontvanger, verzwegen=GEHEIM))
    assert LEK in gebreken(_brief(verkeerd, "Ik wil weer naar school."))


def test_no_secret_line_is_in_what_a_log_could_show_of_a_reader() -> None:
    vader, _ = samen(_lezer("Karim", ()), _lezer("Mina", GEHEIM, geheim=True))
    assert "Amazonedreef" not in repr(vader)
