"""The file of a person and their household: who, which question, what was agreed, what happened, who is involved.

A hot page (docs/adr/0008): eight statements, each reader their own cut of the same household.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Betrokkene, Doel
from eenplan.meldingen import api as meldingen
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from eenplan.platform import klok, tijdlijn
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.termijnen import api as termijnen
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Actie, Identiteit, Kenmerk, Taak
from eenplan.web.uitvoering_beeld import Uitvoeringbeeld, beelden, hoeveel, standen_bij
from eenplan.web.verzenden import toon

from .gebeurd import open_brief, open_gesprek, vouw
from .persoonsregel import let_op
from .standen import DOELSTAND, inzetstand, regisseurwoord

LAATSTE = 10  # lines that show at once; what came before opens on request
AANTAL = 60  # events of which those lines are made
DOEL_VAN = {
    Functie.HULPVERLENER: Doel.TOEGANG,
    Functie.CONSULENT: Doel.BESLUITVORMING,
    Functie.AANBIEDER: Doel.UITVOERING,
}
ROL = {
    Doel.TOEGANG: "Helpt met de vraag en het plan",
    Doel.UITVOERING: "Geeft hulp",
    Doel.BESLUITVORMING: "Beslist over de aanvraag",
    Doel.ADMINISTRATIE: "Verwerkt brieven en geld",
}
TERMIJN = {
    "eerste_contact": "Eerste contact",
    "persoonlijk_plan_wmo": "Eigen plan van de inwoner",
    "onderzoek_wmo": "Onderzoek klaar",
    "besluit_wmo": "Besluit nemen",
    "besluit_jeugd": "Besluit nemen",
    "bezwaar": "Laatste dag voor bezwaar",
}


def doel_van(request: ScopedRequest, persoon: UUID) -> Doel:
    """Why this employee opens files: follows from what they do, and for a consulent from what is asked of them.

    A consulent decides; where the municipality gives access itself, the same consulent has the question too.
    """
    functie = Functie(request.scope.functie)
    # an access party that was asked to help looks like any provider
    if request.GET.get("als") == Doel.UITVOERING:
        return Doel.UITVOERING
    if functie is Functie.CONSULENT and Doel.TOEGANG in inzage.mijn_doelen(request.scope, persoon):
        return Doel.TOEGANG
    return DOEL_VAN[functie]


def als(doel: Doel) -> str:
    """What follows the address of the file, so that it opens in the cut of who helps when this reader came for that."""
    return "?als=uitvoering" if doel is Doel.UITVOERING else ""


VRAAG_REGISSEUR = "Vraag de regisseur om contact"


@dataclass(frozen=True, slots=True)
class Gezinslid:
    """Somebody of the household on the page."""

    naam: str
    leeftijd: str
    href: str
    huidig: bool


@dataclass(frozen=True, slots=True)
class VraagKaart:
    """A question as it came in, and who has it."""

    titel: str
    tekst: str
    ontvangen_op: datetime
    houder: str
    referentie: str
    spoed: bool
    href: str


@dataclass(frozen=True, slots=True)
class InzetKaart:
    """One piece of help in plain words."""

    wat: str
    wie: str
    hoeveel: str
    stand: str
    toon: str
    bij: Uitvoeringbeeld


@dataclass(frozen=True, slots=True)
class DoelKaart:
    """A goal with the help under it."""

    woorden: str
    van_wie: str
    stand: str
    toon: str
    inzet: Sequence[InzetKaart]


@dataclass(frozen=True, slots=True)
class Helper:
    """One line of who is involved; without a name it is somebody the regisseur can reach."""

    naam: str
    telefoon: str
    rol: str
    bij: str


def dossier(request: ScopedRequest, persoon: UUID) -> HttpResponse:
    """The page of one file."""
    scope = request.scope
    doel = doel_van(request, persoon)
    opening = inzage.openen_gezin(scope, persoon, doel=doel)
    kaarten = {kaart.id: kaart for kaart in huishoudens.personen(scope, opening.personen)}
    if persoon not in kaarten:  # who got one letter about somebody has no file of them
        raise NietGevonden
    vragen = meldingen.van_persoon(scope, persoon)
    plan, doelen = _doelen(request, opening.personen, kaarten, doel)
    regels = tijdlijn.van(scope, opening.personen, aantal=AANTAL)
    adressen = _acties(kaarten[persoon], vragen, plan, doel, regels)
    gebeurd = vouw(regels, eigen=scope.organisatie_naam)
    model = beleid.model(scope.gemeente_sleutel, klok.vandaag())
    context: dict[str, object] = {
        "identiteit": _identiteit(kaarten[persoon], adressen),
        "gezin": [_gezinslid(kaart, persoon) for kaart in kaarten.values()],
        "vragen": [_vraag(vraag) for vraag in vragen],
        "ziet_vragen": doel is not Doel.UITVOERING,
        "werkt_aan_vraag": doel is Doel.TOEGANG,
        "plan": plan,
        "doelen": doelen,
        "plan_url": f"/werk/plan/{plan.id}/" if plan and doel is Doel.TOEGANG else "",
        "termijnen": [_termijn(t) for t in termijnen.lopend(scope, opening.personen)],
        "helpers": _helpers(inzage.wie_betrokken(scope, opening.personen), kaarten, doel),
        "gebeurtenissen": gebeurd[:LAATSTE],
        "eerder": gebeurd[LAATSTE:],
        "regisseurwoord": regisseurwoord(plan, model.begrippen.regisseur),
    }
    return toon(request, "werk/dossier.html", context)


def _doelen(
    request: ScopedRequest,
    personen: Sequence[UUID],
    kaarten: Mapping[UUID, PersoonKaart],
    doel: Doel,
) -> tuple[plannen.PlanBlad | None, list[DoelKaart]]:
    """The goals in this reader's cut: the plan, or for who carries out the goals of its own help."""
    scope = request.scope
    if doel is Doel.UITVOERING:
        bladen = plannen.inzet_van(scope, personen)
        bij = _bij(scope, personen, [b.inzet for b in bladen])
        return None, [
            DoelKaart(b.woorden, _naam(kaarten, b.inzet.persoon), "", "", [_inzet(b.inzet, bij)])
            for b in bladen
        ]
    plan = plannen.plan_van(scope, personen)
    if plan is None:
        return None, []
    bij = _bij(scope, personen, [i for doel_ in plan.doelen for i in doel_.inzet])
    return plan, [
        DoelKaart(
            woorden=doel.woorden,
            van_wie=_naam(kaarten, doel.persoon),
            stand=DOELSTAND[doel.toestand][0],
            toon=DOELSTAND[doel.toestand][1],
            inzet=[_inzet(i, bij) for i in doel.inzet],
        )
        for doel in plan.doelen
    ]


