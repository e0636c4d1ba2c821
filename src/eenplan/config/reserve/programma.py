"""pg_dump and pg_restore as streams: nothing unencrypted touches the disk.

Address and password go through the environment: the arguments of a program can be read by everybody on the machine.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from psycopg.conninfo import conninfo_to_dict

from eenplan.platform import dbadres, pgprogramma
from eenplan.platform.reserve.archief import ArchiefFout

_NAMEN = {
    "dbname": "PGDATABASE",
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
}


@contextmanager
def lezend(naam: str, *opties: str) -> Iterator[IO[bytes]]:
    """Read what the program writes about our database. ArchiefFout when it fails."""
    proces = _start(naam, *opties, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    assert proces.stdout is not None
    try:
        yield proces.stdout
    except BaseException:
        proces.kill()
        raise
    finally:
        fouten = _einde(proces)
    _eis_gelukt(naam, proces, fouten)


@contextmanager
def schrijvend(naam: str, *opties: str) -> Iterator[IO[bytes]]:
    """Give the program its input. ArchiefFout when it fails; when the input fails, it is stopped before its commit."""
    database = str(conninfo_to_dict(dbadres.beheer_dsn())["dbname"])
    proces = _start(
        naam, *opties, f"--dbname={database}", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    assert proces.stdin is not None
    try:
        yield proces.stdin
    except BrokenPipeError:
        pass  # the program stopped reading; it says why at its end
    except BaseException:
        proces.kill()
        raise
    finally:
        with suppress(BrokenPipeError):
            proces.stdin.close()
        fouten = _einde(proces)
    _eis_gelukt(naam, proces, fouten)


def _start(naam: str, *opties: str, stdin: int, stdout: int) -> subprocess.Popen[bytes]:
    adres = conninfo_to_dict(dbadres.beheer_dsn())
    omgeving = pgprogramma.omgeving() | {
        omgevingsnaam: str(adres[deel]) for deel, omgevingsnaam in _NAMEN.items() if deel in adres
    }
    return subprocess.Popen(
        [str(pgprogramma.zoek_bindir() / naam), "--no-password", *opties],
        env=omgeving,
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def _einde(proces: subprocess.Popen[bytes]) -> str:
    assert proces.stderr is not None
    fouten = proces.stderr.read().decode(errors="replace")
    proces.wait()
    return fouten


def _eis_gelukt(naam: str, proces: subprocess.Popen[bytes], fouten: str) -> None:
    if proces.returncode:
        regel = next((r for r in fouten.splitlines() if "error: " in r), "").partition("error: ")[2]
        raise ArchiefFout(
            f"{naam} is gestopt ({regel[:200] or 'zonder uitleg'}). Er is niets half blijven staan."
        )
