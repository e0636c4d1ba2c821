"""Old indications: who still has one, when the conversation is, who comes along and who told them (D16, D17, D20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.text import capfirst

from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Treffer
from eenplan.meldingen import api as meldingen
from eenplan.overgang import api as overgang
from eenplan.overgang.api import IndicatieGegevens, IndicatieRegel
from eenplan.plannen import api as plannen
from eenplan.platform.scope import ScopedRequest
from eenplan.voorzieningen import api as voorzieningen
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Rij
from eenplan.web.datumveld import DatumVeld
from eenplan.web.gebieden import Keuzes, gebiedskeuzes
from eenplan.web.verzenden import Formulier, toon, verzend

from .zoeken import gevonden

LIJST = "/werk/indicaties/"
GESPREK_HINT = "Op tijd om daarna nog hulp aan te vragen."


class Indicatieformulier(Formulier):
    """Who, which help, until when; when the conversation is and who comes along."""

    naam = forms.CharField(
        label="Naam",
        max_length=120,
        help_text="Voornaam en achternaam.",
        error_messages={"required": "Vul de naam in."},
    )
    geboortedatum = DatumVeld(
        label="Geboortedatum", error_messages={"required": "Vul de geboortedatum in."}
    )
    bsn = forms.CharField(label="BSN", required=False, max_length=20)
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=20)
    adres = forms.CharField(label="Adres", required=False, max_length=120)
    gebied = forms.ChoiceField(
        label="Wijk of buurt", error_messages={"required": "Kies een wijk of buurt."}
    )
    voorziening = forms.ChoiceField(
        label="Welke hulp loopt er?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de hulp uit de lijst."},
    )
    tot = DatumVeld(
        label="Tot en met wanneer loopt de indicatie?",
        error_messages={"required": "Vul de laatste dag van de indicatie in."},
    )
    gesprek_op = DatumVeld(
        label="Wanneer is het gesprek?",
        help_text=GESPREK_HINT,
        error_messages={"required": "Vul in wanneer het gesprek is."},
    )
    begeleider_naam = forms.CharField(
        label="Naam van de begeleider", required=False, max_length=120
    )
    begeleider_organisatie = forms.CharField(
        label="Organisatie van de begeleider", required=False, max_length=120
    )

    def __init__(
        self,
        gebieden: Keuzes,
        aanbod: Sequence[voorzieningen.Aanbod],
        data: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(data)
        for naam, keuzes in (
            ("gebied", gebieden),
            ("voorziening", [(a.sleutel, capfirst(a.naam)) for a in aanbod]),
        ):
            veld = self.fields[naam]
            if isinstance(veld, forms.ChoiceField):
                veld.choices = keuzes

    def persoon(self) -> Persoonsgegevens:
        """Who it is about."""
        velden = self.cleaned_data
        return Persoonsgegevens(
            naam=" ".join(velden["naam"].split()),
            geboortedatum=velden["geboortedatum"],
            bsn=huishoudens.bsn_cijfers(velden["bsn"]),
            telefoon=velden["telefoon"],
            adres=velden["adres"],
            gebied=velden["gebied"],
        )

    def gegevens(self) -> IndicatieGegevens:
        """The indication itself."""
        velden = self.cleaned_data
        return IndicatieGegevens(
            velden["voorziening"],
            velden["tot"],
            velden["gesprek_op"],
            velden["begeleider_naam"],
            velden["begeleider_organisatie"],
        )


def lijst(request: ScopedRequest) -> HttpResponse:
    """Everybody of one's own team with whom the conversation is still to be held."""
    return toon(
        request,
        "werk/indicaties.html",
        {
            "regels": [
                (r.naam, f"/werk/indicatie/{r.regel.id}/", r.regel)
                for r in overgang.mijn_lijst(request.scope)
            ],
            "net_vastgelegd": "klaar" in request.GET,
            "kan_nog": request.scope.nu.date() <= overgang.LAATSTE_DAG,
        },
    )


