"""How much work it is, counted in the browser: screens, required fields, clicks, letters and hand-overs.

A screen counts when somebody has to do something on it. A field counts when the page says that it must be filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import psycopg
import pytest
from playwright.sync_api import Browser, Page

from eenplan.beleid import api as beleid
from eenplan.demo import medewerkers
from eenplan.organisaties import api as organisaties
from eenplan.plannen import api as plannen
from tests import world
from tests.browser.regeldruk import BRIEF, INWONER, LICHT, TELEFOON, Gang, Meting, leg_vast
from tests.browser.schermwereld import Plek
from tests.browser.schouw import nieuw_venster
from tests.pgplugin import Website

DAG = date(2026, 3, 2)
VERPLICHT = """() => [...document.querySelectorAll("main .ep-veld")].filter((veld) => {
  const naam = veld.querySelector("legend, label");
  const vraagt = veld.querySelector("[aria-required=true], [type=radio]");
  return vraagt && naam.checkVisibility() && !naam.innerText.includes("(optioneel)");
}).map((veld) => [
  veld.querySelector("legend, label").innerText.trim(), !!veld.querySelector(".ep-veld__waarom")
])"""


@dataclass
class Teller:
    """What somebody had to go through."""

    page: Page
    schermen: list[str] = field(default_factory=list)
    verplicht: list[str] = field(default_factory=list)
    zonder_reden: list[str] = field(default_factory=list)
    klikken: int = 0

    def scherm(self) -> None:
        """Here somebody has to do something."""
        self.schermen.append(self.page.get_by_role("heading", level=1).inner_text())
        velden = self.page.evaluate(VERPLICHT)
        self.verplicht += [naam for naam, _ in velden]
        self.zonder_reden += [naam for naam, reden in velden if not reden]

    def verder(self, knop: str) -> None:
        """Press what leads to the next screen."""
        main = self.page.get_by_role("main")
        naam = main.get_by_role("button", name=knop, exact=True)
        naam.or_(main.get_by_role("link", name=knop, exact=True)).first.click()
        self.klikken += 1

    def meting(self, gemeente: str, gang: Gang, *, brieven: int, overdrachten: int) -> Meting:
        """Everything that was counted."""
        return Meting(
            beleid.versies(gemeente)[-1].naam,
            gang,
            len(self.schermen),
            len(self.verplicht),
            len(self.zonder_reden),
            self.klikken,
            brieven,
            overdrachten,
        )


def als(gestart: Browser, website: Website, wie: world.Mens | None, pad: str) -> Teller:
    """Somebody on the first page of a walk."""
    page = nieuw_venster(gestart, website, Plek(wie, DAG).koekjes()).page
    page.goto(website.url(pad))
    return Teller(page)


def verstuurd(conn: psycopg.Connection) -> int:
    """How many letters left."""
    rij = conn.execute("SELECT count(*) FROM berichten_brief WHERE verzonden_op IS NOT NULL")
    return int((rij.fetchone() or (0,))[0])


def overgedragen(conn: psycopg.Connection) -> int:
    """How often a question went to another team."""
    rij = conn.execute(
        "SELECT count(*) FROM platform_gebeurtenis WHERE soort = 'melding.doorgezet'"
    )
    return int((rij.fetchone() or (0,))[0])


def meldt(teller: Teller, gemeente: str) -> None:
    """A resident asks for help from the front page on, whatever this municipality wants to know."""
    teller.verder(beleid.versies(gemeente)[-1].naam)
    teller.verder("Stel uw vraag")
    teller.page.get_by_label("Waar wilt u hulp bij?").wait_for()
    teller.scherm()
    vult_in(teller.page)
    teller.verder("Ga verder")
    teller.page.get_by_label("Hoe heet u?").fill("Eva van den Berg")
    teller.scherm()
    teller.page.get_by_label("Op welk nummer").fill("06 0000 0001")
    for naam, waarde in (("Dag", "4"), ("Maand", "5"), ("Jaar", "1990")):
        if (deel := teller.page.get_by_label(naam, exact=True)).count():
            deel.fill(waarde)
    teller.verder("Ga verder")
    teller.page.get_by_role("button", name="Verstuur uw vraag").wait_for()
    teller.scherm()
    teller.verder("Verstuur uw vraag")
    teller.page.get_by_text("belt u, tussen").wait_for()


def vult_in(page: Page) -> None:
    """Give every required field some answer, whatever this municipality asks."""
    page.get_by_label("Waar wilt u hulp bij?").fill("Ik slaap slecht.")
    for groep in page.get_by_role("main").get_by_role("group").all():
        if groep.get_by_role("radio").count():
            groep.get_by_role("radio").last.check()
    for keuze in page.get_by_role("main").get_by_role("combobox").all():
        waarde = keuze.locator("option[value]:not([value=''])").first.get_attribute("value")
        keuze.select_option(waarde)


def richt_in(gemeente: str) -> None:
    """The municipality with somebody at work in every place."""
    world.gemeente(gemeente)
    medewerkers.neem_in_dienst(beleid.versies(gemeente))


def wie_werkt_bij(gemeente: str, plek: str) -> world.Mens:
    """Somebody of the team or organisation with this name."""
    mens = next(
        m
        for m in organisaties.demomedewerkers()
        if m.gemeente == gemeente
        and plek in (m.team, m.organisatie)
        and m.functie != organisaties.Functie.BELEIDSADVISEUR
    )
    return world.Mens(UUID(str(mens.id)), organisaties.gemeente_id(gemeente))


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_a_resident_asks_in_three_screens_and_five_required_fields_without_a_letter(
    gemeente: str, gestart: Browser, website: Website, beheer_conn: psycopg.Connection
) -> None:
    world.gemeente(gemeente)
    loop = als(gestart, website, None, "/")
    meldt(loop, gemeente)
    uit = loop.meting(
        gemeente, INWONER, brieven=verstuurd(beheer_conn), overdrachten=overgedragen(beheer_conn)
    )
    leg_vast(uit)


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_a_phone_call_is_one_screen_with_at_most_six_required_fields(
    gemeente: str, gestart: Browser, website: Website, beheer_conn: psycopg.Connection
) -> None:
    richt_in(gemeente)
    gemeente_naam = next(
        p.naam for p in beleid.model(gemeente, DAG).partijen if p.soort == "gemeente"
    )
    loop = als(gestart, website, wie_werkt_bij(gemeente, gemeente_naam), "/werk/melding/nieuw/")
    page = loop.page
    loop.scherm()
    page.get_by_label("Wat vraagt de inwoner?").fill("Ik slaap slecht.")
    page.get_by_label("Naam", exact=True).first.fill("Eva van den Berg")
    if (waar := page.get_by_label("Wijk of buurt")).count():
        waar.select_option(index=1)
    loop.verder("Leg de vraag vast")
    page.get_by_text("heeft de vraag ontvangen").or_(
        page.get_by_role("button", name="Pak deze vraag op")
    ).first.wait_for()
    uit = loop.meting(
        gemeente, TELEFOON, brieven=verstuurd(beheer_conn), overdrachten=overgedragen(beheer_conn)
    )
    leg_vast(uit)


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_help_starts_within_four_screens_on_the_light_route(
    gemeente: str, gestart: Browser, website: Website, beheer_conn: psycopg.Connection
) -> None:
    """From the conversation on, by whoever the question went to."""
    richt_in(gemeente)
    inwoner = als(gestart, website, None, "/")
    meldt(inwoner, gemeente)
    bij = inwoner.page.locator("main .ep-bevestiging, main").first.locator("strong").first
    loop = als(gestart, website, wie_werkt_bij(gemeente, bij.inner_text()), "/werk/?tab=nieuw")
    page = loop.page
    page.get_by_role("link", name="Eva van den Berg").first.click()
    page.get_by_role("button", name="Pak deze vraag op").click()
    loop.verder("Begin het gesprek")
    loop.scherm()
    page.get_by_label("Wat lukt u zelf nog?").fill("Het ontbijt lukt goed.")
    loop.verder("Bewaar en ga naar het plan")
    page.get_by_label("Wat wilt u bereiken?").wait_for()
    loop.scherm()
    page.get_by_label("Wat wilt u bereiken?").fill("Ik wil weer slapen.")
    loop.verder("Bewaar dit doel")
    loop.verder("Kies deze trede: Hulp die voor iedereen open is")
    page.get_by_label(re.compile("Waarom is ‘familie en buren’ niet genoeg")).wait_for()
    loop.scherm()
    page.get_by_role("main").get_by_role("radio").first.check()
    page.get_by_label(re.compile("Waarom is ‘familie en buren’")).fill("De buren koken al mee.")
    loop.verder("Voeg deze hulp toe")
    page.get_by_role("heading", name="Regel deze hulp").wait_for()
    loop.scherm()
    for naam in page.get_by_role("main").get_by_role("checkbox").all():
        naam.check()
    page.get_by_label("Ja, akkoord met deze hulp").check()
    page.get_by_label("Ja, deze hulp is nodig").check()
    if (eenvoudig := page.get_by_label("Ja, dit is eenvoudig")).count():
        eenvoudig.check()
    loop.verder("Laat de hulp beginnen")
    page.get_by_text("Geregeld").first.wait_for()
    uit = loop.meting(
        gemeente, LICHT, brieven=verstuurd(beheer_conn), overdrachten=overgedragen(beheer_conn)
    )
    leg_vast(uit)


def test_from_agreed_help_to_the_list_of_the_provider_is_one_click(
    gestart: Browser, website: Website, beheer_conn: psycopg.Connection
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
    loop.page.get_by_label("Ja, deze hulp is nodig").check()
    loop.verder("Verwijs naar De Linde Jeugdhulp")
    loop.page.get_by_text("ziet de verwijzing op de eigen lijst").wait_for()
    bij_aanbieder = als(gestart, website, cast.lisa, "/werk/")
    bij_aanbieder.page.get_by_role("link", name="Esra Hadi").first.wait_for()
    leg_vast(loop.meting("utrecht", BRIEF, brieven=verstuurd(beheer_conn), overdrachten=1))


def test_control_a_field_too_many_is_counted_and_one_without_a_reason_is_seen(
    gestart: Browser, website: Website
) -> None:
    """What must be filled in is what the page says, not what the test fills in."""
    loop = als(gestart, website, None, "/")
    veld = "<div class=ep-veld><label for={0}>{0}</label>{2}<input id={0} {1}></div>"
    reden = "<p class=ep-veld__waarom>Omdat</p>"
    dicht = f"<details>{veld.format('dicht', 'aria-required=true', '')}</details>"
    loop.page.set_content(
        "<main><h1>Kop</h1>"
        + veld.format("nodig", "aria-required=true", reden)
        + veld.format("keuze", "type=radio", "")
        + veld.format("keuze(optioneel)", "type=radio", "")
        + veld.format("vrij", "", "")
        + dicht
        + "</main>"
    )
    loop.scherm()
    assert loop.verplicht == ["nodig", "keuze"]
    assert loop.zonder_reden == ["keuze"]


def test_control_a_missed_target_and_another_number_than_the_table_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("EENPLAN_REGELDRUK", raising=False)
    te_veel = Meting("Utrecht", INWONER, 4, 5, 0, 9, 0, 0)
    assert te_veel.gemist() == [f"Utrecht, {INWONER.wat}: 4 schermen, hooguit 3"]
    zonder = Meting("Utrecht", INWONER, 3, 5, 1, 5, 0, 0)
    assert zonder.gemist() == [f"Utrecht, {INWONER.wat}: 1 velden zonder reden"]
    anders = Meting("Zandwijk", INWONER, 1, 1, 0, 1, 0, 0)
    with pytest.raises(AssertionError, match="make burden"):
        leg_vast(anders)
