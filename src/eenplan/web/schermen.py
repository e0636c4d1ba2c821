"""Every address declares who may come there; one that does not, does not exist (T3).

`scherm()` replaces Django's `path()`. It decides on the kind of actor only; which rows show is the lock's business.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path

from eenplan.organisaties.api import Functie
from eenplan.platform.scope import ScopedRequest

IEDEREEN: frozenset[str] = frozenset({"iedereen"})
HULPVERLENER: frozenset[str] = frozenset({Functie.HULPVERLENER})
BESLISSER: frozenset[str] = frozenset({Functie.HULPVERLENER, Functie.CONSULENT})
MEDEWERKER: frozenset[str] = frozenset({Functie.HULPVERLENER, Functie.CONSULENT, Functie.AANBIEDER})
INWONER: frozenset[str] = frozenset({"inwoner"})

View = Callable[..., HttpResponse]
INGANG = "/kies-persoon/"


def scherm(route: str, view: View, *, naam: str, wie: frozenset[str]) -> URLPattern:
    """An address with its rule. A visitor is sent to the entrance; a signed-in person of another kind finds nothing."""

    @wraps(view)
    def bewaakt(request: ScopedRequest, *args: object, **kwargs: object) -> HttpResponse:
        if wie is not IEDEREEN:
            if request.scope.soort is None:
                return HttpResponseRedirect(INGANG)
            if request.scope.functie not in wie:
                raise Http404
        return view(request, *args, **kwargs)

    bewaakt.wie = wie  # type: ignore[attr-defined]
    return path(route, bewaakt, name=naam)


def als_scoped(request: HttpRequest) -> ScopedRequest:
    """The same request, for code that Django calls without knowing about scopes."""
    if not hasattr(request, "scope"):
        raise LookupError("dit verzoek heeft geen scope")
    return request  # type: ignore[return-value]
