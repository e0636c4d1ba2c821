"""A page of a fault shows again what was typed: to who typed it on a page of ours, and to nobody else (T12, T24)."""

from __future__ import annotations

import psycopg
import pytest
from django.test import Client

from eenplan.platform import scope

PAD = "/mijn/oneens/bezwaar/"
TEKST = "Ik trek alles in wat ik eerder zei."
GEHEIM = "a" * 32


def _zonder_database(monkeypatch: pytest.MonkeyPatch, *, ook_ons: bool) -> tuple[str, str]:
    """The page and its caching, of a form sent while the database is down: nobody asked yet where it came from."""

    def stuk(*_: object, **__: object) -> None:
        raise psycopg.OperationalError("de database is weg")

    monkeypatch.setattr(scope, "begin", stuk)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    velden = {"tekst": TEKST}
    if ook_ons:
        client.cookies["csrftoken"] = GEHEIM
        velden["csrfmiddlewaretoken"] = GEHEIM
    antwoord = client.post(PAD, velden)
    assert antwoord.status_code == 500
    return antwoord.content.decode(), antwoord.headers["Cache-Control"]


def test_t24_another_site_cannot_put_words_on_our_page_with_a_button_that_sends_them(
    db_schoon: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina, _ = _zonder_database(monkeypatch, ook_ons=False)
    assert "Er ging bij ons iets mis" in pagina
    assert TEKST not in pagina
    assert "csrfmiddlewaretoken" not in pagina


def test_t12_who_typed_it_on_our_page_finds_it_again_though_the_database_is_down(
    db_schoon: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pagina, bewaren = _zonder_database(monkeypatch, ook_ons=True)
    assert TEKST in pagina
    assert bewaren == "no-store"
