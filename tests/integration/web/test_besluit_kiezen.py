"""Nobody is granted what they declined: the consulent sees that, and chooses what is asked instead (K3, K6, X13)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from eenplan.besluiten import api as besluiten
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import KAAG, THUIS
from tests.integration.besluiten.wereld import WINTER as OP
from tests.integration.web.test_uitvoering import tekst
from tests.world import Mens

HUISHOUDEN = plannen.InzetGegevens(
    laag=plannen.Laag.MAATWERK,
    wat="hulp in het huishouden",
    aantal=Decimal(3),
    eenheid="uur",
    per="week",
    van=OP,
    tot=date(2018, 12, 31),
    waarom_niet_lichter=dict.fromkeys(plannen.lichtere_treden(plannen.Laag.MAATWERK), "Te zwaar."),
)


@pytest.fixture
def zaak(db_schoon: None) -> tuple[Mens, Mens, UUID, UUID]:
    """Jan said no to help at home of Tom in de buurt and asks a decision: the team, the consulent, whom, on what."""
    vraag = wereld.melding_in_kaag()
    tom = world.medewerker(KAAG, "Tessa Kok", organisatie="tom-in-de-buurt")
    petra = world.medewerker(KAAG, "Petra Vos", organisatie="gemeente", functie=Functie.CONSULENT)
    world.onderzoek_afgerond(tom, vraag.melding, op=OP, wet="wmo")
    plan = world.plan_met_doel(
        tom, vraag.melding, op=OP, woorden="Ik wil thuis blijven.", hulp=THUIS
    )
    assert plan.inzet is not None
    with tom.handelt(op=OP) as scope:
        nee = plannen.Keuzes(oordeel_inwoner="weigert_aanbod")
        plannen.beslis(scope, inzet=plan.inzet, keuzes=nee)
    verzoek = besluiten.Verzoek("Ik wil hulp in huis.", "Jan Visser", besluiten.Hoe.BRIEF, OP)
    with tom.handelt(op=OP) as scope:
        aanvraag = besluiten.vraag_besluit(
            scope, melding=vraag.melding, inzet=plan.inzet, verzoek=verzoek
        )
    return tom, petra, plan.doel, aanvraag


def ken_toe(wie: Mens, aanvraag: UUID, **velden: str) -> tuple[int, str]:
    antwoord = wie.client(op=OP).post(
        f"/werk/besluit/{aanvraag}/",
        {"besluit": "toekennen", "verzendsleutel": str(uuid4())} | velden,
    )
    return antwoord.status_code, antwoord.headers.get("Location") or antwoord.content.decode()


def test_k6_what_somebody_declined_is_shown_and_cannot_be_granted(
    zaak: tuple[Mens, Mens, UUID, UUID],
) -> None:
    _, petra, _, aanvraag = zaak
    pagina = tekst(petra.client(op=OP), f"/werk/besluit/{aanvraag}/")
    assert "zei nee tegen: begeleiding thuis." in pagina
    assert "Ken de hulp toe" not in pagina
    status, antwoord = ken_toe(petra, aanvraag)
    assert status == 422
    assert "De inwoner wil begeleiding thuis niet." in antwoord


def test_k6_other_help_in_the_plan_is_granted_instead(zaak: tuple[Mens, Mens, UUID, UUID]) -> None:
    tom, petra, doel, aanvraag = zaak
    with tom.handelt(op=OP) as scope:
        hulp = plannen.voeg_inzet_toe(scope, doel=doel, gegevens=HUISHOUDEN)
    assert "Hulp in het huishouden" in tekst(petra.client(op=OP), f"/werk/besluit/{aanvraag}/")
    status, stuk = ken_toe(petra, aanvraag, hulp=str(hulp))
    assert status == 302
    assert "Hulp hulp in het huishouden" in tekst(petra.client(op=OP), stuk)
