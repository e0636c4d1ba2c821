"""The front door of `inzage`."""

from .inwoner import Inkijk, open_als_inwoner, wie_keek
from .ouders import kaarten_van_ouders
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
    openen_gezin_bij,
    waarvoor,
    wie_betrokken,
    zoek,
)

__all__ = [
    "BESLUIT_RUBRIEKEN",
    "TOEGANG_RUBRIEKEN",
    "UITVOERING_RUBRIEKEN",
    "Betrokkene",
    "Doel",
    "Inkijk",
    "Niveau",
    "OpenDeel",
    "Opening",
    "Partij",
    "Rubriek",
    "Treffer",
    "beeindig_betrokkenheid",
    "betrekken",
    "betrekken_bij_allen",
    "kaarten_van_ouders",
    "lijst_getoond",
    "mijn_doelen",
    "open_als_inwoner",
    "openen",
    "openen_gezin",
    "openen_gezin_bij",
    "waarvoor",
    "wie_betrokken",
    "wie_keek",
    "zoek",
]
