"""Addresses of papers, requests for a decision, and letters."""

from __future__ import annotations

from eenplan.web.schermen import BESLISSER, MEDEWERKER, scherm

from . import aanvullen, besluit, stuk

urlpatterns = [
    scherm("stuk/<uuid:stuk>/", stuk.stuk, naam="stuk", wie=BESLISSER),
    scherm(
        "stuk/<uuid:stuk>/aanvullen/", aanvullen.aanvullen, naam="stuk-aanvullen", wie=BESLISSER
    ),
    scherm(
        "stuk/<uuid:stuk>/motivering/", aanvullen.motivering, naam="stuk-motivering", wie=BESLISSER
    ),
    scherm("stuk/<uuid:stuk>/aanvraag/", besluit.bij_stuk, naam="stuk-aanvraag", wie=BESLISSER),
    scherm("stuk/<uuid:stuk>/meelezen/", stuk.meelezen, naam="stuk-meelezen", wie=BESLISSER),
    scherm("besluit/verteld/<uuid:verteld>/", besluit.verteld, naam="verteld", wie=BESLISSER),
    scherm("besluit/<uuid:aanvraag>/", besluit.besluit, naam="besluit", wie=BESLISSER),
    scherm(
        "melding/<uuid:melding>/besluit-vragen/",
        besluit.vragen,
        naam="besluit-vragen",
        wie=BESLISSER,
    ),
    scherm(
        "melding/<uuid:melding>/besluit-vragen/<uuid:inzet>/",
        besluit.vragen,
        naam="besluit-vragen-hulp",
        wie=BESLISSER,
    ),
    scherm("dossier/<uuid:persoon>/brieven/", besluit.brieven, naam="brieven", wie=MEDEWERKER),
    scherm("brief/<uuid:brief>.pdf", besluit.pdf, naam="brief-pdf", wie=MEDEWERKER),
    scherm("brief/<uuid:brief>/", besluit.brief, naam="brief", wie=MEDEWERKER),
]
