from eenplan.platform.gebeurtenissen import soort

PERSOON_AANGEMELD = soort("persoon.aangemeld", "{naam} is aangemeld")
