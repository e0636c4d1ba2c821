"""The public pages in a real browser: the walk of a resident, without barriers, on a telephone and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import world
from tests.browser.hulp import (
    axe,
    geen_horizontaal_schuiven,
    schermafbeelding,
    toetsenbord_rondgang,
)
from tests.pgplugin import Website

DAG = date(2026, 3, 2)


@pytest.fixture
def context(gestart: Browser, website: Website) -> Iterator[BrowserContext]:
    world.gemeente("utrecht")
    context = gestart.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies(
        [{"name": "eenplan_demodatum", "value": DAG.isoformat(), "url": website.basis}]
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def kijk(page: Page, naam: str) -> None:
    axe(page)
    geen_horizontaal_schuiven(page)
    toetsenbord_rondgang(page)
    schermafbeelding(page, naam)


def test_a_resident_walks_from_the_front_page_to_a_team_in_three_pages(
    page: Page, website: Website
) -> None:
    page.goto(website.url("/"))
    kijk(page, "openbaar-start")
    page.get_by_role("link", name="Utrecht").click()
    kijk(page, "openbaar-gemeente")
    page.get_by_role("link", name="Stel uw vraag", exact=True).click()
    page.get_by_role("button", name="Ga verder").click()
    assert page.title().startswith("Fout: ")
    kijk(page, "openbaar-vraag-fout")
    page.get_by_label("Waar wilt u hulp bij?").fill(
        "Ik slaap slecht en de kinderen maken veel ruzie. Ik weet niet meer hoe ik het moet doen."
    )
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("In welke wijk of buurt").select_option("tigrisdreef")
    kijk(page, "openbaar-vraag")
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_label("Hoe heet u?").fill("Eva van den Berg")
    page.get_by_label("Op welk nummer").fill("06 0000 0001")
    kijk(page, "openbaar-persoon")
    page.get_by_role("button", name="Ga verder").click()
    kijk(page, "openbaar-controle")
    page.get_by_role("button", name="Verstuur uw vraag").click()
    page.get_by_role("heading", name="Uw vraag is binnen").wait_for()
    kijk(page, "openbaar-ontvangen")


def test_somebody_asks_for_another_without_scripts(
    gestart: Browser, context: BrowserContext, website: Website
) -> None:
    with gestart.new_context(java_script_enabled=False) as zonder:
        page = zonder.new_page()
        page.goto(website.url("/utrecht/"))
        page.get_by_role("link", name="Stel een vraag voor iemand anders").click()
        page.get_by_label("Waar is hulp bij nodig?").fill("Mijn buurvrouw redt het niet meer.")
        page.get_by_label("In welke wijk of buurt").select_option("overvecht")
        page.get_by_role("button", name="Ga verder").click()
        page.get_by_label("Voor wie is de hulp?").fill("Eva van den Berg")
        page.get_by_label("Hoe heet u zelf?").fill("Ria Smit")
        page.get_by_label("Op welk nummer").fill("06 0000 0002")
        page.get_by_role("button", name="Ga verder").click()
        page.get_by_role("button", name="Wijzig de gegevens").click()
        page.get_by_role("button", name="Ga verder").click()
        page.get_by_role("button", name="Verstuur de vraag").click()
        page.get_by_role("heading", name="De vraag is binnen").wait_for()
