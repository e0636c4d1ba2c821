"""Run a command in a child of its own, with little memory and little time, and see what it left on the screen."""

from __future__ import annotations

import io
import os
import resource
import signal
import sys
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from eenplan.config.cli import main

SECONDEN = 20  # of the processor
WACHT = 300.0  # on the clock, while others use the machine as well
GEHEUGEN = 600_000_000  # on top of what the tests already hold
OPEN_GEVALLEN = 70  # an exception came out


@dataclass(frozen=True)
class Einde:
    """How it ended."""

    status: int
    uit: str
    fout: str

    def klachten(self, meeste_zinnen: int = 1) -> list[str]:
        """What is wrong about an end that should be a Dutch sentence (or one a mistake) and exit status 1."""
        regels = [regel for regel in self.fout.splitlines() if regel.strip()]
        klachten = [] if self.status == 1 else [f"status {self.status}"]
        klachten += [] if 1 <= len(regels) <= meeste_zinnen else [f"{len(regels)} regels"]
        klachten += ["te lang"] if any(len(regel) > 700 for regel in regels) else []
        klachten += ["traceback"] if "Traceback" in self.fout or "Error" in self.fout else []
        return [f"{klacht}: {self.fout[-1_500:]}" for klacht in klachten]


def voer_uit(map_: Path, woorden: list[str], invoer: Path | None = None) -> Einde:
    """`eenplan` with these words, `invoer` on standard input."""
    uit, fout = map_ / "uit.txt", map_ / "fout.txt"
    kind = os.fork()
    if kind == 0:
        _in_het_kind(woorden, invoer or Path(os.devnull), uit, fout)
    einde = time.monotonic() + WACHT
    while True:
        klaar, status = os.waitpid(kind, os.WNOHANG)
        if klaar:
            break
        if time.monotonic() > einde:
            os.kill(kind, signal.SIGKILL)
        time.sleep(0.01)
    lees = (pad.read_text(errors="replace") for pad in (uit, fout))
    return Einde(os.waitstatus_to_exitcode(status), *lees)


def _in_het_kind(woorden: list[str], invoer: Path, uit: Path, fout: Path) -> None:
    """Never returns."""
    status = OPEN_GEVALLEN
    try:
        os.dup2(os.open(invoer, os.O_RDONLY), 0)
        for nummer, pad in ((1, uit), (2, fout)):
            os.dup2(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), nummer)
        sys.stdin = io.TextIOWrapper(io.FileIO(0, closefd=False))
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), write_through=True)
        in_gebruik = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (in_gebruik + GEHEUGEN,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDEN, SECONDEN))
        status = main(woorden)
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(status)
