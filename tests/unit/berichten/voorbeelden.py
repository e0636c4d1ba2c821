"""Complete letters of every kind, about invented people; tests take something away or put something in."""

from datetime import date
from decimal import Decimal

from eenplan.berichten.inhoud import (
    Aanbieder,
    Aanvraag,
    Afwijzing,
    Afzender,
    BesluitVragen,
    Bezwaarclausule,
    Brief,
    BriefSoort,
    Contact,
    Doel,
    EigenBijdrage,
    Hulplijn,
    Inhoud,
    Mandaat,
    Omvang,
    Onderdeel,
    Ondertekening,
    Ontvanger,
    Ontvangstbevestiging,
    Professional,
    Rechtsbevestiging,
    Samenbevestiging,
    Toekenning,
    Verslag,
    Verwijsbrief,
    Wet,
)
from eenplan.termijnen.regels import Grondslag

BUURTTEAM = Afzender(
    gemeente="Utrecht",
    postadres=("Postbus 16200", "3500 CE Utrecht"),
    website="www.utrecht.nl",
    organisatie="Buurtteam Sociaal Overvecht",
)
STADHUIS = Afzender(
    "Lansingerland", ("Postbus 1", "2650 AA Berkel en Rodenrijs"), "www.lansingerland.nl"
)
MEVROUW = Ontvanger(
    naam="Mevrouw A. de Vries",
    adresregels=("Amazonedreef 114", "3563 EX Utrecht"),
    aanhef="Beste mevrouw De Vries",
)
OUDERS = Ontvanger(
    "De ouders van Noor Bakker",
    ("Dorpsstraat 9", "2661 CE Bergschenhoek"),
    aanhef="Beste ouders van Noor",
)
CONTACT = Contact(
    "Sanne Kuipers", "030 740 05 00", "van maandag tot en met vrijdag, van 9 tot 17 uur"
)
STEUN = Hulplijn("U Centraal", "030 236 17 97", "www.ucentraal.nl")
VERTROUWENSPERSOON = Hulplijn("Jeugdstem", "088 555 10 00", "www.jeugdstem.nl")
BESLUIT_VRAGEN = BesluitVragen("030 740 05 00", "https://www.utrecht.nl/besluit-vragen")
MANDAAT = Mandaat("Mandaatbesluit buurtteams 2025", "Gemeenteblad 2025, 12345", date(2025, 1, 1))
TEAMLID = Ondertekening("Sanne Kuipers", "medewerker buurtteam", MANDAAT)
CONSULENT = Ondertekening("Joost van Dam", "consulent Wmo", MANDAAT)
ABONNEMENT = EigenBijdrage(
    Decimal("21.80"),
    Grondslag("Wmo 2015", "artikel 2.1.4a", "De bijdrage is een vast bedrag per maand."),
)
GRATIS = EigenBijdrage(
    Decimal(0),
    Grondslag("de Verordening Wmo Utrecht", "artikel 5", "Begeleiding is zonder bijdrage."),
)
DOELEN = (
    Doel(
        "Ik wil weer zelf mijn post en geld regelen.",
        "Mijn zus leest elke zondag de post met mij door.",
    ),
    Doel("Ik wil twee keer per week de deur uit.", "Ik eet op dinsdag mee in het buurthuis."),
)
ONDERZOEK = (
    Onderdeel(
        "Wat u nodig hebt",
        "U bent sinds de zomer somber en moe. De post blijft liggen. U wilt graag in uw huis blijven "
        "wonen en zelf uw dag indelen.",
        "a",
    ),
    Onderdeel("Wat u zelf kunt", "U kookt en wast zelf. Geld en post lukken nu niet.", "b"),
    Onderdeel(
        "Wie u helpt", "Uw zus Ineke komt elke zondag. De buurman brengt de vuilnis weg.", "c"
    ),
    Onderdeel(
        "Wat uw zus nodig heeft", "Ineke wil weten dat er iemand is als zij op vakantie gaat.", "d"
    ),
    Onderdeel("Wat er in de buurt is", "In buurthuis De Dreef is elke dinsdag een eettafel.", "e"),
    Onderdeel(
        "Andere hulp", "Wij belden met uw toestemming uw huisarts. Er is geen andere hulp.", "f"
    ),
    Onderdeel("Wat u betaalt", "Voor de hulp van het buurtteam betaalt u niets.", "g"),
)
MOTIVERING = (
    Onderdeel(
        "Wat u zelf kunt",
        "U kookt en doet boodschappen. Schoonmaken lukt niet meer sinds u uw heup brak.",
    ),
    Onderdeel(
        "Wat mensen om u heen doen",
        "Uw zoon doet de tuin. Hij woont in Groningen en kan niet elke week komen.",
    ),
    Onderdeel(
        "Wat er al is", "De was- en strijkservice in uw wijk doet de was. Zij maken niet schoon."
    ),
)
REGELS_WMO = (
    Grondslag(
        "Wmo 2015", "artikel 2.3.5 lid 3", "U krijgt hulp als u het zelf en met anderen niet redt."
    ),
    Grondslag("Verordening Wmo Lansingerland 2025", "artikel 7", "Hier staat hoeveel hulp past."),
)
REGELS_JEUGD = (
    Grondslag("Jeugdwet", "artikel 2.3", "De gemeente helpt als een gezin er zelf niet uitkomt."),
    Grondslag(
        "Verordening jeugdhulp 2025", "artikel 6", "Hier staat wanneer dyslexiezorg mogelijk is."
    ),
)

