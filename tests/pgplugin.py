"""One PostgreSQL for a whole test run, a migrated template, and a database per worker.

Tests commit for real and connect as `eenplan_app`: inside one shared transaction, or as a superuser, the lock would be
open and every access test would pass for nothing. A clean database is one emptied, or a new copy of the template where
more than rows changed (`tests/schoon.py`), so nothing a test leaves behind reaches the next one.

With xdist the controller starts the cluster and the workers find it through the environment. The cluster lives in
`.cache/pgtest/`; two runs at once take two slots. Without fsync, because a test run needs no durability (tests of
durability start their own cluster).
"""

from __future__ import annotations

import fcntl
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import psycopg
import pytest
from psycopg import sql

from eenplan.platform.postgres import Cluster, ClusterFout, InGebruik
from tests.schoon import Database

PROJECT = Path(__file__).resolve().parents[1]
SLEUFMAP = PROJECT / ".cache" / "pgtest"
BROWSERTESTS = PROJECT / "tests" / "browser"
DBFIXTURES = frozenset({"db_schoon", "db_module", "beheer_conn", "app_conn", "website"})
# Where the server itself is asked something: schema, roles, policies, locks, raw SQL, backups, every address once.
VAN_DE_SERVER = (
    "tests/integration/platform/*",
    "tests/integration/inzage/*",
    "tests/integration/proef/*",
    "tests/integration/test_*.py",
    "tests/integration/*/*_sql.py",
    "tests/orakel/test_orakel.py",
)
# It walks every page of the demo: what a page shows is the same on every server, and loading it has tests of its own.
NIET_VAN_DE_SERVER = "tests/integration/test_demo_mensen.py"
VAN_DE_REST = 2  # of every other file with a database: so many tests, of each its first case
GEDEELD = "EENPLAN_TESTCLUSTER"  # set by whoever started the cluster, read by the workers

_cluster = pytest.StashKey[Cluster]()


# --- the cluster of this run ---------------------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    """Choose the environment of this process before anything reads Django's settings."""
    config.addinivalue_line("markers", "db: uses the database (set by itself)")
    config.addinivalue_line("markers", "browser: looks at screens in a browser (set by itself)")
    config.addinivalue_line("markers", "server: can tell one server from another (set by itself)")
    werker = os.environ.get("PYTEST_XDIST_WORKER", "")
    os.environ["EENPLAN_DATABASE"] = f"test_{werker or 'alleen'}"
    os.environ["EENPLAN_DEMO"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    # Playwright's sync interface runs an event loop in the test's thread, and Django would refuse every query there
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    os.environ.pop("DATABASE_URL", None)
    if werker:
        os.environ["EENPLAN_DATA"] = os.environ[GEDEELD]
    else:
        config.stash[_cluster] = _start_cluster()
    if werker or not config.getoption("numprocesses", None):
        import django
        from django.test.utils import setup_test_environment

        django.setup()
        setup_test_environment()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what this process started."""
    if _cluster in config.stash:
        _sluit_verbindingen()
        config.stash[_cluster].stop()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a database, what needs a browser, and what PostgreSQL 15 runs as well.

    The browser goes first: its files take longest, and at the end short ones fill up the last worker.
    """
    items.sort(key=lambda item: BROWSERTESTS not in item.path.parents)
    gekozen: dict[Path, set[str]] = {}
    for item in items:
        if BROWSERTESTS in item.path.parents:
            item.add_marker("browser")
        if DBFIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("db")
            if item.get_closest_marker("browser") or item.get_closest_marker("lang"):
                continue
            if kan_verschillen(item.path, getattr(item, "originalname", item.name), gekozen):
                item.add_marker("server")


def kan_verschillen(bestand: Path, test: str, gekozen: dict[Path, set[str]]) -> bool:
    """Whether a test may have another outcome on another server; `gekozen`: the tests chosen before, by file."""
    if bestand.match(NIET_VAN_DE_SERVER):
        return False
    if any(bestand.match(patroon) for patroon in VAN_DE_SERVER):
        return True
    van_bestand = gekozen.setdefault(bestand, set())
    if test in van_bestand or len(van_bestand) == VAN_DE_REST:
        return False
    van_bestand.add(test)
    return True


def _start_cluster() -> Cluster:
    """Take the first free slot. A slot that no longer starts (power failure without fsync) is made anew."""
    soort = "eigen" if os.environ.get("EENPLAN_PG_BIN") else "wiel"
    for nummer in range(1, 17):
        sleuf = SLEUFMAP / f"{soort}-{nummer}"
        cluster = Cluster(sleuf / "postgres", duurzaam=False)
        try:
            cluster.start()
        except InGebruik:
            continue
        except ClusterFout:
            shutil.rmtree(cluster.datadir.resolve(), ignore_errors=True)
            cluster.start()
        os.environ["EENPLAN_DATA"] = os.environ[GEDEELD] = str(sleuf)
        return cluster
    raise pytest.UsageError("16 testruns tegelijk: wacht tot er een klaar is")


# --- databases -----------------------------------------------------------------------------------------------------


@contextmanager
def _om_de_beurt(naam: str) -> Iterator[None]:
    with open(Path(os.environ["EENPLAN_DATA"]) / naam, "w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def _sjabloon() -> str:
    """The name of the migrated template; made once for each version of the schema, by whoever needs it first."""
    from eenplan.config import inrichting

    naam = f"sjabloon_{inrichting.schemakenmerk()}"
    with _om_de_beurt("sjabloon.slot"), verbind_beheer("postgres") as conn:
        bestaand = {
            rij[0]
            for rij in conn.execute(
                "SELECT datname FROM pg_database WHERE datname LIKE 'sjabloon_%'"
            )
        }
        if naam not in bestaand:
            for oud in (*bestaand, "sjabloon_nieuw"):
                conn.execute(
                    sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(oud))
                )
            inrichting.maak_rollen("sjabloon_nieuw")
            inrichting.migreer("sjabloon_nieuw")
            inrichting.zet_demostand("sjabloon_nieuw")
            conn.execute(
                sql.SQL("ALTER DATABASE sjabloon_nieuw RENAME TO {}").format(sql.Identifier(naam))
            )
    return naam


def _nieuwe_database(sjabloon: str) -> None:
    """Replace this worker's database by a fresh copy of the template."""
    _sluit_verbindingen()
    naam = sql.Identifier(os.environ["EENPLAN_DATABASE"])
    with verbind_beheer("postgres") as conn:
        conn.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(naam))
        conn.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(naam, sql.Identifier(sjabloon))
        )
        # a copy has the template's contents but not its grants
        conn.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(naam))
        conn.execute(
            sql.SQL(
                "GRANT CONNECT ON DATABASE {} TO eenplan_app, eenplan_lader, eenplan_migratie"
            ).format(naam)
        )


