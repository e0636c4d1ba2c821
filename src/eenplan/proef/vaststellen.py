"""Plans that wait for two things: that their letter is sent, and that they are made final. Walked, not poured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from uuid import UUID, uuid4

from eenplan.berichten import api as berichten
from eenplan.demo import bevolking, laden, loop
from eenplan.meldingen import api as meldingen
from eenplan.platform import klok
from eenplan.platform.scope import Scope, handelend, open_sessie

from .verkeer import Handeling, Verzoek

PER_GREEP = 20
GREPEN = 10  # so many times nobody of this team: then nobody will be


@dataclass(frozen=True)
class Plek:
    """Who measures: an employee, and the municipality and party they work for."""

    medewerker: UUID
    gemeente: UUID
    partij: UUID

    def sessie(self) -> str:
        """A session of this employee."""
        return open_sessie(soort="medewerker", actor=self.medewerker, gemeente=self.gemeente)


def vaststelbaar(plek: Plek, gebieden: Sequence[str]) -> Iterator[Handeling]:
    """Each another household of this employee. LookupError when no question comes to this team."""
    token = plek.sessie()
    with handelend(token) as scope:
        sleutel, naam = scope.gemeente_sleutel, scope.gemeente_naam
    zonder = 0
    for greep in count():
        gezinnen = bevolking.gezinnen(
            f"{uuid4()}/{greep}", PER_GREEP, list(gebieden), naam, klok.vandaag()
        )
        for gezin in gezinnen:
            with handelend(None) as scope:
                vraag = meldingen.doe_melding(
                    scope, gemeente_sleutel=sleutel, gegevens=laden.melding_van(gezin)
                )
            if vraag.houder.id == plek.partij:
                zonder = 0
                yield _handeling(token, gezin, vraag.melding)
        zonder += 1
        if zonder > GREPEN:
            raise LookupError("geen vraag komt bij dit team terecht")


def _handeling(token: str, gezin: bevolking.Gezin, melding: UUID) -> Handeling:
    stappen = (
        partial(loop.oppakken, gezin, melding),
        partial(loop.gesprek, gezin, melding),
        partial(loop.begin_plan, gezin, melding),
        partial(loop.beginnen, melding),
        partial(loop.afronden, melding),
    )
    for stap in stappen:
        with handelend(token) as scope:
            stap(scope)
    with handelend(token, lezen=True) as scope:
        plan, brief = loop.plan_van(melding, scope).id, _verslag(melding, scope)
    return (_verzend(f"/werk/brief/{brief}/"), _verzend(f"/werk/plan/{plan}/vaststellen/"))


def _verslag(melding: UUID, scope: Scope) -> UUID:
    kaart, _ = meldingen.lees_open(scope, melding)
    return next(
        brief.id
        for brief in berichten.brieven_van(scope, [kaart.persoon])
        if brief.soort is berichten.BriefSoort.VERSLAG
    )


def _verzend(pad: str) -> Verzoek:
    return Verzoek(pad, {"verzendsleutel": str(uuid4())}, verwacht=302)