def _naam(kaarten: Mapping[UUID, PersoonKaart], persoon: UUID) -> str:
    return kaarten[persoon].naam if persoon in kaarten else ""


def _bij(
    scope: Scope, personen: Iterable[UUID], inzet: Sequence[plannen.InzetRegel]
) -> Mapping[UUID, Uitvoeringbeeld]:
    return beelden(scope, standen_bij(scope, personen, inzet), inzet)


def _inzet(inzet: plannen.InzetRegel, bij: Mapping[UUID, Uitvoeringbeeld]) -> InzetKaart:
    stand, toon_ = inzetstand(inzet, klok.vandaag(), bij[inzet.id])
    feiten = hoeveel(inzet, bij[inzet.id].eerste_dag)
    return InzetKaart(inzet.wat, inzet.wie, feiten, stand, toon_, bij[inzet.id])


def _vraag(vraag: meldingen.MeldingKaart) -> VraagKaart:
    geen = vraag.vraag == meldingen.GEEN_ONDERWERP
    return VraagKaart(
        titel="De vraag" if geen else meldingen.VRAGEN[vraag.vraag],
        tekst=vraag.tekst,
        ontvangen_op=vraag.ontvangen_op,
        houder=", ".join(filter(None, (vraag.behandelaar_naam, vraag.houder_naam))),
        referentie=vraag.referentie,
        spoed=vraag.spoed,
        href=f"/werk/melding/{vraag.id}/",
    )


