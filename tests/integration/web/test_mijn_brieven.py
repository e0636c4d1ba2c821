"""A parent reads the own copy of a letter about a child once, and sees which copy is the child's (row 11)."""

from __future__ import annotations

from eenplan.besluiten import api as besluiten
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import OP
from tests.integration.web.test_uitvoering import tekst
from tests.world import Mens

ADRESSEN = {
    "Esra": "Zamenhofdreef 10, 3562 JW Utrecht",
    "Mina": "Zamenhofdreef 10, 3562 JW Utrecht",
}


def test_row11_two_copies_are_told_apart_and_only_the_parents_own_is_new(db_schoon: None) -> None:
    zaak = wereld.verwijzing(adressen=ADRESSEN)
    with zaak.team.handelt(op=OP) as scope:
        besluiten.maak_definitief(scope, stuk=zaak.stuk, verteld_op=OP)
    assert zaak.gezin is not None
    mina = Mens(zaak.gezin.mina, zaak.team.gemeente, "inwoner").client(op=OP)
    assert tekst(mina, "/mijn/").count("U hebt een brief") == 1
    lijst = tekst(mina, "/mijn/brieven/")
    assert lijst.count("over Esra Hadi, aan Esra Hadi zelf") == 1
    assert lijst.count("over Esra Hadi") == 2
    esra = Mens(zaak.persoon, zaak.team.gemeente, "inwoner").client(op=OP)
    assert tekst(esra, "/mijn/").count("U hebt een brief") == 1
