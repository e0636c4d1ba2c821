"""Makes a new cluster: wholly or not at all (see `postgres.py`)."""

import os
import secrets
import shutil
from pathlib import Path

from eenplan.platform.pgprogramma import Servergebruiker, hoofdversie, voer_uit
from eenplan.platform.pgzinnen import ClusterFout, zin_bij_log

BEHEERDER = "eenplan_beheer"
WACHTWOORDBESTAND = "beheer.wachtwoord"


def maak_cluster(
    datadir: Path, bindir: Path, gebruiker: Servergebruiker, *, duurzaam: bool
) -> None:
    """initdb in a directory beside it and then a rename. Raises ClusterFout, OSError."""
    doel = Path(os.path.realpath(datadir))
    if doel.exists() and any(doel.iterdir()):
        raise ClusterFout(
            f"De map {doel} is niet leeg en bevat geen database. Verplaats die map en start opnieuw."
        )
    nieuw = doel.with_name(doel.name + ".nieuw")
    shutil.rmtree(nieuw, ignore_errors=True)
    wachtwoordbestand = doel.with_name(doel.name + ".wachtwoord")
    try:
        _schrijf_geheim(wachtwoordbestand, secrets.token_urlsafe(32), gebruiker)
        nieuw.mkdir(mode=0o700)
        os.chown(nieuw, gebruiker.uid, gebruiker.gid)
        _initdb(nieuw, bindir, gebruiker, wachtwoordbestand, duurzaam=duurzaam)
        wachtwoordbestand.rename(nieuw / WACHTWOORDBESTAND)
        if doel.exists():
            doel.rmdir()
        nieuw.rename(doel)
    except BaseException:
        shutil.rmtree(nieuw, ignore_errors=True)
        raise
    finally:
        wachtwoordbestand.unlink(missing_ok=True)


def _initdb(
    doel: Path, bindir: Path, gebruiker: Servergebruiker, wachtwoordbestand: Path, *, duurzaam: bool
) -> None:
    opdracht = [str(bindir / "initdb"), "-D", str(doel), f"--username={BEHEERDER}"]
    opdracht += [f"--pwfile={wachtwoordbestand}", "--auth=scram-sha-256"]
    opdracht += ["--encoding=UTF8", "--data-checksums", "--no-instructions"]
    if hoofdversie(bindir, gebruiker) >= 17:
        # sorts by code point, knows capitals of every language, and is the same on every machine
        opdracht += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    else:
        opdracht += ["--locale=C.UTF-8"]
    if not duurzaam:
        opdracht.append("--no-sync")
    klaar = voer_uit(opdracht, gebruiker)
    if klaar.returncode:
        raise ClusterFout(
            zin_bij_log(
                klaar.stdout + klaar.stderr, doel, None, "De database kon niet worden aangemaakt"
            )
        )


def _schrijf_geheim(bestand: Path, inhoud: str, gebruiker: Servergebruiker) -> None:
    bestand.unlink(missing_ok=True)
    greep = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(greep, "w") as uit:
        uit.write(inhoud + "\n")
    os.chown(bestand, gebruiker.uid, gebruiker.gid)
