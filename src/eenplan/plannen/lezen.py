"""Read a plan, composed per reader: what is not open to them is not in it. One statement: the file page is hot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from pydantic import TypeAdapter

from eenplan.beleid.api import Beslissing, Situatie
from eenplan.inzage import api as inzage
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import waarde

from .gedeeld import DOEL_PLEK, INZET_PLEK, PLAN_PLEK
from .regels import DoelToestand, EigenSoort, InzetToestand, Laag, PlanToestand, RegisseurSoort
from .toestemming import Hoedanigheid, Uitkomst

COMPLEX = frozenset({"complex", "specifiek"})
KLAAR = (InzetToestand.BEEINDIGD, InzetToestand.NIET_DOORGEGAAN)


@dataclass(frozen=True, slots=True)
class AkkoordRegel:
    """Whether one person agrees with one piece of help."""

    persoon: UUID | None
    naam: str
    hoedanigheid: Hoedanigheid
    uitkomst: Uitkomst
    artikel: str
    voor_start: bool
    reden: str
    beantwoord_op: datetime | None
    genoteerd_door: str
    zelf: bool
    praten_op: datetime | None

    @property
    def open(self) -> bool:
        """Still asked, or answered with no."""
        return self.uitkomst in (Uitkomst.GEVRAAGD, Uitkomst.NIET_AKKOORD)


@dataclass(frozen=True, slots=True)
class BesluitRegel:
    """The last answer of the policy about one piece of help, as it was frozen."""

    beslissing: Beslissing
    situatie: Mapping[str, str | int | bool | None]
    model_versie: date
    moment: datetime
    door: str


@dataclass(frozen=True, slots=True)
class InzetRegel:
    """One piece of help: what, who, how much, until when, why not lighter, and where it stands.

    `wil_niet_meer`: somebody who was asked said no after it was arranged; who helps reads this and not who it was.
    """

    id: UUID
    deel: UUID
    persoon: UUID
    laag: Laag
    wat: str
    wie: str
    organisatie: UUID | None
    aantal: Decimal | None
    eenheid: str
    per: str
    van: date | None
    tot: date | None
    voorziening: str
    soort: str
    dat_is_wat: bool
    wet: str
    levering: str
    waarom_niet_lichter: Mapping[str, str]
    keuze: str
    toestand: InzetToestand
    gestart_op: date | None
    akkoorden: tuple[AkkoordRegel, ...]
    besluit: BesluitRegel | None
    wil_niet_meer: bool = False

    @property
    def akkoorden_open(self) -> tuple[AkkoordRegel, ...]:
        """Agreements still to get; none once the help is over.

        Once the policy was asked, it was told what the resident thinks (`oordeel_inwoner`): only the consent that the
        law wants before the start is asked after that.
        """
        if self.toestand in KLAAR:
            return ()
        return tuple(a for a in self.akkoorden if a.open and (a.voor_start or not self.besluit))

    @property
    def is_oud_recht(self) -> bool:
        """Whether this help ran before, and goes on because an indication of an earlier law stands (Wmo 8.3)."""
        return (
            self.besluit is not None
            and bool(self.besluit.situatie.get("overgangsrecht"))
            and self.besluit.beslissing.document == "geen"
        )

    @property
    def specialist_maakt_plan(self) -> bool:
        """Whether the policy was asked about a complex or specific situation: then who helps makes the plan (D6)."""
        return self.besluit is not None and self.besluit.situatie.get("complexiteit") in COMPLEX


@dataclass(frozen=True, slots=True)
class EigenRegel:
    """What somebody wrote under a goal: a task or a remark of the resident, or a step of the specialist."""

    id: UUID
    soort: EigenSoort
    tekst: str
    door: str
    geschreven_op: datetime
    klaar_op: datetime | None


@dataclass(frozen=True, slots=True)
class DoelRegel:
    """A goal in somebody's own words, with the help visible under it and what they wrote there themselves."""

    id: UUID
    deel: UUID
    persoon: UUID
    plan: UUID
    woorden: str
    toestand: DoelToestand
    door: str
    versie: int
    inzet: tuple[InzetRegel, ...]
    eigen: tuple[EigenRegel, ...]


@dataclass(frozen=True, slots=True)
class MantelzorgRegel:
    """The carer's own line (D26)."""

    id: UUID
    voor: UUID
    naam: str
    gevraagd: str
    verlicht: str
    opnieuw_op: date | None
    versie: int


@dataclass(frozen=True, slots=True)
class DeelnemerRegel:
    """Who takes part, from when until when."""

    persoon: UUID
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class PlanBlad:
    """The plan as this reader may see it."""

    id: UUID
    deel: UUID
    persoon: UUID
    melding: UUID
    toestand: PlanToestand
    begonnen_op: date
    regisseur_soort: RegisseurSoort
    regisseur_naam: str
    regisseur_telefoon: str
    regisseur: UUID | None
    evaluatie_op: date | None
    vastgesteld_op: datetime | None
    deelnemers: tuple[DeelnemerRegel, ...]
    doelen: tuple[DoelRegel, ...]
    mantelzorg: tuple[MantelzorgRegel, ...]

    @property
    def akkoorden_open(self) -> tuple[AkkoordRegel, ...]:
        """Agreements still to get, of all help in the plan."""
        return tuple(a for doel in self.doelen for i in doel.inzet for a in i.akkoorden_open)

    def doelen_van(self, persoon: UUID) -> tuple[DoelRegel, ...]:
        """The goals of one person, in their order."""
        return tuple(doel for doel in self.doelen if doel.persoon == persoon)


