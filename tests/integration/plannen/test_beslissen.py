"""Consent, the policy's answer frozen, and what follows: the provider's own cut, owners and dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import ProgrammingError

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetToestand, Keuzes, Uitzondering
from eenplan.platform import vraag
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.werk import api as werk
from eenplan.werk.api import Tab
from tests import world
from tests.world import BUREN, JEUGDHULP, LENTE, TEAMHULP, Gezin, Overvecht


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    return world.gezin_hadi(o.fatima)


def hulp(
    o: Overvecht, gezin: Gezin, gegevens: plannen.InzetGegevens, van: UUID | None = None
) -> UUID:
    plan = world.plan_met_doel(
        o.fatima, gezin.melding, deelnemers=[gezin.sam, gezin.esra], van=van, hulp=gegevens
    )
    assert plan.inzet is not None
    return plan.inzet


def lees(mens: world.Mens, gezin: Gezin, inzet: UUID) -> plannen.InzetRegel:
    with mens.handelt(op=LENTE, lezen=True) as scope:
        inzage.openen_gezin(scope, gezin.mina, doel=inzage.Doel.TOEGANG)
        return plannen.lees_inzet(scope, inzet).inzet


def geef_akkoord(o: Overvecht, inzet: UUID, *wie: UUID, akkoord: bool = True) -> None:
    for persoon in wie:
        with o.fatima.handelt(op=LENTE) as scope:
            plannen.leg_akkoord_vast(scope, inzet=inzet, van=persoon, akkoord=akkoord)


def werklijst(mens: world.Mens, tab: Tab = Tab.TEAM) -> list[tuple[str, date | None]]:
    with mens.handelt(op=LENTE, lezen=True) as scope:
        return [(r.wat, r.vervalt) for r in werk.mijn_lijst(scope, tab=tab).regels]


def test_waarborg_11_esra_and_both_parents_are_asked_also_the_father_who_lives_elsewhere(
    o: Overvecht, gezin: Gezin
) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    with o.fatima.handelt(op=LENTE) as scope:
        nodig = plannen.benodigde_akkoorden(scope, inzet=inzet)
    assert {v.persoon for v in nodig} == {gezin.esra, gezin.mina, gezin.karim}
    assert {v.naam for v in nodig} == {"Esra Hadi", "Mina Hadi", "Karim Hadi"}
    assert ("Akkoord vragen", date(2026, 3, 9)) in werklijst(o.fatima, Tab.MIJN)


def test_waarborg_11_nothing_begins_before_all_of_them_agreed(o: Overvecht, gezin: Gezin) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    geef_akkoord(o, inzet, gezin.esra, gezin.mina)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="Karim Hadi"):
        plannen.beslis(scope, inzet=inzet, keuzes=Keuzes())
    assert lees(o.fatima, gezin, inzet).besluit is None
    geef_akkoord(o, inzet, gezin.karim)
    with o.fatima.handelt(op=LENTE) as scope:
        beslissing = plannen.beslis(scope, inzet=inzet, keuzes=Keuzes())
    assert (beslissing.document, beslissing.regel) == ("verwijsbrief", "5")
    assert "Akkoord vragen" not in [wat for wat, _ in werklijst(o.fatima)]


def test_a_parent_who_says_no_keeps_it_shut_until_the_exception_with_its_reason(
    o: Overvecht, gezin: Gezin
) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    geef_akkoord(o, inzet, gezin.esra, gezin.mina)
    geef_akkoord(o, inzet, gezin.karim, akkoord=False)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd) as nee:
        plannen.leg_uitzondering_vast(
            scope, inzet=inzet, grond=Uitzondering.BLIJVENDE_WENS, reden=" "
        )
    assert list(nee.value.velden) == ["reden"]
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.leg_uitzondering_vast(
            scope, inzet=inzet, grond=Uitzondering.BLIJVENDE_WENS, reden="Zij vraagt er al lang om."
        )
        plannen.beslis(scope, inzet=inzet, keuzes=Keuzes())
    [karim] = [a for a in lees(o.fatima, gezin, inzet).akkoorden if a.persoon == gezin.karim]
    assert karim.reden.endswith("Zij vraagt er al lang om.")


def test_no_exception_for_a_child_of_nine(o: Overvecht, gezin: Gezin) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.sam)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="12 tot en met 15"):
        plannen.leg_uitzondering_vast(
            scope, inzet=inzet, grond=Uitzondering.ERNSTIG_NADEEL, reden="Nu."
        )


def test_nobody_agrees_who_need_not_be_asked(o: Overvecht, gezin: Gezin) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.sam)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="geen akkoord nodig"):
        plannen.leg_akkoord_vast(scope, inzet=inzet, van=gezin.esra, akkoord=True)


def test_u10_help_of_the_team_itself_begins_at_once_before_any_investigation(
    o: Overvecht, gezin: Gezin
) -> None:
    inzet = hulp(o, gezin, TEAMHULP)
    geef_akkoord(o, inzet, gezin.mina)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.start_direct(scope, inzet=inzet)
    assert lees(o.fatima, gezin, inzet).toestand is InzetToestand.LOOPT


def test_help_of_another_organisation_does_not_begin_past_the_policy(
    o: Overvecht, gezin: Gezin
) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="andere organisatie"):
        plannen.start_direct(scope, inzet=inzet)


def test_looking_at_the_answer_keeps_nothing(o: Overvecht, gezin: Gezin) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        voorstel = plannen.bekijk(scope, inzet=inzet, keuzes=Keuzes())
    assert (voorstel.beslissing.document, voorstel.situatie.leeftijd) == ("verwijsbrief", 13)
    assert (voorstel.situatie.wet, voorstel.situatie.kinderen_onder_18) == ("jeugd", True)
    assert set(voorstel.akkoorden_open) == {"Esra Hadi", "Mina Hadi", "Karim Hadi"}
    assert lees(o.fatima, gezin, inzet).besluit is None


def besloten(o: Overvecht, gezin: Gezin) -> UUID:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    geef_akkoord(o, inzet, gezin.esra, gezin.mina, gezin.karim)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.beslis(scope, inzet=inzet, keuzes=Keuzes())
    return inzet


def test_the_answer_is_kept_with_its_situation_and_the_version_of_the_model(
    o: Overvecht, gezin: Gezin
) -> None:
    inzet = besloten(o, gezin)
    besluit = lees(o.fatima, gezin, inzet).besluit
    assert besluit is not None
    assert (besluit.beslissing.regel, besluit.model_versie) == ("5", date(2015, 1, 1))
    assert plannen.situatie_van(besluit).oordeel_inwoner == "akkoord"
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="al beslist"):
        plannen.beslis(scope, inzet=inzet, keuzes=Keuzes())


def test_control_what_was_answered_cannot_be_changed_afterwards(o: Overvecht, gezin: Gezin) -> None:
    besloten(o, gezin)
    with o.fatima.handelt(op=LENTE) as scope:
        inzage.openen_gezin(scope, gezin.mina, doel=inzage.Doel.TOEGANG)
        with pytest.raises(ProgrammingError, match="permission denied"):
            vraag.doe("UPDATE plannen_besluitmoment SET door = 'Iemand anders'")


def test_u6_the_provider_sees_whom_to_help_with_what_and_which_goal_and_nothing_else(
    o: Overvecht, gezin: Gezin
) -> None:
    inzet = besloten(o, gezin)
    world.plan_met_doel(o.fatima, gezin.melding, van=gezin.esra, woorden="Ook weer zwemmen.")
    assert werklijst(o.lisa) == [("Verwijzing bekijken", JEUGDHULP.van)]
    with o.lisa.handelt(op=LENTE, lezen=True) as scope:
        opening = inzage.openen(scope, personen=[gezin.esra], doel=inzage.Doel.UITVOERING)
        assert sorted(d.rubriek for d in opening.delen) == ["identiteit", "inzet", "plan"]
        blad = plannen.lees_inzet(scope, inzet)
        assert (blad.woorden, blad.inzet.wat) == (
            "Ik wil dat we samen kunnen eten zonder ruzie.",
            "hulp voor Esra en haar ouders",
        )
        assert vraag.waarde("SELECT count(*) FROM plannen_doel") == 1
        assert [p.naam for p in huishoudens.personen(scope, [gezin.esra, gezin.mina])] == [
            "Esra Hadi"
        ]
        assert plannen.plan_van(scope, [gezin.esra]) is None


def test_u6_the_provider_finds_nothing_of_the_mother(o: Overvecht, gezin: Gezin) -> None:
    besloten(o, gezin)
    for doel in inzage.Doel:
        with o.lisa.handelt(op=LENTE, lezen=True) as scope, pytest.raises(NietGevonden):
            inzage.openen(scope, personen=[gezin.mina], doel=doel)


def test_stopping_the_last_help_ends_the_providers_involvement(o: Overvecht, gezin: Gezin) -> None:
    inzet = besloten(o, gezin)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.stop_inzet(scope, inzet=inzet)
    with o.lisa.handelt(op=date(2026, 3, 3), lezen=True) as scope, pytest.raises(NietGevonden):
        inzage.openen(scope, personen=[gezin.esra], doel=inzage.Doel.UITVOERING)


def test_waarborg_6_doubt_ends_nothing_and_has_an_owner_and_a_date(
    o: Overvecht, gezin: Gezin
) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    with o.fatima.handelt(op=LENTE) as scope:
        beslissing = plannen.beslis(scope, inzet=inzet, keuzes=Keuzes(oordeel_team="twijfel"))
    assert (beslissing.vervolg, beslissing.document) == ("overleg", "geen")
    assert ("Overleg over de hulp", date(2026, 3, 9)) in werklijst(o.fatima, Tab.MIJN)
    assert lees(o.fatima, gezin, inzet).toestand is InzetToestand.VOORGESTELD
    geef_akkoord(o, inzet, gezin.esra, gezin.mina, gezin.karim)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.beslis(scope, inzet=inzet, keuzes=Keuzes())
    assert "Overleg over de hulp" not in [wat for wat, _ in werklijst(o.fatima)]


def test_a_refusal_waits_for_its_paper_and_starts_nothing(o: Overvecht, gezin: Gezin) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    keuzes = Keuzes(oordeel_team="niet_nodig", oordeel_inwoner="wil_verwijzing")
    with o.fatima.handelt(op=LENTE) as scope:
        beslissing = plannen.beslis(scope, inzet=inzet, keuzes=keuzes)
    assert (beslissing.document, beslissing.start) == ("afwijzingsbeschikking", None)
    assert lees(o.fatima, gezin, inzet).toestand is InzetToestand.BESLUIT
    assert werklijst(o.lisa) == []
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.voer_besluit_uit(scope, inzet=inzet, toegekend=False)
    assert lees(o.fatima, gezin, inzet).toestand is InzetToestand.NIET_DOORGEGAAN


def test_a_grant_begins_when_the_paper_is_there(o: Overvecht, gezin: Gezin) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    geef_akkoord(o, inzet, gezin.esra, gezin.mina, gezin.karim)
    with o.fatima.handelt(op=LENTE) as scope:
        beslissing = plannen.beslis(
            scope, inzet=inzet, keuzes=Keuzes(oordeel_inwoner="vraagt_beschikking")
        )
    assert (beslissing.document, beslissing.start) == ("toekenningsbeschikking", "na_besluit")
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.voer_besluit_uit(scope, inzet=inzet, toegekend=True)
    regel = lees(o.fatima, gezin, inzet)
    assert (regel.toestand, regel.gestart_op) == (InzetToestand.LOOPT, JEUGDHULP.van)
    assert [wat for wat, _ in werklijst(o.lisa)] == ["Verwijzing bekijken"]


def test_u14_a_team_that_refers_to_itself_is_warned(o: Overvecht, gezin: Gezin) -> None:
    eigen = replace(JEUGDHULP, voorziening="basiszorg")
    for gegevens, aantal in ((eigen, 1), (TEAMHULP, 0)):
        inzet = hulp(o, gezin, gegevens)
        with o.fatima.handelt(op=LENTE, lezen=True) as scope:
            voorstel = plannen.bekijk(scope, inzet=inzet, keuzes=Keuzes())
        assert len(voorstel.waarschuwingen) == aantal


def test_a_neighbour_for_a_youth_needs_no_legal_consent(o: Overvecht, gezin: Gezin) -> None:
    inzet = hulp(o, gezin, BUREN, van=gezin.esra)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.start_direct(scope, inzet=inzet)
    assert lees(o.fatima, gezin, inzet).toestand is InzetToestand.LOOPT


def test_the_help_of_one_child_is_read_only_with_its_own_ticket(
    o: Overvecht, gezin: Gezin, beheer_conn: psycopg.Connection
) -> None:
    inzet = hulp(o, gezin, JEUGDHULP, van=gezin.esra)
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        inzage.openen(scope, personen=[gezin.mina], doel=inzage.Doel.TOEGANG)
        with pytest.raises(NietGevonden):
            plannen.lees_inzet(scope, inzet)
    assert beheer_conn.execute("SELECT count(*) FROM plannen_inzet").fetchone() == (1,)
