"""Keys of reference data. What stands in a policy file has a key that follows from its name there.

So a route's answer ("team x of party y") is a row in the database without looking it up first.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID, uuid5

NAAMRUIMTE = UUID("5e9a7f1c-6f0b-5d5e-9a35-0a1d4c1f2b60")


class Functie(StrEnum):
    """What an employee does; the screens they get follow from it."""

    HULPVERLENER = "hulpverlener"
    CONSULENT = "consulent"
    AANBIEDER = "aanbieder"
    BELEIDSADVISEUR = "beleidsadviseur"


def gemeente_id(gemeente: str) -> UUID:
    """The key of a municipality."""
    return uuid5(NAAMRUIMTE, gemeente)


def organisatie_id(gemeente: str, sleutel: str) -> UUID:
    """The key of an organisation in a municipality."""
    return uuid5(NAAMRUIMTE, f"{gemeente}/organisatie/{sleutel}")


def team_id(gemeente: str, sleutel: str) -> UUID:
    """The key of a team in a municipality."""
    return uuid5(NAAMRUIMTE, f"{gemeente}/team/{sleutel}")


def medewerker_id(gemeente: str, sleutel: str) -> UUID:
    """The key of an employee who is named in demo data."""
    return uuid5(NAAMRUIMTE, f"{gemeente}/medewerker/{sleutel}")


def overig_id(gemeente: str, soort: str, sleutel: str) -> UUID:
    """The key of any other line of a policy file: an area, a mandate, a provision."""
    return uuid5(NAAMRUIMTE, f"{gemeente}/{soort}/{sleutel}")
