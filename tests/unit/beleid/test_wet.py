"""The law as data: terms, topics, amounts, consent and warnings, each with its article."""

import datetime as dt
from typing import get_args

import pytest

from eenplan.beleid import api
from eenplan.beleid.woordenschat import LetOpCode

WET = api.wet(dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("sleutel", "aantal", "eenheid", "na", "artikel"),
    [
        ("wmo-persoonlijk-plan", 7, "dagen", "melding", "2.3.2 lid 2"),
        ("wmo-onderzoek", 6, "weken", "melding", "2.3.2 lid 1"),
        ("wmo-besluit", 2, "weken", "aanvraag", "2.3.5 lid 2"),
        ("jeugd-besluit", 8, "weken", "aanvraag", "4:13"),
        ("bezwaar", 6, "weken", "bekendmaking", "6:7"),
        ("besluit-op-bezwaar", 6, "weken", "einde_bezwaartermijn", "7:10"),
        ("besluit-op-bezwaar-commissie", 12, "weken", "einde_bezwaartermijn", "7:10"),
    ],
)
def test_a_legal_term_carries_its_length_its_start_and_its_article(
    sleutel: str, aantal: int, eenheid: str, na: str, artikel: str
) -> None:
    """X8."""
    termijn = WET.termijn(sleutel)
    assert (termijn.aantal, termijn.eenheid, termijn.na) == (aantal, eenheid, na)
    assert termijn.bron is not None
    assert artikel in termijn.bron


def test_the_conversation_has_the_seven_topics_of_the_law() -> None:
    """Wmo 2.3.2 lid 4 a-g, in the order of the law."""
    assert "".join(o.letter for o in WET.gespreksonderwerpen) == "abcdefg"
    assert all(
        o.bron == f"Wmo 2015 art. 2.3.2 lid 4 onder {o.letter}" for o in WET.gespreksonderwerpen
    )


@pytest.mark.parametrize(
    ("op", "bedrag"),
    [
        (dt.date(2015, 1, 1), None),
        (dt.date(2019, 12, 31), "17.50"),
        (dt.date(2020, 1, 1), "19.00"),
        (dt.date(2023, 12, 31), "19.00"),
        (dt.date(2024, 1, 1), "20.60"),
        (dt.date(2025, 6, 1), "21.00"),
        (dt.date(2026, 1, 1), "21.80"),
    ],
)
def test_the_own_contribution_of_the_day_comes_from_a_dated_table(
    op: dt.date, bedrag: str | None
) -> None:
    """Waarborg 9: never from "is general"; before the flat rate it depended on income."""
    gevonden = WET.bijdrage_op(op)
    assert gevonden is not None
    assert gevonden.euro_per_maand == bedrag
    assert gevonden.gecontroleerd or gevonden.aanname


def test_no_own_contribution_before_the_law() -> None:
    """Nothing is known of a day before the table."""
    assert WET.bijdrage_op(dt.date(2014, 12, 31)) is None


@pytest.mark.parametrize(
    ("leeftijd", "jeugdige", "ouders"),
    [
        (0, False, True),
        (11, False, True),
        (12, True, True),
        (15, True, True),
        (16, True, False),
        (20, True, False),
    ],
)
def test_who_agrees_to_youth_help_follows_from_the_age(
    leeftijd: int, jeugdige: bool, ouders: bool
) -> None:
    """Waarborg 11, Jeugdwet 7.3.4 and 7.3.5; the table and the warnings say the same."""
    (regel,) = [
        t for t in WET.toestemming if t.van <= leeftijd and (t.tot is None or leeftijd < t.tot)
    ]
    assert (regel.jeugdige, regel.ouders) == (jeugdige, ouders)
    situatie = api.situatie({"gemeente": "utrecht", "wet": "jeugd", "leeftijd": leeftijd})
    codes = {w.code for w in api.beslis(situatie).let_op}
    assert ("toestemming_jeugdige" in codes, "toestemming_ouders" in codes) == (jeugdige, ouders)


def test_every_warning_of_the_vocabulary_has_a_text_and_a_ground() -> None:
    """X13: no code without a rule in the law file."""
    codes = set(get_args(LetOpCode))
    assert {regel.code for regel in WET.let_op} == codes
    assert all(regel.tekst.endswith(".") and regel.grondslag for regel in WET.let_op)


def test_a_warning_never_changes_the_outcome() -> None:
    """X13: the same situation with and without a reason for a warning."""
    gewoon = api.situatie({"gemeente": "utrecht", "wet": "jeugd", "leeftijd": 16})
    bijna = gewoon.model_copy(update={"leeftijd": 17})
    zonder, met = api.beslis(gewoon), api.beslis(bijna)
    assert {w.code for w in met.let_op} - {w.code for w in zonder.let_op} == {"bijna_18"}
    assert met.model_copy(update={"let_op": ()}) == zonder.model_copy(update={"let_op": ()})


@pytest.mark.parametrize("gemeente", api.gemeenten())
def test_every_municipality_can_sign_for_itself_and_promises_a_first_contact(gemeente: str) -> None:
    """F5 and waarborg 3: on its first day each model knows who decides, signs and calls."""
    model = api.versies(gemeente)[0]
    for wet in ("wmo", "jeugd"):
        for soort in ("toekennen", "afwijzen", "pgb"):
            assert model.mandaat("gemeente", wet, soort, model.geldig_vanaf)
    assert model.mandaat("gemeente", "wmo", "toekennen", dt.date(2014, 12, 31)) is None
    assert model.eerste_contact.van_uur < model.eerste_contact.tot_uur
    assert model.partij_van("gemeente") == "gemeente"


def test_the_number_of_teams_is_that_of_the_sources() -> None:
    """U2: 18 areas with two teams each, VO and MBO; H6: 14; Deventer five and one for the whole city."""
    telling = {g: [t.soort for t in api.versies(g)[0].indeling.teams] for g in api.gemeenten()}
    assert {s: telling["utrecht"].count(s) for s in set(telling["utrecht"])} == {
        "jeugd-en-gezin": 18,
        "sociaal": 18,
        "vo": 1,
        "mbo": 1,
    }
    assert len(api.versies("utrecht")[0].indeling.wijken) == 10
    assert telling["heerlen"].count("sociaal-buurtteam") == 14
    assert (telling["deventer"].count("wijkteam"), telling["deventer"].count("outreachteam")) == (
        5,
        1,
    )
    assert telling["lansingerland"] == telling["kaag-en-braassem"] == []
    assert [p.soort for p in api.versies("heerlen")[0].partijen].count("onderaannemer") == 6
