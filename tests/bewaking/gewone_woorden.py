"""Words in identifiers that need no line in the glossary. Short on purpose: a legal noun never belongs here."""

TECHNISCH = frozenset(
    """
    actor by code config document id is item mail moment niet pdf request sha256 start tab team titel versie web
    """.split()
)
GEWOON = frozenset(
    """
    aangemaakt aantal alleen ander andere antwoord artikel balie basis begin begonnen bestand bij bijna cbs
    concept dag dagen datum direct door eenheid eerste eigen eind formulier geen gegevens gestopt gevraagd heeft
    hoe in inhoud klaar kop maakt mijn na naam naar nieuw nieuwste nodig om omdat omschrijving onbekend onder op
    open over overig plus reden school soort sortering staat stil tegen tekst telefoon toelichting tot uitleg
    van vanaf verschoven vervalt voor vraagt weigert weken werkdagen wijs wil zelf zoek zonder
    """.split()
)
