"""A yes is for this help of this helper, and may be taken back: then nothing begins (H2, H3; Jeugdwet 7.3.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.vraag import waarde
from eenplan.uitvoering import api as uitvoering
from tests.browser.inwonerwereld import inwoner
from tests.integration.besluiten import heerlen
from tests.integration.besluiten.heerlen import MEI, Coriovallum
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import OP, Gevraagd
from tests.integration.web.test_uitvoering import tekst

LATER = OP + timedelta(days=1)
VRAAG = "Wat vindt u van deze hulp?"
NIET_MEER = "Niet meer akkoord"


def test_h2_who_said_yes_is_asked_again_when_another_is_to_help(db_schoon: None) -> None:
    c: Coriovallum = heerlen.aanbod()
    mia = inwoner(c.persoon, c.els)
    with mia.handelt(op=MEI) as scope:
        plannen.geef_antwoord(scope, inzet=c.inzet, antwoord=plannen.Antwoord.JA)
    assert VRAAG not in tekst(mia.client(op=MEI), "/mijn/")
    with c.els.handelt(op=MEI) as scope:
        plannen.besteed_uit(scope, inzet=c.inzet, lid="begeleiding-parkstad")
    assert VRAAG in tekst(mia.client(op=MEI), "/mijn/")


@pytest.fixture
def zaak(db_schoon: None) -> Gevraagd:
    """De Linde took on help for Esra; then she does not want it any more."""
    zaak = wereld.gevraagd()
    wereld.neem_aan(zaak)
    with inwoner(zaak.persoon, zaak.fatima).handelt(op=LATER) as scope:
        plannen.geef_antwoord(scope, inzet=zaak.inzet, antwoord=plannen.Antwoord.NEE)
    return zaak


def test_h3_who_helps_does_not_begin_and_reads_whom_to_call_but_not_who_said_no(
    zaak: Gevraagd,
) -> None:
    with zaak.lisa.handelt(op=LATER) as scope, pytest.raises(Geweigerd) as weigering:
        uitvoering.begin(scope, inzet=zaak.inzet, op=LATER)
    assert "Niet iedereen is nog akkoord met deze hulp." in str(weigering.value)
    pagina = tekst(zaak.lisa.client(op=LATER), f"/werk/uitvoering/{zaak.inzet}/")
    assert "Ga nu niet verder. Bel Fatima" in pagina
    dossier = tekst(zaak.lisa.client(op=LATER), f"/werk/dossier/{zaak.persoon}/?als=uitvoering")
    assert NIET_MEER in dossier
    assert "zei nee" not in dossier + pagina


def test_h3_the_team_calls_today_and_reads_who_said_no(zaak: Gevraagd) -> None:
    assert ("Wil de hulp niet meer: bel vandaag", LATER, "Fatima Amrani") in wereld.lijst(
        zaak.fatima, op=LATER
    )
    dossier = tekst(zaak.fatima.client(op=LATER), f"/werk/dossier/{zaak.persoon}/")
    assert NIET_MEER in dossier
    with zaak.fatima.handelt(op=LATER, lezen=True) as scope:
        blad, _ = plannen.open_inzetblad(scope, zaak.inzet)
    assert "Niet akkoord: Esra Hadi." in tekst(
        zaak.fatima.client(op=LATER), f"/werk/plan/{blad.plan}/"
    )


def test_h3_on_the_own_pages_no_day_is_promised_any_more(zaak: Gevraagd) -> None:
    esra = inwoner(zaak.persoon, zaak.fatima).client(op=LATER)
    for pad in ("/mijn/", "/mijn/plan/"):
        pagina = tekst(esra, pad)
        assert "zei nee tegen deze hulp" in pagina
        assert "16 maart 2026 Begin" not in pagina
        assert "Begint op" not in pagina


def test_h3_who_says_yes_after_all_takes_it_back(zaak: Gevraagd) -> None:
    with inwoner(zaak.persoon, zaak.fatima).handelt(op=LATER) as scope:
        plannen.geef_antwoord(scope, inzet=zaak.inzet, antwoord=plannen.Antwoord.JA)
    with zaak.lisa.handelt(op=LATER) as scope:
        uitvoering.begin(scope, inzet=zaak.inzet, op=LATER)


def test_u6_an_outsider_asks_the_database_in_vain(zaak: Gevraagd) -> None:
    with zaak.fatima.handelt(op=LATER, lezen=True):
        assert waarde("SELECT pol.wil_niet_meer(%s)", [zaak.inzet]) is False
