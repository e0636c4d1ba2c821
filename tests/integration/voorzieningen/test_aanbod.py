"""The catalogue says what there is on a day, as the policy of that day had it."""

from __future__ import annotations

from datetime import date

import pytest

from eenplan.beleid import api as beleid
from eenplan.voorzieningen import api as voorzieningen
from tests import world

G = "kaag-en-braassem"


@pytest.fixture
def fatima(db_schoon: None) -> world.Mens:
    world.gemeente(G)
    voorzieningen.vul(beleid.versies(G))
    return world.medewerker(G, "Fatima Amrani", organisatie="tom-in-de-buurt")


def test_the_provider_of_youth_help_changes_on_the_day_the_policy_changes(
    fatima: world.Mens,
) -> None:
    wie = {}
    for dag in (date(2017, 12, 31), date(2018, 1, 1)):
        with fatima.handelt(op=dag, lezen=True) as scope:
            aanbod = {a.sleutel: a for a in voorzieningen.aanbod(scope, "aanvullend")}
            wie[dag] = aanbod["jeugdhulp"].organisatie_naam
    assert wie == {
        date(2017, 12, 31): "gemeente Kaag en Braassem",
        date(2018, 1, 1): "Plaswijck Jeugdhulp",
    }


def test_filling_again_changes_nothing_and_what_has_no_provider_is_found_at_home(
    fatima: world.Mens,
) -> None:
    voorzieningen.vul(beleid.versies(G))
    with fatima.handelt(op=date(2018, 5, 1), lezen=True) as scope:
        alles = voorzieningen.aanbod(scope)
    assert len(alles) == len({a.sleutel for a in alles})
    buren = next(a for a in alles if a.sleutel == "buren")
    assert (buren.organisatie, buren.organisatie_naam, buren.laag) == (None, "", "netwerk")


def test_l14_what_says_too_much_by_its_name_is_marked(fatima: world.Mens) -> None:
    with fatima.handelt(op=date(2018, 5, 1), lezen=True) as scope:
        centrum = next(
            a for a in voorzieningen.aanbod(scope) if a.sleutel == "dagbesteding-dementie"
        )
    assert centrum.dat_is_wat
