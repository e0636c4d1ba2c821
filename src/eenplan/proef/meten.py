"""Measure the jobs side by side, in rounds with the empty page, so that a busy machine hits all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from .banen import Baan
from .verkeer import Antwoord, Bezoeker, Verzoek, cpu_ms, percentiel, tegelijk

RONDEN = 8
PER_RONDE = 40
WARM = 60
MENSEN = (1, 4, 16)
TEGELIJK = 240


@dataclass
class Kosten:
    """What one job cost, added up over its rounds; milliseconds of processor and of waiting."""

    naam: str
    doel: float | None
    app_ms: float = 0.0
    postgres_ms: float = 0.0
    antwoorden: list[Antwoord] = field(default_factory=list)
    wachten: dict[int, tuple[float, float]] = field(default_factory=dict)

    @property
    def per_verzoek(self) -> float:
        """Processor per request, application and PostgreSQL together."""
        return (self.app_ms + self.postgres_ms) / max(len(self.antwoorden), 1)

    def als_json(self, leeg: Kosten) -> dict[str, Any]:
        """One line of the table."""
        aantal = max(len(self.antwoorden), 1)
        return {
            "baan": self.naam,
            "doel": self.doel,
            "maal": round(self.per_verzoek / leeg.per_verzoek, 2),
            "app_ms": round(self.app_ms / aantal, 2),
            "postgres_ms": round(self.postgres_ms / aantal, 2),
            "bytes": round(sum(a.bytes for a in self.antwoorden) / aantal),
            "wachten_ms": {
                str(m): [round(a, 1), round(b, 1)] for m, (a, b) in self.wachten.items()
            },
        }


@dataclass(frozen=True)
class Opstelling:
    """What is measured: where it listens, as whom, and the two processes at the top."""

    poort: int
    token: str
    web_pid: int
    postgres_pid: int


def meet(
    opstelling: Opstelling, banen: Sequence[Baan], detail: Callable[[str], None]
) -> list[Kosten]:
    """Every job, the first being the empty page. AssertionError when a page is not what it should be."""
    kosten = [Kosten(baan.naam, baan.doel) for baan in banen]
    stromen = [baan.verzoeken() for baan in banen]
    bezoeker = Bezoeker(opstelling.poort, opstelling.token)
    try:
        for stroom in stromen:
            for verzoek in islice(stroom, WARM):
                bezoeker.doe(verzoek)
        for ronde in range(RONDEN):
            for stroom, kost in zip(stromen, kosten, strict=True):
                detail(f"ronde {ronde + 1} van {RONDEN}: {kost.naam}")
                _ronde(opstelling, bezoeker, stroom, kost)
    finally:
        bezoeker.sluit()
    for stroom, kost in zip(stromen, kosten, strict=True):
        for mensen in MENSEN:
            detail(f"{mensen} tegelijk: {kost.naam}")
            ms = [
                a.ms
                for a in tegelijk(
                    opstelling.poort, opstelling.token, [*islice(stroom, TEGELIJK)], mensen
                )
            ]
            kost.wachten[mensen] = (percentiel(ms, 0.5), percentiel(ms, 0.95))
    return kosten


def _ronde(
    opstelling: Opstelling, bezoeker: Bezoeker, stroom: Iterator[Verzoek], kost: Kosten
) -> None:
    app, postgres = cpu_ms(opstelling.web_pid), cpu_ms(opstelling.postgres_pid)
    kost.antwoorden += [bezoeker.doe(verzoek) for verzoek in islice(stroom, PER_RONDE)]
    kost.app_ms += cpu_ms(opstelling.web_pid) - app
    kost.postgres_ms += cpu_ms(opstelling.postgres_pid) - postgres
