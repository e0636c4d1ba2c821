"""Addresses of the page that team and executor share; included by the urls of the professional's screens."""

from __future__ import annotations

from eenplan.web.schermen import MEDEWERKER, scherm

from . import uitvoering, uitvoering_vragen

urlpatterns = [
    scherm("uitvoering/<uuid:inzet>/", uitvoering.stand, naam="uitvoering", wie=MEDEWERKER),
    scherm(
        "uitvoering/<uuid:inzet>/aannemen/",
        uitvoering_vragen.aannemen,
        naam="aannemen",
        wie=MEDEWERKER,
    ),
    scherm(
        "uitvoering/<uuid:inzet>/teruggeven/",
        uitvoering_vragen.teruggeven,
        naam="teruggeven",
        wie=MEDEWERKER,
    ),
    scherm(
        "uitvoering/<uuid:inzet>/klaar/", uitvoering_vragen.klaar, naam="hulp-klaar", wie=MEDEWERKER
    ),
    scherm(
        "uitvoering/<uuid:inzet>/overdracht/",
        uitvoering_vragen.overdracht,
        naam="overdracht",
        wie=MEDEWERKER,
    ),
    scherm(
        "uitvoering/<uuid:inzet>/verder/", uitvoering_vragen.verder, naam="verder", wie=MEDEWERKER
    ),
]
