"""Who does how much in a week, as dots that one can count; the words beside them say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from uuid import UUID

from eenplan.plannen.api import InzetRegel, InzetToestand, PlanBlad
from eenplan.voorzieningen.api import hoeveelheid
from eenplan.web.uitvoering_beeld import Uitvoeringbeeld

DAGEN = 7
HOOGSTENS = 21  # more than three a day is no picture any more


@dataclass(frozen=True, slots=True)
class Weekregel:
    """What one organisation or person does this week; `stippen` is one for each started hour, time or part of a day."""

    wie: str
    wat: str
    hoeveel: str
    stippen: Sequence[int]


def deze_week(
    blad: PlanBlad, vandaag: date, bij: Mapping[UUID, Uitvoeringbeeld]
) -> list[Weekregel]:
    """The help that runs this week and says how much it is; not what an organisation has yet to begin."""
    maandag = vandaag - timedelta(days=vandaag.weekday())
    return [
        _regel(inzet)
        for doel in blad.doelen
        for inzet in doel.inzet
        if _loopt(inzet, maandag) and _aantal(inzet) and not bij[inzet.id].stand
    ]


def _loopt(inzet: InzetRegel, maandag: date) -> bool:
    zondag = maandag + timedelta(days=DAGEN - 1)
    begonnen = inzet.van is None or inzet.van <= zondag
    return (
        inzet.toestand is InzetToestand.LOOPT
        and begonnen
        and (inzet.tot is None or inzet.tot >= maandag)
    )


def _aantal(inzet: InzetRegel) -> int:
    """How many in a week; 0 when it is not said by day or week."""
    if inzet.aantal is None or inzet.per not in ("week", "dag"):
        return 0
    return ceil(inzet.aantal) * (DAGEN if inzet.per == "dag" else 1)


def _regel(inzet: InzetRegel) -> Weekregel:
    assert inzet.aantal is not None
    aantal = _aantal(inzet)
    stippen = range(aantal) if aantal <= HOOGSTENS else ()
    return Weekregel(
        inzet.wie or "Zelf",
        inzet.wat,
        hoeveelheid(inzet.aantal, inzet.eenheid, inzet.per),
        stippen,
    )
