"""Makes small adversarial worlds: everything lies on an edge of a rule, and every world follows from its seed alone.

Adversarial means: days on which something ends, begins or just ended; birthdays of 12 and 16; ex-partners, seconded
employees, people known twice, parts that are secret, withheld, of another law or of another municipality.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from .wereld import (
    NEDERLAND,
    Actor,
    Betrokkenheid,
    Blokkade,
    Dagen,
    Deel,
    Geheimhouder,
    Lid,
    Medewerker,
    Nood,
    Organisatie,
    Persoon,
    Prive,
    Relatie,
    Team,
    Teamlid,
    Tijd,
    Wereld,
)

T = TypeVar("T")

RUBRIEKEN = ("identiteit", "contact", "adres", "melding", "melder", "plan", "inzet")
WETTEN = ("wmo", "jeugdwet", None)
DOELEN = ("toegang", "uitvoering", "besluitvorming", "administratie", "inwoner")
DAGEN = (date(2026, 3, 29), date(2026, 10, 25), date(2024, 2, 29), date(2027, 1, 1))
UREN = (time(0, 0), time(0, 30), time(10, 30), time(23, 59, 59))


def maak(zaad: int) -> Wereld:
    """The world of this seed."""
    return _Maker(zaad).maak()


class _Maker:
    def __init__(self, zaad: int) -> None:
        self.r = random.Random(zaad)
        moment = datetime.combine(self.r.choice(DAGEN), self.r.choice(UREN), NEDERLAND)
        self.w = Wereld(zaad=zaad, nu=moment.astimezone(UTC))

    def maak(self) -> Wereld:
        self.w.gemeenten = [self.id(), self.id()]
        for gemeente, omvang in zip(self.w.gemeenten, (1.0, 0.25), strict=True):
            self.organisaties(gemeente, omvang)
            self.personen(gemeente, omvang)
        self.delen()
        self.samenleven()
        self.actoren()
        self.betrokkenheden()
        self.verboden()
        self.w.doelen = tuple(self.r.sample(DOELEN, 3))
        return self.w

    # --- small choices -------------------------------------------------------------------------------------------

    def id(self) -> UUID:
        return UUID(int=self.r.getrandbits(128), version=4)

    def kans(self, kans: float) -> bool:
        return self.r.random() < kans

    def kies(self, rij: Sequence[T]) -> T:
        return self.r.choice(rij)

    def dagen(self, goed: float = 0.75) -> Dagen:
        """A period of days; mostly in force, otherwise just over or not yet begun."""
        dag, een = self.w.dag, timedelta(days=1)
        lang = dag - timedelta(days=400)
        if self.kans(goed):
            return self.kies([Dagen(lang, None), Dagen(dag, None), Dagen(lang, dag)])
        return self.kies([Dagen(lang, dag - een), Dagen(dag + een, None)])

    def tijd(self, goed: float = 0.75) -> Tijd:
        """A period of moments, with ends as near to now as the clock can tell."""
        nu, tik = self.w.nu, timedelta(microseconds=1)
        lang = nu - timedelta(days=30)
        if self.kans(goed):
            return self.kies([Tijd(lang, None), Tijd(nu, None), Tijd(lang, nu + tik)])
        return self.kies([Tijd(lang, nu), Tijd(nu + tik, None), Tijd(lang, nu - tik)])

    # --- who there is --------------------------------------------------------------------------------------------

    def organisaties(self, gemeente: UUID, omvang: float) -> None:
        eigen = [Organisatie(self.id(), gemeente) for _ in range(4 if omvang == 1 else 2)]
        teams = [Team(self.id(), gemeente, o.id) for o in eigen for _ in range(2)]
        self.w.organisaties += eigen
        self.w.teams += teams
        for _ in range(int(14 * omvang)):
            wie = Medewerker(self.id(), gemeente, self.kies(eigen).id, self.dagen(0.92))
            self.w.medewerkers.append(wie)
            eigen_teams = [t for t in teams if t.organisatie == wie.organisatie]
            for team in {self.kies(eigen_teams), *([self.kies(teams)] if self.kans(0.4) else [])}:
                self.w.teamleden.append(Teamlid(wie.id, team.id, self.dagen()))

    def geboren(self) -> date | None:
        dag = self.w.dag
        jong = [_jaren_terug(dag, n) + timedelta(days=d) for n in (12, 16) for d in (-1, 0, 1)]
        return self.kies([*jong, date(1985, 6, 1), date(1950, 1, 31), date(2020, 9, 9), None])

    def personen(self, gemeente: UUID, omvang: float) -> None:
        nieuw: list[Persoon] = []
        for _ in range(int(18 * omvang)):
            nieuw.append(Persoon(self.id(), gemeente, self.geboren(), None))
        for _ in range(int(4 * omvang)):  # known twice, some of them three times
            eerste = self.kies(nieuw)
            geboren = eerste.geboren if self.kans(0.7) else None
            nieuw.append(Persoon(self.id(), gemeente, geboren, eerste.id))
        self.w.personen += nieuw

    def delen(self) -> None:
        for persoon in self.w.personen:
            self.deel(persoon, "identiteit")
            for _ in range(self.r.randint(2, 5)):
                self.deel(persoon, self.kies(RUBRIEKEN))
        for gemeente in self.w.gemeenten:
            partijen = [o.id for o in self.w.organisaties] + [t.id for t in self.w.teams]
            for _ in range(4):
                rubriek = "signaal" if self.kans(0.8) else "melding"
                geheim = self.kans(0.15)
                self.w.delen.append(
                    Deel(
                        self.id(), gemeente, None, rubriek, None, self.kies(partijen), geheim, False
                    )
                )

    def deel(self, persoon: Persoon, rubriek: str) -> None:
        van_hier = [o.id for o in self.w.organisaties if o.gemeente == persoon.gemeente]
        gemeente = persoon.gemeente if self.kans(0.98) else self.kies(self.w.gemeenten)
        self.w.delen.append(
            Deel(
                id=self.id(),
                gemeente=gemeente,
                betrokkene=persoon.id,
                rubriek=rubriek,
                wet=self.kies(WETTEN),
                verantwoordelijke=self.kies(van_hier),
                geheim=self.kans(0.15),
                niet_voor_ouders=self.kans(0.2),
            )
        )

    def samenleven(self) -> None:
        for gemeente in self.w.gemeenten:
            hier = [p for p in self.w.personen if p.gemeente == gemeente]
            for _ in range(max(2, len(hier) // 3)):
                huis = self.id()
                for persoon in self.r.sample(hier, self.r.randint(1, 4)):
                    self.w.leden.append(Lid(huis, persoon.id, self.dagen(0.6)))
            for _ in range(2 * len(hier)):
                ouder, kind = self.r.sample(hier, 2)
                self.relatie(ouder.id, kind.id)
                if self.kans(0.25):  # a second line about the same two: a court came in between
                    self.relatie(ouder.id, kind.id)

    def relatie(self, ouder: UUID, kind: UUID) -> None:
        soort = "ouder" if self.kans(0.85) else "partner"
        self.w.relaties.append(
            Relatie(ouder, kind, soort, self.kans(0.75), self.kans(0.15), self.dagen(0.8))
        )

    def actoren(self) -> None:
        """Every employee, and residents who matter: parents first, then whoever is known twice, then anybody."""
        for wie in self.w.medewerkers:
            gemeente = wie.gemeente if self.kans(0.95) else self.kies(self.w.gemeenten)
            self.actor(wie.id, "medewerker", gemeente)
        ouders = {r.persoon for r in self.w.relaties}
        dubbel = {p.samengevoegd_in for p in self.w.personen}
        rij = sorted(
            self.w.personen, key=lambda p: (p.id in ouders) + (p.id in dubbel), reverse=True
        )
        for persoon in rij[:8]:
            gemeente = persoon.gemeente if self.kans(0.95) else self.kies(self.w.gemeenten)
            self.actor(persoon.id, "inwoner", gemeente)

    def actor(self, sleutel: UUID, soort: str, gemeente: UUID) -> None:
        self.w.actoren.append(
            Actor(sleutel, soort, gemeente, self.kans(0.97), self.r.getrandbits(256).to_bytes(32))
        )

    # --- what is agreed and forbidden ----------------------------------------------------------------------------

    def partijen(self) -> list[UUID]:
        """Everybody who can be involved or kept out; employees more often, because they are what is asked about."""
        wie = [m.id for m in self.w.medewerkers]
        return [*wie, *(t.id for t in self.w.teams), *(o.id for o in self.w.organisaties)]

    def betrokkenheden(self) -> None:
        partijen = self.partijen()
        for _ in range(len(self.w.personen) * 24):
            persoon = self.kies(self.w.personen)
            eigen = [d.id for d in self.w.delen if d.betrokkene == persoon.id]
            los = self.kans(0.2)
            self.w.betrokkenheden.append(
                Betrokkenheid(
                    persoon=persoon.id,
                    partij=self.kies(partijen),
                    niveau="wat" if self.kans(0.85) else "dat",
                    rubrieken=() if los else tuple(self.r.sample(RUBRIEKEN, self.r.randint(2, 7))),
                    deel=self.kies(eigen) if los else None,
                    wet=self.kies(WETTEN),
                    doel=self.kies(DOELEN[:3]),
                    alleen_van=self.kies(self.w.organisaties).id if self.kans(0.3) else None,
                    tijd=self.tijd(),
                )
            )

    def verboden(self) -> None:
        medewerkers = [m.id for m in self.w.medewerkers]
        actoren = [a.id for a in self.w.actoren]
        for _ in range(14):
            tegen = self.kies([*self.partijen(), *actoren])
            self.w.blokkades.append(Blokkade(self.kies(self.w.personen).id, tegen, self.tijd()))
        for _ in range(16):
            self.w.prives.append(
                Prive(self.kies(medewerkers), self.kies(self.w.personen).id, self.tijd())
            )
        for _ in range(20):
            self.w.noden.append(
                Nood(self.kies(medewerkers), self.kies(self.w.personen).id, self.eindig())
            )
        for deel in self.w.delen:
            if deel.geheim:
                for actor in self.r.sample(actoren, 5):
                    self.w.geheimhouders.append(Geheimhouder(deel.id, actor, self.tijd()))

    def eindig(self) -> Tijd:
        """Break-glass always has an end."""
        tijd = self.tijd()
        return Tijd(tijd.van, tijd.tot or self.w.nu + timedelta(hours=12))


def _jaren_terug(dag: date, jaren: int) -> date:
    return dag.replace(year=dag.year - jaren)
