"""Whose file this is, on one line above every page of it: name, age, how to reach them, and what to watch out for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.platform import klok
from eenplan.platform.scope import Scope


@dataclass(frozen=True, slots=True)
class Persoonsregel:
    """One person, in short."""

    naam: str
    leeftijd: str
    telefoon: str
    let_op: tuple[str, ...]
    href: str


def persoonsregel(kaart: PersoonKaart) -> Persoonsregel:
    """The line of this person, as far as it is open."""
    jaren = huishoudens.leeftijd(kaart.geboortedatum, klok.vandaag())
    return Persoonsregel(
        kaart.naam,
        "" if jaren is None else f"{jaren} jaar",
        kaart.telefoon,
        let_op(kaart),
        f"/werk/dossier/{kaart.id}/",
    )


def regel_van(scope: Scope, persoon: UUID, vraag: str = "") -> Persoonsregel | None:
    """The line of somebody whose file is open in this request; None when who they are is not.

    `vraag` follows the address of the file: as whom the reader looks.
    """
    for kaart in huishoudens.personen(scope, [persoon]):
        regel = persoonsregel(kaart)
        return replace(regel, href=f"{regel.href}{vraag}")
    return None


def let_op(kaart: PersoonKaart) -> tuple[str, ...]:
    """What anybody must know before they call or write."""
    zinnen = ["Het adres is geheim."] if kaart.adres_geheim else []
    if kaart.veilige_weg:
        zinnen.append(f"Alleen bereikbaar via: {kaart.veilige_weg}")
    return tuple(zinnen)
