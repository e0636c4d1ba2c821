"""One browser for all files of a worker; starting one takes about a second."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium


@pytest.fixture(scope="session")
def _chromium() -> Iterator[Browser]:
    with chromium.browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def gestart(_chromium: Browser) -> Iterator[Browser]:
    """The browser, with no window of an earlier file left open."""
    yield _chromium
    for context in list(_chromium.contexts):
        context.close()
