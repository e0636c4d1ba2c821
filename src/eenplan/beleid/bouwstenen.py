"""What every part of a policy file is built from: strict frozen classes, a source, and the cells of a row."""

import datetime as dt
import re
from functools import cached_property
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from eenplan.beleid.woordenschat import (
    Beslisser,
    Bijzonder,
    Complexiteit,
    Document,
    Kanaal,
    Levering,
    OordeelInwoner,
    OordeelTeam,
    School,
    Stap,
    Start,
    Vervolg,
    Verwijzer,
    Voorzieningsoort,
    Vraag,
    Wet,
)

Sleutel = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Regelnummer = Annotated[str, StringConstraints(pattern=r"^[A-Z]?[0-9]+[a-z]?$")]
ONLEESBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _leesbaar(tekst: str) -> str:
    """Refuse what no screen shows and no spreadsheet holds, and what nobody types on purpose."""
    if ONLEESBAAR.search(tekst):
        raise ValueError("hier staat een teken dat niet te lezen is; typ de tekst opnieuw")
    return tekst


Tekst = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_leesbaar)
]
Lijst = Field(min_length=1)


class Streng(BaseModel):
    """Frozen, and a key that does not exist is an error instead of silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Gedateerd(Streng):
    """A file that is in force from a date until the next one starts."""

    geldig_vanaf: dt.date


class Herkomst(Streng):
    """Where a rule comes from: a source, or an assumption of ours with its reason (X1).

    Both may be given: then the source carries the rule and the reason says which part of it is ours.
    """

    bron: Tekst | None = None
    aanname: bool = False
    reden: Tekst | None = None

    @model_validator(mode="after")
    def _heeft_herkomst(self) -> Self:
        if self.bron is None and not self.aanname:
            raise ValueError("geef `bron`, of `aanname: true` met `reden`")
        if self.aanname != (self.reden is not None):
            raise ValueError("`aanname: true` en `reden` horen bij elkaar")
        return self

    @property
    def bron_of_aanname(self) -> str:
        """The source in words, or the word `aanname`."""
        return self.bron or "aanname"


class Leeftijdcel(Streng):
    """An age range: `van` is included, `tot` is not; `onbekend: true` also takes an unknown age."""

    van: int | None = None
    tot: int | None = None
    onbekend: bool = False

    @model_validator(mode="after")
    def _zegt_iets(self) -> Self:
        if self.van is None and self.tot is None and not self.onbekend:
            raise ValueError("geef `van`, `tot` of `onbekend: true`")
        return self

    def past(self, waarde: object) -> bool:
        """Whether this age (None: unknown) lies in the range."""
        if not isinstance(waarde, int):
            return self.onbekend
        if self.van is None and self.tot is None:
            return False
        return (self.van is None or waarde >= self.van) and (self.tot is None or waarde < self.tot)

    def __str__(self) -> str:
        delen = [f"{self.van} of ouder"] if self.van is not None else []
        delen += [f"jonger dan {self.tot}"] if self.tot is not None else []
        return (
            " en ".join(delen) + (" of onbekend" if delen and self.onbekend else "") or "onbekend"
        )


class Datumcel(Streng):
    """A stretch of dates: `van` is included, `tot` is not."""

    van: dt.date | None = None
    tot: dt.date | None = None

    @model_validator(mode="after")
    def _zegt_iets(self) -> Self:
        if self.van is None and self.tot is None:
            raise ValueError("geef `van` of `tot`")
        return self

    def past(self, waarde: object) -> bool:
        """Whether this date lies in the stretch."""
        if not isinstance(waarde, dt.date):
            return False
        return (self.van is None or waarde >= self.van) and (self.tot is None or waarde < self.tot)

    def __str__(self) -> str:
        delen = [f"op of na {self.van}"] if self.van is not None else []
        delen += [f"voor {self.tot}"] if self.tot is not None else []
        return " en ".join(delen)


Cel = tuple[object, ...] | Leeftijdcel | Datumcel


class Cellen(Streng):
    """One combination a row fits on: every cell that is filled must hold. A cell lists the values it takes."""

    op: Datumcel | None = None
    leeftijd: Leeftijdcel | None = None
    kinderen_onder_18: Annotated[tuple[bool, ...], Lijst] | None = None
    wijk: Annotated[tuple[Sleutel, ...], Lijst] | None = None
    buurt: Annotated[tuple[Sleutel, ...], Lijst] | None = None
    school: Annotated[tuple[School, ...], Lijst] | None = None
    kanaal: Annotated[tuple[Kanaal, ...], Lijst] | None = None
    wet: Annotated[tuple[Wet, ...], Lijst] | None = None
    vraag: Annotated[tuple[Vraag, ...], Lijst] | None = None
    complexiteit: Annotated[tuple[Complexiteit, ...], Lijst] | None = None
    voorziening: Annotated[tuple[Voorzieningsoort, ...], Lijst] | None = None
    bijzonder: Annotated[tuple[Bijzonder, ...], Lijst] | None = None
    levering: Annotated[tuple[Levering, ...], Lijst] | None = None
    oordeel_team: Annotated[tuple[OordeelTeam, ...], Lijst] | None = None
    oordeel_inwoner: Annotated[tuple[OordeelInwoner, ...], Lijst] | None = None
    overgangsrecht: Annotated[tuple[bool, ...], Lijst] | None = None
    spoed: Annotated[tuple[bool, ...], Lijst] | None = None
    verwijzer: Annotated[tuple[Verwijzer, ...], Lijst] | None = None
    stap: Annotated[tuple[Stap, ...], Lijst] | None = None

    @cached_property
    def gevuld(self) -> tuple[tuple[str, Cel], ...]:
        """The filled cells."""
        cellen = ((sleutel, getattr(self, sleutel)) for sleutel in type(self).model_fields)
        return tuple((sleutel, cel) for sleutel, cel in cellen if cel is not None)


class CellenMetUitkomst(Cellen):
    """As `Cellen`, and also over the outcome of the decision: for warnings beside it."""

    document: Annotated[tuple[Document, ...], Lijst] | None = None
    vervolg: Annotated[tuple[Vervolg, ...], Lijst] | None = None
    beslist_door: Annotated[tuple[Beslisser, ...], Lijst] | None = None
    start: Annotated[tuple[Start, ...], Lijst] | None = None
    eigen_bijdrage: Annotated[tuple[bool, ...], Lijst] | None = None


Als = Annotated[
    tuple[Cellen, ...],
    Field(description="de rij past als één van deze combinaties past; leeg past altijd"),
]
