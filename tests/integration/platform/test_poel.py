"""Nobody's scope stays behind on a pooled connection (T5)."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import psycopg
import pytest
from django.db import connection, transaction

from eenplan.platform import scope, vraag
from tests.integration.inzage.slot import Slot, bouw
from tests.orakel.mutanten import Mutant
from tests.orakel.wereld import Actor
from tests.pgplugin import verbind_beheer

DRADEN, VERZOEKEN = 12, 60


class Afgebroken(Exception):
    """A request that fails halfway."""


@pytest.fixture
def slot(db_schoon: None) -> Slot:
    with verbind_beheer() as beheer:
        return bouw(beheer)


def _tokens(slot: Slot) -> dict[str, Actor]:
    wie = (slot.fatima, slot.lisa, slot.bram)
    return {scope.open_sessie(soort=a.soort, actor=a.id, gemeente=a.gemeente): a for a in wie}


def _verkeerd(slot: Slot, draad: int, tokens: dict[str, Actor]) -> list[str]:
    """The requests of one thread: as somebody, as nobody (one in five), and broken off (three in ten)."""
    kans = random.Random(draad)
    fout: list[str] = []
    for _ in range(VERZOEKEN):
        with suppress(Afgebroken), transaction.atomic():
            wie = None
            if kans.random() >= 0.2:
                token = kans.choice(sorted(tokens))
                wie = tokens[token]
                scope.begin(token, lezen=kans.random() < 0.5)
                vraag.rijen(tuple_, "SELECT * FROM pol.openen(%s, '{}', 'toegang')", [[slot.eva]])
            actor = vraag.waarde("SELECT pol.mijn_actor()")
            zichtbaar = vraag.rijen(str, "SELECT deel_id FROM huishoudens_contact")
            rol = vraag.waarde("SELECT current_user")
            if actor != (wie.id if wie else None):
                fout.append(f"{wie} is {actor}")
            if len(zichtbaar) != (3 if wie is slot.fatima else 0):
                fout.append(f"{wie} ziet {len(zichtbaar)} rijen")
            if wie is None and rol != "eenplan_app":
                fout.append(f"niemand is {rol}")
            if kans.random() < 0.3:
                raise Afgebroken
        connection.close()  # back to the pool, as at the end of a request
    return fout


def tuple_(*rij: object) -> tuple[object, ...]:
    return rij


def _ronde(slot: Slot) -> list[str]:
    tokens = _tokens(slot)
    with ThreadPoolExecutor(DRADEN) as draden:
        return [
            fout
            for uit in draden.map(lambda n: _verkeerd(slot, n, tokens), range(DRADEN))
            for fout in uit
        ]


def test_t5_no_scope_stays_behind_on_a_pooled_connection(slot: Slot) -> None:
    assert _ronde(slot) == []


def test_t5_a_scope_that_outlives_its_transaction_is_noticed(
    slot: Slot, beheer_conn: psycopg.Connection
) -> None:
    blijft = Mutant("context of the session", "begin", "|| tekst, true)", "|| tekst, false)")
    los = Mutant(
        "unbound signature",
        "handtekening",
        " || pg_backend_pid()::text || extract(epoch FROM transaction_timestamp())::text",
    )
    with blijft.in_werking(beheer_conn), los.in_werking(beheer_conn):
        assert _ronde(slot)
