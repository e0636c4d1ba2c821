"""How a dossier goes on where the demo leaves it, up to its end: of three years of dossiers most ask nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg.rows import class_row

from eenplan.besluiten import api as besluiten
from eenplan.demo import loop
from eenplan.organisaties import api as organisaties
from eenplan.plannen import api as plannen
from eenplan.platform import klok
from eenplan.platform.scope import Scope, handelend, open_sessie
from eenplan.rechtsbescherming import api as rechtsbescherming
from eenplan.uitvoering import api as uitvoering

BLIJFT = 3  # of so many that could end, one goes on: it is the work that is running today


@dataclass(frozen=True)
class Stand:
    """How far the newest dossier is. `opdracht`: of the provider that was asked; `stuk`: the paper that lies ready."""

    melding: UUID
    persoon: UUID
    naam: str
    houder: UUID
    plan: str | None
    inzet: UUID | None
    opdracht: str | None
    aanbieder: UUID | None
    soort: str | None
    stuk: str | None


def leef_verder(conn: psycopg.Connection[Any], gemeente: str, nummer: int) -> None:
    """Take the dossier that was walked last to its end, where that is one step of each who helps; every third goes on.

    Of those that go on, who got a decision objects.
    """
    stand = _nieuwste(conn)
    if stand is None:
        return
    wie = _Mensen(conn, gemeente)
    gevraagd = (stand.opdracht, stand.stuk) == (
        uitvoering.OpdrachtToestand.GEVRAAGD,
        besluiten.Toestand.VERZONDEN,
    )
    if nummer % BLIJFT == 0:
        if gevraagd and stand.soort == besluiten.StukSoort.TOEKENNING:
            _maak_bezwaar(wie, stand)
    elif gevraagd:
        _help(wie, stand)
        _sluit(wie, stand)
    elif stand.plan == plannen.PlanToestand.VASTGESTELD:
        _sluit(wie, stand)


def _nieuwste(conn: psycopg.Connection[Any]) -> Stand | None:
    with conn.cursor(row_factory=class_row(Stand)) as cursor:
        return cursor.execute(
            """SELECT m.id AS melding, m.persoon_id AS persoon, p.naam, m.houder_id AS houder, pl.toestand AS plan,
                      i.id AS inzet, o.toestand AS opdracht, o.organisatie_id AS aanbieder, s.soort, s.toestand AS stuk
                 FROM meldingen_melding m JOIN huishoudens_persoon p ON p.id = m.persoon_id
                 LEFT JOIN plannen_plan pl ON pl.melding_id = m.id
                 LEFT JOIN plannen_doel d ON d.plan_id = pl.id LEFT JOIN plannen_inzet i ON i.doel_id = d.id
                 LEFT JOIN uitvoering_opdracht o ON o.inzet_id = i.id LEFT JOIN besluiten_stuk s ON s.inzet_id = i.id
                ORDER BY m.id DESC LIMIT 1"""
        ).fetchone()


class _Mensen:
    """Who acts for a team or an organisation: the one who works there and in no other team."""

    def __init__(self, conn: psycopg.Connection[Any], gemeente: str) -> None:
        self._conn, self._gemeente = conn, organisaties.gemeente_id(gemeente)

    def van(self, partij: UUID) -> UUID:
        rij = self._conn.execute(
            """SELECT m.id FROM organisaties_medewerker m LEFT JOIN organisaties_teamlid l ON l.medewerker_id = m.id
                WHERE l.team_id = %(partij)s OR (m.organisatie_id = %(partij)s AND m.functie <> %(beleid)s)
                ORDER BY l.team_id IS NOT NULL AND l.team_id <> %(partij)s, m.id LIMIT 1""",
            {"partij": partij, "beleid": organisaties.Functie.BELEIDSADVISEUR},
        ).fetchone()
        assert rij is not None, "every team and organisation has somebody"
        return UUID(str(rij[0]))

    @contextmanager
    def handelt(self, partij: UUID) -> Iterator[Scope]:
        token = open_sessie(soort="medewerker", actor=self.van(partij), gemeente=self._gemeente)
        with handelend(token, moment=klok.nu()) as scope:
            yield scope


def _help(wie: _Mensen, stand: Stand) -> None:
    """The provider takes it, begins, and is done; the team looks back with them."""
    assert stand.aanbieder is not None
    assert stand.inzet is not None
    aanname = uitvoering.Aanname(
        contact=wie.van(stand.aanbieder), telefoon="030 000 0000", begint_op=klok.vandaag()
    )
    with wie.handelt(stand.aanbieder) as scope:
        uitvoering.neem_aan(scope, inzet=stand.inzet, aanname=aanname)
    with wie.handelt(stand.aanbieder) as scope:
        uitvoering.begin(scope, inzet=stand.inzet, op=klok.vandaag())
    with wie.handelt(stand.aanbieder) as scope:
        uitvoering.rond_af(
            scope,
            inzet=stand.inzet,
            inwoner="Houdt zelf de week bij.",
            netwerk="De buurvrouw kijkt elke week mee.",
        )
    with wie.handelt(stand.houder) as scope:
        uitvoering.kijk_terug(scope, inzet=stand.inzet)


def _sluit(wie: _Mensen, stand: Stand) -> None:
    """The goals are reached, and the plan is closed."""
    with wie.handelt(stand.houder) as scope:
        plan = loop.plan_van(stand.melding, scope)
        for doel in plan.doelen:
            for inzet in doel.inzet:
                if inzet.toestand is plannen.InzetToestand.LOOPT:
                    plannen.stop_inzet(scope, inzet=inzet.id)
            plannen.sluit_doel(scope, doel=doel.id, bereikt=True)
        plannen.sluit_plan(scope, plan=plan.id)


def _maak_bezwaar(wie: _Mensen, stand: Stand) -> None:
    """The resident got a decision and wants more."""
    with wie.handelt(stand.houder) as scope:
        rechtsbescherming.dien_in(
            scope,
            persoon=stand.persoon,
            weg=rechtsbescherming.Weg.BEZWAAR,
            onvrede=rechtsbescherming.Onvrede(
                "Twee uur in de week is te weinig.", stand.naam, klok.vandaag()
            ),
        )
