"""Security headers of every answer. The content policy has no `unsafe-*` from the first template on (T30)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

KOPPEN = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


HSTS = "max-age=31536000; includeSubDomains"


class BeveiligingskoppenMiddleware:
    """Adds the headers, error pages and static files included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        antwoord = self.get_response(request)
        for naam, waarde in KOPPEN.items():
            antwoord.headers[naam] = waarde
        if request.is_secure():
            antwoord.headers["Strict-Transport-Security"] = HSTS
        return antwoord
