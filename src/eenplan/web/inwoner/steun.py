"""What a resident always has: rights on one page, somebody independent beside them, and safe use of these pages."""

from __future__ import annotations

from django.http import HttpResponse

from eenplan.beleid.api import Toegangsmodel
from eenplan.platform.scope import ScopedRequest

from .mij import model_van, toon_mij


def rechten(request: ScopedRequest) -> HttpResponse:
    """Everything one may ask, each with one sentence."""
    return toon_mij(request, "inwoner/rechten.html", {})


def steun(request: ScopedRequest) -> HttpResponse:
    """Independent client support, and the confidant for youths and their parents (Wmo 2.2.4; Jeugdwet 2.5)."""
    return toon_mij(request, "inwoner/steun.html", _loketten(model_van(request.scope)))


def _loketten(model: Toegangsmodel) -> dict[str, object]:
    brieven = model.brieven
    return {
        "ondersteuner": brieven.clientondersteuning if brieven else None,
        "vertrouwenspersoon": brieven.vertrouwenspersoon if brieven else None,
    }


def snel_weg(request: ScopedRequest) -> HttpResponse:
    """How to leave quickly, and what stays behind on the device."""
    return toon_mij(request, "inwoner/snel_weg.html", {})
