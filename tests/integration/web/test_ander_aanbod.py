"""Another offer: whatever is chosen, the page asks what is still needed, so nobody is stuck (U5, row 4)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from eenplan.besluiten.api import VervolgSoort
from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from tests import world

OP = world.LENTE
INLOOP = plannen.InzetGegevens(
    laag=plannen.Laag.ALGEMEEN,
    wat="inloop in het wijkcentrum",
    voorziening="inloop",
    waarom_niet_lichter={plannen.Laag.NETWERK: "Haar zus woont ver weg."},
)
REDEN = "Een volle kamer is te veel."


@pytest.fixture
def geweigerd(db_schoon: None) -> tuple[Client, str]:
    """Wilma says no to the inloop; who has her question looks for something else, on this page."""
    world.gemeente("lansingerland")
    kim = world.medewerker("lansingerland", "Kim Bakker", organisatie="kwadraad")
    with world.bezoeker(op=OP) as scope:
        vraag = meldingen.doe_melding(
            scope,
            gemeente_sleutel="lansingerland",
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens("Wilma Kok", date(1971, 2, 2)),
                tekst="Ik kom de deur niet meer uit.",
                vraag="psychisch",
                kanaal="telefoon",
            ),
        )
    world.onderzoek_afgerond(kim, vraag.melding, wet="wmo")
    plan = world.plan_met_doel(kim, vraag.melding, woorden="Ik wil weer naar buiten.", hulp=INLOOP)
    assert plan.inzet is not None
    with kim.handelt(op=OP) as scope:
        nee = plannen.Keuzes(oordeel_inwoner="weigert_aanbod")
        plannen.beslis(scope, inzet=plan.inzet, keuzes=nee)
    return kim.client(op=OP), f"/werk/plan/hulp/{plan.inzet}/vervolg/"


def stuur(client: Client, adres: str, **velden: str) -> tuple[int, str]:
    basis = {"verzendsleutel": str(uuid4()), "soort": VervolgSoort.ANDER_AANBOD, "reden": REDEN}
    antwoord = client.post(adres, basis | {"voorziening": "begeleiding"} | velden)
    return antwoord.status_code, antwoord.headers.get("Location") or antwoord.content.decode()


def test_u5_a_higher_step_asks_on_the_page_why_the_step_between_is_not_enough(
    geweigerd: tuple[Client, str],
) -> None:
    status, pagina = stuur(*geweigerd)
    assert status == 422
    assert "Schrijf op waarom deze trede niet genoeg is" in pagina
    assert 'name="niet_collectief"' in pagina
    assert REDEN in pagina
    status, _ = stuur(*geweigerd, niet_collectief="Een groep durft zij niet aan.")
    assert status == 302


def test_a_woman_of_55_is_not_offered_help_for_children(geweigerd: tuple[Client, str]) -> None:
    client, adres = geweigerd
    pagina = client.get(adres).content.decode()
    assert "Begeleiding thuis" in pagina
    assert "jeugd" not in pagina.lower()


def test_what_was_refused_is_not_offered_again_and_why_not_is_no_reason_for_the_next(
    geweigerd: tuple[Client, str],
) -> None:
    client, adres = geweigerd
    assert 'value="inloop"' not in client.get(adres).content.decode()
    _, naar = stuur(client, adres, niet_collectief="Een groep durft zij niet aan.")
    assert "Waarom deze keuze" not in client.get(naar).content.decode()
