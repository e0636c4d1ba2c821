"""Making a deel: the unit of access under which content is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from .ids import nieuw_id
from .scope import Scope
from .vraag import doe


def nieuw_deel(
    scope: Scope,
    *,
    betrokkene: UUID | None,
    rubriek: str,
    wet: str | None = None,
    verantwoordelijke: UUID | None = None,
    geheim: bool = False,
    niet_voor_ouders: bool = False,
    gemeente: UUID | None = None,
) -> UUID:
    """Start a deel about this person (or nobody) and return its key; who made it may write to it in this request.

    `verantwoordelijke` is the organisation that answers for the content, the actor's own unless named. `gemeente`
    is only for a visitor. The database refuses unless the person's file was opened, or the person registered, in
    this request.
    """
    deel = nieuw_id()
    doe(
        "SELECT pol.nieuw_deel(%s, %s, %s, %s, %s, %s, %s, %s)",
        [
            deel,
            gemeente or scope.gemeente,
            betrokkene,
            rubriek,
            wet,
            verantwoordelijke or scope.organisatie_id,
            geheim,
            niet_voor_ouders,
        ],
    )
    return deel


@dataclass(frozen=True, slots=True)
class NieuwDeel:
    """A deel to start: about whom, of which kind, and who answers for it."""

    betrokkene: UUID
    rubriek: str
    verantwoordelijke: UUID
    geheim: bool = False


def nieuwe_delen(
    scope: Scope, delen: Sequence[NieuwDeel], *, gemeente: UUID | None = None
) -> list[UUID]:
    """Start several delen in one statement, under the same conditions as one; returns their keys in this order."""
    sleutels = [nieuw_id() for _ in delen]
    doe(
        """SELECT pol.nieuw_deel(n.id, %s, n.betrokkene, n.rubriek, NULL, n.verantwoordelijke, n.geheim, false)
             FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::uuid[], %s::boolean[])
               AS n(id, betrokkene, rubriek, verantwoordelijke, geheim)""",
        [
            gemeente or scope.gemeente,
            sleutels,
            [d.betrokkene for d in delen],
            [d.rubriek for d in delen],
            [d.verantwoordelijke for d in delen],
            [d.geheim for d in delen],
        ],
    )
    return sleutels
