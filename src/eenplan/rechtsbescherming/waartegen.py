"""What one can disagree with: every decision and every letter that left; none is too light for it (waarborg 23)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.platform import klok
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort

_GEEN_ONDERWERP = frozenset({berichten.BriefSoort.ONTVANGSTBEVESTIGING, berichten.BriefSoort.RECHT})


@dataclass(frozen=True, slots=True)
class Tegen:
    """A decision or a letter that left: what it is called, when, and the last day to object.

    `makers`: the files whose events name who worked on it; they never handle what somebody says of it.
    """

    id: UUID
    persoon: UUID
    titel: str
    verzonden_op: date
    laatste_dag: date
    stuk: UUID | None
    brief: UUID | None
    wet: str
    makers: tuple[UUID, ...]


def waartegen(scope: Scope, personen: Sequence[UUID]) -> Sequence[Tegen]:
    """What left about people whose files are open in this request, newest first. Two statements."""
    stukken = [
        Tegen(
            s.id,
            s.persoon,
            f"{besluiten.NAAM[s.soort].capitalize()}, {termijnen.voluit(dag)}",
            dag,
            s.laatste_dag_bezwaar or _zes_weken(dag),
            s.id,
            s.brief,
            s.wet,
            (s.id, s.inzet) if s.inzet else (s.id,),
        )
        for s in besluiten.stukken_van(scope, personen)
        if s.verzonden_op is not None
        for dag in [klok.dag(s.verzonden_op)]
    ]
    van_stuk = {s.id for s in stukken}
    brieven = [
        Tegen(
            b.id,
            b.persoon,
            f"{b.onderwerp}, {termijnen.voluit(dag)}",
            dag,
            _zes_weken(dag),
            None,
            b.id,
            "onbekend",
            (b.over,),
        )
        for b in berichten.brieven_van(scope, personen)
        if b.verzonden_op is not None and b.over not in van_stuk and b.soort not in _GEEN_ONDERWERP
        for dag in [klok.dag(b.verzonden_op)]
    ]
    return sorted([*stukken, *brieven], key=lambda t: t.verzonden_op, reverse=True)


def zoek_op(scope: Scope, persoon: UUID, sleutel: UUID) -> Tegen:
    """The one that was pointed out. NietGevonden for what is not about this person or not open to this reader."""
    for tegen in waartegen(scope, [persoon]):
        if tegen.id == sleutel:
            return tegen
    raise NietGevonden


def _zes_weken(dag: date) -> date:
    """For a letter that names no last day: if it turns out to be a decision, this is it (Awb 6:7 and 6:8)."""
    regel = termijnen.wettelijke_regel(TermijnSoort.BEZWAAR, dag)
    return termijnen.einddatum(regel, dag).datum
