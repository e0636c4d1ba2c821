"""The story of Lansingerland (2026): faces instead of teams, help at once, and a question put where one is."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.verhalen import gesprekken, papieren, plannen, vragen
from tests.browser.verhalen.plannen import Hulp
from tests.browser.verhalen.toneel import Toneel, richt_in, vul_datum
from tests.browser.verhalen.vragen import Vraag
from tests.pgplugin import Website

DAG = date(2026, 5, 12)
TINEKE = "Tineke Hoogland"  # the face of Welzijn
ANOUK = "Anouk Terpstra"  # the face of the CJG
BILAL = "Bilal Tahiri"  # the face of Kwadraad
ROOS = "Roos Steenwijk"  # the face of the municipality
ARIE = Vraag(
    naam="Arie Dekker",
    geboren=date(1953, 9, 21),
    woorden="De post ligt al weken dicht op tafel. Ik durf hem niet open te maken.",
    waarover="Post en administratie thuis",
    buurt="Berkel en Rodenrijs",
)
PAPIEREN = Hulp(
    trede="Hulp die voor iedereen open is",
    soort="Hulp bij de administratie thuis",
    wat="samen de papieren doen",
    waarom_niet={"familie en buren": "Zijn dochter woont in Spanje."},
)
DOEL = "Ik wil mijn post weer open durven maken."
LIEKE = Vraag(
    naam="Lieke Bos",
    geboren=date(1992, 7, 4),
    woorden="Mijn zoontje van 8 maanden slaapt niet. Ik ben op.",
    waarover="Opvoeden en opgroeien",
    buurt="Bleiswijk",
    kinderen_thuis=True,
)

WILMA = Vraag(
    naam="Wilma Koster",
    geboren=date(1974, 2, 18),
    woorden="Sinds mijn scheiding kom ik de deur niet meer uit.",
    waarover="Somber, bang of gespannen zijn",
    buurt="Bergschenhoek",
)
BUITEN = "Ik wil weer naar buiten durven."
INLOOP = Hulp(
    trede="Samen met anderen",
    soort="Samen koffie in de inloop",
    waarom_niet={
        "familie en buren": "Haar zus woont ver weg.",
        "hulp die voor iedereen open is": "Praten alleen brengt haar niet naar buiten.",
    },
)
DENNIS = Vraag(
    naam="Dennis Vos",
    geboren=date(1988, 1, 9),
    woorden="Ik slaap niet meer en alles blijft liggen.",
    waarover="Somber, bang of gespannen zijn",
    buurt="Bleiswijk",
)
BEGELEIDING = Hulp(
    trede="Extra hulp van een organisatie",
    soort="Begeleiding thuis",
    hoeveel=("1", "uur", "week"),
    van=date(2026, 5, 18),
    tot=date(2026, 11, 1),
    waarom_niet={
        "familie en buren": "Zijn vrienden weten het niet.",
        "samen met anderen": "In een groep zegt hij niets.",
    },
)


@pytest.fixture
def toneel(venster: Page, website: Website) -> Toneel:
    richt_in("lansingerland")
    toneel = Toneel(venster, website, "lansingerland")
    toneel.zet_dag(DAG)
    return toneel


def naar_gezichtenkaart(toneel: Toneel) -> None:
    """From the front page of the municipality to who helps there."""
    vragen.naar_voorpagina(toneel)
    toneel.klik("Lansingerland")
    toneel.klik("Bekijk wie u aan de lijn krijgt")
    toneel.staat_er("Wie helpt u in Lansingerland?")


def test_l4_l6_the_gp_hands_over_the_card_and_help_starts_at_once(toneel: Toneel) -> None:
    """L4: a face with a direct number; L6: five times, at once and free, with a counter everybody sees."""
    naar_gezichtenkaart(toneel)
    toneel.staat_er(
        TINEKE, "010-0000123", "Voor ouderen, bij eenzaamheid en de administratie thuis"
    )
    toneel.kijk("gezichtenkaart")
    toneel.beeld("gezichtenkaart")
    op_papier(toneel, TINEKE, "010-0000123")
    arie_belt(toneel)
    plannen.schrijf_doel(toneel, DOEL)
    plannen.voeg_hulp_toe(toneel, PAPIEREN)
    toneel.staat_er("De hulp kan meteen beginnen", "Geen brief en geen besluit nodig")
    assert "Dit volgt uit regel 5" in plannen.waarom(toneel)
    toneel.klik("Laat de hulp beginnen")
    toneel.staat_er("0 van 5 keer")
    assert plannen.stand_van_hulp(toneel, DOEL) == "Loopt"
    toneel.klik("Volg deze hulp", exact=False)
    toneel.kijk("teller-begin")
    toneel.klik("Leg deze keer vast")
    toneel.staat_er("1 van 5 keer")
    toneel.beeld("teller")
    toneel.klik("Naar het plan")
    toneel.staat_er("1 van 5 keer")


def op_papier(toneel: Toneel, *zinnen: str) -> None:
    """The card as the GP prints it."""
    adres = toneel.page.get_by_role("link", name="Druk deze kaart af (pdf)").get_attribute("href")
    antwoord = toneel.page.request.get(toneel.website.url(str(adres)))
    pdf = PdfReader(io.BytesIO(antwoord.body()))
    tekst = " ".join(" ".join(pagina.extract_text() for pagina in pdf.pages).split())
    for zin in zinnen:
        assert zin in tekst, tekst


def arie_belt(toneel: Toneel) -> None:
    """He has her on the line himself; she writes down what he says and begins."""
    toneel.word(TINEKE)
    vragen.noteer_vraag(toneel, ARIE, hoe="Huisarts")
    toneel.klik("Pak deze vraag op")
    vragen.kies_wet(toneel, "Wmo", "Arie is 72 en vraagt hulp thuis.")
    toneel.klik("Naar het plan")
    toneel.page.get_by_role("heading", name="Dit wil ik bereiken").wait_for()


def test_waarborg17_before_the_last_time_they_talk_and_nothing_stops_by_itself(
    toneel: Toneel,
) -> None:
    """Guard 17: at the fourth a talk is planned; at the fifth the help goes on until they decided."""
    arie_belt(toneel)
    plannen.schrijf_doel(toneel, DOEL)
    plannen.voeg_hulp_toe(toneel, PAPIEREN)
    toneel.klik("Laat de hulp beginnen")
    toneel.klik("Volg deze hulp", exact=False)
    hier = toneel.page.url
    for week in range(4):
        na_weken(toneel, week, hier)
        toneel.klik("Leg deze keer vast")
        toneel.staat_er(f"{week + 1} van 5 keer")
    toneel.staat_er("Er is nog 1 keer")
    vul_datum(
        toneel.page, "Wanneer praten jullie over hoe het verder gaat?", DAG + timedelta(weeks=4)
    )
    toneel.klik("Spreek deze dag af")
    toneel.staat_er("Jullie praten op 9 juni 2026")
    toneel.kijk("teller-bijna")
    toneel.beeld("teller-bijna")
    na_weken(toneel, 4, "/werk/")
    toneel.staat_er("Praten over hoe het verder gaat")
    na_weken(toneel, 4, hier)
    toneel.klik("Leg deze keer vast")
    toneel.staat_er("5 van 5 keer", "De hulp gaat gewoon door tot jullie samen hebben beslist.")
    toneel.klik("Leg vast wat jullie beslisten")
    toneel.page.get_by_label("De inwoner kan zelf verder").check()
    toneel.page.get_by_label("Wat hebben jullie besproken?").fill("Arie opent zijn post elke dag.")
    toneel.kijk("verder")
    toneel.klik("Bewaar wat jullie beslisten")
    toneel.staat_er("samen beslist: de inwoner kan zelf verder")


def na_weken(toneel: Toneel, weken: int, adres: str) -> None:
    """So many weeks later, at the same page."""
    toneel.zet_dag(DAG + timedelta(weeks=weken))
    toneel.page.goto(adres if adres.startswith("http") else toneel.website.url(adres))


def test_l16_at_the_consultatiebureau_the_question_is_with_the_cjg_that_minute(
    toneel: Toneel,
) -> None:
    """L16: put and registered there and then, without a counter of its own."""
    naar_gezichtenkaart(toneel)
    toneel.staat_er("bij het consultatiebureau")
    toneel.klik("Leg de vraag samen vast")
    toneel.staat_er("op een plek waar de inwoner toch al is")
    toneel.beeld("vindplaats")
    vragen.vul_in(toneel, LIEKE)
    toneel.staat_er("Centrum voor Jeugd en Gezin heeft uw vraag ontvangen")
    toneel.word(ANOUK)
    toneel.staat_er(LIEKE.naam, "Nieuwe vraag")
    toneel.beeld("meteen-bij-het-cjg")
    toneel.klik(LIEKE.naam)
    toneel.staat_er("een plek in de buurt", LIEKE.woorden)


def test_an_offer_that_does_not_fit_gives_way_to_another_and_nobody_is_handed_over_and_gone(
    toneel: Toneel,
) -> None:
    """Row 4 looks for other help; D25, U9: Kwadraad stays until Polder Begeleiding begins."""
    vertelt(toneel, WILMA)
    plannen.schrijf_doel(toneel, BUITEN)
    het_aanbod_past_niet(toneel)
    plannen.beiden_willen(toneel)
    toneel.staat_er("De hulp kan meteen beginnen")
    toneel.klik("Laat de hulp beginnen")
    toneel.staat_er("Polder Begeleiding heeft de hulp nog niet aangenomen.")
    toneel.klik("Volg deze hulp", exact=False)
    toneel.staat_er("U blijft de contactpersoon.")
    spreek_overdracht_af(toneel)
    gerrit_neemt_aan(toneel)
    toneel.word(BILAL)
    toneel.page.get_by_role("row", name="Warme overdracht").get_by_role("link").click()
    toneel.staat_er("Polder Begeleiding heeft de hulp aangenomen en begint op 18 mei 2026.")
    toneel.beeld("aangenomen")


def vertelt(toneel: Toneel, vraag: Vraag) -> None:
    """Kwadraad has the question; the conversation is done."""
    toneel.word(BILAL)
    vragen.noteer_vraag(toneel, vraag, hoe="Telefoon")
    toneel.klik("Pak deze vraag op")
    vragen.kies_wet(toneel, "Wmo", f"{vraag.naam} is volwassen.")
    gesprekken.begin_gesprek(toneel)
    gesprekken.vertel_vooraf(toneel)
    gesprekken.schrijf_op(toneel, {"Wat lukt u zelf nog?": "Koken lukt, en de planten."})
    gesprekken.concludeer(toneel, "Ja, er is hulp nodig", "Met iemand ernaast lukt er meer.")
    toneel.klik("Rond het onderzoek af")
    toneel.klik("Ga naar het plan")


def het_aanbod_past_niet(toneel: Toneel) -> None:
    """Row 4: she says no, nothing is refused, and the party looks for something else."""
    plannen.voeg_hulp_toe(toneel, INLOOP)
    plannen.oordeel(toneel, inwoner="Nee, wil dit niet")
    toneel.staat_er("Zoek samen naar ander aanbod")
    assert "Dit volgt uit regel 4" in plannen.waarom(toneel)
    toneel.beeld("past-niet")
    toneel.klik("Zet dit op mijn lijst")
    toneel.staat_er("Zoek samen naar ander aanbod")
    toneel.staat_er_niet("Geregeld:")
    toneel.word(BILAL)
    toneel.page.get_by_role("row", name="Zoek samen ander aanbod").get_by_role("link").click()
    page = toneel.page
    page.get_by_label("Waarom paste het eerste aanbod niet?").fill("Een volle kamer is te veel.")
    page.get_by_label("Wat biedt u nu aan?").select_option(
        label="Begeleiding thuis (Polder Begeleiding)"
    )
    page.get_by_label("Wat is de hulp precies?").fill("samen naar buiten")
    toneel.kijk("ander-aanbod")
    toneel.beeld("ander-aanbod")
    toneel.klik("Zet dit aanbod in het plan")


def spreek_overdracht_af(toneel: Toneel) -> None:
    """D4, U9: a day on which all three meet, on both lists until it was."""
    toneel.klik("Plan een warme overdracht")
    vul_datum(toneel.page, "Wanneer?", DAG + timedelta(days=3))
    toneel.page.get_by_label("Wie zijn erbij?").fill("Wilma, Bilal en Gerrit")
    toneel.kijk("overdracht")
    toneel.klik("Spreek dit af")
    toneel.staat_er("Jullie spreken elkaar op")


def gerrit_neemt_aan(toneel: Toneel) -> None:
    """F11, D25: the provider answers; from then on it owns the help."""
    toneel.word("Gerrit Molenaar")
    toneel.page.get_by_role("row", name="Verwijzing bekijken").get_by_role("link").click()
    toneel.staat_er(BUITEN, "Neemt u deze hulp aan?")
    toneel.staat_er_niet(WILMA.woorden)
    toneel.kijk("gevraagd")
    toneel.beeld("neem-aan")
    toneel.klik("Neem aan")
    toneel.page.get_by_label("Op welk nummer is die te bereiken?").fill("010-0000111")
    vul_datum(toneel.page, "Wanneer begint de hulp?", date(2026, 5, 18))
    toneel.kijk("aannemen")
    toneel.klik("Neem aan")
    toneel.staat_er("Is de hulp begonnen?")


def test_who_applies_for_maatwerk_all_the_same_gets_a_decision_of_the_municipality(
    toneel: Toneel,
) -> None:
    """Rule 2, waarborg 4 and 5: her request is an aanvraag; the refusal names the last day to object."""
    vertelt(toneel, WILMA)
    toneel.klik("Naar het dossier")
    toneel.klik("Naar de vraag", exact=False)
    toneel.klik("De inwoner vraagt om een besluit")
    toneel.staat_er("gemeente Lansingerland", "Wilma Koster mag altijd een besluit vragen.")
    toneel.page.get_by_label("Wat vraagt de inwoner?").fill("Ik wil een scootmobiel.")
    toneel.page.get_by_label("Aan de telefoon").check()
    toneel.beeld("besluit-vragen")
    toneel.klik("Vraag het besluit")
    roos_wijst_af(toneel)
    brief = papieren.download(toneel)
    for zin in (
        "wij wijzen uw aanvraag af",
        "Ik wil een scootmobiel.",
        "namens het college van burgemeester en wethouders van Lansingerland",
        "U kunt bezwaar maken tot en met dinsdag 23 juni 2026.",
    ):
        assert zin in brief.tekst, brief.tekst
    papieren.is_toegankelijk(brief)
    zij_maakt_bezwaar_en_een_ander_behandelt_het(toneel)


def zij_maakt_bezwaar_en_een_ander_behandelt_het(toneel: Toneel) -> None:
    """Waarborg 3, Awb 6:14: not who decided; a colleague confirms it, looks anew, and she reads the answer."""
    toneel.word_inwoner(WILMA.naam)
    toneel.klik("Ik ben het niet eens")
    toneel.klik("Ik ben het niet eens met een besluit of een brief")
    toneel.page.get_by_label("Wat is er?").fill("Fietsen lukt mij niet meer.")
    toneel.klik("Verstuur")
    toneel.word(ROOS)
    toneel.page.get_by_role("row", name="Bezwaar behandelen").get_by_role("link").click()
    toneel.staat_er("Een collega behandelt dit")
    toneel.staat_er_niet("Ik behandel dit")
    toneel.word("Hugo Bastiaans")
    toneel.page.get_by_role("row", name="Bezwaar behandelen").get_by_role("link").click()
    toneel.klik("Ik behandel dit")
    toneel.staat_er("Hugo Bastiaans, gemeente Lansingerland", "Fietsen lukt mij niet meer.")
    toneel.klik("Wij hebben uw bezwaar ontvangen", exact=False)
    toneel.klik("Maak definitief en verstuur")
    toneel.staat_er("De brief is verstuurd")
    toneel.page.goto(toneel.website.url("/werk/?tab=mijn"))
    toneel.page.get_by_role("row", name="Bezwaar behandelen").get_by_role("link").click()
    toneel.page.get_by_label("De inwoner krijgt gelijk").check()
    toneel.page.get_by_label("Waarom?").fill("U kunt niet meer fietsen. Wij kijken opnieuw.")
    toneel.klik("Rond af")
    toneel.staat_er("De inwoner krijgt gelijk", "Hugo Bastiaans")
    toneel.word_inwoner(WILMA.naam)
    toneel.klik("Lees het antwoord", exact=False)
    toneel.staat_er("U krijgt gelijk.", "De gemeente beslist opnieuw over wat u vroeg.")


def roos_wijst_af(toneel: Toneel) -> None:
    """The municipality decides itself, with the reasons the law asks for."""
    toneel.word(ROOS)
    toneel.klik(WILMA.naam)
    toneel.klik("Wijs de aanvraag af")
    toneel.klik("Leg uit waarom", exact=False)
    papieren.motiveer(
        toneel,
        {
            "Wat u nodig hebt": "U wilt weer naar buiten durven.",
            "Wat u zelf kunt": "U loopt en fietst zonder moeite.",
            "Wat mensen om u heen doen": "Uw zus belt elke week.",
            "Wat er voor iedereen is": "De inloop van Welzijn is elke ochtend open.",
        },
        grond="Er is andere hulp die past",
        wel="Iemand van Polder Begeleiding gaat samen met u naar buiten.",
        op=DAG,
    )
    papieren.verstuur(toneel)
    toneel.staat_er("Bezwaar maken kan tot en met 23 juni 2026.")
    toneel.kijk("afwijzing")
    toneel.beeld("afwijzing")


def test_l11_kwadraad_doubts_and_decides_together_with_the_municipality(toneel: Toneel) -> None:
    """L11, row 3: both give their judgement; when they say the same, that is the decision, with both names."""
    vertelt(toneel, DENNIS)
    plannen.schrijf_doel(toneel, "Ik wil weer slapen en mijn dag aankunnen.")
    plannen.voeg_hulp_toe(toneel, BEGELEIDING)
    plannen.oordeel(toneel, team="We twijfelen nog")
    toneel.staat_er("Overleg eerst. Er wordt niets geweigerd")
    assert "Dit volgt uit regel 3" in plannen.waarom(toneel)
    toneel.klik("Zet het overleg klaar")
    for wie, waarom in (
        (BILAL, "Ik belde met Roos. Hij heeft iemand nodig die langskomt."),
        (ROOS, "Bilal belde mij. Zonder iemand ernaast wordt het erger."),
    ):
        toneel.word(wie)
        toneel.page.get_by_role("row", name="Beslis samen over de hulp").get_by_role("link").click()
        toneel.page.get_by_label("Ja, deze hulp is nodig").check()
        toneel.page.get_by_label("Ja, akkoord met deze hulp").check()
        toneel.page.get_by_label("Waarom vindt u dat?").fill(waarom)
        toneel.kijk("samen")
        toneel.klik("Geef dit oordeel")
        toneel.staat_er(waarom if wie == BILAL else "Dit is geregeld")
    toneel.staat_er("Bilal Tahiri, Kwadraad en Roos Steenwijk, gemeente Lansingerland")
    toneel.beeld("samen-beslist")
    toneel.word(BILAL)
    toneel.page.get_by_role("row", name="Wacht op wie de hulp aanneemt").get_by_role("link").click()
    toneel.staat_er("Polder Begeleiding heeft de hulp nog niet aangenomen.")
