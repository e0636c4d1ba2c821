"""Somebody joins a household that is in somebody's file: a child, a partner, a parent who lives elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    leden: list[UUID] = []
    rijen: list[models.Model] = []
    if thuis:
        huishouden = Lid.objects.filter(persoon_id=bij, tot=None).order_by("id").first()
        leden = [nieuw] if huishouden else [bij, nieuw]
        woont = huishouden.huishouden_id if huishouden else nieuw_id()
        if huishouden is None:
            rijen.append(Huishouden(id=woont, gemeente_id=scope.gemeente))
    delen = nieuwe_delen(
        scope,
        [
            NieuwDeel(wie, "huishouden", verantwoordelijke)
            for wie in (*leden, *(b.tot or nieuw for b in banden))
        ],
    )
    vast = {"gemeente_id": scope.gemeente, "van": scope.nu.date()}
    rijen += [
        Lid(id=nieuw_id(), deel_id=deel, huishouden_id=woont, persoon_id=wie, **vast)
        for wie, deel in zip(leden, delen[: len(leden)], strict=True)
    ]
    relaties = [
        Relatie(
            id=nieuw_id(),
            deel_id=deel,
            persoon_id=b.van or nieuw,
            ander_id=b.tot or nieuw,
            soort=b.soort,
            gezag=b.gezag,
            beperkt=False,
            **vast,
        )
        for b, deel in zip(banden, delen[len(leden) :], strict=True)
    ]
    voeg_toe([*rijen, *relaties])
    leg_alle_vast(
        scope,
        [
            Gebeurtenis(events.GEZIN, wie, deel, wie, {"naam": gegevens.naam})
            for wie, deel in zip(leden, delen[: len(leden)], strict=True)
        ]
        + [
            Gebeurtenis(events.GEZIN, r.persoon_id, r.deel_id, r.ander_id, {"naam": gegevens.naam})
            for r in relaties
        ],
    )
    return nieuw
