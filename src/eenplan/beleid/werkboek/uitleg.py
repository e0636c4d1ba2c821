"""What the workbook says of itself, for who has never seen a policy file."""

from collections.abc import Mapping, Sequence

UITLEG: Sequence[str] = (
    "",
    "Dit werkboek is het hele toegangsmodel van de gemeente: wie een vraag krijgt, wie beslist, en waar dat staat.",
    "U mag alles veranderen. Daarna leest Eenplan het terug. Klopt er iets niet, dan noemt Eenplan het blad en de cel.",
    "",
    "Zo leest u de Beslistabel, de Routering en de Triage",
    "De rijen staan op volgorde. De eerste rij die past, geldt.",
    "De blauwe kolommen zeggen wanneer een rij past. Een lege cel betekent: dit doet er niet toe.",
    "Staan er meer woorden in een cel, met komma's ertussen, dan past elk van die woorden.",
    "Een rij zonder nummer hoort bij de rij erboven: ‘of als ...’.",
    "De laatste rij heeft lege blauwe cellen. Die past altijd.",
    "Blauwe kolommen die nergens zijn gevuld, zijn ingeklapt. Klik boven de kolommen op het plusje om ze te zien.",
    "Leeftijd schrijft u als ‘vanaf 12 tot 18’, ‘tot 18’ of ‘onbekend’. ‘Tot’ telt zelf niet mee.",
    "",
    "Waar het vandaan komt",
    "Elke regel heeft een bron, of is een aanname met een reden. Aannames zijn geel: kijk daar het eerst naar.",
    "",
    "Kiezen",
    "Klik op een cel. Staat er een pijltje, dan kiest u uit een lijst. Alle lijsten staan op het blad Keuzes.",
    "",
    "Formules werken hier niet. Wat met = begint, is gewone tekst.",
    "Een nieuwe rij typt u onder de laatste. Een lege rij telt niet mee. Laat de koppen op rij 2 staan.",
    "",
    "Teruglezen: eenplan model van-xlsx dit-bestand.xlsx 2027-01-01.yaml",
    "De naam van het bestand is de eerste dag waarop het geldt: zie ‘geldig vanaf’ op het blad Model.",
)

BLADUITLEG: Mapping[str, str] = {
    "Model": "Alles wat één keer voorkomt. Vul alleen de kolom ‘waarde’ in.",
    "Beslistabel": "Wat moet er gebeuren? De eerste rij die past, geldt. Een lege blauwe cel doet er niet toe.",
    "Routering": "Welke partij krijgt de vraag? De eerste rij die past, geldt.",
    "Triage": "Welke wet ligt het meest voor de hand? De eerste rij die past, geldt.",
    "Partijen": "De organisaties die meedoen, en hoe ze te bereiken zijn.",
    "Voorzieningen": "De hulp die er is, van buur tot specialist.",
    "Mandaten": "Wie namens het college mag tekenen, en tot en met wanneer.",
    "Wijken": "Wijken, daarbinnen gebieden, daarbinnen buurten. Een lege cel betekent: hoort bij de rij erboven.",
}
