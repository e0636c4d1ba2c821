"""The front door of `huishoudens`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .erbij import ErbijBand, voeg_gezinslid_toe
from .kaarten import PersoonKaart, personen
from .regels import (
    VOLWASSEN,
    Persoonsgegevens,
    RelatieSoort,
    bsn_cijfers,
    bsn_gebrek,
    leeftijd,
    zoeknaam,
)
from .usecases import Aanmelding, NieuweRelatie, meld_samen_aan
from .wijzigen import Gegevens, wijzig_gegevens

__all__ = [
    "VOLWASSEN",
    "Aanmelding",
    "ErbijBand",
    "Gegevens",
    "Gezag",
    "NieuweRelatie",
    "PersoonKaart",
    "Persoonsgegevens",
    "RelatieSoort",
    "bsn_cijfers",
    "bsn_gebrek",
    "gezag",
    "leeftijd",
    "meld_samen_aan",
    "personen",
    "voeg_gezinslid_toe",
    "wijzig_gegevens",
    "zoeknaam",
]


@dataclass(frozen=True)
class Gezag:
    """Somebody who is a parent of a person, with or without authority."""

    kind: UUID
    ouder: UUID
    naam: str
    gezag: bool
    beperkt: bool


def gezag(scope: Scope, kinderen: Iterable[UUID]) -> Sequence[Gezag]:
    """Every parent of these open children: who must agree with youth help is decided from this (Jeugdwet 7.3.4).

    A parent whose own file is not open is there without a name, because leaving them out would leave them unasked.
    """
    return rijen(
        Gezag,
        """SELECT r.ander_id, r.persoon_id, coalesce(p.naam, ''), r.gezag, r.beperkt
             FROM huishoudens_relatie r LEFT JOIN huishoudens_persoon p ON p.id = r.persoon_id
            WHERE r.ander_id = ANY (%s) AND r.soort = 'ouder' AND (r.tot IS NULL OR r.tot >= %s)
            ORDER BY r.ander_id, r.persoon_id""",
        [list(kinderen), scope.nu.date()],
    )
