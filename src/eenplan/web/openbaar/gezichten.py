"""The gezichtenkaart: one face for each organisation that helps, on a page and on paper for the wall of a GP (L4)."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from eenplan.beleid.api import Toegangsmodel
from eenplan.berichten import api as berichten
from eenplan.platform.scope import ScopedRequest
from eenplan.web.verzenden import toon

from . import gemeente as gegevens
from .vraag import VINDPLAATS


def _model(request: ScopedRequest, gemeente: str) -> Toegangsmodel:
    """The arrangement; no page where it gives nobody a face."""
    model = gegevens.model_van(request, gemeente)
    if not model.gezichten:
        raise Http404
    return model


def kaart(request: ScopedRequest, gemeente: str) -> HttpResponse:
    """Who helps here: by name, with a direct number. Also the way in for who works at a finding place (L16)."""
    model = _model(request, gemeente)
    plekken = [k.naam for k in model.kanalen.open if k.kanaal == VINDPLAATS]
    vraag = f"/{gemeente}/vraag/?via={VINDPLAATS}"
    return toon(
        request,
        "openbaar/gezichtenkaart.html",
        gegevens.schil(model)
        | {
            "model": model,
            "partijen": model.gezichten,
            "terug_url": f"/{gemeente}/",
            "pdf_url": f"/{gemeente}/gezichtenkaart.pdf",
            "vindplaats": plekken[0] if plekken else "",
            "vraag_url": vraag,
        },
    )


def papier(request: ScopedRequest, gemeente: str) -> HttpResponse:
    """The same card as an accessible PDF, to print."""
    model = _model(request, gemeente)
    antwoord = HttpResponse(berichten.gezichtenkaart(model), content_type="application/pdf")
    antwoord.headers["Content-Disposition"] = f'inline; filename="gezichtenkaart-{gemeente}.pdf"'
    return antwoord
