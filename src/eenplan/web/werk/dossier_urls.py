"""Addresses of the file of a person."""

from __future__ import annotations

from eenplan.web.schermen import MEDEWERKER, scherm

from . import dossier

urlpatterns = [
    scherm("<uuid:persoon>/", dossier.dossier, naam="dossier", wie=MEDEWERKER),
]
