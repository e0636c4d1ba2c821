"""The supervisor of the embedded database, with real clusters of its own (fsync on)."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from eenplan.platform import postgres
from eenplan.platform.postgres import Cluster, ClusterFout, InGebruik

SYSTEEMPYTHON = Path("/usr/bin/python3")


@pytest.fixture
def map_() -> Iterator[Path]:
    """A directory that the server's account may enter (pytest's own is closed to others)."""
    plek = Path(tempfile.mkdtemp(prefix="eenplan-toets-"))
    plek.chmod(0o755)
    yield plek
    shutil.rmtree(plek, ignore_errors=True)


@pytest.fixture
def cluster(map_: Path) -> Iterator[Cluster]:
    draaiend = Cluster(map_ / "postgres")
    draaiend.start()
    yield draaiend
    draaiend.stop()


def _pid(cluster: Cluster) -> int:
    assert cluster.pid is not None
    return cluster.pid


def _wacht_tot_weg(pid: int) -> None:
    for _ in range(500):
        if not Path(f"/proc/{pid}").exists():
            return
        time.sleep(0.02)
    raise AssertionError(f"proces {pid} draait nog")


def test_de_server_draait_niet_als_root_en_luistert_niet_op_het_netwerk(cluster: Cluster) -> None:
    eigenaar = Path(f"/proc/{_pid(cluster)}").stat().st_uid
    assert eigenaar != 0
    with psycopg.connect(cluster.dsn()) as conn:
        waarden = conn.execute(
            "SELECT current_setting('listen_addresses'), current_setting('data_checksums'),"
            " current_setting('fsync'), upper('één'), version()"
        ).fetchone()
    assert waarden is not None
    assert waarden[:4] == ("", "on", "on", "ÉÉN")


def test_gegevens_en_wachtwoord_zijn_voor_anderen_dicht(cluster: Cluster) -> None:
    wachtwoord = cluster.datadir / postgres.WACHTWOORDBESTAND
    assert stat.S_IMODE(cluster.datadir.stat().st_mode) == 0o700
    assert stat.S_IMODE(wachtwoord.stat().st_mode) == 0o600
    assert stat.S_IMODE(postgres.socketmap(cluster.datadir).stat().st_mode) == 0o700


def test_een_verkeerd_wachtwoord_komt_er_niet_in(cluster: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(cluster.dsn(wachtwoord="geraden"))


def test_na_een_gedode_database_is_alles_wat_vastlag_er_nog(cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn()) as conn:
        conn.execute("CREATE TABLE proef AS SELECT 7 AS waarde")
    os.kill(_pid(cluster), signal.SIGKILL)
    for _ in range(100):
        if not cluster.leeft():
            break
        time.sleep(0.02)
    assert not cluster.leeft()
    assert cluster.waarom_gestopt().startswith("De database is onverwacht gestopt")
    cluster.stop()
    cluster.start()
    with psycopg.connect(cluster.dsn()) as conn:
        assert conn.execute("SELECT waarde FROM proef").fetchone() == (7,)


def test_een_server_waarvan_de_eigenaar_is_gedood_wordt_opgeruimd(map_: Path) -> None:
    bron = (
        "import os, sys; from pathlib import Path; from eenplan.platform.postgres import Cluster;"
        f"c = Cluster(Path({str(map_ / 'postgres')!r})); c.start(); print(c.pid, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", bron], capture_output=True, text=True, check=False
    )
    wees = int(klaar.stdout)
    assert Path(f"/proc/{wees}").exists()
    with Cluster(map_ / "postgres") as opnieuw:
        _wacht_tot_weg(wees)
        with psycopg.connect(opnieuw.dsn()) as conn:
            assert conn.execute("SELECT 1").fetchone() == (1,)


def test_een_oud_pidbestand_van_een_ander_proces_houdt_niets_tegen(map_: Path) -> None:
    with Cluster(map_ / "postgres") as eerst:
        bewaard = (eerst.datadir / "postmaster.pid").read_text().splitlines()
    bewaard[0] = str(os.getpid())  # the process id was handed out again: to us
    (eerst.datadir / "postmaster.pid").write_text("\n".join(bewaard) + "\n")
    with Cluster(map_ / "postgres") as opnieuw:
        assert opnieuw.leeft()


def test_twee_eigenaren_tegelijk_kan_niet(cluster: Cluster) -> None:
    with pytest.raises(InGebruik, match=rf"al in gebruik \(proces {os.getpid()}\)"):
        Cluster(cluster.datadir).start()
    assert cluster.leeft()


def test_stoppen_laat_niets_achter(cluster: Cluster) -> None:
    pid = _pid(cluster)
    cluster.stop()
    cluster.stop()
    _wacht_tot_weg(pid)
    assert not postgres.socketmap(cluster.datadir).exists()


def test_gegevens_van_een_andere_versie_geven_een_zin(map_: Path) -> None:
    with Cluster(map_ / "postgres") as eerst:
        pass
    (eerst.datadir / "PG_VERSION").write_text("9\n")
    with pytest.raises(ClusterFout, match="van PostgreSQL 9, maar het programma is versie"):
        Cluster(map_ / "postgres").start()


def test_een_map_met_iets_anders_erin_wordt_niet_overschreven(map_: Path) -> None:
    (map_ / "postgres").mkdir()
    (map_ / "postgres" / "brief.txt").write_text("bewaren")
    with pytest.raises(ClusterFout, match="is niet leeg en bevat geen database"):
        Cluster(map_ / "postgres").start()
    assert (map_ / "postgres" / "brief.txt").read_text() == "bewaren"


def test_een_groot_geworden_log_begint_opnieuw(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "GROOTSTE_LOG", 1000)
    with Cluster(map_ / "postgres") as eerst:
        eerst.logbestand.write_text("oud\n" * 1000)
    with Cluster(map_ / "postgres") as opnieuw:
        assert "oud" not in opnieuw.logbestand.read_text()


def test_zonder_programmas_zegt_de_zin_wat_te_doen(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EENPLAN_PG_BIN", str(map_))
    with pytest.raises(ClusterFout, match="daar staat geen programma `postgres`"):
        Cluster(map_ / "postgres").start()


@pytest.mark.skipif(
    os.geteuid() != 0 or not SYSTEEMPYTHON.exists(),
    reason="wordt een andere gebruiker: alleen als root, met een Python waar iedereen bij kan",
)
def test_een_map_zonder_schrijfrecht_geeft_een_zin(map_: Path) -> None:
    bron = (
        "from pathlib import Path; from eenplan.platform.postgres import Cluster, ClusterFout\n"
        f"try: Cluster(Path({str(map_ / 'data' / 'postgres')!r})).start()\n"
        "except ClusterFout as fout: print(fout)"
    )
    klaar = subprocess.run(
        [str(SYSTEEMPYTHON), "-c", bron],
        capture_output=True, text=True, check=True, cwd="/",
        env={"PYTHONPATH": str(Path(postgres.__file__).parents[2])}, user=65534, group=65534, extra_groups=[],
    )  # fmt: skip
    assert "mag niet worden geschreven" in klaar.stdout


@pytest.fixture
def kleine_schijf(map_: Path) -> Iterator[Path]:
    """A real disk of 64 MB, where this machine allows one to be mounted."""
    schijf = map_ / "schijf"
    schijf.mkdir()
    opdracht = ["mount", "-t", "tmpfs", "-o", "size=64m,mode=755", "tmpfs", str(schijf)]
    if os.geteuid() != 0 or subprocess.run(opdracht, capture_output=True, check=False).returncode:
        pytest.skip("hier kan geen schijf worden gekoppeld")
    yield schijf
    subprocess.run(["umount", str(schijf)], check=True)


def _vul(schijf: Path) -> None:
    with open(schijf / "vulling", "wb") as vulling:
        try:
            while True:
                vulling.write(b"0" * 65536)
                vulling.flush()
        except OSError:
            pass


def test_een_volle_schijf_bij_het_aanmaken_geeft_een_zin_en_laat_niets_half_achter(
    kleine_schijf: Path,
) -> None:
    with open(kleine_schijf / "vulling", "wb") as vulling:
        vulling.write(b"0" * 40_000_000)
    with pytest.raises(ClusterFout, match="de schijf is vol"):
        Cluster(kleine_schijf / "postgres").start()
    assert sorted(pad.name for pad in kleine_schijf.iterdir()) == ["postgres.slot", "vulling"]
    (kleine_schijf / "vulling").unlink()
    with Cluster(kleine_schijf / "postgres") as ruimte:
        assert ruimte.leeft()


def test_een_schijf_die_volloopt_geeft_een_zin(kleine_schijf: Path) -> None:
    with Cluster(kleine_schijf / "postgres"):
        pass
    _vul(kleine_schijf)
    with pytest.raises(ClusterFout, match="schijf is vol"):
        Cluster(kleine_schijf / "postgres").start()


@pytest.mark.skipif(os.geteuid() != 0, reason="alleen root moet een andere gebruiker worden")
def test_onder_een_gesloten_map_verhuizen_de_gegevens_naar_een_map_waar_de_server_bij_kan(
    map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "VERHUISMAP", map_ / "var")
    (map_ / "dicht").mkdir(mode=0o700)
    for _ in range(2):
        with Cluster(map_ / "dicht" / "postgres") as verhuisd:
            assert verhuisd.leeft()
    assert (map_ / "dicht" / "postgres").is_symlink()
