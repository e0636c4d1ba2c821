"""A woman in Heerlen who needs company at home, as far as a test wants it: asked, offered, declined."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from tests import world

HEERLEN = "heerlen"
MEI = date(2017, 5, 2)
LATER = date(2018, 6, 1)
STEUN = plannen.InzetGegevens(
    laag=plannen.Laag.ALGEMEEN,
    wat="persoonlijke ondersteuning",
    voorziening="ondersteuning",
    aantal=Decimal(2),
    eenheid="uur",
    per="week",
    van=date(2017, 5, 15),
    tot=date(2017, 11, 15),
    waarom_niet_lichter={plannen.Laag.NETWERK: "Haar zoon werkt in ploegen."},
)


@dataclass(frozen=True)
class Coriovallum:
    """Stand-By!, the Wmo consultants of the municipality, and a member of the cooperative."""

    els: world.Mens
    paul: world.Mens
    rob: world.Mens
    melding: UUID
    persoon: UUID
    inzet: UUID


@dataclass(frozen=True)
class Mensen:
    """Who works on it in Heerlen."""

    els: world.Mens
    paul: world.Mens
    rob: world.Mens


def mensen() -> Mensen:
    """Set up Heerlen with its cast."""
    world.gemeente(HEERLEN)
    return Mensen(
        els=world.medewerker(HEERLEN, "Els Janssen", organisatie="stand-by"),
        paul=world.medewerker(
            HEERLEN,
            "Paul Frissen",
            organisatie="gemeente",
            team="wmo-consulenten",
            functie=Functie.CONSULENT,
        ),
        rob=world.medewerker(
            HEERLEN, "Rob Vliegen", organisatie="ritme-begeleiding", functie=Functie.AANBIEDER
        ),
    )


def aanbod(*, op: date = MEI, cast: Mensen | None = None) -> Coriovallum:
    """Stand-By! has the question, and offers help that is not agreed on yet."""
    cast = cast or mensen()
    with world.bezoeker(op=op) as scope:
        vraag = meldingen.doe_melding(
            scope,
            gemeente_sleutel=HEERLEN,
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens(
                    "Mia Ploum", date(1950, 4, 4), adres="Saroleastraat 1, 6411 LR Heerlen"
                ),
                tekst="Alleen thuis loopt het me boven het hoofd.",
                vraag="begeleiding",
                kanaal="telefoon",
            ),
        )
    world.onderzoek_afgerond(cast.els, vraag.melding, op=op, wet="wmo")
    plan = world.plan_met_doel(
        cast.els,
        vraag.melding,
        op=op,
        woorden="Ik wil weer zelf mijn week op orde hebben.",
        hulp=STEUN,
    )
    assert plan.inzet is not None
    return Coriovallum(cast.els, cast.paul, cast.rob, vraag.melding, vraag.persoon, plan.inzet)
