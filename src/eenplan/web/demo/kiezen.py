"""Choose who you are and which day it is. Only in the demo: there is no password anywhere in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect

from eenplan.beleid import api as beleid
from eenplan.organisaties.api import (
    Demoinwoner,
    Demomedewerker,
    Functie,
    demoinwoners,
    demomedewerkers,
    medewerker_id,
)
from eenplan.platform import scope as scopes
from eenplan.platform.scope import ScopedRequest
from eenplan.web.datumveld import DatumVeld
from eenplan.web.opmaak import leeftijd
from eenplan.web.verzenden import toon

Mens = TypeVar("Mens", Demomedewerker, Demoinwoner)
THUIS = {
    Functie.HULPVERLENER: "/werk/",
    Functie.CONSULENT: "/werk/",
    Functie.AANBIEDER: "/werk/",
    Functie.BELEIDSADVISEUR: "/beleid/",
}
DUUR = timedelta(hours=10)


class Datumformulier(forms.Form):
    """Which day it is in the demo; empty is today."""

    use_required_attribute = False
    dag = DatumVeld(
        label="Welke dag is het?",
        required=False,
        help_text="Leeg is vandaag. Bijvoorbeeld 1 12 2017.",
    )

    def clean_dag(self) -> date | None:
        """A day on which the arrangements of a municipality make sense."""
        dag = self.cleaned_data["dag"]
        if isinstance(dag, date) and dag.year not in scopes.DEMOJAREN:
            eerste, laatste = scopes.DEMOJAREN[0], scopes.DEMOJAREN[-1]
            raise forms.ValidationError(f"Kies een dag in de jaren {eerste} tot en met {laatste}.")
        return dag if isinstance(dag, date) else None


@dataclass(frozen=True, slots=True)
class Rij:
    """Somebody one can be, with where they work."""

    id: UUID
    naam: str
    plek: str
    functie: str


@dataclass(frozen=True, slots=True)
class Inwoners:
    """A municipality with a few residents one can be there, each with an age in words."""

    naam: str
    sleutel: str
    mensen: tuple[tuple[UUID, str, str], ...]


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality with everybody one can be there."""

    naam: str
    sleutel: str
    mensen: tuple[Rij, ...]


def kiezen(request: ScopedRequest, formulier: Datumformulier | None = None) -> HttpResponse:
    """Everybody one can be: the people of the examples on top, the others by municipality and team."""
    vandaag = request.scope.nu.date()
    mensen = demomedewerkers()
    bekend = {medewerker_id(*sleutel.split("/", 1)) for sleutel in settings.BEKENDEN}
    return toon(
        request,
        "demo/kiezen.html",
        {
            "bekend": list(_gemeenten(m for m in mensen if m.id in bekend)),
            "gemeenten": list(_gemeenten(m for m in mensen if m.id not in bekend)),
            "inwoners": list(_inwoners(demoinwoners(), vandaag)),
            "formulier": formulier or Datumformulier(initial={"dag": vandaag}),
        },
    )


def _gemeenten(mensen: Iterable[Demomedewerker]) -> Iterable[Gemeente]:
    for sleutel, groep in groupby(mensen, key=lambda m: m.gemeente):
        rijen = tuple(Rij(m.id, m.naam, m.team or m.organisatie, m.functie) for m in groep)
        yield Gemeente(beleid.versies(sleutel)[-1].naam, sleutel, rijen)


def _inwoners(mensen: Iterable[Demoinwoner], vandaag: date) -> Iterable[Inwoners]:
    for sleutel, groep in groupby(mensen, key=lambda m: m.gemeente):
        rijen = tuple((m.id, m.naam, leeftijd(m.geboortedatum, vandaag)) for m in groep)
        yield Inwoners(beleid.versies(sleutel)[-1].naam, sleutel, rijen)


def word(request: ScopedRequest) -> HttpResponse:
    """Become somebody: a session as after signing in."""
    if request.method != "POST":
        raise Http404
    medewerker = _gekozen(demomedewerkers(), request.POST.get("medewerker"))
    wie = medewerker or _gekozen(demoinwoners(), request.POST.get("inwoner"))
    if wie is None:
        raise Http404
    if vorige := request.COOKIES.get(scopes.KOEKJE):
        scopes.sluit_sessie(vorige)
    token = scopes.open_sessie(
        soort="medewerker" if medewerker else "inwoner",
        actor=UUID(str(wie.id)),
        gemeente=wie.gemeente_id,
        duur=DUUR,
    )
    antwoord = HttpResponseRedirect(THUIS[Functie(medewerker.functie)] if medewerker else "/mijn/")
    _zet_koekje(antwoord, scopes.KOEKJE, token)
    return antwoord


def _gekozen(mensen: Iterable[Mens], sleutel: str | None) -> Mens | None:
    return next((m for m in mensen if str(m.id) == sleutel), None)


def zet_datum(request: ScopedRequest) -> HttpResponse:
    """Set the day of the demo, for this browser only."""
    formulier = Datumformulier(request.POST)
    if request.method != "POST" or not formulier.is_valid():
        return kiezen(request, formulier)
    antwoord = HttpResponseRedirect("/kies-persoon/")
    dag = formulier.cleaned_data["dag"]
    if isinstance(dag, date):
        _zet_koekje(antwoord, scopes.KLOK_KOEKJE, dag.isoformat())
    else:
        antwoord.delete_cookie(scopes.KLOK_KOEKJE)
    return antwoord


def stop(request: ScopedRequest) -> HttpResponse:
    """Sign out: the session ends at once, not only the cookie."""
    if request.method != "POST":
        raise Http404
    if token := request.COOKIES.get(scopes.KOEKJE):
        scopes.sluit_sessie(token)
    antwoord = HttpResponseRedirect("/")
    antwoord.delete_cookie(scopes.KOEKJE)
    antwoord.headers["Clear-Site-Data"] = '"cache", "storage"'  # nothing stays on a shared computer
    return antwoord


def _zet_koekje(antwoord: HttpResponse, naam: str, waarde: str) -> None:
    antwoord.set_cookie(
        naam,
        waarde,
        max_age=DUUR,
        httponly=True,
        samesite="Lax",
        secure=settings.KOEKJES_BEVEILIGD,
    )
