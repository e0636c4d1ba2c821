"""What the answer of the policy says on screen, before anything follows from it and when something does."""

from __future__ import annotations

from datetime import date

from eenplan.beleid import api as beleid
from eenplan.web.werk.uitkomst import Helper, Uitkomst, uitkomst

STEUN = {
    "gemeente": "heerlen",
    "op": date(2017, 5, 2),
    "wet": "wmo",
    "leeftijd": 67,
    "vraag": "begeleiding",
    "oordeel_team": "nodig",
}


ANDER = Helper("Ritme Begeleiding", op_lijst=True)
NIEMAND = Helper()
GENOEMD = Helper("De Koempel")


def antwoord(
    oordeel_inwoner: str, helper: Helper = NIEMAND, *, na_akkoord: bool = False
) -> Uitkomst:
    situatie = beleid.situatie(STEUN | {"oordeel_inwoner": oordeel_inwoner})
    return uitkomst(beleid.beslis(situatie), helper=helper, vanaf=None, na_akkoord=na_akkoord)


def in_deventer(helper: Helper = NIEMAND, *, na_akkoord: bool = False) -> Uitkomst:
    """Help that needs nothing but a beginning."""
    situatie = beleid.situatie(
        STEUN
        | {"gemeente": "deventer", "op": date(2015, 6, 1), "complexiteit": "enkelvoudig"}
        | {"voorziening": "collectief", "oordeel_inwoner": "akkoord"}
    )
    return uitkomst(beleid.beslis(situatie), helper=helper, vanaf=None, na_akkoord=na_akkoord)


def test_while_somebody_still_looks_along_no_paper_no_decider_and_no_price_is_named() -> None:
    """Naming the organisation as who decides, at no cost, is wrong the moment a decision comes (waarborg 9)."""
    gaf = antwoord("weigert_aanbod")
    assert gaf.titel == "De consulent kijkt mee"
    assert [(r.sleutel, r.waarde) for r in gaf.feiten] == [
        ("Wat er op papier komt", "Nog niets"),
        ("Niet eens?", "De inwoner mag altijd een besluit vragen"),
    ]


def test_once_it_follows_who_decides_and_what_it_costs_are_named() -> None:
    feiten = {r.sleutel: r.waarde for r in antwoord("akkoord").feiten}
    assert feiten["Wie beslist"] == "De organisatie die de hulp regelt"
    assert feiten["Eigen bijdrage"] == "Geen"


def wat_nu(gaf: Uitkomst) -> list[tuple[str, str]]:
    return [(v.wat, v.wanneer) for v in gaf.daarna]


def wanneer(gaf: Uitkomst) -> str:
    return next(r.waarde for r in gaf.feiten if r.sleutel == "Wanneer de hulp begint")


def test_nobody_promises_when_the_help_of_another_begins() -> None:
    """Above help that nobody took on yet, a first day would say the opposite."""
    assert wat_nu(in_deventer(ANDER)) == [
        ("Ritme Begeleiding ziet de vraag op de eigen lijst.", "Nu"),
        ("De hulp begint als Ritme Begeleiding de vraag aanneemt.", "Daarna"),
    ]
    assert wanneer(in_deventer(ANDER)) == "Als Ritme Begeleiding de vraag aanneemt"


def test_the_own_help_and_that_of_neighbours_waits_for_nobody() -> None:
    assert wat_nu(in_deventer()) == [("De hulp begint.", "Vanaf vandaag")]
    assert wanneer(in_deventer()) == "Meteen"


def test_an_organisation_that_was_only_typed_is_not_said_to_have_the_question_on_a_list() -> None:
    """Nobody there can accept anything in Eenplan: the day is agreed by telephone."""
    assert wat_nu(in_deventer(GENOEMD)) == [
        (
            "Spreek met De Koempel af wanneer de hulp begint. Dat gaat niet via Eenplan.",
            "Nu",
        )
    ]


def test_u10_help_that_waits_for_somebody_to_agree_is_not_called_ready_to_begin() -> None:
    gaf = in_deventer(ANDER, na_akkoord=True)
    assert gaf.titel == "De hulp kan beginnen als iedereen akkoord is"
    assert wanneer(gaf) == "Als iedereen akkoord is en Ritme Begeleiding de vraag aanneemt"
    assert in_deventer(ANDER).titel == "De hulp kan meteen beginnen"
