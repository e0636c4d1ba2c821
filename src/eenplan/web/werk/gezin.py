"""Add somebody to the household of a question: with the same check for who is known as at intake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart, Persoonsgegevens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Treffer
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import Gezinslid, GezinsRol
from eenplan.plannen import api as plannen
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .zoeken import gevonden

ROLLEN = {
    "kind": ("Kind", Gezinslid(Persoonsgegevens(""), GezinsRol.KIND)),
    "partner": ("Partner", Gezinslid(Persoonsgegevens(""), GezinsRol.PARTNER)),
    "ouder": ("Ouder, woont hier", Gezinslid(Persoonsgegevens(""), GezinsRol.OUDER)),
    "ouder_elders": (
        "Ouder, woont ergens anders",
        Gezinslid(Persoonsgegevens(""), GezinsRol.OUDER, thuis=False),
    ),
    "huisgenoot": ("Huisgenoot", Gezinslid(Persoonsgegevens(""), GezinsRol.HUISGENOOT)),
}


class Gezinsformulier(Formulier):
    """Who joins, and as what."""

    naam = forms.CharField(
        label="Naam",
        max_length=120,
        help_text="Voornaam en achternaam.",
        error_messages={"required": "Vul de naam in."},
    )
    geboortedatum = DatumVeld(label="Geboortedatum", required=False)
    bsn = forms.CharField(
        label="BSN", required=False, max_length=20, help_text="Alleen als de inwoner het noemt."
    )
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=20)
    adres = forms.CharField(
        label="Adres",
        required=False,
        max_length=120,
        help_text="Alleen voor wie ergens anders woont.",
    )
    adres_geheim = forms.BooleanField(label="Het adres moet geheim blijven", required=False)
    rol = forms.ChoiceField(
        label="Wie is dit?",
        choices=[(sleutel, naam) for sleutel, (naam, _) in ROLLEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie dit is."},
    )
    gezag = forms.ChoiceField(
        label="Heeft deze ouder gezag?",
        choices=[("ja", "Ja"), ("nee", "Nee")],
        widget=forms.RadioSelect,
        required=False,
        help_text="Alleen bij een ouder. Wie gezag heeft, geeft mee toestemming voor jeugdhulp.",
    )
    ouder_van = forms.MultipleChoiceField(
        label="Van wie is dit een ouder?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Alleen bij een ouder.",
    )

    def __init__(self, kinderen: Sequence[PersoonKaart], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        self.kinderen = {k.id.hex: k.id for k in kinderen}
        van = self.fields["ouder_van"]
        if isinstance(van, forms.MultipleChoiceField):
            van.choices = [(k.id.hex, k.naam) for k in kinderen]

    def clean(self) -> dict[str, object]:
        """Of a parent one says whether they have authority: consent depends on it."""
        velden: dict[str, object] = super().clean() or {}
        if str(velden.get("rol", "")).startswith("ouder") and not velden.get("gezag"):
            self.add_error("gezag", "Kies of deze ouder gezag heeft.")
        return velden

    def persoon(self, thuis: Persoonsgegevens) -> Persoonsgegevens:
        """Who joins; whoever lives here has the address of this household, as secret as it is."""
        velden = self.cleaned_data
        return Persoonsgegevens(
            " ".join(velden["naam"].split()),
            velden["geboortedatum"],
            bsn=huishoudens.bsn_cijfers(velden["bsn"]),
            telefoon=velden["telefoon"],
            adres=thuis.adres if self.lid().thuis else velden["adres"],
            gebied=thuis.gebied if self.lid().thuis else "",
            adres_geheim=thuis.adres_geheim if self.lid().thuis else velden["adres_geheim"],
        )

    def lid(self) -> Gezinslid:
        """As what, without who."""
        return ROLLEN[str(self.cleaned_data["rol"])][1]

    def ouder(self) -> list[UUID]:
        """Whose parent, when a parent joins."""
        van = self.cleaned_data["ouder_van"]
        return [self.kinderen[k] for k in van] if self.lid().rol is GezinsRol.OUDER else []


def voeg_toe(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """The form; a warning when the person may be known; then the household has one more."""
    scope = request.scope
    kaart, opening = meldingen.lees_open(scope, melding)
    mensen = {p.id: p for p in huishoudens.personen(scope, opening.personen)}
    vandaag = scope.nu.date()
    jaren = {wie: huishoudens.leeftijd(p.geboortedatum, vandaag) for wie, p in mensen.items()}
    kinderen = [
        p for p in mensen.values() if (jaren[p.id] or 0) < huishoudens.VOLWASSEN and p.geboortedatum
    ]
    formulier = Gezinsformulier(kinderen, request.POST if request.method == "POST" else None)
    thuis = _thuis(mensen[kaart.persoon])
    bekend: Sequence[Treffer] = ()
    if request.method == "POST" and formulier.is_valid():
        # Looked up whatever the button says: a refusal below takes its own trace back, this one stays.
        bekend = _al_bekend(scope, formulier.persoon(thuis))
        bekend = () if "toch" in request.POST else bekend

    def doe() -> str:
        soort, gezag = formulier.lid(), formulier.cleaned_data["gezag"] != "nee"
        lid = Gezinslid(formulier.persoon(thuis), soort.rol, gezag, soort.thuis)
        nieuw = meldingen.voeg_gezinslid_toe(
            scope, melding=melding, lid=lid, ouder_van=formulier.ouder()
        )
        _laat_meedoen(scope, mensen, nieuw, soort)
        return f"/werk/dossier/{kaart.persoon}/"

    if request.method == "POST" and not bekend and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/gezin.html",
        {
            "formulier": formulier,
            "bekend": gevonden(bekend),
            "kinderen": kinderen,
            "naam": mensen[kaart.persoon].naam,
            "terug": f"/werk/dossier/{kaart.persoon}/",
        },
    )


def _thuis(kaart: PersoonKaart) -> Persoonsgegevens:
    return Persoonsgegevens(
        kaart.naam, adres=kaart.adres, gebied=kaart.gebied, adres_geheim=kaart.adres_geheim
    )


def _al_bekend(scope: Scope, wie: Persoonsgegevens) -> Sequence[Treffer]:
    """Who this may be, as at intake; each person found is a line in their read log."""
    if not wie.bsn and wie.geboortedatum is None:
        return ()
    return inzage.zoek(
        scope,
        bsn=wie.bsn,
        zoeknaam=huishoudens.zoeknaam(wie.naam),
        geboortedatum=wie.geboortedatum,
    )


def _laat_meedoen(
    scope: Scope, mensen: Mapping[UUID, PersoonKaart], nieuw: UUID, lid: Gezinslid
) -> None:
    """A child that joins takes part in the plan there is, as when the plan was made; others when one says so."""
    plan = plannen.plan_van(scope, mensen)
    if plan is not None and lid.rol is GezinsRol.KIND:
        plannen.voeg_deelnemer_toe(scope, plan=plan.id, wie=nieuw)
