"""Policy files to break; `modellen` of `tests/conftest.py` is a copy of the real ones."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import MODELLEN as MODELLEN

Vervang = Callable[[str, str, str], Path]


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
