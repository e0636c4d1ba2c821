"""Addresses of the conversation; included by the urls of the professional's screens."""

from __future__ import annotations

from eenplan.web.schermen import BESLISSER, scherm

from . import gesprek

urlpatterns = [
    scherm("melding/<uuid:melding>/gesprek/", gesprek.begin, naam="begin_gesprek", wie=BESLISSER),
    scherm("gesprek/<uuid:onderzoek>/", gesprek.gesprek, naam="gesprek", wie=BESLISSER),
    scherm(
        "gesprek/<uuid:onderzoek>/bewaar/<slug:sleutel>/",
        gesprek.bewaar,
        naam="bewaar_gesprek",
        wie=BESLISSER,
    ),
    scherm("gesprek/<uuid:onderzoek>/stoppen/", gesprek.stop, naam="stop_gesprek", wie=BESLISSER),
]
