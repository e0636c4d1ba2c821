"""Somebody who can run SQL in the session of a helper: what they write in a file they may only read (T4, U6)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError
from psycopg import sql

from eenplan.inzage import api as inzage
from eenplan.organisaties.api import Functie, organisatie_id
from eenplan.plannen import api as plannen
from eenplan.plannen.api import EigenSoort
from eenplan.platform.vraag import doe, waarde
from eenplan.uitvoering import api as uitvoering
from tests import world
from tests.integration.inzage.slot import inhoudstabellen
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import OP, Gevraagd
from tests.world import Mens

BLIND = "INSERT INTO {t} (id, deel_id) VALUES (gen_random_uuid(), %s)"
"""A row with nothing in it: the lock is asked before any other rule of the table."""
KOPIE = """INSERT INTO {t} SELECT (jsonb_populate_record(NULL::{t}, to_jsonb(x) || jsonb_build_object('id',
             gen_random_uuid()))).* FROM {t} x LIMIT 1"""
DOOR_AANBIEDER = {"plannen_eigenregel"}
"""Where a helper may add a line: a step, by a rule of its own (test_aanpak.py)."""
INWONERTABELLEN = {"plannen_eigenregel"}
"""What the team never writes: what a resident says is the resident's."""


@pytest.fixture(scope="module")
def zaak(db_module: None) -> Gevraagd:
    """Lisa took on help for Esra, who wrote under the own goal."""
    zaak = wereld.gevraagd()
    wereld.neem_aan(zaak)
    with zaak.lisa.handelt(op=OP, lezen=True) as scope:
        doel = uitvoering.open_hulpblad(scope, zaak.inzet).blad.doel
    with Mens(zaak.persoon, zaak.fatima.gemeente, "inwoner").handelt(op=OP) as scope:
        plannen.schrijf_erbij(scope, doel=doel, soort=EigenSoort.OPMERKING, tekst="Ik durf niet.")
    return zaak


@pytest.fixture(scope="module")
def consulent(zaak: Gevraagd) -> Mens:
    """Noor decides for the municipality about help for Esra."""
    noor = world.medewerker(
        world.UTRECHT, "Noor Kok", organisatie="gemeente", functie=Functie.CONSULENT
    )
    gemeente = organisatie_id(world.UTRECHT, "gemeente")
    with zaak.fatima.handelt(op=OP) as scope:
        inzage.openen(scope, personen=[zaak.persoon], doel=inzage.Doel.TOEGANG)
        inzage.betrekken(
            scope,
            persoon=zaak.persoon,
            partij=inzage.Partij(gemeente, "Gemeente Utrecht", "14 030"),
            doel=inzage.Doel.BESLUITVORMING,
            grondslag="beslissen op een aanvraag",
            rubrieken=inzage.BESLUIT_RUBRIEKEN,
        )
    return noor


@contextmanager
def _met_dossier(zaak: Gevraagd, wie: Mens) -> Iterator[None]:
    """The file open for what this person works on; nothing is kept."""
    with wie.handelt(op=OP) as scope:
        uitvoering.open_hulpblad(scope, zaak.inzet)
        yield
        transaction.set_rollback(True)


def _tabellen(beheer: psycopg.Connection, recht: str) -> list[str]:
    mag = "SELECT has_table_privilege('eenplan_app', %s, %s)"
    return [
        tabel
        for tabel in inhoudstabellen(beheer)
        if tabel.startswith(("plannen_", "besluiten_"))
        and beheer.execute(mag, [tabel, recht]).fetchone() == (True,)
    ]


def _in(tabel: str, zin: str, *waarden: object) -> int:
    """How many rows of this table the statement touches."""
    return doe(sql.SQL(zin).format(t=sql.Identifier(tabel)).as_string(None), waarden)


def _mag_niet(tabel: str, zin: str, *waarden: object) -> bool:
    """Whether the lock refuses this; anything else that is wrong with the row means that it does not."""
    try:
        with transaction.atomic():
            _in(tabel, zin, *waarden)
    except ProgrammingError as fout:
        return "row-level security" in str(fout)
    except IntegrityError:
        return False
    return False


def _nieuw_deel(zaak: Gevraagd) -> UUID:
    deel = uuid4()
    doe(
        "SELECT pol.nieuw_deel(%s, %s, %s, 'plan', NULL, NULL, false, false)",
        [deel, zaak.fatima.gemeente, zaak.persoon],
    )
    return deel


def _deel_van_de_hulp(zaak: Gevraagd) -> object:
    return waarde("SELECT deel_id FROM plannen_inzet WHERE id = %s", [zaak.inzet])


# --- goals, help, agreement, decisions --------------------------------------------------------------------------------


