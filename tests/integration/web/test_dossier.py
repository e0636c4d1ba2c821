"""The file of a person: one page, few statements, each reader their own cut (U4, X3, X4)."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import world

DRAAD = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@pytest.fixture
def utrecht(db_schoon: None) -> world.Overvecht:
    return world.overvecht()


def _statements(vragen: CaptureQueriesContext) -> list[str]:
    return [q["sql"] for q in vragen.captured_queries if not q["sql"].startswith(DRAAD)]


def test_u4_the_team_sees_question_plan_household_and_who_helps_on_one_page(
    utrecht: world.Overvecht,
) -> None:
    gezin = world.gezin_hadi(utrecht.fatima)
    world.plan_met_doel(utrecht.fatima, gezin.melding, hulp=world.BUREN)
    pagina = utrecht.fatima.client(op=world.LENTE).get(f"/werk/dossier/{gezin.mina}/")
    tekst = pagina.content.decode()
    assert pagina.status_code == 200
    for wat in ("Mina Hadi", "Esra Hadi", "samen eten bij de buren", "ruzie", "06-00000011"):
        assert wat in tekst


def test_the_file_of_a_household_of_four_takes_at_most_eight_statements(
    utrecht: world.Overvecht,
) -> None:
    gezin = world.gezin_hadi(utrecht.fatima)
    world.plan_met_doel(utrecht.fatima, gezin.melding, hulp=world.BUREN)
    client = utrecht.fatima.client(op=world.LENTE)
    with CaptureQueriesContext(connection) as vragen:
        client.get(f"/werk/dossier/{gezin.mina}/")
    assert len(_statements(vragen)) <= 8, "\n".join(_statements(vragen))


def test_x3_an_outsider_gets_the_page_of_somebody_who_does_not_exist(
    utrecht: world.Overvecht,
) -> None:
    gezin = world.gezin_hadi(utrecht.fatima)
    client = utrecht.lisa.client(op=world.LENTE)
    bestaat, verzonnen = (client.get(f"/werk/dossier/{wie}/") for wie in (gezin.mina, uuid4()))
    assert bestaat.status_code == verzonnen.status_code == 404
    zonder = [re.sub(rb'value="[^"]{40,}"', b"", p.content) for p in (bestaat, verzonnen)]
    assert zonder[0] == zonder[1]


def test_x4_a_provider_sees_its_own_help_and_nothing_of_the_rest(
    utrecht: world.Overvecht,
) -> None:
    gezin = world.gezin_hadi(utrecht.fatima)
    world.plan_met_doel(utrecht.fatima, gezin.melding, hulp=world.BUREN)
    pagina = utrecht.lisa.client(op=world.LENTE).get(f"/werk/dossier/{gezin.esra}/")
    assert pagina.status_code == 404
