"""What follows on what: each event with its reactions, in the order in which they run (docs/adr/0004).

A reaction calls only its own room, in the same transaction as what happened. There is no other way up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eenplan.besluiten import api as besluiten
from eenplan.platform.gebeurtenissen import Reactie

REACTIES: Mapping[str, Sequence[Reactie]] = {
    # the confirmation the law asks for lies ready as a letter
    "melding.ontvangen": (besluiten.bevestig_ontvangst,),
    # what was asked before its law was known gets that law's day and clock
    "melding.wet": (besluiten.bij_wet_gezet,),
    # a request that waited for the report is an aanvraag from now on; the report itself lies ready
    "onderzoek.afgerond": (besluiten.bij_onderzoek_afgerond, besluiten.zet_verslag_klaar),
    # who wants to stop is confirmed on paper, and not refused
    "onderzoek.gestopt": (besluiten.zet_verslag_klaar,),
    # the paper that the policy asks for lies ready
    "plan.inzet_beslist": (besluiten.bij_inzet_beslist,),
}
