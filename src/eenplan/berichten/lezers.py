"""Who reads a letter: a copy of their own for each, at their own address (waarborg 11; U19). Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from eenplan.huishoudens import api as huishoudens

from . import loop, regels
from .inhoud import Ontvanger
from .loop import Bezorging

ONBEKENDE_OUDER = "De andere ouder van {naam}"
"""A parent whose file is not open here still gets a copy, to be handed over."""


@dataclass(frozen=True, slots=True)
class Lezer:
    """Who gets one copy: whose it is, how it is addressed, and how it reaches them."""

    persoon: UUID
    ontvanger: Ontvanger
    bezorging: Bezorging

    @property
    def aan(self) -> dict[str, str]:
        """How the reader is named on the paper; never where they live."""
        wie = self.ontvanger
        return {"naam": wie.naam, "aanhef": wie.aanhef, "over": wie.over}


def lezer(kaart: huishoudens.PersoonKaart, op: date, *, alleen: bool = False) -> Lezer:
    """Somebody who reads a letter about themselves; a child with its parents, unless `alleen`."""
    naam, aanhef = kaart.naam, f"Beste {kaart.naam}"
    if not alleen:
        naam, aanhef = loop.voor_wie(naam, huishoudens.leeftijd(kaart.geboortedatum, op))
    return _bij(kaart, Ontvanger(naam, aanhef=aanhef))


def ouder(
    sleutel: UUID, kaart: huishoudens.PersoonKaart | None, over: huishoudens.PersoonKaart
) -> Lezer:
    """A parent with authority who reads a letter about a child; handed over when we do not know where they live."""
    if kaart is None:
        naam = ONBEKENDE_OUDER.format(naam=over.naam)
        wie = Ontvanger(naam, geheim=True, aanhef="Beste ouder", over=over.naam)
        return Lezer(sleutel, wie, Bezorging.PERSOONLIJK)
    return _bij(kaart, Ontvanger(kaart.naam, aanhef=f"Beste {kaart.naam}", over=over.naam))


def samen(*wie: Lezer) -> tuple[Lezer, ...]:
    """The readers of one letter: nowhere in what one of them gets stands the secret address of another.

    Who lives at the secret address of another reader gets the copy by hand as well, or the paper would tell it.
    """
    return tuple(
        _schermt_af(lezer, [ander for ander in wie if ander is not lezer]) for lezer in wie
    )


def _schermt_af(lezer: Lezer, anderen: list[Lezer]) -> Lezer:
    verzwegen = tuple(
        regel for a in anderen if a.ontvanger.geheim for regel in a.ontvanger.adresregels
    )
    if set(verzwegen) & set(lezer.ontvanger.adresregels):
        ontvanger = replace(lezer.ontvanger, geheim=True, verzwegen=verzwegen)
        return Lezer(lezer.persoon, ontvanger, Bezorging.PERSOONLIJK)
    return replace(lezer, ontvanger=replace(lezer.ontvanger, verzwegen=verzwegen))


def _bij(kaart: huishoudens.PersoonKaart, wie: Ontvanger) -> Lezer:
    """An address that is secret, or that nobody may see, is never printed (U19)."""
    hoe = loop.bezorging(
        adres=kaart.adres, geheim=kaart.adres_geheim, veilige_weg=kaart.veilige_weg
    )
    adresregels = loop.adresregels(kaart.adres)
    ontvanger = replace(wie, adresregels=adresregels, geheim=hoe is Bezorging.PERSOONLIJK)
    return Lezer(kaart.id, ontvanger, hoe)


def noemt_geheim_adres(tekst: str, kaart: huishoudens.PersoonKaart) -> bool:
    """Whether a text tells where this person lives, while nobody may know: such a text cannot go into a letter."""
    hoe = loop.bezorging(
        adres=kaart.adres, geheim=kaart.adres_geheim, veilige_weg=kaart.veilige_weg
    )
    adresregels = loop.adresregels(kaart.adres)
    return hoe is Bezorging.PERSOONLIJK and regels.noemt_een(tekst, adresregels)
