"""Help that an organisation leaves to its members: it chooses who gives it (H5). The policy file says which do so."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.organisaties.api import organisatie_id
from eenplan.platform.scope import Scope

from .models import Inzet


def is_verdeler(model: beleid.Toegangsmodel, organisatie: UUID | None) -> bool:
    """Whether this organisation itself chooses which of its members helps, and is not such a member."""
    verdeler = verdeler_van(model, organisatie)
    return verdeler is not None and organisatie_id(model.sleutel, verdeler.sleutel) == organisatie


def leden(model: beleid.Toegangsmodel, sleutel: str) -> Sequence[beleid.Partij]:
    """The parties that work under this one, in the order of the file."""
    return tuple(p for p in model.partijen if p.onderdeel_van == sleutel)


def verdeler_van(model: beleid.Toegangsmodel, organisatie: UUID | None) -> beleid.Partij | None:
    """The organisation that chooses who gives this help: the one named, or the one whose member it is."""
    sleutels = {organisatie_id(model.sleutel, p.sleutel): p for p in model.partijen}
    partij = sleutels.get(organisatie) if organisatie else None
    boven = (
        model.partij_op_sleutel[partij.onderdeel_van] if partij and partij.onderdeel_van else partij
    )
    return boven if boven is not None and boven.besteedt_uit else None


def naar_de_cooperatie(scope: Scope, rij: Inzet, model: beleid.Toegangsmodel) -> None:
    """A consulent judges the help, not the member that was declined: who gives it is chosen anew after that (H4)."""
    verdeler = verdeler_van(model, rij.organisatie_id)
    if verdeler is not None:
        zet_uitvoerder(rij, organisatie_id(model.sleutel, verdeler.sleutel), verdeler.naam)


def zet_uitvoerder(rij: Inzet, organisatie: UUID, naam: str) -> None:
    """Write down who gives the help. The caller tells it in an event."""
    Inzet.objects.filter(id=rij.id).update(organisatie_id=organisatie, wie=naam)
    rij.organisatie_id, rij.wie = organisatie, naam
