"""Who is looking at the own pages: what opened of them and their children, and what every page of theirs shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Toegangsmodel
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import MeldingKaart
from eenplan.plannen import api as plannen
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.web.bouwstenen import NavLink
from eenplan.web.openbaar.gemeente import schil
from eenplan.web.verzenden import toon

MENU = (
    ("Overzicht", "/mijn/"),
    ("Mijn plan", "/mijn/plan/"),
    ("Brieven", "/mijn/brieven/"),
    ("Uw rechten", "/mijn/rechten/"),
)


@dataclass(frozen=True)
class Mij:
    """What opened: oneself, and the children one has authority over."""

    opening: inzage.Opening
    zelf: tuple[UUID, ...]
    kaarten: Sequence[PersoonKaart]

    @property
    def personen(self) -> tuple[UUID, ...]:
        """Everybody of whom something opened, oneself first."""
        return (*self.zelf, *(p for p in self.opening.personen if p not in self.zelf))

    @property
    def kinderen(self) -> tuple[PersoonKaart, ...]:
        """The children whose file opened by authority."""
        return tuple(k for k in self.kaarten if k.id not in self.zelf)

    def van_wie(self, persoon: UUID) -> str:
        """The name of a child; empty for what is about oneself."""
        return next((k.naam for k in self.kinderen if k.id == persoon), "")


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the resident calls."""

    naam: str
    organisatie: str
    telefoon: str


def open_mij(scope: Scope) -> Mij:
    """Open what a resident may see. Two statements. NietGevonden when nothing opens."""
    opening = inzage.open_als_inwoner(scope)
    return Mij(opening, opening.met_grond("zelf"), huishoudens.personen(scope, opening.personen))


def contact_van(scope: Scope, mij: Mij, vragen: Sequence[MeldingKaart]) -> Contact:
    """Who has the newest question, or the one behind the plan; else who is involved; else the municipality."""
    levend = [m for m in vragen if m.toestand is not meldingen.Toestand.AFGEROND] or vragen
    for m in levend:
        nummer = _eigen_nummer(scope, m.behandelaar_naam) or m.houder_telefoon
        return Contact(m.behandelaar_naam or m.houder_naam, m.houder_naam, nummer)
    if plancontact := plannen.contact_van_plan(scope):
        return Contact(plancontact.naam, plancontact.organisatie, plancontact.telefoon)
    betrokken = inzage.wie_betrokken(scope, mij.personen)
    for persoon in mij.personen:
        for regel in betrokken.get(persoon, ()):
            if regel.doel == inzage.Doel.TOEGANG and regel.naam and regel.telefoon:
                return Contact(regel.naam, regel.naam, regel.telefoon)
    gemeente = next(p for p in model_van(scope).partijen if p.soort == "gemeente")
    return Contact(gemeente.naam, gemeente.naam, gemeente.telefoon)


def _eigen_nummer(scope: Scope, naam: str) -> str:
    """The number of who stands on the gezichtenkaart with this name (L4): whoever was handed it may go on using it."""
    gezichten = (p.gezicht for p in model_van(scope).gezichten if p.gezicht)
    return next((g.telefoon for g in gezichten if g.naam == naam), "")


def model_van(scope: Scope) -> Toegangsmodel:
    """The arrangement of the resident's municipality today."""
    return beleid.model(scope.gemeente_sleutel, scope.nu.date())


def toon_mij(request: ScopedRequest, sjabloon: str, context: Mapping[str, object]) -> HttpResponse:
    """Render one of the resident's pages, with the menu and the number to call."""
    pad = request.path
    eigen = {
        "start_url": "/mijn/",
        "navigatie": tuple(
            NavLink(naam, href, huidig=pad == href or (href != "/mijn/" and pad.startswith(href)))
            for naam, href in MENU
        ),
    }
    return toon(request, sjabloon, {**schil(model_van(request.scope)), **eigen, **context})
