"""A resident opens what is about them, and sees who looked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .regels import Doel
from .usecases import OpenDeel, Opening, geopend


@dataclass(frozen=True, slots=True)
class Inkijk:
    """One line of "who looked": on a day an organisation, for a purpose, so many times. Without a name: not shown."""

    dag: date
    organisatie: str | None
    functie: str | None
    soort: str
    doel: str
    keer: int


def open_als_inwoner(scope: Scope) -> Opening:
    """Open the resident's own file and those of the children they have authority over. NietGevonden when none opens."""
    delen = rijen(OpenDeel, "SELECT * FROM pol.openen_als_inwoner()")
    return geopend(scope, Doel.INWONER, delen)


def wie_keek(scope: Scope) -> Sequence[Inkijk]:
    """Who looked in the resident's own file in the last year, newest first; only after opening it. One statement."""
    return rijen(Inkijk, "SELECT * FROM pol.wie_keek()")
