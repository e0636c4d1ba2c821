"""The front door of `organisaties`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .regels import Functie, gemeente_id, medewerker_id, organisatie_id, overig_id, team_id
from .usecases import neem_in_dienst, richt_in

__all__ = [
    "Collega",
    "Demoinwoner",
    "Demomedewerker",
    "Functie",
    "collegas",
    "demoinwoners",
    "demomedewerkers",
    "gemeente_id",
    "medewerker_id",
    "neem_in_dienst",
    "organisatie_id",
    "overig_id",
    "richt_in",
    "team_id",
]


@dataclass(frozen=True)
class Collega:
    """An employee one can hand something to."""

    id: UUID
    naam: str
    functie: str


@dataclass(frozen=True)
class Demomedewerker:
    """A line on the demo's choose-a-person page."""

    id: UUID
    naam: str
    functie: str
    organisatie: str
    team: str | None
    gemeente_id: UUID
    gemeente: str


@dataclass(frozen=True)
class Demoinwoner:
    """A resident on the demo's choose-a-person page."""

    id: UUID
    naam: str
    geboortedatum: date
    gemeente_id: UUID
    gemeente: str


def collegas(scope: Scope) -> Sequence[Collega]:
    """Who works in the same teams, or in the same organisation where there are no teams; by name."""
    return rijen(
        Collega,
        """SELECT m.id, m.naam, m.functie FROM organisaties_medewerker m
            WHERE (m.tot IS NULL OR m.tot >= %s)
              AND CASE WHEN cardinality(%s::uuid[]) = 0 THEN m.organisatie_id = %s
                       ELSE m.id IN (SELECT l.medewerker_id FROM organisaties_teamlid l
                                      WHERE l.team_id = ANY (%s) AND (l.tot IS NULL OR l.tot >= %s)) END
            ORDER BY m.naam""",
        [
            scope.nu.date(),
            list(scope.teams),
            scope.organisatie_id,
            list(scope.teams),
            scope.nu.date(),
        ],
    )


def demomedewerkers() -> Sequence[Demomedewerker]:
    """Everybody one can be in the demo; on a real database nobody."""
    return rijen(Demomedewerker, "SELECT * FROM pol.demo_medewerkers()")


def demoinwoners() -> Sequence[Demoinwoner]:
    """The residents one can be in the demo; on a real database nobody."""
    return rijen(Demoinwoner, "SELECT * FROM pol.demo_inwoners()")
