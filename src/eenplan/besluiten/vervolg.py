"""Settling what must be settled first: every follow-up is something one really does (L11, H4, H5, U14)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.beleid.woordenschat import OordeelInwoner, OordeelTeam
from eenplan.berichten.usecases import DOELEN
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Doel
from eenplan.plannen import api as plannen
from eenplan.plannen.gedeeld import open_inzet
from eenplan.plannen.models import Inzet
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt
from eenplan.termijnen.kalender import zonder_weekdag
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .kader import Beslisser, kader
from .models import Vervolg
from .regels import VERVOLG, VERVOLG_DAGEN, VERVOLG_WAT, VervolgSoort, VervolgToestand
from .samen import bevestig
from .vervolgen import EIGEN_BELANG, Ontwerp, zet
from .vervolgklaar import meld


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What somebody thinks of the help, and why; with what the resident said last."""

    team: OordeelTeam
    toelichting: str
    inwoner: OordeelInwoner = "akkoord"


@dataclass(frozen=True)
class Tafel:
    """An open follow-up: the help it is about, and for which purpose it was opened."""

    vervolg: Vervolg
    inzet: Inzet
    doel: Doel


def open_vervolg(scope: Scope, inzet: UUID, *soorten: VervolgSoort) -> Tafel:
    """Open the help, in turn, with the follow-up of one of these kinds. Geweigerd when there is none any more."""
    om_de_beurt(inzet)
    rij, doel = open_hulp(scope, inzet)
    open_ = Vervolg.objects.filter(
        inzet_id=inzet, soort__in=soorten, toestand=VervolgToestand.OPEN
    ).first()
    if open_ is None:
        raise Geweigerd("Dit is al geregeld. Kijk bij de hulp hoe het verder gaat.")
    return Tafel(open_, rij, doel)


def open_hulp(scope: Scope, inzet: UUID) -> tuple[Inzet, Doel]:
    """Open one piece of help for a purpose this person's work gives. NietGevonden."""
    for doel in DOELEN.get(scope.functie, ()):
        with suppress(NietGevonden):
            return open_inzet(scope, inzet, doel=doel).inzet, doel
    raise NietGevonden


def _eis_gevraagd(scope: Scope, rij: Vervolg, *ook: UUID) -> None:
    """Geweigerd for whoever sees this help for another reason and was not asked: seeing is not deciding (U14)."""
    if scope.organisatie_id not in (rij.partij_id, *ook):
        raise Geweigerd(f"Dit is niet aan u gevraagd, maar aan {rij.partij_naam}.")


def _rond_af(scope: Scope, tafel: Tafel, hoe: str) -> None:
    rij = tafel.vervolg
    Vervolg.objects.filter(pk=rij.pk).update(
        toestand=VERVOLG.neem("rond_af", None, VervolgToestand(rij.toestand)),
        uitkomst=hoe,
        klaar_op=scope.nu.date(),
        klaar_door=f"{scope.naam}, {scope.organisatie_naam}",
    )
    gegevens = {"wat": VERVOLG_WAT[VervolgSoort(rij.soort)]}
    meld(scope, events.VERVOLG_KLAAR, rij.inzet_id, rij.persoon_id, gegevens)
    werk.rond_af(scope, over=rij.inzet_id, soort=WerkSoort.VERVOLG)


def _nodig(tekst: str, veld: str, zin: str) -> str:
    if not tekst.strip():
        raise Geweigerd(velden={veld: zin})
    return tekst.strip()


# Overleg -----------------------------------------------------------------------------------------


@transaction.atomic
def leg_overleg_vast(scope: Scope, *, inzet: UUID, met: str, oordeel: Oordeel) -> beleid.Beslissing:
    """Write down what came of talking it over, with whom, and decide anew; who still doubts gets a new date."""
    wie = _nodig(met, "met", "Schrijf op met wie u overlegde.")
    wat = _nodig(oordeel.toelichting, "toelichting", "Schrijf op wat eruit kwam.")
    tafel = open_vervolg(scope, inzet, VervolgSoort.OVERLEG, VervolgSoort.CONTACT)
    _rond_af(scope, tafel, f"{wat} (met {wie})")
    return plannen.beslis(
        scope, inzet=inzet, keuzes=_keuzes(scope, tafel, oordeel), doel=tafel.doel
    )


