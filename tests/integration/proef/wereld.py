"""A small invented municipality for the tests of this folder: some dossiers that walked, and many poured from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eenplan.demo import laden
from eenplan.proef import bevolken, mal
from eenplan.proef.gieten import Gieter
from eenplan.proef.maken import Portie
from eenplan.proef.mal import Mal, Rij, Tabel
from tests.pgplugin import verbind_beheer

GEMEENTE = "utrecht"
ZAAD, GELOPEN = 7, 12

Rijen = Mapping[Tabel, Sequence[Rij]]


@dataclass(frozen=True)
class Bevolkt:
    """What walked, what was poured from it, and by which moulds."""

    mallen: Sequence[Mal]
    gelopen: Rijen
    gegoten: Rijen
    geteld: int


def gieter(mallen: Sequence[Mal], zaad: int = ZAAD) -> Gieter:
    """Who pours from so few moulds: half of them still running, so that every stage has its share."""
    return bevolken.gieter(mallen, GEMEENTE, zaad, open_deel=0.5)


def bevolk(hoeveel: int) -> Bevolkt:
    """Walk twelve dossiers and pour so many from them."""
    laden.richt_in(GEMEENTE)
    bekend: set[Rij] = set()
    with verbind_beheer() as conn:
        tafels = mal.tabellen(conn)
        mallen = bevolken.loop_voor(conn, GEMEENTE, GELOPEN, lambda _: None)
        gelopen = mal.nieuw(conn, tafels, bekend)
        portie = Portie(gieter(mallen), range(GELOPEN, GELOPEN + hoeveel))
        geteld = bevolken.giet(tafels, [portie], lambda _: None)
        gegoten = mal.nieuw(conn, tafels, bekend)
    return Bevolkt(mallen, gelopen, gegoten, geteld)
