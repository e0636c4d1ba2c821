"""`eenplan beheer OPDRACHT`: Django's own management commands, with the database running."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from eenplan.config import demo
from eenplan.platform import dbadres, geheimen
from eenplan.platform.postgres import Cluster, InGebruik


def vul(parser: argparse.ArgumentParser) -> None:
    """Everything after the command goes on to Django."""
    parser.add_argument(
        "woorden", nargs=argparse.REMAINDER, help="opdracht van Django, bijvoorbeeld: check"
    )


def voer_uit(keuzes: argparse.Namespace) -> int:
    """Pass the words on. Exit status 1 with one sentence when the database cannot be used."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    from django.core.management import execute_from_command_line

    try:
        with met_database():
            execute_from_command_line(["eenplan beheer", *keuzes.woorden])
    except demo.FOUTEN as fout:
        print(fout, file=sys.stderr)
        return 1
    return 0


@contextmanager
def met_database(instellingen: Mapping[str, str] | None = None) -> Iterator[None]:
    """The embedded database runs, inside; when another process runs it already, that one is used as it is."""
    if not dbadres.ingebed():
        yield
        return
    cluster = Cluster(geheimen.clustermap(), instellingen=instellingen)
    try:
        cluster.start()
    except InGebruik:
        yield
        return
    try:
        yield
    finally:
        cluster.stop()
