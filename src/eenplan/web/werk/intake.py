"""Take a question over the phone, on one screen. Somebody who is known already is not registered twice unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpResponse

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Treffer
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import (
    VRAGEN,
    Bevestiging,
    Gezinslid,
    GezinsRol,
    Melder,
    MeldingGegevens,
    routevragen,
)
from eenplan.platform.scope import ScopedRequest
from eenplan.signalen import api as signalen
from eenplan.web.datumveld import DatumVeld
from eenplan.web.gebieden import gebiedskeuzes
from eenplan.web.verzenden import Formulier, toon, verzend

from .zoeken import gevonden

GEZINSLEDEN = 5
KANALEN = {
    "telefoon": "Telefoon",
    "balie": "Balie of inloop",
    "huisarts": "Huisarts",
    "school": "School",
    "ziekenhuis": "Ziekenhuis",
    "aanbieder": "Iemand die al hulp geeft",
    "vindplaats": "Een plek in de buurt",
    "outreach": "Tijdens een bezoek",  # that nobody asked for it would tell of a signal (D7)
}
SCHOLEN = {"geen": "Geen", "basis": "Basisschool", "vo": "Voortgezet onderwijs", "mbo": "Mbo"}
VERWIJZERS = {
    "geen": "Niemand",
    "huisarts": "Huisarts",
    "medisch_specialist": "Medisch specialist",
    "jeugdarts": "Jeugdarts",
    "gi": "Gecertificeerde instelling",
    "rechter": "Rechter",
}
ROLLEN = {
    "": "Kies",
    "kind": "Kind",
    "ouder": "Ouder met gezag",
    "ouder_zonder": "Ouder zonder gezag",
    "ouder_elders": "Ouder met gezag, woont elders",
    "partner": "Partner",
    "huisgenoot": "Huisgenoot",
}


class Intakeformulier(Formulier):
    """What is needed to get the question to the right team; the rest can wait for the talk."""

    tekst = forms.CharField(
        label="Wat vraagt de inwoner?",
        widget=forms.Textarea,
        max_length=4000,
        help_text="In de woorden van de inwoner.",
        error_messages={"required": "Schrijf op wat de inwoner vraagt."},
    )
    naam = forms.CharField(
        label="Naam",
        max_length=120,
        help_text="Voornaam en achternaam.",
        error_messages={"required": "Vul de naam in."},
    )
    geboortedatum = DatumVeld(label="Geboortedatum", required=False)
    bsn = forms.CharField(label="BSN", required=False, max_length=20)
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=20)
    adres = forms.CharField(label="Adres", required=False, max_length=120)
    gebied = forms.ChoiceField(
        label="Wijk of buurt", error_messages={"required": "Kies een wijk of buurt."}
    )
    kinderen = forms.BooleanField(label="Er wonen kinderen onder de 18 in huis", required=False)
    vraag = forms.ChoiceField(
        label="Waar gaat het over?", choices=VRAGEN.items, initial="overig", required=False
    )
    spoed = forms.BooleanField(label="Dit kan niet wachten", required=False)
    kanaal = forms.ChoiceField(
        label="Hoe kwam de vraag binnen?",
        choices=KANALEN.items,
        initial="telefoon",
        required=False,
    )
    school = forms.ChoiceField(label="School", choices=SCHOLEN.items, required=False)
    verwijzer = forms.ChoiceField(label="Wie verwees?", choices=VERWIJZERS.items, required=False)
    veilige_weg = forms.CharField(
        label="Waar letten we op bij contact?", required=False, max_length=200
    )
    adres_geheim = forms.BooleanField(label="Het adres moet geheim blijven", required=False)
    melder_naam = forms.CharField(label="Naam van wie belt", required=False, max_length=120)
    melder_telefoon = forms.CharField(label="Telefoon van wie belt", required=False, max_length=20)
    melder_relatie = forms.CharField(label="Wie is dat?", required=False, max_length=60)

    def __init__(self, model: beleid.Toegangsmodel, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        gebied = self.fields["gebied"]
        if isinstance(gebied, forms.ChoiceField):
            gebied.choices = partial(gebiedskeuzes, model)
        gebied.required = "gebied" in routevragen(model)
        for nummer in range(1, GEZINSLEDEN + 1):
            self.fields[f"lid{nummer}_naam"] = forms.CharField(
                label="Naam", required=False, max_length=120
            )
            self.fields[f"lid{nummer}_geboren"] = DatumVeld(label="Geboortedatum", required=False)
            self.fields[f"lid{nummer}_rol"] = forms.ChoiceField(
                label="Wie is dat?", choices=ROLLEN.items, required=False
            )

    def vraag_kanaal(self) -> None:
        """Have the channel chosen: a question that follows a signal may not tell so by what stands ready (D7)."""
        kanaal = self.fields["kanaal"]
        if isinstance(kanaal, forms.ChoiceField):
            kanaal.initial, kanaal.required = "", True
            kanaal.choices = [("", "Maak een keuze"), *KANALEN.items()]
            kanaal.error_messages["required"] = "Kies hoe de vraag binnenkwam."

    def clean(self) -> dict[str, object]:
        """Whoever is named as family needs a role."""
        velden: dict[str, object] = super().clean() or {}
        for nummer in range(1, GEZINSLEDEN + 1):
            if velden.get(f"lid{nummer}_naam") and not velden.get(f"lid{nummer}_rol"):
                self.add_error(f"lid{nummer}_rol", "Kies wie dit is.")
        return velden

    def leden(self) -> list[tuple[BoundField, BoundField, BoundField]]:
        """The lines for family members."""
        return [
            (self[f"lid{n}_naam"], self[f"lid{n}_geboren"], self[f"lid{n}_rol"])
            for n in range(1, GEZINSLEDEN + 1)
        ]


def intake(request: ScopedRequest) -> HttpResponse:
    """The form; a warning when the person may be known; then the question at the team, or the confirmation."""
    scope = request.scope
    model = meldingen.model_nu(scope)
    formulier = Intakeformulier(model, request.POST.dict() if request.method == "POST" else None)
    signaal = _signaal(request, formulier)
    bekend: Sequence[Treffer] = ()
    if request.method == "POST" and formulier.is_valid() and "toch" not in request.POST:
        bekend = _al_bekend(request, formulier.cleaned_data)
    if request.method == "POST" and not bekend:

        def doe() -> str:
            bevestiging = meldingen.doe_melding(
                scope,
                gemeente_sleutel=scope.gemeente_sleutel,
                gegevens=_gegevens(formulier.cleaned_data),
            )
            if signaal:
                signalen.wordt_vraag(scope, signaal=signaal.regel.id)
            return _adres(request, bevestiging)

        if antwoord := verzend(request, formulier, doe):
            return antwoord
    return toon(
        request,
        "werk/intake.html",
        {
            "formulier": formulier,
            "signaal": signaal,
            "bekend": gevonden(bekend),
            "leden": formulier.leden(),
            "gezin_open": any(v.data for rij in formulier.leden() for v in rij[::2]),
            "melder_open": bool(formulier["melder_naam"].data or formulier["melder_telefoon"].data),
        },
    )


def _signaal(request: ScopedRequest, formulier: Intakeformulier) -> signalen.Signaal | None:
    """The signal that this question comes from, when the address says so; it says where, never what was asked."""
    try:
        sleutel = UUID(request.GET.get("signaal", ""))
    except ValueError:
        return None
    gelezen = signalen.lees(request.scope, sleutel)
    formulier.initial = {"gebied": gelezen.regel.gebied}
    formulier.vraag_kanaal()
    return gelezen


def _al_bekend(request: ScopedRequest, velden: Mapping[str, object]) -> Sequence[Treffer]:
    """Who this may be: by BSN, or by surname and date of birth. Logged, also when nothing is registered after it."""
    geboren = velden["geboortedatum"]
    bsn = huishoudens.bsn_cijfers(str(velden["bsn"] or ""))
    if not bsn and not isinstance(geboren, date):
        return ()
    return inzage.zoek(
        request.scope,
        bsn=bsn,
        zoeknaam=huishoudens.zoeknaam(str(velden["naam"])),
        geboortedatum=geboren if isinstance(geboren, date) else None,
    )


def _adres(request: ScopedRequest, bevestiging: Bevestiging) -> str:
    """To the question when it is for one's own team, else to the confirmation that tells where it went."""
    scope = request.scope
    if bevestiging.houder.id in {*scope.teams, scope.organisatie_id}:
        return f"/werk/melding/{bevestiging.melding}/"
    return f"/ontvangen/{bevestiging.pagina}/"


