"""Which days count as working days under the Algemene termijnenwet (Atw).

The dates of Easter and its followers come from the `holidays` package; which of its days count, and
the days that a royal decree puts on a par with them, are law and stand here with their source.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import holidays

DAG: Final = timedelta(days=1)

_WEEKDAGEN: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

# Atw article 3, first and second paragraph: the name in the package -> the name in our sentences.
# Easter Sunday and Whit Sunday are no entry in the law; they are Sundays.
_ERKEND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Nieuwjaarsdag": "nieuwjaarsdag",
        "Goede vrijdag": "Goede Vrijdag",
        "Tweede paasdag": "tweede paasdag",
        "Koningsdag": "Koningsdag",
        "Bevrijdingsdag": "Bevrijdingsdag",
        "Hemelvaartsdag": "Hemelvaartsdag",
        "Tweede pinksterdag": "tweede pinksterdag",
        "Eerste kerstdag": "eerste kerstdag",
        "Tweede kerstdag": "tweede kerstdag",
    }
)

# Atw article 3, third paragraph. One decree covers three years; the years before 2017 are not
# listed.
_BESLUITEN: Final[Mapping[str, tuple[date, ...]]] = MappingProxyType(
    {
        "koninklijk besluit van 24 oktober 2016 (BWBR0038666)": (
            date(2017, 4, 28),
            date(2017, 5, 26),
            date(2018, 5, 11),
            date(2018, 12, 24),
            date(2018, 12, 31),
            date(2019, 5, 31),
            date(2019, 12, 27),
        ),
        "koninklijk besluit van 20 september 2019": (
            date(2020, 5, 22),
            date(2021, 5, 14),
            date(2022, 5, 27),
        ),
        "koninklijk besluit voor 2023 tot en met 2025": (
            date(2023, 4, 28),
            date(2023, 5, 19),
            date(2024, 5, 10),
            date(2024, 12, 27),
            date(2025, 5, 30),
        ),
        "koninklijk besluit voor 2026 tot en met 2028": (
            date(2026, 1, 2),
            date(2026, 5, 15),
            date(2027, 5, 7),
            date(2028, 4, 28),
            date(2028, 5, 26),
        ),
    }
)
#: After this day a new royal decree is needed before an end date is certain (Atw article 3, third
#: paragraph).
BESLUITEN_BEKEND_TOT: Final = date(2028, 12, 31)
GELIJKGESTELD: Final[Mapping[date, str]] = MappingProxyType(
    {dag: bron for bron, dagen in _BESLUITEN.items() for dag in dagen}
)


class KalenderFout(RuntimeError):
    """The holiday package does not give the days that the law names."""


def voluit(dag: date) -> str:
    """The date as a resident reads it: 'dinsdag 14 april 2026'."""
    return f"{_WEEKDAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def zonder_weekdag(dag: date) -> str:
    """The date of a letter: '14 april 2026'."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


@lru_cache(maxsize=256)
def erkende_feestdagen(jaar: int) -> Mapping[date, str]:
    """The recognised holidays of one year with their Dutch names (Atw article 3, paragraphs 1 and
    2).

    Liberation Day counts every year, unlike in most labour agreements. Raises KalenderFout when the
    package misses one of the nine: a silently shorter list would give end dates that are too early.
    King's Day exists since 2014; earlier years are refused for that reason.
    """
    bron = holidays.country_holidays(
        "NL", years=jaar, categories=("public", "optional"), language="nl"
    )
    gevonden = {
        _ERKEND[naam]: dag
        for dag, namen in bron.items()
        for naam in namen.split("; ")  # Ascension and Liberation Day can be one day (2016)
        if naam in _ERKEND
    }
    ontbreekt = sorted(set(_ERKEND.values()) - set(gevonden))
    if ontbreekt:
        raise KalenderFout(f"De feestdagen van {jaar} missen: {', '.join(ontbreekt)}.")
    return MappingProxyType({dag: naam for naam, dag in gevonden.items()})


@dataclass(frozen=True, slots=True)
class Kalender:
    """Working days and days off; `gelijkgesteld` are the days of royal decrees (Atw article 3,
    paragraph 3).
    """

    gelijkgesteld: Mapping[date, str] = field(default_factory=lambda: GELIJKGESTELD)

    def vrije_dag(self, dag: date) -> str | None:
        """Why a term cannot end on this day, as a few words of Dutch; None for a working day."""
        feestdag = erkende_feestdagen(dag.year).get(dag)
        if feestdag is not None:
            return feestdag
        if dag.weekday() >= 5:
            return f"een {_WEEKDAGEN[dag.weekday()]}"
        if dag in self.gelijkgesteld:
            return "een dag die volgens de wet telt als feestdag"
        return None

    def is_werkdag(self, dag: date) -> bool:
        """True when this is not a Saturday, a Sunday or a (equated) recognised holiday."""
        return self.vrije_dag(dag) is None


KALENDER: Final = Kalender()
