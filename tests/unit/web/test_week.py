"""The week on a plan: only what runs, only what says how much, and dots one can count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from eenplan.plannen.api import InzetRegel, InzetToestand, Laag
from eenplan.web.werk.week import _aantal, _loopt, _regel

MAANDAG = date(2026, 3, 2)
HULP = InzetRegel(
    id=uuid4(),
    deel=uuid4(),
    persoon=uuid4(),
    laag=Laag.AANVULLEND,
    wat="begeleiding thuis",
    wie="Stroom",
    organisatie=None,
    aantal=Decimal("1.5"),
    eenheid="uur",
    per="week",
    van=None,
    tot=None,
    voorziening="",
    soort="",
    dat_is_wat=False,
    wet="wmo",
    levering="natura",
    waarom_niet_lichter={},
    keuze="",
    toestand=InzetToestand.LOOPT,
    gestart_op=None,
    akkoorden=(),
    besluit=None,
)


def test_each_started_hour_is_a_dot_and_the_words_say_the_amount() -> None:
    regel = _regel(HULP)
    assert len(regel.stippen) == 2
    assert regel.hoeveel == "1,5 uur per week"


def test_help_by_the_day_counts_seven_times_and_too_much_has_no_dots() -> None:
    assert len(_regel(replace(HULP, aantal=Decimal(1), per="dag")).stippen) == 7
    assert not _regel(replace(HULP, aantal=Decimal(4), per="dag")).stippen


@pytest.mark.parametrize("hulp", [replace(HULP, aantal=None), replace(HULP, per="maand")])
def test_what_says_nothing_by_week_is_not_in_the_picture(hulp: InzetRegel) -> None:
    assert _aantal(hulp) == 0


@pytest.mark.parametrize(
    ("hulp", "loopt"),
    [
        (HULP, True),
        (replace(HULP, van=date(2026, 3, 8)), True),
        (replace(HULP, van=date(2026, 3, 9)), False),
        (replace(HULP, tot=date(2026, 3, 1)), False),
        (replace(HULP, toestand=InzetToestand.VOORGESTELD), False),
    ],
)
def test_only_help_that_runs_in_this_week_is_in_it(hulp: InzetRegel, loopt: bool) -> None:
    assert _loopt(hulp, MAANDAG) is loopt