def _gegevens(velden: Mapping[str, object]) -> MeldingGegevens:
    tekst = {naam: str(waarde or "").strip() for naam, waarde in velden.items()}
    melder = None
    if tekst["melder_naam"] or tekst["melder_telefoon"]:
        melder = Melder(tekst["melder_naam"], tekst["melder_telefoon"], tekst["melder_relatie"])
    return MeldingGegevens(
        persoon=Persoonsgegevens(
            naam=" ".join(tekst["naam"].split()),
            geboortedatum=_datum(velden["geboortedatum"]),
            bsn=huishoudens.bsn_cijfers(tekst["bsn"]),
            telefoon=tekst["telefoon"],
            adres=tekst["adres"],
            gebied=tekst["gebied"],
            adres_geheim=bool(velden["adres_geheim"]),
            veilige_weg=tekst["veilige_weg"],
        ),
        tekst=tekst["tekst"],
        vraag=tekst["vraag"] or "overig",
        kanaal=tekst["kanaal"] or "telefoon",
        gebied=tekst["gebied"],
        school=tekst["school"] or "geen",
        verwijzer=tekst["verwijzer"] or "geen",
        spoed=bool(velden["spoed"]),
        kinderen_onder_18=bool(velden["kinderen"]) or None,  # an empty box is no answer
        melder=melder,
        gezin=tuple(_leden(velden)),
    )


