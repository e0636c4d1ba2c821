"""The roles on a real server, and the test bed that every access test leans on."""

from __future__ import annotations

import http.client
import os
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection
from psycopg import sql
from psycopg.conninfo import make_conninfo

from eenplan.platform import dbadres, geheimen, rollen
from tests.pgplugin import Website, verbind_beheer, verbind_rol

Conn = psycopg.Connection


def test_alleen_de_lader_gaat_langs_rijbeveiliging_en_niemand_is_superuser(
    beheer_conn: Conn,
) -> None:
    rijen = beheer_conn.execute(
        "SELECT rolname, rolcanlogin, rolbypassrls, rolsuper, rolcreaterole, rolcreatedb FROM pg_roles"
        " WHERE rolname LIKE 'eenplan\\_%' AND rolname <> 'eenplan_beheer' ORDER BY rolname"
    ).fetchall()
    assert [(rol, login, langs) for rol, login, langs, *_ in rijen] == [
        ("eenplan_app", True, False),
        ("eenplan_eigenaar", False, False),
        ("eenplan_lader", True, True),
        ("eenplan_lezer", False, False),
        ("eenplan_migratie", True, False),
        ("eenplan_polfn", False, False),
    ]
    assert not any(groot for *_, a, b, c in rijen for groot in (a, b, c))


def test_toetsen_en_django_zijn_verbonden_als_de_app(app_conn: Conn) -> None:
    zoek = "SELECT session_user, current_database()"
    assert app_conn.execute(zoek).fetchone() == ("eenplan_app", os.environ["EENPLAN_DATABASE"])
    with connection.cursor() as cursor:
        cursor.execute(zoek)
        assert cursor.fetchone() == ("eenplan_app", os.environ["EENPLAN_DATABASE"])


def test_de_app_mag_de_tabellen_niet_veranderen(app_conn: Conn) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app_conn.execute("CREATE TABLE public.stiekem (x int)")


@pytest.mark.parametrize("rol", geheimen.LOGINROLLEN)
def test_elke_inlogrol_kan_met_haar_wachtwoord_naar_binnen(rol: str, db_schoon: None) -> None:
    with verbind_rol(rol) as conn:
        assert conn.execute("SELECT session_user").fetchone() == (rol,)


@pytest.mark.parametrize("beurt", [1, 2])
def test_elke_toets_begint_met_een_schone_database(beurt: int, beheer_conn: Conn) -> None:
    """The second turn would find the table of the first."""
    beheer_conn.execute("CREATE TABLE restje (beurt int)")


def test_nog_eens_maken_verandert_niets(db_schoon: None) -> None:
    naam = os.environ["EENPLAN_DATABASE"]
    rollen.maak_rollen(dbadres.beheer_dsn(), naam, geheimen.wachtwoorden())
    with verbind_rol("eenplan_app") as conn:
        assert conn.execute("SELECT 1").fetchone() == (1,)


def test_een_account_zonder_rechten_hoort_welke_het_mist(db_schoon: None) -> None:
    with verbind_beheer() as beheer:
        naam = sql.Identifier(f"arm_{os.environ['EENPLAN_DATABASE']}")
        beheer.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(naam))
        beheer.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD 'proef'").format(naam))
        arm = make_conninfo(
            dbadres.beheer_dsn(), user=f"arm_{os.environ['EENPLAN_DATABASE']}", password="proef"
        )
        with pytest.raises(rollen.RechtenFout, match="mist rechten"):
            rollen.maak_rollen(arm, os.environ["EENPLAN_DATABASE"], geheimen.wachtwoorden())
        beheer.execute(sql.SQL("DROP ROLE {}").format(naam))


def test_een_onbereikbare_server_geeft_een_zin() -> None:
    with pytest.raises(rollen.RechtenFout, match="niet te bereiken"):
        rollen.maak_rollen("host=127.0.0.1 port=1 user=x", "eenplan", {})


def test_de_website_van_de_toetsen_antwoordt(website: Website) -> None:
    verbinding = http.client.HTTPConnection(urlsplit(website.basis).netloc, timeout=20)
    verbinding.request("GET", "/bestaat-niet/")
    assert verbinding.getresponse().status == 404
