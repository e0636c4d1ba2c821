"""What is offered fits the law of somebody's age: help one chooses may still be something else (D22)."""

from __future__ import annotations

import pytest

from eenplan.plannen.regels import Laag, past_bij

ALLE, WMO, JEUGD, STEUN = ("wmo", "jeugd", "onbekend"), ("wmo",), ("jeugd",), ("jeugd", "onbekend")


@pytest.mark.parametrize(
    ("wetten", "laag", "leeftijd", "kind", "past"),
    [
        (JEUGD, Laag.AANVULLEND, 67, False, False),
        (JEUGD, Laag.AANVULLEND, 40, True, True),
        (JEUGD, Laag.AANVULLEND, 40, False, False),
        (JEUGD, Laag.AANVULLEND, 22, False, True),
        (JEUGD, Laag.AANVULLEND, 12, True, True),
        (STEUN, Laag.ALGEMEEN, 40, True, True),
        (STEUN, Laag.ALGEMEEN, 40, False, False),
        (WMO, Laag.AANVULLEND, 67, False, True),
        (WMO, Laag.AANVULLEND, 12, True, False),
        (WMO, Laag.MAATWERK, 12, True, True),
        (ALLE, Laag.ALGEMEEN, 12, True, True),
        (WMO, Laag.AANVULLEND, None, False, True),
        (JEUGD, Laag.AANVULLEND, None, False, True),
    ],
)
def test_d22_a_line_of_the_catalogue_is_offered_to_whom_it_is_for(
    wetten: tuple[str, ...], laag: Laag, leeftijd: int | None, kind: bool, past: bool
) -> None:
    assert past_bij(wetten, laag, leeftijd=leeftijd, kind_in_plan=kind) is past
