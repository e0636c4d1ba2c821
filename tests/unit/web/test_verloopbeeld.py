"""How it goes over time: the drawing says the same as the sentence and the table, and one day is enough."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from eenplan.onderzoeken.api import ZELF, Gezichtspunt, Lijn, Punt
from eenplan.web.verloopbeeld import LINKS, RECHTS, teken, voor_inwoner

INWONER, TEAM = Gezichtspunt
MAART, MEI, JUNI = date(2026, 3, 2), date(2026, 5, 1), date(2026, 6, 30)


def lijn(*punten: tuple[date, Gezichtspunt, int]) -> Lijn:
    return Lijn(uuid4(), uuid4(), "financien", "De huur.", tuple(Punt(*p) for p in punten))


def test_nothing_asked_is_no_drawing_and_no_sentence() -> None:
    beeld = teken(lijn())
    assert (beeld.zinnen, beeld.sporen, beeld.dagen, beeld.rijen) == ((), (), (), ())


def test_one_answer_stands_in_the_middle_without_a_line() -> None:
    beeld = teken(lijn((MAART, INWONER, 2)))
    (spoor,) = beeld.sporen
    assert spoor.punten == ""
    assert [s.x for s in spoor.stippen] == [(LINKS + RECHTS) // 2]
    assert [d.plek for d in beeld.dagen] == ["midden"]
    assert beeld.zinnen == ("Volgens de inwoner: het lukt soms (2\u00a0maart\u00a02026).",)


def test_days_stand_in_proportion_and_a_step_higher_is_higher() -> None:
    (spoor,) = teken(lijn((MAART, TEAM, 1), (MEI, TEAM, 3), (JUNI, TEAM, 5))).sporen
    begin, midden, eind = spoor.stippen
    assert begin.x < midden.x < eind.x
    assert midden.x - begin.x == pytest.approx(eind.x - midden.x, abs=1)
    assert begin.y > midden.y > eind.y
    assert spoor.punten.count(",") == 3


def test_the_two_who_look_have_a_line_of_their_own_told_apart_by_shape() -> None:
    beeld = teken(lijn((MAART, INWONER, 2), (MAART, TEAM, 4), (JUNI, INWONER, 4)))
    assert [(s.team, [p.rond for p in s.stippen]) for s in beeld.sporen] == [
        (True, [False]),
        (False, [True, True]),
    ]


def test_the_sentence_says_now_and_then_and_the_table_says_all() -> None:
    beeld = teken(lijn((MAART, INWONER, 2), (MEI, INWONER, 3), (JUNI, INWONER, 4)))
    assert beeld.zinnen == (
        "Volgens de inwoner: het lukt meestal. Op 2\u00a0maart\u00a02026 was dat: lukt soms.",
    )
    assert [rij[2] for rij in beeld.rijen] == ["lukt soms", "lukt met hulp", "lukt meestal"]


def test_what_stayed_the_same_is_said_so() -> None:
    (zin,) = teken(lijn((MAART, TEAM, 3), (JUNI, TEAM, 3))).zinnen
    assert zin == "Volgens het team: het lukt met hulp, net als op 2\u00a0maart\u00a02026."


def test_the_resident_reads_about_themselves() -> None:
    (zin,) = teken(lijn((MAART, INWONER, 5)), wie=voor_inwoner("")).zinnen
    assert zin.startswith("Volgens uzelf: het lukt zelf")


def test_a_parent_reads_what_is_said_of_a_child_by_the_name_of_the_child() -> None:
    (zin,) = teken(lijn((MAART, INWONER, 5)), wie=voor_inwoner("Esra")).zinnen
    assert zin.startswith("Volgens Esra: het lukt zelf")


def test_every_step_has_its_words_beside_the_drawing() -> None:
    assert [s.woord for s in teken(lijn()).strepen] == list(ZELF.values())
