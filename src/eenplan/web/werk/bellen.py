"""The promise of a call (F5): tell that somebody called, reached or not, and when again."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from eenplan.platform.scope import ScopedRequest
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend


class Belformulier(Formulier):
    """Did you speak to them, and if not when again?"""

    bereikt = forms.ChoiceField(
        label="Hebt u de inwoner gesproken?",
        choices=[("ja", "Ja, gesproken"), ("nee", "Nee, niet bereikt")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of u de inwoner hebt gesproken."},
    )
    opnieuw = DatumVeld(
        label="Wanneer probeert u het weer?",
        required=False,
        help_text="Alleen als u niemand bereikte.",
    )


def gebeld(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """Keep the promise, or make the next one; who calls takes the question by that."""
    scope = request.scope
    kaart = meldingen.lees(scope, melding)
    [persoon] = huishoudens.personen(scope, [kaart.persoon])
    formulier = Belformulier(request.POST if request.method == "POST" else None)
    terug = f"/werk/melding/{melding}/"

    def doe() -> str:
        velden = formulier.cleaned_data
        bereikt = velden["bereikt"] == "ja"
        meldingen.noteer_gebeld(
            scope,
            melding=melding,
            bereikt=bereikt,
            opnieuw=None if bereikt else velden["opnieuw"],
        )
        return terug

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/gebeld.html",
        {"formulier": formulier, "melding": kaart, "persoon": persoon, "terug": terug},
    )