@transaction.atomic
def oordeel_samen(scope: Scope, *, inzet: UUID, oordeel: Oordeel) -> beleid.Beslissing | None:
    """Give one's side's judgement on help that party and municipality decide on together (L11).

    The second side to say the same makes the decision, with both names on it, and the resident gets it in a letter;
    until then None. Who says it again changes the own judgement. No clock stops for it.
    """
    wat = _nodig(oordeel.toelichting, "toelichting", "Schrijf op waarom u dit vindt.")
    tafel = open_vervolg(scope, inzet, VervolgSoort.SAMEN)
    rij = tafel.vervolg
    _eis_gevraagd(scope, rij, rij.gezet_organisatie_id)
    eigen = _oordeel(scope, oordeel.team, wat)
    ander = [o for o in rij.oordelen if o["kant"] != eigen["kant"]]
    Vervolg.objects.filter(pk=rij.pk).update(oordelen=[*ander, eigen])
    gegevens = {"wie": f"{scope.naam}, {scope.organisatie_naam}"}
    meld(scope, events.VERVOLG_OORDEEL, inzet, rij.persoon_id, gegevens)
    eens = next((o for o in ander if o["oordeel"] == oordeel.team != "twijfel"), None)
    if eens is None:
        return None
    door = (f"{eens['naam']}, {eens['organisatie']}", f"{scope.naam}, {scope.organisatie_naam}")
    namen = " en ".join(door)
    _rond_af(scope, tafel, f"samen beslist door {namen}")
    beslissing = plannen.beslis(
        scope,
        inzet=inzet,
        keuzes=_keuzes(scope, tafel, oordeel),
        doel=tafel.doel,
        door=namen,
        nodig=oordeel.team == "nodig",
    )
    if (beslissing.document, beslissing.vervolg) == ("geen", "geen"):
        bevestig(scope, vervolg=rij, door=door, doel=tafel.doel)
    return beslissing


def _oordeel(scope: Scope, team: OordeelTeam, waarom: str) -> dict[str, str]:
    """A judgement as it is kept: whose, of which side, what and why, on which day."""
    return {
        "naam": scope.naam,
        "organisatie": scope.organisatie_naam,
        "kant": str(scope.organisatie_id),
        "oordeel": team,
        "toelichting": waarom,
        "op": scope.nu.date().isoformat(),
    }


def _keuzes(scope: Scope, tafel: Tafel, oordeel: Oordeel) -> plannen.Keuzes:
    """The joint judgement beside what was chosen before."""
    eerder = plannen.laatste_keuzes(scope, inzet=tafel.inzet.id)
    return replace(eerder, oordeel_team=oordeel.team, oordeel_inwoner=oordeel.inwoner)


# Another offer, and saying that a decision can be asked ------------------------------------------


@transaction.atomic
def ander_aanbod(scope: Scope, *, inzet: UUID, reden: str, gegevens: plannen.InzetGegevens) -> UUID:
    """Put another offer under the same goal; what was declined is kept with why. Returns the key of the new help."""
    waarom = _nodig(reden, "reden", "Schrijf op waarom het eerste aanbod niet paste.")
    tafel = open_vervolg(scope, inzet, VervolgSoort.ANDER_AANBOD)
    _rond_af(scope, tafel, waarom)
    plannen.trek_inzet_in(scope, inzet=inzet)
    return plannen.voeg_inzet_toe(scope, doel=tafel.inzet.doel_id, gegevens=gegevens)


@transaction.atomic
def leg_gewezen_vast(scope: Scope, *, inzet: UUID, op: date) -> None:
    """Write down when the resident heard that a decision can be asked; in a week they are asked what they want."""
    if op > scope.nu.date():
        raise Geweigerd(velden={"op": "Deze dag is nog niet geweest."})
    tafel = open_vervolg(scope, inzet, VervolgSoort.WIJZEN)
    _rond_af(scope, tafel, f"verteld op {zonder_weekdag(op)}")
    eigen = Beslisser("", scope.partij, scope.organisatie_naam, "")
    zet(
        scope,
        Ontwerp(inzet, tafel.vervolg.persoon_id, VervolgSoort.OVERLEG, eigen, "Wat wil de inwoner?", zelf=True),
    )  # fmt: skip


# The consulent, and the members of a cooperative -------------------------------------------------


