"""Events: what happened, in domain words, in the transaction that did it. They are the timeline (docs/adr/0004).

Every change to a guarded table must come with an event about that file, or the database refuses the commit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from .ids import nieuw_id
from .scope import Scope

Waarde = str | int | bool | None | Sequence[str]


@dataclass(frozen=True)
class Soort:
    """A kind of event: its stable key and the sentence on the timeline, with {names} from its details."""

    sleutel: str
    zin: str


@dataclass(frozen=True)
class Gebeurtenis:
    """One thing that happened. `over` is the file it is about, `betrokkene` whose timeline it is on.

    `intern` travels to the reactions and is never stored: content has its own table, the log holds only details.
    """

    soort: Soort
    over: UUID
    deel: UUID
    betrokkene: UUID | None
    gegevens: Mapping[str, Waarde] = field(default_factory=dict)
    intern: Mapping[str, object] = field(default_factory=dict)


Reactie = Callable[[Scope, Gebeurtenis], None]

_reacties: dict[str, tuple[Reactie, ...]] = {}
_soorten: dict[str, Soort] = {}


def soort(sleutel: str, zin: str) -> Soort:
    """Declare a kind of event; done once, in a room's `events.py`."""
    if sleutel in _soorten:
        raise ValueError(f"gebeurtenis {sleutel} bestaat al")
    _soorten[sleutel] = Soort(sleutel, zin)
    return _soorten[sleutel]


def alle_soorten() -> Mapping[str, Soort]:
    """Every declared kind of event, by key."""
    return _soorten


def verbind(reacties: Mapping[str, Sequence[Reactie]]) -> None:
    """Set what follows on what; called once by the composition root."""
    _reacties.clear()
    _reacties.update({sleutel: tuple(rij) for sleutel, rij in reacties.items()})


def zin(sleutel: str, gegevens: Mapping[str, Waarde]) -> str:
    """The sentence of a stored event."""
    return _soorten[sleutel].zin.format_map(gegevens)


def vastleggen(scope: Scope, gebeurtenis: Gebeurtenis, *, gemeente: UUID | None = None) -> UUID:
    """Store the event and run its reactions, in this transaction; returns its key.

    `gemeente` is given only for a visitor, whose scope has none.
    """
    return leg_alle_vast(scope, [gebeurtenis], gemeente=gemeente)[0]


def leg_alle_vast(
    scope: Scope, gebeurtenissen: Sequence[Gebeurtenis], *, gemeente: UUID | None = None
) -> list[UUID]:
    """Store several events in one statement, then run the reactions of each in turn; returns their keys."""
    sleutels = [nieuw_id() for _ in gebeurtenissen]
    rijvorm = "(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s::jsonb)"
    waarden = [
        waarde
        for sleutel, gebeurtenis in zip(sleutels, gebeurtenissen, strict=True)
        for waarde in (
            sleutel,
            gemeente or scope.gemeente,
            scope.request_id,
            gebeurtenis.soort.sleutel,
            gebeurtenis.over,
            gebeurtenis.betrokkene,
            gebeurtenis.deel,
            scope.nu,
            scope.actor_id,
            scope.naam,
            scope.organisatie_naam,
            json.dumps(dict(gebeurtenis.gegevens)),
        )
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO platform_gebeurtenis (id, gemeente_id, request_id, soort, over_id, betrokkene_id, deel_id,"
            " moment, actor_id, actor_naam, organisatie_naam, gegevens) VALUES "
            + ", ".join(rijvorm for _ in gebeurtenissen),
            waarden,
        )
    for gebeurtenis in gebeurtenissen:
        for reactie in _reacties.get(gebeurtenis.soort.sleutel, ()):
            reactie(scope, gebeurtenis)
    return sleutels
