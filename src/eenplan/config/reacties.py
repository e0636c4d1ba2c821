"""What follows on what: each event with its reactions, in the order in which they run (docs/adr/0004).

A reaction calls only its own room, in the same transaction as what happened. There is no other way up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eenplan.besluiten import api as besluiten
from eenplan.overgang import api as overgang
from eenplan.platform.gebeurtenissen import Reactie
from eenplan.rechtsbescherming import api as recht
from eenplan.uitvoering import api as uitvoering

REACTIES: Mapping[str, Sequence[Reactie]] = {
    # the confirmation the law asks for lies ready as a letter
    "melding.ontvangen": (besluiten.bevestig_ontvangst,),
    # what was asked before its law was known gets that law's day and clock
    "melding.wet": (besluiten.bij_wet_gezet,),
    # the planned conversation about old help is being held
    "melding.onderzoek": (overgang.bij_gesprek,),
    # a request that waited for the report is an aanvraag from now on; the report itself lies ready
    "onderzoek.afgerond": (besluiten.bij_onderzoek_afgerond, besluiten.zet_verslag_klaar),
    # who wants to stop is confirmed on paper, and not refused
    "onderzoek.gestopt": (besluiten.zet_verslag_klaar,),
    # who refers to another organisation is known from here on
    "plan.inzet": (uitvoering.bij_toegevoegd,),
    # the paper that the policy asks for lies ready
    "plan.inzet_beslist": (besluiten.bij_inzet_beslist,),
    # an organisation is asked: until it accepts, whoever refers keeps a line
    "plan.uitvoerder_gevraagd": (uitvoering.bij_gevraagd,),
    # a light track begins with its counter; an organisation that leaves help to its members chooses who
    "plan.inzet_gestart": (uitvoering.bij_gestart, besluiten.bij_inzet_gestart),
    # who disagreed read that it came in: the line waits for the answer from here on
    "brief.verzonden": (recht.bij_brief_verzonden,),
    # help that ends leaves every list
    "plan.inzet_gestopt": (uitvoering.bij_gestopt,),
    "plan.inzet_gaat_niet_door": (uitvoering.bij_gestopt,),
}
