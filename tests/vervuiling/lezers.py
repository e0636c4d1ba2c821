"""Who asks, and which addresses each can name: every address, filled in with the keys of whoever asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from django.urls import NoReverseMatch, reverse
from django.urls.resolvers import RoutePattern

from eenplan.rechtsbescherming.api import Weg
from tests.browser import schermwereld
from tests.browser.schermen import SCHERMEN
from tests.browser.schermwereld import Plek
from tests.integration.platform.adressen import Adres

WOORDEN: Mapping[str, Sequence[str]] = {
    "gemeente": ("utrecht", "kaag-en-braassem", "lansingerland", "heerlen"),
    "weg": tuple(Weg),
    "sleutel": ("eigen-kracht", "financien"),
}


@dataclass(frozen=True)
class Lezer:
    """Somebody at a browser."""

    naam: str
    functie: str
    koekjes: Mapping[str, str]
    sleutels: Mapping[str, str]

    def mag(self, adres: Adres) -> bool:
        """Whether the address says that this kind of reader may come there."""
        return adres.wie is not None and ("iedereen" in adres.wie or self.functie in adres.wie)

    def heeft(self, adres: Adres) -> bool:
        """Whether this reader has something of the kind that the address is about."""
        return all(
            any(s == naam or s.startswith(f"{naam}_") for s in self.sleutels)
            for naam in adres.sleutels
        )

    def paden(self, adres: Adres, meeste: int) -> list[str]:
        """The address, filled in with the own keys where there are any."""
        kwargs = ({"": ""} for _ in range(1)) if not _namen(adres) else self._invulling(adres)
        uit = []
        for keuze in islice(kwargs, meeste):
            try:
                uit.append(
                    reverse(str(adres.blad.name), kwargs={n: w for n, w in keuze.items() if n})
                )
            except NoReverseMatch:
                continue
        return uit

    def _invulling(self, adres: Adres) -> Iterator[dict[str, str]]:
        namen = _namen(adres)
        keuzes = [self._keuzes(adres, naam) for naam in namen]
        for rij in product(*keuzes):
            yield dict(zip(namen, rij, strict=True))

    def _keuzes(self, adres: Adres, naam: str) -> Sequence[str]:
        if naam not in adres.sleutels:
            return WOORDEN[naam]
        blikken = SCHERMEN.get(str(adres.blad.name), ())
        wijst = [blik.sleutels.get(naam, naam) for blik in blikken]
        zelfde = [s for s in self.sleutels if s == naam or s.startswith(f"{naam}_")]
        eigen = [self.sleutels[s] for s in dict.fromkeys([*wijst, *zelfde]) if s in self.sleutels]
        return eigen or list(self.sleutels.values())[:1]


def _namen(adres: Adres) -> list[str]:
    return [
        naam
        for deel in adres.delen
        if isinstance(deel.pattern, RoutePattern)
        for naam in deel.pattern.converters
    ]


def bouw() -> list[Lezer]:
    """Everybody of the world of the screens, and a colleague or newcomer beside each for whom nothing is open."""
    plekken = schermwereld.bouw()
    alles = {
        f"{rol}-{n}": str(s) for rol, plek in plekken.items() for n, s in plek.sleutels.items()
    }
    uit = []
    for rol, plek in plekken.items():
        uit.append(_lezer(rol, plek, nieuweling=False, alles=alles))
        if plek.nieuweling is not None:
            uit.append(_lezer(rol, plek, nieuweling=True, alles=alles))
    return uit


def _lezer(rol: str, plek: Plek, *, nieuweling: bool, alles: Mapping[str, str]) -> Lezer:
    eigen = {naam: str(sleutel) for naam, sleutel in plek.sleutels.items()}
    return Lezer(
        naam=f"ander dan de {rol}" if nieuweling else rol,
        functie=_functie(plek, nieuweling),
        koekjes=plek.koekjes(nieuweling=nieuweling),
        sleutels=eigen or dict(alles),
    )


def _functie(plek: Plek, nieuweling: bool) -> str:
    """What the database says that this person is."""
    mens = plek.nieuweling if nieuweling else plek.mens
    if mens is None:
        return ""
    with mens.handelt(op=plek.op, lezen=True) as scope:
        return scope.functie
