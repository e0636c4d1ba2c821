"""Who looked, and what is kept: per kind of content why, on which ground and for how long (X3, P8, P9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse

from eenplan.inzage import api as inzage
from eenplan.inzage.api import Inkijk, Rubriek
from eenplan.platform.scope import ScopedRequest
from eenplan.web.opmaak import datum

from .mij import Mij, open_mij, toon_mij

WAAROM: Mapping[str, str] = {
    "toegang": "Om uw vraag te behandelen",
    "uitvoering": "Om u te helpen",
    "besluitvorming": "Om een besluit te nemen",
    "administratie": "Voor brieven en datums",
}
ZONDER_INHOUD: Mapping[str, str] = {
    "zoeken": "Zocht of u hier bekend bent",
    "aanmelden": "Schreef uw vraag op",
}
ZONDER_NAAM = "Een organisatie die u helpt"


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of content in plain words: what it is, why it is kept, on which ground."""

    naam: str
    waarom: str
    grond: str


WMO_JEUGD = "Wmo 2015 artikel 5.1.1, Jeugdwet artikel 7.4.0"
SOORTEN: Mapping[str, Soort] = {
    Rubriek.IDENTITEIT: Soort(
        "Naam, geboortedatum en BSN", "Zo weten wij zeker om wie het gaat.", WMO_JEUGD
    ),
    Rubriek.CONTACT: Soort(
        "Telefoonnummer en mailadres", "Zo kunnen wij bellen of schrijven.", WMO_JEUGD
    ),
    Rubriek.ADRES: Soort("Adres", "Zo weten wij welk team helpt.", WMO_JEUGD),
    Rubriek.HUISHOUDEN: Soort(
        "Wie samen wonen en wie gezag heeft", "Bij jeugdhulp beslissen ouders mee.", WMO_JEUGD
    ),
    Rubriek.MELDING: Soort(
        "De vraag",
        "Zo weten wij waar u hulp bij wilt.",
        "Wmo 2015 artikel 2.3.2, Jeugdwet artikel 2.3",
    ),
    Rubriek.ONDERZOEK: Soort(
        "Wat is verteld in het gesprek",
        "Zo zoeken wij uit wat nodig is.",
        "Wmo 2015 artikel 2.3.2, Jeugdwet artikel 2.3",
    ),
    Rubriek.GEZONDHEID: Soort(
        "Wat is verteld over gezondheid", "Alleen als het nodig is voor uw vraag.", WMO_JEUGD
    ),
    Rubriek.VEILIGHEID: Soort("Afspraken over veiligheid", "Zo blijft iedereen veilig.", WMO_JEUGD),
    Rubriek.PLAN: Soort("Doelen en plan", "Zo weet iedereen wie wat doet.", WMO_JEUGD),
    Rubriek.INZET: Soort("De hulp", "Zo kan de hulp beginnen en eindigen.", WMO_JEUGD),
    Rubriek.BESLUIT: Soort(
        "Aanvragen en besluiten",
        "Zo kunt u later zien wat is besloten.",
        "Wmo 2015 artikel 2.3.5, Jeugdwet artikel 2.3",
    ),
    Rubriek.BRIEF: Soort("Brieven", "Zo kunt u ze teruglezen.", WMO_JEUGD),
    Rubriek.RECHTSBESCHERMING: Soort(
        "Klacht of bezwaar", "Zo kunnen wij u antwoord geven.", "Awb hoofdstuk 6, 7 en 9"
    ),
}


def wie_keek(request: ScopedRequest) -> HttpResponse:
    """The read log about oneself, in plain words; three statements."""
    open_mij(request.scope)
    regels = [_regel(r) for r in inzage.wie_keek(request.scope)]
    return toon_mij(request, "inwoner/wie_keek.html", {"regels": regels})


def _regel(r: Inkijk) -> tuple[str, str, str]:
    keer = "1 keer" if r.keer == 1 else f"{r.keer} keer"
    wat = ZONDER_INHOUD.get(r.soort) or f"{WAAROM.get(r.doel, 'Om u te helpen')}, {keer}"
    return datum(r.dag), r.organisatie or ZONDER_NAAM, wat


def gegevens(request: ScopedRequest) -> HttpResponse:
    """What is known, by kind; only the kinds that are really there."""
    mij = open_mij(request.scope)
    kinderen = [(k.naam, _soorten(mij, (k.id,))) for k in mij.kinderen]
    context = {"zelf": _soorten(mij, mij.zelf), "kinderen": kinderen}
    return toon_mij(request, "inwoner/gegevens.html", context)


def _soorten(mij: Mij, personen: Sequence[object]) -> list[Soort]:
    er_zijn = {d.rubriek for d in mij.opening.delen if d.persoon in personen}
    return [soort for rubriek, soort in SOORTEN.items() if rubriek in er_zijn]
