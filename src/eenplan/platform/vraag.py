"""Own SQL into frozen dataclasses, for the hot pages (docs/adr/0008). Everywhere else: the ORM."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

R = TypeVar("R")

Parameters = Sequence[object] | Mapping[str, object]


def _voer_uit(cursor: CursorWrapper, sql: str, parameters: Parameters) -> None:
    # The stubs know fewer types than psycopg adapts (timedelta, lists of keys).
    cursor.execute(sql, parameters)  # type: ignore[arg-type]


def rijen(soort: Callable[..., R], sql: str, parameters: Parameters = ()) -> list[R]:
    """Run one statement; each row becomes one `soort`, columns in the order of its fields."""
    with connection.cursor() as cursor:
        _voer_uit(cursor, sql, parameters)
        return [soort(*rij) for rij in cursor.fetchall()]


def waarde(sql: str, parameters: Parameters = ()) -> object:
    """The first column of the first row, or None."""
    with connection.cursor() as cursor:
        _voer_uit(cursor, sql, parameters)
        rij = cursor.fetchone()
    return rij[0] if rij else None


def om_de_beurt(sleutel: UUID) -> None:
    """Whoever else wants to change this file waits until our transaction ends, and then finds what we did.

    Before the file is opened: what somebody made while we waited must open with it. A row lock comes too late for that.
    """
    doe("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(sleutel)])


def doe(sql: str, parameters: Parameters = ()) -> int:
    """Run one statement; tells how many rows it touched."""
    with connection.cursor() as cursor:
        _voer_uit(cursor, sql, parameters)
        return int(cursor.rowcount)
