"""The story of Kaag en Braassem (issue 2, section 6), before and after the first day of GO! voor jeugd."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from tests.browser.verhalen import gesprekken, papieren, plannen, vragen
from tests.browser.verhalen.plannen import Hulp
from tests.browser.verhalen.toneel import Toneel, richt_in
from tests.browser.verhalen.vragen import Lid, Vraag
from tests.pgplugin import Website

VOOR = date(2017, 12, 1)
NA = date(2018, 1, 15)
ANNA = Vraag(
    naam="Anna van Rijn",
    geboren=date(1937, 4, 12),
    woorden="Mijn man is overleden. De tuin en de post groeien me boven het hoofd.",
    waarover="Post en administratie thuis",
    buurt="Leimuiden",
)
PIET = Vraag(
    naam="Piet Loos",
    geboren=date(1935, 6, 30),
    woorden="Mijn vrouw zegt dat ik overdag niet meer alleen kan zijn.",
    waarover="Een goede invulling van de dag",
    buurt="Woubrugge",
)
JIP = Vraag(
    naam="Jip Mol",
    geboren=date(2004, 5, 20),
    woorden="Jip slaapt slecht en wil niet meer naar school.",
    buurt="Leimuiden",
    kinderen_thuis=True,
    gezin=[
        Lid("Els Mol", date(1975, 2, 1), "Ouder met gezag"),
        Lid("Bas Mol", date(1974, 8, 9), "Ouder met gezag"),
    ],
)
ALLE_DRIE = ("Jip Mol (jongere)", "Bas Mol (ouder met gezag)", "Els Mol (ouder met gezag)")

SAMEN_DE_POST = Hulp(
    trede="Hulp die voor iedereen open is",
    soort="Iets anders",
    wat="elke maandag samen de post doen en de tuin in",
    wie="Marieke de Boer",
    hoeveel=("1", "keer", "week"),
    tot=date(2018, 6, 1),
    waarom_niet={"familie en buren": "Haar dochter woont in Groningen."},
)
ONTMOETINGSCENTRUM = Hulp(
    trede="Hulp op maat met een besluit",
    soort="Dagbesteding in het ontmoetingscentrum dementie",
    hoeveel=("2", "dagdeel", "week"),
    van=date(2018, 2, 1),
    tot=date(2019, 2, 1),
    waarom_niet={
        "een vrijwilliger": "Een vrijwilliger kan dit niet alleen.",
        "samen met anderen": "In het buurthuis raakt Piet de weg kwijt.",
    },
)
TIM = Vraag(
    naam="Tim Vink",
    geboren=date(1995, 3, 3),
    woorden="Ik heb een verstandelijke beperking. Ik wil trommelen, en vrienden.",
    waarover="Meer mensen om u heen",
    buurt="Leimuiden",
)
MUZIEK = Hulp(
    trede="Samen met anderen",
    soort="Muziek maken bij de vereniging",
    hoeveel=("1", "keer", "week"),
    waarom_niet={
        "familie en buren": "Zijn ouders houden niet van muziek.",
        "hulp die voor iedereen open is": "Tim wil het met anderen doen.",
    },
)
BEP = Vraag(
    naam="Bep Otto",
    geboren=date(1950, 1, 1),
    woorden="Ik krijg mijn huis niet meer schoon.",
    waarover="Hulp in het huishouden",
    buurt="Woubrugge",
)
TOM_HELPT = Hulp(
    trede="Hulp die voor iedereen open is",
    soort="Hulp van Tom in de buurt",
    waarom_niet={"familie en buren": "Bep heeft geen familie in de buurt."},
)
JEUGDHULP = Hulp(
    trede="Extra hulp van een organisatie",
    soort="Hulp voor kind en ouders",
    hoeveel=("1", "gesprek", "week"),
    van=date(2018, 2, 1),
    tot=date(2018, 8, 1),
    waarom_niet={
        "familie en buren": "Zijn oma luistert, maar Jip praat daar niet.",
        "samen met anderen": "Jip durft niet in een groep.",
    },
    keuze="Jip wil met iemand praten die niet op school werkt.",
)


@pytest.fixture
def toneel(venster: Page, website: Website) -> Toneel:
    richt_in("kaag-en-braassem")
    return Toneel(venster, website, "kaag-en-braassem")


def onderzoek(toneel: Toneel, vraag: Vraag, wet: str, conclusie: str) -> None:
    """Name the law, talk, and write down what came out of it."""
    vragen.kies_wet(toneel, wet, f"{vraag.naam} valt onder deze wet.")
    gesprekken.begin_gesprek(toneel)
    gesprekken.vertel_vooraf(toneel)
    gesprekken.schrijf_op(toneel, {"Wat lukt u zelf nog?": "Samen eten en buiten lopen lukt."})
    gesprekken.concludeer(toneel, "Ja, er is hulp nodig", conclusie)


def test_k2_k3_k9_one_contact_and_help_without_a_product_or_a_decision(toneel: Toneel) -> None:
    """K1, K2: Tom in de buurt is the one contact; K3: no paper; K9: what, who, how much, until when."""
    toneel.zet_dag(NA)
    vragen.stel_vraag_zelf(toneel, "Kaag en Braassem", ANNA)
    toneel.staat_er("Tom in de buurt heeft uw vraag ontvangen")
    toneel.beeld("ontvangen")
    toneel.word("Marieke de Boer")
    vragen.pak_op(toneel, ANNA.naam)
    onderzoek(toneel, ANNA, "Wmo", "Anna heeft iemand nodig die meeloopt.")
    plannen.ga_naar_plan(toneel)
    plannen.schrijf_doel(toneel, "Ik wil mijn eigen post weer aankunnen.")
    plannen.voeg_hulp_toe(toneel, SAMEN_DE_POST)
    toneel.staat_er("De hulp kan meteen beginnen", "Geen brief en geen besluit nodig")
    assert "Dit volgt uit regel 6" in plannen.waarom(toneel)
    toneel.beeld("zonder-besluit")
    toneel.klik("Laat de hulp beginnen")
    toneel.staat_er("1 keer per week, tot en met 1 juni 2018", "Vaste contactpersoon")
    assert plannen.stand_van_hulp(toneel, "Ik wil mijn eigen post weer aankunnen.") == "Loopt"
    toneel.beeld("plan")
    toneel.kijk("plan")
    toneel.klik("Naar het dossier")
    toneel.klik("Brieven en besluiten")
    toneel.staat_er("Er is nog geen verwijsbrief of besluit")


def test_de_driemaster_brings_a_young_man_to_the_workshop_of_the_music_club(toneel: Toneel) -> None:
    """Tim says what he likes; the one who knows the clubs brings him there, without a paper."""
    toneel.zet_dag(NA)
    toneel.word("Marieke de Boer")
    vragen.noteer_vraag(toneel, TIM, hoe="Telefoon")
    toneel.klik("Pak deze vraag op")
    onderzoek(toneel, TIM, "Wmo", "Tim heeft iemand nodig die hem meeneemt.")
    plannen.ga_naar_plan(toneel)
    plannen.schrijf_doel(toneel, "Ik wil trommelen met anderen.")
    plannen.voeg_hulp_toe(toneel, MUZIEK)
    toneel.staat_er("De hulp kan meteen beginnen", "Geen brief en geen besluit nodig")
    toneel.klik("Laat de hulp beginnen")
    toneel.staat_er("De Driemaster heeft de hulp nog niet aangenomen.")


def test_k3_who_disagrees_is_told_that_a_decision_can_be_asked_and_asks(toneel: Toneel) -> None:
    """Bep does not want what Tom offers: nothing is refused, nothing is called settled, and she asks."""
    toneel.zet_dag(NA)
    toneel.word("Marieke de Boer")
    vragen.noteer_vraag(toneel, BEP, hoe="Telefoon")
    toneel.klik("Pak deze vraag op")
    onderzoek(toneel, BEP, "Wmo", "Bep krijgt haar huis niet schoon.")
    plannen.ga_naar_plan(toneel)
    plannen.schrijf_doel(toneel, "Ik wil een schoon huis.")
    plannen.voeg_hulp_toe(toneel, TOM_HELPT)
    plannen.oordeel(toneel, inwoner="Nee, wil dit niet")
    toneel.staat_er("Vertel dat een besluit kan worden gevraagd")
    toneel.klik("Zet dit op mijn lijst")
    toneel.staat_er("Vertel dat een besluit kan worden gevraagd")
    toneel.staat_er_niet("Geregeld:")
    toneel.klik("Ga verder")
    toneel.klik("De inwoner wil een besluit")
    toneel.staat_er("Vertel dit eerst: wat kost het?", "U betaalt een eigen bijdrage.")
    papieren.vraag_besluit(toneel, "Ik wil hulp in huis, op papier.", hoe="In een gesprek")
    toneel.staat_er("Gemeente Kaag en Braassem beslist.")
    toneel.word("Willem Lindeboom")
    toneel.staat_er(BEP.naam, "Besluit nemen")


def test_k3_the_dementia_meeting_centre_does_get_a_decision(toneel: Toneel) -> None:
    """K3, rule 1: asked for, decided by the municipality, with an own contribution and a way to object."""
    toneel.zet_dag(NA)
    toneel.word("Marieke de Boer")
    vragen.noteer_vraag(toneel, PIET, hoe="Telefoon")
    toneel.klik("Pak deze vraag op")
    onderzoek(toneel, PIET, "Wmo", "Piet heeft overdag gezelschap nodig.")
    toneel.klik("Rond het onderzoek af")
    toneel.klik("Ga naar het plan")
    plannen.schrijf_doel(toneel, "Ik wil overdag onder de mensen zijn.")
    plannen.voeg_hulp_toe(toneel, ONTMOETINGSCENTRUM)
    toneel.staat_er("De gemeente", "De inwoner betaalt een eigen bijdrage", "Na het besluit")
    toneel.kijk("regel-de-hulp")
    toneel.klik("Laat het besluit klaarzetten")
    toneel.staat_er("Wacht op een besluit")
    de_consulent_kent_toe(toneel)
    toneel.word("Ilse Bloemen")
    papieren.open_verwijzing(toneel, PIET.naam)
    toneel.staat_er("Ik wil overdag onder de mensen zijn.")


def de_consulent_kent_toe(toneel: Toneel) -> None:
    """The consulent records what Piet asked, says why, and sends the decision."""
    toneel.word("Willem Lindeboom")
    toneel.klik(PIET.naam)
    toneel.beeld("nog-te-doen")
    toneel.kijk("toekenning-nog-te-doen")
    toneel.klik("Er is nog geen aanvraag", exact=False)
    papieren.leg_aanvraag_vast(toneel, "Ik wil naar het centrum.", hoe="Aan de telefoon")
    papieren.leg_uit(toneel, "U kunt overdag niet alleen zijn.")
    papieren.verstuur(toneel)
    toneel.staat_er("Bezwaar maken kan tot en met 26 februari 2018.")
    toneel.beeld("toekenning")
    toneel.kijk("toekenning-verstuurd")
    brief = papieren.download(toneel)
    for zin in (
        "u krijgt dagbesteding in het ontmoetingscentrum dementie",
        "Ik wil naar het centrum.",
        "2 dagdelen per week",
        "U betaalt een eigen bijdrage.",
        "U kunt bezwaar maken tot en met maandag 26 februari 2018.",
        "namens het college van burgemeester en wethouders van Kaag en Braassem",
    ):
        assert zin in brief.tekst, brief.tekst
    papieren.is_toegankelijk(brief)
    toneel.klik("Terug naar het dossier")
    toneel.staat_er("Nog niet aangenomen", "Laatste dag voor bezwaar")
    toneel.kijk("dossier-gemeente")


def jip_vraagt_hulp(toneel: Toneel, *, bij: str, medewerker: str) -> None:
    """The same question in both years: taken down by the one contact, and passed on to who does youth."""
    toneel.word("Marieke de Boer")
    vragen.noteer_vraag(toneel, JIP, hoe="Telefoon")
    toneel.staat_er(f"{bij[0].upper()}{bij[1:]} heeft de vraag ontvangen")
    toneel.kijk(f"ontvangen-{toneel.dag.year}")
    toneel.word(medewerker)
    vragen.pak_op(toneel, JIP.naam)
    onderzoek(toneel, JIP, "Jeugdwet: hulp", "Jip wil weer naar school.")
    toneel.klik("Rond het onderzoek af")
    toneel.klik("Ga naar het plan")
    plannen.schrijf_doel(toneel, "Ik wil weer slapen.")
    plannen.voeg_hulp_toe(toneel, JEUGDHULP)
    plannen.akkoord(toneel, *ALLE_DRIE)


def test_k1_the_youth_question_of_december_2017_goes_to_the_municipality(toneel: Toneel) -> None:
    """The version of 2015: youth is at the municipality, and additional help gets a decision (rule 4)."""
    toneel.zet_dag(VOOR)
    jip_vraagt_hulp(toneel, bij="gemeente Kaag en Braassem", medewerker="Willem Lindeboom")
    toneel.staat_er("Er komt eerst een besluit", "De gemeente")
    assert "Dit volgt uit regel 4" in plannen.waarom(toneel)
    toneel.beeld("jeugd-2017")
    toneel.kijk("regel-2017")
    toneel.klik("Laat het besluit klaarzetten")
    toneel.klik("Maak de brief af")
    toneel.klik("Er is nog geen aanvraag", exact=False)
    papieren.leg_aanvraag_vast(toneel, "Jip wil met iemand praten.", hoe="Aan de telefoon")
    papieren.leg_uit(toneel, "Jij slaapt slecht. Praten met iemand helpt je.")
    papieren.verstuur(toneel)
    toneel.staat_er("Bezwaar maken kan tot en met")
    brief = papieren.download(toneel)
    for zin in (
        "Jip wil met iemand praten.",
        "U kunt bezwaar maken tot en met vrijdag 12 januari 2018.",
        "namens het college van burgemeester en wethouders van Kaag en Braassem",
    ):
        assert zin in brief.tekst, brief.tekst
    papieren.is_toegankelijk(brief)


def test_k1_the_same_question_of_january_2018_goes_to_go_voor_jeugd(toneel: Toneel) -> None:
    """The version of 2018: GO! voor jeugd helps at once; the resident hears that a decision can be asked."""
    toneel.zet_dag(NA)
    jip_vraagt_hulp(toneel, bij="GO! voor jeugd", medewerker="Noor Zandstra")
    toneel.staat_er("De hulp kan meteen beginnen", "Geen brief en geen besluit nodig")
    assert "Dit volgt uit regel 6" in plannen.waarom(toneel)
    toneel.beeld("jeugd-2018")
    toneel.klik("Laat de hulp beginnen")
    toneel.klik("Naar het dossier")
    toneel.klik("Brieven en besluiten")
    toneel.staat_er("Er is nog geen verwijsbrief of besluit")
    toneel.kijk("brieven-2018")
    papieren.vertel_dat_een_besluit_kan(toneel)
    toneel.staat_er("Verteld op 15 januari 2018 door Noor Zandstra")
