"""Which party decides here, who may sign for it, and under which mandate. It asks the policy file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.organisaties import api as organisaties
from eenplan.platform.scope import Scope

from .models import Stuk
from .papier import Ondertekenaar
from .regels import StukSoort, mandaat_soort

# Deciders who are the municipality itself wherever the policy file does not say otherwise.
_VAN_DE_GEMEENTE = frozenset({"gemeente", "consulent"})
FUNCTIE: Mapping[str, str] = {
    organisaties.Functie.HULPVERLENER: "medewerker",
    organisaties.Functie.CONSULENT: "consulent",
}
"""What stands under a name on a letter."""


@dataclass(frozen=True)
class Beslisser:
    """A party that may decide: its key in the policy file and in the database."""

    sleutel: str
    id: UUID
    naam: str
    telefoon: str


@dataclass(frozen=True)
class Kader:
    """The policy of one municipality on one day."""

    model: beleid.Toegangsmodel
    op: date

    def partij(self, organisatie: UUID | None) -> Beslisser | None:
        """The party of the policy file that is this organisation."""
        return next(
            (p for p in map(self._beslisser, self.model.partijen) if p.id == organisatie), None
        )

    @property
    def gemeente(self) -> Beslisser:
        """The municipality itself: whoever lacks a mandate, it can always decide (Awb 10:7)."""
        return next(self._beslisser(p) for p in self.model.partijen if p.soort == "gemeente")

    def beslisser(self, beslist_door: str, eigen: UUID | None) -> Beslisser:
        """The party that decides according to a row; where the row leaves it open, the actor's own."""
        sleutel = self.model.partij_van(beslist_door)
        if sleutel is not None:
            return self._beslisser(self.model.partij_op_sleutel[sleutel])
        if beslist_door in _VAN_DE_GEMEENTE:
            return self.gemeente
        return self.partij(eigen) or self.gemeente

    def bevoegd(self, partij: Beslisser, *, soort: StukSoort, wet: str, levering: str) -> Beslisser:
        """Who makes this paper: the decider if it has the mandate, else the municipality (guard 3)."""
        nodig = mandaat_soort(soort, levering)
        heeft = self.model.mandaat(partij.sleutel, wet, nodig, self.op) is not None
        return partij if heeft else self.gemeente

    def telefoon(self, scope: Scope) -> str:
        """The number of the actor's team, else of the organisation."""
        g = self.model.sleutel
        teams = {organisaties.team_id(g, t.sleutel): t.telefoon for t in self.model.indeling.teams}
        van_team = next((teams[team] for team in scope.teams if team in teams), "")
        partij = self.partij(scope.organisatie_id)
        return van_team or (partij.telefoon if partij else "")

    def mandaat(self, stuk: Stuk) -> beleid.Mandaat | None:
        """The mandate in force under which this paper may leave, or None."""
        partij = self.partij(stuk.beslist_door_id)
        if partij is None:
            return None
        nodig = mandaat_soort(StukSoort(stuk.soort), stuk.levering)
        return self.model.mandaat(partij.sleutel, stuk.wet, nodig, self.op)

    def ondertekenaar(self, scope: Scope, stuk: Stuk) -> Ondertekenaar:
        """Who signs this paper: the actor when their organisation decides, else a name still to be filled in."""
        mandaat = self.mandaat(stuk)
        if scope.organisatie_id == stuk.beslist_door_id:
            naam, telefoon = scope.naam, self.telefoon(scope)
            functie = FUNCTIE.get(scope.functie, scope.functie)
            return Ondertekenaar(naam, functie, scope.organisatie_naam, telefoon, mandaat)
        partij = self.partij(stuk.beslist_door_id) or self.gemeente
        return Ondertekenaar(partij.naam, "medewerker", partij.naam, partij.telefoon, mandaat)

    def _beslisser(self, partij: beleid.Partij) -> Beslisser:
        sleutel = organisaties.organisatie_id(self.model.sleutel, partij.sleutel)
        return Beslisser(partij.sleutel, sleutel, partij.naam, partij.telefoon)


def kader(scope: Scope) -> Kader:
    """The policy that holds for this request."""
    op = scope.nu.date()
    return Kader(beleid.model(scope.gemeente_sleutel, op), op)
