"""Conversation, plan and help in a real browser: four screens on the light route, no barriers, no JavaScript needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import world
from tests.browser.hulp import (
    axe,
    geen_horizontaal_schuiven,
    schermafbeelding,
    toetsenbord_rondgang,
)
from tests.pgplugin import Website
from tests.world import BUREN, JEUGDHULP, LENTE, TEAMHULP, Gezin, Overvecht


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    return world.gezin_hadi(o.fatima)


def aangemeld(context: BrowserContext, website: Website) -> Page:
    """Signed in as Fatima on a Monday in March, through the demo's entrance."""
    context.add_cookies(
        [{"name": "eenplan_demodatum", "value": LENTE.isoformat(), "url": website.basis}]
    )
    page = context.new_page()
    page.goto(website.url("/kies-persoon/"))
    page.get_by_role("button", name="Fatima Amrani").click()
    return page


@pytest.fixture
def page(gestart: Browser, website: Website, o: Overvecht) -> Iterator[Page]:
    with gestart.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield aangemeld(context, website)


@pytest.fixture
def zonder_js(gestart: Browser, website: Website, o: Overvecht) -> Iterator[Page]:
    with gestart.new_context(java_script_enabled=False) as context:
        yield aangemeld(context, website)


def kijk(page: Page, naam: str) -> None:
    axe(page)
    geen_horizontaal_schuiven(page)
    toetsenbord_rondgang(page)
    schermafbeelding(page, naam)


def test_help_starts_within_four_screens_on_the_light_route(
    page: Page, website: Website, gezin: Gezin
) -> None:
    page.goto(website.url(f"/werk/melding/{gezin.melding}/gesprek/"))
    kijk(page, "gesprek-begin")
    page.get_by_role("button", name="Begin het gesprek").click()
    page.get_by_label("Wat lukt u zelf nog?").fill("Het ontbijt lukt goed, ook als het druk is.")
    page.get_by_label("Wat wilt u graag?").click()  # leaves the first text, which saves itself
    expect(page.locator("#bewaard-eigen-kracht")).to_contain_text("Bewaard om")
    kijk(page, "gesprek")
    page.get_by_text("Zet een onderwerp aan").click()
    page.get_by_label("Waar kijken jullie ook naar?").select_option("financien")
    page.get_by_label("Waarom hoort dit bij deze vraag?").fill("De huur geeft veel spanning thuis.")
    page.get_by_role("button", name="Zet dit onderwerp aan").click()
    page.get_by_label("Gesproken met Esra Hadi").check()
    page.get_by_role("group", name="Esra Hadi").get_by_label("Zonder ouders erbij").check()
    page.get_by_label("Wat Esra Hadi zelf zegt").fill("Ik wil rust op mijn kamer.")
    page.get_by_label("Gratis cliëntondersteuning").select_option("wil_niet")
    page.get_by_label("Voor de mantelzorger").select_option("geen_mantelzorger")
    page.get_by_label("Ja, er is hulp nodig").check()
    page.get_by_label("Onze conclusie").fill("Er is hulp nodig bij het opvoeden.")
    kijk(page, "gesprek-vol")
    page.get_by_role("button", name="Bewaar en ga naar het plan").click()
    kijk(page, "plan-leeg")
    page.get_by_label("Wat wilt u bereiken?").fill("Ik wil samen eten zonder ruzie.")
    page.get_by_role("button", name="Bewaar dit doel").click()
    kijk(page, "inzet-eigen-kracht")
    page.get_by_role("button", name="Kies deze trede: Hulp die voor iedereen open is").click()
    page.get_by_label("Hulp van het buurtteam").check()
    page.get_by_role("button", name="Voeg deze hulp toe").click()
    kijk(page, "inzet-fout")
    page.get_by_label("Waarom is ‘familie en buren’ niet genoeg?").fill("De buren koken al mee.")
    page.get_by_role("button", name="Voeg deze hulp toe").click()
    page.get_by_text("Waarom dit?").click()
    kijk(page, "inzet-beslis")
    page.get_by_label("Ja, akkoord met deze hulp").check()
    page.get_by_label("Ja, deze hulp is nodig").check()
    page.get_by_role("button", name="Laat de hulp beginnen").click()
    expect(page.get_by_role("heading", name="Dit wil ik bereiken")).to_be_visible()
    expect(page.get_by_text("Loopt")).to_be_visible()
    kijk(page, "plan-begonnen")


