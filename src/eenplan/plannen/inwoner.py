"""What a resident does in the own plan: answer for themselves, and write in own words and order (X4, U17, F21).

Each goes by the resident's own cut: the row of the plan may be out of sight (a youth in the plan of a parent), the own
goals and help never are. Whoever has the question finds a line on the own list.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from eenplan.inzage import api as inzage
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import doe, om_de_beurt

from . import events
from .akkoorden import ANTWOORD
from .doelen import zet_woorden
from .gedeeld import meld_inzet
from .models import Akkoord, Doel, Eigenregel, Inzet
from .regels import (
    AFGELOPEN,
    VERVOLG_DAGEN,
    Antwoord,
    DoelToestand,
    EigenSoort,
    InzetToestand,
)
from .toestemming import Uitkomst

UITKOMST = {Antwoord.JA: Uitkomst.AKKOORD, Antwoord.NEE: Uitkomst.NIET_AKKOORD}
WIL_NIET_MEER = "Wil de hulp niet meer: bel vandaag"
GAF_ANTWOORD = "Gaf antwoord op hulp"
WIL_PRATEN = "Wil eerst praten over hulp"
SCHREEF = "Schreef in het eigen plan"
VRAAGT_BESLUIT = "Vraagt een besluit"


@transaction.atomic
def geef_antwoord(scope: Scope, *, inzet: UUID, antwoord: Antwoord, woorden: str = "") -> None:
    """Say for yourself whether you agree with this help; you may change your mind while it is not over.

    NietGevonden for help on which this resident was not asked; Geweigerd once it is over.
    """
    om_de_beurt(inzet)
    rij, vraag = _gevraagd(scope, inzet)
    velden: dict[str, object] = {"zelf": True, "reden": woorden.strip()}
    if antwoord is Antwoord.PRATEN:
        velden |= {"praten_op": scope.nu, "uitkomst": Uitkomst.GEVRAAGD, "beantwoord_op": None}
    else:
        velden |= {"praten_op": None, "uitkomst": UITKOMST[antwoord], "beantwoord_op": scope.nu}
    Akkoord.objects.filter(id=vraag.id).update(**velden, genoteerd_door=scope.naam)
    if antwoord is Antwoord.PRATEN:
        meld_inzet(scope, events.WIL_PRATEN, rij, {"wie": scope.naam})
    else:
        gegevens = {"wie": scope.naam, "antwoord": ANTWOORD[UITKOMST[antwoord]]}
        meld_inzet(scope, events.AKKOORD_GEGEVEN, rij, gegevens)
    doe("SELECT pol.akkoord_rond(%s)", [inzet])
    if antwoord is Antwoord.NEE and rij.toestand == InzetToestand.LOOPT:
        _bericht(scope, rij.plan_id, rij.persoon_id, WIL_NIET_MEER, dagen=0)
        return
    wat = WIL_PRATEN if antwoord is Antwoord.PRATEN else GAF_ANTWOORD
    _bericht(scope, rij.plan_id, rij.persoon_id, wat)


@transaction.atomic
def vraag_besluit_via_contact(scope: Scope, *, inzet: UUID) -> None:
    """Ask for a decision where the question itself was somebody else's: who has it writes the aanvraag down.

    The day is that of the event: it was received (Awb 2:3).
    """
    inzage.open_als_inwoner(scope)
    rij = Inzet.objects.filter(id=inzet).first()
    if rij is None:
        raise NietGevonden
    meld_inzet(scope, events.BESLUIT_GEVRAAGD, rij, {"wie": scope.naam})
    _bericht(scope, rij.plan_id, rij.persoon_id, VRAAGT_BESLUIT, dagen=1)


@transaction.atomic
def zeg_het_zelf(scope: Scope, *, doel: UUID, woorden: str, versie: int) -> None:
    """Put the own goal in other words. Raises Conflict with both texts when somebody was first."""
    rij = _eigen_doel(scope, doel)
    if not zet_woorden(scope, rij, woorden, versie):
        return
    _meld_bij_doel(scope, events.DOEL_GEWIJZIGD, rij)
    _bericht(scope, rij.plan_id, rij.persoon_id, SCHREEF)


@transaction.atomic
def zet_hoger(scope: Scope, *, doel: UUID) -> None:
    """Move an own goal one place up among the own goals; those of others keep their places."""
    rij = _eigen_doel(scope, doel)
    om_de_beurt(rij.plan_id)  # the team puts all goals of a plan in order at once
    eigen = list(
        Doel.objects.filter(
            plan_id=rij.plan_id, persoon_id=rij.persoon_id, toestand=DoelToestand.OPEN
        ).order_by("volgorde", "id")
    )
    plaatsen = [d.volgorde for d in eigen]
    plek = [d.id for d in eigen].index(doel)
    if plek == 0:
        return
    eigen[plek - 1], eigen[plek] = eigen[plek], eigen[plek - 1]
    if len(set(plaatsen)) < len(plaatsen):
        plaatsen = list(range(plaatsen[0], plaatsen[0] + len(plaatsen)))
    for plaats, d in zip(plaatsen, eigen, strict=True):
        Doel.objects.filter(id=d.id).update(volgorde=plaats)
    _meld_bij_doel(scope, events.DOELEN_GEORDEND, rij)


@transaction.atomic
def schrijf_erbij(scope: Scope, *, doel: UUID, soort: EigenSoort, tekst: str) -> UUID:
    """Write under the own goal what you will do yourself, or what you want to say."""
    if not tekst.strip() or soort is EigenSoort.STAP:
        raise Geweigerd(velden={"tekst": "Schrijf op wat u wilt doen of zeggen."})
    rij = _eigen_doel(scope, doel)
    sleutel = nieuw_id()
    Eigenregel(
        id=sleutel,
        gemeente_id=scope.gemeente,
        deel_id=rij.deel_id,
        plan_id=rij.plan_id,
        doel_id=rij.id,
        persoon_id=rij.persoon_id,
        soort=soort,
        tekst=tekst.strip(),
        door=scope.naam,
        geschreven_op=scope.nu,
    ).save(force_insert=True)
    _meld_bij_doel(scope, events.EIGEN_REGEL, rij)
    _bericht(scope, rij.plan_id, rij.persoon_id, SCHREEF)
    return sleutel


@transaction.atomic
def zet_taak_klaar(scope: Scope, *, regel: UUID, klaar: bool) -> UUID:
    """Say that an own task is done, or is not after all; returns the goal it is under."""
    inzage.open_als_inwoner(scope)
    rij = Eigenregel.objects.filter(id=regel, soort=EigenSoort.TAAK).first()
    if rij is None:
        raise NietGevonden
    doel = _eigen_doel(scope, rij.doel_id)
    Eigenregel.objects.filter(id=regel).update(klaar_op=scope.nu if klaar else None)
    _meld_bij_doel(scope, events.EIGEN_TAAK_KLAAR if klaar else events.EIGEN_TAAK_OPEN, doel)
    return doel.id


def _gevraagd(scope: Scope, inzet: UUID) -> tuple[Inzet, Akkoord]:
    opening = inzage.open_als_inwoner(scope)
    rij = Inzet.objects.select_related("doel").filter(id=inzet).first()
    vraag = Akkoord.objects.filter(inzet_id=inzet, persoon_id__in=opening.met_grond("zelf")).first()
    if rij is None or vraag is None:
        raise NietGevonden
    if rij.toestand in AFGELOPEN:
        raise Geweigerd("Deze hulp is gestopt. Antwoord geven hoeft niet meer.")
    if vraag.uitkomst == Uitkomst.UITZONDERING:
        raise Geweigerd("Deze hulp gaat door zonder uw akkoord. Bel uw contactpersoon.")
    return rij, vraag


def _eigen_doel(scope: Scope, doel: UUID) -> Doel:
    """An open goal of the resident who asks. NietGevonden for anybody else's; Geweigerd when it is finished."""
    om_de_beurt(doel)
    opening = inzage.open_als_inwoner(scope)
    rij = Doel.objects.filter(id=doel, persoon_id__in=opening.met_grond("zelf")).first()
    if rij is None:
        raise NietGevonden
    if rij.toestand != DoelToestand.OPEN:
        raise Geweigerd("Dit doel is klaar. Wijzigen kan niet meer.")
    return rij


def _meld_bij_doel(scope: Scope, soort: Soort, doel: Doel) -> None:
    vastleggen(
        scope, Gebeurtenis(soort, doel.plan_id, doel.deel_id, doel.persoon_id, {"wie": scope.naam})
    )


def _bericht(
    scope: Scope, plan: UUID, persoon: UUID, wat: str, *, dagen: int = VERVOLG_DAGEN
) -> None:
    doe(
        "SELECT pol.bericht_van_inwoner(%s, %s, %s, %s, %s, %s)",
        [nieuw_id(), plan, persoon, scope.naam, wat, scope.nu.date() + timedelta(days=dagen)],
    )
