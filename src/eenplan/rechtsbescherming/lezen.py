"""Reading cases: the list of a person in one statement, one case with what may be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.besluiten.regels import Hoe
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .behandelen import feiten_van
from .gedeeld import open_persoon, open_zaak
from .regels import UITKOMSTEN, ZAAK, Toestand, Uitkomst, Weg, te_laat_zin
from .waartegen import Tegen, waartegen


@dataclass(frozen=True, slots=True)
class ZaakRegel:
    """A case on a list. `uiterlijk`: the last day on which the resident hears."""

    id: UUID
    persoon: UUID
    weg: Weg
    toestand: Toestand
    tekst: str
    door: str
    hoe: Hoe
    ontvangen_op: date
    tegen: str
    te_laat: bool
    partij_naam: str
    behandelaar_naam: str
    uiterlijk: date
    uitkomst: Uitkomst | None
    toelichting: str
    afgehandeld_op: date | None


_REGELS = """
SELECT id, persoon_id, weg, toestand, tekst, door, hoe, ontvangen_op, tegen, te_laat, partij_naam, behandelaar_naam,
       uiterlijk, uitkomst, toelichting, afgehandeld_op
  FROM rechtsbescherming_zaak WHERE {waar} ORDER BY id DESC"""


def zaken_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[ZaakRegel]:
    """The cases of persons opened in this request, newest first, as far as this reader may see them."""
    return rijen(_regel, _REGELS.format(waar="persoon_id = ANY (%s)"), [list(personen)])


@dataclass(frozen=True, slots=True)
class Deur:
    """Whose door it is, what left that one can disagree with, and the cases there are already."""

    persoon: UUID
    naam: str
    tegen: Sequence[Tegen]
    zaken: Sequence[ZaakRegel]


def open_deur(scope: Scope, persoon: UUID) -> Deur:
    """Open somebody's file to hear that they disagree; for an employee and for a resident. NietGevonden."""
    kaart = open_persoon(scope, persoon)
    return Deur(kaart.id, kaart.naam, waartegen(scope, [persoon]), zaken_van(scope, [persoon]))


@dataclass(frozen=True)
class ZaakBlad:
    """One case, opened. `niet_door_mij`: why the one who looks cannot handle it, empty when they can."""

    regel: ZaakRegel
    naam: str
    stuk: UUID | None
    tegen_brief: UUID | None
    te_laat_zin: str
    waarom_later: str
    brieven: Sequence[berichten.BriefRegel]
    niet_door_mij: Sequence[str]
    is_van_mij: bool
    uitkomsten: Sequence[Uitkomst]


def lees_zaak(scope: Scope, zaak: UUID) -> ZaakBlad:
    """Open one case with its letters. NietGevonden."""
    rij, kaart = open_zaak(scope, zaak)
    [regel] = rijen(_regel, _REGELS.format(waar="id = %s"), [zaak])
    stap = "neem" if regel.toestand is Toestand.ONTVANGEN else "rond_af"
    return ZaakBlad(
        regel=regel,
        naam=kaart.naam,
        stuk=rij.stuk_id,
        tegen_brief=rij.brief_id,
        te_laat_zin=te_laat_zin(rij.laatste_dag) if rij.te_laat and rij.laatste_dag else "",
        waarom_later=rij.waarom_later,
        brieven=berichten.afschriften(scope, zaak),
        niet_door_mij=ZAAK.weigeringen(stap, feiten_van(scope, rij), regel.toestand),
        is_van_mij=scope.actor_id == rij.behandelaar_id,
        uitkomsten=UITKOMSTEN[regel.weg],
    )


def _regel(*kolommen: object) -> ZaakRegel:
    velden = dict(zip(ZaakRegel.__slots__, kolommen, strict=True))
    velden["weg"] = Weg(str(velden["weg"]))
    velden["toestand"] = Toestand(str(velden["toestand"]))
    velden["hoe"] = Hoe(str(velden["hoe"]))
    velden["uitkomst"] = Uitkomst(str(velden["uitkomst"])) if velden["uitkomst"] else None
    return ZaakRegel(**velden)  # type: ignore[arg-type]  # as selected
