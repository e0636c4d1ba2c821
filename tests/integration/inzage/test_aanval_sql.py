"""Somebody who can run SQL as the application, with one account: walls that they do not get past (T4, T6, X3).

What the role can still do stands in docs/adr/0011.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db.utils import IntegrityError, ProgrammingError

from eenplan.inzage import api as inzage
from eenplan.platform import scope as scopes
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, vastleggen
from eenplan.platform.vraag import doe, rijen
from tests import world

PROEF = Soort("plan.begonnen", "Er is een plan begonnen")


@pytest.fixture
def o(db_schoon: None) -> world.Overvecht:
    return world.overvecht()


def _eigen_deel(scope: scopes.Scope) -> UUID:
    """A deel about somebody made up: every employee may register a person."""
    nieuw, deel = uuid4(), uuid4()
    doe("SELECT pol.persoon_aanmelden(%s, %s, NULL)", [nieuw, scope.gemeente])
    eigen = [deel, scope.gemeente, nieuw]
    doe("SELECT pol.nieuw_deel(%s, %s, %s, 'plan', NULL, NULL, false, false)", eigen)
    return deel


@pytest.mark.parametrize("bewijs", [None, b"", b"x" * 32])
def test_t4_sql_alone_signs_nobody_in(o: world.Overvecht, bewijs: bytes | None) -> None:
    inlog = [b"x" * 32, "medewerker", o.fatima.id, o.fatima.gemeente, 3600, bewijs]
    with o.lisa.handelt(), pytest.raises(ProgrammingError, match="zonder bewijs"):
        doe("SELECT pol.sessie_openen(%s, %s, %s, %s, %s, %s)", inlog)


@pytest.mark.parametrize("sleutel", [None, b"van een ander"])
def test_t4_a_database_without_the_key_signs_nobody_in(
    o: world.Overvecht, beheer_conn: psycopg.Connection, sleutel: bytes | None
) -> None:
    """The control: the proof is compared with the key of this very installation."""
    assert scopes.open_sessie(soort="medewerker", actor=o.lisa.id, gemeente=o.lisa.gemeente)
    beheer_conn.execute("UPDATE pol.geheim SET inlog = %s", [sleutel])
    with pytest.raises(ProgrammingError, match="zonder bewijs"):
        scopes.open_sessie(soort="medewerker", actor=o.lisa.id, gemeente=o.lisa.gemeente)


def test_t4_an_event_about_a_strangers_file_closes_no_work_and_stops_no_clock(
    o: world.Overvecht, beheer_conn: psycopg.Connection
) -> None:
    """An event can be written about any key; work and clocks ask for the person's file as well."""
    vraag = world.man_alleen()
    with o.lisa.handelt(op=world.LENTE) as scope:
        vastleggen(scope, Gebeurtenis(PROEF, vraag.melding, _eigen_deel(scope), None))
        doe("SELECT pol.werk_afronden(%s, 'melding_oppakken')", [vraag.melding])
        for functie in ("termijn_voldoen", "termijn_vervallen"):
            dag = [vraag.melding, "onderzoek_wmo", date(2026, 3, 2)]
            doe(f"SELECT pol.{functie}(%s, %s, %s)", dag)
        doe("SELECT pol.termijnen_verplaatsen(%s, %s)", [vraag.melding, o.lisa.id])
    werk = "SELECT toestand FROM werk_item WHERE over_id = %s"
    assert beheer_conn.execute(werk, [vraag.melding]).fetchall() == [("open",)]
    klok = (
        "SELECT voldaan_op, vervallen_op, partij_id = %s FROM termijnen_termijn WHERE over_id = %s"
    )
    klokken = beheer_conn.execute(klok, [o.lisa.id, vraag.melding]).fetchall()
    assert klokken == [(None, None, False)]


