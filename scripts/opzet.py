"""Make `.venv` from the hashed requirements and bundle the style sheet. A second run with the same input does nothing.

Runs under the machine's own Python with nothing installed. What goes wrong is one Dutch sentence, exit status 1.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
VENV = PROJECT / ".venv"
CACHE = PROJECT / ".cache"
LOGBOEK = CACHE / "opzet.log"
OUDSTE_PYTHON = (3, 11)
MACHINECERTIFICATEN = Path("/etc/ssl/certs/ca-certificates.crt")

# what a program says when it fails -> the sentence; the first that fits
OORZAKEN = (
    (
        ("No space left on device", "Disk quota exceeded", "Errno 28", "ENOSPC"),
        "De schijf is vol. Maak ruimte vrij (er is ongeveer 1 GB nodig) en geef de opdracht opnieuw.",
    ),
    (
        (
            "Temporary failure in name resolution",
            "Network is unreachable",
            "ENOTFOUND",
            "EAI_AGAIN",
        ),
        "Er is geen verbinding met het internet. Herstel de verbinding en geef de opdracht opnieuw.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SELF_SIGNED_CERT", "UNABLE_TO_GET_ISSUER", "SSLError"),
        "Het netwerk gebruikt een certificaat dat deze machine niet kent. "
        "Vraag de netwerkbeheerder om dat certificaat, installeer het met "
        "`update-ca-certificates` en geef de opdracht opnieuw.",
    ),
    (
        (
            "NewConnectionError",
            "ConnectTimeout",
            "Read timed out",
            "ProxyError",
            "ECONNRE",
            "ETIMEDOUT",
        ),
        "De pakketten zijn niet te bereiken. Controleer de verbinding of proxy en geef de opdracht opnieuw.",
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "Een pakket is anders dan verwacht en is niet geïnstalleerd. Geef de opdracht later opnieuw.",
    ),
    (
        ("No matching distribution found", "is not a supported wheel"),
        "Voor deze machine bestaat een van de pakketten niet. Nodig is Linux (glibc 2.28 of later) of macOS.",
    ),
    (
        ("Permission denied", "Read-only file system"),
        f"In {PROJECT} mag niet worden geschreven. Geef uzelf schrijfrechten op die map.",
    ),
)


class OpzetFout(Exception):
    """The installation cannot go on; the text is one sentence that says what to do."""


@contextmanager
def stap(naam: str) -> Iterator[None]:
    """One line of progress: what, and how long it took. Works without a terminal."""
    begin = time.monotonic()
    print(f"  {naam} ... ", end="", flush=True)
    try:
        yield
    except BaseException:
        print("mislukt", flush=True)
        raise
    print(f"klaar ({time.monotonic() - begin:.1f} s)", flush=True)


def voer_uit(opdracht: list[str], anders: str) -> None:
    """Run quietly. Raises OpzetFout with the cause, or `anders` when the cause is not known."""
    omgeving = {
        naam: waarde
        for naam, waarde in os.environ.items()
        if naam not in ("PYTHONPATH", "PYTHONHOME")
    }
    omgeving |= {
        "PIP_USER": "0",
        "PIP_ROOT_USER_ACTION": "ignore",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    klaar = subprocess.run(
        opdracht,
        cwd=PROJECT,
        env=omgeving,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if klaar.returncode == 0:
        return
    uitvoer = klaar.stdout + klaar.stderr
    try:
        LOGBOEK.write_text(" ".join(opdracht) + "\n" + uitvoer, encoding="utf-8")
    except OSError:
        uitvoer += "No space left on device"
    raise OpzetFout(oorzaak(uitvoer) or f"{anders} De hele melding staat in {LOGBOEK}.")


def oorzaak(uitvoer: str) -> str | None:
    """The sentence that belongs to what a program printed."""
    for tekens, zin in OORZAKEN:
        if any(teken in uitvoer for teken in tekens):
            return zin
    return None


def kenmerk(lijst: Path) -> str:
    """Changes when something must be installed anew: the packages, the project's own metadata, or Python."""
    som = hashlib.sha256(f"{sys.version}\0{PROJECT}\0".encode())
    for bestand in (lijst, PROJECT / "pyproject.toml", Path(__file__)):
        som.update(bestand.read_bytes())
    return som.hexdigest()


def maak_venv() -> None:
    """A virtual environment. Raises OpzetFout when this Python cannot make one and fill it."""
    if heeft_module("venv") and heeft_module("ensurepip"):
        opdracht = ["venv", "--clear"]
    elif heeft_module("venv") and heeft_module("pip"):
        opdracht = ["venv", "--clear", "--without-pip"]
    elif heeft_module("virtualenv"):
        opdracht = ["virtualenv", "--clear", "--quiet"]
    else:
        raise OpzetFout(
            "Python kan hier geen eigen omgeving maken: de module venv ontbreekt. "
            "Installeer die met `apt-get install python3-venv` en geef de opdracht opnieuw."
        )
    voer_uit([sys.executable, "-m", *opdracht, str(VENV)], "De map .venv kon niet worden gemaakt.")


