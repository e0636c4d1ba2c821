"""The front door of `berichten`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from json import loads
from uuid import UUID

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .bewaard import Opdracht, uit_json
from .blokken import Blok
from .hoofd import Briefhoofd, briefhoofd
from .inhoud import Brief, BriefSoort
from .loop import BEZORGD, Bezorging, Toestand
from .regels import gebreken
from .teksten import aanhef, blokken, onderwerp
from .usecases import (
    Pdf,
    Verzonden,
    lees_pdf,
    ontvanger,
    open_deel,
    stel_op,
    stuur,
    verzend,
)

__all__ = [
    "BEZORGD",
    "Bezorging",
    "BriefRegel",
    "BriefSoort",
    "Briefhoofd",
    "LeesbareBrief",
    "Opdracht",
    "Pdf",
    "Toestand",
    "Verzonden",
    "Voorbeeld",
    "briefhoofd",
    "brieven_van",
    "lees",
    "lees_pdf",
    "ontvanger",
    "open_deel",
    "stel_op",
    "stuur",
    "verzend",
    "voorbeeld",
]


@dataclass(frozen=True)
class BriefRegel:
    """A letter on a list."""

    id: UUID
    persoon: UUID
    over: UUID
    soort: BriefSoort
    kenmerk: str
    onderwerp: str
    toestand: Toestand
    opgesteld_op: datetime
    opgesteld_door: str
    verzonden_op: datetime | None
    bezorging: Bezorging | None
    sha256: str | None


@dataclass(frozen=True)
class Voorbeeld:
    """A letter as a screen shows it: the same words as on paper, and the gaps that keep it a concept."""

    onderwerp: str
    ontvanger: str
    adres: Sequence[str]
    aanhef: str
    blokken: Sequence[Blok]
    bezorging: Bezorging
    gebreken: Sequence[str]


@dataclass(frozen=True)
class LeesbareBrief:
    """One letter, opened."""

    regel: BriefRegel
    naam: str
    voorbeeld: Voorbeeld


_REGELS = """
SELECT id, persoon_id, over_id, soort, kenmerk, onderwerp, toestand, opgesteld_op, opgesteld_door, verzonden_op,
       bezorging, sha256{meer}
  FROM berichten_brief WHERE {waar} AND toestand <> 'vervallen' ORDER BY id DESC"""


def brieven_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[BriefRegel]:
    """The letters to persons opened in this request, newest first, in one statement."""
    return rijen(_regel, _REGELS.format(meer="", waar="persoon_id = ANY (%s)"), [list(personen)])


def lees(scope: Scope, brief: UUID) -> LeesbareBrief:
    """Open a letter and show it. Raises NietGevonden. Four statements."""
    persoon, doel = open_deel(scope, brief)
    gevonden = rijen(
        lambda *kolommen: (_regel(*kolommen[:-1]), kolommen[-1]),
        _REGELS.format(meer=", inhoud", waar="id = %s"),
        [brief],
    )
    if not gevonden:
        raise NietGevonden
    [(regel, inhoud)] = gevonden
    inzage.openen(scope, personen=[persoon], doel=doel)
    [kaart] = huishoudens.personen(scope, [persoon])
    opdracht = uit_json(regel.soort, _als_json(inhoud))
    beeld = voorbeeld(scope, kaart=kaart, opdracht=opdracht, kenmerk=regel.kenmerk)
    if regel.bezorging is not None:
        # It left as it is kept: where it went then is on the paper, not where it would go today.
        beeld = replace(beeld, adres=(), bezorging=regel.bezorging, gebreken=())
    return LeesbareBrief(regel, kaart.naam, beeld)


def voorbeeld(
    scope: Scope, *, kaart: huishoudens.PersoonKaart, opdracht: Opdracht, kenmerk: str
) -> Voorbeeld:
    """What this letter would say if it left today. Pure: no statement."""
    geadresseerde, hoe = ontvanger(kaart, scope.nu.date())
    brief: Brief = opdracht.brief(geadresseerde, kenmerk=kenmerk, datum=scope.nu.date())
    return Voorbeeld(
        onderwerp(brief),
        geadresseerde.naam,
        () if geadresseerde.geheim else geadresseerde.adresregels,
        aanhef(brief),
        blokken(brief),
        hoe,
        gebreken(brief),
    )


def _als_json(waarde: object) -> Mapping[str, object]:
    """Django hands out JSON of its own queries only; here it is still text."""
    json: Mapping[str, object] = loads(str(waarde))
    return json


def _regel(
    id: UUID,
    persoon: UUID,
    over: UUID,
    soort: str,
    kenmerk: str,
    onderwerp: str,
    toestand: str,
    opgesteld_op: datetime,
    opgesteld_door: str,
    verzonden_op: datetime | None,
    bezorging: str | None,
    sha256: str | None,
) -> BriefRegel:
    return BriefRegel(
        id,
        persoon,
        over,
        BriefSoort(soort),
        kenmerk,
        onderwerp,
        Toestand(toestand),
        opgesteld_op,
        opgesteld_door,
        verzonden_op,
        Bezorging(bezorging) if bezorging else None,
        sha256,
    )
