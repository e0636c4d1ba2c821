"""Addresses about the arrangement itself; the page for everybody stands under its municipality."""

from __future__ import annotations

from eenplan.organisaties.api import Functie
from eenplan.web.schermen import IEDEREEN, scherm

from . import pagina

ADVISEUR: frozenset[str] = frozenset({Functie.BELEIDSADVISEUR})

urlpatterns = [
    scherm("beleid/", pagina.model, naam="beleid", wie=ADVISEUR),
    scherm("beleid/proberen/", pagina.proberen, naam="beleid-proberen", wie=ADVISEUR),
    scherm("beleid/werkboek/", pagina.werkboek, naam="beleid-werkboek", wie=ADVISEUR),
    scherm("<slug:gemeente>/zo-werkt-het/", pagina.zo_werkt_het, naam="zo-werkt-het", wie=IEDEREEN),
]
