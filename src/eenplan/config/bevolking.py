"""`eenplan bevolking`: an invented population of any size, to measure with. Never beside real dossiers.

One database holds one population. A mark on the database says which; one that was begun and not finished is emptied
before the next begins, so that half of one never mixes with another.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence

import django
import psycopg

from eenplan.beleid import api as beleid
from eenplan.config import demo, inrichting, start
from eenplan.config.beheer import met_database
from eenplan.platform import dbadres

GROOTSTE = 5_000_000
REGIO = "regio"
HALF = "niet af"  # the mark while it is being made
# While pouring, on our own server only. Whoever loses power here starts again: there is nothing yet to lose.
SERVER: Mapping[str, str] = {
    "wal_level": "minimal",  # rows of a table that was emptied in the same transaction are written once, not twice
    "max_wal_senders": "0",
    "synchronous_commit": "off",
    "autovacuum": "off",
}


def vul(parser: argparse.ArgumentParser) -> None:
    """Which municipality, how many dossiers, and from which seed."""
    parser.add_argument(
        "--gemeente",
        required=True,
        help="sleutel van de gemeente (haar map in modellen), meer sleutels met komma's, of regio: alle gemeenten",
    )
    parser.add_argument(
        "--dossiers",
        type=int,
        required=True,
        help="hoeveel dossiers samen, van 1 tot en met 5000000",
    )
    parser.add_argument(
        "--seed", type=int, default=1, help="zelfde getal, zelfde mensen (standaard 1)"
    )


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Make roles, tables and people. Exit status 1 with one sentence when that cannot be done, 130 after Ctrl-C."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    os.environ["EENPLAN_DEMO"] = "1"  # the people are invented, and so are the days they asked on
    try:
        gekozen(keuzes)
        if not dbadres.ingebed():
            raise start.StartFout(
                "Een bevolking gaat langs de sleutels en de sloten van de database. Dat kan alleen in een eigen "
                "database: haal DATABASE_URL weg."
            )
        with met_database(SERVER):
            zorg_voor(keuzes, start.Voortgang())
    except demo.FOUTEN as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(
            "\nGestopt. Deze bevolking is niet af. Geef de opdracht opnieuw: dan begint hij van voren af aan.",
            file=sys.stderr,
        )
        return 130
    return 0


def gekozen(keuzes: argparse.Namespace) -> Sequence[str]:
    """The municipalities that were asked for, each once. Raises StartFout when anything asked for is not possible."""
    alle = beleid.gemeenten()
    woorden = [woord.strip() for woord in keuzes.gemeente.split(",")]
    gemeenten = list(dict.fromkeys(alle if woorden == [REGIO] else woorden))
    if onbekend := [woord for woord in gemeenten if woord not in alle]:
        raise start.StartFout(
            f"Er is geen gemeente {', '.join(map(repr, onbekend))}. "
            f"Kies uit: {', '.join(alle)} of {REGIO}."
        )
    if not 1 <= keuzes.dossiers <= GROOTSTE:
        raise start.StartFout(f"Kies een aantal dossiers van 1 tot en met {GROOTSTE}.")
    return gemeenten


def zorg_voor(keuzes: argparse.Namespace, voortgang: start.Voortgang) -> None:
    """Have this population in the database; one that was made before with the same choices stays as it is.

    Raises StartFout.
    """
    gemeenten = gekozen(keuzes)
    merk = f"{keuzes.gemeente} {keuzes.dossiers} {keuzes.seed}"
    naam = dbadres.dbnaam()
    if not inrichting.bijgewerkt(naam):
        inrichting.werk_bij(naam, voortgang)
    was = inrichting.stempel(naam).get("bevolking")
    if was == merk:
        voortgang.regel("  Deze bevolking was er al.")
        return
    if was != HALF and _bewoond(naam):
        raise start.StartFout(
            "In deze database wonen al mensen. Maak een bevolking in een lege map (EENPLAN_DATA)."
        )
    inrichting.zet_demostand(naam)
    django.setup()
    inrichting.zet_stempel(naam, bevolking=HALF)
    _maak(gemeenten, keuzes, voortgang)
    inrichting.zet_stempel(naam, bevolking=merk)


def _bewoond(naam: str) -> bool:
    with psycopg.connect(dbadres.beheer_dsn(naam)) as conn:
        return conn.execute("SELECT FROM huishoudens_persoon LIMIT 1").fetchone() is not None


def _maak(gemeenten: Sequence[str], keuzes: argparse.Namespace, voortgang: start.Voortgang) -> None:
    from eenplan.proef import bevolken, maken, storten

    try:
        storten.maak_leeg()
        with voortgang.stap(f"Bevolking van {', '.join(gemeenten)}"):
            uitslag = bevolken.bevolk(
                gemeenten, dossiers=keuzes.dossiers, zaad=keuzes.seed, detail=voortgang.detail
            )
    except (storten.GeenRecht, maken.MakerGestopt) as fout:
        raise start.StartFout(str(fout)) from fout
    except psycopg.errors.DiskFull as fout:
        raise start.StartFout(
            "De schijf is vol: deze bevolking past er niet op. Maak ruimte vrij of kies minder dossiers."
        ) from fout
    voortgang.regel(
        f"  {uitslag.dossiers} dossiers, {uitslag.rijen} rijen in {uitslag.seconden:.1f} s "
        f"({uitslag.rijen / uitslag.seconden:.0f} rijen per seconde)"
    )
