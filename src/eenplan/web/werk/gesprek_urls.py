"""Addresses of the conversation; included by the urls of the professional's screens."""

from __future__ import annotations

from eenplan.web.schermen import HULPVERLENER, scherm

from . import gesprek

urlpatterns = [
    scherm(
        "melding/<uuid:melding>/gesprek/", gesprek.begin, naam="begin_gesprek", wie=HULPVERLENER
    ),
    scherm("gesprek/<uuid:onderzoek>/", gesprek.gesprek, naam="gesprek", wie=HULPVERLENER),
    scherm(
        "gesprek/<uuid:onderzoek>/bewaar/<slug:sleutel>/",
        gesprek.bewaar,
        naam="bewaar_gesprek",
        wie=HULPVERLENER,
    ),
    scherm(
        "gesprek/<uuid:onderzoek>/stoppen/", gesprek.stop, naam="stop_gesprek", wie=HULPVERLENER
    ),
]
