"""Pages for when something is not there, not allowed, in conflict or broken. None of them tells more than it must."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render

from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden


class ZonderSpoor(logging.Filter):
    """A traceback tells us where we went wrong; of a request that was refused it would only tell what was sent."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every line stays, without a traceback when the fault was in the request."""
        if getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None
        return True


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
            getypt = _getypt(request, fout.tekstvelden, zonder=("verzendsleutel", "versie"))
            context = {"conflict": fout, "getypt": getypt, "verzendsleutel": uuid4()}
            return _teruggedraaid(render(request, "fout/conflict.html", context, status=409))
        if isinstance(fout, Geweigerd):
            alles = _getypt(request, zonder=MEEGEREISD)
            getypt = [veld for veld in alles if not SLEUTEL.fullmatch(veld.waarde)]
            context = {"zinnen": fout.zinnen, "getypt": getypt}
            return _teruggedraaid(render(request, "fout/geweigerd.html", context, status=422))
        return None


def _teruggedraaid(antwoord: HttpResponse) -> HttpResponse:
    antwoord.terugdraaien = True  # type: ignore[attr-defined]
    return antwoord


# What a form sends that nobody typed: keys, numbers, the name of a choice.
_NIET_GETYPT = re.compile(r"[a-z0-9_.:-]*")
# What nobody can read back: a key, the digest of a text, a choice of several words.
SLEUTEL = re.compile(
    r"|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|\d+\.[0-9a-f]{12}|[a-z]+(?:[_-][a-z0-9]+)+"
)
# What nobody typed and nobody can read: the key against forgery, and what the pages of one question hand on sealed
# (openbaar/bewaard.py).
MEEGEREISD = ("csrfmiddlewaretoken", "bewaard")


@dataclass(frozen=True, slots=True)
class Getypt:
    """One value of a form as it was sent. `tekst`: somebody typed it, so that it shows; the rest only travels along."""

    naam: str
    waarde: str
    tekst: bool


def _getypt(
    request: HttpRequest, tekstvelden: Collection[str] = (), *, zonder: Collection[str] = ()
) -> list[Getypt]:
    """Everything that was sent, to show it and to send it again."""
    return [
        Getypt(
            naam,
            waarde,
            bool(waarde)
            and naam not in MEEGEREISD
            and (naam in tekstvelden or not _NIET_GETYPT.fullmatch(waarde)),
        )
        for naam, waarden in request.POST.lists()
        for waarde in waarden
        if isinstance(waarde, str) and naam not in ("csrfmiddlewaretoken", *zonder)
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
    """500: our fault; what was typed was not stored, and is still there to send again.

    With the same key: when only the answer was lost, sending it again does nothing twice.
    """
    getypt = _getypt(request) if request.method == "POST" and _van_onze_pagina(request) else []
    context = {"getypt": getypt, "teksten": any(veld.tekst for veld in getypt)}
    antwoord = render(request, "fout/500.html", context, status=500)
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


def _van_onze_pagina(request: HttpRequest) -> bool:
    """Whether this form was on a page of ours. A fault can come before that is asked (the database is down), and then
    another site would put its words on our page, above a button that sends them."""
    return CsrfViewMiddleware(storing).process_view(request, storing, (), {}) is None


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is too old or comes from elsewhere; the page says how to send it again."""
    return render(request, "fout/csrf.html", status=403)
