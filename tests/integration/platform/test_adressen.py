"""Every address says who may come there, and holds itself to it (T3)."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import get_resolver, include, path

from eenplan.web.schermen import IEDEREEN, INGANG, scherm
from tests import world
from tests.integration.platform.adressen import Adres, alle, zonder_regel


def _adressen() -> list[Adres]:
    return list(alle(get_resolver().url_patterns))


def _leeg(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_t3_every_address_declares_who_may_come_there() -> None:
    assert len(_adressen()) >= 10
    assert zonder_regel(get_resolver().url_patterns) == []


def test_t3_an_address_without_a_rule_is_found_however_deep_it_hides() -> None:
    diep = path("a/", include([path("b/", include([path("<uuid:c>/", _leeg)]))]))
    goed = scherm("goed/", _leeg, naam="goed", wie=IEDEREEN)
    assert zonder_regel([goed, diep]) == ["/a/b/<uuid:c>/"]


def _invullen(adres: Adres) -> str:
    """The address with something in each of its gaps."""
    uit = "/"
    for deel in adres.delen:
        tekst = str(deel.pattern)
        for naam, soort in getattr(deel.pattern, "converters", {}).items():
            waarde = (
                UUID(int=7)
                if naam in adres.sleutels
                else 7
                if "Int" in type(soort).__name__
                else "iets"
            )
            soortnaam = (
                type(soort).__name__.removesuffix("Converter").lower().replace("string", "str")
            )
            tekst = tekst.replace(f"<{soortnaam}:{naam}>", str(waarde))
        uit += tekst
    return uit


def test_t3_a_visitor_comes_only_where_everybody_may(db_schoon: None) -> None:
    world.gemeente("utrecht")
    for adres in _adressen():
        if adres.wie is IEDEREEN:
            continue
        antwoord = Client().get(_invullen(adres))
        assert (antwoord.status_code, antwoord.headers.get("Location")) == (302, INGANG), (
            adres.route
        )


@pytest.mark.parametrize("functie", ["lisa", "petra", "fatima"])
def test_t3_an_employee_of_another_kind_finds_nothing_there(db_schoon: None, functie: str) -> None:
    mensen = world.overvecht()
    mens: world.Mens = getattr(mensen, functie)
    with mens.handelt() as scope:
        eigen = scope.functie
    for adres in _adressen():
        assert adres.wie is not None
        if adres.wie is not IEDEREEN and eigen not in adres.wie:
            assert mens.client().get(_invullen(adres)).status_code == 404, adres.route
