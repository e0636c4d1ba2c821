"""The plan as the resident reads it: goals with what is done under them, also where the plan itself is a parent's.

The shape is that of other Dutch portals (goals, tasks, appointments, contacts); nothing is asked of staff for it (X16).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import TypeAdapter

from eenplan.inzage import api as inzage
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen, waarde

from .lezen import DOEL, AkkoordRegel, DoelRegel, InzetRegel
from .regels import AFGELOPEN, DoelToestand, PlanToestand, RegisseurSoort
from .toestemming import Uitkomst


@dataclass(frozen=True, slots=True)
class Plankop:
    """What a plan says besides its goals: who holds it together and when it is looked at again."""

    id: UUID
    toestand: PlanToestand
    regisseur_soort: RegisseurSoort
    regisseur_naam: str
    regisseur_telefoon: str
    evaluatie_op: date | None


@dataclass(frozen=True, slots=True)
class Vraag:
    """Help on which this resident was asked, with their own line and the goal it is for."""

    doel: DoelRegel
    inzet: InzetRegel
    mijn: AkkoordRegel


@dataclass(frozen=True, slots=True)
class MijnPlan:
    """Everything in plans about the resident, and about the children they have authority over."""

    doelen: tuple[DoelRegel, ...]
    koppen: tuple[Plankop, ...]

    @property
    def kop(self) -> Plankop | None:
        """The newest plan that is not closed, else the newest."""
        levend = [k for k in self.koppen if k.toestand is not PlanToestand.AFGESLOTEN]
        return next(iter(levend or self.koppen), None)

    @property
    def lopend(self) -> tuple[DoelRegel, ...]:
        """The goals that people still work on."""
        return tuple(d for d in self.doelen if d.toestand is DoelToestand.OPEN)

    @property
    def klaar(self) -> tuple[DoelRegel, ...]:
        """The goals that are finished, reached or stopped."""
        return tuple(d for d in self.doelen if d.toestand is not DoelToestand.OPEN)

    def vragen(self, zelf: Iterable[UUID]) -> tuple[Vraag, ...]:
        """Help that is not over, on which somebody of these was asked."""
        ik = set(zelf)
        return tuple(
            Vraag(d, i, a)
            for d in self.doelen
            for i in d.inzet
            if i.toestand not in AFGELOPEN
            for a in i.akkoorden
            if a.persoon in ik
        )

    def vraag(self, zelf: Iterable[UUID], inzet: UUID) -> Vraag:
        """The question about this help to somebody of these. NietGevonden when they were not asked."""
        gevonden = next((v for v in self.vragen(zelf) if v.inzet.id == inzet), None)
        if gevonden is None:
            raise NietGevonden
        return gevonden

    def wachten_op_mij(self, zelf: Iterable[UUID]) -> tuple[Vraag, ...]:
        """Of those, where an answer is still to come."""
        return tuple(
            v
            for v in self.vragen(zelf)
            if v.mijn.uitkomst is Uitkomst.GEVRAAGD and v.mijn in v.inzet.akkoorden_open
        )


@dataclass(frozen=True, slots=True)
class Plancontact:
    """Who has the question behind a plan: whom to call."""

    naam: str
    organisatie: str
    telefoon: str


def contact_van_plan(scope: Scope) -> Plancontact | None:
    """Whom a resident calls about a plan that somebody else's question started; their file is open. One statement."""
    return next(iter(rijen(Plancontact, "SELECT * FROM pol.contact_van_plan()")), None)


_MIJN = f"""
SELECT json_build_object(
  'doelen', coalesce((SELECT json_agg({DOEL} ORDER BY (d.persoon_id = ANY (%(zelf)s)) DESC, d.volgorde, d.id)
    FROM plannen_doel d WHERE d.persoon_id = ANY (%(personen)s)), '[]'::json),
  'koppen', coalesce((SELECT json_agg(json_build_object('id', p.id, 'toestand', p.toestand,
      'regisseur_soort', p.regisseur_soort, 'regisseur_naam', p.regisseur_naam,
      'regisseur_telefoon', p.regisseur_telefoon, 'evaluatie_op', p.evaluatie_op) ORDER BY p.id DESC)
    FROM plannen_plan p WHERE p.persoon_id = ANY (%(personen)s)), '[]'::json))::text"""

_mijn_plan: TypeAdapter[MijnPlan] = TypeAdapter(MijnPlan)


def mijn_plan(scope: Scope, opening: inzage.Opening) -> MijnPlan:
    """The plan of who opened, own goals first, as far as open in this request. One statement."""
    sleutels = {"personen": list(opening.personen), "zelf": list(opening.met_grond("zelf"))}
    return _mijn_plan.validate_json(str(waarde(_MIJN, sleutels)))
