"""The page of proof says what was found, in plain figures, and says so when nothing was tried yet."""

from __future__ import annotations

import json
from pathlib import Path

from eenplan.proef.banen import Baan
from eenplan.proef.doelen import LEEG
from eenplan.proef.meten import Kosten, Verbruik
from eenplan.proef.telraam import Telling
from eenplan.proef.uitslag import Controle, Controleproef, bewaar
from eenplan.proef.vloer import Vloer
from scripts.bewijs import ONDERDELEN, pagina


def test_what_was_not_tried_is_said_to_be_not_tried(tmp_path: Path) -> None:
    tekst = pagina(tmp_path)
    assert tekst.count("Deze proef is nog niet gedaan.") == len(ONDERDELEN)
    assert "Deze meting is nog niet gedaan." in tekst


def test_a_campaign_shows_its_day_seed_command_counts_and_controls(tmp_path: Path) -> None:
    bewaar(
        tmp_path / "storingen.json",
        zaad=7,
        opdracht="make faults KEREN=100",
        controles=[Controle("bevestigde melding", 12345, 12345, "Alles is er nog.")],
        controle_proef=[Controleproef("geen schijf", False, "Er ging niets verloren.")],
    )
    tekst = pagina(tmp_path)
    assert "met zaad 7. Opnieuw: `make faults KEREN=100`." in tekst
    assert "| bevestigde melding | 12.345 | 12.345 | Alles is er nog. |" in tekst
    assert "| geen schijf | **nee** | Er ging niets verloren. |" in tekst
    assert tekst.count("Deze proef is nog niet gedaan.") == len(ONDERDELEN) - 1


def test_the_bench_shows_how_many_targets_were_met(tmp_path: Path) -> None:
    leeg = _gemeten(LEEG, 2.0)
    banen = [
        _gemeten(*kost).als_json(leeg)
        for kost in ((LEEG, 2.0), ("dossier", 9.8), ("zoek-bsn", 4.2))
    ]
    maat = {"gemeten": "2026-03-02", "zaad": 1, "banen": banen}
    (tmp_path / "resultaat.json").write_text(json.dumps({"1000000": maat, "10000": maat}))
    regels = [regel for regel in pagina(tmp_path).splitlines() if "2 maart 2026" in regel]
    assert regels == [
        "| 10.000 | 2 maart 2026 | 1 | 3 | 2 | 1 |",
        "| 1.000.000 | 2 maart 2026 | 1 | 3 | 2 | 1 |",
    ]


def _gemeten(sleutel: str, ms: float) -> Kosten:
    """As the bench itself keeps it, so that the page reads what the bench writes."""
    baan = Baan(sleutel, lambda: iter(()))
    kost = Kosten(baan, Verbruik(ms, 0.0, 1), Verbruik(ms, 0.0, 1), vloer=Vloer(0.1, 0.1))
    kost.tellingen = [Telling()]
    return kost
