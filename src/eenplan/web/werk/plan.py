"""The household plan: what people want to achieve in their own words, with the help visible under it (U4, U17, D8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Beslissing
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.plannen.api import (
    InzetRegel,
    InzetToestand,
    Laag,
    PlanBlad,
    PlanToestand,
    RegisseurSoort,
)
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.web.datumveld import DatumVeld
from eenplan.web.uitvoering_beeld import beelden, standen_bij
from eenplan.web.verzenden import Formulier, toon, verzend

from .persoonsregel import persoonsregel, regel_van
from .plan_beeld import afspraken, doelbeeld
from .plan_stap import VASTSTELLEN, mijn_brief, volgende
from .rondom import hulprond, omgeving
from .standen import regisseurwoord
from .uitkomst import helper_van, uitkomst
from .week import deze_week

PLANSTAND = {
    PlanToestand.CONCEPT: ("In de maak", "info"),
    PlanToestand.VOORGELEGD: ("Ligt bij het gezin", "let-op"),
    PlanToestand.VASTGESTELD: ("Afgesproken", "goed"),
    PlanToestand.AFGESLOTEN: ("Gesloten", ""),
}
REGISSEURS = {
    RegisseurSoort.HULPVERLENER: "hulpverlener",
    RegisseurSoort.NETWERK: "uit het eigen netwerk",
    RegisseurSoort.VRIJWILLIGER: "vrijwilliger",
}


class Doelformulier(Formulier):
    """A goal in somebody's own words."""

    woorden = forms.CharField(
        label="Wat wilt u bereiken?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="In de woorden van wie het doel is.",
        error_messages={"required": "Schrijf op wat diegene wil bereiken, in eigen woorden."},
    )
    van = forms.ChoiceField(label="Van wie is dit doel?", required=False)

    def __init__(
        self, mensen: Sequence[PersoonKaart], data: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(data)
        van = self.fields["van"]
        if isinstance(van, forms.ChoiceField):
            van.choices = [(p.id.hex, p.naam) for p in mensen]
        self.initial.setdefault("van", mensen[0].id.hex if mensen else "")


class Vaststelformulier(Formulier):
    """When the plan is looked at again."""

    evaluatie_op = DatumVeld(label="Wanneer kijken jullie terug?", required=False)


def maak(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """Start the plan of a question, for who asks and their children; or go to the one there is."""
    formulier = Formulier(request.POST if request.method == "POST" else None)
    scope = request.scope

    def doe() -> str:
        kaart, opening = meldingen.lees_open(scope, melding)
        jaren = {
            p.id: huishoudens.leeftijd(p.geboortedatum, scope.nu.date())
            for p in huishoudens.personen(scope, opening.personen)
        }
        kinderen = [
            wie for wie, oud in jaren.items() if oud is not None and oud < huishoudens.VOLWASSEN
        ]
        return f"/werk/plan/{plannen.maak(scope, melding=kaart.id, deelnemers=kinderen)}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    kaart = meldingen.lees(scope, melding)
    context = {"formulier": formulier, "melding": kaart, "wie": regel_van(scope, kaart.persoon)}
    return toon(request, "werk/plan_begin.html", context)


def plan(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """The whole plan; a goal is added on the page itself."""
    scope = request.scope
    blad, opening = plannen.open_blad(scope, plan)
    mensen = {p.id: p for p in huishoudens.personen(scope, opening.personen)}
    meedoen = _meedoen(blad, mensen)
    doel = Doelformulier(meedoen, request.POST.dict() if request.method == "POST" else None)

    def doe() -> str:
        van = next((p.id for p in meedoen if p.id.hex == doel.cleaned_data["van"]), None)
        nieuw = plannen.voeg_doel_toe(
            scope, plan=plan, woorden=str(doel.cleaned_data["woorden"]), van=van
        )
        if blad.melding is not None and not blad.doelen:
            meldingen.noteer_gesproken(scope, melding=blad.melding)
        return f"/werk/plan/doel/{nieuw}/hulp/"

    if request.method == "POST" and (antwoord := verzend(request, doel, doe)):
        return antwoord
    return _toon_plan(request, blad, mensen, doel=doel)


def stel_vast(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Make the plan final, from the plan page; what is still missing is said there."""
    if request.method != "POST":
        raise Http404
    formulier = Vaststelformulier(request.POST)

    def doe() -> str:
        plannen.stel_vast(
            request.scope, plan=plan, evaluatie_op=formulier.cleaned_data["evaluatie_op"]
        )
        return f"/werk/plan/{plan}/"

    if antwoord := verzend(request, formulier, doe):
        return antwoord
    blad, opening = plannen.open_blad(request.scope, plan)
    mensen = {p.id: p for p in huishoudens.personen(request.scope, opening.personen)}
    return _toon_plan(request, blad, mensen, vaststellen=formulier)


def _toon_plan(
    request: ScopedRequest,
    blad: PlanBlad,
    mensen: Mapping[UUID, PersoonKaart],
    *,
    doel: Doelformulier | None = None,
    vaststellen: Vaststelformulier | None = None,
) -> HttpResponse:
    scope = request.scope
    model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    treden = {Laag(t.laag): t.naam for t in beleid.wet(scope.nu.date()).treden}
    meedoen = _meedoen(blad, mensen)
    vraag = _vraag(scope, blad)
    hulp = [i for d in blad.doelen for i in d.inzet]
    bij = beelden(scope, standen_bij(scope, mensen, hulp), hulp)
    om = plannen.rondom(scope, blad.id)
    rond = hulprond(blad, om, model, vraag)
    doelen = [doelbeeld(d, mensen, treden, bij, rond) for d in blad.doelen]
    net_klaar = _net_klaar(request, blad, mensen)
    stap = None if net_klaar else volgende(scope, blad, list(mensen))
    return toon(
        request,
        "werk/plan.html",
        {
            "plan": blad,
            "stap": stap,
            "stap_is_vaststellen": stap is not None and stap.href == VASTSTELLEN,
            "naam": model.begrippen.plan,
            "regisseurwoord": regisseurwoord(blad, model.begrippen.regisseur),
            "regisseursoort": REGISSEURS[blad.regisseur_soort],
            "stand": PLANSTAND[blad.toestand],
            "open": blad.toestand is not PlanToestand.AFGESLOTEN,
            "adres": f"/werk/plan/{blad.id}/",
            "dossier_url": f"/werk/dossier/{blad.persoon}/",
            "persoon": mensen.get(blad.persoon),
            "wie": persoonsregel(mensen[blad.persoon]) if blad.persoon in mensen else None,
            "vraag": vraag,
            "meedoen": meedoen,
            "lopend": [d for d in doelen if d.open],
            "klaar": [d for d in doelen if not d.open],
            "afspraken": afspraken(blad, om),
            "doel": doel or Doelformulier(meedoen),
            "vaststellen": vaststellen
            or Vaststelformulier(initial={"evaluatie_op": blad.evaluatie_op}),
            "net_klaar": net_klaar,
            "week": deze_week(blad, scope.nu.date(), bij),
        }
        | _nog_open(blad)
        | omgeving(blad, mensen, om, model, vraag),
    )


def _nog_open(blad: PlanBlad) -> dict[str, object]:
    """What a plan may wait for before it is made final: answers, and help on which nothing was settled."""
    hulp = [i for d in blad.doelen for i in d.inzet]
    antwoorden = {a.uitkomst for i in hulp for a in i.akkoorden}
    return {
        "iedereen_antwoordde": bool(antwoorden) and plannen.Uitkomst.GEVRAAGD not in antwoorden,
        "wachten_op": list(dict.fromkeys(a.naam for a in blad.akkoorden_open)),
        "niet_rond": [i.wat for i in hulp if i.toestand is InzetToestand.VOORGESTELD],
    }


def _vraag(scope: Scope, blad: PlanBlad) -> meldingen.MeldingKaart | None:
    """The question this plan began with, as far as open."""
    vragen = meldingen.van_persoon(scope, blad.persoon)
    return next((m for m in vragen if m.id == blad.melding), None)


def _meedoen(blad: PlanBlad, mensen: Mapping[UUID, PersoonKaart]) -> list[PersoonKaart]:
    """Who takes part today, who asked for help first."""
    nu = {d.persoon for d in blad.deelnemers if d.tot is None}
    return sorted((p for p in mensen.values() if p.id in nu), key=lambda p: p.id != blad.persoon)


def _net_klaar(
    request: ScopedRequest, blad: PlanBlad, mensen: Mapping[UUID, PersoonKaart]
) -> dict[str, object] | None:
    """What was settled a moment ago and what happens next, when the address says so."""
    gevraagd = request.GET.get("klaar", "")
    for doel in blad.doelen:
        for inzet in doel.inzet:
            if inzet.id.hex != gevraagd:
                continue
            if inzet.besluit:
                return _besloten(request.scope, blad, mensen, inzet, inzet.besluit.beslissing)
            if inzet.toestand is InzetToestand.LOOPT:
                return {"soort": "goed", "titel": f"De hulp is begonnen: {inzet.wat}"}
    return None


def _besloten(
    scope: Scope,
    blad: PlanBlad,
    mensen: Mapping[UUID, PersoonKaart],
    inzet: InzetRegel,
    beslissing: Beslissing,
) -> dict[str, object]:
    """What the policy answered, with the button that goes on; only help that may begin is called settled."""
    gaf = uitkomst(beslissing, helper=helper_van(inzet, scope), vanaf=inzet.van)
    if beslissing.vervolg != "geen":
        verder = f"/werk/plan/hulp/{inzet.id}/vervolg/"
        return {
            "soort": "info",
            "titel": gaf.titel,
            "stappen": gaf.daarna,
            "knop": "Ga verder",
            "href": verder,
        }
    geregeld = inzet.toestand is InzetToestand.LOOPT
    brief = mijn_brief(scope, blad, list(mensen), inzet.id)
    return {
        "soort": "goed" if geregeld else "info",
        "titel": f"Geregeld: {inzet.wat}" if geregeld else gaf.titel,
        "stappen": gaf.daarna,
        "knop": "Maak de brief af" if brief else "",
        "href": brief,
    }
