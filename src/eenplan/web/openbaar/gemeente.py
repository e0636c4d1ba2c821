"""What public pages say about a municipality, all of it from its policy file."""

from __future__ import annotations

from datetime import date

from django.http import Http404

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Partij, Team, Toegangsmodel
from eenplan.platform.scope import ScopedRequest

# Who a resident can call: parties that help or decide, not the providers they may be sent to later.
NIET_AAN_DE_VOORDEUR = frozenset({"aanbieder", "onderaannemer", "school"})


def model_van(request: ScopedRequest, gemeente: str) -> Toegangsmodel:
    """The arrangement of this municipality today. A page that does not exist for one we do not know."""
    if gemeente not in beleid.gemeenten():
        raise Http404
    try:
        return beleid.model(gemeente, request.scope.nu.date())
    except beleid.Beleidsfout as fout:
        raise Http404 from fout


def vanaf(gemeente: str, op: date) -> date | None:
    """From when this municipality works with its arrangement, when that is later than today."""
    eerste = beleid.versies(gemeente)[0].geldig_vanaf
    return eerste if eerste > op else None


def voordeuren(model: Toegangsmodel) -> tuple[Partij, ...]:
    """The organisations a resident can turn to, those that take questions first and the municipality last."""
    routes = {rij.partij for rij in model.routering}
    partijen = [p for p in model.partijen if p.soort not in NIET_AAN_DE_VOORDEUR]
    return tuple(
        sorted(partijen, key=lambda p: (p.soort == "gemeente", p.sleutel not in routes, p.naam))
    )


def met_naam(model: Toegangsmodel, naam: str) -> tuple[Partij, ...]:
    """The organisation of this name, or of the team of this name."""
    via = {team.partij for team in model.indeling.teams if team.naam == naam}
    return tuple(p for p in model.partijen if p.naam == naam or p.sleutel in via)


def teams(model: Toegangsmodel) -> tuple[Team, ...]:
    """The teams by name."""
    return tuple(sorted(model.indeling.teams, key=lambda team: team.naam))


def schil(model: Toegangsmodel) -> dict[str, object]:
    """What the shell shows on a page of this municipality."""
    gemeente = next((p for p in model.partijen if p.soort == "gemeente"), model.partijen[0])
    belofte = model.eerste_contact
    return {
        "gemeente_naam": model.naam,
        "uiterlijk": model.sleutel,
        "start_url": f"/{model.sleutel}/",
        "telefoon": gemeente.telefoon,
        "bereikbaar": f"Op werkdagen van {belofte.van_uur}.00 tot {belofte.tot_uur}.00 uur",
    }
