"""What a campaign found, in one shape for all of them: `bench/*.json`, and from there `docs/bewijs.md`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Controle:
    """One thing that was checked so many times, how often it was right, and what it means in plain Dutch."""

    naam: str
    aantal: int
    goed: int
    uitleg: str


@dataclass(frozen=True)
class Controleproef:
    """A fault that was planted on purpose, and whether the check noticed it."""

    naam: str
    betrapt: bool
    uitleg: str


def bewaar(
    bestand: Path,
    *,
    zaad: int,
    opdracht: str,
    controles: Sequence[Controle],
    controle_proef: Sequence[Controleproef],
    versies: str = "",
) -> None:
    """Write the result of a campaign; `opdracht` is the command that does it again."""
    bestand.parent.mkdir(parents=True, exist_ok=True)
    inhoud = {
        "gemeten": datetime.now(UTC).date().isoformat(),
        "zaad": zaad,
        "opdracht": opdracht,
        "versies": versies,
        "controles": [asdict(controle) for controle in controles],
        "controle_proef": [asdict(proef) for proef in controle_proef],
    }
    bestand.write_text(json.dumps(inhoud, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
