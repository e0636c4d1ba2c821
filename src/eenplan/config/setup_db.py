"""`eenplan setup-db`: roles and tables, in the embedded database or on the server that DATABASE_URL names."""

from __future__ import annotations

import argparse
import os
import sys

from eenplan.config import demo, inrichting, start
from eenplan.config.beheer import met_database
from eenplan.platform import dbadres

RECHTEN = (
    "Het account in DATABASE_URL heeft nodig: CREATEROLE (rollen maken), CREATEDB (de database maken)\n"
    "en BYPASSRLS (voor de rol eenplan_lader, die reservekopieën maakt en terugzet).\n"
    "Op PostgreSQL 15 moet het een superuser zijn, want alleen die kan daar BYPASSRLS geven.\n"
    "Alleen deze opdracht gebruikt dat account; Eenplan zelf draait als eenplan_app, zonder die rechten."
)


def vul(parser: argparse.ArgumentParser) -> None:
    """The help tells which rights it needs."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = RECHTEN


def voer_uit(_keuzes: argparse.Namespace) -> int:
    """Make roles and tables. Exit status 1 with one sentence when something is wrong."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    voortgang = start.Voortgang()
    if not dbadres.ingebed():
        voortgang.regel(RECHTEN)
    try:
        with met_database():
            inrichting.werk_bij(dbadres.dbnaam(), voortgang)
    except demo.FOUTEN as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    return 0
