"""What people do with the plan as a whole: start it, say who takes part and who holds it together, make it final."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.platform.delen import NieuwDeel, nieuwe_delen
from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.schrijven import voeg_toe
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt, rijen
from eenplan.werk import api as werk

from . import events
from .gedeeld import kaart_van, meld, open_plan
from .models import Deelnemer, Mantelzorgregel, Plan
from .regels import PLAN, DoelToestand, InzetToestand, PlanFeiten, PlanToestand, RegisseurSoort
from .toestemming import Uitkomst


@transaction.atomic
def maak(scope: Scope, *, melding: UUID, deelnemers: Sequence[UUID] = ()) -> UUID:
    """Start the plan of a question, or return the one there is; who asks takes part, and whoever is named.

    Help may start before the investigation is finished, so a plan never waits for it (U10). Until somebody else is
    named, who starts the plan holds it together.
    """
    om_de_beurt(melding)
    vraag, opening = meldingen.lees_open(scope, melding)
    wie = list(dict.fromkeys([vraag.persoon, *deelnemers]))
    if not set(wie) <= set(opening.personen):
        raise NietGevonden
    bestaand = (
        Plan.objects.filter(melding_id=melding)
        .exclude(toestand=PlanToestand.AFGESLOTEN)
        .values_list("id", flat=True)
        .first()
    )
    if bestaand is not None:
        return bestaand
    kaarten = {k.id: k for k in huishoudens.personen(scope, wie)}
    plan = Plan(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        persoon_id=vraag.persoon,
        melding_id=melding,
        toestand=PlanToestand.CONCEPT,
        begonnen_op=scope.nu.date(),
        regisseur_soort=RegisseurSoort.HULPVERLENER,
        regisseur_naam=scope.naam,
        regisseur_id=scope.actor,
    )
    _schrijf_plan(scope, plan, wie)
    werk.zet_klaar(
        scope,
        soort=werk.WerkSoort.PLAN,
        over=plan.id,
        persoon=vraag.persoon,
        titel=kaarten[vraag.persoon].naam,
        partij=scope.partij,
        medewerker=scope.actor,
        vervalt=None,
    )
    return plan.id


def _schrijf_plan(scope: Scope, plan: Plan, wie: Sequence[UUID]) -> None:
    organisatie = scope.organisatie_id
    if organisatie is None:
        raise NietGevonden
    delen = nieuwe_delen(scope, [NieuwDeel(p, inzage.Rubriek.PLAN, organisatie) for p in wie])
    plan.deel_id = delen[0]
    voeg_toe(
        [
            plan,
            *(
                Deelnemer(
                    id=nieuw_id(),
                    gemeente_id=scope.gemeente,
                    deel_id=deel,
                    plan_id=plan.id,
                    persoon_id=p,
                    van=plan.begonnen_op,
                )
                for p, deel in zip(wie, delen, strict=True)
            ),
        ]
    )
    meld(scope, events.BEGONNEN, plan)


@transaction.atomic
def voeg_deelnemer_toe(scope: Scope, *, plan: UUID, wie: UUID) -> None:
    """Let somebody of the household take part from today on."""
    tafel = open_plan(scope, plan)
    kaart = kaart_van(scope, wie)
    if Deelnemer.objects.filter(plan_id=plan, persoon_id=wie, tot=None).exists():
        raise Geweigerd(f"{kaart.naam} doet al mee.")
    [deel] = nieuwe_delen(
        scope, [NieuwDeel(wie, inzage.Rubriek.PLAN, scope.organisatie_id or scope.gemeente)]
    )
    Deelnemer(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=deel,
        plan_id=plan,
        persoon_id=wie,
        van=scope.nu.date(),
    ).save(force_insert=True)
    vastleggen(
        scope, Gebeurtenis(events.DEELNEMER_ERBIJ, tafel.plan.id, deel, wie, {"naam": kaart.naam})
    )


@transaction.atomic
def beeindig_deelname(scope: Scope, *, plan: UUID, wie: UUID) -> None:
    """Somebody takes part no longer, from today on. Their goals stay theirs."""
    tafel = open_plan(scope, plan)
    kaart = kaart_van(scope, wie)
    rij = Deelnemer.objects.filter(plan_id=plan, persoon_id=wie, tot=None).first()
    if rij is None:
        raise NietGevonden
    Deelnemer.objects.filter(id=rij.id).update(tot=scope.nu.date())
    vastleggen(
        scope,
        Gebeurtenis(events.DEELNEMER_WEG, tafel.plan.id, rij.deel_id, wie, {"naam": kaart.naam}),
    )


@dataclass(frozen=True, slots=True)
class Regisseur:
    """Who holds the plan together. `medewerker` only for a professional who works here."""

    soort: RegisseurSoort
    naam: str
    telefoon: str = ""
    medewerker: UUID | None = None


@transaction.atomic
def benoem_regisseur(scope: Scope, *, plan: UUID, regisseur: Regisseur) -> None:
    """Name the one regisseur; it may be somebody from the own network or a volunteer (D4)."""
    if not regisseur.naam.strip():
        raise Geweigerd(velden={"naam": "Vul de naam in van wie het plan bij elkaar houdt."})
    tafel = open_plan(scope, plan)
    Plan.objects.filter(id=plan).update(
        regisseur_soort=regisseur.soort,
        regisseur_naam=regisseur.naam.strip(),
        regisseur_telefoon=regisseur.telefoon.strip(),
        regisseur_id=regisseur.medewerker,
    )
    meld(scope, events.REGISSEUR_BENOEMD, tafel.plan, {"naam": regisseur.naam.strip()})


@transaction.atomic
def zet_evaluatie(scope: Scope, *, plan: UUID, op: date) -> None:
    """Agree on the day on which the plan is looked at again (D8)."""
    if op < scope.nu.date():
        raise Geweigerd(velden={"op": "Kies een dag vanaf vandaag."})
    tafel = open_plan(scope, plan)
    Plan.objects.filter(id=plan).update(evaluatie_op=op)
    meld(scope, events.EVALUATIE_GEZET, tafel.plan)
    werk.rond_af(scope, over=plan, soort=werk.WerkSoort.EVALUATIE)
    werk.zet_klaar(
        scope,
        soort=werk.WerkSoort.EVALUATIE,
        over=plan,
        persoon=tafel.plan.persoon_id,
        titel=kaart_van(scope, tafel.plan.persoon_id).naam,
        partij=scope.partij,
        medewerker=scope.actor,
        vervalt=op,
    )


@transaction.atomic
def kijk_terug(scope: Scope, *, plan: UUID, opnieuw_op: date | None = None) -> None:
    """Write down that one looked back at the plan together, and on which day again; without one it is not planned."""
    tafel = open_plan(scope, plan)
    Plan.objects.filter(id=plan).update(evaluatie_op=None)
    meld(scope, events.TERUGGEKEKEN, tafel.plan)
    werk.rond_af(scope, over=plan, soort=werk.WerkSoort.EVALUATIE)
    if opnieuw_op is not None:
        zet_evaluatie(scope, plan=plan, op=opnieuw_op)


@transaction.atomic
def gezien_van_inwoner(scope: Scope, *, plan: UUID) -> None:
    """Whoever has the question saw what the family itself answered and wrote: their lines leave the list."""
    tafel = open_plan(scope, plan)
    meld(scope, events.INWONER_GELEZEN, tafel.plan)
    werk.rond_af(scope, over=plan, soort=werk.WerkSoort.INWONER)


@dataclass(frozen=True, slots=True)
class Mantelzorg:
    """What is asked of the carer, what relieves, and when that is looked at again (D26)."""

    naam: str
    gevraagd: str
    verlicht: str = ""
    opnieuw_op: date | None = None


@transaction.atomic
def schrijf_mantelzorg(
    scope: Scope,
    *,
    plan: UUID,
    voor: UUID,
    regel: Mantelzorg,
    bestaand: UUID | None = None,
    versie: int = 0,
) -> UUID:
    """Write or change the line of who cares for `voor`. Raises Conflict."""
    if not regel.naam.strip():
        raise Geweigerd(velden={"naam": "Vul in wie de mantelzorger is."})
    tafel = open_plan(scope, plan)
    velden = {
        "naam": regel.naam.strip(),
        "gevraagd": regel.gevraagd.strip(),
        "verlicht": regel.verlicht.strip(),
        "opnieuw_op": regel.opnieuw_op,
    }
    if bestaand is None:
        [deel] = nieuwe_delen(
            scope,
            [NieuwDeel(voor, inzage.Rubriek.PLAN, scope.organisatie_id or scope.gemeente)],
        )
        sleutel = nieuw_id()
        Mantelzorgregel(
            id=sleutel,
            gemeente_id=scope.gemeente,
            deel_id=deel,
            plan_id=plan,
            persoon_id=voor,
            **velden,
        ).save(force_insert=True)
        meld(scope, events.MANTELZORG, tafel.plan)
        return sleutel
    rij = Mantelzorgregel.objects.filter(id=bestaand, plan_id=plan).first()
    if rij is None:
        raise NietGevonden
    if not Mantelzorgregel.objects.filter(id=bestaand, versie=versie).update(
        **velden, versie=versie + 1
    ):
        raise Conflict(opgeslagen=rij.gevraagd, door="Een collega", versie=rij.versie)
    meld(scope, events.MANTELZORG, tafel.plan)
    return bestaand


@transaction.atomic
def leg_voor(scope: Scope, *, plan: UUID) -> None:
    """Put the plan before the people it is of."""
    tafel = open_plan(scope, plan)
    _neem_stap(scope, tafel.plan, "leg_voor")
    meld(scope, events.VOORGELEGD, tafel.plan)


@transaction.atomic
def stel_vast(scope: Scope, *, plan: UUID, evaluatie_op: date | None = None) -> None:
    """Make the plan final, once everybody answered (U17, H3). Geweigerd names who did not."""
    tafel = open_plan(scope, plan)
    if evaluatie_op is not None:
        zet_evaluatie(scope, plan=plan, op=evaluatie_op)
    _neem_stap(scope, tafel.plan, "stel_vast", vastgesteld_op=scope.nu)
    meld(scope, events.VASTGESTELD, tafel.plan)
    werk.rond_af(scope, over=plan, soort=werk.WerkSoort.PLAN)


@transaction.atomic
def sluit_plan(scope: Scope, *, plan: UUID) -> None:
    """Close the plan: everything in it is done or stopped."""
    tafel = open_plan(scope, plan)
    _neem_stap(scope, tafel.plan, "sluit")
    meld(scope, events.GESLOTEN, tafel.plan)
    werk.rond_samen_af(scope, over=plan, soorten=(werk.WerkSoort.PLAN, werk.WerkSoort.EVALUATIE))


def _neem_stap(scope: Scope, plan: Plan, stap: str, **velden: object) -> None:
    feiten = plan_feiten(plan.id)
    nieuw = PLAN.neem(stap, feiten, PlanToestand(plan.toestand))
    Plan.objects.filter(id=plan.id).update(toestand=nieuw, **velden)


_FEITEN = """
SELECT (SELECT count(*) FROM plannen_doel d WHERE d.plan_id = %(plan)s AND d.toestand = %(open)s),
       ARRAY(SELECT DISTINCT a.naam FROM plannen_akkoord a JOIN plannen_inzet i ON i.id = a.inzet_id
              WHERE i.plan_id = %(plan)s AND a.uitkomst = %(gevraagd)s AND i.toestand <> ALL (%(klaar)s)
                AND (a.voor_start OR NOT EXISTS (SELECT FROM plannen_besluitmoment b WHERE b.inzet_id = i.id))
              ORDER BY a.naam)"""


def plan_feiten(plan: UUID) -> PlanFeiten:
    """What the plan's flow asks: how many goals, and who was asked to agree and has not answered. One statement."""
    [(doelen, wachten_op)] = rijen(
        lambda *kolommen: kolommen,
        _FEITEN,
        {
            "plan": plan,
            "open": DoelToestand.OPEN,
            "gevraagd": Uitkomst.GEVRAAGD,
            "klaar": [InzetToestand.NIET_DOORGEGAAN, InzetToestand.BEEINDIGD],
        },
    )
    return PlanFeiten(doelen, tuple(wachten_op))
