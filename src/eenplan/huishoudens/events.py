from eenplan.platform.gebeurtenissen import soort

GEZIN = soort("persoon.gezin", "{naam} hoort bij het gezin")
PERSOON_AANGEMELD = soort("persoon.aangemeld", "{naam} is aangemeld")
GEGEVENS_GEWIJZIGD = soort("persoon.gegevens", "Bijgewerkt: {wat}")
