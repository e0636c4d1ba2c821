"""What closes a follow-up from below: an event about the help, and a decision that was asked instead."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from eenplan.plannen.models import Inzet
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, vastleggen
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .models import Vervolg
from .regels import VERVOLG_WAT, VervolgSoort, VervolgToestand

BESLUIT_GEVRAAGD = "de inwoner vroeg een besluit"


def sluit_om_besluit(scope: Scope, inzet: UUID, persoon: UUID) -> None:
    """A decision was asked: looking for another offer, or saying that one can be asked, is done with that."""
    klaar = Vervolg.objects.filter(
        inzet_id=inzet,
        toestand=VervolgToestand.OPEN,
        soort__in=(VervolgSoort.WIJZEN, VervolgSoort.ANDER_AANBOD),
    ).update(
        toestand=VervolgToestand.KLAAR,
        uitkomst=BESLUIT_GEVRAAGD,
        klaar_op=scope.nu.date(),
        klaar_door=f"{scope.naam}, {scope.organisatie_naam}",
    )
    if klaar:
        gegevens = {"wat": VERVOLG_WAT[VervolgSoort.WIJZEN]}
        meld(scope, events.VERVOLG_KLAAR, inzet, persoon, gegevens)
        werk.rond_af(scope, over=inzet, soort=WerkSoort.VERVOLG)


def meld(
    scope: Scope, soort: Soort, inzet: UUID, persoon: UUID, gegevens: Mapping[str, str]
) -> None:
    """An event about the help, on the timeline of whom it is for."""
    deel = Inzet.objects.filter(pk=inzet).values_list("deel_id", flat=True).get()
    vastleggen(scope, Gebeurtenis(soort, inzet, deel, persoon, dict(gegevens)))
