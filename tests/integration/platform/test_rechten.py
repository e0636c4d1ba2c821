"""What the roles of a request can and cannot do, tried instead of looked up (T6, T28)."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import FeatureNotSupported, InsufficientPrivilege

from tests.integration.inzage.slot import Slot, bouw, inhoudstabellen
from tests.pgplugin import verbind_beheer, verbind_rol

# What a GET may call although it writes: it decides and logs in one go.
SCHRIJVENDE_VRAGEN = {
    "begin",
    "openen",
    "openen_als_inwoner",
    "openen_gezin",
    "zoek_persoon",
    "lijst_getoond",
}


@pytest.fixture(scope="module")
def slot(db_module: None) -> Slot:
    with verbind_beheer() as beheer:
        return bouw(beheer)


@pytest.fixture
def als_fatima(slot: Slot) -> Iterator[psycopg.Connection]:
    """The application in a request of Fatima's, with Eva's file open."""
    with slot.app() as conn:
        slot.begin(conn, slot.fatima)
        slot.open(conn, slot.eva)
        yield conn


@pytest.mark.parametrize(
    "zin",
    [
        "SELECT * FROM pol.sessie",
        "SELECT * FROM pol.geheim",
        "SELECT * FROM pol.verzending",
        "UPDATE pol.geheim SET demo = true",
        "SELECT * FROM inzage_leesregel",
        "INSERT INTO inzage_leesregel (id) VALUES (gen_random_uuid())",
        "UPDATE inzage_leesregel SET doel = 'anders'",
        "DELETE FROM inzage_leesregel",
        "TRUNCATE inzage_leesregel",
        "INSERT INTO inzage_betrokkenheid (id) VALUES (gen_random_uuid())",
        "UPDATE inzage_betrokkenheid SET niveau = 'wat'",
        "DELETE FROM inzage_blokkade",
        "INSERT INTO inzage_priverelatie (id) VALUES (gen_random_uuid())",
        "INSERT INTO inzage_geheimhouder (id) VALUES (gen_random_uuid())",
        "INSERT INTO inzage_noodtoegang (id) VALUES (gen_random_uuid())",
        "INSERT INTO platform_deel (id) VALUES (gen_random_uuid())",
        "UPDATE platform_deel SET geheim = false",
        "UPDATE platform_gebeurtenis SET actor_naam = 'een ander'",
        "DELETE FROM platform_gebeurtenis",
        "DELETE FROM huishoudens_persoon",
        "TRUNCATE huishoudens_persoon",
        "ALTER TABLE huishoudens_persoon DISABLE ROW LEVEL SECURITY",
        "CREATE TEMP TABLE inzage_betrokkenheid (id int)",
        "SELECT pol.handtekening('x')",
        "SELECT pol.ctx()",
        "SELECT * FROM pol.toegestaan('{}', '{}', 'toegang')",
        "SELECT * FROM pol.wie('medewerker', gen_random_uuid(), gen_random_uuid(), now())",
        "SELECT pg_read_file('postgresql.conf')",
        "COPY (SELECT 1) TO PROGRAM 'cat'",
    ],
)
def test_x3_a_request_is_refused(zin: str, als_fatima: psycopg.Connection) -> None:
    with pytest.raises(InsufficientPrivilege):
        als_fatima.execute(zin.encode())


def test_x3_row_security_cannot_be_switched_off(als_fatima: psycopg.Connection) -> None:
    als_fatima.execute("SET LOCAL row_security = off")
    with pytest.raises(InsufficientPrivilege, match="row-level security"):
        als_fatima.execute("SELECT * FROM huishoudens_persoon")


def test_x3_copy_into_a_locked_table_is_refused(als_fatima: psycopg.Connection) -> None:
    with pytest.raises(FeatureNotSupported), als_fatima.cursor() as cursor:
        cursor.execute("COPY huishoudens_contact FROM STDIN")


def test_x3_copy_out_gives_no_more_than_reading(als_fatima: psycopg.Connection, slot: Slot) -> None:
    with (
        als_fatima.cursor() as cursor,
        cursor.copy("COPY huishoudens_contact (deel_id) TO STDOUT") as uit,
    ):
        delen = {str(rij[0]) for rij in uit.rows()}
    assert delen == {str(slot.delen[r]) for r in ("identiteit", "plan", "inzet")}


@pytest.mark.parametrize(
    "rol", ["eenplan_eigenaar", "eenplan_polfn", "eenplan_lader", "eenplan_migratie"]
)
def test_x3_the_application_becomes_the_reader_and_nobody_else(
    rol: str, als_fatima: psycopg.Connection
) -> None:
    als_fatima.execute("SET LOCAL ROLE eenplan_lezer")
    with pytest.raises(InsufficientPrivilege):
        als_fatima.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(rol)))


def test_x3_the_application_cannot_take_another_session(als_fatima: psycopg.Connection) -> None:
    with pytest.raises(InsufficientPrivilege):
        als_fatima.execute("SET SESSION AUTHORIZATION eenplan_lader")


def test_x3_a_get_writes_nothing_but_the_read_log(
    slot: Slot, beheer_conn: psycopg.Connection
) -> None:
    functies = beheer_conn.execute(
        """SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'pol'::regnamespace AND provolatile = 'v'
              AND has_function_privilege('eenplan_lezer', oid, 'EXECUTE')"""
    )
    assert {naam for (naam,) in functies} <= SCHRIJVENDE_VRAGEN
    with slot.app() as conn:
        slot.begin(conn, slot.fatima)
        slot.open(conn, slot.eva)
        conn.execute("SET LOCAL ROLE eenplan_lezer")
        for tabel in inhoudstabellen(beheer_conn):
            for zin in ("DELETE FROM {}", "INSERT INTO {} DEFAULT VALUES"):
                with pytest.raises(InsufficientPrivilege), conn.transaction():
                    conn.execute(sql.SQL(zin).format(sql.Identifier(tabel)))
            with pytest.raises(InsufficientPrivilege), conn.transaction():
                conn.execute(
                    sql.SQL("UPDATE {} SET deel_id = deel_id").format(sql.Identifier(tabel))
                )


def test_x3_the_forced_owner_sees_and_changes_nothing(
    slot: Slot, beheer_conn: psycopg.Connection
) -> None:
    with verbind_rol("eenplan_migratie") as conn:
        conn.execute("SET ROLE eenplan_eigenaar")
        for tabel in inhoudstabellen(beheer_conn):
            naam = sql.Identifier(tabel)
            assert conn.execute(sql.SQL("SELECT * FROM {}").format(naam)).rowcount == 0, tabel
            vraag = sql.SQL("UPDATE {} SET deel_id = deel_id").format(naam)
            assert conn.execute(vraag).rowcount == 0, tabel


def test_x3_a_cheap_function_sees_no_row_that_the_lock_hides(
    slot: Slot, beheer_conn: psycopg.Connection
) -> None:
    """The classic leak: a function the planner likes to run first, which tells what passes by."""
    beheer_conn.execute(
        """CREATE FUNCTION public.f_lek(rij text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS
           $$ BEGIN RAISE NOTICE 'gezien %', rij; RETURN true; END $$;
           GRANT EXECUTE ON FUNCTION public.f_lek(text) TO eenplan_app"""
    )
    gezien: list[str] = []
    with slot.app() as conn:
        conn.add_notice_handler(lambda melding: gezien.append(str(melding.message_primary)))
        slot.begin(conn, slot.fatima)
        for tabel in inhoudstabellen(beheer_conn):
            conn.execute(
                sql.SQL("SELECT * FROM {} x WHERE f_lek(x.deel_id::text)").format(
                    sql.Identifier(tabel)
                )
            )
        assert gezien == []
        slot.open(conn, slot.eva)
        conn.execute("SELECT * FROM huishoudens_contact x WHERE f_lek(x.deel_id::text)")
    assert gezien, "the function must be able to tell, or this proves nothing"
    assert not any(str(slot.deel_piet) in regel for regel in gezien)
