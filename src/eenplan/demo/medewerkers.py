"""Who works in the demo: for each team or organisation of the policy file somebody, a few of them by name."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from eenplan.beleid.api import Partij, Toegangsmodel
from eenplan.organisaties import api as organisaties
from eenplan.organisaties.api import Functie

from . import namen
from .bekend import BEKEND, COLLEGA

# Organisations that give access themselves work like a team; the others carry out what is asked of them.
TOEGANG = frozenset({"toegang", "consortium", "cooperatie"})


def neem_in_dienst(versies: Sequence[Toegangsmodel]) -> None:
    """Somebody for every team and every organisation that any version of this municipality's model names."""
    gemeente = versies[-1].sleutel
    partijen = {p.sleutel: p for model in versies for p in model.partijen}
    for partij in partijen.values():
        _dienst(gemeente, partij.sleutel, _functie(partij), organisatie=partij.sleutel)
        if partij.soort == "gemeente":
            _beleidsadviseur(gemeente, partij.sleutel)
            _dienst(gemeente, "bezwaar", Functie.CONSULENT, organisatie=partij.sleutel)
    for team in {t.sleutel: t for model in versies for t in model.indeling.teams}.values():
        van_gemeente = partijen[team.partij].soort == "gemeente"
        functie = Functie.CONSULENT if van_gemeente else Functie.HULPVERLENER
        _dienst(gemeente, team.sleutel, functie, organisatie=team.partij, team=team.sleutel)


def _beleidsadviseur(gemeente: str, organisatie: str) -> None:
    _dienst(gemeente, "beleid", Functie.BELEIDSADVISEUR, organisatie=organisatie)


def _functie(partij: Partij) -> Functie:
    if partij.soort == "gemeente":
        return Functie.CONSULENT
    return Functie.HULPVERLENER if partij.soort in TOEGANG else Functie.AANBIEDER


def _dienst(
    gemeente: str, plek: str, functie: Functie, *, organisatie: str, team: str | None = None
) -> None:
    sleutel = f"{gemeente}/{plek}"
    naam = (BEKEND | COLLEGA).get(sleutel) or namen.naam(Random(sleutel))
    registratie = "SKJ 100000000" if functie == Functie.HULPVERLENER else ""
    organisaties.neem_in_dienst(
        gemeente=gemeente,
        sleutel=plek,
        naam=naam,
        functie=functie,
        organisatie=organisatie,
        teams=[team] if team else [],
        registratie=registratie,
    )
