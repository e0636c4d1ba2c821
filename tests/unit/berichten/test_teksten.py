"""What a resident reads: whole, plain, polite, and always with someone to call."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from eenplan.berichten.gedeeld import BESLUIT_VRAGEN_ZIN, bedrag, besluit_kader
from eenplan.berichten.inhoud import Afwijzing, BriefSoort, Omvang, Pgb, Toekenning, Wet
from eenplan.berichten.teksten import volledige_tekst
from eenplan.termijnen.regels import Grondslag
from tests.unit.berichten.voorbeelden import BRIEVEN, CONTACT, STEUN

ALLE = pytest.mark.parametrize("soort", BriefSoort, ids=lambda soort: soort.value)
LANGSTE_ZIN = 25  # words; B1 asks for about fifteen on average


def zinnen(tekst: str) -> list[str]:
    return [zin for zin in re.split(r"(?<=[.?!:”])\s+|\n", tekst) if zin]


def te_lang(tekst: str) -> list[str]:
    return [zin for zin in zinnen(tekst) if len(zin.split()) > LANGSTE_ZIN]


@ALLE
def test_every_letter_says_whom_to_call_and_offers_free_help(soort: BriefSoort) -> None:
    """X14: on every route."""
    tekst = volledige_tekst(BRIEVEN[soort])
    assert f"Bel {CONTACT.naam}: {CONTACT.telefoon}." in tekst
    assert f"Bel {STEUN.naam}: {STEUN.telefoon}" in tekst
    assert ("mantelzorger" in tekst) is (BRIEVEN[soort].inhoud.wet is Wet.WMO)


@ALLE
def test_sentences_are_short_and_say_u(soort: BriefSoort) -> None:
    tekst = volledige_tekst(BRIEVEN[soort])
    assert te_lang(tekst) == []
    assert not re.search(r"\b(jij|jouw|jullie|uwe|middels|dient te|derhalve)\b", tekst)
    lengtes = [len(zin.split()) for zin in zinnen(tekst)]
    assert sum(lengtes) / len(lengtes) < 12


def test_control_a_sentence_from_the_town_hall_of_old_is_too_long() -> None:
    oud = (
        "Onder verwijzing naar uw schrijven van de derde dezer delen wij u mede dat uw verzoek, gelet "
        "op het bepaalde in de verordening en de daarbij behorende nadere regels, wordt afgewezen."
    )
    assert te_lang(oud) == [oud]


@pytest.mark.parametrize("soort", [BriefSoort.VERSLAG, BriefSoort.VERWIJSBRIEF])
def test_the_light_road_always_shows_how_to_get_a_decision(soort: BriefSoort) -> None:
    """Waarborg 1."""
    tekst = volledige_tekst(BRIEVEN[soort])
    assert BESLUIT_VRAGEN_ZIN in tekst
    assert "Bel 030 740 05 00 of kijk op https://www.utrecht.nl/besluit-vragen" in tekst
    assert "Dan kunt u bezwaar maken." in tekst


def test_a_law_that_is_not_known_promises_no_number_of_weeks() -> None:
    inhoud = BRIEVEN[BriefSoort.VERSLAG].inhoud
    brief = replace(BRIEVEN[BriefSoort.VERSLAG], inhoud=replace(inhoud, wet=Wet.ONBEKEND))
    assert "binnen" not in "".join(
        zin for zin in zinnen(volledige_tekst(brief)) if "met ons besluit" in zin
    )
    assert list(besluit_kader(None, Wet.WMO)) == []


def test_the_confirmation_gives_the_three_dates_in_words() -> None:
    """Wmo 2.3.2 paragraphs 1 and 2."""
    tekst = volledige_tekst(BRIEVEN[BriefSoort.ONTVANGSTBEVESTIGING])
    assert "Sanne Kuipers van het buurtteam belt u uiterlijk woensdag 25 februari 2026" in tekst
    assert "U kunt ons een eigen plan geven tot en met maandag 2 maart 2026" in tekst
    assert "Ons onderzoek is klaar uiterlijk dinsdag 7 april 2026" in tekst


def test_the_verwijsbrief_asks_the_provider_what_others_take_over() -> None:
    """U6, U16: goals, extent, period, provider, and the question per goal."""
    tekst = volledige_tekst(BRIEVEN[BriefSoort.VERWIJSBRIEF])
    for deel in (
        "2,5 uur per week",
        "van maandag 16 maart 2026 tot en met zondag 13 september 2026",
        "Thuisprofs, Karim Aziz, telefoon 030 555 01 23",
        "Ik wil weer zelf mijn post en geld regelen.",
        "Dit bespreekt u met Thuisprofs",
        "Wat kunt u straks weer zelf?",
        "Wij hebben u dit verteld op donderdag 5 maart 2026.",
    ):
        assert deel in tekst


@pytest.mark.parametrize("soort", [BriefSoort.TOEKENNING, BriefSoort.AFWIJZING])
def test_a_decision_says_until_which_day_where_and_with_whose_help_to_object(
    soort: BriefSoort,
) -> None:
    """U7; Awb 3:45, 6:5, 6:7, 6:16."""
    tekst = volledige_tekst(BRIEVEN[soort])
    assert "U kunt bezwaar maken tot en met dinsdag 14 april 2026. Dat is gratis." in tekst
    assert "Stuur uw bezwaar naar: Gemeente Lansingerland, " in tekst
    assert "ons kenmerk UT-2026-000417" in tekst
    assert f"{STEUN.naam} helpt u gratis: {STEUN.telefoon}." in tekst
    assert "Ons besluit geldt ook als u bezwaar maakt." in tekst


def test_a_refusal_for_a_child_names_the_registered_professional_and_the_vertrouwenspersoon() -> (
    None
):
    """Waarborg 3; Jw 2.5, 2.7."""
    tekst = volledige_tekst(BRIEVEN[BriefSoort.AFWIJZING])
    assert "Mirjam Post, orthopedagoog (SKJ 120012345)" in tekst
    assert "Bel Jeugdstem: 088 555 10 00" in tekst


def test_a_personal_budget_and_an_urgent_grant_are_explained() -> None:
    brief = BRIEVEN[BriefSoort.TOEKENNING]
    assert isinstance(brief.inhoud, Toekenning)
    pgb = Pgb(Decimal("5230.50"), "3 uur per week voor € 33,53.", "u kiest wie helpt.", "elk jaar.")
    spoed = Grondslag("Wmo 2015", "artikel 2.3.3", "Uw situatie kon niet wachten.")
    inhoud = replace(brief.inhoud, aanvraag=None, zonder_aanvraag=spoed, aanbieder=None, pgb=pgb)
    tekst = volledige_tekst(replace(brief, inhoud=inhoud))
    assert "een persoonsgebonden budget van €\u00a05.230,50 per jaar" in tekst
    assert "Uw situatie kon niet wachten. Dat staat in Wmo 2015, artikel 2.3.3." in tekst


@pytest.mark.parametrize(
    ("aantal", "tekst"),
    [("2.50", "2,5 uur per week"), ("20", "20 uur per week"), ("0.25", "0,25 uur per week")],
)
def test_an_extent_is_written_the_dutch_way(aantal: str, tekst: str) -> None:
    assert str(Omvang(Decimal(aantal), "uur", "week")) == tekst


def test_amounts_are_written_the_dutch_way() -> None:
    assert bedrag(Decimal("1234567.5")) == "€\u00a01.234.567,50"


def test_who_asked_reads_your_aanvraag_and_another_reader_who_asked() -> None:
    brief = BRIEVEN[BriefSoort.AFWIJZING]
    assert isinstance(brief.inhoud, Afwijzing)
    assert brief.inhoud.aanvraag is not None
    zelf = replace(brief.inhoud.aanvraag, door=brief.ontvanger.naam)
    ander = replace(brief.inhoud.aanvraag, door="Mina Hadi")
    aan_zelf = volledige_tekst(replace(brief, inhoud=replace(brief.inhoud, aanvraag=zelf)))
    aan_ander = volledige_tekst(replace(brief, inhoud=replace(brief.inhoud, aanvraag=ander)))
    assert "Wij kregen uw aanvraag, " in aan_zelf
    assert "Wij kregen een aanvraag van Mina Hadi, " in aan_ander
