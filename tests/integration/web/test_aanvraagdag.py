"""The day of an aanvraag is told in one way: to the team, to who decides, to the resident and in the letter (X2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import psycopg
import pytest

from eenplan.besluiten import api as besluiten
from eenplan.inzage import api as inzage
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import KAAG, WINTER

LATER = date(2018, 2, 8)
CENTRUM = replace(
    wereld.THUIS,
    laag=plannen.Laag.MAATWERK,
    wat="dagbesteding in het ontmoetingscentrum",
    voorziening="dagbesteding-dementie",
    eenheid="dagdeel",
)


class Piet:
    """A man whose help waits for a decision of the municipality while Tom still investigates."""

    def __init__(self) -> None:
        self.vraag = wereld.melding_in_kaag()
        self.tom = world.medewerker(KAAG, "Tessa Kok", organisatie="tom-in-de-buurt")
        self.willem = world.medewerker(
            KAAG, "Willem Lindeboom", organisatie="gemeente", functie=Functie.CONSULENT
        )
        self.zelf = world.Mens(self.vraag.persoon, self.tom.gemeente, "inwoner")
        wereld.beslist(self.tom, self.vraag.melding, CENTRUM)
        with self.tom.handelt(op=WINTER, lezen=True) as scope:
            inzage.openen(scope, personen=[self.vraag.persoon], doel=inzage.Doel.TOEGANG)
            [regel] = besluiten.stukken_van(scope, [self.vraag.persoon])
        self.stuk = regel.id

    def vraagt(self) -> UUID:
        """The consulent writes down what he asks."""
        verzoek = replace(wereld.VERZOEK, op=WINTER)
        with self.willem.handelt(op=WINTER) as scope:
            return besluiten.leg_aanvraag_vast(scope, stuk=self.stuk, verzoek=verzoek)


@pytest.fixture
def piet(db_schoon: None) -> Piet:
    return Piet()


def test_x2_everybody_reads_the_same_day_and_the_same_last_day(
    piet: Piet, beheer_conn: psycopg.Connection
) -> None:
    aanvraag = piet.vraagt()
    voor = (
        "Gevraagd op donderdag 1 februari 2018. De dag van de aanvraag is vrijdag 16 maart 2018, "
        "of eerder als het onderzoek klaar is."
    )
    _staat_overal(piet, aanvraag, voor, "3 april 2018", op=WINTER)
    assert _lijst(beheer_conn) == {("besluit", date(2018, 4, 3)), ("stuk", date(2018, 4, 3))}
    world.onderzoek_afgerond(piet.tom, piet.vraag.melding, wet="wmo", op=LATER)
    na = "Gevraagd op donderdag 1 februari 2018. De dag van de aanvraag is donderdag 8 februari 2018."
    _staat_overal(piet, aanvraag, na, "22 februari 2018", op=LATER)
    assert _lijst(beheer_conn) == {
        ("besluit", date(2018, 2, 22)),
        ("stuk", date(2018, 2, 22)),
    }
    with piet.willem.handelt(op=LATER, lezen=True) as scope:
        brief = besluiten.lees_stuk(scope, piet.stuk).voorbeeld
    assert na in str(brief.blokken)


def _staat_overal(piet: Piet, aanvraag: UUID, dag: str, uiterlijk: str, *, op: date) -> None:
    dossier = f"/werk/dossier/{piet.vraag.persoon}/brieven/"
    for wie in (piet.tom, piet.willem):
        client = wie.client(op=op)
        for adres in (f"/werk/stuk/{piet.stuk}/", f"/werk/besluit/{aanvraag}/"):
            pagina = client.get(adres).content.decode()
            assert dag in pagina, adres
            assert uiterlijk in pagina, adres
        assert dag in client.get(dossier).content.decode()
    mijn = piet.zelf.client(op=op).get("/mijn/").content.decode()
    assert dag in mijn
    assert uiterlijk in mijn


def _lijst(conn: psycopg.Connection) -> set[tuple[str, date | None]]:
    return set(
        conn.execute(
            """SELECT soort, vervalt FROM werk_item
                WHERE soort IN ('stuk', 'besluit') AND toestand = 'open'"""
        ).fetchall()
    )


def test_row5_who_decides_reads_whom_to_call_before_anything_else_and_the_team_where_to_go(
    piet: Piet,
) -> None:
    """Nobody writes a whole decision and then finds that it cannot leave."""
    adres = f"/werk/stuk/{piet.stuk}/"
    bij_willem = piet.willem.client(op=WINTER).get(adres).content.decode()
    assert "Tom in de buurt (telefoon 0" in bij_willem
    assert "rondt eerst het onderzoek af." in bij_willem
    assert "Is het onderzoek op vrijdag 16 maart 2018 nog niet klaar?" in bij_willem
    vraag = f"/werk/melding/{piet.vraag.melding}/"
    assert vraag not in bij_willem
    bij_tom = piet.tom.client(op=WINTER).get(adres).content.decode()
    assert "Rond eerst het onderzoek af." in bij_tom
    assert vraag in bij_tom
    assert "aanvraag_geldt" in wereld.dicht(piet.willem, piet.stuk, op=WINTER)
    world.onderzoek_afgerond(piet.tom, piet.vraag.melding, wet="wmo", op=LATER)
    assert "aanvraag_geldt" not in wereld.dicht(piet.willem, piet.stuk, op=LATER)
