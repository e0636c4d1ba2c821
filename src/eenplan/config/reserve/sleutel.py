"""`eenplan reservesleutel BESTAND`: the key that opens backups, to be kept away from this machine."""

from __future__ import annotations

import argparse
from pathlib import Path

from eenplan.config.reserve import kopie
from eenplan.config.reserve.gedeeld import doe
from eenplan.config.start import Voortgang


def vul(parser: argparse.ArgumentParser) -> None:
    """Where the key file goes."""
    parser.add_argument(
        "bestand", type=Path, metavar="BESTAND", help="nieuw bestand, buiten de map met gegevens"
    )


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Make the key file. Exit status 1 with one sentence when that cannot be done."""

    def werk(voortgang: Voortgang) -> None:
        kopie.maak_sleutel(keuzes.bestand)
        voortgang.regel(
            f"De sleutel staat in {keuzes.bestand}. Bewaar hem op een andere plek dan deze computer.\n"
            "Zonder dit bestand is een reservekopie niet te openen; wie het heeft, kan alles lezen."
        )

    return doe(werk)
