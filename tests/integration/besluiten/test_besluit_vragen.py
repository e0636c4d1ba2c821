"""The button "Ik wil een besluit": on every route, at every moment, with the clock of its law (X2, K6, X14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import psycopg
import pytest

from eenplan.besluiten import api as besluiten
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.organisaties import api as organisaties
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import OP, VERZOEK

EINDE = date(2026, 4, 13)


@pytest.fixture
def henk(db_schoon: None) -> tuple[world.Overvecht, meldingen.Bevestiging]:
    return world.overvecht(), world.man_alleen()


def _klokken(conn: psycopg.Connection, aanvraag: UUID) -> list[tuple[str, date, date]]:
    return conn.execute(
        """SELECT soort, begin, eind FROM termijnen_termijn
            WHERE over_id = %s AND voldaan_op IS NULL AND vervallen_op IS NULL ORDER BY soort""",
        [aanvraag],
    ).fetchall()


def _vraag(wie: world.Mens, melding: UUID, *, op: date = OP) -> UUID:
    with wie.handelt(op=op) as scope:
        return besluiten.vraag_besluit(scope, melding=melding, verzoek=replace(VERZOEK, op=op))


def _lees(wie: world.Mens, aanvraag: UUID, *, op: date = OP) -> besluiten.AanvraagRegel:
    with wie.handelt(op=op, lezen=True) as scope:
        return besluiten.lees_aanvraag(scope, aanvraag).regel


def test_x2_before_the_report_the_request_is_kept_and_counts_when_six_weeks_are_over(
    henk: tuple[world.Overvecht, meldingen.Bevestiging], beheer_conn: psycopg.Connection
) -> None:
    cast, bevestiging = henk
    aanvraag = _vraag(cast.sanne, bevestiging.melding)
    regel = _lees(cast.sanne, aanvraag)
    assert (regel.gevraagd_op, regel.geldt_vanaf, regel.voorlopig) == (OP, date(2026, 4, 14), True)
    assert _klokken(beheer_conn, aanvraag) == [
        ("besluit_wmo", date(2026, 4, 14), date(2026, 4, 28))
    ]


def test_x2_when_the_report_is_there_the_request_is_an_aanvraag_from_that_day(
    henk: tuple[world.Overvecht, meldingen.Bevestiging], beheer_conn: psycopg.Connection
) -> None:
    cast, bevestiging = henk
    aanvraag = _vraag(cast.sanne, bevestiging.melding)
    world.onderzoek_afgerond(cast.sanne, bevestiging.melding, wet="wmo", op=date(2026, 3, 10))
    regel = _lees(cast.sanne, aanvraag)
    assert (regel.geldt_vanaf, regel.voorlopig) == (date(2026, 3, 10), False)
    assert _klokken(beheer_conn, aanvraag) == [
        ("besluit_wmo", date(2026, 3, 10), date(2026, 3, 24))
    ]
    assert beheer_conn.execute(
        "SELECT vervalt FROM werk_item WHERE over_id = %s AND soort = 'besluit'", [aanvraag]
    ).fetchall() == [(date(2026, 3, 24),)]


def test_x2_under_the_jeugdwet_it_is_the_aanvraag_at_once_with_eight_weeks(
    db_schoon: None, beheer_conn: psycopg.Connection
) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    aanvraag = _vraag(cast.fatima, gezin.melding)
    assert _lees(cast.fatima, aanvraag).voorlopig
    with cast.fatima.handelt(op=OP) as scope:
        meldingen.neem_op(scope, melding=gezin.melding)
        meldingen.zet_wet(scope, melding=gezin.melding, wet="jeugd", reden="Het gaat om opvoeden.")
    regel = _lees(cast.fatima, aanvraag)
    assert (regel.wet, regel.geldt_vanaf, regel.voorlopig) == ("jeugd", OP, False)
    assert _klokken(beheer_conn, aanvraag) == [("besluit_jeugd", OP, date(2026, 4, 28))]


def test_k6_the_consequence_is_told_before_the_button_is_pressed(
    henk: tuple[world.Overvecht, meldingen.Bevestiging],
) -> None:
    cast, bevestiging = henk
    with cast.sanne.handelt(op=OP, lezen=True) as scope:
        gevolg = besluiten.gevolg_van_besluit(scope, bevestiging.melding)
    assert gevolg.beslisser == "Buurtteamorganisatie Utrecht"
    assert gevolg.bijdrage == "U betaalt geen eigen bijdrage."
    assert gevolg.geldt_vanaf == date(2026, 4, 14)


def test_u7_the_aanvraag_about_running_help_closes_the_gate_of_the_light_paper(
    db_schoon: None,
) -> None:
    zaak = wereld.verwijzing()
    with zaak.team.handelt(op=OP) as scope:
        besluiten.vraag_besluit(scope, melding=zaak.melding, inzet=zaak.inzet, verzoek=VERZOEK)
    assert wereld.dicht(zaak.team, zaak.stuk) == {"verteld", "geen_open_aanvraag"}


def test_u7_a_decision_on_an_aanvraag_starts_from_what_was_asked(
    henk: tuple[world.Overvecht, meldingen.Bevestiging],
) -> None:
    cast, bevestiging = henk
    world.onderzoek_afgerond(cast.sanne, bevestiging.melding, wet="wmo")
    aanvraag = _vraag(cast.sanne, bevestiging.melding)
    with cast.sanne.handelt(op=OP) as scope:
        stuk = besluiten.neem_besluit(scope, aanvraag=aanvraag, toekennen=False)
    assert wereld.dicht(cast.sanne, stuk) == {"gehoord", "motivering", "nagelezen"}


G = "kaag-en-braassem"


def test_k6_in_kaag_en_braassem_it_goes_to_the_municipality_which_can_read_what_it_rests_on(
    db_schoon: None, beheer_conn: psycopg.Connection
) -> None:
    world.gemeente(G)
    tom = world.medewerker(G, "Tessa Kok", organisatie="tom-in-de-buurt")
    petra = world.medewerker(
        G, "Petra Vos", organisatie="gemeente", functie=organisaties.Functie.CONSULENT
    )
    op = date(2018, 2, 1)
    with world.bezoeker(op=op) as scope:
        bevestiging = meldingen.doe_melding(
            scope,
            gemeente_sleutel=G,
            gegevens=meldingen.MeldingGegevens(
                persoon=Persoonsgegevens("Riet Visser", date(1940, 1, 5)),
                tekst="Mijn man kan niet meer alleen zijn.",
                vraag="dagbesteding",
                kanaal="telefoon",
            ),
        )
    with tom.handelt(op=op, lezen=True) as scope:
        gevolg = besluiten.gevolg_van_besluit(scope, bevestiging.melding)
    assert gevolg.bijdrage.startswith("Dat hangt af van de wet. Voor jeugdhulp betaalt u niets.")
    world.onderzoek_afgerond(tom, bevestiging.melding, wet="wmo", op=op)
    aanvraag = _vraag(tom, bevestiging.melding, op=op)
    with petra.handelt(op=op, lezen=True) as scope:
        blad = besluiten.lees_aanvraag(scope, aanvraag)
    assert blad.beslist_ik
    assert blad.regel.geldt_vanaf == op
    gemeente = organisaties.organisatie_id(G, "gemeente")
    rij = beheer_conn.execute(
        "SELECT partij_id, vervalt FROM werk_item WHERE soort = 'besluit' AND toestand = 'open'"
    ).fetchone()
    assert rij == (gemeente, date(2018, 2, 15))
    with tom.handelt(op=op, lezen=True) as scope:
        gevolg = besluiten.gevolg_van_besluit(scope, bevestiging.melding)
    assert gevolg.bijdrage.startswith(
        "U betaalt een eigen bijdrage. Hoeveel, hangt af van uw inkomen"
    )
