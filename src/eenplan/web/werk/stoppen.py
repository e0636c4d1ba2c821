"""Stop help that runs: first a page with what then happens and a way back, because it cannot be undone."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetToestand
from eenplan.platform.scope import ScopedRequest
from eenplan.web.verzenden import Formulier, toon, verzend


def stop(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """What stopping means, with one button for it."""
    scope = request.scope
    formulier = Formulier(request.POST if request.method == "POST" else None)
    blad, _ = plannen.open_inzetblad(scope, inzet)
    hulp_url, plan_url = f"/werk/plan/hulp/{inzet}/", f"/werk/plan/{blad.plan}/"

    def doe() -> str:
        plannen.stop_inzet(scope, inzet=inzet)
        return plan_url

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    if blad.inzet.toestand is not InzetToestand.LOOPT:
        return HttpResponseRedirect(hulp_url)
    besluit = blad.inzet.besluit
    return toon(
        request,
        "werk/hulp_stoppen.html",
        {
            "formulier": formulier,
            "blad": blad,
            "hulp_url": hulp_url,
            "van_ander": blad.inzet.organisatie not in (None, scope.organisatie_id),
            "met_besluit": besluit is not None
            and besluit.beslissing.document == "toekenningsbeschikking",
        },
    )
