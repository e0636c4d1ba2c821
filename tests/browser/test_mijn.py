"""A resident at the own pages in a real browser: on a telephone first, without barriers, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from tests import world
from tests.browser.hulp import (
    SCHERMEN,
    axe,
    geen_horizontaal_schuiven,
    schermafbeelding,
    toetsenbord_rondgang,
)
from tests.pgplugin import Website
from tests.world import BUREN, JEUGDHULP, LENTE, Gezin, Overvecht


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    """The family with a plan: a goal of the mother with help of neighbours, one of the daughter with youth help."""
    gezin = world.gezin_hadi(o.fatima)
    world.onderzoek_afgerond(o.fatima, gezin.melding)
    deelnemers = [gezin.esra, gezin.sam]
    world.plan_met_doel(o.fatima, gezin.melding, deelnemers=deelnemers, hulp=BUREN)
    world.plan_met_doel(
        o.fatima,
        gezin.melding,
        van=gezin.esra,
        woorden="Ik wil weer met plezier naar school.",
        hulp=JEUGDHULP,
    )
    world.plan_met_doel(o.fatima, gezin.melding, woorden="Ik wil tijd voor mezelf.")
    return gezin


def als(context: BrowserContext, website: Website, naam: str) -> Page:
    """At the own pages, chosen in the demo."""
    context.add_cookies(
        [{"name": "eenplan_demodatum", "value": LENTE.isoformat(), "url": website.basis}]
    )
    page = context.new_page()
    page.goto(website.url("/kies-persoon/"))
    knop = page.get_by_role("button", name=naam)
    if not knop.is_visible():
        page.get_by_text("Inwoners van Utrecht").click()
    knop.click()
    return page


@pytest.fixture
def telefoon(gestart: Browser, website: Website, gezin: Gezin) -> Iterator[Page]:
    with gestart.new_context(viewport={"width": 360, "height": 740}) as context:
        yield als(context, website, "Mina Hadi")


def kijk(page: Page, naam: str) -> None:
    axe(page)
    geen_horizontaal_schuiven(page)
    toetsenbord_rondgang(page)
    schermafbeelding(page, f"mijn-{naam}")


def test_u17_x4_a_mother_sees_how_it_stands_answers_and_writes_in_her_plan(telefoon: Page) -> None:
    page = telefoon
    kijk(page, "overzicht")
    page.get_by_role("link", name="Geef antwoord").first.click()
    kijk(page, "antwoord")
    page.get_by_label("Ik wil eerst praten").check()
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("U wilt eerst praten")
    kijk(page, "gezegd")
    page.get_by_role("link", name="Naar mijn plan").click()
    kijk(page, "plan")
    eten = page.locator("article", has_text="samen kunnen eten")
    eten.get_by_role("link", name="Schrijf er iets bij").click()
    page.get_by_label("Iets wat ik zelf ga doen").check()
    page.get_by_label("Schrijf het hier").fill("Op woensdag eten de kinderen bij oma.")
    kijk(page, "doel")
    page.get_by_role("button", name="Zet het in mijn plan").click()
    page.get_by_role("button", name="Dit heb ik gedaan").click()
    expect(page.get_by_role("main")).to_contain_text("Gedaan")
    page.get_by_role("button", name="Zet hoger").first.click()
    expect(page.locator("article").first).to_contain_text("samen kunnen eten")
    page.get_by_role("link", name="Mijn plan op papier").click()
    kijk(page, "papier")


def test_x14_everything_one_always_may_is_one_press_away(
    telefoon: Page, website: Website, gezin: Gezin
) -> None:
    page = telefoon
    altijd = {
        "Ik wil een besluit": "besluit-kies",
        "Ik ben het niet eens": "oneens",
        "Iemand die met u meedenkt": "steun",
        "Wie keek er mee?": "wie-keek",
        "Wat weten wij van u?": "gegevens",
        "Veilig deze pagina's gebruiken": "snel-weg",
    }
    for naam, beeld in altijd.items():
        page.goto(website.url("/mijn/"))
        page.get_by_role("navigation", name="Dit kunt u altijd").get_by_role(
            "link", name=naam
        ).click()
        kijk(page, beeld)
    for naam, beeld in (("Brieven", "brieven"), ("Uw rechten", "rechten")):
        page.goto(website.url("/mijn/"))
        page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name=naam).click()
        kijk(page, beeld)


def test_x2_f14_asking_a_decision_and_disagreeing_work_without_javascript(
    gestart: Browser, website: Website, gezin: Gezin
) -> None:
    with gestart.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 740}
    ) as context:
        page = als(context, website, "Mina Hadi")
        page.goto(website.url("/mijn/besluit/"))
        page.get_by_role("link", name="Samen eten bij de buren").click()
        expect(page.get_by_role("main")).to_contain_text("Wat kost het?")
        page.get_by_role("button", name="Vraag het besluit").click()
        expect(page.get_by_role("alert")).to_contain_text("Schrijf op waarover u een besluit wilt")
        page.get_by_label("Waarover wilt u een besluit?").fill("Ik wil hulp in huis.")
        schermafbeelding(page, "mijn-besluit")
        page.get_by_role("button", name="Vraag het besluit").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Uw verzoek is binnen")
        schermafbeelding(page, "mijn-besluit-gevraagd")
        page.goto(website.url("/mijn/oneens/"))
        page.get_by_role("link", name="Ik vind dat ik niet goed behandeld ben").click()
        page.get_by_label("Wat is er?").fill("Niemand belde mij terug.")
        schermafbeelding(page, "mijn-klacht")
        page.get_by_role("button", name="Verstuur").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Wij hebben het gekregen")
        schermafbeelding(page, "mijn-zaak")


def test_u17_what_a_youth_says_is_on_the_list_of_the_team_at_once(
    gestart: Browser, website: Website, gezin: Gezin
) -> None:
    with gestart.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = als(context, website, "Esra Hadi")
        kijk(page, "overzicht-esra")
        page.get_by_role("link", name="Geef antwoord").click()
        page.get_by_label("Ja, ik wil deze hulp").check()
        page.get_by_role("button", name="Verstuur mijn antwoord").click()
        page.goto(website.url("/mijn/plan/"))
        kijk(page, "plan-esra")
        expect(page.get_by_role("main")).not_to_contain_text("samen kunnen eten")
        page.goto(website.url("/kies-persoon/"))
        page.get_by_role("button", name="Fatima Amrani").click()
        page.goto(website.url("/werk/?tab=mijn"))
        page.get_by_role("row", name="Gaf antwoord op hulp").get_by_role("link").click()
        expect(page.get_by_role("main")).to_contain_text("Esra Hadi zegt ja")
        kijk(page, "van-het-gezin")
        page.get_by_role("button", name="Ik heb dit gezien").click()
        page.goto(website.url("/werk/?tab=mijn"))
        expect(page.get_by_role("main")).not_to_contain_text("Gaf antwoord op hulp")


def test_f21_the_plan_prints_without_buttons_and_with_everything_in_it(
    telefoon: Page, website: Website
) -> None:
    telefoon.goto(website.url("/mijn/plan/papier/"))
    papier = PdfReader(BytesIO(telefoon.pdf(format="A4", path=SCHERMEN / "mijn-plan.pdf")))
    telefoon.set_viewport_size({"width": 794, "height": 1123})
    telefoon.emulate_media(media="print")
    telefoon.screenshot(path=SCHERMEN / "mijn-plan-op-papier.png", full_page=True)
    tekst = " ".join(bladzij.extract_text() for bladzij in papier.pages)
    assert "Ik wil tijd voor mezelf" in tekst
    assert "buurvrouw Riet".lower() in tekst.lower()
    for niet in ("Verlaat deze pagina", "Schrijf er iets bij", "Dit kunt u altijd", "Afdrukken"):
        assert niet not in tekst
