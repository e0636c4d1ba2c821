"""The people around a household as a drawing: where each stands, worked out here so that the page needs no script.

Every circle is a ring; who is in it stands at even distances, and each ring begins a little further round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from eenplan.web.bouwstenen import Kring

MAAT = 640
BINNEN = 62
BUITEN = 278
BOL = 24
LANGSTE_NAAM = 15
DRAAI = 0.9


@dataclass(frozen=True, slots=True)
class Bol:
    """One person in the drawing. Places are whole numbers: half a pixel is a blur."""

    x: int
    y: int
    onder: int
    naam: str
    voluit: str
    ring: int
    regie: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """One circle, from the outside in, with where its name stands."""

    nummer: int
    straal: int
    naam: str
    boven: int


@dataclass(frozen=True, slots=True)
class Tekening:
    """Everything the drawing shows."""

    maat: int
    midden: int
    bol: int
    wie: str
    ringen: tuple[Ring, ...]
    bollen: tuple[Bol, ...]


def teken(wie: str, kringen: Sequence[Kring]) -> Tekening:
    """Draw these circles around `wie`, the nearest first."""
    midden = MAAT // 2
    stap = (BUITEN - BINNEN) // max(len(kringen), 1)
    stralen = [BINNEN + stap * nummer for nummer in range(1, len(kringen) + 1)]
    ringen = [
        Ring(nummer, straal, kring.naam, midden - straal + 20)
        for nummer, (straal, kring) in enumerate(zip(stralen, kringen, strict=True), start=1)
    ]
    bollen = [
        bol
        for nummer, (straal, kring) in enumerate(zip(stralen, kringen, strict=True), start=1)
        for bol in _bollen(kring, nummer, straal - stap // 2 + 6, midden)
    ]
    return Tekening(MAAT, midden, BOL, _kort(wie), tuple(reversed(ringen)), tuple(bollen))


def _bollen(kring: Kring, nummer: int, straal: int, midden: int) -> list[Bol]:
    """The people of one ring. The top is free: there stands its name."""
    aantal = len(kring.leden)
    uit = []
    for plek, lid in enumerate(kring.leden, start=1):
        hoek = pi * (2 * plek / (aantal + 1) - 0.5) + (DRAAI * nummer if aantal == 1 else 0)
        x, y = round(midden + straal * cos(hoek)), round(midden + straal * sin(hoek))
        uit.append(Bol(x, y, y + BOL + 15, _kort(lid.naam), lid.naam, nummer, lid.regie))
    return uit


def _kort(naam: str) -> str:
    return naam if len(naam) <= LANGSTE_NAAM else f"{naam[: LANGSTE_NAAM - 1].rstrip()}…"
