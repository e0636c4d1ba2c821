"""Old rights and how long they last: pure rules (D17, D20; Wmo 2015 art. 8.3 and 8.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

LAATSTE_DAG: Final = date(2015, 12, 31)
"""Rights under the AWBZ end on 1 January 2016 at the latest (Wmo 2015 art. 8.3 lid 1)."""
OP_TIJD: Final = timedelta(weeks=8)
"""Six weeks for the investigation and two for a decision: the person must still be able to apply (art. 8.6)."""


@dataclass(frozen=True, slots=True)
class IndicatieGegevens:
    """A running indication of an earlier law. `voorziening` is what the same help is called in the catalogue now."""

    voorziening: str
    tot: date
    gesprek_op: date
    begeleider_naam: str = ""
    begeleider_organisatie: str = ""


def loopt_tot(tot: date) -> date:
    """The last day of an old right: its own, or the last one the law leaves."""
    return min(tot, LAATSTE_DAG)


def uiterste_gesprek(tot: date, *, op: date) -> date:
    """The last day for the conversation that still leaves time to apply; today when that day is past."""
    return max(loopt_tot(tot) - OP_TIJD, op)


def gebreken(gegevens: IndicatieGegevens, *, op: date) -> dict[str, str]:
    """What is wrong, as a sentence per field."""
    zinnen: dict[str, str] = {}
    if loopt_tot(gegevens.tot) < op:
        zinnen["tot"] = "Deze indicatie is al voorbij. Leg de vraag van de inwoner gewoon vast."
    uiterlijk = uiterste_gesprek(gegevens.tot, op=op)
    if not op <= gegevens.gesprek_op <= uiterlijk:
        zinnen["gesprek_op"] = (
            f"Kies een dag vanaf vandaag, uiterlijk op {uiterlijk.day}-{uiterlijk.month}-{uiterlijk.year}. "
            "Dan is er nog tijd voor een onderzoek en een besluit (Wmo artikel 8.6)."
        )
    return zinnen


def telt_mee(tot: date, op: date) -> bool:
    """Whether the policy is told of this old right: while it runs, and after the year of transition as a warning."""
    return op <= tot or (tot == LAATSTE_DAG and op > LAATSTE_DAG)
