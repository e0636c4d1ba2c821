"""Reading papers and requests: lists in one statement each, one paper with its gates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.berichten import api as berichten
from eenplan.inzage.api import Doel
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen
from eenplan.termijnen import api as termijnen

from . import hulp as hulpfeiten
from .aanvragen import besluit_uiterlijk
from .gedeeld import Tafel, open_aanvraag, open_stuk
from .hulp import Hulp
from .models import Stuk
from .opgeschreven import onderzoek_oordeel
from .papier import TOELICHTING
from .plan import Hulpkeus, hulp_om_te_kiezen
from .poorten import Poort
from .regels import (
    AFWIJKING,
    AanvraagToestand,
    Afwijsgrond,
    Hoe,
    StukSoort,
    Toestand,
    tegenspraak,
)
from .toetsen import toets


@dataclass(frozen=True, slots=True)
class StukRegel:
    """A paper on a list."""

    id: UUID
    persoon: UUID
    inzet: UUID | None
    aanvraag: UUID | None
    soort: StukSoort
    wet: str
    toestand: Toestand
    beslist_naam: str
    opgesteld_op: datetime
    verzonden_op: datetime | None
    brief: UUID | None
    kenmerk: str
    laatste_dag_bezwaar: date | None


@dataclass(frozen=True, slots=True)
class AanvraagRegel:
    """A request for a decision on a list. `geldt_vanaf` may lie ahead: then it is still only a request."""

    id: UUID
    persoon: UUID
    inzet: UUID | None
    melding: UUID | None
    wet: str
    gevraagd: str
    door: str
    hoe: Hoe
    gevraagd_op: date
    geldt_vanaf: date
    voorlopig: bool
    uitleg: str
    beslist_naam: str
    toestand: AanvraagToestand

    def dag(self, vandaag: date) -> str:
        """When it was asked and from which day it is an aanvraag, as everybody reads it."""
        kan_eerder = self.voorlopig and self.geldt_vanaf > vandaag
        return termijnen.aanvraagdag(self.gevraagd_op, self.geldt_vanaf, voorlopig=kan_eerder)

    @property
    def uiterlijk(self) -> date:
        """The last day for the decision."""
        return besluit_uiterlijk(self.wet, self.geldt_vanaf)


_STUKKEN = """
SELECT id, persoon_id, inzet_id, aanvraag_id, soort, wet, toestand, beslist_naam, opgesteld_op, verzonden_op,
       brief_id, kenmerk, laatste_dag_bezwaar
  FROM besluiten_stuk WHERE {waar} AND toestand <> 'vervallen' ORDER BY id DESC"""
_AANVRAGEN = """
SELECT id, persoon_id, inzet_id, melding_id, wet, gevraagd, door, hoe, gevraagd_op, geldt_vanaf, voorlopig, uitleg,
       beslist_naam, toestand
  FROM besluiten_aanvraag WHERE {waar} ORDER BY id DESC"""


def stukken_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[StukRegel]:
    """The papers about persons opened in this request, newest first, in one statement."""
    return rijen(_stuk, _STUKKEN.format(waar="persoon_id = ANY (%s)"), [list(personen)])


def aanvragen_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[AanvraagRegel]:
    """The requests for a decision of persons opened in this request, newest first, in one statement."""
    return rijen(_aanvraag, _AANVRAGEN.format(waar="persoon_id = ANY (%s)"), [list(personen)])


@dataclass(frozen=True, slots=True)
class VerteldRegel:
    """Whether somebody was told that a decision can be asked about help without a paper, and when."""

    id: UUID
    persoon: UUID
    wat: str
    begonnen_op: date
    op: date | None
    door: str


def verteld_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[VerteldRegel]:
    """Of persons opened in this request, in one statement."""
    return rijen(
        VerteldRegel,
        """SELECT id, persoon_id, wat, begonnen_op, op, door FROM besluiten_verteld
            WHERE persoon_id = ANY (%s) ORDER BY id DESC""",
        [list(personen)],
    )


@dataclass(frozen=True, slots=True)
class LezerRegel:
    """Who gets a copy of a paper and how; `brief` is the copy itself once it left."""

    naam: str
    bezorging: berichten.Bezorging
    brief: UUID | None = None


@dataclass(frozen=True)
class StukBlad:
    """One paper, opened: what it says, its gates, and what the writer filled in so far.

    `vraag`: the question it began with, for who has it.
    """

    regel: StukRegel
    naam: str
    hulp: Hulp
    aanvraag: AanvraagRegel | None
    poorten: Sequence[Poort]
    voorbeeld: berichten.Voorbeeld
    lezers: Sequence[LezerRegel]
    beslissing: beleid.Beslissing
    beslist_ik: bool
    vraag: UUID | None
    verteld_op: date | None
    grond: Afwijsgrond | None
    motivering: dict[str, str]
    toelichting: str
    onderzoek_oordeel: str
    afwijking: str
    wel_mogelijk: str
    gehoord_op: date | None
    reactie: str
    professional: str
    registratie: str
    tweede_lezer: str
    grond_boven_18: str
    eigen_bijdrage: bool
    mandaat: str
    ondertekend_door: str
    versie: int

    @property
    def kan_weg(self) -> bool:
        """Whether every gate is open."""
        return all(poort.ok for poort in self.poorten)

    @property
    def tegenspraak(self) -> str:
        """In which way it says something else than the investigation; empty when not, and for what was sent."""
        return tegenspraak(self.regel.soort, self.grond, self.onderzoek_oordeel)

    @property
    def kan_afwijken(self) -> bool:
        """Whether a decision of this kind may contradict the investigation, whatever ground is chosen."""
        return bool(tegenspraak(self.regel.soort, None, self.onderzoek_oordeel))


def lees_stuk(scope: Scope, stuk: UUID, *, verteld_op: date | None = None) -> StukBlad:
    """Open a paper with its gates as they stand today. `verteld_op`: as if the tick were set on that day."""
    tafel = open_stuk(scope, stuk)
    rij = tafel.stuk
    papier = _papier(scope, tafel, verteld_op)
    aanvragen = (
        rijen(_aanvraag, _AANVRAGEN.format(waar="id = %s"), [rij.aanvraag_id])
        if rij.aanvraag_id
        else []
    )
    return StukBlad(
        regel=_regel(rij),
        naam=tafel.kaart.naam,
        hulp=hulpfeiten.uit_json(rij.hulp),
        aanvraag=aanvragen[0] if aanvragen else None,
        poorten=papier.poorten,
        voorbeeld=papier.voorbeeld,
        lezers=papier.lezers,
        beslissing=beleid.Beslissing.model_validate(rij.beslissing),
        beslist_ik=scope.organisatie_id == rij.beslist_door_id,
        vraag=rij.melding_id if tafel.doel is Doel.TOEGANG else None,
        verteld_op=rij.verteld_op,
        grond=Afwijsgrond(rij.grond) if rij.grond else None,
        motivering=dict(rij.motivering),
        toelichting=rij.motivering.get(TOELICHTING, ""),
        onderzoek_oordeel=papier.onderzoek_oordeel,
        afwijking=rij.motivering.get(AFWIJKING, ""),
        wel_mogelijk=rij.wel_mogelijk,
        gehoord_op=rij.gehoord_op,
        reactie=rij.reactie,
        professional=rij.professional,
        registratie=rij.registratie,
        tweede_lezer=rij.tweede_lezer,
        grond_boven_18=rij.grond_boven_18,
        eigen_bijdrage=rij.eigen_bijdrage,
        mandaat=papier.mandaat,
        ondertekend_door=rij.ondertekend_door,
        versie=rij.versie,
    )


@dataclass(frozen=True)
class _Papier:
    poorten: Sequence[Poort]
    voorbeeld: berichten.Voorbeeld
    lezers: Sequence[LezerRegel]
    mandaat: str
    onderzoek_oordeel: str = ""


def _papier(scope: Scope, tafel: Tafel, verteld_op: date | None) -> _Papier:
    """A concept as it would leave today; what left, as it is kept, whatever day it is now."""
    rij = tafel.stuk
    if rij.brief_id is not None:
        besluit = rij.mandaat
        publicatie = besluit.publicatie if besluit else ""
        beeld = berichten.lees(scope, rij.brief_id).voorbeeld
        return _Papier((), beeld, _verzonden_aan(scope, rij), publicatie)
    uitkomst = toets(scope, tafel, verteld_op=verteld_op)
    mandaat = uitkomst.ondertekenaar.mandaat
    lezers = [LezerRegel(wie.ontvanger.naam, wie.bezorging) for wie in uitkomst.lezers]
    publicatie = mandaat.publicatie if mandaat else ""
    oordeel = uitkomst.feiten.onderzoek_oordeel
    return _Papier(uitkomst.poorten, uitkomst.voorbeeld, lezers, publicatie, oordeel)


def _verzonden_aan(scope: Scope, rij: Stuk) -> Sequence[LezerRegel]:
    """The copies as they left, whose paper it is first."""
    return [
        LezerRegel(regel.aan, regel.bezorging, regel.id)
        for regel in reversed(berichten.afschriften(scope, rij.pk))
        if regel.bezorging is not None
    ]


@dataclass(frozen=True)
class AanvraagBlad:
    """One request for a decision, opened, with the papers that answer it."""

    regel: AanvraagRegel
    naam: str
    stukken: Sequence[StukRegel]
    beslist_ik: bool
    onderzoek_oordeel: str
    hulp: Sequence[Hulpkeus]


def lees_aanvraag(scope: Scope, aanvraag: UUID) -> AanvraagBlad:
    """Open a request for a decision. NietGevonden."""
    rij, kaart = open_aanvraag(scope, aanvraag)
    [regel] = rijen(_aanvraag, _AANVRAGEN.format(waar="id = %s"), [aanvraag])
    stukken = rijen(_stuk, _STUKKEN.format(waar="aanvraag_id = %s"), [aanvraag])
    return AanvraagBlad(
        regel,
        kaart.naam,
        stukken,
        beslist_ik=scope.organisatie_id == rij.beslist_door_id,
        onderzoek_oordeel=onderzoek_oordeel(scope, rij.persoon_id, rij.melding_id),
        hulp=hulp_om_te_kiezen(scope, rij.persoon_id, rij.inzet_id),
    )


def _regel(rij: Stuk) -> StukRegel:
    return _stuk(
        rij.pk,
        rij.persoon_id,
        rij.inzet_id,
        rij.aanvraag_id,
        rij.soort,
        rij.wet,
        rij.toestand,
        rij.beslist_naam,
        rij.opgesteld_op,
        rij.verzonden_op,
        rij.brief_id,
        rij.kenmerk,
        rij.laatste_dag_bezwaar,
    )


def _stuk(
    id: UUID,
    persoon: UUID,
    inzet: UUID | None,
    aanvraag: UUID | None,
    soort: str,
    wet: str,
    toestand: str,
    *rest: object,
) -> StukRegel:
    vast = (id, persoon, inzet, aanvraag, StukSoort(soort), wet, Toestand(toestand))
    return StukRegel(*vast, *rest)  # type: ignore[arg-type]  # as selected


def _aanvraag(*kolommen: object) -> AanvraagRegel:
    velden = dict(zip(AanvraagRegel.__slots__, kolommen, strict=True))
    velden["hoe"] = Hoe(str(velden["hoe"]))
    velden["toestand"] = AanvraagToestand(str(velden["toestand"]))
    return AanvraagRegel(**velden)  # type: ignore[arg-type]  # as selected
