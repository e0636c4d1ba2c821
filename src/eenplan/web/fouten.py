"""Pages for when something is not there, not allowed, in conflict or broken. None of them tells more than it must."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden


class WeigeringMiddleware:
    """Turns what a use case raised into a page, inside the transaction of the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """404 for what is not there for this reader, 409 with both texts, 422 with the sentences of a refusal."""
        if isinstance(fout, NietGevonden):
            return onvindbaar(request)
        if isinstance(fout, Conflict):
            context = {"conflict": fout, "getypt": _getypt(request), "verzendsleutel": uuid4()}
            return _teruggedraaid(render(request, "fout/conflict.html", context, status=409))
        if isinstance(fout, Geweigerd):
            return _teruggedraaid(
                render(request, "fout/geweigerd.html", {"zinnen": fout.zinnen}, status=422)
            )
        return None


def _teruggedraaid(antwoord: HttpResponse) -> HttpResponse:
    antwoord.terugdraaien = True  # type: ignore[attr-defined]
    return antwoord


def _getypt(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (naam, waarde)
        for naam, waarde in request.POST.items()
        if isinstance(waarde, str)
        and naam not in ("csrfmiddlewaretoken", "verzendsleutel", "versie")
    ]


def ongeldig(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request itself is broken."""
    return render(request, "fout/400.html", status=400)


def geweigerd(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known, and not allowed."""
    return render(request, "fout/403.html", status=403)


def onvindbaar(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the same page for what does not exist and for what this reader may not know of."""
    return render(request, "fout/404.html", status=404)


def storing(request: HttpRequest) -> HttpResponse:
    """500: our fault; what was typed was not stored."""
    return render(request, "fout/500.html", status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is too old or comes from elsewhere; the page says how to send it again."""
    return render(request, "fout/csrf.html", status=403)
