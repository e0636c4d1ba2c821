"""The lock taken off the bench's own database and put back, to measure what it costs. The product has no such switch.

What must be put back is written beside the data before anything changes, so that a bench that was killed half-way puts
it back at its next start. Whether all of it stands as it did is told by the fingerprint of the catalogue.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import psycopg

from eenplan.platform.reserve.vingerafdruk import Vingerafdruk, neem_vorm, verschillen

# What a page that only looks writes in the read log, or asks of it.
_FUNCTIES = """
SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid) FROM pg_proc p
 WHERE p.pronamespace = 'pol'::regnamespace
   AND p.proname IN ('openen', 'zoek_persoon', 'lijst_getoond', 'wie_betrokken')"""
# Of a list, row security is also what selects its lines: without it the page would be another page.
_TABELLEN = """
SELECT c.oid::regclass::text FROM pg_class c
 WHERE c.relkind = 'r' AND c.relrowsecurity AND NOT EXISTS (
       SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = 'r'
          AND pg_get_expr(p.polqual, c.oid) LIKE '%mijn_partijen%')
 ORDER BY 1"""
# The selection stays, and what nobody asks of it is not carried out; so nothing is written.
_SCHRIJFT = re.compile(r"INSERT INTO inzage_leesregel \([^)]*\)")
_VRAAGT = "AND EXISTS (SELECT FROM inzage_leesregel"
_VRAAGT_NIET = "AND NOT EXISTS (SELECT FROM inzage_leesregel"  # there is none, and none is needed


class Stand(StrEnum):
    """How far the lock is off."""

    DICHT = "dicht"
    ZONDER_RIJBEVEILIGING = "zonder rijbeveiliging"
    ZONDER_LOGBOEK = "zonder rijbeveiliging en leeslogboek"


class SlotStuk(Exception):
    """The lock does not stand as it did; the text says what is different."""


class Slot:
    """The lock of one database, which nobody else may be using. It is shut when this object is made."""

    def __init__(self, conn: psycopg.Connection[Any], bewaard: Path) -> None:
        self._conn = conn
        self._bewaard = bewaard
        self.stand = Stand.DICHT
        if bewaard.exists():
            stond = json.loads(bewaard.read_text(encoding="utf-8"))
            self._functies, self._tabellen = stond["functies"], stond["tabellen"]
            self._vorm: Mapping[str, Mapping[str, str]] = stond["vorm"]
            self._zet_terug()
        else:
            self._functies = dict(conn.execute(_FUNCTIES).fetchall())
            self._tabellen = [str(rij[0]) for rij in conn.execute(_TABELLEN).fetchall()]
            self._vorm = neem_vorm(conn)

    def zet(self, stand: Stand) -> None:
        """Put the lock in this state. Raises SlotStuk when it does not shut as it was."""
        if stand is self.stand:
            return
        if self.stand is not Stand.DICHT:
            self._zet_terug()
        if stand is not Stand.DICHT:
            self._neem_weg(stand)
        self.stand = stand

    def _neem_weg(self, stand: Stand) -> None:
        stond = {"functies": self._functies, "tabellen": self._tabellen, "vorm": self._vorm}
        self._bewaard.write_text(json.dumps(stond), encoding="utf-8")
        with self._conn.transaction():
            for tabel in self._tabellen:
                self._conn.execute(f"ALTER TABLE {tabel} DISABLE ROW LEVEL SECURITY")
            if stand is Stand.ZONDER_LOGBOEK:
                for naam, tekst in self._functies.items():
                    self._conn.execute(_zonder_logboek(naam, tekst))

    def _zet_terug(self) -> None:
        with self._conn.transaction():
            for tabel in self._tabellen:
                self._conn.execute(f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY")
            for tekst in self._functies.values():
                self._conn.execute(tekst)
        self.stand = Stand.DICHT
        anders = verschillen(Vingerafdruk({}, self._vorm), Vingerafdruk({}, neem_vorm(self._conn)))
        if gebreken := list(anders):
            raise SlotStuk(
                f"Het slot van deze proefdatabase staat niet zoals het stond: {' '.join(gebreken)} "
                "Verwijder de map met de bevolking en meet opnieuw."
            )
        self._bewaard.unlink()


def _zonder_logboek(naam: str, tekst: str) -> str:
    """The function without the read log. SlotStuk when it is no longer written as it was when this was made."""
    zonder = _SCHRIJFT.sub("", tekst).replace(_VRAAGT, _VRAAGT_NIET)
    if zonder == tekst or "INSERT INTO inzage_leesregel" in zonder:
        raise SlotStuk(f"De functie {naam} schrijft anders in het leeslogboek dan de bench weet.")
    return zonder
