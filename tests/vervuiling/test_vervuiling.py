"""Whatever somebody sends: an answer that says so, never a fault of ours, and nothing of it in a log (T13, T24).

Every address, every form and every field is found by looking, so a new one is in it from its first day.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eenplan.web.verzenden import Formulier
from tests.vervuiling import geplant
from tests.vervuiling.campagne import (
    DEEL_OVER_DE_LIJN,
    Proef,
    bewaar,
    geziene_vormen,
    optie,
    vormklassen,
)
from tests.vervuiling.keuring import STORING, UITLEG

ZAAD = optie("ZAAD", "20260302")
KORT, KORT_OVER_DE_LIJN = 1_000, 100
ELDERS_GEVULD = {
    "OverlegFormulier",
    "SamenFormulier",
    "AanbodFormulier",
    "WijsFormulier",
    "MeekijkFormulier",
    "Stapformulier",
}
"""For what must be settled first: the world of the screens has none of it; tests/integration has, per room."""
AANTAL = int(optie("AANTAL", "100000"))
DELEN = int(optie("DELEN", "8"))


@pytest.fixture(scope="module")
def gezien() -> Iterator[set[type]]:
    with geziene_vormen() as klassen:
        yield klassen


@pytest.fixture(scope="module")
def proef(db_module: None, gezien: set[type], tmp_path_factory: pytest.TempPathFactory) -> Proef:
    """The short run."""
    proef = Proef(ZAAD, volledig=False)
    proef.oogst()
    alle = proef.stappen()
    proef.in_proces(alle[:KORT])
    proef.over_de_lijn(alle[KORT : KORT + KORT_OVER_DE_LIJN], tmp_path_factory.mktemp("web"))
    return proef


def test_t13_whatever_somebody_sends_gets_a_proper_answer(proef: Proef) -> None:
    assert not proef.boek.slecht, "\n".join(proef.boek.slecht[:40])
    assert set(proef.boek.gekeurd) == set(UITLEG), "een controle heeft niets gezien"


def test_t13_every_address_was_reached(proef: Proef) -> None:
    assert proef.onbereikt() == []


def test_t13_an_address_that_nobody_reaches_is_noticed(proef: Proef) -> None:
    """The control."""
    proef.wat.bereikt["mijn-plan"], was = 0, proef.wat.bereikt["mijn-plan"]
    try:
        assert proef.onbereikt() == ["mijn-plan"]
    finally:
        proef.wat.bereikt["mijn-plan"] = was


def test_t13_every_form_was_filled_in(proef: Proef, gezien: set[type]) -> None:
    assert {klasse.__name__ for klasse in vormklassen() if klasse not in gezien} == ELDERS_GEVULD


def test_t13_a_form_that_nobody_fills_in_is_noticed(gezien: set[type]) -> None:
    """The control."""
    nieuw = type("Nieuw", (Formulier,), {"__module__": "eenplan.web.nieuw"})
    assert nieuw in set(vormklassen()) - gezien
    del nieuw


def test_t13_every_fault_that_is_built_in_is_caught(proef: Proef) -> None:
    """The control of every check."""
    uitslag = proef.planten()
    assert [plant["naam"] for plant in uitslag if not plant["betrapt"]] == []
    assert {plant.controle for plant in geplant.PLANTEN} == set(UITLEG), "een controle zonder proef"


@pytest.mark.lang
@pytest.mark.parametrize("deel", range(DELEN))
def test_t13_a_hundred_thousand_requests(deel: int, db_schoon: None, tmp_path: Path) -> None:
    """One of the parts that together are the campaign; `scripts/vervuiling.py` adds them up."""
    proef = Proef(f"{ZAAD} {deel}", volledig=True, deel=deel, delen=DELEN)
    proef.oogst()
    over = max(0, AANTAL // DELEN - proef.boek.gekeurd[STORING])
    lijn = int(over * DEEL_OVER_DE_LIJN)
    alle = proef.stappen()
    proef.in_proces([alle[n % len(alle)] for n in range(over - lijn)])
    proef.over_de_lijn([alle[-n % len(alle)] for n in range(lijn)], tmp_path)
    bewaar(Path(optie("MAP", str(tmp_path))), deel, proef.als_json())
    assert not proef.boek.slecht, "\n".join(proef.boek.slecht[:40])
