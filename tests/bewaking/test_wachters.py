"""The guard in the database knows the steps of the flow; a migration holds a frozen copy, so it could drift (ADR 9)."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.special import RunSQL

from scripts.documenten import stromen
from tests.bewaking.hulp import geen

pytestmark = pytest.mark.bewaking

# A guarded column that is no flow, with the reason.
ZONDER_FLOW = {
    "besluiten_aanvraag": "open until decided on or taken back; no step has an objection"
}
Paren = frozenset[tuple[str, str]]
# What `sloten.toestanden` writes.
WACHTER = re.compile(r"FUNCTION (\w+)_toestand\(\).*?NOT IN \((\(.*?\))\) THEN", re.DOTALL)
PAAR = re.compile(r"\('(\w+)', '(\w+)'\)")


def wachters(sql: str) -> dict[str, Paren]:
    """Each guarded table in a piece of SQL, with the steps it lets through."""
    return {tabel: frozenset(PAAR.findall(paren)) for tabel, paren in WACHTER.findall(sql)}


def verschil(bewaakt: Mapping[str, Paren], flows: Mapping[str, Paren]) -> list[str]:
    """Guards that let through other steps than any flow, and flows that no table guards."""
    los = [
        f"{tabel}: guards no flow as it is now"
        for tabel, p in bewaakt.items()
        if p not in flows.values()
    ]
    return los + [
        f"{naam}: no table guards it" for naam, p in flows.items() if p not in bewaakt.values()
    ]


def _in_migraties() -> dict[str, Paren]:
    gevonden: dict[str, Paren] = {}
    for _, migratie in sorted(
        MigrationLoader(None, ignore_no_migrations=True).disk_migrations.items()
    ):
        for stap in migratie.operations:
            if isinstance(stap, RunSQL) and isinstance(stap.sql, str):
                gevonden |= wachters(stap.sql)
    return gevonden


def test_the_guard_in_the_database_knows_the_steps_of_the_flow() -> None:
    """ADR 9: also a bulk update cannot take a step that does not exist."""
    bewaakt = _in_migraties()
    assert bewaakt.keys() >= ZONDER_FLOW.keys()
    bewaakt = {tabel: paren for tabel, paren in bewaakt.items() if tabel not in ZONDER_FLOW}
    geen(verschil(bewaakt, {flow.naam: frozenset(flow.paren()) for flow in stromen()}))


def test_control_a_guard_that_drifted_and_a_flow_without_one_are_found() -> None:
    sql = "CREATE FUNCTION t_toestand() x (a, b) NOT IN (('een', 'twee'), ('twee', 'drie')) THEN"
    bewaakt = wachters(sql)
    assert bewaakt == {"t": frozenset({("een", "twee"), ("twee", "drie")})}
    assert verschil(bewaakt, {"T": bewaakt["t"]}) == []
    assert len(verschil(bewaakt, {"T": bewaakt["t"] | {("een", "drie")}})) == 2
