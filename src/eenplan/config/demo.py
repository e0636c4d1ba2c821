"""`eenplan demo`: database, roles, tables, example data and web server from one command; stops all of it at the end.

Nothing is lost between two demos: the data stays in EENPLAN_DATA (else `.data/demo`). What was done before is known
from a mark on the database, so that a second start is ready within 3 seconds.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import psycopg

from eenplan.config import inrichting, start
from eenplan.platform import dbadres, geheimen, rollen
from eenplan.platform.postgres import Cluster, ClusterFout

STANDAARDMAP = ".data/demo"
TUSSENPOOS = 0.5
BEKENDEN = (
    "Fatima Amrani (jeugd en gezin)",
    "Marieke de Boer (eerste contact)",
)  # staff of the example data
FOUTEN = (
    start.StartFout,
    ClusterFout,
    geheimen.GeheimenFout,
    rollen.RechtenFout,
    inrichting.InrichtingFout,
)


def vul(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--poort", type=int, default=8000, help="poort op 127.0.0.1 (standaard 8000)"
    )


def voer_uit(keuzes: argparse.Namespace) -> int:
    """The command. Exit status 0 after Ctrl-C or SIGTERM, 1 with one sentence when something is wrong."""
    os.environ["EENPLAN_DATA"] = os.path.abspath(os.environ.get("EENPLAN_DATA") or STANDAARDMAP)
    os.environ["EENPLAN_DEMO"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "eenplan.config.settings"
    try:
        draai(keuzes.poort)
    except KeyboardInterrupt:
        print("\nDe demo is gestopt. De gegevens blijven bewaard.", flush=True)
        return 0
    except psycopg.ProgrammingError as fout:  # a table or column is not there
        print(f"\n{oude_gegevens(fout)}", file=sys.stderr)
        return 1
    except FOUTEN as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    except OSError as fout:
        print(f"\n{_zin(fout)}", file=sys.stderr)
        return 1
    return 0


def oude_gegevens(fout: psycopg.Error) -> str:
    """One sentence for who starts a newer version on the data of an older one."""
    return (
        f"De gegevens in {geheimen.datamap()} zijn van een andere versie ({type(fout).__name__}). Er staan alleen "
        "verzonnen mensen in. Verwijder die map en start opnieuw."
    )


def draai(poort: int) -> None:
    """Start everything, say where to look, and watch until a signal comes or a part stops. Raises one of FOUTEN."""
    voortgang = start.Voortgang()
    web = start.Webserver(geheimen.datamap())
    with ExitStack() as stapel:
        try:
            ingebed = dbadres.ingebed()  # else DATABASE_URL names a server
            cluster = start.start_database(voortgang, stapel, web) if ingebed else None
            deur = stapel.enter_context(start.neem_poort(poort))
            richt_in(voortgang)
            with voortgang.stap("Webserver starten"):
                stapel.callback(web.stop)
                web.start(deur)
            deur.close()  # only the web server holds it now: when it stops, the port is free
            _wijs_de_weg(voortgang, poort)
            _waak(web, cluster)
        finally:
            _negeer_seinen()


def richt_in(voortgang: start.Voortgang) -> None:
    """Roles, tables and example data; only what was not done yet."""
    naam = dbadres.dbnaam()
    if not inrichting.bijgewerkt(naam):
        inrichting.werk_bij(naam, voortgang)
    inrichting.zet_demostand(naam)
    merk = voorbeeldkenmerk()
    if (inrichting.BRON / "demo" / "laden.py").exists() and inrichting.stempel(naam).get(
        "demo"
    ) != merk:
        with voortgang.stap("Voorbeeldgegevens laden"):
            _laad(voortgang.detail)
            inrichting.zet_stempel(naam, demo=merk)


def voorbeeldkenmerk() -> str:
    """Changes whenever the example data would: the loader and the policy files."""
    bestanden = [
        *(inrichting.BRON / "demo").glob("**/*.*"),
        *(inrichting.PROJECT / "modellen").glob("**/*.yaml"),
    ]
    return inrichting.kenmerk(b for b in bestanden if b.is_file() and b.suffix != ".pyc")


def _laad(detail: Callable[[str], None]) -> None:
    """Run the loader; whatever it runs into becomes one sentence, the details go to a log. Raises InrichtingFout."""
    import django
    from django.db import connections

    django.setup()
    try:
        importlib.import_module("eenplan.demo.laden").laad(detail)
    except Exception as fout:
        logboek = geheimen.datamap() / "voorbeelden.log"
        logboek.write_text(traceback.format_exc(), encoding="utf-8")
        raise inrichting.InrichtingFout(
            f"De voorbeeldgegevens konden niet worden geladen ({type(fout).__name__}). "
            f"De hele melding staat in {logboek}. Start opnieuw; wat al geladen is, blijft staan."
        ) from fout
    finally:
        for verbinding in connections.all():
            verbinding.close()
            if verbinding.settings_dict["OPTIONS"].get("pool"):
                verbinding.close_pool()  # type: ignore[attr-defined]  # not in the stubs


def _waak(web: start.Webserver, cluster: Cluster | None) -> None:
    """Until a signal comes. Raises StartFout when a part stopped by itself."""
    while True:
        time.sleep(TUSSENPOOS)
        if cluster is not None and not cluster.leeft():
            raise start.StartFout(f"{cluster.waarom_gestopt()} Wat was opgeslagen, is bewaard.")
        if not web.leeft():
            raise start.StartFout(
                f"De webserver is onverwacht gestopt. Start opnieuw. Meer staat in {web.logbestand}."
            )


def _wijs_de_weg(voortgang: start.Voortgang, poort: int) -> None:
    adres = f"http://127.0.0.1:{poort}/"
    voortgang.regel(f"\nEenplan draait ({voortgang.verstreken():.1f} s): {adres}")
    voortgang.regel(f"Als inwoner:    {adres} (kies een gemeente; zonder account)")
    voortgang.regel(f"Als medewerker: {adres}kies-persoon/ (zonder wachtwoord)")
    voortgang.regel(f"                bijvoorbeeld {' of '.join(BEKENDEN)}")
    voortgang.regel(
        "Stoppen: Ctrl-C. De gegevens blijven bewaard in " + str(geheimen.datamap()) + "."
    )


def _negeer_seinen() -> None:
    """While stopping, a second Ctrl-C must not leave half of it running."""
    for sein in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sein, signal.SIG_IGN)


def _zin(fout: OSError) -> str:
    plek = fout.filename or Path.cwd()
    return f"De demo is gestopt: {fout.strerror} ({plek}). Controleer de schijfruimte en de rechten, en start opnieuw."
