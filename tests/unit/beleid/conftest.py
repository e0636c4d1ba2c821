"""Policy files to break: a copy of the real ones in a folder of its own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eenplan.beleid import api

MODELLEN = Path(__file__).parents[3] / "modellen"
Vervang = Callable[[str, str, str], Path]


@pytest.fixture
def modellen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of `modellen/` that the process reads from during this test."""
    map_ = tmp_path / "modellen"
    shutil.copytree(MODELLEN, map_)
    monkeypatch.setenv("EENPLAN_MODELLEN", str(map_))
    api.herlaad()
    yield map_
    api.herlaad()


@pytest.fixture
def vervang(modellen: Path) -> Vervang:
    """Replace one piece of text in one policy file; it must be there."""

    def doe(bestand: str, oud: str, nieuw: str) -> Path:
        pad = modellen / bestand
        tekst = pad.read_text(encoding="utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
        return pad

    return doe
