"""What a job asks of the database: its statements, counted and kept, so that they can be run again by themselves.

The request runs in this process, through the same middleware, and is rolled back: what was kept can still be done.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from django.db import connection, transaction
from django.test import Client

from eenplan.berichten import brief
from eenplan.berichten import usecases as brieven
from eenplan.platform.scope import KOEKJE

from .verkeer import Handeling, Verzoek

_DRAAD = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@dataclass(frozen=True)
class Vraag:
    """One statement as the application sent it."""

    sql: str
    parameters: Sequence[Any] | Mapping[str, Any] | None


Transactie = Sequence[Vraag]


@dataclass
class Telling:
    """The statements of one act, per request, without those that begin and end a transaction; and its letters."""

    transacties: list[Transactie] = field(default_factory=list)
    bytes: int = 0  # of the pages, before anything compresses them
    zetten_ms: float = 0.0  # of typst, of this process

    @property
    def statements(self) -> int:
        """How many in all."""
        return sum(map(len, self.transacties))


class Telraam:
    """Counts for somebody with this session."""

    def __init__(self, token: str) -> None:
        self._client = Client(HTTP_HOST="127.0.0.1")
        self._client.cookies[KOEKJE] = token

    def tel(self, handeling: Handeling) -> Telling:
        """Do it, count, and undo it. AssertionError when an answer is not the one that was expected."""
        telling = Telling()
        with transaction.atomic(), _gezet(telling):
            for verzoek in handeling:
                self._doe(verzoek, telling)
            transaction.set_rollback(True)
        return telling

    def _doe(self, verzoek: Verzoek, telling: Telling) -> None:
        vragen: list[Vraag] = []

        def hoor(voer_uit: Callable[..., Any], sql: str, parameters: Any, *rest: Any) -> Any:
            if not sql.startswith(_DRAAD):
                vragen.append(Vraag(sql, parameters))
            return voer_uit(sql, parameters, *rest)

        with connection.execute_wrapper(hoor):
            antwoord = (
                self._client.get(verzoek.pad)
                if verzoek.velden is None
                else self._client.post(verzoek.pad, dict(verzoek.velden))
            )
        if antwoord.status_code != verzoek.verwacht:
            raise AssertionError(
                f"{verzoek.pad.split('?')[0]} gaf {antwoord.status_code}, verwacht {verzoek.verwacht}"
            )
        telling.transacties.append(vragen)
        telling.bytes += len(antwoord.content)


@contextmanager
def _gezet(telling: Telling) -> Iterator[None]:
    """Adds what setting letters takes; typst is a library with a life of its own, so it is reported apart."""
    zet = brief.maak_pdf

    def gemeten(*woorden: Any, **namen: Any) -> bytes:
        begin = time.process_time()
        try:
            return zet(*woorden, **namen)
        finally:
            telling.zetten_ms += (time.process_time() - begin) * 1000

    with patch.object(brieven, "maak_pdf", gemeten):
        yield
