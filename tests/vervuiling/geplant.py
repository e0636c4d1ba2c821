"""Faults that are built in on purpose: each must be caught, or the campaign proves nothing."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from eenplan.config import urls
from tests.pgplugin import verbind_beheer
from tests.vervuiling import keuring
from tests.vervuiling.keuring import Boek, Logboek, afdruk, keur
from tests.vervuiling.klant import Klant
from tests.vervuiling.loop import keur_half
from tests.vervuiling.verzoek import Verzoek, van_vorm
from tests.vervuiling.vormen import CSRF, MERK
from tests.vervuiling.waarden import ECHO, ELDERS, SJABLOON

VELD = "tekst"
HEEL_KORT = 0.05


def _kapot(_: HttpRequest) -> HttpResponse:
    raise KeyError("geplant")


def _traag(_: HttpRequest) -> HttpResponse:
    time.sleep(2 * HEEL_KORT)
    return HttpResponse("laat")


def _echo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.POST[VELD])


def _reken(_: HttpRequest) -> HttpResponse:
    return HttpResponse("kanarie999")


def _elders(_: HttpRequest) -> HttpResponse:
    return HttpResponse(status=302, headers={"Location": f"//{ELDERS}/"})


def _sql(_: HttpRequest) -> HttpResponse:
    return HttpResponse('syntax error at or near "x" LINE 1: SELECT x', status=422)


def _engels(_: HttpRequest) -> HttpResponse:
    return HttpResponse(f"This field is required. {MERK}", status=422)


def _kwijt(_: HttpRequest) -> HttpResponse:
    return HttpResponse("Controleer wat u hebt ingevuld", status=422)


def _half(_: HttpRequest) -> HttpResponse:
    with verbind_beheer() as conn:
        conn.execute("CREATE TABLE geplant AS SELECT 1 AS half")
    return HttpResponse("Dit kan nu niet", status=422)


def _praat(request: HttpRequest) -> HttpResponse:
    logging.getLogger("eenplan.geplant").warning("ontvangen: %s", request.POST[VELD])
    return HttpResponse("goed")


VIEWS: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    view.__name__.strip("_"): view
    for view in (_kapot, _traag, _echo, _reken, _elders, _sql, _engels, _kwijt, _half, _praat)
}
urlpatterns = [
    *(path(f"geplant/{naam}/", view) for naam, view in VIEWS.items()),
    *urls.urlpatterns,
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@dataclass(frozen=True)
class Plant:
    """A fault, what is typed, the check that must catch it, and what that says."""

    view: str
    naam: str
    controle: str
    uitleg: str
    getypt: bytes = MERK.encode()

    @property
    def verzoek(self) -> Verzoek:
        """The form that runs into it."""
        velden = [(VELD, self.getypt), ("csrfmiddlewaretoken", CSRF.encode())]
        return van_vorm("POST", f"/geplant/{self.view}/", velden, {})


PLANTEN = (
    Plant(
        "kapot", "een scherm dat stukgaat", keuring.STORING, "De foutpagina is geteld als storing."
    ),
    Plant(
        "kapot", "een traceback in het logboek", keuring.LOG_RUSTIG, "Het logboek is echt gelezen."
    ),
    Plant(
        "traag",
        "een scherm dat te lang duurt",
        keuring.SNEL,
        "Met een kleinere grens, om niet te hoeven wachten.",
    ),
    Plant(
        "echo", "een scherm dat HTML teruggeeft", keuring.ECHO, "Onbeschermde invoer valt op.", ECHO
    ),
    Plant(
        "reken",
        "een scherm dat sjabloontaal uitvoert",
        keuring.ECHO,
        "De uitkomst van de som valt op.",
        SJABLOON,
    ),
    Plant(
        "elders",
        "een scherm dat naar elders stuurt",
        keuring.ECHO,
        "Een vreemd adres in een doorverwijzing valt op.",
    ),
    Plant("sql", "een scherm dat SQL laat zien", keuring.BINNEN, "Tekst van de database valt op."),
    Plant(
        "engels",
        "een fout in het Engels",
        keuring.SAMENVATTING,
        "Zonder Nederlandse samenvatting is het fout.",
    ),
    Plant("kwijt", "een formulier dat vergeet", keuring.GETYPT, "Tekst die verdween, valt op."),
    Plant(
        "half",
        "een weigering die toch iets bewaart",
        keuring.HALF,
        "Elke rij telt mee, ook buiten de transactie.",
    ),
    Plant(
        "praat",
        "een scherm dat invoer in het logboek zet",
        keuring.LOG_SCHOON,
        "Wat is getypt, valt op in het logboek.",
    ),
)


def betrapt(plant: Plant, klant: Klant, log: Logboek, conn: psycopg.Connection) -> bool:
    """Whether the check saw it, and every other check stayed quiet where the fault is none of its own."""
    boek = Boek()
    with override_settings(ROOT_URLCONF=__name__):
        ervoor = afdruk(conn)
        antwoord = klant.stuur(plant.verzoek)
        keur(
            boek,
            plant.verzoek,
            antwoord,
            {VELD},
            traag=HEEL_KORT if plant.view == "traag" else keuring.TRAAG,
        )
        if antwoord.status >= 400:
            keur_half(boek, conn, ervoor, plant.view)
        conn.execute("DROP TABLE IF EXISTS geplant")
        log.keur(boek, ())
    return boek.goed[plant.controle] < boek.gekeurd[plant.controle]
