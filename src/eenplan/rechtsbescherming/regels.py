"""Whoever disagrees comes through one door; this is what lies behind it, and who may never handle what (F14, X14).

Sources: Awb 6:4, 6:9, 6:11, 6:14, 6:15, 7:10 and 10:3 lid 3 (bezwaar), 9:1 to 9:11 (klacht); waarborgen 3, 21 and 23.
Nothing here turns anybody away: what is late, or against something that may be no decision, is registered all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from eenplan.platform.flow import Flow, Stap
from eenplan.termijnen.kalender import voluit


class Weg(StrEnum):
    """The four roads behind the door, the lightest first."""

    UITLEG = "uitleg"
    TWEEDE_MENING = "tweede_mening"
    KLACHT = "klacht"
    BEZWAAR = "bezwaar"


class Toestand(StrEnum):
    """Where a case stands."""

    ONTVANGEN = "ontvangen"
    IN_BEHANDELING = "in_behandeling"
    AFGEHANDELD = "afgehandeld"
    INGETROKKEN = "ingetrokken"


class Uitkomst(StrEnum):
    """What came of it; which of them fit stands in `UITKOMSTEN`."""

    UITGELEGD = "uitgelegd"
    ZELFDE_OORDEEL = "zelfde_oordeel"
    ANDER_OORDEEL = "ander_oordeel"
    OPGELOST = "opgelost"
    GEGROND = "gegrond"
    DEELS_GEGROND = "deels_gegrond"
    ONGEGROND = "ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk"


@dataclass(frozen=True, slots=True)
class Wegwijzer:
    """One road in plain words: the answer a resident recognises, what it is called, and what happens then."""

    antwoord: str
    naam: str
    gevolg: str


WEGEN: Mapping[Weg, Wegwijzer] = {
    Weg.UITLEG: Wegwijzer(
        "Ik begrijp iets niet",
        "Uitleg vragen",
        "Wie uw vraag behandelt, legt het u uit. Dat gebeurt binnen een week.",
    ),
    Weg.TWEEDE_MENING: Wegwijzer(
        "Ik wil dat iemand anders ook kijkt naar wat er nodig is",
        "Tweede mening",
        "Iemand die er nog niet bij was, kijkt opnieuw. U hoort binnen een week wie dat is.",
    ),
    Weg.KLACHT: Wegwijzer(
        "Ik vind dat ik niet goed behandeld ben",
        "Klacht",
        "Iemand die er niet bij was, praat met u. Binnen zes weken hoort u wat de gemeente vindt.",
    ),
    Weg.BEZWAAR: Wegwijzer(
        "Ik ben het niet eens met een besluit of een brief",
        "Bezwaar",
        "De gemeente kijkt opnieuw. Dat doet nooit degene die het besluit nam. U krijgt een brief met de laatste dag.",
    ),
}
UITKOMSTEN: Mapping[Weg, tuple[Uitkomst, ...]] = {
    Weg.UITLEG: (Uitkomst.UITGELEGD,),
    Weg.TWEEDE_MENING: (Uitkomst.ZELFDE_OORDEEL, Uitkomst.ANDER_OORDEEL),
    Weg.KLACHT: (
        Uitkomst.OPGELOST,
        Uitkomst.GEGROND,
        Uitkomst.DEELS_GEGROND,
        Uitkomst.ONGEGROND,
    ),
    Weg.BEZWAAR: (
        Uitkomst.GEGROND,
        Uitkomst.DEELS_GEGROND,
        Uitkomst.ONGEGROND,
        Uitkomst.NIET_ONTVANKELIJK,
    ),
}
DAGEN = 7
"""Within how many days uitleg and tweede mening get an answer: our own promise, no law sets one."""
BIJ_DE_GEMEENTE = frozenset({Weg.TWEEDE_MENING, Weg.KLACHT, Weg.BEZWAAR})
"""What never stays with who was there first (Awb 9:7 and 10:3 lid 3)."""
MET_BEVESTIGING = frozenset({Weg.KLACHT, Weg.BEZWAAR})
"""What the law has one confirm in writing (Awb 6:14 and 9:6)."""
BEVESTIGEN_BINNEN = timedelta(days=7)
"""Within how long the confirmation leaves: our own promise, the law sets no term (Awb 6:14 and 9:6)."""
TEKST_MAG_LATER = frozenset({Weg.BEZWAAR})
"""An objection counts from the day it comes; the reasons may follow (Awb 6:6)."""


def is_te_laat(ontvangen: date, laatste_dag: date | None) -> bool:
    """Whether it came after the last day; it is registered all the same, and the municipality looks why (Awb 6:11)."""
    return laatste_dag is not None and ontvangen > laatste_dag


def te_laat_zin(laatste_dag: date) -> str:
    """What stands on the case of a late objection."""
    return (
        f"De laatste dag was {voluit(laatste_dag)}. Kijk of de inwoner een goede reden had (Awb 6:11), "
        "en of de brief op tijd op de post ging (Awb 6:9)."
    )


def klok_begint(ontvangen: date, laatste_dag: date | None) -> date:
    """The day after which the six weeks for a decision are counted (Awb 7:10 lid 1).

    That is the last day on which one could object, and for what came later the day on which it came.
    """
    return ontvangen if laatste_dag is None else max(ontvangen, laatste_dag)


@dataclass(frozen=True, slots=True)
class ZaakFeiten:
    """What the steps ask about who takes them."""

    was_erbij: bool = False
    behandelaar: str = ""
    """The name of who handles it, when that is somebody else."""


def was_er_niet_bij(feiten: ZaakFeiten) -> str | None:
    """Awb 10:3 lid 3, 9:7; waarborg 3: who worked on it never handles what somebody says of it."""
    if not feiten.was_erbij:
        return None
    return "U werkte zelf aan waar dit over gaat. Een collega die er niet bij was, behandelt dit."


def behandelt_het_zelf(feiten: ZaakFeiten) -> str | None:
    """What came of a case is written down by who handles it."""
    return f"{feiten.behandelaar} behandelt dit." if feiten.behandelaar else None


_ALLEEN_DE_BEHANDELAAR = (was_er_niet_bij, behandelt_het_zelf)
ZAAK: Flow[ZaakFeiten, Toestand] = Flow(
    naam="Zaak",
    start=Toestand.ONTVANGEN,
    eigenaar={
        Toestand.ONTVANGEN: "de gemeente, of bij uitleg wie de vraag behandelt",
        Toestand.IN_BEHANDELING: "wie de zaak behandelt",
        Toestand.AFGEHANDELD: "niemand",
        Toestand.INGETROKKEN: "niemand",
    },
    stappen=(
        Stap("neem", Toestand.ONTVANGEN, Toestand.IN_BEHANDELING, (was_er_niet_bij,)),
        Stap("rond_af", Toestand.IN_BEHANDELING, Toestand.AFGEHANDELD, _ALLEEN_DE_BEHANDELAAR),
        Stap("trek_in", Toestand.ONTVANGEN, Toestand.INGETROKKEN, (was_er_niet_bij,)),
        Stap("trek_in", Toestand.IN_BEHANDELING, Toestand.INGETROKKEN, _ALLEEN_DE_BEHANDELAAR),
    ),
)
