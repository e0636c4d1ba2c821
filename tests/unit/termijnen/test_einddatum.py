"""End dates against a second calendar, written another way than the code under test (X8)."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eenplan.termijnen.regels import (
    Eenheid,
    Einddatum,
    Grondslag,
    Opschorting,
    Termijnregel,
    TermijnSoort,
    einddatum,
)
from eenplan.termijnen.wettelijk import WETTELIJKE_TERMIJNEN

EERSTE, LAATSTE = date(2014, 1, 1), date(2045, 12, 31)
ALLE_STARTDAGEN = [EERSTE + timedelta(days=n) for n in range((LAATSTE - EERSTE).days + 1)]
DECREES = (
    "2017-04-28 2017-05-26 2018-05-11 2018-12-24 2018-12-31 2019-05-31 2019-12-27 2020-05-22 "
    "2021-05-14 2022-05-27 2023-04-28 2023-05-19 2024-05-10 2024-12-27 2025-05-30 2026-01-02 "
    "2026-05-15 2027-05-07 2028-04-28 2028-05-26"
)
EIGEN = Grondslag("Beleidsregel", "", "Bellen binnen enkele dagen.")


def pasen(jaar: int) -> date:
    """Easter by the method of Butcher and Meeus."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    el = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * el) // 451
    maand, dag = divmod(h + el - 7 * m + 114, 31)
    return date(jaar, maand, dag + 1)


def _vrij() -> set[int]:
    vrij = {date.fromisoformat(dag).toordinal() for dag in DECREES.split()}
    for jaar in range(EERSTE.year - 1, LAATSTE.year + 3):
        paas = pasen(jaar).toordinal()
        vrij |= {paas - 2, paas + 1, paas + 39, paas + 50}
        vrij |= {date(jaar, m, d).toordinal() for m, d in ((1, 1), (5, 5), (12, 25), (12, 26))}
        koning = date(jaar, 4, 27).toordinal()
        vrij.add(koning - 1 if koning % 7 == 0 else koning)  # ordinal 7 was a Sunday
    return vrij


VRIJ = _vrij()
WERKDAGEN = [
    o
    for o in range(date(2013, 1, 1).toordinal(), date(2047, 12, 31).toordinal())
    if o % 7 not in (6, 0) and o not in VRIJ
]


def verwacht(start: date, dagen: int, stil: Iterable[int] = ()) -> date:
    """The last day, by set arithmetic and a look-up in the list of all working days."""
    stil = set(stil)
    lopend = [o for o in range(start.toordinal() + 1, start.toordinal() + 500) if o not in stil]
    geteld = lopend[dagen - 1]
    if not stil:
        return date.fromordinal(WERKDAGEN[bisect_left(WERKDAGEN, geteld)])
    return date.fromordinal(next(o for o in WERKDAGEN if o >= geteld and o not in stil))


def verschillen(reken: Callable[[Termijnregel, date], Einddatum]) -> int:
    """On how many days of 32 years the function differs from the second calendar."""
    regel = WETTELIJKE_TERMIJNEN[TermijnSoort.BESLUIT_WMO]
    return sum(reken(regel, dag).datum != verwacht(dag, 14) for dag in ALLE_STARTDAGEN)


@pytest.mark.parametrize("soort", WETTELIJKE_TERMIJNEN, ids=lambda soort: soort.value)
def test_each_statutory_term_ends_where_a_second_calendar_ends_it(soort: TermijnSoort) -> None:
    """X8: year ends, leap years and every Easter from 2014 to 2045."""
    regel = WETTELIJKE_TERMIJNEN[soort]
    for dag in ALLE_STARTDAGEN[:: 1 if soort is TermijnSoort.BEZWAAR else 5]:
        assert einddatum(regel, dag).datum == verwacht(dag, regel.dagen), dag


