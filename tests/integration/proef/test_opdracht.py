"""`eenplan bevolking`: what it refuses, how it spreads, and that half a population never mixes with another."""

from __future__ import annotations

import argparse
import os
from collections import Counter

import psycopg
import pytest

from eenplan.beleid import api as beleid
from eenplan.config import bevolking, cli, inrichting, start
from eenplan.platform import dbadres
from eenplan.proef import bevolken
from tests import world
from tests.integration.proef.test_bevolking import wezen
from tests.pgplugin import verbind_beheer


def _keuzes(gemeente: str = "utrecht", dossiers: int = 1, seed: int = 1) -> argparse.Namespace:
    return argparse.Namespace(gemeente=gemeente, dossiers=dossiers, seed=seed)


@pytest.mark.parametrize(
    ("woorden", "status", "zin"),
    [
        (["--gemeente", "atlantis", "--dossiers", "5"], 1, "Er is geen gemeente 'atlantis'. Kies"),
        (["--gemeente", "utrecht,", "--dossiers", "5"], 1, "Er is geen gemeente ''. Kies uit"),
        (["--gemeente", "utrecht", "--dossiers", "0"], 1, "Kies een aantal dossiers van 1"),
        (["--gemeente", "utrecht", "--dossiers", "5000001"], 1, "tot en met 5000000"),
        (["--gemeente", "utrecht", "--dossiers", "veel"], 2, "is geen geheel getal"),
        (["--gemeente", "utrecht"], 2, "geef nog op: --dossiers"),
    ],
)
def test_wrong_input_is_one_sentence_and_starts_nothing(
    woorden: list[str], status: int, zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["bevolking", *woorden]) == status
    uit = capsys.readouterr()
    assert zin in uit.err
    assert uit.out == ""


@pytest.mark.parametrize(
    "woorden",
    [
        ["bevolking", "--gemeente", "utrecht", "--dossiers", "5"],
        ["bench", "--gemeente", "utrecht", "--dossiers", "5"],
        ["storingen", "--gemeente", "utrecht"],
    ],
)
def test_what_goes_past_the_lock_or_stops_the_server_hard_is_never_done_to_somebody_elses(
    woorden: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # nothing listens there: an attempt to connect would be another sentence
    monkeypatch.setattr("os.environ", dict(os.environ))
    monkeypatch.setenv("DATABASE_URL", "postgresql://baas:ww@127.0.0.1:1/echt")
    assert cli.main(woorden) == 1
    uit = capsys.readouterr()
    assert "haal DATABASE_URL weg" in uit.err
    assert uit.out == ""


def test_a_database_where_real_people_live_never_becomes_a_demo(
    db_schoon: None, beheer_conn: psycopg.Connection
) -> None:
    cast = world.overvecht()
    beheer_conn.execute("UPDATE pol.geheim SET demo = false")
    inrichting.zet_demostand(dbadres.dbnaam())
    assert beheer_conn.execute("SELECT demo FROM pol.geheim").fetchone() == (True,)
    world.gezin_hadi(cast.fatima)
    inrichting.zet_demostand(dbadres.dbnaam())
    beheer_conn.execute("UPDATE pol.geheim SET demo = false")
    with pytest.raises(inrichting.InrichtingFout, match="wonen al mensen"):
        inrichting.zet_demostand(dbadres.dbnaam())
    assert beheer_conn.execute("SELECT demo FROM pol.geheim").fetchone() == (False,)


def test_a_region_is_every_municipality_and_a_list_names_some() -> None:
    assert bevolking.gekozen(_keuzes("regio")) == list(beleid.gemeenten())
    assert bevolking.gekozen(_keuzes("heerlen, utrecht,heerlen")) == ["heerlen", "utrecht"]
    assert bevolken.verdeel(1000, ["a", "b", "c"]) == {"a": 334, "b": 333, "c": 333}
    assert bevolken.verdeel(2, ["a", "b", "c"]) == {"a": 1, "b": 1}


def test_progress_says_how_much_time_is_left() -> None:
    assert bevolken.voortgang(250, 1000, 60.0) == "250 van 1000, nog 5:00"
    assert bevolken.voortgang(1000, 1000, 240.0) == "1000 van 1000, nog 2:00"


def test_a_region_is_one_pour_and_each_has_its_share(
    db_schoon: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bevolken, "MALLEN", 1)
    gemeenten = ["kaag-en-braassem", "heerlen"]
    uitslag = bevolken.bevolk(gemeenten, dossiers=7, zaad=1, detail=lambda _: None)
    with verbind_beheer() as conn:
        per_gemeente = Counter(
            rij[0]
            for rij in conn.execute(
                """SELECT g.sleutel FROM meldingen_melding m
                     JOIN organisaties_gemeente g ON g.id = m.gemeente_id"""
            )
        )
        assert wezen(conn) == []
    assert per_gemeente == {"kaag-en-braassem": 4, "heerlen": 3}
    assert uitslag.dossiers == 7


def test_half_a_population_is_emptied_and_a_whole_one_stays(
    db_schoon: None, beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    naam = dbadres.dbnaam()
    inrichting.zet_stempel(naam, schema=inrichting.schemakenmerk())
    echt = bevolken.bevolk

    def halverwege(*gemeenten: list[str], **anders: object) -> None:
        echt(*gemeenten, **anders)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(bevolken, "bevolk", halverwege)
    with pytest.raises(KeyboardInterrupt):
        bevolking.zorg_voor(_keuzes(seed=2), start.Voortgang())
    assert _meldingen(beheer_conn) == 1
    monkeypatch.setattr(bevolken, "bevolk", echt)
    bevolking.zorg_voor(_keuzes(), start.Voortgang())
    assert _meldingen(beheer_conn) == 1
    assert inrichting.stempel(naam)["bevolking"] == "utrecht 1 1"
    bevolking.zorg_voor(_keuzes(), start.Voortgang())
    beheer_conn.execute("UPDATE pol.geheim SET demo = false")
    with pytest.raises(start.StartFout, match="wonen al mensen"):
        bevolking.zorg_voor(_keuzes(seed=2), start.Voortgang())
    assert beheer_conn.execute("SELECT demo FROM pol.geheim").fetchone() == (False,)
    assert _meldingen(beheer_conn) == 1


def _meldingen(conn: psycopg.Connection) -> int:
    rij = conn.execute("SELECT count(*) FROM meldingen_melding").fetchone()
    assert rij is not None
    return int(rij[0])
