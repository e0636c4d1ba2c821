"""The lock keeps each of its promises (T6, X3); `proeven.py` says them one by one."""

from __future__ import annotations

import psycopg
import pytest

from tests.integration.inzage.proeven import PROEVEN
from tests.integration.inzage.slot import Slot, bouw


@pytest.fixture(scope="module")
def slot(db_module: None) -> Slot:
    from tests.pgplugin import verbind_beheer

    with verbind_beheer() as beheer:
        return bouw(beheer)


@pytest.mark.parametrize("proef", PROEVEN, ids=lambda proef: str(proef.__name__))
def test_t6_the_lock_keeps_its_promise(
    proef: object, slot: Slot, beheer_conn: psycopg.Connection
) -> None:
    assert callable(proef)
    proef(beheer_conn, slot)
