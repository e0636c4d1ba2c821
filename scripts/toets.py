"""Run the tests in parallel; where Debian's PostgreSQL 15 is installed, what can tell it from 18 runs on it as well.

Those are the tests marked `server` (see `tests/pgplugin.py`): all that ask the server itself something, and of every
other file with a database two tests. With `--alles` every database test runs twice. Never those in a browser: what a
screen shows does not depend on the version of the database.

Closes with what failed, a line each, and then `toetsen: N passed, N failed, N skipped`. Exit status 0 only when nothing
failed and tests ran.
"""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
POSTGRES_15 = Path("/usr/lib/postgresql/15/bin")
REDEN = 300
"""How many characters of the reason stand beside the name of what failed."""


@dataclass
class Uitslag:
    """What the runs together counted."""

    geslaagd: int = 0
    gezakt: int = 0
    overgeslagen: int = 0
    namen: list[str] = field(default_factory=list)
    """What failed, by run: who reads only the end of a long output still knows what to look at."""

    def tel(self, rapport: Path) -> None:
        """Add a JUnit report; a run that left none counts as one failure."""
        if not rapport.exists():
            self.gezakt += 1
            return
        for reeks in ET.parse(rapport).getroot().iter("testsuite"):
            gezakt = int(reeks.get("failures", 0)) + int(reeks.get("errors", 0))
            overgeslagen = int(reeks.get("skipped", 0))
            self.gezakt += gezakt
            self.overgeslagen += overgeslagen
            self.geslaagd += int(reeks.get("tests", 0)) - gezakt - overgeslagen
        for geval in ET.parse(rapport).getroot().iter("testcase"):
            for fout in (*geval.iter("failure"), *geval.iter("error")):
                reden = " ".join(fout.get("message", "").split())[:REDEN]
                naam = f"{geval.get('classname')}::{geval.get('name')}"
                self.namen.append(f"{rapport.stem}: {naam}: {reden}")


def draai(naam: str, keuze: str, uitslag: Uitslag, **omgeving: str) -> int:
    """One pytest run of the tests that `keuze` selects; the exit status of pytest."""
    rapport = PROJECT / ".cache" / f"toets-{naam}.xml"
    rapport.parent.mkdir(exist_ok=True)
    rapport.unlink(missing_ok=True)
    werkers = max(2, min(4, os.cpu_count() or 2))
    opdracht = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        f"-n{werkers}",
        "--dist=loadfile",
        "--no-loadscope-reorder",  # the long files first (tests/pgplugin.py), not those with the most tests
        "-m",
        keuze,
    ]
    opdracht += ["--durations=10", "--durations-min=2", f"--junitxml={rapport}"]
    print(f"--- {naam}", flush=True)
    status = subprocess.run(
        opdracht, cwd=PROJECT, env=os.environ | omgeving, check=False
    ).returncode
    uitslag.tel(rapport)
    return status


def main() -> int:
    """Command line: `toets.py [--alles]`."""
    alles = "--alles" in sys.argv[1:]
    uitslag = Uitslag()
    try:
        statussen = [draai("postgresql-18", "" if alles else "not lang", uitslag)]
        if (POSTGRES_15 / "postgres").exists():
            statussen.append(
                draai(
                    "postgresql-15",
                    "db and not lang and not browser" if alles else "server",
                    uitslag,
                    EENPLAN_PG_BIN=str(POSTGRES_15),
                )
            )
    except KeyboardInterrupt:
        print("\nDe tests zijn gestopt.", file=sys.stderr)
        return 130
    if any(statussen) and not uitslag.gezakt:
        uitslag.gezakt = 1  # pytest itself stopped (a file that cannot be read, no tests at all)
    for naam in uitslag.namen:
        print(f"gezakt: {naam}")
    print(
        f"toetsen: {uitslag.geslaagd} passed, {uitslag.gezakt} failed, {uitslag.overgeslagen} skipped"
    )
    return 1 if uitslag.gezakt or not uitslag.geslaagd else 0


if __name__ == "__main__":
    sys.exit(main())
