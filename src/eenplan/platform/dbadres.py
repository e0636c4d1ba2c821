"""Connection strings outside Django: the administrator's, and each role's.

DATABASE_URL names the administrator (`postgresql://naam:wachtwoord@host:5432/eenplan`); only `eenplan setup-db` uses
that account. The application logs in at the same place as its own roles, with passwords from `geheimen.json`.
"""

from __future__ import annotations

import os

from psycopg.conninfo import make_conninfo

from eenplan.platform import geheimen, verbinding
from eenplan.platform.postgres import BEHEERDER, WACHTWOORDBESTAND, ClusterFout, dsn


def ingebed() -> bool:
    """Whether this installation runs its own cluster."""
    return not os.environ.get("DATABASE_URL")


def dbnaam() -> str:
    """The name of the database of this installation."""
    return verbinding.database("eenplan_app").get("NAME", "eenplan")


def rol_dsn(rol: str, dbname: str | None = None) -> str:
    """Connection string (libpq key=value form) of a login role."""
    adres = verbinding.database(rol)
    eigen = {"user": rol, "password": adres["PASSWORD"], "dbname": dbname or adres["NAME"]}
    return make_conninfo(**verbinding.plek() | eigen)


def beheer_dsn(dbname: str | None = None) -> str:
    """Connection string of the administrator. Raises ClusterFout when there is no cluster or the URL is wrong."""
    naam = dbname or dbnaam()
    if not ingebed():
        return make_conninfo(os.environ["DATABASE_URL"], dbname=naam)
    cluster = geheimen.clustermap()
    try:
        return dsn(cluster, BEHEERDER, naam, (cluster / WACHTWOORDBESTAND).read_text().strip())
    except OSError as fout:
        raise ClusterFout(
            f"In {geheimen.datamap()} staat nog geen database. Start hem met `make demo`, of zet DATABASE_URL."
        ) from fout
