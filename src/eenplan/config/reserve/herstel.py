"""`eenplan herstel BRON --sleutel BESTAND`: from nothing to a database that is equal to the backup."""

from __future__ import annotations

import argparse
from pathlib import Path

from eenplan.config.beheer import met_database
from eenplan.config.reserve import kopie
from eenplan.config.reserve.gedeeld import doe
from eenplan.config.start import Voortgang
from eenplan.platform.reserve.archief import ArchiefFout


def vul(parser: argparse.ArgumentParser) -> None:
    """What to restore, and the key that opens it."""
    parser.epilog = "Op een eigen server (DATABASE_URL) moet het account een superuser zijn."
    parser.add_argument("bron", type=Path, metavar="BRON", help="de reservekopie")
    parser.add_argument(
        "--sleutel", type=Path, required=True, metavar="BESTAND", help="het sleutelbestand"
    )


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Restore and compare. Exit status 1 with one sentence, or with every difference found."""

    def werk(voortgang: Voortgang) -> None:
        if not keuzes.bron.is_file():
            raise ArchiefFout(f"De reservekopie {keuzes.bron} bestaat niet.")
        kopie.zet_sleutels_terug(keuzes.sleutel)
        with met_database(), voortgang.stap("Terugzetten en vergelijken"):
            terug = kopie.zet_terug(keuzes.bron, keuzes.sleutel, voortgang.detail)
        voortgang.regel(
            f"Teruggezet: {terug.rijen} rijen in {terug.tabellen} tabellen, gelijk aan de reservekopie. "
            "Ook rechten en rijbeveiliging zijn gelijk. Niemand is nog ingelogd."
        )

    return doe(werk)
