"""Addresses for everybody, without an account. The municipality comes last: it takes any first word."""

from __future__ import annotations

from eenplan.web.schermen import IEDEREEN, scherm

from . import gezichten, voordeur, vraag

urlpatterns = [
    scherm("", voordeur.start, naam="start", wie=IEDEREEN),
    scherm("ontvangen/<uuid:pagina>/", vraag.ontvangen, naam="ontvangen", wie=IEDEREEN),
    scherm("<slug:gemeente>/vraag/", vraag.vraag, naam="vraag", wie=IEDEREEN),
    scherm(
        "<slug:gemeente>/gezichtenkaart/",
        gezichten.kaart,
        naam="gezichtenkaart",
        wie=IEDEREEN,
    ),
    scherm(
        "<slug:gemeente>/gezichtenkaart.pdf",
        gezichten.papier,
        naam="gezichtenkaart-pdf",
        wie=IEDEREEN,
    ),
    scherm("<slug:gemeente>/", voordeur.gemeente, naam="gemeente", wie=IEDEREEN),
]
