from eenplan.platform.gebeurtenissen import soort

PERSOON_AANGEMELD = soort("persoon.aangemeld", "{naam} is aangemeld")
GEZINSLID_TOEGEVOEGD = soort("persoon.gezinslid", "Het huishouden is vastgelegd")
RELATIE_VASTGELEGD = soort("persoon.relatie", "{wie} is {wat} van {van_wie}")
