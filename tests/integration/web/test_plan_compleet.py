"""What the team agreed around a plan, the resident reads in the own plan as well (F7, D4, U16)."""

from __future__ import annotations

from datetime import timedelta

from eenplan.plannen import api as plannen
from eenplan.uitvoering import api as uitvoering
from tests import world
from tests.browser.inwonerwereld import inwoner
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import OP
from tests.integration.web.test_uitvoering import tekst

OVERDRACHT = OP + timedelta(days=7)
MINDER = OP + timedelta(days=60)


SAMEN_ETEN = plannen.InzetGegevens(
    laag=plannen.Laag.COLLECTIEF,
    wat="samen eten in het buurthuis",
    waarom_niet_lichter=dict.fromkeys(plannen.lichtere_treden(plannen.Laag.COLLECTIEF), "Niemand."),
)


def test_d5_what_somebody_wants_to_do_in_return_stands_in_the_own_plan(db_schoon: None) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    plan = world.plan_met_doel(
        cast.fatima, gezin.melding, van=gezin.mina, woorden="Ik wil mensen zien.", hulp=SAMEN_ETEN
    )
    assert plan.inzet is not None
    with cast.fatima.handelt(op=OP) as scope:
        plannen.schrijf_wederdienst(scope, inzet=plan.inzet, tekst="Zij kookt op vrijdag.")
    mina = inwoner(gezin.mina, cast.fatima).client(op=OP)
    assert "Wat u graag terug wilt doen: Zij kookt op vrijdag." in tekst(mina, "/mijn/plan/")


def test_f7_the_hand_over_and_the_step_down_stand_in_the_own_plan(
    db_schoon: None,
) -> None:
    zaak = wereld.gevraagd()
    wereld.neem_aan(zaak)
    with zaak.fatima.handelt(op=OP) as scope:
        plan = uitvoering.Overdrachtsplan(OVERDRACHT, "Fatima en Lisa", met_inwoner=True)
        uitvoering.plan_overdracht(scope, inzet=zaak.inzet, plan=plan)
    with zaak.fatima.handelt(op=OP) as scope:
        stap = plannen.Afbouw(
            vanaf=MINDER, minder="één gesprek per week", neemt_over="Esra belt zelf"
        )
        plannen.voeg_afbouw_toe(scope, inzet=zaak.inzet, stap=stap)
    esra = inwoner(zaak.persoon, zaak.fatima).client(op=OP)
    for pad in ("/mijn/plan/", "/mijn/plan/papier/"):
        pagina = tekst(esra, pad)
        assert "U maakt samen kennis met wie u gaat helpen" in pagina
        assert "Minder hulp: één gesprek per week" in pagina


def test_l6_what_was_decided_after_the_light_track_stands_in_the_own_plan(db_schoon: None) -> None:
    licht = wereld.licht_traject()
    wereld.keer(licht, 0, 7, 14, 21)
    dag = OP + timedelta(days=22)
    arie = inwoner(licht.persoon, licht.ria).client(op=dag)
    assert "Tot nu toe: 4 van 5 keer." in tekst(arie, "/mijn/plan/")
    with licht.ria.handelt(op=dag) as scope:
        uitvoering.beslis_verder(
            scope, inzet=licht.inzet, verder=uitvoering.Verder.DOOR, uitleg="Nog een maand."
        )
    beslist = "Samen beslist op 24 maart 2026: de hulp gaat door. Nog een maand."
    assert beslist in tekst(arie, "/mijn/plan/")
