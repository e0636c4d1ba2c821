"""What providers do with what is asked of them, in words: the flow, the three grounds, the light track."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eenplan.platform.flow import Flow, Stap


class OpdrachtToestand(StrEnum):
    """Where one piece of help stands with the organisation it is for. `wacht`: not asked yet."""

    WACHT = "wacht"
    GEVRAAGD = "gevraagd"
    AANGENOMEN = "aangenomen"
    BEGONNEN = "begonnen"
    KLAAR = "klaar"
    TERUGGEGEVEN = "teruggegeven"
    GESTOPT = "gestopt"


TOEGEZEGD = frozenset(
    {OpdrachtToestand.AANGENOMEN, OpdrachtToestand.BEGONNEN, OpdrachtToestand.KLAAR}
)
"""Where who was asked took the help on: from then a day may be told."""


class Grond(StrEnum):
    """The three grounds on which a provider may refuse before the start (F11). Another one does not exist."""

    ZWAARWEGEND = "zwaarwegend"
    EXPERTISE = "expertise"
    COMPLEX = "complex"


GROND_ZIN: Mapping[Grond, str] = {
    Grond.ZWAARWEGEND: "Er zijn zwaarwegende redenen",
    Grond.EXPERTISE: "Dit valt buiten wat wij kunnen",
    Grond.COMPLEX: "De situatie is uitzonderlijk ingewikkeld",
}


class Verder(StrEnum):
    """What resident and helper decide together when the light track is used up."""

    DOOR = "door"
    ZELF = "zelf"
    ANDERS = "anders"


VERDER_ZIN: Mapping[Verder, str] = {
    Verder.DOOR: "de hulp gaat door",
    Verder.ZELF: "de inwoner kan zelf verder",
    Verder.ANDERS: "er komt andere hulp",
}


@dataclass(frozen=True, slots=True)
class OpdrachtFeiten:
    """What the conditions of the flow ask about."""

    andere_hulp: bool = True
    wil_niet_meer: bool = False
    verwijzer: str = ""


def iedereen_wil(feiten: OpdrachtFeiten) -> str | None:
    """Nobody is helped against a no: who arranged it talks with them first (Jeugdwet 7.3.4; Wmo 2.3.2)."""
    if not feiten.wil_niet_meer:
        return None
    return (
        f"Niet iedereen is nog akkoord met deze hulp. Bel {feiten.verwijzer} voordat u verdergaat."
    )


def andere_hulp_staat(feiten: OpdrachtFeiten) -> str | None:
    """Whoever referred stays the owner until another accepted (D25)."""
    if feiten.andere_hulp:
        return None
    return "Er is nog geen andere hulp bij dit doel begonnen of aangenomen. Tot die tijd ligt dit bij u."


OPDRACHT: Flow[OpdrachtFeiten, OpdrachtToestand] = Flow(
    naam="Opdracht",
    start=OpdrachtToestand.WACHT,
    eigenaar={
        OpdrachtToestand.WACHT: "wie de hulp regelt",
        OpdrachtToestand.GEVRAAGD: "de aanbieder; wie verwees blijft eigenaar",
        OpdrachtToestand.AANGENOMEN: "de aanbieder; wie verwees blijft tot het begin",
        OpdrachtToestand.BEGONNEN: "de aanbieder",
        OpdrachtToestand.KLAAR: "niemand",
        OpdrachtToestand.TERUGGEGEVEN: "wie verwees",
        OpdrachtToestand.GESTOPT: "niemand",
    },
    stappen=(
        Stap("vraag", OpdrachtToestand.WACHT, OpdrachtToestand.GEVRAAGD),
        Stap("neem_aan", OpdrachtToestand.GEVRAAGD, OpdrachtToestand.AANGENOMEN, (iedereen_wil,)),
        Stap("geef_terug", OpdrachtToestand.GEVRAAGD, OpdrachtToestand.TERUGGEGEVEN),
        Stap("geef_terug", OpdrachtToestand.AANGENOMEN, OpdrachtToestand.TERUGGEGEVEN),
        Stap("begin", OpdrachtToestand.AANGENOMEN, OpdrachtToestand.BEGONNEN, (iedereen_wil,)),
        Stap("rond_af", OpdrachtToestand.BEGONNEN, OpdrachtToestand.KLAAR),
        Stap(
            "los_op", OpdrachtToestand.TERUGGEGEVEN, OpdrachtToestand.GESTOPT, (andere_hulp_staat,)
        ),
        Stap("stop", OpdrachtToestand.WACHT, OpdrachtToestand.GESTOPT),
        Stap("stop", OpdrachtToestand.GEVRAAGD, OpdrachtToestand.GESTOPT),
        Stap("stop", OpdrachtToestand.AANGENOMEN, OpdrachtToestand.GESTOPT),
        Stap("stop", OpdrachtToestand.BEGONNEN, OpdrachtToestand.GESTOPT),
        Stap("stop", OpdrachtToestand.TERUGGEGEVEN, OpdrachtToestand.GESTOPT),
    ),
)
MAAKT_PLAN = (OpdrachtToestand.AANGENOMEN, OpdrachtToestand.BEGONNEN)
VOOR_BEGIN = (OpdrachtToestand.GEVRAAGD, OpdrachtToestand.AANGENOMEN)

LICHT_TRAJECT = "licht-traject"
"""The key of the amount in the policy file that says how many times a light track is."""
VOLG_DAGEN = 7
"""What waits for somebody is looked at within a week."""


@dataclass(frozen=True, slots=True)
class Teller:
    """How far a light track is: so many times of so many, and what was agreed about going on.

    `besloten_op` is the day on which it was decided to go on; until then nothing stops by itself (waarborg 17).
    """

    gedaan: int
    aantal: int
    gesprek_op: date | None = None
    besloten_op: date | None = None
    verder: Verder | None = None

    @property
    def zin(self) -> str:
        """In words, for whoever does not look at the picture: "1 van 5 keer"."""
        if self.gedaan <= self.aantal:
            return f"{self.gedaan} van {self.aantal} keer"
        return f"{self.gedaan} keer; {self.aantal} keer was afgesproken"

    @property
    def gesprek_nodig(self) -> bool:
        """From the one before last on, one talks about what comes after."""
        return self.verder is None and self.gedaan >= self.aantal - 1

    @property
    def op(self) -> bool:
        """Every time has been, and nothing was decided yet: the help goes on."""
        return self.verder is None and self.gedaan >= self.aantal
