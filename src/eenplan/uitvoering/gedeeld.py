"""What every act here starts with: the piece of help opened for whoever works on it, and what was asked of whom."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Doel
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, Waarde, vastleggen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt

from .models import Opdracht


@dataclass(frozen=True, slots=True)
class Tafel:
    """One piece of help, for which purpose it opened, the name of whom it is for, and what was asked of whom."""

    blad: plannen.InzetBlad
    doel: Doel
    naam: str
    opdracht: Opdracht | None

    @property
    def inzet(self) -> plannen.InzetRegel:
        """The help itself."""
        return self.blad.inzet


def open_tafel(scope: Scope, inzet: UUID) -> Tafel:
    """Open this help to change something, in turn with whoever else does. NietGevonden for an outsider."""
    om_de_beurt(inzet)
    blad, _, doel = plannen.open_hulp(scope, inzet)
    if doel is Doel.BESLUITVORMING:  # who decides does not help
        raise NietGevonden
    return Tafel(blad, doel, naam_van(scope, blad.inzet.persoon), opdracht_bij(inzet))


def naam_van(scope: Scope, persoon: UUID) -> str:
    """The name for a line on a list. NietGevonden when this reader does not see them."""
    kaarten = huishoudens.personen(scope, [persoon])
    if not kaarten:
        raise NietGevonden
    return kaarten[0].naam


def opdracht_bij(inzet: UUID) -> Opdracht | None:
    """What was asked of an organisation about this help, as far as open."""
    return Opdracht.objects.select_related("organisatie").filter(inzet_id=inzet).first()


def als_aanbieder(scope: Scope, inzet: UUID) -> tuple[Tafel, Opdracht]:
    """The help as the organisation that was asked for it. NietGevonden for anybody else."""
    tafel = open_tafel(scope, inzet)
    if tafel.opdracht is None or tafel.opdracht.organisatie_id != scope.organisatie_id:
        raise NietGevonden
    return tafel, tafel.opdracht


def als_team(scope: Scope, inzet: UUID) -> tuple[Tafel, Opdracht]:
    """The help as who has the question. NietGevonden for anybody else."""
    tafel = open_tafel(scope, inzet)
    if tafel.opdracht is None or tafel.doel is not Doel.TOEGANG:
        raise NietGevonden
    return tafel, tafel.opdracht


def loopt(tafel: Tafel) -> None:
    """Geweigerd when this help does not run any more."""
    if tafel.inzet.toestand is not plannen.InzetToestand.LOOPT:
        raise Geweigerd("Deze hulp loopt niet meer.")


def meld(scope: Scope, soort: Soort, inzet: plannen.InzetRegel, **gegevens: Waarde) -> None:
    """An event about this help, on the timeline of who is helped."""
    vastleggen(scope, Gebeurtenis(soort, inzet.id, inzet.deel, inzet.persoon, gegevens))
