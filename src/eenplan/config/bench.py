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

import psycopg

from eenplan.config import bevolking, demo, inrichting, start
from eenplan.platform import dbadres, geheimen
from eenplan.platform.postgres import Cluster

UITSLAG = inrichting.PROJECT / "bench" / "resultaat.json"


def vul(parser: argparse.ArgumentParser) -> None:
    """Which municipality, how large, and where the numbers go."""
    bevolking.vul(parser)
    parser.add_argument("--uit", type=Path, default=UITSLAG, help="bestand voor de uitslag")


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Measure. Exit status 1 with one sentence when that cannot be done; a missed target is no error."""
    map_ = os.environ.get("EENPLAN_DATA") or f".data/bench-{keuzes.gemeente}-{keuzes.dossiers}"
    os.environ |= {
        "EENPLAN_DATA": os.path.abspath(map_),
        "EENPLAN_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "eenplan.config.settings",
    }
    try:
        _meet(keuzes, start.Voortgang())
    except demo.FOUTEN as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    return 0


def _meet(keuzes: argparse.Namespace, voortgang: start.Voortgang) -> None:
    web = start.Webserver(geheimen.datamap())
    cluster = Cluster(geheimen.clustermap())
    with ExitStack() as stapel:
        stapel.callback(cluster.stop)
        with voortgang.stap("Database starten"):
            cluster.start()
        web.ruim_vorige_op()
        bevolking.zorg_voor(keuzes, voortgang)
        deur = stapel.enter_context(start.neem_poort(0))
        poort = deur.getsockname()[1]
        stapel.callback(web.stop)
        web.start(deur)
        regels = _meet_banen(poort, web.pid, cluster.pid, voortgang)
    _bewaar(keuzes, regels)
    for regel in regels:
        voortgang.regel(_zin(regel))
    voortgang.regel(f"Bewaard in {keuzes.uit}.")


def _meet_banen(
    poort: int, web_pid: int | None, postgres_pid: int | None, voortgang: start.Voortgang
) -> list[dict[str, Any]]:
    from eenplan.platform.scope import open_sessie
    from eenplan.proef import banen, meten

    assert web_pid is not None
    assert postgres_pid is not None
    with psycopg.connect(dbadres.beheer_dsn(), autocommit=True) as conn:
        plek = banen.zoek_plek(conn)
        werk = banen.banen(conn, plek)
    token = open_sessie(soort="medewerker", actor=plek.medewerker, gemeente=plek.gemeente)
    opstelling = meten.Opstelling(poort, token, web_pid, postgres_pid)
    with voortgang.stap("Meten"):
        kosten = meten.meet(opstelling, werk, voortgang.detail)
    return [kost.als_json(kosten[0]) for kost in kosten]


def _bewaar(keuzes: argparse.Namespace, regels: list[dict[str, Any]]) -> None:
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
        "banen": regels,
    }
    keuzes.uit.write_text(json.dumps(alles, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _zin(regel: dict[str, Any]) -> str:
    doel = f"doel {regel['doel']}x" if regel["doel"] else ""
    wachten = ", ".join(f"{m}: {p50}/{p95} ms" for m, (p50, p95) in regel["wachten_ms"].items())
    return (
        f"  {regel['baan']:34} {regel['maal']:5.2f}x {doel:9} "
        f"app {regel['app_ms']:5.2f} + pg {regel['postgres_ms']:5.2f} ms"
        f"  {regel['bytes']:6} B   tegelijk (p50/p95) {wachten}"
    )
