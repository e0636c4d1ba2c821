"""The household plan: goals in own words, help on the ladder, who agrees, and what the policy says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from playwright.sync_api import Locator

from tests.browser.verhalen.toneel import Toneel, vul_datum


@dataclass(frozen=True)
class Hulp:
    """Help on a rung of the ladder, and why each lighter rung is not enough."""

    trede: str
    soort: str = ""
    wat: str = ""
    wie: str = ""
    hoeveel: tuple[str, str, str] | None = None
    van: date | None = None
    tot: date | None = None
    waarom_niet: dict[str, str] = field(default_factory=dict)
    keuze: str = ""


def ga_naar_plan(toneel: Toneel) -> None:
    """Save the conversation as it stands and go on to the plan: help need not wait for it."""
    toneel.klik("Bewaar en ga naar het plan")
    toneel.page.get_by_role("heading", name="Dit wil ik bereiken").wait_for()
    toneel.kijk("plan-leeg")


def schrijf_doel(toneel: Toneel, woorden: str, *, van: str = "") -> None:
    """Add a goal in somebody's own words; what helps is asked next."""
    page = toneel.page
    vak = page.get_by_label("Wat wilt u bereiken?")
    if not vak.is_visible():
        page.get_by_text("Voeg een doel toe").click()
    vak.fill(woorden)
    if van:
        page.get_by_label("Van wie is dit doel?").select_option(label=van)
    toneel.klik("Bewaar dit doel")
    page.get_by_role("heading", name="Wat helpt hierbij?").wait_for()


def voeg_hulp_toe(toneel: Toneel, hulp: Hulp) -> None:
    """Climb to a rung, with a reason on the rungs below it, and say what happens there."""
    page = toneel.page
    toneel.kijk("ladder")
    kies = page.get_by_role("button", name=f"Kies deze trede: {hulp.trede}")
    if kies.count():
        kies.click()
    if hulp.soort:
        page.get_by_label(hulp.soort).check()
    if hulp.wat:
        page.get_by_label("Wat gaat er gebeuren?").fill(hulp.wat)
    if hulp.wie:
        page.get_by_label("Wie doet dat?").fill(hulp.wie)
    if hulp.hoeveel:
        aantal, eenheid, per = hulp.hoeveel
        page.get_by_label("Hoeveel?").fill(aantal)
        page.get_by_label("Waarvan?").select_option(eenheid)
        page.get_by_label("Per", exact=True).select_option(per)
    if hulp.van:
        vul_datum(page, "Vanaf wanneer?", hulp.van)
    if hulp.tot:
        vul_datum(page, "Tot wanneer?", hulp.tot)
    if hulp.keuze:
        page.get_by_label("Waarom koos de inwoner dit?").fill(hulp.keuze)
    for trede, reden in hulp.waarom_niet.items():
        page.get_by_label(f"Waarom is ‘{trede}’ niet genoeg?").fill(reden)
    toneel.kijk(f"ladder-{hulp.trede.split()[0].lower()}")
    toneel.klik("Voeg deze hulp toe")
    page.get_by_role("heading", name="Regel deze hulp").wait_for()


def waarom(toneel: Toneel) -> Locator:
    """Unfold why the policy says what it says."""
    paneel = toneel.page.locator("details").filter(has_text="Waarom dit?").first
    paneel.get_by_text("Waarom dit?").click()
    return paneel


def doel(toneel: Toneel, woorden: str) -> Locator:
    """The card of a goal on the plan."""
    return toneel.page.get_by_role("article", name=woorden)