ONTVANGST = Ontvangstbevestiging(
    wet=Wet.WMO,
    melding_datum=date(2026, 2, 23),
    vraag="Ik kom er niet meer uit met mijn post en ik kom bijna nooit meer buiten.",
    wie_belt="Sanne Kuipers van het buurtteam",
    belt_uiterlijk=date(2026, 2, 25),
    clientondersteuning=STEUN,
    onderzoek_uiterlijk=date(2026, 4, 7),
    persoonlijk_plan_uiterlijk=date(2026, 3, 2),
)
BEZWAAR = Rechtsbevestiging(
    wet=Wet.WMO,
    weg="bezwaar",
    ontvangen_op=date(2026, 4, 20),
    tegen="Besluit: aanvraag afgewezen, dinsdag 3 maart 2026",
    uiterlijk=date(2026, 6, 1),
    opnieuw_kijken=True,
    te_laat=True,
    redenen_volgen=True,
    clientondersteuning=STEUN,
)
SAMEN = Samenbevestiging(
    wet=Wet.WMO,
    hulp="begeleiding thuis",
    op=date(2026, 3, 3),
    door=("Bilal Tahiri, Kwadraad", "Roos Steenwijk, gemeente Lansingerland"),
    begint=True,
    van_wie="Polder Begeleiding",
    besluit_vragen=BESLUIT_VRAGEN,
    clientondersteuning=STEUN,
)
VERSLAG = Verslag(
    wet=Wet.WMO,
    melding_datum=date(2026, 2, 23),
    gesprek_datum=date(2026, 3, 5),
    gesproken_met="u en uw zus Ineke de Vries",
    onderwerpen=ONDERZOEK,
    uitkomst="Met hulp van uw zus en de eettafel redt u een deel. Voor post en geld is meer nodig. "
    "Daarvoor past begeleiding aan huis.",
    vervolg="U krijgt begeleiding van Thuisprofs. Sanne blijft uw vaste contact. Wij kijken op "
    "10 september 2026 samen hoe het gaat.",
    besluit_vragen=BESLUIT_VRAGEN,
    clientondersteuning=STEUN,
    doelen=DOELEN,
)
VERWIJZING = Verwijsbrief(
    wet=Wet.WMO,
    naam_inwoner="mevrouw A. de Vries",
    geboortedatum=date(1958, 6, 3),
    hulp="begeleiding aan huis",
    doelen=DOELEN,
    omvang=Omvang(Decimal("2.5"), "uur", "week"),
    ingang=date(2026, 3, 16),
    einde=date(2026, 9, 13),
    aanbieder=Aanbieder("Thuisprofs", "030 555 01 23", "Karim Aziz"),
    eigen_bijdrage=GRATIS,
    besluit_vragen=BESLUIT_VRAGEN,
    verteld_op=date(2026, 3, 5),
    clientondersteuning=STEUN,
)
TOEKENNING = Toekenning(
    wet=Wet.WMO,
    aanvraag=Aanvraag(
        date(2026, 2, 16),
        "mevrouw A. de Vries",
        "Ik wil hulp bij het schoonmaken.",
        "in een gesprek aan huis",
    ),
    voorziening="hulp bij het huishouden",
    omvang=Omvang(Decimal(3), "uur", "week"),
    ingang=date(2026, 3, 9),
    einde=date(2028, 3, 8),
    doelen=(Doel("Ik wil in een schoon huis wonen.", "Mijn zoon doet de tuin."),),
    motivering=MOTIVERING,
    grondslagen=REGELS_WMO,
    eigen_bijdrage=ABONNEMENT,
    bezwaar=Bezwaarclausule(
        date(2026, 4, 14),
        ("Gemeente Lansingerland", "Bezwaar en beroep", "Postbus 1", "2650 AA Berkel en Rodenrijs"),
        "https://www.lansingerland.nl/bezwaar",
    ),
    clientondersteuning=STEUN,
    aanbieder=Aanbieder("Helder Thuis", "010 555 77 88"),
)
AFWIJZING = Afwijzing(
    wet=Wet.JEUGD,
    aanvraag=Aanvraag(
        date(2026, 1, 19),
        "de ouders van Noor",
        "Wij willen begeleiding bij dyslexie.",
        "met een formulier",
    ),
    motivering=(
        Onderdeel(
            "Wat wij hebben onderzocht",
            "De school deed een toets. Daarna sprak onze jeugdprofessional met u, met Noor en met haar "
            "juf. Noor leest langzamer dan de klas, maar gaat elk half jaar vooruit.",
        ),
        Onderdeel(
            "Waarom de gemeente dit niet geeft",
            "Extra leesles is een taak van de school. De school geeft die ook. Er is geen ernstige "
            "dyslexie vastgesteld. Daarom is jeugdhulp nu niet nodig.",
        ),
    ),
    wel_mogelijk="De school geeft Noor tot de zomer drie keer per week extra leesles. In de bibliotheek is "
    "elke woensdag gratis huiswerkhulp.\n\nGaat Noor in juni niet vooruit? Bel ons dan. Wij kijken opnieuw.",
    grondslagen=REGELS_JEUGD,
    bezwaar=Bezwaarclausule(
        date(2026, 4, 14), ("Gemeente Lansingerland", "Postbus 1", "2650 AA Berkel en Rodenrijs")
    ),
    clientondersteuning=STEUN,
    professional=Professional("Mirjam Post", "orthopedagoog", "SKJ 120012345"),
    vertrouwenspersoon=VERTROUWENSPERSOON,
)


