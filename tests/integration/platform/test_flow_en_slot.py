"""The guard in the database allows exactly the steps of a flow, and every stored event has its sentence."""

from __future__ import annotations

import json
import re

import psycopg

from eenplan.platform import gebeurtenissen
from tests import world
from tests.unit.platform.test_flow import alle_flows

# An aanvraag is open until it is decided or withdrawn: two ends, nothing to draw.
ZONDER_FLOW = {"besluiten_aanvraag"}


def _bewakers(beheer: psycopg.Connection) -> dict[str, set[tuple[str, str]]]:
    """By table: the steps its guard lets through."""
    functies = beheer.execute(
        """SELECT t.tgrelid::regclass::text, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE t.tgname = 'toestand'"""
    )
    return {
        tabel: set(re.findall(r"\('([a-z_]+)', '([a-z_]+)'\)", bron)) for tabel, bron in functies
    }


def test_every_guard_allows_exactly_the_steps_of_one_flow(beheer_conn: psycopg.Connection) -> None:
    flows = [set(flow.paren()) for flow in alle_flows().values()]
    bewakers = _bewakers(beheer_conn)
    assert {"meldingen_melding", "plannen_plan"} <= bewakers.keys()
    vreemd = {tabel for tabel, paren in bewakers.items() if paren not in flows}
    assert vreemd <= ZONDER_FLOW


def test_every_stored_event_of_a_walk_renders_its_sentence(beheer_conn: psycopg.Connection) -> None:
    mensen = world.overvecht()
    gezin = world.gezin_hadi(mensen.fatima)
    world.onderzoek_afgerond(mensen.fatima, gezin.melding)
    world.plan_met_doel(mensen.fatima, gezin.melding, hulp=world.BUREN)
    regels = beheer_conn.execute(
        "SELECT DISTINCT soort, gegevens::text FROM platform_gebeurtenis"
    ).fetchall()
    assert len({soort for soort, _ in regels}) >= 8
    for soort, gegevens in regels:
        assert "{" not in gebeurtenissen.zin(soort, json.loads(gegevens))
