"""The front door of `voorzieningen`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .regels import EENHEDEN, PERIODEN, hoeveelheid
from .usecases import vul

__all__ = ["EENHEDEN", "PERIODEN", "Aanbod", "aanbod", "hoeveelheid", "vul"]


@dataclass(frozen=True, slots=True)
class Aanbod:
    """Something one can use here today. Without `organisatie` somebody is still to be chosen, or found at home."""

    sleutel: str
    naam: str
    laag: str
    soort: str
    wetten: tuple[str, ...]
    organisatie: UUID | None
    organisatie_naam: str
    telefoon: str
    dat_is_wat: bool


def aanbod(scope: Scope, laag: str | None = None) -> Sequence[Aanbod]:
    """What the municipality offers on this day, in one layer or in all, by name."""
    return rijen(
        _aanbod,
        """SELECT v.sleutel, v.naam, v.laag, v.voorziening, v.wetten, o.id, coalesce(o.naam, ''),
                  coalesce(o.telefoon, ''), v.dat_is_wat
             FROM voorzieningen_voorziening v LEFT JOIN organisaties_organisatie o ON o.id = v.aanbieder_id
            WHERE v.gemeente_id = %(gemeente)s AND v.van <= %(op)s AND (v.tot IS NULL OR v.tot > %(op)s)
              AND (%(laag)s::text IS NULL OR v.laag = %(laag)s)
            ORDER BY v.naam, v.sleutel""",
        {"gemeente": scope.gemeente, "op": scope.nu.date(), "laag": laag},
    )


def _aanbod(
    sleutel: str,
    naam: str,
    laag: str,
    soort: str,
    wetten: list[str],
    organisatie: UUID | None,
    organisatie_naam: str,
    telefoon: str,
    dat_is_wat: bool,
) -> Aanbod:
    return Aanbod(
        sleutel,
        naam,
        laag,
        soort,
        tuple(wetten),
        organisatie,
        organisatie_naam,
        telefoon,
        dat_is_wat,
    )
