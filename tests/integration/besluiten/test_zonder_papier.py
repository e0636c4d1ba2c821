"""Help without a paper, and help that cannot wait: what is still due then (K3, W3, X2; guard 1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from eenplan.besluiten import api as besluiten
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import KAAG as G
from tests.integration.besluiten.wereld import WINTER as OP


def test_row1_help_that_gets_no_paper_stays_on_the_list_until_the_right_was_told(
    db_schoon: None,
) -> None:
    bevestiging = wereld.melding_in_kaag()
    tom = world.medewerker(G, "Tessa Kok", organisatie="tom-in-de-buurt")
    world.onderzoek_afgerond(tom, bevestiging.melding, wet="wmo", op=OP)
    wereld.beslist(tom, bevestiging.melding, wereld.THUIS)
    [regel] = _verteld(tom, bevestiging.persoon)
    assert (regel.wat, regel.op) == ("begeleiding thuis", None)
    with tom.handelt(op=OP) as scope, pytest.raises(Geweigerd):
        besluiten.leg_verteld_vast(scope, verteld=regel.id, op=date(2018, 2, 2))
    with tom.handelt(op=OP) as scope:
        besluiten.leg_verteld_vast(scope, verteld=regel.id, op=OP)
    [regel] = _verteld(tom, bevestiging.persoon)
    assert (regel.op, regel.door) == (OP, "Tessa Kok")


def _verteld(wie: world.Mens, persoon: UUID) -> list[besluiten.VerteldRegel]:
    with wie.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[persoon], doel=inzage.Doel.TOEGANG)
        assert not besluiten.stukken_van(scope, [persoon])
        return list(besluiten.verteld_van(scope, [persoon]))


def test_row1_help_that_is_open_to_everybody_asks_nothing(db_schoon: None) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    plan = world.plan_met_doel(cast.fatima, gezin.melding, hulp=world.TEAMHULP)
    assert plan.inzet is not None
    with cast.fatima.handelt(op=world.LENTE) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=plannen.Keuzes())
    with cast.fatima.handelt(op=world.LENTE, lezen=True) as scope:
        inzage.openen(scope, personen=[gezin.mina], doel=inzage.Doel.TOEGANG)
        assert not besluiten.verteld_van(scope, [gezin.mina])


def test_w3_help_that_cannot_wait_is_granted_by_the_municipality_before_anybody_applied(
    db_schoon: None,
) -> None:
    bevestiging = wereld.melding_in_kaag(spoed=True)
    tom = world.medewerker(G, "Tessa Kok", organisatie="tom-in-de-buurt")
    petra = world.medewerker(G, "Petra Vos", organisatie="gemeente", functie=Functie.CONSULENT)
    with tom.handelt(op=OP) as scope:
        meldingen.neem_op(scope, melding=bevestiging.melding)
        meldingen.zet_wet(scope, melding=bevestiging.melding, wet="wmo", reden="Hulp thuis.")
    wereld.beslist(tom, bevestiging.melding, wereld.THUIS)
    with tom.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[bevestiging.persoon], doel=inzage.Doel.TOEGANG)
        [stuk] = besluiten.stukken_van(scope, [bevestiging.persoon])
    assert (stuk.soort, stuk.beslist_naam) == (
        besluiten.StukSoort.TOEKENNING,
        "gemeente Kaag en Braassem",
    )
    assert wereld.dicht(tom, stuk.id, op=OP) == {"mandaat", "nagelezen"}
    wereld.leg_uit(petra, stuk.id, op=OP)
    with petra.handelt(op=OP) as scope:
        besluiten.maak_definitief(scope, stuk=stuk.id)
    with petra.handelt(op=OP, lezen=True) as scope:
        blad = besluiten.lees_stuk(scope, stuk.id)
    assert blad.regel.laatste_dag_bezwaar == date(2018, 3, 15)
    assert "artikel 2.3.3" in str(blad.voorbeeld.blokken)


def test_x2_a_decision_about_help_for_a_child_is_about_the_child_and_its_law(
    db_schoon: None,
) -> None:
    zaak = wereld.verwijzing()
    verzoek = replace(wereld.VERZOEK, door="Mina Hadi")
    with zaak.team.handelt(op=wereld.OP) as scope:
        aanvraag = besluiten.vraag_besluit(
            scope, melding=zaak.melding, inzet=zaak.inzet, verzoek=verzoek
        )
    with zaak.team.handelt(op=wereld.OP, lezen=True) as scope:
        regel = besluiten.lees_aanvraag(scope, aanvraag).regel
    assert (regel.persoon, regel.wet, regel.geldt_vanaf) == (zaak.persoon, "jeugd", wereld.OP)
