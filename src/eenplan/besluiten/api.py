"""The front door of `besluiten`."""

from .aanvragen import (
    Verzoek,
    bij_onderzoek_afgerond,
    bij_wet_gezet,
    leg_aanvraag_vast,
    vraag_besluit,
)
from .afmaken import (
    Aanvulling,
    Motivering,
    eigen_registratie,
    lees_mee,
    maak_definitief,
    motiveer,
    vraag_meelezer,
    vul_aan,
)
from .gevolg import Gevolg, gevolg_van_besluit
from .lezen import (
    AanvraagBlad,
    AanvraagRegel,
    LezerRegel,
    StukBlad,
    StukRegel,
    VerteldRegel,
    aanvragen_van,
    lees_aanvraag,
    lees_stuk,
    stukken_van,
    verteld_van,
)
from .poorten import Poort
from .reacties import bevestig_ontvangst
from .regels import (
    BESCHIKKINGEN,
    GROND_ZIN,
    HOE_ZIN,
    NAAM,
    AanvraagToestand,
    Afwijsgrond,
    Hoe,
    StukSoort,
    Toestand,
    motivering_vragen,
)
from .stukken import bij_inzet_beslist, neem_besluit
from .verslag import verslag_vandaag, verstuur_brief, zet_verslag_klaar
from .vertellen import leg_verteld_vast

__all__ = [
    "BESCHIKKINGEN",
    "GROND_ZIN",
    "HOE_ZIN",
    "NAAM",
    "AanvraagBlad",
    "AanvraagRegel",
    "AanvraagToestand",
    "Aanvulling",
    "Afwijsgrond",
    "Gevolg",
    "Hoe",
    "LezerRegel",
    "Motivering",
    "Poort",
    "StukBlad",
    "StukRegel",
    "StukSoort",
    "Toestand",
    "VerteldRegel",
    "Verzoek",
    "aanvragen_van",
    "bevestig_ontvangst",
    "bij_inzet_beslist",
    "bij_onderzoek_afgerond",
    "bij_wet_gezet",
    "eigen_registratie",
    "gevolg_van_besluit",
    "lees_aanvraag",
    "lees_mee",
    "lees_stuk",
    "leg_aanvraag_vast",
    "leg_verteld_vast",
    "maak_definitief",
    "motiveer",
    "motivering_vragen",
    "neem_besluit",
    "stukken_van",
    "verslag_vandaag",
    "verstuur_brief",
    "verteld_van",
    "vraag_besluit",
    "vraag_meelezer",
    "vul_aan",
    "zet_verslag_klaar",
]
