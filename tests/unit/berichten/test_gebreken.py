"""Each legal part that is taken out of a complete letter is found (X13); that is each gate's control."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from eenplan.berichten.inhoud import (
    Aanbieder,
    Afwijzing,
    BesluitVragen,
    Brief,
    BriefSoort,
    Doel,
    EigenBijdrage,
    Hulplijn,
    Onderdeel,
    Pgb,
    Wet,
)
from eenplan.berichten.regels import gebreken
from eenplan.termijnen.regels import Grondslag
from tests.unit.berichten.voorbeelden import ABONNEMENT, BRIEVEN, CONTACT, MANDAAT, MEVROUW, TEAMLID

M, V, W, T, A, R, S = BriefSoort  # the kinds, in the order of the case
SPOED = Grondslag("Wmo 2015", "artikel 2.3.3", "Uw situatie kon niet wachten.")


def met(soort: BriefSoort, **velden: Any) -> Brief:
    """The complete letter with other content fields."""
    brief = BRIEVEN[soort]
    return replace(brief, inhoud=replace(brief.inhoud, **velden))


@pytest.mark.parametrize("soort", BriefSoort, ids=lambda soort: soort.value)
def test_a_complete_letter_has_no_gaps(soort: BriefSoort) -> None:
    assert BRIEVEN[soort].inhoud.soort is soort
    assert gebreken(BRIEVEN[soort]) == []


@pytest.mark.parametrize(
    ("soort", "velden", "zin"),
    [
        (M, {"vraag": " "}, "wat de inwoner vroeg"),
        (M, {"wie_belt": ""}, "wie de inwoner belt"),
        (M, {"belt_uiterlijk": date(2026, 2, 22)}, "ligt voor de melding"),
        (
            M,
            {"persoonlijk_plan_uiterlijk": None},
            "persoonlijk plan in de brief: maandag 2 maart 2026",
        ),
        (M, {"onderzoek_uiterlijk": None}, "onderzoek in de brief: dinsdag 7 april 2026"),
        (M, {"onderzoek_uiterlijk": date(2026, 4, 6)}, "Dat moet dinsdag 7 april 2026 zijn"),
        (M, {"clientondersteuning": None}, "cliëntondersteuning"),
        (M, {"clientondersteuning": Hulplijn("MEE", "")}, "cliëntondersteuning"),
        (M, {"wet": Wet.ONBEKEND}, "Kies eerst de wet"),
        (M, {"wet": Wet.JEUGD}, "vertrouwenspersoon"),
        (V, {"gesproken_met": ""}, "met wie u sprak"),
        (V, {"uitkomst": ""}, "uit het onderzoek kwam"),
        (V, {"vervolg": ""}, "hoe het verder gaat"),
        (V, {"onderwerpen": ()}, "missen in het verslag: a, b, c, d, e, f, g"),
        (V, {"onderwerpen": (Onderdeel("Thuis", "", "a"),)}, "bij elk onderwerp"),
        (V, {"besluit_vragen": None}, "U kunt hierover altijd een besluit vragen"),
        (W, {"doelen": ()}, "doelen van de inwoner"),
        (W, {"doelen": (Doel(" "),)}, "doelen van de inwoner"),
        (W, {"omvang": None}, "hoeveel hulp"),
        (W, {"ingang": None}, "eerste en de laatste dag"),
        (W, {"einde": None}, "eerste en de laatste dag"),
        (W, {"einde": date(2026, 3, 15)}, "ligt voor de eerste dag"),
        (W, {"aanbieder": None}, "wie de hulp geeft"),
        (W, {"hulp": ""}, "welke hulp het is"),
        (W, {"besluit_vragen": None}, "U kunt hierover altijd een besluit vragen"),
        (W, {"besluit_vragen": BesluitVragen("030", "")}, "met telefoonnummer en link"),
        (W, {"besluit_vragen": BesluitVragen("030", "javascript:alert(1)")}, "https://"),
        (W, {"verteld_op": None}, "wanneer u de inwoner vertelde"),
        (W, {"verteld_op": date(2026, 3, 10)}, "na de datum van de brief"),
        (W, {"eigen_bijdrage": None}, "wat de inwoner betaalt"),
        (W, {"wet": Wet.JEUGD, "eigen_bijdrage": ABONNEMENT}, "geen eigen bijdrage"),
        (T, {"aanvraag": None}, "Noem de aanvraag, of het artikel"),
        (T, {"voorziening": ""}, "wat de inwoner krijgt"),
        (T, {"omvang": None}, "hoeveel hulp"),
        (T, {"eigen_bijdrage": None}, "ook als dat niets is"),
        (T, {"aanbieder": None}, "of dat het een persoonsgebonden budget is"),
        (T, {"pgb": Pgb(Decimal(5000), "", "goed", "elk jaar")}, "het tarief"),
        (T, {"motivering": ()}, "waarom u dit besluit"),
        (T, {"grondslagen": ()}, "wetsartikelen"),
        (T, {"bezwaar": None}, "uitleg over bezwaar"),
        (A, {"aanvraag": None}, "Zonder aanvraag kunt u niets afwijzen"),
        (A, {"motivering": (Onderdeel("Waarom", ""),)}, "waarom u dit besluit"),
        (A, {"wel_mogelijk": ""}, "wat wel kan"),
        (A, {"grondslagen": ()}, "wetsartikelen"),
        (A, {"bezwaar": None}, "uitleg over bezwaar"),
        (A, {"professional": None}, "geregistreerde jeugdprofessional"),
        (A, {"vertrouwenspersoon": None}, "vertrouwenspersoon"),
        (R, {"uiterlijk": date(2026, 3, 2)}, "ligt voor de dag van ontvangst"),
        (R, {"clientondersteuning": None}, "cliëntondersteuning"),
        (S, {"door": ("Bilal Tahiri, Kwadraad",)}, "allebei de namen"),
        (S, {"hulp": " "}, "over welke hulp"),
        (S, {"besluit_vragen": None}, "met telefoonnummer en link"),
    ],
)
def test_what_is_taken_out_is_missed(soort: BriefSoort, velden: dict[str, Any], zin: str) -> None:
    """Waarborgen 1, 3, 4, 8, 9 and 20."""
    gevonden = gebreken(met(soort, **velden))
    assert any(zin in gebrek for gebrek in gevonden), gevonden


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"kenmerk": ""}, "kenmerk"),
        ({"contact": replace(CONTACT, telefoon="")}, "wie de inwoner kan bellen"),
        ({"ontvanger": replace(MEVROUW, naam="")}, "voor wie de brief is"),
        ({"ontvanger": replace(MEVROUW, adresregels=())}, "adres van de ontvanger"),
        ({"afzender": replace(BRIEVEN[W].afzender, postadres=())}, "afzender is niet compleet"),
        ({"ondertekening": replace(TEAMLID, functie="")}, "wie de brief ondertekent"),
    ],
)
@pytest.mark.parametrize("soort", BriefSoort, ids=lambda soort: soort.value)
def test_every_letter_needs_a_sender_a_reader_and_someone_to_call(
    soort: BriefSoort, velden: dict[str, Any], zin: str
) -> None:
    assert any(zin in gebrek for gebrek in gebreken(replace(BRIEVEN[soort], **velden)))


@pytest.mark.parametrize("soort", [W, T, A], ids=lambda soort: soort.value)
def test_a_letter_that_decides_needs_a_mandate_in_force(soort: BriefSoort) -> None:
    """U6, U7; Awb 10:5, 10:10; waarborg 3: without one the letter goes to the municipality."""
    zonder = replace(BRIEVEN[soort], ondertekening=replace(TEAMLID, mandaat=None))
    assert gebreken(zonder) == [
        "Er is geen mandaat voor deze brief. De gemeente moet hem ondertekenen."
    ]
    voorbij = replace(TEAMLID, mandaat=replace(MANDAAT, tot=BRIEVEN[soort].datum))
    assert (
        "Het mandaat geldt niet op" in gebreken(replace(BRIEVEN[soort], ondertekening=voorbij))[0]
    )


@pytest.mark.parametrize("soort", [M, V], ids=lambda soort: soort.value)
def test_a_letter_that_decides_nothing_needs_no_mandate(soort: BriefSoort) -> None:
    assert gebreken(replace(BRIEVEN[soort], ondertekening=replace(TEAMLID, mandaat=None))) == []


@pytest.mark.parametrize("soort", [T, A], ids=lambda soort: soort.value)
@pytest.mark.parametrize("dagen", [-1, 1])
def test_a_wrong_last_day_to_object_is_found(soort: BriefSoort, dagen: int) -> None:
    """Awb 6:7 and 6:8: a letter sent on 3 March 2026 can be objected to until 14 April."""
    bezwaar = BRIEVEN[soort].inhoud.bezwaar  # type: ignore[union-attr]
    assert bezwaar is not None
    anders = replace(bezwaar, laatste_dag=date(2026, 4, 14 + dagen))
    gevonden = gebreken(met(soort, bezwaar=anders))
    assert len(gevonden) == 1
    assert gevonden[0].startswith("Bezwaar maken kan tot en met dinsdag 14 april 2026.")


def test_a_decision_sent_a_day_later_needs_another_last_day() -> None:
    assert gebreken(replace(BRIEVEN[T], datum=date(2026, 3, 4)))


def test_an_urgent_grant_may_do_without_an_aanvraag_a_refusal_never() -> None:
    """Wmo 2.3.3; waarborg 4."""
    assert gebreken(met(T, aanvraag=None, zonder_aanvraag=SPOED)) == []
    assert "zonder_aanvraag" not in Afwijzing.__dataclass_fields__


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Het budget voor dit jaar is op.", True),
        ("Ons budgetplafond is bereikt.", True),
        ("De pot is leeg.", True),
        ("U bouwt met uw eigen budget de week op een andere manier.", True),
        ("U kookt zelf en uw zoon doet de tuin.", False),
        ("U krijgt al een persoonsgebonden budget.", False),
    ],
)
def test_an_empty_pot_is_no_ground_to_refuse(tekst: str, gevonden: bool) -> None:
    """Waarborg 18, X15. It would rather ask once too often, as the fourth line shows."""
    motivering = (Onderdeel("Waarom", tekst),)
    assert bool(gebreken(met(A, motivering=motivering))) is gevonden


@pytest.mark.parametrize(
    "vraag", ["Kom naar Amazonedreef 114.", "post naar AMAZONEDREEF, 114!", "Amazone-dreef 1 1 4"]
)
def test_a_secret_address_typed_in_the_letter_is_found(vraag: str) -> None:
    """U19: the lines are known, so that the letter can be searched for them."""
    brief = replace(met(M, vraag=vraag), ontvanger=replace(MEVROUW, geheim=True))
    assert gebreken(brief) == ["Het geheime adres staat in de tekst van de brief. Haal het weg."]
    assert gebreken(met(M, vraag=vraag)) == []


def test_a_secret_reader_needs_no_address_at_all() -> None:
    assert (
        gebreken(replace(BRIEVEN[M], ontvanger=replace(MEVROUW, adresregels=(), geheim=True))) == []
    )


def test_youth_help_may_be_free_without_a_ground() -> None:
    brief = met(
        W,
        wet=Wet.JEUGD,
        eigen_bijdrage=None,
        vertrouwenspersoon=Hulplijn("Jeugdstem", "088 555 10 00"),
    )
    assert gebreken(brief) == []


def test_a_negative_amount_and_a_provider_without_telephone_are_found() -> None:
    min_een = EigenBijdrage(Decimal(-1), SPOED)
    assert "De eigen bijdrage kan niet minder dan nul zijn." in gebreken(
        met(W, eigen_bijdrage=min_een)
    )
    assert gebreken(met(W, aanbieder=Aanbieder("Thuisprofs", "")))
