"""What a walk asks of somebody, counted: kept for the table of `make burden`, compared with the table otherwise."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

TABEL = Path(__file__).resolve().parents[2] / "docs" / "regeldruk.md"


@dataclass(frozen=True)
class Gang:
    """A walk that everybody has to go, with the most it may ask; a target that is None was not set."""

    rol: str
    wat: str
    schermen: int | None = None
    velden: int | None = None
    klikken: int | None = None


INWONER = Gang("inwoner", "van de voorpagina tot wie belt en wanneer", schermen=3, velden=5)
TELEFOON = Gang("professional", "van telefoontje tot vraag op de lijst", schermen=1, velden=6)
LICHT = Gang("professional", "van gesprek en plan tot de hulp begint", schermen=4)
BRIEF = Gang("professional", "van akkoord tot verwijzing bij de aanbieder", klikken=1)


@dataclass(frozen=True)
class Meting:
    """What was counted in one municipality."""

    gemeente: str
    gang: Gang
    schermen: int
    velden: int
    zonder_reden: int
    klikken: int
    brieven: int
    overdrachten: int

    def gemist(self) -> list[str]:
        """The targets that were not met, in words."""
        waar = f"{self.gemeente}, {self.gang.wat}"
        zonder = [f"{waar}: {self.zonder_reden} velden zonder reden"] if self.zonder_reden else []
        return zonder + [
            f"{waar}: {getattr(self, naam)} {naam}, hooguit {doel}"
            for naam in ("schermen", "velden", "klikken")
            if (doel := getattr(self.gang, naam)) is not None and getattr(self, naam) > doel
        ]

    def rij(self) -> str:
        """The row of the table."""
        geteld = (
            f"{getattr(self, naam)}" + ("" if doel is None else f" (hooguit {doel})")
            for naam in ("schermen", "velden", "klikken")
            for doel in (getattr(self.gang, naam),)
        )
        rest = (str(self.zonder_reden), str(self.brieven), str(self.overdrachten))
        stand = "nee" if self.gemist() else "ja"
        return f"| {' | '.join((self.gemeente, self.gang.rol, self.gang.wat, *geteld, *rest, stand))} |"


def leg_vast(meting: Meting) -> None:
    """Keep what was counted for `make burden`; else fail on a missed target or another number than the table has."""
    if bestand := os.environ.get("EENPLAN_REGELDRUK"):
        with Path(bestand).open("a", encoding="utf-8") as uit:
            uit.write(json.dumps(asdict(meting) | {"rij": meting.rij(), "gemist": meting.gemist()}))
            uit.write("\n")
        return
    assert not meting.gemist(), "; ".join(meting.gemist())
    tabel = TABEL.read_text(encoding="utf-8") if TABEL.exists() else ""
    staat_er = meting.rij() in tabel.splitlines()
    assert staat_er, f"docs/regeldruk.md zegt iets anders; draai `make burden`. Nu: {meting.rij()}"
