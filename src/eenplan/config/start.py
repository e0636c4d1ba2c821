"""What a start needs: progress on screen, a free port, and a database and web server that are always stopped."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from eenplan.platform import geheimen
from eenplan.platform.postgres import Cluster

KLAAR_SECONDEN = 30.0
STOP_SECONDEN = 10.0


class StartFout(Exception):
    """The start cannot go on; the text is one Dutch sentence that says what to do."""


class Voortgang:
    """A line per step with its time. Without a terminal the lines come out whole, one by one."""

    def __init__(self) -> None:
        self._begin = time.monotonic()
        self._breedte = 0

    def regel(self, tekst: str = "") -> None:
        """A line by itself."""
        print(tekst, flush=True)

    @contextmanager
    def stap(self, naam: str) -> Iterator[None]:
        """One step: its name at the start, its time at the end."""
        begin = time.monotonic()
        print(f"  {naam} ... ", end="", flush=True)
        try:
            yield
        except BaseException:
            self._wis()
            print("mislukt", flush=True)
            raise
        self._wis()
        print(f"klaar ({time.monotonic() - begin:.1f} s)", flush=True)

    def detail(self, tekst: str) -> None:
        """What the running step is doing now; only on a terminal, behind its name."""
        if sys.stdout.isatty():
            self._wis()
            kort = tekst[:40]
            self._breedte = len(kort)
            print(kort, end="", flush=True)

    def verstreken(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._begin

    def _wis(self) -> None:
        if self._breedte:
            print("\b" * self._breedte + " " * self._breedte + "\b" * self._breedte, end="")
            self._breedte = 0


def neem_poort(poort: int) -> socket.socket:
    """Bind the port at once and keep it, so that nobody takes it during the preparation. Raises StartFout."""
    deur = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    deur.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        deur.bind(("127.0.0.1", poort))
    except OverflowError as fout:
        deur.close()
        raise StartFout(
            f"Poort {poort} bestaat niet. Kies een getal van 1024 tot en met 65535."
        ) from fout
    except OSError as fout:
        deur.close()
        ander = poort + 1 if poort >= 1024 else 8000
        if fout.errno == errno.EADDRINUSE:
            raise StartFout(
                f"Poort {poort} is al in gebruik door een ander programma. "
                f"Stop dat programma, of kies een andere poort: make demo PORT={ander}."
            ) from fout
        raise StartFout(
            f"Poort {poort} mag niet worden gebruikt ({fout.strerror}). "
            f"Kies een andere poort: make demo PORT={ander}."
        ) from fout
    return deur


class Webserver:
    """gunicorn with threads, as a child process; knows it again by its pid file after a hard stop."""

    def __init__(self, datamap: Path) -> None:
        self._pidbestand = datamap / "web.pid"
        self.logbestand = datamap / "web.log"
        self._proces: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process at the top of the web server that this object started."""
        return self._proces.pid if self._proces is not None else None

    def ruim_vorige_op(self) -> None:
        """Stop a web server whose parent was killed. Raises StartFout when it does not stop."""
        pid = self._vorige()
        if pid is None:
            return
        for sein in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.kill(pid, sein)
            einde = time.monotonic() + STOP_SECONDEN
            while time.monotonic() < einde:
                if self._vorige() is None:
                    self._pidbestand.unlink(missing_ok=True)
                    return
                time.sleep(0.05)
        raise StartFout(
            f"Een eerdere demo (proces {pid}) stopt niet. Stop dat proces en start opnieuw."
        )

    def start(self, deur: socket.socket) -> None:
        """Serve on this socket and wait for the first answer. Raises StartFout."""
        poort = deur.getsockname()[1]
        opdracht = [sys.executable, "-m", "gunicorn", "eenplan.config.wsgi", "--preload"]
        opdracht += ["--worker-class=gthread", "--workers=2", "--threads=4", "--graceful-timeout=3"]
        opdracht += [
            "--no-control-socket",
            "--log-level=error",  # a warning about a broken request quotes it, keys of sessions included
            f"--bind=fd://{deur.fileno()}",
            f"--pid={self._pidbestand}",
        ]
        with open(self.logbestand, "wb") as log:
            self._proces = subprocess.Popen(
                opdracht,
                env=os.environ | {"EENPLAN_WEB": "1"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[deur.fileno()],
                start_new_session=True,  # Ctrl-C reaches us first; we stop the parts in order
            )
        einde = time.monotonic() + KLAAR_SECONDEN
        while time.monotonic() < einde:
            if not self.leeft():
                raise StartFout(f"De webserver startte niet. De reden staat in {self.logbestand}.")
            status = _vraag_voorpagina(poort)
            if status is not None and status < 500:
                return
            if status is not None:
                raise StartFout(
                    f"De webserver draait, maar geeft een fout. De reden staat in {self.logbestand}."
                )
            time.sleep(0.05)
        raise StartFout(
            f"De webserver gaf na {KLAAR_SECONDEN:.0f} seconden nog geen antwoord. Kijk in {self.logbestand}."
        )

    def leeft(self) -> bool:
        """Whether the web server that this object started still runs."""
        return self._proces is not None and self._proces.poll() is None

    def stop(self) -> None:
        """Let running requests finish for a few seconds, then stop. Twice is harmless."""
        if self._proces is None:
            return
        self._proces.terminate()
        try:
            self._proces.wait(STOP_SECONDEN)
        except subprocess.TimeoutExpired:
            os.killpg(self._proces.pid, signal.SIGKILL)  # its own session: only what it started
            self._proces.wait()
        self._proces = None
        self._pidbestand.unlink(missing_ok=True)

    def _vorige(self) -> int | None:
        """The process in the pid file, when it still is our web server (a process id can be handed out again)."""
        try:
            pid = int(self._pidbestand.read_text())
            woorden = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (OSError, ValueError):
            return None
        return pid if os.fsencode(self._pidbestand) in woorden else None


def start_database(voortgang: Voortgang, stapel: ExitStack, web: Webserver) -> Cluster:
    """The embedded database, until the end of the stack. Raises ClusterFout."""
    cluster = Cluster(geheimen.clustermap())
    nieuw = not cluster.datadir.exists()
    stapel.callback(cluster.stop)
    with voortgang.stap("Database maken en starten" if nieuw else "Database starten"):
        cluster.start()  # from here on this data directory is ours
        web.ruim_vorige_op()
    return cluster


def _vraag_voorpagina(poort: int) -> int | None:
    """The status of the answer, or None while nobody answers."""
    verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=KLAAR_SECONDEN)
    try:
        verbinding.request("GET", "/")
        antwoord = verbinding.getresponse()
        antwoord.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        verbinding.close()
    return antwoord.status
