"""What a paper says about the help, frozen on the day the plan was decided on. Pure: data to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from uuid import UUID

from pydantic import TypeAdapter

from eenplan.berichten.inhoud import Aanbieder, Doel, Omvang


@dataclass(frozen=True, slots=True)
class Hulp:
    """One piece of help for one person: what, why, how much, how long, by whom.

    `meteen_door`: the question is passed on the same day, and less help is no goal (D6).
    """

    naam: str
    geboortedatum: date | None
    wat: str
    doelen: tuple[Doel, ...] = ()
    aantal: Decimal | None = None
    eenheid: str = ""
    per: str = ""
    ingang: date | None = None
    einde: date | None = None
    organisatie: UUID | None = None
    aanbieder: str = ""
    telefoon: str = ""
    dat_is_wat: bool = False
    delen: tuple[UUID, ...] = ()
    meteen_door: bool = False

    @property
    def omvang(self) -> Omvang | None:
        """How much, when it can be counted."""
        if self.aantal is None or not self.eenheid or not self.per:
            return None
        return Omvang(self.aantal, self.eenheid, self.per)

    @property
    def gever(self) -> Aanbieder | None:
        """Who gives the help, when that is known and can be called."""
        return (
            Aanbieder(self.aanbieder, self.telefoon) if self.aanbieder and self.telefoon else None
        )


def als_json(hulp: Hulp) -> dict[str, object]:
    """What goes into the database."""
    json: dict[str, object] = _adapter().dump_python(hulp, mode="json")
    return json


def uit_json(bewaard: Mapping[str, object]) -> Hulp:
    """What was put in."""
    return _adapter().validate_python(bewaard)


@cache
def _adapter() -> TypeAdapter[Hulp]:
    return TypeAdapter(Hulp)
