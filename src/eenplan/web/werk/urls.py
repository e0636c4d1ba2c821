"""Addresses of the professional's screens."""

from __future__ import annotations

from django.urls import include, path

from eenplan.web.schermen import BESLISSER, MEDEWERKER, scherm

from . import intake, lijst, melding, zoeken

urlpatterns = [
    path("", include("eenplan.web.werk.gesprek_urls")),
    path("", include("eenplan.web.werk.plan_urls")),
    path("", include("eenplan.web.werk.uitvoering_urls")),
    path("", include("eenplan.web.werk.signaal_urls")),
    path("", include("eenplan.web.werk.rond_urls")),
    path("", include("eenplan.web.werk.recht_urls")),
    scherm("", lijst.lijst, naam="werk", wie=MEDEWERKER),
    scherm("zoeken/", zoeken.zoeken, naam="zoeken", wie=BESLISSER),
    scherm("melding/nieuw/", intake.intake, naam="intake", wie=BESLISSER),
    scherm("melding/<uuid:melding>/", melding.melding, naam="melding", wie=BESLISSER),
    scherm("melding/<uuid:melding>/oppakken/", melding.neem_op, naam="oppakken", wie=BESLISSER),
    scherm("melding/<uuid:melding>/wet/", melding.zet_wet, naam="wet", wie=BESLISSER),
    scherm("melding/<uuid:melding>/doorzetten/", melding.zet_door, naam="doorzet", wie=BESLISSER),
]
