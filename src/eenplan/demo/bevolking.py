"""An invented population: households as a Dutch city has them, each with a question of its own.

The same seed gives the same people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from . import namen


@dataclass(frozen=True)
class Mens:
    """Somebody in an invented household."""

    naam: str
    geboortedatum: date
    bsn: str


@dataclass(frozen=True)
class Gezin:
    """A household with the question that brought it here. The first adult asks; with `over_kind` about the child."""

    volwassenen: tuple[Mens, ...]
    kinderen: tuple[Mens, ...]
    adres: str
    gebied: str
    telefoon: str
    vraag: str
    tekst: str
    dagen_geleden: int
    over_kind: bool = False

    @property
    def hoofd(self) -> Mens:
        """Whom the question is about: who asks, or the oldest child."""
        return self.kinderen[0] if self.over_kind else self.volwassenen[0]

    @property
    def voor_kind(self) -> bool:
        """Whether the help would be for a child."""
        return bool(self.kinderen) and self.vraag in JEUGD

    def varianten(self) -> tuple[Gezin, ...]:
        """As it is asked: by the parent, or where it is help for a child also about that child itself."""
        return (self, replace(self, over_kind=True)) if self.voor_kind else (self,)

    def toen(self, dagen: int) -> Gezin:
        """The same household, which asked so many days ago."""
        return replace(self, dagen_geleden=dagen)


OUDSTE = 120
"""How many days ago the household that asked first asked."""
JEUGD = frozenset({"opvoeden", "psychisch"})

# What people ask, in their own words; the codes are those of the policy vocabulary.
GEZINSVRAGEN = (
    ("opvoeden", "Mijn kind luistert niet meer en ik weet niet wat ik moet doen."),
    ("opvoeden", "Sinds de scheiding slaapt mijn kind slecht en wil het niet naar school."),
    ("psychisch", "Mijn kind is vaak somber. De school maakt zich zorgen."),
    ("geldzaken", "Wij komen elke maand tekort en krijgen veel brieven."),
    ("mantelzorg", "Ik zorg voor mijn moeder én voor de kinderen. Het wordt te veel."),
)
LOSSE_VRAGEN = (
    ("eenzaamheid", "Na het overlijden van mijn partner zie ik weinig mensen."),
    ("thuisadministratie", "Ik kom er niet meer uit met de post en de bank."),
    ("geldzaken", "Ik heb schulden en durf de telefoon niet op te nemen."),
    ("begeleiding", "Alleen wonen lukt, maar de dagen lopen in de war."),
    ("dagbesteding", "Mijn partner is vergeetachtig en zit de hele dag binnen."),
    ("mantelzorg", "Ik zorg al jaren voor mijn partner en word zelf moe."),
    ("vervoer", "Ik kan niet meer fietsen en kom nergens."),
    ("huishouden", "Schoonmaken lukt niet meer sinds mijn heup."),
)


def gezinnen(zaad: str, aantal: int, gebieden: list[str], plaats: str, op: date) -> Iterator[Gezin]:
    """So many households spread over these areas, with ages and sizes as a city has them."""
    toeval = Random(zaad)
    nummers = namen.bsns()
    for _ in range(toeval.randint(0, 9)):
        next(nummers)
    for _ in range(aantal):
        yield _gezin(toeval, nummers, gebieden, plaats, op)


def _gezin(
    toeval: Random, nummers: Iterator[str], gebieden: list[str], plaats: str, op: date
) -> Gezin:
    achternaam = namen.achternaam(toeval)
    met_kinderen = toeval.random() < 0.4
    leeftijd = toeval.randint(24, 52) if met_kinderen else toeval.randint(19, 92)
    tweede = toeval.random() < (0.7 if met_kinderen else 0.35)
    volwassenen = [
        _mens(toeval, nummers, achternaam if nummer == 0 else namen.achternaam(toeval), jaren, op)
        for nummer, jaren in enumerate([leeftijd, *([leeftijd + toeval.randint(-5, 5)] * tweede)])
    ]
    aantal_kinderen = toeval.choices((1, 2, 3, 4), (40, 40, 15, 5))[0] if met_kinderen else 0
    kinderen = [
        _mens(toeval, nummers, achternaam, toeval.randint(1, min(17, leeftijd - 19)), op)
        for _ in range(aantal_kinderen)
    ]
    vraag, tekst = toeval.choice(GEZINSVRAGEN if met_kinderen else LOSSE_VRAGEN)
    return Gezin(
        volwassenen=tuple(volwassenen),
        kinderen=tuple(sorted(kinderen, key=lambda kind: kind.geboortedatum)),
        adres=namen.adres(toeval, plaats),
        gebied=toeval.choice(gebieden) if gebieden else "",
        telefoon=f"06-0000{toeval.randint(0, 9999):04d}",
        vraag=vraag,
        tekst=tekst,
        dagen_geleden=int(OUDSTE * toeval.random() ** 2),  # most of them of the last month
    )


def _mens(toeval: Random, nummers: Iterator[str], achternaam: str, jaren: int, op: date) -> Mens:
    geboren = op - timedelta(days=jaren * 365 + toeval.randint(10, 350))
    return Mens(f"{namen.voornaam(toeval)} {achternaam}", geboren, next(nummers))
