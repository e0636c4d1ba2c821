"""Who gets which question, and which help begins at once: told before somebody sends, from the policy file (H2, L6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Partij, Toegangsmodel
from eenplan.meldingen.api import VRAGEN, routevragen
from eenplan.uitvoering.api import LICHT_TRAJECT

LICHT = "licht"


@dataclass(frozen=True, slots=True)
class Verdeling:
    """A party and the subjects that lead to it."""

    naam: str
    onderwerpen: tuple[str, ...]


def verdeling(model: Toegangsmodel, op: date) -> list[Verdeling]:
    """Which subject leads to whom, for somebody of whom nothing else is known.

    Empty where the subject is not asked, or where all lead to the same party: then there is nothing to choose.
    """
    if "vraag" not in routevragen(model):
        return []
    bij: dict[str, list[str]] = {}
    for vraag, zin in VRAGEN.items():
        situatie = beleid.situatie({"gemeente": model.sleutel, "op": op, "vraag": vraag})
        bij.setdefault(beleid.routeer(situatie).partij, []).append(zin)
    if len(bij) == 1:
        return []
    namen = model.partij_op_sleutel
    return [Verdeling(capfirst(namen[p].naam), tuple(zinnen)) for p, zinnen in bij.items()]


def begint_meteen(model: Toegangsmodel, op: date, bij: Iterable[Partij] | None = None) -> str:
    """The sentence about help that begins at once for a number of times; empty where the policy has none (L6).

    `bij`: only help that these parties give. That it begins at once and is free is asked of the decision table.
    """
    aantal = model.bedrag_op_sleutel.get(LICHT_TRAJECT)
    gevers = None if bij is None else {partij.sleutel for partij in bij}
    hulp = [
        v.naam
        for v in model.voorzieningen
        if v.voorziening == LICHT and (gevers is None or v.aanbieder in gevers)
    ]
    if aantal is None or not hulp:
        return ""
    antwoord = beleid.beslis(
        beleid.situatie({"gemeente": model.sleutel, "op": op, "voorziening": LICHT})
    )
    if antwoord.start != "direct":
        return ""
    gratis = "" if antwoord.eigen_bijdrage else " gratis"
    *voor, laatste = hulp
    wat = f"{', '.join(voor)} en {laatste}" if voor else laatste
    return f"{capfirst(wat)}: dat kan meteen beginnen, {aantal.waarde} keer{gratis}. Daarna kijkt u samen verder."
