"""Hard stops (SIGKILL) of a part of the application, by process id and never by name."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path
from random import Random

POSTMASTER, ACHTERKANT, ALLES = "postmaster", "backend", "alle processen"
WIJZEN = (POSTMASTER, ACHTERKANT, ALLES)


def kinderen(pid: int) -> list[int]:
    """The processes that this process started."""
    try:
        return [int(k) for k in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def dood_database(postmaster: int, wijze: str, toeval: Random) -> None:
    """The postmaster alone, one process that serves the application, or every process at once."""
    alle = kinderen(postmaster)
    if wijze == ACHTERKANT:
        van_ons = [pid for pid in alle if b"eenplan_app" in _naam(pid)]
        _dood(toeval.choice(van_ons or alle))
        return
    if wijze == ALLES:
        os.kill(postmaster, signal.SIGSTOP)  # so that it starts nobody in the place of who is gone
    for pid in alle if wijze == ALLES else ():
        _dood(pid)
    _dood(postmaster)


def dood_werker(webserver: int, toeval: Random) -> None:
    """One process that answers requests; the process above it starts another."""
    if werkers := kinderen(webserver):
        _dood(toeval.choice(werkers))


def _naam(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _dood(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
