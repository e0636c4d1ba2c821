"""One goal: change its words, put it first, close it together (U17)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.huishoudens import api as huishoudens
from eenplan.plannen import api as plannen
from eenplan.platform.scope import ScopedRequest
from eenplan.web.verzenden import Formulier, toon, verzend

from .persoonsregel import persoonsregel


class Wijzigformulier(Formulier):
    """The words of a goal, over the version that was on screen."""

    woorden = forms.CharField(
        label="Wat wilt u bereiken?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="In de woorden van wie het doel is.",
        error_messages={"required": "Schrijf op wat diegene wil bereiken, in eigen woorden."},
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


def doel(request: ScopedRequest, doel: UUID) -> HttpResponse:
    """The page of one goal; each button is one act."""
    scope = request.scope
    blad, regel = plannen.open_doelblad(scope, doel)
    [kaart] = huishoudens.personen(scope, [regel.persoon])
    formulier = Wijzigformulier(
        request.POST if request.method == "POST" else None,
        initial={"woorden": regel.woorden, "versie": regel.versie},
    )

    def doe() -> str:
        _doe(request, blad, regel, formulier)
        return f"/werk/plan/{blad.id}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    van_mij = blad.doelen_van(regel.persoon)
    return toon(
        request,
        "werk/doel.html",
        {
            "formulier": formulier,
            "doel": regel,
            "van_wie": kaart.naam,
            "wie": persoonsregel(kaart),
            "plan_url": f"/werk/plan/{blad.id}/",
            "kan_omhoog": len(van_mij) > 1 and van_mij[0].id != regel.id,
            "open": regel.toestand is plannen.DoelToestand.OPEN,
        },
    )


def _doe(
    request: ScopedRequest,
    blad: plannen.PlanBlad,
    regel: plannen.DoelRegel,
    formulier: Wijzigformulier,
) -> None:
    """What the pressed button says; changed words are saved with it."""
    scope, actie = request.scope, request.POST.get("actie")
    plannen.wijzig_doel(
        scope,
        doel=regel.id,
        woorden=str(formulier.cleaned_data["woorden"]).replace("\r\n", "\n"),
        versie=int(formulier.cleaned_data["versie"]),
    )
    if actie == "eerst":
        volgorde = [regel.id, *(d.id for d in blad.doelen if d.id != regel.id)]
        plannen.orden_doelen(scope, plan=blad.id, volgorde=volgorde)
    elif actie in ("bereikt", "gestopt"):
        plannen.sluit_doel(scope, doel=regel.id, bereikt=actie == "bereikt")
