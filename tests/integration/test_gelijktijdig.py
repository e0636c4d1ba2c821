"""Two people do the same thing at the same moment: one is first, the other gets that result or a sentence (T19)."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from typing import TypeVar

import pytest
from django.db import connection

from eenplan.besluiten import api as besluiten
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.scope import Scope
from tests import world
from tests.integration.besluiten import wereld
from tests.pgplugin import verbind_beheer
from tests.world import LENTE, Mens, Overvecht

T = TypeVar("T")
WACHT_SECONDEN = 10


def tegelijk(een: Mens, ander: Mens, daad: Callable[[Scope], T]) -> tuple[T, T]:
    """Both do it at once: the second begins while the first is not committed, and goes on when it is."""

    def later() -> T:
        try:
            with ander.handelt(op=LENTE) as scope:
                return daad(scope)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as draad:
        with een.handelt(op=LENTE) as scope:
            eerste = daad(scope)
            tweede = draad.submit(later)
            _tot_hij_wacht(tweede)
        return eerste, tweede.result(WACHT_SECONDEN)


def _tot_hij_wacht(tweede: Future[T]) -> None:
    """Until the second stands still before a lock of the first, or got to its end without one."""
    einde = time.monotonic() + WACHT_SECONDEN
    with verbind_beheer() as beheer:
        while time.monotonic() < einde and not tweede.done():
            if beheer.execute(
                "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            ).fetchone():
                return
            time.sleep(0.02)
    assert tweede.done()


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


def test_t19_the_same_new_bsn_at_the_same_time_becomes_one_person(o: Overvecht) -> None:
    def vraag(scope: Scope) -> meldingen.Bevestiging:
        gegevens = meldingen.MeldingGegevens(
            persoon=Persoonsgegevens("Henk Jansen", date(1958, 3, 3), bsn="999990019"),
            tekst="Ik wil dat er iemand bij mij thuis komt.",
            gebied="tigrisdreef",
        )
        return meldingen.doe_melding(scope, gemeente_sleutel=world.UTRECHT, gegevens=gegevens)

    eerste, tweede = tegelijk(o.sanne, o.fatima, vraag)
    assert (eerste.bekend, tweede.bekend) == (False, True)
    assert eerste.persoon == tweede.persoon
    assert eerste.melding != tweede.melding


def test_t19_who_picks_up_a_question_second_reads_that_it_was_taken(o: Overvecht) -> None:
    melding = world.gezin_hadi(o.fatima).melding
    with pytest.raises(Geweigerd, match=r"^Fatima Amrani heeft deze vraag al opgepakt\.$"):
        tegelijk(o.fatima, o.joost, lambda scope: meldingen.neem_op(scope, melding=melding))
    with o.joost.handelt(op=LENTE, lezen=True) as scope:
        assert meldingen.lees(scope, melding).behandelaar_naam == "Fatima Amrani"


def test_t19_two_who_begin_the_conversation_begin_the_same_one(o: Overvecht) -> None:
    melding = world.gezin_hadi(o.fatima).melding
    een, ander = tegelijk(o.fatima, o.joost, lambda s: onderzoeken.begin(s, melding=melding))
    assert een == ander


def test_t19_two_who_begin_the_plan_begin_the_same_one(o: Overvecht) -> None:
    melding = world.gezin_hadi(o.fatima).melding
    een, ander = tegelijk(o.fatima, o.joost, lambda s: plannen.maak(s, melding=melding))
    assert een == ander


def test_t19_a_plan_becomes_final_once(o: Overvecht) -> None:
    plan = world.plan_met_doel(o.fatima, world.gezin_hadi(o.fatima).melding).plan
    with pytest.raises(Geweigerd, match="kan niet"):
        tegelijk(o.fatima, o.joost, lambda scope: plannen.stel_vast(scope, plan=plan))


def test_t19_somebody_joins_the_plan_once(o: Overvecht) -> None:
    gezin = world.gezin_hadi(o.fatima)
    plan = world.plan_met_doel(o.fatima, gezin.melding).plan
    with pytest.raises(Geweigerd, match="doet al mee"):
        tegelijk(
            o.fatima, o.joost, lambda s: plannen.voeg_deelnemer_toe(s, plan=plan, wie=gezin.sam)
        )


def test_t19_the_policy_answers_once_about_the_same_help(o: Overvecht) -> None:
    gezin = world.gezin_hadi(o.fatima)
    inzet = world.plan_met_doel(o.fatima, gezin.melding, hulp=world.TEAMHULP).inzet
    assert inzet is not None
    with o.fatima.handelt(op=LENTE) as scope:
        for wie in plannen.benodigde_akkoorden(scope, inzet=inzet):
            assert wie.persoon is not None
            plannen.leg_akkoord_vast(scope, inzet=inzet, van=wie.persoon, akkoord=True)
    with pytest.raises(Geweigerd, match="al beslist"):
        tegelijk(
            o.fatima,
            o.joost,
            lambda s: plannen.beslis(s, inzet=inzet, keuzes=plannen.Keuzes()),
        )


def test_t19_a_paper_leaves_once(db_schoon: None) -> None:
    zaak = wereld.verwijzing()
    with pytest.raises(Geweigerd, match="al verstuurd"):
        tegelijk(
            zaak.team,
            zaak.cast.joost,
            lambda s: besluiten.maak_definitief(s, stuk=zaak.stuk, verteld_op=LENTE),
        )


def test_t19_one_decision_is_started_on_an_aanvraag(db_schoon: None) -> None:
    cast = world.overvecht()
    melding = world.man_alleen().melding
    world.onderzoek_afgerond(cast.sanne, melding, wet="wmo", oordeel="niet_nodig")
    with cast.sanne.handelt(op=LENTE) as scope:
        aanvraag = besluiten.vraag_besluit(scope, melding=melding, verzoek=wereld.VERZOEK)
    with pytest.raises(Geweigerd, match="staat al een brief klaar"):
        tegelijk(
            cast.sanne,
            cast.sanne,
            lambda s: besluiten.neem_besluit(s, aanvraag=aanvraag, toekennen=False),
        )
