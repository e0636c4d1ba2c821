"""A page of a fault shows again what was typed: to who typed it on a page of ours, and to nobody else (T12, T24)."""

from __future__ import annotations

from uuid import UUID, uuid4

import psycopg
import pytest
from django.test import Client

from eenplan.plannen import api as plannen
from eenplan.platform import scope
from tests import world

PAD = "/mijn/oneens/bezwaar/"
TEKST = "Ik trek alles in wat ik eerder zei."
GEHEIM = "a" * 32


def _zonder_database(monkeypatch: pytest.MonkeyPatch, *, ook_ons: bool) -> tuple[str, str]:
    """The page and its caching, of a form sent while the database is down: nobody asked yet where it came from."""

    def stuk(*_: object, **__: object) -> None:
        raise psycopg.OperationalError("de database is weg")

    monkeypatch.setattr(scope, "begin", stuk)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    velden = {"tekst": TEKST}
    if ook_ons:
        client.cookies["csrftoken"] = GEHEIM
        velden["csrfmiddlewaretoken"] = GEHEIM
    antwoord = client.post(PAD, velden)
    assert antwoord.status_code == 500
    return antwoord.content.decode(), antwoord.headers["Cache-Control"]


def test_t24_another_site_cannot_put_words_on_our_page_with_a_button_that_sends_them(
    db_schoon: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina, _ = _zonder_database(monkeypatch, ook_ons=False)
    assert "Er ging bij ons iets mis" in pagina
    assert TEKST not in pagina
    assert "csrfmiddlewaretoken" not in pagina


def test_t12_who_typed_it_on_our_page_finds_it_again_though_the_database_is_down(
    db_schoon: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina, bewaren = _zonder_database(monkeypatch, ook_ons=True)
    assert TEKST in pagina
    assert bewaren == "no-store"


@pytest.fixture
def plan(db_schoon: None) -> tuple[world.Mens, world.PlanMetDoel]:
    """A plan that its team can make final."""
    fatima = world.overvecht().fatima
    gezin = world.gezin_hadi(fatima)
    plan = world.plan_met_doel(fatima, gezin.melding, hulp=world.BUREN)
    assert plan.inzet is not None
    with fatima.handelt(op=world.LENTE) as scope:
        plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=gezin.mina, akkoord=True)
        plannen.start_direct(scope, inzet=plan.inzet)
    return fatima, plan


def _half_ingevuld(wie: world.Mens, plan: UUID) -> tuple[int, str]:
    velden = {"verzendsleutel": str(uuid4()), "evaluatie_op_dag": "volgende maandag"}
    antwoord = wie.client(op=world.LENTE).post(f"/werk/plan/{plan}/vaststellen/", velden)
    return antwoord.status_code, antwoord.content.decode()


def test_t12_what_was_typed_stays_though_a_colleague_made_the_plan_final_meanwhile(
    plan: tuple[world.Mens, world.PlanMetDoel],
) -> None:
    fatima, wat = plan
    with fatima.handelt(op=world.LENTE) as scope:
        plannen.stel_vast(scope, plan=wat.plan)
    status, pagina = _half_ingevuld(fatima, wat.plan)
    assert status == 422
    assert "Intussen is dit veranderd" in pagina
    assert '<div class="ep-versie">volgende maandag</div>' in pagina


def test_t12_what_was_typed_of_a_child_who_is_no_child_any_more_is_not_lost(
    plan: tuple[world.Mens, world.PlanMetDoel],
) -> None:
    """Between opening the page and sending it a field can have gone."""
    fatima, wat = plan
    velden = {
        "verzendsleutel": str(uuid4()),
        "evaluatie_op_dag": "x",
        "woorden_7": "Ik slaap slecht.",
    }
    antwoord = fatima.client(op=world.LENTE).post(f"/werk/plan/{wat.plan}/vaststellen/", velden)
    assert '<div class="ep-versie">Ik slaap slecht.</div>' in antwoord.content.decode()


def test_control_nothing_is_said_of_it_where_the_field_still_stands(
    plan: tuple[world.Mens, world.PlanMetDoel],
) -> None:
    status, pagina = _half_ingevuld(plan[0], plan[1].plan)
    assert (status, 'value="volgende maandag"' in pagina) == (422, True)
    assert "Intussen is dit veranderd" not in pagina


def test_t12_a_form_of_what_was_settled_meanwhile_does_nothing_and_shows_what_it_held(
    plan: tuple[world.Mens, world.PlanMetDoel],
) -> None:
    """Two follow-ups can ask the same fields: the answer to the one is not taken for the other's."""
    fatima, wat = plan
    client = fatima.client(op=world.LENTE)
    velden = {"verzendsleutel": str(uuid4()), "soort": "overleg", "toelichting": "Zij wil het."}
    antwoord = client.post(f"/werk/plan/hulp/{wat.inzet}/vervolg/", velden)
    assert antwoord.status_code == 422
    assert "Intussen is dit al gedaan" in antwoord.content.decode()
    assert "Zij wil het." in antwoord.content.decode()
