"""A small file with two persons, and every way to ask the lock something; shared by the lock tests and the mutants.

Rows are planted by a superuser in *every* table that carries a `deel_id`, so that a new table is tested by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from tests.orakel.laden import laad
from tests.orakel.wereld import (
    Actor,
    Betrokkenheid,
    Dagen,
    Deel,
    Medewerker,
    Organisatie,
    Persoon,
    Team,
    Teamlid,
    Tijd,
    Wereld,
)
from tests.pgplugin import verbind_rol

ALTIJD = Dagen(date(2020, 1, 1), None)
DOORLOPEND = Tijd(datetime(2020, 1, 1, tzinfo=UTC), None)
DUMMY: Mapping[str, LiteralString] = {
    "uuid": "gen_random_uuid()",
    "bool": "false",
    "date": "(now() AT TIME ZONE 'Europe/Amsterdam')::date",  # what lasts to today is gone after midnight here
    "timestamptz": "now()",
    "time": "'10:00'",
    "jsonb": "'{}'",
    "bytea": r"'\x00'",
    "int2": "1",
    "int4": "1",
    "int8": "1",
    "numeric": "1",
    "xid8": "pg_current_xact_id()",
}


@dataclass
class Slot:
    """Fatima is involved with Eva for everything, Lisa with one deel of Eva, Bram with nobody; nobody with Piet."""

    wereld: Wereld
    fatima: Actor
    lisa: Actor
    bram: Actor
    eva: UUID
    piet: UUID
    delen: Mapping[str, UUID]  # of Eva, by rubriek
    deel_piet: UUID
    eigen: UUID  # Fatima's organisation
    ander: UUID  # Lisa's organisation

    @contextmanager
    def app(self, *, lezen: bool = False) -> Iterator[psycopg.Connection]:
        """A connection as the application, in one transaction."""
        with verbind_rol("eenplan_app") as conn:
            if lezen:
                conn.execute("SET LOCAL ROLE eenplan_lezer")
            yield conn
            conn.rollback()

    def begin(
        self, conn: psycopg.Connection, actor: Actor | None, request: UUID | None = None
    ) -> UUID:
        """Set the scope, as a request does; returns the request's key."""
        request = request or uuid4()
        conn.execute(
            "SELECT pol.begin(%s, %s, NULL)", [actor.token if actor else b"niemand", request]
        )
        return request

    def open(self, conn: psycopg.Connection, *personen: UUID, doel: str = "toegang") -> set[UUID]:
        """Open files; which delen that gave."""
        rijen = conn.execute(
            "SELECT deel_id FROM pol.openen(%s, %s, %s)", [list(personen), [], doel]
        )
        return {rij[0] for rij in rijen}

    def betrek(
        self, conn: psycopg.Connection, persoon: UUID, partij: UUID, **anders: object
    ) -> None:
        """Try to involve a party."""
        waarden: dict[str, object] = {
            "niveau": "wat",
            "rubrieken": [],
            "deel": None,
            "wet": None,
            "doel": "toegang",
        } | anders
        conn.execute(
            "SELECT pol.betrekken(%s, %s, %s, %s, 'Partij', '', %s, %s::text[], %s, %s, %s, 'wet', false)",
            [
                *(uuid4(), self.wereld.gemeenten[0], persoon, partij, waarden["niveau"]),
                *(waarden["rubrieken"], waarden["deel"], waarden["wet"], waarden["doel"]),
            ],
        )


