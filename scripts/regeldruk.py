"""`make burden`: walk every walk in a browser, print what it asks of whom, and write `docs/regeldruk.md`.

Exit status 1 when a target is missed or a walk cannot be walked to its end.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
DOEL = PROJECT / "docs" / "regeldruk.md"
KOP = """<!-- Made by scripts/regeldruk.py (make burden); change the screens, not this file. -->
# Hoeveel werk het is

Geteld in een browser, met verzonnen mensen. Een scherm telt als iemand er iets moet invullen of nakijken. Een veld telt
als de pagina zegt dat het moet worden ingevuld. ‘Zonder reden’: verplichte velden waar de pagina niet bij zegt waarom
wij dat vragen. Een overdracht telt als een ander team of een andere organisatie het overneemt.

| gemeente | wie | wat | schermen | verplichte velden | klikken | zonder reden | brieven | overdrachten | gehaald |
|---|---|---|---|---|---|---|---|---|---|
"""


def main() -> int:
    """Walk, print, write."""
    with tempfile.TemporaryDirectory() as map_:
        gemeten = Path(map_) / "gemeten.jsonl"
        gemeten.touch()
        opdracht = [sys.executable, "-m", "pytest", "-q", "-n0", "tests/browser/test_last.py"]
        omgeving = os.environ | {"EENPLAN_REGELDRUK": str(gemeten)}
        status = subprocess.run(opdracht, cwd=PROJECT, env=omgeving, check=False).returncode
        regels = gemeten.read_text(encoding="utf-8").splitlines()
    metingen = sorted(map(json.loads, regels), key=lambda m: (m["gang"]["wat"], m["gemeente"]))
    tabel = KOP + "".join(f"{meting['rij']}\n" for meting in metingen)
    print(tabel)
    if status:
        print("Niet elke gang kon worden gelopen; de oude tabel blijft staan.", file=sys.stderr)
        return 1
    DOEL.write_text(tabel, encoding="utf-8")
    gemist = [zin for meting in metingen for zin in meting["gemist"]]
    for zin in gemist:
        print(f"Niet gehaald: {zin}.", file=sys.stderr)
    return 1 if gemist else 0


if __name__ == "__main__":
    sys.exit(main())
