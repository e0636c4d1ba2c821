"""Pouring is whole or not at all, and leaves every index, key, trigger, policy and right as it was."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg
import pytest

from eenplan.proef import bevolken, maken, mal, storten
from eenplan.proef.maken import Lading, Portie
from eenplan.proef.mal import Tabel
from tests.integration.proef.wereld import GELOPEN, Bevolkt, bevolk, gieter
from tests.pgplugin import verbind_beheer

CATALOGUS = """
    SELECT 'index', i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), i.indisready AND i.indisvalid
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'constraint', conrelid::regclass::text || conname, pg_get_constraintdef(oid), convalidated
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'trigger', tgrelid::regclass::text || tgname, pg_get_triggerdef(oid), tgenabled = 'O' FROM pg_trigger
    UNION ALL
    SELECT 'policy', tablename || policyname, concat(roles::text, cmd, qual, with_check), true FROM pg_policies
    UNION ALL
    SELECT 'table', oid::regclass::text, concat(relacl::text, relowner::regrole), relrowsecurity AND relforcerowsecurity
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    UNION ALL
    SELECT 'role', roleid::regrole::text || member::regrole::text, '', admin_option FROM pg_auth_members
    ORDER BY 1, 2"""


def _catalogus() -> list[tuple[object, ...]]:
    with verbind_beheer() as conn:
        return conn.execute(CATALOGUS).fetchall()


def _rijen() -> dict[str, int]:
    with verbind_beheer() as conn:
        return {
            tabel.naam: conn.execute(f"SELECT count(*) FROM {tabel.naam}").fetchone()[0]  # type: ignore[index]
            for tabel in mal.tabellen(conn)
        }


@pytest.fixture(scope="module")
def vooraf(db_module: None) -> list[tuple[object, ...]]:
    return _catalogus()


@pytest.fixture(scope="module")
def bevolkt(vooraf: list[tuple[object, ...]]) -> Bevolkt:
    return bevolk(20)


def test_pouring_leaves_every_index_key_trigger_policy_and_right_as_it_was(
    vooraf: list[tuple[object, ...]], bevolkt: Bevolkt
) -> None:
    assert _catalogus() == vooraf
    assert {soort for soort, *_ in vooraf} == {
        "index",
        "constraint",
        "trigger",
        "policy",
        "table",
        "role",
    }


def test_control_an_index_that_stands_still_is_noticed(
    vooraf: list[tuple[object, ...]], bevolkt: Bevolkt
) -> None:
    with verbind_beheer() as conn:
        aan, uit = (
            f"UPDATE pg_index SET indisready = {stand} WHERE indexrelid = 'brief_over'::regclass"
            for stand in ("true", "false")
        )
        conn.execute(uit)
        try:
            assert _catalogus() != vooraf
        finally:
            conn.execute(aan)


def test_every_index_finds_as_many_rows_as_its_table_holds(bevolkt: Bevolkt) -> None:
    with verbind_beheer() as conn:
        conn.execute("CREATE EXTENSION IF NOT EXISTS amcheck")
        bomen = conn.execute(
            """SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                 JOIN pg_am a ON a.oid = c.relam
                WHERE c.relnamespace = 'public'::regnamespace AND a.amname = 'btree'"""
        ).fetchall()
        for (boom,) in bomen:
            conn.execute("SELECT bt_index_check(%s::regclass, heapallindexed => true)", [boom])
        conn.execute("DROP EXTENSION amcheck")
    assert len(bomen) > 100


@pytest.mark.parametrize("fout", [KeyboardInterrupt, MemoryError])
def test_a_pour_that_is_interrupted_never_happened(
    vooraf: list[tuple[object, ...]], bevolkt: Bevolkt, fout: type[BaseException]
) -> None:
    eerst = _rijen()
    wie = gieter(bevolkt.mallen)
    *_, lading = maken.ladingen([Portie(wie, range(500, 505))])
    with verbind_beheer() as conn:
        tafels = mal.tabellen(conn)
    with pytest.raises(fout):
        _breek_af(tafels, lading, fout)
    assert _rijen() == eerst
    assert _catalogus() == vooraf


def _breek_af(tafels: Sequence[Tabel], lading: Lading, fout: type[BaseException]) -> None:
    with storten.storting(tafels, lambda _: None) as stort:
        stort(lading.stapels)
        raise fout


def test_a_row_with_a_key_that_was_there_already_stops_the_whole_pour(
    vooraf: list[tuple[object, ...]], bevolkt: Bevolkt
) -> None:
    eerst = _rijen()
    wie = gieter(bevolkt.mallen)
    with verbind_beheer() as conn:
        tafels = mal.tabellen(conn)
    nog_eens = Portie(wie, range(GELOPEN, GELOPEN + 1))
    with pytest.raises(psycopg.errors.UniqueViolation):
        bevolken.giet(tafels, [nog_eens], lambda _: None)
    assert _rijen() == eerst
    assert _catalogus() == vooraf


def test_a_maker_that_dies_is_told_in_words_and_changes_nothing(bevolkt: Bevolkt) -> None:
    eerst = _rijen()
    kapot = gieter(bevolkt.mallen)
    kapot.kies = None  # type: ignore[assignment, method-assign]
    with verbind_beheer() as conn:
        tafels = mal.tabellen(conn)
    with pytest.raises(maken.MakerGestopt, match="probeer het opnieuw"):
        bevolken.giet(tafels, [Portie(kapot, range(900, 901))], lambda _: None)
    assert _rijen() == eerst


def test_who_begins_again_finds_no_dossier_of_before(
    vooraf: list[tuple[object, ...]], bevolkt: Bevolkt
) -> None:
    storten.maak_leeg()
    assert set(_rijen().values()) == {0}
    assert _catalogus() == vooraf
