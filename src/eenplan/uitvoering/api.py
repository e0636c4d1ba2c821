"""The front door of `uitvoering`."""

from .aanpak import schrijf_stap
from .lezen import (
    Hulpblad,
    KeerRegel,
    OpdrachtRegel,
    OverdrachtRegel,
    Stand,
    TrajectRegel,
    open_hulpblad,
    stand_van,
)
from .licht import beslis_verder, haal_keer_weg, leg_keer_vast, plan_gesprek
from .overdracht import Overdrachtsplan, leg_overdracht_vast, plan_overdracht
from .reacties import bij_gestart, bij_gestopt, bij_gevraagd, bij_toegevoegd
from .regels import (
    GROND_ZIN,
    LICHT_TRAJECT,
    MAAKT_PLAN,
    VERDER_ZIN,
    Grond,
    OpdrachtToestand,
    Teller,
    Verder,
)
from .usecases import Aanname, begin, geef_terug, kijk_terug, los_teruggave_op, neem_aan, rond_af

__all__ = [
    "GROND_ZIN",
    "LICHT_TRAJECT",
    "MAAKT_PLAN",
    "VERDER_ZIN",
    "Aanname",
    "Grond",
    "Hulpblad",
    "KeerRegel",
    "OpdrachtRegel",
    "OpdrachtToestand",
    "OverdrachtRegel",
    "Overdrachtsplan",
    "Stand",
    "Teller",
    "TrajectRegel",
    "Verder",
    "begin",
    "beslis_verder",
    "bij_gestart",
    "bij_gestopt",
    "bij_gevraagd",
    "bij_toegevoegd",
    "geef_terug",
    "haal_keer_weg",
    "kijk_terug",
    "leg_keer_vast",
    "leg_overdracht_vast",
    "los_teruggave_op",
    "neem_aan",
    "open_hulpblad",
    "plan_gesprek",
    "plan_overdracht",
    "rond_af",
    "schrijf_stap",
    "stand_van",
]
