"""Around the plan: the circles of people, how help becomes less, a favour in return, simple or complex (D2, D4-D6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse

from eenplan.beleid.api import Toegangsmodel
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import MeldingKaart
from eenplan.plannen import api as plannen
from eenplan.plannen.api import (
    AFGELOPEN,
    InzetRegel,
    Laag,
    PlanBlad,
    RegisseurSoort,
    Rondom,
)
from eenplan.platform.scope import ScopedRequest
from eenplan.web.bouwstenen import Kring, Lid
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .persoonsregel import regel_van
from .standen import regisseurwoord

COMPLEX = {
    "enkelvoudig": "Eenvoudig: het team en de inwoner maken zelf het plan",
    "complex": "Complex: er speelt veel door elkaar",
    "specifiek": "Specifiek: er is bijzondere kennis nodig",
}


@dataclass(frozen=True, slots=True)
class Triagebeeld:
    """Whether the situation is simple or complex, as a card of the plan."""

    tekst: str
    reden: str
    specialist: bool
    href: str


def omgeving(
    blad: PlanBlad,
    mensen: Mapping[UUID, PersoonKaart],
    om: Rondom,
    model: Toegangsmodel,
    vraag: MeldingKaart | None,
) -> dict[str, object]:
    """What the plan page shows of people and of how complex it is."""
    kaart = mensen.get(blad.persoon)
    woord = regisseurwoord(blad, model.begrippen.regisseur)
    return {
        "voornaam": kaart.naam.split()[0] if kaart else "",
        "kringen": _kringen(blad, mensen, om, woord, vraag),
        "triage": _triagebeeld(model, vraag, f"/werk/plan/{blad.id}/"),
    }


def _triagebeeld(
    model: Toegangsmodel, vraag: MeldingKaart | None, adres: str
) -> Triagebeeld | None:
    """The card; nothing where the policy does not ask, or passes the question on the same day."""
    if vraag is None or not model.triage.vraag_complexiteit or model.geeft_door(vraag.vraag):
        return None
    gekozen = vraag.complexiteit
    return Triagebeeld(
        COMPLEX.get(gekozen, "").split(":", maxsplit=1)[0],
        vraag.complexiteit_reden,
        gekozen in ("complex", "specifiek"),
        f"{adres}complexiteit/",
    )


@dataclass(frozen=True, slots=True)
class Hulprond:
    """What stands under one piece of help: a favour in return, and how it becomes less."""

    terug: str
    terug_url: str
    afbouw: tuple[plannen.AfbouwRegel, ...]
    afbouw_url: str


def hulprond(
    blad: PlanBlad, om: Rondom, model: Toegangsmodel, vraag: MeldingKaart | None
) -> dict[UUID, Hulprond]:
    """The same for all help in the plan; where the policy passes a question on, less help is nothing to agree on."""
    afbouwen = vraag is None or not model.geeft_door(vraag.vraag)

    def adres(inzet: InzetRegel, wat: str, lagen: tuple[Laag, ...]) -> str:
        past = inzet.laag in lagen and inzet.toestand not in AFGELOPEN
        return f"/werk/plan/hulp/{inzet.id}/{wat}/" if past else ""

    return {
        i.id: Hulprond(
            om.terug.get(i.id, ""),
            adres(i, "terugdoen", plannen.SAMEN),
            tuple(om.afbouw.get(i.id, ())),
            adres(i, "afbouw", plannen.VERWEZEN if afbouwen else ()),
        )
        for doel in blad.doelen
        for i in doel.inzet
    }


def _kringen(
    blad: PlanBlad,
    mensen: Mapping[UUID, PersoonKaart],
    om: Rondom,
    woord: str,
    vraag: MeldingKaart | None,
) -> tuple[Kring, ...]:
    """Own people, who is near for everybody, specialists; whoever holds the plan together stands out."""
    eigen_regie = blad.regisseur_soort is RegisseurSoort.NETWERK
    naasten = [
        Lid(n.naam, ", ".join(filter(None, (n.wie, n.doet))), eigen_regie and _is(n.naam, blad))
        for n in om.naasten
    ]
    naasten += [Lid(m.naam, "mantelzorger") for m in blad.mantelzorg]
    eigen = [p for p in mensen.values() if p.id != blad.persoon]
    meedoen = {d.persoon for d in blad.deelnemers if d.tot is None}
    naasten = [*(Lid(p.naam, "in het gezin") for p in eigen if p.id in meedoen), *naasten]
    if eigen_regie and not any(lid.regie for lid in naasten):
        naasten.append(Lid(blad.regisseur_naam, woord, regie=True))
    dichtbij: list[Lid] = []
    ver: list[Lid] = []
    if not eigen_regie:
        dichtbij.append(Lid(blad.regisseur_naam, woord, regie=True))
    if vraag is not None and vraag.behandelaar_naam:
        dichtbij.append(Lid(vraag.behandelaar_naam, vraag.houder_naam))
    for inzet in (i for d in blad.doelen for i in d.inzet if i.toestand not in AFGELOPEN):
        _plaats(inzet, naasten, dichtbij, ver)
    return (
        Kring("Eigen mensen", _uniek(naasten), "Nog niemand. Vraag wie er graag meedenkt."),
        Kring("Wijk en team", _uniek(dichtbij)),
        Kring("Specialisten", _uniek(ver), "Niemand nodig."),
    )


def _is(naam: str, blad: PlanBlad) -> bool:
    return naam.casefold() in blad.regisseur_naam.casefold()


def _plaats(inzet: InzetRegel, eigen: list[Lid], dichtbij: list[Lid], ver: list[Lid]) -> None:
    if not inzet.wie or inzet.laag is Laag.EIGEN_KRACHT:
        return
    ring = {Laag.NETWERK: eigen} | dict.fromkeys(plannen.VERWEZEN, ver)
    ring.get(inzet.laag, dichtbij).append(Lid(inzet.wie, inzet.wat))


def _uniek(leden: list[Lid]) -> tuple[Lid, ...]:
    """One place per name; whoever does more has it all behind the name."""
    per_naam: dict[str, Lid] = {}
    for lid in leden:
        eerder = per_naam.get(lid.naam)
        rollen = dict.fromkeys(filter(None, (eerder.rol if eerder else "", lid.rol)))
        regie = lid.regie or (eerder is not None and eerder.regie)
        per_naam[lid.naam] = Lid(lid.naam, ", ".join(rollen), regie)
    return tuple(per_naam.values())


def kring(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Only the circles, to print and lay on the kitchen table."""
    scope = request.scope
    blad, opening = plannen.open_blad(scope, plan)
    mensen = {p.id: p for p in huishoudens.personen(scope, opening.personen)}
    vraag = next(
        (m for m in meldingen.van_persoon(scope, blad.persoon) if m.id == blad.melding), None
    )
    om, model = plannen.rondom(scope, plan), meldingen.model_nu(scope)
    context = omgeving(blad, mensen, om, model, vraag)
    persoon = mensen.get(blad.persoon)
    adres = f"/werk/plan/{plan}/"
    return toon(request, "werk/plan_kring.html", context | {"persoon": persoon, "adres": adres})


