"""Read a file that somebody hands us: a plain file, never more of it than it may hold, never waiting for the rest."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def lees(pad: Path, meeste: int) -> bytes:
    """The whole file. OSError, with a Dutch reason, when it is no plain file or larger than `meeste` bytes."""
    greep = os.open(pad, os.O_RDONLY | os.O_NONBLOCK)  # a pipe without a writer would wait forever
    with os.fdopen(greep, "rb") as bestand:
        if not stat.S_ISREG(os.fstat(greep).st_mode):
            raise OSError(errno.EINVAL, "het is geen gewoon bestand", str(pad))
        bytes_ = bestand.read(meeste + 1)
    if len(bytes_) > meeste:
        raise OSError(errno.EFBIG, f"het is te groot; hooguit {_in_woorden(meeste)}", str(pad))
    return bytes_


def _in_woorden(aantal: int) -> str:
    return f"{aantal // 1_000_000} MB" if aantal >= 1_000_000 else f"{aantal // 1_000} kB"
