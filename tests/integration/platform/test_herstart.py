"""A database that was restarted costs nobody an error page: dead connections never leave the pool."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from psycopg.conninfo import conninfo_to_dict

from eenplan.platform import verbinding
from eenplan.platform.backend import base
from eenplan.platform.postgres import Cluster

SAMEN = 3


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    plek = Path(tempfile.mkdtemp(prefix="eenplan-toets-"))
    plek.chmod(0o755)  # the server's account must get in
    draaiend = Cluster(plek / "postgres", duurzaam=False)
    draaiend.start()
    yield draaiend
    draaiend.stop()
    shutil.rmtree(plek, ignore_errors=True)


@pytest.fixture
def poel(cluster: Cluster) -> Iterator[list[base.DatabaseWrapper]]:
    """Requests at the same moment, that each took a connection from one pool and gave it back."""
    adres = conninfo_to_dict(cluster.dsn())
    instelling = {
        **verbinding.database("eenplan_app", pool=True),
        "NAME": adres["dbname"],
        "USER": adres["user"],
        "PASSWORD": adres["password"],
        "HOST": adres["host"],
        "PORT": adres["port"],
        "TIME_ZONE": None,
        "CONN_HEALTH_CHECKS": False,
        "AUTOCOMMIT": True,
    }
    verzoeken = [base.DatabaseWrapper(instelling, "herstart") for _ in range(SAMEN)]
    assert len(_zegt_de_server(verzoeken)) == SAMEN
    yield verzoeken
    verzoeken[0].close_pool()  # type: ignore[attr-defined]  # not in the stubs


def _zegt_de_server(verzoeken: list[base.DatabaseWrapper]) -> set[int]:
    """The processes that answer, one for each request that runs; then all connections go back."""
    with ExitStack() as open_:
        for verzoek in verzoeken:
            open_.callback(verzoek.close)
            verzoek.connect()
        return {_pid(verzoek.cursor()) for verzoek in verzoeken}


def _pid(cursor: CursorWrapper) -> int:
    with cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_after_a_restart_the_first_requests_are_answered(
    cluster: Cluster, poel: list[base.DatabaseWrapper]
) -> None:
    voor = _zegt_de_server(poel)
    cluster.stop()
    cluster.start()
    na = _zegt_de_server(poel)
    assert len(na) == SAMEN
    assert not na & voor


def test_a_connection_that_lives_is_used_again(poel: list[base.DatabaseWrapper]) -> None:
    poel[0].connect()
    assert not base.is_opgehangen(poel[0].connection)
    poel[0].close()


def test_control_without_the_look_a_dead_connection_is_handed_out(
    cluster: Cluster, poel: list[base.DatabaseWrapper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "is_opgehangen", lambda _: False)
    cluster.stop()
    cluster.start()
    with pytest.raises(OperationalError):
        _zegt_de_server(poel)
