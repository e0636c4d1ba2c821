"""The front door of `signalen`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.inzage import api as inzage
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import ontsleutel
from eenplan.platform.vraag import rijen

from .regels import (
    FLOW,
    LANGSTE_TEKST,
    LOPEND,
    Geinformeerd,
    SignaalGegevens,
    Soort,
    Toestand,
)
from .usecases import Kijker, kijker, leg_vast, noteer_contact, sluit, wordt_vraag

__all__ = [
    "FLOW",
    "LANGSTE_TEKST",
    "Geinformeerd",
    "Kijker",
    "Signaal",
    "SignaalGegevens",
    "SignaalRegel",
    "Soort",
    "Toestand",
    "kijker",
    "lees",
    "leg_vast",
    "mijn_signalen",
    "noteer_contact",
    "sluit",
    "wordt_vraag",
]


@dataclass(frozen=True, slots=True)
class SignaalRegel:
    """One line of the list: where, by when, and until when it exists."""

    id: UUID
    soort: Soort
    gebied: str
    plek: str
    geinformeerd: Geinformeerd
    toestand: Toestand
    gezien_op: date
    kijken_op: date
    verloopt_op: date
    door: str


@dataclass(frozen=True, slots=True)
class Signaal:
    """One signal with what was seen; reading it is a line in the read log."""

    regel: SignaalRegel
    wie: str
    tekst: str
    reden: str


_REGEL = """SELECT id, soort, gebied, plek, geinformeerd, toestand, gezien_op, kijken_op, verloopt_op, door
              FROM signalen_signaal"""


def mijn_signalen(scope: Scope) -> list[SignaalRegel]:
    """The signals on the list of one's own party that still live, area by area, the first to look at first."""
    return rijen(
        _regel,
        f"{_REGEL} WHERE toestand = ANY (%s) ORDER BY gebied, kijken_op, id",
        [list(LOPEND)],
    )


def lees(scope: Scope, signaal: UUID) -> Signaal:
    """One signal of one's own list. NietGevonden for another's, and for one whose last day is past."""
    regels_ = rijen(_regel, f"{_REGEL} WHERE id = %s", [signaal])
    delen = rijen(UUID, "SELECT deel_id::text FROM signalen_signaal WHERE id = %s", [signaal])
    if not regels_:
        raise NietGevonden
    inzage.openen(scope, delen=delen, doel=inzage.Doel.TOEGANG)
    [(rij, *geheim)] = rijen(
        lambda *kolommen: kolommen,
        """SELECT id, wie_versleuteld, tekst_versleuteld, reden_versleuteld
             FROM signalen_inhoud WHERE signaal_id = %s""",
        [signaal],
    )
    return Signaal(regels_[0], *(ontsleutel(tekst, rij=rij) for tekst in geheim))


def _regel(
    id: UUID, soort: str, gebied: str, plek: str, geinformeerd: str, toestand: str, *rest: object
) -> SignaalRegel:
    return SignaalRegel(
        id,
        Soort(soort),
        gebied,
        plek,
        Geinformeerd(geinformeerd),
        Toestand(toestand),
        *rest,  # type: ignore[arg-type]  # as selected
    )
