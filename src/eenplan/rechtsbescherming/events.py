from eenplan.platform.gebeurtenissen import soort

ONTVANGEN = soort("recht.ontvangen", "Ontvangen: {wat}")
IN_BEHANDELING = soort("recht.in_behandeling", "{naam} behandelt: {wat}")
AFGEHANDELD = soort("recht.afgehandeld", "Afgehandeld: {wat}")
INGETROKKEN = soort("recht.ingetrokken", "Ingetrokken: {wat}")
