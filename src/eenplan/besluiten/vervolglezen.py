"""Reading what must be settled about one piece of help, what was, and what one may do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Doel
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.plannen.models import Inzet
from eenplan.platform import klok
from eenplan.platform.scope import Scope

from .gevolg import bijdrage_van
from .models import Vervolg
from .regels import VervolgSoort, VervolgToestand, formele_weg
from .vervolg import open_hulp


@dataclass(frozen=True, slots=True)
class VervolgOordeel:
    """One side's judgement, with the name under it."""

    naam: str
    organisatie: str
    oordeel: str
    toelichting: str
    op: date
    van_mijn_kant: bool


@dataclass(frozen=True, slots=True)
class VervolgRegel:
    """One follow-up: what, who must do it, by when, and what came of it."""

    id: UUID
    inzet: UUID
    soort: VervolgSoort
    toestand: VervolgToestand
    partij_naam: str
    vervalt: date
    reden: str
    oordelen: Sequence[VervolgOordeel]
    gezet_op: datetime
    gezet_door: str
    uitkomst: str
    klaar_op: date | None
    klaar_door: str


@dataclass(frozen=True)
class VervolgBlad:
    """Everything about one piece of help that is still to be settled. `formeel`: the formal road is due (waarborg 6).

    `melding` is None for a reader who does not have the question. `bijdrage`: what a decision may cost, in a sentence.
    """

    persoon: UUID
    naam: str
    blad: plannen.InzetBlad
    doel: Doel
    vraag: str
    melding: UUID | None
    open: Sequence[VervolgRegel]
    eerder: Sequence[VervolgRegel]
    formeel: bool
    afgeslagen: int
    bijdrage: str
    leden: Sequence[beleid.Partij]


def lees_vervolg(scope: Scope, inzet: UUID) -> VervolgBlad:
    """Open one piece of help with what must be settled about it. NietGevonden."""
    rij, doel = open_hulp(scope, inzet)
    [kaart] = huishoudens.personen(scope, [rij.persoon_id])
    alle = [_regel(scope, v) for v in Vervolg.objects.filter(inzet_id=inzet).order_by("-gezet_op")]
    afgeslagen = _afgeslagen(rij)
    begonnen = min((klok.dag(v.gezet_op) for v in alle), default=scope.nu.date())
    vragen = meldingen.van_persoon(scope, rij.persoon_id)
    model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    verdeler = plannen.verdeler_van(model, rij.organisatie_id)
    return VervolgBlad(
        persoon=kaart.id,
        naam=kaart.naam,
        blad=plannen.lees_inzet(scope, inzet),
        doel=doel,
        vraag=vragen[0].tekst if vragen else "",
        melding=vragen[0].id if vragen and doel is Doel.TOEGANG else None,
        open=[v for v in alle if v.toestand is VervolgToestand.OPEN],
        eerder=[v for v in alle if v.toestand is VervolgToestand.KLAAR],
        formeel=formele_weg(scope.nu.date(), begonnen, afgeslagen),
        afgeslagen=afgeslagen,
        bijdrage=bijdrage_van(scope, verschuldigd=rij.wet == "wmo", wet=rij.wet),
        leden=plannen.leden(model, verdeler.sleutel) if verdeler else (),
    )


def vervolg_van(scope: Scope, inzet: Iterable[UUID]) -> Sequence[VervolgRegel]:
    """The open follow-ups of help that is open in this request. One statement."""
    rijen = Vervolg.objects.filter(inzet_id__in=list(inzet), toestand=VervolgToestand.OPEN)
    return [_regel(scope, v) for v in rijen.order_by("vervalt")]


def _afgeslagen(rij: Inzet) -> int:
    """How many offers under this goal were declined already."""
    return (
        Vervolg.objects.filter(
            inzet__doel_id=rij.doel_id,
            soort=VervolgSoort.ANDER_AANBOD,
            toestand=VervolgToestand.KLAAR,
        ).count()
        + Vervolg.objects.filter(
            inzet_id=rij.id, soort=VervolgSoort.ANDER_AANBOD, toestand=VervolgToestand.OPEN
        ).count()
    )


def _regel(scope: Scope, v: Vervolg) -> VervolgRegel:
    return VervolgRegel(
        id=v.id,
        inzet=v.inzet_id,
        soort=VervolgSoort(v.soort),
        toestand=VervolgToestand(v.toestand),
        partij_naam=v.partij_naam,
        vervalt=v.vervalt,
        reden=v.reden,
        oordelen=[_oordeel(scope, o) for o in v.oordelen],
        gezet_op=v.gezet_op,
        gezet_door=v.gezet_door,
        uitkomst=v.uitkomst,
        klaar_op=v.klaar_op,
        klaar_door=v.klaar_door,
    )


def _oordeel(scope: Scope, o: dict[str, str]) -> VervolgOordeel:
    return VervolgOordeel(
        o["naam"],
        o["organisatie"],
        o["oordeel"],
        o["toelichting"],
        date.fromisoformat(o["op"]),
        o["kant"] == str(scope.organisatie_id),
    )
