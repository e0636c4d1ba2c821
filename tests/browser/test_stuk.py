"""Papers in a real browser: no barriers, by keyboard, on a telephone, and the whole walk without scripts."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Browser, BrowserContext, Page

from eenplan.platform.scope import KLOK_KOEKJE, KOEKJE, open_sessie
from tests import world
from tests.browser.hulp import (
    axe,
    geen_horizontaal_schuiven,
    schermafbeelding,
    toetsenbord_rondgang,
)
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import OP
from tests.pgplugin import Website


def als(
    browser: Browser,
    website: Website,
    wie: world.Mens,
    *,
    scripts: bool = True,
    op: date = OP,
) -> BrowserContext:
    """A browser in which somebody works, on the day of the story."""
    token = open_sessie(soort=wie.soort, actor=wie.id, gemeente=wie.gemeente)
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=scripts, accept_downloads=True
    )
    context.add_cookies(
        [
            {"name": KOEKJE, "value": token, "url": website.basis},
            {"name": KLOK_KOEKJE, "value": op.isoformat(), "url": website.basis},
        ]
    )
    return context


def kijk(page: Page, naam: str) -> None:
    axe(page)
    geen_horizontaal_schuiven(page)
    toetsenbord_rondgang(page)
    schermafbeelding(page, naam)


def test_u6_the_verwijsbrief_leaves_in_one_step_and_the_pages_have_no_barriers(
    gestart: Browser, website: Website
) -> None:
    zaak = wereld.verwijzing()
    with als(gestart, website, zaak.team) as context:
        page = context.new_page()
        page.goto(website.url(f"/werk/stuk/{zaak.stuk}/"))
        kijk(page, "stuk-verwijsbrief")
        page.get_by_role("link", name="Vul de brief aan").click()
        kijk(page, "stuk-verwijsbrief-aanvullen")
        page.get_by_role("link", name="Annuleer").click()
        page.get_by_role("button", name="Maak definitief en verstuur").click()
        kijk(page, "stuk-verwijsbrief-fout")
        page.get_by_label("Ik heb verteld").check()
        page.get_by_role("button", name="Maak definitief en verstuur").click()
        kijk(page, "stuk-verwijsbrief-verstuurd")
        with page.expect_download() as download:
            page.get_by_role("link", name="Download de brief (pdf)").click()
        assert download.value.suggested_filename.startswith("verwijsbrief-2026-")
        page.goto(website.url(f"/werk/dossier/{zaak.persoon}/brieven/"))
        kijk(page, "stukken")


def test_u7_the_refusal_is_written_and_sent_without_scripts(
    gestart: Browser, website: Website
) -> None:
    zaak = wereld.afwijzing()
    with als(gestart, website, zaak.team, scripts=False) as context:
        page = context.new_page()
        page.goto(website.url(f"/werk/stuk/{zaak.stuk}/"))
        page.get_by_role("link", name="Er is geen aanvraag").click()
        page.get_by_label("Wat vraagt de inwoner?").fill("Ik wil iemand die thuis komt.")
        page.get_by_label("In een gesprek").check()
        page.get_by_role("button", name="Leg de aanvraag vast").click()
        page.get_by_role("link", name="Leg uit waarom").click()
        for kop in ("Wat u nodig hebt", "Wat u zelf kunt", "Wat mensen om u heen doen"):
            page.get_by_label(kop).fill("Dit hebben we samen besproken.")
        page.get_by_label("Wat er voor iedereen is").fill("Het buurthuis is elke dag open.")
        page.get_by_label("Er is andere hulp die past").check()
        page.get_by_label("Wat kan wel?").fill("Sanne komt elke dinsdag bij u langs.")
        for deel, waarde in (("dag", "2"), ("maand", "3"), ("jaar", "2026")):
            page.locator(f"[name=gehoord_op_{deel}]").fill(waarde)
        page.get_by_role("button", name="Bewaar de motivering").click()
        page.get_by_role("button", name="Maak definitief en verstuur").click()
        page.get_by_text("Bezwaar maken kan tot en met 13 april 2026.").wait_for()


def test_u7_the_pages_of_a_refusal_have_no_barriers(gestart: Browser, website: Website) -> None:
    zaak = wereld.afwijzing()
    with als(gestart, website, zaak.team) as context:
        page = context.new_page()
        for pad in ("", "aanvraag/", "motivering/"):
            page.goto(website.url(f"/werk/stuk/{zaak.stuk}/{pad}"))
            kijk(page, f"stuk-afwijzing{'-' if pad else ''}{pad.strip('/')}")
        wereld.compleet(zaak)
        page.goto(website.url(f"/werk/stuk/{zaak.stuk}/"))
        kijk(page, "stuk-afwijzing-compleet")
        page.get_by_role("button", name="Maak definitief en verstuur").click()
        kijk(page, "stuk-afwijzing-verstuurd")


def test_k6_asking_for_a_decision_has_no_barriers(gestart: Browser, website: Website) -> None:
    cast = world.overvecht()
    bevestiging = world.man_alleen()
    with als(gestart, website, cast.sanne) as context:
        page = context.new_page()
        page.goto(website.url(f"/werk/melding/{bevestiging.melding}/besluit-vragen/"))
        kijk(page, "besluit-vragen")
        page.get_by_label("Wat vraagt de inwoner?").fill("Ik wil een besluit op papier.")
        page.get_by_label("Aan de telefoon").check()
        page.get_by_role("button", name="Vraag het besluit").click()
        kijk(page, "besluit")
        page.goto(website.url(f"/werk/dossier/{bevestiging.persoon}/brieven/"))
        page.get_by_role("link", name="Wij hebben uw melding ontvangen").click()
        kijk(page, "stuk-brief")


def test_row1_telling_about_the_right_has_no_barriers(gestart: Browser, website: Website) -> None:
    bevestiging = wereld.melding_in_kaag()
    tom = world.medewerker("kaag-en-braassem", "Tessa Kok", organisatie="tom-in-de-buurt")
    dag = wereld.WINTER
    world.onderzoek_afgerond(tom, bevestiging.melding, wet="wmo", op=dag)
    wereld.beslist(tom, bevestiging.melding, wereld.THUIS)
    with als(gestart, website, tom, op=dag) as context:
        page = context.new_page()
        page.goto(website.url(f"/werk/dossier/{bevestiging.persoon}/brieven/"))
        kijk(page, "stukken-verteld")
        page.get_by_role("link", name="Een besluit kan ook bij: begeleiding thuis").click()
        kijk(page, "besluit-verteld")
        page.get_by_role("button", name="Bewaar").click()
        page.get_by_text("Verteld op 1 februari 2018 door Tessa Kok").wait_for()
