"""Making the rows in a process of its own, while the database takes in the ones before."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection

from .gieten import Gieter
from .storten import Stapels

PARTIJ = 1000  # dossiers in one load
HOOP = 8_000_000  # bytes of one table before they go to the database


@dataclass(frozen=True)
class Portie:
    """Which dossiers of one municipality."""

    gieter: Gieter
    nummers: range


@dataclass(frozen=True)
class Lading:
    """Rows for the database, and of how many dossiers."""

    stapels: Stapels
    dossiers: int
    rijen: int


class MakerGestopt(Exception):
    """The process that makes the rows is gone."""


@contextmanager
def aan_het_werk(porties: Sequence[Portie]) -> Iterator[Iterator[Lading]]:
    """The loads, always in the same order. The process ends with the block, or when nobody reads."""
    soort = get_context("spawn")  # not fork: a connection to the database must not be shared
    lezer, schrijver = soort.Pipe(duplex=False)
    proces = soort.Process(target=_maak_alles, args=(schrijver, porties), daemon=True)
    proces.start()
    schrijver.close()
    try:
        yield _ladingen(lezer)
    finally:
        lezer.close()
        proces.join()


def _ladingen(lezer: Connection) -> Iterator[Lading]:
    try:
        while (lading := lezer.recv()) is not None:
            yield lading
    except EOFError as fout:
        raise MakerGestopt(
            "Het maken van dossiers stopte onverwacht. Er is niets veranderd; probeer het opnieuw."
        ) from fout


def _maak_alles(schrijver: Connection, porties: Sequence[Portie]) -> None:
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C reaches who reads; then this ends by itself
    with suppress(BrokenPipeError):
        for lading in ladingen(porties):
            schrijver.send(lading)
        schrijver.send(None)


def ladingen(porties: Sequence[Portie]) -> Iterator[Lading]:
    """All loads, made here. Of a table only what makes a heap; every COPY leaves pages behind that stay empty."""
    wacht: dict[str, bytearray] = {}
    for portie in porties:
        for eerste in range(portie.nummers.start, portie.nummers.stop, PARTIJ):
            nummers = range(eerste, min(eerste + PARTIJ, portie.nummers.stop))
            rijen = _maak(portie.gieter, nummers, wacht)
            vol = [naam for naam, regels in wacht.items() if len(regels) > HOOP]
            yield Lading({naam: bytes(wacht.pop(naam)) for naam in vol}, len(nummers), rijen)
    yield Lading({naam: bytes(regels) for naam, regels in wacht.items()}, 0, 0)


def _maak(gieter: Gieter, nummers: range, wacht: dict[str, bytearray]) -> int:
    """Add the rows of these dossiers to what waits; how many rows that were."""
    stukken: dict[str, list[str]] = {}
    rijen = 0
    for nummer in nummers:
        gekozen, toeval = gieter.kies(nummer)
        waarden = gieter.waarden(gekozen, nummer, toeval)
        for deel in gekozen.delen:
            stukken.setdefault(deel.tabel.naam, []).append(deel.giet(waarden))
        rijen += gekozen.rijen
    for naam, regels in stukken.items():
        wacht.setdefault(naam, bytearray()).extend("".join(regels).encode())
    return rijen
