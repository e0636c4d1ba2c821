"""One clock, in Dutch time, that the demo may set."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest

from eenplan.platform import klok


@pytest.fixture(autouse=True)
def daarna_gewoon() -> Iterator[None]:
    yield
    klok.zet(None)


def test_unset_it_is_now() -> None:
    assert abs(klok.nu() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        (datetime(2026, 1, 31, 22, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),  # winter: one hour ahead
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),  # summer: two hours
    ],
)
def test_today_is_the_day_in_the_netherlands(moment: datetime, dag: date) -> None:
    klok.zet(moment)
    assert klok.vandaag() == dag
    assert klok.nu() == moment


def test_one_request_does_not_set_the_clock_of_another() -> None:
    klok.zet(datetime(2017, 12, 1, tzinfo=UTC))
    with ThreadPoolExecutor(1) as draad:
        assert draad.submit(klok.vandaag).result() >= date(2026, 1, 1)
    assert klok.vandaag() == date(2017, 12, 1)
