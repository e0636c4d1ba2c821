"""How many situations the policy decides on per second of one core: validated before, and through JSON lines."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import get_args

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Situatie
from eenplan.platform import klok

SITUATIES = 20_000
KEREN = 10
REGELS = 100_000


@dataclass(frozen=True)
class Beslissnelheid:
    """Decisions with their explanation per second of processor, on one core."""

    gevalideerd: float
    als_json: float


def meet_beslissen(gemeente: str) -> Beslissnelheid:
    """Measure both, over random situations of this municipality; the same at each run."""
    alle = situaties(gemeente, SITUATIES)
    for situatie in alle:
        beleid.beslis(situatie)
    begin = time.process_time()
    for _ in range(KEREN):
        for situatie in alle:
            beleid.beslis(situatie)
    gevalideerd = KEREN * len(alle) / (time.process_time() - begin)
    return Beslissnelheid(gevalideerd, _als_json(gemeente, alle))


def situaties(gemeente: str, aantal: int) -> list[Situatie]:
    """So many, each value that the vocabulary allows as likely as another."""
    toeval = Random(gemeente)
    keuzes = {
        naam: _waarden(veld.annotation)
        for naam, veld in Situatie.model_fields.items()
        if naam not in ("gemeente", "op", "leeftijd", "wijk", "buurt")
    }
    return [
        beleid.situatie(
            {
                "gemeente": gemeente,
                "op": klok.vandaag(),
                "leeftijd": toeval.randint(0, 100),
                **{naam: toeval.choice(waarden) for naam, waarden in keuzes.items()},
            }
        )
        for _ in range(aantal)
    ]


def _waarden(soort: object) -> Sequence[object]:
    return (False, True) if soort is bool else get_args(soort)


def _als_json(gemeente: str, alle: Sequence[Situatie]) -> float:
    """Through the command that other programs use; what it costs to start is taken off."""
    regels = [situatie.model_dump_json().encode() + b"\n" for situatie in alle]
    veel = b"".join(regels * (REGELS // len(regels)))
    begin, einde = _cpu_van(gemeente, b"".join(regels[:1])), _cpu_van(gemeente, veel)
    return REGELS / (einde - begin)


def _cpu_van(gemeente: str, invoer: bytes) -> float:
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    opdracht = [sys.executable, "-m", "eenplan.config.cli", "model", "beslis", gemeente]
    subprocess.run(opdracht, input=invoer, stdout=subprocess.DEVNULL, check=True)
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime
