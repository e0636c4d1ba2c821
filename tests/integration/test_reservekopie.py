"""Backups: what comes back is equal to what went in, and whatever is wrong with it is noticed (T15, T28)."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from eenplan.config.reserve import kopie
from eenplan.demo import laden
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel
from eenplan.platform import geheimen
from eenplan.platform.postgres import Cluster
from eenplan.platform.reserve import archief
from eenplan.platform.reserve.archief import ArchiefFout, Schrijver
from eenplan.platform.reserve.vingerafdruk import Vingerafdruk, neem, verschillen
from tests import world
from tests.pgplugin import verbind_beheer

OPDRACHT = "from eenplan.config.cli import main; raise SystemExit(main())"
TOKEN = b"\1" * 32
GEZINNEN = 3  # of the demo, beside those of its stories


@dataclass(frozen=True)
class Bewaard:
    """A backup of a small municipality, and a line of its read log as it stood."""

    map: Path
    bestand: Path
    sleutel: Path
    persoon: UUID
    medewerker: UUID
    gemeente: UUID
    oude_aanvraag: UUID
    oude_transactie: int


@pytest.fixture(scope="module")
def bewaard(db_module: None) -> Iterator[Bewaard]:
    """The demo of one municipality, and beside it somebody asked and a team read the file; all of it was put away."""
    plek = Path(tempfile.mkdtemp(prefix="eenplan-reserve-"))
    plek.chmod(0o755)
    laden.richt_in(world.DEVENTER)
    assert sum(1 for _ in laden.bevolk(world.DEVENTER, GEZINNEN)) >= GEZINNEN
    team = world.overvecht()
    melding = world.man_alleen()
    with team.sanne.handelt(op=world.LENTE) as scope:
        inzage.openen(scope, personen=[melding.persoon], doel=Doel.TOEGANG)
    kopie.maak_sleutel(plek / "sleutel.json")
    kopie.maak(plek / "kopie.age", lambda _: None)
    with verbind_beheer() as conn:
        rij = conn.execute(
            "SELECT request_id, xid::text::bigint FROM inzage_leesregel WHERE persoon_id = %s AND soort = 'openen'"
            " ORDER BY moment DESC LIMIT 1",
            [melding.persoon],
        ).fetchone()
    assert rij is not None
    yield Bewaard(
        plek,
        plek / "kopie.age",
        plek / "sleutel.json",
        melding.persoon,
        team.sanne.id,
        team.sanne.gemeente,
        rij[0],
        rij[1],
    )
    shutil.rmtree(plek, ignore_errors=True)


def herstel(
    bewaard: Bewaard, naar: str, *, bron: Path | None = None, sleutel: Path | None = None
) -> tuple[int, str]:
    """The command as an administrator gives it, in an empty place; exit status and what it said."""
    weg = ("EENPLAN_DATABASE", "EENPLAN_TESTCLUSTER", "DATABASE_URL")
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    woorden = [
        "herstel",
        str(bron or bewaard.bestand),
        "--sleutel",
        str(sleutel or bewaard.sleutel),
    ]
    uitslag = subprocess.run(
        [sys.executable, "-c", OPDRACHT, *woorden],
        env=omgeving | {"EENPLAN_DATA": str(bewaard.map / naar)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in uitslag.stderr
    return uitslag.returncode, uitslag.stdout + uitslag.stderr


@contextmanager
def draait(bewaard: Bewaard, naam: str) -> Iterator[Cluster]:
    """The restored database, running."""
    with Cluster(bewaard.map / naam / "postgres") as cluster:
        yield cluster


def lees_afdruk(bewaard: Bewaard) -> Vingerafdruk:
    """The fingerprint that lies in the backup."""
    gelezen: dict[str, Any] = {}

    def begonnen(beschrijving: dict[str, Any]) -> Schrijver:
        gelezen.update(beschrijving)
        return io.BytesIO()

    sleutel = json.loads(bewaard.sleutel.read_text())["sleutel"]
    with bewaard.bestand.open("rb") as bron:
        archief.lees(bron, sleutel=sleutel, begonnen=begonnen)
    return Vingerafdruk.uit_json(gelezen["afdruk"])


def test_t15_what_was_put_away_comes_back_equal(bewaard: Bewaard) -> None:
    status, gezegd = herstel(bewaard, "terug")
    assert status == 0, gezegd
    assert "gelijk aan de reservekopie" in gezegd
    with (
        draait(bewaard, "terug") as cluster,
        psycopg.connect(cluster.dsn(dbname="eenplan")) as conn,
    ):
        naam = conn.execute(
            "SELECT naam FROM huishoudens_persoon WHERE id = %s", [bewaard.persoon]
        ).fetchone()
        sessies = conn.execute("SELECT count(*) FROM pol.sessie").fetchone()
    assert naam is not None
    assert sessies == (0,), "nobody is signed in on a restored copy"


def test_t28_the_file_says_nothing_without_its_key(bewaard: Bewaard) -> None:
    inhoud = bewaard.bestand.read_bytes()
    with verbind_beheer() as conn:
        naam = conn.execute(
            "SELECT naam FROM huishoudens_persoon WHERE id = %s", [bewaard.persoon]
        ).fetchone()
    assert naam is not None
    assert naam[0].encode() not in inhoud
    assert b"huishoudens_persoon" not in inhoud
    assert bewaard.bestand.stat().st_mode & 0o077 == 0
    kopie.maak_sleutel(bewaard.map / "andere.json")
    status, gezegd = herstel(bewaard, "vreemd", sleutel=bewaard.map / "andere.json")
    assert status == 1
    assert "niet te openen met deze sleutel" in gezegd


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        ("een byte anders", "beschadigd of niet volledig"),
        ("halverwege afgebroken", "beschadigd of niet volledig"),
        ("leeg", "geen reservekopie"),
    ],
)
def test_t15_a_damaged_backup_is_noticed_and_leaves_nothing(
    bewaard: Bewaard, wat: str, zin: str
) -> None:
    inhoud = bytearray(bewaard.bestand.read_bytes())
    midden = len(inhoud) // 2
    inhoud[midden] ^= 1
    stuk = bewaard.map / f"{wat.replace(' ', '-')}.age"
    stuk.write_bytes(bytes({"een byte anders": inhoud, "leeg": b""}.get(wat, inhoud[: midden - 1])))
    status, gezegd = herstel(bewaard, wat.replace(" ", "-"), bron=stuk)
    assert status == 1
    assert zin in gezegd
    with (
        draait(bewaard, wat.replace(" ", "-")) as cluster,
        psycopg.connect(cluster.dsn(dbname="eenplan")) as conn,
    ):
        assert conn.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname IN ('public', 'pol')"
        ).fetchone() == (0,)
    status, gezegd = herstel(bewaard, wat.replace(" ", "-"))
    assert status == 0, f"the same place takes a good backup afterwards: {gezegd}"


@pytest.mark.parametrize(
    ("gebrek", "zin"),
    [
        ("DROP POLICY lezen ON huishoudens_persoon", "Er ontbreekt een regel van rijbeveiliging"),
        ("ALTER TABLE huishoudens_persoon NO FORCE ROW LEVEL SECURITY", "Een tabel is anders"),
        ("GRANT SELECT ON inzage_leesregel TO eenplan_app", "Een tabel is anders"),
        ("ALTER TABLE meldingen_melding DISABLE TRIGGER toestand", "trigger is anders"),
        ("UPDATE huishoudens_persoon SET naam = naam || '!'", "de inhoud van rijen anders"),
        ("DELETE FROM platform_gebeurtenis", "rijen; dat moeten er"),
        (
            "CREATE OR REPLACE FUNCTION pol.nu() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'",
            "Een functie is anders",
        ),
    ],
)
def test_t15_control_whatever_came_back_differently_is_noticed(
    bewaard: Bewaard, gebrek: str, zin: str
) -> None:
    """The comparison itself, on the database that was put away: equal first, and not equal with a planted fault."""
    afdruk = lees_afdruk(bewaard)
    with verbind_beheer() as conn:
        conn.autocommit = False
        assert list(verschillen(afdruk, neem(conn, lambda _: None))) == []
        conn.execute("SET search_path = public; SET session_replication_role = replica")
        conn.execute(gebrek)
        conn.execute("SET session_replication_role = origin")
        gevonden = list(verschillen(afdruk, neem(conn, lambda _: None)))
        conn.rollback()
    assert any(zin in regel for regel in gevonden), gevonden


def test_t15_an_old_line_of_the_read_log_opens_nothing_after_a_restore(bewaard: Bewaard) -> None:
    """Transaction numbers start again after a restore: a new one meets an old line, and the request must differ."""
    if not (bewaard.map / "terug").exists():
        herstel(bewaard, "terug")
    with draait(bewaard, "terug") as cluster:
        with psycopg.connect(cluster.dsn(dbname="eenplan"), autocommit=True) as conn:
            conn.execute(
                "INSERT INTO pol.sessie (token_hash, soort, actor_id, gemeente_id, verloopt)"
                " VALUES (%s, 'medewerker', %s, %s, now() + interval '1 hour')",
                [hashlib.sha256(TOKEN).digest(), bewaard.medewerker, bewaard.gemeente],
            )
            conn.execute("SET synchronous_commit = off")
            conn.execute(
                "DO $$ BEGIN WHILE pg_current_xact_id()::text::bigint < %s LOOP COMMIT; END LOOP; END $$"
                % (bewaard.oude_transactie - 1)
            )
        wachtwoord = geheimen.lees(bewaard.map / "terug").webwachtwoord
        app = cluster.dsn("eenplan_app", "eenplan", wachtwoord)
        with psycopg.connect(app) as conn:
            nieuw = _zichtbaar(conn, bewaard, uuid4())
            oud = _zichtbaar(conn, bewaard, bewaard.oude_aanvraag)
    assert nieuw == (bewaard.oude_transactie, 0)
    assert oud == (bewaard.oude_transactie, 1), "control: only the request id keeps this line shut"


def _zichtbaar(conn: psycopg.Connection, bewaard: Bewaard, aanvraag: UUID) -> tuple[int, int]:
    """In one transaction that carries the number of an old line: its number, and how many persons show."""
    if conn.info.transaction_status == psycopg.pq.TransactionStatus.IDLE:
        conn.execute("SELECT pg_current_xact_id()")
    conn.execute("SELECT pol.begin(%s, %s, NULL)", [hashlib.sha256(TOKEN).digest(), aanvraag])
    rij = conn.execute(
        "SELECT pg_current_xact_id()::text::bigint, (SELECT count(*) FROM huishoudens_persoon WHERE id = %s)",
        [bewaard.persoon],
    ).fetchone()
    assert rij is not None
    return rij[0], rij[1]


def test_a_backup_is_never_written_over_another_file(bewaard: Bewaard) -> None:
    with pytest.raises(ArchiefFout, match="bestaat al"):
        kopie.maak(bewaard.bestand, lambda _: None)


def test_t28_the_key_does_not_lie_beside_the_data(bewaard: Bewaard) -> None:
    with pytest.raises(ArchiefFout, match="niet bij de gegevens"):
        kopie.maak_sleutel(geheimen.datamap() / "sleutel.json")


def test_what_is_no_key_file_gets_a_sentence(bewaard: Bewaard) -> None:
    vreemd = bewaard.map / "vreemd.json"
    vreemd.write_text(json.dumps({"iets": "anders"}))
    status, gezegd = herstel(bewaard, "geen-sleutel", sleutel=vreemd)
    assert status == 1
    assert "is geen sleutelbestand" in gezegd
