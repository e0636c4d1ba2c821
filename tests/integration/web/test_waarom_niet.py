"""Why somebody declines reaches the consulent in their own words, with how to call them (H4)."""

from __future__ import annotations

from uuid import uuid4

from tests.integration.besluiten import heerlen
from tests.integration.besluiten.heerlen import MEI
from tests.integration.web.test_uitvoering import tekst

WAAROM = "Ik wil Rob, die ken ik al jaren."


def test_h4_the_consulent_reads_why_and_whom_to_call(db_schoon: None) -> None:
    c = heerlen.aanbod()
    antwoord = c.els.client(op=MEI).post(
        f"/werk/plan/hulp/{c.inzet}/",
        {
            "verzendsleutel": str(uuid4()),
            "actie": "beslis",
            "oordeel_inwoner": "weigert_aanbod",
            "oordeel_team": "nodig",
            "woorden": WAAROM,
        },
    )
    assert antwoord.status_code == 302
    pagina = tekst(c.paul.client(op=MEI), f"/werk/plan/hulp/{c.inzet}/vervolg/")
    assert f"Waarom Mia Ploum dit niet wil “{WAAROM}”" in pagina
    assert "67 jaar" in pagina
