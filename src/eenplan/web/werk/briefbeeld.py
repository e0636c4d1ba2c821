"""A letter on the screen: the same blocks as on paper, ready for a template that only prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eenplan.berichten.api import Voorbeeld
from eenplan.berichten.blokken import Alinea, Blok, Kader, Kop, Opsomming, Overzicht


@dataclass(frozen=True, slots=True)
class Stukje:
    """One block: what it is, and what it says in the shape that kind has."""

    soort: str
    tekst: str = ""
    link: str = ""
    punten: Sequence[str] = ()
    koppen: Sequence[str] = ()
    rijen: Sequence[tuple[str, str]] = ()
    alineas: Sequence[Alinea] = ()


@dataclass(frozen=True, slots=True)
class Briefbeeld:
    """A whole letter."""

    onderwerp: str
    ontvanger: str
    adres: Sequence[str]
    aanhef: str
    stukjes: Sequence[Stukje]


def beeld(voorbeeld: Voorbeeld) -> Briefbeeld:
    """The letter as the template prints it."""
    blokken = voorbeeld.blokken
    return Briefbeeld(
        voorbeeld.onderwerp,
        voorbeeld.ontvanger,
        voorbeeld.adres,
        voorbeeld.aanhef,
        [stuk for nummer in range(len(blokken)) for stuk in _stukjes(blokken, nummer)],
    )


def _stukjes(blokken: Sequence[Blok], nummer: int) -> list[Stukje]:
    """One block, and under a heading that nothing follows the words that it is still empty."""
    blok, volgende = blokken[nummer], blokken[nummer + 1 : nummer + 2]
    stukje = _stukje(blok)
    if isinstance(blok, Kop) and (
        not volgende or (isinstance(volgende[0], Kop) and volgende[0].niveau <= blok.niveau)
    ):
        return [stukje, Stukje("leeg", "Nog niet ingevuld")]
    return [stukje]


def _stukje(blok: Blok) -> Stukje:
    match blok:
        case Kop(tekst, niveau):
            return Stukje("kop" if niveau == 2 else "tussenkop", tekst)
        case Alinea(tekst, link):
            return Stukje("alinea", tekst, link)
        case Opsomming(punten):
            return Stukje("opsomming", punten=punten)
        case Overzicht(koppen, rijen):
            return Stukje("overzicht", koppen=koppen, rijen=rijen)
        case Kader(kop, alineas):
            return Stukje("kader", kop, alineas=alineas)
