"""The front door of `onderzoeken`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import rijen

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


def lees(scope: Scope, onderzoek: UUID) -> Blad:
    """The whole investigation, as far as open in this request. NietGevonden when it is not."""
    onderwerpen = rijen(
        OnderwerpRegel,
        "SELECT sleutel, tekst, door, versie FROM onderzoeken_onderwerp WHERE onderzoek_id = %s",
        [onderzoek],
    )
    gebieden = rijen(
        Gebied,
        """SELECT id, persoon_id, sleutel, reden, tekst, door, versie
             FROM onderzoeken_leefgebied WHERE onderzoek_id = %s ORDER BY aan_op, id""",
        [onderzoek],
    )
    kinderen = rijen(
        KindgesprekRegel,
        """SELECT persoon_id, gesproken, alleen, gesproken_op, woorden, door, versie
             FROM onderzoeken_kindgesprek WHERE onderzoek_id = %s""",
        [onderzoek],
    )
    kern = rijen(
        _kern,
        """SELECT id, persoon_id, melding_id, deel_id, toestand, begonnen_op, afgerond_op, voorbereid_op,
                  ondersteuning_inwoner, ondersteuning_mantelzorger, persoonlijk_plan, oordeel, conclusie,
                  conclusie_door, conclusie_versie, waarom_gestopt
             FROM onderzoeken_onderzoek WHERE id = %s""",
        [onderzoek],
    )
    if not kern:
        raise NietGevonden
    return Blad(
        kern[0],
        {o.sleutel: o for o in onderwerpen},
        gebieden,
        {k.kind: k for k in kinderen},
    )


def _kern(
    id: UUID,
    persoon: UUID,
    melding: UUID,
    deel: UUID,
    toestand: str,
    begonnen_op: datetime,
    afgerond_op: datetime | None,
    voorbereid_op: datetime | None,
    inwoner: str,
    mantelzorger: str,
    persoonlijk_plan: str,
    oordeel: str,
    conclusie: str,
    conclusie_door: str,
    conclusie_versie: int,
    waarom_gestopt: str,
) -> Kern:
    return Kern(
        id,
        persoon,
        melding,
        deel,
        Toestand(toestand),
        begonnen_op,
        afgerond_op,
        voorbereid_op,
        Ondersteuning(inwoner),
        Ondersteuning(mantelzorger),
        PersoonlijkPlan(persoonlijk_plan),
        oordeel,
        conclusie,
        conclusie_door,
        conclusie_versie,
        waarom_gestopt,
    )
