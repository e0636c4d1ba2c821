"""The gezichtenkaart as a PDF for the wall: made as letters are, accessible and the same bytes every time."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache

import typst

from eenplan.beleid.api import Partij, Toegangsmodel

from .brief import SJABLONEN, SLOT
from .drukbaar import LETTERMAPPEN, alle_tekens, drukbaar, lettertypen


@cache
def gezichtenkaart(model: Toegangsmodel) -> bytes:
    """One page with a face for each organisation (L4). Made once for each version of a municipality's file."""
    data = {
        "lettertypen": list(lettertypen()),
        "titel": _schoon(f"Wie helpt u in {model.naam}?"),
        "gemeente": _schoon(f"Gemeente {model.naam}"),
        "zin": "Bel gerust zelf. U krijgt deze persoon aan de lijn, zonder verwijzing.",
        "voet": "Is er nu gevaar? Bel 112. Bij geweld thuis: Veilig Thuis, 0800-2000, dag en nacht.",
        "gezichten": [_gezicht(partij) for partij in model.gezichten],
    }
    gemaakt = datetime.combine(model.geldig_vanaf, time(), UTC)
    with SLOT:
        uit = _zetter().compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(gemaakt.timestamp()),
        )
    if not isinstance(uit, bytes):
        raise TypeError("Een kaart is één bestand.")
    return uit


@cache
def _zetter() -> typst.Compiler:
    return typst.Compiler(
        input=str(SJABLONEN / "kaart.typ"),
        root=str(SJABLONEN),
        font_paths=[str(map_) for map_ in LETTERMAPPEN],
        ignore_system_fonts=True,
    )


def _gezicht(partij: Partij) -> dict[str, str]:
    gezicht = partij.gezicht
    if gezicht is None:
        raise ValueError(f"{partij.sleutel} heeft geen gezicht")
    woorden = gezicht.naam.split()
    letters = {"letters": f"{woorden[0][0]}{woorden[-1][0]}".upper(), "naam": gezicht.naam}
    rest = {
        "partij": partij.naam[0].upper() + partij.naam[1:],
        "waarvoor": gezicht.waarvoor,
        "telefoon": gezicht.telefoon,
        "mail": gezicht.mail,
        "bereikbaar": gezicht.bereikbaar or "",
    }
    return {sleutel: _schoon(waarde) for sleutel, waarde in (letters | rest).items()}


def _schoon(tekst: str) -> str:
    return drukbaar(tekst, alle_tekens())
