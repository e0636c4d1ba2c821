"""A worker's database made clean again: emptied when only rows changed, made anew when anything else did.

A new copy of the template costs a thousand files, and every connection after it learns the schema again. Emptying
costs a few milliseconds and leaves the connections of the application as they are. Whatever is not just rows (a policy,
a function, a trigger, a right, a column, a setting, a row that was there from the start) counts as another database:
then it is made anew, so nothing a test leaves behind reaches the next one. `tests/bewaking/test_schoon.py` holds both
ways against planted remains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import LiteralString

import psycopg
from psycopg import sql

VAKER_NIEUW = 100
"""How often a database is emptied before it is made anew: what was emptied stays on disk and slows reading."""

_SCHEMA: LiteralString = """
SELECT sum(hashtextextended(x, 0)) FROM (
  SELECT concat_ws(':', 'policy', oid, xmin) FROM pg_policy
  UNION ALL SELECT concat_ws(':', 'functie', oid, xmin) FROM pg_proc WHERE oid >= 16384
  UNION ALL SELECT concat_ws(':', 'trigger', oid, xmin, tgenabled) FROM pg_trigger WHERE oid >= 16384
  UNION ALL SELECT concat_ws(':', 'eis', oid, xmin) FROM pg_constraint WHERE oid >= 16384
  UNION ALL SELECT concat_ws(':', 'regel', oid, xmin) FROM pg_rewrite WHERE oid >= 16384
  UNION ALL SELECT concat_ws(':', 'schema', oid, nspacl) FROM pg_namespace WHERE left(nspname, 3) <> 'pg_'
  UNION ALL SELECT concat_ws(':', 'uitbreiding', oid, xmin) FROM pg_extension
  UNION ALL SELECT concat_ws(':', 'luisteraar', oid, xmin) FROM pg_event_trigger
  UNION ALL SELECT concat_ws(':', 'recht', oid, xmin) FROM pg_default_acl
  UNION ALL SELECT concat_ws(':', 'instelling', setrole, setconfig) FROM pg_db_role_setting
             WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
  UNION ALL SELECT concat_ws(':', 'index', indexrelid, indisvalid) FROM pg_index WHERE indexrelid >= 16384
  UNION ALL SELECT concat_ws(':', 'tabel', oid, relname, relowner, relacl, relrowsecurity, relforcerowsecurity)
              FROM pg_class WHERE oid >= 16384 AND relkind <> 't'
  UNION ALL SELECT concat_ws(':', 'kolom', attrelid, attnum, attname, atttypid, attnotnull, attacl)
              FROM pg_attribute WHERE attrelid >= 16384 AND attnum > 0) AS alles (x)"""
_TABELLEN: LiteralString = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'r' AND c.oid >= 16384 ORDER BY 1, 2"""
_TELLERS: LiteralString = (
    "SELECT sum(hashtextextended(concat_ws(':', sequencename, last_value), 0)) FROM pg_sequences"
)


class Database:
    """The database of one worker, and how it was when it was new."""

    def __init__(self, verbind: Callable[[], psycopg.Connection], maak: Callable[[], None]) -> None:
        """`verbind`: a superuser's connection to it (autocommit). `maak`: replace it by a copy of the template."""
        self._verbind, self._maak = verbind, maak
        self._conn: psycopg.Connection | None = None
        self._keren = 0

    def maak_schoon(self) -> None:
        """As new, by the cheapest way that is certain."""
        if self._keren >= VAKER_NIEUW or not self._geleegd():
            self.maak_nieuw()
        self._keren += 1

    def maak_nieuw(self) -> None:
        """A new copy of the template: what it holds is what `maak_schoon` keeps."""
        self.laat_los()
        self._maak()
        conn = self._conn = self._verbind()
        self._keren = 0
        conn.execute("SET lock_timeout = '2s'")
        tabellen = [sql.Identifier(*naam) for naam in conn.execute(_TABELLEN)]
        vol = [tabel for tabel in tabellen if _heeft_rijen(conn, tabel)]
        self._leegmaken = _leegmaken(tabel for tabel in tabellen if tabel not in vol)
        self._vragen = [sql.SQL(_SCHEMA), sql.SQL(_TELLERS), *map(_inhoud, vol)]
        self._was = self._stand(conn)

    def laat_los(self) -> None:
        """Close the own connection; the next time the database is made anew."""
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def _geleegd(self) -> bool:
        if self._conn is None:
            return False
        try:
            self._conn.execute(self._leegmaken)
            return self._stand(self._conn) == self._was
        except psycopg.Error:  # somebody holds a lock, or the database is gone
            return False

    def _stand(self, conn: psycopg.Connection) -> list[tuple[object, ...]]:
        """What emptying does not bring back: the schema, the counters, what was there from the start."""
        alles = sql.SQL(" UNION ALL ").join(sql.SQL("({})").format(v) for v in self._vragen)
        return conn.execute(alles).fetchall()


def _heeft_rijen(conn: psycopg.Connection, tabel: sql.Identifier) -> bool:
    rij = conn.execute(sql.SQL("SELECT EXISTS (SELECT FROM {})").format(tabel)).fetchone()
    return rij is not None and bool(rij[0])


def _inhoud(tabel: sql.Identifier) -> sql.Composed:
    return sql.SQL("SELECT sum(hashtextextended(rij::text, 0)) FROM {} rij").format(tabel)


def _leegmaken(tabellen: Iterable[sql.Identifier]) -> sql.Composed:
    """One block: as a replica, so that no trigger and no reference stands in the way of emptying."""
    rijen = [
        sql.SQL("IF EXISTS (SELECT FROM {t}) THEN DELETE FROM {t}; END IF;").format(t=tabel)
        for tabel in tabellen
    ]
    return sql.SQL(
        "DO $schoon$ BEGIN SET LOCAL session_replication_role = replica;\n{}\nEND $schoon$"
    ).format(sql.SQL("\n").join(rijen))
