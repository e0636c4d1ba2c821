"""Measure the jobs side by side, in rounds with the empty page, so that a busy machine hits all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from .banen import Baan
from .doelen import DOELEN, LEEG
from .slot import Slot, Stand
from .telraam import Telling, Telraam
from .verkeer import Antwoord, Bezoeker, Handeling, cpu_ms, percentiel, tegelijk
from .vloer import Vloer, hele_tabellen, meet_vloer

RONDEN = 8
PER_RONDE = 40
WARM = 60
WEER_WARM = 6  # after the lock changed every statement is planned anew, once
MENSEN = (1, 4, 16)
TEGELIJK = 240
GETELD = 40
OPNIEUW = 4  # how many times what only looks is run again for the floor

Detail = Callable[[str], None]


@dataclass
class Verbruik:
    """Processor used, added up over rounds, in milliseconds."""

    app_ms: float = 0.0
    postgres_ms: float = 0.0
    keren: int = 0

    @property
    def per_keer(self) -> float:
        """Application and PostgreSQL together."""
        return (self.app_ms + self.postgres_ms) / max(self.keren, 1)

    def als_json(self, leeg: Verbruik, eraf: float = 0.0) -> dict[str, Any]:
        """Per act; the multiple is of the empty page in the same rounds, without `eraf`."""
        keren = max(self.keren, 1)
        return {
            "maal": round((self.per_keer - eraf) / leeg.per_keer, 2),
            "app_ms": round(self.app_ms / keren, 2),
            "postgres_ms": round(self.postgres_ms / keren, 2),
        }


@dataclass
class Kosten:
    """What one job cost."""

    baan: Baan
    gewoon: Verbruik = field(default_factory=Verbruik)
    zonder_slot: Verbruik = field(default_factory=Verbruik)
    antwoorden: list[Antwoord] = field(default_factory=list)
    wachten: dict[int, tuple[float, float]] = field(default_factory=dict)
    tellingen: list[Telling] = field(default_factory=list)
    vloer: Vloer | None = None
    hele_tabellen: Sequence[str] = ()

    @property
    def zetten_ms(self) -> float:
        """Of one act, what setting its letters takes. The first sets up the compiler and is left out."""
        latere = self.tellingen[1:]
        return sum(t.zetten_ms for t in latere) / max(len(latere), 1)

    def als_json(self, leeg: Kosten) -> dict[str, Any]:
        """One line of the table."""
        assert self.vloer is not None
        weg = _zonder(self.baan)
        return {
            "sleutel": self.baan.sleutel,
            **self.gewoon.als_json(leeg.gewoon, self.zetten_ms),
            "typst_ms": round(self.zetten_ms, 1),
            "statements": max(telling.statements for telling in self.tellingen),
            "bytes": round(sum(a.bytes for a in self.antwoorden) / max(len(self.antwoorden), 1)),
            "wachten_ms": {str(m): [round(w, 1) for w in ms] for m, ms in self.wachten.items()},
            "zonder_slot": {
                "wat": weg.value,
                **self.zonder_slot.als_json(leeg.zonder_slot, self.zetten_ms),
            },
            "vloer": {
                "psycopg_ms": round(self.vloer.eigen_ms, 2),
                "postgres_ms": round(self.vloer.postgres_ms, 2),
            },
            "hele_tabellen": sorted(self.hele_tabellen),
        }


@dataclass(frozen=True)
class Opstelling:
    """What is measured: where it listens, as whom, the two processes at the top, and the lock."""

    poort: int
    token: str
    web_pid: int
    postgres_pid: int
    slot: Slot


def meet(
    opstelling: Opstelling, banen: Sequence[Baan], ronden: int, detail: Detail
) -> list[Kosten]:
    """Every job, the first being the empty page. AssertionError when a page is not what it should be."""
    alle = [Kosten(baan) for baan in banen]
    stromen = {baan.sleutel: baan.handelingen() for baan in banen}
    _tel(opstelling, alle, stromen, detail)
    try:
        _rondes(opstelling, alle, stromen, ronden, detail)
    finally:
        opstelling.slot.zet(Stand.DICHT)
    _wacht(opstelling, alle, stromen, detail)
    return alle


def _neem(kost: Kosten, stroom: Iterator[Handeling], aantal: int) -> list[Handeling]:
    """So many acts, fewer where each takes long to prepare. Made before anything is measured."""
    return [*islice(stroom, max(2, round(aantal * kost.baan.deel)))]


def _zonder(baan: Baan) -> Stand:
    """What can be taken away: without a line in the read log nobody may write anything."""
    return Stand.ZONDER_LOGBOEK if baan.leest else Stand.ZONDER_RIJBEVEILIGING


def _tel(
    opstelling: Opstelling,
    alle: Sequence[Kosten],
    stromen: dict[str, Iterator[Handeling]],
    detail: Detail,
) -> None:
    telraam = Telraam(opstelling.token)
    for kost in alle:
        detail(f"tellen: {_naam(kost)}")
        handelingen = _neem(kost, stromen[kost.baan.sleutel], GETELD)
        kost.tellingen = [telraam.tel(handeling) for handeling in handelingen]
        kost.hele_tabellen = sorted(hele_tabellen(kost.tellingen[-1]))
        kost.vloer = meet_vloer(
            kost.tellingen,
            keren=OPNIEUW if kost.baan.leest else 1,
            postgres_pid=opstelling.postgres_pid,
        )


def _rondes(
    opstelling: Opstelling,
    alle: Sequence[Kosten],
    stromen: dict[str, Iterator[Handeling]],
    ronden: int,
    detail: Detail,
) -> None:
    bezoeker = Bezoeker(opstelling.poort, opstelling.token)
    try:
        for kost in alle:
            for handeling in _neem(kost, stromen[kost.baan.sleutel], WARM):
                bezoeker.handel(handeling)
        for ronde in range(ronden):
            for stand in Stand:
                opstelling.slot.zet(stand)
                for kost in alle:
                    if stand is Stand.DICHT or _doet_mee(kost, stand):
                        detail(f"ronde {ronde + 1} van {ronden}: {_naam(kost)}")
                        _ronde(opstelling, bezoeker, stromen[kost.baan.sleutel], kost)
    finally:
        bezoeker.sluit()


def _doet_mee(kost: Kosten, stand: Stand) -> bool:
    return kost.baan.sleutel == LEEG or _zonder(kost.baan) is stand


def _ronde(
    opstelling: Opstelling, bezoeker: Bezoeker, stroom: Iterator[Handeling], kost: Kosten
) -> None:
    dicht = opstelling.slot.stand is Stand.DICHT
    verbruik = kost.gewoon if dicht else kost.zonder_slot
    warm, handelingen = _neem(kost, stroom, WEER_WARM), _neem(kost, stroom, PER_RONDE)
    for handeling in warm:
        bezoeker.handel(handeling)
    app, postgres = cpu_ms(opstelling.web_pid), cpu_ms(opstelling.postgres_pid)
    antwoorden = [bezoeker.handel(handeling) for handeling in handelingen]
    verbruik.app_ms += cpu_ms(opstelling.web_pid) - app
    verbruik.postgres_ms += cpu_ms(opstelling.postgres_pid) - postgres
    verbruik.keren += len(antwoorden)
    if dicht:
        kost.antwoorden += antwoorden


def _wacht(
    opstelling: Opstelling,
    alle: Sequence[Kosten],
    stromen: dict[str, Iterator[Handeling]],
    detail: Detail,
) -> None:
    for kost in alle:
        for mensen in MENSEN:
            detail(f"{mensen} tegelijk: {_naam(kost)}")
            handelingen = _neem(kost, stromen[kost.baan.sleutel], TEGELIJK)
            antwoorden = tegelijk(opstelling.poort, opstelling.token, handelingen, mensen)
            ms = [antwoord.ms for antwoord in antwoorden]
            kost.wachten[mensen] = (percentiel(ms, 0.5), percentiel(ms, 0.95))


def _naam(kost: Kosten) -> str:
    return DOELEN[kost.baan.sleutel].naam
