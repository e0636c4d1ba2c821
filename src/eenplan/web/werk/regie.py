"""Who holds the plan together, who takes part, and the carer's own line (D4, D26)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.huishoudens import api as huishoudens
from eenplan.organisaties import api as organisaties
from eenplan.plannen import api as plannen
from eenplan.plannen.api import Mantelzorg, Regisseur, RegisseurSoort
from eenplan.platform.scope import ScopedRequest
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .persoonsregel import regel_van

SOORTEN = {
    RegisseurSoort.NETWERK: "Iemand uit het eigen netwerk",
    RegisseurSoort.VRIJWILLIGER: "Een vrijwilliger",
}


class Regieformulier(Formulier):
    """A colleague, or anybody else by name."""

    wie = forms.ChoiceField(
        label="Wie houdt het plan bij elkaar?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie het plan bij elkaar houdt."},
    )
    naam = forms.CharField(
        label="Naam",
        required=False,
        max_length=120,
        help_text="Alleen als het geen collega is, bijvoorbeeld een tante of een buurman.",
    )
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=20)

    def __init__(
        self, collegas: list[organisaties.Collega], data: dict[str, str] | None, nu: str
    ) -> None:
        super().__init__(data, initial={"wie": nu})
        wie = self.fields["wie"]
        if isinstance(wie, forms.ChoiceField):
            wie.choices = [*((c.id.hex, c.naam) for c in collegas), *SOORTEN.items()]


def regisseur(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Name the one regisseur."""
    scope = request.scope
    blad, _ = plannen.open_blad(scope, plan)
    collegas = list(organisaties.collegas(scope))
    nu = blad.regisseur.hex if blad.regisseur else str(blad.regisseur_soort)
    formulier = Regieformulier(
        collegas, request.POST.dict() if request.method == "POST" else None, nu
    )

    def doe() -> str:
        velden = formulier.cleaned_data
        collega = next((c for c in collegas if c.id.hex == velden["wie"]), None)
        gekozen = (
            Regisseur(RegisseurSoort.HULPVERLENER, collega.naam, medewerker=collega.id)
            if collega
            else Regisseur(RegisseurSoort(velden["wie"]), velden["naam"], velden["telefoon"])
        )
        plannen.benoem_regisseur(scope, plan=plan, regisseur=gekozen)
        return f"/werk/plan/{plan}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    if request.method != "POST" and blad.regisseur is None:
        formulier.initial = {
            "wie": nu,
            "naam": blad.regisseur_naam,
            "telefoon": blad.regisseur_telefoon,
        }
    return toon(
        request,
        "werk/plan_regisseur.html",
        {
            "formulier": formulier,
            "wie": regel_van(scope, blad.persoon),
            "plan_url": f"/werk/plan/{plan}/",
        },
    )


class Mantelzorgformulier(Formulier):
    """What is asked of the carer and what relieves."""

    naam = forms.CharField(
        label="Wie zorgt er?",
        max_length=120,
        error_messages={"required": "Vul in wie de mantelzorger is."},
    )
    gevraagd = forms.CharField(
        label="Wat doet deze persoon?", required=False, widget=forms.Textarea, max_length=2000
    )
    verlicht = forms.CharField(
        label="Wat geeft lucht?", required=False, widget=forms.Textarea, max_length=2000
    )
    opnieuw_op = DatumVeld(label="Wanneer kijken we hier opnieuw naar?", required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput, initial=0)


def mantelzorg(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Write or change the carer's own line; `?regel=` says which."""
    scope = request.scope
    blad, _ = plannen.open_blad(scope, plan)
    bestaand = next((m for m in blad.mantelzorg if m.id.hex == request.GET.get("regel")), None)
    begin = (
        {
            "naam": bestaand.naam,
            "gevraagd": bestaand.gevraagd,
            "verlicht": bestaand.verlicht,
            "opnieuw_op": bestaand.opnieuw_op,
            "versie": bestaand.versie,
        }
        if bestaand
        else {}
    )
    formulier = Mantelzorgformulier(
        request.POST if request.method == "POST" else None, initial=begin
    )

    def doe() -> str:
        velden = formulier.cleaned_data
        plannen.schrijf_mantelzorg(
            scope,
            plan=plan,
            voor=bestaand.voor if bestaand else blad.persoon,
            regel=Mantelzorg(
                velden["naam"], velden["gevraagd"], velden["verlicht"], velden["opnieuw_op"]
            ),
            bestaand=bestaand.id if bestaand else None,
            versie=velden["versie"],
        )
        return f"/werk/plan/{plan}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/plan_mantelzorg.html",
        {
            "formulier": formulier,
            "wie": regel_van(scope, blad.persoon),
            "plan_url": f"/werk/plan/{plan}/",
        },
    )


class Meedoenformulier(Formulier):
    """Who of the household takes part."""

    wie = forms.MultipleChoiceField(
        label="Wie doen er mee?", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self,
        gezin: list[tuple[str, str]],
        meedoen: list[str],
        data: object,
    ) -> None:
        super().__init__(data, initial={"wie": meedoen})  # type: ignore[arg-type]  # a QueryDict or None
        wie = self.fields["wie"]
        if isinstance(wie, forms.MultipleChoiceField):
            wie.choices = gezin


def meedoen(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Who takes part, by name; who leaves keeps their goals."""
    scope = request.scope
    blad, opening = plannen.open_blad(scope, plan)
    gezin = {p.id.hex: p for p in huishoudens.personen(scope, opening.personen)}
    nu = {d.persoon.hex for d in blad.deelnemers if d.tot is None} & set(gezin)
    formulier = Meedoenformulier(
        [(sleutel, p.naam) for sleutel, p in gezin.items()],
        sorted(nu),
        request.POST if request.method == "POST" else None,
    )

    def doe() -> str:
        gekozen = set(formulier.cleaned_data["wie"])
        for sleutel in sorted(gekozen - nu):
            plannen.voeg_deelnemer_toe(scope, plan=plan, wie=gezin[sleutel].id)
        for sleutel in sorted(nu - gekozen):
            plannen.beeindig_deelname(scope, plan=plan, wie=gezin[sleutel].id)
        return f"/werk/plan/{plan}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/plan_meedoen.html",
        {
            "formulier": formulier,
            "wie": regel_van(scope, blad.persoon),
            "plan_url": f"/werk/plan/{plan}/",
            "gezin_url": f"/werk/melding/{blad.melding}/gezin/",
        },
    )
