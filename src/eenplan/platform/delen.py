"""Making a deel: the unit of access under which content is written."""

from __future__ import annotations

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
