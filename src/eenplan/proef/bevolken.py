"""Fill a database with a believable population: walk some dossiers, and pour the rest through COPY as the loader."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

from eenplan.beleid import api as beleid
from eenplan.demo import laden
from eenplan.organisaties.api import gemeente_id
from eenplan.platform import dbadres, klok
from eenplan.platform.versleuteling import ontsleutel_bytes

from . import levens, maken, mal
from .gieten import Gieter
from .maken import Portie
from .mal import Mal, Tabel
from .storten import storting

MALLEN = 90  # walked for real: every team of the largest city has some, in every stage
OPEN_DEEL = 0.03  # of three years of dossiers, those somebody still has to do something about
SECONDE = 1.0
INDEXDEEL = 0.5  # how long the indexes take, of the time that the rows took


@dataclass(frozen=True)
class Uitslag:
    """What was made, and how fast."""

    dossiers: int
    rijen: int
    seconden: float


def bevolk(
    gemeenten: Sequence[str], *, dossiers: int, zaad: int, detail: Callable[[str], None]
) -> Uitslag:
    """Make so many dossiers, spread over these municipalities. Raises GeenRecht, MakerGestopt.

    The database must be in demo mode, and nobody may live there.
    """
    begin, rijen, vanaf = time.monotonic(), 0, 0
    porties = []
    with psycopg.connect(dbadres.beheer_dsn(), autocommit=True) as conn:
        tafels = mal.tabellen(conn)
        for gemeente, aantal in verdeel(dossiers, gemeenten).items():
            laden.richt_in(gemeente)
            mallen = loop_voor(conn, gemeente, min(MALLEN, aantal), detail)
            rijen += sum(m.rijen for m in mallen)
            if aantal > len(mallen):
                wie = gieter(mallen, gemeente, zaad, vanaf=vanaf)
                porties.append(Portie(wie, range(len(mallen), aantal)))
            vanaf += aantal
    if porties:
        rijen += giet(tafels, porties, detail)
    return Uitslag(dossiers, rijen, time.monotonic() - begin)


def verdeel(dossiers: int, gemeenten: Sequence[str]) -> Mapping[str, int]:
    """Each municipality as many, the first ones one more where it does not come out even; none where none is left."""
    elk, rest = divmod(dossiers, len(gemeenten))
    aantallen = {gemeente: elk + (nummer < rest) for nummer, gemeente in enumerate(gemeenten)}
    return {gemeente: aantal for gemeente, aantal in aantallen.items() if aantal}


def gieter(
    mallen: Sequence[Mal],
    gemeente: str,
    zaad: int,
    *,
    open_deel: float = OPEN_DEEL,
    vanaf: int = 0,
) -> Gieter:
    """Who pours from these moulds, always the same for a seed."""
    return Gieter(
        mallen,
        gemeente=gemeente_id(gemeente),
        plaats=beleid.versies(gemeente)[-1].naam,
        buren=_buren(gemeente),
        zaad=zaad,
        open_deel=open_deel,
        vanaf=vanaf,
    )


def _buren(gemeente: str) -> Mapping[str, Sequence[str]]:
    """Of each neighbourhood, those in the same wijk with the same team, so that a question there goes the same way."""
    gebieden = beleid.model(gemeente, klok.vandaag()).gebied_van_buurt
    return {
        buurt: [ander for ander, ook in gebieden.items() if ook == plek]
        for buurt, plek in gebieden.items()
    }


def loop_voor(
    conn: psycopg.Connection[Any], gemeente: str, aantal: int, detail: Callable[[str], None]
) -> Sequence[Mal]:
    """Dossiers that walk the use cases, each kept as a mould."""
    tafels = mal.tabellen(conn)
    vast = _vaste_sleutels(conn)
    bekend: set[mal.Rij] = set()
    mal.nieuw(conn, tafels, bekend)
    mallen: list[Mal] = []
    buurten = frozenset(_buren(gemeente))
    for nummer, _ in enumerate(laden.bevolk(gemeente, aantal, drukte=0)):
        levens.leef_verder(conn, gemeente, nummer)
        rijen = mal.nieuw(conn, tafels, bekend)
        mallen.append(
            mal.maak(
                rijen,
                vast=vast,
                buurten=buurten,
                ontsleutel=lambda w, rij: ontsleutel_bytes(w, rij=rij),
            )
        )
        detail(f"{len(mallen)} van {aantal} dossiers lopen het zelf")
        if len(mallen) == aantal:
            break
    return mallen


def _vaste_sleutels(conn: psycopg.Connection[Any]) -> frozenset[str]:
    naslag = [
        str(rij[0])
        for rij in conn.execute(
            """SELECT tablename FROM pg_tables WHERE schemaname = 'public'
                  AND (tablename LIKE 'organisaties%' OR tablename LIKE 'voorzieningen%')"""
        )
    ]
    gevonden: set[str] = set()
    for tabel in naslag:
        gevonden.update(str(rij[0]) for rij in conn.execute(f"SELECT id FROM {tabel}"))
    return frozenset(gevonden)


def giet(tafels: Sequence[Tabel], porties: Sequence[Portie], detail: Callable[[str], None]) -> int:
    """Pour these dossiers, all or none; returns how many rows that were."""
    totaal = sum(len(portie.nummers) for portie in porties)
    begin, gezegd, klaar, rijen = time.monotonic(), 0.0, 0, 0
    with maken.aan_het_werk(porties) as ladingen, storting(tafels, detail) as stort:
        for lading in ladingen:
            stort(lading.stapels)
            klaar, rijen = klaar + lading.dossiers, rijen + lading.rijen
            nu = time.monotonic()
            if nu - gezegd > SECONDE:
                gezegd = nu
                detail(voortgang(klaar, totaal, nu - begin))
    return rijen


def voortgang(klaar: int, totaal: int, seconden: float) -> str:
    """How far it is and how long it still takes; building the indexes takes as long again as a third of the pouring."""
    nog = seconden / klaar * (totaal - klaar) + seconden / klaar * totaal * INDEXDEEL
    return f"{klaar} van {totaal}, nog {nog // 60:.0f}:{nog % 60:02.0f}"
