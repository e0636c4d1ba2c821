"""Who stands around a resident, how help becomes less, and what somebody does in return (D4, D5, D23)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.plannen.api import Afbouw, InzetGegevens, Laag, Naaste
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.werk import api as werk
from tests import world
from tests.world import OVERGANGSJAAR, Mens, PlanMetDoel, Voorstad

ETEN = InzetGegevens(
    laag=Laag.COLLECTIEF,
    wat="samen eten in de wijk",
    voorziening="samen-eten",
    waarom_niet_lichter={
        Laag.NETWERK: "Zijn zus woont te ver weg voor elke dag.",
        Laag.ALGEMEEN: "Een gesprek vult de avond niet.",
    },
)
VERSLAVING = InzetGegevens(
    laag=Laag.SPECIALISTISCH,
    wat="hulp bij verslaving",
    voorziening="verslavingszorg",
    aantal=Decimal(2),
    eenheid="uur",
    per="week",
    tot=date(2016, 6, 1),
    waarom_niet_lichter={
        Laag.NETWERK: "Haar vrienden drinken zelf.",
        Laag.AANVULLEND: "Gewone begeleiding stopt het drinken niet.",
    },
)
ZUS = Naaste("Ria", "zus", "komt elke zondag")


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


def plan_van(wie: Mens, hulp: InzetGegevens, vraag: str = "eenzaamheid") -> PlanMetDoel:
    melding = world.vraag_in_voorstad(vraag).melding
    with wie.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding)
    return world.plan_met_doel(wie, melding, op=OVERGANGSJAAR, hulp=hulp, woorden="Ik eet samen.")


def rondom(wie: Mens, plan: UUID) -> plannen.Rondom:
    with wie.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        plannen.open_blad(scope, plan)
        return plannen.rondom(scope, plan)


def test_d4_somebody_of_the_own_network_is_in_the_plan_and_can_leave_it(cast: Voorstad) -> None:
    zaak = plan_van(cast.hanna, ETEN)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        ria = plannen.voeg_naaste_toe(scope, plan=zaak.plan, naaste=ZUS)
    [naaste] = rondom(cast.hanna, zaak.plan).naasten
    assert (naaste.naam, naaste.wie, naaste.doet) == ("Ria", "zus", "komt elke zondag")
    with cast.bram.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(NietGevonden):
        plannen.haal_naaste_weg(scope, plan=zaak.plan, naaste=ria)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        plannen.haal_naaste_weg(scope, plan=zaak.plan, naaste=ria)
    assert not rondom(cast.hanna, zaak.plan).naasten
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(NietGevonden):
        plannen.haal_naaste_weg(scope, plan=zaak.plan, naaste=ria)


def test_d4_a_name_and_who_it_is_are_needed(cast: Voorstad) -> None:
    zaak = plan_van(cast.hanna, ETEN)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd) as fout:
        plannen.voeg_naaste_toe(scope, plan=zaak.plan, naaste=Naaste(" ", ""))
    assert set(fout.value.velden) == {"naam", "wie"}


def test_d5_x9_giving_back_is_an_offer_and_changes_nothing(cast: Voorstad) -> None:
    """Waarborg 13: the policy gives the same answer with and without it."""
    zaak = plan_van(cast.hanna, ETEN)
    assert zaak.inzet is not None

    def antwoord() -> object:
        with cast.hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
            assert zaak.inzet is not None
            return plannen.bekijk(scope, inzet=zaak.inzet, keuzes=plannen.Keuzes()).beslissing

    voor = antwoord()
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        plannen.schrijf_wederdienst(scope, inzet=zaak.inzet, tekst="Ik kook op donderdag.")
    assert rondom(cast.hanna, zaak.plan).terug == {zaak.inzet: "Ik kook op donderdag."}
    assert antwoord() == voor
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        plannen.schrijf_wederdienst(scope, inzet=zaak.inzet, tekst="")
    assert not rondom(cast.hanna, zaak.plan).terug


def test_d5_nobody_pays_for_professional_help_with_a_favour(cast: Voorstad) -> None:
    zaak = plan_van(cast.hanna, VERSLAVING, "verslaving")
    assert zaak.inzet is not None
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd):
        plannen.schrijf_wederdienst(scope, inzet=zaak.inzet, tekst="Ik maak schoon.")


def test_d23_each_step_down_is_a_day_on_the_list_of_the_team_that_stays(cast: Voorstad) -> None:
    """D6: the team stays involved for scaling down."""
    zaak = plan_van(cast.hanna, VERSLAVING, "verslaving")
    assert zaak.inzet is not None
    later, eerst = date(2015, 12, 1), date(2015, 9, 1)
    for dag in (later, eerst):
        with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
            stap = Afbouw(dag, "één gesprek minder", "haar zus belt")
            plannen.voeg_afbouw_toe(scope, inzet=zaak.inzet, stap=stap)
    stappen = rondom(cast.hanna, zaak.plan).afbouw[zaak.inzet]
    assert [s.vanaf for s in stappen] == [eerst, later]
    assert afbouwdagen(cast.hanna) == [eerst]
    with cast.hanna.handelt(op=eerst) as scope:
        plannen.vink_afbouw_af(scope, inzet=zaak.inzet, stap=stappen[0].id)
    assert afbouwdagen(cast.hanna, eerst) == [later]


def afbouwdagen(wie: Mens, op: date = OVERGANGSJAAR) -> list[date | None]:
    with wie.handelt(op=op) as scope:
        regels = werk.mijn_lijst(scope, tab=werk.Tab.MIJN).regels
    return [r.vervalt for r in regels if r.soort is werk.WerkSoort.AFBOUW]


def test_d23_a_step_says_what_less_who_takes_over_and_when(cast: Voorstad) -> None:
    zaak = plan_van(cast.hanna, VERSLAVING, "verslaving")
    assert zaak.inzet is not None
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd) as fout:
        plannen.voeg_afbouw_toe(scope, inzet=zaak.inzet, stap=Afbouw(date(2015, 5, 1), " ", ""))
    assert set(fout.value.velden) == {"vanaf", "minder", "neemt_over"}


def test_d6_for_help_in_the_last_phase_of_life_less_is_no_goal(cast: Voorstad) -> None:
    zaak = plan_van(cast.hanna, VERSLAVING, "palliatief")
    assert zaak.inzet is not None
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd):
        plannen.voeg_afbouw_toe(
            scope, inzet=zaak.inzet, stap=Afbouw(date(2015, 9, 1), "minder", "niemand")
        )