def nieuw(request: ScopedRequest) -> HttpResponse:
    """Register an indication; somebody who is known already is not registered twice unseen."""
    scope = request.scope
    model = meldingen.model_nu(scope)
    aanbod = [a for a in voorzieningen.aanbod(scope) if a.laag in plannen.VERWEZEN]
    data = request.POST.dict() if request.method == "POST" else None
    formulier = Indicatieformulier(gebiedskeuzes(model), aanbod, data)
    bekend: Sequence[Treffer] = ()
    if request.method == "POST" and formulier.is_valid() and "toch" not in request.POST:
        wie = formulier.persoon()
        bekend = inzage.zoek(
            scope,
            bsn=wie.bsn,
            zoeknaam=huishoudens.zoeknaam(wie.naam),
            geboortedatum=wie.geboortedatum,
        )

    def doe() -> str:
        overgang.registreer(
            scope,
            persoon=formulier.persoon(),
            gebied=formulier.cleaned_data["gebied"],
            gegevens=formulier.gegevens(),
        )
        return f"{LIJST}?klaar=ja"

    if request.method == "POST" and not bekend and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/indicatie_nieuw.html",
        {
            "formulier": formulier,
            "hints": {a.sleutel: a.organisatie_naam for a in aanbod if a.organisatie_naam},
            "bekend": gevonden(bekend),
            "terug": LIJST,
        },
    )


class Vertelformulier(Formulier):
    """Who told the person."""

    door = forms.CharField(
        label="Wie heeft het verteld?",
        max_length=120,
        help_text="Liefst de eigen begeleider.",
        error_messages={"required": "Schrijf op wie het heeft verteld."},
    )


class Gesprekformulier(Formulier):
    """Another day, or another guide."""

    gesprek_op = DatumVeld(
        label="Wanneer is het gesprek?",
        help_text=GESPREK_HINT,
        error_messages={"required": "Vul in wanneer het gesprek is."},
    )
    begeleider_naam = forms.CharField(
        label="Naam van de begeleider", required=False, max_length=120
    )
    begeleider_organisatie = forms.CharField(
        label="Organisatie van de begeleider", required=False, max_length=120
    )


def indicatie(request: ScopedRequest, indicatie: UUID) -> HttpResponse:
    """One indication: tell that the help changes, plan the conversation, go to the question."""
    scope = request.scope
    regel, _ = overgang.lees(scope, indicatie)
    [persoon] = huishoudens.personen(scope, [regel.persoon])
    wat = request.POST.get("wat", "")
    data = request.POST if request.method == "POST" else None
    vertel = Vertelformulier(
        data if wat == "vertel" else None,
        initial={"door": _begeleider(regel)},
        auto_id="vertel_%s",
    )
    gesprek = Gesprekformulier(data if wat == "gesprek" else None, initial=_gepland(regel))

    def doe() -> str:
        if wat == "vertel":
            overgang.vertel(scope, indicatie=indicatie, door=vertel.cleaned_data["door"])
        else:
            velden = gesprek.cleaned_data
            overgang.plan_gesprek(
                scope,
                indicatie=indicatie,
                op=velden["gesprek_op"],
                begeleider_naam=velden["begeleider_naam"],
                begeleider_organisatie=velden["begeleider_organisatie"],
            )
        return f"/werk/indicatie/{indicatie}/"

    gekozen: Formulier = vertel if wat == "vertel" else gesprek
    if request.method == "POST" and (antwoord := verzend(request, gekozen, doe)):
        return antwoord
    return toon(
        request,
        "werk/indicatie.html",
        {
            "persoon": persoon,
            "regel": regel,
            "rijen": _rijen(regel),
            "vertel": vertel,
            "gesprek": gesprek,
            "vraag_url": f"/werk/melding/{regel.melding}/",
            "terug": LIJST,
        },
    )


def _begeleider(regel: IndicatieRegel) -> str:
    return ", ".join(filter(None, (regel.begeleider_naam, regel.begeleider_organisatie)))


def _gepland(regel: IndicatieRegel) -> dict[str, object]:
    return {
        "gesprek_op": regel.gesprek_op,
        "begeleider_naam": regel.begeleider_naam,
        "begeleider_organisatie": regel.begeleider_organisatie,
    }


def _rijen(regel: IndicatieRegel) -> list[Rij]:
    verteld = (
        f"Ja, op {opmaak.datum(regel.verteld_op)} door {regel.verteld_door}"
        if regel.verteld_op
        else "Nog niet"
    )
    return [
        Rij("Hulp die loopt", capfirst(regel.wat)),
        Rij("Wie helpt nu", regel.aanbieder_naam or "Onbekend"),
        Rij("Laatste dag", opmaak.datum(regel.tot)),
        Rij("Komt mee naar het gesprek", _begeleider(regel) or "Nog niemand"),
        Rij("Verteld aan de inwoner", verteld),
    ]
