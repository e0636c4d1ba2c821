"""Completing a paper: how much and how long, and for a refusal why, and what is possible instead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django import forms
from django.core.validators import EMPTY_VALUES
from django.http import HttpResponse, HttpResponseRedirect

from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import Afwijsgrond, StukBlad, StukSoort
from eenplan.platform import klok
from eenplan.platform.scope import ScopedRequest
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .hoeveel import aantal_veld, eenheid_veld, per_veld
from .stuk import TITEL, adres


def afwijking_veld() -> forms.CharField:
    """Why a decision differs from the investigation: shown where it does, or may."""
    return forms.CharField(
        label="Waarom beslist u anders dan het onderzoek?",
        widget=forms.Textarea,
        required=False,
        help_text="Anders beslissen mag. De inwoner leest dan in de brief waarom.",
    )


class AanvulFormulier(Formulier):
    """What a paper says of the help."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    wet = forms.ChoiceField(
        label="Op welke wet rust deze brief?",
        choices=[("wmo", "Wmo"), ("jeugd", "Jeugdwet")],
        widget=forms.RadioSelect,
        required=False,
    )
    aantal, eenheid, per = aantal_veld(), eenheid_veld(), per_veld()
    ingang = DatumVeld(label="Eerste dag", required=False)
    einde = DatumVeld(label="Laatste dag", required=False)
    toelichting = forms.CharField(
        label="Waarom is deze hulp nodig?", widget=forms.Textarea, required=False
    )
    afwijking = afwijking_veld()
    grond_boven_18 = forms.CharField(
        label="Waarom kan jeugdhulp na 18 jaar?", widget=forms.Textarea, required=False
    )


def aanvullen(request: ScopedRequest, stuk: UUID) -> HttpResponse:
    """Fill in what the paper still needs of the help."""
    formulier = AanvulFormulier(request.POST or None)
    antwoord = None
    if request.method == "POST":
        antwoord = verzend(request, formulier, lambda: _vul_aan(request, stuk, formulier))
    if antwoord:
        return antwoord
    blad = besluiten.lees_stuk(request.scope, stuk)
    if request.method != "POST":
        formulier = AanvulFormulier(initial=_aanvulling(blad))
    vraagt_wet = blad.regel.wet == "onbekend"
    if blad.regel.soort is StukSoort.AFWIJZING and not vraagt_wet:
        return HttpResponseRedirect(f"{adres(stuk)}motivering/")
    return toon(
        request,
        "werk/stuk_aanvullen.html",
        {
            "blad": blad,
            "titel": TITEL[blad.regel.soort],
            "stuk_url": adres(stuk),
            "vraagt_wet": vraagt_wet,
            "vraagt_hulp": blad.regel.soort is not StukSoort.AFWIJZING,
            "vraagt_waarom": blad.regel.soort is StukSoort.TOEKENNING,
            "vraagt_afwijking": blad.kan_afwijken,
            "vraagt_18": any(p.sleutel == "boven_18" for p in blad.poorten if not p.ok)
            or bool(blad.grond_boven_18),
            "formulier": formulier,
        },
    )


def _aanvulling(blad: StukBlad) -> dict[str, object]:
    hulp = blad.hulp
    return {
        "versie": blad.versie,
        "aantal": hulp.aantal.normalize() + 0 if hulp.aantal else None,
        "eenheid": hulp.eenheid,
        "per": hulp.per,
        "ingang": hulp.ingang,
        "einde": hulp.einde,
        "toelichting": blad.toelichting,
        "afwijking": blad.afwijking,
        "grond_boven_18": blad.grond_boven_18,
    }


def _vul_aan(request: ScopedRequest, stuk: UUID, formulier: AanvulFormulier) -> str:
    velden = dict(formulier.cleaned_data)
    versie = velden.pop("versie")
    del velden["verzendsleutel"]
    besluiten.vul_aan(
        request.scope, stuk=stuk, aanvulling=besluiten.Aanvulling(**velden), versie=versie
    )
    return adres(stuk)


class _Later:
    """A field that the paper needs and that may still be empty when it is saved: shown as needed, never refused."""

    def validate(self, value: object) -> None:
        """What was typed must be right; that nothing was typed is for the gates to say."""
        if value not in EMPTY_VALUES:
            super().validate(value)  # type: ignore[misc]  # of the field beside it


