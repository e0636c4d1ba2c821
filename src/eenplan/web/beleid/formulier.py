"""A situation to try the arrangement with: invented by who tries, about nobody, and kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django import forms

from eenplan.beleid.api import Toegangsmodel
from eenplan.meldingen import api as meldingen

from . import woorden

Keuze = tuple[str, str]
WETTEN: Sequence[Keuze] = (("wmo", "Wmo"), ("jeugd", "Jeugdwet"), ("onbekend", "Nog niet bekend"))
HULP = "informeel collectief algemeen licht aanvullend specialistisch maatwerk".split()
TEAM: Sequence[Keuze] = (
    ("nodig", "Ja, deze hulp is nodig"),
    ("niet_nodig", "Nee, deze hulp is niet nodig"),
    ("twijfel", "Dat weet het team nog niet"),
)
INWONER: Sequence[Keuze] = (
    ("akkoord", "Is akkoord"),
    ("wil_verwijzing", "Wil iets anders: een verwijzing"),
    ("weigert_aanbod", "Wil dit niet"),
    ("vraagt_beschikking", "Vraagt om een besluit"),
    ("niet_gevraagd", "Vroeg niet om hulp"),
)
KANALEN = "web telefoon balie huisarts school ziekenhuis aanbieder vindplaats outreach".split()
VERWIJZERS = "geen huisarts medisch_specialist jeugdarts gi rechter".split()
SCHOLEN = "geen basis vo mbo".split()
LEVERING = "natura pgb voucher".split()
COMPLEXITEIT = "onbekend enkelvoudig complex specifiek".split()
HOOFDVELDEN = ("leeftijd", "wet", "vraag", "voorziening", "oordeel_team", "oordeel_inwoner")
MEER = ("wijk", "kanaal", "school", "levering", "complexiteit", "verwijzer", "stap")
VINKJES = ("kinderen_onder_18", "spoed", "overgangsrecht", "dementie")


def _keuzes(codes: Iterable[str]) -> list[Keuze]:
    return [(code, woorden.waarde(code).capitalize()) for code in codes]


class Situatieformulier(forms.Form):
    """What a decision may depend on; whatever is left alone has its ordinary value."""

    use_required_attribute = False
    leeftijd = forms.IntegerField(
        label="Hoe oud is de inwoner?",
        required=False,
        min_value=0,
        max_value=130,
        error_messages={
            "invalid": "Vul de leeftijd in als getal, zoals 42.",
            "min_value": "Vul een leeftijd in van 0 tot en met 130.",
            "max_value": "Vul een leeftijd in van 0 tot en met 130.",
        },
    )
    wet = forms.ChoiceField(label="Welke wet?", choices=WETTEN, required=False)
    vraag = forms.ChoiceField(label="Waar gaat de vraag over?", required=False)
    voorziening = forms.ChoiceField(label="Wat voor hulp?", choices=_keuzes(HULP), required=False)
    oordeel_team = forms.ChoiceField(label="Wat vindt het team?", choices=TEAM, required=False)
    oordeel_inwoner = forms.ChoiceField(
        label="Wat zegt de inwoner?", choices=INWONER, required=False
    )
    wijk = forms.ChoiceField(label="In welke wijk?", required=False)
    kanaal = forms.ChoiceField(
        label="Hoe kwam de vraag binnen?", choices=_keuzes(KANALEN), required=False
    )
    school = forms.ChoiceField(label="Op welke school?", choices=_keuzes(SCHOLEN), required=False)
    levering = forms.ChoiceField(
        label="Hoe wordt de hulp gegeven?", choices=_keuzes(LEVERING), required=False
    )
    complexiteit = forms.ChoiceField(
        label="Hoe lastig is de vraag?", choices=_keuzes(COMPLEXITEIT), required=False
    )
    verwijzer = forms.ChoiceField(label="Wie verwees?", choices=_keuzes(VERWIJZERS), required=False)
    stap = forms.ChoiceField(
        label="Wie kijkt er?", choices=_keuzes(("aanbod", "consulent")), required=False
    )
    kinderen_onder_18 = forms.BooleanField(label="Er wonen kinderen onder de 18", required=False)
    spoed = forms.BooleanField(label="Het kan niet wachten", required=False)
    overgangsrecht = forms.BooleanField(label="Er loopt nog een oude indicatie", required=False)
    dementie = forms.BooleanField(label="Het gaat om dagbesteding bij dementie", required=False)

    def __init__(self, model: Toegangsmodel, gegevens: object = None) -> None:
        begin = {"wet": "wmo", "voorziening": "algemeen", "vraag": "overig"}
        super().__init__(gegevens, initial=begin)  # type: ignore[arg-type]
        self._kies("vraag", [(str(code), naam) for code, naam in meldingen.VRAGEN.items()])
        wijken = [(wijk.sleutel, wijk.naam) for wijk in model.indeling.wijken]
        self._kies("wijk", [("", "Maakt niet uit"), *wijken])
        for veld in self.fields.values():
            if isinstance(veld, forms.ChoiceField):
                veld.error_messages["invalid_choice"] = "Kies iets uit de lijst."

    def _kies(self, naam: str, keuzes: Sequence[Keuze]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = keuzes

    def situatie(self) -> dict[str, object]:
        """The situation as the policy asks for it."""
        gegevens = {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde != ""}
        if gegevens.pop("dementie"):
            gegevens["bijzonder"] = "dagbesteding_dementie"
        return gegevens
