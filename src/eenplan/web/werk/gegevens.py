"""How somebody is reached, where they live and when they were born: put right by who has the question."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import Gegevens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import ScopedRequest
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend


class Gegevensformulier(Formulier):
    """What may be put right."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=20)
    mail = forms.EmailField(
        label="E-mail",
        required=False,
        max_length=120,
        error_messages={"invalid": "Dit is geen mailadres. Vul het in als naam@voorbeeld.nl."},
    )
    veilige_weg = forms.CharField(
        label="Hoe kan iemand veilig worden bereikt?",
        required=False,
        max_length=200,
        help_text="Alleen als bellen of schrijven gevaar geeft. Iedereen die belt, ziet dit eerst.",
    )
    adres = forms.CharField(
        label="Adres",
        required=False,
        max_length=120,
        help_text="Straat, huisnummer, postcode en plaats. Zonder adres gaat geen brief met de post.",
    )
    adres_geheim = forms.BooleanField(label="Het adres moet geheim blijven", required=False)
    geboortedatum = DatumVeld(label="Geboortedatum", required=False)

    def gegevens(self) -> Gegevens:
        """What was filled in, with the spaces of a person in a hurry taken out."""
        v = self.cleaned_data
        telefoon, mail, veilige_weg, adres = (
            " ".join(v[veld].split()) for veld in ("telefoon", "mail", "veilige_weg", "adres")
        )
        return Gegevens(v["geboortedatum"], telefoon, mail, veilige_weg, adres, v["adres_geheim"])


def gegevens(request: ScopedRequest, persoon: UUID) -> HttpResponse:
    """The form with what stands; what was typed stays when a colleague was first."""
    scope = request.scope
    inzage.openen_gezin(scope, persoon, doel=Doel.TOEGANG)
    kaarten = huishoudens.personen(scope, [persoon])
    if not kaarten:
        raise NietGevonden
    [kaart] = kaarten
    nu = Gegevens.van(kaart)
    begin = {veld: getattr(nu, veld) for veld in nu.__slots__} | {"versie": kaart.versie}
    formulier = Gegevensformulier(request.POST if request.method == "POST" else None, initial=begin)

    def doe() -> str:
        huishoudens.wijzig_gegevens(
            scope,
            persoon=persoon,
            gegevens=formulier.gegevens(),
            versie=formulier.cleaned_data["versie"],
        )
        return f"/werk/dossier/{persoon}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/gegevens.html",
        {
            "formulier": formulier,
            "naam": kaart.naam,
            "terug": f"/werk/dossier/{persoon}/",
        },
    )
