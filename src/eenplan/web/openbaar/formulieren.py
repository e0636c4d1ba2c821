"""The two pages of a question. Which fields are on them follows from what the routing of the municipality looks at.

At most five are required; why each is asked stands in `modellen/velden.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django import forms
from django.core.validators import RegexValidator
from django.forms.boundfield import BoundField

from eenplan.beleid.api import Toegangsmodel
from eenplan.meldingen.api import VRAGEN, routevragen
from eenplan.platform import klok
from eenplan.web.datumveld import DatumDelen, DatumVeld
from eenplan.web.gebieden import gebiedskeuzes

HOOGSTENS = 5
ROUTEVELDEN = (
    ("gebied", "gebied"),
    ("kinderen", "kinderen_onder_18"),
    ("vraag", "vraag"),
    ("geboortedatum", "leeftijd"),
)
"""Fields that help to find the right team, most telling first, with the key routing looks at."""


class Voor(StrEnum):
    """For whom somebody asks."""

    ZELF = "zelf"
    ANDER = "ander"


@dataclass(frozen=True, slots=True)
class Velden:
    """Which fields a municipality's form has, and which of them must be filled in."""

    voor: Voor
    gevraagd: frozenset[str]
    verplicht: frozenset[str]


def velden_voor(model: Toegangsmodel, voor: Voor) -> Velden:
    """The fields routing needs; as many of them required as five leaves room for."""
    kijkt_naar = routevragen(model)
    nodig = [veld for veld, sleutel in ROUTEVELDEN if sleutel in kijkt_naar]
    vast = (
        ["tekst", "naam", "telefoon"]
        if voor is Voor.ZELF
        else ["tekst", "naam", "melder_naam", "melder_telefoon"]
    )
    ruimte = HOOGSTENS - len(vast)
    return Velden(voor, frozenset({*nodig, "geboortedatum"}), frozenset([*vast, *nodig[:ruimte]]))


TEKSTEN: Mapping[tuple[str, Voor], str] = {
    ("tekst", Voor.ZELF): "Waar wilt u hulp bij?",
    ("tekst", Voor.ANDER): "Waar is hulp bij nodig?",
    ("kinderen", Voor.ZELF): "Wonen er kinderen onder de 18 bij u?",
    ("kinderen", Voor.ANDER): "Wonen daar kinderen onder de 18?",
    ("gebied", Voor.ZELF): "In welke wijk of buurt woont u?",
    ("gebied", Voor.ANDER): "In welke wijk of buurt woont die persoon?",
    ("vraag", Voor.ZELF): "Wat past het best bij uw vraag?",
    ("vraag", Voor.ANDER): "Wat past het best bij de vraag?",
    ("naam", Voor.ZELF): "Hoe heet u?",
    ("naam", Voor.ANDER): "Voor wie is de hulp?",
    ("telefoon", Voor.ZELF): "Op welk nummer kunnen we u bellen?",
    ("geboortedatum", Voor.ZELF): "Wat is uw geboortedatum?",
    ("geboortedatum", Voor.ANDER): "Wat is de geboortedatum van die persoon?",
    ("veilige_weg", Voor.ZELF): "Waar moeten we op letten als we bellen?",
    ("veilige_weg", Voor.ANDER): "Waar moeten we op letten?",
    ("melder_naam", Voor.ANDER): "Hoe heet u zelf?",
    ("melder_telefoon", Voor.ANDER): "Op welk nummer kunnen we u bellen?",
}
FOUTEN: Mapping[str, str] = {
    "tekst": "Schrijf in uw eigen woorden waar hulp bij nodig is.",
    "kinderen": "Kies ja of nee.",
    "gebied": "Kies een wijk of buurt.",
    "vraag": "Kies wat het best past.",
    "naam": "Vul een naam in.",
    "telefoon": "Vul een telefoonnummer in.",
    "melder_naam": "Vul uw eigen naam in.",
    "melder_telefoon": "Vul een telefoonnummer in.",
}


class Stapformulier(forms.Form):
    """One page of the question; fields the municipality does not need are taken out."""

    use_required_attribute = False

    def __init__(self, velden: Velden, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        for naam in list(self.fields):
            if (naam, velden.voor) not in TEKSTEN or not self._gevraagd(naam, velden):
                del self.fields[naam]
                continue
            veld = self.fields[naam]
            veld.label = TEKSTEN[naam, velden.voor]
            veld.required = naam in velden.verplicht
            if naam in FOUTEN:
                veld.error_messages["required"] = FOUTEN[naam]

    def _gevraagd(self, naam: str, velden: Velden) -> bool:
        return naam in velden.gevraagd or naam not in dict(ROUTEVELDEN)

    def getypt(self) -> dict[str, str]:
        """What was typed, for the next page; a date in its parts."""
        namen = {n for n in self.data if n in self.fields or n.rpartition("_")[0] in self.fields}
        return {naam: str(self.data[naam]) for naam in namen}


class Vraagformulier(Stapformulier):
    """The question itself, and what the routing needs to find the team."""

    tekst = forms.CharField(
        widget=forms.Textarea,
        max_length=4000,
        help_text="Schrijf het op zoals u het vertelt. Een paar zinnen zijn genoeg.",
    )
    kinderen = forms.ChoiceField(choices=[("ja", "Ja"), ("nee", "Nee")], widget=forms.RadioSelect)
    gebied = forms.ChoiceField()
    vraag = forms.ChoiceField(choices=[("", "Maak een keuze"), *VRAGEN.items()])

    def __init__(
        self, model: Toegangsmodel, velden: Velden, data: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(velden, data)
        if isinstance(veld := self.fields.get("gebied"), forms.ChoiceField):
            veld.choices = gebiedskeuzes(model)


TELEFOON = RegexValidator(
    r"^\s*(\+|00)?([\s()-]*\d){10,15}\s*$", "Vul een telefoonnummer in van 10 cijfers."
)


class Persoonformulier(Stapformulier):
    """Who the help is for and whom to call."""

    naam = forms.CharField(max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    geboortedatum = DatumVeld(
        help_text="Bijvoorbeeld 27 3 1984.", widget=DatumDelen(attrs={"autocomplete": "bday"})
    )
    telefoon = forms.CharField(
        max_length=20,
        validators=[TELEFOON],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    melder_naam = forms.CharField(
        max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    melder_telefoon = forms.CharField(
        max_length=20,
        validators=[TELEFOON],
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    veilige_weg = forms.CharField(
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: bel alleen overdag, of spreek niets in.",
    )

    def __init__(self, velden: Velden, data: Mapping[str, str] | None = None) -> None:
        super().__init__(velden, data)
        if velden.voor is Voor.ANDER:
            for naam in ("naam", "geboortedatum"):
                self.fields[naam].widget.attrs.pop("autocomplete", None)

    def clean_geboortedatum(self) -> date | None:
        """Said here, before everything is read back: who was born tomorrow asks nothing yet."""
        dag: date | None = self.cleaned_data.get("geboortedatum")
        if dag and dag > klok.vandaag():
            raise forms.ValidationError("Deze dag is nog niet geweest. Kijk naar het jaar.")
        return dag


BREED = {"naam": 30, "telefoon": 20, "melder_naam": 30, "melder_telefoon": 20}


@dataclass(frozen=True, slots=True)
class Regel:
    """A field as the page shows it."""

    veld: BoundField
    breedte: int


def regels(formulier: forms.Form) -> Iterable[Regel]:
    """The fields in order, each as wide as what belongs in it."""
    for veld in formulier:
        yield Regel(veld, BREED.get(veld.name, 0))
