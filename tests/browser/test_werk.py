"""The professional's first screens in a real browser: no barriers, by keyboard, on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import Melder, MeldingGegevens
from tests import world
from tests.browser.hulp import (
    axe,
    geen_horizontaal_schuiven,
    schermafbeelding,
    toetsenbord_rondgang,
)
from tests.pgplugin import Website

DAG = date(2026, 3, 2)
VRAGEN = (
    ("Eva van den Berg", "Ik slaap slecht en de kinderen maken veel ruzie.", 0, False),
    ("Ali Kaya", "Mijn zoon wil niet meer naar school.", 3, True),
    ("Noor de Wit", "Na de scheiding lukt het thuis niet meer.", 12, False),
)


@pytest.fixture
def page(gestart: Browser, website: Website) -> Iterator[Page]:
    """Signed in as Fatima on a Monday in March, through the demo's entrance."""
    world.overvecht()
    for naam, tekst, dagen, spoed in VRAGEN:
        with world.bezoeker(op=DAG - timedelta(days=dagen)) as scope:
            meldingen.doe_melding(
                scope,
                gemeente_sleutel="utrecht",
                gegevens=MeldingGegevens(
                    persoon=Persoonsgegevens(naam, date(1990, 5, 4), telefoon="06-00000001"),
                    tekst=tekst,
                    gebied="overvecht",
                    kinderen_onder_18=True,
                    spoed=spoed,
                    melder=Melder("Ria Smit", "06-00000002", "buurvrouw") if spoed else None,
                ),
            )
    with gestart.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.add_cookies(
            [{"name": "eenplan_demodatum", "value": DAG.isoformat(), "url": website.basis}]
        )
        page = context.new_page()
        page.goto(website.url("/kies-persoon/"))
        yield page


def kijk(page: Page, naam: str) -> None:
    axe(page)
    geen_horizontaal_schuiven(page)
    toetsenbord_rondgang(page)
    schermafbeelding(page, naam)


def test_a_professional_signs_in_takes_a_question_and_names_the_law(page: Page) -> None:
    kijk(page, "demo-kiezen")
    page.get_by_role("button", name="Fatima Amrani").click()
    kijk(page, "werk-lijst")
    page.get_by_role("link", name="Ali Kaya").click()
    kijk(page, "werk-melding-nieuw")
    page.get_by_role("button", name="Pak deze vraag op").click()
    page.get_by_text("Ria Smit").wait_for()
    page.get_by_label("Waarom deze wet?").fill("")
    page.get_by_role("button", name="Bewaar de wet").click()
    kijk(page, "werk-melding-fout")
    page.get_by_label("Jeugdwet: hulp").check()
    page.get_by_label("Waarom deze wet?").fill("Het gaat om zijn zoon van 12.")
    page.get_by_role("button", name="Bewaar de wet").click()
    page.get_by_text("Kies een andere wet").wait_for()
    page.get_by_text("Kan een ander team beter helpen?").click()
    kijk(page, "werk-melding-opgepakt")
    page.get_by_role("link", name="Mijn werk", exact=True).click()
    page.get_by_role("link", name="Mijn werk 1").click()
    kijk(page, "werk-lijst-mijn")


def test_a_phone_call_is_one_screen_and_a_known_person_gives_a_warning(page: Page) -> None:
    page.get_by_role("button", name="Sanne Bos").click()
    kijk(page, "werk-lijst-leeg")
    page.get_by_role("link", name="Nieuwe vraag").first.click()
    kijk(page, "werk-intake")
    page.get_by_label("Wat vraagt de inwoner?").fill("Ik kom de deur niet meer uit.")
    page.get_by_label("Naam", exact=True).first.fill("Eva van den Berg")
    for deel, waarde in (("dag", "4"), ("maand", "5"), ("jaar", "1990")):
        page.locator(f"#id_geboortedatum_{deel}").fill(waarde)
    page.get_by_label("Wijk of buurt").select_option("overvecht")
    page.get_by_text("Gezin", exact=True).click()
    page.get_by_role("button", name="Leg de vraag vast").click()
    kijk(page, "werk-intake-bekend")
    page.get_by_role("button", name="Leg de vraag toch vast").click()
    page.get_by_role("button", name="Pak deze vraag op").wait_for()
    kijk(page, "werk-melding-dubbel")


def test_somebody_is_found_by_name_and_date_of_birth(page: Page) -> None:
    page.get_by_role("button", name="Petra Vos").click()
    page.get_by_role("link", name="Zoeken").click()
    page.get_by_label("Achternaam").fill("van den Berg")
    for deel, waarde in (("dag", "4"), ("maand", "5"), ("jaar", "1990")):
        page.locator(f"#id_geboortedatum_{deel}").fill(waarde)
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("heading", name="Gevonden").wait_for()
    kijk(page, "werk-zoeken")