@dataclass(frozen=True, slots=True)
class InzetBlad:
    """One piece of help with the goal it is for, and the steps under that: what its provider sees."""

    plan: UUID
    doel: UUID
    woorden: str
    inzet: InzetRegel
    stappen: tuple[EigenRegel, ...] = ()


_INZET = """
json_build_object('id', i.id, 'deel', i.deel_id, 'persoon', i.persoon_id, 'laag', i.laag, 'wat', i.wat, 'wie', i.wie,
  'organisatie', i.organisatie_id, 'aantal', i.aantal, 'eenheid', i.eenheid, 'per', i.per, 'van', i.van, 'tot', i.tot,
  'voorziening', i.voorziening, 'soort', i.soort, 'dat_is_wat', i.dat_is_wat, 'wet', i.wet, 'levering', i.levering,
  'waarom_niet_lichter', i.waarom_niet_lichter, 'keuze', i.keuze, 'toestand', i.toestand, 'gestart_op', i.gestart_op,
  'wil_niet_meer', i.toestand = 'loopt' AND pol.wil_niet_meer(i.id),
  'akkoorden', coalesce((SELECT json_agg(json_build_object('persoon', a.persoon_id, 'naam', a.naam,
      'hoedanigheid', a.hoedanigheid, 'uitkomst', a.uitkomst, 'artikel', a.artikel, 'voor_start', a.voor_start,
      'reden', a.reden, 'beantwoord_op', a.beantwoord_op, 'genoteerd_door', a.genoteerd_door, 'zelf', a.zelf,
      'praten_op', a.praten_op) ORDER BY a.id)
    FROM plannen_akkoord a WHERE a.inzet_id = i.id), '[]'::json),
  'besluit', (SELECT json_build_object('beslissing', b.beslissing, 'situatie', b.situatie,
      'model_versie', b.model_versie, 'moment', b.moment, 'door', b.door)
    FROM plannen_besluitmoment b WHERE b.inzet_id = i.id ORDER BY b.moment DESC, b.id DESC LIMIT 1))"""

_EIGEN = """
json_build_object('id', e.id, 'soort', e.soort, 'tekst', e.tekst, 'door', e.door, 'geschreven_op', e.geschreven_op,
  'klaar_op', e.klaar_op)"""

DOEL = f"""
json_build_object('id', d.id, 'deel', d.deel_id, 'persoon', d.persoon_id, 'plan', d.plan_id, 'woorden', d.woorden,
  'toestand', d.toestand, 'door', d.door, 'versie', d.versie,
  'inzet', coalesce((SELECT json_agg({_INZET} ORDER BY i.id) FROM plannen_inzet i WHERE i.doel_id = d.id), '[]'::json),
  'eigen', coalesce((SELECT json_agg({_EIGEN} ORDER BY e.id) FROM plannen_eigenregel e WHERE e.doel_id = d.id),
    '[]'::json))"""

_PLAN = f"""
SELECT json_build_object('id', p.id, 'deel', p.deel_id, 'persoon', p.persoon_id, 'melding', p.melding_id,
  'toestand', p.toestand, 'begonnen_op', p.begonnen_op, 'regisseur_soort', p.regisseur_soort,
  'regisseur_naam', p.regisseur_naam, 'regisseur_telefoon', p.regisseur_telefoon, 'regisseur', p.regisseur_id,
  'evaluatie_op', p.evaluatie_op, 'vastgesteld_op', p.vastgesteld_op,
  'deelnemers', coalesce((SELECT json_agg(json_build_object('persoon', n.persoon_id, 'van', n.van, 'tot', n.tot)
      ORDER BY n.van, n.id) FROM plannen_deelnemer n WHERE n.plan_id = p.id), '[]'::json),
  'doelen', coalesce((SELECT json_agg({DOEL} ORDER BY d.volgorde, d.id)
    FROM plannen_doel d WHERE d.plan_id = p.id), '[]'::json),
  'mantelzorg', coalesce((SELECT json_agg(json_build_object('id', m.id, 'voor', m.persoon_id, 'naam', m.naam,
      'gevraagd', m.gevraagd, 'verlicht', m.verlicht, 'opnieuw_op', m.opnieuw_op, 'versie', m.versie) ORDER BY m.id)
    FROM plannen_mantelzorgregel m WHERE m.plan_id = p.id), '[]'::json))::text
  FROM plannen_plan p"""

_VAN_PERSONEN = f"""{_PLAN}
 WHERE p.id IN (SELECT n.plan_id FROM plannen_deelnemer n
                 WHERE n.persoon_id = ANY (%(personen)s) AND (n.tot IS NULL OR n.tot > %(op)s))
 ORDER BY (p.toestand = 'afgesloten'), (p.persoon_id = (%(personen)s::uuid[])[1]) DESC, p.id DESC LIMIT 1"""

