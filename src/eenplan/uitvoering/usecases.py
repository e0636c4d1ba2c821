"""What an organisation does with help that was asked of it: accept, give back, begin, be done (F11, D25, U9, U16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from eenplan.inzage import api as inzage
from eenplan.organisaties import api as organisaties
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .gedeeld import Tafel, als_aanbieder, als_team, meld
from .models import Opdracht
from .regels import (
    OPDRACHT,
    VOLG_DAGEN,
    Grond,
    OpdrachtFeiten,
    OpdrachtToestand,
)


@dataclass(frozen=True, slots=True)
class Aanname:
    """Who helps, how to reach them, and from which day."""

    contact: UUID
    telefoon: str
    begint_op: date


@transaction.atomic
def neem_aan(scope: Scope, *, inzet: UUID, aanname: Aanname) -> None:
    """Accept: from now on this organisation owns the help; whoever asked stays until it begins (D25, U9)."""
    tafel, opdracht = als_aanbieder(scope, inzet)
    nieuw = OPDRACHT.neem("neem_aan", _wil(tafel, opdracht), OpdrachtToestand(opdracht.toestand))
    fouten = {}
    collega = next((c for c in organisaties.collegas(scope) if c.id == aanname.contact), None)
    if collega is None:
        fouten["contact"] = "Kies wie de contactpersoon is."
    if aanname.begint_op < scope.nu.date():
        fouten["begint_op"] = "Kies een dag vanaf vandaag."
    if collega is None or fouten:
        raise Geweigerd(velden=fouten)
    Opdracht.objects.filter(id=opdracht.id).update(
        toestand=nieuw,
        contact_id=collega.id,
        contact_naam=collega.naam,
        contact_telefoon=aanname.telefoon.strip(),
        begint_op=aanname.begint_op,
    )
    meld(scope, events.AANGENOMEN, tafel.inzet, wie=opdracht.organisatie.naam)
    _ruim_lijst_op(scope, inzet)
    werk.zet_klaar(
        scope,
        soort=WerkSoort.UITVOERING,
        over=inzet,
        persoon=tafel.inzet.persoon,
        titel=tafel.naam,
        wat="Hulp beginnen",
        partij=opdracht.organisatie_id,
        medewerker=collega.id,
        vervalt=aanname.begint_op,
    )


@transaction.atomic
def geef_terug(scope: Scope, *, inzet: UUID, grond: Grond, uitleg: str) -> None:
    """Refuse before the start, on one of three grounds and with a reason (F11).

    It goes back to whoever referred, with an owner and a date: nobody falls between (D25).
    """
    tafel, opdracht = als_aanbieder(scope, inzet)
    nieuw = _stap(opdracht, "geef_terug")
    if not uitleg.strip():
        raise Geweigerd(velden={"uitleg": "Schrijf op waarom u deze hulp niet kunt geven."})
    Opdracht.objects.filter(id=opdracht.id).update(
        toestand=nieuw, grond=grond, grond_uitleg=uitleg.strip()
    )
    meld(scope, events.TERUGGEGEVEN, tafel.inzet, wie=opdracht.organisatie.naam)
    _ruim_lijst_op(scope, inzet)
    werk.rond_af(scope, over=inzet, soort=WerkSoort.OVERDRACHT)
    _vraag_verwijzer(scope, tafel, opdracht, "Zoek andere hulp")
    _laat_los(scope, tafel, opdracht)


@transaction.atomic
def begin(scope: Scope, *, inzet: UUID, op: date) -> None:
    """The help has begun; from here on the team may step back."""
    tafel, opdracht = als_aanbieder(scope, inzet)
    nieuw = OPDRACHT.neem("begin", _wil(tafel, opdracht), OpdrachtToestand(opdracht.toestand))
    if op > scope.nu.date():
        raise Geweigerd(velden={"op": "Deze dag moet nog komen. Vul in wanneer de hulp begon."})
    Opdracht.objects.filter(id=opdracht.id).update(toestand=nieuw, begonnen_op=op)
    meld(scope, events.BEGONNEN, tafel.inzet, wie=opdracht.organisatie.naam)
    _ruim_lijst_op(scope, inzet)


@transaction.atomic
def rond_af(scope: Scope, *, inzet: UUID, inwoner: str, netwerk: str) -> None:
    """The help is done: what resident and network take over for this goal (U16); the team looks back with them."""
    tafel, opdracht = als_aanbieder(scope, inzet)
    nieuw = _stap(opdracht, "rond_af")
    fouten = {}
    if not inwoner.strip():
        fouten["inwoner"] = "Schrijf op wat de inwoner nu zelf doet."
    if not netwerk.strip():
        fouten["netwerk"] = (
            "Schrijf op wat mensen om de inwoner heen doen. Is dat niets? Schrijf dat op."
        )
    if fouten:
        raise Geweigerd(velden=fouten)
    Opdracht.objects.filter(id=opdracht.id).update(
        toestand=nieuw,
        klaar_op=scope.nu.date(),
        overname_inwoner=inwoner.strip(),
        overname_netwerk=netwerk.strip(),
    )
    meld(scope, events.KLAAR, tafel.inzet, wie=opdracht.organisatie.naam)
    plannen.stop_inzet(scope, inzet=inzet, doel=tafel.doel)
    _vraag_verwijzer(scope, tafel, opdracht, "Kijk samen terug")


@transaction.atomic
def los_teruggave_op(scope: Scope, *, inzet: UUID, wil_niet_meer: bool) -> None:
    """The team is done with help that came back: other help for the goal stands, or the resident wants none (D25)."""
    tafel, opdracht = als_team(scope, inzet)
    if wil_niet_meer:
        _stap(opdracht, "stop")
    else:
        feiten = OpdrachtFeiten(andere_hulp=_andere_hulp_staat(scope, tafel))
        OPDRACHT.neem("los_op", feiten, OpdrachtToestand(opdracht.toestand))
    meld(scope, events.TERUGGAVE_OPGELOST, tafel.inzet, wat=tafel.inzet.wat)
    plannen.stop_inzet(scope, inzet=inzet)


@transaction.atomic
def kijk_terug(scope: Scope, *, inzet: UUID) -> None:
    """The team looked back together with the resident on help that is done."""
    tafel, opdracht = als_team(scope, inzet)
    if opdracht.toestand != OpdrachtToestand.KLAAR:
        raise Geweigerd("Deze hulp is nog niet klaar.")
    if opdracht.teruggekeken_op is not None:
        raise Geweigerd("Jullie keken al samen terug op deze hulp.")
    Opdracht.objects.filter(id=opdracht.id).update(teruggekeken_op=scope.nu.date())
    meld(scope, events.TERUGGEKEKEN, tafel.inzet, wat=tafel.inzet.wat)
    werk.rond_af(scope, over=inzet, soort=WerkSoort.UITVOERING)


def _wil(tafel: Tafel, opdracht: Opdracht) -> OpdrachtFeiten:
    return OpdrachtFeiten(
        wil_niet_meer=tafel.inzet.wil_niet_meer, verwijzer=opdracht.verwijzer_naam
    )


def _stap(opdracht: Opdracht, stap: str) -> OpdrachtToestand:
    return OPDRACHT.neem(stap, OpdrachtFeiten(), OpdrachtToestand(opdracht.toestand))


def _ruim_lijst_op(scope: Scope, inzet: UUID) -> None:
    """What was asked is answered: its lines leave the lists of both."""
    for soort in (WerkSoort.VERWIJZING, WerkSoort.UITVOERING):
        werk.rond_af(scope, over=inzet, soort=soort)


def _vraag_verwijzer(scope: Scope, tafel: Tafel, opdracht: Opdracht, wat: str) -> None:
    """A line for whoever referred: owner and date."""
    werk.zet_klaar(
        scope,
        soort=WerkSoort.UITVOERING,
        over=tafel.inzet.id,
        persoon=tafel.inzet.persoon,
        titel=tafel.naam,
        wat=wat,
        partij=opdracht.verwijzer_partij_id,
        medewerker=opdracht.verwijzer_id,
        vervalt=scope.nu.date() + timedelta(days=VOLG_DAGEN),
    )


def _laat_los(scope: Scope, tafel: Tafel, opdracht: Opdracht) -> None:
    """Who does not help does not look along, unless with other help of the same person."""
    nog_meer = (
        Opdracht.objects.filter(
            persoon_id=opdracht.persoon_id, organisatie_id=opdracht.organisatie_id
        )
        .exclude(id=opdracht.id)
        .exclude(toestand__in=(OpdrachtToestand.TERUGGEGEVEN, OpdrachtToestand.GESTOPT))
    )
    if not nog_meer.exists():
        inzage.beeindig_betrokkenheid(
            scope,
            persoon=tafel.inzet.persoon,
            partij=opdracht.organisatie_id,
            doel=inzage.Doel.UITVOERING,
        )


def _andere_hulp_staat(scope: Scope, tafel: Tafel) -> bool:
    """Whether other help for the same goal was accepted, or runs without having to be."""
    plan = plannen.lees_plan(scope, tafel.blad.plan)
    anders = [
        i.id
        for doel in plan.doelen
        if doel.id == tafel.blad.doel
        for i in doel.inzet
        if i.id != tafel.inzet.id and i.toestand is plannen.InzetToestand.LOOPT
    ]
    wachten = Opdracht.objects.filter(
        inzet_id__in=anders,
        toestand__in=(
            OpdrachtToestand.WACHT,
            OpdrachtToestand.GEVRAAGD,
            OpdrachtToestand.TERUGGEGEVEN,
        ),
    )
    return len(anders) > wachten.count()
