from eenplan.platform.gebeurtenissen import soort

BEGONNEN = soort("onderzoek.begonnen", "Het onderzoek is begonnen")
VOORBEREID = soort("onderzoek.voorbereid", "Verteld over cliëntondersteuning en een eigen plan")
ONDERWERP_BEWAARD = soort("onderzoek.onderwerp", "Opgeschreven: {onderwerp}")
LEEFGEBIED_AAN = soort("onderzoek.leefgebied", "Ook gekeken naar: {leefgebied}")
LEEFGEBIED_BEWAARD = soort("onderzoek.leefgebied_bewaard", "Opgeschreven: {leefgebied}")
GEPEILD = soort("onderzoek.gepeild", "Besproken hoe het gaat: {leefgebied}")
KIND_GEHOORD = soort("onderzoek.kind", "Opgeschreven of en hoe {naam} is gesproken")
CONCLUSIE = soort("onderzoek.conclusie", "De conclusie is opgeschreven")
AFGEROND = soort("onderzoek.afgerond", "Het onderzoek is afgerond")
GESTOPT = soort("onderzoek.gestopt", "Het onderzoek is gestopt, omdat de inwoner niet verder wil")