def test_control_a_function_that_counts_one_day_too_many_is_caught() -> None:
    assert verschillen(einddatum) == 0
    een_te_veel = verschillen(lambda regel, dag: einddatum(regel, dag + timedelta(days=1)))
    assert een_te_veel > len(ALLE_STARTDAGEN) / 2


def test_control_a_calendar_without_liberation_day_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """5 May counts every year, also outside the five-yearly day off (Atw article 3)."""
    from eenplan.termijnen import kalender

    echt = kalender.erkende_feestdagen
    monkeypatch.setattr(
        kalender,
        "erkende_feestdagen",
        lambda jaar: {d: n for d, n in echt(jaar).items() if (d.month, d.day) != (5, 5)},
    )
    assert verschillen(einddatum) > 20


@given(
    start=st.dates(EERSTE, LAATSTE),
    soort=st.sampled_from([s for s, r in WETTELIJKE_TERMIJNEN.items() if r.opschortbaar]),
    gaten=st.lists(st.tuples(st.integers(-30, 120), st.integers(0, 60)), max_size=4),
)
def test_suspensions_that_overlap_or_lie_outside_the_term_are_counted_once(
    start: date, soort: TermijnSoort, gaten: list[tuple[int, int]]
) -> None:
    """Awb 4:15 and 7:10 paragraph 2."""
    regel = WETTELIJKE_TERMIJNEN[soort]
    dag = timedelta(days=1)
    stil = [Opschorting(start + a * dag, start + (a + b) * dag) for a, b in gaten]
    ordinalen = [start.toordinal() + a + n for a, b in gaten for n in range(b)]
    assert einddatum(regel, start, stil).datum == verwacht(start, regel.dagen, ordinalen)


@given(start=st.dates(EERSTE, LAATSTE), dagen=st.integers(1, 90))
def test_a_term_in_days_never_ends_on_a_day_off_and_never_gets_shorter(
    start: date, dagen: int
) -> None:
    regel = Termijnregel(TermijnSoort.BEROEP, dagen, Eenheid.DAGEN, EIGEN, "de melding")
    einde = einddatum(regel, start)
    assert (
        einde.datum.toordinal() in WERKDAGEN[bisect_left(WERKDAGEN, einde.datum.toordinal()) :][:1]
    )
    assert einde.datum >= start + timedelta(days=dagen)
    assert (einde.verschoven_van is None) == (einde.datum == start + timedelta(days=dagen))


@pytest.mark.parametrize(
    ("soort", "start", "einde"),
    [
        (TermijnSoort.ONDERZOEK_WMO, date(2026, 2, 23), date(2026, 4, 7)),
        (TermijnSoort.BEZWAAR, date(2026, 2, 23), date(2026, 4, 7)),
        (TermijnSoort.BEZWAAR_BESLISSING, date(2026, 4, 7), date(2026, 5, 19)),
        (TermijnSoort.BEZWAAR_BESLISSING_COMMISSIE, date(2026, 4, 7), date(2026, 6, 30)),
        (TermijnSoort.BEZWAAR_VERDAGING, date(2026, 5, 19), date(2026, 6, 30)),
        # Ascension, then the Friday that a royal decree equates with a holiday
        (TermijnSoort.BESLUIT_WMO, date(2026, 4, 30), date(2026, 5, 18)),
        # 1 January, and 2 January by the same decree
        (TermijnSoort.BESLUIT_WMO, date(2025, 12, 18), date(2026, 1, 5)),
        (TermijnSoort.PERSOONLIJK_PLAN_WMO, date(2026, 12, 19), date(2026, 12, 28)),
        (TermijnSoort.BESLUIT_JEUGD, date(2027, 12, 31), date(2028, 2, 25)),
        (TermijnSoort.BESLUIT_WMO, date(2028, 2, 15), date(2028, 2, 29)),
    ],
)
def test_known_cases_from_the_almanac(soort: TermijnSoort, start: date, einde: date) -> None:
    assert einddatum(WETTELIJKE_TERMIJNEN[soort], start).datum == einde
