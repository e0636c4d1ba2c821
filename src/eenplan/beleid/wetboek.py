"""The law as data: its own rows, read before every table, and the terms, topics, amounts and warnings."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from eenplan.beleid.bouwstenen import CellenMetUitkomst, Gedateerd, Herkomst, Sleutel, Streng, Tekst
from eenplan.beleid.rijen import Beslisregel
from eenplan.beleid.woordenschat import LetOpCode

Laag = Literal[
    "eigen_kracht",
    "netwerk",
    "vrijwilliger",
    "algemeen",
    "collectief",
    "aanvullend",
    "specialistisch",
    "maatwerk",
]


class LetOpRegel(Herkomst):
    """A legal warning: when it appears and on what ground. A table row may also raise it by its code."""

    code: LetOpCode
    tekst: Tekst
    grondslag: Tekst
    van: dt.date | None = None
    als: tuple[CellenMetUitkomst, ...] | None = Field(
        None, description="leeg: alleen als een rij van een toegangsmodel de code noemt"
    )


class Termijn(Herkomst):
    """A legal term: so many days or weeks after something happened (X8)."""

    sleutel: Sleutel
    naam: Tekst
    wet: Literal["wmo", "jeugd", "awb"]
    aantal: Annotated[int, Field(gt=0)]
    eenheid: Literal["dagen", "weken"]
    na: Literal[
        "melding",
        "aanvraag",
        "bekendmaking",
        "einde_bezwaartermijn",
        "ingebrekestelling",
        "einde_beslistermijn",
    ]


class Bijdragebedrag(Herkomst):
    """The own contribution of a household per month, from this date; `gecontroleerd` by a person or not."""

    van: dt.date
    euro_per_maand: Annotated[str, StringConstraints(pattern=r"^\d+\.\d\d$")] | None = Field(
        None, description="leeg: hangt af van inkomen en vermogen"
    )
    gecontroleerd: bool


class Gespreksonderwerp(Herkomst):
    """One of the seven topics the law prescribes for the conversation."""

    sleutel: Sleutel
    letter: Annotated[str, Field(pattern=r"^[a-g]$")]
    naam: Tekst
    vraag: Tekst


class Toestemming(Herkomst):
    """Who must agree to youth help at which age."""

    van: int
    tot: int | None
    jeugdige: bool
    ouders: bool

    def geldt_voor(self, leeftijd: int) -> bool:
        """Whether somebody of this age falls under this line."""
        return self.van <= leeftijd and (self.tot is None or leeftijd < self.tot)


class Trede(Streng):
    """A layer of help, in the order in which it is looked at."""

    laag: Laag
    naam: Tekst


class Wetboek(Gedateerd):
    """One version of the law file."""

    naam: Tekst
    regels: tuple[Beslisregel, ...]
    let_op: tuple[LetOpRegel, ...]
    termijnen: tuple[Termijn, ...]
    eigen_bijdrage: tuple[Bijdragebedrag, ...]
    gespreksonderwerpen: tuple[Gespreksonderwerp, ...]
    toestemming: tuple[Toestemming, ...]
    treden: tuple[Trede, ...]

    def termijn(self, sleutel: str) -> Termijn:
        """The legal term with this key; KeyError when the law file has none."""
        return {termijn.sleutel: termijn for termijn in self.termijnen}[sleutel]

    def bijdrage_op(self, op: dt.date) -> Bijdragebedrag | None:
        """The own contribution in force on a date, or None before the first."""
        return max(
            (b for b in self.eigen_bijdrage if b.van <= op), key=lambda b: b.van, default=None
        )