def _datum(waarde: object) -> date | None:
    return waarde if isinstance(waarde, date) else None


@dataclass(frozen=True, slots=True)
class _Rol:
    rol: GezinsRol
    gezag: bool = True
    thuis: bool = True


_ROL_VAN = {
    "kind": _Rol(GezinsRol.KIND),
    "ouder": _Rol(GezinsRol.OUDER),
    "ouder_zonder": _Rol(GezinsRol.OUDER, gezag=False),
    "ouder_elders": _Rol(GezinsRol.OUDER, thuis=False),
    "partner": _Rol(GezinsRol.PARTNER),
    "huisgenoot": _Rol(GezinsRol.HUISGENOOT),
}


def _leden(velden: Mapping[str, object]) -> list[Gezinslid]:
    leden = []
    for nummer in range(1, GEZINSLEDEN + 1):
        naam = " ".join(str(velden[f"lid{nummer}_naam"] or "").split())
        if naam:
            rol = _ROL_VAN[str(velden[f"lid{nummer}_rol"])]
            wie = _lid(velden, naam, _datum(velden[f"lid{nummer}_geboren"]), rol)
            leden.append(Gezinslid(wie, rol.rol, rol.gezag, rol.thuis))
    return leden


def _lid(
    velden: Mapping[str, object], naam: str, geboren: date | None, rol: _Rol
) -> Persoonsgegevens:
    """Who lives there has the same address; a child is reached at the number of who asks, with the same care."""
    kind = rol.rol is GezinsRol.KIND
    return Persoonsgegevens(
        naam,
        geboren,
        telefoon=str(velden["telefoon"]) if kind else "",
        adres=str(velden["adres"]) if rol.thuis else "",
        adres_geheim=rol.thuis and bool(velden["adres_geheim"]),
        veilige_weg=str(velden["veilige_weg"]) if kind else "",
    )
