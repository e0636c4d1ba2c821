"""The control of the handbook's pictures: a missing and an old one are seen, and what differs every run is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.verhalen.beelden import RUIMTE, Album, lees

PAGINA = """<main><h1>Vraag van Mina</h1><p>{zin}</p><p>Gezien om {klok}, kenmerk {ref}</p>
<details><summary>Meer</summary><p>Dicht</p></details><label>Naam <input value={naam}></label></main>"""


def zet(page: Page, zin: str, *, klok: str = "14:05", ref: str = "X", naam: str = "Mina") -> None:
    page.set_content(PAGINA.format(zin=zin, klok=klok, ref=ref, naam=naam))


@pytest.fixture
def album(tmp_path: Path, venster: Page) -> Album:
    """A picture taken of a page."""
    album = Album("proef", tmp_path)
    zet(venster, "Iemand belt u.")
    album.vernieuw(venster, "vraag", 1500)
    return album


def test_a_picture_of_this_page_is_not_old_whatever_the_clock_or_the_reference_says(
    album: Album, venster: Page
) -> None:
    assert album.klacht(venster, "vraag") == ""
    zet(venster, "Iemand   belt u.", klok="9.15")
    assert album.klacht(venster, "vraag") == ""
    for ref in ("0192f1a0-aaaa-7bbb-8ccc-1234567890ab", "K7M-2QX-9FD", "2026-0A4F-19B2"):
        zet(venster, "Iemand belt u.", ref=ref)
        assert "Gezien om #, kenmerk #" in lees(venster)


def test_control_a_picture_of_other_words_is_old(album: Album, venster: Page) -> None:
    zet(venster, "Niemand belt u.")
    klacht = album.klacht(venster, "vraag")
    assert (
        "proef/vraag.jpg toont iets anders dan de pagina nu (nieuw is: Niemand belt u.)" in klacht
    )
    assert "EENPLAN_BEELDEN=1" in klacht


def test_control_a_picture_with_another_answer_in_a_field_is_old(
    album: Album, venster: Page
) -> None:
    zet(venster, "Iemand belt u.", naam="Karim")
    assert "toont iets anders" in album.klacht(venster, "vraag")


def test_control_a_picture_with_a_line_that_is_gone_is_old(album: Album, venster: Page) -> None:
    zet(venster, "")
    assert "een regel is weg of staat ergens anders" in album.klacht(venster, "vraag")


def test_control_a_picture_that_is_missing_is_seen(album: Album, venster: Page) -> None:
    (album.map / "vraag.jpg").unlink()
    assert "proef/vraag.jpg is er niet" in album.klacht(venster, "vraag")
    assert "proef/ander.jpg is er niet" in album.klacht(venster, "ander")


def test_a_picture_is_small_and_starts_as_a_jpeg(album: Album) -> None:
    foto = (album.map / "vraag.jpg").read_bytes()
    assert foto.startswith(b"\xff\xd8\xff")
    assert len(foto) <= RUIMTE
