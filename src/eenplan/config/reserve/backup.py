"""`eenplan backup DOEL`: one encrypted file with the whole database and its fingerprint."""

from __future__ import annotations

import argparse
from pathlib import Path

from eenplan.config.beheer import met_database
from eenplan.config.reserve import kopie
from eenplan.config.reserve.gedeeld import doe, grootte
from eenplan.config.start import Voortgang


def vul(parser: argparse.ArgumentParser) -> None:
    """Where the backup goes."""
    parser.epilog = (
        "Op een eigen server (DATABASE_URL) moet het account alles kunnen lezen: een superuser."
    )
    parser.add_argument(
        "doel", type=Path, metavar="DOEL", help="nieuw bestand voor de reservekopie"
    )


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Make a backup while everybody works on. Exit status 1 with one sentence when that cannot be done."""

    def werk(voortgang: Voortgang) -> None:
        with met_database(), voortgang.stap("Reservekopie maken"):
            gemaakt = kopie.maak(keuzes.doel, voortgang.detail)
        voortgang.regel(
            f"Bewaard in {keuzes.doel}: {gemaakt.rijen} rijen uit {gemaakt.tabellen} tabellen, "
            f"{grootte(gemaakt.bytes)}, versleuteld."
        )

    return doe(werk)
