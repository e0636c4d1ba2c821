"""Rule 34: on every step of a plan and of help stands of whom it is, how to reach them and what to watch out for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import eenplan.web

WERK = Path(eenplan.web.__file__).parent / "templates" / "werk"
BALK = re.compile(r'include "werk/persoonsregel\.html"|\{% identiteitsbalk ')
OVER_IEMAND = re.compile(r"^(plan|uitvoering|doel|inzet)(_\w+)?\.html$")
ZONDER_DOSSIER = {"plan_kring.html"}
"""A page to print and hang up: it says whose circle it is, and no telephone number."""


def schermen() -> list[Path]:
    """The pages about somebody: what extends the shell, not the parts of a page."""
    return [
        pad
        for pad in sorted(WERK.glob("*.html"))
        if OVER_IEMAND.match(pad.name)
        and pad.name not in ZONDER_DOSSIER
        and "{% extends" in pad.read_text()
    ]


def zegt_van_wie(html: str) -> bool:
    """Whether the page includes the line or the bar."""
    return BALK.search(html) is not None


@pytest.mark.parametrize("pad", schermen(), ids=lambda p: p.name)
def test_a_page_of_a_file_says_whose_file_it_is(pad: Path) -> None:
    assert zegt_van_wie(pad.read_text()), f"{pad.name} zegt niet over wie het gaat"


def test_a_page_that_leaves_it_out_is_noticed() -> None:
    """The control."""
    html = (WERK / "uitvoering_aannemen.html").read_text()
    assert zegt_van_wie(html)
    assert not zegt_van_wie(BALK.sub("", html))
