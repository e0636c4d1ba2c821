"""Nothing that a test leaves behind reaches the next one, however the database is made clean."""

from __future__ import annotations

from typing import LiteralString

import psycopg
import pytest

from tests import world
from tests.pgplugin import verbind_beheer
from tests.schoon import Database


class Geteld:
    """The database of this worker, and how often it was made anew."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.database, self.nieuw = database, 0
        maak = database.maak_nieuw

        def tel() -> None:
            self.nieuw += 1
            maak()

        monkeypatch.setattr(database, "maak_nieuw", tel)

    def schoon(self) -> None:
        self.database.maak_schoon()


@pytest.fixture
def geteld(db_schoon: None, _database: Database, monkeypatch: pytest.MonkeyPatch) -> Geteld:
    _database.maak_nieuw()
    return Geteld(_database, monkeypatch)


def tel(tabel: LiteralString) -> int:
    with verbind_beheer() as conn:
        rij = conn.execute(f"SELECT count(*) FROM {tabel}").fetchone()
    assert rij is not None
    return int(rij[0])


def test_rows_go_while_the_database_and_its_connections_stay(geteld: Geteld) -> None:
    with verbind_beheer() as lezer:
        world.gezin_hadi(world.overvecht().fatima)
        assert tel("meldingen_melding") == 1
        assert tel("inzage_leesregel") > 0, "a table that nobody may delete from"
        geteld.schoon()
        assert geteld.nieuw == 0
        for tabel in ("meldingen_melding", "organisaties_gemeente", "inzage_leesregel"):
            assert lezer.execute(f"SELECT count(*) FROM {tabel}").fetchone() == (0,)


RESTEN: tuple[LiteralString, ...] = (
    "DROP POLICY {policy} ON {tabel}",
    "ALTER TABLE meldingen_melding NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE meldingen_melding ADD COLUMN erbij text",
    "GRANT DELETE ON meldingen_melding TO eenplan_app",
    "CREATE FUNCTION pol.gat() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE TABLE erbij (id int)",
    "SELECT nextval('django_migrations_id_seq')",
    "DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations)",
    "ALTER TABLE meldingen_melding DISABLE TRIGGER ALL",
)


@pytest.mark.parametrize("rest", RESTEN)
def test_what_emptying_would_leave_makes_the_database_anew(geteld: Geteld, rest: str) -> None:
    with verbind_beheer() as conn:
        [(policy, tabel)] = conn.execute(
            "SELECT quote_ident(policyname), quote_ident(tablename) FROM pg_policies ORDER BY 1 LIMIT 1"
        ).fetchall()
        conn.execute(rest.format(policy=policy, tabel=tabel))
    geteld.schoon()
    assert geteld.nieuw == 1
    geteld.schoon()
    assert geteld.nieuw == 1, "and after that it is as new"


def test_a_transaction_that_somebody_left_open_holds_up_nobody(geteld: Geteld) -> None:
    cast = world.overvecht()
    world.gezin_hadi(cast.fatima)
    with verbind_beheer() as achterblijver:
        achterblijver.autocommit = False
        achterblijver.execute("LOCK TABLE meldingen_melding IN ACCESS EXCLUSIVE MODE")
        geteld.schoon()
        assert geteld.nieuw == 1
        with pytest.raises(psycopg.OperationalError):
            achterblijver.execute("SELECT 1")
        achterblijver.close()
    assert tel("meldingen_melding") == 0
