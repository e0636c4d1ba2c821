"""What DATABASE_URL says about the connection holds for every role; only account and password are their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from eenplan.platform import dbadres, verbinding
from eenplan.platform.pgzinnen import ClusterFout


@pytest.fixture
def url(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    monkeypatch.setenv("EENPLAN_DATA", str(tmp_path))
    monkeypatch.delenv("EENPLAN_DATABASE", raising=False)
    return monkeypatch


def test_the_parameters_of_the_url_reach_every_connection(url: pytest.MonkeyPatch) -> None:
    url.setenv(
        "DATABASE_URL",
        "postgresql://baas:geheim@db.voorbeeld.nl:6432/zorg?sslmode=verify-full&connect_timeout=5",
    )
    plek = verbinding.database("eenplan_app")
    assert (plek["HOST"], plek["PORT"], plek["NAME"]) == ("db.voorbeeld.nl", "6432", "zorg")
    assert plek["USER"] == "eenplan_app"
    assert plek["OPTIONS"]["sslmode"] == "verify-full"
    assert str(plek["OPTIONS"]["connect_timeout"]) == "5"
    rol = conninfo_to_dict(dbadres.rol_dsn("eenplan_lader"))
    assert (rol["user"], rol["sslmode"], rol["host"]) == (
        "eenplan_lader",
        "verify-full",
        "db.voorbeeld.nl",
    )
    assert "geheim" not in str(plek) + str(rol)


def test_a_socket_as_host_and_options_of_its_own_are_kept(url: pytest.MonkeyPatch) -> None:
    url.setenv(
        "DATABASE_URL",
        "postgresql://baas@/zorg?host=/run/postgresql&options=-c%20statement_timeout%3D5s",
    )
    plek = verbinding.database("eenplan_migratie", options="-c role=eenplan_eigenaar")
    assert plek["HOST"] == "/run/postgresql"
    assert plek["OPTIONS"]["options"] == "-c statement_timeout=5s -c role=eenplan_eigenaar"


def test_an_empty_url_means_the_embedded_database(url: pytest.MonkeyPatch) -> None:
    url.setenv("DATABASE_URL", "")
    assert dbadres.ingebed()
    assert verbinding.database("eenplan_app")["HOST"].startswith("/tmp/eenplan-")


def test_a_url_that_cannot_be_read_is_one_sentence(url: pytest.MonkeyPatch) -> None:
    url.setenv("DATABASE_URL", "postgresql://naam:ww@host:5432/db?onzin=1")
    with pytest.raises(ClusterFout, match="DATABASE_URL is niet te lezen"):
        dbadres.dbnaam()
