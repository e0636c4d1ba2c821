"""Addresses of the plan; included by the urls of the professional's screens."""

from __future__ import annotations

from eenplan.web.schermen import HULPVERLENER, scherm

from . import doel, hulp, inzet, plan, regie

urlpatterns = [
    scherm("melding/<uuid:melding>/plan/", plan.maak, naam="maak_plan", wie=HULPVERLENER),
    scherm("plan/<uuid:plan>/", plan.plan, naam="plan", wie=HULPVERLENER),
    scherm("plan/<uuid:plan>/vaststellen/", plan.stel_vast, naam="vaststellen", wie=HULPVERLENER),
    scherm("plan/<uuid:plan>/regisseur/", regie.regisseur, naam="regisseur", wie=HULPVERLENER),
    scherm("plan/<uuid:plan>/mantelzorg/", regie.mantelzorg, naam="mantelzorg", wie=HULPVERLENER),
    scherm("plan/<uuid:plan>/meedoen/", regie.meedoen, naam="meedoen", wie=HULPVERLENER),
    scherm("plan/doel/<uuid:doel>/", doel.doel, naam="doel", wie=HULPVERLENER),
    scherm("plan/doel/<uuid:doel>/hulp/", inzet.voeg_toe, naam="hulp_toevoegen", wie=HULPVERLENER),
    scherm("plan/hulp/<uuid:inzet>/", hulp.hulp, naam="hulp", wie=HULPVERLENER),
    scherm("plan/hulp/<uuid:inzet>/akkoord/", hulp.akkoord, naam="akkoord", wie=HULPVERLENER),
]
