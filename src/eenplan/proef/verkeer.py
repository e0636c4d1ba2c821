"""Requests to a running Eenplan over loopback, and what they cost the processor: the application's and PostgreSQL's."""

from __future__ import annotations

import http.client
import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TypeAlias
from urllib.parse import urlencode

from eenplan.platform.scope import KOEKJE

CSRF = "m" * 32
STIL_SECONDEN = 1.0  # gunicorn hangs up after two
_TIK = 1000 / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Verzoek:
    """One request: a page, or a form that is sent."""

    pad: str
    velden: Mapping[str, str] | None = None
    verwacht: int = 200


Handeling: TypeAlias = tuple[Verzoek, ...]
"""What somebody does to have one thing done; mostly one request."""


@dataclass(frozen=True)
class Antwoord:
    """How long it took, and how many bytes came."""

    ms: float
    bytes: int


def opgemaakt(
    token: str, velden: Mapping[str, str] | None
) -> tuple[str, str | None, dict[str, str]]:
    """Method, body and headers of a request by whoever has this session; without fields it only looks."""
    koppen = {"Cookie": f"{KOEKJE}={token}; csrftoken={CSRF}"}
    if velden is None:
        return "GET", None, koppen
    koppen["Content-Type"] = "application/x-www-form-urlencoded"
    return "POST", urlencode({**velden, "csrfmiddlewaretoken": CSRF}), koppen


class Bezoeker:
    """Somebody with a session, on one connection."""

    def __init__(self, poort: int, token: str) -> None:
        self._poort = poort
        self._token = token
        self._lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
        self._laatst = time.perf_counter()

    def handel(self, handeling: Handeling) -> Antwoord:
        """Send all of it, and add up. AssertionError as `doe`."""
        antwoorden = [self.doe(verzoek) for verzoek in handeling]
        return Antwoord(sum(a.ms for a in antwoorden), sum(a.bytes for a in antwoorden))

    def doe(self, verzoek: Verzoek) -> Antwoord:
        """Send it and read the answer whole. AssertionError when it is not the answer that was expected."""
        wijze, lichaam, koppen = opgemaakt(self._token, verzoek.velden)
        koppen["Accept-Encoding"] = "gzip"
        begin = time.perf_counter()
        if begin - self._laatst > STIL_SECONDEN:
            self._lijn.close()  # the server did so by now; the next request opens it again
        self._lijn.request(wijze, verzoek.pad, lichaam, koppen)
        antwoord = self._lijn.getresponse()
        inhoud = antwoord.read()
        if antwoord.status != verzoek.verwacht:
            raise AssertionError(
                f"{verzoek.pad.split('?')[0]} gaf {antwoord.status}, verwacht {verzoek.verwacht}"
            )
        self._laatst = time.perf_counter()
        return Antwoord((self._laatst - begin) * 1000, len(inhoud))

    def sluit(self) -> None:
        """Hang up."""
        self._lijn.close()


def tegelijk(
    poort: int, token: str, handelingen: Sequence[Handeling], mensen: int
) -> list[Antwoord]:
    """The same work shared by so many people at once."""

    genoeg = Event()

    def een(deel: Sequence[Handeling]) -> list[Antwoord]:
        bezoeker = Bezoeker(poort, token)
        try:
            return [bezoeker.handel(handeling) for handeling in deel if not genoeg.is_set()]
        finally:
            bezoeker.sluit()

    with ThreadPoolExecutor(mensen) as groep:
        try:
            delen = groep.map(een, [handelingen[n::mensen] for n in range(mensen)])
            return [antwoord for deel in delen for antwoord in deel]
        finally:
            genoeg.set()  # after Ctrl-C nobody begins anything new


def cpu_ms(vader: int) -> float:
    """What this process and all below it used so far, in milliseconds, those that ended included."""
    som, rij = 0.0, [vader]
    while rij:
        pid = rij.pop()
        try:
            delen = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            kinderen = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        except OSError:
            continue
        som += sum(map(int, delen[11:15])) * _TIK
        rij += map(int, kinderen)
    return som


def percentiel(waarden: Sequence[float], deel: float) -> float:
    """The value below which this share lies."""
    geordend = sorted(waarden)
    return geordend[min(int(len(geordend) * deel), len(geordend) - 1)]
