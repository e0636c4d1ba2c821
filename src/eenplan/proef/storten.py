"""Pouring into the database: one transaction, so that whatever happens a population is there whole or not at all.

Everything that makes it fast lives and dies with that transaction: emptied tables that COPY may fill with rows that are
frozen at once, and indexes that stand still until the last row is in (docs/adr/0028). Nothing is dropped, so nothing
can come back different. What is poured was checked when its mould walked; the triggers are not asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg
from psycopg import sql

from eenplan.platform import dbadres

from .mal import Tabel, tabellen

Stapels: TypeAlias = Mapping[str, bytes]
"""Per table, the lines for COPY."""
GEHEUGEN = "512MB"  # to sort an index in


class GeenRecht(Exception):
    """The administrator's account may not do this; the text says what is needed."""


@contextmanager
def storting(
    tafels: Sequence[Tabel], detail: Callable[[str], None]
) -> Iterator[Callable[[Stapels], None]]:
    """Takes heaps of rows, beside what these tables hold already. Raises GeenRecht.

    On leaving, the indexes are built and all is committed; on any exception nothing happened.
    """
    with psycopg.connect(dbadres.beheer_dsn()) as conn:
        _neem_de_ruimte(conn)
        bestaand = {tabel.naam: _lees(conn, tabel.naam) for tabel in tafels}
        _leeg(conn, tafels)
        _zet_indexen_stil(conn, tafels)
        conn.execute("SET LOCAL ROLE eenplan_lader")

        def stort(stapels: Stapels) -> None:
            for naam, regels in stapels.items():
                opdracht = sql.SQL("COPY {} FROM STDIN (FREEZE)").format(sql.Identifier(naam))
                with conn.cursor().copy(opdracht) as erin:
                    erin.write(regels)

        stort({naam: regels for naam, regels in bestaand.items() if regels})
        yield stort
        conn.execute("RESET ROLE")
        for nummer, tabel in enumerate(tafels, start=1):
            detail(f"indexen van tabel {nummer} van {len(tafels)}")
            conn.execute(sql.SQL("REINDEX TABLE {}").format(sql.Identifier(tabel.naam)))
            conn.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(tabel.naam)))


def maak_leeg() -> None:
    """Throw away every dossier, for whoever begins again. Raises GeenRecht."""
    with psycopg.connect(dbadres.beheer_dsn()) as conn:
        _neem_de_ruimte(conn)
        _leeg(conn, tabellen(conn))


def _leeg(conn: psycopg.Connection[Any], tafels: Sequence[Tabel]) -> None:
    namen = sql.SQL(", ").join(sql.Identifier(tabel.naam) for tabel in tafels)
    conn.execute(sql.SQL("TRUNCATE {}").format(namen))


def _neem_de_ruimte(conn: psycopg.Connection[Any]) -> None:
    try:
        conn.execute("SET LOCAL session_replication_role = replica")
    except psycopg.errors.InsufficientPrivilege as fout:
        raise GeenRecht(
            "Een bevolking maken kan alleen met een beheerder die superuser is: "
            "gebruik de eigen database (zonder DATABASE_URL)."
        ) from fout
    conn.execute(sql.SQL("SET LOCAL maintenance_work_mem = {}").format(GEHEUGEN))


def _lees(conn: psycopg.Connection[Any], naam: str) -> bytes:
    opdracht = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(naam))
    with conn.cursor().copy(opdracht) as uit:
        return b"".join(bytes(stuk) for stuk in uit)


def _zet_indexen_stil(conn: psycopg.Connection[Any], tafels: Sequence[Tabel]) -> None:
    """Rows that come in go past every index, also those of keys, until REINDEX builds and checks it."""
    conn.execute(
        """UPDATE pg_index SET indisready = false
            WHERE indrelid = ANY (SELECT c.oid FROM pg_class c
                                   WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (%s))""",
        [[tabel.naam for tabel in tafels]],
    )
