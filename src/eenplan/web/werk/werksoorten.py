"""Each kind of work on the list: where its line leads, and what it asks of somebody who sees it for the first time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eenplan.werk.api import Regel, WerkSoort

ADRES: Mapping[WerkSoort, str] = {
    WerkSoort.MELDING_OPPAKKEN: "/werk/melding/{}/",
    WerkSoort.ONDERZOEK: "/werk/melding/{}/",
    WerkSoort.PLAN: "/werk/plan/{}/",
    WerkSoort.AKKOORD: "/werk/plan/hulp/{}/",
    WerkSoort.BESLUIT: "/werk/besluit/{}/",
    WerkSoort.STUK: "/werk/stuk/{}/",
    WerkSoort.VERSLAG: "/werk/gesprek/{}/",
    WerkSoort.SIGNAAL: "/werk/signaal/{}/",
    WerkSoort.OVERGANG: "/werk/indicatie/{}/",
    WerkSoort.AFBOUW: "/werk/plan/hulp/{}/afbouw/",
    WerkSoort.INWONER: "/werk/plan/{}/van-het-gezin/",
    WerkSoort.EVALUATIE: "/werk/plan/{}/terugkijken/",
    WerkSoort.VERWIJZING: "/werk/uitvoering/{}/",
    WerkSoort.UITVOERING: "/werk/uitvoering/{}/",
    WerkSoort.OVERDRACHT: "/werk/uitvoering/{}/",
    WerkSoort.LICHT: "/werk/uitvoering/{}/",
    WerkSoort.VERVOLG: "/werk/plan/hulp/{}/vervolg/",
    WerkSoort.VERTELLEN: "/werk/besluit/verteld/{}/",
    WerkSoort.UITLEG: "/werk/zaak/{}/",
    WerkSoort.TWEEDE_MENING: "/werk/zaak/{}/",
    WerkSoort.KLACHT: "/werk/zaak/{}/",
    WerkSoort.BEZWAAR: "/werk/zaak/{}/",
}
"""Every kind has one, by what the line is about."""

BETEKENIS: Mapping[WerkSoort, tuple[str, str]] = {
    WerkSoort.MELDING_OPPAKKEN: (
        "Nieuwe vraag",
        "Bel de inwoner voor de datum en pak de vraag op.",
    ),
    WerkSoort.ONDERZOEK: ("Onderzoek", "Voer het gesprek en rond het af voor de datum."),
    WerkSoort.PLAN: ("Plan maken", "Maak het plan met het gezin en stel het samen vast."),
    WerkSoort.AKKOORD: ("Akkoord vragen", "Vraag wie akkoord moet geven met de hulp."),
    WerkSoort.BESLUIT: ("Besluit nemen", "De inwoner vroeg een besluit. Beslis voor de datum."),
    WerkSoort.STUK: ("Brief afmaken", "Vul aan wat nog mist en verstuur de brief."),
    WerkSoort.VERWIJZING: ("Verwijzing bekijken", "Een team vraagt of u kunt helpen."),
    WerkSoort.UITVOERING: ("Hulp volgen", "De hulp is gevraagd, begint bijna of kwam terug."),
    WerkSoort.OVERDRACHT: ("Warme overdracht", "Spreek elkaar, het liefst met de inwoner erbij."),
    WerkSoort.LICHT: (
        "Praten over hoe het verder gaat",
        "De lichte hulp is bijna op. Beslis samen wat daarna komt.",
    ),
    WerkSoort.VERVOLG: ("Verder uitzoeken", "Over de hulp is nog niets beslist."),
    WerkSoort.VERSLAG: (
        "Verslag versturen",
        "Het verslag ligt klaar. Lees het na en verstuur het.",
    ),
    WerkSoort.SIGNAAL: ("Signaal bekijken", "Kijk wat er is. Er begint niets zonder vraag."),
    WerkSoort.OVERGANG: (
        "Gesprek over oude hulp",
        "Een oude indicatie loopt af. Praat op tijd over de hulp daarna.",
    ),
    WerkSoort.AFBOUW: ("Kan de hulp minder?", "Bespreek of de afgesproken stap kan."),
    WerkSoort.VERTELLEN: ("Vertellen", "Zeg dat een besluit kan, en schrijf op wanneer."),
    WerkSoort.UITLEG: ("Uitleg geven", "De inwoner begrijpt iets niet. Leg het uit."),
    WerkSoort.TWEEDE_MENING: ("Opnieuw kijken", "Kijk als iemand die er nog niet bij was."),
    WerkSoort.KLACHT: ("Klacht behandelen", "Praat met de inwoner. Er zijn zes weken voor."),
    WerkSoort.BEZWAAR: ("Bezwaar behandelen", "Stuur de bevestiging en kijk opnieuw."),
    WerkSoort.EVALUATIE: ("Terugkijken", "Kijk met het gezin of het plan nog klopt."),
}


def adres_van(regel: Regel) -> str:
    """Where a line leads: the place where its work is done."""
    return ADRES[regel.soort].format(regel.over)


def betekenis(regels: Iterable[Regel]) -> list[tuple[str, str]]:
    """What the kinds of work on this page ask, each once."""
    soorten = {regel.soort for regel in regels}
    return [uitleg for soort, uitleg in BETEKENIS.items() if soort in soorten]