def test_a_youth_both_parents_and_a_referral(
    page: Page, website: Website, o: Overvecht, gezin: Gezin
) -> None:
    kinderen = [gezin.sam, gezin.esra]
    world.plan_met_doel(o.fatima, gezin.melding, deelnemers=kinderen, hulp=BUREN)
    plan = world.plan_met_doel(
        o.fatima,
        gezin.melding,
        van=gezin.esra,
        woorden="Ik wil weer naar school durven.",
        hulp=JEUGDHULP,
    )
    page.goto(website.url(f"/werk/plan/hulp/{plan.inzet}/"))
    kijk(page, "inzet-jeugd")
    page.get_by_label("Ja, akkoord met deze hulp").check()
    page.get_by_label("Ja, deze hulp is nodig").check()
    page.get_by_role("button", name="Verwijs naar De Linde Jeugdhulp").click()
    expect(page.get_by_role("alert")).to_contain_text("Eerst akkoord van")
    page.get_by_role("link", name="Leg een weigering of een uitzondering vast").click()
    page.get_by_label("Wie geeft antwoord?").select_option(label="Karim Hadi (ouder met gezag)")
    page.get_by_label("Niet akkoord").check()
    page.get_by_role("button", name="Bewaar dit antwoord").click()
    page.get_by_text("De hulp mag zonder akkoord van een ouder").click()
    kijk(page, "akkoord")
    page.goto(website.url(f"/werk/plan/hulp/{plan.inzet}/"))
    for naam in (
        "Esra Hadi (jongere)",
        "Mina Hadi (ouder met gezag)",
        "Karim Hadi (ouder met gezag)",
    ):
        page.get_by_label(naam).check()
    page.get_by_label("Ja, akkoord met deze hulp").check()
    page.get_by_label("We twijfelen nog").check()
    expect(page.get_by_role("heading", name="Overleg eerst")).to_be_visible()
    page.get_by_label("Ja, deze hulp is nodig").check()
    page.get_by_role("button", name="Verwijs naar De Linde Jeugdhulp").click()
    kijk(page, "plan-verwezen")
    page.get_by_role("link", name="Bekijk : hulp voor Esra en haar ouders").click()
    page.get_by_text("Waarom dit?").click()
    kijk(page, "inzet-geregeld")


def test_the_rest_of_the_plan(page: Page, website: Website, o: Overvecht, gezin: Gezin) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, hulp=TEAMHULP)
    for pad, naam in (
        ("regisseur/", "plan-regisseur"),
        ("mantelzorg/", "plan-mantelzorg"),
        ("meedoen/", "plan-meedoen"),
    ):
        page.goto(website.url(f"/werk/plan/{plan.plan}/{pad}"))
        kijk(page, naam)
    page.goto(website.url(f"/werk/plan/doel/{plan.doel}/"))
    kijk(page, "doel")
    onderzoek = world.onderzoek_afgerond(o.fatima, gezin.melding)
    page.goto(website.url(f"/werk/gesprek/{onderzoek}/"))
    kijk(page, "gesprek-klaar")


def test_everything_works_without_javascript(
    zonder_js: Page, website: Website, gezin: Gezin
) -> None:
    page = zonder_js
    page.goto(website.url(f"/werk/melding/{gezin.melding}/gesprek/"))
    page.get_by_role("button", name="Begin het gesprek").click()
    page.get_by_label("Wat lukt u zelf nog?").fill("Het ontbijt lukt.")
    page.get_by_label("Wie helpt u al?").fill("De buurvrouw.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_label("Wie helpt u al?")).to_have_value("De buurvrouw.")
    page.get_by_role("button", name="Bewaar en ga naar het plan").click()
    page.get_by_label("Wat wilt u bereiken?").fill("Rust aan tafel.")
    page.get_by_role("button", name="Bewaar dit doel").click()
    page.get_by_label("Wat gaat er gebeuren?").fill("elke avond samen eten")
    page.get_by_role("button", name="Voeg deze hulp toe").click()
    page.get_by_label("Vraagt om een besluit op papier").check()
    page.get_by_role("button", name="Bekijk wat dit betekent").click()
    expect(page.get_by_role("heading", name="Er komt eerst een besluit")).to_be_visible()
    page.get_by_label("Ja, akkoord met deze hulp").check()
    page.get_by_role("button", name="Bekijk wat dit betekent").click()
    page.get_by_role("button", name="Laat de hulp beginnen").click()
    expect(page.get_by_text("elke avond samen eten").first).to_be_visible()
