"""The front door of `meldingen`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .gezin import voeg_gezinslid_toe
from .lezen import MeldingKaart, lees, lees_open, van_personen, van_persoon
from .melden import Bevestiging, Houder, bij_wie, doe_melding
from .regels import (
    COMPLEXITEIT,
    ENKELVOUDIG,
    FLOW,
    GEEN_ONDERWERP,
    VRAGEN,
    WETTEN,
    Feiten,
    Gezinslid,
    GezinsRol,
    Melder,
    MeldingGegevens,
    Toestand,
    onderwerp,
    routevragen,
)
from .usecases import (
    Ontvanger,
    feiten,
    model_nu,
    neem_op,
    noteer_gebeld,
    noteer_gesproken,
    onderzoek_begonnen,
    ontvangers,
    rond_af,
    zet_complexiteit,
    zet_door,
    zet_wet,
)

__all__ = [
    "COMPLEXITEIT",
    "ENKELVOUDIG",
    "FLOW",
    "GEEN_ONDERWERP",
    "VRAGEN",
    "WETTEN",
    "Bevestiging",
    "Feiten",
    "GezinsRol",
    "Gezinslid",
    "Houder",
    "Melder",
    "MeldingGegevens",
    "MeldingKaart",
    "Ontvanger",
    "Ontvangst",
    "Toestand",
    "bij_wie",
    "doe_melding",
    "feiten",
    "lees",
    "lees_open",
    "model_nu",
    "neem_op",
    "noteer_gebeld",
    "noteer_gesproken",
    "onderwerp",
    "onderzoek_begonnen",
    "ontvangers",
    "ontvangst",
    "rond_af",
    "routevragen",
    "van_personen",
    "van_persoon",
    "voeg_gezinslid_toe",
    "zet_complexiteit",
    "zet_door",
    "zet_wet",
]


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """What the confirmation page says; nothing personal."""

    gemeente: str
    referentie: str
    ontvangen_op: date
    bij: str
    telefoon: str
    bel_uiterlijk: date
    van_uur: int
    tot_uur: int
    onderzoek_uiterlijk: date | None
    plan_uiterlijk: date | None
    namens_ander: bool


def ontvangst(scope: Scope, pagina: UUID) -> Ontvangst:
    """The confirmation at this random address, for whoever has it. NietGevonden when there is none."""
    gevonden = rijen(Ontvangst, "SELECT * FROM pol.ontvangstpagina(%s)", [pagina])
    if not gevonden:
        raise NietGevonden
    return gevonden[0]
