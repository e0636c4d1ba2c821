"""Signals, old indications and what is passed on the same day, for the sweep: a wijkteam in the year of transition."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.overgang import api as overgang
from eenplan.signalen import api as signalen
from eenplan.signalen.api import Geinformeerd, SignaalGegevens, Soort
from tests import world
from tests.world import OVERGANGSJAAR, Mens

Sleutels = dict[str, UUID]


def signaal(wie: Mens, gebied: str, op: date) -> UUID:
    """Two signals at one place, on the list of whoever looks there; the first."""
    for tekst in ("De gordijnen zijn al weken dicht.", "De post puilt uit de bus."):
        with wie.handelt(op=op) as scope:
            gegevens = SignaalGegevens(
                soort=Soort.PERSOON,
                gebied=gebied,
                plek="de flat aan het plein",
                tekst=tekst,
                geinformeerd=Geinformeerd.BIJ_CONTACT,
                wie="de man op de derde verdieping",
                reden="Hij doet de deur niet open.",
            )
            signalen.leg_vast(scope, gegevens=gegevens)
    with wie.handelt(op=op, lezen=True) as scope:
        return signalen.mijn_signalen(scope)[0].id


def wijkteam() -> tuple[Mens, date, Sleutels]:
    """A wijkteam with an old indication, and a question that is passed on the same day."""
    cast = world.voorstad()
    with cast.tess.handelt(op=OVERGANGSJAAR) as scope:
        overgang.registreer(
            scope,
            persoon=Persoonsgegevens("Joop Kramer", date(1955, 5, 5)),
            gebied="rivierenwijk",
            gegevens=overgang.IndicatieGegevens(
                "begeleiding", date(2015, 12, 31), date(2015, 6, 22), "Sanne Pietersma", "Solis"
            ),
        )
    with cast.hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        [op_lijst] = overgang.mijn_lijst(scope)
    palliatief = world.vraag_in_voorstad("palliatief", naam="Cobie Wessels").melding
    complex_ = world.vraag_in_voorstad("verslaving", naam="Mirjam Hofman").melding
    plan = world.plan_met_doel(cast.hanna, complex_, op=OVERGANGSJAAR).plan
    return (
        cast.hanna,
        OVERGANGSJAAR,
        {
            "indicatie": op_lijst.regel.id,
            "melding": palliatief,
            "plan": plan,
            "melding_plan": complex_,
        },
    )
