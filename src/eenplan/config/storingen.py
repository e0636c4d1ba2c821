"""`eenplan storingen`: hard stops of the database and the web server under load, and what is left after each."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import psycopg

from eenplan.config import demo, inrichting, start
from eenplan.platform import dbadres, geheimen

if TYPE_CHECKING:
    from eenplan.proef.klanten import Plek
    from eenplan.proef.storingen import Opstelling, Telling

UITSLAG = inrichting.PROJECT / "bench" / "storingen.json"
MAP = ".data/storingen"
KLANTEN = 4
VERTEL = 10.0  # seconds between two lines of progress


def vul(parser: argparse.ArgumentParser) -> None:
    """Which municipality, how many hard stops of each kind, from which seed, and where the result goes."""
    parser.add_argument("--gemeente", required=True, help="sleutel van de gemeente")
    parser.add_argument("--keren", type=int, default=100, help="hoe vaak van elk (standaard 100)")
    parser.add_argument("--zaad", type=int, default=1, help="zelfde getal, zelfde toeval")
    parser.add_argument("--uit", type=Path, default=UITSLAG, help="bestand voor de uitslag")


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Do it. Exit status 1 when something was lost, double or half, or when a fault of our own was not noticed."""
    os.environ |= {
        "EENPLAN_DATA": os.path.abspath(os.environ.get("EENPLAN_DATA") or MAP),
        "EENPLAN_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "eenplan.config.settings",
    }
    try:
        if not dbadres.ingebed():
            raise start.StartFout(
                "Deze opdracht stopt de database hard en laat haar gegevens verliezen. Dat doet zij alleen met een "
                "eigen database: haal DATABASE_URL weg."
            )
        return _storm(keuzes, start.Voortgang())
    except demo.FOUTEN as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1


def _storm(keuzes: argparse.Namespace, voortgang: start.Voortgang) -> int:
    from eenplan.proef import storingen, uitslag

    with ExitStack() as stapel:
        opstelling = _bouw(keuzes, voortgang, stapel)
        telling = storingen.Telling()
        with voortgang.stap(f"{keuzes.keren} keer elk hard stoppen"):
            _rondes(opstelling, keuzes.keren, telling, voortgang)
        storingen.alles_nog_eens(opstelling, telling)
        versies = _versies(opstelling)
        with voortgang.stap("Zelf fouten maken"):
            proeven = storingen.proeven(opstelling)
    controles = storingen.controles(telling)
    uitslag.bewaar(
        keuzes.uit,
        zaad=keuzes.zaad,
        opdracht=f"make faults KEREN={keuzes.keren} ZAAD={keuzes.zaad}",
        controles=controles,
        controle_proef=proeven,
        versies=versies,
    )
    for c in controles:
        voortgang.regel(f"  {c.naam}: {c.goed} van {c.aantal} goed. {c.uitleg}")
    for p in proeven:
        voortgang.regel(f"  {p.naam}: {'betrapt' if p.betrapt else 'NIET BETRAPT'}. {p.uitleg}")
    for zin in telling.zinnen:
        voortgang.regel(f"  FOUT {zin}")
    voortgang.regel(f"Bewaard in {keuzes.uit} ({voortgang.verstreken():.0f} s).")
    return 0 if not telling.zinnen and all(p.betrapt for p in proeven) else 1


def _rondes(
    opstelling: Opstelling, keren: int, telling: Telling, voortgang: start.Voortgang
) -> None:
    from eenplan.proef import storingen

    gezegd = time.monotonic()
    for nummer in range(keren):
        for soort in (storingen.DATABASE, storingen.WERKER):
            storingen.ronde(opstelling, soort, telling)
        if time.monotonic() - gezegd > VERTEL:
            gezegd = time.monotonic()
            stand = f"{nummer + 1} van {keren}, {len(telling.daden)} bevestigd"
            voortgang.detail(stand) if sys.stdout.isatty() else voortgang.regel(f"{stand} ... ")


def _bouw(keuzes: argparse.Namespace, voortgang: start.Voortgang, stapel: ExitStack) -> Opstelling:
    """A cluster of its own, one municipality, and the web server. What an earlier run left there does no harm."""
    from eenplan.proef import storingen
    from eenplan.proef.klanten import Opgegeven

    web = start.Webserver(geheimen.datamap())
    cluster = start.start_database(voortgang, stapel, web)
    naam = dbadres.dbnaam()
    if not inrichting.bijgewerkt(naam):
        inrichting.werk_bij(naam, voortgang)
    inrichting.zet_demostand(naam)  # refuses where real people live
    with psycopg.connect(dbadres.beheer_dsn("postgres"), autocommit=True) as conn:
        storingen.gewoon(conn)
    with voortgang.stap("Gemeente inrichten"):
        kandidaten = list(_kandidaten(keuzes.gemeente))
    deur = stapel.enter_context(start.neem_poort(0))
    poort = deur.getsockname()[1]
    stapel.callback(web.stop)
    with voortgang.stap("Webserver starten"):
        web.start(deur)
    assert web.pid is not None
    try:
        plekken = storingen.zoek_plekken(poort, kandidaten, KLANTEN)
    except Opgegeven as fout:
        raise start.StartFout(f"Er kan niet worden gewerkt: {fout}.") from fout
    toeval = Random(keuzes.zaad)
    return storingen.Opstelling(poort, web.pid, cluster, plekken, toeval, dbadres.beheer_dsn())


def _kandidaten(gemeente: str) -> Iterator[Plek]:
    """Somebody of each team, with an area of that team, signed in."""
    import django

    django.setup()
    from eenplan.beleid import api as beleid
    from eenplan.demo import laden
    from eenplan.organisaties import api as organisaties
    from eenplan.platform import klok
    from eenplan.platform.scope import open_sessie
    from eenplan.proef.klanten import Plek

    if gemeente not in beleid.gemeenten():
        raise start.StartFout(
            f"Er is geen gemeente {gemeente}. Kies uit: {', '.join(beleid.gemeenten())}."
        )
    laden.richt_in(gemeente)
    model = beleid.model(gemeente, klok.vandaag())
    for team in model.indeling.teams:
        for buurt, (_, gebied) in model.gebied_van_buurt.items():
            if gebied in team.gebieden:
                token = open_sessie(
                    soort="medewerker",
                    actor=organisaties.medewerker_id(gemeente, team.sleutel),
                    gemeente=organisaties.gemeente_id(gemeente),
                )
                yield Plek(token, buurt)
                break


def _versies(opstelling: Opstelling) -> str:
    with psycopg.connect(opstelling.dsn) as conn:
        rij = conn.execute("SHOW server_version").fetchone()
    return f"PostgreSQL {rij[0] if rij else '?'}, Django {version('django')}, gunicorn {version('gunicorn')}"
