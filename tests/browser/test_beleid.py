"""The pages about the arrangement: readable on a telephone, by keyboard, and without barriers (X1)."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from eenplan.organisaties.api import Functie
from tests import world
from tests.browser.hulp import (
    axe,
    geen_horizontaal_schuiven,
    schermafbeelding,
    toetsenbord_rondgang,
)
from tests.browser.schermwereld import Plek
from tests.browser.schouw import nieuw_venster
from tests.pgplugin import Website


def kijk(page: Page, naam: str) -> None:
    axe(page)
    geen_horizontaal_schuiven(page)
    toetsenbord_rondgang(page)
    schermafbeelding(page, naam)


@pytest.mark.parametrize("gemeente", ["utrecht", "kaag-en-braassem"])
def test_the_adviser_reads_the_model_and_tries_a_situation(
    gemeente: str, gestart: Browser, website: Website
) -> None:
    world.gemeente(gemeente)
    mens = world.medewerker(
        gemeente, "Ingrid Smeets", organisatie="gemeente", functie=Functie.BELEIDSADVISEUR
    )
    page = nieuw_venster(gestart, website, Plek(mens, date(2026, 3, 2)).koekjes()).page
    page.goto(website.url("/beleid/"))
    kijk(page, f"beleid-{gemeente}")
    page.get_by_role("main").get_by_role("link", name="Probeer een situatie").click()
    page.get_by_label("Hoe oud is de inwoner?").fill("13")
    page.get_by_label("Welke wet?").select_option(label="Jeugdwet")
    page.get_by_label("Wat voor hulp?").select_option("aanvullend")
    page.get_by_role("button", name="Laat zien wat er gebeurt").click()
    page.get_by_text("Wie de vraag krijgt").wait_for()
    page.get_by_text("Waarom dit?").click()
    kijk(page, f"beleid-proberen-{gemeente}")
    page.goto(website.url(f"/{gemeente}/zo-werkt-het/"))
    kijk(page, f"zo-werkt-het-{gemeente}")
