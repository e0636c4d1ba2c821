"""What the policy file of a municipality says for every letter: sender, who to call, free help, where to object."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from eenplan.beleid import api as beleid
from eenplan.termijnen.regels import Grondslag, TermijnSoort, einddatum
from eenplan.termijnen.wettelijk import WETTELIJKE_TERMIJNEN

from .inhoud import (
    Afzender,
    BesluitVragen,
    Bezwaarclausule,
    Contact,
    EigenBijdrage,
    Hulplijn,
    Wet,
)


@dataclass(frozen=True)
class Briefhoofd:
    """The fixed parts of a letter of one municipality on one day; empty where its file is silent."""

    model: beleid.Toegangsmodel
    op: date

    def afzender(self, organisatie: str = "") -> Afzender:
        """The municipality, and the organisation that writes on its behalf when that is another one."""
        gemeente = self._gemeente
        brieven = self.model.brieven
        return Afzender(
            self.model.naam,
            brieven.postadres if brieven else (),
            gemeente.website if gemeente else "",
            "" if gemeente and organisatie == gemeente.naam else organisatie,
        )

    def contact(self, naam: str, telefoon: str = "") -> Contact:
        """Whom the resident calls; the municipality's own number when there is no other."""
        gemeente, brieven = self._gemeente, self.model.brieven
        return Contact(
            naam,
            telefoon or (gemeente.telefoon if gemeente else ""),
            brieven.bereikbaar if brieven else "op werkdagen",
        )

    @property
    def clientondersteuning(self) -> Hulplijn | None:
        """Free help of somebody independent (Wmo 2.3.2 lid 3)."""
        loket = self.model.brieven.clientondersteuning if self.model.brieven else None
        return Hulplijn(loket.naam, loket.telefoon, loket.website) if loket else None

    def vertrouwenspersoon(self, wet: Wet) -> Hulplijn | None:
        """Only for youth help (Jw 2.5)."""
        if wet is not Wet.JEUGD or self.model.brieven is None:
            return None
        loket = self.model.brieven.vertrouwenspersoon
        return Hulplijn(loket.naam, loket.telefoon, loket.website)

    def besluit_vragen(self, telefoon: str) -> BesluitVragen | None:
        """How a decision is asked (X14)."""
        brieven = self.model.brieven
        return BesluitVragen(telefoon, brieven.besluit_vragen) if brieven else None

    def bezwaar(self) -> Bezwaarclausule | None:
        """Until when and where to object, for a decision made known on this day (Awb 3:45, 6:7, 6:8)."""
        brieven = self.model.brieven
        if brieven is None:
            return None
        laatste = einddatum(WETTELIJKE_TERMIJNEN[TermijnSoort.BEZWAAR], self.op).datum
        postadres = (f"Gemeente {self.model.naam}", "Bezwaar en beroep", *brieven.postadres)
        return Bezwaarclausule(laatste, postadres, brieven.bezwaar)

    def eigen_bijdrage(self, *, verschuldigd: bool, wet: Wet) -> EigenBijdrage | None:
        """What the resident pays, from the dated table; nothing for youth help, and never a guess (waarborg 9)."""
        if wet is Wet.JEUGD:
            return EigenBijdrage(
                Decimal(0),
                Grondslag("de Jeugdwet", "", "Voor jeugdhulp betaalt u niets aan de gemeente."),
            )
        if not verschuldigd:
            vrij = self.model.brieven.zonder_bijdrage if self.model.brieven else None
            grond = vrij and Grondslag(vrij.regeling, vrij.artikel, vrij.tekst)
            return EigenBijdrage(Decimal(0), grond) if grond else None
        bedrag = beleid.wet(self.op).bijdrage_op(self.op)
        if bedrag is None:
            return None
        return EigenBijdrage(
            Decimal(bedrag.euro_per_maand) if bedrag.euro_per_maand else None,
            Grondslag("Wmo 2015", "artikel 2.1.4 en 2.1.4a", "De gemeente vraagt een bijdrage."),
        )

    @property
    def _gemeente(self) -> beleid.Partij | None:
        return next((p for p in self.model.partijen if p.soort == "gemeente"), None)
