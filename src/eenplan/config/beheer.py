"""`eenplan setup-db` and `eenplan beheer`: bring a database up to date, and Django's own management commands.

Both use the running embedded database, or start it for as long as they take.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from eenplan.config import demo, inrichting, start
from eenplan.platform import dbadres, geheimen
from eenplan.platform.postgres import Cluster, InGebruik

RECHTEN = (
    "Het account in DATABASE_URL heeft nodig: CREATEROLE (rollen maken), CREATEDB (de database maken, en\n"
    "testdatabases) en BYPASSRLS (voor de rol eenplan_lader, die reservekopieën maakt en terugzet).\n"
    "Alleen deze opdracht gebruikt dat account; Eenplan zelf draait als eenplan_app, zonder die rechten."
)


def setup_db(argv: Sequence[str] | None = None) -> int:
    """Make roles and tables. Exit status 1 with one sentence when something is wrong."""
    argparse.ArgumentParser(
        prog="eenplan setup-db",
        description="Maak de database met rollen en tabellen, of werk die bij.",
        epilog=RECHTEN,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    ).parse_args(argv)
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    voortgang = start.Voortgang()
    if not dbadres.ingebed():
        voortgang.regel(RECHTEN)
    try:
        with met_database():
            naam = dbadres.dbnaam()
            with voortgang.stap("Rollen en database maken"):
                inrichting.maak_rollen(naam)
            with voortgang.stap("Tabellen maken of bijwerken"):
                inrichting.migreer(naam, voortgang.detail)
    except demo.FOUTEN as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    return 0


def beheer(argv: Sequence[str] | None = None) -> int:
    """Pass a management command on to Django."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    from django.core.management import execute_from_command_line

    try:
        with met_database():
            execute_from_command_line(["eenplan beheer", *(sys.argv[2:] if argv is None else argv)])
    except demo.FOUTEN as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


@contextmanager
def met_database() -> Iterator[None]:
    """The embedded database runs, inside; when another process runs it already, that one is used."""
    if not dbadres.ingebed():
        yield
        return
    cluster = Cluster(geheimen.clustermap())
    try:
        cluster.start()
    except InGebruik:
        yield
        return
    try:
        yield
    finally:
        cluster.stop()
