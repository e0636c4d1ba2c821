"""Makes the database and its roles (`sql/rollen.sql`); safe to run again."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from eenplan.platform.geheimen import LOGINROLLEN

NODIG = {
    "rolcreaterole": "CREATEROLE (rollen maken)",
    "rolcreatedb": "CREATEDB (de database maken)",
    "rolbypassrls": "BYPASSRLS (om dat aan de rol eenplan_lader te kunnen geven)",
}


class RechtenFout(Exception):
    """The administrator cannot do this; the text is a Dutch sentence that names the missing rights."""


def maak_rollen(admin_dsn: str, dbname: str, wachtwoorden: Mapping[str, str]) -> None:
    """Make the roles, the database when it is missing, its grants, and set the passwords of the login roles.

    Raises RechtenFout: no connection, rights missing, or a server older than PostgreSQL 15.
    """
    try:
        with psycopg.connect(make_conninfo(admin_dsn, dbname="postgres"), autocommit=True) as conn:
            _controleer(conn)
            if not conn.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [dbname]
            ).fetchone():
                conn.execute(
                    sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(
                        sql.Identifier(dbname)
                    )
                )
        with psycopg.connect(make_conninfo(admin_dsn, dbname=dbname)) as conn:
            conn.execute(_script())
            _rechten_op_database(conn, dbname)
            _wachtwoorden(conn, wachtwoorden)
    except psycopg.OperationalError as fout:
        raise RechtenFout(
            f"De database is niet te bereiken: {str(fout).strip().splitlines()[0]}. "
            "Controleer DATABASE_URL en of de server draait."
        ) from fout
    except psycopg.errors.InsufficientPrivilege as fout:
        raise RechtenFout(_rechtenzin(fout.diag.message_primary or "onvoldoende rechten")) from fout


def ontbrekende_rechten(conn: psycopg.Connection) -> list[str]:
    """The rights the connected account lacks for `maak_rollen`, in words."""
    rij = conn.execute(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if rij is None or rij[0]:
        return []
    if conn.info.server_version < 160000:
        return ["SUPERUSER (in PostgreSQL 15 kan alleen een superuser BYPASSRLS geven)"]
    return [uitleg for (uitleg, heeft) in zip(NODIG.values(), rij[1:], strict=True) if not heeft]


def _controleer(conn: psycopg.Connection) -> None:
    if conn.info.server_version < 150000:
        raise RechtenFout("Deze PostgreSQL is te oud. Eenplan heeft versie 15 of later nodig.")
    if mist := ontbrekende_rechten(conn):
        raise RechtenFout(_rechtenzin("; ".join(mist)))


def _rechtenzin(wat: str) -> str:
    return (
        f"Het account in DATABASE_URL mist rechten: {wat}. "
        "Geef die rechten, of gebruik voor `eenplan setup-db` een beheerdersaccount."
    )


def _script() -> bytes:
    return resources.files("eenplan.platform").joinpath("sql/rollen.sql").read_bytes()


def _rechten_op_database(conn: psycopg.Connection, dbname: str) -> None:
    naam = sql.Identifier(dbname)
    conn.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(naam))
    for rol in LOGINROLLEN:
        conn.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(naam, sql.Identifier(rol))
        )


def _wachtwoorden(conn: psycopg.Connection, wachtwoorden: Mapping[str, str]) -> None:
    """Sent as SCRAM verifiers, so that no log ever holds the words themselves."""
    for rol in LOGINROLLEN:
        verhaspeld = conn.pgconn.encrypt_password(
            wachtwoorden[rol].encode(), rol.encode(), b"scram-sha-256"
        ).decode("ascii")
        conn.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                sql.Identifier(rol), sql.Literal(verhaspeld)
            )
        )
