"""One hard stop of each kind, and the faults that the check must notice; the campaign itself is `make faults`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.pgplugin import PROJECT

# Kept between runs, so that the tables are made once for each version of the schema.
MAP = PROJECT / ".cache" / "storingen"


def test_t19_after_a_hard_stop_nothing_confirmed_is_lost_double_or_half(tmp_path: Path) -> None:
    uit = tmp_path / "storingen.json"
    weg = ("EENPLAN_DATABASE", "EENPLAN_TESTCLUSTER", "DATABASE_URL")
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    opdracht = "from eenplan.config.cli import main; raise SystemExit(main())"
    woorden = ["storingen", "--gemeente", "utrecht", "--keren", "1", "--uit", str(uit)]
    klaar = subprocess.run(
        [sys.executable, "-c", opdracht, *woorden],
        env=omgeving | {"EENPLAN_DATA": str(MAP)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    uitslag = json.loads(uit.read_text(encoding="utf-8"))
    stops = [c for c in uitslag["controles"] if "hard gestopt" in c["naam"]]
    assert [(c["aantal"], c["goed"]) for c in stops] == [(1, 1), (1, 1)]
    assert sum(c["aantal"] for c in uitslag["controles"] if c["naam"].startswith("Bevestigd")) > 3
    assert all(c["aantal"] == c["goed"] for c in uitslag["controles"])
    assert [p["naam"] for p in uitslag["controle_proef"] if not p["betrapt"]] == []
