"""Looking back at a plan: on the list when its day is near, and off it when it was done (D8)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from eenplan.plannen import api as plannen
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort
from tests import world
from tests.world import LENTE, Mens

DAG = LENTE + timedelta(days=60)


@pytest.fixture
def fatima(db_schoon: None) -> Mens:
    return world.overvecht().fatima


@pytest.fixture
def plan(fatima: Mens) -> world.PlanMetDoel:
    plan = world.plan_met_doel(fatima, world.gezin_hadi(fatima).melding)
    with fatima.handelt(op=LENTE) as scope:
        plannen.zet_evaluatie(scope, plan=plan.plan, op=DAG)
    return plan


def _regels(wie: Mens, op: date) -> list[date | None]:
    with wie.handelt(op=op, lezen=True) as scope:
        lijst = werk.mijn_lijst(scope, tab=werk.Tab.MIJN)
    return [r.vervalt for r in lijst.regels if r.soort is WerkSoort.EVALUATIE]


def test_d8_a_look_back_comes_on_the_list_three_weeks_before_its_day(
    fatima: Mens, plan: world.PlanMetDoel
) -> None:
    assert _regels(fatima, DAG - timedelta(days=22)) == []
    assert _regels(fatima, DAG - timedelta(days=21)) == [DAG]


def test_d8_another_day_takes_the_place_of_the_first(fatima: Mens, plan: world.PlanMetDoel) -> None:
    later = DAG + timedelta(days=10)
    with fatima.handelt(op=LENTE) as scope:
        plannen.zet_evaluatie(scope, plan=plan.plan, op=later)
    assert _regels(fatima, DAG) == [later]


def test_d8_who_looked_back_is_done_until_the_next_day(
    fatima: Mens, plan: world.PlanMetDoel
) -> None:
    weer = DAG + timedelta(days=90)
    with fatima.handelt(op=DAG) as scope:
        plannen.kijk_terug(scope, plan=plan.plan, opnieuw_op=weer)
    assert _regels(fatima, DAG) == []
    assert _regels(fatima, weer) == [weer]
    with fatima.handelt(op=weer) as scope:
        plannen.kijk_terug(scope, plan=plan.plan)
    assert _regels(fatima, weer) == []