@pytest.mark.parametrize("waar", ["open", "nieuw"])
def test_t4_who_helps_adds_nothing_to_a_plan_or_a_decision(
    zaak: Gevraagd, beheer_conn: psycopg.Connection, waar: str
) -> None:
    """Under what was shared, nor in a deel of the own making about the same person."""
    tabellen = set(_tabellen(beheer_conn, "INSERT"))
    with _met_dossier(zaak, zaak.lisa):
        deel = _deel_van_de_hulp(zaak) if waar == "open" else _nieuw_deel(zaak)
        dicht = {t for t in tabellen if _mag_niet(t, BLIND, deel)}
    assert tabellen - dicht <= DOOR_AANBIEDER
    assert {"plannen_doel", "plannen_besluitmoment", "besluiten_stuk"} <= dicht


@pytest.mark.parametrize("waar", ["open", "nieuw"])
def test_control_who_has_the_question_adds_all_of_it(
    zaak: Gevraagd, beheer_conn: psycopg.Connection, waar: str
) -> None:
    with _met_dossier(zaak, zaak.fatima):
        deel = _deel_van_de_hulp(zaak) if waar == "open" else _nieuw_deel(zaak)
        dicht = {t for t in _tabellen(beheer_conn, "INSERT") if _mag_niet(t, BLIND, deel)}
    assert dicht == INWONERTABELLEN


@pytest.mark.parametrize("waar", ["open", "nieuw"])
def test_x13_who_decides_adds_what_follows_from_the_decision_and_no_goals_help_or_agreement(
    zaak: Gevraagd, consulent: Mens, beheer_conn: psycopg.Connection, waar: str
) -> None:
    with consulent.handelt(op=OP) as scope:
        inzage.openen(scope, personen=[zaak.persoon], doel=inzage.Doel.BESLUITVORMING)
        deel = _deel_van_de_hulp(zaak) if waar == "open" else _nieuw_deel(zaak)
        tabellen = set(_tabellen(beheer_conn, "INSERT"))
        dicht = {t for t in tabellen if _mag_niet(t, BLIND, deel)}
        transaction.set_rollback(True)
    assert tabellen - dicht == {
        "plannen_besluitmoment",
        *(f"besluiten_{wat}" for wat in ("aanvraag", "stuk", "verteld", "vervolg")),
    }


@pytest.mark.parametrize("tabel", ["doel", "inzet", "besluitmoment"])
def test_t4_who_helps_plants_no_second_goal_help_or_answer(zaak: Gevraagd, tabel: str) -> None:
    """A copy of what was shared, with another key: also an answer of the policy that says the situation is complex."""
    with _met_dossier(zaak, zaak.lisa):
        assert waarde(f"SELECT count(*) FROM plannen_{tabel}"), (
            "control: there is something to copy"
        )
        assert _mag_niet(f"plannen_{tabel}", KOPIE)


@pytest.mark.parametrize("tabel", ["doel", "eigenregel"])
def test_t4_who_helps_changes_no_goal_or_word_of_the_resident(zaak: Gevraagd, tabel: str) -> None:
    with _met_dossier(zaak, zaak.lisa):
        assert waarde(f"SELECT count(*) FROM plannen_{tabel}"), (
            "control: there is something to read"
        )
        assert _in(f"plannen_{tabel}", "UPDATE {t} SET id = id") == 0


def test_t4_who_helps_changes_nothing_of_any_plan_or_decision(
    zaak: Gevraagd, beheer_conn: psycopg.Connection
) -> None:
    with _met_dossier(zaak, zaak.lisa):
        for tabel in set(_tabellen(beheer_conn, "UPDATE")) - {"plannen_inzet"}:
            assert _in(tabel, "UPDATE {t} SET id = id") == 0, tabel
        assert _mag_niet("plannen_inzet", "UPDATE {t} SET id = id")


def test_control_who_has_the_question_changes_it(
    zaak: Gevraagd, beheer_conn: psycopg.Connection
) -> None:
    with _met_dossier(zaak, zaak.fatima):
        geraakt = {
            tabel
            for tabel in _tabellen(beheer_conn, "UPDATE")
            if _in(tabel, "UPDATE {t} SET id = id")
        }
    assert {"plannen_plan", "plannen_doel", "plannen_inzet", "plannen_akkoord"} <= geraakt
    assert not geraakt & INWONERTABELLEN


# --- the own help -----------------------------------------------------------------------------------------------------


def test_f11_who_helps_can_end_the_own_help(zaak: Gevraagd) -> None:
    with _met_dossier(zaak, zaak.lisa):
        assert _in("plannen_inzet", "UPDATE {t} SET toestand = 'beeindigd', tot = now()") == 1


