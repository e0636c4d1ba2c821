"""Where the database is, per role: the embedded one beside the data, or the server that DATABASE_URL names."""

from __future__ import annotations

import os
from typing import TypedDict
from urllib.parse import unquote, urlsplit

from . import geheimen


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


def database(rol: str, *, pool: bool = False, options: str = "") -> Verbinding:
    """The connection of one role. Prepared statements are on: they halve the cost of a hot page (docs/adr/0008)."""
    opties: dict[str, object] = {"server_side_binding": True, "prepare_threshold": 1}
    if options:
        opties["options"] = options
    if pool:
        opties["pool"] = {
            "min_size": 1,
            "max_size": int(os.environ.get("EENPLAN_POOL", "8")),
            "timeout": 10,
        }
    plek = urlsplit(os.environ["DATABASE_URL"]) if "DATABASE_URL" in os.environ else None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("EENPLAN_DATABASE")
        or (plek.path.lstrip("/") if plek else "eenplan"),
        "USER": rol,
        "PASSWORD": geheimen.lees().wachtwoorden[rol],
        "HOST": unquote(plek.hostname or "") if plek else geheimen.socketmap(),
        "PORT": str(plek.port or 5432) if plek else "5432",
        "OPTIONS": opties,
        "CONN_MAX_AGE": 0,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }
