"""The style guide in a real browser: every part without barriers, by keyboard, at 320 px, under the content policy."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import Browser, Page, Route

from eenplan.beleid import api as beleid
from eenplan.web import stijlgids
from eenplan.web.koppen import KOPPEN
from scripts import bouw_frontend
from tests.browser.hulp import (
    axe,
    geen_horizontaal_schuiven,
    schermafbeelding,
    toetsenbord_rondgang,
)

ADRES = "https://stijlgids.test"
KLEUR = """() => getComputedStyle(document.querySelector("main .utrecht-button")).backgroundColor"""
FOUTEN = ("400", "403", "404", "429", "500", "csrf", "geweigerd")


def _html(pad: str) -> str:
    request = RequestFactory().get(pad)
    if request.path == "/":
        return stijlgids.stijlgids(request).content.decode()
    if pad == "/conflict/":
        return stijlgids.conflict(request).content.decode()
    naam = pad.strip("/")
    return render_to_string(f"fout/{naam}.html", {"zinnen": ["Het plan is al af."]}, request)


def _accent(naam: str) -> str:
    """The accent of a look as a browser tells it."""
    tekst = (bouw_frontend.FRONTEND / "tokens" / f"{naam}.css").read_text()
    kleur = re.search(r"--uiterlijk-accent: #(\w{6});", tekst)
    assert kleur
    return f"rgb({', '.join(str(deel) for deel in bytes.fromhex(kleur[1]))})"


def _antwoord(route: Route) -> None:
    """Serve pages and static files without a server, with the headers of the application."""
    pad = route.request.url.removeprefix(ADRES)
    if not pad.startswith("/static/"):
        route.fulfill(body=_html(pad), headers=KOPPEN | {"Content-Type": "text/html"})
        return
    gevonden = finders.find(pad.removeprefix("/static/"))
    assert isinstance(gevonden, str), f"{pad} ontbreekt; draai scripts/bouw_frontend.py"
    soort = mimetypes.guess_type(gevonden)[0] or "application/octet-stream"
    route.fulfill(body=Path(gevonden).read_bytes(), headers=KOPPEN | {"Content-Type": soort})


@pytest.fixture
def page(gestart: Browser) -> Iterator[Page]:
    """A page that fails the test on any error in its console, the content policy's included."""
    page = gestart.new_page(viewport={"width": 1280, "height": 900})
    meldingen: list[str] = []
    page.on("console", lambda regel: meldingen.append(regel.text))
    page.on("pageerror", lambda fout: meldingen.append(str(fout)))
    page.route("**/*", _antwoord)
    yield page
    page.close()
    assert meldingen == []


@pytest.mark.parametrize("breedte", [320, 1280])
def test_the_style_guide_has_no_barriers(page: Page, breedte: int) -> None:
    page.set_viewport_size({"width": breedte, "height": 900})
    page.goto(f"{ADRES}/")
    axe(page)
    geen_horizontaal_schuiven(page, breedte)


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_every_part_is_readable_in_the_look_of_every_municipality(
    page: Page, gemeente: str
) -> None:
    page.goto(f"{ADRES}/?uiterlijk={gemeente}")
    assert page.evaluate(KLEUR) == _accent(gemeente)
    axe(page)
    geen_horizontaal_schuiven(page)


def test_a_page_of_no_municipality_keeps_the_neutral_look(page: Page) -> None:
    """Control: an unknown name is no look, and the municipalities do differ from it."""
    page.goto(f"{ADRES}/?uiterlijk=nergens")
    assert page.evaluate(KLEUR) == _accent("eenplan")
    assert len({_accent(naam) for naam in ("eenplan", *beleid.gemeenten())}) == 6


def test_every_part_can_be_reached_and_seen_by_keyboard(page: Page) -> None:
    page.goto(f"{ADRES}/")
    assert toetsenbord_rondgang(page) > 50


def test_on_paper_the_words_stay_and_what_one_presses_goes(page: Page) -> None:
    page.goto(f"{ADRES}/")
    page.emulate_media(media="print")
    for weg in (".ep-nav", ".ep-kop", ".ep-voet", ".utrecht-button", ".ep-tabs"):
        assert not page.locator(weg).first.is_visible(), weg
    for blijft in ("h1", ".ep-verloop__beeld", ".ep-kringbeeld__beeld", ".ep-citaat"):
        assert page.locator(blijft).first.is_visible(), blijft
    schermafbeelding(page, "stijlgids-papier", (720,))


def test_where_the_keyboard_is_can_be_seen_on_a_button_a_link_and_a_field(page: Page) -> None:
    page.goto(f"{ADRES}/")
    for wat in ("main .utrecht-button", "main p a", "#leeg_naam"):
        plek = page.locator(wat).first
        plek.focus()
        assert plek.evaluate("(e) => e.matches(':focus-visible')"), wat
        assert plek.evaluate("(e) => getComputedStyle(e).outlineStyle") == "solid", wat
        assert plek.evaluate("(e) => getComputedStyle(e).outlineWidth") == "3px", wat


def test_the_style_guide_is_photographed(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    page.goto(f"{ADRES}/")
    monkeypatch.setenv("EENPLAN_SCHERMEN", "1")
    assert [pad.exists() for pad in schermafbeelding(page, "stijlgids")] == [True, True]


@pytest.mark.parametrize("naam", [*FOUTEN, "conflict"])
def test_a_page_for_when_it_goes_wrong_has_no_barriers(page: Page, naam: str) -> None:
    page.goto(f"{ADRES}/{naam}/")
    axe(page)
    geen_horizontaal_schuiven(page)
    toetsenbord_rondgang(page)


def test_a_refused_form_puts_the_focus_on_the_error_summary(page: Page) -> None:
    page.goto(f"{ADRES}/")
    page.wait_for_function("document.activeElement.matches('[data-ep-fouten]')")
    page.click("text=Vul uw naam in. >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_naam"


def test_three_times_shift_leaves_a_page_at_once(page: Page) -> None:
    page.route("https://www.buienradar.nl/**", lambda route: route.fulfill(body="het weer"))
    page.goto(f"{ADRES}/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.buienradar.nl/")


def test_without_scripts_the_quick_exit_is_an_ordinary_link(gestart: Browser) -> None:
    with gestart.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.route("**/*", _antwoord)
        page.goto(f"{ADRES}/")
        assert page.get_attribute("[data-ep-verlaat]", "href") == "https://www.buienradar.nl/"


def test_an_inline_style_is_refused_by_the_content_policy(gestart: Browser) -> None:
    """Control: the fixture that demands an empty console does see a breach."""
    page = gestart.new_page()
    meldingen: list[str] = []
    page.on("console", lambda regel: meldingen.append(regel.text))
    body = "<!doctype html><title>x</title><p style='color:red'>x</p>"
    page.route(
        "**/*",
        lambda route: route.fulfill(body=body, headers=KOPPEN | {"Content-Type": "text/html"}),
    )
    page.goto(f"{ADRES}/")
    page.close()
    assert any("Content Security Policy" in regel for regel in meldingen)
