"""The cast. Tests know these people by name; states are reached by walking the use cases they would use.

Team Overvecht (Jeugd en Gezin): Fatima, Joost        Team Overvecht (Sociaal): Sanne
Consulent of the municipality: Petra                  A provider: Lisa          An outsider: Bram, of another provider
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.organisaties import api as organisaties
from eenplan.organisaties.api import Functie
from eenplan.platform import klok, scope
from eenplan.voorzieningen import api as voorzieningen


@dataclass(frozen=True)
class Mens:
    """Somebody who can act: an employee or a resident."""

    id: UUID
    gemeente: UUID
    soort: str = "medewerker"

    @contextmanager
    def handelt(self, *, op: date | None = None, lezen: bool = False) -> Iterator[scope.Scope]:
        """Act as this person in one transaction, as one request does."""
        token = scope.open_sessie(soort=self.soort, actor=self.id, gemeente=self.gemeente)
        moment = datetime.combine(op, time(10, 30), klok.NEDERLAND) if op else None
        with scope.handelend(token, lezen=lezen, moment=moment) as s:
            yield s


def gemeente(sleutel: str) -> UUID:
    """Set up a municipality from its policy files."""
    gemeente = organisaties.richt_in(beleid.versies(sleutel))
    voorzieningen.vul(beleid.versies(sleutel))
    return gemeente


def medewerker(
    gemeente: str,
    naam: str,
    *,
    organisatie: str,
    team: str | None = None,
    functie: Functie = Functie.HULPVERLENER,
    registratie: str = "",
) -> Mens:
    """Take somebody on."""
    sleutel = naam.lower().replace(" ", "-")
    persoon = organisaties.neem_in_dienst(
        gemeente=gemeente,
        sleutel=sleutel,
        naam=naam,
        functie=functie,
        organisatie=organisatie,
        teams=[team] if team else [],
        registratie=registratie,
    )
    return Mens(persoon, organisaties.gemeente_id(gemeente))


@contextmanager
def bezoeker(*, op: date | None = None) -> Iterator[scope.Scope]:
    """A visitor without a session."""
    moment = datetime.combine(op, time(10, 30), klok.NEDERLAND) if op else None
    with scope.handelend(None, moment=moment) as s:
        yield s


UTRECHT = "utrecht"
JEUGD_EN_GEZIN = "overvecht-spoorzoom-jeugd-en-gezin"
SOCIAAL = "overvecht-spoorzoom-sociaal"


@dataclass(frozen=True)
class Overvecht:
    """The two teams of Overvecht, the municipality and a provider, in Utrecht."""

    fatima: Mens
    joost: Mens
    sanne: Mens
    petra: Mens
    lisa: Mens


def overvecht() -> Overvecht:
    """Set up Utrecht with the cast."""
    gemeente(UTRECHT)
    return Overvecht(
        fatima=medewerker(UTRECHT, "Fatima Amrani", organisatie="buurtteams", team=JEUGD_EN_GEZIN),
        joost=medewerker(UTRECHT, "Joost de Wit", organisatie="buurtteams", team=JEUGD_EN_GEZIN),
        sanne=medewerker(UTRECHT, "Sanne Bos", organisatie="buurtteams", team=SOCIAAL),
        petra=medewerker(UTRECHT, "Petra Vos", organisatie="gemeente", functie=Functie.CONSULENT),
        lisa=medewerker(UTRECHT, "Lisa Maas", organisatie="de-linde", functie=Functie.AANBIEDER),
    )
