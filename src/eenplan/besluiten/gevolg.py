"""What pressing "Ik wil een besluit" means, told before it is pressed: who decides, when, and what it costs (X2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.berichten.gedeeld import bijdrage_zin
from eenplan.berichten.inhoud import Wet
from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from eenplan.platform.scope import Scope

from .aanvragen import besluit_uiterlijk, geldigheid, wie_beslist
from .kader import kader
from .plan import Plek, plek_van


@dataclass(frozen=True)
class Gevolg:
    """For one melding: who would decide, from when it counts, by when, and the own contribution in a sentence."""

    persoon: UUID
    naam: str
    wet: str
    beslisser: str
    geldt_vanaf: date
    voorlopig: bool
    besluit_uiterlijk: date
    bijdrage: str


def gevolg_van_besluit(scope: Scope, melding: UUID, *, inzet: UUID | None = None) -> Gevolg:
    """What asking for a decision on this melding, or on one piece of its help, would mean today. NietGevonden."""
    kaart = meldingen.lees(scope, melding)
    bij = plek_van(inzet) if inzet else Plek(kaart.persoon, kaart.wet)
    [persoon] = huishoudens.personen(scope, [bij.persoon])
    vandaag = scope.nu.date()
    partij, beslissing = wie_beslist(scope, kaart, persoon, bij.wet)
    geldig = geldigheid(scope, kaart, wet=bij.wet, op=vandaag)
    return Gevolg(
        persoon=persoon.id,
        naam=persoon.naam,
        wet=bij.wet,
        beslisser=partij.naam,
        geldt_vanaf=geldig.vanaf,
        voorlopig=geldig.voorlopig,
        besluit_uiterlijk=besluit_uiterlijk(bij.wet, geldig.vanaf),
        bijdrage=_zonder_wet(scope, kaart, persoon)
        if Wet(bij.wet) is Wet.ONBEKEND
        else bijdrage_van(scope, verschuldigd=beslissing.eigen_bijdrage, wet=bij.wet),
    )


def _zonder_wet(
    scope: Scope, kaart: meldingen.MeldingKaart, persoon: huishoudens.PersoonKaart
) -> str:
    """While nobody chose the law, both answers: nobody may hear "nothing" and pay later (waarborg 9)."""
    _, onder_wmo = wie_beslist(scope, kaart, persoon, Wet.WMO.value)
    wmo = bijdrage_van(scope, verschuldigd=onder_wmo.eigen_bijdrage, wet=Wet.WMO.value)
    if not onder_wmo.eigen_bijdrage:
        return wmo
    return (
        f"Dat hangt af van de wet. Voor jeugdhulp betaalt u niets. Bij de Wmo kan dit gelden: {wmo}"
    )


def bijdrage_van(scope: Scope, *, verschuldigd: bool, wet: str) -> str:
    """Before the choice, the amount (Wmo 2.3.2 lid 4 g; waarborg 9)."""
    beleidskader = kader(scope)
    hoofd = berichten.Briefhoofd(beleidskader.model, beleidskader.op)
    bedrag = hoofd.eigen_bijdrage(verschuldigd=verschuldigd, wet=Wet(wet))
    return bijdrage_zin(bedrag) if bedrag else "Het is niet bekend wat u dan betaalt. Vraag dit na."
