"""How help stands with who gives it, in one sentence with its day: the same words for team, provider and resident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Toegangsmodel
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetRegel, InzetToestand
from eenplan.platform.scope import Scope
from eenplan.uitvoering import api as uitvoering
from eenplan.uitvoering.api import OpdrachtRegel, OpdrachtToestand, Stand, Teller
from eenplan.voorzieningen.api import hoeveelheid
from eenplan.web import opmaak

STANDEN: Mapping[OpdrachtToestand, tuple[str, str]] = {
    OpdrachtToestand.GEVRAAGD: ("Nog niet aangenomen", "let-op"),
    OpdrachtToestand.AANGENOMEN: ("Aangenomen", "info"),
    OpdrachtToestand.TERUGGEGEVEN: ("Zoek andere hulp", "let-op"),
}
"""The label of help that was granted and did not begin; of other help its own label says enough."""


NIETS_TE_VOLGEN = (OpdrachtToestand.WACHT, OpdrachtToestand.GESTOPT)


@dataclass(frozen=True, slots=True)
class Uitvoeringbeeld:
    """One piece of help on the plan or in the file: the sentence, the counter, and the label when it differs.

    `eerste_dag`: as who gives the help told it, which goes before the day that was asked for.
    """

    zin: str = ""
    teller: Teller | None = None
    stand: str = ""
    toon: str = ""
    href: str = ""
    geweigerd: bool = False
    eerste_dag: date | None = None


NIEMAND_GEVRAAGD = Uitvoeringbeeld()
KIES_NOG = Uitvoeringbeeld(stand="Kies wie de hulp geeft", toon="let-op")


def kiest_nog(model: Toegangsmodel, inzet: InzetRegel) -> bool:
    """Whether this help may begin while the organisation named still chooses which of its members gives it (H5)."""
    return inzet.toestand is InzetToestand.LOOPT and plannen.is_verdeler(model, inzet.organisatie)


def standen_bij(
    scope: Scope, personen: Iterable[UUID], inzet: Iterable[InzetRegel]
) -> Mapping[UUID, Stand]:
    """How help of organisations stands; a household that only has neighbours asks no statement for it."""
    gevolgd = any(i.organisatie is not None for i in inzet)
    return uitvoering.stand_van(scope, personen) if gevolgd else {}


def eerste_dag(stand: Stand | None) -> date | None:
    """The first day as who gives this help told it; None while nobody did."""
    return stand.opdracht.eerste_dag if stand and stand.opdracht else None


def hoeveel(inzet: InzetRegel, eerste_dag: date | None = None) -> str:
    """How much, from when, and until which day at the latest: "1,5 uur per week, tot en met 1 juni 2026".

    `eerste_dag`: as who gives the help told it; without it the day that was asked for.
    """
    delen = []
    if inzet.aantal is not None:
        delen.append(hoeveelheid(inzet.aantal, inzet.eenheid, inzet.per))
    if van := eerste_dag or inzet.van:
        delen.append(f"vanaf {opmaak.datum(van)}")
    if inzet.tot:
        delen.append(f"tot en met {opmaak.datum(inzet.tot)}")
    return ", ".join(delen)


def zin(opdracht: OpdrachtRegel) -> str:
    """The sentence, with the day where there is one."""
    extra = ""
    if opdracht.toestand is OpdrachtToestand.AANGENOMEN and opdracht.begint_op:
        extra = f" en begint op {opmaak.datum(opdracht.begint_op)}"
    elif opdracht.toestand is OpdrachtToestand.BEGONNEN and opdracht.begonnen_op:
        extra = f" op {opmaak.datum(opdracht.begonnen_op)}"
    return f"{opdracht.zin}{extra}." if opdracht.zin else ""


def beelden(
    scope: Scope, standen: Mapping[UUID, Stand], inzet: Iterable[InzetRegel]
) -> Mapping[UUID, Uitvoeringbeeld]:
    """How each of these looks for who works on it."""
    model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    return {i.id: KIES_NOG if kiest_nog(model, i) else _beeld(standen, i.id) for i in inzet}


def _beeld(standen: Mapping[UUID, Stand], inzet: UUID) -> Uitvoeringbeeld:
    """How this help looks; nothing to tell when nobody was asked and nothing is counted."""
    stand = standen.get(inzet)
    if stand is None or (stand.opdracht and stand.opdracht.toestand in NIETS_TE_VOLGEN):
        return NIEMAND_GEVRAAGD
    label, toon = STANDEN.get(stand.opdracht.toestand, ("", "")) if stand.opdracht else ("", "")
    return Uitvoeringbeeld(
        zin=zin(stand.opdracht) if stand.opdracht else "",
        teller=stand.teller,
        stand=label,
        toon=toon,
        href=f"/werk/uitvoering/{inzet}/",
        geweigerd=stand.opdracht is not None and stand.opdracht.grond is not None,
        eerste_dag=eerste_dag(stand),
    )
