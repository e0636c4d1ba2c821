"""`make check`: every guard that needs no walk through the application. All of them run, also after a failure."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

KEURINGEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("opmaak", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("muren tussen de kamers", ("lint-imports",)),
    ("beleidsbestanden", ("eenplan", "model", "controleer")),
    (
        "migraties, begrippen, documentatie en andere wachters",
        ("pytest", "-q", "-n0", "-m", "bewaking and not lang"),
    ),
)


def main() -> int:
    """Run all; exit status 1 when one fails."""
    gezakt = []
    for naam, (programma, *opties) in KEURINGEN:
        begin = time.monotonic()
        print(f"  {naam} ... ", end="", flush=True)
        klaar = subprocess.run(
            [str(BIN / programma), *opties],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        print(
            f"{'fout' if klaar.returncode else 'goed'} ({time.monotonic() - begin:.1f} s)",
            flush=True,
        )
        if klaar.returncode:
            gezakt.append(naam)
            print((klaar.stdout + klaar.stderr).rstrip() + "\n", flush=True)
    print(f"Niet goed: {'; '.join(gezakt)}." if gezakt else "Alles is goed.")
    return 1 if gezakt else 0


if __name__ == "__main__":
    sys.exit(main())
