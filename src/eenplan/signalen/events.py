"""What can happen to a signal; never who it is about."""

from eenplan.platform.gebeurtenissen import soort

VASTGELEGD = soort("signaal.vastgelegd", "Er is een signaal; {bij} kijkt ernaar")
CONTACT = soort("signaal.contact", "Er is contact gezocht")
GESLOTEN = soort("signaal.gesloten", "Er is niets meer nodig")
VRAAG = soort("signaal.vraag", "Iemand vroeg zelf om hulp")
