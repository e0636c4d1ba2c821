"""Where the database is, per role: the embedded one beside the data, or the server that DATABASE_URL names."""

from __future__ import annotations

import os
from typing import TypedDict

from psycopg.conninfo import conninfo_to_dict
from psycopg.errors import ProgrammingError

from . import geheimen
from .pgzinnen import ClusterFout
from .postgres import POORT


class Verbinding(TypedDict, total=False):
    """One entry of Django's DATABASES."""

    ENGINE: str
    NAME: str
    USER: str
    PASSWORD: str
    HOST: str
    PORT: str
    OPTIONS: dict[str, object]
    CONN_MAX_AGE: int
    DISABLE_SERVER_SIDE_CURSORS: bool


def plek() -> dict[str, str]:
    """Where the database is and how to get there, in libpq's own words; account and password are each role's own.

    Raises ClusterFout when DATABASE_URL cannot be read.
    """
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {"host": geheimen.socketmap(), "port": str(POORT), "dbname": "eenplan"}
    try:
        delen = conninfo_to_dict(url)
    except ProgrammingError as fout:
        raise ClusterFout(
            "DATABASE_URL is niet te lezen. Schrijf hem als postgresql://naam:wachtwoord@host:5432/eenplan."
        ) from fout
    return {naam: str(deel) for naam, deel in delen.items() if naam not in ("user", "password")}


def database(rol: str, *, pool: bool = False, options: str = "") -> Verbinding:
    """The connection of one role. Prepared statements are on: they halve the cost of a hot page (docs/adr/0008)."""
    adres = plek()
    host, port, naam = (adres.pop(deel, "") for deel in ("host", "port", "dbname"))
    opties: dict[str, object] = {**adres, "server_side_binding": True, "prepare_threshold": 1}
    if options:
        opties["options"] = f"{adres.get('options', '')} {options}".strip()
    if pool:
        opties["pool"] = {
            "min_size": 1,
            "max_size": int(os.environ.get("EENPLAN_POOL", "8")),
            "timeout": 10,
        }
    return {
        "ENGINE": "eenplan.platform.backend" if pool else "django.db.backends.postgresql",
        "NAME": os.environ.get("EENPLAN_DATABASE") or naam or "eenplan",
        "USER": rol,
        "PASSWORD": geheimen.wachtwoord(rol),
        "HOST": host,
        "PORT": port,
        "OPTIONS": opties,
        "CONN_MAX_AGE": 0,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }
