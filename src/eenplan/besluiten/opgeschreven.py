"""What was written down about a person's need before anybody decided: the conversation, the steps, who judged."""

from __future__ import annotations

from uuid import UUID

from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen.models import Inzet
from eenplan.plannen.regels import Laag, lichtere_treden
from eenplan.platform.scope import Scope

from .models import Vervolg
from .onderbouwing import Opgeschreven
from .regels import VervolgSoort, VervolgToestand


def opgeschreven(
    scope: Scope, *, persoon: UUID, melding: UUID | None, inzet: UUID | None
) -> Opgeschreven:
    """As far as this reader has it open; of the person the paper is about, never of somebody else."""
    stand = onderzoek_bij(scope, persoon, melding)
    blad = onderzoeken.lees(scope, stand.id) if stand else None
    return Opgeschreven(
        onderwerpen={s: o.tekst for s, o in blad.onderwerpen.items()} if blad else {},
        conclusie=blad.kern.conclusie if blad else "",
        treden=_treden(inzet) if inzet else {},
        consulent=_consulent(inzet) if inzet else "",
    )


def onderzoek_bij(scope: Scope, persoon: UUID, melding: UUID | None) -> onderzoeken.Stand | None:
    """The investigation a decision about this person rests on: of the question, or the last one when that is not known.

    None when the resident stopped it, or none is open for this reader.
    """
    return next(
        (
            stand
            for stand in onderzoeken.stand_van(scope, [persoon])
            if melding in (None, stand.melding)
            and stand.toestand is not onderzoeken.Toestand.VERVALLEN
        ),
        None,
    )


def onderzoek_oordeel(scope: Scope, persoon: UUID, melding: UUID | None) -> str:
    """What the concluded investigation says about whether help is needed; empty while it is not concluded."""
    stand = onderzoek_bij(scope, persoon, melding)
    return stand.oordeel if stand and stand.toestand is onderzoeken.Toestand.AFGEROND else ""


def _treden(inzet: UUID) -> dict[Laag, str]:
    """Why each lighter step is not enough; a reason given earlier under the same goal counts, as on the form (U5)."""
    rij = Inzet.objects.get(pk=inzet)
    eerder = Inzet.objects.filter(doel_id=rij.doel_id).order_by("pk")
    redenen: dict[str, str] = {}
    for andere in eerder.values_list("waarom_niet_lichter", flat=True):
        redenen |= andere
    redenen |= rij.waarom_niet_lichter
    return {laag: redenen[laag] for laag in lichtere_treden(Laag(rij.laag)) if laag in redenen}


def _consulent(inzet: UUID) -> str:
    """What who did not make the offer thought of it (H4)."""
    oordelen = (
        Vervolg.objects.filter(
            inzet_id=inzet, soort=VervolgSoort.CONSULENT, toestand=VervolgToestand.KLAAR
        )
        .order_by("-gezet_op")
        .values_list("oordelen", flat=True)
    )
    return next((o["toelichting"] for gegeven in oordelen for o in gegeven), "")
