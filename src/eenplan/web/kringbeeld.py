"""The people around a household as a drawing: where each stands, worked out here so that the page needs no script.

Every circle is a ring; who is in it stands at even distances, and each ring is turned a little further.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from eenplan.web.bouwstenen import Kring

MAAT = 640
BINNEN = 66
BUITEN = 312
BOL = 24
LANGSTE_NAAM = 16
NAAM = 18
"""How high a name is: a face and its name stand together in the middle of their ring."""
BEGIN, BOOG = -0.31 * pi, 1.62 * pi
"""Where a ring begins and how far it runs: the top stays free, there stands its name."""
SCHUIF = (0.5, 0.25, 0.75, 0.4)
"""How far each ring turns, so that people of two rings do not stand behind each other."""
ALLEEN = (0.5, 0.38, 0.62, 0.5)
"""The same for whoever stands in a ring alone: low, clear of the two at either side further in."""


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
        Ring(nummer, straal, kring.naam, midden - straal + 24)
        for nummer, (straal, kring) in enumerate(zip(stralen, kringen, strict=True), start=1)
    ]
    bollen = [
        bol
        for nummer, (straal, kring) in enumerate(zip(stralen, kringen, strict=True), start=1)
        for bol in _bollen(kring, nummer, straal - stap // 2, midden)
    ]
    return Tekening(MAAT, midden, BOL, _kort(wie), tuple(reversed(ringen)), tuple(bollen))


def _bollen(kring: Kring, nummer: int, straal: int, midden: int) -> list[Bol]:
    """The people of one ring, at even distances."""
    schuiven = ALLEEN if len(kring.leden) == 1 else SCHUIF
    schuif = schuiven[(nummer - 1) % len(schuiven)]
    uit = []
    for plek, lid in enumerate(kring.leden):
        hoek = BEGIN + BOOG * (plek + schuif) / len(kring.leden)
        x, y = round(midden + straal * cos(hoek)), round(midden + straal * sin(hoek)) - NAAM // 2
        uit.append(Bol(x, y, y + BOL + NAAM, _kort(lid.naam), lid.naam, nummer, lid.regie))
    return uit


def _kort(naam: str) -> str:
    """A name that fits: as many whole words as there is room for, at least a part of the first."""
    kort, *verder = naam.split()
    for woord in verder:
        if len(kort) + 1 + len(woord) > LANGSTE_NAAM:
            break
        kort = f"{kort} {woord}"
    kort = kort[:1].upper() + kort[1:]
    return kort if len(kort) <= LANGSTE_NAAM else f"{kort[: LANGSTE_NAAM - 1]}…"
