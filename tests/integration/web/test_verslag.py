"""The verslag at the screen: ready on the page of the finished conversation, one button, and then it is kept."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import world
from tests.world import LENTE, Gezin, Overvecht

DRAAD = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
SLEUTEL = re.compile(r'name="verzendsleutel" value="([^"]+)"')


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    return world.gezin_hadi(o.fatima)


@pytest.fixture
def onderzoek(o: Overvecht, gezin: Gezin) -> UUID:
    return world.onderzoek_afgerond(o.fatima, gezin.melding)


def _lees(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_row8_the_page_of_a_finished_conversation_shows_the_verslag_and_sends_it_with_one_button(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    client = o.fatima.client(op=LENTE)
    url = f"/werk/gesprek/{onderzoek}/"
    pagina = _lees(client, url)
    assert "Verstuur het verslag" in pagina
    assert "De ochtenden lukken goed." in pagina
    [brief] = set(re.findall(r'action="(/werk/brief/[^"]+/)"', pagina))
    antwoord = client.post(brief, {"verzendsleutel": SLEUTEL.findall(pagina)[0]})
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, brief)
    assert "De brief is verstuurd" in _lees(client, brief)
    na = _lees(client, url)
    assert "Het verslag is verstuurd" in na
    assert "Verstuur het verslag" not in na
    brieven = _lees(client, f"/werk/dossier/{gezin.mina}/brieven/")
    assert "Verslag van ons gesprek op 2 maart 2026" in brieven
    assert "aan Mina Hadi" in brieven


def test_row8_until_it_is_sent_it_is_on_the_list_and_the_line_leads_to_the_button(
    o: Overvecht, onderzoek: UUID
) -> None:
    lijst = _lees(o.fatima.client(op=LENTE), "/werk/?tab=mijn")
    assert "Verslag versturen" in lijst
    assert f'href="/werk/gesprek/{onderzoek}/"' in lijst


def test_a_verslag_as_it_would_leave_today_is_also_the_concept_on_paper(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    world.plan_met_doel(o.fatima, gezin.melding, woorden="Ik wil rust in huis.")
    client = o.fatima.client(op=LENTE)
    [brief] = set(
        re.findall(r'action="(/werk/brief/[^"]+)/"', _lees(client, f"/werk/gesprek/{onderzoek}/"))
    )
    assert "Ik wil rust in huis." in _lees(client, f"{brief}/")
    assert client.get(f"{brief}.pdf").content.startswith(b"%PDF")


def test_the_page_of_a_finished_conversation_reads_nothing_twice(
    o: Overvecht, onderzoek: UUID
) -> None:
    client = o.fatima.client(op=LENTE)
    with CaptureQueriesContext(connection) as vragen:
        _lees(client, f"/werk/gesprek/{onderzoek}/")
    gelezen = [q["sql"] for q in vragen.captured_queries if not q["sql"].startswith(DRAAD)]
    assert len(gelezen) <= 13, "\n".join(regel[:110] for regel in gelezen)
    uit_onderzoek = [regel for regel in gelezen if "FROM onderzoeken_" in regel]
    assert len(uit_onderzoek) == 1
