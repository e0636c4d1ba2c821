"""The forms that settle what must be settled first; each asks only what nobody knows yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from django import forms
from django.utils.text import capfirst

from eenplan.beleid import api as beleid
from eenplan.beleid.woordenschat import OordeelInwoner, OordeelTeam
from eenplan.besluiten.api import Oordeel
from eenplan.plannen.api import Laag
from eenplan.platform import klok
from eenplan.voorzieningen.api import Aanbod
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier

from .hulp import INWONER
from .inzet import niet_genoeg

OORDEEL = {
    "nodig": "Ja, deze hulp is nodig",
    "niet_nodig": "Nee, deze hulp is niet nodig",
    "twijfel": "We twijfelen nog",
}


def oordeel_uit(formulier: Formulier) -> Oordeel:
    """The judgement a valid form ends in."""
    team: dict[str, OordeelTeam] = {o: o for o in get_args(OordeelTeam)}
    inwoner: dict[str, OordeelInwoner] = {o: o for o in get_args(OordeelInwoner)}
    v = formulier.cleaned_data
    return Oordeel(
        team=team[v["team"]],
        toelichting=v["toelichting"],
        inwoner=inwoner.get(str(v.get("inwoner")), "akkoord"),
    )


PAST = {
    "nodig": "Ja, deze hulp past",
    "niet_nodig": "Nee, deze hulp past niet",
    "twijfel": "Dat weet ik nog niet",
}


def _team(label: str, antwoorden: Mapping[str, str] = OORDEEL) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[*antwoorden.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het oordeel is."},
    )


def _inwoner() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Wat zegt de inwoner nu?",
        choices=[*INWONER.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat de inwoner zegt."},
    )


def _tekst(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea, required=False, help_text=hint)


class OverlegFormulier(Formulier):
    """What came of talking it over."""

    met = forms.CharField(label="Met wie overlegde u?", max_length=200, required=False)
    toelichting = _tekst("Wat kwam eruit?")
    inwoner = _inwoner()
    team = _team("Wat vindt het team nu?")


class SamenFormulier(Formulier):
    """One side's judgement."""

    team = _team("Wat vindt u?")
    toelichting = _tekst("Waarom vindt u dat?")
    inwoner = _inwoner()


class ConsulentFormulier(Formulier):
    """The judgement of who did not make the offer."""

    team = _team("Past deze hulp bij wat de inwoner nodig heeft?", PAST)
    toelichting = _tekst(
        "Waarom vindt u dat?", "Wat is er nodig, en waarom is het aanbod dat er lag niet genoeg?"
    )
    verteld_op = DatumVeld(
        label="Wanneer vertelde u wat een besluit kan kosten?",
        help_text="Vul dit in als u de hulp toekent.",
        required=False,
    )


class AanbodFormulier(Formulier):
    """Another offer under the same goal; for a higher step also why those between are not enough (U5)."""

    reden = _tekst("Waarom paste het eerste aanbod niet?", "In de woorden van de inwoner.")
    voorziening = forms.ChoiceField(
        label="Wat biedt u nu aan?",
        error_messages={"required": "Kies wat u nu aanbiedt."},
    )
    wat = forms.CharField(
        label="Wat is de hulp precies?",
        max_length=200,
        required=False,
        help_text="Laat leeg als de naam in de lijst genoeg zegt.",
    )

    def __init__(
        self, aanbod: Sequence[Aanbod], gevraagd: Mapping[Laag, str], data: object = None
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        self.aanbod, self.gevraagd = {a.sleutel: a for a in aanbod}, gevraagd
        veld = self.fields["voorziening"]
        if isinstance(veld, forms.ChoiceField):
            veld.choices = [("", "Kies"), *((a.sleutel, _naam(a)) for a in aanbod)]
        for laag, naam in gevraagd.items():
            self.fields[f"niet_{laag}"] = niet_genoeg(naam)

    def redenen(self) -> dict[Laag, str]:
        """Per step that was asked about why it is not enough."""
        return {laag: str(self.cleaned_data[f"niet_{laag}"]) for laag in self.gevraagd}


def _naam(aanbod: Aanbod) -> str:
    van = f" ({aanbod.organisatie_naam})" if aanbod.organisatie_naam else ""
    return f"{capfirst(aanbod.naam)}{van}"


class WijsFormulier(Formulier):
    """On which day it was said."""

    op = DatumVeld(label="Wanneer vertelde u dat een besluit kan?", initial=klok.vandaag)


class LidFormulier(Formulier):
    """Who will give the help."""

    lid = forms.ChoiceField(
        label="Wie gaat de hulp geven?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie de hulp gaat geven."},
    )

    def __init__(self, leden: Sequence[beleid.Partij], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        veld = self.fields["lid"]
        if isinstance(veld, forms.ChoiceField):
            veld.choices = [(p.sleutel, p.naam) for p in leden]


class MeekijkFormulier(Formulier):
    """What the second pair of eyes sees."""

    toelichting = _tekst("Wat vindt u van deze verwijzing?")


class RedenFormulier(Formulier):
    """Why one's own organisation is the best choice here."""

    reden = _tekst("Waarom is de eigen organisatie hier de beste keus?")
