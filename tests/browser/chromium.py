"""Find a Chromium for the tests and start it. `scripts/haal_chromium.py` installs one when there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
UITGEPAKT = PROJECT / ".cache" / "chromium"
# The shell without windows first: the same pages take less than half the time of the whole browser, which draws
# its own buttons too even when nobody looks.
NAMEN = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
VLAGGEN = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class GeenChromium(Exception):
    """There is no browser on this machine; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Chromium:
    """A browser program and, when it brings its own libraries, where they are."""

    programma: Path
    bibliotheken: Path | None = None

    def omgeving(self) -> dict[str, str | float | bool]:
        """Return the environment to start it with."""
        env: dict[str, str | float | bool] = dict(os.environ)
        if self.bibliotheken is not None:
            eerder = os.environ.get("LD_LIBRARY_PATH", "")
            env["LD_LIBRARY_PATH"] = f"{self.bibliotheken}:{eerder}".rstrip(":")
            env["FONTCONFIG_PATH"] = str(UITGEPAKT)
        return env


def vind_chromium() -> Chromium:
    """Return the browser: EENPLAN_CHROMIUM, one of the system, or the unpacked npm package.

    Raises GeenChromium with one sentence when there is none.
    """
    gekozen = os.environ.get("EENPLAN_CHROMIUM")
    if gekozen:
        return Chromium(Path(gekozen))
    for naam in NAMEN:
        gevonden = shutil.which(naam)
        if gevonden:
            return Chromium(Path(gevonden))
    if (UITGEPAKT / "chromium").exists():
        return Chromium(UITGEPAKT / "chromium", UITGEPAKT / "al2023" / "lib")
    raise GeenChromium("Er is geen Chromium. Draai eerst `python scripts/haal_chromium.py`.")


@contextmanager
def browser() -> Iterator[Browser]:
    """A running headless browser, closed afterwards."""
    gevonden = vind_chromium()
    with sync_playwright() as playwright:
        gestart = playwright.chromium.launch(
            executable_path=gevonden.programma, args=list(VLAGGEN), env=gevonden.omgeving()
        )
        try:
            yield gestart
        finally:
            gestart.close()
