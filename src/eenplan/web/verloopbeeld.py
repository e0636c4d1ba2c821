"""How it goes over time as a drawing: one field of life, five steps in words, a line for each who looks.

Worked out here, so that the page needs no script. Round and a whole line is the resident, square and a broken line the
team: shape and word tell it too, never colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eenplan.onderzoeken.api import ZELF, Gezichtspunt, Lijn
from eenplan.web.opmaak import VASTE_SPATIE, datum

BREED, HOOG = 340, 196
LINKS, RECHTS, BOVEN, TREDE = 124, 322, 18, 34
STIP = 7
WIE: Mapping[Gezichtspunt, str] = {
    Gezichtspunt.INWONER: "de inwoner",
    Gezichtspunt.TEAM: "het team",
}


@dataclass(frozen=True, slots=True)
class Stip:
    """One answer in the drawing; `x` and `y` are its middle, `links` and `boven` the corner of a square there."""

    x: int
    y: int
    rond: bool

    @property
    def links(self) -> int:
        """Where a square begins."""
        return self.x - STIP

    @property
    def boven(self) -> int:
        """Where a square begins."""
        return self.y - STIP


@dataclass(frozen=True, slots=True)
class Spoor:
    """The answers of one who looks; `punten` is the line through them, empty for a single answer."""

    team: bool
    punten: str
    stippen: tuple[Stip, ...]


@dataclass(frozen=True, slots=True)
class Streep:
    """One step of the scale, with its words left of it."""

    y: int
    woord: str


@dataclass(frozen=True, slots=True)
class Dag:
    """A day under the drawing; `plek` is how its text is set: begin, midden or eind."""

    x: int
    tekst: str
    plek: str


@dataclass(frozen=True, slots=True)
class Verloop:
    """One field of life: the drawing, and the same in a sentence and in a table."""

    naam: str
    van_wie: str
    reden: str
    zinnen: tuple[str, ...]
    strepen: tuple[Streep, ...]
    sporen: tuple[Spoor, ...]
    dagen: tuple[Dag, ...]
    rijen: tuple[tuple[str, str, str], ...]
    breed: int = BREED
    hoog: int = HOOG
    links: int = LINKS
    rechts: int = RECHTS
    onder: int = HOOG - 6
    stip: int = STIP
    zijde: int = STIP * 2


def voor_inwoner(kind: str) -> Mapping[Gezichtspunt, str]:
    """Who looks, in words for a resident: oneself, or the child of this name whom it is about."""
    return {Gezichtspunt.INWONER: kind or "uzelf", Gezichtspunt.TEAM: "het team"}


def teken(lijn: Lijn, *, van_wie: str = "", wie: Mapping[Gezichtspunt, str] = WIE) -> Verloop:
    """The field of life over time. Without an answer it is only its name and why it is on."""
    dagen = sorted({p.op for p in lijn.punten})
    x = _plaatsen(dagen)
    # the round dots of the resident lie over the squares, so that both show where the two agree
    sporen = [s for kijker in reversed(Gezichtspunt) if (s := _spoor(lijn, kijker, x)) is not None]
    return Verloop(
        naam=lijn.naam,
        van_wie=van_wie,
        reden=lijn.reden,
        zinnen=tuple(zin for k in Gezichtspunt if (zin := _zin(lijn, k, wie[k]))),
        strepen=tuple(Streep(_hoogte(trede), woord) for trede, woord in ZELF.items()),
        sporen=tuple(sporen),
        dagen=_onderschrift(dagen, x),
        rijen=tuple(
            (datum(p.op), wie[p.gezien_door].capitalize(), ZELF[p.lukt]) for p in lijn.punten
        ),
    )


def _hoogte(lukt: int) -> int:
    return BOVEN + (max(ZELF) - lukt) * TREDE


def _plaatsen(dagen: Sequence[date]) -> Mapping[date, int]:
    """Where each day stands: in proportion to the time between, one day alone in the middle."""
    if len(dagen) == 1:
        return {dagen[0]: (LINKS + RECHTS) // 2}
    begin, eind = LINKS + 2 * STIP, RECHTS - STIP
    duur = (dagen[-1] - dagen[0]).days if dagen else 1
    return {dag: begin + round((eind - begin) * (dag - dagen[0]).days / duur) for dag in dagen}


def _spoor(lijn: Lijn, kijker: Gezichtspunt, x: Mapping[date, int]) -> Spoor | None:
    stippen = tuple(
        Stip(x[p.op], _hoogte(p.lukt), kijker is Gezichtspunt.INWONER)
        for p in lijn.punten
        if p.gezien_door is kijker
    )
    if not stippen:
        return None
    punten = " ".join(f"{s.x},{s.y}" for s in stippen) if len(stippen) > 1 else ""
    return Spoor(kijker is Gezichtspunt.TEAM, punten, stippen)


def _onderschrift(dagen: Sequence[date], x: Mapping[date, int]) -> tuple[Dag, ...]:
    """The first and the last day; those between stand in the table."""
    if not dagen:
        return ()
    if len(dagen) == 1:
        return (Dag(x[dagen[0]], datum(dagen[0]), "midden"),)
    return (
        Dag(LINKS, datum(dagen[0]), "begin"),
        Dag(RECHTS, datum(dagen[-1]), "eind"),
    )


def _zin(lijn: Lijn, kijker: Gezichtspunt, wie: str) -> str:
    """What this one saw first and last, in words."""
    punten = [p for p in lijn.punten if p.gezien_door is kijker]
    if not punten:
        return ""
    eerst, nu = punten[0], punten[-1]
    begonnen, laatst = (datum(p.op).replace(" ", VASTE_SPATIE) for p in (eerst, nu))
    begin = f"Volgens {wie}"
    if len(punten) == 1:
        return f"{begin}: het {ZELF[nu.lukt]} ({laatst})."
    if eerst.lukt == nu.lukt:
        return f"{begin}: het {ZELF[nu.lukt]}, net als op {begonnen}."
    return f"{begin}: het {ZELF[nu.lukt]}. Op {begonnen} was dat: {ZELF[eerst.lukt]}."
