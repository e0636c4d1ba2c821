"""The flows of plan and help: no gaps, and nothing final too soon."""

from __future__ import annotations

import pytest

from eenplan.onderzoeken.regels import ONDERZOEK
from eenplan.plannen.regels import INZET, PLAN, PlanFeiten, PlanToestand
from eenplan.platform.fouten import Geweigerd


def test_no_state_without_an_owner_and_none_that_no_step_reaches() -> None:
    assert [*PLAN.gaten(), *INZET.gaten(), *ONDERZOEK.gaten()] == []


def test_a_plan_without_a_goal_is_not_made_final() -> None:
    with pytest.raises(Geweigerd, match="Schrijf eerst minstens één doel op"):
        PLAN.neem("stel_vast", PlanFeiten(doelen=0), PlanToestand.CONCEPT)


def test_u17_nothing_is_final_before_everybody_answered() -> None:
    with pytest.raises(Geweigerd, match="Nog geen antwoord van Esra en Mina"):
        PLAN.neem("stel_vast", PlanFeiten(1, ("Esra", "Mina")), PlanToestand.VOORGELEGD)
    assert PLAN.neem("stel_vast", PlanFeiten(1), PlanToestand.CONCEPT) == "vastgesteld"


def test_a_closed_plan_stays_closed() -> None:
    assert not [stap for stap in PLAN.stappen if stap.van is PlanToestand.AFGESLOTEN]
