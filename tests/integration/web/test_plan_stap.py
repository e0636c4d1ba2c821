"""What waits on a plan is the one button of its page; help stops only after a page that says what happens then."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetToestand
from tests import world
from tests.integration.besluiten import wereld as zaken
from tests.integration.web.test_plan import lees, sleutel
from tests.world import BUREN, LENTE, Gezin, Overvecht


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    return world.gezin_hadi(o.fatima)


def _loopt(o: Overvecht, gezin: Gezin) -> world.PlanMetDoel:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=BUREN)
    assert plan.inzet is not None
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=gezin.mina, akkoord=True)
        plannen.start_direct(scope, inzet=plan.inzet)
    return plan


def test_a_plan_says_what_waits_first_help_then_making_it_final(o: Overvecht, gezin: Gezin) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=BUREN)
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/{plan.plan}/"
    html = client.get(adres).content.decode()
    assert "Nog geen akkoord van Mina Hadi: samen eten bij de buren." in html
    assert f'href="/werk/plan/hulp/{plan.inzet}/">Vraag akkoord' in html
    with o.fatima.handelt(op=LENTE) as scope:
        assert plan.inzet is not None
        plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=gezin.mina, akkoord=True)
        plannen.start_direct(scope, inzet=plan.inzet)
    assert 'href="#kop-af">Stel het plan vast' in client.get(adres).content.decode()
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.stel_vast(scope, plan=plan.plan)
    assert "Wat nu?" not in client.get(adres).content.decode()


def test_a_letter_that_lies_ready_is_one_press_away_from_plan_and_file(db_schoon: None) -> None:
    zaak = zaken.verwijzing()
    client = zaak.team.client(op=LENTE)
    assert zaak.gezin is not None
    with zaak.team.handelt(op=LENTE, lezen=True) as scope:
        plan = plannen.open_inzetblad(scope, zaak.inzet)[0].plan
    knop = f'href="/werk/stuk/{zaak.stuk}/">Maak de brief af'
    assert knop in client.get(f"/werk/plan/{plan}/").content.decode()
    assert knop in client.get(f"/werk/dossier/{zaak.gezin.mina}/").content.decode()


def test_d8_a_look_back_waits_on_the_plan_and_asks_for_the_next_day(
    o: Overvecht, gezin: Gezin
) -> None:
    plan = _loopt(o, gezin)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.stel_vast(scope, plan=plan.plan, evaluatie_op=LENTE + timedelta(days=5))
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/plan/{plan.plan}/terugkijken/"
    assert adres in client.get(f"/werk/plan/{plan.plan}/").content.decode()
    html = client.get(adres).content.decode()
    assert "Ik wil dat we samen kunnen eten zonder ruzie." in html
    dag = LENTE + timedelta(days=90)
    vul = {f"opnieuw_op_{d}": str(getattr(dag, e)) for d, e in DELEN.items()}
    assert client.post(adres, sleutel(client, adres) | vul).status_code == 302
    assert lees(o, plan.plan).evaluatie_op == dag


DELEN = {"dag": "day", "maand": "month", "jaar": "year"}


def test_stopping_help_first_says_what_happens_then(o: Overvecht, gezin: Gezin) -> None:
    plan = _loopt(o, gezin)
    client = o.fatima.client(op=LENTE)
    hulp = f"/werk/plan/hulp/{plan.inzet}/"
    assert f'href="{hulp}stoppen/"' in client.get(hulp).content.decode()
    html = client.get(f"{hulp}stoppen/").content.decode()
    assert "Terugdraaien kan niet." in html
    assert f'href="{hulp}">Laat de hulp doorgaan' in html
    assert lees(o, plan.plan).doelen[0].inzet[0].toestand is InzetToestand.LOOPT
    assert client.post(f"{hulp}stoppen/", sleutel(client, f"{hulp}stoppen/")).status_code == 302
    assert lees(o, plan.plan).doelen[0].inzet[0].toestand is InzetToestand.BEEINDIGD
    assert client.get(f"{hulp}stoppen/").headers["Location"] == hulp
