"""The first day of help is the day who gives it told; until then nobody reads one as an appointment (F1, F10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from eenplan.uitvoering import api as uitvoering
from tests import world
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import OP, Gevraagd
from tests.integration.web.test_uitvoering import tekst
from tests.world import Mens

VOLGENDE_DAG = OP + timedelta(days=1)


@pytest.fixture
def zaak(db_schoon: None) -> Gevraagd:
    """De Linde was asked to help Esra."""
    return wereld.gevraagd()


def _esra(zaak: Gevraagd, pad: str) -> str:
    client = Mens(zaak.persoon, zaak.fatima.gemeente, "inwoner").client(op=VOLGENDE_DAG)
    return tekst(client, pad)


def test_f1_before_somebody_took_it_on_there_is_no_appointment_and_it_says_who_answers(
    zaak: Gevraagd,
) -> None:
    assert "Begin van de hulp" not in _esra(zaak, "/mijn/plan/")
    assert (
        "De Linde Jeugdhulp is gevraagd om te helpen, en laat weten wanneer dat begint."
        in _esra(zaak, "/mijn/")
    )


def test_f1_after_that_everybody_reads_the_same_day_and_whom_to_call(zaak: Gevraagd) -> None:
    aanname = uitvoering.Aanname(zaak.lisa.id, "030-0000123", date(2026, 3, 20))
    with zaak.lisa.handelt(op=OP) as scope:
        uitvoering.neem_aan(scope, inzet=zaak.inzet, aanname=aanname)
    assert world.JEUGDHULP.van == date(2026, 3, 16)
    dag = "20 maart 2026"
    plan = _esra(zaak, "/mijn/plan/")
    assert f"Begint op {dag}" in plan
    assert "Begin van de hulp" in plan
    assert f"vanaf {dag}" in plan
    overzicht = _esra(zaak, "/mijn/")
    assert "De Linde Jeugdhulp gaat u helpen, vanaf 20 maart 2026." in overzicht
    assert "Bel Lisa Maas 030-0000123." in overzicht
    dossier = f"/werk/dossier/{zaak.persoon}/"
    for pad, wie in ((f"{dossier}?als=uitvoering", zaak.lisa), (dossier, zaak.fatima)):
        assert f"Begint op {dag}" in tekst(wie.client(op=VOLGENDE_DAG), pad)


def test_row11_who_decided_is_not_told_on_the_plan_while_the_letter_is_a_concept(
    zaak: Gevraagd,
) -> None:
    """Where a letter goes with it, the letter tells it; what needs no letter is told here (L11)."""
    assert "Besloten door" not in _esra(zaak, "/mijn/plan/")
