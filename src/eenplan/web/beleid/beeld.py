"""A toegangsmodel as a page shows it: every rule with where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Beslisregel, Partij, Routeregel, Toegangsmodel, Wetboek
from eenplan.web import opmaak

from . import woorden


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where something comes from; `aanname` is what is ours, and why."""

    bron: str
    aanname: str


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of a table: when it fits, what then, and why."""

    nummer: str
    als: tuple[str, ...]
    dan: tuple[str, ...]
    uitleg: str
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Feit:
    """A name with a value, where it comes from, and whether somebody still has to check it."""

    naam: str
    waarde: str
    herkomst: Herkomst
    controleren: bool = False


@dataclass(frozen=True, slots=True)
class Versie:
    """One version: from when, and what it changed, in sentences."""

    vanaf: date
    href: str
    huidig: bool
    anders: tuple[str, ...]


NA: Mapping[str, str] = {
    "melding": "de melding",
    "aanvraag": "de aanvraag",
    "bekendmaking": "de brief met het besluit",
    "einde_bezwaartermijn": "de laatste dag voor bezwaar",
    "ingebrekestelling": "de brief dat het te lang duurt",
    "einde_beslistermijn": "de laatste dag om te beslissen",
}


def herkomst(deel: Partij | Beslisregel | Routeregel | object) -> Herkomst:
    """Where this part of the file comes from."""
    return Herkomst(getattr(deel, "bron", None) or "", getattr(deel, "reden", None) or "")


def beslisregels(model: Toegangsmodel, rijen: Sequence[Beslisregel]) -> list[Regel]:
    """Rows that say what must happen."""
    return [
        Regel(r.regel, woorden.als(r, model), woorden.dan(r), r.toelichting, herkomst(r))
        for r in rijen
    ]


def _getal(waarde: str) -> str:
    """A number as one writes it: 9.000.000 or 12,5."""
    heel, _, rest = waarde.partition(".")
    return f"{int(heel):,}".replace(",", ".") + (f",{rest}" if rest else "")


def routering(model: Toegangsmodel) -> list[Regel]:
    """Rows that say who takes the question."""
    namen = {partij.sleutel: partij.naam for partij in model.partijen}
    return [
        Regel(
            r.regel,
            woorden.als(r, model),
            (
                namen[r.partij],
                *([woorden.waarde(r.team.soort)] if r.team else []),
            ),
            r.toelichting,
            herkomst(r),
        )
        for r in model.routering
    ]


def bedragen(model: Toegangsmodel, wet: Wetboek, op: date) -> list[Feit]:
    """What help costs a household, and what the municipality agreed about money."""
    bijdrage = wet.bijdrage_op(op)
    feiten = []
    if bijdrage:
        per_maand = bijdrage.euro_per_maand
        bedrag = (
            f"€\u00a0{per_maand.replace('.', ',')} per maand"
            if per_maand
            else "hangt af van inkomen"
        )
        feiten.append(
            Feit(
                f"Eigen bijdrage Wmo vanaf {opmaak.datum(bijdrage.van)}",
                bedrag,
                herkomst(bijdrage),
                not bijdrage.gecontroleerd,
            )
        )
    return feiten + [
        Feit(b.naam, f"{_getal(b.waarde)} {woorden.waarde(b.eenheid)}", herkomst(b))
        for b in model.bekostiging.bedragen
    ]


def termijnen(wet: Wetboek) -> list[Feit]:
    """The legal terms. What is an assumption has not been checked by a lawyer."""
    return [
        Feit(
            t.naam,
            f"{t.aantal} {t.eenheid} na {NA[t.na]}",
            herkomst(t),
            t.reden is not None,
        )
        for t in wet.termijnen
    ]


def versies(gemeente: str, huidig: Toegangsmodel) -> list[Versie]:
    """Every version, newest first, with what it changed."""
    alle = beleid.versies(gemeente)
    vorige = (None, *alle[:-1])
    gemaakt = [
        Versie(
            vanaf=model.geldig_vanaf,
            href=f"?versie={model.geldig_vanaf}",
            huidig=model.geldig_vanaf == huidig.geldig_vanaf,
            anders=beleid.verschil_in_woorden(eerder, model) if eerder else (),
        )
        for eerder, model in zip(vorige, alle, strict=True)
    ]
    return gemaakt[::-1]


def aantal_aannames(model: Toegangsmodel) -> tuple[int, int]:
    """Of how many rules in the tables we assumed something, and how many there are."""
    rijen = (*model.beslistabel, *model.routering)
    return sum(rij.reden is not None for rij in rijen), len(rijen)
