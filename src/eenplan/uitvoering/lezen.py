"""Read how help stands with who gives it, in one statement for a whole household, and only as far as open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import TypeAdapter

from eenplan.inzage import api as inzage
from eenplan.plannen import api as plannen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import waarde

from .regels import TOEGEZEGD, Grond, OpdrachtToestand, Teller, Verder


@dataclass(frozen=True, slots=True)
class OpdrachtRegel:
    """What an organisation was asked, and how far it is."""

    organisatie: UUID
    organisatie_naam: str
    toestand: OpdrachtToestand
    verwijzer_naam: str
    contact_naam: str
    contact_telefoon: str
    begint_op: date | None
    begonnen_op: date | None
    klaar_op: date | None
    grond: Grond | None
    grond_uitleg: str
    overname_inwoner: str
    overname_netwerk: str
    teruggekeken_op: date | None

    @property
    def toegezegd(self) -> bool:
        """Whether who was asked took the help on."""
        return self.toestand in TOEGEZEGD

    @property
    def eerste_dag(self) -> date | None:
        """The first day as who gives the help told it; None while they did not say."""
        return self.begonnen_op or self.begint_op

    @property
    def zin(self) -> str:
        """One sentence for the file and the plan, without a date: a screen adds that in words."""
        wie = f"{self.organisatie_naam[:1].upper()}{self.organisatie_naam[1:]}"
        match self.toestand:
            case OpdrachtToestand.GEVRAAGD:
                return f"{wie} heeft de hulp nog niet aangenomen"
            case OpdrachtToestand.AANGENOMEN:
                return f"{wie} heeft de hulp aangenomen"
            case OpdrachtToestand.BEGONNEN:
                return f"{wie} is begonnen"
            case OpdrachtToestand.KLAAR:
                return f"{wie} is klaar"
            case OpdrachtToestand.TERUGGEGEVEN:
                return f"{wie} kan deze hulp niet geven"
            case _:
                return ""


@dataclass(frozen=True, slots=True)
class KeerRegel:
    """One session of a light track."""

    id: UUID
    op: date
    door: str


@dataclass(frozen=True, slots=True)
class OverdrachtRegel:
    """A warm hand-over; without `geweest_op` it is still to come."""

    op: date
    wie: str
    met_inwoner: bool
    waarom_zonder: str
    afspraken: str
    gepland_door: str
    geweest_op: date | None


@dataclass(frozen=True, slots=True)
class TrajectRegel:
    """The light track as it is kept."""

    aantal: int
    gesprek_op: date | None
    besloten_op: date | None
    verder: Verder | None
    verder_uitleg: str


@dataclass(frozen=True, slots=True)
class Stand:
    """How one piece of help stands with who gives it."""

    inzet: UUID
    opdracht: OpdrachtRegel | None
    traject: TrajectRegel | None
    keren: tuple[KeerRegel, ...]
    overdrachten: tuple[OverdrachtRegel, ...]

    @property
    def teller(self) -> Teller | None:
        """The counter of a light track, for everybody who sees this help, the resident too."""
        if self.traject is None:
            return None
        t = self.traject
        return Teller(len(self.keren), t.aantal, t.gesprek_op, t.besloten_op, t.verder)

    @property
    def komende_overdracht(self) -> OverdrachtRegel | None:
        """The hand-over that still has to take place."""
        return next((o for o in self.overdrachten if o.geweest_op is None), None)


_STAND = """
SELECT coalesce(json_agg(json_build_object('inzet', h.inzet_id,
  'opdracht', (SELECT json_build_object('organisatie', o.organisatie_id, 'organisatie_naam', n.naam,
      'toestand', o.toestand, 'verwijzer_naam', o.verwijzer_naam, 'contact_naam', o.contact_naam,
      'contact_telefoon', o.contact_telefoon, 'begint_op', o.begint_op, 'begonnen_op', o.begonnen_op,
      'klaar_op', o.klaar_op, 'grond', o.grond, 'grond_uitleg', o.grond_uitleg,
      'overname_inwoner', o.overname_inwoner, 'overname_netwerk', o.overname_netwerk,
      'teruggekeken_op', o.teruggekeken_op)
    FROM uitvoering_opdracht o JOIN organisaties_organisatie n ON n.id = o.organisatie_id
   WHERE o.inzet_id = h.inzet_id),
  'traject', (SELECT json_build_object('aantal', t.aantal, 'gesprek_op', t.gesprek_op, 'besloten_op', t.besloten_op,
      'verder', t.verder, 'verder_uitleg', t.verder_uitleg) FROM uitvoering_traject t WHERE t.inzet_id = h.inzet_id),
  'keren', coalesce((SELECT json_agg(json_build_object('id', k.id, 'op', k.op, 'door', k.door) ORDER BY k.op, k.id)
    FROM uitvoering_keer k WHERE k.inzet_id = h.inzet_id AND k.weggehaald_op IS NULL), '[]'::json),
  'overdrachten', coalesce((SELECT json_agg(json_build_object('op', v.op, 'wie', v.wie, 'met_inwoner', v.met_inwoner,
      'waarom_zonder', v.waarom_zonder, 'afspraken', v.afspraken, 'gepland_door', v.gepland_door,
      'geweest_op', v.geweest_op) ORDER BY v.op DESC, v.id DESC)
    FROM uitvoering_overdracht v WHERE v.inzet_id = h.inzet_id), '[]'::json))), '[]'::json)::text
  FROM (SELECT inzet_id FROM uitvoering_opdracht WHERE persoon_id = ANY (%(personen)s)
        UNION SELECT inzet_id FROM uitvoering_traject WHERE persoon_id = ANY (%(personen)s)) h"""

_standen: TypeAdapter[list[Stand]] = TypeAdapter(list[Stand])


def stand_van(scope: Scope, personen: Iterable[UUID]) -> Mapping[UUID, Stand]:
    """By piece of help, how it stands with who gives it: for whoever has these files open, the resident too."""
    tekst = waarde(_STAND, {"personen": list(personen)})
    standen = _standen.validate_json(tekst) if isinstance(tekst, str) else []
    return {stand.inzet: stand for stand in standen}


@dataclass(frozen=True, slots=True)
class Hulpblad:
    """One piece of help on the page that team and executor share. `doel`: as who the reader looks."""

    blad: plannen.InzetBlad
    opening: inzage.Opening
    doel: inzage.Doel
    stand: Stand


def open_hulpblad(scope: Scope, inzet: UUID) -> Hulpblad:
    """Open one piece of help with how it stands. NietGevonden for an outsider."""
    blad, opening, doel = plannen.open_hulp(scope, inzet)
    standen = stand_van(scope, [blad.inzet.persoon])
    return Hulpblad(blad, opening, doel, standen.get(inzet, Stand(inzet, None, None, (), ())))
