"""The light track with its counter: free, at once, and never stopped because the counter is full (L6, waarborg 17)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eenplan.beleid import api as beleid
from eenplan.inzage import api as inzage
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetToestand
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.uitvoering import api as uitvoering
from eenplan.uitvoering.api import Teller, Verder
from tests import world
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import LANSINGERLAND, OP, Licht

GESPREK = "Praten over hoe het verder gaat"


@pytest.fixture
def licht(db_schoon: None) -> Licht:
    return wereld.licht_traject()


def loopt(licht: Licht) -> bool:
    with licht.ria.handelt(op=OP, lezen=True) as scope:
        inzet = uitvoering.open_hulpblad(scope, licht.inzet).blad.inzet
        return inzet.toestand is InzetToestand.LOOPT


def op_de_lijst(licht: Licht, dag: int) -> list[str]:
    op = OP + timedelta(days=dag)
    return [wat for wat, _, _ in wereld.lijst(licht.ria, op=op)]


def test_l6_the_counter_takes_its_number_from_the_policy_file(licht: Licht) -> None:
    bedrag = beleid.model(LANSINGERLAND, OP).bedrag_op_sleutel["licht-traject"]
    assert wereld.teller(licht) == Teller(0, int(bedrag.waarde))
    wereld.keer(licht, 0)
    assert wereld.teller(licht).zin == "1 van 5 keer"


def test_waarborg17_at_the_one_before_last_a_talk_is_planned_with_owner_and_date(
    licht: Licht,
) -> None:
    wereld.keer(licht, 0, 7, 14)
    assert GESPREK not in op_de_lijst(licht, 14)
    wereld.keer(licht, 21)
    op = OP + timedelta(days=21)
    assert (GESPREK, op + timedelta(days=7), "Ria Post") in wereld.lijst(licht.ria, op=op)
    gesprek = op + timedelta(days=3)
    with licht.ria.handelt(op=op) as scope:
        uitvoering.plan_gesprek(scope, inzet=licht.inzet, op=gesprek)
    regels = [regel for regel in wereld.lijst(licht.ria, op=op) if regel[0] == GESPREK]
    assert regels == [(GESPREK, gesprek, "Ria Post")]


def test_waarborg17_after_the_last_time_the_help_goes_on_until_somebody_decided(
    licht: Licht,
) -> None:
    wereld.keer(licht, 0, 7, 14, 21, 28, 35)
    assert loopt(licht)
    assert wereld.teller(licht).zin == "6 keer; 5 keer was afgesproken"
    assert GESPREK in op_de_lijst(licht, 400)
    dag = OP + timedelta(days=36)
    with licht.ria.handelt(op=dag) as scope:
        uitvoering.beslis_verder(
            scope,
            inzet=licht.inzet,
            verder=Verder.DOOR,
            uitleg="Nog drie keer, dan kan het alleen.",
        )
    assert loopt(licht)
    assert GESPREK not in op_de_lijst(licht, 36)
    wereld.keer(licht, 42)
    assert GESPREK not in op_de_lijst(licht, 42)
    assert wereld.teller(licht).verder is Verder.DOOR


def test_who_can_go_on_alone_ends_the_help_together(licht: Licht) -> None:
    wereld.keer(licht, 0, 7, 14, 21)
    with licht.ria.handelt(op=OP + timedelta(days=22)) as scope:
        uitvoering.beslis_verder(
            scope, inzet=licht.inzet, verder=Verder.ZELF, uitleg="Hij opent nu elke dag zijn post."
        )
    assert not loopt(licht)
    assert GESPREK not in op_de_lijst(licht, 22)


def test_a_session_that_was_not_there_is_taken_back_and_the_talk_with_it(licht: Licht) -> None:
    wereld.keer(licht, 0, 7, 14, 21)
    later = OP + timedelta(days=22)
    keer = wereld.stand(licht.ria, licht.inzet, op=later).keren[-1]
    with licht.ria.handelt(op=later) as scope:
        uitvoering.haal_keer_weg(scope, inzet=licht.inzet, keer=keer.id)
    assert wereld.teller(licht).gedaan == 3
    assert GESPREK not in op_de_lijst(licht, 22)
    with licht.ria.handelt(op=later) as scope, pytest.raises(NietGevonden):
        uitvoering.haal_keer_weg(scope, inzet=licht.inzet, keer=keer.id)
    wereld.keer(licht, 21)
    assert wereld.teller(licht).gedaan == 4


@pytest.mark.parametrize(
    ("dag", "zin"),
    [(1, "nog komen"), (-1, "nog niet begonnen"), (0, "staat al een keer")],
)
def test_a_session_lies_on_a_day_that_can_be(licht: Licht, dag: int, zin: str) -> None:
    wereld.keer(licht, 0)
    with licht.ria.handelt(op=OP) as scope, pytest.raises(Geweigerd) as weigering:
        uitvoering.leg_keer_vast(scope, inzet=licht.inzet, op=OP + timedelta(days=dag))
    assert zin in weigering.value.velden["op"]
    assert wereld.teller(licht).gedaan == 1


def test_nothing_is_decided_while_there_is_enough_left(licht: Licht) -> None:
    wereld.keer(licht, 0)
    with licht.ria.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="gaat de hulp"):
        uitvoering.beslis_verder(scope, inzet=licht.inzet, verder=Verder.ZELF, uitleg="Klaar.")
    with licht.ria.handelt(op=OP) as scope, pytest.raises(Geweigerd):
        uitvoering.plan_gesprek(scope, inzet=licht.inzet, op=OP - timedelta(days=1))


def test_the_resident_sees_the_same_counter(licht: Licht) -> None:
    wereld.keer(licht, 0)
    arie = world.Mens(licht.persoon, licht.ria.gemeente, soort="inwoner")
    with arie.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[licht.persoon], doel=inzage.Doel.INWONER)
        teller = uitvoering.stand_van(scope, [licht.persoon])[licht.inzet].teller
    assert teller is not None
    assert teller.zin == "1 van 5 keer"


def test_other_help_has_no_counter_and_an_outsider_sees_none(licht: Licht) -> None:
    bram = world.medewerker(LANSINGERLAND, "Bram Pieters", organisatie="cjg")
    with bram.handelt(op=OP) as scope, pytest.raises(NietGevonden):
        uitvoering.leg_keer_vast(scope, inzet=licht.inzet, op=OP)
    with bram.handelt(op=OP, lezen=True) as scope:
        assert uitvoering.stand_van(scope, [licht.persoon]) == {}


def test_control_stopped_help_counts_no_more(licht: Licht) -> None:
    with licht.ria.handelt(op=OP) as scope:
        plannen.stop_inzet(scope, inzet=licht.inzet)
    with licht.ria.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="loopt niet meer"):
        uitvoering.leg_keer_vast(scope, inzet=licht.inzet, op=OP)
