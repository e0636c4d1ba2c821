"""The lock: content shows only beside a line of the read log that this very request wrote (X3, T6)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.organisaties import api as organisaties
from eenplan.platform import vraag
from eenplan.platform.fouten import NietGevonden
from tests import world

G = "kaag-en-braassem"
TOM = "tom-in-de-buurt"


@pytest.fixture
def zorg(db_schoon: None) -> dict[str, object]:
    world.gemeente(G)
    fatima = world.medewerker(G, "Fatima Amrani", organisatie=TOM)
    bram = world.medewerker(G, "Bram Pieters", organisatie="gemeente")
    with fatima.handelt() as scope:
        persoon = huishoudens.meld_samen_aan(
            scope,
            personen=[
                huishoudens.Persoonsgegevens(
                    naam="Eva van den Berg",
                    geboortedatum=date(1980, 2, 3),
                    bsn="999900018",
                    telefoon="06-00000001",
                )
            ],
            gemeente=scope.gemeente,
            verantwoordelijke=organisaties.organisatie_id(G, TOM),
        )[0].persoon
        inzage.betrekken(
            scope,
            persoon=persoon,
            partij=inzage.Partij(
                organisaties.organisatie_id(G, TOM), "Tom in de buurt", "071-0000000"
            ),
            doel=inzage.Doel.TOEGANG,
            grondslag="Wmo 2015 art. 2.3.2",
            rubrieken=inzage.TOEGANG_RUBRIEKEN,
        )
    return {"fatima": fatima, "bram": bram, "eva": persoon}


def _namen() -> list[str]:
    return [str(r) for r in vraag.rijen(lambda naam: naam, "SELECT naam FROM huishoudens_persoon")]


def test_x3_without_opening_nothing_shows_and_after_opening_exactly_that_person(
    zorg: dict[str, object],
) -> None:
    fatima, eva = zorg["fatima"], zorg["eva"]
    assert isinstance(fatima, world.Mens)
    assert isinstance(eva, UUID)
    with fatima.handelt(lezen=True) as scope:
        assert _namen() == []
        inzage.openen(scope, personen=[eva], doel=inzage.Doel.TOEGANG)
        assert _namen() == ["Eva van den Berg"]
        kaart = huishoudens.personen(scope, [eva])[0]
        assert (kaart.bsn, kaart.telefoon) == ("999900018", "06-00000001")
    with fatima.handelt(lezen=True):
        assert _namen() == []


def test_x3_an_outsider_gets_the_same_answer_as_for_somebody_who_does_not_exist(
    zorg: dict[str, object],
) -> None:
    bram, eva = zorg["bram"], zorg["eva"]
    assert isinstance(bram, world.Mens)
    assert isinstance(eva, UUID)
    for wie in (eva, UUID(int=1)):
        with bram.handelt(lezen=True) as scope, pytest.raises(NietGevonden):
            inzage.openen(scope, personen=[wie], doel=inzage.Doel.TOEGANG)
