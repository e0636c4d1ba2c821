"""Somebody joins the household later: seen by the team alone, with who has authority, and never tied unseen."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import Gezinslid, GezinsRol
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd, NietGevonden
from tests import world
from tests.world import OVERGANGSJAAR, Mens, Voorstad

LOTTE = Persoonsgegevens("Lotte Pol", date(2004, 2, 2))
BSN = "999990019"


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


@pytest.fixture
def melding(cast: Voorstad) -> UUID:
    return world.vraag_in_voorstad("opvoeden").melding


def voeg_toe(wie: Mens, melding: UUID, lid: Gezinslid, *ouder_van: UUID) -> UUID:
    with wie.handelt(op=OVERGANGSJAAR) as scope:
        return meldingen.voeg_gezinslid_toe(scope, melding=melding, lid=lid, ouder_van=ouder_van)


def namen(wie: Mens, melding: UUID) -> set[str]:
    with wie.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        opening = meldingen.lees_open(scope, melding)[1]
        return {p.naam for p in huishoudens.personen(scope, opening.personen)}


def gezag(wie: Mens, melding: UUID, kind: UUID) -> dict[str, bool]:
    with wie.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        meldingen.lees_open(scope, melding)
        return {g.naam: g.gezag for g in huishoudens.gezag(scope, [kind])}


def test_a_child_joins_with_the_one_who_asked_as_parent(cast: Voorstad, melding: UUID) -> None:
    lotte = voeg_toe(cast.hanna, melding, Gezinslid(LOTTE, GezinsRol.KIND))
    assert namen(cast.hanna, melding) == {"Gerrit Pol", "Lotte Pol"}
    assert gezag(cast.hanna, melding, lotte) == {"Gerrit Pol": True}


def test_a_second_child_lives_in_the_same_household(cast: Voorstad, melding: UUID) -> None:
    voeg_toe(cast.hanna, melding, Gezinslid(LOTTE, GezinsRol.KIND))
    voeg_toe(cast.hanna, melding, Gezinslid(Persoonsgegevens("Bo Pol"), GezinsRol.KIND))
    assert namen(cast.hanna, melding) == {"Gerrit Pol", "Lotte Pol", "Bo Pol"}


@pytest.mark.parametrize("heeft_gezag", [True, False])
def test_a_parent_elsewhere_is_no_part_of_the_household(
    cast: Voorstad, melding: UUID, heeft_gezag: bool
) -> None:
    """Jeugdwet 7.3.4: who must agree follows from it; nobody sees the file of the other parent by it."""
    lotte = voeg_toe(cast.hanna, melding, Gezinslid(LOTTE, GezinsRol.KIND))
    moeder = Gezinslid(
        Persoonsgegevens("Els Boom"), GezinsRol.OUDER, gezag=heeft_gezag, thuis=False
    )
    voeg_toe(cast.hanna, melding, moeder, lotte)
    assert namen(cast.hanna, melding) == {"Gerrit Pol", "Lotte Pol"}
    with cast.hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        meldingen.lees_open(scope, melding)
        regels = huishoudens.gezag(scope, [lotte])
    assert sorted(g.gezag for g in regels) == sorted([True, heeft_gezag])


def test_a_partner_and_a_housemate_join_without_authority(cast: Voorstad, melding: UUID) -> None:
    lotte = voeg_toe(cast.hanna, melding, Gezinslid(LOTTE, GezinsRol.KIND))
    for naam, rol in (("Ans Bos", GezinsRol.PARTNER), ("Ko Dam", GezinsRol.HUISGENOOT)):
        voeg_toe(cast.hanna, melding, Gezinslid(Persoonsgegevens(naam), rol))
    assert namen(cast.hanna, melding) == {"Gerrit Pol", "Lotte Pol", "Ans Bos", "Ko Dam"}
    assert gezag(cast.hanna, melding, lotte) == {"Gerrit Pol": True}


def test_waarborg_12_another_team_adds_nobody_and_sees_nobody(
    cast: Voorstad, melding: UUID
) -> None:
    for ander in (cast.bram, cast.yara, cast.dirk):
        with pytest.raises(NietGevonden):
            voeg_toe(ander, melding, Gezinslid(LOTTE, GezinsRol.KIND))


def test_who_is_known_is_not_tied_to_a_household_unseen(cast: Voorstad, melding: UUID) -> None:
    bekend = Persoonsgegevens("Lotte Pol", date(2004, 2, 2), bsn=BSN)
    ander = world.vraag_in_voorstad("opvoeden", naam="Jan Bruin").melding
    voeg_toe(cast.hanna, ander, Gezinslid(bekend, GezinsRol.KIND))
    with pytest.raises(Geweigerd) as fout:
        voeg_toe(cast.hanna, melding, Gezinslid(bekend, GezinsRol.KIND))
    assert "bsn" in fout.value.velden
    assert namen(cast.hanna, melding) == {"Gerrit Pol"}


def test_what_is_missing_is_said_at_the_field(cast: Voorstad, melding: UUID) -> None:
    with pytest.raises(Geweigerd) as fout:
        voeg_toe(cast.hanna, melding, Gezinslid(Persoonsgegevens(" ", bsn="123"), GezinsRol.OUDER))
    assert set(fout.value.velden) == {"naam", "bsn", "ouder_van"}


def test_who_joins_can_take_part_in_the_plan(cast: Voorstad, melding: UUID) -> None:
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=melding)
    plan = world.plan_met_doel(cast.hanna, melding, op=OVERGANGSJAAR).plan
    lotte = voeg_toe(cast.hanna, melding, Gezinslid(LOTTE, GezinsRol.KIND))
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        plannen.voeg_deelnemer_toe(scope, plan=plan, wie=lotte)
    with cast.hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        blad, _ = plannen.open_blad(scope, plan)
    assert lotte in {d.persoon for d in blad.deelnemers}
