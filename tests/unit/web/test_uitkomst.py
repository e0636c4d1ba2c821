"""What the answer of the policy says on screen, before anything follows from it and when something does."""

from __future__ import annotations

from datetime import date

from eenplan.beleid import api as beleid
from eenplan.web.werk.uitkomst import Uitkomst, uitkomst

STEUN = {
    "gemeente": "heerlen",
    "op": date(2017, 5, 2),
    "wet": "wmo",
    "leeftijd": 67,
    "vraag": "begeleiding",
    "oordeel_team": "nodig",
}


def antwoord(oordeel_inwoner: str, organisatie: str = "") -> Uitkomst:
    situatie = beleid.situatie(STEUN | {"oordeel_inwoner": oordeel_inwoner})
    return uitkomst(beleid.beslis(situatie), organisatie=organisatie, vanaf=None)


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


def test_nobody_promises_when_the_help_of_another_begins() -> None:
    """Above help that nobody took on yet, a first day would say the opposite."""
    assert [(v.wat, v.wanneer) for v in antwoord("akkoord", "Ritme Begeleiding").daarna] == [
        ("De hulp begint als Ritme Begeleiding de vraag aanneemt.", "")
    ]
    assert [(v.wat, v.wanneer) for v in antwoord("akkoord").daarna] == [
        ("De hulp begint.", "Vanaf vandaag")
    ]
