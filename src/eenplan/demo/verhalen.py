"""Households that must be there, so that everybody with a name finds work: by how far each of them has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import islice
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen.api import Bevestiging
from eenplan.plannen.api import Keuzes

from . import bevolking, hulp, loop
from .bekend import BEKEND
from .bevolking import Gezin
from .loop import Stap
from .medewerkers import TOEGANG

POGINGEN = 400  # households drawn until one asks what leads to this team


class Eind(StrEnum):
    """What this household waits for today."""

    OPPAKKEN = "oppakken"
    VERSLAG = "verslag"
    AKKOORD = "akkoord"
    TWIJFEL = "twijfel"
    BRIEF = "brief"
    AFWIJZING = "afwijzing"
    BESLUIT = "besluit"
    LOOPT = "loopt"
    TERUGKIJKEN = "terugkijken"


@dataclass(frozen=True)
class Verhaal:
    """One household that must be there. `voor`: the team or organisation that has the question; empty is anybody.

    `aanbieder`: who gives the help; empty is anybody who gives what fits.
    """

    eind: Eind
    dagen: int
    voor: str = ""
    aanbieder: str = ""


BIJ_TEAM = (
    (Eind.OPPAKKEN, 1),
    (Eind.OPPAKKEN, 8),  # overdue: nobody called yet
    (Eind.VERSLAG, 20),
    (Eind.AKKOORD, 24),
    (Eind.TWIJFEL, 27),
    (Eind.BRIEF, 30),
    (Eind.AFWIJZING, 33),
    (Eind.TERUGKIJKEN, 81),
)
BIJ_GEMEENTE = ((Eind.BESLUIT, 12), (Eind.BESLUIT, 75), (Eind.BRIEF, 26))
BIJ_AANBIEDER = ((Eind.LOOPT, 18), (Eind.LOOPT, 32), (Eind.LOOPT, 47))


def verhalen(gemeente: str, model: beleid.Toegangsmodel) -> Iterator[Verhaal]:
    """For everybody with a name here, the households that give them their day."""
    for sleutel in BEKEND:
        plaats, plek = sleutel.split("/", 1)
        if plaats != gemeente:
            continue
        partij, team = model.partij_op_sleutel.get(plek), model.team_op_sleutel.get(plek)
        if team is not None and not team.gebieden:
            continue  # nobody comes here by asking: its day is made of signals
        if partij is None or partij.soort in TOEGANG:
            yield from (Verhaal(eind, dagen, voor=plek) for eind, dagen in BIJ_TEAM)
        elif partij.soort == "gemeente":
            yield from (Verhaal(eind, dagen) for eind, dagen in BIJ_GEMEENTE)
        else:
            # a member of a cooperative is asked by the cooperative, so that one has the question
            via = partij.onderdeel_van or ""
            yield from (Verhaal(e, dagen, voor=via, aanbieder=plek) for e, dagen in BIJ_AANBIEDER)


@dataclass(frozen=True)
class Beurt:
    """One act, by who has the question or by the consulent of the municipality."""

    doe: Stap
    gemeente: bool = False


NIEMAND_NOG = (Eind.OPPAKKEN,)
KEUZES = {
    Eind.TWIJFEL: Keuzes(oordeel_team="twijfel"),
    Eind.AFWIJZING: Keuzes(oordeel_team="niet_nodig", oordeel_inwoner="wil_verwijzing"),
    Eind.BRIEF: Keuzes(),
    Eind.LOOPT: Keuzes(),
}


def beurten(verhaal: Verhaal, gezin: Gezin, vraag: Bevestiging) -> list[Beurt]:
    """What is done for this household, up to where it stands today."""
    if verhaal.eind in NIEMAND_NOG:
        return []
    melding = vraag.melding
    stappen: list[Stap] = [
        partial(loop.oppakken, gezin, melding),
        partial(loop.gesprek, gezin, melding),
        partial(loop.afronden, melding),
    ]
    if verhaal.eind is not Eind.VERSLAG:
        stappen.append(partial(loop.versturen, melding))
        stappen += _na_het_gesprek(verhaal, gezin, melding)
    uit = [Beurt(stap) for stap in stappen]
    if verhaal.eind is Eind.LOOPT:
        af = partial(hulp.brief_af, gezin, vraag.persoon)
        uit += [Beurt(af), Beurt(af, gemeente=True)]
    return uit


def _na_het_gesprek(verhaal: Verhaal, gezin: Gezin, melding: UUID) -> list[Stap]:
    if verhaal.eind is Eind.BESLUIT:
        return [partial(hulp.vraag_besluit, gezin, melding)]
    if verhaal.eind is Eind.TERUGKIJKEN:
        return [
            partial(loop.begin_plan, gezin, melding),
            partial(loop.beginnen, melding),
            partial(loop.vaststellen, melding),
        ]
    kies = partial(hulp.kies, gezin, melding, verhaal.aanbieder)
    if verhaal.eind is Eind.AKKOORD:
        return [kies]
    return [
        kies,
        partial(hulp.akkoord, melding),
        partial(hulp.beslis, melding, KEUZES[verhaal.eind]),
    ]


def gezin_voor(
    gemeente: str, model: beleid.Toegangsmodel, verhaal: Verhaal, nummer: int, op: date
) -> Gezin | None:
    """A household whose question leads where the story needs it, by its own table; None when none does."""
    gezinnen = bevolking.gezinnen(
        f"{gemeente}/verhaal/{nummer}", POGINGEN, _gebieden(model, verhaal.voor), model.naam, op
    )
    wetten = _wetten(model, verhaal.aanbieder)
    passend = (
        gezin
        for een in gezinnen
        for gezin in een.varianten()
        if ("jeugd" if gezin.voor_kind else "wmo") in wetten
        and verhaal.voor in ("", *_komt_bij(gemeente, gezin, model, op))
    )
    return next((gezin.toen(verhaal.dagen) for gezin in islice(passend, 1)), None)


def _wetten(model: beleid.Toegangsmodel, aanbieder: str) -> frozenset[str]:
    """Under which laws this organisation gives help, itself or as a member; everybody together under both."""
    if not aanbieder:
        return frozenset({"wmo", "jeugd"})
    partij = model.partij_op_sleutel[aanbieder]
    namen = {aanbieder, partij.onderdeel_van}
    return frozenset(w for v in model.voorzieningen if v.aanbieder in namen for w in v.wetten)


def _gebieden(model: beleid.Toegangsmodel, plek: str) -> list[str]:
    """Where a household may live for this team; without a team, anywhere."""
    team = model.team_op_sleutel.get(plek)
    alle: Mapping[str, tuple[str, str]] = model.gebied_van_buurt
    if team is not None and team.gebieden:
        return [buurt for buurt, (_, gebied) in alle.items() if gebied in team.gebieden]
    return list(alle) or [wijk.sleutel for wijk in model.indeling.wijken]


def _komt_bij(gemeente: str, gezin: Gezin, model: beleid.Toegangsmodel, op: date) -> Sequence[str]:
    """The team, or the organisation where it has no team, that gets this question."""
    buurt = gezin.gebied in model.gebied_van_buurt
    route = beleid.routeer(
        beleid.situatie(
            {
                "gemeente": gemeente,
                "op": op,
                "leeftijd": huishoudens.leeftijd(gezin.hoofd.geboortedatum, op),
                "kinderen_onder_18": bool(gezin.kinderen) and not gezin.over_kind,
                "wijk": model.gebied_van_buurt[gezin.gebied][0] if buurt else gezin.gebied or None,
                "buurt": gezin.gebied if buurt else None,
                "kanaal": "web",
                "vraag": gezin.vraag,
            }
        )
    )
    return (route.team or route.partij,)
