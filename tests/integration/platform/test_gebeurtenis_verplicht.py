"""No change without an event about that file, checked at commit (huis 3)."""

from __future__ import annotations

from collections.abc import Callable
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


@pytest.mark.parametrize(
    ("vals", "waarde"),
    [
        ("actor_id", lambda slot: slot.bram.id),
        ("actor_naam", lambda slot: "Bram Pieters"),
        ("organisatie_naam", lambda slot: "Een ander"),
        ("request_id", lambda slot: nieuw_id()),
        ("deel_id", lambda slot: slot.deel_piet),
        ("gemeente_id", lambda slot: slot.wereld.gemeenten[1]),
        ("betrokkene_id", lambda slot: slot.piet),
    ],
)
def test_an_event_in_the_name_of_another_or_about_a_shut_deel_is_refused(
    slot: Slot, vals: str, waarde: Callable[[Slot], object]
) -> None:
    with _fatima(slot).handelt() as scope:
        inzage.openen(scope, personen=[slot.eva], doel=inzage.Doel.TOEGANG)
        waarden: dict[str, object] = {
            "gemeente_id": scope.gemeente,
            "request_id": scope.request_id,
            "betrokkene_id": slot.eva,
            "deel_id": slot.delen["plan"],
            "actor_id": scope.actor,
            "actor_naam": scope.naam,
            "organisatie_naam": scope.organisatie_naam,
        }
        _schrijf(slot, waarden)
        with (
            pytest.raises(
                (ProgrammingError, IntegrityError), match=r"row-level security|gaat_over"
            ),
            transaction.atomic(),
        ):
            _schrijf(slot, waarden | {vals: waarde(slot)})


def _schrijf(slot: Slot, waarden: dict[str, object]) -> None:
    vraag.doe(
        f"""INSERT INTO platform_gebeurtenis (id, over_id, soort, moment, gegevens, {", ".join(waarden)})
            VALUES (%s, %s, 'proef', now(), '{{}}', {", ".join("%s" for _ in waarden)})""",
        [nieuw_id(), slot.eva, *waarden.values()],
    )
