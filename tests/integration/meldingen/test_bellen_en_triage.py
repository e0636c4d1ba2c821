"""The promise of a call (F5), simple or complex (D2), and what is passed on the same day (D6)."""

from __future__ import annotations

from datetime import date

import pytest

from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd
from eenplan.werk import api as werk
from tests import world
from tests.integration.plannen.test_rondom import VERSLAVING
from tests.world import OVERGANGSJAAR, Mens, Voorstad

BELLEN = date(2015, 6, 3)
WEER = date(2015, 6, 5)


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


def regel(wie: Mens) -> tuple[str, date | None]:
    with wie.handelt(op=OVERGANGSJAAR) as scope:
        [een] = werk.mijn_lijst(scope, tab=werk.Tab.TEAM).regels
    return een.wat, een.vervalt


def test_f5_the_promise_to_call_stays_on_the_list_until_they_spoke(cast: Voorstad) -> None:
    melding = world.vraag_in_voorstad().melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding)
    assert regel(cast.hanna) == ("Bel de inwoner", BELLEN)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.noteer_gebeld(scope, melding=melding, bereikt=False, opnieuw=WEER)
    assert regel(cast.hanna) == ("Bel de inwoner", WEER)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.noteer_gebeld(scope, melding=melding, bereikt=True)
    assert regel(cast.hanna) == ("Onderzoek", date(2015, 7, 13))


def test_f5_who_calls_takes_the_question(cast: Voorstad) -> None:
    melding = world.vraag_in_voorstad().melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.noteer_gebeld(scope, melding=melding, bereikt=True)
    with cast.hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        kaart = meldingen.lees(scope, melding)
    assert (kaart.behandelaar_naam, kaart.bereikt, kaart.bellen) == ("Hanna Wolters", True, None)


def test_f5_not_reached_asks_for_the_next_day(cast: Voorstad) -> None:
    melding = world.vraag_in_voorstad().melding
    for opnieuw in (None, date(2015, 5, 1)):
        with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd) as fout:
            meldingen.noteer_gebeld(scope, melding=melding, bereikt=False, opnieuw=opnieuw)
        assert "opnieuw" in fout.value.velden


def test_f5_who_talks_need_not_call_any_more(cast: Voorstad) -> None:
    melding = world.vraag_in_voorstad().melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        onderzoeken.begin(scope, melding=melding)
    assert regel(cast.hanna) == ("Onderzoek", date(2015, 7, 13))


def test_f5_who_writes_a_goal_down_spoke_to_them_and_need_not_call_any_more(cast: Voorstad) -> None:
    melding = world.vraag_in_voorstad().melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding)
        meldingen.noteer_gesproken(scope, melding=melding)
    assert regel(cast.hanna) == ("Onderzoek", date(2015, 7, 13))


def test_the_investigation_has_its_six_weeks_also_while_no_clock_of_the_law_runs(
    cast: Voorstad,
) -> None:
    """What the front page promises everybody: within six weeks on paper."""
    melding = world.vraag_in_voorstad().melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.zet_wet(scope, melding=melding, wet="jeugd", reden="Het gaat over een kind.")
        meldingen.noteer_gebeld(scope, melding=melding, bereikt=True)
    assert regel(cast.hanna) == ("Onderzoek", date(2015, 7, 13))


def test_d2_complex_is_said_once_with_a_reason_and_decides(cast: Voorstad) -> None:
    """Row 7: the specialist makes the plan; without it row 8 answers."""
    melding = world.vraag_in_voorstad("verslaving").melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding)
    zaak = world.plan_met_doel(
        cast.hanna, melding, op=OVERGANGSJAAR, woorden="Stoppen.", hulp=VERSLAVING
    )

    def uitkomst() -> tuple[str, str]:
        assert zaak.inzet is not None
        with cast.hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
            b = plannen.bekijk(scope, inzet=zaak.inzet, keuzes=plannen.Keuzes()).beslissing
        return b.regel, b.document

    assert uitkomst() == ("8", "geen")
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd) as fout:
        meldingen.zet_complexiteit(scope, melding=melding, complexiteit="complex", reden=" ")
    assert "reden" in fout.value.velden
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.zet_complexiteit(
            scope, melding=melding, complexiteit="complex", reden="Drank, schulden en geen huis."
        )
    assert uitkomst() == ("7", "verwijsbrief")


def test_d6_the_last_phase_of_life_is_passed_on_the_same_day_without_a_ladder(
    cast: Voorstad,
) -> None:
    """D27: the steps are skipped with that ground; the line is due today."""
    bevestiging = world.vraag_in_voorstad("palliatief")
    assert bevestiging.belt_op == OVERGANGSJAAR
    assert regel(cast.hanna)[1] == OVERGANGSJAAR
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=bevestiging.melding)
    hulp = plannen.InzetGegevens(
        laag=plannen.Laag.SPECIALISTISCH, wat="hulp in de laatste fase", voorziening="palliatief"
    )
    zaak = world.plan_met_doel(
        cast.hanna, bevestiging.melding, op=OVERGANGSJAAR, woorden="Thuis.", hulp=hulp
    )
    assert zaak.inzet is not None
    with cast.hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        b = plannen.bekijk(scope, inzet=zaak.inzet, keuzes=plannen.Keuzes()).beslissing
    assert (b.regel, b.document, b.start) == ("2", "verwijsbrief", "direct")
