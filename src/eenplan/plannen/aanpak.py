"""What a specialist who makes the plan writes in it: steps under the goal of the own help, no more (D6)."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope

from . import events
from .models import Eigenregel, Inzet
from .regels import DoelToestand, EigenSoort


@transaction.atomic
def schrijf_stap(scope: Scope, *, inzet: UUID, tekst: str) -> UUID:
    """Write a step under the goal of this help, which the caller opened. Geweigerd at `tekst`; NietGevonden."""
    if not tekst.strip():
        raise Geweigerd(velden={"tekst": "Schrijf op wat jullie gaan doen."})
    rij = Inzet.objects.select_related("doel").filter(id=inzet).first()
    if rij is None:
        raise NietGevonden
    if rij.doel.toestand != DoelToestand.OPEN:
        raise Geweigerd("Dit doel is klaar. Er komt niets meer bij.")
    sleutel = nieuw_id()
    Eigenregel(
        id=sleutel,
        gemeente_id=scope.gemeente,
        deel_id=rij.doel.deel_id,
        plan_id=rij.plan_id,
        doel_id=rij.doel_id,
        persoon_id=rij.persoon_id,
        soort=EigenSoort.STAP,
        tekst=tekst.strip(),
        door=f"{scope.naam}, {scope.organisatie_naam}",
        geschreven_op=scope.nu,
    ).save(force_insert=True)
    gegevens = {"wie": scope.organisatie_naam}
    vastleggen(
        scope,
        Gebeurtenis(events.STAP, rij.plan_id, rij.doel.deel_id, rij.persoon_id, gegevens),
    )
    return sleutel
