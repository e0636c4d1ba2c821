"""Whichever statement of an act fails, nothing of it stays (T12). The full campaign is `make bewijs`."""

from __future__ import annotations

from random import Random
from uuid import UUID

import psycopg
import pytest
from django.db import transaction

from eenplan.meldingen import api as meldingen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import doe
from tests import world
from tests.browser import schermwereld
from tests.integration.storingen import halverwege
from tests.integration.storingen.afdruk import maak_functie
from tests.integration.storingen.deuren import atomaire_deuren

ZAAD = 20261130
GENOEG = 40  # acts that change something and lie on the walk through every screen


def test_t12_of_every_act_on_the_walk_through_the_screens_nothing_stays_half(
    beheer_conn: psycopg.Connection,
) -> None:
    maak_functie(beheer_conn)
    proef = halverwege.Proef(halverwege.steekproef(Random(ZAAD)), keren=1)
    with proef.aan_elke_deur() as verslag:
        schermwereld.bouw()
    assert verslag.half == []
    assert len(verslag.geprobeerd) >= GENOEG


def _twee_huishoudens(scope: Scope, *, gemeente: UUID) -> None:
    """A planted act of two statements."""
    for _ in range(2):
        doe(
            "INSERT INTO huishoudens_huishouden (id, gemeente_id) VALUES (%s, %s)",
            [nieuw_id(), gemeente],
        )


@pytest.mark.parametrize("heel", [True, False], ids=["atomic", "not atomic"])
def test_control_an_act_that_is_not_undone_as_a_whole_is_noticed(
    beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch, heel: bool
) -> None:
    team = world.overvecht()
    maak_functie(beheer_conn)
    daad = transaction.atomic(_twee_huishoudens) if heel else _twee_huishoudens
    monkeypatch.setattr(meldingen, "neem_op", daad)
    proef = halverwege.Proef(halverwege.alle, keren=1)
    with proef.aan_elke_deur() as verslag, team.fatima.handelt(op=world.LENTE) as scope:
        meldingen.neem_op(scope, gemeente=team.fatima.gemeente)  # type: ignore[call-arg]
    assert verslag.geprobeerd["meldingen.neem_op"] >= 2
    assert bool(verslag.half) is not heel


def test_control_a_use_case_is_found_by_what_it_says_of_itself() -> None:
    teksten = {
        "src/eenplan/werk/usecases.py": (
            "from django.db import transaction\n"
            "@transaction.atomic\ndef neem_op(scope, *, item): ...\n"
            "@transaction.atomic\ndef bij_iets(scope, gebeurtenis): ...\n"
            "def lees(scope): ...\n"
        ),
        "src/eenplan/werk/api.py": "from .usecases import bij_iets, lees, neem_op\n",
    }
    assert atomaire_deuren(teksten) == {"werk.neem_op"}
    assert "werk.neem_op" in atomaire_deuren()
