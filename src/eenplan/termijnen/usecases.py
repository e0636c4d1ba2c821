"""What people do with clocks: start one, stop one, take them along to another party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import doe

from .regels import Eenheid, Grondslag, Termijnregel, TermijnSoort, einddatum
from .wettelijk import WETTELIJKE_TERMIJNEN

IN_DE_WET: Final[Mapping[TermijnSoort, str]] = MappingProxyType(
    {
        TermijnSoort.PERSOONLIJK_PLAN_WMO: "wmo-persoonlijk-plan",
        TermijnSoort.ONDERZOEK_WMO: "wmo-onderzoek",
        TermijnSoort.BESLUIT_WMO: "wmo-besluit",
        TermijnSoort.BESLUIT_JEUGD: "jeugd-besluit",
        TermijnSoort.INGEBREKESTELLING: "dwangsom-start",
        TermijnSoort.BEZWAAR: "bezwaar",
        TermijnSoort.BEZWAAR_BESLISSING: "besluit-op-bezwaar",
        TermijnSoort.BEZWAAR_BESLISSING_COMMISSIE: "besluit-op-bezwaar-commissie",
        TermijnSoort.BEZWAAR_VERDAGING: "verdaging-bezwaar",
    }
)
"""Each legal clock's key in the law file, which says how long it is on a given day."""


@dataclass(frozen=True, slots=True)
class Termijn:
    """One clock of a file: its last day, why that day, and when it was met."""

    id: UUID
    over: UUID
    persoon: UUID
    soort: TermijnSoort
    begin: date
    eind: date
    grondslag: str
    uitleg: str
    voldaan_op: date | None
    vervallen_op: date | None

    @property
    def loopt(self) -> bool:
        """Whether it still runs: neither met nor found not to apply."""
        return self.voldaan_op is None and self.vervallen_op is None


def wettelijke_regel(soort: TermijnSoort, op: date) -> Termijnregel:
    """The legal term as the law file in force on that day has it. KeyError for a clock that only policy sets."""
    regel = WETTELIJKE_TERMIJNEN[soort]
    if soort not in IN_DE_WET:
        return regel
    in_de_wet = beleid.wet(op).termijn(IN_DE_WET[soort])
    return replace(regel, aantal=in_de_wet.aantal, eenheid=Eenheid[in_de_wet.eenheid.upper()])


def eerste_contact(werkdagen: int) -> Termijnregel:
    """The municipality's own promise to call within so many working days (F5); no law sets it."""
    return Termijnregel(
        TermijnSoort.EERSTE_CONTACT,
        werkdagen,
        Eenheid.WERKDAGEN,
        Grondslag("Belofte van de gemeente", "", "Iemand belt u na uw melding."),
        "de melding",
        wettelijk=False,
    )


def start(
    scope: Scope,
    *,
    soort: TermijnSoort,
    over: UUID,
    persoon: UUID,
    partij: UUID,
    begin: date,
    regel: Termijnregel | None = None,
    gemeente: UUID | None = None,
) -> Termijn:
    """Start a clock for a party on the day something happened. The municipality itself sees it too (waarborg 7).

    `regel` is only given for a clock that policy sets. Needs an event about `over` in the same request.
    """
    regel = regel or wettelijke_regel(soort, begin)
    einde = einddatum(regel, begin)
    termijn = Termijn(
        id=nieuw_id(),
        over=over,
        persoon=persoon,
        soort=soort,
        begin=begin,
        eind=einde.datum,
        grondslag=str(regel.grondslag),
        uitleg=einde.uitleg,
        voldaan_op=None,
        vervallen_op=None,
    )
    doe(
        """INSERT INTO termijnen_termijn (id, gemeente_id, partij_id, toezicht_id, over_id, persoon_id, soort, begin,
                                          eind, grondslag, uitleg)
           SELECT %s, o.gemeente_id, %s, o.id, %s, %s, %s, %s, %s, %s, %s
             FROM organisaties_organisatie o WHERE o.gemeente_id = %s AND o.soort = 'gemeente'""",
        [
            termijn.id,
            partij,
            over,
            persoon,
            soort.value,
            begin,
            termijn.eind,
            termijn.grondslag,
            termijn.uitleg,
            gemeente or scope.gemeente,
        ],
    )
    return termijn


def voldoe(scope: Scope, *, over: UUID, soort: TermijnSoort, op: date) -> None:
    """Stop this clock of a file, if it runs. Refused by the database without an event about it in this request."""
    doe("SELECT pol.termijn_voldoen(%s, %s, %s)", [over, soort.value, op])


def laat_vervallen(scope: Scope, *, over: UUID, soort: TermijnSoort, op: date) -> None:
    """Let go of a clock that turned out not to apply, because another law does. Refused without an event."""
    doe("SELECT pol.termijn_vervallen(%s, %s, %s)", [over, soort.value, op])


def verplaats(scope: Scope, *, over: UUID, partij: UUID) -> None:
    """Let the running clocks of a file go along to the party that takes it over; the dates stay (Awb 2:3)."""
    doe("SELECT pol.termijnen_verplaatsen(%s, %s)", [over, partij])
