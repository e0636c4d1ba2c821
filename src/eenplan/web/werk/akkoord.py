"""Who agrees with a piece of help: an answer per person, and the two exceptions of the law (Jeugdwet 7.3.4, 7.3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.plannen import api as plannen
from eenplan.plannen.api import Hoedanigheid, Uitkomst, Uitzondering, Vereist
from eenplan.platform.scope import ScopedRequest
from eenplan.web.verzenden import Formulier, toon, verzend

from .hulp import wie_als


class Antwoordformulier(Formulier):
    """What one person says, or why help goes on without a parent's consent."""

    wie = forms.ChoiceField(
        label="Wie geeft antwoord?",
        error_messages={"required": "Kies wie antwoord geeft."},
    )
    antwoord = forms.ChoiceField(
        label="Wat is het antwoord?",
        choices=[("ja", "Akkoord met de hulp"), ("nee", "Niet akkoord")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het antwoord."},
    )
    reden = forms.CharField(label="Waarom?", required=False, max_length=400)

    def __init__(self, nodig: Sequence[Vereist], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        wie = self.fields["wie"]
        if isinstance(wie, forms.ChoiceField):
            wie.choices = [
                (str(v.persoon), wie_als(v.naam, v.hoedanigheid))
                for v in nodig
                if v.persoon is not None
            ]


class Uitzonderingformulier(Formulier):
    """One of the two grounds of the law, with the reason."""

    grond = forms.ChoiceField(
        label="Waarom mag de hulp toch beginnen?",
        choices=[
            (Uitzondering.ERNSTIG_NADEEL, "Zonder hulp ontstaat ernstig nadeel"),
            (Uitzondering.BLIJVENDE_WENS, "De jongere blijft de hulp willen, na een weigering"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een van de twee redenen."},
    )
    reden = forms.CharField(
        label="Leg uit wat er speelt",
        widget=forms.Textarea,
        max_length=300,
        error_messages={"required": "Schrijf op waarom deze uitzondering nodig is."},
    )


def akkoord(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """Who agrees with this help: each person's own answer, at their own time."""
    scope = request.scope
    blad, _ = plannen.open_inzetblad(scope, inzet)
    nodig = plannen.benodigde_akkoorden(scope, inzet=inzet)
    uitzondering = request.POST.get("actie") == "uitzondering"
    data = request.POST if request.method == "POST" else None
    antwoord = Antwoordformulier(nodig, None if uitzondering else data)
    zonder = Uitzonderingformulier(data if uitzondering else None)
    if request.method == "POST":
        gedaan = (
            verzend(request, zonder, lambda: _uitzonderen(request, inzet, zonder))
            if uitzondering
            else verzend(request, antwoord, lambda: _antwoorden(request, inzet, antwoord))
        )
        if gedaan:
            return gedaan
    ouders = any(v.hoedanigheid is Hoedanigheid.OUDER for v in nodig)
    jongere = any(a.hoedanigheid is Hoedanigheid.JEUGDIGE for a in blad.inzet.akkoorden)
    return toon(
        request,
        "werk/akkoord.html",
        {
            "antwoord": antwoord,
            "zonder": zonder,
            "blad": blad,
            "open": nodig,
            "praten": [a for a in blad.inzet.akkoorden if a.praten_op],
            "gegeven": [a for a in blad.inzet.akkoorden if a.uitkomst is not Uitkomst.GEVRAAGD],
            "kan_uitzondering": ouders and jongere,
            "hulp_url": f"/werk/plan/hulp/{inzet}/",
        },
    )


def _antwoorden(request: ScopedRequest, inzet: UUID, formulier: Antwoordformulier) -> str:
    plannen.leg_akkoord_vast(
        request.scope,
        inzet=inzet,
        van=UUID(str(formulier.cleaned_data["wie"])),
        akkoord=formulier.cleaned_data["antwoord"] == "ja",
        reden=str(formulier.cleaned_data["reden"]),
    )
    return f"/werk/plan/hulp/{inzet}/akkoord/"


def _uitzonderen(request: ScopedRequest, inzet: UUID, formulier: Uitzonderingformulier) -> str:
    plannen.leg_uitzondering_vast(
        request.scope,
        inzet=inzet,
        grond=Uitzondering(formulier.cleaned_data["grond"]),
        reden=str(formulier.cleaned_data["reden"]),
    )
    return f"/werk/plan/hulp/{inzet}/akkoord/"
