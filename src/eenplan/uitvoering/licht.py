"""The light track: each time it was there, the talk before it is used up, and what is decided then (L6, waarborg 17).

Help never stops because a counter is full: it goes on until resident and helper decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .gedeeld import Tafel, loopt, meld, open_tafel
from .models import Keer, Traject
from .regels import VERDER_ZIN, VOLG_DAGEN, OpdrachtToestand, Teller, Verder


@dataclass(frozen=True, slots=True)
class _Baan:
    """A light track on the table, with how far it is."""

    tafel: Tafel
    traject: Traject
    teller: Teller

    @property
    def voorlaatste(self) -> int:
        """After how many times one talks about what comes next."""
        return max(1, self.traject.aantal - 1)


def _open_baan(scope: Scope, inzet: UUID) -> _Baan:
    tafel = open_tafel(scope, inzet)
    traject = Traject.objects.filter(inzet_id=inzet).first()
    if traject is None:
        raise NietGevonden
    loopt(tafel)
    gedaan = Keer.objects.filter(inzet_id=inzet, weggehaald_op=None).count()
    verder = Verder(traject.verder) if traject.verder else None
    return _Baan(tafel, traject, Teller(gedaan, traject.aantal, verder=verder))


@transaction.atomic
def leg_keer_vast(scope: Scope, *, inzet: UUID, op: date) -> None:
    """Write down that there was a session, by day and who was there: no content.

    At the one before last a talk is planned, with an owner and a date.
    """
    baan = _open_baan(scope, inzet)
    _controleer_dag(scope, baan, op)
    Keer(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=baan.tafel.inzet.deel,
        inzet_id=inzet,
        persoon_id=baan.tafel.inzet.persoon,
        op=op,
        door=f"{scope.naam}, {scope.organisatie_naam}",
    ).save(force_insert=True)
    gedaan = baan.teller.gedaan + 1
    zin = Teller(gedaan, baan.traject.aantal).zin
    meld(scope, events.KEER_GEWEEST, baan.tafel.inzet, wat=baan.tafel.inzet.wat, hoeveel=zin)
    if gedaan == baan.voorlaatste and baan.teller.verder is None:
        _zet_gesprek_klaar(scope, baan, baan.traject.gesprek_op)


def _controleer_dag(scope: Scope, baan: _Baan, op: date) -> None:
    opdracht, begon = baan.tafel.opdracht, baan.tafel.inzet.gestart_op
    if opdracht is not None and opdracht.toestand != OpdrachtToestand.BEGONNEN:
        raise Geweigerd("Leg eerst vast dat de hulp is begonnen.")
    zin = ""
    if op > scope.nu.date():
        zin = "Deze dag moet nog komen. Leg een keer pas vast als die er is geweest."
    elif begon and op < begon:
        zin = "Toen was deze hulp nog niet begonnen."
    elif Keer.objects.filter(inzet_id=baan.tafel.inzet.id, op=op, weggehaald_op=None).exists():
        zin = "Op deze dag staat al een keer. Is dat fout? Haal die dan eerst weg."
    if zin:
        raise Geweigerd(velden={"op": zin})


@transaction.atomic
def haal_keer_weg(scope: Scope, *, inzet: UUID, keer: UUID) -> None:
    """Take back a session that was not there. The line stays in the file, and counts no more."""
    baan = _open_baan(scope, inzet)
    if not Keer.objects.filter(id=keer, inzet_id=inzet, weggehaald_op=None).update(
        weggehaald_op=scope.nu.date()
    ):
        raise NietGevonden
    meld(scope, events.KEER_WEG, baan.tafel.inzet, wat=baan.tafel.inzet.wat)
    if baan.teller.gedaan - 1 < baan.voorlaatste:
        werk.rond_af(scope, over=inzet, soort=WerkSoort.LICHT)


@transaction.atomic
def plan_gesprek(scope: Scope, *, inzet: UUID, op: date) -> None:
    """Agree on the day on which resident and helper talk about what comes after."""
    if op < scope.nu.date():
        raise Geweigerd(velden={"op": "Kies een dag vanaf vandaag."})
    baan = _open_baan(scope, inzet)
    Traject.objects.filter(id=baan.traject.id).update(gesprek_op=op)
    meld(scope, events.GESPREK_GEPLAND, baan.tafel.inzet)
    werk.rond_af(scope, over=inzet, soort=WerkSoort.LICHT)
    _zet_gesprek_klaar(scope, baan, op)


@transaction.atomic
def beslis_verder(scope: Scope, *, inzet: UUID, verder: Verder, uitleg: str) -> None:
    """Write down what was decided together. Only when the resident can go on alone does the help stop."""
    baan = _open_baan(scope, inzet)
    if not baan.teller.gesprek_nodig:
        raise Geweigerd(
            "Hierover praten jullie als de hulp bijna op is. Tot dan gaat de hulp gewoon door."
        )
    if not uitleg.strip():
        raise Geweigerd(velden={"uitleg": "Schrijf op wat jullie hebben besproken."})
    Traject.objects.filter(id=baan.traject.id).update(
        besloten_op=scope.nu.date(), verder=verder, verder_uitleg=uitleg.strip()
    )
    meld(scope, events.VERDER, baan.tafel.inzet, hoe=VERDER_ZIN[verder])
    werk.rond_af(scope, over=inzet, soort=WerkSoort.LICHT)
    if verder is Verder.ZELF:
        plannen.stop_inzet(scope, inzet=inzet, doel=baan.tafel.doel)


def _zet_gesprek_klaar(scope: Scope, baan: _Baan, op: date | None) -> None:
    """The talk is work of whoever referred, or else of who helps."""
    opdracht = baan.tafel.opdracht
    werk.zet_klaar(
        scope,
        soort=WerkSoort.LICHT,
        over=baan.tafel.inzet.id,
        persoon=baan.tafel.inzet.persoon,
        titel=baan.tafel.naam,
        partij=opdracht.verwijzer_partij_id if opdracht else scope.partij,
        medewerker=opdracht.verwijzer_id if opdracht else scope.actor,
        vervalt=op or scope.nu.date() + timedelta(days=VOLG_DAGEN),
    )
