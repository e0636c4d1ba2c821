"""Dates, terms, money and ages read as a Dutch reader expects."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.web import opmaak

VANDAAG = date(2026, 3, 3)


def test_a_date_is_written_in_full_without_leading_zero() -> None:
    assert opmaak.datum(VANDAAG) == "3 maart 2026"


def test_a_short_date_fits_a_column() -> None:
    assert opmaak.datum_kort(VANDAAG) == "3 mrt 2026"


def test_a_moment_names_the_day_and_the_hour() -> None:
    assert opmaak.moment(datetime(2026, 3, 3, 14, 5)) == "di 3 maart 2026, 14:05"


def test_a_moment_in_utc_reads_in_dutch_summer_time() -> None:
    assert opmaak.moment(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "do 2 juli 2026, 01:30"


def test_an_event_of_which_only_the_day_is_known_gets_no_invented_hour() -> None:
    assert opmaak.wanneer(VANDAAG) == "3 maart 2026"
    assert opmaak.wanneer(datetime(2026, 3, 3, 9, 0)) == "di 3 maart 2026, 09:00"


@pytest.mark.parametrize(
    ("dagen", "woorden", "toon"),
    [
        (-800, "2 jaar te laat", "te-laat"),
        (-400, "13 maanden te laat", "te-laat"),
        (-35, "5 weken te laat", "te-laat"),
        (-3, "3 dagen te laat", "te-laat"),
        (-1, "1 dag te laat", "te-laat"),
        (0, "vandaag", "nu"),
        (1, "morgen", "nu"),
        (2, "over 2 dagen", "nu"),
        (3, "over 3 dagen", "rustig"),
        (27, "over 27 dagen", "rustig"),
        (28, "over 4 weken", "rustig"),
        (364, "over 11 maanden", "rustig"),
        (1100, "over 3 jaar", "rustig"),
    ],
)
def test_a_due_date_is_said_in_words(dagen: int, woorden: str, toon: str) -> None:
    vervalt = VANDAAG + timedelta(days=dagen)
    assert opmaak.termijn_woorden(vervalt, VANDAAG) == woorden
    assert opmaak.termijn_toon(vervalt, VANDAAG) == toon


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)))
def test_the_words_of_a_due_date_are_at_most_20_characters(vervalt: date) -> None:
    assert len(opmaak.termijn_woorden(vervalt, VANDAAG)) <= 20


@pytest.mark.parametrize(
    ("centen", "tekst"),
    [
        (0, "€ 0,00"),
        (5, "€ 0,05"),
        (123450, "€ 1.234,50"),
        (-1200, "€ -12,00"),
        (100000000, "€ 1.000.000,00"),
    ],
)
def test_money_in_cents_is_written_in_euros(centen: int, tekst: str) -> None:
    assert opmaak.euro(centen).replace("\u00a0", " ") == tekst


@given(st.integers(-(10**9), 10**9))
def test_no_cent_is_lost_in_writing(centen: int) -> None:
    cijfers = "".join(teken for teken in opmaak.euro(centen) if teken.isdigit() or teken == "-")
    assert int(cijfers) == centen


@pytest.mark.parametrize(
    ("geboren", "tekst"),
    [
        (date(2012, 3, 4), "13 jaar"),
        (date(2013, 3, 3), "13 jaar"),
        (date(2024, 3, 3), "2 jaar"),
        (date(2024, 3, 4), "23 maanden"),
        (date(2025, 8, 1), "7 maanden"),
        (date(2026, 2, 3), "4 weken"),
        (date(2026, 2, 24), "1 week"),
        (date(2026, 3, 4), "nog niet geboren"),
    ],
)
def test_an_age_is_in_years_and_for_a_small_child_in_months_or_weeks(
    geboren: date, tekst: str
) -> None:
    assert opmaak.leeftijd(geboren, VANDAAG) == tekst


def test_who_was_born_on_29_february_has_a_birthday_on_1_march_in_an_ordinary_year() -> None:
    geboren = date(2008, 2, 29)
    assert opmaak.leeftijd(geboren, date(2026, 2, 28)) == "17 jaar"
    assert opmaak.leeftijd(geboren, date(2026, 3, 1)) == "18 jaar"


@pytest.mark.parametrize(
    ("naam", "letters"),
    [
        ("Samira Haddou", "SH"),
        ("Jan de Vries", "JV"),
        ("Moeder", "M"),
        ("onbekend", "O"),
        ("Ria A. Jansen", "RJ"),
    ],
)
def test_initials_skip_tussenvoegsels(naam: str, letters: str) -> None:
    assert opmaak.initialen(naam) == letters


def test_the_day_of_a_moment_is_the_day_in_the_netherlands() -> None:
    laat = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    assert opmaak.datum(laat) == "2 maart 2026"
    assert opmaak.datum_kort(laat) == "2 mrt 2026"
