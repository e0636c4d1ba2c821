"""A page of a municipality has the look of that municipality; a page of none has Eenplan's own."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from eenplan.platform import scope as scopes
from tests import world
from tests.browser import inwonerwereld
from tests.world import Mens, Overvecht


def _als(soort: str, mens: Mens) -> Client:
    client = _client()
    client.cookies[scopes.KOEKJE] = scopes.open_sessie(
        soort=soort, actor=mens.id, gemeente=mens.gemeente
    )
    return client


def _client() -> Client:
    client = Client()
    client.cookies[scopes.KLOK_KOEKJE] = date(2026, 3, 2).isoformat()
    return client


def _uiterlijk(client: Client, pad: str) -> str:
    """Whose look a page has; empty is Eenplan's own."""
    html = client.get(pad).content.decode()
    klassen = re.search(r'<html lang="nl" class="voorbeeld-theme eenplan-theme([^"]*)">', html)
    assert klassen, html[:200]
    return klassen[1].strip()


@pytest.fixture(scope="module")
def overvecht(db_module: None) -> Overvecht:
    return world.overvecht()


@pytest.mark.parametrize("pad", ["/heerlen/", "/heerlen/vraag/", "/heerlen/zo-werkt-het/"])
def test_a_public_page_has_the_look_of_its_municipality(overvecht: Overvecht, pad: str) -> None:
    assert _uiterlijk(_client(), pad) == "gemeente-heerlen"


@pytest.mark.parametrize("pad", ["/", "/privacy/", "/bestaat-niet/"])
def test_a_page_of_no_municipality_has_none(overvecht: Overvecht, pad: str) -> None:
    assert _uiterlijk(_client(), pad) == ""


def test_who_works_there_sees_it_and_on_a_public_page_elsewhere_that_of_elsewhere(
    overvecht: Overvecht,
) -> None:
    client = _als("medewerker", overvecht.fatima)
    assert _uiterlijk(client, "/werk/") == "gemeente-utrecht"
    assert _uiterlijk(client, "/heerlen/") == "gemeente-heerlen"


def test_a_resident_sees_it_too(overvecht: Overvecht) -> None:
    mina, _ = inwonerwereld.mina(overvecht.fatima)
    assert _uiterlijk(_als("inwoner", mina), "/mijn/") == "gemeente-utrecht"
