"""Who must agree with youth help, at every age and with every authority (Jeugdwet 7.3.4, 7.3.5; waarborg 11)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from eenplan.beleid import api as beleid
from eenplan.plannen.regels import Laag
from eenplan.plannen.toestemming import (
    Gegeven,
    Hoedanigheid,
    Ouder,
    Uitkomst,
    Vereist,
    mag_uitzondering,
    nog_open,
    vereist,
)

KIND, MOEDER, VADER = UUID(int=1), UUID(int=2), UUID(int=3)
LEEFTIJDEN = beleid.wet(date(2026, 1, 1)).toestemming
BEIDEN = (Ouder(MOEDER, "Mina", True, False), Ouder(VADER, "Karim", True, False))


def wie(
    leeftijd: int | None,
    ouders: tuple[Ouder, ...] = BEIDEN,
    *,
    wet: str = "jeugd",
    laag: Laag = Laag.AANVULLEND,
    verwijzer: str = "geen",
) -> list[Vereist]:
    return vereist(
        persoon=KIND,
        naam="Esra",
        leeftijd=leeftijd,
        wet=wet,
        laag=laag,
        verwijzer=verwijzer,
        ouders=ouders,
        leeftijden=LEEFTIJDEN,
    )


@pytest.mark.parametrize(
    ("leeftijd", "wie_nodig"),
    [
        (0, {MOEDER, VADER}),
        (11, {MOEDER, VADER}),
        (12, {KIND, MOEDER, VADER}),
        (15, {KIND, MOEDER, VADER}),
        (16, {KIND}),
        (17, {KIND}),
        (41, {KIND}),
        (None, {KIND, MOEDER, VADER}),
    ],
)
def test_per_age_exactly_those_whom_the_law_names(
    leeftijd: int | None, wie_nodig: set[UUID]
) -> None:
    nodig = wie(leeftijd)
    assert {v.persoon for v in nodig} == wie_nodig
    assert len(nodig) == len(wie_nodig)
    assert all(v.voor_start and v.artikel.startswith("Jeugdwet art. 7.3") for v in nodig)


def test_a_parent_without_authority_and_one_with_limited_authority_are_not_asked() -> None:
    ouders = (
        Ouder(MOEDER, "Mina", True, False),
        Ouder(VADER, "Karim", True, True),
        Ouder(UUID(int=4), "Piet", False, False),
    )
    assert [v.persoon for v in wie(9, ouders)] == [MOEDER]


def test_a_second_parent_whom_this_reader_may_not_see_is_still_asked() -> None:
    ouders = (Ouder(MOEDER, "Mina", True, False), Ouder(VADER, "", True, False))
    assert [v.naam for v in wie(9, ouders)] == ["Mina", "de andere ouder met gezag"]


def test_without_a_known_parent_the_question_stays_open_instead_of_disappearing() -> None:
    nodig = wie(9, ())
    assert [v.persoon for v in nodig] == [None]
    assert nog_open(nodig, []) == nodig


@pytest.mark.parametrize("verwijzer", ["gi", "rechter"])
def test_where_a_court_or_institution_decided_nobody_is_asked(verwijzer: str) -> None:
    assert wie(13, verwijzer=verwijzer) == []


@pytest.mark.parametrize("laag", [Laag.EIGEN_KRACHT, Laag.NETWERK, Laag.VRIJWILLIGER])
def test_a_neighbour_needs_nobodys_legal_consent(laag: Laag) -> None:
    assert not any(v.voor_start for v in wie(13, laag=laag))


def test_wmo_help_never_waits_for_a_tick() -> None:
    assert not any(v.voor_start for v in wie(80, wet="wmo"))


def test_both_parents_must_have_answered_one_is_not_enough() -> None:
    een = [Gegeven(MOEDER, Hoedanigheid.OUDER, Uitkomst.AKKOORD)]
    assert [v.persoon for v in nog_open(wie(9), een)] == [VADER]
    twee = [*een, Gegeven(VADER, Hoedanigheid.OUDER, Uitkomst.AKKOORD)]
    assert nog_open(wie(9), twee) == []


def test_a_refusal_keeps_the_question_open() -> None:
    nee = [
        Gegeven(MOEDER, Hoedanigheid.OUDER, Uitkomst.AKKOORD),
        Gegeven(VADER, Hoedanigheid.OUDER, Uitkomst.NIET_AKKOORD),
    ]
    assert [v.persoon for v in nog_open(wie(9), nee)] == [VADER]


def test_an_exception_replaces_the_parents_and_never_the_youth() -> None:
    zonder = [Gegeven(None, Hoedanigheid.OUDER, Uitkomst.UITZONDERING)]
    assert [v.hoedanigheid for v in nog_open(wie(13), zonder)] == [Hoedanigheid.JEUGDIGE]


@pytest.mark.parametrize(
    ("leeftijd", "mag"), [(11, False), (12, True), (15, True), (16, False), (None, False)]
)
def test_an_exception_exists_only_from_12_to_15(leeftijd: int | None, mag: bool) -> None:
    assert mag_uitzondering(leeftijd) is mag
