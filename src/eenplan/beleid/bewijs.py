"""Proof that every situation gets an answer and that every row can be reached.

Situations fall into the classes that the cells of a table tell apart; one example of every class is walked, on
every stretch of dates on which a cell with a date holds or not.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from eenplan.beleid.beslissen import ALTIJD_ONDERSCHEIDEN, gebieden_van, waarom_rij_niet
from eenplan.beleid.bouwstenen import Cel
from eenplan.beleid.rijen import Beslisregel
from eenplan.beleid.tabel import Feiten, Klassen, Rij, breekpunten, cellen_per_sleutel, waarom_niet
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.wetboek import Wetboek

EenRij = TypeVar("EenRij", bound=Rij)
WEIGEREN: dict[str, tuple[Cel, ...]] = {
    s: ALTIJD_ONDERSCHEIDEN[s] for s in ("oordeel_inwoner", "stap")
}


def gaten(model: Toegangsmodel, wet: Wetboek, tot: dt.date | None) -> Iterator[str]:
    """Situations without an answer and rows out of reach, in the three tables of a version in force until a date."""
    beslisregels: Sequence[Beslisregel] = (*wet.regels, *model.beslistabel)
    yield from _gaten("beslistabel", beslisregels, _rij_past, WEIGEREN, model, tot)
    yield from _gaten("routering", model.routering, _past, {}, model, tot)
    yield from _gaten("triage", model.triage.regels, _past, {}, model, tot)


def _rij_past(rij: Beslisregel, feiten: Feiten) -> bool:
    return waarom_rij_niet(rij, feiten) is None


def _past(rij: Rij, feiten: Feiten) -> bool:
    return waarom_niet(rij.als, feiten) is None


def _gaten(
    tabel: str,
    rijen: Sequence[EenRij],
    past: Callable[[EenRij, Feiten], bool],
    altijd: Mapping[str, Iterable[Cel]],
    model: Toegangsmodel,
    tot: dt.date | None,
) -> Iterator[str]:
    combinaties = [combinatie for rij in rijen for combinatie in rij.als]
    cellen = cellen_per_sleutel(combinaties)
    for sleutel, extra in altijd.items():
        cellen.setdefault(sleutel, []).extend(extra)
    data = [model.geldig_vanaf, *(d for d in breekpunten(combinaties) if d > model.geldig_vanaf)]
    bereikt: set[str] = set()
    for op in (datum for datum in data if tot is None or datum < tot):
        for voorbeeld in Klassen(cellen, gebieden_van(model)).alle():
            rij = next((rij for rij in rijen if past(rij, {**voorbeeld, "op": op})), None)
            if rij is None:
                yield f"`{tabel}`: geen rij past op {_in_woorden(voorbeeld)}; voeg een laatste rij zonder `als` toe."
                return
            bereikt.add(rij.regel)
    for rij in rijen:
        if rij.regel not in bereikt:
            plek = f"`{tabel}` regel {rij.regel}, `als`"
            yield f"{plek}: deze rij is nooit aan de beurt; de rijen ervoor vangen alles al."


def _in_woorden(voorbeeld: Mapping[str, object]) -> str:
    delen = (f"{sleutel} {json.dumps(waarde)}" for sleutel, waarde in voorbeeld.items())
    return ", ".join(delen) or "welke situatie ook"
