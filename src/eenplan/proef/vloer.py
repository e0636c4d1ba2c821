"""The floor under a job: the same statements with the same values through psycopg alone, as the application's own role.

And how the database carries them out. Both on connections that are set as the application's are.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.errors import Diagnostic

from eenplan.platform import dbadres

from .telraam import Telling, Transactie
from .verkeer import cpu_ms

_ALS_TOEPASSING = "-c plan_cache_mode=force_generic_plan"
# Reference data does not grow with the number of dossiers: reading a small table whole is the best plan.
_NASLAG = ("organisaties_", "voorzieningen_", "django_", "geheim")
GROOT = 500  # rows; of a smaller table any plan is as good
MEESTE = 0.5
_GELEZEN = ("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")
_UITLEG = {
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
    "client_min_messages": "notice",
    "enable_seqscan": "off",
    "plan_cache_mode": "force_generic_plan",
}


@dataclass(frozen=True)
class Vloer:
    """Processor per act: of this process, which does nothing but send and fetch, and of PostgreSQL."""

    eigen_ms: float
    postgres_ms: float


def meet_vloer(tellingen: Sequence[Telling], *, keren: int, postgres_pid: int) -> Vloer:
    """Run each act again, so many times; what writes can be done once. The first two only warm up."""
    opties = {"options": _ALS_TOEPASSING, "prepare_threshold": 1}
    gemeten = [*tellingen[2:]]
    with psycopg.connect(dbadres.rol_dsn("eenplan_app"), **opties) as conn:  # type: ignore[arg-type]
        for telling in tellingen[:2]:
            _speel(conn, telling.transacties)
        eigen, postgres = time.process_time(), cpu_ms(postgres_pid)
        for telling in gemeten * keren:
            _speel(conn, telling.transacties)
        aantal = max(len(gemeten) * keren, 1)
        return Vloer(
            (time.process_time() - eigen) * 1000 / aantal,
            (cpu_ms(postgres_pid) - postgres) / aantal,
        )


def _speel(conn: psycopg.Connection[Any], transacties: Iterable[Transactie]) -> None:
    for transactie in transacties:
        with conn.transaction(), conn.cursor() as cursor:
            for vraag in transactie:
                cursor.execute(vraag.sql, vraag.parameters)
                if cursor.description:
                    cursor.fetchall()


def hele_tabellen(telling: Telling) -> set[str]:
    """Tables that grow and that some statement of this act reads whole: `table: how`.

    Every statement is explained as it runs, those inside functions and policies too (auto_explain), under the real
    roles with the real values, and undone. `enable_seqscan` is off, so that the size of the population does not
    matter: what then still reads a table whole has no index to go by, whatever the planner thinks of a small table.
    An index that finds most rows of a large table is the same thing in disguise, so rows that were read count as well.
    """
    with _uitleggend() as (conn, rijen, plannen):
        for transactie in telling.transacties:
            for vraag in transactie:
                conn.execute(vraag.sql, vraag.parameters)
            # Each request has a scope of its own; what it wrote must stay for the next one.
            conn.execute("RESET role")
        conn.rollback()
    return {
        f"{knoop['Relation Name']}: {knoop['Node Type']}"
        for plan in plannen
        for knoop in _knopen(plan["Plan"])
        if leest_heel(knoop, rijen)
    }


def _grote_tabellen(conn: psycopg.Connection[Any]) -> Mapping[str, float]:
    """How many rows are in the tables that have many."""
    rijen = conn.execute(
        "SELECT relname, reltuples FROM pg_class WHERE relkind = 'r' AND reltuples >= %s", [GROOT]
    )
    return {str(naam): float(aantal) for naam, aantal in rijen.fetchall()}


@contextmanager
def _uitleggend() -> Iterator[
    tuple[psycopg.Connection[Any], Mapping[str, float], list[dict[str, Any]]]
]:
    """A connection of the application, which tables have many rows, and where the plans will be."""
    plannen: list[dict[str, Any]] = []

    def hoor(bericht: Diagnostic) -> None:
        _, _, plan = (bericht.message_primary or "").partition("plan:\n")
        if plan:
            plannen.append(json.loads(plan))

    with psycopg.connect(dbadres.beheer_dsn(), autocommit=True) as conn:
        rijen = _grote_tabellen(conn)
        conn.add_notice_handler(hoor)
        conn.execute("LOAD 'auto_explain'")
        for naam, waarde in _UITLEG.items():
            conn.execute("SELECT set_config(%s, %s, false)", [naam, waarde])
        conn.execute("SET SESSION AUTHORIZATION eenplan_app")
        conn.autocommit = False
        plannen.clear()
        yield conn, rijen, plannen


def _knopen(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for onder in plan.get("Plans", ()):
        yield from _knopen(onder)


def leest_heel(knoop: Mapping[str, Any], rijen: Mapping[str, float]) -> bool:
    """Whether this node of a plan reads a table whole, or most of the rows of a large one."""
    tabel = knoop.get("Relation Name", "")
    if not tabel or tabel.startswith(_NASLAG) or "Scan" not in knoop["Node Type"]:
        return False
    if knoop["Node Type"] == "Seq Scan":
        return True
    gelezen = sum(knoop.get(wat, 0) for wat in _GELEZEN) * knoop.get("Actual Loops", 1)
    return bool(gelezen > rijen.get(tabel, math.inf) * MEESTE)
