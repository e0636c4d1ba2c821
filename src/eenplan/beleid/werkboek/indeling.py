"""Which sheets and columns a toegangsmodel has: worked out from its classes, never listed by hand."""

import datetime as dt
import types
import typing
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eenplan.beleid.bouwstenen import Cellen, Datumcel, Herkomst, Leeftijdcel
from eenplan.beleid.toegangsmodel import Toegangsmodel

Klasse = type[BaseModel]
Pad = tuple[str, ...]
HERKOMST = tuple(Herkomst.model_fields)
EERST = ("beslistabel", "routering", "partijen", "voorzieningen", "regels", "mandaten")
ZEGT_TE_WEINIG = ("open", "regels")
"""Names of lists that only mean something with the part they stand in: the sheet is called after that part."""


class Soort(StrEnum):
    """What a cell holds."""

    TEKST = "tekst"
    KEUZE = "keuze"
    JA_NEE = "ja of nee"
    GETAL = "getal"
    DATUM = "datum"
    LIJST = "lijst"
    REGELS = "regels"
    LEEFTIJD = "leeftijd"
    PERIODE = "periode"


SOORTEN: dict[object, Soort] = {
    str: Soort.TEKST,
    bool: Soort.JA_NEE,
    int: Soort.GETAL,
    dt.date: Soort.DATUM,
    Leeftijdcel: Soort.LEEFTIJD,
    Datumcel: Soort.PERIODE,
}


@dataclass(frozen=True)
class Kolom:
    """One key of the file that holds one value."""

    pad: Pad
    soort: Soort
    keuzes: tuple[str, ...]
    verplicht: bool
    uitleg: str
    niveau: int = 0
    kop: str = ""


@dataclass(frozen=True)
class Niveau:
    """A list in the file: under which key it stands, and what its things are made of."""

    pad: Pad
    klasse: Klasse


@dataclass(frozen=True)
class Blad:
    """A list of the file as a sheet: things, and lists inside those things as rows under them."""

    titel: str
    niveaus: tuple[Niveau, ...]
    kolommen: tuple[Kolom, ...]


@cache
def losse_waarden() -> tuple[Kolom, ...]:
    """Everything that is no list: one row each on the first sheet."""
    return tuple(
        Kolom(k.pad, k.soort, k.keuzes, k.verplicht, k.uitleg, kop=_kop(k.pad))
        for k, _ in _velden(Toegangsmodel)
        if k is not None
    )


@cache
def bladen() -> tuple[Blad, ...]:
    """Every list of the file as a sheet, the tables first."""
    gemaakt = [_blad(lijst) for _, lijst in _velden(Toegangsmodel) if lijst is not None]
    volgorde = {naam: nummer for nummer, naam in enumerate(EERST)}
    return tuple(sorted(gemaakt, key=lambda b: volgorde.get(b.niveaus[0].pad[-1], len(volgorde))))


def _blad(lijst: Niveau) -> Blad:
    niveaus = [lijst]
    while onder := [deel for _, deel in _velden(niveaus[-1].klasse) if deel is not None]:
        niveaus += onder
    kolommen = [
        Kolom(k.pad, k.soort, k.keuzes, k.verplicht, k.uitleg, nummer, _kop(k.pad, niveau, nummer))
        for nummer, niveau in enumerate(niveaus)
        for k, _ in _velden(niveau.klasse)
        if k is not None
    ]
    dubbel = {kop for kop, aantal in Counter(k.kop for k in kolommen).items() if aantal > 1}
    kolommen = [
        replace(k, kop=f"als {k.kop}") if k.niveau and k.kop in dubbel else k for k in kolommen
    ]
    met_als = Cellen in {niveau.klasse for niveau in niveaus}
    kolommen.sort(key=lambda k: _plek(k, met_als))
    naam = lijst.pad[-2] if lijst.pad[-1] in ZEGT_TE_WEINIG else lijst.pad[-1]
    return Blad(naam.capitalize(), tuple(niveaus), tuple(kolommen))


def _plek(kolom: Kolom, met_als: bool) -> int:
    """The number of a row first, then when it fits, what it says, and last where that comes from."""
    if kolom.niveau:
        return 1 if met_als else 2 + kolom.niveau
    if kolom.pad[0] in HERKOMST:
        return 9
    return 0 if kolom.pad[0] in ("regel", "sleutel") or not met_als else 2


def _kop(pad: Pad, niveau: Niveau | None = None, nummer: int = 0) -> str:
    delen = pad[1:] if pad[0] == "dan" else pad
    if nummer and niveau and niveau.klasse is not Cellen:
        delen = (*niveau.pad, *delen)
    return " ".join(delen).replace("_", " ")


def _velden(klasse: Klasse, voor: Pad = ()) -> Iterator[tuple[Kolom | None, Niveau | None]]:
    """The keys of a class, blocks inside it flattened: a column, or a list of its own."""
    for naam, veld in klasse.model_fields.items():
        yield from _van_type(veld.annotation, (*voor, naam), veld)


def _van_type(
    soort: object, pad: Pad, veld: FieldInfo
) -> Iterator[tuple[Kolom | None, Niveau | None]]:
    kaal = _kaal(soort)
    oorsprong = get_origin(kaal)
    if kaal in SOORTEN or oorsprong is Literal:
        yield _kolom(pad, SOORTEN.get(kaal, Soort.KEUZE), _woorden(kaal), veld), None
    elif isinstance(kaal, type) and issubclass(kaal, BaseModel):
        yield from _velden(kaal, pad)
    elif oorsprong is tuple:
        yield _lijst(get_args(kaal)[0], pad, veld)
    elif oorsprong in (typing.Union, types.UnionType):
        # one value for all, or a block with a value for each
        delen = get_args(kaal)
        blokken = [d for d in delen if isinstance(d, type) and issubclass(d, BaseModel)]
        keuzes = tuple(w for d in delen if d not in blokken for w in _woorden(_kaal(d)))
        yield _kolom(pad, Soort.KEUZE, keuzes, veld), None
        for blok in blokken:
            yield from _velden(blok, pad)
    else:
        raise TypeError(f"no cell for {'.'.join(pad)}: {kaal}")


def _lijst(deel: object, pad: Pad, veld: FieldInfo) -> tuple[Kolom | None, Niveau | None]:
    kaal = _kaal(deel)
    if isinstance(kaal, type) and issubclass(kaal, BaseModel):
        return None, Niveau(pad, kaal)
    sleutels = kaal is not str or any(getattr(m, "pattern", None) for m in get_args(deel)[1:])
    woorden = ("ja", "nee") if kaal is bool else _woorden(kaal)
    return _kolom(pad, Soort.LIJST if sleutels else Soort.REGELS, woorden, veld), None


def _kolom(pad: Pad, soort: Soort, keuzes: tuple[str, ...], veld: FieldInfo) -> Kolom:
    woorden = ("ja", "nee") if soort is Soort.JA_NEE else keuzes
    return Kolom(pad, soort, woorden, veld.is_required(), veld.description or "")


def _woorden(soort: object) -> tuple[str, ...]:
    return tuple(map(str, get_args(soort))) if get_origin(soort) is Literal else ()


def _kaal(soort: object) -> object:
    """The type without what is said about it, and without the possibility that it is empty."""
    if get_origin(soort) is Annotated:
        return _kaal(get_args(soort)[0])
    if get_origin(soort) in (typing.Union, types.UnionType):
        delen = [deel for deel in get_args(soort) if deel is not type(None)]
        if len(delen) == 1:
            return _kaal(delen[0])
    return soort
