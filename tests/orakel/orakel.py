"""The access rules once more, written from the words and not from the SQL; the two are compared decision by decision.

In words. Forbid first; the first rule that speaks decides.
 0. Nobody: no live session, an employment that has not begun or has ended, a person of another municipality.
    Whatever belongs to another municipality does not exist.
 1. Block: the person keeps out this employee, a team they are in today, their organisation, or that team's.
 2. Private: the employee privately knows somebody who today lives in one household with the person (or the person).
 3. Secret: a secret part is closed to everybody who is not listed for it. Being listed opens nothing by itself.
 4. Break-glass: an employee with a running emergency for this person sees everything that is not secret,
    but never who reported.
 5. Involvement, on level *wat*, for this purpose, of the employee, a team of today or their organisation: exactly the
    part it names, or parts of the rubrieken it names, under its law (if both have one), and if it is narrowed to one
    organisation only what that organisation answers for, besides who the person is.
    A signal about nobody: employees of the organisation or team that answers for it.
 6. Own: a resident from 12 years on sees their own parts, but never who reported.
 7. Authority: a parent with authority that nothing restricts sees the parts of a child under 16, but never who
    reported, nor what is withheld from parents.
 8. Otherwise: nothing.
Records that were merged are one person, in every rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from .wereld import Actor, Betrokkenheid, Deel, Wereld


@dataclass(frozen=True)
class Oordeel:
    """What the rules say, and which of them spoke."""

    open: bool
    regel: str


@dataclass(frozen=True)
class Houding:
    """Who asks, as they stand today."""

    actor: Actor
    partijen: frozenset[UUID]
    te_blokkeren: frozenset[UUID]


def jaren(geboren: date, dag: date) -> int:
    """Somebody's age in whole years."""
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))


class Orakel:
    """The rules applied to one world."""

    def __init__(self, wereld: Wereld) -> None:
        self.w = wereld
        self.houding = lru_cache(maxsize=None)(self._houding)
        self.dicht = lru_cache(maxsize=None)(self._dicht)

    def oordeel(self, actor: Actor, deel: Deel, doel: str) -> Oordeel:
        """May this actor see this part for this purpose, and by which rule?"""
        wie = self.houding(actor)
        if wie is None or deel.gemeente != actor.gemeente:
            return Oordeel(False, "0 niemand")
        if deel.betrokkene is not None and (verbod := self.dicht(wie, deel.betrokkene)):
            return Oordeel(False, verbod)
        if deel.geheim and not self._vermeld(actor, deel):
            return Oordeel(False, "3 geheim")
        als_medewerker = actor.soort == "medewerker"
        regel = (
            self._als_medewerker(wie, deel, doel)
            if als_medewerker
            else self._als_inwoner(actor, deel)
        )
        return Oordeel(regel is not None, regel or "8 niets")

    def _houding(self, actor: Actor) -> Houding | None:
        if not actor.sessie:
            return None
        if actor.soort == "inwoner":
            persoon = self.w.persoon_met.get(actor.id)
            if persoon is None or persoon.gemeente != actor.gemeente:
                return None
            return Houding(actor, frozenset({actor.id}), frozenset({actor.id}))
        medewerker = self.w.medewerker(actor.id)
        if medewerker is None or medewerker.gemeente != actor.gemeente:
            return None
        if not medewerker.dienst.gelden(self.w.dag):
            return None
        teams = {
            t.team
            for t in self.w.teamleden
            if t.medewerker == actor.id and t.dagen.gelden(self.w.dag)
        }
        partijen = frozenset({actor.id, medewerker.organisatie, *teams})
        return Houding(actor, partijen, partijen | self.w.organisaties_van(teams))

    def _dicht(self, wie: Houding, betrokkene: UUID) -> str | None:
        mens = self.w.mens[betrokkene]
        for blokkade in self.w.blokkades:
            if (
                blokkade.persoon in mens
                and blokkade.tegen in wie.te_blokkeren
                and blokkade.tijd.loopt(self.w.nu)
            ):
                return "1 blokkade"
        for prive in self.w.prives:
            if (
                prive.medewerker == wie.actor.id
                and prive.persoon in self.w.huisgenoten[betrokkene]
                and prive.tijd.loopt(self.w.nu)
            ):
                return "2 privé"
        return None

    def _vermeld(self, actor: Actor, deel: Deel) -> bool:
        return any(
            g.deel == deel.id and g.actor == actor.id and g.tijd.loopt(self.w.nu)
            for g in self.w.geheimhouders
        )

    def _als_medewerker(self, wie: Houding, deel: Deel, doel: str) -> str | None:
        if deel.betrokkene is None:
            is_signaal = deel.rubriek == "signaal" and deel.verantwoordelijke in wie.partijen
            return "5 signaal" if is_signaal else None
        if not deel.geheim and deel.rubriek != "melder" and self._nood(wie, deel.betrokkene):
            return "4 nood"
        for regel in self.w.per_mens[deel.betrokkene]:
            if (
                regel.partij in wie.partijen
                and regel.niveau == "wat"
                and regel.doel == doel
                and regel.tijd.loopt(self.w.nu)
                and self._bereikt(regel, deel)
            ):
                return "5 betrokken"
        return None

    def _nood(self, wie: Houding, betrokkene: UUID) -> bool:
        return any(
            n.medewerker == wie.actor.id
            and n.persoon in self.w.mens[betrokkene]
            and n.tijd.loopt(self.w.nu)
            for n in self.w.noden
        )

    @staticmethod
    def _bereikt(regel: Betrokkenheid, deel: Deel) -> bool:
        if regel.deel is not None:
            return regel.deel == deel.id
        if deel.rubriek not in regel.rubrieken:
            return False
        if regel.wet is not None and deel.wet is not None and regel.wet != deel.wet:
            return False
        vernauwd = regel.alleen_van is not None and regel.alleen_van != deel.verantwoordelijke
        return not vernauwd or deel.rubriek == "identiteit"

    def _als_inwoner(self, actor: Actor, deel: Deel) -> str | None:
        if deel.betrokkene is None or deel.rubriek == "melder":
            return None
        if deel.betrokkene in self.w.mens[actor.id]:
            geboren = self.w.persoon_met[actor.id].geboren
            oud_genoeg = geboren is not None and jaren(geboren, self.w.dag) >= 12
            return "6 zelf" if oud_genoeg else None
        if deel.niet_voor_ouders:
            return None
        return "7 gezag" if self._gezag(actor, deel.betrokkene) else None

    def _gezag(self, ouder: Actor, betrokkene: UUID) -> bool:
        lopend = [
            r
            for r in self.w.relaties
            if r.persoon in self.w.mens[ouder.id]
            and r.ander in self.w.mens[betrokkene]
            and r.soort == "ouder"
            and r.dagen.gelden(self.w.dag)
        ]
        if any(r.beperkt for r in lopend):
            return False
        return any(r.gezag and self._kind(r.ander) for r in lopend)

    def _kind(self, sleutel: UUID) -> bool:
        geboren = self.w.persoon_met[sleutel].geboren
        return geboren is not None and jaren(geboren, self.w.dag) < 16
