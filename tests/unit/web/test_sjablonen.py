"""What holds for every template: the shell, the content policy, and error pages that tell nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

import eenplan.web

SJABLONEN = sorted(Path(eenplan.web.__file__).parent.rglob("templates/**/*.html"))
INLINE = re.compile(r"<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


class MetFouten:
    errors = ("fout",)


def test_there_are_templates_to_look_at() -> None:
    assert len(SJABLONEN) > 20


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.name)
def test_no_template_has_an_inline_script_style_or_handler(pad: Path) -> None:
    assert not INLINE.search(pad.read_text())


@pytest.mark.parametrize(
    "kwaad", ["<script>x</script>", '<p style="x">', '<a onclick="x">', '<a href="javascript:x">']
)
def test_an_inline_script_style_or_handler_would_be_seen(kwaad: str) -> None:
    assert INLINE.search(kwaad)


def test_the_title_of_a_refused_form_starts_with_the_word_fout() -> None:
    assert "<title>Fout: " in render_to_string("base.html", {"formulier": MetFouten()})
    assert "<title>Eenplan" in render_to_string("base.html")


def test_the_shell_is_dutch_and_has_a_way_past_the_header() -> None:
    html = render_to_string("base.html")
    assert '<html lang="nl"' in html
    assert html.index('href="#inhoud"') < html.index("<header")
    assert '"allowEval":false' in html


@pytest.mark.parametrize("naam", ["400", "403", "404", "429", "500", "csrf", "geweigerd"])
def test_an_error_page_stands_without_database_and_says_one_thing(naam: str) -> None:
    html = render_to_string(f"fout/{naam}.html")
    assert html.count("<h1>") == 1


def test_the_page_for_what_is_missing_repeats_nothing_of_the_address() -> None:
    missing = render_to_string("fout/404.html", request=RequestFactory().get("/dossier/geheim/"))
    other = render_to_string("fout/404.html", request=RequestFactory().get("/iets-anders/"))
    assert missing == other
