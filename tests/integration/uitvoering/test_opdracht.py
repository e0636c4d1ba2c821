"""An organisation answers a referral: accept, give back on one of three grounds, begin, be done (F11, D25, U9, U16)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.platform import vraag
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.uitvoering import api as uitvoering
from eenplan.uitvoering.api import Grond, OpdrachtToestand
from tests import world
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import BEGIN, OP, Gevraagd

WEEK_LATER = OP + timedelta(days=7)


@pytest.fixture
def zaak(db_schoon: None) -> Gevraagd:
    return wereld.gevraagd()


def toestand(zaak: Gevraagd, *, op: date = OP) -> OpdrachtToestand:
    opdracht = wereld.stand(zaak.fatima, zaak.inzet, op=op).opdracht
    assert opdracht is not None
    return opdracht.toestand


def geef_terug(
    zaak: Gevraagd, *, op: date = OP, uitleg: str = "Wij hebben geen psycholoog."
) -> None:
    with zaak.lisa.handelt(op=op) as scope:
        uitvoering.geef_terug(scope, inzet=zaak.inzet, grond=Grond.EXPERTISE, uitleg=uitleg)


def test_d25_until_somebody_accepts_whoever_referred_has_a_line_with_a_date(zaak: Gevraagd) -> None:
    assert ("Wacht op wie de hulp aanneemt", WEEK_LATER, "Fatima Amrani") in wereld.lijst(
        zaak.fatima
    )
    assert wereld.lijst(zaak.lisa) == [("Verwijzing bekijken", world.JEUGDHULP.van, "")]
    assert toestand(zaak) is OpdrachtToestand.GEVRAAGD


def test_who_accepts_says_who_helps_and_from_when_and_the_referrer_is_off_the_list(
    zaak: Gevraagd,
) -> None:
    wereld.neem_aan(zaak)
    assert wereld.lijst(zaak.lisa) == [("Hulp beginnen", BEGIN, "Lisa Maas")]
    assert "Wacht op wie de hulp aanneemt" not in [wat for wat, _, _ in wereld.lijst(zaak.fatima)]
    opdracht = wereld.stand(zaak.fatima, zaak.inzet).opdracht
    assert opdracht is not None
    assert (opdracht.zin, opdracht.contact_naam, opdracht.contact_telefoon, opdracht.begint_op) == (
        "De Linde Jeugdhulp heeft de hulp aangenomen",
        "Lisa Maas",
        "030-0000123",
        BEGIN,
    )


def test_accepting_asks_a_colleague_and_a_day_that_is_still_to_come(zaak: Gevraagd) -> None:
    fout = uitvoering.Aanname(zaak.fatima.id, "", OP - timedelta(days=1))
    with zaak.lisa.handelt(op=OP) as scope, pytest.raises(Geweigerd) as weigering:
        uitvoering.neem_aan(scope, inzet=zaak.inzet, aanname=fout)
    assert set(weigering.value.velden) == {"contact", "begint_op"}
    assert toestand(zaak) is OpdrachtToestand.GEVRAAGD


def test_f11_giving_back_needs_a_ground_and_a_reason(zaak: Gevraagd) -> None:
    with pytest.raises(Geweigerd) as weigering:
        geef_terug(zaak, uitleg="  ")
    assert set(weigering.value.velden) == {"uitleg"}
    assert [grond.value for grond in Grond] == ["zwaarwegend", "expertise", "complex"]


def test_f11_d25_what_is_given_back_lies_with_the_referrer_who_can_see_why(zaak: Gevraagd) -> None:
    geef_terug(zaak)
    assert ("Zoek andere hulp", WEEK_LATER, "Fatima Amrani") in wereld.lijst(zaak.fatima)
    assert wereld.lijst(zaak.lisa) == []
    opdracht = wereld.stand(zaak.fatima, zaak.inzet).opdracht
    assert opdracht is not None
    assert (opdracht.grond, opdracht.grond_uitleg) == (
        Grond.EXPERTISE,
        "Wij hebben geen psycholoog.",
    )
    later = OP + timedelta(days=1)
    assert wereld.sluit_buiten(zaak.lisa, zaak.persoon, op=later)


def test_d25_the_referrer_stays_owner_until_other_help_was_accepted(zaak: Gevraagd) -> None:
    geef_terug(zaak)
    with zaak.fatima.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="ligt dit bij u"):
        uitvoering.los_teruggave_op(scope, inzet=zaak.inzet, wil_niet_meer=False)
    with zaak.fatima.handelt(op=OP, lezen=True) as scope:
        doel = uitvoering.open_hulpblad(scope, zaak.inzet).blad.doel
    buren = replace(world.BUREN, waarom_niet_lichter={plannen.Laag.EIGEN_KRACHT: "Dat lukt niet."})
    with zaak.fatima.handelt(op=OP) as scope:
        ander = plannen.voeg_inzet_toe(scope, doel=doel, gegevens=buren)
    with zaak.fatima.handelt(op=OP) as scope:
        plannen.start_direct(scope, inzet=ander)
    with zaak.fatima.handelt(op=OP) as scope:
        uitvoering.los_teruggave_op(scope, inzet=zaak.inzet, wil_niet_meer=False)
    assert "Zoek andere hulp" not in [wat for wat, _, _ in wereld.lijst(zaak.fatima)]
    assert toestand(zaak) is OpdrachtToestand.GESTOPT


def test_who_does_not_want_the_help_any_more_ends_it(zaak: Gevraagd) -> None:
    geef_terug(zaak)
    with zaak.fatima.handelt(op=OP) as scope:
        uitvoering.los_teruggave_op(scope, inzet=zaak.inzet, wil_niet_meer=True)
    assert "Zoek andere hulp" not in [wat for wat, _, _ in wereld.lijst(zaak.fatima)]


def test_u9_help_begins_on_the_day_somebody_was_there_and_not_before(zaak: Gevraagd) -> None:
    with zaak.lisa.handelt(op=OP) as scope, pytest.raises(Geweigerd):
        uitvoering.begin(scope, inzet=zaak.inzet, op=OP)
    wereld.neem_aan(zaak)
    with zaak.lisa.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="nog komen"):
        uitvoering.begin(scope, inzet=zaak.inzet, op=BEGIN)
    with zaak.lisa.handelt(op=BEGIN) as scope:
        uitvoering.begin(scope, inzet=zaak.inzet, op=BEGIN)
    assert wereld.lijst(zaak.lisa, op=BEGIN) == []
    with zaak.lisa.handelt(op=BEGIN) as scope, pytest.raises(Geweigerd):
        uitvoering.geef_terug(scope, inzet=zaak.inzet, grond=Grond.COMPLEX, uitleg="Te zwaar.")


def test_u16_who_is_done_says_what_resident_and_network_take_over_and_the_team_looks_back(
    zaak: Gevraagd,
) -> None:
    wereld.neem_aan(zaak)
    eind = BEGIN + timedelta(days=60)
    with zaak.lisa.handelt(op=BEGIN) as scope:
        uitvoering.begin(scope, inzet=zaak.inzet, op=BEGIN)
    with zaak.lisa.handelt(op=eind) as scope, pytest.raises(Geweigerd) as weigering:
        uitvoering.rond_af(scope, inzet=zaak.inzet, inwoner="", netwerk="")
    assert set(weigering.value.velden) == {"inwoner", "netwerk"}
    with zaak.lisa.handelt(op=eind) as scope:
        uitvoering.rond_af(
            scope, inzet=zaak.inzet, inwoner="Esra fietst zelf.", netwerk="Oma kijkt mee."
        )
    opdracht = wereld.stand(zaak.fatima, zaak.inzet, op=eind).opdracht
    assert opdracht is not None
    assert (opdracht.overname_inwoner, opdracht.overname_netwerk) == (
        "Esra fietst zelf.",
        "Oma kijkt mee.",
    )
    wat = ("Kijk samen terug", eind + timedelta(days=7), "Fatima Amrani")
    assert wat in wereld.lijst(zaak.fatima, op=eind)
    assert wereld.sluit_buiten(zaak.lisa, zaak.persoon, op=eind + timedelta(days=1))
    with zaak.fatima.handelt(op=eind) as scope:
        uitvoering.kijk_terug(scope, inzet=zaak.inzet)
    assert wat not in wereld.lijst(zaak.fatima, op=eind)
    with zaak.fatima.handelt(op=eind) as scope, pytest.raises(Geweigerd):
        uitvoering.kijk_terug(scope, inzet=zaak.inzet)


def test_help_that_the_team_stops_leaves_every_list(zaak: Gevraagd) -> None:
    with zaak.fatima.handelt(op=OP) as scope:
        plannen.stop_inzet(scope, inzet=zaak.inzet)
    assert wereld.lijst(zaak.lisa) == []
    assert toestand(zaak) is OpdrachtToestand.GESTOPT


def test_x4_another_organisation_finds_nothing_and_the_team_cannot_answer_for_the_provider(
    zaak: Gevraagd,
) -> None:
    ruben = world.medewerker(world.UTRECHT, "Ruben Timmer", organisatie="stroomzorg")
    aanname = uitvoering.Aanname(zaak.fatima.id, "", BEGIN)
    for mens in (ruben, zaak.fatima):
        with mens.handelt(op=OP) as scope, pytest.raises(NietGevonden):
            uitvoering.neem_aan(scope, inzet=zaak.inzet, aanname=aanname)
    with ruben.handelt(op=OP, lezen=True) as scope:
        assert vraag.waarde("SELECT count(*) FROM uitvoering_opdracht") == 0


def test_control_the_lock_refuses_a_change_without_an_event_and_a_step_that_is_not_there(
    zaak: Gevraagd,
) -> None:
    with pytest.raises(IntegrityError, match="zonder gebeurtenis"):
        _zet(zaak, "aangenomen")
    with pytest.raises(IntegrityError, match="bestaat niet"):
        _zet(zaak, "klaar")


def _zet(zaak: Gevraagd, toestand: str) -> None:
    with zaak.lisa.handelt(op=OP) as scope:
        uitvoering.open_hulpblad(scope, zaak.inzet)
        zet = "UPDATE uitvoering_opdracht SET toestand = %s WHERE inzet_id = %s"
        assert vraag.doe(zet, [toestand, zaak.inzet]) == 1


def test_help_of_the_team_itself_and_of_neighbours_asks_nobody(db_schoon: None) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    with cast.fatima.handelt(op=OP) as scope:
        meldingen.neem_op(scope, melding=gezin.melding)
    plan = world.plan_met_doel(cast.fatima, gezin.melding, hulp=world.BUREN)
    assert plan.inzet is not None
    with cast.fatima.handelt(op=OP) as scope:
        plannen.start_direct(scope, inzet=plan.inzet)
    assert wereld.stand(cast.fatima, plan.inzet).opdracht is None
