"""The story of Utrecht (issue 2, section 6): from the first click to the letter, on a Monday in March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from tests.browser.verhalen import gesprekken, papieren, plannen, vragen
from tests.browser.verhalen.plannen import Hulp
from tests.browser.verhalen.toneel import Toneel, richt_in
from tests.browser.verhalen.vragen import Lid, Vraag
from tests.pgplugin import Website

MAANDAG = date(2026, 3, 2)
TEAM_JEUGD_EN_GEZIN = "Buurtteam Jeugd en Gezin Overvecht-Spoorzoom"
OUDERS = ("Karim Hadi (ouder met gezag)", "Mina Hadi (ouder met gezag)")

MINA = Vraag(
    naam="Mina Hadi",
    geboren=date(1984, 7, 4),
    woorden="Ik weet niet meer hoe ik het thuis rustig krijg. Esra gaat niet meer naar school.",
    waarover="Opvoeden en opgroeien",
    adres="Tigrisdreef 12, 3564 AA Utrecht",
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
    toneel = Toneel(venster, website, "utrecht")
    toneel.zet_dag(MAANDAG)
    return toneel


def test_u1_u10_u6_a_mother_walks_in_and_the_letter_for_her_daughter_leaves(toneel: Toneel) -> None:
    moeder_loopt_binnen(toneel)
    hulp_begint_dezelfde_middag(toneel)
    een_doel_gaat_met_de_buurvrouw(toneel)
    pas_na_akkoord_van_drie_mensen_gaat_er_een_verwijzing(toneel)
    de_verwijsbrief_gaat_weg(toneel)
    ieder_ziet_alleen_het_eigen_deel(toneel)


def moeder_loopt_binnen(toneel: Toneel) -> None:
    """U1: at the desk of the other team; routed by the children at home, and told who calls when."""
    toneel.word("Joost van Dam")
    vragen.noteer_vraag(toneel, MINA, hoe="Balie of inloop")
    toneel.staat_er(
        f"{TEAM_JEUGD_EN_GEZIN} heeft de vraag ontvangen",
        "Uw kenmerk",
        f"Iemand van {TEAM_JEUGD_EN_GEZIN} belt u, tussen 9.00 en 17.00 uur.",
        "Uiterlijk woensdag 4 maart 2026",
        "Een cliëntondersteuner denkt met u mee",
        "Het geldt ook voor wie voor u zorgt.",
        "Wilt u eerst zelf een plan maken?",
    )
    toneel.beeld("ontvangen")
    toneel.kijk("ontvangen")


def hulp_begint_dezelfde_middag(toneel: Toneel) -> None:
    """U10: guidance starts on the same day, before the investigation is finished."""
    toneel.word("Fatima Amrani")
    vragen.pak_op(toneel, MINA.naam)
    vragen.kies_wet(toneel, "Jeugdwet: hulp", "Het gaat om opvoeden en om school.")
    gesprekken.begin_gesprek(toneel)
    assert gesprekken.eerste_vraag(toneel).startswith("Wat lukt u zelf nog?")
    gesprekken.vertel_vooraf(toneel)
    gesprekken.schrijf_op(toneel, {"Wat lukt u zelf nog?": "Het ontbijt lukt goed, ook in drukte."})
    gesprekken.zet_aan(toneel, "Geld", reden="De huur geeft veel spanning thuis.")
    gesprekken.concludeer(toneel, "Ja, er is hulp nodig", "Mina wil rust thuis, Esra naar school.")
    toneel.beeld("gesprek")
    toneel.kijk("gesprek")
    plannen.ga_naar_plan(toneel)
    plannen.schrijf_doel(toneel, "Ik wil samen eten zonder ruzie.", van=MINA.naam)
    plannen.voeg_hulp_toe(toneel, TEAMHULP)
    toneel.staat_er("De hulp kan meteen beginnen", "Geen brief en geen besluit nodig")
    toneel.klik("Laat de hulp beginnen")
    assert plannen.stand_van_hulp(toneel, "Ik wil samen eten zonder ruzie.") == "Loopt"


def een_doel_gaat_met_de_buurvrouw(toneel: Toneel) -> None:
    """U5: help of one's own people; one of them holds the plan together (D4)."""
    plannen.schrijf_doel(toneel, "Ik wil een avond niet alleen zijn.", van=MINA.naam)
    plannen.voeg_hulp_toe(toneel, BUURVROUW)
    toneel.klik("Laat de hulp beginnen")
    plannen.kies_regisseur(toneel, "Riet Bakker", "Iemand uit het eigen netwerk")
    toneel.staat_er("Riet Bakker")


