"""Each story gets a window without anybody in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.verhalen import beelden


@pytest.fixture
def venster(gestart: Browser) -> Iterator[Page]:
    """A window of 1280 wide in which nobody has signed in."""
    with gestart.new_context(
        viewport={"width": 1280, "height": 900}, accept_downloads=True
    ) as context:
        context.set_default_timeout(8000)
        yield context.new_page()


@pytest.fixture(autouse=True)
def beelden_zijn_van_nu() -> Iterator[None]:
    """Fail at the end of a story for every picture of it that is missing or old."""
    beelden.KLACHTEN.clear()
    yield
    if beelden.KLACHTEN:
        pytest.fail("\n".join(beelden.KLACHTEN), pytrace=False)
