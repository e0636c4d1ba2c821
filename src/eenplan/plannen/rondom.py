"""Who stands around a resident, how help becomes less, and what somebody does in return (D4, D5, D23)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.inzage import api as inzage
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen
from eenplan.werk import api as werk

from . import events
from .gedeeld import kaart_van, meld, meld_inzet, melding_van, open_inzet, open_plan
from .models import Afbouwstap, Inzet, Netwerklid, Wederdienst
from .regels import AFGELOPEN, SAMEN, Laag


@dataclass(frozen=True, slots=True)
class Naaste:
    """Somebody of the own network: a name, who that is, what they do. No number, no date of birth."""

    naam: str
    wie: str
    doet: str = ""


@dataclass(frozen=True, slots=True)
class NaasteRegel:
    """The same, as it stands in the plan."""

    id: UUID
    naam: str
    wie: str
    doet: str


@dataclass(frozen=True, slots=True)
class AfbouwRegel:
    """One step down: from when, what less, and who or what takes over."""

    id: UUID
    vanaf: date
    minder: str
    neemt_over: str


@dataclass(frozen=True, slots=True)
class Rondom:
    """Everything around a plan that this reader may see; help by its key."""

    naasten: Sequence[NaasteRegel]
    afbouw: Mapping[UUID, Sequence[AfbouwRegel]] = field(default_factory=dict)
    terug: Mapping[UUID, str] = field(default_factory=dict)


_RONDOM = """
SELECT 'naaste', n.id, NULL::uuid, n.naam, n.wie, n.doet, NULL::date FROM plannen_netwerklid n
 WHERE n.plan_id = %(plan)s AND n.tot IS NULL
UNION ALL
SELECT 'afbouw', a.id, a.inzet_id, a.minder, a.neemt_over, '', a.vanaf FROM plannen_afbouwstap a
  JOIN plannen_inzet i ON i.id = a.inzet_id WHERE i.plan_id = %(plan)s AND a.tot IS NULL
