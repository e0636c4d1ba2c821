"""What every use case of a plan starts with: the household opened, the plan on the table, and an event about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, Waarde, vastleggen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt

from . import events
from .models import Doel, Inzet, Plan
from .regels import PLAN, PlanFeiten, PlanToestand


@dataclass(frozen=True, slots=True)
class Tafel:
    """An opened plan, and what of the household opened with it."""

    plan: Plan
    opening: inzage.Opening


PLAN_PLEK, DOEL_PLEK, INZET_PLEK = "pol.plan_plek", "pol.doel_plek", "pol.inzet_plek"
"""The functions that say whose plan, goal or piece of help a key is."""


def open_plan(scope: Scope, plan: UUID) -> Tafel:
    """Open the household and give its plan to change. NietGevonden; Geweigerd when it is closed."""
    om_de_beurt(plan)
    opening = inzage.openen_gezin_bij(scope, plan, plek=PLAN_PLEK, doel=inzage.Doel.TOEGANG)
    rij = Plan.objects.filter(id=plan).first()
    if rij is None:
        raise NietGevonden
    if rij.toestand == PlanToestand.AFGESLOTEN:
        raise Geweigerd("Dit plan is gesloten. Wijzigen kan niet meer.")
    return Tafel(rij, opening)


def open_doel(scope: Scope, doel: UUID) -> Doel:
    """Open the household and give one goal with its plan. NietGevonden; Geweigerd when the plan is closed."""
    inzage.openen_gezin_bij(scope, doel, plek=DOEL_PLEK, doel=inzage.Doel.TOEGANG)
    rij = Doel.objects.select_related("plan").filter(id=doel).first()
    if rij is None:
        raise NietGevonden
    if rij.plan.toestand == PlanToestand.AFGESLOTEN:
        raise Geweigerd("Dit plan is gesloten. Wijzigen kan niet meer.")
    return rij


@dataclass(frozen=True, slots=True)
class InzetTafel:
    """An opened piece of help with its goal and plan, and what of the household opened with it."""

    inzet: Inzet
    opening: inzage.Opening


def open_inzet(
    scope: Scope, inzet: UUID, *, doel: inzage.Doel = inzage.Doel.TOEGANG, wijzigen: bool = False
) -> InzetTafel:
    """Open the household and give one piece of help with its goal, plan and organisation. NietGevonden.

    `wijzigen`: in turn with whoever else wants to change it.
    """
    if wijzigen:
        om_de_beurt(inzet)
    opening = inzage.openen_gezin_bij(scope, inzet, plek=INZET_PLEK, doel=doel)
    return InzetTafel(haal_inzet(inzet, doel), opening)


def haal_inzet(inzet: UUID, doel: inzage.Doel) -> Inzet:
    """One piece of help as far as open for this purpose, with its goal, organisation and plan. NietGevonden.

    A decider sees the help of a child, not the plan that a parent's question started.
    """
    erbij = ("doel", "organisatie", *(["plan"] if doel is inzage.Doel.TOEGANG else []))
    rij = Inzet.objects.select_related(*erbij).filter(id=inzet).first()
    if rij is None:
        raise NietGevonden
    return rij


def melding_van(scope: Scope, plan: Plan) -> meldingen.MeldingKaart:
    """The question that started this plan; its file is open. NietGevonden when this reader does not see it."""
    for kaart in meldingen.van_persoon(scope, plan.persoon_id):
        if kaart.id == plan.melding_id:
            return kaart
    raise NietGevonden


def kaart_van(scope: Scope, persoon: UUID) -> huishoudens.PersoonKaart:
    """The card of one person in the opened household. NietGevonden when this reader does not see them."""
    kaarten = huishoudens.personen(scope, [persoon])
    if not kaarten:
        raise NietGevonden
    return kaarten[0]


def meld(
    scope: Scope, soort: Soort, plan: Plan, gegevens: Mapping[str, Waarde] | None = None
) -> None:
    """An event about the plan, on the timeline of the person whose question started it."""
    vastleggen(scope, Gebeurtenis(soort, plan.id, plan.deel_id, plan.persoon_id, gegevens or {}))


def meld_inzet(
    scope: Scope,
    soort: Soort,
    inzet: Inzet,
    gegevens: Mapping[str, Waarde] | None = None,
    intern: Mapping[str, object] | None = None,
) -> None:
    """An event about one piece of help, on the timeline of who is helped."""
    vastleggen(
        scope,
        Gebeurtenis(soort, inzet.id, inzet.deel_id, inzet.persoon_id, gegevens or {}, intern or {}),
    )


def maak_wijzigbaar(scope: Scope, plan: Plan) -> None:
    """What was put before people or made final is on the table again once its contents change (D8)."""
    stap = {
        PlanToestand.VOORGELEGD: ("neem_terug", events.TERUGGENOMEN),
        PlanToestand.VASTGESTELD: ("herzie", events.HERZIEN),
    }.get(PlanToestand(plan.toestand))
    if stap is None:
        return
    naam, soort = stap
    nieuw = PLAN.neem(naam, PlanFeiten(doelen=1), PlanToestand(plan.toestand))
    Plan.objects.filter(id=plan.id).update(toestand=nieuw)
    meld(scope, soort, plan)
