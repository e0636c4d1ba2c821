"""Heerlen's story: help without an indication when both sides agree, and a consulent for who wants it otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from tests.browser.verhalen import gesprekken, papieren, plannen, vragen
from tests.browser.verhalen.plannen import Hulp
from tests.browser.verhalen.toneel import Toneel, richt_in, vul_datum
from tests.browser.verhalen.vragen import Vraag
from tests.pgplugin import Website

MEI = date(2017, 5, 2)
NA_DE_UITSPRAAK = date(2018, 6, 1)
MIA = Vraag(
    naam="Mia Ploum",
    geboren=date(1950, 4, 4),
    woorden="Alleen thuis loopt het me boven het hoofd. Ik zie de hele week niemand.",
    waarover="Hulp bij het regelen van uw dagelijks leven",
    buurt="Passart",
    telefoon="045 000 0555",
    adres="Saroleastraat 1, 6411 LR Heerlen",
)
STEUN = Hulp(
    trede="Hulp die voor iedereen open is",
    soort="Persoonlijke ondersteuning",
    hoeveel=("2", "uur", "week"),
    van=date(2017, 5, 15),
    tot=date(2017, 11, 15),
    waarom_niet={"familie en buren": "Haar zoon werkt in ploegen."},
)
DAGBESTEDING = Hulp(
    trede="Samen met anderen",
    soort="Dagbesteding",
    hoeveel=("1", "dagdeel", "week"),
    van=date(2017, 5, 15),
    tot=date(2017, 11, 15),
    waarom_niet={"hulp die voor iedereen open is": "Met één uur per week blijft de week leeg."},
)


@pytest.fixture
def toneel(venster: Page, website: Website) -> Toneel:
    richt_in("heerlen")
    return Toneel(venster, website, "heerlen")


def wat_kan_er_nog_wel(toneel: Toneel) -> None:
    """The question comes in at Stand-By!, which asks first what still works (H1)."""
    toneel.word("Piet Visscher")
    vragen.noteer_vraag(toneel, MIA, hoe="Telefoon")
    toneel.klik("Pak deze vraag op")
    vragen.kies_wet(toneel, "Wmo", "Mia is 67 en heeft steun nodig.")
    gesprekken.begin_gesprek(toneel)
    gesprekken.vertel_vooraf(toneel)
    gesprekken.schrijf_op(toneel, {"Wat lukt u zelf nog?": "Koken lukt. Wandelen met de hond ook."})
    gesprekken.concludeer(toneel, "Ja, er is hulp nodig", "Mia heeft iemand nodig die meedenkt.")
    toneel.klik("Rond het onderzoek af")
    toneel.klik("Ga naar het plan")


def kies_wie_helpt(toneel: Toneel, naam: str) -> None:
    """The plan says who, before anybody agrees (waarborg 2)."""
    toneel.klik("Kies wie de hulp geeft")
    toneel.page.get_by_label(naam).check()
    toneel.kijk("wie-helpt")
    toneel.klik("Kies deze organisatie")
    toneel.staat_er(naam)
    plannen.beiden_willen(toneel)


def test_h1_h3_the_plan_holds_when_resident_and_stand_by_have_both_approved(toneel: Toneel) -> None:
    """No indication, no contribution, two providers (H2, H3)."""
    toneel.zet_dag(MEI)
    wat_kan_er_nog_wel(toneel)
    plannen.schrijf_doel(toneel, "Ik wil weer zelf mijn week op orde hebben.")
    for hulp, wie in ((STEUN, "Begeleiding Parkstad"), (DAGBESTEDING, "Dagcentrum De Koempel")):
        plannen.voeg_hulp_toe(toneel, hulp)
        kies_wie_helpt(toneel, wie)
        toneel.staat_er(
            "De hulp begint als u en de inwoner allebei akkoord zijn",
            "Geen brief en geen besluit nodig",
        )
        assert "Dit volgt uit regel 4" in plannen.waarom(toneel)
        if hulp is STEUN:
            toneel.beeld("allebei-akkoord")
            toneel.kijk("allebei-akkoord")
        toneel.klik("Wij zijn allebei akkoord")
        if hulp is STEUN:
            nog_hulp(toneel)
    toneel.staat_er("Nog niet aangenomen", "vanaf 15 mei 2017")
    beide_namen(toneel)
    toneel.word("Fleur Wolters")
    toneel.staat_er(MIA.naam)


def nog_hulp(toneel: Toneel) -> None:
    """More help under the same goal."""
    toneel.klik("Voeg hulp toe", exact=False)
    toneel.page.get_by_role("heading", name="Wat helpt hierbij?").wait_for()


def beide_namen(toneel: Toneel) -> None:
    """Both approvals stand under the help, with name and day (H3)."""
    toneel.page.get_by_role("link", name="persoonlijke ondersteuning").first.click()
    toneel.klik("Hoe dit is geregeld, en wie akkoord is")
    toneel.staat_er(
        "Mia Ploum: akkoord", "Piet Visscher namens Heerlen Stand-By!: akkoord, 2 mei 2017"
    )
    toneel.beeld("beide-namen")
    toneel.kijk("beide-namen")


def zij_wil_dit_niet(toneel: Toneel) -> None:
    """Another resident declines; what a decision may cost is told before she chooses (H4, waarborg 9)."""
    wat_kan_er_nog_wel(toneel)
    plannen.schrijf_doel(toneel, "Ik wil iemand die ik al ken.")
    plannen.voeg_hulp_toe(toneel, STEUN)
    kies_wie_helpt(toneel, "Begeleiding Parkstad")
    plannen.akkoord(toneel, "Nee, wil dit niet")
    toneel.staat_er(
        "De consulent kijkt mee",
        "Noem het bedrag voordat de inwoner kiest.",
        "Vertel dit eerst: wat kost het?",
        "U betaalt een eigen bijdrage.",
    )
    toneel.staat_er_niet("Geen brief en geen besluit nodig")


def test_h4_h5_who_declines_goes_to_the_consulent_and_another_provider_is_contracted(
    toneel: Toneel,
) -> None:
    toneel.zet_dag(MEI)
    zij_wil_dit_niet(toneel)
    toneel.beeld("zij-wil-dit-niet")
    toneel.klik("Vraag de consulent")
    de_consulent_kijkt(toneel)
    de_beschikking_gaat_weg(toneel)
    stand_by_besteedt_uit(toneel)


def de_consulent_kijkt(toneel: Toneel) -> None:
    """Somebody who did not make the offer judges whether the help fits."""
    toneel.word("Esther Roelofs")
    toneel.klik(MIA.naam)
    toneel.staat_er(
        "Kijk als consulent of de hulp past", MIA.woorden, "U betaalt een eigen bijdrage."
    )
    page = toneel.page
    page.get_by_label("Ja, deze hulp past").check()
    page.get_by_label("Waarom vindt u dat?").fill("Mia komt tot rust bij iemand die zij al kent.")
    vul_datum(page, "Wanneer vertelde u wat een besluit kan kosten?", MEI)
    toneel.beeld("consulent")
    toneel.kijk("consulent")
    toneel.klik("Beslis")


def de_beschikking_gaat_weg(toneel: Toneel) -> None:
    """A decision with an own contribution, on what she asked (H4)."""
    toneel.klik("Besluit: toekenning", exact=False)
    toneel.klik("Er is nog geen aanvraag", exact=False)
    papieren.leg_aanvraag_vast(toneel, "Ik wil hulp van iemand die ik ken.", hoe="Aan de telefoon")
    papieren.leg_uit(toneel, "U komt tot rust bij iemand die u al kent.")
    papieren.verstuur(toneel)
    toneel.staat_er("Bezwaar maken kan tot en met 13 juni 2017.")
    toneel.beeld("beschikking")
    brief = papieren.download(toneel)
    for zin in (
        "u krijgt persoonlijke ondersteuning",
        "Ik wil hulp van iemand die ik ken.",
        "U betaalt een eigen bijdrage.",
        "namens het college van burgemeester en wethouders van Heerlen",
    ):
        assert zin in brief.tekst, brief.tekst
    papieren.is_toegankelijk(brief)


def stand_by_besteedt_uit(toneel: Toneel) -> None:
    """Stand-By! contracts another provider, who finds the referral (H5)."""
    toneel.word("Piet Visscher")
    toneel.page.get_by_role("row", name="Besteed deze hulp uit").get_by_role("link").click()
    toneel.page.get_by_label("Ritme Begeleiding").check()
    toneel.beeld("uitbesteden")
    toneel.kijk("uitbesteden")
    toneel.klik("Kies deze organisatie")
    toneel.staat_er("Ritme Begeleiding")
    toneel.word("Rob Vliegen")
    toneel.staat_er(MIA.naam)


def test_waarborg_2_the_same_case_a_year_later_shows_what_the_court_said(toneel: Toneel) -> None:
    """From 18 May 2018: a court calls this guidance maatwerk, with choice of a pgb."""
    toneel.zet_dag(NA_DE_UITSPRAAK)
    wat_kan_er_nog_wel(toneel)
    plannen.schrijf_doel(toneel, "Ik wil weer zelf mijn week op orde hebben.")
    plannen.voeg_hulp_toe(toneel, STEUN)
    toneel.staat_er(
        "De hulp begint als u en de inwoner allebei akkoord zijn",
        "Een rechter noemde begeleiding op deze manier maatwerk.",
        "ECLI:NL:RBLIM:2018:4613",
    )
    toneel.beeld("na-de-uitspraak")
