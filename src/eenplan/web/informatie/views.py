"""What every visitor may ask of us: what we do with their data, and whether they can use this site."""

from __future__ import annotations

from django.http import HttpResponse

from eenplan.platform.scope import ScopedRequest
from eenplan.web.verzenden import toon


def privacy(request: ScopedRequest) -> HttpResponse:
    """What is kept, why, who sees it and what one can ask (P9)."""
    return toon(request, "informatie/privacy.html", {})


def veilig(request: ScopedRequest) -> HttpResponse:
    """What the button to leave quickly does and does not do, before somebody needs it."""
    return toon(request, "informatie/veilig.html", {})


def toegankelijkheid(request: ScopedRequest) -> HttpResponse:
    """How this site is checked, and what to do when something does not work."""
    return toon(request, "informatie/toegankelijkheid.html", {})
