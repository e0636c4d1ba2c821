"""The root page and the page of a municipality: how help works here, in a few words, and one way in."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse

from eenplan.beleid import api as beleid
from eenplan.platform.scope import ScopedRequest
from eenplan.web.bouwstenen import Vervolg
from eenplan.web.opmaak import datum
from eenplan.web.verzenden import toon

from . import gemeente as gegevens


@dataclass(frozen=True, slots=True)
class Tegel:
    """A municipality on the root page; without address while it has not begun."""

    naam: str
    zin: str
    href: str


def start(request: ScopedRequest) -> HttpResponse:
    """What this is, for whom, and which municipality is yours."""
    tegels = sorted((_tegel(request, g) for g in beleid.gemeenten()), key=lambda t: t.naam)
    return toon(request, "openbaar/start.html", {"tegels": tegels})


def _tegel(request: ScopedRequest, gemeente: str) -> Tegel:
    eerste = gegevens.vanaf(gemeente, request.scope.nu.date())
    if eerste:
        naam = beleid.versies(gemeente)[0].naam
        return Tegel(naam, f"Hier kunt u vanaf {datum(eerste)} terecht.", "")
    model = gegevens.model_van(request, gemeente)
    return Tegel(model.naam, model.samenvatting, f"/{gemeente}/")


def gemeente(request: ScopedRequest, gemeente: str) -> HttpResponse:
    """How help works in this municipality, whom to call, and the way in."""
    model = gegevens.model_van(request, gemeente)
    return toon(
        request,
        "openbaar/gemeente.html",
        gegevens.schil(model)
        | {
            "model": model,
            "partijen": gegevens.voordeuren(model),
            "teams": gegevens.teams(model),
            "stappen": _stappen(model),
            "vraag_url": f"/{gemeente}/vraag/",
            "uitleg_url": f"/{gemeente}/zo-werkt-het/",
            "kaart_url": f"/{gemeente}/gezichtenkaart/" if model.gezichten else "",
        },
    )


def _heet(gesprek: str) -> str:
    """The local word for the conversation, where it is another than everybody's."""
    return "" if gesprek == "gesprek" else f" Dat heet hier het {gesprek}."


def _stappen(model: beleid.Toegangsmodel) -> tuple[Vervolg, ...]:
    belofte, gesprek = model.eerste_contact, model.begrippen.gesprek
    dagen = "1 werkdag" if belofte.werkdagen == 1 else f"{belofte.werkdagen} werkdagen"
    return (
        Vervolg("U stelt uw vraag. Dat kan hier, met de telefoon, of u komt langs.", "Nu"),
        Vervolg("Iemand belt u en luistert.", f"Binnen {dagen}"),
        Vervolg(
            f"U bespreekt samen wat u zelf kunt en wat u nodig hebt.{_heet(gesprek)}",
            "Daarna",
        ),
        Vervolg("U krijgt op papier wat is afgesproken.", "Binnen zes weken"),
    )
