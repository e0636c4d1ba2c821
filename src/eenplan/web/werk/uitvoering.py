"""One piece of help on the page that team and executor share: who is at it, how far it is, and what is next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Doel
from eenplan.plannen.api import InzetToestand
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.scope import ScopedRequest
from eenplan.uitvoering import api as uitvoering
from eenplan.uitvoering.api import Hulpblad, OpdrachtToestand
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Identiteit, Kenmerk, Rij
from eenplan.web.datumveld import DatumVeld
from eenplan.web.uitvoering_beeld import eerste_dag, hoeveel, zin
from eenplan.web.verzenden import Formulier, toon, verzend

from .dossier import als

KAN_OVERDRAGEN = (
    OpdrachtToestand.GEVRAAGD,
    OpdrachtToestand.AANGENOMEN,
    OpdrachtToestand.BEGONNEN,
)
DAGVRAGEN = {
    "begin": "Wanneer begon de hulp?",
    "keer": "Wanneer was het?",
    "gesprek": "Wanneer praten jullie over hoe het verder gaat?",
}


class Dagformulier(Formulier):
    """A day: on which the help began, a session was there, or people will talk."""

    op = DatumVeld(label="Op welke dag?")

    def __init__(self, naam: str, data: Mapping[str, str] | None, op: date | None) -> None:
        super().__init__(data, initial={"op": op}, prefix=naam)
        self.fields["op"].label = DAGVRAGEN[naam]


class Stapformulier(Formulier):
    """What the specialist writes in the plan."""

    tekst = forms.CharField(
        label="Wat gaan jullie doen?",
        widget=forms.Textarea,
        max_length=400,
        help_text="Eén stap, in woorden die de inwoner begrijpt. De inwoner en het team lezen dit ook.",
        error_messages={
            "required": "Schrijf op wat jullie gaan doen.",
            "max_length": "Dit is te lang. Maak er twee stappen van.",
        },
    )


BESPREEK = (
    "Wat neemt de inwoner zelf over?",
    "Wat nemen familie, vrienden, buren of vrijwilligers over?",
    "Wanneer kan uw hulp minder worden?",
)
"""What a referral asks of who gives the help (U16); the letter says it to the resident in words of their own."""


def adres(inzet: UUID) -> str:
    """The address of this page."""
    return f"/werk/uitvoering/{inzet}/"


def stand(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """The page, and the small acts on it; what asks more than a day has a page of its own."""
    scope = request.scope
    actie = request.POST.get("actie", "")
    gestuurd = request.POST.dict() if request.method == "POST" else None
    vandaag = {"begin": scope.nu.date(), "keer": scope.nu.date()}
    formulieren: dict[str, Formulier] = {
        naam: Dagformulier(naam, gestuurd if actie == naam else None, vandaag.get(naam))
        for naam in DAGVRAGEN
    }
    formulieren["stap"] = Stapformulier(gestuurd if actie == "stap" else None)
    los = Formulier(gestuurd if gestuurd and actie not in formulieren else None)
    if gestuurd is not None:
        formulier = formulieren.get(actie, los)
        if antwoord := verzend(request, formulier, lambda: _doe(request, inzet, actie, formulier)):
            return antwoord
    return _toon(request, inzet, formulieren, los)


def _doe(request: ScopedRequest, inzet: UUID, actie: str, formulier: Formulier) -> str:
    scope = request.scope
    op = formulier.cleaned_data["op"] if actie in DAGVRAGEN else scope.nu.date()
    doen: Mapping[str, Callable[[], object]] = {
        "begin": lambda: uitvoering.begin(scope, inzet=inzet, op=op),
        "keer": lambda: uitvoering.leg_keer_vast(scope, inzet=inzet, op=op),
        "gesprek": lambda: uitvoering.plan_gesprek(scope, inzet=inzet, op=op),
        "weg": lambda: uitvoering.haal_keer_weg(
            scope, inzet=inzet, keer=_sleutel(request.POST.get("keer", ""))
        ),
        "opgelost": lambda: uitvoering.los_teruggave_op(scope, inzet=inzet, wil_niet_meer=False),
        "wil_niet": lambda: uitvoering.los_teruggave_op(scope, inzet=inzet, wil_niet_meer=True),
        "teruggekeken": lambda: uitvoering.kijk_terug(scope, inzet=inzet),
        "stap": lambda: uitvoering.schrijf_stap(
            scope, inzet=inzet, tekst=formulier.cleaned_data["tekst"]
        ),
    }
    if actie not in doen:
        raise Geweigerd("Kies wat u wilt doen.")
    doen[actie]()
    return f"{adres(inzet)}#kop-stappen" if actie == "stap" else adres(inzet)


def _sleutel(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError:
        raise NietGevonden from None


def _toon(
    request: ScopedRequest, inzet: UUID, formulieren: Mapping[str, Formulier], los: Formulier
) -> HttpResponse:
    hulp = uitvoering.open_hulpblad(request.scope, inzet)
    kaarten = {k.id: k for k in huishoudens.personen(request.scope, hulp.opening.personen)}
    persoon = hulp.blad.inzet.persoon
    if persoon not in kaarten:
        raise NietGevonden
    opdracht, teller = hulp.stand.opdracht, hulp.stand.teller
    loopt = hulp.blad.inzet.toestand is InzetToestand.LOOPT
    aanbieder = opdracht is not None and opdracht.organisatie == request.scope.organisatie_id
    toestand = opdracht.toestand if opdracht else None
    bezig = loopt and toestand in (None, OpdrachtToestand.BEGONNEN)
    context: dict[str, object] = {
        "hulp": hulp,
        "identiteit": _identiteit(kaarten[persoon]),
        "dossier_url": _dossier(persoon, hulp.doel),
        "adres": adres(inzet),
        "plan_url": f"/werk/plan/{hulp.blad.plan}/" if hulp.doel is Doel.TOEGANG else "",
        "andere_url": f"/werk/plan/doel/{hulp.blad.doel}/hulp/",
        "opdracht": opdracht,
        "toestand": str(toestand or ""),
        "zin": zin(opdracht) if opdracht else "",
        "aanbieder": aanbieder,
        "team": hulp.doel is Doel.TOEGANG,
        "bespreek": BESPREEK if aanbieder and _vraagt_minder(request, hulp) else (),
        "grond": uitvoering.GROND_ZIN[opdracht.grond] if opdracht and opdracht.grond else "",
        "feiten": _feiten(hulp),
        "teller": teller,
        "telt": teller is not None and bezig,
        "gesprek_nodig": teller is not None and bezig and teller.gesprek_nodig,
        "verder": uitvoering.VERDER_ZIN[teller.verder] if teller and teller.verder else "",
        "keren": hulp.stand.keren,
        "overdracht": hulp.stand.komende_overdracht,
        "overdrachten": [o for o in hulp.stand.overdrachten if o.geweest_op],
        "kan_overdragen": loopt and toestand in KAN_OVERDRAGEN,
        "los": los,
        "maakt_plan": aanbieder
        and loopt
        and toestand in uitvoering.MAAKT_PLAN
        and hulp.blad.inzet.specialist_maakt_plan,
    }
    return toon(request, "werk/uitvoering.html", context | dict(formulieren))


def _vraagt_minder(request: ScopedRequest, hulp: Hulpblad) -> bool:
    """Whether this was referred with a letter, and less help is a goal: not in the last phase of life (D6)."""
    besluit = hulp.blad.inzet.besluit
    if besluit is None or besluit.beslissing.document != "verwijsbrief":
        return False
    model = beleid.model(request.scope.gemeente_sleutel, besluit.model_versie)
    return not model.geeft_door(str(besluit.situatie.get("vraag", "")))


def _identiteit(kaart: huishoudens.PersoonKaart) -> Identiteit:
    """Who is helped and how to reach them: no more than everybody here may see."""
    kenmerken = [Kenmerk("Telefoon", kaart.telefoon)] if kaart.telefoon else []
    if kaart.geboortedatum:
        kenmerken.insert(0, Kenmerk("Geboren", opmaak.datum(kaart.geboortedatum)))
    let_op = (f"Alleen bereikbaar via: {kaart.veilige_weg}",) if kaart.veilige_weg else ()
    return Identiteit(kaart.naam, tuple(kenmerken), let_op)


def _dossier(persoon: UUID, doel: Doel) -> str:
    return f"/werk/dossier/{persoon}/{als(doel)}"


def _feiten(hulp: Hulpblad) -> list[Rij]:
    opdracht = hulp.stand.opdracht
    rijen = [Rij("Wie", opdracht.organisatie_naam if opdracht else hulp.blad.inzet.wie)]
    if feiten := hoeveel(hulp.blad.inzet, eerste_dag(hulp.stand)):
        rijen.append(Rij("Hoeveel en tot wanneer", feiten[0].upper() + feiten[1:]))
    if opdracht and opdracht.contact_naam:
        rijen.append(Rij("Contactpersoon", opdracht.contact_naam))
    if opdracht and opdracht.contact_telefoon:
        rijen.append(Rij("Telefoon", opdracht.contact_telefoon))
    if opdracht:
        rijen.append(Rij("Gevraagd door", opdracht.verwijzer_naam))
    return rijen
