"""The front door of `onderzoeken`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import TypeAdapter

from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen, waarde

from .peilen import Lijn, Peilantwoord, Punt, lijnen_van, peil
from .regels import (
    LEEFGEBIEDEN,
    ZELF,
    Gezichtspunt,
    Leefgebied,
    Ondersteuning,
    Oordeel,
    PersoonlijkPlan,
    Toestand,
    in_gespreksvolgorde,
)
from .usecases import (
    Gehoord,
    Voorbereiding,
    begin,
    bewaar_leefgebied,
    bewaar_onderwerp,
    leg_kindgesprek_vast,
    leg_voorbereiding_vast,
    open_onderzoek,
    rond_af,
    stop,
    trek_conclusie,
    zet_leefgebied_aan,
)

__all__ = [
    "LEEFGEBIEDEN",
    "ZELF",
    "Blad",
    "Gebied",
    "Gehoord",
    "Gezichtspunt",
    "Kern",
    "KindgesprekRegel",
    "Leefgebied",
    "Lijn",
    "Ondersteuning",
    "OnderwerpRegel",
    "Oordeel",
    "Peilantwoord",
    "PersoonlijkPlan",
    "Punt",
    "Stand",
    "Toestand",
    "Voorbereiding",
    "begin",
    "bewaar_leefgebied",
    "bewaar_onderwerp",
    "in_gespreksvolgorde",
    "lees",
    "leg_kindgesprek_vast",
    "leg_voorbereiding_vast",
    "lijnen_van",
    "open_onderzoek",
    "peil",
    "rond_af",
    "stand_van",
    "stop",
    "trek_conclusie",
    "zet_leefgebied_aan",
]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an investigation stands, in a few words for the file."""

    id: UUID
    persoon: UUID
    melding: UUID
    toestand: Toestand
    begonnen_op: datetime
    afgerond_op: datetime | None
    oordeel: str


@dataclass(frozen=True, slots=True)
class OnderwerpRegel:
    """What was said about one of the seven topics."""

    sleutel: str
    tekst: str
    door: str
    versie: int


@dataclass(frozen=True, slots=True)
class Gebied:
    """A field of life that is on, of whom, and why."""

    id: UUID
    persoon: UUID
    sleutel: str
    reden: str
    tekst: str
    door: str
    versie: int


@dataclass(frozen=True, slots=True)
class KindgesprekRegel:
    """The conversation with one child."""

    kind: UUID
    gesproken: bool
    alleen: bool
    op: date | None
    woorden: str
    door: str
    versie: int


@dataclass(frozen=True, slots=True)
class Kern:
    """The investigation itself: what was offered and asked, and the conclusion."""

    id: UUID
    persoon: UUID
    melding: UUID
    deel: UUID
    toestand: Toestand
    begonnen_op: datetime
    afgerond_op: datetime | None
    voorbereid_op: datetime | None
    inwoner: Ondersteuning
    mantelzorger: Ondersteuning
    persoonlijk_plan: PersoonlijkPlan
    oordeel: str
    conclusie: str
    conclusie_door: str
    conclusie_versie: int
    waarom_gestopt: str


@dataclass(frozen=True, slots=True)
class Blad:
    """A whole investigation, in this reader's cut."""

    kern: Kern
    onderwerpen: Mapping[str, OnderwerpRegel]
    gebieden: Sequence[Gebied]
    kinderen: Mapping[UUID, KindgesprekRegel]


def stand_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[Stand]:
    """The investigations of these persons as far as open, newest first, in one statement."""
    return rijen(
        _stand,
        """SELECT o.id, o.persoon_id, o.melding_id, o.toestand, o.begonnen_op, o.afgerond_op, o.oordeel
             FROM onderzoeken_onderzoek o WHERE o.persoon_id = ANY (%s) ORDER BY o.begonnen_op DESC""",
        [list(personen)],
    )


def _stand(
    id: UUID,
    persoon: UUID,
    melding: UUID,
    toestand: str,
    begonnen_op: datetime,
    afgerond_op: datetime | None,
    oordeel: str,
) -> Stand:
    return Stand(id, persoon, melding, Toestand(toestand), begonnen_op, afgerond_op, oordeel)


_BLAD = """
SELECT json_build_object(
  'kern', json_build_object('id', o.id, 'persoon', o.persoon_id, 'melding', o.melding_id, 'deel', o.deel_id,
    'toestand', o.toestand, 'begonnen_op', o.begonnen_op, 'afgerond_op', o.afgerond_op,
    'voorbereid_op', o.voorbereid_op, 'inwoner', o.ondersteuning_inwoner,
    'mantelzorger', o.ondersteuning_mantelzorger, 'persoonlijk_plan', o.persoonlijk_plan, 'oordeel', o.oordeel,
    'conclusie', o.conclusie, 'conclusie_door', o.conclusie_door, 'conclusie_versie', o.conclusie_versie,
    'waarom_gestopt', o.waarom_gestopt),
  'onderwerpen', coalesce((SELECT json_object_agg(w.sleutel, json_build_object('sleutel', w.sleutel,
      'tekst', w.tekst, 'door', w.door, 'versie', w.versie))
    FROM onderzoeken_onderwerp w WHERE w.onderzoek_id = o.id), '{}'::json),
  'gebieden', coalesce((SELECT json_agg(json_build_object('id', g.id, 'persoon', g.persoon_id,
      'sleutel', g.sleutel, 'reden', g.reden, 'tekst', g.tekst, 'door', g.door, 'versie', g.versie)
      ORDER BY g.aan_op, g.id)
    FROM onderzoeken_leefgebied g WHERE g.onderzoek_id = o.id), '[]'::json),
  'kinderen', coalesce((SELECT json_object_agg(k.persoon_id, json_build_object('kind', k.persoon_id,
      'gesproken', k.gesproken, 'alleen', k.alleen, 'op', k.gesproken_op, 'woorden', k.woorden, 'door', k.door,
      'versie', k.versie))
    FROM onderzoeken_kindgesprek k WHERE k.onderzoek_id = o.id), '{}'::json))::text
  FROM onderzoeken_onderzoek o WHERE o.id = %s"""

_blad: TypeAdapter[Blad] = TypeAdapter(Blad)


def lees(scope: Scope, onderzoek: UUID) -> Blad:
    """The whole investigation, as far as open in this request, in one statement. NietGevonden when it is not."""
    tekst = waarde(_BLAD, [onderzoek])
    if not isinstance(tekst, str):
        raise NietGevonden
    return _blad.validate_json(tekst)
