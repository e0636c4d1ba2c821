"""Write the documents that follow from the code: case flows, reactions, assumptions, a schema, what was proven.

`python -m scripts.documenten` from the root of the repository. A test compares what is written with what the code says.
"""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from eenplan.platform.flow import Flow

PROJECT = Path(__file__).resolve().parents[1]
BRON = PROJECT / "src" / "eenplan"
GEMAAKT = "<!-- Made by scripts/documenten.py; change the code, not this file. -->\n"


def documenten() -> dict[str, str]:
    """Every generated document: its path from the root of the repository, and its text."""
    from eenplan.beleid.schema import schema
    from scripts import snelheid
    from scripts.aannames import lijst
    from scripts.bewijs import pagina

    return {
        **{f"docs/toestanden/{_bestandsnaam(flow.naam)}.md": flow.tekening() for flow in stromen()},
        "docs/aannames.md": lijst(),
        "docs/bewijs.md": pagina(),
        "docs/reacties.md": _reacties(),
        "modellen/schema.json": schema(),
        **snelheid.documenten(),
    }


def stromen() -> Iterator[Flow[object, StrEnum]]:
    """Every case flow of every room."""
    for pad in sorted(BRON.glob("*/*.py")):
        if pad.parent.name == "platform" or "Flow(" not in pad.read_text(encoding="utf-8"):
            continue
        module = import_module(f"eenplan.{pad.parent.name}.{pad.stem}")
        for waarde in vars(module).values():
            if isinstance(waarde, Flow):
                yield waarde


def _bestandsnaam(naam: str) -> str:
    return re.sub(r"\W+", "-", naam.lower())


def _reacties() -> str:
    from eenplan.config import reacties
    from eenplan.platform.gebeurtenissen import alle_soorten

    regels = [
        GEMAAKT,
        "# What follows on what",
        "",
        "Synchronous, in the same transaction, in this order; each reaction calls only its own room"
        " ([ADR 4](adr/0004-room-order-and-upward-reactions.md)).",
        "",
        "| event | sentence | reactions, in order |",
        "|---|---|---|",
    ]
    for sleutel, rij in reacties.REACTIES.items():
        stappen = "<br>".join(
            f"`{reactie.__module__.split('.')[1]}.{reactie.__name__}`: {_uitleg(reactie)}"
            for reactie in rij
        )
        regels.append(f"| `{sleutel}` | {alle_soorten()[sleutel].zin} | {stappen} |")
    return "\n".join(regels) + "\n"


def _uitleg(reactie: object) -> str:
    return (inspect.getdoc(reactie) or "").partition("\n")[0]


def main() -> None:
    """Write them all; a drawing whose flow is gone is removed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eenplan.config.settings")
    import django

    django.setup()
    teksten = documenten()
    for oud in (PROJECT / "docs" / "toestanden").glob("*.md"):
        if oud.relative_to(PROJECT).as_posix() not in teksten:
            oud.unlink()
    for pad, tekst in teksten.items():
        (PROJECT / pad).parent.mkdir(parents=True, exist_ok=True)
        (PROJECT / pad).write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
