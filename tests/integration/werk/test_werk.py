"""A line is seen by the party it is for, taken by one employee, and closed by what happens to the file (X3, T6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError

from eenplan.huishoudens import api as huishoudens
from eenplan.organisaties import api as organisaties
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import Tab, WerkSoort
from tests import world

G = "utrecht"
JEUGD, SOCIAAL = "overvecht-spoorzoom-jeugd-en-gezin", "overvecht-spoorzoom-sociaal"
DAG = date(2026, 3, 2)


@dataclass
class Wereld:
    fatima: world.Mens
    joost: world.Mens
    sanne: world.Mens


@pytest.fixture
def w(db_schoon: None) -> Wereld:
    world.gemeente(G)
    return Wereld(
        fatima=world.medewerker(G, "Fatima Amrani", organisatie="buurtteams", team=JEUGD),
        joost=world.medewerker(G, "Joost de Wit", organisatie="buurtteams", team=JEUGD),
        sanne=world.medewerker(G, "Sanne Bos", organisatie="buurtteams", team=SOCIAAL),
    )


def meld_aan(scope: Scope, naam: str) -> UUID:
    return huishoudens.meld_samen_aan(
        scope,
        personen=[huishoudens.Persoonsgegevens(naam=naam)],
        gemeente=scope.gemeente,
        verantwoordelijke=organisaties.organisatie_id(G, "buurtteams"),
    )[0].persoon


def zet_klaar(scope: Scope, naam: str, vervalt: date | None = DAG, **meer: object) -> UUID:
    persoon = meld_aan(scope, naam)
    return werk.zet_klaar(
        scope,
        soort=WerkSoort.ONDERZOEK,
        over=persoon,
        persoon=persoon,
        titel=naam,
        partij=organisaties.team_id(G, JEUGD),
        vervalt=vervalt,
        **meer,  # type: ignore[arg-type]
    )


def namen(mens: world.Mens, tab: Tab = Tab.TEAM, **keuze: object) -> list[str]:
    with mens.handelt(lezen=True) as scope:
        return [r.titel for r in werk.mijn_lijst(scope, tab=tab, **keuze).regels]  # type: ignore[arg-type]


def test_the_team_sees_its_line_and_another_team_of_the_same_organisation_sees_nothing(
    w: Wereld,
) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        zet_klaar(scope, "Eva de Boer")
    assert namen(w.joost) == ["Eva de Boer"]
    assert namen(w.sanne) == []


def test_control_the_line_of_the_other_team_is_really_there(
    w: Wereld, beheer_conn: psycopg.Connection
) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        zet_klaar(scope, "Eva de Boer")
    assert beheer_conn.execute("SELECT count(*) FROM werk_item").fetchone() == (1,)
    beheer_conn.execute(
        "CREATE POLICY lek ON werk_item FOR SELECT TO eenplan_lezer USING (true)"
    )  # a planted fault: the test above must then fail
    assert namen(w.sanne) == ["Eva de Boer"]


def test_a_list_is_one_statement_and_one_line_in_the_read_log(
    w: Wereld, beheer_conn: psycopg.Connection
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with w.fatima.handelt(op=DAG) as scope:
        for naam in ("Eva de Boer", "Ali Kaya"):
            zet_klaar(scope, naam)
    with w.fatima.handelt(lezen=True) as scope, CaptureQueriesContext(connection) as gemeten:
        werk.mijn_lijst(scope, tab=Tab.TEAM)
    assert len(gemeten.captured_queries) == 2
    regel = beheer_conn.execute(
        "SELECT cardinality(personen) FROM inzage_leesregel WHERE soort = 'lijst'"
    ).fetchall()
    assert regel == [(2,)]


def test_tabs_count_what_nobody_took_what_is_mine_and_what_the_team_has(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        van_eva = zet_klaar(scope, "Eva de Boer")
        zet_klaar(scope, "Ali Kaya")
    with w.fatima.handelt() as scope:
        werk.neem_op(scope, item=van_eva)
    with w.fatima.handelt(lezen=True) as scope:
        lijst = werk.mijn_lijst(scope, tab=Tab.MIJN)
    assert dict(lijst.aantallen) == {Tab.NIEUW: 1, Tab.MIJN: 1, Tab.TEAM: 2}
    assert [(r.titel, r.medewerker_naam) for r in lijst.regels] == [
        ("Eva de Boer", "Fatima Amrani")
    ]
    assert namen(w.joost, Tab.MIJN) == []
    assert namen(w.joost, Tab.NIEUW) == ["Ali Kaya"]


def test_urgent_lines_come_first_then_the_nearest_due_date_and_what_has_none_comes_last(
    w: Wereld,
) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        zet_klaar(scope, "Zonder datum", None)
        zet_klaar(scope, "Later", date(2026, 5, 1))
        zet_klaar(scope, "Eerder", date(2026, 4, 1))
        zet_klaar(scope, "Spoed", date(2026, 6, 1), spoed=True)
    assert namen(w.fatima) == ["Spoed", "Eerder", "Later", "Zonder datum"]
    assert namen(w.fatima, sorteer=werk.Sortering.NAAM)[0] == "Eerder"


def test_searching_a_list_finds_part_of_a_name_and_treats_a_percent_sign_as_text(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        zet_klaar(scope, "Eva de Boer")
        zet_klaar(scope, "Ali Kaya")
    assert namen(w.fatima, zoek="KAY") == ["Ali Kaya"]
    assert namen(w.fatima, zoek="%") == []


def test_who_takes_a_line_has_it_until_giving_it_back(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        item = zet_klaar(scope, "Eva de Boer")
    with w.fatima.handelt() as scope:
        werk.neem_op(scope, item=item)
    with w.joost.handelt() as scope, pytest.raises(Geweigerd, match="Fatima Amrani heeft dit al"):
        werk.neem_op(scope, item=item)
    with w.joost.handelt() as scope, pytest.raises(NietGevonden):
        werk.geef_terug(scope, item=item)
    with w.fatima.handelt() as scope:
        werk.geef_terug(scope, item=item)
    with w.joost.handelt() as scope:
        werk.neem_op(scope, item=item)
    with w.sanne.handelt() as scope, pytest.raises(NietGevonden):
        werk.neem_op(scope, item=item)


def test_an_event_about_the_file_closes_the_line_of_another_team(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        persoon = meld_aan(scope, "Eva de Boer")
        werk.zet_klaar(
            scope,
            soort=WerkSoort.VERSLAG,
            over=persoon,
            persoon=persoon,
            titel="Eva de Boer",
            partij=organisaties.team_id(G, SOCIAAL),
            vervalt=None,
        )
        werk.rond_af(scope, over=persoon, soort=WerkSoort.VERSLAG)
    assert namen(w.sanne) == []


def test_control_without_an_event_about_the_file_closing_is_refused(w: Wereld) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        zet_klaar(scope, "Eva de Boer")
        over = werk.mijn_lijst(scope, tab=Tab.TEAM).regels[0].over
    for wie in (w.sanne, w.fatima):
        with pytest.raises(DatabaseError, match="zonder gebeurtenis"), wie.handelt() as scope:
            werk.rond_af(scope, over=over, soort=WerkSoort.ONDERZOEK)
    assert namen(w.fatima) == ["Eva de Boer"]


def test_a_private_relation_hides_even_the_line_from_that_colleague(
    w: Wereld, beheer_conn: psycopg.Connection
) -> None:
    with w.fatima.handelt(op=DAG) as scope:
        zet_klaar(scope, "Eva de Boer")
        persoon = werk.mijn_lijst(scope, tab=Tab.TEAM).regels[0].persoon
    beheer_conn.execute(
        "INSERT INTO inzage_priverelatie (id, gemeente_id, medewerker_id, persoon_id, soort, van)"
        " VALUES (gen_random_uuid(), %s, %s, %s, 'buren', '2020-01-01')",
        [w.joost.gemeente, w.joost.id, persoon],
    )
    assert namen(w.joost) == []
    assert namen(w.fatima) == ["Eva de Boer"]