class Naasteformulier(Formulier):
    """Somebody of the own network, as little as works."""

    naam = forms.CharField(
        label="Hoe heet deze persoon?",
        max_length=120,
        help_text="Een voornaam is genoeg.",
        error_messages={"required": "Vul een naam in. Een voornaam is genoeg."},
    )
    wie = forms.CharField(
        label="Wie is dat?",
        max_length=60,
        help_text="Bijvoorbeeld een zus, een buurman of iemand van de kerk.",
        error_messages={"required": "Schrijf op wie dit is, bijvoorbeeld een zus of een buurman."},
    )
    doet = forms.CharField(label="Wat doet deze persoon graag?", required=False, max_length=200)


def netwerk(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Who stands around the household: add somebody, or take somebody out again."""
    scope = request.scope
    blad, _ = plannen.open_blad(scope, plan)
    om = plannen.rondom(scope, plan)
    weg = request.POST.get("weg", "")
    formulier = (
        Formulier(request.POST, auto_id="weg_%s")
        if weg
        else Naasteformulier(request.POST if request.method == "POST" else None)
    )

    def doe() -> str:
        if weg:
            sleutel = next((n.id for n in om.naasten if n.id.hex == weg), None)
            if sleutel is None:
                raise Http404
            plannen.haal_naaste_weg(scope, plan=plan, naaste=sleutel)
        else:
            velden = formulier.cleaned_data
            naaste = plannen.Naaste(velden["naam"], velden["wie"], velden["doet"])
            plannen.voeg_naaste_toe(scope, plan=plan, naaste=naaste)
        return f"/werk/plan/{plan}/netwerk/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/plan_netwerk.html",
        {
            "formulier": Naasteformulier() if weg else formulier,
            "weg": Formulier(auto_id="weg_%s"),
            "naasten": om.naasten,
            "wie": regel_van(scope, blad.persoon),
            "plan_url": f"/werk/plan/{plan}/",
        },
    )


class Afbouwformulier(Formulier):
    """One step down."""

    vanaf = DatumVeld(
        label="Vanaf wanneer?", error_messages={"required": "Vul in vanaf welke dag."}
    )
    minder = forms.CharField(
        label="Wat doet de hulpverlener dan minder?",
        max_length=200,
        help_text="Bijvoorbeeld: één gesprek per twee weken in plaats van elke week.",
        error_messages={"required": "Schrijf op wat de hulpverlener minder doet."},
    )
    neemt_over = forms.CharField(
        label="Wie of wat neemt dat over?",
        max_length=200,
        help_text="Bijvoorbeeld: de inwoner zelf, een zus of de eetgroep.",
        error_messages={"required": "Schrijf op wie of wat het overneemt."},
    )


def afbouw(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """Agree on how this help becomes less, step by step; tick a step that was taken (D23)."""
    scope = request.scope
    blad, _ = plannen.open_inzetblad(scope, inzet)
    stappen = plannen.rondom(scope, blad.plan).afbouw.get(inzet, ())
    klaar = request.POST.get("klaar", "")
    formulier = (
        Formulier(request.POST, auto_id="klaar_%s")
        if klaar
        else Afbouwformulier(request.POST if request.method == "POST" else None)
    )

    def doe() -> str:
        if klaar:
            stap = next((s.id for s in stappen if s.id.hex == klaar), None)
            if stap is None:
                raise Http404
            plannen.vink_afbouw_af(scope, inzet=inzet, stap=stap)
            return f"/werk/plan/hulp/{inzet}/afbouw/"
        velden = formulier.cleaned_data
        nieuw = plannen.Afbouw(velden["vanaf"], velden["minder"], velden["neemt_over"])
        plannen.voeg_afbouw_toe(scope, inzet=inzet, stap=nieuw)
        return f"/werk/plan/{blad.plan}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/plan_afbouw.html",
        {
            "formulier": Afbouwformulier() if klaar else formulier,
            "klaar": Formulier(auto_id="klaar_%s"),
            "stappen": stappen,
            "blad": blad,
            "wie": regel_van(scope, blad.inzet.persoon),
            "plan_url": f"/werk/plan/{blad.plan}/",
        },
    )


class Terugdoenformulier(Formulier):
    """What the resident offers, in their own words."""

    tekst = forms.CharField(
        label="Wat wil de inwoner graag terugdoen?",
        required=False,
        max_length=200,
        help_text="Alleen als de inwoner dit zelf aanbiedt, in de eigen woorden. Leeg mag altijd.",
    )


def terugdoen(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """A favour in return: voluntary, and it changes nothing about the help (D5, X9)."""
    scope = request.scope
    blad, _ = plannen.open_inzetblad(scope, inzet)
    nu = plannen.rondom(scope, blad.plan).terug.get(inzet, "")
    formulier = Terugdoenformulier(
        request.POST if request.method == "POST" else None, initial={"tekst": nu}
    )

    def doe() -> str:
        tekst = str(formulier.cleaned_data["tekst"])
        plannen.schrijf_wederdienst(scope, inzet=inzet, tekst=tekst)
        return f"/werk/plan/{blad.plan}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/plan_terugdoen.html",
        {
            "formulier": formulier,
            "blad": blad,
            "wie": regel_van(scope, blad.inzet.persoon),
            "plan_url": f"/werk/plan/{blad.plan}/",
        },
    )


class Complexiteitformulier(Formulier):
    """Simple, complex or specific, once, with the reason."""

    complexiteit = forms.ChoiceField(
        label="Is dit eenvoudig of complex?",
        choices=[*COMPLEX.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het best past."},
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=400,
        required=False,
        widget=forms.Textarea,
        help_text="Nodig als het complex of specifiek is: de specialist begint ermee.",
    )


def complexiteit(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Say it for the whole question; decisions about help follow from it (D2)."""
    scope = request.scope
    blad, _ = plannen.open_blad(scope, plan)
    vraag = meldingen.lees(scope, blad.melding)
    begin = {"reden": vraag.complexiteit_reden}
    if vraag.complexiteit in COMPLEX:
        begin["complexiteit"] = vraag.complexiteit
    formulier = Complexiteitformulier(
        request.POST if request.method == "POST" else None, initial=begin
    )
    inzet = next(
        (i for d in blad.doelen for i in d.inzet if str(i.id) == request.GET.get("terug")), None
    )
    terug = f"/werk/plan/hulp/{inzet.id}/" if inzet else f"/werk/plan/{plan}/"

    def doe() -> str:
        velden = formulier.cleaned_data
        meldingen.zet_complexiteit(
            scope,
            melding=blad.melding,
            complexiteit=velden["complexiteit"],
            reden=velden["reden"],
        )
        return terug

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/plan_complexiteit.html",
        {
            "formulier": formulier,
            "wie": regel_van(scope, blad.persoon),
            "terug": terug,
            "naar": "Naar de hulp" if inzet else "Naar het plan",
        },
    )
