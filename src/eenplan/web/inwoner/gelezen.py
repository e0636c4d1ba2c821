"""The own plan in one reading, and what stands beside its goals: days, people and letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetToestand, MijnPlan
from eenplan.platform import klok
from eenplan.platform.scope import Scope
from eenplan.uitvoering import api as uitvoering
from eenplan.uitvoering.api import Stand

from .afspraken import afspraken
from .mij import Contact, Mij, contact_van, open_mij

PAAR_BRIEVEN = 5


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Everything of the own plan, in one reading."""

    mij: Mij
    mijn: MijnPlan
    standen: Mapping[UUID, Stand]
    om: plannen.Rondom
    contact: Contact


def lees(scope: Scope) -> Gelezen:
    """The plan, how its help stands with who gives it, and what was agreed around it; seven statements."""
    mij = open_mij(scope)
    mijn = plannen.mijn_plan(scope, mij.opening)
    vragen = meldingen.van_personen(scope, mij.personen)
    plan = next((d.plan for d in mijn.lopend or mijn.doelen), None)
    return Gelezen(
        mij,
        mijn,
        uitvoering.stand_van(scope, mij.personen),
        plannen.rondom(scope, plan) if plan else plannen.Rondom([]),
        contact_van(scope, mij, vragen),
    )


def rand(scope: Scope, g: Gelezen) -> dict[str, object]:
    """What stands beside the goals: days, people and letters; three statements."""
    brieven = [b for b in berichten.brieven_van(scope, g.mij.personen) if b.verzonden_op]
    stukken = besluiten.stukken_van(scope, g.mij.personen)
    return {
        "naam": scope.naam,
        "kop": g.mijn.kop,
        "contact": g.contact,
        "afspraken": afspraken(g.mijn, g.standen, g.om, stukken, scope.nu.date()),
        "mensen": _mensen(scope, g.mij, g.mijn, g.contact),
        "naasten": g.om.naasten,
        "brieven": [
            (f"/mijn/brieven/{b.id}/", b.onderwerp, klok.dag(b.verzonden_op))
            for b in brieven[:PAAR_BRIEVEN]
            if b.verzonden_op
        ],
        "meer_brieven": len(brieven) > PAAR_BRIEVEN,
    }


def _mensen(scope: Scope, mij: Mij, mijn: MijnPlan, contact: Contact) -> list[tuple[str, str]]:
    """Who else helps, with a number; where the name alone says what the help is, only that somebody does.

    Not even that where the plan on this page names as many: the same help twice reads as somebody unknown.
    """
    regels = [
        regel
        for van_een in inzage.wie_betrokken(scope, mij.personen).values()
        for regel in van_een
        if regel.doel == inzage.Doel.UITVOERING and regel.naam != contact.organisatie
    ]
    uit = {r.naam: r.telefoon or "" for r in regels if r.naam}
    in_plan = {
        (i.persoon, i.organisatie): i.wie
        for d in mijn.doelen
        for i in d.inzet
        if i.organisatie and i.wie not in uit and i.toestand is InzetToestand.LOOPT
    }
    if sum(not r.naam for r in regels) > len(in_plan):
        uit["Nog iemand. Uw contactpersoon weet wie."] = ""
    return sorted(uit.items())