@transaction.atomic
def beoordeel_als_consulent(
    scope: Scope, *, inzet: UUID, oordeel: Oordeel, verteld_op: date | None
) -> beleid.Beslissing:
    """Judge as somebody who did not make the offer whether the help fits; the paper then lies ready (H4, waarborg 2).

    `verteld_op`: on which day the resident heard what a decision may cost; asked before help with a contribution is
    granted. Geweigerd for who made the offer.
    """
    wat = _nodig(oordeel.toelichting, "toelichting", "Schrijf op waarom u dit vindt.")
    tafel = open_vervolg(scope, inzet, VervolgSoort.CONSULENT)
    rij = tafel.vervolg
    if scope.actor_id == rij.gezet_door_id or scope.organisatie_id == rij.gezet_organisatie_id:
        raise Geweigerd("Wie het aanbod deed, beoordeelt het niet ook als consulent.")
    _eis_gevraagd(scope, rij)
    keuzes = replace(
        plannen.laatste_keuzes(scope, inzet=inzet),
        oordeel_team=oordeel.team,
        oordeel_inwoner="vraagt_beschikking",
        stap="consulent",
    )
    voorstel = plannen.bekijk(scope, inzet=inzet, keuzes=keuzes, doel=tafel.doel)
    if voorstel.beslissing.eigen_bijdrage and verteld_op is None:
        zin = "Vertel de inwoner eerst wat een besluit kan kosten, en vul in wanneer u dat deed."
        raise Geweigerd(velden={"verteld_op": zin})
    if verteld_op is not None and verteld_op > scope.nu.date():
        raise Geweigerd(velden={"verteld_op": "Deze dag is nog niet geweest."})
    Vervolg.objects.filter(pk=rij.pk).update(oordelen=[_oordeel(scope, oordeel.team, wat)])
    if verteld_op is not None:
        wat = f"{wat} (op {zonder_weekdag(verteld_op)} verteld wat een besluit kan kosten)"
    _rond_af(scope, tafel, wat)
    return plannen.beslis(scope, inzet=inzet, keuzes=keuzes, doel=tafel.doel)


@transaction.atomic
def besteed_uit(scope: Scope, *, inzet: UUID, lid: str) -> None:
    """Choose which member gives help that began; who was chosen gets the referral (H5). Geweigerd at the field."""
    tafel = open_vervolg(scope, inzet, VervolgSoort.UITBESTEDEN)
    plannen.besteed_uit(scope, inzet=inzet, lid=lid)
    wie = Inzet.objects.filter(pk=inzet).values_list("wie", flat=True).get()
    _rond_af(scope, tafel, wie)


# A second pair of eyes (U14) ---------------------------------------------------------------------


@transaction.atomic
def vraag_meekijken(scope: Scope, *, inzet: UUID, reden: str) -> None:
    """Ask the municipality to look along before a referral to one's own organisation; the reason is what it judges."""
    waarom = _nodig(reden, "reden", "Schrijf op waarom dit de beste keus is.")
    om_de_beurt(inzet)
    rij, _ = open_hulp(scope, inzet)
    if Vervolg.objects.filter(
        inzet_id=inzet, soort=VervolgSoort.MEEKIJKEN, toestand=VervolgToestand.OPEN
    ).exists():
        raise Geweigerd("Dit is al gevraagd.")
    zet(
        scope,
        Ontwerp(inzet, rij.persoon_id, VervolgSoort.MEEKIJKEN, kader(scope).gemeente, waarom),
    )


@transaction.atomic
def kijk_mee(scope: Scope, *, inzet: UUID, toelichting: str) -> None:
    """Say what one thinks of a referral to the referrer's own organisation. Geweigerd for who asked or works there."""
    wat = _nodig(toelichting, "toelichting", "Schrijf op wat u ervan vindt.")
    tafel = open_vervolg(scope, inzet, VervolgSoort.MEEKIJKEN)
    if scope.actor_id == tafel.vervolg.gezet_door_id or (
        scope.organisatie_id == tafel.inzet.organisatie_id
    ):
        raise Geweigerd(EIGEN_BELANG)
    _eis_gevraagd(scope, tafel.vervolg)
    _rond_af(scope, tafel, f"{wat} ({scope.naam}, {scope.organisatie_naam})")
    rij = tafel.vervolg
    [kaart] = huishoudens.personen(scope, [rij.persoon_id])
    werk.zet_klaar(
        scope,
        soort=WerkSoort.VERVOLG,
        over=inzet,
        persoon=rij.persoon_id,
        titel=kaart.naam,
        wat="Er is meegekeken: ga verder",
        partij=rij.gezet_partij_id,
        medewerker=rij.gezet_door_id,
        vervalt=scope.nu.date() + timedelta(days=VERVOLG_DAGEN),
    )
