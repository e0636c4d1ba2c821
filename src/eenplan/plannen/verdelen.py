"""Choosing which member gives help that a cooperative gives through its members (H5)."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.organisaties.api import organisatie_id
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.scope import Scope

from . import events
from .akkoorden import vraag_opnieuw
from .beslissen import betrek_uitvoerder
from .gedeeld import meld_inzet, open_inzet
from .models import Inzet
from .regels import AFGELOPEN, InzetToestand
from .uitbesteden import leden, verdeler_van, zet_uitvoerder


@transaction.atomic
def besteed_uit(scope: Scope, *, inzet: UUID, lid: str) -> None:
    """Let a member give this help: before it begins it stands in the plan, after that the member is asked at once.

    `lid`: the key of a party in the policy file. Geweigerd for who does not choose here; NietGevonden.
    """
    rij = open_inzet(scope, inzet, wijzigen=True).inzet
    model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    verdeler = verdeler_van(model, rij.organisatie_id)
    if verdeler is None or organisatie_id(model.sleutel, verdeler.sleutel) != scope.organisatie_id:
        raise Geweigerd("Wie deze hulp geeft, kiest de organisatie die de hulp regelt.")
    if rij.toestand in AFGELOPEN:
        raise Geweigerd("Deze hulp is er niet meer.")
    gekozen = next((p for p in leden(model, verdeler.sleutel) if p.sleutel == lid), None)
    if gekozen is None:
        raise Geweigerd(velden={"lid": "Kies wie de hulp gaat geven."})
    zet_uitvoerder(rij, organisatie_id(model.sleutel, gekozen.sleutel), gekozen.naam)
    meld_inzet(scope, events.UITBESTEED, rij, {"wie": gekozen.naam})
    if rij.toestand == InzetToestand.VOORGESTELD:
        vraag_opnieuw(scope, rij)
    if rij.toestand == InzetToestand.LOOPT:
        vers = Inzet.objects.select_related("organisatie", "doel").filter(pk=inzet).first()
        if vers is None:
            raise NietGevonden
        betrek_uitvoerder(scope, vers)
