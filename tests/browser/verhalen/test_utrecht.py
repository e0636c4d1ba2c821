"""The story of Utrecht (issue section 6): from the first click to the letter, on a Monday in March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from tests.browser.verhalen.toneel import Toneel, richt_in
from tests.browser.verhalen.vragen import Lid, Vraag, kies_wet, noteer_vraag, pak_op
from tests.pgplugin import Website

MAANDAG = date(2026, 3, 2)
MINA = Vraag(
    naam="Mina Hadi",
    geboren=date(1984, 7, 4),
    woorden="Ik weet niet meer hoe ik het thuis rustig krijg. Esra gaat niet meer naar school.",
    waarover="Opvoeden en opgroeien",
    buurt="Tigrisdreef",
    kinderen_thuis=True,
    gezin=[
        Lid("Sam Hadi", date(2016, 5, 1), "Kind"),
        Lid("Esra Hadi", date(2012, 9, 9), "Kind"),
        Lid("Karim Hadi", date(1982, 1, 3), "Ouder met gezag, woont elders"),
    ],
)


@pytest.fixture
def toneel(venster: Page, website: Website) -> Toneel:
    richt_in("utrecht")
    return Toneel(venster, website, "utrecht")


def test_a_mother_walks_in_and_her_son_and_daughter_get_help(toneel: Toneel) -> None:
    toneel.zet_dag(MAANDAG)
    toneel.word("Joost van Dam")
    noteer_vraag(toneel, MINA, hoe="Balie of inloop")
    print(toneel.lees())
    toneel.kijk("ontvangen")
    toneel.word("Fatima Amrani")
    pak_op(toneel, "Mina Hadi")
    kies_wet(toneel, "Jeugdwet: hulp", "Het gaat om opvoeden en om school.")
    print(toneel.lees())
