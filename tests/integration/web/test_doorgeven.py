"""Passed on the same day: nobody's yes is made up, and the letter leaves without a last day (D6)."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client

from eenplan.besluiten import api as besluiten
from eenplan.inzage import api as inzage
from tests import world
from tests.browser.inwonerwereld import inwoner
from tests.integration.web.test_uitvoering import tekst
from tests.world import OVERGANGSJAAR as OP
from tests.world import Voorstad

VELDEN = {"hulp": "palliatief", "doel": "Ik wil rust.", "aantal": "7", "eenheid": "etmaal"}


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


def geef_door(client: Client, melding: object, **velden: str) -> tuple[int, str]:
    antwoord = client.post(
        f"/werk/melding/{melding}/doorgeven/",
        VELDEN | {"per": "week", "verzendsleutel": str(uuid4())} | velden,
    )
    return antwoord.status_code, antwoord.headers.get("Location") or antwoord.content.decode()


def test_d6_without_an_answer_the_form_asks_and_nobody_said_yes(cast: Voorstad) -> None:
    vraag = world.vraag_in_voorstad("palliatief")
    client = cast.hanna.client(op=OP)
    status, pagina = geef_door(client, vraag.melding)
    assert status == 422
    assert "Kies of de inwoner deze hulp wil." in pagina
    status, plan = geef_door(client, vraag.melding, akkoord="nog_niet")
    assert status == 302
    assert "Iedereen gaf antwoord." not in tekst(client, re.sub(r"[?].*", "", plan))


def test_d6_the_letter_leaves_without_a_last_day_and_says_so(cast: Voorstad) -> None:
    vraag = world.vraag_in_voorstad("palliatief")
    geef_door(cast.hanna.client(op=OP), vraag.melding, akkoord="ja")
    with cast.hanna.handelt(op=OP) as scope:
        inzage.openen(scope, personen=[vraag.persoon], doel=inzage.Doel.TOEGANG)
        [stuk] = besluiten.stukken_van(scope, [vraag.persoon])
        blad = besluiten.lees_stuk(scope, stuk.id)
        brief = str(blad.voorbeeld.blokken)
        besluiten.maak_definitief(scope, stuk=stuk.id, verteld_op=OP)
    assert "zolang het nodig is" in brief
    assert "Wij hebben met u gepraat" not in brief
    mijn = tekst(inwoner(vraag.persoon, cast.hanna).client(op=OP), "/mijn/")
    assert "Dit is al afgesproken: hulp in de laatste levensfase." in mijn
