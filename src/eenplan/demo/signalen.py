"""Signals of the demo: what people of a named team noticed, for whoever looks at it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from eenplan.beleid import api as beleid
from eenplan.signalen.api import Geinformeerd, SignaalGegevens, Soort

from .bekend import BEKEND
from .medewerkers import TOEGANG

GEZIEN = {
    9: SignaalGegevens(
        Soort.PERSOON,
        gebied="",
        plek="de flat bij de winkels",
        tekst="De gordijnen zijn al weken dicht en de post puilt uit de bus.",
        geinformeerd=Geinformeerd.BIJ_CONTACT,
        wie="een man alleen op de derde verdieping",
        reden="Hij doet de deur niet open.",
    ),
    2: SignaalGegevens(
        Soort.PLEK,
        gebied="",
        plek="het speelveld achter de school",
        tekst="Elke avond dezelfde groep kinderen van een jaar of tien, tot na elven.",
        geinformeerd=Geinformeerd.PLEK,
    ),
}
"""By how many days ago; the first is overdue."""


def wie_signaleert(gemeente: str, model: beleid.Toegangsmodel) -> str | None:
    """The named team that works in an area, or the named party that takes questions; by its key."""
    teams = [t.sleutel for t in model.indeling.teams if t.gebieden]
    partijen = [p.sleutel for p in model.partijen if p.soort in TOEGANG]
    return next((plek for plek in (*teams, *partijen) if f"{gemeente}/{plek}" in BEKEND), None)


def gezien(model: beleid.Toegangsmodel) -> Iterator[tuple[int, SignaalGegevens]]:
    """What was noticed in the first area, and how many days ago."""
    gebied = next(iter(model.gebied_van_buurt), model.indeling.wijken[0].sleutel)
    for dagen, gegevens in GEZIEN.items():
        yield dagen, replace(gegevens, gebied=gebied)
