"""`eenplan demo` as a person uses it: started, stopped, killed and started again on the same data."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

OPDRACHT = "from eenplan.config.cli import main; raise SystemExit(main())"
WACHTEN = 180.0  # the first start loads the example data; on a busy machine that takes its time


def _vrije_poort() -> int:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return int(deur.getsockname()[1])


def _leeft(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@dataclass
class Demo:
    """The command in a process of its own, with its data in `map`."""

    map: Path
    poort: int = field(default_factory=_vrije_poort)
    proces: subprocess.Popen[str] | None = None
    uitvoer: list[str] = field(default_factory=list)

    def start(self) -> float:
        """Start and wait for the address; the seconds that took."""
        weg = ("EENPLAN_DATABASE", "EENPLAN_TESTCLUSTER", "DATABASE_URL", "EENPLAN_PG_BIN")
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
        begin = time.monotonic()
        self.uitvoer = []
        self.proces = subprocess.Popen(
            [sys.executable, "-c", OPDRACHT, "demo", "--poort", str(self.poort)],
            env=omgeving | {"EENPLAN_DATA": str(self.map)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.proces.stdout is not None
        for regel in self.proces.stdout:
            self.uitvoer.append(regel)
            if "Eenplan draait" in regel:
                return time.monotonic() - begin
        self.proces.wait()
        raise AssertionError("".join(self.uitvoer))

    def einde(self) -> tuple[int, str]:
        """Wait for the end; exit status and everything that was said."""
        assert self.proces is not None
        rest, _ = self.proces.communicate(timeout=WACHTEN)
        return self.proces.returncode, "".join(self.uitvoer) + rest

    def pids(self) -> list[int]:
        """The database server and the web server."""
        bestanden = (self.map / "postgres" / "postmaster.pid", self.map / "web.pid")
        return [int(bestand.read_text().split()[0]) for bestand in bestanden]

    def vraag(self) -> int:
        """The status of the front page; below 500 means that somebody answers."""
        verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=30)
        verbinding.request("GET", "/")
        return verbinding.getresponse().status


def _wacht_tot_weg(pids: list[int]) -> None:
    einde = time.monotonic() + 20
    while any(map(_leeft, pids)):
        assert time.monotonic() < einde, f"nog niet weg: {[p for p in pids if _leeft(p)]}"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def map_() -> Iterator[Path]:
    """One data directory for all of this module: the first start is the expensive one."""
    plek = Path(tempfile.mkdtemp(prefix="eenplan-demo-"))
    plek.chmod(0o755)
    yield plek
    shutil.rmtree(plek, ignore_errors=True)


@pytest.fixture
def demo(map_: Path) -> Iterator[Demo]:
    gestart = Demo(map_)
    gestart.start()
    yield gestart
    if gestart.proces is not None and gestart.proces.poll() is None:
        gestart.proces.terminate()
        gestart.proces.communicate(timeout=WACHTEN)


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGTERM])
def test_een_sein_stopt_alles_wat_de_demo_startte(demo: Demo, sein: signal.Signals) -> None:
    assert demo.vraag() < 500
    pids = demo.pids()
    assert demo.proces is not None
    demo.proces.send_signal(sein)
    status, uitvoer = demo.einde()
    assert status == 0
    assert "De gegevens blijven bewaard" in uitvoer
    assert "Traceback" not in uitvoer
    _wacht_tot_weg(pids)


def test_de_tweede_start_slaat_over_wat_al_gedaan_is(demo: Demo) -> None:
    assert demo.proces is not None
    demo.proces.terminate()
    demo.einde()
    seconden = demo.start()
    assert not any("Tabellen" in regel or "Voorbeeld" in regel for regel in demo.uitvoer)
    assert seconden < 10  # 3 s on a quiet machine; the tests run beside others


def test_na_een_harde_stop_ruimt_de_volgende_start_op(demo: Demo) -> None:
    wezen = demo.pids()
    assert demo.proces is not None
    demo.proces.kill()
    demo.proces.wait()
    assert all(map(_leeft, wezen))
    demo.start()
    assert not any(map(_leeft, wezen))
    assert demo.vraag() < 500


def test_een_gedode_database_geeft_een_zin_en_de_volgende_start_gaat_verder(demo: Demo) -> None:
    database, web = demo.pids()
    os.kill(database, signal.SIGKILL)
    status, uitvoer = demo.einde()
    assert status == 1
    assert "De database is onverwacht gestopt" in uitvoer
    assert "Start opnieuw" in uitvoer
    assert "Traceback" not in uitvoer
    _wacht_tot_weg([web])
    demo.start()
    assert demo.vraag() < 500


def test_een_gedode_webserver_geeft_een_zin(demo: Demo) -> None:
    database, web = demo.pids()
    os.kill(web, signal.SIGKILL)
    status, uitvoer = demo.einde()
    assert status == 1
    assert "De webserver is onverwacht gestopt" in uitvoer
    _wacht_tot_weg([database])


def test_een_tweede_demo_op_dezelfde_gegevens_zegt_dat_er_al_een_draait(demo: Demo) -> None:
    tweede = Demo(demo.map)
    with pytest.raises(AssertionError, match="al in gebruik"):
        tweede.start()
    assert tweede.proces is not None
    assert tweede.proces.returncode == 1
    assert demo.vraag() < 500


def test_een_bezette_poort_stopt_ook_de_database_weer(map_: Path) -> None:
    with socket.socket() as ander:
        ander.bind(("127.0.0.1", 0))
        ander.listen()
        bezet = Demo(map_, poort=ander.getsockname()[1])
        with pytest.raises(AssertionError) as fout:
            bezet.start()
    assert bezet.proces is not None
    assert bezet.proces.returncode == 1
    assert f"Poort {bezet.poort} is al in gebruik" in str(fout.value)
    assert "Traceback" not in str(fout.value)
    assert not (map_ / "postgres" / "postmaster.pid").exists()
