"""What can happen to a melding, as its timeline tells it."""

from eenplan.platform.gebeurtenissen import soort

ONTVANGEN = soort("melding.ontvangen", "De vraag is ontvangen en ligt bij {bij}")
OPGEPAKT = soort("melding.opgepakt", "{wie} heeft de vraag opgepakt")
WET_GEZET = soort("melding.wet", "De wet is gekozen: {wet}")
DOORGEZET = soort("melding.doorgezet", "{van} vraagt {naar} om de vraag over te nemen")
OVERGENOMEN = soort("melding.overgenomen", "{naar} heeft de vraag overgenomen van {van}")
TERUGGENOMEN = soort("melding.teruggenomen", "{bij} houdt de vraag toch zelf")
IN_ONDERZOEK = soort("melding.onderzoek", "De vraag wordt nu onderzocht")
AMBTSHALVE = soort("melding.ambtshalve", "{bij} begint zelf het gesprek over de hulp die afloopt")
GESPROKEN = soort("melding.gesproken", "{wie} sprak met wie de vraag stelde")
GEBELD = soort("melding.gebeld", "{wie} heeft gebeld: {hoe}")
GEZINSLID = soort("melding.gezinslid", "{naam} is bij het gezin opgeschreven")
COMPLEXITEIT = soort("melding.complexiteit", "De situatie is {hoe}")
AFGEROND = soort("melding.afgerond", "De vraag is afgerond")
