"""Let the n-th statement to the database fail, as a full disk or a cut line would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, connection

TERUG = "ROLLBACK TO"  # what undoes: that must not fail, or nothing would be undone by anybody


class Afgebroken(OperationalError):
    """The planted fault."""


@contextmanager
def tel(bij: Callable[[int], None]) -> Iterator[list[int]]:
    """Number the statements of this thread and call `bij` before each; yields a list that holds the count."""
    teller = [0]

    def telt(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(TERUG):
            teller[0] += 1
            bij(teller[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(telt):
        yield teller


@contextmanager
def faal_bij(nummer: int | None) -> Iterator[list[int]]:
    """Fail at the statement with this number; None only counts."""

    def breek(teller: int) -> None:
        if teller == nummer:
            raise Afgebroken(f"opdracht {nummer} mislukt met opzet")

    with tel(breek) as teller:
        yield teller
