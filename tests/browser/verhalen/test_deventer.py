"""The story of Deventer on 1 June 2015, the year of transition: five people, and nobody falls between two stools."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from tests.browser.verhalen import gesprekken, papieren, plannen, vragen
from tests.browser.verhalen.plannen import Hulp
from tests.browser.verhalen.toneel import Toneel, richt_in, veld, vul_datum
from tests.browser.verhalen.vragen import Vraag
from tests.pgplugin import Website

DAG = date(2015, 6, 1)
HANNEKE = "Hanneke Brouwers"  # the social wijkteam of Voorstad
BUURT = "Rivierenwijk"

GERRIT = Vraag(
    naam="Gerrit Pol",
    geboren=date(1948, 3, 3),
    woorden="Sinds mijn vrouw er niet meer is, zie ik niemand. Ik eet alleen.",
    waarover="Meer mensen om u heen",
    buurt=BUURT,
)
SAMEN_ETEN = Hulp(
    trede="Samen met anderen",
    soort="Samen eten in de wijk",
    hoeveel=("3", "keer", "week"),
    tot=date(2015, 12, 1),
    waarom_niet={
        "familie en buren": "Zijn zus Ria komt op zondag, door de week kan zij niet.",
        "hulp die voor iedereen open is": "Een gesprek vult de avond niet.",
    },
)
MIRJAM = Vraag(
    naam="Mirjam Hofman",
    geboren=date(1979, 8, 12),
    woorden="Ik drink te veel, ik heb schulden en straks moet ik mijn huis uit.",
    waarover="Verslaving",
    buurt=BUURT,
)
VERSLAVINGSZORG = Hulp(
    trede="Hulp van een specialist",
    soort="Hulp bij verslaving",
    hoeveel=("2", "uur", "week"),
    van=date(2015, 6, 15),
    tot=date(2016, 6, 1),
    waarom_niet={
        "familie en buren": "Haar vrienden drinken zelf.",
        "extra hulp van een organisatie": "Gewone begeleiding helpt niet tegen het drinken.",
    },
    keuze="Mirjam kent Tactus en wil daar weer heen.",
)
COBIE = Vraag(
    naam="Cobie Wessels",
    geboren=date(1941, 11, 2),
    woorden="Ik word niet meer beter. Ik wil thuis kunnen blijven, bij mijn man.",
    waarover="Zorg in de laatste levensfase",
    buurt=BUURT,
)


@pytest.fixture
def toneel(venster: Page, website: Website) -> Toneel:
    richt_in("deventer")
    toneel = Toneel(venster, website, "deventer")
    toneel.zet_dag(DAG)
    return toneel


def pak_op_en_praat(toneel: Toneel, vraag: Vraag, *, conclusie: str) -> None:
    """From the list of the wijkteam to the plan: called, taken, talked."""
    toneel.word(HANNEKE)
    vragen.pak_op(toneel, vraag.naam)
    vragen.kies_wet(toneel, "Wmo", f"{vraag.naam} is volwassen.")
    gesprekken.begin_gesprek(toneel)
    gesprekken.vertel_vooraf(toneel)
    gesprekken.schrijf_op(toneel, {"Wat lukt u zelf nog?": "Koken en de deur uit gaan lukt."})
    gesprekken.concludeer(toneel, "Ja, er is hulp nodig", conclusie)
    plannen.ga_naar_plan(toneel)


STAP = "Elke maandag bellen we samen hoe het weekend ging."


def zeg_hoe_ingewikkeld(toneel: Toneel, keuze: str, reden: str) -> None:
    """D2: once, at the kitchen table, with the reason."""
    toneel.klik("Zeg of het eenvoudig of complex is")
    toneel.page.get_by_label(keuze).check()
    toneel.page.get_by_label("Waarom?").fill(reden)
    toneel.kijk("complexiteit")
    toneel.klik("Bewaar")


def test_d3_d4_d5_a_lonely_man_eats_with_others_and_his_sister_is_regisseur(toneel: Toneel) -> None:
    """Simple: the generalist and he make the plan; the indication is a part of it (rule 8)."""
    vragen.stel_vraag_zelf(toneel, "Deventer", GERRIT)
    toneel.staat_er("Sociaal wijkteam Voorstad en Rivierenwijk heeft uw vraag ontvangen")
    hanneke_belt_zoals_beloofd(toneel)
    vragen.kies_wet(toneel, "Wmo", "Gerrit is volwassen.")
    gesprekken.begin_gesprek(toneel)
    gesprekken.vertel_vooraf(toneel)
    gesprekken.schrijf_op(toneel, {"Wat lukt u zelf nog?": "Koken lukt, samen eten niet."})
    gesprekken.concludeer(toneel, "Ja, er is hulp nodig", "Gerrit heeft mensen om zich heen nodig.")
    plannen.ga_naar_plan(toneel)
    zeg_hoe_ingewikkeld(toneel, "Eenvoudig", "Gerrit redt zich verder goed.")
    plannen.kies_regisseur(toneel, "Ria Pol", "Iemand uit het eigen netwerk")
    plannen.schrijf_doel(toneel, "Ik eet niet meer elke dag alleen.")
    plannen.voeg_hulp_toe(toneel, SAMEN_ETEN)
    toneel.staat_er("De hulp kan meteen beginnen", "Geen brief en geen besluit nodig")
    assert "Dit volgt uit regel 8" in plannen.waarom(toneel)
    toneel.klik("Laat de hulp beginnen")
    hij_doet_graag_iets_terug(toneel)
    de_mensen_om_hem_heen(toneel)


def hanneke_belt_zoals_beloofd(toneel: Toneel) -> None:
    """F5: within two working days; nobody answers at first, so the next try has a day."""
    toneel.word(HANNEKE)
    toneel.klik(GERRIT.naam)
    toneel.klik("Ik heb gebeld")
    toneel.page.get_by_label("Nee, niet bereikt").check()
    vul_datum(toneel.page, "Wanneer probeert u het weer?", date(2015, 6, 2))
    toneel.kijk("gebeld")
    toneel.klik("Bewaar")
    toneel.staat_er("Niet bereikt op 1 juni 2015")
    toneel.beeld("bellen", hoogte=800)
    toneel.kijk("vraag-bellen")
    toneel.klik("Ik heb gebeld")
    toneel.page.get_by_label("Ja, gesproken").check()
    toneel.klik("Bewaar")
    toneel.staat_er("Hanneke Brouwers heeft deze vraag")


def hij_doet_graag_iets_terug(toneel: Toneel) -> None:
    """D5, X9: his own offer; no rule reads it."""
    toneel.klik("Schrijf op wat de inwoner terug wil doen", exact=False)
    toneel.page.get_by_label("Wat wil de inwoner graag terugdoen?").fill(
        "Op donderdag kook ik mee, soep kan ik goed."
    )
    toneel.kijk("terugdoen")
    toneel.beeld("terugdoen", hoogte=700)
    toneel.klik("Bewaar")
    toneel.staat_er("Doet graag terug:")


def de_mensen_om_hem_heen(toneel: Toneel) -> None:
    """D4: circles around the resident: own people, the wijk, specialists."""
    toneel.klik("Voeg iemand uit het eigen netwerk toe")
    for naam, wie, doet in (
        ("Ria Pol", "zus", "houdt het plan bij elkaar"),
        ("Wim", "buurman", "kaart graag op vrijdag"),
    ):
        veld(toneel.page, "Hoe heet deze persoon?").fill(naam)
        veld(toneel.page, "Wie is dat?").fill(wie)
        veld(toneel.page, "Wat doet deze persoon graag?").fill(doet)
        toneel.klik("Voeg toe")
        toneel.staat_er(wie)
    toneel.kijk("netwerk")
    toneel.klik("Klaar")
    toneel.staat_er("Wie er om Gerrit Pol heen staan", "WIJ Deventer", "buurman")
    assert toneel.page.locator(".ep-kringbeeld__beeld").is_visible()
    toneel.kijk("plan-eenvoudig")
    toneel.klik("Alleen deze kring, om af te drukken")
    toneel.staat_er("Wie er om Gerrit Pol heen staan")
    toneel.kijk("kring")
    toneel.beeld("kringen", hoogte=1000)


def test_d2_d6_d23_a_woman_with_several_problems_gets_a_specialist_and_keeps_the_team(
    toneel: Toneel,
) -> None:
    """Complex: rule 7, the letter; the specialist makes the plan, the team stays for scaling down."""
    vragen.stel_vraag_zelf(toneel, "Deventer", MIRJAM)
    pak_op_en_praat(toneel, MIRJAM, conclusie="Mirjam heeft hulp van een specialist nodig.")
    zeg_hoe_ingewikkeld(
        toneel, "Complex: er speelt veel door elkaar", "Drank, schulden en straks geen huis."
    )
    toneel.staat_er("De specialist maakt het plan samen met de inwoner")
    plannen.schrijf_doel(toneel, "Ik wil stoppen met drinken en mijn huis houden.")
    plannen.voeg_hulp_toe(toneel, VERSLAVINGSZORG)
    assert "Dit volgt uit regel 7" in plannen.waarom(toneel)
    toneel.kijk("regel-complex")
    toneel.beeld("complex")
    toneel.klik("Verwijs naar Tactus")
    de_brief_gaat_weg(toneel)
    minder_hulp_is_het_doel(toneel)
    toneel.kijk("plan-complex")
    toneel.beeld("plan-complex", hoogte=1000)
    een_warme_overdracht(toneel)
    de_specialist_maakt_het_plan(toneel)
    het_team_leest_mee(toneel)


def de_brief_gaat_weg(toneel: Toneel) -> None:
    """Waarborg 1: she hears that a decision can be asked; the letter carries goal, extent and period."""
    toneel.klik("Maak de brief af")
    papieren.zet_vinkje_verteld(toneel)
    papieren.verstuur(toneel)
    toneel.staat_er("De brief is verstuurd")
    toneel.klik("Terug naar het dossier")
    toneel.klik("Naar het plan")


def minder_hulp_is_het_doel(toneel: Toneel) -> None:
    """D23: per period what the professional does less, and who takes over; the day is on the list of the team."""
    toneel.klik("Spreek af hoe deze hulp minder wordt", exact=False)
    vul_datum(toneel.page, "Vanaf wanneer?", date(2015, 12, 1))
    toneel.page.get_by_label("Wat doet de hulpverlener dan minder?").fill("één gesprek per week")
    toneel.page.get_by_label("Wie of wat neemt dat over?").fill("de eetgroep en haar moeder")
    toneel.kijk("afbouw")
    toneel.klik("Spreek deze stap af")
    toneel.staat_er("Minder hulp: één gesprek per week", "Neemt over: de eetgroep en haar moeder")


def een_warme_overdracht(toneel: Toneel) -> None:
    """D4: team, specialist and she speak each other; the team stays until Tactus begins, and after."""
    toneel.klik("Volg deze hulp", exact=False)
    toneel.klik("Plan een warme overdracht")
    vul_datum(toneel.page, "Wanneer?", date(2015, 6, 8))
    toneel.page.get_by_label("Wie zijn erbij?").fill("Mirjam, Hanneke en Ruud Kamphuis")
    toneel.kijk("overdracht")
    toneel.klik("Spreek dit af")
    toneel.staat_er("Jullie spreken elkaar op")
    toneel.beeld("overdracht")
    toneel.word("Ruud Kamphuis")
    toneel.page.get_by_role("row", name="Verwijzing bekijken").get_by_role("link").click()
    toneel.staat_er("Ik wil stoppen met drinken en mijn huis houden.", "Neemt u deze hulp aan?")
    toneel.staat_er_niet(MIRJAM.woorden)


def de_specialist_maakt_het_plan(toneel: Toneel) -> None:
    """D6: who took the help on writes the steps, under the goal that was shared, and sees no more of the plan."""
    toneel.klik("Neem aan")
    toneel.page.get_by_label("Op welk nummer is die te bereiken?").fill("0570-000155")
    vul_datum(toneel.page, "Wanneer begint de hulp?", date(2015, 6, 8))
    toneel.klik("Neem aan")
    toneel.staat_er("U maakt het plan samen met de inwoner.")
    toneel.page.get_by_label("Wat gaan jullie doen?").fill(STAP)
    toneel.kijk("stap")
    toneel.klik("Zet deze stap in het plan")
    toneel.staat_er("Ruud Kamphuis, Tactus")
    toneel.kijk("stappen")
    toneel.beeld("stappen", hoogte=1000)


def het_team_leest_mee(toneel: Toneel) -> None:
    """D6: the team stays: what was written is a line on its list, and stands in the plan."""
    toneel.word(HANNEKE)
    rij = toneel.page.get_by_role("row", name="Lees wat de specialist in het plan schreef")
    rij.get_by_role("link").click()
    toneel.staat_er("Ruud Kamphuis, Tactus schreef een stap in het plan", STAP)
    toneel.kijk("stap-gelezen")
    toneel.klik("Ik heb dit gezien")
    toneel.staat_er(STAP)


def test_d6_the_last_phase_of_life_is_passed_on_the_same_day(toneel: Toneel) -> None:
    """Rule 2: one screen, no lighter steps, less help is no goal."""
    vragen.stel_vraag_zelf(toneel, "Deventer", COBIE)
    toneel.staat_er("Uiterlijk maandag 1 juni 2015")
    toneel.word(HANNEKE)
    toneel.klik(COBIE.naam)
    toneel.klik("Geef deze vraag vandaag door")
    toneel.page.get_by_label("Ja, dat hoorde ik vandaag").check()
    toneel.kijk("doorgeven")
    toneel.beeld("doorgeven", hoogte=1000)
    toneel.klik("Geef door")
    toneel.staat_er("Geregeld: hulp in de laatste levensfase")
    toneel.staat_er_niet("minder wordt", "Zeg of het eenvoudig of complex is")
    toneel.page.get_by_text("Waarom deze hulp?").click()
    toneel.staat_er("Overgeslagen: deze vraag geven we meteen door.")
    toneel.kijk("plan-palliatief")
    toneel.klik("Maak de brief af")
    toneel.staat_er("Verwijsbrief")


def test_d16_d17_d20_an_old_indication_stands_and_nobody_has_to_ask(toneel: Toneel) -> None:
    """Rule 3, Wmo 8.3 and 8.6: the municipality opens the conversation; his present guide is invited."""
    toneel.word("Karim Ouali")
    toneel.klik("Oude indicaties")
    toneel.klik("Leg een oude indicatie vast")
    page = toneel.page
    veld(page, "Naam").fill("Joop Kramer")
    vul_datum(page, "Geboortedatum", date(1955, 5, 5))
    page.get_by_label("Wijk of buurt").select_option(label=BUURT)
    page.get_by_label("Begeleiding thuis").check()
    vul_datum(page, "Tot en met wanneer loopt de indicatie?", date(2015, 12, 31))
    vul_datum(page, "Wanneer is het gesprek?", date(2015, 6, 22))
    veld(page, "Naam van de begeleider").fill("Sanne Pietersma")
    veld(page, "Organisatie van de begeleider").fill("Solis")
    toneel.kijk("indicatie-nieuw")
    toneel.klik("Leg de indicatie vast")
    toneel.staat_er("De indicatie is vastgelegd")
    toneel.word(HANNEKE)
    toneel.klik("Oude indicaties")
    toneel.staat_er("Sanne Pietersma", "Nog niet")
    toneel.kijk("indicaties")
    toneel.beeld("indicaties", hoogte=700)
    toneel.klik("Joop Kramer")
    toneel.klik("Het is verteld")
    toneel.staat_er("Op 1 juni 2015, door Sanne Pietersma, Solis.")
    toneel.kijk("indicatie")
    toneel.klik("Naar de vraag")
    toneel.klik("Pak deze vraag op")
    vragen.kies_wet(toneel, "Wmo", "Joop is volwassen.")
    toneel.klik("Naar het plan")
    plannen.schrijf_doel(toneel, "Ik wil dat mijn begeleiding dit jaar blijft.")
    plannen.voeg_hulp_toe(
        toneel,
        Hulp(
            trede="Extra hulp van een organisatie",
            soort="Begeleiding thuis",
            hoeveel=("2", "uur", "week"),
            tot=date(2015, 12, 31),
        ),
    )
    toneel.staat_er("De hulp kan meteen beginnen", "Geen brief en geen besluit nodig")
    assert "Dit volgt uit regel 3" in plannen.waarom(toneel)
    toneel.kijk("regel-oude-indicatie")
    toneel.beeld("oude-indicatie")


def test_d7_waarborg_14_for_who_did_not_ask_nothing_starts(toneel: Toneel) -> None:
    """W2: a signal for the team that goes to people; when he asks himself, it becomes an ordinary question."""
    toneel.word(HANNEKE)
    toneel.klik("Signalen")
    toneel.klik("Leg een signaal vast")
    page = toneel.page
    page.get_by_label("Over iemand die niet om hulp vroeg").check()
    page.get_by_label("In welke wijk of buurt?").select_option(label=BUURT)
    veld(page, "Waar is het?").fill("de flat aan de Maasstraat")
    page.get_by_label("Wat zag of hoorde u?").fill("De gordijnen zijn al weken dicht.")
    veld(page, "Hoe herkennen we deze persoon?").fill("de man op de derde verdieping")
    page.get_by_label("Nog niet: wie contact zoekt, vertelt het").check()
    page.get_by_label("Waarom weet deze persoon het niet?").fill("Hij doet de deur niet open.")
    toneel.kijk("signaal-nieuw")
    toneel.klik("Leg het signaal vast")
    toneel.staat_er("Bijzonder zorgteam kijkt ernaar", "Er ligt geen signaal bij u")
    het_bijzonder_zorgteam_gaat_langs(toneel)


def het_bijzonder_zorgteam_gaat_langs(toneel: Toneel) -> None:
    toneel.word("Nadia Verhoef")
    toneel.klik("Signalen")
    toneel.staat_er("De flat aan de Maasstraat")
    toneel.kijk("signalen")
    toneel.klik("De flat aan de Maasstraat")
    toneel.staat_er("de man op de derde verdieping", "Is vanzelf weg na")
    toneel.kijk("signaal")
    toneel.beeld("signaal")
    vul_datum(toneel.page, "Wanneer kijkt u weer?", date(2015, 6, 15))
    toneel.page.get_by_label("Ik heb verteld dat er een signaal is").check()
    toneel.klik("Bewaar het contact")
    toneel.staat_er("Contact gehad")
    toneel.klik("De flat aan de Maasstraat")
    toneel.klik("Maak er een vraag van")
    toneel.staat_er("Deze persoon vraagt nu zelf om hulp")
    page = toneel.page
    page.get_by_label("Wat vraagt de inwoner?").fill("Wilt u me helpen met de post?")
    veld(page, "Naam").first.fill("Arie Vos")
    vul_datum(page.get_by_role("main"), "Geboortedatum", date(1951, 1, 4))
    page.get_by_label("Hoe kwam de vraag binnen?").select_option(label="Tijdens een bezoek")
    toneel.klik("Leg de vraag vast")
    toneel.staat_er("Wilt u me helpen met de post?", "Bijzonder zorgteam")
    toneel.klik("Signalen")
    toneel.staat_er("Er ligt geen signaal bij u")
