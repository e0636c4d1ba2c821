"""The checker: walks every policy file and tells all that is wrong, one sentence each (X1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eenplan.beleid.boek import WET, Beleidsboek
from eenplan.beleid.fouten import Beleidsfout
from eenplan.beleid.velden import BESTAND


@dataclass(frozen=True)
class Verslag:
    """What was checked, and every sentence about what is wrong."""

    fouten: tuple[str, ...]
    gemeenten: int
    versies: int


def controleer(pad: Path) -> Verslag:
    """Check a folder of policy files, or one file of it with the law beside it; what counts for all checks all."""
    wortel, alleen = _wortel(pad.resolve())
    boek = Beleidsboek(wortel)
    fouten: list[str] = []
    gemeenten: set[str] = set()
    versies = 0
    try:
        _ = boek.wetten
    except Beleidsfout as fout:
        return Verslag(fout.zinnen, 0, 0)
    if alleen is None:
        fouten += _fouten_in_velden(boek)
    for gemeente, scenario in _onderdelen(boek):
        try:
            paden = boek.paden(gemeente, scenario)
        except Beleidsfout as fout:
            fouten += [] if alleen else fout.zinnen
            continue
        for bestand in paden:
            if alleen in (None, bestand):
                gemeenten.add(gemeente)
                versies += 1
                fouten += _fouten_in(boek, bestand, gemeente, scenario)
    return Verslag(tuple(fouten), len(gemeenten), versies)


def _wortel(pad: Path) -> tuple[Path, Path | None]:
    """The folder that holds the law, and the one file that was asked for (None: all)."""
    if not pad.exists():
        raise Beleidsfout(f"{pad}: dit bestand of deze map bestaat niet.")
    if pad.is_dir():
        return pad, None
    wortel = next((map_ for map_ in pad.parents if (map_ / WET).is_dir()), pad.parent)
    voor_alle = pad.parent == wortel / WET or pad == wortel / BESTAND
    return wortel, None if voor_alle else pad


def _onderdelen(boek: Beleidsboek) -> Iterator[tuple[str, str | None]]:
    for gemeente in boek.gemeenten:
        yield gemeente, None
        for scenario in boek.scenarios(gemeente):
            yield gemeente, scenario


def _fouten_in_velden(boek: Beleidsboek) -> tuple[str, ...]:
    try:
        _ = boek.velden
    except Beleidsfout as fout:
        return fout.zinnen
    return ()


def _fouten_in(
    boek: Beleidsboek, bestand: Path, gemeente: str, scenario: str | None
) -> tuple[str, ...]:
    try:
        boek.lees_model(bestand, gemeente, scenario)
        boek.bewijs(bestand, gemeente, scenario)
    except Beleidsfout as fout:
        return fout.zinnen
    return ()
