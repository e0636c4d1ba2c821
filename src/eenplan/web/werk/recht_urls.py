"""Addresses for whoever disagrees, and for what must be settled before help goes on."""

from __future__ import annotations

from eenplan.web.schermen import BESLISSER, scherm

from . import recht, vervolg

urlpatterns = [
    scherm("dossier/<uuid:persoon>/niet-eens/", recht.deur, naam="niet-eens", wie=BESLISSER),
    scherm(
        "dossier/<uuid:persoon>/niet-eens/<slug:weg>/",
        recht.weg,
        naam="niet-eens-weg",
        wie=BESLISSER,
    ),
    scherm("plan/hulp/<uuid:inzet>/vervolg/", vervolg.vervolg, naam="vervolg", wie=BESLISSER),
    scherm("plan/hulp/<uuid:inzet>/meekijken/", vervolg.meekijken, naam="meekijken", wie=BESLISSER),
    scherm("plan/hulp/<uuid:inzet>/wie-helpt/", vervolg.kies_lid, naam="wie-helpt", wie=BESLISSER),
    scherm("zaak/<uuid:zaak>/", recht.zaak, naam="zaak", wie=BESLISSER),
]
