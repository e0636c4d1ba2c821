"""A mould: the rows of one dossier that walked the real use cases, with holes where another dossier differs.

Nothing here knows what the tables mean. What one household wrote is what was not there before it; keys, days, names and
encrypted values are found by their shape and by the types of the columns. So whatever the use cases write tomorrow, the
next population has it too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeAlias
from uuid import UUID

import psycopg

from eenplan.huishoudens.regels import VOLWASSEN

LEEG = r"\N"
VERSLEUTELD = "_versleuteld"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DAG = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d")
_GAT = re.compile("\x01([a-z]+)([0-9]+)\x02")
# Reference data, and what belongs to the installation: the same for every dossier.
_NASLAG = re.compile(r"^(organisaties_|voorzieningen_|django_)")

PLEK = frozenset({"buurt", "gebied_sleutel"})  # the columns that say where somebody lives
_VERSIE = 14  # where a UUID says which kind it is

Rij: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Tabel:
    """A table as COPY sees it."""

    naam: str
    kolommen: tuple[str, ...]
    soorten: tuple[str, ...]
    eigen: int  # which column is the key of the row

    def plek(self, kolom: str) -> int:
        """Which column this is; ValueError when there is none."""
        return self.kolommen.index(kolom)


class Samenstelling(StrEnum):
    """Who lives in the household that asked."""

    ALLEEN = "alleen"
    SAMEN = "samen"
    EEN_OUDER = "een_ouder"
    GEZIN = "gezin"


@dataclass(frozen=True)
class Geheim:
    """An encrypted cell: in which column, under which key of the dossier, and what it said."""

    kolom: str
    sleutel: int
    inhoud: bytes


@dataclass
class Gaten:
    """What differs between dossiers, each thing once: the old value and its number."""

    sleutel: dict[str, int] = field(default_factory=dict)
    dag: dict[str, int] = field(default_factory=dict)
    naam: dict[str, int] = field(default_factory=dict)
    referentie: dict[str, int] = field(default_factory=dict)
    kenmerk: dict[str, int] = field(default_factory=dict)
    buurt: dict[str, int] = field(default_factory=dict)
    geheim: list[Geheim] = field(default_factory=list)
    bsn: list[int] = field(
        default_factory=list
    )  # of which keys the person has a BSN, or could have one

    def nummer(self, soort: str, oud: str) -> str:
        """The hole for this old value."""
        bekend: dict[str, int] = getattr(self, soort)
        return f"\x01{soort}{bekend.setdefault(oud, len(bekend))}\x02"


@dataclass(frozen=True)
class Deelmal:
    """The rows of one table: a format string, and which values go in."""

    tabel: Tabel
    vorm: str
    kies: Callable[[Sequence[str]], Sequence[str]]

    def giet(self, waarden: Sequence[str]) -> str:
        """The lines for COPY."""
        return self.vorm % tuple(self.kies(waarden))


@dataclass(frozen=True)
class Mal:
    """One dossier to pour others from. `open_werk`: somebody still has to do something about it."""

    gaten: Gaten
    delen: Sequence[Deelmal]
    open_werk: bool
    samenstelling: Samenstelling
    rijen: int
    # of `gaten.sleutel`: the old key as a number, and whether it begins with the time it was made
    sleutels: Sequence[tuple[int, bool]]


def tabellen(conn: psycopg.Connection[Any]) -> Sequence[Tabel]:
    """Every table that a dossier can leave rows in."""
    gevonden = conn.execute(
        """SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum),
                  array_agg(format_type(a.atttypid, NULL) ORDER BY a.attnum),
                  (SELECT x.indkey[0] - 1 FROM pg_index x WHERE x.indrelid = c.oid AND x.indisprimary)
             FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.oid, c.relname ORDER BY 1"""
    )
    return [
        Tabel(naam, tuple(kolommen), tuple(soorten), eigen)
        for naam, kolommen, soorten, eigen in gevonden
        if not _NASLAG.match(naam)
    ]


def nieuw(
    conn: psycopg.Connection[Any], tafels: Iterable[Tabel], bekend: set[Rij]
) -> dict[Tabel, list[Rij]]:
    """The rows that are not in `bekend`, which then knows them."""
    gevonden: dict[Tabel, list[Rij]] = {}
    for tabel in tafels:
        with conn.cursor().copy(f"COPY {tabel.naam} TO STDOUT") as uit:
            tekst = b"".join(bytes(stuk) for stuk in uit).decode()
        for regel in tekst.split("\n")[:-1]:
            rij = (tabel.naam, *regel.split("\t"))
            if rij not in bekend:
                bekend.add(rij)
                gevonden.setdefault(tabel, []).append(rij[1:])
    return gevonden


def maak(
    rijen: Mapping[Tabel, Sequence[Rij]],
    *,
    vast: frozenset[str],
    buurten: frozenset[str],
    ontsleutel: Callable[[bytes, UUID], bytes],
) -> Mal:
    """Find the holes. `vast`: keys that stay as they are (municipality, teams, employees, help that is on offer).

    `buurten`: where somebody can live.
    """
    gaten = Gaten()
    for buurt in _kolom(rijen, "meldingen_melding", "buurt") & buurten:
        gaten.nummer("buurt", buurt)
    personen = _kolom(rijen, "huishoudens_persoon", "naam")
    for naam in sorted(personen, key=len, reverse=True):
        gaten.nummer("naam", naam)
    for referentie in _kolom(rijen, "meldingen_melding", "referentie"):
        gaten.nummer("referentie", referentie)
    for tafel in ("berichten_brief", "besluiten_stuk"):
        for kenmerk in _kolom(rijen, tafel, "kenmerk") - {""}:
            gaten.nummer("kenmerk", kenmerk)
    teksten = {
        tabel: [_gaten_in(tabel, rij, gaten, vast, ontsleutel) for rij in inhoud]
        for tabel, inhoud in rijen.items()
    }
    begin = _begin(gaten)
    return Mal(
        gaten,
        [_deelmal(tabel, regels, begin) for tabel, regels in teksten.items()],
        "open" in _kolom(rijen, "werk_item", "toestand"),
        _samenstelling(rijen),
        sum(map(len, rijen.values())),
        [(UUID(oud).int, oud[_VERSIE] == "7") for oud in gaten.sleutel],
    )


def _samenstelling(rijen: Mapping[Tabel, Sequence[Rij]]) -> Samenstelling:
    """By the ages on the day of the question."""
    ((jaar, maand_en_dag),) = {
        (int(dag[:4]), dag[4:10]) for dag in _kolom(rijen, "meldingen_melding", "ontvangen_op")
    }
    volwassen = f"{jaar - VOLWASSEN}{maand_en_dag}"
    geboren = [
        rij[t.plek("geboortedatum")]
        for t, inhoud in rijen.items()
        if t.naam == "huishoudens_persoon"
        for rij in inhoud
    ]
    ouders = sum(dag <= volwassen for dag in geboren)
    if len(geboren) > ouders:
        return Samenstelling.GEZIN if ouders > 1 else Samenstelling.EEN_OUDER
    return Samenstelling.SAMEN if ouders > 1 else Samenstelling.ALLEEN


def _kolom(rijen: Mapping[Tabel, Sequence[Rij]], tabel: str, kolom: str) -> set[str]:
    return {rij[t.plek(kolom)] for t, inhoud in rijen.items() if t.naam == tabel for rij in inhoud}


def _begin(gaten: Gaten) -> Mapping[str, int]:
    """Where the values of each kind begin in the list (see `giet.waarden`)."""
    namen = len(gaten.naam)
    aantallen = {
        "sleutel": len(gaten.sleutel),
        "dag": len(gaten.dag),
        "naam": namen,
        "sorteernaam": namen,
        "zoeknaam": namen,
        "referentie": len(gaten.referentie),
        "kenmerk": len(gaten.kenmerk),
        "buurt": len(gaten.buurt),
        "geheim": len(gaten.geheim),
        "bsn": len(gaten.bsn),
        "zoeksleutel": len(gaten.bsn),
    }
    begin, totaal = {}, 0
    for soort, aantal in aantallen.items():
        begin[soort] = totaal
        totaal += aantal
    return begin


def _deelmal(tabel: Tabel, regels: Sequence[str], begin: Mapping[str, int]) -> Deelmal:
    tekst = "".join(f"{regel}\n" for regel in regels).replace("%", "%%")
    plekken = [begin[soort] + int(nummer) for soort, nummer in _GAT.findall(tekst)]
    return Deelmal(tabel, _GAT.sub("%s", tekst), _kiezer(plekken))


def _kiezer(plekken: Sequence[int]) -> Callable[[Sequence[str]], Sequence[str]]:
    """Picks the values at these places; a slice for one or none, because itemgetter would give a value by itself."""
    if len(plekken) > 1:
        return itemgetter(*plekken)
    return itemgetter(slice(plekken[0], plekken[0] + 1) if plekken else slice(0))


def _gaten_in(
    tabel: Tabel,
    rij: Rij,
    gaten: Gaten,
    vast: frozenset[str],
    ontsleutel: Callable[[bytes, UUID], bytes],
) -> str:
    cellen = []
    for kolom, soort, cel in zip(tabel.kolommen, tabel.soorten, rij, strict=True):
        if kolom in ("bsn_versleuteld", "bsn_zoeksleutel"):
            cellen.append(_bsn(kolom, rij[tabel.eigen], gaten))
        elif cel == LEEG:
            cellen.append(cel)
        elif soort == "bytea" and kolom.endswith(VERSLEUTELD):
            eigen = rij[tabel.eigen]
            inhoud = ontsleutel(bytes.fromhex(cel.removeprefix(r"\\x")), UUID(eigen))
            gaten.nummer("sleutel", eigen)
            gaten.geheim.append(Geheim(kolom, gaten.sleutel[eigen], inhoud))
            cellen.append(f"\x01geheim{len(gaten.geheim) - 1}\x02")
        elif kolom in PLEK and cel in gaten.buurt:
            cellen.append(gaten.nummer("buurt", cel))
        elif kolom in ("sorteernaam", "zoeknaam"):
            naam = gaten.naam[rij[tabel.plek("naam")]]
            cellen.append(f"\x01{kolom}{naam}\x02")
        else:
            cellen.append(_tekst(soort, cel, gaten, vast))
    return "\t".join(cellen)


def _bsn(kolom: str, persoon: str, gaten: Gaten) -> str:
    gaten.nummer("sleutel", persoon)
    sleutel = gaten.sleutel[persoon]
    if sleutel not in gaten.bsn:
        gaten.bsn.append(sleutel)
    soort = "bsn" if kolom == "bsn_versleuteld" else "zoeksleutel"
    return f"\x01{soort}{gaten.bsn.index(sleutel)}\x02"


def _tekst(soort: str, cel: str, gaten: Gaten, vast: frozenset[str]) -> str:
    if soort.startswith("uuid") or soort == "jsonb":
        cel = _UUID.sub(lambda m: m[0] if m[0] in vast else gaten.nummer("sleutel", m[0]), cel)
    if soort == "date" or soort.startswith("timestamp") or soort == "jsonb":
        cel = _DAG.sub(lambda m: gaten.nummer("dag", m[0]), cel)
    if soort == "jsonb":
        for buurt in gaten.buurt:
            cel = cel.replace(f'"{buurt}"', f'"{gaten.nummer("buurt", buurt)}"')
    if soort == "jsonb" or soort.startswith(("text", "character")):
        cel = _woorden(cel, gaten)
    return cel


def _woorden(cel: str, gaten: Gaten) -> str:
    for gat in ("naam", "referentie", "kenmerk"):
        for oud in getattr(gaten, gat):
            if oud in cel:
                cel = cel.replace(oud, gaten.nummer(gat, oud))
    return cel
