"""The worked examples of the policy advisers: each line of `voorbeelden/*.csv` is a test."""

import csv
from pathlib import Path
from typing import get_args

import pytest

from eenplan.beleid import api
from eenplan.beleid.woordenschat import LetOpCode

MAP = Path(__file__).parents[3] / "voorbeelden"
WOORDEN: dict[str, object] = {"ja": True, "nee": False, "-": None}
VERWACHT = "verwacht_"
Voorbeeld = dict[str, str]


def _lees(gemeente: str) -> list[Voorbeeld]:
    with (MAP / f"{gemeente}.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def _waarde(tekst: str) -> object:
    return WOORDEN.get(tekst, int(tekst) if tekst.isdecimal() else tekst)


def _situatie(gemeente: str, voorbeeld: Voorbeeld) -> api.Situatie:
    gegeven = {
        sleutel: _waarde(tekst)
        for sleutel, tekst in voorbeeld.items()
        if tekst and sleutel != "naam" and not sleutel.startswith(VERWACHT)
    }
    return api.situatie({"gemeente": gemeente, **gegeven})


def _afwijkingen(gemeente: str, voorbeeld: Voorbeeld) -> dict[str, tuple[str, object]]:
    """What comes out differently from what the adviser wrote down; an empty cell is not checked."""
    situatie = _situatie(gemeente, voorbeeld)
    beslissing, route = api.beslis(situatie), api.routeer(situatie)
    uit: dict[str, object] = beslissing.model_dump() | {"partij": route.partij, "team": route.team}
    uit["let_op"] = " ".join(sorted(w.code for w in beslissing.let_op)) or None
    verwacht = {
        s.removeprefix(VERWACHT): t for s, t in voorbeeld.items() if s.startswith(VERWACHT) and t
    }
    return {s: (t, uit[s]) for s, t in verwacht.items() if WOORDEN.get(t, t) != uit[s]}


ALLE = [(gemeente, v) for gemeente in api.gemeenten() for v in _lees(gemeente)]


@pytest.mark.parametrize(
    ("gemeente", "voorbeeld"), ALLE, ids=[f"{g}: {v['naam']}" for g, v in ALLE]
)
def test_the_worked_example_comes_out_as_the_adviser_wrote_it(
    gemeente: str, voorbeeld: Voorbeeld
) -> None:
    """X1."""
    assert _afwijkingen(gemeente, voorbeeld) == {}


@pytest.mark.parametrize("gemeente", api.gemeenten())
def test_the_examples_cover_every_row_of_every_version_and_every_row_of_the_law(
    gemeente: str,
) -> None:
    """At least fifteen examples a municipality, and none of its rows left without one."""
    situaties = [_situatie(gemeente, voorbeeld) for voorbeeld in _lees(gemeente)]
    assert len(situaties) >= 15
    geraakt = {(api.model(gemeente, s.op).geldig_vanaf, api.beslis(s).regel) for s in situaties}
    for versie in api.versies(gemeente):
        gemist = set(versie.regel_op_nummer) - {
            regel for vanaf, regel in geraakt if vanaf == versie.geldig_vanaf
        }
        assert not gemist, f"{gemeente} {versie.geldig_vanaf}"
    assert {"W1", "W2", "W3", "W4"} <= {regel for _, regel in geraakt}


def test_every_warning_is_raised_by_an_example() -> None:
    """X13."""
    codes = {code for _, voorbeeld in ALLE for code in voorbeeld["verwacht_let_op"].split()}
    assert codes - {"-"} == set(get_args(LetOpCode))


def test_an_example_with_another_expectation_fails() -> None:
    """Control: the comparison sees a wrong expectation."""
    voorbeeld = _lees("utrecht")[0] | {"verwacht_document": "verwijsbrief"}
    assert _afwijkingen("utrecht", voorbeeld) == {"document": ("verwijsbrief", "geen")}