UNION ALL
SELECT 'terug', w.id, w.inzet_id, w.tekst, '', '', NULL FROM plannen_wederdienst w
  JOIN plannen_inzet i ON i.id = w.inzet_id WHERE i.plan_id = %(plan)s AND w.tekst <> ''
 ORDER BY 7, 2"""


def rondom(scope: Scope, plan: UUID) -> Rondom:
    """Who and what stands around a plan that was opened in this request, in one statement."""
    naasten: list[NaasteRegel] = []
    afbouw: dict[UUID, list[AfbouwRegel]] = {}
    terug: dict[UUID, str] = {}
    for soort, sleutel, inzet, een, twee, drie, vanaf in rijen(_Deel, _RONDOM, {"plan": plan}):
        if soort == "naaste":
            naasten.append(NaasteRegel(sleutel, een, twee, drie))
        elif soort == "terug":
            terug[inzet] = een
        else:
            afbouw.setdefault(inzet, []).append(AfbouwRegel(sleutel, vanaf, een, twee))
    return Rondom(naasten, afbouw, terug)


def _Deel(
    soort: str, sleutel: UUID, inzet: UUID, een: str, twee: str, drie: str, vanaf: date
) -> tuple[str, UUID, UUID, str, str, str, date]:
    return soort, sleutel, inzet, een, twee, drie, vanaf


@transaction.atomic
def voeg_naaste_toe(scope: Scope, *, plan: UUID, naaste: Naaste) -> UUID:
    """Put somebody of the own network in the plan."""
    fouten = {}
    if not naaste.naam.strip():
        fouten["naam"] = "Vul een naam in. Een voornaam is genoeg."
    if not naaste.wie.strip():
        fouten["wie"] = "Schrijf op wie dit is, bijvoorbeeld een zus of een buurman."
    if fouten:
        raise Geweigerd(velden=fouten)
    tafel = open_plan(scope, plan)
    deel = nieuw_deel(scope, betrokkene=tafel.plan.persoon_id, rubriek=inzage.Rubriek.PLAN)
    lid = Netwerklid(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=deel,
        plan_id=plan,
        persoon_id=tafel.plan.persoon_id,
        naam=naaste.naam.strip(),
        wie=naaste.wie.strip(),
        doet=naaste.doet.strip(),
    )
    lid.save(force_insert=True)
    meld(scope, events.NETWERK, tafel.plan)
    return lid.id


@transaction.atomic
def haal_naaste_weg(scope: Scope, *, plan: UUID, naaste: UUID) -> None:
    """Somebody is not around any more, or does not want to be in the plan."""
    tafel = open_plan(scope, plan)
    vandaag = scope.nu.date()
    if not Netwerklid.objects.filter(id=naaste, plan_id=plan, tot=None).update(tot=vandaag):
        raise NietGevonden
    meld(scope, events.NETWERK, tafel.plan)


@dataclass(frozen=True, slots=True)
class Afbouw:
    """What the professional does less from a day on, and who or what takes over."""

    vanaf: date
    minder: str
    neemt_over: str


@transaction.atomic
def voeg_afbouw_toe(scope: Scope, *, inzet: UUID, stap: Afbouw) -> UUID:
    """Agree on one step down; the day is work for whoever agrees on it, so that the team stays (D6, D23).

    Geweigerd for help that the policy passes on the same day: less help is no goal there.
    """
    fouten = {}
    if not stap.minder.strip():
        fouten["minder"] = "Schrijf op wat de hulpverlener minder doet."
    if not stap.neemt_over.strip():
        fouten["neemt_over"] = "Schrijf op wie of wat het overneemt."
    if stap.vanaf < scope.nu.date():
        fouten["vanaf"] = "Kies een dag vanaf vandaag."
    if fouten:
        raise Geweigerd(velden=fouten)
    rij = open_inzet(scope, inzet, wijzigen=True).inzet
    if rij.toestand in AFGELOPEN:
        raise Geweigerd("Deze hulp is al gestopt.")
    model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    if model.geeft_door(melding_van(scope, rij.plan).vraag):
        raise Geweigerd("Bij deze hulp is minder hulp geen doel.")
    nieuw = Afbouwstap(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=rij.deel_id,
        inzet_id=rij.id,
        vanaf=stap.vanaf,
        minder=stap.minder.strip(),
        neemt_over=stap.neemt_over.strip(),
    )
    nieuw.save(force_insert=True)
    meld_inzet(scope, events.AFBOUW, rij, {"wat": rij.wat})
    _zet_afbouw_op_lijst(scope, rij)
    return nieuw.id


@transaction.atomic
def vink_afbouw_af(scope: Scope, *, inzet: UUID, stap: UUID) -> None:
    """The step was taken, or it is not needed any more; what is left of the path stays on the list."""
    rij = open_inzet(scope, inzet, wijzigen=True).inzet
    vandaag = scope.nu.date()
    if not Afbouwstap.objects.filter(id=stap, inzet_id=inzet, tot=None).update(tot=vandaag):
        raise NietGevonden
    meld_inzet(scope, events.AFBOUW, rij, {"wat": rij.wat})
    _zet_afbouw_op_lijst(scope, rij)


def _zet_afbouw_op_lijst(scope: Scope, rij: Inzet) -> None:
    """One line: the first step that was not taken yet."""
    werk.rond_af(scope, over=rij.id, soort=werk.WerkSoort.AFBOUW)
    eerste = Afbouwstap.objects.filter(inzet_id=rij.id, tot=None).order_by("vanaf").first()
    if eerste is not None:
        werk.zet_klaar(
            scope,
            soort=werk.WerkSoort.AFBOUW,
            over=rij.id,
            persoon=rij.persoon_id,
            titel=kaart_van(scope, rij.persoon_id).naam,
            partij=scope.partij,
            medewerker=scope.actor,
            vervalt=eerste.vanaf,
        )


@transaction.atomic
def schrijf_wederdienst(scope: Scope, *, inzet: UUID, tekst: str) -> None:
    """Write down what the resident offers to do in return; empty takes it back. No rule ever reads this (D5, X9)."""
    rij = open_inzet(scope, inzet, wijzigen=True).inzet
    if Laag(rij.laag) not in SAMEN:
        raise Geweigerd("Iets terugdoen hoort bij hulp van mensen voor elkaar.")
    tekst = tekst.strip()
    if not Wederdienst.objects.filter(inzet_id=inzet).update(tekst=tekst):
        if not tekst:
            return
        Wederdienst(
            id=nieuw_id(),
            gemeente_id=scope.gemeente,
            deel_id=rij.deel_id,
            inzet_id=inzet,
            tekst=tekst,
        ).save(force_insert=True)
    meld_inzet(scope, events.WEDERDIENST, rij)
