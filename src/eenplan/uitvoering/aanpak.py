"""The specialist makes the plan, and the team stays: what who helps writes, and who reads it by when (D2, D6)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from .gedeeld import als_aanbieder, loopt
from .regels import MAAKT_PLAN, VOLG_DAGEN, OpdrachtToestand


@transaction.atomic
def schrijf_stap(scope: Scope, *, inzet: UUID, tekst: str) -> UUID:
    """Write a step in the plan, as the organisation that took this help on in a complex situation.

    Whoever has the question finds a line, to read it together with the resident within a week. NietGevonden for
    anybody else; Geweigerd before the help was taken on or after it, and where the team makes the plan.
    """
    tafel, opdracht = als_aanbieder(scope, inzet)
    loopt(tafel)
    if OpdrachtToestand(opdracht.toestand) not in MAAKT_PLAN:
        raise Geweigerd("Neem deze hulp eerst aan. Daarna schrijft u in het plan.")
    if not tafel.inzet.specialist_maakt_plan:
        raise Geweigerd("Bij deze hulp maakt het team het plan.")
    sleutel = plannen.schrijf_stap(scope, inzet=inzet, tekst=tekst)
    werk.zet_klaar(
        scope,
        soort=WerkSoort.INWONER,
        over=tafel.blad.plan,
        persoon=tafel.inzet.persoon,
        titel=tafel.naam,
        wat="Lees wat de specialist in het plan schreef",
        partij=opdracht.verwijzer_partij_id,
        medewerker=opdracht.verwijzer_id,
        vervalt=scope.nu.date() + timedelta(days=VOLG_DAGEN),
    )
    return sleutel
