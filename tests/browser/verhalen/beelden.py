"""The pictures of the handbook: taken by the stories, and known to be old by what could be read on the page.

A picture of the same page differs from machine to machine, so pixels say nothing. What can be read says whether a
picture still tells the truth. Beside the pictures of a story lies `inhoud.json`: per picture a digest of every line
that could be read, so that a complaint can say which line is new.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Page

PROJECT = Path(__file__).resolve().parents[3]
BEELDEN = PROJECT / "docs" / "beeld"
INHOUD = "inhoud.json"
BREEDTE = 1280
HOOGSTE = 1300
RUIMTE = 90_000
"""Bytes; the quality of a picture goes down until it fits, and then its height."""

LEES = """(main) => [
  main.innerText,
  ...[...main.querySelectorAll("input, textarea")]
    .filter((e) => !["hidden", "radio", "checkbox"].includes(e.type) && e.checkVisibility())
    .map((e) => e.value),
].join("\\n")"""
# What differs from run to run: ids, references, clock times.
WISSELT = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # an id
    r"|\b(?:[0-9A-Z]{3}-){2}[0-9A-Z]{3}\b"  # what a resident reads out
    r"|\b\d{4}-[0-9A-F]{4}-[0-9A-F]{4}\b"  # on a letter
    r"|\b\d{1,2}[.:]\d{2}(?!\d)"  # an hour
)

KLACHTEN: list[str] = []
"""What is old in the test that runs; told when its story is over, so that the story itself comes first."""


@dataclass(frozen=True)
class Album:
    """The pictures of one story, in a folder of its own."""

    verhaal: str
    wortel: Path = BEELDEN

    @property
    def map(self) -> Path:
        """Where the pictures lie."""
        return self.wortel / self.verhaal

    def inhoud(self) -> dict[str, str]:
        """Name of the picture -> digests of the lines that could be read when it was taken."""
        bestand = self.map / INHOUD
        if not bestand.exists():
            return {}
        return dict(json.loads(bestand.read_text(encoding="utf-8")))

    def vernieuw(self, page: Page, naam: str, hoogte: int) -> None:
        """Take the picture and remember what can be read on it."""
        self.map.mkdir(parents=True, exist_ok=True)
        (self.map / f"{naam}.jpg").write_bytes(_foto(page, hoogte))
        inhoud = dict(sorted((self.inhoud() | {naam: kenmerk(lees(page))}).items()))
        (self.map / INHOUD).write_text(json.dumps(inhoud, indent=1) + "\n", encoding="utf-8")

    def klacht(self, page: Page, naam: str) -> str:
        """One sentence when the picture is missing, or shows what can no longer be read; else nothing."""
        if not (self.map / f"{naam}.jpg").exists():
            wat = "is er niet"
        elif (verschil := _verschil(self.inhoud().get(naam, ""), lees(page))) is not None:
            wat = f"toont iets anders dan de pagina nu ({verschil})"
        else:
            return ""
        return (
            f"Het beeld {self.verhaal}/{naam}.jpg {wat}: draai dit verhaal met EENPLAN_BEELDEN=1,"
            " kijk naar het beeld en naar de tekst erbij, en leg beide vast."
        )


def lees(page: Page) -> list[str]:
    """The lines that can be read in the middle of the page, without what differs from run to run."""
    tekst = WISSELT.sub("#", str(page.get_by_role("main").evaluate(LEES)))
    return [" ".join(regel.split()) for regel in tekst.splitlines() if regel.strip()]


def kenmerk(regels: list[str]) -> str:
    """A short digest of every line."""
    return " ".join(hashlib.sha256(regel.encode()).hexdigest()[:8] for regel in regels)


def _verschil(bekend: str, regels: list[str]) -> str | None:
    """Nothing when the lines are those of the picture; else the first one that is new."""
    if kenmerk(regels) == bekend:
        return None
    nieuw = [regel for regel in regels if kenmerk([regel]) not in bekend]
    return f"nieuw is: {nieuw[0]}" if nieuw else "een regel is weg of staat ergens anders"


def vernieuwen() -> bool:
    """Whether this run was asked to take the pictures anew."""
    return os.environ.get("EENPLAN_BEELDEN") == "1"


def _opname(page: Page, kwaliteit: int) -> bytes:
    """A busy browser that just took another size has nothing to show for a moment: then look once more."""
    with suppress(Error):
        return page.screenshot(type="jpeg", quality=kwaliteit)
    return page.screenshot(type="jpeg", quality=kwaliteit)


def _foto(page: Page, hoogte: int) -> bytes:
    """The page from the top, as small as it must be."""
    eerder = page.viewport_size
    page.set_viewport_size({"width": BREEDTE, "height": 900})
    page.evaluate("() => { window.scrollTo(0, 0); return document.fonts.ready.then(() => true); }")
    heel = int(page.evaluate("() => document.documentElement.scrollHeight"))
    foto = b""
    for deel, kwaliteit in ((1, 80), (1, 65), (1, 50), (1, 40), (0.85, 45), (0.7, 45), (0.55, 45)):
        hoog = int(min(heel, hoogte) * deel)
        page.set_viewport_size({"width": BREEDTE, "height": hoog})
        foto = _opname(page, kwaliteit)
        if len(foto) <= RUIMTE:
            break
    if eerder is not None:
        page.set_viewport_size(eerder)
    return foto
