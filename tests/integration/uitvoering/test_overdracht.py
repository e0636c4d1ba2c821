"""The warm hand-over: on both lists until it took place, with the resident unless there is a reason (D4, D17, U9)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.uitvoering import api as uitvoering
from tests import world
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import OP, Gevraagd

DAG = OP + timedelta(days=5)
SAMEN = uitvoering.Overdrachtsplan(DAG, "Fatima, Lisa en Esra", met_inwoner=True)


@pytest.fixture
def zaak(db_schoon: None) -> Gevraagd:
    return wereld.gevraagd()


def op_beide_lijsten(zaak: Gevraagd) -> tuple[list[object], list[object]]:
    def dagen(wie: world.Mens) -> list[object]:
        return [dag for wat, dag, _ in wereld.lijst(wie) if wat == "Warme overdracht"]

    return dagen(zaak.fatima), dagen(zaak.lisa)


def plan(zaak: Gevraagd, plan: uitvoering.Overdrachtsplan) -> None:
    with zaak.fatima.handelt(op=OP) as scope:
        uitvoering.plan_overdracht(scope, inzet=zaak.inzet, plan=plan)


def test_u9_it_is_on_both_lists_until_it_took_place(zaak: Gevraagd) -> None:
    plan(zaak, SAMEN)
    assert op_beide_lijsten(zaak) == ([DAG], [DAG])
    with zaak.lisa.handelt(op=DAG) as scope:
        uitvoering.leg_overdracht_vast(
            scope, inzet=zaak.inzet, op=DAG, afspraken="Lisa belt Esra elke maandag."
        )
    assert op_beide_lijsten(zaak) == ([], [])
    [overdracht] = wereld.stand(zaak.fatima, zaak.inzet, op=DAG).overdrachten
    assert (overdracht.geweest_op, overdracht.afspraken) == (DAG, "Lisa belt Esra elke maandag.")


def test_another_day_takes_the_place_of_the_first(zaak: Gevraagd) -> None:
    plan(zaak, SAMEN)
    later = DAG + timedelta(days=2)
    plan(zaak, uitvoering.Overdrachtsplan(later, "Fatima en Lisa", met_inwoner=True))
    assert op_beide_lijsten(zaak) == ([later], [later])
    assert len(wereld.stand(zaak.fatima, zaak.inzet).overdrachten) == 1


def test_d17_without_the_resident_only_with_a_reason(zaak: Gevraagd) -> None:
    with pytest.raises(Geweigerd) as weigering:
        plan(zaak, uitvoering.Overdrachtsplan(OP - timedelta(days=1), " ", met_inwoner=False))
    assert set(weigering.value.velden) == {"op", "wie", "waarom_zonder"}
    assert op_beide_lijsten(zaak) == ([], [])


def test_what_did_not_take_place_yet_cannot_be_written_down(zaak: Gevraagd) -> None:
    plan(zaak, SAMEN)
    with zaak.fatima.handelt(op=OP) as scope, pytest.raises(Geweigerd) as weigering:
        uitvoering.leg_overdracht_vast(scope, inzet=zaak.inzet, op=DAG, afspraken="")
    assert set(weigering.value.velden) == {"op", "afspraken"}


def test_there_is_nobody_to_hand_over_to_when_the_help_came_back(zaak: Gevraagd) -> None:
    plan(zaak, SAMEN)
    with zaak.lisa.handelt(op=OP) as scope:
        uitvoering.geef_terug(
            scope, inzet=zaak.inzet, grond=uitvoering.Grond.COMPLEX, uitleg="Te veel ineens."
        )
    with pytest.raises(Geweigerd, match="niemand"):
        plan(zaak, SAMEN)
    assert op_beide_lijsten(zaak) == ([], [])


def test_an_outsider_plans_nothing(zaak: Gevraagd) -> None:
    vreemde = wereld.vreemde()
    with vreemde.handelt(op=OP) as scope, pytest.raises(NietGevonden):
        uitvoering.plan_overdracht(scope, inzet=zaak.inzet, plan=SAMEN)
