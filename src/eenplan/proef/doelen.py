"""What a job may cost: the targets that the figures are held against, in the bench and in the documents made of it.

A multiple is of the empty page through the same middleware, measured in turns with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

P95_MS = 100
"""Target for the slowest twentieth of the waits, at 16 users at once."""
MENSEN_VOOR_P95 = 16
BESLISSINGEN = 400_000
"""Decisions per second and core, of situations that were validated before."""
BESLISSINGEN_JSON = 50_000
"""The same through lines of JSON, read, validated and written."""


@dataclass(frozen=True)
class Doel:
    """Of one job: how many times the empty page, how many statements, and how much more in the largest place."""

    naam: str
    maal: float | None
    statements: int | None
    groei: float | None
    grootste_bytes: int | None = None


LEEG = "leeg"
DOELEN: Mapping[str, Doel] = {
    LEEG: Doel("lege pagina", None, None, None),
    "dossier": Doel("een dossier openen", 5, 8, 1.1, 8_000),
    "werklijst": Doel("mijn werklijst, 50 regels op datum", 5, 4, 1.1, 8_000),
    "zoek-bsn": Doel("zoeken op BSN", 2, 2, 1.1, 8_000),
    "zoek-naam": Doel("zoeken op naam en geboortedatum", 2, 2, 1.1, 8_000),
    "vraag": Doel("een vraag vastleggen", 6, 16, 1.4),
    "plan": Doel("een plan vaststellen met zijn brief", 15, 25, 1.4),
}
