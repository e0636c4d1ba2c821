"""The drawing of the circles: everybody inside their own ring, under a name that one can read."""

from __future__ import annotations

from itertools import combinations

import pytest

from eenplan.web.bouwstenen import Kring, Lid
from eenplan.web.kringbeeld import BOL, MAAT, NAAM, Tekening, teken

NAMEN = ("Karim Yilmaz", "buurvrouw Riet", "De Linde Jeugdhulp", "Esra Yilmaz")


def drie_kringen(namen: tuple[str, ...] = NAMEN) -> Tekening:
    """The drawing of three circles with these people in each."""
    leden = tuple(Lid(naam, "helpt", False) for naam in namen)
    titels = ("Eigen mensen", "Wijk en vaste hulpverlener", "Specialisten")
    return teken("Mina Yilmaz", [Kring(titel, leden) for titel in titels])


@pytest.mark.parametrize(
    ("naam", "kort"),
    [
        ("buurvrouw Riet", "Buurvrouw Riet"),
        ("De Linde Jeugdhulp", "De Linde"),
        ("Buurtteamorganisatie", "Buurtteamorgani…"),
    ],
)
def test_a_name_keeps_as_many_whole_words_as_fit(naam: str, kort: str) -> None:
    assert drie_kringen((naam,)).bollen[0].naam == kort


def test_a_face_and_its_name_stand_within_the_drawing() -> None:
    for bol in drie_kringen().bollen:
        assert BOL <= bol.x <= MAAT - BOL
        assert bol.y >= BOL
        assert bol.onder <= MAAT


def test_nobody_stands_on_the_title_of_a_circle() -> None:
    """A title stands at the top, in the middle: thirteen letters to either side are enough for the longest."""
    tekening = drie_kringen()
    for ring in tekening.ringen:
        for bol in tekening.bollen:
            hoog = bol.y - BOL <= ring.boven and ring.boven - NAAM <= bol.onder
            breed = abs(bol.x - tekening.midden) <= 9 * 13 + BOL
            assert not (hoog and breed), f"{bol.voluit} staat op {ring.naam}"


@pytest.mark.parametrize("aantallen", [(1, 1, 1), (2, 1, 1), (3, 1, 1), (2, 2, 1), (4, 1, 1)])
def test_people_of_two_circles_do_not_stand_in_each_others_names(
    aantallen: tuple[int, int, int],
) -> None:
    """A face with its name is some sixty high, a letter eight wide."""
    kringen = [
        Kring("Kring", tuple(Lid(naam, "helpt", False) for naam in NAMEN[:aantal]))
        for aantal in aantallen
    ]
    bollen = teken("Mina", kringen).bollen
    for een, ander in combinations(bollen, 2):
        naast = abs(een.x - ander.x) >= 4 * (len(een.naam) + len(ander.naam))
        onder = abs(een.y - ander.y) >= 2 * BOL + NAAM - 8
        assert een.ring == ander.ring or naast or onder, f"{een.voluit} en {ander.voluit}"
