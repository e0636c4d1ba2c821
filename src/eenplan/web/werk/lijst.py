"""My work: what waits, for whom and until when. A hot page: one statement, one line in the read log (docs/adr/0008)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeVar

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.html import escape
from django.utils.safestring import SafeString

from eenplan.platform.scope import ScopedRequest
from eenplan.web import lijstregels
from eenplan.web.bouwstenen import Tab as TabBeeld
from eenplan.web.verzenden import toon
from eenplan.werk import api as werk
from eenplan.werk.api import Regel, Sortering, Tab

from .werksoorten import adres_van, betekenis

Keuze = TypeVar("Keuze", bound=StrEnum)

ADRES = "/werk/"
LANGSTE_NUMMER = 6
TABS = {Tab.NIEUW: "Nieuw voor mij", Tab.MIJN: "Mijn werk", Tab.TEAM: "Van het team"}
SORTERINGEN = {
    Sortering.VERVALT: "datum",
    Sortering.NAAM: "naam",
    Sortering.NIEUWSTE: "nieuwste eerst",
}
LEEG = {
    Tab.NIEUW: ("Er is niets nieuws", "Een nieuwe vraag voor uw team komt hier vanzelf te staan."),
    Tab.MIJN: (
        "U hebt niets liggen",
        "Pak een vraag op bij ‘Nieuw voor mij’. Dan staat zij hier met de datum erbij.",
    ),
    Tab.TEAM: ("Het team heeft niets liggen", "Alles is afgerond."),
}


class Zoekformulier(forms.Form):
    """Part of a name or of a reference, within this list. Sent in the body: a name never stands in an address."""

    use_required_attribute = False
    zoek = forms.CharField(
        label="Zoek in deze lijst",
        required=False,
        max_length=80,
        error_messages={"max_length": "Zoek op hooguit 80 tekens."},
    )


def lijst(request: ScopedRequest) -> HttpResponse:
    """The list of this employee and team, by due date; searching in it is a form."""
    gevraagd = request.GET.get("tab")
    tab = _keuze(gevraagd, Tab.NIEUW)
    sorteer = _keuze(request.GET.get("sorteer"), Sortering.VERVALT)
    formulier = Zoekformulier(request.POST if request.method == "POST" else None)
    zoek = formulier.cleaned_data["zoek"] if formulier.is_valid() else ""
    gevonden = werk.mijn_lijst(
        request.scope,
        tab=tab,
        zoek=zoek,
        sorteer=sorteer,
        pagina=_nummer(request.POST.get("pagina")),
    )
    if request.method == "GET" and gevraagd is None and (werk_op := _met_werk(gevonden)):
        return HttpResponseRedirect(_adres(werk_op, sorteer))
    vandaag = request.scope.nu.date()
    return toon(
        request,
        "werk/lijst.html",
        {
            "tabs": [
                TabBeeld(naam, _adres(t, sorteer), gevonden.aantallen[t], huidig=t is tab)
                for t, naam in TABS.items()
            ],
            "sorteringen": [
                (naam, _adres(tab, s), s is sorteer) for s, naam in SORTERINGEN.items()
            ],
            "titel": TABS[tab],
            "van_wie": tab is Tab.TEAM,
            "formulier": formulier,
            "zoek": zoek,
            "lijst": gevonden,
            "rijen": SafeString(
                "".join(_rij(r, vandaag, van_wie=tab is Tab.TEAM) for r in gevonden.regels)
            ),
            "betekenis": betekenis(gevonden.regels),
            "leeg": LEEG[tab],
            "wis_url": _adres(tab, sorteer),
            "vorige": gevonden.pagina - 1,
            "volgende": gevonden.pagina + 1 if gevonden.pagina < gevonden.paginas else 0,
        },
    )


def _met_werk(lijst: werk.Lijst) -> Tab | None:
    """The first tab with something on it, for who comes in and has nothing new; None when there is."""
    eerste = next((tab for tab in TABS if lijst.aantallen[tab]), Tab.NIEUW)
    return eerste if eerste is not Tab.NIEUW else None


def _keuze(waarde: str | None, anders: Keuze) -> Keuze:
    return next((keuze for keuze in type(anders) if keuze == waarde), anders)


def _nummer(tekst: str | None) -> int:
    """The page that was asked for; what is no number, or further than any list goes, is the first."""
    if not tekst or not tekst.isascii() or not tekst.isdigit() or len(tekst) > LANGSTE_NUMMER:
        return 1
    return max(1, int(tekst))


def _adres(tab: Tab, sorteer: Sortering) -> str:
    return f"{ADRES}?tab={tab}&sorteer={sorteer}"


def _rij(regel: Regel, vandaag: date, *, van_wie: bool) -> str:
    """One line as text: fifty of them as a template would cost half of the page (see web/lijstregels.py)."""
    vervalt = lijstregels.vervaldatum(regel.vervalt, vandaag) if regel.vervalt else "Geen datum"
    bij = f'<td data-kop="Bij">{escape(regel.medewerker_naam) or "Nog niemand"}</td>'
    return (
        f'<tr><th scope="row"><a href="{adres_van(regel)}">{escape(regel.titel)}</a></th>'
        f'<td data-kop="Wat">{escape(regel.wat)}</td>'
        f'<td data-kop="Uiterlijk">{vervalt}</td>'
        f"{bij if van_wie else ''}"
        f'<td data-kop="Stand">{_stand(regel)}</td></tr>\n'
    )


def _stand(regel: Regel) -> str:
    """How it stands with it; that it is late stands beside the date."""
    if regel.spoed:
        return lijstregels.status("Spoed", "fout")
    if regel.medewerker is None:
        return lijstregels.status("Nieuw", "info")
    return lijstregels.status("Bezig")
