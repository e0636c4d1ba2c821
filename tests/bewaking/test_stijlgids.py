"""The style guide shows every part in every state: a part that is not on it is looked at by nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest
from django.template import Template
from django.test import RequestFactory
from django.test.signals import template_rendered
from django.test.utils import instrumented_test_render  # type: ignore[attr-defined]  # not in the stubs

import eenplan.web
from eenplan.beleid import api as beleid
from eenplan.web import stijlgids
from eenplan.web.templatetags import onderdelen
from tests.bewaking.hulp import geen, met

pytestmark = pytest.mark.bewaking

ONDERDELEN = Path(eenplan.web.__file__).parent / "templates" / "onderdelen"
TAG = re.compile(r"\{% (\w+)")
STANDEN: Mapping[str, str] = {
    "een veld met een fout": "ep-veld--fout",
    "een veld met een reden": "ep-veld__waarom",
    "een voorbeeld bij een veld": "ep-veld__voorbeeld",
    "een veld dat niet te wijzigen is": " disabled",
    "een veld dat leeg mag blijven": "(optioneel)",
    "een samenvatting van fouten": "data-ep-fouten",
    "een lege lijst": "ep-leeg",
    "een taak die klaar is": 'ep-taak__klaar">Klaar',
    "een dag die voorbij is": "te laat",
    "een tab waar u bent": 'aria-current="page"',
    "een antwoord dat ontbreekt": "Niet ingevuld",
    "een gevaarlijke knop": "ep-knop--gevaar",
    "een mededeling die het goed zegt": "utrecht-alert--ok",
    "een mededeling die waarschuwt": "utrecht-alert--warning",
    "een mededeling over een fout": "utrecht-alert--error",
    "een verloop met twee lijnen": "ep-verloop__lijn--team",
    "een verloop met één antwoord": "ep-verloop__dag--midden",
    "een verloop zonder antwoord": "Nog niet gevraagd hoe het gaat",
    "een uitleg die open is": '<details class="ep-waarom" open',
    "een uitleg die dicht is": '<details class="ep-waarom">',
}


def ontbreekt(alle: Collection[str], getoond: Collection[str]) -> list[str]:
    """What is not on the style guide."""
    return sorted(set(alle) - set(getoond))


def zonder_stand(html: str, standen: Mapping[str, str]) -> list[str]:
    """States that cannot be seen on the page."""
    return [naam for naam, teken in standen.items() if teken not in html]


@pytest.fixture
def gebruikt(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The names of the templates that are rendered while a test runs."""
    namen: set[str] = set()

    def onthoud(template: Template, **_: object) -> None:
        namen.add(str(template.name))

    monkeypatch.setattr(Template, "_render", instrumented_test_render)
    template_rendered.connect(onthoud)
    yield namen
    template_rendered.disconnect(onthoud)


def _pagina(vraag: str = "") -> str:
    return stijlgids.stijlgids(RequestFactory().get(f"/{vraag}")).content.decode()


def test_every_part_is_on_the_style_guide(gebruikt: set[str]) -> None:
    _pagina()
    geen(ontbreekt([f"onderdelen/{pad.name}" for pad in ONDERDELEN.glob("*.html")], gebruikt))


def test_every_tag_is_on_the_style_guide() -> None:
    teksten = met(".html", "src/eenplan/web/templates/")
    gids = [t for pad, t in teksten.items() if "stijlgids" in pad or "/onderdelen/" in pad]
    shell = teksten["src/eenplan/web/templates/base.html"]
    geen(ontbreekt(onderdelen.register.tags, TAG.findall("\n".join([*gids, shell]))))


def test_every_state_can_be_seen() -> None:
    geen(zonder_stand(_pagina(), STANDEN))


def test_the_look_of_every_municipality_is_one_press_away() -> None:
    html = _pagina()
    geen([g for g in beleid.gemeenten() if f'href="/stijlgids/?uiterlijk={g}"' not in html])
    geen([g for g in beleid.gemeenten() if f"gemeente-{g}" not in _pagina(f"?uiterlijk={g}")])


def test_control_a_part_and_a_state_that_are_left_out_are_found(gebruikt: set[str]) -> None:
    html = _pagina()
    assert ontbreekt(["onderdelen/kaart.html", "onderdelen/nieuw.html"], gebruikt) == [
        "onderdelen/nieuw.html"
    ]
    assert zonder_stand(html, {"zweeft": "ep-zweeft"}) == ["zweeft"]
