"""A clock starts with the event that sets it going, and the municipality sees the clocks of whom it mandated (X8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.organisaties import api as organisaties
from eenplan.platform.scope import Scope
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.termijnen.usecases import IN_DE_WET
from eenplan.termijnen.wettelijk import WETTELIJKE_TERMIJNEN
from tests import world

G = "utrecht"
JEUGD, SOCIAAL = "overvecht-spoorzoom-jeugd-en-gezin", "overvecht-spoorzoom-sociaal"
DAG = date(2026, 3, 2)


@dataclass
class Wereld:
    fatima: world.Mens
    sanne: world.Mens
    petra: world.Mens


@pytest.fixture
def w(db_schoon: None) -> Wereld:
    world.gemeente(G)
    return Wereld(
        fatima=world.medewerker(G, "Fatima Amrani", organisatie="buurtteams", team=JEUGD),
        sanne=world.medewerker(G, "Sanne Bos", organisatie="buurtteams", team=SOCIAAL),
        petra=world.medewerker(G, "Petra Vos", organisatie="gemeente"),
    )


def meld_aan(scope: Scope) -> UUID:
    return huishoudens.meld_samen_aan(
        scope,
        personen=[huishoudens.Persoonsgegevens(naam="Eva de Boer")],
        gemeente=scope.gemeente,
        verantwoordelijke=organisaties.organisatie_id(G, "buurtteams"),
    )[0].persoon


def start(scope: Scope, persoon: UUID) -> termijnen.Termijn:
    return termijnen.start(
        scope,
        soort=TermijnSoort.ONDERZOEK_WMO,
        over=persoon,
        persoon=persoon,
        partij=organisaties.team_id(G, JEUGD),
        begin=DAG,
    )


def test_x8_the_investigation_ends_six_weeks_after_the_melding_and_says_why(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        termijn = start(scope, meld_aan(scope))
    assert termijn.eind == date(2026, 4, 13)
    assert termijn.grondslag == "Wmo 2015, artikel 2.3.2 lid 1"
    assert "6 weken na maandag 2 maart 2026" in termijn.uitleg
    with w.fatima.handelt(lezen=True) as scope:
        assert list(termijnen.van(scope, termijn.over)) == [termijn]


def test_the_municipality_sees_the_clock_of_a_mandated_team_and_another_team_does_not(
    w: Wereld,
) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        persoon = meld_aan(scope)
        start(scope, persoon)
    with w.petra.handelt(lezen=True) as scope:
        assert len(termijnen.van(scope, persoon)) == 1
    with w.sanne.handelt(lezen=True) as scope:
        assert termijnen.van(scope, persoon) == []


def test_a_clock_does_not_start_without_an_event_about_the_file(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        persoon = meld_aan(scope)
    with pytest.raises(DatabaseError, match="zonder gebeurtenis"), w.fatima.handelt() as scope:
        start(scope, persoon)


def test_control_without_an_event_nobody_stops_or_moves_a_clock(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        persoon = meld_aan(scope)
        start(scope, persoon)
    with pytest.raises(DatabaseError, match="zonder gebeurtenis"), w.fatima.handelt() as scope:
        termijnen.voldoe(scope, over=persoon, soort=TermijnSoort.ONDERZOEK_WMO, op=DAG)
    with pytest.raises(DatabaseError, match="zonder gebeurtenis"), w.sanne.handelt() as scope:
        termijnen.verplaats(scope, over=persoon, partij=organisaties.team_id(G, SOCIAAL))


def test_a_clock_goes_along_to_another_team_and_keeps_its_dates(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        persoon = meld_aan(scope)
        termijn = start(scope, persoon)
        termijnen.verplaats(scope, over=persoon, partij=organisaties.team_id(G, SOCIAAL))
    with w.sanne.handelt(lezen=True) as scope:
        assert list(termijnen.van(scope, persoon)) == [termijn]
    with w.fatima.handelt(lezen=True) as scope:
        assert termijnen.van(scope, persoon) == []


def test_meeting_a_clock_writes_down_the_day(w: Wereld, beheer_conn: psycopg.Connection) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        persoon = meld_aan(scope)
        start(scope, persoon)
        termijnen.voldoe(scope, over=persoon, soort=TermijnSoort.ONDERZOEK_WMO, op=DAG)
    assert beheer_conn.execute("SELECT voldaan_op FROM termijnen_termijn").fetchone() == (DAG,)


def test_x8_the_law_file_and_the_counting_rules_name_the_same_lengths() -> None:
    wet = beleid.wet(DAG)
    for soort, sleutel in IN_DE_WET.items():
        regel, in_de_wet = WETTELIJKE_TERMIJNEN[soort], wet.termijn(sleutel)
        assert (regel.aantal, regel.eenheid.name.lower()) == (
            in_de_wet.aantal,
            in_de_wet.eenheid,
        ), sleutel


def test_the_first_contact_is_a_promise_in_working_days() -> None:
    regel = termijnen.eerste_contact(1)
    vrijdag = date(2026, 3, 6)
    assert termijnen.einddatum(regel, vrijdag).datum == date(2026, 3, 9)
