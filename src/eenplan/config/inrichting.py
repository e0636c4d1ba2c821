"""Bring a database up to date: roles, migrations, and a mark that lets the next start skip both.

The mark is a comment on the database itself, so it goes where the data goes: it cannot say "done" about a database
that was thrown away or restored from an older copy.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import psycopg
from psycopg import sql

from eenplan.config.start import Voortgang
from eenplan.platform import dbadres, geheimen, rollen, versleuteling

BRON = Path(__file__).resolve().parents[1]
PROJECT = BRON.parents[1]
SCHEMABRONNEN = (
    "*/migrations/*.py",
    "*/sql/*.sql",
    "*/models.py",
    "*/regels.py",
    "platform/*.py",
    "config/settings.py",
)


class InrichtingFout(Exception):
    """The database cannot be brought up to date; the text is a Dutch sentence that says what to do."""


def kenmerk(bestanden: Iterable[Path]) -> str:
    """A short hash over the names and contents of files."""
    som = hashlib.sha256()
    for bestand in sorted(set(bestanden)):
        som.update(os.fsencode(bestand) + b"\0" + bestand.read_bytes() + b"\0")
    return som.hexdigest()[:16]


def schemakenmerk() -> str:
    """Changes whenever the schema might: migrations, what they import, and the settings."""
    return kenmerk(bestand for patroon in SCHEMABRONNEN for bestand in BRON.glob(patroon))


def stempel(dbname: str) -> dict[str, str]:
    """The marks on a database; empty when there are none or no database."""
    with psycopg.connect(dbadres.beheer_dsn("postgres")) as conn:
        rij = conn.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [dbname],
        ).fetchone()
    try:
        return (
            {str(naam): str(waarde) for naam, waarde in json.loads(rij[0]).items()}
            if rij and rij[0]
            else {}
        )
    except (ValueError, AttributeError):
        return {}


def zet_stempel(dbname: str, **merken: str) -> None:
    """Add or replace marks on a database."""
    nieuw = json.dumps(stempel(dbname) | merken, sort_keys=True)
    with psycopg.connect(dbadres.beheer_dsn(dbname)) as conn:
        conn.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(
                sql.Identifier(dbname), sql.Literal(nieuw)
            )
        )


def bijgewerkt(dbname: str) -> bool:
    """Whether roles and migrations of this version were applied already."""
    return stempel(dbname).get("schema") == schemakenmerk()


def maak_rollen(dbname: str) -> None:
    """Roles and database. Raises RechtenFout, GeheimenFout, ClusterFout."""
    rollen.maak_rollen(dbadres.beheer_dsn(), dbname, geheimen.wachtwoorden())


def migreer(dbname: str, regel: Callable[[str], None] = lambda _: None) -> None:
    """Migrate in a process of its own (role eenplan_migratie) and mark the database. Raises InrichtingFout."""
    merk = schemakenmerk()
    opdracht = [sys.executable, "-m", "django", "migrate", "--database=migratie"]
    opdracht += [
        "--no-input",
        "--no-color",
        "--skip-checks",
    ]  # checks look at screens, not at tables
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "eenplan.config.settings",
        "EENPLAN_DATABASE": dbname,
    }
    with subprocess.Popen(
        opdracht,
        env=omgeving,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        errors="replace",
    ) as proces:
        assert proces.stdout is not None
        regels = []
        for tekst in proces.stdout:
            regels.append(tekst.rstrip())
            if tekst.startswith("  Applying "):
                regel(tekst.strip().removeprefix("Applying ").split("...")[0])
    if proces.returncode:
        logboek = geheimen.datamap() / "migratie.log"
        logboek.write_text("\n".join(regels) + "\n", encoding="utf-8")
        raise InrichtingFout(migratiezin(regels, logboek))
    _zet_inlogsleutel(dbname)
    zet_stempel(dbname, schema=merk)


def _zet_inlogsleutel(dbname: str) -> None:
    """Give the database the key that signing in is proved with; it follows from `geheimen.json`."""
    with psycopg.connect(dbadres.rol_dsn("eenplan_migratie", dbname)) as conn:
        conn.execute("SET ROLE eenplan_polfn")
        conn.execute("UPDATE pol.geheim SET inlog = %s", [versleuteling.inlogsleutel()])


def migratiezin(regels: list[str], logboek: Path) -> str:
    """One sentence about a migration that failed; the whole output is in the log."""
    if any("No space left on device" in regel for regel in regels):
        return "De schijf is vol: de tabellen konden niet worden bijgewerkt. Maak ruimte vrij en start opnieuw."
    fouten = [regel for regel in regels if re.match(r"[\w.]*(Error|Exception)\b", regel)]
    laatste = (fouten or [regel for regel in regels if regel.strip()] or ["geen uitleg"])[-1]
    return (
        f"De tabellen konden niet worden bijgewerkt ({laatste.strip()[:200]}). "
        f"De hele melding staat in {logboek}."
    )


def werk_bij(dbname: str, voortgang: Voortgang) -> None:
    """Roles and tables, each told as a step. Raises RechtenFout, GeheimenFout, ClusterFout, InrichtingFout."""
    with voortgang.stap("Rollen en database maken"):
        maak_rollen(dbname)
    with voortgang.stap("Tabellen maken of bijwerken"):
        migreer(dbname, voortgang.detail)


def zet_demostand(dbname: str) -> None:
    """Allow this database's scopes to bring their own clock (only in a demo and in tests).

    Raises InrichtingFout where people live that nobody invented: their database never becomes a demo.
    """
    with psycopg.connect(dbadres.beheer_dsn(dbname)) as conn:
        conn.execute(
            "UPDATE pol.geheim SET demo = true WHERE NOT demo AND NOT EXISTS (SELECT FROM huishoudens_persoon)"
        )
        if conn.execute("SELECT FROM pol.geheim WHERE NOT demo").fetchone() is not None:
            raise InrichtingFout(
                "In deze database wonen al mensen, en het is geen demo. Kies een lege map (EENPLAN_DATA)."
            )
