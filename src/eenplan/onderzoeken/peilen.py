"""How it goes on a field of life that is on: where somebody stands, as the resident and as the team see it.

Always optional, never a total, and only where somebody said why the field matters to the question (P1, P2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.inzage import api as inzage
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt, rijen

from . import events
from .models import Leefgebied, Peiling
from .regels import LEEFGEBIED_OP_SLEUTEL, ZELF, Gezichtspunt


@dataclass(frozen=True, slots=True)
class Peilantwoord:
    """Where somebody stands on one field of life, as one of the two sees it; `lukt` is a key of `ZELF`."""

    leefgebied: UUID
    gezien_door: Gezichtspunt
    lukt: int


@dataclass(frozen=True, slots=True)
class Punt:
    """One answer on one day."""

    op: date
    gezien_door: Gezichtspunt
    lukt: int


@dataclass(frozen=True, slots=True)
class Lijn:
    """A field of life that is on, of whom, and every answer, oldest first."""

    leefgebied: UUID
    persoon: UUID
    sleutel: str
    reden: str
    punten: tuple[Punt, ...]

    @property
    def naam(self) -> str:
        """The field of life in common words."""
        return LEEFGEBIED_OP_SLEUTEL[self.sleutel].naam


@transaction.atomic
def peil(scope: Scope, *, persoon: UUID, antwoorden: Sequence[Peilantwoord]) -> None:
    """Record where people of this household stand today; a second answer on a day takes the place of the first.

    Also after the investigation: one looks back later. NietGevonden for what is not there for this reader; Geweigerd
    when nothing was answered.
    """
    if not antwoorden:
        raise Geweigerd(
            "Kies bij minstens één onderwerp hoe het gaat, of ga terug zonder te bewaren."
        )
    om_de_beurt(persoon)
    inzage.openen_gezin(scope, persoon, doel=inzage.Doel.TOEGANG)
    gebieden = {
        g.id: g for g in Leefgebied.objects.filter(id__in={a.leefgebied for a in antwoorden})
    }
    for antwoord in antwoorden:
        if antwoord.leefgebied not in gebieden or antwoord.lukt not in ZELF:
            raise NietGevonden
        _bewaar(scope, gebieden[antwoord.leefgebied], antwoord)
    for gebied in gebieden.values():
        vastleggen(
            scope,
            Gebeurtenis(
                events.GEPEILD,
                gebied.onderzoek_id,
                gebied.deel_id,
                gebied.persoon_id,
                {"leefgebied": LEEFGEBIED_OP_SLEUTEL[gebied.sleutel].naam},
            ),
        )


def _bewaar(scope: Scope, gebied: Leefgebied, antwoord: Peilantwoord) -> None:
    dag = scope.nu.date()
    van_vandaag = Peiling.objects.filter(
        leefgebied_id=gebied.id, gezien_door=antwoord.gezien_door, op=dag
    )
    if van_vandaag.update(lukt=antwoord.lukt, door=scope.naam):
        return
    Peiling(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=gebied.deel_id,
        onderzoek_id=gebied.onderzoek_id,
        leefgebied_id=gebied.id,
        persoon_id=gebied.persoon_id,
        gezien_door=antwoord.gezien_door,
        op=dag,
        lukt=antwoord.lukt,
        door=scope.naam,
    ).save(force_insert=True)


def lijnen_van(scope: Scope, personen: Iterable[UUID]) -> Sequence[Lijn]:
    """The fields of life that are on for these persons as far as open, with every answer, in one statement."""
    return rijen(
        _lijn,
        """SELECT g.id, g.persoon_id, g.sleutel, g.reden,
                  (SELECT json_agg(json_build_array(p.op, p.gezien_door, p.lukt) ORDER BY p.op, p.gezien_door)
                     FROM onderzoeken_peiling p WHERE p.leefgebied_id = g.id)
             FROM onderzoeken_leefgebied g WHERE g.persoon_id = ANY (%s) ORDER BY g.aan_op, g.id""",
        [list(personen)],
    )


def _lijn(
    id: UUID, persoon: UUID, sleutel: str, reden: str, punten: list[tuple[str, str, int]] | None
) -> Lijn:
    gelezen = (
        Punt(date.fromisoformat(op), Gezichtspunt(door), lukt) for op, door, lukt in punten or ()
    )
    return Lijn(id, persoon, sleutel, reden, tuple(gelezen))
