"""`eenplan reservesleutel`, `eenplan backup` and `eenplan herstel`: a backup that is compared with what it was made of.

The key file stays away from the machine: it opens every backup and holds the keys of the encrypted fields. Without it
a backup is worthless, to a thief as well (docs/adr/0025).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import psycopg

from eenplan.config import inrichting
from eenplan.config.reserve.programma import lezend, schrijvend
from eenplan.platform import dbadres, geheimen, versleuteling
from eenplan.platform.bestand import lees
from eenplan.platform.reserve import archief, vingerafdruk
from eenplan.platform.reserve.archief import ArchiefFout
from eenplan.platform.reserve.vingerafdruk import ZONDER_INHOUD, Vingerafdruk

PUBLIEK = "reservesleutel.txt"
MEESTE_BYTES = 1_000_000  # of a key file: thousands of keys
Melder = Callable[[str], None]


@dataclass(frozen=True)
class Kopie:
    """What was put away or put back."""

    tabellen: int
    rijen: int
    bytes: int


# --- the key -------------------------------------------------------------------------------------------------------


def maak_sleutel(bestand: Path) -> None:
    """Write the key file and remember its public half. Raises ArchiefFout, GeheimenFout, OSError."""
    if geheimen.datamap().resolve() in bestand.resolve().parents:
        raise ArchiefFout(
            "Bewaar het sleutelbestand niet bij de gegevens: wie die map steelt, heeft dan alles. "
            "Kies een andere map."
        )
    geheim, publiek = archief.nieuwe_sleutel()
    inhoud = {"sleutel": geheim, "velden": geheimen.sleuteldeel(geheimen.lees())}
    with _nieuw_bestand(bestand) as uit:
        uit.write(json.dumps(inhoud, indent=2).encode())
    (geheimen.datamap() / PUBLIEK).write_text(f"{publiek}\n", encoding="ascii")


def _lees_sleutel(bestand: Path) -> tuple[str, dict[str, Any]]:
    try:
        inhoud = json.loads(lees(bestand, MEESTE_BYTES))
        return str(inhoud["sleutel"]), dict(inhoud["velden"])
    except FileNotFoundError as fout:
        raise ArchiefFout(
            f"Het sleutelbestand {bestand} bestaat niet. Zonder dat bestand is een reservekopie niet te openen."
        ) from fout
    except (ValueError, KeyError, TypeError, RecursionError) as fout:
        raise ArchiefFout(f"{bestand} is geen sleutelbestand van Eenplan.") from fout


# --- putting away --------------------------------------------------------------------------------------------------


def maak(doel: Path, detail: Melder) -> Kopie:
    """Write an encrypted backup to a new file. Raises ArchiefFout, GeheimenFout, ClusterFout, OSError."""
    try:
        publiek = (geheimen.datamap() / PUBLIEK).read_text(encoding="ascii").strip()
    except FileNotFoundError as fout:
        raise ArchiefFout(
            "Er is nog geen sleutel voor reservekopieën. Maak hem met `eenplan reservesleutel BESTAND`, "
            "en bewaar dat bestand op een andere plek dan deze computer."
        ) from fout
    with _nieuw_bestand(doel) as uit, psycopg.connect(dbadres.beheer_dsn()) as conn:
        conn.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        foto = conn.execute("SELECT pg_export_snapshot()").fetchone()
        assert foto is not None
        afdruk = vingerafdruk.neem(conn, detail)
        beschrijving = {
            "gemaakt": datetime.now(UTC).isoformat(timespec="seconds"),
            "sleutels": sorted(geheimen.lees().sleutels),
            "afdruk": afdruk.als_json(),
        }
        detail("gegevens")
        opties = [f"--snapshot={foto[0]}", *(f"--exclude-table-data={t}" for t in ZONDER_INHOUD)]
        with lezend("pg_dump", "--format=custom", *opties) as dump:
            archief.schrijf(uit, aan=publiek, beschrijving=beschrijving, dump=dump)
    return Kopie(len(afdruk.inhoud), afdruk.rijen, doel.stat().st_size)


@contextmanager
def _nieuw_bestand(doel: Path) -> Iterator[IO[bytes]]:
    """A file that appears whole or not at all, for nobody else to read. ArchiefFout when it is there already."""
    if doel.exists():
        raise ArchiefFout(
            f"{doel} bestaat al. Kies een andere naam; een reservekopie wordt nooit overschreven."
        )
    half = doel.with_name(f"{doel.name}.{os.getpid()}.deel")
    greep = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(greep, "wb") as uit:
            yield uit
            uit.flush()
            os.fsync(uit.fileno())
        os.link(half, doel)
    finally:
        half.unlink(missing_ok=True)


# --- putting back --------------------------------------------------------------------------------------------------


def zet_terug(bron: Path, sleutelbestand: Path, detail: Melder) -> Kopie:
    """Restore into an empty database and compare it with what the backup was made of.

    Raises ArchiefFout (also with every difference found), GeheimenFout, ClusterFout, RechtenFout, OSError.
    """
    sleutel, velden = _lees_sleutel(sleutelbestand)
    naam = dbadres.dbnaam()
    inrichting.maak_rollen(naam)
    _eis_leeg(naam)
    beschrijving: dict[str, Any] = {}
    detail("gegevens")
    with (
        bron.open("rb") as bestand,
        schrijvend("pg_restore", "--exit-on-error", "--single-transaction") as invoer,
    ):

        def begonnen(gelezen: dict[str, Any]) -> archief.Schrijver:
            _eis_sleutels(gelezen, velden)
            beschrijving.update(gelezen)
            return invoer

        archief.lees(bestand, sleutel=sleutel, begonnen=begonnen)
    _nieuwe_installatiesleutels(naam)
    afdruk = Vingerafdruk.uit_json(beschrijving["afdruk"])
    with psycopg.connect(dbadres.beheer_dsn()) as conn:
        gevonden = list(vingerafdruk.verschillen(afdruk, vingerafdruk.neem(conn, detail)))
    if gevonden:
        raise ArchiefFout(
            "De teruggezette database is niet gelijk aan de reservekopie:\n- "
            + "\n- ".join(gevonden)
        )
    return Kopie(len(afdruk.inhoud), afdruk.rijen, bron.stat().st_size)


def zet_sleutels_terug(sleutelbestand: Path) -> None:
    """First of all: the keys of the encrypted fields, in an empty data directory. Raises ArchiefFout, GeheimenFout."""
    geheimen.zet_terug(_lees_sleutel(sleutelbestand)[1])


def _eis_leeg(dbname: str) -> None:
    with psycopg.connect(dbadres.beheer_dsn(dbname)) as conn:
        rij = conn.execute(
            "SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'pol'::regnamespace))"
        ).fetchone()
        if rij is None or rij[0]:
            raise ArchiefFout(
                f"De database {dbname} is niet leeg. Zet een reservekopie terug op een lege plek (EENPLAN_DATA)."
            )
        conn.execute("DROP SCHEMA pol")  # comes back from the backup, with its rights


def _eis_sleutels(beschrijving: Mapping[str, Any], velden: Mapping[str, Any]) -> None:
    mist = set(beschrijving["sleutels"]) - set(velden["sleutels"])
    if mist:
        raise ArchiefFout(
            "Het sleutelbestand is ouder dan deze reservekopie: er ontbreken sleutels van versleutelde velden. "
            "Gebruik het nieuwste sleutelbestand."
        )


def _nieuwe_installatiesleutels(dbname: str) -> None:
    """What `ZONDER_INHOUD` left out is made anew: nobody is signed in, and contexts get a new signature."""
    with psycopg.connect(dbadres.beheer_dsn(dbname)) as conn:
        conn.execute(
            """INSERT INTO pol.geheim (sleutel, inlog)
               VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), %s)""",
            [versleuteling.inlogsleutel()],
        )
