"""Try every act that a walk passes: each of its statements fails once, and the state must be as before.

The functions at the front doors of the rooms are replaced by one that first does the act on trial. It goes wrong at the
first statement, then at the second, and so on, each time inside the running transaction; whoever calls catches it, as a
screen catches a refusal. Then the act is done for real, and the walk goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass, field
from importlib import import_module
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction
from psycopg.pq import TransactionStatus

from eenplan.platform.scope import Scope
from eenplan.platform.vraag import waarde
from tests.bewaking.hulp import met
from tests.bewaking.test_kamers import deurfuncties
from tests.integration.storingen.stuk_voor_stuk import faal_bij

Daad = Callable[..., Any]
Keuze = Callable[[int], Sequence[int]]


def deuren() -> Mapping[str, tuple[Any, str]]:
    """Every function at a front door that takes a scope: `meldingen.neem_op`, with its module and name.

    Not the reactions, which take an event: they are part of the act that they follow on.
    """
    return {
        f"{kamer}.{functie.name}": (import_module(f"eenplan.{kamer}.api"), functie.name)
        for kamer, functie in deurfuncties(met(".py", "src/"))
        if "scope" in (namen := [a.arg for a in functie.args.args + functie.args.kwonlyargs])
        and "gebeurtenis" not in namen
    }


@dataclass
class Verslag:
    """What was tried: per act how many statements failed, which acts only read, and what stayed half."""

    geprobeerd: dict[str, int] = field(default_factory=dict)
    leest: set[str] = field(default_factory=set)
    half: list[str] = field(default_factory=list)


@dataclass
class Proef:
    """Tries the acts of a walk; `keuze` picks which statements of so many fail, `keren` how often an act is tried."""

    keuze: Keuze
    keren: int
    verslag: Verslag = field(default_factory=Verslag)
    _gezien: dict[str, int] = field(default_factory=dict)
    _bezig: bool = False

    def omhul(self, naam: str, daad: Daad) -> Daad:
        """The same act, tried first; an act that another act does is part of that one."""

        def geprobeerd(*plek: Any, **rest: Any) -> Any:
            vaak = self._gezien.get(naam, 0)
            if self._bezig or vaak >= self.keren or not connection.in_atomic_block:
                return daad(*plek, **rest)
            self._gezien[naam] = vaak + 1
            self._bezig = True
            try:
                with _buiten_de_telling():
                    self._probeer(naam, lambda: daad(*_vers(plek), **_vers(rest)))
            finally:
                self._bezig = False
            return daad(*plek, **rest)

        return geprobeerd

    def _probeer(self, naam: str, daad: Callable[[], Any]) -> None:
        vooraf = _afdruk()
        aantal, daarna = _op_proef(daad)
        if daarna == vooraf:
            self.verslag.leest.add(naam)
            return
        self.verslag.leest.discard(naam)
        for nummer in self.keuze(aantal):
            self.verslag.geprobeerd[naam] = self.verslag.geprobeerd.get(naam, 0) + 1
            _, daarna = _op_proef(daad, nummer)
            if daarna != vooraf:
                self.verslag.half.append(f"{naam}: half werk als opdracht {nummer} mislukt")

    @contextmanager
    def aan_elke_deur(self) -> Iterator[Verslag]:
        """Try whatever is done at any front door meanwhile."""
        with pytest.MonkeyPatch.context() as plakker:
            for naam, (module, functie) in deuren().items():
                plakker.setattr(module, functie, self.omhul(naam, getattr(module, functie)))
            yield self.verslag


def _op_proef(daad: Callable[[], Any], faalt_bij: int | None = None) -> tuple[int, str]:
    """Do it, look what is there, and undo: how many statements it took, and the digest of everything after it.

    What the act itself did not undo when it failed is in that digest: this savepoint is undone only after looking.
    """
    merk = transaction.savepoint()
    with faal_bij(faalt_bij) as teller, suppress(Exception):
        daad()
    kapot = connection.connection.info.transaction_status is TransactionStatus.INERROR
    if connection.needs_rollback or kapot:  # it left the undoing to the block around it
        connection.needs_rollback = False
        transaction.savepoint_rollback(merk)
    daarna = _afdruk()
    transaction.savepoint_rollback(merk)
    transaction.savepoint_commit(merk)
    return teller[0], daarna


def _vers(gegeven: Any) -> Any:
    """What an act is given, as it was before: an act that fails may have changed what it holds, as a row it opened."""
    if isinstance(gegeven, dict):
        return {naam: _vers(deel) for naam, deel in gegeven.items()}
    if isinstance(gegeven, tuple):
        return tuple(_vers(deel) for deel in gegeven)
    return gegeven if isinstance(gegeven, Scope) else deepcopy(gegeven)


@contextmanager
def _buiten_de_telling() -> Iterator[None]:
    """A test that counts statements counts those of its walk, not those of the trial."""
    vooraf = len(connection.queries_log)
    try:
        yield
    finally:
        while len(connection.queries_log) > vooraf:
            connection.queries_log.pop()


def _afdruk() -> str:
    return str(waarde("SELECT public.proef_afdruk()"))


def alle(aantal: int) -> Sequence[int]:
    """Every statement."""
    return range(1, aantal + 1)


def steekproef(toeval: Random) -> Keuze:
    """The last statement, and one that chance picks: what comes before the last is there to stay half."""

    def kies(aantal: int) -> Sequence[int]:
        return sorted({aantal, toeval.randint(1, aantal)})

    return kies
