"""What nobody asked stands nowhere as an answer, and a question never tells that a signal came before it (D7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from tests import world

JIP = meldingen.MeldingGegevens(
    persoon=huishoudens.Persoonsgegevens("Jip Kok", date(2002, 3, 4)),
    tekst="Op school gaat het niet meer.",
)
OP = world.OVERGANGSJAAR


def pagina(gegevens: meldingen.MeldingGegevens) -> str:
    """The question on the page of the team that got it."""
    stad = world.voorstad()
    with world.bezoeker(op=OP) as scope:
        vraag = meldingen.doe_melding(scope, gemeente_sleutel=world.DEVENTER, gegevens=gegevens)
    wie = stad.yara if gegevens.kanaal == "outreach" else stad.hanna
    return wie.client(op=OP).get(f"/werk/melding/{vraag.melding}/").content.decode()


@pytest.fixture
def jip() -> meldingen.MeldingGegevens:
    return replace(JIP, gebied="rivierenwijk")


def test_what_the_form_did_not_ask_is_not_shown_as_an_answer(
    db_schoon: None, jip: meldingen.MeldingGegevens
) -> None:
    html = pagina(jip)
    assert "Jip Kok" in html
    assert "Kinderen onder de 18" not in html
    assert "Waar het over gaat" not in html


def test_control_what_was_told_is_shown(db_schoon: None, jip: meldingen.MeldingGegevens) -> None:
    html = pagina(replace(jip, kinderen_onder_18=True, vraag="opvoeden"))
    assert "Kinderen onder de 18" in html
    assert "Opvoeden en opgroeien" in html


def test_d7_a_question_that_began_with_a_signal_does_not_say_so(
    db_schoon: None, jip: meldingen.MeldingGegevens
) -> None:
    html = pagina(replace(jip, kanaal="outreach")).lower()
    assert "tijdens een bezoek" in html
    for verraad in ("ongevraagd", "vroeg niet zelf", "signaal"):
        assert verraad not in html
