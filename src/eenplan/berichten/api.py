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
from .hoofd import Briefhoofd
from .inhoud import Brief, BriefSoort, Ontvanger
from .kaart import gezichtenkaart
from .lezers import Lezer, lezer, noemt_geheim_adres, ouder, samen
from .loop import Bezorging, Toestand
from .regels import gebreken
from .teksten import aanhef, blokken, onderwerp
from .usecases import (
    OpenBrief,
    Pdf,
    Uitgave,
    Verzonden,
    lees_pdf,
    open_brief,
    open_deel,
    stel_op,
    stuur,
    verzend,
)

__all__ = [
    "Bezorging",
    "BriefRegel",
    "BriefSoort",
    "Briefhoofd",
    "LeesbareBrief",
    "Lezer",
    "Opdracht",
    "OpenBrief",
    "Pdf",
    "Toestand",
    "Uitgave",
    "Verzonden",
    "Voorbeeld",
    "afschriften",
    "brieven_van",
    "gezichtenkaart",
    "lees",
    "lees_pdf",
    "lezer",
    "noemt_geheim_adres",
    "open_brief",
    "open_deel",
    "ouder",
    "samen",
    "stel_op",
    "stuur",
    "verzend",
    "voorbeeld",
]


@dataclass(frozen=True)
class BriefRegel:
    """A letter on a list. `aan`: how who got it was named; empty until it left."""

    id: UUID
    persoon: UUID
    aan: str
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
SELECT id, persoon_id, coalesce(aan->>'naam', ''), over_id, soort, kenmerk, onderwerp, toestand, opgesteld_op,
       opgesteld_door, verzonden_op, bezorging, sha256{meer}
  FROM berichten_brief WHERE {waar} AND toestand <> 'vervallen' ORDER BY id DESC"""


def brieven_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[BriefRegel]:
    """The letters about persons opened in this request, newest first, in one statement."""
    return rijen(_regel, _REGELS.format(meer="", waar="persoon_id = ANY (%s)"), [list(personen)])


def afschriften(scope: Scope, over: UUID) -> Sequence[BriefRegel]:
    """Every letter about one file, as far as open in this request: of one paper, the copy of each reader."""
    return rijen(_regel, _REGELS.format(meer="", waar="over_id = %s"), [over])


def lees(scope: Scope, brief: UUID, *, vandaag: Uitgave | None = None) -> LeesbareBrief:
    """Open a letter and show it, a concept as `vandaag` has it. Raises NietGevonden. Four statements."""
    persoon, doel = open_deel(scope, brief)
    gevonden = rijen(
        lambda *kolommen: (_regel(*kolommen[:-2]), *kolommen[-2:]),
        _REGELS.format(meer=", inhoud, aan", waar="id = %s"),
        [brief],
    )
    if not gevonden:
        raise NietGevonden
    [(regel, inhoud, aan)] = gevonden
    inzage.openen(scope, personen=[persoon], doel=doel)
    [kaart] = huishoudens.personen(scope, [persoon])
    opdracht = uit_json(regel.soort, _als_json(inhoud))
    if regel.bezorging is not None:
        # It left as it is kept: where it went then is on the paper, not where it would go today.
        op_papier = {sleutel: str(tekst) for sleutel, tekst in _als_json(aan).items()}
        geadresseerde = Ontvanger(
            op_papier["naam"], aanhef=op_papier["aanhef"], over=op_papier["over"]
        )
        wie = Lezer(persoon, geadresseerde, regel.bezorging)
        beeld = voorbeeld(scope, lezer=wie, opdracht=opdracht, kenmerk=regel.kenmerk)
        return LeesbareBrief(regel, kaart.naam, replace(beeld, gebreken=()))
    nu = vandaag or Uitgave(opdracht, [lezer(kaart, scope.nu.date())])
    beeld = voorbeeld(scope, lezer=nu.lezers[0], opdracht=nu.opdracht, kenmerk=regel.kenmerk)
    return LeesbareBrief(regel, kaart.naam, beeld)


def voorbeeld(scope: Scope, *, lezer: Lezer, opdracht: Opdracht, kenmerk: str) -> Voorbeeld:
    """What this reader's copy would say if it left today. Pure: no statement."""
    geadresseerde, hoe = lezer.ontvanger, lezer.bezorging
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
    aan: str,
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
        aan,
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
