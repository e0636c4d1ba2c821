"""How much work it is, counted in the browser: screens, required fields and clicks.

A screen counts when somebody has to do something on it. A field counts when the page says that it must be filled in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from eenplan.beleid import api as beleid
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from tests import world
from tests.browser import chromium
from tests.browser.schermwereld import Plek
from tests.browser.schouw import nieuw_venster
from tests.pgplugin import Website

VERPLICHT = """() => [...document.querySelectorAll("main .ep-veld")].filter((veld) => {
  const naam = veld.querySelector("legend, label");
  const vraagt = veld.querySelector("[aria-required=true], [type=radio]");
  return vraagt && naam.checkVisibility() && !naam.innerText.includes("(optioneel)");
}).map((veld) => veld.querySelector("legend, label").innerText.trim())"""


@dataclass
class Teller:
    """What somebody had to go through."""

    page: Page
    schermen: list[str] = field(default_factory=list)
    verplicht: list[str] = field(default_factory=list)
    klikken: int = 0

    def scherm(self) -> None:
        """Here somebody has to do something."""
        self.schermen.append(self.page.get_by_role("heading", level=1).inner_text())
        self.verplicht += self.page.evaluate(VERPLICHT)

    def verder(self, knop: str) -> None:
        """Press what leads to the next screen."""
        main = self.page.get_by_role("main")
        naam = main.get_by_role("button", name=knop, exact=True)
        naam.or_(main.get_by_role("link", name=knop, exact=True)).first.click()
        self.klikken += 1


@pytest.fixture(scope="module")
def gestart() -> Iterator[Browser]:
    with chromium.browser() as browser:
        yield browser


def als(gestart: Browser, website: Website, wie: world.Mens | None, pad: str) -> Teller:
    """Somebody on the first page of a walk."""
    page = nieuw_venster(gestart, website, Plek(wie).koekjes()).page
    page.goto(website.url(pad))
    return Teller(page)


def test_a_resident_asks_in_three_screens_and_five_required_fields(
    gestart: Browser, website: Website
) -> None:
    world.gemeente("utrecht")
    loop = als(gestart, website, None, "/utrecht/vraag/")
    page = loop.page
    loop.scherm()
    page.get_by_label("Waar wilt u hulp bij?").fill("Ik slaap slecht.")
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("In welke wijk of buurt").select_option("tigrisdreef")
    loop.verder("Ga verder")
    loop.scherm()
    page.get_by_label("Hoe heet u?").fill("Eva van den Berg")
    page.get_by_label("Op welk nummer").fill("06 0000 0001")
    loop.verder("Ga verder")
    loop.scherm()
    loop.verder("Verstuur uw vraag")
    page.get_by_text("belt u, tussen").wait_for()
    assert len(loop.schermen) <= 3, loop
    assert len(loop.verplicht) <= 5, loop


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_no_municipality_asks_a_resident_more_than_five_things(
    gemeente: str, gestart: Browser, website: Website
) -> None:
    world.gemeente(gemeente)
    loop = als(gestart, website, None, f"/{gemeente}/vraag/")
    loop.scherm()
    vult_in(loop.page)
    loop.verder("Ga verder")
    loop.scherm()
    assert len(loop.schermen) == len(set(loop.schermen)) == 2, loop
    assert len(loop.verplicht) <= 5, loop


def vult_in(page: Page) -> None:
    """Give every required field some answer, whatever this municipality asks."""
    page.get_by_label("Waar wilt u hulp bij?").fill("Ik slaap slecht.")
    for groep in page.get_by_role("main").get_by_role("group").all():
        if groep.get_by_role("radio").count():
            groep.get_by_role("radio").first.check()
    for keuze in page.get_by_role("main").get_by_role("combobox").all():
        waarde = keuze.locator("option[value]:not([value=''])").first.get_attribute("value")
        keuze.select_option(waarde)


def test_a_phone_call_is_one_screen_with_at_most_six_required_fields(
    gestart: Browser, website: Website
) -> None:
    cast = world.overvecht()
    loop = als(gestart, website, cast.fatima, "/werk/melding/nieuw/")
    page = loop.page
    loop.scherm()
    page.get_by_label("Wat vraagt de inwoner?").fill("Mijn zoon wil niet naar school.")
    page.get_by_label("Naam", exact=True).first.fill("Eva van den Berg")
    page.get_by_label("Wijk of buurt").select_option("tigrisdreef")
    page.get_by_label("Er wonen kinderen").check()
    loop.verder("Leg de vraag vast")
    page.get_by_role("button", name="Pak deze vraag op").wait_for()
    assert len(loop.schermen) == 1, loop
    assert len(loop.verplicht) <= 6, loop


def test_help_starts_within_four_screens_on_the_light_route(
    gestart: Browser, website: Website
) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    with cast.fatima.handelt(op=world.LENTE) as scope:
        meldingen.neem_op(scope, melding=gezin.melding)
    loop = als(gestart, website, cast.fatima, f"/werk/melding/{gezin.melding}/")
    page = loop.page
    loop.verder("Begin het gesprek")
    loop.scherm()
    page.get_by_label("Wat lukt u zelf nog?").fill("Het ontbijt lukt goed.")
    loop.verder("Bewaar en ga naar het plan")
    page.get_by_label("Wat wilt u bereiken?").wait_for()
    loop.scherm()
    page.get_by_label("Wat wilt u bereiken?").fill("Ik wil samen eten zonder ruzie.")
    loop.verder("Bewaar dit doel")
    loop.verder("Kies deze trede: Hulp die voor iedereen open is")
    page.get_by_label("Hulp van het buurtteam").wait_for()
    loop.scherm()
    page.get_by_label("Hulp van het buurtteam").check()
    page.get_by_label("Waarom is ‘familie en buren’ niet genoeg?").fill("De buren koken al mee.")
    loop.verder("Voeg deze hulp toe")
    page.get_by_role("button", name="Laat de hulp beginnen").wait_for()
    loop.scherm()
    loop.verder("Laat de hulp beginnen")
    page.get_by_text("Loopt").first.wait_for()
    assert len(loop.schermen) <= 4, loop


def test_from_agreed_help_to_the_list_of_the_provider_is_one_click(
    gestart: Browser, website: Website
) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    plan = world.plan_met_doel(
        cast.fatima, gezin.melding, van=gezin.esra, deelnemers=[gezin.esra], hulp=world.JEUGDHULP
    )
    assert plan.inzet is not None
    for van in (gezin.esra, gezin.mina, gezin.karim):
        with cast.fatima.handelt(op=world.LENTE) as scope:
            plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=van, akkoord=True)
    loop = als(gestart, website, cast.fatima, f"/werk/plan/hulp/{plan.inzet}/")
    loop.verder("Verwijs naar De Linde Jeugdhulp")
    loop.page.get_by_text("ziet de verwijzing op de eigen lijst").wait_for()
    assert loop.klikken == 1
    loop = als(gestart, website, cast.lisa, "/werk/")
    loop.page.get_by_role("link", name="Esra Hadi").first.wait_for()


def test_a_field_too_many_is_counted(gestart: Browser, website: Website) -> None:
    """The control: what must be filled in is what the page says, not what the test fills in."""
    loop = als(gestart, website, None, "/")
    veld = "<div class=ep-veld><label for={0}>{0}</label><input id={0} {1}></div>"
    dicht = f"<details>{veld.format('dicht', 'aria-required=true')}</details>"
    loop.page.set_content(
        "<main><h1>Kop</h1>"
        + veld.format("nodig", "aria-required=true")
        + veld.format("keuze", "type=radio")
        + veld.format("keuze(optioneel)", "type=radio")
        + veld.format("vrij", "")
        + dicht
        + "</main>"
    )
    loop.scherm()
    assert loop.verplicht == ["nodig", "keuze"]