def _brief(
    inhoud: Inhoud,
    datum: date,
    *,
    afzender: Afzender = BUURTTEAM,
    ontvanger: Ontvanger = MEVROUW,
    ondertekening: Ondertekening = TEAMLID,
    bijlagen: tuple[str, ...] = (),
) -> Brief:
    return Brief(
        afzender, ontvanger, "UT-2026-000417", datum, CONTACT, ondertekening, inhoud, bijlagen
    )


BRIEVEN = {
    BriefSoort.ONTVANGSTBEVESTIGING: _brief(ONTVANGST, date(2026, 2, 23)),
    BriefSoort.VERSLAG: _brief(VERSLAG, date(2026, 3, 9), bijlagen=("Uw persoonlijk plan",)),
    BriefSoort.VERWIJSBRIEF: _brief(VERWIJZING, date(2026, 3, 9)),
    BriefSoort.TOEKENNING: _brief(
        TOEKENNING, date(2026, 3, 3), afzender=STADHUIS, ondertekening=CONSULENT
    ),
    BriefSoort.AFWIJZING: _brief(
        AFWIJZING,
        date(2026, 3, 3),
        afzender=STADHUIS,
        ontvanger=OUDERS,
        ondertekening=CONSULENT,
        bijlagen=("Het verslag van ons onderzoek",),
    ),
    BriefSoort.RECHT: _brief(
        BEZWAAR, date(2026, 4, 21), afzender=STADHUIS, ondertekening=CONSULENT
    ),
    BriefSoort.SAMEN: _brief(SAMEN, date(2026, 3, 3)),
}
