"""A case flow is one typed table. It gives the buttons, the refusals, the drawing, the tests and the database guard.

A state-machine library was considered and dropped: none of them stops an update behind its back, and a table
that is data can be drawn, tested for gaps and compared with the guard in the database (docs/adr/0009).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from .fouten import Geweigerd

F = TypeVar("F")
T = TypeVar("T", bound=StrEnum)


@dataclass(frozen=True)
class Stap(Generic[F, T]):
    """One allowed step: its name, from where to where, and the questions that must have no objection."""

    naam: str
    van: T
    naar: T
    voorwaarden: Sequence[Callable[[F], str | None]] = ()


@dataclass(frozen=True)
class Flow(Generic[F, T]):
    """All steps of one kind of file, and who holds the pen in each state."""

    naam: str
    start: T
    eigenaar: dict[T, str]
    stappen: Sequence[Stap[F, T]]

    def weigeringen(self, stap: str, feiten: F, toestand: T) -> list[str]:
        """Why this step cannot be taken now; an empty list means that it can."""
        for kandidaat in self.stappen:
            if kandidaat.naam == stap and kandidaat.van == toestand:
                return [zin for vraag in kandidaat.voorwaarden if (zin := vraag(feiten))]
        return [f"Deze stap kan niet (meer): de toestand is '{toestand}'."]

    def neem(self, stap: str, feiten: F, toestand: T) -> T:
        """The state after this step, or `Geweigerd` with the same sentences the screen shows."""
        if zinnen := self.weigeringen(stap, feiten, toestand):
            raise Geweigerd(*zinnen)
        return next(s.naar for s in self.stappen if s.naam == stap and s.van == toestand)

    def paren(self) -> list[tuple[str, str]]:
        """Every allowed change of state, for the guard in the database."""
        return sorted({(str(s.van), str(s.naar)) for s in self.stappen})

    def gaten(self) -> list[str]:
        """States without an owner, and states that no step reaches."""
        soort = type(self.start)
        bereikt = {self.start, *(s.naar for s in self.stappen)}
        zonder = [f"{t}: niemand is aan zet" for t in soort if t not in self.eigenaar]
        return zonder + [f"{t}: geen stap komt hier" for t in soort if t not in bereikt]

    def tekening(self) -> str:
        """The flow as a mermaid diagram."""
        regels = [
            f"# {self.naam}",
            "",
            "```mermaid",
            "stateDiagram-v2",
            f"    [*] --> {self.start}",
        ]
        regels += [f"    {s.van} --> {s.naar} : {s.naam}" for s in self.stappen]
        regels += ["```", "", "| toestand | wie is aan zet |", "|---|---|"]
        regels += [f"| {toestand} | {wie} |" for toestand, wie in self.eigenaar.items()]
        return "\n".join(regels) + "\n"
