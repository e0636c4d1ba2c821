"""A field of the conversation saves itself when it is left, and is left by pressing the button."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import transaction

from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken import usecases
from eenplan.platform.fouten import Conflict
from tests import world
from tests.world import LENTE


def _een_tel_later(monkeypatch: pytest.MonkeyPatch, tekst: str) -> None:
    """Somebody's text arrives between our reading and our writing."""
    echt = usecases._wijzig

    def wijzig(rij: object, *rest: object, **velden: object) -> None:
        monkeypatch.setattr(usecases, "_wijzig", echt)
        type(rij)._default_manager.filter(pk=rij.pk).update(tekst=tekst, versie=1, door="Joost")  # type: ignore[attr-defined]
        echt(rij, *rest, **velden)  # type: ignore[arg-type]

    monkeypatch.setattr(usecases, "_wijzig", wijzig)


@pytest.fixture
def gesprek(db_schoon: None) -> tuple[UUID, world.Mens]:
    cast = world.overvecht()
    melding = world.man_alleen()
    with cast.sanne.handelt(op=LENTE) as scope:
        meldingen.neem_op(scope, melding=melding.melding)
        return onderzoeken.begin(scope, melding=melding.melding), cast.sanne


def test_the_same_words_twice_at_once_are_no_conflict(
    gesprek: tuple[UUID, world.Mens], monkeypatch: pytest.MonkeyPatch
) -> None:
    onderzoek, sanne = gesprek
    with sanne.handelt(op=LENTE) as scope:
        _een_tel_later(monkeypatch, "Koken lukt.")
        versie = onderzoeken.bewaar_onderwerp(
            scope, onderzoek=onderzoek, onderwerp="eigen-kracht", tekst="Koken lukt.", versie=0
        )
        assert versie == 1
        transaction.set_rollback(True)  # the other's text came here without its event


def test_control_other_words_at_once_are_shown_beside_ours(
    gesprek: tuple[UUID, world.Mens], monkeypatch: pytest.MonkeyPatch
) -> None:
    onderzoek, sanne = gesprek
    _een_tel_later(monkeypatch, "Lopen lukt.")
    with pytest.raises(Conflict) as botsing, sanne.handelt(op=LENTE) as scope:
        onderzoeken.bewaar_onderwerp(
            scope, onderzoek=onderzoek, onderwerp="eigen-kracht", tekst="Koken lukt.", versie=0
        )
    assert botsing.value.opgeslagen == "Lopen lukt."
