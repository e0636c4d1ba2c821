"""Open, involve, end, search. Each is one call of a function that decides and logs in the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from eenplan.platform.fouten import NietGevonden
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import zoeksleutel
from eenplan.platform.vraag import doe, rijen

from .regels import VOORRANG, Doel, Niveau, Rubriek


@dataclass(frozen=True)
class OpenDeel:
    """One deel that is open in this request, and on which ground."""

    deel: UUID
    persoon: UUID | None
    rubriek: str
    grond: str


@dataclass(frozen=True)
class Opening:
    """What opening a file gave: exactly the cut this reader may see."""

    delen: Sequence[OpenDeel]

    @property
    def personen(self) -> tuple[UUID, ...]:
        """Of whom at least one deel is open."""
        return tuple(dict.fromkeys(d.persoon for d in self.delen if d.persoon is not None))

    def met_grond(self, grond: str) -> tuple[UUID, ...]:
        """Of whom something opened on this ground: "zelf" is who asks, "gezag" whose parent that is."""
        return tuple(dict.fromkeys(d.persoon for d in self.delen if d.persoon and d.grond == grond))

    def rubrieken(self, persoon: UUID) -> frozenset[str]:
        """Which kinds of content of this person are open."""
        return frozenset(d.rubriek for d in self.delen if d.persoon == persoon)

    def deel(self, persoon: UUID, rubriek: Rubriek) -> UUID | None:
        """The first open deel of this person and kind."""
        return next(
            (d.deel for d in self.delen if d.persoon == persoon and d.rubriek == rubriek), None
        )


@dataclass(frozen=True)
class Partij:
    """Somebody who can be involved: an employee, a team or an organisation."""

    id: UUID
    naam: str
    telefoon: str
    dat_is_wat: bool = False


@dataclass(frozen=True)
class Betrokkene:
    """One line of "who is involved". Without a name: somebody is, ask the regisseur (level 1a)."""

    persoon: UUID
    naam: str | None
    telefoon: str | None
    doel: str
    van: datetime


@dataclass(frozen=True)
class Treffer:
    """A person found by exact keys: that they are known and whom to call, nothing about what."""

    persoon: UUID
    naam: str
    geboortedatum: date | None
    betrokken: bool
    contact_naam: str | None
    contact_telefoon: str | None


def openen(
    scope: Scope, *, personen: Iterable[UUID] = (), delen: Iterable[UUID] = (), doel: Doel
) -> Opening:
    """Open the files of these persons (and separate delen) for a purpose. Raises NietGevonden when nothing opens."""
    vraag = "SELECT * FROM pol.openen(%s, %s, %s)"
    return geopend(scope, doel, rijen(OpenDeel, vraag, [list(personen), list(delen), doel]))


def openen_gezin(scope: Scope, persoon: UUID | None, *, doel: Doel) -> Opening:
    """Open the file of a person and of whoever shares the household, each in the reader's own cut.

    Raises NietGevonden when nothing of the person asked for opens, whatever opened of the others. None is asked like
    anybody: a key that leads to nobody must cost as much as one that leads to a shut file.
    """
    vraag = "SELECT * FROM pol.openen_gezin(%s, %s)"
    return _gezin_van(scope, persoon, doel, rijen(OpenDeel, vraag, [persoon, doel]))


_GEZIN_BIJ = """
SELECT wie.persoon, g.*
  FROM (VALUES (1)) altijd LEFT JOIN {plek}(%s) wie(persoon) ON true, pol.openen_gezin(wie.persoon, %s) g"""


def openen_gezin_bij(scope: Scope, sleutel: UUID, *, plek: str, doel: Doel) -> Opening:
    """As `openen_gezin`, of whom a key is about, in one statement; `plek` is the function that says who that is."""
    vraag = _GEZIN_BIJ.format(plek=plek)
    gevonden = rijen(lambda wie, *deel: (wie, OpenDeel(*deel)), vraag, [sleutel, doel])
    persoon = gevonden[0][0] if gevonden else None
    return _gezin_van(scope, persoon, doel, [deel for _, deel in gevonden])


def _gezin_van(
    scope: Scope, persoon: UUID | None, doel: Doel, delen: Sequence[OpenDeel]
) -> Opening:
    opening = geopend(scope, doel, delen)
    if persoon not in opening.personen:
        raise NietGevonden
    return opening


def geopend(scope: Scope, doel: Doel, delen: Sequence[OpenDeel]) -> Opening:
    """What opening gave, remembered on the scope. NietGevonden when it gave nothing."""
    if not delen:
        raise NietGevonden
    scope.geopend.append((doel, [d.deel for d in delen]))
    return Opening(delen)


def betrekken(
    scope: Scope,
    *,
    persoon: UUID,
    partij: Partij,
    doel: Doel,
    grondslag: str,
    rubrieken: Iterable[Rubriek] = (),
    deel: UUID | None = None,
    niveau: Niveau = Niveau.WAT,
    wet: str | None = None,
    gemeente: UUID | None = None,
) -> UUID:
    """Involve a party with a person, for rubrieken or for exactly one deel. Nobody can give more than they opened."""
    sleutel = nieuw_id()
    doe(
        "SELECT pol.betrekken(%s, %s, %s, %s, %s, %s, %s, %s::text[], %s, %s, %s, %s, %s)",
        [
            sleutel,
            gemeente or scope.gemeente,
            persoon,
            partij.id,
            partij.naam,
            partij.telefoon,
            niveau,
            [str(r) for r in rubrieken],
            deel,
            wet,
            doel,
            grondslag,
            partij.dat_is_wat,
        ],
    )
    return sleutel


def betrekken_bij_allen(
    scope: Scope,
    *,
    personen: Sequence[UUID],
    partij: Partij,
    doel: Doel,
    grondslag: str,
    rubrieken: Iterable[Rubriek],
    gemeente: UUID | None = None,
) -> None:
    """Involve one party with several persons on the same ground, in one statement and under the same conditions."""
    doe(
        """SELECT pol.betrekken(n.id, %s, n.persoon, %s, %s, %s, 'wat', %s::text[], NULL, NULL, %s, %s, %s)
             FROM unnest(%s::uuid[], %s::uuid[]) AS n(id, persoon)""",
        [
            gemeente or scope.gemeente,
            partij.id,
            partij.naam,
            partij.telefoon,
            [str(r) for r in rubrieken],
            doel,
            grondslag,
            partij.dat_is_wat,
            [nieuw_id() for _ in personen],
            list(personen),
        ],
    )


def beeindig_betrokkenheid(scope: Scope, *, persoon: UUID, partij: UUID, doel: Doel) -> None:
    """End a party's involvement for this purpose, from now on."""
    doe("SELECT pol.betrokkenheid_beeindigen(%s, %s, %s)", [persoon, partij, doel])


