"""Who takes the question: the routing and triage rows of one toegangsmodel."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from eenplan.beleid.rijen import Routeregel, Triageregel
from eenplan.beleid.tabel import Feiten, Rij, waarom_niet
from eenplan.beleid.toegangsmodel import Team, Toegangsmodel
from eenplan.beleid.woordenschat import Route, Situatie

EenRij = TypeVar("EenRij", bound=Rij)


def eerste_die_past(rijen: Iterable[EenRij], feiten: Feiten) -> EenRij:
    """The first row that fits. LookupError when none does: the checker proves that this cannot happen."""
    for rij in rijen:
        if waarom_niet(rij.als, feiten) is None:
            return rij
    raise LookupError("geen rij past")


def routeer(model: Toegangsmodel, situatie: Situatie) -> Route:
    """The party and team for a situation, with the row that says so (U2, L2, D1, K1, H2)."""
    rij: Routeregel = eerste_die_past(model.routering, dict(situatie))
    team = _team_voor(model, rij.team.soort, situatie) if rij.team else None
    return Route(partij=rij.partij, team=team, regel=rij.regel, toelichting=rij.toelichting)


def stel_wet_voor(model: Toegangsmodel, situatie: Situatie) -> Triageregel:
    """The triage row: the law a professional is offered first, and why."""
    return eerste_die_past(model.triage.regels, dict(situatie))


def _team_voor(model: Toegangsmodel, soort: str, situatie: Situatie) -> str | None:
    """The team of this kind in the resident's area; a team without areas serves all; none without an address."""
    gebied = _gebied(model, situatie)
    teams: Sequence[Team] = [t for t in model.indeling.teams if t.soort == soort]
    return next((t.sleutel for t in teams if not t.gebieden or gebied in t.gebieden), None)


def _gebied(model: Toegangsmodel, situatie: Situatie) -> str | None:
    """The area of the buurt; with only a wijk, the first area of it answers until the buurt is known."""
    if situatie.buurt is not None:
        return model.gebied_van_buurt[situatie.buurt][1]
    if situatie.wijk is None:
        return None
    gebieden = model.wijk_op_sleutel[situatie.wijk].gebieden
    return gebieden[0].sleutel if gebieden else None
