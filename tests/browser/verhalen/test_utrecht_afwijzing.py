"""The other half of Utrecht's story: he wants a referral, the team disagrees, and he gets a decision to object to."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page

from eenplan.besluiten.onderbouwing import OPZET
from tests.browser.verhalen import gesprekken, papieren, plannen, vragen
from tests.browser.verhalen.plannen import Hulp
from tests.browser.verhalen.toneel import Toneel, richt_in, veld, vul_datum
from tests.browser.verhalen.vragen import Vraag
from tests.pgplugin import Website

MAANDAG = date(2026, 3, 2)
HENK = Vraag(
    naam="Henk Jansen",
    geboren=date(1958, 3, 3),
    woorden="Ik wil dat er iemand bij mij thuis komt om de dag door te komen.",
    waarover="Hulp bij het regelen van uw dagelijks leven",
    buurt="Tigrisdreef",
)
BEGELEIDING = Hulp(
    trede="Extra hulp van een organisatie",
    soort="Begeleiding thuis",
    hoeveel=("2", "uur", "week"),
    van=date(2026, 3, 16),
    tot=date(2026, 9, 1),
    waarom_niet={
        "familie en buren": "Henk kent weinig mensen in de buurt.",
        "samen met anderen": "Henk wil niet naar het buurthuis.",
    },
)


@pytest.fixture
def toneel(venster: Page, website: Website) -> Toneel:
    richt_in("utrecht")
    toneel = Toneel(venster, website, "utrecht-afwijzing")
    toneel.zet_dag(MAANDAG)
    return toneel


def test_u7_a_man_who_wants_a_referral_gets_a_refusal_with_the_last_day_to_object(
    toneel: Toneel,
) -> None:
    hij_vraagt_het_zelf_online(toneel)
    het_onderzoek_komt_eerst(toneel)
    hij_wil_iets_anders_dan_het_team(toneel)
    zonder_aanvraag_geen_besluit(toneel)
    de_afwijzing_gaat_weg(toneel)
    het_bezwaar_ligt_bij_de_gemeente(toneel)


def hij_vraagt_het_zelf_online(toneel: Toneel) -> None:
    """U1: no children at home, so the team Sociaal of the same neighbourhood; no account."""
    vragen.naar_voorpagina(toneel)
    toneel.beeld("voorpagina")
    vragen.stel_vraag_zelf(toneel, "Utrecht", HENK)
    toneel.staat_er(
        "Buurtteam Sociaal Overvecht-Spoorzoom heeft uw vraag ontvangen",
        "Uiterlijk woensdag 4 maart 2026",
        "Dat heet een persoonlijk plan.",
        "Uiterlijk maandag 13 april 2026",
    )


def het_onderzoek_komt_eerst(toneel: Toneel) -> None:
    """Wmo 2015 art. 2.3.2: the investigation, with its outcome in writing."""
    toneel.word("Joost van Dam")
    vragen.pak_op(toneel, HENK.naam)
    vragen.kies_wet(toneel, "Wmo", "Henk is 67 en wil begeleiding.")
    gesprekken.begin_gesprek(toneel)
    gesprekken.vertel_vooraf(toneel)
    gesprekken.schrijf_op(toneel, {"Wat lukt u zelf nog?": "Koken en boodschappen lukken."})
    gesprekken.concludeer(toneel, "Nee, er is geen hulp nodig", "Het team helpt Henk zelf op weg.")
    toneel.klik("Rond het onderzoek af")
    toneel.staat_er("Het onderzoek is afgerond")
    toneel.kijk("gesprek-klaar")
    toneel.klik("Ga naar het plan")


def hij_wil_iets_anders_dan_het_team(toneel: Toneel) -> None:
    """U7: row 4, a refusal of what he asks for instead, by the team under mandate."""
    plannen.schrijf_doel(toneel, "Ik wil iemand die thuis komt.")
    plannen.voeg_hulp_toe(toneel, BEGELEIDING)
    plannen.oordeel(toneel, inwoner="Wil iets anders: een verwijzing", team="Nee, deze hulp is")
    toneel.page.get_by_role("heading", name="dit wordt niet toegekend").wait_for()
    toneel.staat_er("Kan tegen dit besluit", "Zonder geldig mandaat gaat het naar de gemeente.")
    assert "regel 4: De inwoner wil iets anders" in plannen.waarom(toneel)
    toneel.beeld("uitkomst")
    toneel.kijk("regel-de-hulp")
    toneel.klik("Laat het besluit klaarzetten")


def zonder_aanvraag_geen_besluit(toneel: Toneel) -> None:
    """Waarborg 4: the paper waits for his request, for what he says to it, and for the reasons."""
    toneel.klik("Maak de brief af")
    toneel.beeld("nog-te-doen")
    toneel.kijk("afwijzing-nog-te-doen")
    assert not toneel.page.get_by_role("button", name="Maak definitief en verstuur").count()
    toneel.klik("Er is geen aanvraag", exact=False)
    papieren.leg_aanvraag_vast(toneel, "Ik wil een verwijzing naar Stroom.", hoe="In een gesprek")
    toneel.klik("Leg uit waarom", exact=False)
    assert [
        toneel.page.get_by_label(kop).input_value()
        for kop in ("Wat mensen om u heen doen", "Wat er voor iedereen is")
    ] == [
        f"{OPZET}\n\n{trede.capitalize()}: {waarom}"
        for trede, waarom in BEGELEIDING.waarom_niet.items()
    ]
    papieren.motiveer(
        toneel,
        {
            "Wat u nodig hebt": "U wilt iemand die u door de dag helpt.",
            "Wat u zelf kunt": "U kookt zelf en u doet zelf boodschappen.",
            "Wat mensen om u heen doen": "Uw zus belt elke week.",
            "Wat er voor iedereen is": "Het buurtteam en het buurthuis zijn er elke dag.",
        },
        grond="Er is andere hulp die past",
        wel="Joost komt elke dinsdag bij u langs.",
        op=MAANDAG,
    )


def de_afwijzing_gaat_weg(toneel: Toneel) -> None:
    """Awb 3:45 and 10:10: on behalf of the college, with where and until which day one can object."""
    toneel.kijk("afwijzing")
    papieren.verstuur(toneel)
    toneel.staat_er("Bezwaar maken kan tot en met 13 april 2026.")
    toneel.beeld("verstuurd")
    toneel.kijk("afwijzing-verstuurd")
    brief = papieren.download(toneel)
    for zin in (
        "wij wijzen uw aanvraag af",
        "Ik wil een verwijzing naar Stroom.",
        "U kookt zelf en u doet zelf boodschappen.",
        "Joost komt elke dinsdag bij u langs.",
        "U kunt bezwaar maken tot en met maandag 13 april 2026.",
        "namens het college van burgemeester en wethouders van Utrecht",
        "mandaatregister gemeente Utrecht, voorbeeld 2015-2",
    ):
        assert zin in brief.tekst, brief.tekst
    papieren.is_toegankelijk(brief)
    toneel.klik("Terug naar het dossier")
    toneel.staat_er("Gaat niet door")


def het_bezwaar_ligt_bij_de_gemeente(toneel: Toneel) -> None:
    """Waarborg 3: he objects; it lands at the municipality with its clock and confirmation, not with who decided."""
    toneel.zet_dag(date(2026, 3, 16))
    toneel.word("Joost van Dam")
    toneel.page.goto(toneel.website.url("/werk/zoeken/"))
    veld(toneel.page, "Achternaam").fill("Jansen")
    vul_datum(toneel.page, "Geboortedatum", HENK.geboren)
    toneel.klik("Zoek")
    toneel.klik("Henk Jansen", exact=False)
    toneel.klik("De inwoner is het ergens niet mee eens")
    toneel.staat_er("Ik begrijp iets niet", "Dat doet nooit degene die het besluit nam.")
    toneel.beeld("niet-eens")
    toneel.klik("Ik ben het niet eens met een besluit of een brief")
    toneel.page.get_by_label("Besluit: aanvraag afgewezen", exact=False).check()
    toneel.page.get_by_label("Wat zegt de inwoner?").fill("Ik red het niet met één keer per week.")
    toneel.page.get_by_label("In een brief of mail").check()
    toneel.klik("Leg het bezwaar vast")
    toneel.staat_er("Vastgelegd")
    toneel.staat_er_niet("Ik red het niet met één keer per week.")
    toneel.word("Petra Kloosterman")
    toneel.klik("Henk Jansen")
    toneel.staat_er("Ik red het niet met één keer per week.", "uiterlijk 26 mei 2026")
    toneel.klik("Ik behandel dit")
    toneel.staat_er("Petra Kloosterman, gemeente Utrecht")
    toneel.beeld("bezwaar")
    toneel.klik("Wij hebben uw bezwaar ontvangen", exact=False)
    toneel.staat_er("Iemand die het besluit niet nam, kijkt opnieuw.")
