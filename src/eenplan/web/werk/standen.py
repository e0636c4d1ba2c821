"""How a goal and a piece of help stand, in the same words on the file and on the plan."""

from __future__ import annotations

from datetime import date

from eenplan.plannen.api import (
    DoelToestand,
    InzetRegel,
    InzetToestand,
    PlanBlad,
    RegisseurSoort,
)
from eenplan.web import opmaak
from eenplan.web.uitvoering_beeld import NIEMAND_GEVRAAGD, Uitvoeringbeeld

DOELSTAND = {
    DoelToestand.OPEN: ("Hier werken we aan", "info"),
    DoelToestand.BEREIKT: ("Bereikt", "goed"),
    DoelToestand.GESTOPT: ("Gestopt", ""),
}
INZETSTAND = {
    InzetToestand.VOORGESTELD: ("Voorgesteld", ""),
    InzetToestand.BESLUIT: ("Wacht op een besluit", "let-op"),
    InzetToestand.LOOPT: ("Loopt", "goed"),
    InzetToestand.BEEINDIGD: ("Klaar", ""),
    InzetToestand.NIET_DOORGEGAAN: ("Gaat niet door", ""),
}

NIET_AKKOORD = ("Niet meer akkoord", "let-op")
"""Of help that was arranged: it does not begin, or stops, and who arranged it talks about it."""


def inzetstand(
    inzet: InzetRegel, vandaag: date, bij: Uitvoeringbeeld = NIEMAND_GEVRAAGD
) -> tuple[str, str]:
    """The label of a piece of help with its tone; what starts later says when, and what nobody accepted says that."""
    if inzet.toestand is InzetToestand.VOORGESTELD and (
        inzet.besluit and inzet.besluit.beslissing.vervolg != "geen"
    ):
        return "Nog niet rond", "let-op"
    if inzet.wil_niet_meer:
        return NIET_AKKOORD
    if inzet.toestand is InzetToestand.LOOPT:
        if bij.toon == "let-op":  # no day is promised while nobody took it on
            return bij.stand, bij.toon
        begin = bij.eerste_dag or inzet.van
        if begin and begin > vandaag:
            return f"Begint op {opmaak.datum(begin)}", "info"
        if bij.stand:
            return bij.stand, bij.toon
    if inzet.toestand is InzetToestand.BEEINDIGD and bij.geweigerd:
        return INZETSTAND[InzetToestand.NIET_DOORGEGAAN]
    return INZETSTAND[inzet.toestand]


def regisseurwoord(plan: PlanBlad | None, woord: str) -> str:
    """What one calls who holds the plan together: the municipality's word is for its professionals."""
    eigen = plan is not None and plan.regisseur_soort is not RegisseurSoort.HULPVERLENER
    return "regisseur" if eigen else woord
