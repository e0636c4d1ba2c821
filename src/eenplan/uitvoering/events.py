from eenplan.platform.gebeurtenissen import soort

AANGENOMEN = soort("uitvoering.aangenomen", "{wie} heeft de hulp aangenomen")
TERUGGEGEVEN = soort("uitvoering.teruggegeven", "{wie} kan deze hulp niet geven")
TERUGGAVE_OPGELOST = soort("uitvoering.opgelost", "Andere hulp gevonden in plaats van: {wat}")
BEGONNEN = soort("uitvoering.begonnen", "{wie} is begonnen met helpen")
KLAAR = soort("uitvoering.klaar", "{wie} is klaar met helpen")
TERUGGEKEKEN = soort("uitvoering.teruggekeken", "Samen teruggekeken op: {wat}")
KEER_GEWEEST = soort("uitvoering.keer", "{wat}: {hoeveel}")
KEER_WEG = soort("uitvoering.keer_weg", "Een keer weggehaald die er niet was: {wat}")
GESPREK_GEPLAND = soort(
    "uitvoering.gesprek", "Afgesproken wanneer jullie praten over hoe het verder gaat"
)
VERDER = soort("uitvoering.verder", "Samen beslist hoe het verder gaat: {hoe}")
OVERDRACHT_GEPLAND = soort("uitvoering.overdracht", "Warme overdracht afgesproken")
OVERDRACHT_GEWEEST = soort("uitvoering.overdracht_geweest", "Warme overdracht geweest")
