"""What a resident of Heerlen said is not asked again, and nothing is called begun that nobody gives yet (H3-H5)."""

from __future__ import annotations

import pytest
from django.test import Client

from eenplan.plannen import api as plannen
from eenplan.plannen.api import Keuzes
from tests.browser.inwonerwereld import inwoner
from tests.integration.besluiten import heerlen
from tests.integration.besluiten.heerlen import MEI, Coriovallum

VRAAG = "Wat vindt u van deze hulp?"


@pytest.fixture
def c(db_schoon: None) -> Coriovallum:
    return heerlen.aanbod()


def pagina(client: Client, adres: str) -> str:
    return client.get(adres).content.decode()


def mia(c: Coriovallum, adres: str = "/mijn/") -> str:
    return pagina(inwoner(c.persoon, c.els).client(op=MEI), adres)


def het_plan(c: Coriovallum) -> str:
    with c.els.handelt(op=MEI, lezen=True) as scope:
        blad, _ = plannen.open_inzetblad(scope, c.inzet)
    return pagina(c.els.client(op=MEI), f"/werk/plan/{blad.plan}/")


def test_h4_who_declined_is_not_asked_again_and_nobody_waits_for_an_answer(c: Coriovallum) -> None:
    assert VRAAG in mia(c)
    assert "Wacht op akkoord van Mia Ploum" in het_plan(c)
    with c.els.handelt(op=MEI) as scope:
        plannen.beslis(scope, inzet=c.inzet, keuzes=Keuzes(oordeel_inwoner="weigert_aanbod"))
    assert VRAAG not in mia(c)
    kijkt_mee = "e consulent van de gemeente kijkt mee of deze hulp past."
    assert kijkt_mee in mia(c)
    assert kijkt_mee in mia(c, "/mijn/plan/")
    plan = het_plan(c)
    assert "Wacht op akkoord" not in plan
    assert "De consulent kijkt mee: persoonlijke ondersteuning." in plan


def test_h3_what_the_resident_said_no_to_on_the_own_page_is_not_called_waiting(
    c: Coriovallum,
) -> None:
    with inwoner(c.persoon, c.els).handelt(op=MEI) as scope:
        plannen.geef_antwoord(scope, inzet=c.inzet, antwoord=plannen.Antwoord.NEE)
    plan = het_plan(c)
    assert "Niet akkoord: Mia Ploum." in plan
    assert "Wacht op akkoord" not in plan


def test_h5_help_for_which_nobody_was_chosen_has_not_begun(c: Coriovallum) -> None:
    with c.els.handelt(op=MEI) as scope:
        plannen.leg_akkoord_vast(scope, inzet=c.inzet, van=c.persoon, akkoord=True)
    with c.els.handelt(op=MEI) as scope:
        plannen.beslis(scope, inzet=c.inzet, keuzes=Keuzes())
    hulp = mia(c, "/mijn/plan/")
    assert "Stand-By! kiest nog wie u gaat helpen." in hulp
    assert "Begonnen" not in hulp
    assert "Kies wie de hulp geeft" in het_plan(c)
