"""The investigation's rules: what still works first, fields of life off, and only what the law wants is required."""

from __future__ import annotations

from datetime import date

import pytest

from eenplan.beleid import api as beleid
from eenplan.inzage.regels import TOEGANG_RUBRIEKEN
from eenplan.onderzoeken.regels import (
    LEEFGEBIED_OP_SLEUTEL,
    LEEFGEBIEDEN,
    ONDERZOEK,
    Feiten,
    Toestand,
    in_gespreksvolgorde,
)
from eenplan.platform.fouten import Geweigerd


def test_h9_the_conversation_starts_with_what_the_resident_can_still_do() -> None:
    onderwerpen = beleid.wet(date(2026, 1, 1)).gespreksonderwerpen
    volgorde = in_gespreksvolgorde([(o.letter, o.sleutel) for o in onderwerpen])
    assert volgorde[:3] == ["eigen-kracht", "behoeften", "mantelzorg-en-netwerk"]
    assert len(volgorde) == 7


def test_p1_there_are_thirteen_fields_and_each_falls_under_something_the_team_may_open() -> None:
    assert len(LEEFGEBIEDEN) == len(LEEFGEBIED_OP_SLEUTEL) == 13
    assert {gebied.rubriek for gebied in LEEFGEBIEDEN} <= set(TOEGANG_RUBRIEKEN)


def test_health_and_safety_have_a_part_of_their_own() -> None:
    assert LEEFGEBIED_OP_SLEUTEL["geestelijke_gezondheid"].rubriek == "gezondheid"
    assert LEEFGEBIED_OP_SLEUTEL["huiselijke_relaties"].rubriek == "veiligheid"
    assert LEEFGEBIED_OP_SLEUTEL["financien"].rubriek == "onderzoek"


def test_p2_an_outcome_is_enough_to_finish_no_topic_or_field_is_required() -> None:
    feiten = Feiten("nodig", "Er is hulp nodig bij de administratie.", "wmo", True)
    assert ONDERZOEK.neem("rond_af", feiten, Toestand.BEGONNEN) is Toestand.AFGEROND


@pytest.mark.parametrize(
    "feiten",
    [
        Feiten("", "Er is hulp nodig.", "jeugd", False),
        Feiten("nodig", "  ", "jeugd", False),
        Feiten("nodig", "Er is hulp nodig.", "wmo", False),
    ],
)
def test_control_without_outcome_or_without_the_offer_it_does_not_finish(feiten: Feiten) -> None:
    with pytest.raises(Geweigerd):
        ONDERZOEK.neem("rond_af", feiten, Toestand.BEGONNEN)


def test_under_the_jeugdwet_the_wmo_offer_is_no_condition() -> None:
    feiten = Feiten("nodig", "Er is hulp nodig.", "jeugd", False)
    assert ONDERZOEK.weigeringen("rond_af", feiten, Toestand.BEGONNEN) == []
