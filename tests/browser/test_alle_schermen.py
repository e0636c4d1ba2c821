"""Every screen, by every reader, in every state: no barriers, no errors, on a telephone, by keyboard, without scripts.

Pairwise in each run, the full product of screen, role and state in the long one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser import schermwereld
from tests.browser.hulp import schermafbeelding
from tests.browser.schermen import (
    ALLEEN_VERZENDEN,
    SCHERMEN,
    Geval,
    Staat,
    adressen,
    alle_gevallen,
    ontbreekt,
    paarsgewijs,
)
from tests.browser.schermwereld import Plek
from tests.browser.schouw import (
    BREED,
    TABLET,
    TELEFOON,
    Venster,
    bekijk,
    nieuw_venster,
    open_scherm,
    opmaak,
)
from tests.pgplugin import Website

ALLES = alle_gevallen()
PAREN = paarsgewijs(ALLES)
REST = [geval for geval in ALLES if geval not in PAREN]
EERSTE = {
    geval.scherm: geval for geval in reversed(PAREN)
}  # of each screen one, for what is done once
Wereld = Mapping[str, Plek]
Bezoek = Callable[[Geval, bool], Venster]


@pytest.fixture(scope="module")
def wereld(db_module: None) -> Wereld:
    return schermwereld.bouw()


@pytest.fixture(scope="module")
def vensters() -> dict[tuple[str, bool, bool], Venster]:
    """The windows that are open: of whom, a newcomer or not, with scripts or without."""
    return {}


@pytest.fixture
def bezoek(
    gestart: Browser,
    website: Website,
    wereld: Wereld,
    vensters: dict[tuple[str, bool, bool], Venster],
) -> Bezoek:
    """Open a screen in the window of whoever looks, with or without scripts."""

    def bezoek(geval: Geval, scripts: bool) -> Venster:
        plek = wereld[geval.rol]
        nieuweling = geval.scherm == "werk" and geval.blik.staat is Staat.LEEG
        wiens = (geval.rol, nieuweling, scripts)
        if wiens not in vensters:
            koekjes = plek.koekjes(nieuweling=nieuweling)
            vensters[wiens] = nieuw_venster(gestart, website, koekjes, scripts=scripts)
        open_scherm(vensters[wiens], website, geval, plek)
        return vensters[wiens]

    return bezoek


def test_no_address_is_left_out() -> None:
    assert ontbreekt(adressen()) == set()


def test_an_address_that_nobody_looks_at_is_noticed() -> None:
    """The control."""
    assert ontbreekt([*adressen(), "nieuw-scherm"]) == {"nieuw-scherm"}


def test_the_pairs_show_every_screen_every_role_and_every_state() -> None:
    assert {geval.scherm for geval in PAREN} == set(SCHERMEN)
    assert {(g.rol, g.blik.staat) for g in PAREN} == {(g.rol, g.blik.staat) for g in ALLES}
    assert len(PAREN) < len(ALLES)


def smal(geval: Geval) -> int:
    """On what a screen is looked at again after the wide window: in turn a telephone and a tablet."""
    return (TELEFOON, TABLET)[ALLES.index(geval) % 2]


@pytest.mark.parametrize("geval", PAREN, ids=lambda g: g.naam)
def test_a_screen_has_no_barriers(geval: Geval, bezoek: Bezoek) -> None:
    eerste = EERSTE[geval.scherm] is geval
    raam = bezoek(geval, True)
    bekijk(raam, grondig=eerste, breedte=BREED if eerste else smal(geval))
    schermafbeelding(raam.page, geval.naam)


@pytest.mark.lang
@pytest.mark.parametrize("geval", REST, ids=lambda g: g.naam)
def test_a_screen_has_no_barriers_for_anybody_in_any_state(geval: Geval, bezoek: Bezoek) -> None:
    bekijk(bezoek(geval, True), grondig=True, breedte=smal(geval))


@pytest.mark.parametrize("scherm", SCHERMEN)
def test_a_screen_works_without_scripts(scherm: str, bezoek: Bezoek) -> None:
    """It renders, and where it has a form that form is sent and comes back."""
    van_scherm = [geval for geval in PAREN if geval.scherm == scherm]
    geval = next((g for g in van_scherm if g.blik.staat is Staat.FOUT), van_scherm[0])
    opmaak(bezoek(geval, False).page)


@pytest.mark.parametrize("adres", ALLEEN_VERZENDEN)
def test_an_address_that_only_takes_a_form_has_one(adres: str, bezoek: Bezoek) -> None:
    """By its whole action; what happens when it is sent is told in the tests of that screen."""
    scherm, actie = ALLEEN_VERZENDEN[adres]
    assert any(
        bezoek(geval, False).page.locator(f'form[method=post][action$="{actie}"]').count()
        for geval in ALLES
        if geval.scherm == scherm and geval.blik.staat is not Staat.FOUT
    )


BASIS = (
    "<!doctype html><html lang=nl><head><title>Een scherm</title></head>"
    "<body><main><h1>Kop</h1>{}</main></body></html>"
)
GOED = BASIS.format("<p>Alles is goed.</p>")


def op_breedte(venster: str, regel: str) -> str:
    """A page that is only wrong in a window like this."""
    stijl = f"@media {venster}{{{regel}}}"
    return BASIS.format(f'<link rel=stylesheet href="data:text/css,{quote(stijl)}"><p>Tekst</p>')


MANKEMENTEN = {
    "geen titel": GOED.replace("Een scherm", "Eenplan"),
    "koppen van niveau 1": BASIS.format("<h1>Nog een kop</h1>"),
    "geen taal": GOED.replace("lang=nl", "lang=en"),
    "rest van een sjabloon": BASIS.format("<p>{{ naam }}</p>"),
    "verplicht zonder reden": BASIS.format(
        "<div class=ep-veld><label>Naam <input aria-required=true></label></div>"
    ),
    "inline": BASIS.format('<p onclick="x()">Klik</p>'),
    "image-alt": BASIS.format("<img src='data:,'>"),
    "px te breed bij 320": BASIS.format("<pre>" + "breed " * 20 + "</pre>"),
    "px te breed bij 768": op_breedte("(min-width:700px) and (max-width:800px)", "p{width:900px}"),
    "px te breed bij 1280": op_breedte("(min-width:1200px)", "p{width:1400px}"),
    "past niet met tekst van 200 %": op_breedte("(min-width:1200px)", "p{width:60rem}"),
    "console": BASIS.format("<p>x</p><script src='/static/bestaat-niet.js'></script>"),
    "focus niet te zien": BASIS.format(
        "<link rel=stylesheet href='data:text/css,a:focus{outline:none}'><p><a href='/'>Weg</a></p>"
    ),
}


@pytest.mark.parametrize("mankement", MANKEMENTEN)
def test_a_planted_fault_is_noticed(mankement: str, gestart: Browser, website: Website) -> None:
    """The control of everything that is asked of a screen."""
    raam = nieuw_venster(gestart, website, {})
    raam.page.route(
        "**/geplant/",
        lambda r: r.fulfill(body=MANKEMENTEN[mankement], content_type="text/html; charset=utf-8"),
    )
    raam.page.goto(website.url("/geplant/"))
    with pytest.raises(AssertionError, match=mankement):
        bekijk(raam, grondig=True)


@pytest.mark.parametrize("breedte", [TELEFOON, TABLET])
def test_a_barrier_that_only_a_narrow_window_has_is_noticed(
    breedte: int, gestart: Browser, website: Website
) -> None:
    """The control of the width: the same page passes in the wide window."""
    html = op_breedte(f"(max-width:{breedte}px)", "p{color:#ddd}")
    raam = nieuw_venster(gestart, website, {})
    raam.page.route("**/geplant/", lambda r: r.fulfill(body=html, content_type="text/html"))
    raam.page.goto(website.url("/geplant/"))
    bekijk(raam, grondig=False)
    with pytest.raises(AssertionError, match="color-contrast"):
        bekijk(raam, grondig=False, breedte=breedte)


def test_a_page_without_faults_passes(gestart: Browser, website: Website) -> None:
    """The control of the control."""
    raam = nieuw_venster(gestart, website, {})
    raam.page.route("**/geplant/", lambda r: r.fulfill(body=GOED, content_type="text/html"))
    raam.page.goto(website.url("/geplant/"))
    bekijk(raam, grondig=True)