def bewaar_stand(naam: str) -> str:
    """Keep this worker's database as it is now; returns under which name it can be put back."""
    _sluit_verbindingen()
    bron = os.environ["EENPLAN_DATABASE"]
    stand = f"{bron}_{naam}"
    with verbind_beheer("postgres") as conn:
        # a database that somebody is connected to cannot be copied; who makes it clean notices and connects anew
        conn.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
            [bron],
        )
        conn.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(stand))
        )
        conn.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(stand), sql.Identifier(bron)
            )
        )
    return stand


def zet_stand_terug(stand: str) -> None:
    """Make this worker's database again what it was when `bewaar_stand` kept it."""
    _nieuwe_database(stand)


def _geef_terug() -> None:
    """What the threads of the tests hold open goes back to the pool; the pool stays."""
    from django.db import connections

    for verbinding in connections.all():
        verbinding.close()


def _sluit_verbindingen() -> None:
    """Close what Django holds open, the pool that all threads share included."""
    from django.conf import settings

    if not settings.configured:
        return
    from django.db import connections
    from django.db.backends.postgresql.base import DatabaseWrapper

    for verbinding in connections.all():
        verbinding.close()
        if isinstance(verbinding, DatabaseWrapper):
            verbinding.close_pool()  # type: ignore[attr-defined]  # not in the stubs


def verbind_beheer(dbname: str | None = None) -> psycopg.Connection:
    """A superuser connection (autocommit) to this worker's database, for arranging and for looking behind the lock."""
    from eenplan.platform import dbadres

    return psycopg.connect(dbadres.beheer_dsn(dbname), autocommit=True)


def verbind_rol(rol: str) -> psycopg.Connection:
    """A connection as a login role (`eenplan_app`, `eenplan_lader`, `eenplan_migratie`) to this worker's database."""
    from eenplan.platform import dbadres

    return psycopg.connect(dbadres.rol_dsn(rol))


@pytest.fixture(scope="session")
def _sjabloonnaam() -> str:
    return _sjabloon()


@pytest.fixture(scope="session")
def _database(_sjabloonnaam: str) -> Iterator[Database]:
    database = Database(verbind_beheer, partial(_nieuwe_database, _sjabloonnaam))
    yield database
    database.laat_los()
    _sluit_verbindingen()


@pytest.fixture
def db_schoon(_database: Database) -> Iterator[None]:
    """A database as the migrations leave it, for this test alone."""
    _database.maak_schoon()
    yield
    _geef_terug()


@pytest.fixture(scope="module")
def db_module(_database: Database) -> Iterator[None]:
    """A clean database for all tests of one module: fill it once, then only read."""
    _database.maak_schoon()
    yield
    _geef_terug()


def _met_database(request: pytest.FixtureRequest) -> None:
    """The database the test asked for; a clean one when it did not say."""
    request.getfixturevalue("db_module" if "db_module" in request.fixturenames else "db_schoon")


@pytest.fixture
def beheer_conn(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """Superuser connection, autocommit."""
    _met_database(request)
    with verbind_beheer() as conn:
        yield conn


@pytest.fixture
def app_conn(request: pytest.FixtureRequest) -> Iterator[psycopg.Connection]:
    """A connection as `eenplan_app`, which every request uses: row security holds. Not autocommit."""
    _met_database(request)
    with verbind_rol("eenplan_app") as conn:
        yield conn


# --- the website ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Website:
    """The running site."""

    basis: str

    def url(self, pad: str = "/") -> str:
        """The whole address of a path."""
        return self.basis + pad


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64  # sixteen people knock at the same moment


class _Stil(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are not worth a line in the test report."""


@pytest.fixture(scope="session")
def _server() -> Iterator[Website]:
    from eenplan.config.wsgi import application

    server = make_server("127.0.0.1", 0, application, server_class=_Server, handler_class=_Stil)
    draad = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    )
    draad.start()
    yield Website(f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()
    draad.join(5)


@pytest.fixture
def website(request: pytest.FixtureRequest) -> Website:
    """The whole application on a port of its own, in threads, on this test's database."""
    _met_database(request)
    server: Website = request.getfixturevalue("_server")
    return server
