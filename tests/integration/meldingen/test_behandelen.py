"""What a team does with a question: take it, name the law, hand it over without losing the resident (D25)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import FLOW, Melder, MeldingGegevens, Toestand
from eenplan.platform import vraag
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.werk import api as werk
from eenplan.werk.api import Tab
from tests import world
from tests.world import SOCIAAL, Overvecht

DAG = date(2026, 3, 2)
DOCS = Path(__file__).resolve().parents[3] / "docs" / "toestanden"


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


def meld(melder: Melder | None = None) -> meldingen.Bevestiging:
    gegevens = MeldingGegevens(
        persoon=Persoonsgegevens("Eva van den Berg", date(1990, 5, 4)),
        tekst="Ik red het niet meer alleen.",
        gebied="overvecht",
        kinderen_onder_18=True,
        melder=melder,
    )
    with world.bezoeker(op=DAG) as scope:
        return meldingen.doe_melding(scope, gemeente_sleutel="utrecht", gegevens=gegevens)


def lees(mens: world.Mens, melding: meldingen.Bevestiging) -> meldingen.MeldingKaart:
    with mens.handelt(op=DAG, lezen=True) as scope:
        return meldingen.lees(scope, melding.melding)


def werklijst(mens: world.Mens, tab: Tab) -> list[str]:
    with mens.handelt(op=DAG, lezen=True) as scope:
        return [f"{r.soort}: {r.titel}" for r in werk.mijn_lijst(scope, tab=tab).regels]


def klok(mens: world.Mens, melding: meldingen.Bevestiging) -> list[termijnen.Termijn]:
    with mens.handelt(op=DAG, lezen=True) as scope:
        return [t for t in termijnen.van(scope, melding.melding) if t.loopt]


def _doe_na_lezen(mens: world.Mens, melding: meldingen.Bevestiging, sql: str) -> None:
    """Behind the back of the use cases, with the melding open."""
    with mens.handelt(op=DAG) as scope:
        meldingen.lees(scope, melding.melding)
        vraag.doe(sql, [melding.melding])


def test_who_takes_a_question_has_it_on_their_own_list_and_it_leaves_the_new_ones(
    o: Overvecht,
) -> None:
    m = meld()
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.neem_op(scope, melding=m.melding)
    assert werklijst(o.fatima, Tab.MIJN) == ["onderzoek: Eva van den Berg"]
    assert werklijst(o.joost, Tab.NIEUW) == []
    kaart = lees(o.joost, m)
    assert (kaart.toestand, kaart.behandelaar_naam) == (Toestand.OPGEPAKT, "Fatima Amrani")


def test_a_question_is_taken_once(o: Overvecht) -> None:
    m = meld()
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.neem_op(scope, melding=m.melding)
    with o.joost.handelt(op=DAG) as scope, pytest.raises(Geweigerd, match="opgepakt"):
        meldingen.neem_op(scope, melding=m.melding)
    with o.sanne.handelt(op=DAG) as scope, pytest.raises(NietGevonden):
        meldingen.neem_op(scope, melding=m.melding)


def test_the_law_is_named_with_a_reason_and_the_wmo_clock_counts_from_receipt(
    o: Overvecht,
) -> None:
    m = meld()
    with o.fatima.handelt(op=DAG) as scope, pytest.raises(Geweigerd) as weigering:
        meldingen.zet_wet(scope, melding=m.melding, wet="jeugd", reden=" ")
    assert "reden" in weigering.value.velden
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.zet_wet(scope, melding=m.melding, wet="jeugd", reden="Het gaat om Daan.")
    assert klok(o.fatima, m) == []
    with o.fatima.handelt(op=date(2026, 3, 20)) as scope:
        meldingen.zet_wet(scope, melding=m.melding, wet="wmo", reden="Toch om Eva zelf.")
    (loopt,) = klok(o.fatima, m)
    assert (loopt.soort, loopt.eind) == (TermijnSoort.ONDERZOEK_WMO, date(2026, 4, 13))
    assert lees(o.fatima, m).wet == "wmo"


def test_d25_the_owner_stays_until_the_other_team_accepts(o: Overvecht) -> None:
    m = meld()
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.neem_op(scope, melding=m.melding)
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.zet_door(
            scope, melding=m.melding, naar=f"team:{SOCIAAL}", reden="De kinderen wonen elders."
        )
    kaart = lees(o.fatima, m)
    assert (kaart.toestand, kaart.houder_naam) == (Toestand.DOORGEZET, m.houder.naam)
    assert werklijst(o.fatima, Tab.MIJN) == ["onderzoek: Eva van den Berg"]
    assert werklijst(o.sanne, Tab.NIEUW) == ["melding_oppakken: Eva van den Berg"]
    assert lees(o.sanne, m).doorzet_reden == "De kinderen wonen elders."

    with o.sanne.handelt(op=DAG) as scope:
        meldingen.neem_op(scope, melding=m.melding)
    assert lees(o.sanne, m).houder_naam == "Buurtteam Sociaal Overvecht-Spoorzoom"
    assert werklijst(o.fatima, Tab.TEAM) == []
    assert [t.eind for t in klok(o.sanne, m)] == [date(2026, 4, 13)]
    with pytest.raises(NietGevonden):
        lees(o.fatima, m)


def test_d25_who_offered_a_question_may_keep_it_after_all(o: Overvecht) -> None:
    m = meld()
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.zet_door(scope, melding=m.melding, naar="partij:gemeente", reden="Gaat om pgb.")
    assert lees(o.petra, m).toestand is Toestand.DOORGEZET
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.neem_op(scope, melding=m.melding)
    assert lees(o.fatima, m).naar is None
    with pytest.raises(NietGevonden):
        lees(o.petra, m)
    assert werklijst(o.petra, Tab.TEAM) == []


@pytest.mark.parametrize("naar", ["team:atlantis", "partij:niemand", "", "team:"])
def test_a_question_is_handed_only_to_who_exists(o: Overvecht, naar: str) -> None:
    m = meld()
    with o.fatima.handelt(op=DAG) as scope, pytest.raises(Geweigerd) as weigering:
        meldingen.zet_door(scope, melding=m.melding, naar=naar, reden="Daarom.")
    assert "naar" in weigering.value.velden


def test_control_nobody_gets_the_reporter_by_asking_the_database_without_taking_the_question(
    o: Overvecht,
) -> None:
    m = meld(Melder("Ria Smit", "06-00000002"))
    with pytest.raises(DatabaseError, match="zonder gebeurtenis"):
        _doe_na_lezen(o.joost, m, "SELECT pol.melder_toevertrouwen(%s)")


def test_beginning_the_investigation_takes_the_question_and_finishing_meets_the_clock(
    o: Overvecht,
) -> None:
    m = meld()
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.onderzoek_begonnen(scope, melding=m.melding)
    assert lees(o.fatima, m).toestand is Toestand.IN_ONDERZOEK
    with o.fatima.handelt(op=DAG) as scope:
        meldingen.rond_af(scope, melding=m.melding)
    assert lees(o.fatima, m).toestand is Toestand.AFGEROND
    assert klok(o.fatima, m) == []
    assert werklijst(o.fatima, Tab.TEAM) == []


def test_control_the_database_refuses_a_step_that_does_not_exist(
    o: Overvecht, beheer_conn: psycopg.Connection
) -> None:
    meld()
    with pytest.raises(psycopg.errors.CheckViolation, match="bestaat niet"):
        beheer_conn.execute("UPDATE meldingen_melding SET toestand = 'afgerond'")


def test_control_a_change_without_an_event_does_not_commit(o: Overvecht) -> None:
    m = meld()
    with pytest.raises(IntegrityError, match="zonder gebeurtenis"):
        _doe_na_lezen(o.fatima, m, "UPDATE meldingen_melding SET tekst = 'anders' WHERE id = %s")


def test_the_guard_in_the_database_has_exactly_the_steps_of_the_flow(
    beheer_conn: psycopg.Connection,
) -> None:
    rij = beheer_conn.execute(
        "SELECT prosrc FROM pg_proc WHERE proname = 'meldingen_melding_toestand'"
    ).fetchone()
    assert rij is not None
    for van in Toestand:
        for naar in Toestand:
            assert (f"('{van}', '{naar}')" in rij[0]) == ((van, naar) in FLOW.paren())


@pytest.mark.bewaking
def test_the_drawing_of_the_flow_is_the_flow_and_every_state_has_an_owner() -> None:
    assert FLOW.gaten() == []
    assert (DOCS / "melding.md").read_text(encoding="utf-8") == FLOW.tekening()
