"""The household plan: goals in own words per person, help on the ladder, a regisseur, and final after an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import psycopg
import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from eenplan.inzage import api as inzage
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetToestand, Laag, PlanToestand, RegisseurSoort
from eenplan.plannen.regels import INZET, PLAN
from eenplan.platform import vraag
from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden
from tests import world
from tests.world import BUREN, LENTE, TEAMHULP, Gezin, Overvecht, PlanMetDoel


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    return world.gezin_hadi(o.fatima)


@pytest.fixture
def plan(o: Overvecht, gezin: Gezin) -> PlanMetDoel:
    return world.plan_met_doel(o.fatima, gezin.melding, deelnemers=[gezin.sam, gezin.esra])


def lees(mens: world.Mens, gezin: Gezin, *, op: date = LENTE) -> plannen.PlanBlad:
    with mens.handelt(op=op, lezen=True) as scope:
        opening = inzage.openen_gezin(scope, gezin.mina, doel=inzage.Doel.TOEGANG)
        blad = plannen.plan_van(scope, opening.personen)
    assert blad is not None
    return blad


def test_u10_a_plan_starts_without_any_investigation(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    blad = lees(o.fatima, gezin)
    assert (blad.id, blad.toestand, blad.persoon) == (plan.plan, PlanToestand.CONCEPT, gezin.mina)
    assert {d.persoon for d in blad.deelnemers} == {gezin.mina, gezin.sam, gezin.esra}
    assert blad.regisseur_naam == "Fatima Amrani"


def test_u4_there_is_one_plan_for_one_question(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.joost.handelt(op=LENTE) as scope:
        assert plannen.maak(scope, melding=gezin.melding) == plan.plan


def test_u17_goals_are_each_persons_own_in_their_own_words_and_order(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        tweede = plannen.voeg_doel_toe(scope, plan=plan.plan, woorden="Meer slapen.")
    with o.fatima.handelt(op=LENTE) as scope:
        van_esra = plannen.voeg_doel_toe(
            scope, plan=plan.plan, woorden="Ik wil weer naar school durven.", van=gezin.esra
        )
    blad = lees(o.fatima, gezin)
    assert [d.id for d in blad.doelen_van(gezin.mina)] == [tweede, plan.doel]
    assert [d.id for d in blad.doelen_van(gezin.esra)] == [van_esra]
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.orden_doelen(scope, plan=plan.plan, volgorde=[plan.doel, tweede, van_esra])
    assert [d.id for d in lees(o.fatima, gezin).doelen_van(gezin.mina)] == [plan.doel, tweede]


def test_a_goal_belongs_to_somebody_who_takes_part(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.beeindig_deelname(scope, plan=plan.plan, wie=gezin.sam)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd) as nee:
        plannen.voeg_doel_toe(scope, plan=plan.plan, woorden="Voetballen.", van=gezin.sam)
    assert list(nee.value.velden) == ["van"]
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.voeg_deelnemer_toe(scope, plan=plan.plan, wie=gezin.sam)
        plannen.voeg_doel_toe(scope, plan=plan.plan, woorden="Voetballen.", van=gezin.mina)


def test_two_people_who_change_a_goal_at_once_see_each_others_words(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.wijzig_doel(scope, doel=plan.doel, woorden="Samen eten.", versie=1)
    with o.joost.handelt(op=LENTE) as scope, pytest.raises(Conflict) as botsing:
        plannen.wijzig_doel(scope, doel=plan.doel, woorden="Rustig eten.", versie=1)
    assert (botsing.value.opgeslagen, botsing.value.versie) == ("Samen eten.", 2)


def test_a_goal_is_closed_by_people_and_once(o: Overvecht, gezin: Gezin, plan: PlanMetDoel) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.sluit_doel(scope, doel=plan.doel, bereikt=True)
    assert lees(o.fatima, gezin).doelen[0].toestand == "bereikt"
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="al afgesloten"):
        plannen.sluit_doel(scope, doel=plan.doel, bereikt=False)


def test_k9_a_neighbour_needs_a_what_and_nothing_else(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    hulp = plannen.InzetGegevens(laag=Laag.EIGEN_KRACHT, wat="elke avond samen aan tafel")
    with o.fatima.handelt(op=LENTE) as scope:
        inzet = plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=hulp)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.start_direct(scope, inzet=inzet)
    [regel] = lees(o.fatima, gezin).doelen[0].inzet
    assert (regel.toestand, regel.gestart_op, regel.organisatie) == (
        InzetToestand.LOOPT,
        LENTE,
        None,
    )


def test_u5_professional_help_without_a_reason_on_the_informal_steps_is_sent_back(
    o: Overvecht, plan: PlanMetDoel
) -> None:
    zonder = replace(TEAMHULP, waarom_niet_lichter={})
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd) as nee:
        plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=zonder)
    assert list(nee.value.velden) == ["niet_vrijwilliger"]


def test_d25_an_organisation_that_is_named_by_hand_gets_the_question_and_a_neighbour_does_not(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    for wie in ("  de linde jeugdhulp ", "buurvrouw Riet"):
        hulp = replace(TEAMHULP, voorziening="", wat="hulp na school", wie=wie)
        with o.fatima.handelt(op=LENTE) as scope:
            plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=hulp)
    linde, riet = lees(o.fatima, gezin).doelen[0].inzet
    with o.lisa.handelt(lezen=True) as scope:
        assert (linde.organisatie, riet.organisatie) == (scope.organisatie_id, None)


def test_a_reason_given_once_on_a_goal_is_not_asked_again(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=TEAMHULP)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.voeg_inzet_toe(
            scope, doel=plan.doel, gegevens=replace(TEAMHULP, waarom_niet_lichter={})
        )
    assert len(lees(o.fatima, gezin).doelen[0].inzet) == 2


def test_wrong_input_gets_its_sentence_at_its_field_and_nothing_is_kept(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    fout = replace(TEAMHULP, wat=" ", van=date(2026, 5, 1), tot=date(2026, 4, 1))
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd) as nee:
        plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=fout)
    assert set(nee.value.velden) == {"wat", "tot"}
    weg = replace(TEAMHULP, voorziening="bestaat-niet")
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd) as nee:
        plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=weg)
    assert set(nee.value.velden) == {"voorziening"}
    assert lees(o.fatima, gezin).doelen[0].inzet == ()


def test_d4_the_regisseur_may_be_an_aunt(o: Overvecht, gezin: Gezin, plan: PlanMetDoel) -> None:
    tante = plannen.Regisseur(RegisseurSoort.NETWERK, "tante Nadia", "06-00000012")
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.benoem_regisseur(scope, plan=plan.plan, regisseur=tante)
    blad = lees(o.fatima, gezin)
    assert (blad.regisseur_naam, blad.regisseur_soort) == ("tante Nadia", RegisseurSoort.NETWERK)
    assert blad.regisseur is None


def test_d26_the_carer_has_a_line_of_their_own(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    regel = plannen.Mantelzorg("Riet", "Twee keer per week koken.", "Een vrije zondag.", LENTE)
    with o.fatima.handelt(op=LENTE) as scope:
        sleutel = plannen.schrijf_mantelzorg(scope, plan=plan.plan, voor=gezin.mina, regel=regel)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.schrijf_mantelzorg(
            scope,
            plan=plan.plan,
            voor=gezin.mina,
            regel=replace(regel, gevraagd="Eén keer koken."),
            bestaand=sleutel,
            versie=1,
        )
    [gelezen] = lees(o.fatima, gezin).mantelzorg
    assert (gelezen.gevraagd, gelezen.verlicht) == ("Eén keer koken.", "Een vrije zondag.")


def test_p2_a_plan_with_one_goal_and_no_field_of_life_becomes_final(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.stel_vast(scope, plan=plan.plan, evaluatie_op=date(2026, 6, 1))
    blad = lees(o.fatima, gezin)
    assert (blad.toestand, blad.evaluatie_op) == (PlanToestand.VASTGESTELD, date(2026, 6, 1))


def test_u17_a_plan_is_not_final_before_who_was_asked_answered(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        inzet = plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=BUREN)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="Mina Hadi"):
        plannen.stel_vast(scope, plan=plan.plan)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.leg_akkoord_vast(scope, inzet=inzet, van=gezin.mina, akkoord=True)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.leg_voor(scope, plan=plan.plan)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.stel_vast(scope, plan=plan.plan)
    assert lees(o.fatima, gezin).toestand is PlanToestand.VASTGESTELD


def test_d8_a_final_plan_that_changes_is_on_the_table_again(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.stel_vast(scope, plan=plan.plan)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.voeg_doel_toe(scope, plan=plan.plan, woorden="Ook meer slapen.")
    assert lees(o.fatima, gezin).toestand is PlanToestand.CONCEPT


def test_what_is_closed_is_not_changed_and_a_new_plan_may_begin(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.sluit_plan(scope, plan=plan.plan)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="gesloten"):
        plannen.voeg_doel_toe(scope, plan=plan.plan, woorden="Nog iets.")
    with o.fatima.handelt(op=LENTE) as scope:
        assert plannen.maak(scope, melding=gezin.melding) != plan.plan


def test_a_plan_is_read_in_one_statement(o: Overvecht, gezin: Gezin, plan: PlanMetDoel) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=BUREN)
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        opening = inzage.openen_gezin(scope, gezin.mina, doel=inzage.Doel.TOEGANG)
        with CaptureQueriesContext(connection) as gevangen:
            blad = plannen.plan_van(scope, opening.personen)
        assert plannen.plan_van(scope, [o.fatima.id]) is None
    assert len(gevangen.captured_queries) == 1
    assert blad is not None
    assert [a.naam for a in blad.akkoorden_open] == ["Mina Hadi"]


def test_x3_another_team_and_the_municipality_find_nothing(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    for wie in (o.sanne, o.petra, o.lisa):
        with wie.handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
            plannen.voeg_doel_toe(scope, plan=plan.plan, woorden="Van mij.")
        with wie.handelt(op=LENTE, lezen=True) as scope:
            assert plannen.plan_van(scope, [gezin.mina]) is None


def achterom(mens: world.Mens, gezin: Gezin, sql: str) -> None:
    """Change something behind the back of the use cases, with the file open."""
    with mens.handelt(op=LENTE) as scope:
        inzage.openen_gezin(scope, gezin.mina, doel=inzage.Doel.TOEGANG)
        vraag.doe(sql)


@pytest.mark.parametrize("tabel", ["plan", "deelnemer", "doel", "inzet", "akkoord"])
def test_control_a_change_without_an_event_does_not_commit(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel, tabel: str
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.voeg_inzet_toe(scope, doel=plan.doel, gegevens=BUREN)
    with pytest.raises(IntegrityError, match="zonder gebeurtenis"):
        achterom(o.fatima, gezin, f"UPDATE plannen_{tabel} SET id = id")


def test_control_the_database_refuses_a_step_that_does_not_exist(
    o: Overvecht, gezin: Gezin, plan: PlanMetDoel
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.sluit_plan(scope, plan=plan.plan)
    with pytest.raises(IntegrityError, match="bestaat niet in plannen_plan"):
        achterom(o.fatima, gezin, "UPDATE plannen_plan SET toestand = 'concept'")


@pytest.mark.parametrize(
    ("functie", "paren"),
    [("plannen_plan_toestand", PLAN.paren()), ("plannen_inzet_toestand", INZET.paren())],
)
def test_the_guard_in_the_database_has_exactly_the_steps_of_the_flow(
    beheer_conn: psycopg.Connection, functie: str, paren: list[tuple[str, str]]
) -> None:
    rij = beheer_conn.execute("SELECT prosrc FROM pg_proc WHERE proname = %s", [functie]).fetchone()
    assert rij is not None
    assert all(f"('{van}', '{naar}')" in rij[0] for van, naar in paren)
    assert rij[0].count("('") == len(paren)
