"""What can happen to an indication of an earlier law."""

from eenplan.platform.gebeurtenissen import soort

VASTGELEGD = soort("indicatie.vastgelegd", "Een oude indicatie loopt tot en met {tot}")
GEPLAND = soort("indicatie.gepland", "Het gesprek over de oude hulp staat op {op}")
VERTELD = soort("indicatie.verteld", "{door} heeft verteld dat de oude hulp verandert")
GESPREK = soort("indicatie.gesprek", "Het gesprek over de oude hulp is begonnen")