@pytest.mark.parametrize("wat", ["wat = 'veel meer hulp'", "tot = '2030-01-01'"])
def test_t4_and_makes_no_other_help_of_it(zaak: Gevraagd, wat: str) -> None:
    with _met_dossier(zaak, zaak.lisa):
        assert _mag_niet("plannen_inzet", f"UPDATE {{t}} SET {wat}")


@pytest.mark.parametrize("wat", ["wat = 'veel meer hulp'", "organisatie_id = NULL"])
def test_t4_nor_while_ending_it(zaak: Gevraagd, wat: str) -> None:
    with (
        _met_dossier(zaak, zaak.lisa),
        pytest.raises(IntegrityError, match="blijft verder zoals zij was"),
        transaction.atomic(),
    ):
        _in("plannen_inzet", f"UPDATE {{t}} SET {wat}, toestand = 'beeindigd'")


# --- the answer of the resident ---------------------------------------------------------------------------------------


def test_u17_nobody_answers_in_the_place_of_the_resident(zaak: Gevraagd) -> None:
    """Who has the question writes down what was said; that somebody answered at the own pages, only they."""
    with _met_dossier(zaak, zaak.fatima):
        assert _mag_niet("plannen_akkoord", "UPDATE {t} SET zelf = true")
        assert not _mag_niet("plannen_akkoord", "UPDATE {t} SET zelf = false"), "control"


@pytest.mark.parametrize(
    ("tabel", "wordt"),
    [("eigenregel", "soort = 'stap'"), ("akkoord", "uitkomst = 'uitzondering', reden = 'x'")],
)
def test_t4_a_resident_writes_no_step_and_no_ground_to_go_on_without_an_answer(
    zaak: Gevraagd, tabel: str, wordt: str
) -> None:
    with Mens(zaak.persoon, zaak.fatima.gemeente, "inwoner").handelt(op=OP) as scope:
        inzage.open_als_inwoner(scope)
        assert _in(f"plannen_{tabel}", "UPDATE {t} SET id = id"), "control: the own row"
        assert _mag_niet(f"plannen_{tabel}", f"UPDATE {{t}} SET {wordt}")
        transaction.set_rollback(True)


# --- under the own file what counts for another -----------------------------------------------------------------------


@pytest.mark.parametrize("tabel", ["akkoord", "besluitmoment"])
def test_t4_what_counts_for_help_stands_under_that_help(zaak: Gevraagd, tabel: str) -> None:
    """Also who may write in a file puts no answer about one piece of help in another deel."""
    ander = KOPIE.replace("gen_random_uuid()", "gen_random_uuid(), 'deel_id', %s::uuid", 1)
    with (
        _met_dossier(zaak, zaak.fatima),
        pytest.raises(IntegrityError, match=f"plannen_{tabel}_bij_inzet"),
        transaction.atomic(),
    ):
        _in(f"plannen_{tabel}", ander, _nieuw_deel(zaak))


# --- what holds them --------------------------------------------------------------------------------------------------


@contextmanager
def _zonder(beheer: psycopg.Connection, tabel: str, regel: str) -> Iterator[None]:
    """This one lock open for a moment."""
    [[toets]] = beheer.execute(
        "SELECT with_check FROM pg_policies WHERE tablename = %s AND policyname = %s",
        [tabel, regel],
    ).fetchall()
    zin = sql.SQL("ALTER POLICY {r} ON {t} WITH CHECK ({c})")
    namen = {"r": sql.Identifier(regel), "t": sql.Identifier(tabel)}
    beheer.execute(zin.format(c=sql.SQL("true"), **namen))
    try:
        yield
    finally:
        beheer.execute(zin.format(c=sql.SQL(toets), **namen))


@pytest.mark.parametrize("tabel", ["doel", "inzet", "besluitmoment"])
def test_control_without_this_lock_who_helps_would_add_to_it(
    zaak: Gevraagd, tabel: str, beheer_conn: psycopg.Connection
) -> None:
    naam = f"plannen_{tabel}"
    with (
        _zonder(beheer_conn, naam, "schrijver_voegt_toe"),
        _met_dossier(zaak, zaak.lisa),
    ):
        assert not _mag_niet(naam, KOPIE)


def test_control_without_this_lock_who_helps_would_change_the_help(
    zaak: Gevraagd, beheer_conn: psycopg.Connection
) -> None:
    with (
        _zonder(beheer_conn, "plannen_inzet", "schrijver_wijzigt"),
        _met_dossier(zaak, zaak.lisa),
    ):
        assert not _mag_niet("plannen_inzet", "UPDATE {t} SET wat = 'veel meer hulp'")
