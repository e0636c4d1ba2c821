"""The front door of `inzage`."""

from .regels import (
    BESLUIT_RUBRIEKEN,
    TOEGANG_RUBRIEKEN,
    UITVOERING_RUBRIEKEN,
    Doel,
    Niveau,
    Rubriek,
)
from .usecases import (
    Betrokkene,
    OpenDeel,
    Opening,
    Partij,
    Treffer,
    beeindig_betrokkenheid,
    betrekken,
    betrekken_bij_allen,
    lijst_getoond,
    mijn_doelen,
    openen,
    openen_gezin,
    wie_betrokken,
    zoek,
)

__all__ = [
    "BESLUIT_RUBRIEKEN",
    "TOEGANG_RUBRIEKEN",
    "UITVOERING_RUBRIEKEN",
    "Betrokkene",
    "Doel",
    "Niveau",
    "OpenDeel",
    "Opening",
    "Partij",
    "Rubriek",
    "Treffer",
    "beeindig_betrokkenheid",
    "betrekken",
    "betrekken_bij_allen",
    "lijst_getoond",
    "mijn_doelen",
    "openen",
    "openen_gezin",
    "wie_betrokken",
    "zoek",
]