def test_t4_nobody_writes_on_the_timeline_of_somebody_whose_file_is_shut(
    o: world.Overvecht,
) -> None:
    gezin = world.gezin_hadi(o.fatima)
    with o.lisa.handelt(op=world.LENTE) as scope, pytest.raises(IntegrityError, match="gaat_over"):
        vastleggen(scope, Gebeurtenis(PROEF, gezin.melding, _eigen_deel(scope), gezin.sam))


def test_t12_the_key_of_somebody_elses_form_tells_nothing(o: world.Overvecht) -> None:
    sleutel = uuid4()
    claim = "SELECT zelfde, resultaat FROM pol.verzending_claimen(%s, %s)"
    with o.fatima.handelt():
        rijen(tuple2, claim, [sleutel, b"van Fatima"])
        doe("SELECT pol.verzending_afronden(%s, '/ontvangen/geheim/')", [sleutel])
    with o.lisa.handelt():
        assert rijen(tuple2, claim, [sleutel, b"van Lisa"]) == [(False, None)]
        doe("SELECT pol.verzending_afronden(%s, '/elders/')", [sleutel])
    with o.fatima.handelt():
        assert rijen(tuple2, claim, [sleutel, b"van Fatima"]) == [(True, "/ontvangen/geheim/")]


def tuple2(een: object, twee: object) -> tuple[object, object]:
    return een, twee


def test_t27_looking_for_whom_one_is_blocked_from_finds_nothing_and_leaves_a_trace(
    o: world.Overvecht, beheer_conn: psycopg.Connection
) -> None:
    """An ex-partner who works here: the same answer as for somebody unknown, and the resident can see it was tried."""
    gezin = world.gezin_hadi(o.fatima)
    beheer_conn.execute(
        "INSERT INTO inzage_blokkade (id, tegen_id, van, gemeente_id, persoon_id)"
        " VALUES (gen_random_uuid(), %s, '2020-01-01', %s, %s)",
        [o.joost.id, o.joost.gemeente, gezin.mina],
    )
    with o.joost.handelt(op=world.LENTE, lezen=True) as scope:
        assert not inzage.zoek(scope, zoeknaam="hadi", geboortedatum=date(1984, 7, 4))
    with o.fatima.handelt(op=world.LENTE, lezen=True) as scope:
        [treffer] = inzage.zoek(scope, zoeknaam="hadi", geboortedatum=date(1984, 7, 4))
    assert treffer.persoon == gezin.mina
    regels = beheer_conn.execute(
        "SELECT actor_id, soort FROM inzage_leesregel WHERE persoon_id = %s AND grond = 'naam'",
        [gezin.mina],
    ).fetchall()
    assert regels == [(o.joost.id, "geweigerd"), (o.fatima.id, "zoeken")]


@pytest.mark.parametrize(
    "zin",
    [
        "CREATE TABLE public.x (i int)",
        "CREATE FUNCTION public.x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "SELECT pg_ls_dir('.')",
        "SELECT pg_stat_file('base')",
        "SELECT passwd FROM pg_shadow",
        "SELECT * FROM pg_statistic",
        "SELECT pol.te_geven(NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
        "SELECT pol.zelfde_mens(gen_random_uuid())",
        "SELECT pol.huisgenoten(gen_random_uuid())",
        "SELECT pol.hier_geopend()",
        "SELECT pol.gemeente_van_gebeurtenis(gen_random_uuid())",
    ],
)
def test_t4_what_sql_of_a_request_is_refused(o: world.Overvecht, zin: str) -> None:
    with o.lisa.handelt(), pytest.raises(ProgrammingError, match="permission denied"):
        doe(zin)


def test_t4_statistics_of_a_locked_table_tell_nothing(
    o: world.Overvecht, beheer_conn: psycopg.Connection
) -> None:
    world.gezin_hadi(o.fatima)
    beheer_conn.execute("ANALYZE")
    tabel = "SELECT FROM pg_stats WHERE tablename = 'huishoudens_persoon'"
    assert beheer_conn.execute(tabel).rowcount > 0
    with o.lisa.handelt():
        assert doe(tabel) == 0
