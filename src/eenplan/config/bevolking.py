"""`eenplan bevolking`: an invented municipality of any size, to measure with. Never beside real dossiers."""

from __future__ import annotations

import argparse
import os
import sys

import django

from eenplan.config import demo, inrichting, start
from eenplan.config.beheer import met_database
from eenplan.platform import dbadres

GROOTSTE = 5_000_000


def vul(parser: argparse.ArgumentParser) -> None:
    """Which municipality, how many dossiers, and from which seed."""
    parser.add_argument(
        "--gemeente",
        required=True,
        help="sleutel van de gemeente (haar map in modellen); regio is alle gemeenten",
    )
    parser.add_argument(
        "--dossiers", type=int, required=True, help="hoeveel dossiers, van 1 tot 5000000"
    )
    parser.add_argument(
        "--seed", type=int, default=1, help="zelfde getal, zelfde mensen (standaard 1)"
    )


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Make roles, tables and people. Exit status 1 with one sentence when that cannot be done."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    os.environ["EENPLAN_DEMO"] = "1"  # the people are invented, and so are the days they asked on
    try:
        with met_database():
            zorg_voor(keuzes, start.Voortgang())
    except demo.FOUTEN as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    return 0


def zorg_voor(keuzes: argparse.Namespace, voortgang: start.Voortgang) -> None:
    """Have this population in the database; one that was made before with the same choices stays as it is."""
    merk = f"{keuzes.gemeente} {keuzes.dossiers} {keuzes.seed}"
    naam = dbadres.dbnaam()
    if not inrichting.bijgewerkt(naam):
        inrichting.werk_bij(naam, voortgang)
    inrichting.zet_demostand(naam)
    django.setup()
    if inrichting.stempel(naam).get("bevolking") == merk:
        voortgang.regel("  Deze bevolking was er al.")
        return
    from eenplan.beleid import api as beleid
    from eenplan.proef.bevolken import AlBevolkt, bevolk

    gemeenten = beleid.gemeenten() if keuzes.gemeente == "regio" else (keuzes.gemeente,)
    if onbekend := set(gemeenten) - set(beleid.gemeenten()):
        raise start.StartFout(
            f"Er is geen gemeente {', '.join(onbekend)}. Kies uit: {', '.join(beleid.gemeenten())} of regio."
        )
    if not 1 <= keuzes.dossiers <= GROOTSTE:
        raise start.StartFout(f"Kies een aantal dossiers van 1 tot en met {GROOTSTE}.")
    for gemeente in gemeenten:
        try:
            with voortgang.stap(f"Bevolking van {gemeente}"):
                uitslag = bevolk(
                    gemeente, dossiers=keuzes.dossiers, zaad=keuzes.seed, detail=voortgang.detail
                )
        except AlBevolkt as fout:
            raise start.StartFout(str(fout)) from fout
        voortgang.regel(
            f"  {uitslag.dossiers} dossiers, {uitslag.rijen} rijen in {uitslag.seconden:.1f} s "
            f"({uitslag.rijen / uitslag.seconden:.0f} rijen per seconde)"
        )
    inrichting.zet_stempel(naam, bevolking=merk)
