"""Somebody joins a household that is in somebody's file: a child, a partner, a parent who lives elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models, transaction

from eenplan.platform.delen import NieuwDeel, nieuwe_delen
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, leg_alle_vast
from eenplan.platform.ids import nieuw_id
from eenplan.platform.schrijven import voeg_toe
from eenplan.platform.scope import Scope

from . import events
from .models import Huishouden, Lid, Relatie
from .regels import Persoonsgegevens, RelatieSoort
from .usecases import meld_samen_aan

AL_BEKEND = (
    "De gemeente kent deze persoon al. Zoek deze persoon op en vraag wie daar helpt om contact. "
    "Wie al een dossier heeft, hoort daar bij het eigen gezin."
)


@dataclass(frozen=True, slots=True)
class ErbijBand:
    """How two people stand to each other; None is whoever joins."""

    van: UUID | None
    tot: UUID | None
    soort: RelatieSoort
    gezag: bool = False


@transaction.atomic
def voeg_gezinslid_toe(
    scope: Scope,
    *,
    bij: UUID,
    gegevens: Persoonsgegevens,
    verantwoordelijke: UUID,
    thuis: bool,
    banden: Sequence[ErbijBand] = (),
) -> UUID:
    """Register somebody new beside `bij`, whose household is open in this request; returns their key.

    Who is known already is not tied to a household unseen: Geweigerd.
    """
    [aanmelding] = meld_samen_aan(
        scope, personen=[gegevens], gemeente=scope.gemeente, verantwoordelijke=verantwoordelijke
    )
    if aanmelding.bekend:
        raise Geweigerd(velden={"bsn": AL_BEKEND})
    nieuw = aanmelding.persoon
    woont, leden, rijen = _woont(scope, bij, nieuw) if thuis else (nieuw, [], [])
    wie = [*leden, *(b.tot or nieuw for b in banden)]
    delen = nieuwe_delen(scope, [NieuwDeel(w, "huishouden", verantwoordelijke) for w in wie])
    vast: Mapping[str, Any] = {"gemeente_id": scope.gemeente, "van": scope.nu.date()}
    erbij = [
        Lid(id=nieuw_id(), deel_id=deel, huishouden_id=woont, persoon_id=w, **vast)
        for w, deel in zip(leden, delen, strict=False)
    ]
    relaties = [
        _relatie(b, nieuw, deel, vast) for b, deel in zip(banden, delen[len(leden) :], strict=True)
    ]
    voeg_toe([*rijen, *erbij, *relaties])
    naam = {"naam": gegevens.naam}
    leg_alle_vast(
        scope,
        [Gebeurtenis(events.GEZIN, r.persoon_id, r.deel_id, r.persoon_id, naam) for r in erbij]
        + [Gebeurtenis(events.GEZIN, r.persoon_id, r.deel_id, r.ander_id, naam) for r in relaties],
    )
    return nieuw


def _woont(scope: Scope, bij: UUID, nieuw: UUID) -> tuple[UUID, list[UUID], list[models.Model]]:
    """The household to live in, who is to be written into it, and the household itself when there was none."""
    lid = Lid.objects.filter(persoon_id=bij, tot=None).order_by("id").first()
    if lid is not None:
        return lid.huishouden_id, [nieuw], []
    huishouden = Huishouden(id=nieuw_id(), gemeente_id=scope.gemeente)
    return huishouden.id, [bij, nieuw], [huishouden]


def _relatie(band: ErbijBand, nieuw: UUID, deel: UUID, vast: Mapping[str, Any]) -> Relatie:
    return Relatie(
        id=nieuw_id(),
        deel_id=deel,
        persoon_id=band.van or nieuw,
        ander_id=band.tot or nieuw,
        soort=band.soort,
        gezag=band.gezag,
        beperkt=False,
        **vast,
    )
