"""The household plan: goals in own words, help on the ladder, who agrees, and what the policy says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from playwright.sync_api import Page

from tests.browser.verhalen.toneel import Toneel, veld, vul_datum


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


JA_INWONER = "Ja, akkoord met deze hulp"
JA_TEAM = "Ja, deze hulp is nodig"


def ga_naar_plan(toneel: Toneel) -> None:
    """Save the conversation as it stands and go on to the plan: help need not wait for it."""
    toneel.klik("Bewaar en ga naar het plan")
    toneel.page.get_by_role("heading", name="Dit wil ik bereiken").wait_for()


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
    """Climb to a rung, with a reason on the rungs below it, say what happens there, and that both want it."""
    page = toneel.page
    page.wait_for_load_state()
    kies = page.get_by_role("button", name=f"Kies deze trede: {hulp.trede}")
    if kies.count():
        kies.click()
    _vul_in(page, hulp)
    for trede, reden in hulp.waarom_niet.items():
        page.get_by_label(f"Waarom is ‘{trede}’ niet genoeg?").fill(reden)
    toneel.kijk("ladder")
    toneel.klik("Voeg deze hulp toe")
    page.get_by_role("heading", name="Regel deze hulp").wait_for()
    toneel.kijk("regel-nog-niets-gezegd")
    beiden_willen(toneel)


def beiden_willen(toneel: Toneel) -> None:
    """Write down that the resident agrees and, where a team judges, that the team thinks it is needed."""
    for antwoord in (JA_INWONER, JA_TEAM):
        if toneel.page.get_by_label(antwoord).count():
            _vink_aan(toneel, antwoord)


def _vul_in(page: Page, hulp: Hulp) -> None:
    if hulp.soort:
        page.get_by_label(hulp.soort).check()
    for vraag, antwoord in (
        ("Wat gaat er gebeuren?", hulp.wat),
        ("Wie doet dat?", hulp.wie),
        ("Waarom koos de inwoner dit?", hulp.keuze),
    ):
        if antwoord:
            page.get_by_label(vraag).fill(antwoord)
    if hulp.hoeveel:
        aantal, eenheid, per = hulp.hoeveel
        page.get_by_label("Hoeveel?").fill(aantal)
        page.get_by_label("Waarvan?").select_option(eenheid)
        page.get_by_label("Per", exact=True).select_option(per)
    for vraag, dag in (("Vanaf wanneer?", hulp.van), ("Tot wanneer?", hulp.tot)):
        if dag:
            vul_datum(page, vraag, dag)


def akkoord(toneel: Toneel, *wie: str) -> None:
    """Write down that these people said themselves that they agree."""
    for naam in wie:
        _vink_aan(toneel, naam)


def oordeel(toneel: Toneel, *, inwoner: str = "", team: str = "") -> None:
    """What the resident says of this help, and what the team thinks of it, where that is not yes."""
    for antwoord in filter(None, (inwoner, team)):
        _vink_aan(toneel, antwoord)


def _vink_aan(toneel: Toneel, naam: str) -> None:
    """Choose something and wait until the page says anew what it means."""
    with toneel.page.expect_response(lambda antwoord: antwoord.request.method == "POST"):
        toneel.page.get_by_label(naam).check()
    toneel.page.locator(".htmx-request, .htmx-swapping, .htmx-settling").wait_for(state="detached")


def waarom(toneel: Toneel) -> str:
    """Unfold why the policy says what it says, and read it."""
    paneel = toneel.page.locator("details").filter(has_text="Waarom dit?").first
    paneel.get_by_text("Waarom dit?").click()
    return paneel.inner_text()


def kies_regisseur(toneel: Toneel, naam: str, soort: str) -> None:
    """Have somebody else hold the plan together."""
    toneel.klik("Kies iemand anders")
    toneel.page.get_by_label(soort).check()
    veld(toneel.page, "Naam").fill(naam)
    toneel.kijk("regisseur")
    toneel.klik("Bewaar")


def stand_van_hulp(toneel: Toneel, doel: str) -> str:
    """What the plan says of the help under this goal."""
    return toneel.page.get_by_role("article", name=doel).locator(".ep-status").last.inner_text()
