"""The campaign as a whole: the world, a copy of it for every block, both ways in, and the result as JSON."""

from __future__ import annotations

import json
import logging
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from django import forms
from django.urls import get_resolver

from eenplan.config import start
from eenplan.platform.scope import KOEKJE
from eenplan.web.verzenden import Formulier
from tests import pgplugin
from tests.integration.platform.adressen import Adres, alle
from tests.pgplugin import verbind_beheer
from tests.vervuiling import geplant, lezers, lijn
from tests.vervuiling.keuring import Boek, Logboek, keur_log
from tests.vervuiling.klant import InProces, OverDeLijn
from tests.vervuiling.loop import (
    Campagne,
    Oogst,
    Stap,
    leeg_verzonden,
    oogst,
    stappen,
    zoals_het_is,
)

NAMEN = ("Hadi", "Yilmaz", "Jansen", "Bakker", "Kramer", "Ploum", "Wessels", "Prins")
DEEL_OVER_DE_LIJN = 0.1


@dataclass
class Proef:
    """The built world with a template of it, and what was counted so far."""

    zaad: str
    volledig: bool
    deel: int = 0
    delen: int = 1
    boek: Boek = field(default_factory=Boek)
    soorten: Counter[str] = field(default_factory=Counter)
    log: Logboek = field(default_factory=Logboek)
    wat: Oogst = field(default_factory=Oogst)

    def __post_init__(self) -> None:
        self.iedereen = lezers.bouw()
        self.lezers = self.iedereen[self.deel :: self.delen]
        self.sjabloon = pgplugin.bewaar_stand("wereld")
        self.adressen: list[Adres] = list(alle(get_resolver().url_patterns))

    @cached_property
    def klant(self) -> InProces:
        """The application in this process."""
        from eenplan.config.wsgi import application

        return InProces(application)

    @property
    def geheim(self) -> list[str]:
        """What may never be in a log: names, and the keys of sessions."""
        return [*NAMEN, *(lezer.koekjes.get(KOEKJE, "") for lezer in self.iedereen)]

    @cached_property
    def andermans(self) -> list[str]:
        """Every key of every file that somebody has."""
        return sorted({s for lezer in self.iedereen for s in lezer.sleutels.values()})

    def opnieuw(self) -> None:
        """The world as it was built."""
        pgplugin.zet_stand_terug(self.sjabloon)

    def oogst(self) -> None:
        """Look everywhere, then send empty forms everywhere."""
        with self.meelezen():
            self.wat = oogst(
                self.klant, self.lezers, self.adressen, self.boek, volledig=self.volledig
            )
            leeg_verzonden(
                self.klant, self.lezers, self.adressen, self.boek, volledig=self.volledig
            )
            zoals_het_is(self.klant, self.lezers, self.boek, self.wat, self.opnieuw)
            self.log.keur(self.boek, self.geheim)

    @contextmanager
    def meelezen(self) -> Iterator[None]:
        """Keep every line of the log."""
        wortel = logging.getLogger()
        anders, wortel.handlers = wortel.handlers, [self.log]
        self.log.filters = [f for handler in anders for f in handler.filters]
        try:
            yield
        finally:
            wortel.handlers = anders

    def stappen(self) -> list[Stap]:
        """Everything that can be sent, in the order of this seed."""
        return stappen(self.wat, self.lezers, Random(self.zaad))

    def in_proces(self, alle_: list[Stap]) -> None:
        """These steps, straight into the application."""
        with self.meelezen():
            self._campagne(self.klant).loop(alle_, self.opnieuw, verbind_beheer)

    def over_de_lijn(self, alle_: list[Stap], map_: Path) -> None:
        """These steps and what is no HTTP at all, through the web server; one world for all of it."""
        self.opnieuw()
        web = start.Webserver(map_)
        deur = start.neem_poort(0)
        try:
            web.start(deur)
            klant = OverDeLijn(deur.getsockname()[1])
            self._campagne(klant).loop(alle_, lambda: None, verbind_beheer)
            self.soorten.update(lijn.rauw(klant, self.boek))
            assert web.leeft(), "de webserver is gestopt"
        finally:
            deur.close()
            web.stop()
        keur_log(self.boek, web.logbestand.read_text(errors="replace"), self.geheim)

    def _campagne(self, klant: InProces | OverDeLijn) -> Campagne:
        return Campagne(
            klant, self.zaad, self.andermans, self.geheim, self.boek, self.log, self.soorten
        )

    def planten(self) -> list[dict[str, object]]:
        """Build in each fault and see whether it is caught."""
        self.opnieuw()
        with self.meelezen(), verbind_beheer() as conn:
            return [
                {
                    "naam": plant.naam,
                    "betrapt": geplant.betrapt(plant, self.klant, self.log, conn),
                    "uitleg": plant.uitleg,
                }
                for plant in geplant.PLANTEN
            ]

    def onbereikt(self) -> list[str]:
        """The addresses behind which nobody came."""
        return [str(a.blad.name) for a in self.adressen if not self.wat.bereikt[str(a.blad.name)]]

    def als_json(self) -> dict[str, Any]:
        """What this part counted."""
        return {
            "gekeurd": dict(self.boek.gekeurd),
            "goed": dict(self.boek.goed),
            "slecht": self.boek.slecht,
            "traagste": self.boek.traagste,
            "soorten": dict(self.soorten),
            "vormen": sorted({str(s) for v in self.wat.vormen.values() for s in v}),
            "bereikt": {naam: aantal for naam, aantal in self.wat.bereikt.items() if aantal},
            "adressen": sorted(str(adres.blad.name) for adres in self.adressen),
            "lezers": [lezer.naam for lezer in self.lezers],
            "planten": self.planten(),
        }


@contextmanager
def geziene_vormen() -> Iterator[set[type]]:
    """Which classes of forms were filled in meanwhile."""
    gezien: set[type] = set()
    echt = forms.BaseForm.full_clean

    def onthoud(vorm: forms.BaseForm) -> None:
        if vorm.is_bound:
            gezien.add(type(vorm))
        echt(vorm)

    forms.BaseForm.full_clean = onthoud  # type: ignore[method-assign, assignment]
    try:
        yield gezien
    finally:
        forms.BaseForm.full_clean = echt  # type: ignore[method-assign]


def vormklassen(van: type[Formulier] = Formulier) -> Iterator[type]:
    """Every form that a screen can show: the classes below which there is none."""
    for onder in van.__subclasses__():
        if onder.__module__.startswith("eenplan."):
            yield from list(vormklassen(onder)) or [onder]


def bewaar(map_: Path, deel: int, uitslag: Mapping[str, Any]) -> None:
    """Leave the counts of this part for who adds them up."""
    with suppress(FileExistsError):
        map_.mkdir(parents=True)
    (map_ / f"deel-{deel}.json").write_text(json.dumps(uitslag), encoding="utf-8")


def optie(naam: str, anders: str) -> str:
    """What the command gave."""
    return os.environ.get(f"EENPLAN_VERVUILING_{naam}", anders)
