"""The list of areas of a municipality, for whoever says where somebody lives."""

from __future__ import annotations

from eenplan.beleid.api import Toegangsmodel

Keuzes = list[tuple[str, str | list[tuple[str, str]]]]


def gebiedskeuzes(model: Toegangsmodel) -> Keuzes:
    """The wijken with their buurten; who does not know the buurt chooses the wijk."""
    keuzes: Keuzes = [("", "Kies een wijk of buurt")]
    for wijk in model.indeling.wijken:
        buurten = [(b.sleutel, b.naam) for gebied in wijk.gebieden for b in gebied.buurten]
        if buurten:
            keuzes.append((wijk.naam, [*buurten, (wijk.sleutel, f"{wijk.naam}, buurt onbekend")]))
        else:
            keuzes.append((wijk.sleutel, wijk.naam))
    return keuzes


def gebiedsnamen(model: Toegangsmodel) -> dict[str, str]:
    """Every area by its key, with the wijk it lies in."""
    namen = {wijk.sleutel: wijk.naam for wijk in model.indeling.wijken}
    for wijk in model.indeling.wijken:
        for gebied in wijk.gebieden:
            namen |= {b.sleutel: f"{b.naam} ({wijk.naam})" for b in gebied.buurten}
    return namen
