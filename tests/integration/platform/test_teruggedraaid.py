"""What was read stands in the log, also when the request is undone (T6, T7)."""

from __future__ import annotations

from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.http import HttpResponse
from django.urls import clear_url_caches, set_urlconf

from eenplan.inzage import api as inzage
from eenplan.platform import scope
from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden
from eenplan.platform.scope import ScopedRequest
from eenplan.web.schermen import IEDEREEN, scherm
from tests import world
from tests.integration.inzage.slot import Slot, bouw

FOUTEN = {
    "conflict": Conflict(opgeslagen="De ander schreef dit.", door="Joost", versie=2),
    "geweigerd": Geweigerd("Dat kan nu niet."),
    "gevonden": NietGevonden(),
}


def _lees(request: ScopedRequest, persoon: UUID, fout: str) -> HttpResponse:
    inzage.openen(request.scope, personen=[persoon], doel=inzage.Doel.TOEGANG)
    raise FOUTEN[fout]


urlpatterns = [scherm("lees/<uuid:persoon>/<slug:fout>/", _lees, naam="lees", wie=IEDEREEN)]


@pytest.fixture
def slot(beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch) -> Slot:
    monkeypatch.setattr(settings, "ROOT_URLCONF", __name__)
    clear_url_caches()
    set_urlconf(None)
    return bouw(beheer_conn)


def _gelezen(
    slot: Slot, beheer: psycopg.Connection, fout: str
) -> tuple[int, list[tuple[object, ...]]]:
    mens = world.Mens(slot.fatima.id, slot.fatima.gemeente)
    antwoord = mens.client().post(f"/lees/{slot.eva}/{fout}/")
    regels = beheer.execute(
        "SELECT actor_id, persoon_id, doel, cardinality(delen) FROM inzage_leesregel WHERE soort = 'openen'"
    )
    return antwoord.status_code, regels.fetchall()


@pytest.mark.parametrize(
    ("fout", "status"), [("conflict", 409), ("geweigerd", 422), ("gevonden", 404)]
)
def test_t7_a_refused_request_leaves_its_line_in_the_read_log(
    slot: Slot, beheer_conn: psycopg.Connection, fout: str, status: int
) -> None:
    regel = (slot.fatima.id, slot.eva, "toegang", 3)
    assert _gelezen(slot, beheer_conn, fout) == (status, [regel])


def test_t7_without_writing_it_again_the_line_would_be_gone(
    slot: Slot, beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setattr(scope, "_schrijf_gelezen", lambda *_: None)
    assert _gelezen(slot, beheer_conn, "conflict") == (409, [])
