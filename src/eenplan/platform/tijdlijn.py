"""The timeline is the events table itself: what happened in these files, newest first, as far as open."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from .gebeurtenissen import zin
from .klok import NEDERLAND
from .scope import Scope
from .vraag import rijen


@dataclass(frozen=True)
class Regel:
    """One line: the sentence, when, and by whom of which organisation; of what kind it was and about which file."""

    zin: str
    moment: datetime
    door: str
    betrokkene: UUID
    soort: str
    over: UUID


def van(scope: Scope, personen: Iterable[UUID], *, aantal: int = 30) -> Sequence[Regel]:
    """The last events in the files of these persons, in one statement. Only what was opened in this request shows."""
    return rijen(
        _regel,
        """SELECT soort, gegevens, moment, actor_naam, organisatie_naam, betrokkene_id, over_id
             FROM platform_gebeurtenis
            WHERE betrokkene_id = ANY (%s) ORDER BY moment DESC, id DESC LIMIT %s""",
        [list(personen), aantal],
    )


def _regel(
    soort: str,
    gegevens: str,
    moment: datetime,
    naam: str,
    organisatie: str,
    betrokkene: UUID,
    over: UUID,
) -> Regel:
    return Regel(
        zin=zin(soort, json.loads(gegevens)),
        moment=moment.astimezone(NEDERLAND),
        door=", ".join(filter(None, (naam, organisatie))),
        betrokkene=betrokkene,
        soort=soort,
        over=over,
    )
