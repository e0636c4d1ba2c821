"""What a screen hands to the parts of a page: small frozen values, no behaviour.

`docs/schermen.md` shows per part which of these it takes. Addresses are made in the view (never with a
url tag inside a loop).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class NavLink:
    """One entry of the main navigation (`navigatie` in the context). `aantal` is the red number: work that waits."""

    naam: str
    href: str
    huidig: bool = False
    aantal: int = 0


@dataclass(frozen=True, slots=True)
class Actie:
    """A link that stands as an action on a card or bar. `wat` makes the name unique for a screen reader."""

    tekst: str
    href: str
    wat: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    """One line of a summary list. An empty value reads as "Niet ingevuld"."""

    sleutel: str
    waarde: str
    wijzig_url: str = ""


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One event on the timeline. `wanneer` is a date when no hour is known: never invent 00:00."""

    titel: str
    wanneer: datetime | date
    door: str = ""
    tekst: str = ""
    href: str = ""
    meer: str = "Bekijk"


@dataclass(frozen=True, slots=True)
class Taak:
    """One task: `klaar` shows plain text, without `href` it is not possible yet."""

    naam: str
    href: str = ""
    status: str = ""
    toon: str = ""
    hint: str = ""
    klaar: bool = False
    vervalt: date | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: a link to a page of its own, with how much there is."""

    naam: str
    href: str
    aantal: int | None = None
    huidig: bool = False


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A short fact in the identity bar."""

    naam: str
    waarde: str


@dataclass(frozen=True, slots=True)
class Identiteit:
    """Who this file is about; at most three actions."""

    naam: str
    kenmerken: tuple[Kenmerk, ...] = ()
    let_op: tuple[str, ...] = ()
    acties: tuple[Actie, ...] = ()


@dataclass(frozen=True, slots=True)
class Lid:
    """A person in a circle around the household."""

    naam: str
    rol: str
    regie: bool = False


@dataclass(frozen=True, slots=True)
class Kring:
    """One circle of people, from near to far; `leeg` is the sentence when nobody is in it."""

    naam: str
    leden: tuple[Lid, ...] = ()
    leeg: str = "Nog niemand."


@dataclass(frozen=True, slots=True)
class Trede:
    """One rung of the ladder of help. `stand` is gekozen, bekeken (with the reason) or open."""

    naam: str
    stand: str = "open"
    reden: str = ""


@dataclass(frozen=True, slots=True)
class RegelUitleg:
    """One row of the rules: its number, what it says, and for an earlier row why it did not fit."""

    nummer: str
    zin: str
    bron: str = ""
    niet_omdat: str = ""


@dataclass(frozen=True, slots=True)
class Waarom:
    """Why the rules gave this answer: the row that fitted and the earlier rows that did not."""

    uitkomst: str
    treffer: RegelUitleg
    eerdere: tuple[RegelUitleg, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class Vervolg:
    """One thing that happens next, and when."""

    wat: str
    wanneer: str = ""


class Telling(Protocol):
    """How many times of so many, with the same in words; a counter of any room fits."""

    @property
    def gedaan(self) -> int: ...
    @property
    def aantal(self) -> int: ...
    @property
    def zin(self) -> str: ...
