"""F14: how what somebody disagreed with ended, in words for who said it, and what they can still do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from eenplan.rechtsbescherming.api import UITKOMSTEN, Hoe, Toestand, Uitkomst, Weg, ZaakRegel
from eenplan.web.inwoner import zaakstand

LOOPT = ZaakRegel(
    id=uuid4(),
    persoon=uuid4(),
    weg=Weg.BEZWAAR,
    toestand=Toestand.ONTVANGEN,
    tekst="Ik wil wel hulp.",
    door="Henk Jansen",
    hoe=Hoe.FORMULIER,
    ontvangen_op=date(2026, 3, 2),
    tegen="",
    te_laat=False,
    partij_naam="gemeente Utrecht",
    behandelaar_naam="",
    uiterlijk=date(2026, 5, 26),
    uitkomst=None,
    toelichting="",
    afgehandeld_op=None,
)


def klaar(weg: Weg, uitkomst: Uitkomst) -> ZaakRegel:
    return replace(LOOPT, weg=weg, toestand=Toestand.AFGEHANDELD, uitkomst=uitkomst)


ALLE = [(weg, uitkomst) for weg, uitkomsten in UITKOMSTEN.items() for uitkomst in uitkomsten]


@pytest.mark.parametrize(("weg", "uitkomst"), ALLE)
def test_every_answer_has_words_and_says_what_one_can_do_then(weg: Weg, uitkomst: Uitkomst) -> None:
    regel = klaar(weg, uitkomst)
    assert zaakstand.uitkomst(regel)
    assert zaakstand.hierna(regel)


def test_after_an_objection_one_reads_how_to_go_to_court() -> None:
    [brief, rechter] = zaakstand.hierna(klaar(Weg.BEZWAAR, Uitkomst.ONGEGROND))
    assert "brief" in brief.wat
    assert "rechtbank" in rechter.wat
    assert rechter.wanneer == "Binnen zes weken na de brief"


def test_who_is_right_hears_that_the_municipality_decides_anew() -> None:
    eerste = zaakstand.hierna(klaar(Weg.BEZWAAR, Uitkomst.GEGROND))[0]
    assert eerste.wat == "De gemeente beslist opnieuw over wat u vroeg."


def test_while_it_runs_the_last_day_stands_there_and_no_answer() -> None:
    assert zaakstand.stand(LOOPT) == "Gemeente Utrecht leest wat u schreef."
    assert zaakstand.uitkomst(LOOPT) == ""
    ontvangen, antwoord = zaakstand.hierna(LOOPT)
    assert "brief" in ontvangen.wat
    assert antwoord.wanneer == "Uiterlijk 26 mei 2026"


def test_what_was_withdrawn_has_no_next_step() -> None:
    assert zaakstand.hierna(replace(LOOPT, toestand=Toestand.INGETROKKEN)) == ()
