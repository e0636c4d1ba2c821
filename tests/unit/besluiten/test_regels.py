"""When a request is an aanvraag, which clock runs, which mandate is needed (X2, X8; guards 3 and 5)."""

from __future__ import annotations

from datetime import date

import pytest

from eenplan.besluiten.regels import StukSoort, beslistermijn, geldt_vanaf, mandaat_soort
from eenplan.termijnen.regels import TermijnSoort

GEVRAAGD = date(2026, 3, 2)
EINDE = date(2026, 4, 7)


def test_x2_under_the_jeugdwet_a_request_is_an_aanvraag_at_once() -> None:
    geldig = geldt_vanaf(wet="jeugd", gevraagd_op=GEVRAAGD, verslag_op=None, onderzoek_einde=EINDE)
    assert (geldig.vanaf, geldig.voorlopig) == (GEVRAAGD, False)


@pytest.mark.parametrize("wet", ["wmo", "onbekend"])
def test_x2_under_the_wmo_it_waits_for_the_report_or_the_end_of_six_weeks(wet: str) -> None:
    geldig = geldt_vanaf(wet=wet, gevraagd_op=GEVRAAGD, verslag_op=None, onderzoek_einde=EINDE)
    assert (geldig.vanaf, geldig.voorlopig) == (date(2026, 4, 8), True)


def test_x2_an_earlier_report_brings_the_day_forward() -> None:
    geldig = geldt_vanaf(
        wet="wmo", gevraagd_op=GEVRAAGD, verslag_op=date(2026, 3, 20), onderzoek_einde=EINDE
    )
    assert (geldig.vanaf, geldig.voorlopig) == (date(2026, 3, 20), False)


def test_x2_after_the_report_or_the_six_weeks_a_request_is_an_aanvraag_on_its_own_day() -> None:
    na_verslag = geldt_vanaf(
        wet="wmo",
        gevraagd_op=date(2026, 3, 25),
        verslag_op=date(2026, 3, 20),
        onderzoek_einde=EINDE,
    )
    na_termijn = geldt_vanaf(
        wet="wmo", gevraagd_op=date(2026, 4, 20), verslag_op=None, onderzoek_einde=EINDE
    )
    assert na_verslag.vanaf == date(2026, 3, 25)
    assert na_termijn.vanaf == date(2026, 4, 20)


def test_x8_each_law_has_its_own_clock_and_doubt_runs_the_shorter_one() -> None:
    assert beslistermijn("jeugd") is TermijnSoort.BESLUIT_JEUGD
    assert beslistermijn("wmo") is TermijnSoort.BESLUIT_WMO
    assert beslistermijn("onbekend") is TermijnSoort.BESLUIT_WMO


@pytest.mark.parametrize(
    ("soort", "levering", "nodig"),
    [
        (StukSoort.VERWIJSBRIEF, "natura", "toekennen"),
        (StukSoort.TOEKENNING, "natura", "toekennen"),
        (StukSoort.TOEKENNING, "pgb", "pgb"),
        (StukSoort.AFWIJZING, "pgb", "afwijzen"),
    ],
)
def test_row3_each_paper_needs_its_own_kind_of_mandate(
    soort: StukSoort, levering: str, nodig: str
) -> None:
    assert mandaat_soort(soort, levering) == nodig
