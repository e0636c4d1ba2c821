"""Fill a database with a believable municipality: walk some dossiers, and pour the rest through COPY as the loader."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg

from eenplan.beleid import api as beleid
from eenplan.demo import laden
from eenplan.organisaties.api import gemeente_id
from eenplan.platform import dbadres
from eenplan.platform.versleuteling import ontsleutel_bytes

from . import mal
from .gieten import Gieter
from .mal import Mal, Tabel

MALLEN = 90  # walked for real: every team of the largest city has some, in every stage
OPEN_DEEL = 0.03  # of three years of dossiers, those somebody still has to do something about
PARTIJ = 500  # dossiers per transaction
SECONDE = 1.0


@dataclass(frozen=True)
class Uitslag:
    """What was made, and how fast."""

    dossiers: int
    rijen: int
    seconden: float


class AlBevolkt(Exception):
    """Somebody lives there; the text says what to do."""


def bevolk(gemeente: str, *, dossiers: int, zaad: int, detail: Callable[[str], None]) -> Uitslag:
    """Make so many dossiers of one municipality. Raises AlBevolkt. The database must be in demo mode."""
    laden.richt_in(gemeente)
    if laden.bevolkt(gemeente):
        raise AlBevolkt(
            f"In {beleid.versies(gemeente)[-1].naam} wonen al mensen. "
            "Maak een bevolking in een lege map (EENPLAN_DATA)."
        )
    begin = time.monotonic()
    with psycopg.connect(dbadres.beheer_dsn(), autocommit=True) as conn:
        mallen = loop_voor(conn, gemeente, min(MALLEN, dossiers), detail)
    rijen = sum(m.rijen for m in mallen)
    if dossiers > len(mallen):
        rijen += giet(gieter(mallen, gemeente, zaad), range(len(mallen), dossiers), detail)
    return Uitslag(dossiers, rijen, time.monotonic() - begin)


def gieter(mallen: Sequence[Mal], gemeente: str, zaad: int) -> Gieter:
    """Who pours from these moulds, always the same for a seed."""
    return Gieter(
        mallen,
        gemeente=gemeente_id(gemeente),
        plaats=beleid.versies(gemeente)[-1].naam,
        zaad=zaad,
        open_deel=OPEN_DEEL,
    )


def loop_voor(
    conn: psycopg.Connection[Any], gemeente: str, aantal: int, detail: Callable[[str], None]
) -> Sequence[Mal]:
    """Dossiers that walk the use cases, each kept as a mould."""
    tafels = mal.tabellen(conn)
    vast = _vaste_sleutels(conn)
    bekend: set[mal.Rij] = set()
    mal.nieuw(conn, tafels, bekend)
    mallen: list[Mal] = []
    for _ in laden.bevolk(gemeente, aantal):
        rijen = mal.nieuw(conn, tafels, bekend)
        mallen.append(
            mal.maak(rijen, vast=vast, ontsleutel=lambda w, rij: ontsleutel_bytes(w, rij=rij))
        )
        detail(f"{len(mallen)} van {aantal} dossiers lopen het zelf")
        if len(mallen) == aantal:
            break
    return mallen


def _vaste_sleutels(conn: psycopg.Connection[Any]) -> frozenset[str]:
    naslag = [
        str(rij[0])
        for rij in conn.execute(
            """SELECT tablename FROM pg_tables WHERE schemaname = 'public'
                  AND (tablename LIKE 'organisaties%' OR tablename LIKE 'voorzieningen%')"""
        )
    ]
    gevonden: set[str] = set()
    for tabel in naslag:
        gevonden.update(str(rij[0]) for rij in conn.execute(f"SELECT id FROM {tabel}"))
    return frozenset(gevonden)


@contextmanager
def _als_lader() -> Iterator[psycopg.Connection[Any]]:
    """The loader, for as long as this takes also owner of the tables and free from triggers and foreign keys.

    What is poured was checked when its mould walked; checking 70 million rows again would take hours.
    """
    with psycopg.connect(dbadres.beheer_dsn(), autocommit=True) as beheer:
        beheer.execute("GRANT eenplan_eigenaar TO eenplan_lader")
        beheer.execute("GRANT SET ON PARAMETER session_replication_role TO eenplan_lader")
        try:
            with psycopg.connect(dbadres.rol_dsn("eenplan_lader")) as conn:
                conn.execute("SET session_replication_role = replica")
                conn.execute("SET synchronous_commit = off")
                conn.commit()
                yield conn
        finally:
            beheer.execute("REVOKE SET ON PARAMETER session_replication_role FROM eenplan_lader")
            beheer.execute("REVOKE eenplan_eigenaar FROM eenplan_lader")
        beheer.execute("VACUUM (ANALYZE)")


def giet(gieter: Gieter, nummers: range, detail: Callable[[str], None]) -> int:
    """Pour the dossiers with these numbers; returns how many rows that were."""
    begin, gezegd, rijen = time.monotonic(), 0.0, 0
    with _als_lader() as conn:
        for eerste in range(nummers.start, nummers.stop, PARTIJ):
            klaar = min(eerste + PARTIJ, nummers.stop)
            stapels: dict[Tabel, list[str]] = {}
            for nummer in range(eerste, klaar):
                rijen += _een(gieter, nummer, stapels)
            _kopieer(conn, stapels)
            nu = time.monotonic()
            if nu - gezegd > SECONDE:
                gezegd = nu
                nog = (nu - begin) / (klaar - nummers.start) * (nummers.stop - klaar)
                detail(f"{klaar} van {nummers.stop} dossiers, nog {nog:.0f} s")
    return rijen


def _een(gieter: Gieter, nummer: int, stapels: dict[Tabel, list[str]]) -> int:
    gekozen, toeval = gieter.kies(nummer)
    waarden = gieter.waarden(gekozen, nummer, toeval)
    for deel in gekozen.delen:
        stapels.setdefault(deel.tabel, []).append(deel.giet(waarden))
    return gekozen.rijen


def _kopieer(conn: psycopg.Connection[Any], stapels: Mapping[Tabel, Sequence[str]]) -> None:
    with conn.transaction():
        for tabel, stukken in stapels.items():
            with conn.cursor().copy(f"COPY {tabel.naam} FROM STDIN") as erin:
                erin.write("".join(stukken))
