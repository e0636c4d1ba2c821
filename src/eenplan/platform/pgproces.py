"""Processes of the database server, known by their id and their pid file (see `postgres.py`)."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from eenplan.platform.pgzinnen import ClusterFout

STOP_SECONDEN = 30.0


def lees_pid(pidbestand: Path) -> int | None:
    try:
        return int(pidbestand.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def is_klaar(pidbestand: Path, pid: int) -> bool:
    try:
        regels = pidbestand.read_text().splitlines()
    except OSError:
        return False
    return len(regels) >= 8 and regels[0] == str(pid) and regels[7].strip() == "ready"


def is_server(pid: int, datadir: Path) -> bool:
    """Whether this process is the server of this data directory (a process id can be handed out again)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return False
    try:
        woorden = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return Path("/proc/self").exists() is False  # no /proc on this system: believe the pid file
    return woorden[0].endswith(b"postgres") and os.fsencode(datadir) in woorden


def stop_pid(pid: int, leeft: Callable[[], bool]) -> None:
    """Ask for a fast stop, after a while for an immediate one."""
    for sein in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        try:
            os.kill(pid, sein)
        except ProcessLookupError:
            return
        einde = time.monotonic() + STOP_SECONDEN
        while time.monotonic() < einde:
            if not leeft():
                return
            time.sleep(0.02)
    raise ClusterFout(
        f"De database (proces {pid}) stopt niet. Stop dat proces zelf en start opnieuw."
    )
