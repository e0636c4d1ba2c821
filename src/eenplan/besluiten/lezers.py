"""Who reads a paper about a youth: the youth, and each parent with authority, apart (Jw 7.3.4, 7.3.5; waarborg 11)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.beleid.wetboek import Toestemming
from eenplan.berichten import api as berichten
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel, Rubriek
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope

from .kader import Beslisser

GRONDSLAG = "een besluit sturen aan wie gezag heeft (Jeugdwet art. 7.3.4 en 7.3.5; Awb art. 3:41)"
_OM_TE_STUREN = frozenset({Rubriek.IDENTITEIT, Rubriek.CONTACT, Rubriek.ADRES})


def lezers_van(scope: Scope, over: PersoonKaart, doel: Doel) -> tuple[berichten.Lezer, ...]:
    """Who gets a copy of their own of a paper about this person, first whose paper it is. The file must be open.

    By the ages of the law file: under 12 the parents with authority, from 12 to 15 the youth and the parents, from 16
    the youth alone. While no parent with authority is known, one letter goes to the child with its parents.
    """
    op = scope.nu.date()
    regel = _leeftijdsregel(over, op)
    ouders = _ouders_met_gezag(scope, over.id) if regel and regel.ouders else ()
    if not regel or not ouders:
        return (berichten.lezer(over, op),)
    kaarten = inzage.kaarten_van_ouders(scope, ouders, doel=doel)
    zelf = [berichten.lezer(over, op, alleen=True)] if regel.jeugdige else []
    aan_ouders = [berichten.ouder(g.ouder, kaarten.get(g.ouder), over) for g in ouders]
    aan_ouders.sort(key=lambda wie: (wie.persoon not in kaarten, wie.ontvanger.naam))
    return berichten.samen(*zelf, *aan_ouders)


def is_kind(kaart: PersoonKaart, op: date) -> bool:
    """Whether the parents decide for this child and not the child itself: under 12 in the law file."""
    regel = _leeftijdsregel(kaart, op)
    return regel is not None and not regel.jeugdige


def _ouders_met_gezag(scope: Scope, over: UUID) -> Sequence[huishoudens.Gezag]:
    """The parents of this open minor whose authority is not limited; without a name who is not open yet."""
    return [g for g in huishoudens.gezag(scope, [over]) if g.gezag and not g.beperkt]


def geef_ouders_door(scope: Scope, over: UUID, partij: Beslisser) -> None:
    """Let a decider elsewhere see who has authority and where they live: exactly these delen, to send them a copy."""
    [kaart] = huishoudens.personen(scope, [over])
    regel = _leeftijdsregel(kaart, scope.nu.date())
    if not regel or not regel.ouders:
        return
    with suppress(NietGevonden):
        ouders = [g.ouder for g in _ouders_met_gezag(scope, over)]
        opening = inzage.openen(scope, personen=[over, *ouders], doel=Doel.TOEGANG)
        for deel in opening.delen:
            van_ouder = deel.persoon in ouders and deel.rubriek in _OM_TE_STUREN
            if deel.persoon is None or deel.grond != "betrokken":
                continue
            if van_ouder or (deel.persoon == over and deel.rubriek == Rubriek.HUISHOUDEN):
                inzage.betrekken(
                    scope,
                    persoon=deel.persoon,
                    partij=inzage.Partij(partij.id, partij.naam, partij.telefoon),
                    doel=Doel.BESLUITVORMING,
                    grondslag=GRONDSLAG,
                    deel=deel.deel,
                )


def _leeftijdsregel(kaart: PersoonKaart, op: date) -> Toestemming | None:
    """What the law file says of this age; None while the age is not known."""
    jaren = huishoudens.leeftijd(kaart.geboortedatum, op)
    if jaren is None:
        return None
    regels = beleid.wet(op).toestemming
    return next((r for r in regels if r.geldt_voor(jaren)), None)
