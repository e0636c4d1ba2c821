"""What the gates ask about one paper on one day. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .regels import Afwijsgrond, StukSoort


@dataclass(frozen=True, slots=True)
class StukFeiten:
    """What the gates ask about one paper on one day.

    `kan_vanaf`: while there is no aanvraag, from which day one of today would be one. `wie_onderzoekt`: who must finish
    the investigation, when that is not who reads this.
    """

    soort: StukSoort
    op: date
    wet: str = "onbekend"
    leeftijd: int | None = None
    spoed: bool = False
    aanvraag_vanaf: date | None = None
    kan_vanaf: date | None = None
    wie_onderzoekt: str = ""
    heeft_open_aanvraag: bool = False
    beslisser: str = ""
    heeft_mandaat: bool = False
    mag_tekenen: bool = False
    doelen: int = 0
    omvang: bool = False
    ingang: date | None = None
    einde: date | None = None
    zonder_einde: bool = False
    aanbieder: bool = False
    verteld_op: date | None = None
    kan_besluit_vragen: bool = False
    bezwaarclausule: bool = False
    akkoorden_open: tuple[str, ...] = ()
    bijdrage_gevraagd: bool = False
    bijdrage_bekend: bool = False
    grond_boven_18: str = ""
    gehoord_op: date | None = None
    grond: Afwijsgrond | None = None
    na_consulent: bool = False
    onderzoek_oordeel: str = ""
    motivering: Mapping[str, str] = field(default_factory=dict)
    wel_mogelijk: str = ""
    beslisser_is_aanbieder: bool = False
    tweede_lezer: str = ""
    professional: str = ""
    registratie: str = ""
