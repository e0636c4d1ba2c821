"""Loads the database plugin (see `tests/pgplugin.py` for its fixtures), and lends a copy of the policy files."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eenplan.beleid import api

pytest_plugins = ["tests.pgplugin"]
MODELLEN = Path(__file__).parents[1] / "modellen"


@pytest.fixture
def modellen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of `modellen/` that the process reads from during this test."""
    map_ = tmp_path / "modellen"
    shutil.copytree(MODELLEN, map_)
    monkeypatch.setenv("EENPLAN_MODELLEN", str(map_))
    api.herlaad()
    yield map_
    api.herlaad()


def kopieer_gemeente(modellen: Path, sleutel: str, vanaf: date) -> None:
    """What the manual for policy advisers says: copy a file, change its key, its name and its first day."""
    tekst = (modellen / "lansingerland" / "2015-01-01.yaml").read_text()
    for oud, nieuw in (
        ("sleutel: lansingerland", f"sleutel: {sleutel}"),
        ("naam: Lansingerland", f"naam: {sleutel.title()}"),
        ("geldig_vanaf: 2015-01-01", f"geldig_vanaf: {vanaf}"),
    ):
        assert f"\n{oud}\n" in tekst
        tekst = tekst.replace(f"\n{oud}\n", f"\n{nieuw}\n", 1)
    (modellen / sleutel).mkdir()
    (modellen / sleutel / f"{vanaf}.yaml").write_text(tekst)
