"""Addresses around a question and a plan: people, less help, old indications, calling; included by the urls of work."""

from __future__ import annotations

from eenplan.web.schermen import BESLISSER, scherm

from . import bellen, doorgeven, gezin, indicaties, rondom

urlpatterns = [
    scherm("plan/<uuid:plan>/netwerk/", rondom.netwerk, naam="netwerk", wie=BESLISSER),
    scherm("plan/<uuid:plan>/kring/", rondom.kring, naam="kring", wie=BESLISSER),
    scherm(
        "plan/<uuid:plan>/complexiteit/", rondom.complexiteit, naam="complexiteit", wie=BESLISSER
    ),
    scherm("plan/hulp/<uuid:inzet>/afbouw/", rondom.afbouw, naam="afbouw", wie=BESLISSER),
    scherm("plan/hulp/<uuid:inzet>/terugdoen/", rondom.terugdoen, naam="terugdoen", wie=BESLISSER),
    scherm("melding/<uuid:melding>/gebeld/", bellen.gebeld, naam="gebeld", wie=BESLISSER),
    scherm(
        "melding/<uuid:melding>/doorgeven/", doorgeven.geef_door, naam="geef-door", wie=BESLISSER
    ),
    scherm("melding/<uuid:melding>/gezin/", gezin.voeg_toe, naam="gezin", wie=BESLISSER),
    scherm("indicaties/", indicaties.lijst, naam="indicaties", wie=BESLISSER),
    scherm("indicatie/nieuw/", indicaties.nieuw, naam="nieuwe-indicatie", wie=BESLISSER),
    scherm("indicatie/<uuid:indicatie>/", indicaties.indicatie, naam="indicatie", wie=BESLISSER),
]
