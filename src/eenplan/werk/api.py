"""The front door of `werk`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from eenplan.inzage import api as inzage
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

from .regels import PER_PAGINA, VOORAF_DAGEN, WAT, Sortering, Tab, WerkSoort
from .usecases import geef_terug, neem_op, rond_af, rond_samen_af, verzet, zet_klaar

__all__ = [
    "PER_PAGINA",
    "VOORAF_DAGEN",
    "WAT",
    "Lijst",
    "Regel",
    "Sortering",
    "Tab",
    "WerkSoort",
    "geef_terug",
    "mijn_lijst",
    "neem_op",
    "rond_af",
    "rond_samen_af",
    "van_soort",
    "verzet",
    "zet_klaar",
]


@dataclass(frozen=True, slots=True)
class Regel:
    """One line on a list."""

    id: UUID
    soort: WerkSoort
    over: UUID
    persoon: UUID | None
    titel: str
    wat: str
    vervalt: date | None
    spoed: bool
    medewerker: UUID | None
    medewerker_naam: str
    aangemaakt: datetime


@dataclass(frozen=True, slots=True)
class Lijst:
    """A page of lines, how many there are on each tab, and how many on this one after searching."""

    regels: Sequence[Regel]
    aantallen: Mapping[Tab, int]
    gevonden: int
    pagina: int

    @property
    def paginas(self) -> int:
        """How many pages this cut has; at least one."""
        return max(1, -(-self.gevonden // PER_PAGINA))


_VOLGORDE = {
    Sortering.VERVALT: "spoed DESC, vervalt NULLS LAST, id",
    Sortering.NAAM: "titel, vervalt NULLS LAST, id",
    Sortering.NIEUWSTE: "id DESC",
}
_TAB = {
    Tab.NIEUW: "medewerker_id IS NULL",
    Tab.MIJN: "medewerker_id = %(actor)s",
    Tab.TEAM: "true",
}
# The demo may look at an earlier day: a line put there later is of a file that does not open yet, since its party is
# involved from then.
_OPEN = """toestand = 'open' AND aangemaakt <= %(nu)s AND (zichtbaar_tot IS NULL OR zichtbaar_tot >= %(vandaag)s)
          AND (soort <> %(later)s OR vervalt <= %(straks)s)"""
_ZOEK = "(%(zoek)s::text IS NULL OR strpos(lower(titel || ' ' || wat), %(zoek)s) > 0)"
# One statement: the lines the lock lets through, counted per tab, and one page of one tab. Read twice and kept nowhere:
# of a long list keeping every line aside costs more than reading it again.
_LIJST = f"""
SELECT aantal.*, bladzij.*
  FROM (SELECT count(*) FILTER (WHERE {{nieuw}}) AS nieuw, count(*) FILTER (WHERE {{mijn}}) AS mijn, count(*) AS team,
               count(*) FILTER (WHERE {{tab}} AND {_ZOEK}) AS gevonden
          FROM werk_item WHERE {_OPEN}) aantal
  LEFT JOIN (SELECT id, soort, over_id, persoon_id, titel, wat, vervalt, spoed, medewerker_id, medewerker_naam,
                    aangemaakt
               FROM werk_item WHERE {_OPEN} AND {{tab}} AND {_ZOEK}
              ORDER BY {{volgorde}} LIMIT %(per)s OFFSET %(over)s) bladzij ON true
 ORDER BY {{volgorde}}"""


def mijn_lijst(
    scope: Scope,
    *,
    tab: Tab = Tab.NIEUW,
    zoek: str = "",
    sorteer: Sortering = Sortering.VERVALT,
    pagina: int = 1,
) -> Lijst:
    """One page of the open work this employee may see. One statement and one line in the read log."""
    vraag = _LIJST.format(
        tab=_TAB[tab], nieuw=_TAB[Tab.NIEUW], mijn=_TAB[Tab.MIJN], volgorde=_VOLGORDE[sorteer]
    )
    gevonden = rijen(
        _rij,
        vraag,
        {
            "actor": scope.actor,
            "later": WerkSoort.EVALUATIE,
            "straks": scope.nu.date() + timedelta(days=VOORAF_DAGEN),
            "nu": scope.nu,
            "vandaag": scope.nu.date(),
            "zoek": zoek.strip().lower() or None,
            "per": PER_PAGINA,
            "over": (max(pagina, 1) - 1) * PER_PAGINA,
        },
    )
    regels = [regel for _, regel in gevonden if regel is not None]
    nieuw, mijn, team, totaal = gevonden[0][0]
    inzage.lijst_getoond(scope, {r.persoon for r in regels if r.persoon is not None})
    return Lijst(regels, {Tab.NIEUW: nieuw, Tab.MIJN: mijn, Tab.TEAM: team}, totaal, max(pagina, 1))


def _rij(
    nieuw: int, mijn: int, team: int, gevonden: int, id: UUID | None, soort: str, *rest: object
) -> tuple[tuple[int, int, int, int], Regel | None]:
    aantallen = (nieuw, mijn, team, gevonden)
    if id is None:
        return aantallen, None
    return aantallen, Regel(id, WerkSoort(soort), *rest)  # type: ignore[arg-type]  # as selected


def van_soort(scope: Scope, soort: WerkSoort) -> Sequence[Regel]:
    """The open lines of one kind that this employee may see, by due date; one line in the read log."""
    regels = rijen(
        lambda id, kind, *rest: Regel(id, WerkSoort(kind), *rest),
        """SELECT id, soort, over_id, persoon_id, titel, wat, vervalt, spoed, medewerker_id, medewerker_naam,
                  aangemaakt
             FROM werk_item WHERE toestand = 'open' AND aangemaakt <= %s AND soort = %s
            ORDER BY vervalt NULLS LAST, id""",
        [scope.nu, soort],
    )
    inzage.lijst_getoond(scope, {r.persoon for r in regels if r.persoon is not None})
    return regels
