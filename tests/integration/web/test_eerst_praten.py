"""Who wants to talk first hears who calls and by when, and the team sees it where the help is arranged (U17)."""

from __future__ import annotations

from uuid import UUID

import pytest

from eenplan.besluiten import api as besluiten
from eenplan.plannen import api as plannen
from tests import world
from tests.browser.inwonerwereld import inwoner
from tests.integration.besluiten import wereld
from tests.integration.web.test_uitvoering import tekst
from tests.world import LENTE as OP
from tests.world import Mens


@pytest.fixture
def esra(db_schoon: None) -> tuple[Mens, Mens, UUID]:
    """Fatima of the team, Esra who was asked about help, and that help."""
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    plan = world.plan_met_doel(
        cast.fatima,
        gezin.melding,
        van=gezin.esra,
        deelnemers=[gezin.esra],
        woorden="Ik wil naar school.",
        hulp=world.JEUGDHULP,
    )
    assert plan.inzet is not None
    return cast.fatima, inwoner(gezin.esra, cast.fatima), plan.inzet


def test_u17_who_wants_to_talk_first_reads_who_calls_and_by_when(
    esra: tuple[Mens, Mens, UUID],
) -> None:
    fatima, zelf, inzet = esra
    with zelf.handelt(op=OP) as scope:
        plannen.geef_antwoord(
            scope, inzet=inzet, antwoord=plannen.Antwoord.PRATEN, woorden="Moet ik dan alleen?"
        )
    assert "belt u, uiterlijk 9 maart 2026." in tekst(zelf.client(op=OP), "/mijn/")
    hulp = tekst(fatima.client(op=OP), f"/werk/plan/hulp/{inzet}/")
    assert "Wil eerst praten Esra Hadi, sinds 2 maart 2026: “Moet ik dan alleen?”" in hulp


def test_k6_a_decision_that_was_asked_stands_on_the_page_of_the_question(db_schoon: None) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    pagina = f"/werk/melding/{gezin.melding}/"
    client = cast.fatima.client(op=OP)
    assert "De inwoner vraagt om een besluit" in tekst(client, pagina)
    with cast.fatima.handelt(op=OP) as scope:
        besluiten.vraag_besluit(scope, melding=gezin.melding, verzoek=wereld.VERZOEK)
    nu = tekst(client, pagina)
    assert "De inwoner vroeg een besluit" in nu
    assert "De inwoner vraagt om een besluit" not in nu
