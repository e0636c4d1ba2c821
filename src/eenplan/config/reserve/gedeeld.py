"""What the commands around backups share: the database runs, progress is told, and what goes wrong is one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg

from eenplan.config import demo
from eenplan.config.start import Voortgang
from eenplan.platform.reserve.archief import ArchiefFout


def doe(werk: Callable[[Voortgang], None]) -> int:
    """Run a command's work. Exit status 1 with one sentence on standard error when it cannot be done."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    try:
        werk(Voortgang())
    except (*demo.FOUTEN, ArchiefFout) as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    except OSError as fout:
        print(
            f"\n{fout.strerror}: {fout.filename or Path.cwd()}. Er is niets half blijven staan.",
            file=sys.stderr,
        )
        return 1
    except psycopg.Error as fout:
        print(
            f"\nDe database geeft een fout ({type(fout).__name__}). Draait de database, en is zij bijgewerkt?",
            file=sys.stderr,
        )
        return 1
    return 0


def grootte(bytes_: int) -> str:
    """A size in words: 12,3 MB."""
    return f"{bytes_ / 1_000_000:.1f} MB".replace(".", ",")