def waarvoor(scope: Scope, persoon: UUID | None) -> Doel:
    """For which purpose the one who asks opens this file: the question before the decision before the help.

    Without any involvement: the question, which then does not open.
    """
    eigen = mijn_doelen(scope, persoon)
    return next((doel for doel in VOORRANG if doel in eigen), Doel.TOEGANG)


def mijn_doelen(scope: Scope, persoon: UUID | None) -> frozenset[Doel]:
    """For which purposes one's own organisation and teams work for this person now; opens nothing."""
    return frozenset(
        rijen(
            Doel,
            """SELECT DISTINCT doel FROM inzage_betrokkenheid
                WHERE persoon_id = %s AND van <= %s AND (tot IS NULL OR tot > %s)""",
            [persoon, scope.nu, scope.nu],
        )
    )


def te_geven(scope: Scope, persoon: UUID, *, rubrieken: Iterable[Rubriek]) -> Sequence[Rubriek]:
    """Which of these the one who asks can pass on: those of the own involvement, opened here, that has most of them."""
    gevraagd = list(rubrieken)
    eigen = rijen(
        _rubrieken,
        """SELECT rubrieken FROM inzage_betrokkenheid
            WHERE persoon_id = %s AND doel = ANY (%s) AND niveau = 'wat' AND deel_id IS NULL AND wet IS NULL
              AND van <= %s AND (tot IS NULL OR tot > %s)""",
        [persoon, [doel for doel, _ in scope.geopend], scope.nu, scope.nu],
    )
    meeste = max(eigen, key=lambda heeft: len(heeft & set(gevraagd)), default=frozenset[str]())
    return [rubriek for rubriek in gevraagd if rubriek in meeste]


def _rubrieken(namen: Sequence[str]) -> frozenset[str]:
    return frozenset(namen)


def wie_betrokken(scope: Scope, personen: Iterable[UUID]) -> Mapping[UUID, Sequence[Betrokkene]]:
    """Who is involved with the persons opened in this request, by person."""
    per_persoon: dict[UUID, list[Betrokkene]] = {}
    for regel in rijen(Betrokkene, "SELECT * FROM pol.wie_betrokken(%s)", [list(personen)]):
        per_persoon.setdefault(regel.persoon, []).append(regel)
    return per_persoon


def zoek(
    scope: Scope, *, bsn: str = "", zoeknaam: str = "", geboortedatum: date | None = None
) -> Sequence[Treffer]:
    """Find by BSN, or by folded surname and date of birth together. Every person found is a line in their read log."""
    sleutel = zoeksleutel(bsn, gemeente=scope.gemeente) if bsn else None
    return rijen(
        Treffer,
        "SELECT * FROM pol.zoek_persoon(%s, %s, %s)",
        [sleutel, zoeknaam or None, geboortedatum],
    )


def lijst_getoond(scope: Scope, personen: Iterable[UUID]) -> None:
    """Write the one line of a list: whose names it showed."""
    doe("SELECT pol.lijst_getoond(%s)", [list(personen)])
