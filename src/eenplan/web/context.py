"""What every screen knows: who looks, and where."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from eenplan.platform import klok


def scherm(request: HttpRequest) -> dict[str, object]:
    """The scope of this request and whether this is the demo; nothing that costs a statement."""
    return {
        "scope": getattr(request, "scope", None),
        "demo": settings.DEMO,
        "vandaag": klok.vandaag(),
    }
