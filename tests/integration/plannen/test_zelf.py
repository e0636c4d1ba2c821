"""What somebody does in the own plan, and how it reaches whoever has the question (X4, U17, F21)."""

from __future__ import annotations

from uuid import UUID

import pytest

from eenplan.plannen import api as plannen
from eenplan.platform.fouten import NietGevonden
from eenplan.werk import api as werk
from tests import world
from tests.world import LENTE, Mens, Overvecht

SLAPEN = "Ik wil weer slapen."
WERKEN = "Ik wil weer werken."


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> world.Gezin:
    return world.gezin_hadi(o.fatima)


def ikzelf(gezin: world.Gezin, o: Overvecht, wie: UUID | None = None) -> Mens:
    return Mens(wie or gezin.mina, o.fatima.gemeente, "inwoner")


def lijst(wie: Mens) -> list[str]:
    with wie.handelt(op=LENTE, lezen=True) as scope:
        return [r.wat for r in werk.mijn_lijst(scope, tab=werk.Tab.TEAM).regels]


def volgorde(o: Overvecht, plan: UUID) -> list[str]:
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        return [d.woorden for d in plannen.open_blad(scope, plan)[0].doelen]


def test_u17_f21_somebody_puts_the_own_goals_in_the_own_order(
    o: Overvecht, gezin: world.Gezin
) -> None:
    eerst = world.plan_met_doel(o.fatima, gezin.melding, woorden=SLAPEN)
    daarna = world.plan_met_doel(o.fatima, gezin.melding, woorden=WERKEN)
    with ikzelf(gezin, o).handelt(op=LENTE) as scope:
        plannen.zet_hoger(scope, doel=daarna.doel)
    assert volgorde(o, eerst.plan) == [WERKEN, SLAPEN]
    with ikzelf(gezin, o).handelt(op=LENTE) as scope:
        plannen.zet_hoger(scope, doel=daarna.doel)
    assert volgorde(o, eerst.plan) == [WERKEN, SLAPEN]
    with ikzelf(gezin, o, gezin.esra).handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
        plannen.zet_hoger(scope, doel=eerst.doel)


def test_x4_what_the_family_wrote_is_a_line_until_whoever_has_the_question_read_it(
    o: Overvecht, gezin: world.Gezin
) -> None:
    plan = world.plan_met_doel(o.fatima, gezin.melding, woorden=SLAPEN)
    with ikzelf(gezin, o).handelt(op=LENTE) as scope:
        plannen.schrijf_erbij(
            scope, doel=plan.doel, soort=plannen.EigenSoort.OPMERKING, tekst="Bel na vijven."
        )
    assert "Schreef in het eigen plan" in lijst(o.fatima)
    with o.fatima.handelt(op=LENTE) as scope:
        plannen.gezien_van_inwoner(scope, plan=plan.plan)
    assert "Schreef in het eigen plan" not in lijst(o.fatima)


def test_x2_who_is_helped_on_somebody_elses_question_asks_for_a_decision_by_who_has_it(
    o: Overvecht, gezin: world.Gezin
) -> None:
    """Awb 2:3: it was received that day."""
    plan = world.plan_met_doel(
        o.fatima, gezin.melding, deelnemers=[gezin.esra], van=gezin.esra, hulp=world.JEUGDHULP
    )
    assert plan.inzet is not None
    with ikzelf(gezin, o, gezin.esra).handelt(op=LENTE) as scope:
        plannen.vraag_besluit_via_contact(scope, inzet=plan.inzet)
    assert "Vraagt een besluit" in lijst(o.fatima)
    ander = world.man_alleen()
    with ikzelf(gezin, o, ander.persoon).handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
        plannen.vraag_besluit_via_contact(scope, inzet=plan.inzet)
