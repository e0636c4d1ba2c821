"""Addresses of the plan; included by the urls of the professional's screens."""

from __future__ import annotations

from eenplan.web.schermen import BESLISSER, scherm

from . import akkoord, doel, hulp, inzet, plan, plan_stap, regie, stoppen, van_gezin

urlpatterns = [
    scherm("melding/<uuid:melding>/plan/", plan.maak, naam="maak_plan", wie=BESLISSER),
    scherm("plan/<uuid:plan>/", plan.plan, naam="plan", wie=BESLISSER),
    scherm("plan/<uuid:plan>/vaststellen/", plan.stel_vast, naam="vaststellen", wie=BESLISSER),
    scherm(
        "plan/<uuid:plan>/terugkijken/", plan_stap.terugkijken, naam="terugkijken", wie=BESLISSER
    ),
    scherm("plan/<uuid:plan>/regisseur/", regie.regisseur, naam="regisseur", wie=BESLISSER),
    scherm("plan/<uuid:plan>/mantelzorg/", regie.mantelzorg, naam="mantelzorg", wie=BESLISSER),
    scherm("plan/<uuid:plan>/meedoen/", regie.meedoen, naam="meedoen", wie=BESLISSER),
    scherm("plan/<uuid:plan>/van-het-gezin/", van_gezin.lees, naam="van-gezin", wie=BESLISSER),
    scherm("plan/doel/<uuid:doel>/", doel.doel, naam="doel", wie=BESLISSER),
    scherm("plan/doel/<uuid:doel>/hulp/", inzet.voeg_toe, naam="hulp_toevoegen", wie=BESLISSER),
    scherm("plan/hulp/<uuid:inzet>/", hulp.hulp, naam="hulp", wie=BESLISSER),
    scherm("plan/hulp/<uuid:inzet>/stoppen/", stoppen.stop, naam="hulp-stoppen", wie=BESLISSER),
    scherm("plan/hulp/<uuid:inzet>/akkoord/", akkoord.akkoord, naam="akkoord", wie=BESLISSER),
]