def pas_na_akkoord_van_drie_mensen_gaat_er_een_verwijzing(toneel: Toneel) -> None:
    """Waarborg 11: at 13 the youth and both parents with authority; then the policy decides and says why (U6)."""
    plannen.schrijf_doel(toneel, "Ik wil weer naar school durven.", van="Esra Hadi")
    plannen.voeg_hulp_toe(toneel, JEUGDHULP)
    toneel.beeld("hulp")
    toneel.klik("Verwijs naar De Linde Jeugdhulp")
    toneel.staat_er("Eerst akkoord van Esra Hadi, Karim Hadi en Mina Hadi.")
    hulp = toneel.page.url
    esra_geeft_zelf_antwoord(toneel)
    toneel.word("Fatima Amrani")
    toneel.page.goto(hulp)
    plannen.beiden_willen(toneel)
    plannen.akkoord(toneel, OUDERS[0])
    toneel.klik("Verwijs naar De Linde Jeugdhulp")
    toneel.staat_er("Eerst akkoord van Mina Hadi.")
    plannen.akkoord(toneel, OUDERS[1])
    uitleg = plannen.waarom(toneel)
    assert "Dit volgt uit regel 5: Het buurtteam verwijst met een brief." in uitleg
    assert "Regel 4. De inwoner wil iets anders dan het buurtteam aanbiedt." in uitleg
    assert "Past niet: het oordeel van de inwoner is niet ‘weigert aanbod’" in uitleg
    toneel.kijk("regel-de-hulp")
    toneel.klik("Verwijs naar De Linde Jeugdhulp")
    toneel.staat_er("De Linde Jeugdhulp ziet de verwijzing op de eigen lijst.")
    toneel.beeld("plan")
    toneel.kijk("plan")


def esra_geeft_zelf_antwoord(toneel: Toneel) -> None:
    """X4, U17: the girl of 13 reads what it is, says yes at her own page, and sees nothing of her mother's goals."""
    toneel.word_inwoner("Esra Hadi")
    toneel.staat_er("Wat vindt u van deze hulp?", "Fatima Amrani")
    toneel.beeld("mijn-overzicht", hoogte=1000)
    toneel.klik("Geef antwoord", exact=False)
    toneel.staat_er("Bij jeugdhulp zeggen ouders en jongeren elk zelf wat zij vinden.")
    toneel.beeld("mijn-antwoord", hoogte=1000)
    toneel.page.get_by_label("Ja, ik wil deze hulp").check()
    toneel.kijk("mijn-antwoord")
    toneel.klik("Verstuur mijn antwoord")
    toneel.staat_er("U zei ja", "Wij wachten nog op het antwoord van een ander.")
    toneel.klik("Naar mijn plan")
    toneel.staat_er("Ik wil weer naar school durven.")
    toneel.staat_er_niet("samen eten", "Riet Bakker", "De huur")
    toneel.beeld("mijn-plan", hoogte=1000)
    toneel.kijk("mijn-plan")


def de_verwijsbrief_gaat_weg(toneel: Toneel) -> None:
    """U6 and waarborg 1: goals, extent and period, on behalf of the college, and that a decision can be asked."""
    toneel.klik("Maak de brief af")
    papieren.verstuur(toneel)
    toneel.staat_er("Vertel de inwoner eerst dat een besluit vragen kan.")
    papieren.zet_vinkje_verteld(toneel)
    toneel.beeld("verwijsbrief")
    toneel.kijk("verwijsbrief")
    papieren.verstuur(toneel)
    toneel.staat_er("De brief is verstuurd")
    toneel.kijk("verwijsbrief-verstuurd")
    brief = papieren.download(toneel)
    for zin in (
        "Tigrisdreef 12",
        "Ik wil weer naar school durven.",
        "1,5 uur per week",
        "van maandag 16 maart 2026 tot en met dinsdag 1 september 2026",
        "namens het college van burgemeester en wethouders van Utrecht",
        "U kunt hierover altijd een besluit vragen",
        "Wij hebben u dit verteld op maandag 2 maart 2026.",
    ):
        assert zin in brief.tekst
    for van_een_ander in ("Riet", "samen eten", "Sam Hadi", "De huur"):
        assert van_een_ander not in brief.tekst
    papieren.is_toegankelijk(brief)


def ieder_ziet_alleen_het_eigen_deel(toneel: Toneel) -> None:
    """X3, X4: the provider sees its own goal and letter; another provider a page as for something that is not there."""
    toneel.klik("Terug naar het dossier")
    van_esra = toneel.page.url
    toneel.klik("Sam Hadi")
    van_sam = toneel.page.url
    toneel.klik("Mina Hadi")
    toneel.staat_er("samen eten en praten", "Riet Bakker")
    toneel.beeld("dossier")
    toneel.kijk("dossier")
    toneel.word("Lisa Veenstra")
    toneel.kijk("werklijst-aanbieder")
    papieren.open_verwijzing(toneel, "Esra Hadi")
    toneel.staat_er("Neemt u deze hulp aan?")
    toneel.klik("Naar het dossier")
    toneel.page.wait_for_url(f"{van_esra}*")
    toneel.staat_er(MINA.telefoon)
    toneel.staat_er("Ik wil weer naar school durven.", "hulp voor kind en ouders")
    toneel.staat_er_niet("Sam Hadi", "Riet", "samen eten", "De huur", MINA.woorden)
    toneel.beeld("dossier-aanbieder")
    toneel.kijk("dossier-aanbieder")
    toneel.klik("Brieven en besluiten")
    toneel.staat_er("Verwijsbrief")
    papieren.bestaat_niet(toneel, van_sam)
    toneel.word("Ruben Timmer")
    papieren.bestaat_niet(toneel, van_esra)
