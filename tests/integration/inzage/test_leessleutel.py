"""The lines of the read log lie in the index of keys as they came, so that a request wears down one page of it."""

from __future__ import annotations

from uuid import UUID

import psycopg
import pytest

from eenplan.inzage import api as inzage
from tests import world
from tests.orakel.mutanten import Mutant
from tests.world import LENTE, Gezin, Overvecht


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    return world.gezin_hadi(o.fatima)


def _kijk(o: Overvecht, gezin: Gezin) -> UUID:
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        inzage.openen_gezin(scope, gezin.mina, doel=inzage.Doel.TOEGANG)
        return scope.request_id


def _moment(sleutel: UUID) -> str:
    """What a key of version 7 begins with: the moment, to a quarter of a microsecond."""
    return str(sleutel)[:18]


def _sleutels(beheer: psycopg.Connection, verzoek: UUID) -> list[UUID]:
    vraag = "SELECT id FROM inzage_leesregel WHERE request_id = %s"
    return [rij[0] for rij in beheer.execute(vraag, [verzoek])]


def test_the_lines_of_one_request_lie_side_by_side_and_after_those_of_before(
    o: Overvecht, gezin: Gezin, beheer_conn: psycopg.Connection
) -> None:
    eerst, later = _kijk(o, gezin), _kijk(o, gezin)
    voor, na = _sleutels(beheer_conn, eerst), _sleutels(beheer_conn, later)
    assert {_moment(s) for s in voor} == {_moment(eerst)}
    assert len({*voor, *na}) == len(voor) + len(na) > 2
    assert max(voor) < min(na)
    assert all((s.version, s.variant) == (7, later.variant) for s in na)


def test_control_keys_by_chance_are_noticed(
    o: Overvecht, gezin: Gezin, beheer_conn: psycopg.Connection
) -> None:
    toeval = Mutant(
        "keys by chance", "leessleutel", "left(p_request::text, 18) FROM 1", "'' FROM 1"
    )
    with toeval.in_werking(beheer_conn):
        verzoek = _kijk(o, gezin)
    assert {_moment(s) for s in _sleutels(beheer_conn, verzoek)} != {_moment(verzoek)}
