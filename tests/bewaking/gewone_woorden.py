"""Words in identifiers that need no line in the glossary. Short on purpose: a legal noun never belongs here."""

TECHNISCH = frozenset(
    """
    actor by code config document id is item mail moment niet pdf professional referentie request sha256 start
    tab team titel versie web
    """.split()
)
GEWOON = frozenset(
    """
    aangenomen afspraken anders begint gedaan gepland geweest teruggegeven teruggekeken verder wacht weggehaald
    aan aangemaakt aantal alleen ander andere antwoord artikel balie basis beantwoord begin begonnen bel bestand
    bij bijna boven cbs concept dag dagen datum direct door eenheid eerste eigen eind einde formulier geen
    gegevens gehoord geldt genoteerd geschreven gesproken gestart gestopt gevraagd heeft hoe in inhoud keuze klaar kop
    laatste lezer maakt met mij mijn mogelijk na naam naar nee nieuw nieuwste nodig om omdat omschrijving onbekend
    onder op open opnieuw over overig per plus reden school soort sortering staat stil tegen tekst telefoon
    thuis toelichting tot tweede uiterlijk uitleg uur van vanaf verschoven verteld vervalt volgorde voor vraagt
    doet gesloten ja meer neemt waarom weigert weken wel werkdagen wie wijs wil woorden zelf zoek zonder
    """.split()
)