def heeft_module(naam: str) -> bool:
    """Whether this Python has a module; a seam for the test of a machine without `venv`."""
    return importlib.util.find_spec(naam) is not None


def installeer(lijst: Path) -> None:
    """The packages, exactly those with these hashes, and the project itself as an editable install."""
    python = str(VENV / "bin" / "python")
    opties = ["install", "--quiet", "--no-input"]
    eigen_pip = (VENV / "bin" / "pip").exists()
    pip = [python, "-m", "pip"] if eigen_pip else [sys.executable, "-m", "pip", "--python", python]
    voer_uit(
        [*pip, *opties, "--require-hashes", "-r", str(lijst)],
        "De pakketten konden niet worden geïnstalleerd.",
    )
    voer_uit(
        [python, "-m", "pip", *opties, "--no-deps", "--no-build-isolation", "-e", str(PROJECT)],
        "Eenplan zelf kon niet worden geïnstalleerd.",
    )


def zorg_voor_omgeving(soort: str) -> None:
    """`.venv` with the list `soort`; the bigger list serves the smaller one too."""
    lijst = PROJECT / "requirements" / f"{soort}.txt"
    stempels = {naam: VENV / f".eenplan-{naam}" for naam in ("basis", "test")}
    wil = kenmerk(lijst)
    if (VENV / "bin" / "python").exists() and lees(stempels[soort]) == wil:
        return
    if not werkt(VENV / "bin" / "python"):
        with stap("Eigen omgeving maken (.venv)"):
            maak_venv()
    with stap("Pakketten installeren (duurt bij de eerste keer ongeveer een minuut)"):
        installeer(lijst)
    stempels[soort].write_text(wil)
    if soort == "test":
        stempels["basis"].write_text(kenmerk(PROJECT / "requirements" / "basis.txt"))


def lees(bestand: Path) -> str:
    """The contents, or nothing."""
    return bestand.read_text() if bestand.exists() else ""


def werkt(python: Path) -> bool:
    """Whether the environment still runs (a moved directory or an upgraded Python breaks it), on this version."""
    try:
        klaar = subprocess.run(
            [str(python), "-c", "import pip, sys; print(sys.version)"],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return False
    return klaar.returncode == 0 and klaar.stdout.strip() == sys.version.strip()


def draai_script(naam: str, zin: str) -> None:
    """One of our other scripts, in the environment just made; it keeps its own stamp."""
    omgeving = dict(os.environ)
    if (
        MACHINECERTIFICATEN.exists()
    ):  # Node brings its own list, and does not know that of the machine
        omgeving.setdefault("NODE_EXTRA_CA_CERTS", str(MACHINECERTIFICATEN))
    klaar = subprocess.run(
        [str(VENV / "bin" / "python"), str(PROJECT / "scripts" / naam)],
        cwd=PROJECT, env=omgeving, capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    if klaar.returncode:
        uitvoer = klaar.stdout + klaar.stderr
        raise OpzetFout(oorzaak(uitvoer) or f"{zin} {' '.join(uitvoer.split())[-400:]}")


@contextmanager
def om_de_beurt() -> Iterator[None]:
    """Two installations at once would spoil each other: the second waits."""
    CACHE.mkdir(exist_ok=True)
    with open(CACHE / "opzet.slot", "w") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            print("  Wachten op een andere installatie in deze map ...", flush=True)
            fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def opzet(*, test: bool) -> None:
    """Everything that must be there before Eenplan can start, or before it can be tested. Raises OpzetFout."""
    if sys.version_info < OUDSTE_PYTHON:
        raise OpzetFout(
            f"Python {sys.version.split()[0]} is te oud: Eenplan heeft Python 3.11 of later nodig. "
            "Staat die er al onder een andere naam, geef dan bijvoorbeeld `make demo PYTHON=python3.11`."
        )
    with om_de_beurt():
        zorg_voor_omgeving("test" if test else "basis")
        eerste_keer = not (PROJECT / "frontend" / "node_modules").exists()
        with stap("Opmaak en lettertype ophalen en bundelen") if eerste_keer else nullcontext():
            draai_script("bouw_frontend.py", "De opmaak kon niet worden gebundeld.")
        if test:
            with stap("Browser voor de tests (Chromium)"):
                draai_script("haal_chromium.py", "Chromium kon niet worden opgehaald.")


def main() -> int:
    """Command line: `opzet.py [--test]`."""
    try:
        opzet(test="--test" in sys.argv[1:])
    except OpzetFout as fout:
        print(f"\n{fout}", file=sys.stderr)
        return 1
    except OSError as fout:
        zin = oorzaak(str(fout)) or f"De installatie is gestopt: {fout}."
        print(f"\n{zin}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nGestopt. Dezelfde opdracht gaat verder waar dit ophield.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