def _identiteit(kaart: PersoonKaart, acties: tuple[Actie, ...]) -> Identiteit:
    kenmerken = [
        Kenmerk(naam, waarde)
        for naam, waarde in (
            ("Geboren", _geboren(kaart.geboortedatum)),
            ("Telefoon", kaart.telefoon),
            ("Adres", "Geheim" if kaart.adres_geheim else kaart.adres),
        )
        if waarde
    ]
    return Identiteit(kaart.naam, tuple(kenmerken), let_op(kaart), acties)


def _acties(
    kaart: PersoonKaart,
    vragen: Sequence[meldingen.MeldingKaart],
    plan: plannen.PlanBlad | None,
    doel: Doel,
    regels: Sequence[tijdlijn.Regel],
) -> tuple[Actie, ...]:
    """The roads from here, what waits first: a conversation that runs, a letter that lies ready, the plan."""
    brieven = Actie("Brieven en besluiten", f"/werk/dossier/{kaart.id}/brieven/{als(doel)}")
    brief = [Actie("Maak de brief af", f"/werk/stuk/{b}/")] if (b := open_brief(regels)) else []
    if doel is not Doel.TOEGANG:
        return (*(brief if doel is Doel.BESLUITVORMING else ()), brieven)
    gesprek = [
        Actie("Naar het gesprek", f"/werk/gesprek/{g}/") for g in (open_gesprek(regels),) if g
    ]
    hele_plan = [Actie("Naar het plan", f"/werk/plan/{plan.id}/")] if plan else []
    vraag = [Actie("Naar de vraag", f"/werk/melding/{v.id}/") for v in vragen[:1]]
    return (*((*gesprek, *brief, *hele_plan)[:2] or vraag), brieven)


def _geboren(dag: date | None) -> str:
    if dag is None:
        return ""
    jaren = huishoudens.leeftijd(dag, klok.vandaag())
    return f"{opmaak.datum(dag)} ({jaren} jaar)"


def _gezinslid(kaart: PersoonKaart, huidig: UUID) -> Gezinslid:
    jaren = huishoudens.leeftijd(kaart.geboortedatum, klok.vandaag())
    return Gezinslid(
        naam=kaart.naam,
        leeftijd="" if jaren is None else f"{jaren} jaar",
        href=f"/werk/dossier/{kaart.id}/",
        huidig=kaart.id == huidig,
    )


def _termijn(termijn: termijnen.Termijn) -> Taak:
    return Taak(
        TERMIJN.get(termijn.soort.value, termijn.soort.value.replace("_", " ").capitalize()),
        status="Loopt",
        hint=termijn.grondslag,
        vervalt=termijn.eind,
    )


def _helpers(
    per_persoon: Mapping[UUID, Sequence[Betrokkene]],
    kaarten: Mapping[UUID, PersoonKaart],
    doel: Doel,
) -> list[Helper]:
    """By name, nameless last; who they help in the order of the household.

    Where the name alone says what the help is, who has the question reads it in the plan, and others ask them.
    """
    zonder_naam = VRAAG_REGISSEUR if doel is not Doel.TOEGANG else "Wie dat is, staat in het plan"
    regels: dict[tuple[str, str, str], list[str]] = {}
    for persoon, kaart in kaarten.items():
        for b in per_persoon.get(persoon, ()):
            sleutel = (b.naam or "", b.telefoon or "", ROL.get(Doel(b.doel), ""))
            regels.setdefault(sleutel, []).append(kaart.naam)
    return [
        Helper(
            naam=naam or "Nog iemand helpt",
            telefoon=telefoon,
            rol=rol if naam else zonder_naam,
            bij=", ".join(dict.fromkeys(wie)),
        )
        for (naam, telefoon, rol), wie in sorted(regels.items(), key=lambda r: (not r[0][0], r[0]))
    ]
