"""`make vervuiling`: dirt in every field, address and file; what came of it stands in `bench/vervuiling.json`.

Exit status 1 when anything was wrong; the lines that say what are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
MAP = PROJECT / ".cache" / "vervuiling"
UITSLAG = PROJECT / "bench" / "vervuiling.json"
Regel = dict[str, object]


def main() -> int:
    """Command line: `vervuiling.py [--aantal N] [--zaad TEKST] [--delen N]`."""
    parser = argparse.ArgumentParser(description="Onzin in elk veld, elk adres en elk bestand.")
    parser.add_argument("--aantal", type=int, default=100_000, help="hoeveel verzoeken")
    parser.add_argument("--zaad", default="20260302", help="waaruit het toeval volgt")
    parser.add_argument("--delen", type=int, default=8, help="in hoeveel stukken")
    keuzes = parser.parse_args()
    shutil.rmtree(MAP, ignore_errors=True)
    omgeving = {
        f"EENPLAN_VERVUILING_{naam}": str(waarde)
        for naam, waarde in (("MAP", MAP), *((n.upper(), w) for n, w in vars(keuzes).items()))
    }
    werkers = max(1, min(keuzes.delen, os.cpu_count() or 2))
    status = _pytest(
        "web", omgeving, "tests/vervuiling", "-m", "lang", f"-n{werkers}", "--dist=load"
    )
    status |= _pytest("bestanden", omgeving, "tests/vervuiling/test_bestanden.py", "-n0")
    delen = [json.loads(pad.read_text(encoding="utf-8")) for pad in sorted(MAP.glob("deel-*.json"))]
    if len(delen) != keuzes.delen:
        print("Niet elk deel kwam tot zijn einde; de oude uitslag blijft staan.", file=sys.stderr)
        return 1
    opdracht = f"make vervuiling AANTAL={keuzes.aantal}"
    uitslag = tel_op(delen, _gelukt(MAP / "bestanden.xml"), zaad=keuzes.zaad, opdracht=opdracht)
    UITSLAG.parent.mkdir(exist_ok=True)
    UITSLAG.write_text(json.dumps(uitslag, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for zin in (zin for deel in delen for zin in deel["slecht"]):
        print(zin, file=sys.stderr)
    print(f"{uitslag['verzoeken']} verzoeken, het traagste {uitslag['traagste_s']} s: {UITSLAG}")
    return 1 if status else 0


def _pytest(naam: str, omgeving: dict[str, str], *woorden: str) -> int:
    MAP.mkdir(parents=True, exist_ok=True)
    opdracht = [sys.executable, "-m", "pytest", "-q", "--show-capture=no", *woorden]
    opdracht.append(f"--junitxml={MAP / naam}.xml")
    return subprocess.run(opdracht, cwd=PROJECT, env=os.environ | omgeving, check=False).returncode


def _gelukt(rapport: Path) -> dict[str, bool]:
    """Every test of a report, and whether it passed."""
    return {
        geval.get("name", ""): not geval.findall("failure") and not geval.findall("error")
        for geval in ET.parse(rapport).getroot().iter("testcase")
    }


def tel_op(
    delen: Sequence[dict[str, Any]], bestanden: dict[str, bool], *, zaad: str, opdracht: str
) -> dict[str, Any]:
    """The result of the whole, from the counts of the parts."""
    from tests.vervuiling.keuring import STORING, UITLEG

    gekeurd, goed, soorten, bereikt = (
        sum((Counter(deel[naam]) for deel in delen), Counter[str]())
        for naam in ("gekeurd", "goed", "soorten", "bereikt")
    )
    adressen = delen[0]["adressen"]
    vormen = {vorm for deel in delen for vorm in deel["vormen"]}
    lezers = sorted({naam for deel in delen for naam in deel["lezers"]})
    controles = [_regel(naam, gekeurd[naam], goed[naam], uitleg) for naam, uitleg in UITLEG.items()]
    controles.append(
        _regel(
            "elk adres bereikt",
            len(adressen),
            sum(1 for naam in adressen if bereikt[naam]),
            f"Door {len(lezers)} soorten lezers; {len(vormen)} verschillende formulieren zijn gevonden en vervuild.",
        )
    )
    vijandig = [
        klaar for naam, klaar in bestanden.items() if "hostile" in naam or "secrets" in naam
    ]
    controles.append(
        _regel(
            "een kapot of vijandig bestand geeft één zin",
            len(vijandig),
            sum(vijandig),
            "Beleid, werkboek, situaties en sleutels: weinig geheugen, weinig tijd, één Nederlandse zin.",
        )
    )
    return {
        "gemeten": datetime.now(UTC).date().isoformat(),
        "zaad": zaad,
        "opdracht": opdracht,
        "verzoeken": gekeurd[STORING],
        "traagste_s": round(max(deel["traagste"] for deel in delen), 2),
        "soorten": dict(sorted(soorten.items())),
        "controles": controles,
        "controle_proef": [*_planten(delen), *_bestandsproeven(bestanden)],
    }


def _regel(naam: str, aantal: int, goed: int, uitleg: str) -> Regel:
    return {"naam": naam, "aantal": aantal, "goed": goed, "uitleg": uitleg}


def _planten(delen: Sequence[dict[str, Any]]) -> list[Regel]:
    """A fault counts as caught when it was caught in every part."""
    return [
        {
            "naam": plant["naam"],
            "betrapt": all(deel["planten"][plek]["betrapt"] for deel in delen),
            "uitleg": plant["uitleg"],
        }
        for plek, plant in enumerate(delen[0]["planten"])
    ]


def _bestandsproeven(bestanden: dict[str, bool]) -> list[Regel]:
    proeven = (
        ("kapot", "een opdracht die stukgaat op een bestand", "Een traceback is geen zin."),
        (
            "vol",
            "een opdracht die het geheugen volmaakt",
            "Boven de grens van het geheugen stopt zij.",
        ),
        ("bezig", "een opdracht die niet ophoudt", "Boven de grens van de tijd stopt zij."),
    )
    return [
        {
            "naam": naam,
            "betrapt": any(goed for test, goed in bestanden.items() if f"[{merk}]" in test),
            "uitleg": uitleg,
        }
        for merk, naam, uitleg in proeven
    ]


if __name__ == "__main__":
    sys.exit(main())
