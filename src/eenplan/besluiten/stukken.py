"""The papers: made ready when the plan is decided on, completed, and sent once every gate is open (U6, U7, K3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.berichten import api as berichten
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Rubriek
from eenplan.plannen import api as plannen
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events, onderbouwing, vertellen, vervolgen
from .aanvragen import als_besluit
from .gedeeld import betrek_beslisser, lijst_van, meld, open_aanvraag
from .hulp import Hulp, als_json
from .kader import Beslisser, kader
from .models import Aanvraag, Stuk
from .opgeschreven import opgeschreven
from .papier import TOELICHTING
from .plan import hulp_om_te_kiezen, hulp_van
from .regels import (
    BESCHIKKINGEN,
    DOCUMENT_SOORT,
    NAAM,
    AanvraagToestand,
    StukSoort,
    Toestand,
    motivering_vragen,
)

KIES_HULP = "Kies welke hulp u toekent."


@transaction.atomic
def bij_inzet_beslist(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """The policy said what this help needs: put the paper ready, or nothing when it needs none."""
    feiten = gebeurtenis.intern["beslist"]
    if not isinstance(feiten, plannen.Beslist):
        raise TypeError("plan.inzet_beslist draagt geen beslissing")
    _laat_vervallen(scope, feiten.inzet)
    vervolgen.bij_beslist(scope, gebeurtenis)
    soort, zonder_papier = (
        DOCUMENT_SOORT.get(feiten.beslissing.document),
        vertellen.is_nodig(feiten),
    )
    if soort is None and not zonder_papier:
        return
    [kaart] = huishoudens.personen(scope, [feiten.persoon])
    meteen_door = feiten.model.geeft_door(feiten.situatie.vraag)
    hulp = replace(hulp_van(scope, feiten.inzet, kaart), meteen_door=meteen_door)
    if soort is None:
        vertellen.zet_klaar(scope, feiten, hulp.wat, kaart)
    else:
        stel_op(scope, _ontwerp(scope, feiten, soort, kaart, hulp))


def _ontwerp(
    scope: Scope,
    feiten: plannen.Beslist,
    soort: StukSoort,
    kaart: huishoudens.PersoonKaart,
    hulp: Hulp,
) -> Ontwerp:
    beleidskader = kader(scope)
    beslisser = beleidskader.beslisser(feiten.beslissing.beslist_door, scope.organisatie_id)
    partij = beleidskader.bevoegd(
        beslisser, soort=soort, wet=feiten.wet, levering=feiten.keuzes.levering
    )
    return Ontwerp(
        soort=soort,
        kaart=kaart,
        hulp=hulp,
        wet=feiten.wet,
        levering=feiten.keuzes.levering,
        spoed=feiten.situatie.spoed,
        beslissing=feiten.beslissing,
        partij=partij,
        inzet=feiten.inzet,
        melding=feiten.melding,
        aanvraag=_open_aanvraag(feiten.inzet) if soort in BESCHIKKINGEN else None,
    )


@dataclass(frozen=True)
class Ontwerp:
    """Everything a new paper is made of."""

    soort: StukSoort
    kaart: huishoudens.PersoonKaart
    hulp: Hulp
    wet: str
    levering: str
    spoed: bool
    beslissing: beleid.Beslissing
    partij: Beslisser
    inzet: UUID | None
    melding: UUID | None
    aanvraag: UUID | None


def stel_op(scope: Scope, ontwerp: Ontwerp) -> UUID:
    """Write the concept, tell it, and put it on the list of whoever finishes it."""
    deel = nieuw_deel(scope, betrokkene=ontwerp.kaart.id, rubriek=Rubriek.BESLUIT, wet=ontwerp.wet)
    stuk = _rij(scope, deel, ontwerp)
    stuk.save(force_insert=True)
    meld(scope, events.STUK_OPGESTELD, stuk)
    betrek_beslisser(scope, ontwerp.kaart.id, ontwerp.partij, deel)
    lijst, medewerker = lijst_van(scope, ontwerp.partij.id)
    werk.zet_klaar(
        scope,
        soort=WerkSoort.STUK,
        over=deel,
        persoon=ontwerp.kaart.id,
        titel=ontwerp.kaart.naam,
        partij=lijst,
        medewerker=medewerker,
        # help begins by a referral: its letter is for today, as the screen says; a decision has a clock of its own
        vervalt=scope.nu.date() if ontwerp.soort is StukSoort.VERWIJSBRIEF else None,
    )
    return deel


def _rij(scope: Scope, deel: UUID, o: Ontwerp) -> Stuk:
    zelf = any(let_op.code == "aanbieder_beslist_zelf" for let_op in o.beslissing.let_op)
    return Stuk(
        id=deel,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=o.kaart.id,
        inzet_id=o.inzet,
        melding_id=o.melding,
        aanvraag_id=o.aanvraag,
        soort=o.soort,
        wet=o.wet,
        levering=o.levering,
        spoed=o.spoed,
        toestand=Toestand.CONCEPT,
        beslist_door_id=o.partij.id,
        beslist_naam=o.partij.naam,
        beslisser_is_aanbieder=zelf or o.partij.id == o.hulp.organisatie,
        hulp=als_json(o.hulp),
        beslissing=o.beslissing.model_dump(mode="json"),
        eigen_bijdrage=o.beslissing.eigen_bijdrage,
        motivering=_waarom(scope, o),
        opgesteld_door_id=scope.actor,
        opgesteld_door=scope.naam,
        opgesteld_op=scope.nu,
    )


def _waarom(scope: Scope, o: Ontwerp) -> dict[str, str]:
    """What was written down already, for the writer of a decision to begin with."""
    if o.soort not in BESCHIKKINGEN:
        return {}
    wat = opgeschreven(scope, persoon=o.kaart.id, melding=o.melding, inzet=o.inzet)
    wet = beleid.wet(scope.nu.date())
    if o.soort is StukSoort.TOEKENNING:
        return {TOELICHTING: onderbouwing.toelichting(wat, wet)}
    sleutels = [vraag.sleutel for vraag in motivering_vragen(o.wet)]
    return onderbouwing.motivering(wat, wet, sleutels)


def _open_aanvraag(inzet: UUID) -> UUID | None:
    return (
        Aanvraag.objects.filter(inzet_id=inzet, toestand=AanvraagToestand.OPEN)
        .values_list("pk", flat=True)
        .first()
    )


def _laat_vervallen(scope: Scope, inzet: UUID) -> None:
    """A newer decision about the same help takes the place of a concept."""
    for oud in Stuk.objects.filter(inzet_id=inzet, toestand=Toestand.CONCEPT):
        Stuk.objects.filter(pk=oud.pk).update(toestand=Toestand.VERVALLEN)
        meld(scope, events.STUK_VERVALLEN, oud)
        werk.rond_af(scope, over=oud.pk, soort=WerkSoort.STUK)


@transaction.atomic
def neem_besluit(
    scope: Scope, *, aanvraag: UUID, toekennen: bool, hulp: UUID | None = None
) -> UUID:
    """Start the decision on an aanvraag; returns the key of the concept. Granting asks for help that is in the plan.

    `hulp`: which help, where that is another than was asked about. What the resident declined is not granted.
    """
    om_de_beurt(aanvraag)
    rij, kaart = open_aanvraag(scope, aanvraag)
    if rij.toestand != AanvraagToestand.OPEN:
        raise Geweigerd("Op deze aanvraag is al besloten.")
    bestaand = Stuk.objects.filter(aanvraag_id=aanvraag, toestand=Toestand.CONCEPT).first()
    if bestaand is not None:
        raise Geweigerd(f"Er staat al een brief klaar: {NAAM[StukSoort(bestaand.soort)]}.")
    if toekennen:
        _kies_hulp(scope, rij, hulp)
    if rij.inzet_id is not None:
        _, doel = berichten.open_deel(scope, aanvraag)
        plannen.laat_wachten_op_besluit(scope, inzet=rij.inzet_id, doel=doel)
    soort = StukSoort.TOEKENNING if toekennen else StukSoort.AFWIJZING
    return stel_op(scope, _ontwerp_op_aanvraag(scope, rij, kaart, soort))


def _kies_hulp(scope: Scope, aanvraag: Aanvraag, hulp: UUID | None) -> None:
    """Which help is granted; from here on that is what the aanvraag is about."""
    keuzes = {k.id: k for k in hulp_om_te_kiezen(scope, aanvraag.persoon_id, aanvraag.inzet_id)}
    gekozen = hulp or aanvraag.inzet_id
    if gekozen is None and keuzes:
        raise Geweigerd(velden={"hulp": KIES_HULP})
    if gekozen is None:
        raise Geweigerd(
            "Zet eerst in het plan welke hulp u toekent, en zoek daar uit wat nodig is."
        )
    if gekozen in keuzes and keuzes[gekozen].geweigerd:
        wat = keuzes[gekozen].wat
        zin = f"De inwoner wil {wat} niet. Kies andere hulp uit het plan, of laat die er eerst in zetten."
        raise Geweigerd(velden={"hulp": zin})
    if gekozen != aanvraag.inzet_id:
        if gekozen not in keuzes:
            raise Geweigerd(velden={"hulp": KIES_HULP})
        aanvraag.inzet_id = gekozen
        Aanvraag.objects.filter(pk=aanvraag.pk).update(inzet_id=gekozen)
        vastleggen(
            scope,
            Gebeurtenis(
                events.AANVRAAG_HULP,
                aanvraag.pk,
                aanvraag.deel_id,
                aanvraag.persoon_id,
                {"wat": keuzes[gekozen].wat},
            ),
        )


def _ontwerp_op_aanvraag(
    scope: Scope, rij: Aanvraag, kaart: huishoudens.PersoonKaart, soort: StukSoort
) -> Ontwerp:
    op = scope.nu.date()
    beleidskader = kader(scope)
    beslissing = als_besluit(
        {
            "gemeente": scope.gemeente_sleutel,
            "op": op,
            "leeftijd": huishoudens.leeftijd(kaart.geboortedatum, op),
            "wet": rij.wet,
            "oordeel_team": "nodig" if soort is StukSoort.TOEKENNING else "niet_nodig",
            "oordeel_inwoner": "vraagt_beschikking",
        }
    )
    hulp = hulp_van(scope, rij.inzet_id, kaart) if rij.inzet_id else None
    beslisser = beleidskader.partij(rij.beslist_door_id) or beleidskader.gemeente
    partij = beleidskader.bevoegd(beslisser, soort=soort, wet=rij.wet, levering="natura")
    return Ontwerp(
        soort=soort,
        kaart=kaart,
        hulp=hulp or Hulp(kaart.naam, kaart.geboortedatum, rij.gevraagd),
        wet=rij.wet,
        levering="natura",
        spoed=False,
        beslissing=beslissing,
        partij=partij,
        inzet=rij.inzet_id,
        melding=rij.melding_id,
        aanvraag=rij.pk,
    )
