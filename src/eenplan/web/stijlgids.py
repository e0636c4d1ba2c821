"""The style guide: every part of a screen in every state, on one page, to look at and to test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from eenplan.beleid import api as beleid
from eenplan.onderzoeken.api import Gezichtspunt, Lijn, Punt
from eenplan.platform.fouten import Conflict
from eenplan.uitvoering.api import Teller
from eenplan.web.bouwstenen import (
    Actie,
    Gebeurtenis,
    Identiteit,
    Kenmerk,
    Kring,
    Lid,
    NavLink,
    RegelUitleg,
    Rij,
    Taak,
    Tab,
    Trede,
    Vervolg,
    Waarom,
)
from eenplan.web.datumveld import DatumVeld
from eenplan.web.fouten import Getypt
from eenplan.web.verloopbeeld import teken

VANDAAG = date(2026, 3, 3)
GEZIN = UUID(int=1)


@dataclass(frozen=True, slots=True)
class Kijker:
    """What the shell shows of the person who looks; in the application this is the scope."""

    soort: str = "medewerker"
    naam: str = "Samira Haddou"
    organisatie_naam: str = "Buurtteam Noord"
    gemeente_naam: str = "Gemeente Voorbeeld"


SCHIL: dict[str, object] = {
    "scope": Kijker(),
    "demo": True,
    "vandaag": VANDAAG,
    "telefoon": "14 0999",
    "bereikbaar": "Maandag tot en met vrijdag van 8.30 tot 17.00 uur",
    "navigatie": (
        NavLink("Mijn werk", "#werk", huidig=True, aantal=3),
        NavLink("Nieuwe melding", "#nieuw"),
        NavLink("Zoek een persoon", "#zoek"),
    ),
}


class Voorbeeldformulier(forms.Form):
    """One field of each kind."""

    naam = forms.CharField(
        label="Hoe heet u?",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Vul uw naam in."},
    )
    postcode = forms.CharField(
        label="Wat is uw postcode?", help_text="Bijvoorbeeld 3511 AB.", required=False
    )
    geboren = DatumVeld(label="Wat is uw geboortedatum?", help_text="Bijvoorbeeld 27 3 1984.")
    wijk = forms.ChoiceField(
        label="In welke wijk woont u?",
        choices=[("", "Kies een wijk"), ("n", "Noord"), ("z", "Zuid")],
        error_messages={"required": "Kies uw wijk."},
    )
    voor_wie = forms.ChoiceField(
        label="Voor wie vraagt u hulp?",
        choices=[
            ("zelf", "Voor mijzelf"),
            ("gezin", "Voor mijn gezin"),
            ("ander", "Voor iemand anders"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies voor wie u hulp vraagt."},
    )
    gebieden = forms.MultipleChoiceField(
        label="Waar gaat het over?",
        choices=[("wonen", "Wonen"), ("geld", "Geld"), ("opvoeden", "Opvoeden en opgroeien")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="U kunt meer dan één antwoord kiezen.",
    )
    vraag = forms.CharField(
        label="Wat is er aan de hand?",
        widget=forms.Textarea,
        help_text="Schrijf het op zoals u het vertelt. Een paar zinnen zijn genoeg.",
    )
    bellen = forms.BooleanField(
        label="U mag mij hierover bellen",
        error_messages={"required": "Zet een vinkje als wij u mogen bellen."},
    )


def _ingevuld_met_fouten() -> Voorbeeldformulier:
    typed = {"naam": "", "geboren_dag": "31", "geboren_maand": "2", "geboren_jaar": "1984"}
    return Voorbeeldformulier(typed | {"postcode": "3511 AB", "vraag": "Het lukt thuis niet meer."})


def _niet_te_wijzigen() -> Voorbeeldformulier:
    """Fields that show something and cannot be changed."""
    formulier = Voorbeeldformulier(
        auto_id="dicht_%s", initial={"naam": "Fatma de Vries", "wijk": "n"}
    )
    for veld in formulier.fields.values():
        veld.disabled = True
    return formulier


def _dossier() -> dict[str, object]:
    return {
        "identiteit": Identiteit(
            naam="Gezin De Vries",
            kenmerken=(
                Kenmerk("Regisseur", "Samira Haddou"),
                Kenmerk("Gezinsleden", "4"),
                Kenmerk("Team", "Buurtteam Noord"),
            ),
            let_op=("Tolk nodig: Turks", "Bel alleen na 16.00 uur"),
            acties=(
                Actie("Gesprek vastleggen", "#gesprek"),
                Actie("Stuur een bericht", "#bericht"),
            ),
        ),
        "gebeurtenissen": (
            Gebeurtenis(
                "Plan besproken met het gezin",
                datetime(2026, 3, 2, 15, 30),
                door="Samira Haddou",
                tekst="Esra en haar moeder willen eerst de buurvrouw vragen. Over drie weken kijken we samen terug.",
                href="#plan",
                meer="Bekijk het plan",
            ),
            Gebeurtenis(
                "Gesprek aan de keukentafel", datetime(2026, 2, 26, 10, 0), door="Samira Haddou"
            ),
            Gebeurtenis("Melding gedaan bij het buurtteam", date(2026, 2, 24), door="moeder"),
        ),
    }


def _plan() -> dict[str, object]:
    return {
        "tellers": (Teller(0, 5), Teller(4, 5), Teller(6, 5)),
        "kringen": (
            Kring(
                "Het gezin",
                (Lid("Fatma de Vries", "moeder"), Lid("Esra de Vries", "dochter, 13 jaar")),
            ),
            Kring("Familie, vrienden en buren", (Lid("Ria Jansen", "buurvrouw"),)),
            Kring("Vrijwilligers", (), "Nog niemand. Bekijk of een vrijwilliger kan helpen."),
            Kring(
                "Beroepskrachten", (Lid("Samira Haddou", "regisseur, Buurtteam Noord", regie=True),)
            ),
        ),
        "treden": (
            Trede(
                "Wat het gezin zelf kan",
                "bekeken",
                "Moeder regelt de school al zelf. De avonden lukken niet.",
            ),
            Trede(
                "Familie, vrienden en buren",
                "bekeken",
                "De buurvrouw kan op woensdag. Dat is niet genoeg.",
            ),
            Trede("Vrijwilliger", "gekozen", "Een maatje haalt Esra twee keer per week op."),
            Trede("Algemene voorziening"),
        ),
        "citaat": "Ik wil dat het 's avonds weer rustig is, en dat Esra met plezier naar school gaat.",
    }


def _verlopen() -> dict[str, object]:
    """How it goes: over time, one day only, and not asked."""

    def lijn(sleutel: str, *punten: tuple[date, Gezichtspunt, int]) -> Lijn:
        gezien = tuple(Punt(*punt) for punt in punten)
        return Lijn(GEZIN, GEZIN, sleutel, "De huur houdt haar wakker.", gezien)

    inwoner, team = Gezichtspunt
    begin, midden, eind = date(2026, 3, 2), date(2026, 4, 14), date(2026, 6, 30)
    geld = ((begin, inwoner, 1), (begin, team, 2), (midden, inwoner, 2), (midden, team, 4))
    return {
        "verlopen": (
            teken(lijn("financien", *geld, (eind, inwoner, 4), (eind, team, 4)), van_wie="Fatma"),
            teken(lijn("huisvesting", (begin, inwoner, 3))),
            teken(lijn("sociaal_netwerk")),
        )
    }


def _lijsten() -> dict[str, object]:
    return {
        "taken": (
            Taak(
                "Bel mevrouw De Vries terug",
                "#1",
                hint="Melding van 24 februari",
                vervalt=date(2026, 2, 28),
            ),
            Taak("Leg het gesprek vast", "#2", vervalt=VANDAAG),
            Taak("Vraag het plan te tekenen", "#3", vervalt=date(2026, 3, 20)),
            Taak("Stuur de samenvatting", "#4", status="Wacht op gezin", toon="info"),
            Taak("Vraag de school om informatie", klaar=True),
            Taak("Maak het plan af", hint="Eerst moet iedereen akkoord zijn."),
        ),
        "doeltaken": (
            Taak("Vraag de buurvrouw voor woensdag", "#5", vervalt=date(2026, 3, 6)),
            Taak("Maak een avondschema", klaar=True),
        ),
        "tegels": (
            ("Gemeente Voorbeeld", "Het buurtteam helpt u, zonder formulieren."),
            ("Gemeente Anders", "U krijgt eerst een gesprek, daarna een besluit."),
            ("Gemeente Derde", "Loop binnen bij het loket in uw wijk."),
        ),
        "tabs": (
            Tab("Nieuw voor mij", "#nieuw", 3, huidig=True),
            Tab("Mijn gezinnen", "#mijn", 18),
            Tab("Klaar", "#klaar", 0),
        ),
        "rijen": (
            Rij("Naam", "Fatma de Vries", "#naam"),
            Rij("Telefoon", "06 12 34 56 78", "#telefoon"),
            Rij("Vraag", "Het lukt thuis niet meer.\nDe avonden zijn het zwaarst.", "#vraag"),
            Rij("E-mailadres", "", "#mail"),
        ),
        "gezinnen": (
            ("Gezin De Vries", "Buurtteam Noord", date(2026, 2, 28), "Onderzoek", "info"),
            ("Meneer Bakker", "Buurtteam Noord", date(2026, 3, 4), "Plan loopt", "goed"),
            ("Mevrouw El Idrissi", "Buurtteam Zuid", date(2026, 4, 14), "Wacht op hulp", "let-op"),
        ),
        "fasen": ("Melding", "Onderzoek", "Plan", "Besluit"),
    }


WAAROM = Waarom(
    uitkomst="Een verwijsbrief van de regisseur is genoeg.",
    treffer=RegelUitleg(
        "4",
        "het gaat om aanvullende hulp, het plan is getekend en de jongere is het ermee eens.",
        bron="Nadere regels jeugdhulp 2026, artikel 7",
    ),
    eerdere=(
        RegelUitleg(
            "1",
            "Het lukt met hulp van familie, vrienden of buren.",
            niet_omdat="de buurvrouw kan alleen op woensdag.",
        ),
        RegelUitleg(
            "2",
            "Er is een algemene voorziening die past.",
            niet_omdat="er is geen groep in de buurt van Esra.",
        ),
        RegelUitleg(
            "3", "Het gaat om verblijf buiten het gezin.", niet_omdat="Esra blijft thuis wonen."
        ),
    ),
    model="Regels van gemeente Voorbeeld, geldig vanaf 1 januari 2026.",
)

VERVOLG = (
    Vervolg(
        "Samira Haddou van Buurtteam Noord belt u.",
        "Uiterlijk donderdag 5 maart, tussen 9 en 12 uur",
    ),
    Vervolg("Samen maken we een afspraak, bij u thuis of bij ons.", "Binnen twee weken"),
    Vervolg(
        "U krijgt een verslag van het gesprek. U kunt zeggen wat er niet klopt.",
        "Uiterlijk 14 april",
    ),
)

CONFLICT = Conflict(
    opgeslagen="Rust in de avond. Esra gaat weer naar school en slaapt op tijd.",
    door="Jan Postma",
    versie=4,
)
GETYPT = [
    Getypt("bereiken", "Rust in de avond. Esra gaat weer vier dagen naar school.", tekst=True)
]


def stijlgids(request: HttpRequest) -> HttpResponse:
    """Show every part with invented content, in the look of a municipality when the address asks for one."""
    gekozen = request.GET.get("uiterlijk", "")
    inhoud: dict[str, object] = {
        "uiterlijk": gekozen if gekozen in beleid.gemeenten() else "",
        "uiterlijken": beleid.gemeenten(),
        "leeg": Voorbeeldformulier(auto_id="leeg_%s"),
        "dicht": _niet_te_wijzigen(),
        "fout": _ingevuld_met_fouten(),
        "hints": {"ander": "U hebt daarvoor wel zijn of haar toestemming nodig."},
        "waarom": WAAROM,
        "vervolg": VERVOLG,
    }
    return render(
        request,
        "web/stijlgids.html",
        SCHIL | inhoud | _dossier() | _plan() | _verlopen() | _lijsten(),
    )


def conflict(request: HttpRequest) -> HttpResponse:
    """Show the page for two people who changed the same text."""
    return render(request, "fout/conflict.html", SCHIL | {"conflict": CONFLICT, "getypt": GETYPT})
