"""The front door of `rechtsbescherming`: one door for whoever disagrees.

For an employee and for a resident alike: `open_deur` shows what one can disagree with, `WEGEN` the four roads in plain
words, `dien_in` registers. With a resident's scope (`scope.soort == "inwoner"`) `persoon` is oneself, or a child under
one's authority; `zaken_van` and `lees_zaak` then show how it stands. Taking, finishing and withdrawing a case is for
employees.
"""

from eenplan.berichten.api import BriefRegel
from eenplan.besluiten.regels import Hoe

from .behandelen import neem_in_behandeling, rond_af, trek_in
from .bevestiging import bij_brief_verzonden
from .lezen import Deur, ZaakBlad, ZaakRegel, lees_zaak, open_deur, zaken_van
from .regels import MET_BEVESTIGING, UITKOMSTEN, WEGEN, Toestand, Uitkomst, Weg, Wegwijzer
from .usecases import Onvrede, dien_in
from .waartegen import Tegen, waartegen

__all__ = [
    "MET_BEVESTIGING",
    "UITKOMSTEN",
    "WEGEN",
    "BriefRegel",
    "Deur",
    "Hoe",
    "Onvrede",
    "Tegen",
    "Toestand",
    "Uitkomst",
    "Weg",
    "Wegwijzer",
    "ZaakBlad",
    "ZaakRegel",
    "bij_brief_verzonden",
    "dien_in",
    "lees_zaak",
    "neem_in_behandeling",
    "open_deur",
    "rond_af",
    "trek_in",
    "waartegen",
    "zaken_van",
]
