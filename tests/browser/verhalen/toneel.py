"""The stage of a story: one browser in which people take turns, on days that are set on the screen.

A story only clicks and types. What is arranged beforehand is what stands in the policy files, and who works there.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, TimeoutError

from eenplan.beleid import api as beleid
from eenplan.demo import medewerkers
from tests import world
from tests.browser.hulp import (
    axe,
    geen_horizontaal_schuiven,
    schermafbeelding,
    toetsenbord_rondgang,
)
from tests.browser.verhalen import beelden
from tests.pgplugin import Website

WACHT_MS = 10_000


def richt_in(*gemeenten: str) -> None:
    """Set up municipalities from their policy files, with the people of the demo at work and no households."""
    for gemeente in gemeenten:
        world.gemeente(gemeente)
        medewerkers.neem_in_dienst(beleid.versies(gemeente))


@dataclass
class Toneel:
    """The browser of a story. `verhaal` names its pictures."""

    page: Page
    website: Website
    verhaal: str
    dag: date = date.min
    gezien: list[str] = field(default_factory=list)

    def zet_dag(self, dag: date) -> None:
        """Set the day of the demo on the screen."""
        self.dag = dag
        self.page.goto(self.website.url("/kies-persoon/"))
        vul_datum(self.page, "Welke dag is het?", dag)
        self.page.get_by_role("button", name="Zet deze dag").click()
        self.page.get_by_text(f"Het is hier {dag.day} ").wait_for()

    def word(self, naam: str) -> None:
        """Sit down as this employee; starts at their work list."""
        self.page.goto(self.website.url("/kies-persoon/"))
        self.page.get_by_role("button", name=naam, exact=True).click()
        self.page.get_by_role("heading", name="Mijn werk", level=1).wait_for()

    def word_inwoner(self, naam: str) -> None:
        """Sit down as this resident; starts at the own pages."""
        self.page.goto(self.website.url("/kies-persoon/"))
        self.page.get_by_role("button", name=naam, exact=True).click()
        self.page.get_by_role("heading", name=f"Dag {naam.split()[0]}", level=1).wait_for()

    def kijk(self, scherm: str) -> None:
        """Look at a screen once in a story: no barriers, by keyboard, on a telephone, and a picture of it."""
        if scherm in self.gezien:
            return
        self.gezien.append(scherm)
        axe(self.page)
        geen_horizontaal_schuiven(self.page)
        toetsenbord_rondgang(self.page)
        schermafbeelding(self.page, f"{self.verhaal}-{len(self.gezien):02d}-{scherm}")

    def beeld(self, naam: str, *, hoogte: int = beelden.HOOGSTE) -> None:
        """A picture of the handbook, `docs/beeld/<verhaal>/<naam>.jpg`: compared, or taken anew when asked.

        Wait with `staat_er` first: what counts is what can be read at this moment.
        """
        self.page.locator(".htmx-request, .htmx-swapping, .htmx-settling").wait_for(
            state="detached"
        )
        album = beelden.Album(self.verhaal)
        if beelden.vernieuwen():
            album.vernieuw(self.page, naam, hoogte)
        elif klacht := album.klacht(self.page, naam):
            beelden.KLACHTEN.append(klacht)

    def klik(self, naam: str, *, exact: bool = True) -> None:
        """Press the one button or link with this name, and wait until the page that follows is whole."""
        knop = self.page.get_by_role("button", name=naam, exact=exact)
        link = self.page.get_by_role("link", name=naam, exact=exact)
        knop.or_(link).click()
        self.page.wait_for_load_state()

    def staat_er(self, *zinnen: str) -> None:
        """Fail with the page's text when one of these sentences cannot be read on it.

        Waits for the sentence: a press returns before the next page has arrived whole.
        """
        for zin in zinnen:
            gevonden = self.page.get_by_role("main").get_by_text(zin).filter(visible=True)
            with contextlib.suppress(TimeoutError):
                gevonden.first.wait_for(timeout=WACHT_MS)
                continue
            pytest.fail(f"Er staat niet: {zin}\n\n{self.lees()}")

    def staat_er_niet(self, *zinnen: str) -> None:
        """Fail when one of these words is anywhere in the page that was sent."""
        inhoud = self.page.content()
        for zin in zinnen:
            assert zin not in inhoud, f"Er staat wel: {zin}\n\n{self.lees()}"

    def lees(self) -> str:
        """What can be read in the middle of the page."""
        return self.page.get_by_role("main").inner_text()


def veld(waar: Page | Locator, vraag: str) -> Locator:
    """The field with exactly this label, with or without the word that it may stay empty."""
    return waar.get_by_label(re.compile(rf"^\s*{re.escape(vraag)}\s*(\(optioneel\))?\s*$"))


def vul_datum(waar: Page | Locator, vraag: str, dag: date) -> None:
    """Fill in a date in its three parts."""
    groep = waar.get_by_role("group", name=vraag)
    for naam, waarde in (("Dag", dag.day), ("Maand", dag.month), ("Jaar", dag.year)):
        groep.get_by_label(naam).fill(str(waarde))
