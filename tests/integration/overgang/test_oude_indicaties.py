"""Old indications (D16, D17, D20; waarborg 10; Wmo 2015 art. 8.3 and 8.6): they stand, and nobody has to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.overgang import api as overgang
from eenplan.overgang.api import IndicatieGegevens
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetGegevens, Laag
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.termijnen import api as termijnen
from eenplan.werk import api as werk
from tests import world
from tests.world import OVERGANGSJAAR, Mens, Voorstad

JOOP = Persoonsgegevens("Joop Kramer", date(1955, 5, 5))
BEGELEIDING = IndicatieGegevens(
    voorziening="begeleiding",
    tot=date(2017, 3, 1),
    gesprek_op=date(2015, 6, 22),
    begeleider_naam="Sanne Pietersma",
    begeleider_organisatie="Solis",
)
GEWOON = InzetGegevens(
    laag=Laag.AANVULLEND,
    wat="begeleiding thuis",
    voorziening="begeleiding",
    aantal=Decimal(2),
    eenheid="uur",
    per="week",
    tot=date(2015, 12, 31),
)


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


def registreer(
    wie: Mens, gegevens: IndicatieGegevens = BEGELEIDING, op: date = OVERGANGSJAAR
) -> meldingen.Bevestiging:
    with wie.handelt(op=op) as scope:
        return overgang.registreer(scope, persoon=JOOP, gebied="rivierenwijk", gegevens=gegevens)


def lijst(wie: Mens, op: date = OVERGANGSJAAR) -> list[overgang.OpLijst]:
    with wie.handelt(op=op, lezen=True) as scope:
        return list(overgang.mijn_lijst(scope))


def test_d17_the_municipality_opens_the_conversation_without_a_melding(cast: Voorstad) -> None:
    """Wmo 8.6: the consulent registers it; the wijkteam of the wijk has it, with the day and who comes along."""
    bevestiging = registreer(cast.tess)
    assert bevestiging.houder.naam == "Sociaal wijkteam Voorstad en Rivierenwijk"
    [op_lijst] = lijst(cast.hanna)
    assert op_lijst.naam == "Joop Kramer"
    regel = op_lijst.regel
    assert (regel.gesprek_op, regel.begeleider_naam) == (BEGELEIDING.gesprek_op, "Sanne Pietersma")
    assert lijst(cast.bram) == []
    with cast.bram.handelt(op=OVERGANGSJAAR, lezen=True) as scope, pytest.raises(NietGevonden):
        overgang.lees(scope, regel.id)


def test_d20_an_old_right_ends_at_the_latest_on_the_last_day_of_2015(cast: Voorstad) -> None:
    registreer(cast.tess)
    assert lijst(cast.hanna)[0].regel.tot == date(2015, 12, 31)


def test_no_clock_of_six_weeks_runs_for_who_did_not_ask(cast: Voorstad) -> None:
    """Also not once the law is named: the day of the conversation is the date."""
    melding = registreer(cast.tess).melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding)
        meldingen.zet_wet(scope, melding=melding, wet="wmo", reden="Hij is volwassen.")
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        assert not termijnen.van(scope, melding)
        regels = werk.mijn_lijst(scope, tab=werk.Tab.TEAM).regels
    dagen = [r.vervalt for r in regels if r.soort is werk.WerkSoort.OVERGANG]
    assert dagen == [BEGELEIDING.gesprek_op]


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"gesprek_op": date(2015, 11, 30)}, "gesprek_op"),
        ({"gesprek_op": date(2015, 5, 30)}, "gesprek_op"),
        ({"tot": date(2015, 5, 1), "gesprek_op": OVERGANGSJAAR}, "tot"),
        ({"voorziening": "bestaat-niet"}, "voorziening"),
    ],
)
def test_d17_the_conversation_is_in_time_to_apply(
    cast: Voorstad, fout: dict[str, object], veld: str
) -> None:
    with pytest.raises(Geweigerd) as geweigerd:
        registreer(cast.tess, replace(BEGELEIDING, **fout))  # type: ignore[arg-type]  # as the table says
    assert veld in geweigerd.value.velden


def test_d16_who_told_the_person_is_known(cast: Voorstad) -> None:
    registreer(cast.tess)
    [op_lijst] = lijst(cast.hanna)
    with cast.hanna.handelt(op=date(2015, 6, 3)) as scope:
        overgang.vertel(scope, indicatie=op_lijst.regel.id, door="Sanne Pietersma van Solis")
    [nu] = lijst(cast.hanna)
    assert nu.regel.verteld_op == date(2015, 6, 3)
    assert nu.regel.verteld_door == "Sanne Pietersma van Solis"
    with cast.hanna.handelt(op=date(2015, 6, 9)) as scope, pytest.raises(Geweigerd):
        overgang.vertel(scope, indicatie=op_lijst.regel.id, door="Iemand anders")
    assert lijst(cast.hanna)[0].regel == nu.regel


def test_the_conversation_can_move_within_its_time(cast: Voorstad) -> None:
    registreer(cast.tess)
    [op_lijst] = lijst(cast.hanna)
    anders = {"begeleider_naam": "Ali", "begeleider_organisatie": "Tactus"}
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        overgang.plan_gesprek(scope, indicatie=op_lijst.regel.id, op=date(2015, 7, 1), **anders)
    assert lijst(cast.hanna)[0].regel.gesprek_op == date(2015, 7, 1)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd):
        overgang.plan_gesprek(scope, indicatie=op_lijst.regel.id, op=date(2015, 12, 1), **anders)


def test_the_line_leaves_the_list_when_the_conversation_begins(cast: Voorstad) -> None:
    melding = registreer(cast.tess).melding
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        onderzoeken.begin(scope, melding=melding)
    assert lijst(cast.hanna) == []


def test_a_page_that_lay_open_puts_no_conversation_back_that_began(cast: Voorstad) -> None:
    """The line would never leave the list again."""
    melding = registreer(cast.tess).melding
    [op_lijst] = lijst(cast.hanna)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        onderzoeken.begin(scope, melding=melding)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd):
        overgang.plan_gesprek(
            scope,
            indicatie=op_lijst.regel.id,
            op=date(2015, 7, 1),
            begeleider_naam="",
            begeleider_organisatie="",
        )
    assert lijst(cast.hanna) == []


def beslist(wie: Mens, melding: meldingen.Bevestiging, op: date) -> plannen.Voorstel:
    """Help in the plan that is the same as the old indication."""
    zaak = world.plan_met_doel(wie, melding.melding, op=op, woorden="Zo houden.", hulp=GEWOON)
    assert zaak.inzet is not None
    with wie.handelt(op=op, lezen=True) as scope:
        return plannen.bekijk(scope, inzet=zaak.inzet, keuzes=plannen.Keuzes())


def test_d20_the_old_indication_stands_by_row_3_and_no_lighter_step_is_asked(
    cast: Voorstad,
) -> None:
    """D27: the ladder is skipped with that ground; the own contribution goes on by law (Wmo 8.3 lid 6)."""
    melding = registreer(cast.tess)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding.melding)
        meldingen.zet_wet(scope, melding=melding.melding, wet="wmo", reden="Volwassen.")
    voorstel = beslist(cast.hanna, melding, OVERGANGSJAAR)
    assert (voorstel.beslissing.regel, voorstel.beslissing.document) == ("3", "geen")
    assert voorstel.beslissing.eigen_bijdrage


def test_d20_after_the_year_of_transition_the_policy_warns(cast: Voorstad) -> None:
    """Waarborg 10: overgangsrecht_verlopen, and row 3 is not there any more."""
    melding = registreer(cast.tess)
    na = date(2016, 1, 4)
    with cast.hanna.handelt(op=na) as scope:
        meldingen.neem_op(scope, melding=melding.melding)
    voorstel = beslist(cast.hanna, melding, na)
    assert voorstel.beslissing.regel != "3"
    assert "overgangsrecht_verlopen" in [w.code for w in voorstel.beslissing.let_op]


def test_d20_other_help_than_the_old_indication_asks_for_reasons(cast: Voorstad) -> None:
    """Control: the indication is for this same help, not for the person."""
    melding = registreer(cast.tess)
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding.melding)
    anders = replace(GEWOON, laag=Laag.SPECIALISTISCH, voorziening="verslavingszorg")
    with pytest.raises(Geweigerd):
        world.plan_met_doel(
            cast.hanna, melding.melding, op=OVERGANGSJAAR, woorden="Anders.", hulp=anders
        )
