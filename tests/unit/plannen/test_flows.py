"""The flows of plan and help: no gaps, the same steps as the database guard, and a drawing that is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from eenplan.onderzoeken.regels import ONDERZOEK
from eenplan.plannen.regels import INZET, PLAN, PlanFeiten, PlanToestand
from eenplan.platform.fouten import Geweigerd

TEKENINGEN = Path(__file__).parents[3] / "docs" / "toestanden"


@pytest.mark.bewaking
@pytest.mark.parametrize(
    ("bestand", "tekening"),
    [
        ("onderzoek.md", ONDERZOEK.tekening()),
        ("plan.md", PLAN.tekening()),
        ("inzet.md", INZET.tekening()),
    ],
)
def test_the_drawing_in_the_docs_is_the_flow_that_runs(bestand: str, tekening: str) -> None:
    assert (TEKENINGEN / bestand).read_text(encoding="utf-8") == tekening


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
