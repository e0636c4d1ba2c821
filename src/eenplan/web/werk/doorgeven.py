"""A question that is passed on the same day: one screen from the question to the letter (D6, D27)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils.text import capfirst

from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetGegevens, Laag
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.voorzieningen import api as voorzieningen
from eenplan.voorzieningen.api import Aanbod
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .hoeveel import aantal_veld, eenheid_veld, per_veld


class Doorgeefformulier(Formulier):
    """To whom, for how much, and that the person agrees."""

    hulp = forms.ChoiceField(
        label="Welke hulp?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies welke hulp nodig is."},
    )
    doel = forms.CharField(
        label="Wat is nu het belangrijkst?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="In de eigen woorden. Minder hulp is hier geen doel.",
        error_messages={"required": "Schrijf op wat nu het belangrijkst is, in eigen woorden."},
    )
    akkoord = forms.ChoiceField(
        label="Wil de inwoner deze hulp?",
        choices=[("ja", "Ja, dat hoorde ik vandaag"), ("nog_niet", "Dat is nog niet gevraagd")],
        widget=forms.RadioSelect,
        help_text="Kan iemand niet zelf antwoorden? Vraag wie voor hen spreekt. Doorgeven kan ook vóór het antwoord.",
        error_messages={"required": "Kies of de inwoner deze hulp wil."},
    )
    aantal, eenheid, per = aantal_veld(), eenheid_veld(), per_veld()
    tot = DatumVeld(label="Tot en met wanneer?", required=False)

    def __init__(
        self, aanbod: list[Aanbod], data: object = None, initial: dict[str, str] | None = None
    ) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # a QueryDict or None
        hulp = self.fields["hulp"]
        if isinstance(hulp, forms.ChoiceField):
            hulp.choices = [(a.sleutel, capfirst(a.naam)) for a in aanbod]


def geef_door(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """Take the question, write the one goal and the help, and have the letter made; what is missing is said here."""
    scope = request.scope
    kaart = meldingen.lees(scope, melding)
    if not meldingen.model_nu(scope).geeft_door(kaart.vraag):
        raise Http404
    [persoon] = huishoudens.personen(scope, [kaart.persoon])
    aanbod = [a for a in voorzieningen.aanbod(scope) if a.laag in plannen.VERWEZEN]
    aanbod = [a for a in aanbod if a.sleutel == kaart.vraag] or aanbod
    data = request.POST if request.method == "POST" else None
    formulier = Doorgeefformulier(
        aanbod, data, {"hulp": aanbod[0].sleutel if len(aanbod) == 1 else "", "doel": kaart.tekst}
    )

    def doe() -> str:
        velden = formulier.cleaned_data
        hulp = next(a for a in aanbod if a.sleutel == velden["hulp"])
        gegevens = InzetGegevens(
            laag=Laag(hulp.laag),
            wat=hulp.naam,
            voorziening=hulp.sleutel,
            aantal=velden["aantal"],
            eenheid=velden["eenheid"],
            per=velden["per"],
            van=scope.nu.date(),
            tot=velden["tot"],
        )
        return _geef_door(scope, kaart, velden["doel"], gegevens, akkoord=velden["akkoord"] == "ja")

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/doorgeven.html",
        {
            "formulier": formulier,
            "hints": {a.sleutel: f"{a.organisatie_naam}, {a.telefoon}" for a in aanbod},
            "melding": kaart,
            "persoon": persoon,
            "terug": f"/werk/melding/{melding}/",
        },
    )


def _geef_door(
    scope: Scope,
    kaart: meldingen.MeldingKaart,
    woorden: str,
    gegevens: InzetGegevens,
    *,
    akkoord: bool,
) -> str:
    """Every step that the ordinary road takes on pages of its own; nobody's yes is written down before they said it."""
    if kaart.toestand is meldingen.Toestand.ONTVANGEN:
        meldingen.neem_op(scope, melding=kaart.id)
    if not kaart.wet_reden:
        wet = next((w for w in _wetten(scope, gegevens) if w != "onbekend"), "wmo")
        meldingen.zet_wet(scope, melding=kaart.id, wet=wet, reden="Volgt uit de hulp die nodig is.")
    plan = plannen.maak(scope, melding=kaart.id)
    doel = plannen.voeg_doel_toe(scope, plan=plan, woorden=woorden)
    inzet = plannen.voeg_inzet_toe(scope, doel=doel, gegevens=gegevens)
    for nodig in plannen.benodigde_akkoorden(scope, inzet=inzet) if akkoord else ():
        if nodig.persoon == kaart.persoon:
            plannen.leg_akkoord_vast(scope, inzet=inzet, van=kaart.persoon, akkoord=True)
    plannen.beslis(scope, inzet=inzet, keuzes=plannen.Keuzes())
    return f"/werk/plan/{plan}/?klaar={inzet.hex}"


def _wetten(scope: Scope, gegevens: InzetGegevens) -> tuple[str, ...]:
    aanbod = voorzieningen.aanbod(scope, gegevens.laag)
    return next((a.wetten for a in aanbod if a.sleutel == gegevens.voorziening), ())
