"""Asks the database and the oracle the same questions and tells where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import psycopg

from .orakel import Orakel
from .wereld import Actor, Wereld


@dataclass(frozen=True)
class Verschil:
    """One decision on which the two disagree. The seed is enough to make the world again."""

    zaad: int
    actor: UUID
    soort: str
    deel: UUID
    doel: str
    regel: str
    lek: bool

    def __str__(self) -> str:
        wat = "LEK" if self.lek else "TEN ONRECHTE DICHT"
        wie = f"{self.soort} {self.actor}, deel {self.deel}, doel {self.doel}"
        return f"{wat}: zaad {self.zaad}, {wie}; orakel: {self.regel}"


@dataclass
class Uitslag:
    """What a comparison counted."""

    besluiten: int = 0
    open: int = 0
    per_regel: Counter[str] = field(default_factory=Counter)
    verschillen: list[Verschil] = field(default_factory=list)
    inhoud: list[str] = field(default_factory=list)  # content that shows other than what was opened

    @property
    def lekken(self) -> int:
        """How often the database opened what the rules keep shut."""
        return sum(v.lek for v in self.verschillen)

    def tel(self, ander: Uitslag) -> None:
        """Add another count to this one."""
        self.besluiten += ander.besluiten
        self.open += ander.open
        self.per_regel += ander.per_regel
        self.verschillen += ander.verschillen
        self.inhoud += ander.inhoud


def vergelijk(
    app: psycopg.Connection, wereld: Wereld, *, actoren: Iterable[Actor] | None = None
) -> Uitslag:
    """Every actor, every deel, every purpose of this world: one call of the lock gives a whole set of decisions."""
    uitslag = Uitslag()
    orakel = Orakel(wereld)
    for nummer, (actor, doel) in enumerate(
        (a, d) for a in actoren or wereld.actoren for d in wereld.doelen
    ):
        geopend, zichtbaar = vraag(
            app, wereld, actor, doel, als_lezer=nummer % 2 == 0, per_deel=nummer % 3 == 0
        )
        if geopend != zichtbaar:
            uitslag.inhoud.append(
                f"zaad {wereld.zaad}, actor {actor.id}, doel {doel}: {geopend ^ zichtbaar}"
            )
        for deel in wereld.delen:
            oordeel = orakel.oordeel(actor, deel, doel)
            uitslag.besluiten += 1
            uitslag.open += oordeel.open
            uitslag.per_regel[oordeel.regel] += 1
            if oordeel.open != (deel.id in geopend):
                uitslag.verschillen.append(
                    Verschil(
                        *(wereld.zaad, actor.id, actor.soort, deel.id, doel, oordeel.regel),
                        lek=not oordeel.open,
                    )
                )
    return uitslag


Verwacht = dict[tuple[Actor, str], frozenset[UUID]]


def verwacht(wereld: Wereld) -> Verwacht:
    """What the oracle opens, for every actor and purpose; computed once, compared with many broken locks.

    A resident's purpose makes no difference: one is enough.
    """
    orakel = Orakel(wereld)
    return {
        (actor, doel): frozenset(
            deel.id for deel in wereld.delen if orakel.oordeel(actor, deel, doel).open
        )
        for actor in wereld.actoren
        for doel in (wereld.doelen if actor.soort == "medewerker" else wereld.doelen[:1])
    }


def wijkt_af(
    app: psycopg.Connection, wereld: Wereld, goed: Verwacht, *, soort: str | None = None
) -> bool:
    """Whether the lock as it is now decides anything otherwise than expected, for actors of this kind or for all."""
    return any(
        open_ != vraag(app, wereld, actor, doel, als_lezer=False, per_deel=False)[0]
        for (actor, doel), open_ in goed.items()
        if soort in (None, actor.soort)
    )


def vraag(
    app: psycopg.Connection,
    wereld: Wereld,
    actor: Actor,
    doel: str,
    *,
    als_lezer: bool,
    per_deel: bool,
) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Open everything this actor may: what the lock said, and the content that then shows.

    `per_deel`: name every part instead of every person; the answer must be the same.
    """
    personen = [] if per_deel else [p.id for p in wereld.personen]
    delen = [d.id for d in wereld.delen if per_deel or d.betrokkene is None]
    with app.transaction():
        rol = ", set_config('role', 'eenplan_lezer', true)" if als_lezer else ""
        app.execute(
            f"SELECT b.soort{rol} FROM pol.begin(%s, %s, %s) b", [actor.token, uuid4(), wereld.nu]
        )
        voor = _inhoud(app)
        assert not voor, f"zaad {wereld.zaad}: inhoud zichtbaar zonder kaartje"
        geopend = frozenset(
            _eerste(
                app.execute("SELECT deel_id FROM pol.openen(%s, %s, %s)", [personen, delen, doel])
            )
        )
        return geopend, _inhoud(app)


def _inhoud(app: psycopg.Connection) -> frozenset[UUID]:
    return frozenset(_eerste(app.execute("SELECT deel_id FROM huishoudens_contact")))


def _eerste(rijen: Iterable[tuple[UUID, ...]]) -> Iterator[UUID]:
    return (rij[0] for rij in rijen)
