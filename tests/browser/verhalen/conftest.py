"""One browser for the stories; each story gets a window without anybody in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium


@pytest.fixture(scope="module")
def gestart() -> Iterator[Browser]:
    with chromium.browser() as browser:
        yield browser


@pytest.fixture
def venster(gestart: Browser) -> Iterator[Page]:
    """A window of 1280 wide in which nobody has signed in."""
    with gestart.new_context(
        viewport={"width": 1280, "height": 900}, accept_downloads=True
    ) as context:
        context.set_default_timeout(8000)
        yield context.new_page()
