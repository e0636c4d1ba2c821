"""The verslag and the letters of a youth in a real browser: no barriers, by keyboard, and without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests import world
from tests.browser.test_stuk import als, kijk
from tests.integration.besluiten import wereld
from tests.pgplugin import Website


def test_row8_the_verslag_leaves_with_one_press_also_without_scripts(
    gestart: Browser, website: Website
) -> None:
    cast = world.overvecht()
    melding = world.man_alleen().melding
    onderzoek = world.onderzoek_afgerond(cast.sanne, melding, wet="wmo")
    with als(gestart, website, cast.sanne) as context:
        page = context.new_page()
        page.goto(website.url(f"/werk/gesprek/{onderzoek}/"))
        kijk(page, "verslag-klaar")
    with als(gestart, website, cast.sanne, scripts=False) as context:
        page = context.new_page()
        page.goto(website.url(f"/werk/gesprek/{onderzoek}/"))
        page.get_by_role("button", name="Verstuur het verslag").click()
        page.get_by_text("De brief is verstuurd").wait_for()
    with als(gestart, website, cast.sanne) as context:
        page = context.new_page()
        page.goto(website.url(f"/werk/gesprek/{onderzoek}/"))
        kijk(page, "verslag-verstuurd")


def test_row11_the_page_names_every_reader_before_and_after_sending(
    gestart: Browser, website: Website
) -> None:
    zaak = wereld.verwijzing()
    with als(gestart, website, zaak.team) as context:
        page = context.new_page()
        page.goto(website.url(f"/werk/stuk/{zaak.stuk}/"))
        for naam in ("Esra Hadi", "Karim Hadi", "Mina Hadi"):
            page.locator("li", has_text=naam).first.wait_for()
        page.get_by_label("Ik heb verteld").check()
        page.get_by_role("button", name="Maak definitief en verstuur").click()
        page.get_by_role("heading", name="Wie deze brief krijgt").wait_for()
        kijk(page, "stuk-lezers")
