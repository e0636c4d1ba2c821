"""The front door of `termijnen`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .kalender import KALENDER, Kalender, voluit
from .regels import (
    AanvraagMoment,
    Einddatum,
    Opschorting,
    Termijnregel,
    TermijnSoort,
    aanvraag_moment,
    aanvraagdag,
    einddatum,
)
from .usecases import (
    Termijn,
    eerste_contact,
    laat_vervallen,
    start,
    verplaats,
    voldoe,
    wettelijke_regel,
)

__all__ = [
    "KALENDER",
    "AanvraagMoment",
    "Einddatum",
    "Kalender",
    "Opschorting",
    "Termijn",
    "TermijnSoort",
    "Termijnregel",
    "aanvraag_moment",
    "aanvraagdag",
    "eerste_contact",
    "einddatum",
    "laat_vervallen",
    "lopend",
    "start",
    "van",
    "verplaats",
    "voldoe",
    "voluit",
    "wettelijke_regel",
]


def van(scope: Scope, over: UUID) -> Sequence[Termijn]:
    """The clocks of a file that this reader's parties answer for or oversee, the first to end first."""
    return rijen(
        _termijn,
        """SELECT id, over_id, persoon_id, soort, begin, eind, grondslag, uitleg, voldaan_op,
                  vervallen_op
             FROM termijnen_termijn WHERE over_id = %s ORDER BY eind, id""",
        [over],
    )


def lopend(scope: Scope, personen: Iterable[UUID]) -> Sequence[Termijn]:
    """The clocks that still run for these persons, as far as this reader's parties see them, the first to end first."""
    return rijen(
        _termijn,
        """SELECT id, over_id, persoon_id, soort, begin, eind, grondslag, uitleg, voldaan_op,
                  vervallen_op
             FROM termijnen_termijn
            WHERE persoon_id = ANY (%s) AND voldaan_op IS NULL AND vervallen_op IS NULL ORDER BY eind, id""",
        [list(personen)],
    )


def _termijn(
    id: UUID,
    over: UUID,
    persoon: UUID,
    soort: str,
    begin: date,
    eind: date,
    grondslag: str,
    uitleg: str,
    voldaan_op: date | None,
    vervallen_op: date | None,
) -> Termijn:
    return Termijn(
        id,
        over,
        persoon,
        TermijnSoort(soort),
        begin,
        eind,
        grondslag,
        uitleg,
        voldaan_op,
        vervallen_op,
    )
