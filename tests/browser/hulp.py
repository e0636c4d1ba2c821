"""What every browser test asks of a page: no barriers, usable by keyboard, not too wide, a picture to look at."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Error, Page

SCHERMEN = Path(__file__).resolve().parents[2] / ".cache" / "schermen"
WISSELINGEN = 5  # how often a page may make way for another while one looks
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Every element that Tab should reach, with how it looks without focus. Of a radio group only one takes part.
VERZAMEL = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  const uiterlijk = (e) => {
    const s = getComputedStyle(e);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join();
  };
  const groepen = new Set();
  const telt = (e) => {
    if (e.disabled || e.tabIndex < 0 || !e.checkVisibility({ visibilityProperty: true })) return false;
    if (e.type !== "radio") return true;
    const groep = `${e.form?.id ?? ""}/${[...document.forms].indexOf(e.form)}/${e.name}`;
    if (groepen.has(groep)) return false;
    groepen.add(groep);
    return true;
  };
  const kandidaten = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  window.epRonde = [...document.querySelectorAll(kandidaten)].filter(telt).map((e) => ({ e, zonder: uiterlijk(e) }));
  window.epUiterlijk = uiterlijk;
  return window.epRonde.length;
}"""

NAAM = """(e) => `<${e.tagName.toLowerCase()}> ` +
  (e.getAttribute("aria-label") || e.innerText || e.name || e.id || "").trim().slice(0, 60)"""

WAAR = f"""() => {{
  const naam = {NAAM};
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const groep = (r) => r.e.type === "radio" && r.e.name === e.name && r.e.form === e.form;
  const zelfde = (r) => r.e === e || (e.type === "radio" && groep(r));
  const nummer = window.epRonde.findIndex(zelfde);
  const vlak = e.getClientRects()[0];
  const x = vlak ? vlak.x + vlak.width / 2 : -1;
  // a text area scrolls its caret into view, not its whole height: look at the middle of what shows
  const y = vlak ? (Math.max(vlak.top, 0) + Math.min(vlak.bottom, innerHeight)) / 2 : -1;
  const boven = document.elementFromPoint(x, y);
  return {{
    nummer,
    naam: naam(e),
    zichtbaar: nummer < 0 || window.epRonde[nummer].zonder !== window.epUiterlijk(e),
    bedekt: !boven || !(e.contains(boven) || boven.contains(e)),
  }};
}}"""


def axe(page: Page) -> None:
    """Fail with the whole report when axe finds anything against WCAG 2.2 A or AA, or its best practices."""
    for _ in range(WISSELINGEN):
        page.wait_for_load_state()
        with suppress(Error):  # the page made way for the next one: look at that one
            gevonden = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]})
            break
    else:
        raise AssertionError(f"{page.url} blijft niet staan om naar te kijken")
    assert gevonden.violations_count == 0, gevonden.generate_report()


def toetsenbord_rondgang(page: Page) -> int:
    """Walk through the page with Tab and return how many stops there are.

    Fails when an element is not reached, when the focus cannot be seen or is covered, and when the
    keyboard stays caught in a part of the page.
    """
    aantal = int(page.evaluate(VERZAMEL))
    bereikt: set[int] = set()
    klachten: list[str] = []
    for _ in range(aantal + 5):
        page.keyboard.press("Tab")
        hier = page.evaluate(WAAR)
        if hier is None or hier["nummer"] in bereikt:
            if len(bereikt) == aantal:
                break
            continue
        if hier["nummer"] >= 0:
            bereikt.add(hier["nummer"])
        if not hier["zichtbaar"]:
            klachten.append(f"focus niet te zien: {hier['naam']}")
        if hier["bedekt"]:
            klachten.append(f"focus bedekt: {hier['naam']}")
    namen = page.evaluate(f"() => window.epRonde.map((r) => ({NAAM})(r.e))")
    klachten += [f"niet bereikt: {naam}" for i, naam in enumerate(namen) if i not in bereikt]
    assert not klachten, "\n".join(klachten)
    return aantal


def geen_horizontaal_schuiven(page: Page, breedte: int = 320) -> None:
    """Fail with what sticks out when the page is wider than the window. Leaves the window at its old size."""
    eerder = page.viewport_size
    page.set_viewport_size({"width": breedte, "height": 800})
    uitstekend = page.evaluate(
        f"""() => {{
          const wijd = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wijd) return [];
          return [...document.body.querySelectorAll("*")]
            .filter((e) => e.getBoundingClientRect().right > wijd + 1).map({NAAM});
        }}"""
    )
    te_breed = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    if eerder is not None:
        page.set_viewport_size(eerder)
    assert te_breed <= 0, f"{te_breed} px te breed bij {breedte} px: {uitstekend}"


def tekst_dubbel_zo_groot(page: Page) -> None:
    """Fail with what no longer fits when somebody makes only the text twice as large (WCAG 1.4.4)."""
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    mis = page.evaluate(
        f"""() => {{
          const wijd = document.documentElement.clientWidth;
          const afgekapt = (e) => {{
            const s = getComputedStyle(e);
            const knipt = s.overflowY === "hidden" && !e.matches(".ep-verborgen, .ep-verborgen *, svg, svg *");
            return knipt && e.clientHeight > 4 && e.scrollHeight > e.clientHeight + 2;
          }};
          const uit = [...document.body.querySelectorAll("*")].filter((e) => e.checkVisibility());
          const breed = document.documentElement.scrollWidth > wijd
            ? uit.filter((e) => e.getBoundingClientRect().right > wijd + 1) : [];
          return [...breed, ...uit.filter(afgekapt)].map({NAAM});
        }}"""
    )
    page.evaluate("() => document.documentElement.removeAttribute('style')")
    assert not mis, f"past niet met tekst van 200 %: {mis}"


def schermafbeelding(page: Page, naam: str, breedtes: tuple[int, ...] = (320, 1280)) -> list[Path]:
    """Save the whole page at each width as `<naam>-<breedte>.png` in `.cache/schermen/` and return the paths.

    Only with EENPLAN_SCHERMEN=1, for who wants to look: it takes a third of the time of a story.
    """
    if os.environ.get("EENPLAN_SCHERMEN") != "1":
        return []
    SCHERMEN.mkdir(parents=True, exist_ok=True)
    eerder = page.viewport_size
    paden = []
    for breedte in breedtes:
        page.set_viewport_size({"width": breedte, "height": 900})
        pad = SCHERMEN / f"{naam}-{breedte}.png"
        page.screenshot(path=pad, full_page=True)
        paden.append(pad)
    if eerder is not None:
        page.set_viewport_size(eerder)
    return paden
