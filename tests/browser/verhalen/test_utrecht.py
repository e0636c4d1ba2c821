"""The story of Utrecht (issue section 6): from the first click to the letter, on a Monday in March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from tests.browser.verhalen.gesprekken import *
from tests.browser.verhalen.plannen import *
from tests.browser.verhalen.papieren import *
from tests.browser.verhalen.toneel import Toneel, richt_in, veld
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

TEAMHULP = Hulp(
    trede="Hulp die voor iedereen open is",
    soort="Hulp van het buurtteam",
    waarom_niet={"een vrijwilliger": "Mina wil eerst met iemand van het buurtteam praten."},
)
BUURVROUW = Hulp(
    trede="Familie en buren",
    soort="Hulp van familie of buren",
    wat="samen eten en praten",
    wie="buurvrouw Riet Bakker",
    hoeveel=("1", "keer", "week"),
    waarom_niet={"wat ik zelf doe": "Alleen komt Mina er niet aan toe."},
)
JEUGDHULP = Hulp(
    trede="Extra hulp van een organisatie",
    soort="Hulp voor kind en ouders",
    hoeveel=("1,5", "uur", "week"),
    van=date(2026, 3, 16),
    tot=date(2026, 9, 1),
    waarom_niet={
        "familie en buren": "Esra praat thuis niet over school.",
        "samen met anderen": "In een groep durft Esra niets te zeggen.",
    },
    keuze="Mina en Esra kozen De Linde, omdat die dichtbij is.",
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
    begin_gesprek(toneel)
    vertel_vooraf(toneel)
    schrijf_op(toneel, {"Wat lukt u zelf nog?": "Het ontbijt lukt goed, ook als het druk is."})
    zet_aan(toneel, "Geld", reden="De huur geeft veel spanning thuis.")
    concludeer(toneel, "Ja, er is hulp nodig", "Mina wil rust thuis. Esra durft niet naar school.")
    toneel.kijk("gesprek-vol")
    ga_naar_plan(toneel)
    schrijf_doel(toneel, "Ik wil samen eten zonder ruzie.", van="Mina Hadi")
    voeg_hulp_toe(toneel, TEAMHULP)
    toneel.kijk("regel-teamhulp")
    toneel.klik("Laat de hulp beginnen")
    toneel.staat_er("De hulp begint.", "Loopt")
    toneel.kijk("plan-begonnen")
    schrijf_doel(toneel, "Ik wil een avond in de week niet alleen zijn.", van="Mina Hadi")
    voeg_hulp_toe(toneel, BUURVROUW)
    print(toneel.lees())
    toneel.klik("Laat de hulp beginnen")
    toneel.klik("Kies iemand anders")
    toneel.page.get_by_label("Iemand uit het eigen netwerk").check()
    veld(toneel.page, "Naam").fill("Riet Bakker")
    toneel.kijk("regisseur")
    print(toneel.lees())
    toneel.page.get_by_role("main").get_by_role("button").first.click()
    schrijf_doel(toneel, "Ik wil weer naar school durven.", van="Esra Hadi")
    voeg_hulp_toe(toneel, JEUGDHULP)
    toneel.kijk("regel-jeugdhulp")
    toneel.klik("Verwijs naar De Linde Jeugdhulp")
    toneel.kijk("eerst-akkoord")
    for wie in (
        "Esra Hadi (jongere)",
        "Mina Hadi (ouder met gezag)",
        "Karim Hadi (ouder met gezag)",
    ):
        toneel.page.get_by_label(wie).check()
    p = waarom(toneel)
    toneel.klik("Verwijs naar De Linde Jeugdhulp")
    toneel.kijk("plan-verwezen")
    toneel.klik("Maak de brief af")
    print(toneel.lees())
    toneel.kijk("verwijsbrief")
    verstuur(toneel)
    print(toneel.lees()[:600])
    zet_vinkje_verteld(toneel)
    verstuur(toneel)
    print(toneel.lees())
    toneel.kijk("verwijsbrief-verstuurd")
    brief = download(toneel)
    print(brief)
    is_toegankelijk(brief)
    toneel.word("Lisa Veenstra")
    print(toneel.lees())
    toneel.kijk("lijst-aanbieder")
    toneel.page.get_by_role("row", name="Esra Hadi").get_by_role("link").click()
    print(toneel.page.url, toneel.lees())
    toneel.kijk("dossier-aanbieder")
