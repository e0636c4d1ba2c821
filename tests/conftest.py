"""Loads the database plugin (see `tests/pgplugin.py` for its fixtures), and lends a copy of the policy files."""

import shutil
from collections.abc import Iterator
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
