"""What a signal is, how long it lives and what must be said with it: pure rules (D7, U15, waarborg 14).

A signal is about somebody who did not ask, or about a place. Nothing starts by it, and it ends by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from eenplan.platform.flow import Flow, Stap

KIJKEN_BINNEN = timedelta(days=7)
VERLOOPT_NA = timedelta(days=91)
LANGST = timedelta(days=183)
"""Our own limits: no law says how long a signal may be kept, only that it is no longer than needed (AVG art. 5)."""
LANGSTE_TEKST = 1000


class Soort(StrEnum):
    """About somebody, or about a place where things repeat."""

    PERSOON = "persoon"
    PLEK = "plek"


class Geinformeerd(StrEnum):
    """Whether who it is about knows of it, and if not on which ground (AVG art. 14)."""

    JA = "ja"
    BIJ_CONTACT = "bij_contact"
    ONBEKEND = "onbekend"
    GEVAAR = "gevaar"
    PLEK = "plek"


ZONDER_REDEN: Final = frozenset({Geinformeerd.JA, Geinformeerd.PLEK})


class Toestand(StrEnum):
    """Where a signal is. Whatever it is, on its last day it is gone."""

    OPEN = "open"
    CONTACT = "contact"
    GESLOTEN = "gesloten"
    VRAAG = "vraag"


LOPEND: Final = (Toestand.OPEN, Toestand.CONTACT)

_T = Toestand
FLOW: Final[Flow[None, Toestand]] = Flow(
    naam="Signaal",
    start=_T.OPEN,
    eigenaar={
        _T.OPEN: "het team dat contact zoekt",
        _T.CONTACT: "het team dat contact heeft",
        _T.GESLOTEN: "niemand: er is niets meer nodig",
        _T.VRAAG: "niemand: de persoon vroeg zelf om hulp, en dat is een vraag",
    },
    stappen=tuple(
        Stap(naam, van, naar)
        for naam, naar in (("contact", _T.CONTACT), ("sluiten", _T.GESLOTEN), ("vraag", _T.VRAAG))
        for van in LOPEND
    ),
)


@dataclass(frozen=True, slots=True)
class SignaalGegevens:
    """A signal as a professional tells it. `wie`: how to recognise somebody, as little as works; empty for a place."""

    soort: Soort
    gebied: str
    plek: str
    tekst: str
    geinformeerd: Geinformeerd
    wie: str = ""
    reden: str = ""
    kijken_op: date | None = None
    verloopt_op: date | None = None


def gebreken(gegevens: SignaalGegevens, *, op: date) -> dict[str, str]:
    """What is missing or wrong, as a sentence per field; empty when it can be recorded."""
    zinnen: dict[str, str] = {}
    if not gegevens.plek.strip():
        zinnen["plek"] = "Schrijf op waar het is, zonder naam."
    if not gegevens.tekst.strip():
        zinnen["tekst"] = "Schrijf op wat u zag of hoorde."
    elif len(gegevens.tekst) > LANGSTE_TEKST:
        zinnen["tekst"] = f"Maak de tekst korter: er passen {LANGSTE_TEKST} tekens."
    persoon = gegevens.soort is Soort.PERSOON
    if persoon == (gegevens.geinformeerd is Geinformeerd.PLEK):
        zinnen["geinformeerd"] = (
            "Zeg of deze persoon van het signaal weet."
            if persoon
            else "Een plek kan niets weten. Kies: het gaat over een plek."
        )
    elif gegevens.geinformeerd not in ZONDER_REDEN and not gegevens.reden.strip():
        zinnen["reden"] = "Schrijf op waarom deze persoon het nog niet weet (AVG artikel 14)."
    return zinnen | _dagen(gegevens, op)


def _dagen(gegevens: SignaalGegevens, op: date) -> dict[str, str]:
    kijken, verloopt = dagen(gegevens, op=op)
    zinnen: dict[str, str] = {}
    if verloopt > op + LANGST:
        zinnen["verloopt_op"] = "Een signaal blijft hoogstens een half jaar. Kies een eerdere dag."
    elif verloopt <= op:
        zinnen["verloopt_op"] = "Kies een dag na vandaag."
    if not op <= kijken <= verloopt:
        zinnen["kijken_op"] = "Kies een dag vanaf vandaag, voordat het signaal verloopt."
    return zinnen


def dagen(gegevens: SignaalGegevens, *, op: date) -> tuple[date, date]:
    """The day by which somebody looks, and the last day of the signal."""
    return gegevens.kijken_op or op + KIJKEN_BINNEN, gegevens.verloopt_op or op + VERLOOPT_NA
