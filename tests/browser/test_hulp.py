"""Each helper catches a planted fault, so that a green page means something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.hulp import axe, geen_horizontaal_schuiven, toetsenbord_rondgang

GOED = """<!doctype html><html lang="nl"><head><title>Proef</title>
<style>a, button, label, summary {{ display: inline-block; padding: 8px }}</style></head><body><main><h1>Proef</h1>
<a href="#een">Een</a> <button>Twee</button>
<form><label>Drie <input name="drie"></label>
<fieldset><legend>Vier</legend><label><input type="radio" name="r" value="a"> a</label>
<label><input type="radio" name="r" value="b"> b</label></fieldset></form>
<details><summary>Meer</summary><a href="#dicht">Dicht</a></details>
{extra}</main></body></html>"""


@pytest.fixture
def page(gestart: Browser) -> Iterator[Page]:
    page = gestart.new_page(viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def met(page: Page, extra: str = "") -> Page:
    page.set_content(GOED.format(extra=extra))
    return page


def test_a_sound_page_passes_every_check(page: Page) -> None:
    met(page)
    axe(page)
    geen_horizontaal_schuiven(page)
    assert toetsenbord_rondgang(page) == 5


@pytest.mark.parametrize(
    "fout",
    [
        '<input type="text">',
        '<img src="data:,">',
        '<p><span style="color:#bbb;background:#fff">te licht</span></p>',
        '<button aria-label=""></button>',
    ],
)
def test_axe_catches_a_barrier(page: Page, fout: str) -> None:
    with pytest.raises(AssertionError, match="Rule Violated"):
        axe(met(page, fout))


def test_the_walk_catches_a_focus_that_cannot_be_seen(page: Page) -> None:
    with pytest.raises(AssertionError, match="focus niet te zien: <button> Onzichtbaar"):
        toetsenbord_rondgang(met(page, '<button style="outline:none">Onzichtbaar</button>'))


def test_the_walk_catches_a_focus_under_something_else(page: Page) -> None:
    balk = '<div style="position:fixed;inset:auto 0 0 0;height:700px;background:#fff"></div>'
    with pytest.raises(AssertionError, match="focus bedekt"):
        toetsenbord_rondgang(met(page, balk))


def test_the_walk_catches_a_trap(page: Page) -> None:
    val = """<button id="val">Val</button><a href="#na">Na de val</a>
    <script>val.addEventListener("keydown", (e) => { if (e.key === "Tab") e.preventDefault(); })</script>"""
    with pytest.raises(AssertionError, match="niet bereikt: <a> Na de val"):
        toetsenbord_rondgang(met(page, val))


def test_the_walk_catches_a_part_that_the_keyboard_skips(page: Page) -> None:
    sprong = """<button id="voor">Voor</button><a href="#gemist">Gemist</a><button id="erna">Erna</button>
    <script>voor.addEventListener("keydown", (e) => {
      if (e.key === "Tab") { e.preventDefault(); erna.focus(); }
    })</script>"""
    with pytest.raises(AssertionError, match="niet bereikt: <a> Gemist"):
        toetsenbord_rondgang(met(page, sprong))


def test_sideways_scrolling_is_caught_with_its_cause(page: Page) -> None:
    with pytest.raises(AssertionError, match="Te breed"):
        geen_horizontaal_schuiven(met(page, '<p style="width:400px">Te breed</p>'))


def _gaat_verder(page: Page, naar: str, extra: str = "") -> Page:
    """At `/` a page that goes on to another by itself, as after a form; nothing leaves this machine."""
    weg = f'<script>setTimeout(() => location.assign("{naar}?" + Math.random()), 30)</script>'

    def antwoord(route: Route) -> None:
        klaar = "/klaar" in route.request.url
        html = GOED.format(extra=extra if klaar else weg)
        route.fulfill(body=html, content_type="text/html")

    page.route("**/*", antwoord)
    page.goto("http://proef.invalid/")
    return page


def test_a_page_that_makes_way_while_one_looks_is_looked_at_when_the_next_one_stands(
    page: Page,
) -> None:
    with pytest.raises(AssertionError, match="Rule Violated"):
        axe(_gaat_verder(page, "/klaar", '<input type="text">'))


def test_control_a_page_that_never_stands_still_is_no_page_without_barriers(page: Page) -> None:
    with pytest.raises(AssertionError, match="blijft niet staan"):
        axe(_gaat_verder(page, "/"))
