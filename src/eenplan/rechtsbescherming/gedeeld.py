"""What every use case of a case starts with: the file opened, who must handle it, and who never may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.berichten.usecases import DOELEN
from eenplan.besluiten.kader import kader
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel, Rubriek
from eenplan.meldingen import api as meldingen
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import doe, rijen
from eenplan.werk.api import WerkSoort

from .models import Zaak
from .regels import BIJ_DE_GEMEENTE, Weg
from .waartegen import Tegen

GRONDSLAG = (
    "behandelen van wat iemand zegt van een besluit of van de hulp (Awb hoofdstuk 6, 7 en 9)"
)
WERK: Mapping[Weg, WerkSoort] = {
    Weg.UITLEG: WerkSoort.UITLEG,
    Weg.TWEEDE_MENING: WerkSoort.TWEEDE_MENING,
    Weg.KLACHT: WerkSoort.KLACHT,
    Weg.BEZWAAR: WerkSoort.BEZWAAR,
}
_OM_TE_BELLEN = (Rubriek.IDENTITEIT, Rubriek.CONTACT, Rubriek.ADRES)
_INZIEN: Mapping[Weg, Sequence[Rubriek]] = {
    Weg.UITLEG: _OM_TE_BELLEN,
    Weg.TWEEDE_MENING: inzage.BESLUIT_RUBRIEKEN,
    Weg.KLACHT: _OM_TE_BELLEN,
    Weg.BEZWAAR: inzage.BESLUIT_RUBRIEKEN,
}
"""What a handler needs beside the case itself: what it rests on, to look anew; whom to call, to hear a complaint."""


@dataclass(frozen=True, slots=True)
class Behandelaar:
    """The party on whose list a case lands. `doel`: for which purpose it opens the file."""

    id: UUID
    naam: str
    telefoon: str
    organisatie: UUID
    doel: Doel


def open_persoon(scope: Scope, persoon: UUID) -> huishoudens.PersoonKaart:
    """Open somebody's file for a purpose this person's work gives, or as a resident. NietGevonden."""
    for doel in DOELEN.get(scope.functie, ()):
        with suppress(NietGevonden):
            inzage.openen_gezin(scope, persoon, doel=doel)
            break
    else:
        raise NietGevonden
    for kaart in huishoudens.personen(scope, [persoon]):
        return kaart
    raise NietGevonden


def gemeente_zelf(scope: Scope) -> Behandelaar:
    """The municipality: it answers for what is done in its name, whoever did it."""
    partij = kader(scope).gemeente
    return Behandelaar(partij.id, partij.naam, partij.telefoon, partij.id, Doel.BESLUITVORMING)


def behandelende_partij(scope: Scope, persoon: UUID, weg: Weg) -> Behandelaar:
    """Who looks at it: the municipality itself, or for an explanation whoever has the newest question."""
    vragen = [] if weg in BIJ_DE_GEMEENTE else meldingen.van_persoon(scope, persoon)
    for v in vragen:
        return Behandelaar(v.houder, v.houder_naam, v.houder_telefoon, v.organisatie, Doel.TOEGANG)
    return gemeente_zelf(scope)


def uitgesloten_voor(scope: Scope, persoon: UUID, tegen: Tegen | None) -> Sequence[UUID]:
    """Everybody who worked on what this is against, or without a paper on the file (Awb 10:3 lid 3; waarborg 3).

    Who judged the help that a decision is about counts too: a decision is not made on its paper alone.
    """
    over = list(tegen.makers) if tegen else [None]
    vraag = "SELECT DISTINCT u FROM unnest(%s::uuid[]) o, pol.recht_uitgesloten(%s, o) u"
    return rijen(_sleutel, vraag, [over, persoon])


def _sleutel(sleutel: UUID) -> UUID:
    return sleutel


def leg_voor(scope: Scope, zaak: Zaak) -> None:
    """Let who must handle it see the case, and what it rests on as far as who registers it may see that too."""
    weg = Weg(zaak.weg)
    doel = Doel.BESLUITVORMING if weg in BIJ_DE_GEMEENTE else Doel.TOEGANG
    gemeente = kader(scope).gemeente
    partij = inzage.Partij(zaak.partij_id, zaak.partij_naam, gemeente.telefoon)
    geef_deel(scope, zaak, zaak.deel_id)
    if zaak.partij_id != gemeente.id:  # who has the question has its file already
        return
    rubrieken = _INZIEN[weg]
    if scope.is_medewerker:
        inzage.betrekken(
            scope,
            persoon=zaak.persoon_id,
            partij=partij,
            doel=doel,
            grondslag=GRONDSLAG,
            rubrieken=inzage.te_geven(scope, zaak.persoon_id, rubrieken=rubrieken),
        )
    else:
        _geef_als_inwoner(scope, zaak, rubrieken, None, doel)


def geef_deel(scope: Scope, zaak: Zaak, deel: UUID) -> None:
    """Let who must handle the case see this one deel that was made in this request."""
    doel = Doel.BESLUITVORMING if Weg(zaak.weg) in BIJ_DE_GEMEENTE else Doel.TOEGANG
    if not scope.is_medewerker:
        _geef_als_inwoner(scope, zaak, (), deel, doel)
        return
    inzage.betrekken(
        scope,
        persoon=zaak.persoon_id,
        partij=inzage.Partij(zaak.partij_id, zaak.partij_naam, kader(scope).gemeente.telefoon),
        doel=doel,
        grondslag=GRONDSLAG,
        deel=deel,
    )


def _geef_als_inwoner(
    scope: Scope, zaak: Zaak, rubrieken: Sequence[Rubriek], deel: UUID | None, doel: Doel
) -> None:
    doe(
        "SELECT pol.recht_voorleggen(%s, %s, %s, %s, %s, %s, %s::text[], %s, %s)",
        [
            nieuw_id(),
            zaak.persoon_id,
            zaak.partij_id,
            zaak.partij_naam,
            kader(scope).gemeente.telefoon,
            doel,
            [str(r) for r in rubrieken],
            deel,
            GRONDSLAG,
        ],
    )


def open_zaak(scope: Scope, zaak: UUID) -> tuple[Zaak, huishoudens.PersoonKaart]:
    """Open one case with whose it is. NietGevonden for what is not for this reader."""
    persoon, doel = berichten.open_deel(scope, zaak)
    with suppress(NietGevonden):
        inzage.openen(scope, personen=[persoon], doel=doel)
    rij = Zaak.objects.filter(pk=zaak).first()
    kaarten = huishoudens.personen(scope, [persoon])
    if rij is None or not kaarten:
        raise NietGevonden
    return rij, kaarten[0]
