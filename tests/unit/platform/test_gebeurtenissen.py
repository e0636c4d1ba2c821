"""Every kind of event has one key and one sentence in plain Dutch."""

from __future__ import annotations

from string import Formatter

import pytest

from eenplan.config import reacties
from eenplan.platform import gebeurtenissen


def _alle() -> list[gebeurtenissen.Soort]:
    return sorted(gebeurtenissen.alle_soorten().values(), key=lambda soort: soort.sleutel)


def _velden(zin: str) -> set[str]:
    return {naam for _, naam, _, _ in Formatter().parse(zin) if naam is not None}


@pytest.mark.parametrize("soort", _alle(), ids=lambda soort: str(soort.sleutel))
def test_every_kind_of_event_renders_its_sentence(soort: gebeurtenissen.Soort) -> None:
    velden = _velden(soort.zin)
    assert all(veld.isidentifier() for veld in velden), "only names between braces"
    zin = gebeurtenissen.zin(soort.sleutel, dict.fromkeys(velden, "Iets"))
    assert not set("{}") & set(zin)
    assert zin[0].isupper()
    assert not zin.endswith(".")
    assert len(soort.zin) <= 100


def test_the_house_knows_events() -> None:
    assert len(_alle()) >= 20


def test_a_key_is_declared_once() -> None:
    bestaand = _alle()[0].sleutel
    with pytest.raises(ValueError, match="bestaat al"):
        gebeurtenissen.soort(bestaand, "Nog een keer")


def test_every_reaction_follows_an_event_that_exists() -> None:
    assert set(reacties.REACTIES) <= {soort.sleutel for soort in _alle()}
