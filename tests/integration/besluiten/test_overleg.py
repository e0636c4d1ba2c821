"""What must be talked over first: nothing is refused while a team doubts, and who declines hears what can be asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import Oordeel
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetGegevens, Keuzes, Laag
from eenplan.platform.fouten import Geweigerd
from eenplan.werk import api as werk
from tests import world
from tests.world import OVERGANGSJAAR, Mens

ETEN = InzetGegevens(
    laag=Laag.COLLECTIEF,
    wat="samen eten in de wijk",
    voorziening="samen-eten",
    waarom_niet_lichter={
        Laag.NETWERK: "Zijn zus woont te ver weg voor elke dag.",
        Laag.ALGEMEEN: "Een gesprek vult de avond niet.",
    },
)


def lijst(wie: Mens) -> dict[str, date | None]:
    with wie.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        return {r.wat: r.vervalt for r in werk.mijn_lijst(scope, tab=werk.Tab.TEAM).regels}


@pytest.fixture
def hanna(db_schoon: None) -> Mens:
    return world.voorstad().hanna


@pytest.fixture
def inzet(hanna: Mens) -> world.PlanMetDoel:
    melding = world.vraag_in_voorstad().melding
    world.onderzoek_afgerond(hanna, melding, op=OVERGANGSJAAR, wet="wmo")
    with hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.zet_complexiteit(
            scope, melding=melding, complexiteit="enkelvoudig", reden="Eén vraag."
        )
    return world.plan_met_doel(hanna, melding, op=OVERGANGSJAAR, hulp=ETEN)


def beslis(hanna: Mens, plan: world.PlanMetDoel, keuzes: Keuzes) -> None:
    assert plan.inzet is not None
    with hanna.handelt(op=OVERGANGSJAAR) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=keuzes)


def test_who_doubts_talks_it_over_and_decides_anew(hanna: Mens, inzet: world.PlanMetDoel) -> None:
    beslis(hanna, inzet, Keuzes(oordeel_team="twijfel"))
    assert "Overleg over de hulp" in lijst(hanna)
    assert inzet.inzet is not None
    oordeel = Oordeel("nodig", "Hij wil het zelf.")
    with hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd) as weigering:
        besluiten.leg_overleg_vast(scope, inzet=inzet.inzet, met="", oordeel=oordeel)
    assert set(weigering.value.velden) == {"met"}
    with hanna.handelt(op=OVERGANGSJAAR) as scope:
        besluiten.leg_overleg_vast(scope, inzet=inzet.inzet, met="zijn zus", oordeel=oordeel)
    assert "Overleg over de hulp" not in lijst(hanna)
    with hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        blad = besluiten.lees_vervolg(scope, inzet.inzet)
    assert blad.eerder[0].uitkomst == "Hij wil het zelf. (met zijn zus)"


def test_waarborg_6_who_declines_hears_that_a_decision_can_be_asked_and_is_asked_again_in_a_week(
    hanna: Mens, inzet: world.PlanMetDoel
) -> None:
    beslis(hanna, inzet, Keuzes(oordeel_inwoner="weigert_aanbod"))
    assert "Vertel dat een besluit kan" in lijst(hanna)
    assert inzet.inzet is not None
    morgen = OVERGANGSJAAR + timedelta(days=1)
    with hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd) as weigering:
        besluiten.leg_gewezen_vast(scope, inzet=inzet.inzet, op=morgen)
    assert set(weigering.value.velden) == {"op"}
    with hanna.handelt(op=OVERGANGSJAAR) as scope:
        besluiten.leg_gewezen_vast(scope, inzet=inzet.inzet, op=OVERGANGSJAAR)
    regels = lijst(hanna)
    assert "Vertel dat een besluit kan" not in regels
    assert regels["Overleg over de hulp"] == OVERGANGSJAAR + timedelta(days=7)