def bouw(beheer: psycopg.Connection) -> Slot:
    """Make the file, put it in the database and plant a row of Eva and one of Piet in every table of content."""
    w = Wereld(zaad=0, nu=datetime.now(UTC), gemeenten=[uuid4(), uuid4()])
    eigen, ander = Organisatie(uuid4(), w.gemeenten[0]), Organisatie(uuid4(), w.gemeenten[0])
    team = Team(uuid4(), w.gemeenten[0], eigen.id)
    w.organisaties, w.teams = [eigen, ander], [team]
    fatima, lisa, bram = (_medewerker(w, o.id) for o in (eigen, ander, ander))
    w.teamleden = [Teamlid(fatima.id, team.id, ALTIJD)]
    eva, piet = (Persoon(uuid4(), w.gemeenten[0], date(1980, 1, 1), None) for _ in range(2))
    w.personen = [eva, piet]
    delen = {r: _deel(w, eva, r, eigen.id) for r in ("identiteit", "plan", "inzet", "melder")}
    los = _deel(w, piet, "identiteit", eigen.id)
    voor_team = Betrokkenheid(
        *(eva.id, team.id, "wat", ("identiteit", "plan", "inzet"), None, None, "toegang", None),
        DOORLOPEND,
    )
    w.betrokkenheden = [
        voor_team,
        replace(voor_team, partij=lisa.id, rubrieken=(), deel=delen["inzet"].id, doel="uitvoering"),
    ]
    laad(beheer, w)
    plant(beheer, w.gemeenten[0], [d.id for d in (*delen.values(), los)])
    return Slot(
        *(w, fatima, lisa, bram, eva.id, piet.id),
        {rubriek: deel.id for rubriek, deel in delen.items()},
        *(los.id, eigen.id, ander.id),
    )


def _medewerker(w: Wereld, organisatie: UUID) -> Actor:
    wie = Medewerker(uuid4(), w.gemeenten[0], organisatie, ALTIJD)
    actor = Actor(wie.id, "medewerker", wie.gemeente, True, uuid4().bytes * 2)
    w.medewerkers.append(wie)
    w.actoren.append(actor)
    return actor


def _deel(w: Wereld, persoon: Persoon, rubriek: str, organisatie: UUID) -> Deel:
    deel = Deel(*(uuid4(), persoon.gemeente, persoon.id, rubriek, None, organisatie), False, False)
    w.delen.append(deel)
    return deel


# --- rows in every table of content --------------------------------------------------------------------------------


# Whoever is involved reads their own lines; the functions read the rest. They hold no content.
ZONDER_KAARTJE = {"inzage_betrokkenheid", "signalen_signaal"}


def inhoudstabellen(beheer: psycopg.Connection) -> list[str]:
    """Every table with a `deel_id` that a request may read: all of them must show by ticket only."""
    rijen = beheer.execute(
        """SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'deel_id'
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
              AND has_table_privilege('eenplan_lezer', c.oid, 'SELECT') ORDER BY 1"""
    )
    return [rij[0] for rij in rijen if rij[0] not in ZONDER_KAARTJE]


def plant(beheer: psycopg.Connection, gemeente: UUID, delen: Sequence[UUID]) -> None:
    """At least one row per deel in every table of content; dummies where something must be filled, checks off."""
    beheer.execute("SET session_replication_role = replica")
    for tabel in inhoudstabellen(beheer):
        for (naam,) in beheer.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('c', 'u', 'x')",
            [tabel],
        ).fetchall():
            beheer.execute(
                sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(
                    sql.Identifier(tabel), sql.Identifier(naam)
                )
            )
        al = beheer.execute(sql.SQL("SELECT deel_id FROM {}").format(sql.Identifier(tabel)))
        for deel in set(delen) - {rij[0] for rij in al}:
            _rij(beheer, tabel, {"deel_id": deel, "gemeente_id": gemeente})
    beheer.execute("SET session_replication_role = DEFAULT")


def _rij(beheer: psycopg.Connection, tabel: str, vast: Mapping[str, UUID]) -> None:
    kolommen = beheer.execute(
        """SELECT a.attname, t.typname, a.atttypmod FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped
              AND (a.attnotnull OR a.attname IN ('deel_id', 'gemeente_id')) AND NOT a.atthasdef""",
        [tabel],
    ).fetchall()
    waarden = [
        sql.Literal(vast[naam]) if naam in vast else sql.SQL(_dummy(soort, lengte))
        for naam, soort, lengte in kolommen
    ]
    beheer.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            sql.Identifier(tabel),
            sql.SQL(", ").join(sql.Identifier(naam) for naam, *_ in kolommen),
            sql.SQL(", ").join(waarden),
        )
    )


def _dummy(soort: str, lengte: int) -> LiteralString:
    if soort.startswith("_"):
        return "'{}'"
    if soort in DUMMY:
        return DUMMY[soort]
    return "left(md5(random()::text), 8)" if lengte < 0 or lengte > 12 else "'x'"
