"""What people do with goals: write them down in the resident's words, change them, order them, close them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from eenplan.inzage.api import Rubriek
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope

from . import events
from .gedeeld import maak_wijzigbaar, meld, open_doel, open_plan
from .models import Deelnemer, Doel
from .regels import DoelToestand

LEEG = "Schrijf op wat diegene wil bereiken, in eigen woorden."


@transaction.atomic
def voeg_doel_toe(scope: Scope, *, plan: UUID, woorden: str, van: UUID | None = None) -> UUID:
    """Write down a goal in somebody's own words (U17); `van` is whose, of who asked for help unless named.

    A goal has its own deel: it can be shared with who helps, and nothing else with it. New goals come first.
    """
    if not woorden.strip():
        raise Geweigerd(velden={"woorden": LEEG})
    tafel = open_plan(scope, plan)
    wie = van or tafel.plan.persoon_id
    if not Deelnemer.objects.filter(plan_id=plan, persoon_id=wie, tot=None).exists():
        raise Geweigerd(velden={"van": "Kies iemand die meedoet in het plan."})
    maak_wijzigbaar(scope, tafel.plan)
    eerste = Doel.objects.filter(plan_id=plan).order_by("volgorde").values_list("volgorde").first()
    doel = nieuw_id()
    deel = nieuw_deel(scope, betrokkene=wie, rubriek=Rubriek.PLAN)
    Doel(
        id=doel,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        plan_id=plan,
        persoon_id=wie,
        woorden=woorden.strip(),
        volgorde=eerste[0] - 1 if eerste else 0,
        toestand=DoelToestand.OPEN,
        door=scope.naam,
    ).save(force_insert=True)
    vastleggen(scope, Gebeurtenis(events.DOEL_TOEGEVOEGD, plan, deel, wie))
    return doel


@transaction.atomic
def wijzig_doel(scope: Scope, *, doel: UUID, woorden: str, versie: int) -> None:
    """Change the words of a goal. Raises Conflict with both texts when somebody was first."""
    rij = open_doel(scope, doel)
    if not zet_woorden(scope, rij, woorden, versie):
        return
    vastleggen(scope, Gebeurtenis(events.DOEL_GEWIJZIGD, rij.plan_id, rij.deel_id, rij.persoon_id))
    maak_wijzigbaar(scope, rij.plan)


def zet_woorden(scope: Scope, rij: Doel, woorden: str, versie: int) -> bool:
    """Keep other words of an opened goal; False when they are the same.

    Raises Conflict with both texts when somebody was first. The caller tells it in an event.
    """
    if not woorden.strip():
        raise Geweigerd(velden={"woorden": LEEG})
    if rij.woorden == woorden.strip():
        return False
    geraakt = Doel.objects.filter(id=rij.id, versie=versie).update(
        woorden=woorden.strip(), door=scope.naam, versie=versie + 1
    )
    if not geraakt:
        # Who waited for the other to commit read the goal before that: show what is stored now.
        rij.refresh_from_db(fields=["woorden", "door", "versie"])
        if rij.woorden == woorden.strip():
            return False
        raise Conflict(opgeslagen=rij.woorden, door=rij.door, versie=rij.versie)
    return True


@transaction.atomic
def sluit_doel(scope: Scope, *, doel: UUID, bereikt: bool) -> None:
    """Close a goal: people decide this together, it does not follow from what was done under it."""
    rij = open_doel(scope, doel)
    toestand = DoelToestand.BEREIKT if bereikt else DoelToestand.GESTOPT
    geraakt = Doel.objects.filter(id=doel, toestand=DoelToestand.OPEN).update(
        toestand=toestand, versie=rij.versie + 1
    )
    if not geraakt:
        raise Geweigerd("Dit doel is al afgesloten.")
    vastleggen(
        scope,
        Gebeurtenis(
            events.DOEL_AFGESLOTEN, rij.plan_id, rij.deel_id, rij.persoon_id, {"hoe": toestand}
        ),
    )


@transaction.atomic
def orden_doelen(scope: Scope, *, plan: UUID, volgorde: Sequence[UUID]) -> None:
    """Put the goals in the order the resident chooses (U17). Goals this reader does not see keep their place."""
    tafel = open_plan(scope, plan)
    bekend = set(Doel.objects.filter(plan_id=plan).values_list("id", flat=True))
    if not set(volgorde) <= bekend:
        raise NietGevonden
    for nummer, doel in enumerate(volgorde):
        Doel.objects.filter(id=doel).update(volgorde=nummer)
    meld(scope, events.DOELEN_GEORDEND, tafel.plan)
