"""What households in the examples do about help of an organisation: choose it, agree, decide, and finish the paper."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.besluiten import api as besluiten
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.organisaties import api as organisaties
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetGegevens, Keuzes, Laag
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.voorzieningen import api as voorzieningen

from .bevolking import Gezin
from .loop import DOELEN, GEWOON_DOEL, kinderen, maak_plan, plan_van

WAAROM_NIET = {
    Laag.EIGEN_KRACHT: "Alleen lukt het u nu niet.",
    Laag.NETWERK: "U hebt niemand in de buurt die dit elke week kan doen.",
    Laag.VRIJWILLIGER: "Een vrijwilliger kan dit niet van u overnemen.",
    Laag.ALGEMEEN: "De hulp die er voor iedereen is, is hier niet genoeg.",
    Laag.COLLECTIEF: "Een groep is u te druk.",
    Laag.AANVULLEND: "Er is meer kennis nodig.",
}
TOELICHTING = (
    "U kunt dit nu niet zelf, en uw familie kan het niet overnemen. Met deze hulp lukt het weer."
)
HALF_JAAR = timedelta(days=182)
TWEE_UUR = (Decimal(2), "uur", "week")
EEN_KEER = (Decimal(1), "keer", "jaar")  # an aid, or a house that is made fit
IN_HUIS = "Ik red me weer veilig in mijn eigen huis."


def kies(gezin: Gezin, melding: UUID, aanbieder: str, scope: Scope) -> None:
    """A plan with a goal of who needs help, and help from the catalogue for it."""
    plan = maak_plan(melding, scope)
    aanbod = _aanbod(gezin, aanbieder, scope)
    maatwerk = aanbod.laag == Laag.MAATWERK
    aantal, eenheid, per = EEN_KEER if maatwerk else TWEE_UUR
    doel = plannen.voeg_doel_toe(
        scope,
        plan=plan,
        woorden=IN_HUIS if maatwerk else DOELEN.get(gezin.vraag, GEWOON_DOEL),
        van=_wie(gezin, melding, scope),
    )
    inzet = plannen.voeg_inzet_toe(
        scope,
        doel=doel,
        gegevens=InzetGegevens(
            laag=Laag(aanbod.laag),
            wat=aanbod.naam,
            voorziening=aanbod.sleutel,
            aantal=aantal,
            eenheid=eenheid,
            per=per,
            van=scope.nu.date() + timedelta(days=7),
            tot=scope.nu.date() + HALF_JAAR,
            waarom_niet_lichter={
                laag: WAAROM_NIET[laag]
                for laag in plannen.lichtere_treden(Laag(aanbod.laag))
                if laag in WAAROM_NIET
            },
        ),
    )
    if aanbieder and _geeft_als_lid(aanbieder, scope):
        plannen.besteed_uit(scope, inzet=inzet, lid=aanbieder)


def _geeft_als_lid(aanbieder: str, scope: Scope) -> str:
    """The cooperative through which this organisation gives help; empty when it gives help itself."""
    return _model(scope).partij_op_sleutel[aanbieder].onderdeel_van or ""


def _model(scope: Scope) -> beleid.Toegangsmodel:
    return beleid.model(scope.gemeente_sleutel, scope.nu.date())


def _wie(gezin: Gezin, melding: UUID, scope: Scope) -> UUID:
    """Who gets the help: the oldest child, or who asked."""
    kaart, opening = meldingen.lees_open(scope, melding)
    mensen = huishoudens.personen(scope, opening.personen)
    return kinderen(mensen, scope)[0].id if gezin.voor_kind else kaart.persoon


def _aanbod(gezin: Gezin, aanbieder: str, scope: Scope) -> voorzieningen.Aanbod:
    """The heaviest that fits: of this organisation, or of any other than the team's own."""
    wet = "jeugd" if gezin.voor_kind else "wmo"
    alle = [a for a in voorzieningen.aanbod(scope) if wet in a.wetten]
    if aanbieder:
        gever = _geeft_als_lid(aanbieder, scope) or aanbieder
        van = organisaties.organisatie_id(scope.gemeente_sleutel, gever)
        passend = [a for a in alle if a.organisatie == van]
    else:
        passend = [a for a in alle if Laag(a.laag) in plannen.VERWEZEN and not a.dat_is_wat]
    treden = list(Laag)
    return min(passend or alle, key=lambda a: -treden.index(Laag(a.laag)))


def akkoord(melding: UUID, scope: Scope) -> None:
    """Everybody who must, agrees."""
    inzet = _inzet(melding, scope)
    for nodig in plannen.benodigde_akkoorden(scope, inzet=inzet):
        if nodig.persoon is not None:
            plannen.leg_akkoord_vast(scope, inzet=inzet, van=nodig.persoon, akkoord=True)


def beslis(melding: UUID, keuzes: Keuzes, scope: Scope) -> None:
    """Let the policy say what follows; where it asks how complex this is, that is said first (D2)."""
    if meldingen.model_nu(scope).triage.vraag_complexiteit:
        reden = "Er is één vraag, en die is helder."
        meldingen.zet_complexiteit(scope, melding=melding, complexiteit="enkelvoudig", reden=reden)
    plannen.beslis(scope, inzet=_inzet(melding, scope), keuzes=keuzes)


def _inzet(melding: UUID, scope: Scope) -> UUID:
    return plan_van(melding, scope).doelen[0].inzet[0].id


def brief_af(gezin: Gezin, persoon: UUID, scope: Scope) -> None:
    """Finish and send what lies ready, as far as who acts here is the one who decides."""
    for stuk in _stukken(persoon, scope):
        if stuk.beslist_naam != scope.organisatie_naam:
            continue
        if stuk.soort in besluiten.BESCHIKKINGEN:
            if stuk.aanvraag is None:
                besluiten.leg_aanvraag_vast(scope, stuk=stuk.id, verzoek=_verzoek(gezin, scope))
            blad = besluiten.lees_stuk(scope, stuk.id)
            besluiten.vul_aan(
                scope,
                stuk=stuk.id,
                aanvulling=besluiten.Aanvulling(toelichting=TOELICHTING),
                versie=blad.versie,
            )
        besluiten.maak_definitief(scope, stuk=stuk.id, verteld_op=scope.nu.date())


def _stukken(persoon: UUID, scope: Scope) -> list[besluiten.StukRegel]:
    """The papers that lie ready; none for a consulent who was not asked anything."""
    doel = inzage.Doel.TOEGANG
    if scope.functie == Functie.CONSULENT:
        doel = inzage.Doel.BESLUITVORMING
    try:
        opening = inzage.openen_gezin(scope, persoon, doel=doel)
    except NietGevonden:
        return []
    stukken = besluiten.stukken_van(scope, opening.personen)
    return [stuk for stuk in stukken if stuk.toestand is besluiten.Toestand.CONCEPT]


def vraag_besluit(gezin: Gezin, melding: UUID, scope: Scope) -> None:
    """The resident wants a decision on paper."""
    besluiten.vraag_besluit(scope, melding=melding, verzoek=_verzoek(gezin, scope))


def _verzoek(gezin: Gezin, scope: Scope) -> besluiten.Verzoek:
    return besluiten.Verzoek(
        gevraagd=f"{gezin.tekst} Ik wil graag een besluit op papier.",
        door=gezin.volwassenen[0].naam,
        hoe=besluiten.Hoe.GESPREK,
        op=scope.nu.date(),
    )
