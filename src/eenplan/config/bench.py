"""`eenplan bench`: what each job costs, as a multiple of an empty page, in an invented municipality of some size."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
import psycopg

from eenplan.config import bevolking, demo, inrichting, start
from eenplan.platform import dbadres, geheimen

UITSLAG = inrichting.PROJECT / "bench" / "resultaat.json"
RONDEN = 8
SLOTBESTAND = "slot-terugzetten.json"


def vul(parser: argparse.ArgumentParser) -> None:
    """Which municipality, how large, and where the numbers go."""
    bevolking.vul(parser)
    parser.add_argument("--uit", type=Path, default=UITSLAG, help="bestand voor de uitslag")
    parser.add_argument(
        "--rondes",
        type=int,
        default=RONDEN,
        help=f"hoeveel rondes (standaard {RONDEN}); 1 is genoeg om snel te kijken",
    )


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Measure. Exit status 1 with one sentence when that cannot be done; a missed target is no error."""
    map_ = os.environ.get("EENPLAN_DATA") or f".data/bench-{keuzes.gemeente}-{keuzes.dossiers}"
    os.environ |= {
        "EENPLAN_DATA": os.path.abspath(map_),
        "EENPLAN_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "eenplan.config.settings",
    }
    try:
        if not dbadres.ingebed():
            raise start.StartFout(
                "De bench neemt het slot van de database en zet het terug. Dat doet zij alleen in een "
                "eigen database: haal DATABASE_URL weg."
            )
        _meet(keuzes, start.Voortgang())
    except demo.FOUTEN as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    return 0


def _meet(keuzes: argparse.Namespace, voortgang: start.Voortgang) -> None:
    belasting = os.getloadavg()[0]
    web = start.Webserver(geheimen.datamap())
    with ExitStack() as stapel:
        cluster = start.start_database(voortgang, stapel, web)
        bevolking.zorg_voor(keuzes, voortgang)
        django.setup()  # a population that was there already needed no model
        conn = stapel.enter_context(psycopg.connect(dbadres.beheer_dsn(), autocommit=True))
        deur = stapel.enter_context(start.neem_poort(0))
        stapel.callback(web.stop)
        web.start(deur)
        assert web.pid is not None
        assert cluster.pid is not None
        pids = web.pid, cluster.pid
        banen = _meet_banen(conn, deur.getsockname()[1], pids, keuzes.rondes, voortgang)
    beslissen = _meet_beslissen(keuzes.gemeente, voortgang)
    _bewaar(keuzes, {"belasting_vooraf": round(belasting, 1), **beslissen, "banen": banen})
    for regel in banen:
        voortgang.regel(_zin(regel))
    voortgang.regel(f"Bewaard in {keuzes.uit}.")


def _meet_banen(
    conn: psycopg.Connection[Any],
    poort: int,
    pids: tuple[int, int],
    ronden: int,
    voortgang: start.Voortgang,
) -> list[dict[str, Any]]:
    from eenplan.proef import banen, meten
    from eenplan.proef.slot import Slot, SlotStuk

    try:
        slot = Slot(conn, geheimen.datamap() / SLOTBESTAND)
        plek = banen.zoek_plek(conn)
        opstelling = meten.Opstelling(poort, plek.sessie(), *pids, slot)
        with voortgang.stap("Handelingen meten"):
            kosten = meten.meet(opstelling, banen.banen(conn, plek), ronden, voortgang.detail)
    except (SlotStuk, LookupError, AssertionError) as fout:
        raise start.StartFout(f"Er kan niet worden gemeten: {fout}") from fout
    return [kost.als_json(kosten[0]) for kost in kosten]


def _meet_beslissen(gemeente: str, voortgang: start.Voortgang) -> dict[str, Any]:
    from eenplan.beleid import api as beleid
    from eenplan.proef.beslissen import meet_beslissen

    with voortgang.stap("Beslissingen meten"):
        gemeten = meet_beslissen(beleid.gemeenten()[0] if gemeente == "regio" else gemeente)
    return {
        "beslissingen_per_seconde": round(gemeten.gevalideerd),
        "beslissingen_json_per_seconde": round(gemeten.als_json),
    }


def _bewaar(keuzes: argparse.Namespace, uitslag: dict[str, Any]) -> None:
    """Add this size to the file, or replace it."""
    keuzes.uit.parent.mkdir(parents=True, exist_ok=True)
    try:
        alles = json.loads(keuzes.uit.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        alles = {}
    alles[str(keuzes.dossiers)] = {
        "gemeten": datetime.now(UTC).date().isoformat(),
        "gemeente": keuzes.gemeente,
        "zaad": keuzes.seed,
        "rondes": keuzes.rondes,
        "kernen": os.cpu_count(),
        **uitslag,
    }
    op_grootte = {maat: alles[maat] for maat in sorted(alles, key=int)}
    tekst = json.dumps(op_grootte, indent=1, ensure_ascii=False)
    keuzes.uit.write_text(tekst + "\n", encoding="utf-8")


def _zin(regel: dict[str, Any]) -> str:
    from eenplan.proef.doelen import DOELEN

    doel = DOELEN[regel["sleutel"]]
    gevraagd = f"doel {doel.maal}x, {doel.statements}" if doel.maal else ""
    wachten = ", ".join(f"{m}: {p50}/{p95}" for m, (p50, p95) in regel["wachten_ms"].items())
    return (
        f"  {doel.naam:36} {regel['maal']:5.2f}x, {regel['statements']:2} statements ({gevraagd}); "
        f"app {regel['app_ms']:.2f} + pg {regel['postgres_ms']:.2f} ms, {regel['bytes']} B; "
        f"zonder slot {regel['zonder_slot']['maal']:.2f}x; p50/p95 ms bij {wachten}"
    )
