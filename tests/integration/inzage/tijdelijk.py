"""Facts changed behind the lock's back for a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import LiteralString

import psycopg
from psycopg import sql


@contextmanager
def tijdelijk(
    beheer: psycopg.Connection, zin: LiteralString, waarden: Sequence[object]
) -> Iterator[None]:
    """Change facts behind the lock's back, and put them back."""
    tabel = sql.Identifier(zin.split()[1])
    beheer.execute("SET session_replication_role = replica")
    beheer.execute(sql.SQL("CREATE TEMP TABLE bewaard AS SELECT * FROM {}").format(tabel))
    beheer.execute(zin, waarden)
    try:
        yield
    finally:
        beheer.execute(sql.SQL("DELETE FROM {}").format(tabel))
        beheer.execute(sql.SQL("INSERT INTO {} SELECT * FROM bewaard").format(tabel))
        beheer.execute("DROP TABLE bewaard")
        beheer.execute("SET session_replication_role = DEFAULT")
