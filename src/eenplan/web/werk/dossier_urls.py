"""Addresses of the file of a person."""

from __future__ import annotations

from eenplan.web.schermen import BESLISSER, MEDEWERKER, scherm

from . import dossier, gegevens, peilen

urlpatterns = [
    scherm("<uuid:persoon>/", dossier.dossier, naam="dossier", wie=MEDEWERKER),
    scherm("<uuid:persoon>/hoe-gaat-het/", peilen.hoe_gaat_het, naam="hoe-gaat-het", wie=BESLISSER),
    scherm("<uuid:persoon>/gegevens/", gegevens.gegevens, naam="gegevens", wie=BESLISSER),
]
