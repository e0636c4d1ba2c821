"""Own small interpreter of ordered rows: the first row that fits wins, and the others say why not.

Situations fall into classes: two values of a key that no cell tells apart give the same answer. Answers are
therefore worked out once per class and kept, and "no situation is left out" is proved by walking all classes.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from operator import attrgetter
from typing import Protocol

from eenplan.beleid.bouwstenen import Cel, Cellen, Datumcel, Leeftijdcel
from eenplan.beleid.woordenschat import GESLOTEN, IN_WOORDEN, Situatie

Feiten = Mapping[str, object]


class Rij(Protocol):
    """Anything with a number and combinations it fits on."""

    @property
    def regel(self) -> str:
        """The number of the row."""

    @property
    def als(self) -> tuple[Cellen, ...]:
        """The combinations; none: always fits."""


def past(cel: Cel, waarde: object) -> bool:
    """Whether a value satisfies a cell."""
    return cel.past(waarde) if isinstance(cel, Leeftijdcel | Datumcel) else waarde in cel


def waarom_niet(als: Iterable[Cellen], feiten: Feiten) -> str | None:
    """Why no combination fits, as one Dutch clause; None when one fits."""
    redenen: dict[str, None] = {}
    leeg = True
    for combinatie in als:
        leeg = False
        for sleutel, cel in combinatie.gevuld:
            if not past(cel, feiten[sleutel]):
                redenen[_zin(sleutel, cel)] = None
                break
        else:
            return None
    return None if leeg else ", en ".join(redenen)


@cache
def _zin(sleutel: str, cel: Cel) -> str:
    if isinstance(cel, Leeftijdcel | Datumcel):
        return f"{IN_WOORDEN[sleutel]} is niet {cel}"
    return f"{IN_WOORDEN[sleutel]} is niet {' of '.join(_woord(waarde) for waarde in cel)}"


def _woord(waarde: object) -> str:
    return (
        ("‘ja’" if waarde else "‘nee’")
        if isinstance(waarde, bool)
        else f"‘{str(waarde).replace('_', ' ')}’"
    )


def cellen_per_sleutel(combinaties: Iterable[Cellen]) -> dict[str, list[Cel]]:
    """All cells, gathered per key: what the rows tell apart."""
    gevonden: dict[str, list[Cel]] = {}
    for combinatie in combinaties:
        for sleutel, cel in combinatie.gevuld:
            gevonden.setdefault(sleutel, []).append(cel)
    return gevonden


def breekpunten(combinaties: Iterable[Cellen]) -> set[dt.date]:
    """The dates on which a cell starts or stops to hold."""
    data = (c.op for c in combinaties if c.op is not None)
    return {grens for cel in data for grens in (cel.van, cel.tot) if grens is not None}


class Klassen:
    """The equivalence classes of situations that these cells distinguish, on one stretch of dates."""

    def __init__(
        self, cellen: Mapping[str, Iterable[Cel]], gebieden: Mapping[str, Iterable[str]]
    ) -> None:
        domeinen: dict[str, tuple[object, ...]] = GESLOTEN | {
            sleutel: (None, *waarden) for sleutel, waarden in gebieden.items()
        }
        self.sleutels = tuple(s for s in cellen if s in domeinen)
        self._nummers: list[dict[object, int]] = []
        self._voorbeelden: list[list[object]] = []
        for sleutel in self.sleutels:
            self._deel_in(list(cellen[sleutel]), domeinen[sleutel])
        # The two at the end only make the answer a tuple when there are few keys; `map` stops before them.
        self._lees = attrgetter(*self.sleutels, "gemeente", "op")

    def _deel_in(self, cellen: list[Cel], domein: tuple[object, ...]) -> None:
        bekend: dict[tuple[bool, ...], int] = {}
        nummers: dict[object, int] = {}
        voorbeelden: list[object] = []
        for waarde in domein:
            kenmerk = tuple(past(cel, waarde) for cel in cellen)
            if kenmerk not in bekend:
                bekend[kenmerk] = len(bekend)
                voorbeelden.append(waarde)
            nummers[waarde] = bekend[kenmerk]
        self._nummers.append(nummers)
        self._voorbeelden.append(voorbeelden)

    def klasse_van(self, situatie: Situatie) -> tuple[int, ...]:
        """The class of a situation."""
        return tuple(map(dict.__getitem__, self._nummers, self._lees(situatie)))

    def alle(self) -> Iterator[dict[str, object]]:
        """One example of every class."""
        for waarden in product(*self._voorbeelden):
            yield dict(zip(self.sleutels, waarden, strict=True))

    def __len__(self) -> int:
        aantal = 1
        for voorbeelden in self._voorbeelden:
            aantal *= len(voorbeelden)
        return aantal