_EEN_INZET = f"""
SELECT json_build_object('plan', i.plan_id, 'doel', i.doel_id,
         'woorden', (SELECT d.woorden FROM plannen_doel d WHERE d.id = i.doel_id), 'inzet', {_INZET},
         'stappen', coalesce((SELECT json_agg({_EIGEN} ORDER BY e.id) FROM plannen_eigenregel e
                               WHERE e.doel_id = i.doel_id AND e.soort = 'stap'), '[]'::json))::text
  FROM plannen_inzet i WHERE i.id = %s"""

_LOSSE_INZET = f"""
SELECT coalesce(json_agg(json_build_object('plan', i.plan_id, 'doel', i.doel_id,
         'woorden', (SELECT d.woorden FROM plannen_doel d WHERE d.id = i.doel_id), 'inzet', {_INZET})
         ORDER BY i.id), '[]'::json)::text
  FROM plannen_inzet i WHERE i.persoon_id = ANY (%s)"""

_blad: TypeAdapter[PlanBlad] = TypeAdapter(PlanBlad)
_inzetblad: TypeAdapter[InzetBlad] = TypeAdapter(InzetBlad)
_inzetbladen: TypeAdapter[list[InzetBlad]] = TypeAdapter(list[InzetBlad])


def plan_van(scope: Scope, personen: Iterable[UUID]) -> PlanBlad | None:
    """The plan these persons take part in, as far as open in this request; a running one before a closed one.

    One statement. Of several, the one that the first person's question started.
    """
    tekst = waarde(_VAN_PERSONEN, {"personen": list(personen), "op": scope.nu.date()})
    return _blad.validate_json(tekst) if isinstance(tekst, str) else None


def lees_plan(scope: Scope, plan: UUID) -> PlanBlad:
    """One plan as far as open in this request, in one statement. NietGevonden when it is not."""
    tekst = waarde(f"{_PLAN} WHERE p.id = %s", [plan])
    if not isinstance(tekst, str):
        raise NietGevonden
    return _blad.validate_json(tekst)


def open_blad(scope: Scope, plan: UUID) -> tuple[PlanBlad, inzage.Opening]:
    """Open the household and read its plan, closed ones included, with what else was opened. NietGevonden."""
    opening = inzage.openen_gezin_bij(scope, plan, plek=PLAN_PLEK, doel=inzage.Doel.TOEGANG)
    return lees_plan(scope, plan), opening


def open_doelblad(scope: Scope, doel: UUID) -> tuple[PlanBlad, DoelRegel]:
    """Open the household and read the plan a goal is in, with that goal. NietGevonden."""
    inzage.openen_gezin_bij(scope, doel, plek=DOEL_PLEK, doel=inzage.Doel.TOEGANG)
    plan = waarde("SELECT plan_id FROM plannen_doel WHERE id = %s", [doel])
    if not isinstance(plan, UUID):
        raise NietGevonden
    blad = lees_plan(scope, plan)
    return blad, next(regel for regel in blad.doelen if regel.id == doel)


def open_inzetblad(scope: Scope, inzet: UUID) -> tuple[InzetBlad, inzage.Opening]:
    """Open the household and read one piece of help with its goal, with what else was opened. NietGevonden."""
    opening = inzage.openen_gezin_bij(scope, inzet, plek=INZET_PLEK, doel=inzage.Doel.TOEGANG)
    return lees_inzet(scope, inzet), opening


def open_hulp(scope: Scope, inzet: UUID) -> tuple[InzetBlad, inzage.Opening, inzage.Doel]:
    """Open one piece of help for whichever purpose this reader works for this person, and tell which that is.

    The same page serves who has the question and who helps. NietGevonden.
    """
    persoon = waarde("SELECT pol.inzet_plek(%s)", [inzet])
    sleutel = persoon if isinstance(persoon, UUID) else None
    doel = inzage.waarvoor(scope, sleutel)
    opening = inzage.openen_gezin(scope, sleutel, doel=doel)
    return lees_inzet(scope, inzet), opening, doel


def inzet_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[InzetBlad]:
    """The help of these persons with its goals, for a reader who has no plan open: a provider's own cut."""
    tekst = waarde(_LOSSE_INZET, [list(personen)])
    return _inzetbladen.validate_json(tekst) if isinstance(tekst, str) else []


def lees_inzet(scope: Scope, inzet: UUID) -> InzetBlad:
    """One piece of help with the words of its goal, for who sees no more than that. NietGevonden when not open."""
    tekst = waarde(_EEN_INZET, [inzet])
    if not isinstance(tekst, str):
        raise NietGevonden
    return _inzetblad.validate_json(tekst)


def situatie_van(besluit: BesluitRegel) -> Situatie:
    """The situation a decision was taken over, as it was frozen."""
    return Situatie.model_validate(
        {**besluit.situatie, "op": date.fromisoformat(str(besluit.situatie["op"]))}
    )
