"""How much help is counted: pure words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

EENHEDEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "uur": "uur",
        "keer": "keer",
        "gesprek": "gesprekken",
        "dagdeel": "dagdelen",
        "dag": "dagen",
        "etmaal": "etmalen",
    }
)
"""What help is counted in, each with its plural."""
PERIODEN: Final = ("dag", "week", "twee weken", "maand", "jaar")


def hoeveelheid(aantal: Decimal, eenheid: str, per: str = "") -> str:
    """How much in words: '1,5 uur per week', '2 dagdelen'."""
    getal = format(aantal.normalize(), "f").replace(".", ",")
    woord = eenheid if aantal == 1 else EENHEDEN.get(eenheid, eenheid)
    return f"{getal} {woord} per {per}" if per else f"{getal} {woord}"
