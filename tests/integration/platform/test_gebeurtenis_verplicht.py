"""No change without an event about that file, checked at commit (huis 3)."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError

from eenplan.inzage import api as inzage
from eenplan.platform import vraag
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, vastleggen
from eenplan.platform.ids import nieuw_id
from tests import world
from tests.integration.inzage.slot import Slot, bouw
from tests.pgplugin import verbind_beheer

PROEF = Soort("proef.gewijzigd", "Er is iets gewijzigd")


@pytest.fixture
def slot(db_schoon: None) -> Slot:
    with verbind_beheer() as beheer:
        return bouw(beheer)


def _fatima(slot: Slot) -> world.Mens:
    return world.Mens(slot.fatima.id, slot.fatima.gemeente)


def _wijzig(slot: Slot, *, over: UUID | None) -> None:
    """Change Eva's contact in a request of Fatima's, with an event about this file, or with none."""
    with _fatima(slot).handelt() as scope:
        inzage.openen(scope, personen=[slot.eva], doel=inzage.Doel.TOEGANG)
        zin = "UPDATE huishoudens_contact SET veilige_weg = 'via oma' WHERE deel_id = %s"
        assert vraag.doe(zin, [slot.delen["plan"]]) == 1
        if over is not None:
            vastleggen(scope, Gebeurtenis(PROEF, over, slot.delen["plan"], slot.eva))


def test_a_change_without_an_event_is_refused_at_commit(slot: Slot) -> None:
    with pytest.raises(IntegrityError, match="zonder gebeurtenis over dit dossier"):
        _wijzig(slot, over=None)


def test_an_event_about_another_file_does_not_help(slot: Slot) -> None:
    with pytest.raises(IntegrityError, match="zonder gebeurtenis over dit dossier"):
        _wijzig(slot, over=slot.piet)


def test_an_event_about_this_file_in_an_earlier_request_does_not_help(slot: Slot) -> None:
    _wijzig(slot, over=slot.eva)
    with pytest.raises(IntegrityError, match="zonder gebeurtenis over dit dossier"):
        _wijzig(slot, over=None)


def test_with_an_event_about_this_file_the_change_is_kept(slot: Slot) -> None:
    _wijzig(slot, over=slot.eva)
    with _fatima(slot).handelt(lezen=True) as scope:
        inzage.openen(scope, personen=[slot.eva], doel=inzage.Doel.TOEGANG)
        assert "via oma" in vraag.rijen(str, "SELECT veilige_weg FROM huishoudens_contact")


@pytest.mark.parametrize("vals", ["actor_id", "request_id", "deel_id"])
def test_an_event_in_the_name_of_another_or_about_a_shut_deel_is_refused(
    slot: Slot, vals: str
) -> None:
    waarden = {
        "actor_id": slot.fatima.id,
        "request_id": None,
        "deel_id": slot.delen["plan"],
    }
    with _fatima(slot).handelt() as scope:
        inzage.openen(scope, personen=[slot.eva], doel=inzage.Doel.TOEGANG)
        waarden["request_id"] = scope.request_id
        _schrijf(slot, waarden)
        waarden[vals] = {"actor_id": slot.bram.id, "deel_id": slot.deel_piet}.get(vals, nieuw_id())
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            _schrijf(slot, waarden)


def _schrijf(slot: Slot, waarden: dict[str, UUID | None]) -> None:
    vraag.doe(
        """INSERT INTO platform_gebeurtenis (id, gemeente_id, request_id, soort, over_id, deel_id, moment, actor_id,
                                             actor_naam, organisatie_naam, gegevens)
           VALUES (%s, %s, %s, 'proef', %s, %s, now(), %s, '', '', '{}')""",
        [
            *(nieuw_id(), slot.wereld.gemeenten[0], waarden["request_id"], slot.eva),
            *(waarden["deel_id"], waarden["actor_id"]),
        ],
    )
