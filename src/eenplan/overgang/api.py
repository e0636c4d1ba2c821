"""The front door of `overgang`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.inzage import api as inzage
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen
from eenplan.werk import api as werk

from .regels import LAATSTE_DAG, IndicatieGegevens, telt_mee
from .usecases import bij_gesprek, plan_gesprek, registreer, vertel

__all__ = [
    "LAATSTE_DAG",
    "IndicatieGegevens",
    "IndicatieRegel",
    "OpLijst",
    "bij_gesprek",
    "heeft_oud_recht",
    "lees",
    "mijn_lijst",
    "oude_rechten",
    "plan_gesprek",
    "registreer",
    "van_personen",
    "vertel",
]


@dataclass(frozen=True, slots=True)
class IndicatieRegel:
    """An old indication as this reader may see it."""

    id: UUID
    persoon: UUID
    melding: UUID
    voorziening: str
    wat: str
    aanbieder_naam: str
    tot: date
    gesprek_op: date
    gesproken_op: date | None
    begeleider_naam: str
    begeleider_organisatie: str
    verteld_op: date | None
    verteld_door: str


@dataclass(frozen=True, slots=True)
class OpLijst:
    """Somebody with whom the conversation is still to be held."""

    naam: str
    regel: IndicatieRegel


_REGEL = """SELECT id, persoon_id, melding_id, voorziening, wat, aanbieder_naam, tot, gesprek_op, gesproken_op,
                   begeleider_naam, begeleider_organisatie, verteld_op, verteld_door
              FROM overgang_indicatie"""


def mijn_lijst(scope: Scope) -> Sequence[OpLijst]:
    """Everybody of one's own party with an old indication and no conversation yet, by its day.

    Only the indication of each is opened, and each is a line in their read log.
    """
    namen = {r.over: r.titel for r in werk.van_soort(scope, werk.WerkSoort.OVERGANG)}
    delen = rijen(UUID, "SELECT deel_id::text FROM pol.indicatie_plek(%s)", [list(namen)])
    if not delen:
        return []
    inzage.openen(scope, delen=delen, doel=inzage.Doel.TOEGANG)
    gevonden = rijen(
        IndicatieRegel, f"{_REGEL} WHERE id = ANY (%s) ORDER BY gesprek_op, id", [list(namen)]
    )
    return [OpLijst(namen[r.id], r) for r in gevonden]


def lees(scope: Scope, indicatie: UUID) -> tuple[IndicatieRegel, inzage.Opening]:
    """Open the household of whom this is and read the indication. NietGevonden."""
    van = rijen(UUID, "SELECT persoon_id::text FROM pol.indicatie_plek(%s)", [[indicatie]])
    opening = inzage.openen_gezin(scope, next(iter(van), None), doel=inzage.Doel.TOEGANG)
    gevonden = rijen(IndicatieRegel, f"{_REGEL} WHERE id = %s", [indicatie])
    if not gevonden:
        raise NietGevonden
    return gevonden[0], opening


def van_personen(scope: Scope, personen: Iterable[UUID]) -> Sequence[IndicatieRegel]:
    """The old indications of persons opened in this request."""
    return rijen(
        IndicatieRegel, f"{_REGEL} WHERE persoon_id = ANY (%s) ORDER BY tot, id", [list(personen)]
    )


def oude_rechten(scope: Scope, persoon: UUID) -> frozenset[str]:
    """The help for which an old indication counts today, for a person opened in this request (D20)."""
    return frozenset(
        regel.voorziening
        for regel in van_personen(scope, [persoon])
        if telt_mee(regel.tot, scope.nu.date())
    )


def heeft_oud_recht(scope: Scope, persoon: UUID, *, voorziening: str) -> bool:
    """Whether an old indication for this same help counts today, for a person opened in this request (D20)."""
    return bool(voorziening) and voorziening in oude_rechten(scope, persoon)
