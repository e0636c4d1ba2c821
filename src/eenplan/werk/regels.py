"""The kinds of work and how a list of it is cut: words only."""

from __future__ import annotations

from enum import StrEnum


class WerkSoort(StrEnum):
    """What somebody has to do. One line on a list is one of these about one file."""

    MELDING_OPPAKKEN = "melding_oppakken"
    ONDERZOEK = "onderzoek"
    PLAN = "plan"
    AKKOORD = "akkoord"
    BESLUIT = "besluit"
    STUK = "stuk"
    VERWIJZING = "verwijzing"
    VERVOLG = "vervolg"
    VERTELLEN = "vertellen"
    VERSLAG = "verslag"
    UITLEG = "uitleg"
    TWEEDE_MENING = "tweede_mening"
    KLACHT = "klacht"
    BEZWAAR = "bezwaar"
    UITVOERING = "uitvoering"
    OVERDRACHT = "overdracht"
    LICHT = "licht"
    SIGNAAL = "signaal"
    INWONER = "inwoner"
    OVERGANG = "overgang"
    AFBOUW = "afbouw"
    EVALUATIE = "evaluatie"


class Toestand(StrEnum):
    """A line is open until somebody does what it asks."""

    OPEN = "open"
    KLAAR = "klaar"


class Tab(StrEnum):
    """The three cuts of a list: what nobody took yet, what is mine, everything of my team."""

    NIEUW = "nieuw"
    MIJN = "mijn"
    TEAM = "team"


class Sortering(StrEnum):
    """How a list is ordered; within it the due date, and what has none comes last."""

    VERVALT = "vervalt"
    NAAM = "naam"
    NIEUWSTE = "nieuwste"


WAT: dict[WerkSoort, str] = {
    WerkSoort.MELDING_OPPAKKEN: "Nieuwe vraag",
    WerkSoort.ONDERZOEK: "Onderzoek",
    WerkSoort.PLAN: "Plan maken",
    WerkSoort.AKKOORD: "Akkoord vragen",
    WerkSoort.BESLUIT: "Besluit nemen",
    WerkSoort.STUK: "Brief afmaken",
    WerkSoort.VERWIJZING: "Verwijzing bekijken",
    WerkSoort.VERVOLG: "Verder uitzoeken",
    WerkSoort.VERTELLEN: "Vertel dat een besluit kan",
    WerkSoort.VERSLAG: "Verslag versturen",
    WerkSoort.UITLEG: "Uitleg geven",
    WerkSoort.TWEEDE_MENING: "Opnieuw kijken",
    WerkSoort.KLACHT: "Klacht behandelen",
    WerkSoort.BEZWAAR: "Bezwaar behandelen",
    WerkSoort.UITVOERING: "Hulp volgen",
    WerkSoort.OVERDRACHT: "Warme overdracht",
    WerkSoort.LICHT: "Praten over hoe het verder gaat",
    WerkSoort.SIGNAAL: "Signaal bekijken",
    WerkSoort.INWONER: "Het gezin schreef iets",
    WerkSoort.EVALUATIE: "Terugkijken op het plan",
    WerkSoort.OVERGANG: "Gesprek over oude hulp",
    WerkSoort.AFBOUW: "Kan de hulp minder?",
}
"""What a line says when the room that made it has nothing more precise to say."""

PER_PAGINA = 50

VOORAF_DAGEN = 21
"""So many days before its day a look back at a plan comes on the list: earlier there is nothing to do."""
