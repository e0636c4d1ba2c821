"""How much help, in words that one would say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eenplan.voorzieningen.regels import hoeveelheid


@pytest.mark.parametrize(
    ("aantal", "eenheid", "per", "zin"),
    [
        ("1.50", "uur", "week", "1,5 uur per week"),
        ("1", "gesprek", "week", "1 gesprek per week"),
        ("2", "dagdeel", "week", "2 dagdelen per week"),
        ("10.0", "keer", "twee weken", "10 keer per twee weken"),
        ("3", "etmaal", "", "3 etmalen"),
    ],
)
def test_k9_an_amount_reads_as_one_would_say_it(
    aantal: str, eenheid: str, per: str, zin: str
) -> None:
    assert hoeveelheid(Decimal(aantal), eenheid, per) == zin
