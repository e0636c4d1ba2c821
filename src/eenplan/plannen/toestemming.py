"""Who must agree with youth help before it starts: pure rules with their article (Jeugdwet 7.3.4, 7.3.5, 7.3.15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from eenplan.beleid.wetboek import Toestemming
from eenplan.huishoudens.regels import VOLWASSEN

from .regels import Laag

# The neighbour who cooks or the club one joins is no youth help; nobody needs the law's consent for it.
GEEN_JEUGDHULP = frozenset({Laag.EIGEN_KRACHT, Laag.NETWERK, Laag.VRIJWILLIGER, Laag.COLLECTIEF})
BEPAALD_DOOR_ANDEREN = frozenset({"gi", "rechter"})
"""Where a court or certified institution decided, no consent is asked (Jeugdwet 7.3.4 and 7.3.5)."""

EIGEN_KEUS = "Jeugdwet art. 7.3.4 en 7.3.5"
ANTWOORD = "Wmo 2015 art. 2.3.2 lid 1"


class Hoedanigheid(StrEnum):
    """As what somebody agrees."""

    INWONER = "inwoner"
    JEUGDIGE = "jeugdige"
    OUDER = "ouder"


class Uitkomst(StrEnum):
    """What became of the question. `uitzondering`: help without this consent, with the reason the law accepts."""

    GEVRAAGD = "gevraagd"
    AKKOORD = "akkoord"
    NIET_AKKOORD = "niet_akkoord"
    UITZONDERING = "uitzondering"


class Uitzondering(StrEnum):
    """The two reasons to help a youth of 12 to 15 without the parents' consent."""

    ERNSTIG_NADEEL = "ernstig_nadeel"
    BLIJVENDE_WENS = "blijvende_wens"


UITZONDERING_ZIN: Mapping[Uitzondering, str] = {
    Uitzondering.ERNSTIG_NADEEL: "De hulp is nodig om ernstig nadeel te voorkomen.",
    Uitzondering.BLIJVENDE_WENS: "De jongere blijft de hulp willen, ook nu een ouder weigert.",
}


@dataclass(frozen=True, slots=True)
class Ouder:
    """A parent as far as known here. `naam` is empty when this reader may not see who it is."""

    persoon: UUID
    naam: str
    gezag: bool
    beperkt: bool


@dataclass(frozen=True, slots=True)
class Vereist:
    """One agreement that is needed, of whom, as what and why. `persoon` is None when nobody is known yet."""

    persoon: UUID | None
    naam: str
    hoedanigheid: Hoedanigheid
    artikel: str
    voor_start: bool


@dataclass(frozen=True, slots=True)
class Gegeven:
    """An agreement as it was recorded."""

    persoon: UUID | None
    hoedanigheid: Hoedanigheid
    uitkomst: Uitkomst


def is_jeugdhulp(wet: str, laag: Laag) -> bool:
    """Help under the Jeugdwet by somebody whose work it is."""
    return wet == "jeugd" and laag not in GEEN_JEUGDHULP


def vereist(
    *,
    persoon: UUID,
    naam: str,
    leeftijd: int | None,
    wet: str,
    laag: Laag,
    verwijzer: str,
    ouders: Sequence[Ouder],
    leeftijden: Iterable[Toestemming],
) -> list[Vereist]:
    """Who must agree with this help. `leeftijden` are the ages of the law file in force.

    Under 12 the parents with authority, both; from 12 to 15 the youth and the parents; from 16 the youth alone. A
    parent whose authority is limited is not asked. Without youth help: only the person, and it never delays a start.
    """
    if not is_jeugdhulp(wet, laag):
        zelf = leeftijd is None or leeftijd >= 12
        if zelf:
            return [Vereist(persoon, naam, Hoedanigheid.INWONER, ANTWOORD, voor_start=False)]
        return _ouders(ouders, ANTWOORD, voor_start=False)
    if verwijzer in BEPAALD_DOOR_ANDEREN:
        return []
    nodig: list[Vereist] = []
    for regel in leeftijden:
        if leeftijd is not None and not regel.geldt_voor(leeftijd):
            continue
        artikel = regel.bron or EIGEN_KEUS
        if regel.jeugdige:
            als = Hoedanigheid.INWONER if (leeftijd or 0) >= VOLWASSEN else Hoedanigheid.JEUGDIGE
            nodig.append(Vereist(persoon, naam, als, artikel, voor_start=True))
        if regel.ouders:
            nodig += _ouders(ouders, artikel, voor_start=True)
    return list({(v.persoon, v.hoedanigheid): v for v in nodig}.values())


def _ouders(ouders: Sequence[Ouder], artikel: str, *, voor_start: bool) -> list[Vereist]:
    met_gezag = sorted(
        (ouder for ouder in ouders if ouder.gezag and not ouder.beperkt),
        key=lambda ouder: (not ouder.naam, ouder.naam),
    )
    if not met_gezag:
        onbekend = "een ouder of voogd met gezag (nog niet vastgelegd)"
        return [Vereist(None, onbekend, Hoedanigheid.OUDER, artikel, voor_start)]
    return [
        Vereist(
            ouder.persoon,
            ouder.naam or "de andere ouder met gezag",
            Hoedanigheid.OUDER,
            artikel,
            voor_start,
        )
        for ouder in met_gezag
    ]


def nog_open(nodig: Iterable[Vereist], gegeven: Iterable[Gegeven]) -> list[Vereist]:
    """The agreements that are still missing. An exception stands for the parents, never for the youth."""
    bekend = list(gegeven)
    gaven = {
        (g.persoon, g.hoedanigheid)
        for g in bekend
        if g.uitkomst in (Uitkomst.AKKOORD, Uitkomst.UITZONDERING)
    }
    zonder_ouders = any(
        g.uitkomst is Uitkomst.UITZONDERING and g.hoedanigheid is Hoedanigheid.OUDER for g in bekend
    )
    return [
        v
        for v in nodig
        if (v.persoon, v.hoedanigheid) not in gaven
        and not (zonder_ouders and v.hoedanigheid is Hoedanigheid.OUDER)
    ]


def mag_uitzondering(leeftijd: int | None) -> bool:
    """Only for who is 12 to 15: younger children have no say of their own here, older ones decide alone."""
    return leeftijd is not None and 12 <= leeftijd < 16
