"""What is asked of every screen: it opens, reads well aloud and by keyboard, and fits a telephone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.urls import reverse
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Response

from tests.browser.hulp import (
    axe,
    geen_horizontaal_schuiven,
    tekst_dubbel_zo_groot,
    toetsenbord_rondgang,
)
from tests.browser.schermen import Geval, Staat, adressen
from tests.browser.schermwereld import Plek
from tests.pgplugin import Website

TELEFOON, TABLET, BREED, HOOG = 320, 768, 1280, 900
LEEGMAKEN = """(knop) => {
  for (const e of knop.form.elements) {
    if (["hidden", "submit", "button"].includes(e.type)) continue;
    if (e.type === "radio" || e.type === "checkbox") e.checked = false;
    else if (e.tagName === "SELECT") e.selectedIndex = [...e.options].findIndex((o) => !o.value);
    else e.value = "";
  }
}"""
UITKLAPPEN = "() => document.querySelectorAll('details').forEach((e) => { e.open = true; })"
INLINE = """() => [...document.querySelectorAll("*")].filter((e) =>
  [...e.attributes].some((a) => a.name.startsWith("on") || a.name === "style") ||
  (e.tagName === "SCRIPT" && !e.src) || (e.getAttribute("href") ?? "").startsWith("javascript:")
).map((e) => e.outerHTML.slice(0, 120))"""
ZONDER_REDEN = """() => [...document.querySelectorAll("main [aria-required=true]")]
  .map((e) => e.closest(".ep-veld")).filter((v) => v && !v.querySelector(".ep-veld__waarom"))
  .map((v) => v.querySelector("legend, label").innerText.trim())"""
VAN_DJANGO = ("Dit veld is verplicht", "This field is required", "Selecteer een geldige keuze")


@dataclass
class Venster:
    """A page of the browser, with everything it complained about."""

    page: Page
    klachten: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", self._pageerror)

    def _console(self, bericht: ConsoleMessage) -> None:
        geweigerd = "status of 422" in bericht.text  # a form that came back, as it should
        if bericht.type in ("error", "warning") and not geweigerd:
            self.klachten.append(f"console: {bericht.text}")

    def _pageerror(self, fout: Error) -> None:
        self.klachten.append(f"script: {fout.message}")


def nieuw_venster(
    browser: Browser, website: Website, koekjes: Mapping[str, str], *, scripts: bool = True
) -> Venster:
    """A window of 1280 wide in which somebody has signed in; it closes with the browser."""
    context = browser.new_context(
        viewport={"width": BREED, "height": HOOG}, java_script_enabled=scripts
    )
    context.set_default_timeout(5000)
    for naam, waarde in koekjes.items():
        context.add_cookies([{"name": naam, "value": waarde, "url": website.basis}])
    return Venster(context.new_page())


def pad(geval: Geval, plek: Plek) -> str:
    """The address of a look, with the keys of whoever looks."""
    adres = adressen()[geval.scherm]
    kwargs = {}
    for naam in re.findall(r"<\w+:(\w+)>", adres.route):
        sleutel = geval.blik.sleutels.get(naam, naam)
        kwargs[naam] = plek.sleutels[sleutel] if naam in adres.sleutels else sleutel
    return reverse(geval.scherm, kwargs=kwargs) + geval.blik.vraag


def open_scherm(venster: Venster, website: Website, geval: Geval, plek: Plek) -> None:
    """Go there, and bring the screen in its state."""
    page = venster.page
    venster.klachten.clear()
    _status(page.goto(website.url(pad(geval, plek))), 200)
    assert "/kies-persoon/" not in page.url or geval.scherm == "kies-persoon", "naar de ingang"
    if geval.blik.staat is Staat.FOUT:
        komt_terug(page, geval)


def _status(antwoord: Response | None, verwacht: int) -> None:
    assert antwoord is not None
    assert antwoord.status == verwacht, f"status {antwoord.status} op {antwoord.url}"


def komt_terug(page: Page, geval: Geval) -> None:
    """Send the form empty: it comes back as an error page, with a sentence of our own at the top."""
    page.evaluate(UITKLAPPEN)
    knop = page.get_by_role("main").get_by_role("button", name=geval.blik.knop, exact=True)
    knop.evaluate(LEEGMAKEN)
    for naam, waarde in geval.blik.vul.items():
        page.locator(f"[name={naam}]").fill(waarde)
    with page.expect_navigation() as gegaan:
        knop.click()
    _status(gegaan.value, 422)
    samenvatting = page.get_by_role("alert").inner_text()
    assert page.title().startswith("Fout: "), page.title()
    assert not [zin for zin in VAN_DJANGO if zin in samenvatting], samenvatting


def bekijk(venster: Venster, *, grondig: bool, breedte: int = BREED) -> None:
    """Fail on the first thing that is not as it should be on the page in this window.

    `breedte`: how wide the window is for axe. 320 is a telephone, and also 1280 at 400 % zoom (WCAG 1.4.10).
    `grondig`: the keyboard, a tablet and larger text too; once for each screen.
    """
    page = venster.page
    page.set_viewport_size({"width": breedte, "height": HOOG})
    axe(page)
    page.set_viewport_size({"width": BREED, "height": HOOG})
    opmaak(page)
    geen_horizontaal_schuiven(page, TELEFOON)
    if grondig:
        for breder in (TABLET, BREED):
            geen_horizontaal_schuiven(page, breder)
        tekst_dubbel_zo_groot(page)
        toetsenbord_rondgang(page)
    assert not venster.klachten, "\n".join(venster.klachten)


def opmaak(page: Page) -> None:
    """A title, one first heading, the language, nothing inline or left of a template, a reason at what is required."""
    assert page.title().strip() not in ("", "Eenplan"), "geen titel"
    koppen = page.get_by_role("heading", level=1).all_inner_texts()
    assert len(koppen) == 1, f"koppen van niveau 1: {koppen}"
    assert page.locator("html").get_attribute("lang") == "nl", "geen taal"
    html = page.content()
    assert not re.findall(r"\{[{%#].{0,40}", html), "rest van een sjabloon"
    redenloos = page.evaluate(ZONDER_REDEN)
    assert not redenloos, f"verplicht zonder reden: {redenloos}"
    inline = page.evaluate(INLINE)
    assert not inline, f"inline: {inline}"
