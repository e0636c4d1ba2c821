"""Telling somebody that a decision can be asked, where help begins without any paper (waarborg 1; K3, K6)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from eenplan.berichten import api as berichten
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Rubriek
from eenplan.plannen import api as plannen
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .models import Verteld

ZONDER_PAPIER = "maatwerk_zonder_beschikking"
DAGEN = 7


def is_nodig(feiten: plannen.Beslist) -> bool:
    """Whether this is help made to measure that begins without any paper, as the policy's own warning says."""
    codes = {let_op.code for let_op in feiten.beslissing.let_op}
    return feiten.beslissing.document == "geen" and ZONDER_PAPIER in codes


def zet_klaar(
    scope: Scope, feiten: plannen.Beslist, wat: str, kaart: huishoudens.PersoonKaart
) -> None:
    """Put it on the list of who decided on the plan."""
    deel = nieuw_deel(scope, betrokkene=feiten.persoon, rubriek=Rubriek.BESLUIT, wet=feiten.wet)
    Verteld(
        id=deel,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=feiten.persoon,
        inzet_id=feiten.inzet,
        wat=wat,
        begonnen_op=scope.nu.date(),
        door="",
    ).save(force_insert=True)
    vastleggen(scope, Gebeurtenis(events.VERTELLEN, deel, deel, feiten.persoon))
    werk.zet_klaar(
        scope,
        soort=WerkSoort.VERTELLEN,
        over=deel,
        persoon=feiten.persoon,
        titel=kaart.naam,
        wat="Vertel dat een besluit kan",
        partij=scope.partij,
        medewerker=scope.actor,
        vervalt=scope.nu.date() + timedelta(days=DAGEN),
    )


@transaction.atomic
def leg_verteld_vast(scope: Scope, *, verteld: UUID, op: date) -> UUID:
    """Write down on which day it was said; returns whose it is. Geweigerd for a day that has not been."""
    persoon, _ = berichten.open_deel(scope, verteld)
    if op > scope.nu.date():
        raise Geweigerd(velden={"op": "Deze dag is nog niet geweest."})
    rij = Verteld.objects.filter(pk=verteld).first()
    if rij is None:
        raise NietGevonden
    Verteld.objects.filter(pk=verteld).update(op=op, door=scope.naam)
    vastleggen(scope, Gebeurtenis(events.VERTELD, verteld, rij.deel_id, persoon))
    werk.rond_af(scope, over=verteld, soort=WerkSoort.VERTELLEN)
    return persoon
