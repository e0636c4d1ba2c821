"""The warm hand-over: a day on which team and executor meet, mostly with the resident (D4, D17, U9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.inzage.api import Doel
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .gedeeld import Tafel, meld, open_tafel
from .models import Opdracht, Overdracht
from .regels import OpdrachtToestand

KAN = (OpdrachtToestand.GEVRAAGD, OpdrachtToestand.AANGENOMEN, OpdrachtToestand.BEGONNEN)


@dataclass(frozen=True, slots=True)
class Overdrachtsplan:
    """When, who is there, with the resident or why not, and what will be handed over."""

    op: date
    wie: str
    met_inwoner: bool
    waarom_zonder: str = ""
    afspraken: str = ""


def _open_over(scope: Scope, inzet: UUID) -> tuple[Tafel, Opdracht]:
    tafel = open_tafel(scope, inzet)
    if tafel.opdracht is None:
        raise NietGevonden
    if tafel.opdracht.toestand not in KAN:
        raise Geweigerd("Er is nu niemand om deze hulp aan over te dragen.")
    return tafel, tafel.opdracht


@transaction.atomic
def plan_overdracht(scope: Scope, *, inzet: UUID, plan: Overdrachtsplan) -> None:
    """Agree on a hand-over, or on another day for it: both have it on their list until it happened."""
    tafel, opdracht = _open_over(scope, inzet)
    _controleer(scope, plan)
    velden = {
        "op": plan.op,
        "wie": plan.wie.strip(),
        "met_inwoner": plan.met_inwoner,
        "waarom_zonder": "" if plan.met_inwoner else plan.waarom_zonder.strip(),
        "afspraken": plan.afspraken.strip(),
        "gepland_door": f"{scope.naam}, {scope.organisatie_naam}",
    }
    if not Overdracht.objects.filter(inzet_id=inzet, geweest_op=None).update(**velden):
        Overdracht(
            id=nieuw_id(),
            gemeente_id=scope.gemeente,
            deel_id=tafel.inzet.deel,
            inzet_id=inzet,
            persoon_id=tafel.inzet.persoon,
            **velden,
        ).save(force_insert=True)
    meld(scope, events.OVERDRACHT_GEPLAND, tafel.inzet)
    werk.rond_af(scope, over=inzet, soort=WerkSoort.OVERDRACHT)
    _zet_klaar(scope, tafel, opdracht, plan.op)


def _controleer(scope: Scope, plan: Overdrachtsplan) -> None:
    fouten = {}
    if plan.op < scope.nu.date():
        fouten["op"] = "Kies een dag vanaf vandaag."
    if not plan.wie.strip():
        fouten["wie"] = "Schrijf op wie erbij zijn."
    if not plan.met_inwoner and not plan.waarom_zonder.strip():
        fouten["waarom_zonder"] = "Schrijf op waarom de inwoner er niet bij is."
    if fouten:
        raise Geweigerd(velden=fouten)


def _zet_klaar(scope: Scope, tafel: Tafel, opdracht: Opdracht, op: date) -> None:
    """A line for whoever referred and one for who helps; the one who plans owns theirs."""
    van_team = tafel.doel is Doel.TOEGANG
    lijsten = (
        (opdracht.verwijzer_partij_id, scope.actor if van_team else opdracht.verwijzer_id),
        (opdracht.organisatie_id, opdracht.contact_id if van_team else scope.actor),
    )
    for partij, medewerker in lijsten:
        werk.zet_klaar(
            scope,
            soort=WerkSoort.OVERDRACHT,
            over=tafel.inzet.id,
            persoon=tafel.inzet.persoon,
            titel=tafel.naam,
            partij=partij,
            medewerker=medewerker,
            vervalt=op,
        )


@transaction.atomic
def leg_overdracht_vast(scope: Scope, *, inzet: UUID, op: date, afspraken: str) -> None:
    """The hand-over took place: on which day, and what was agreed. It leaves both lists."""
    tafel = open_tafel(scope, inzet)
    fouten = {}
    if op > scope.nu.date():
        fouten["op"] = "Deze dag moet nog komen. Vul in wanneer de overdracht was."
    if not afspraken.strip():
        fouten["afspraken"] = "Schrijf op wat jullie hebben afgesproken."
    if fouten:
        raise Geweigerd(velden=fouten)
    if not Overdracht.objects.filter(inzet_id=inzet, geweest_op=None).update(
        geweest_op=op, afspraken=afspraken.strip()
    ):
        raise Geweigerd("Er staat geen overdracht meer open.")
    meld(scope, events.OVERDRACHT_GEWEEST, tafel.inzet)
    werk.rond_af(scope, over=inzet, soort=WerkSoort.OVERDRACHT)