class LaterTekst(_Later, forms.CharField):
    widget = forms.Textarea


class LaterKeuze(_Later, forms.ChoiceField):
    widget = forms.RadioSelect


class LaterDatum(_Later, DatumVeld):
    pass


class MotiveringFormulier(Formulier):
    """Why a refusal; one field per element of the law, added when the law is known."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    grond = LaterKeuze(
        label="Waarop rust de afwijzing?",
        choices=[(grond.value, zin) for grond, zin in besluiten.GROND_ZIN.items()],
        help_text="Deze zin komt in de brief. Een leeg budget is nooit een reden.",
    )
    wel_mogelijk = LaterTekst(
        label="Wat kan wel?",
        help_text="Wat de inwoner nu al kan krijgen, en bij wie.",
    )
    gehoord_op = LaterDatum(
        label="Wanneer vroeg u de inwoner om een reactie?",
        help_text="Vertel vóór het besluit wat u van plan bent, en luister wat de inwoner daarvan vindt.",
    )
    reactie = forms.CharField(
        label="Wat zei de inwoner?",
        widget=forms.Textarea,
        required=False,
        help_text="Dit komt in de brief. Schrijf aan de inwoner: “U zei dat ...”",
    )
    afwijking = afwijking_veld()
    professional = forms.CharField(
        label="Welke geregistreerde jeugdprofessional besliste mee?", required=False
    )
    registratie = forms.CharField(label="Registratienummer (SKJ of BIG)", required=False)

    if TYPE_CHECKING:
        delen: tuple[str, ...]

    def __init__(self, *args: object, wet: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as given
        vragen = besluiten.motivering_vragen(wet)
        self.delen = tuple(vraag.sleutel for vraag in vragen)
        for vraag in vragen:
            self.fields[f"deel_{vraag.sleutel}"] = LaterTekst(
                label=vraag.kop, help_text=vraag.vraag
            )

    @property
    def deelvelden(self) -> list[forms.BoundField]:
        """The fields of the elements, in the order of the law."""
        return [self[f"deel_{sleutel}"] for sleutel in self.delen]


def motivering(request: ScopedRequest, stuk: UUID) -> HttpResponse:
    """Write why, and what the resident said about it."""
    blad = besluiten.lees_stuk(request.scope, stuk)
    formulier = MotiveringFormulier(
        request.POST or None, wet=blad.regel.wet, initial=_motivering(request, blad)
    )
    antwoord = None
    if request.method == "POST":
        antwoord = verzend(request, formulier, lambda: _motiveer(request, stuk, formulier))
    return antwoord or toon(
        request,
        "werk/stuk_motivering.html",
        {
            "blad": blad,
            "stuk_url": adres(stuk),
            "aanvraagdag": blad.aanvraag.dag(klok.vandaag()) if blad.aanvraag else "",
            "is_jeugd": blad.regel.wet == "jeugd",
            "formulier": formulier,
        },
    )


def _motivering(request: ScopedRequest, blad: StukBlad) -> dict[str, object]:
    professional, registratie = blad.professional, blad.registratie
    if blad.regel.wet == "jeugd" and not professional:
        professional, registratie = besluiten.eigen_registratie(request.scope)
    return {
        "versie": blad.versie,
        "grond": blad.grond,
        "wel_mogelijk": blad.wel_mogelijk,
        "gehoord_op": blad.gehoord_op,
        "reactie": blad.reactie,
        "afwijking": blad.afwijking,
        "professional": professional,
        "registratie": registratie,
        **{f"deel_{sleutel}": tekst for sleutel, tekst in blad.motivering.items()},
    }


def _motiveer(request: ScopedRequest, stuk: UUID, formulier: MotiveringFormulier) -> str:
    v = formulier.cleaned_data
    besluiten.motiveer(
        request.scope,
        stuk=stuk,
        motivering=besluiten.Motivering(
            grond=Afwijsgrond(v["grond"]) if v["grond"] else None,
            delen={sleutel: v[f"deel_{sleutel}"] for sleutel in formulier.delen},
            wel_mogelijk=v["wel_mogelijk"],
            gehoord_op=v["gehoord_op"],
            reactie=v["reactie"],
            afwijking=v["afwijking"],
            professional=v["professional"],
            registratie=v["registratie"],
        ),
        versie=v["versie"],
    )
    return adres(stuk)
