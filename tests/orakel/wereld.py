"""A small world of facts that access rests on, as plain records: no Django, no SQL, nothing of the lock itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Dagen:
    """From a day until and including a day."""

    van: date
    tot: date | None

    def gelden(self, dag: date) -> bool:
        """Whether this day falls within it."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)


@dataclass(frozen=True)
class Tijd:
    """From a moment until, not including, a moment."""

    van: datetime
    tot: datetime | None

    def loopt(self, nu: datetime) -> bool:
        """Whether this moment falls within it."""
        return self.van <= nu and (self.tot is None or nu < self.tot)


@dataclass(frozen=True)
class Organisatie:
    id: UUID
    gemeente: UUID


@dataclass(frozen=True)
class Team:
    id: UUID
    gemeente: UUID
    organisatie: UUID


@dataclass(frozen=True)
class Medewerker:
    id: UUID
    gemeente: UUID
    organisatie: UUID
    dienst: Dagen


@dataclass(frozen=True)
class Teamlid:
    medewerker: UUID
    team: UUID
    dagen: Dagen


@dataclass(frozen=True)
class Persoon:
    id: UUID
    gemeente: UUID
    geboren: date | None
    samengevoegd_in: UUID | None


@dataclass(frozen=True)
class Lid:
    huishouden: UUID
    persoon: UUID
    dagen: Dagen


@dataclass(frozen=True)
class Relatie:
    persoon: UUID
    ander: UUID
    soort: str
    gezag: bool
    beperkt: bool
    dagen: Dagen


@dataclass(frozen=True)
class Deel:
    id: UUID
    gemeente: UUID
    betrokkene: UUID | None
    rubriek: str
    wet: str | None
    verantwoordelijke: UUID
    geheim: bool
    niet_voor_ouders: bool


@dataclass(frozen=True)
class Betrokkenheid:
    persoon: UUID
    partij: UUID
    niveau: str
    rubrieken: tuple[str, ...]
    deel: UUID | None
    wet: str | None
    doel: str
    alleen_van: UUID | None
    tijd: Tijd


@dataclass(frozen=True)
class Blokkade:
    persoon: UUID
    tegen: UUID
    tijd: Tijd


@dataclass(frozen=True)
class Prive:
    medewerker: UUID
    persoon: UUID
    tijd: Tijd


@dataclass(frozen=True)
class Geheimhouder:
    deel: UUID
    actor: UUID
    tijd: Tijd


@dataclass(frozen=True)
class Nood:
    medewerker: UUID
    persoon: UUID
    tijd: Tijd


@dataclass(frozen=True)
class Actor:
    """Somebody with a session, in one municipality; `sessie` tells whether it still counts."""

    id: UUID
    soort: str
    gemeente: UUID
    sessie: bool
    token: bytes


@dataclass
class Wereld:
    """Everything that is true at one moment."""

    zaad: int
    nu: datetime
    gemeenten: list[UUID] = field(default_factory=list)
    organisaties: list[Organisatie] = field(default_factory=list)
    teams: list[Team] = field(default_factory=list)
    medewerkers: list[Medewerker] = field(default_factory=list)
    teamleden: list[Teamlid] = field(default_factory=list)
    personen: list[Persoon] = field(default_factory=list)
    leden: list[Lid] = field(default_factory=list)
    relaties: list[Relatie] = field(default_factory=list)
    delen: list[Deel] = field(default_factory=list)
    betrokkenheden: list[Betrokkenheid] = field(default_factory=list)
    blokkades: list[Blokkade] = field(default_factory=list)
    prives: list[Prive] = field(default_factory=list)
    geheimhouders: list[Geheimhouder] = field(default_factory=list)
    noden: list[Nood] = field(default_factory=list)
    actoren: list[Actor] = field(default_factory=list)
    doelen: tuple[str, ...] = ()

    @property
    def dag(self) -> date:
        """The day in the Netherlands."""
        return self.nu.astimezone(NEDERLAND).date()

    @cached_property
    def mens(self) -> dict[UUID, frozenset[UUID]]:
        """Every record with all records of that same human being: merged records are one person."""
        groepen = {p.id: {p.id} for p in self.personen}
        for persoon in self.personen:
            if persoon.samengevoegd_in is not None:
                samen = groepen[persoon.id] | groepen[persoon.samengevoegd_in]
                for sleutel in samen:
                    groepen[sleutel] = samen
        return {sleutel: frozenset(groep) for sleutel, groep in groepen.items()}

    @cached_property
    def persoon_met(self) -> dict[UUID, Persoon]:
        """Persons by key."""
        return {p.id: p for p in self.personen}

    @cached_property
    def huisgenoten(self) -> dict[UUID, frozenset[UUID]]:
        """Every record with all records of whoever lives in one household with that person today, themselves too."""
        vandaag = [lid for lid in self.leden if lid.dagen.gelden(self.dag)]
        samen: dict[UUID, frozenset[UUID]] = {}
        for sleutel, zelf in self.mens.items():
            huizen = {lid.huishouden for lid in vandaag if lid.persoon in zelf}
            anderen = (lid.persoon for lid in vandaag if lid.huishouden in huizen)
            samen[sleutel] = zelf.union(*(self.mens[ander] for ander in anderen))
        return samen

    @cached_property
    def per_mens(self) -> dict[UUID, list[Betrokkenheid]]:
        """Involvements by every record of the person they are about."""
        uit: dict[UUID, list[Betrokkenheid]] = {p.id: [] for p in self.personen}
        for regel in self.betrokkenheden:
            for sleutel in self.mens[regel.persoon]:
                uit[sleutel].append(regel)
        return uit

    def medewerker(self, sleutel: UUID) -> Medewerker | None:
        """The employee with this key."""
        return next((m for m in self.medewerkers if m.id == sleutel), None)

    def organisaties_van(self, teams: Iterable[UUID]) -> set[UUID]:
        """The organisations these teams belong to."""
        return {t.organisatie for t in self.teams if t.id in set(teams)}
