"""What the documents say about speed follows from what was measured; a missed target stands out, with its reason."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from eenplan.proef.doelen import DOELEN
from scripts import snelheid
from scripts.groeibeeld import SOORTEN
from scripts.snelheid import Meting

pytestmark = pytest.mark.bewaking
PROJECT = Path(__file__).parents[2]
TOELICHTING = (PROJECT / "bench" / "toelichting.yaml").read_text(encoding="utf-8")
ANDER = YAML(typ="safe").load((PROJECT / "bench" / "openzaak.yaml").read_text(encoding="utf-8"))


def _regel(sleutel: str, maal: float) -> dict[str, Any]:
    doel = DOELEN[sleutel]
    verbruik = {"maal": maal, "app_ms": 2.5, "postgres_ms": 1.5}
    return {
        "sleutel": sleutel,
        **verbruik,
        "typst_ms": 11.0,
        "statements": doel.statements or 1,
        "bytes": 3_000,
        "wachten_ms": {"1": [4.0, 6.0], "4": [8.0, 12.0], "16": [40.0, 90.0]},
        "zonder_slot": {"wat": "zonder rijbeveiliging", **verbruik},
        "vloer": {"psycopg_ms": 0.4, "postgres_ms": 1.1},
        "hele_tabellen": [],
    }


def _meting(**anders: Any) -> Meting:
    """Two sizes where every target is reached, but for what is given of opening a file in the larger one."""
    maten = {
        str(maat): {
            "gemeten": "2026-12-01",
            "gemeente": "utrecht",
            "zaad": 1,
            "rondes": 8,
            "kernen": 2,
            "belasting_vooraf": 0.1,
            "beslissingen_per_seconde": 450_000,
            "beslissingen_json_per_seconde": 60_000,
            "banen": [_regel(sleutel, 1.0) for sleutel in DOELEN],
        }
        for maat in (10_000, 1_000_000)
    }
    dossier = next(r for r in maten["1000000"]["banen"] if r["sleutel"] == "dossier")  # type: ignore[attr-defined]
    dossier |= anders
    return Meting(maten)


def test_a_table_whose_targets_are_reached_says_so() -> None:
    tekst = snelheid.deel_voor_readme(_meting(), {})
    assert "Every target is reached." in tekst
    assert "missed" not in tekst
    assert "| open a file | 1 of 5 | 8 of 8 | 1 of 1.1 | 90 of 100 |" in tekst


@pytest.mark.parametrize(
    ("anders", "cijfer", "zin"),
    [
        ({"maal": 6.2}, "maal", "open a file: 6.2 times the empty page, target 5."),
        ({"maal": 1.3}, "groei", "open a file: 1.3 growth, target 1.1."),
        ({"statements": 9}, "statements", "open a file: 9 statements, target 8."),
        ({"bytes": 9_500}, "bytes", "open a file: 9,500 bytes, target 8,000."),
        ({"wachten_ms": {"16": [80.0, 130.0]}}, "p95", "open a file: 130 ms at 16 users (p95), t"),
    ],
)
def test_a_missed_target_is_named_with_its_reason_and_next_step(
    anders: dict[str, Any], cijfer: str, zin: str
) -> None:
    uitleg = {"dossier": {cijfer: {"reden": "It joins too much.", "vervolg": "Join less."}}}
    met = snelheid.deel_voor_readme(_meting(**anders), uitleg)
    assert zin in met
    assert "It joins too much. Next: Join less." in met
    zonder = snelheid.deel_voor_readme(_meting(**anders), {})
    assert "No reason written yet" in zonder


def test_the_whole_sheet_names_the_peer_as_measured_elsewhere_and_shows_what_the_lock_costs() -> (
    None
):
    tekst = snelheid.blad(_meting(), {}, ANDER)
    assert "measured elsewhere, November 2026" in tekst
    assert "| the four calls that open a case | 10,000 | 223 | 227 | register a question |" in tekst
    assert "without the lock" in tekst
    assert "## Growth from 10,000 to 1,000,000 files" in tekst
    assert "| situations that were validated | 450,000 | at least 400,000 |" in tekst


def test_every_row_of_the_peer_stands_beside_a_job_of_ours() -> None:
    assert {rij["naast"] for rij in ANDER["rijen"]} <= set(DOELEN)


def test_the_plot_can_be_read_as_text_and_on_a_dark_page() -> None:
    beeld = snelheid.beeld(_meting())
    boom = ET.fromstring(beeld)
    ns = {"s": "http://www.w3.org/2000/svg"}
    beschrijving = boom.findtext("s:desc", namespaces=ns) or ""
    assert boom.findtext("s:title", namespaces=ns)
    assert "open a file: 1 at 10,000, 1 at 1,000,000" in beschrijving
    assert "prefers-color-scheme:dark" in beeld
    assert len(boom.findall("s:polyline", ns)) == len(DOELEN) - 1 <= len(SOORTEN)
    assert snelheid.beeldtekst(_meting()).startswith("Cost against size")


def test_names_in_the_plot_never_lie_over_one_another() -> None:
    boom = ET.fromstring(snelheid.beeld(_meting()))
    namen = [t for t in boom.iter("{http://www.w3.org/2000/svg}text") if t.get("x") == "522"]
    hoogten = sorted(float(t.attrib["y"]) for t in namen)
    assert len(hoogten) == len(DOELEN) - 1
    assert all(b - a >= 16 for a, b in pairwise(hoogten))


def test_reasons_are_written_for_jobs_and_figures_that_exist() -> None:
    snelheid.lees_toelichting(TOELICHTING)


@pytest.mark.parametrize(
    "tekst",
    [
        "onbekend:\n  maal: {reden: a, vervolg: b}\n",
        "dossier:\n  snelheid: {reden: a, vervolg: b}\n",
        "dossier:\n  maal: {reden: a}\n",
    ],
)
def test_control_a_reason_for_nothing_or_without_a_next_step_is_found(tekst: str) -> None:
    with pytest.raises(ValueError, match="toelichting"):
        snelheid.lees_toelichting(tekst)


def test_control_a_readme_without_its_markers_is_found() -> None:
    assert snelheid.in_readme(f"a\n{snelheid.BEGIN}old\n{snelheid.EINDE}b\n", "new\n") == (
        f"a\n{snelheid.BEGIN}new\n{snelheid.EINDE}b\n"
    )
    with pytest.raises(ValueError, match="markers"):
        snelheid.in_readme("# Eenplan\n", "new\n")
