"""Every broken lock is noticed: the control of the oracle and of the proofs (T1, T6)."""

from __future__ import annotations

from collections.abc import Sequence

import psycopg
import pytest

from tests.integration.inzage.proeven import PROEVEN, kaartje_opent_precies_dat
from tests.integration.inzage.slot import Slot, bouw
from tests.orakel import generator
from tests.orakel.laden import laad
from tests.orakel.mutanten import MUTANTEN, Mutant
from tests.orakel.vergelijk import Verwacht, verwacht, wijkt_af
from tests.orakel.wereld import Wereld
from tests.pgplugin import verbind_beheer, verbind_rol

ZADEN = range(2026, 2034)


@pytest.fixture(scope="module")
def werelden(db_module: None) -> Sequence[tuple[Wereld, Verwacht]]:
    uit = []
    with verbind_beheer() as beheer:
        for zaad in ZADEN:
            wereld = generator.maak(zaad)
            laad(beheer, wereld)
            uit.append((wereld, verwacht(wereld)))
    return uit


@pytest.fixture(scope="module")
def slot(db_module: None) -> Slot:
    with verbind_beheer() as beheer:
        return bouw(beheer)


@pytest.mark.parametrize("mutant", MUTANTEN, ids=lambda m: str(m.naam))
def test_t1_a_broken_lock_is_noticed(
    mutant: Mutant,
    werelden: Sequence[tuple[Wereld, Verwacht]],
    slot: Slot,
    beheer_conn: psycopg.Connection,
) -> None:
    with mutant.in_werking(beheer_conn):
        if mutant.proef is not None:
            with pytest.raises((AssertionError, pytest.fail.Exception)):
                mutant.proef(beheer_conn, slot)
            return
        with verbind_rol("eenplan_app") as app:
            assert any(wijkt_af(app, w, goed, soort=mutant.soort) for w, goed in werelden)


@pytest.mark.parametrize(
    "zin",
    [
        "ALTER POLICY lezen ON huishoudens_adres USING (true)",
        "ALTER TABLE huishoudens_adres DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY ook ON huishoudens_adres FOR SELECT TO eenplan_lezer USING (true)",
    ],
)
def test_t6_a_broken_policy_is_noticed(
    zin: str, slot: Slot, beheer_conn: psycopg.Connection
) -> None:
    beheer_conn.execute(zin.encode())
    try:
        with pytest.raises(AssertionError):
            kaartje_opent_precies_dat(beheer_conn, slot)
    finally:
        beheer_conn.execute("ALTER TABLE huishoudens_adres ENABLE ROW LEVEL SECURITY")
        beheer_conn.execute("DROP POLICY IF EXISTS ook ON huishoudens_adres")
        beheer_conn.execute(
            "ALTER POLICY lezen ON huishoudens_adres USING (deel_id = ANY (ARRAY(SELECT pol.open_delen())))"
        )


def test_t1_after_all_mutants_the_lock_is_whole_again(
    werelden: Sequence[tuple[Wereld, Verwacht]], slot: Slot, beheer_conn: psycopg.Connection
) -> None:
    with verbind_rol("eenplan_app") as app:
        assert not any(wijkt_af(app, wereld, goed) for wereld, goed in werelden[:3])
    for proef in PROEVEN:
        proef(beheer_conn, slot)
