"""What every screen knows: who looks, where, and the main roads from here."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from eenplan.beleid import api as beleid
from eenplan.organisaties.api import Functie
from eenplan.overgang.api import LAATSTE_DAG
from eenplan.platform import klok
from eenplan.platform.scope import Scope
from eenplan.web.bouwstenen import NavLink

_WERK = (("Mijn werk", "/werk/"),)
_TOEGANG = (
    *_WERK,
    ("Nieuwe vraag", "/werk/melding/nieuw/"),
    ("Signalen", "/werk/signalen/"),
    ("Zoeken", "/werk/zoeken/"),
)
_MENU = {
    Functie.HULPVERLENER: _TOEGANG,
    Functie.CONSULENT: _TOEGANG,
    Functie.AANBIEDER: _WERK,
    Functie.BELEIDSADVISEUR: (
        ("Het model", "/beleid/"),
        ("Probeer een situatie", "/beleid/proberen/"),
    ),
}


def _kent_oude_indicaties(scope: Scope) -> bool:
    """Whether the policy looks, or looked until shortly, at indications of an earlier law (D20); read from memory.

    A conversation that is late is still to be held in the year after.
    """
    vandaag = scope.nu.date()
    try:
        gekend = [
            v.kent_overgangsrecht
            for v in beleid.versies(scope.gemeente_sleutel)
            if v.geldig_vanaf <= vandaag
        ]
    except beleid.Beleidsfout:
        return False
    return any(gekend) and vandaag.year <= LAATSTE_DAG.year + 1


def scherm(request: HttpRequest) -> dict[str, object]:
    """The scope, whose look the page has, the menu of a function, and whether this is the demo. Costs no statement."""
    scope = getattr(request, "scope", None)
    menu = _MENU.get(scope.functie, ()) if scope else ()
    if scope and menu is _TOEGANG and _kent_oude_indicaties(scope):
        menu = (*menu, ("Oude indicaties", "/werk/indicaties/"))
    return {
        "scope": scope,
        "uiterlijk": scope.gemeente_sleutel if scope else "",
        "demo": settings.DEMO,
        "vandaag": klok.vandaag(),
        "navigatie": tuple(NavLink(naam, href, huidig=request.path == href) for naam, href in menu),
        "start_url": menu[0][1]
        if menu
        else "/mijn/"
        if scope and scope.soort == "inwoner"
        else "/",
    }
