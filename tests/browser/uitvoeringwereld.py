"""Help as it stands with who gives it, for the sweep over every screen: asked, accepted, begun, done and given back."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from eenplan.uitvoering import api as uitvoering
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import OP
from tests.world import Mens

Sleutels = dict[str, UUID]


def standen(vraag: Callable[[str], UUID], fatima: Mens, lisa: Mens) -> Sleutels:
    """One piece of help in each state; `vraag` asks De Linde to help the family with this name."""
    uit = {
        f"inzet_{naam.lower()}": vraag(naam)
        for naam in ("Gevraagd", "Aangenomen", "Begonnen", "Terug", "Af")
    }
    for naam in ("aangenomen", "begonnen", "af"):
        aanname = uitvoering.Aanname(lisa.id, "030-0000123", OP)
        with lisa.handelt(op=OP) as scope:
            uitvoering.neem_aan(scope, inzet=uit[f"inzet_{naam}"], aanname=aanname)
    for naam in ("begonnen", "af"):
        with lisa.handelt(op=OP) as scope:
            uitvoering.begin(scope, inzet=uit[f"inzet_{naam}"], op=OP)
    with lisa.handelt(op=OP) as scope:
        uitvoering.geef_terug(
            scope,
            inzet=uit["inzet_terug"],
            grond=uitvoering.Grond.EXPERTISE,
            uitleg="Esra heeft een psycholoog nodig. Die werkt niet bij ons.",
        )
    with lisa.handelt(op=OP) as scope:
        uitvoering.rond_af(
            scope,
            inzet=uit["inzet_af"],
            inwoner="Esra gaat elke dag op de fiets naar school.",
            netwerk="Oma haalt haar op vrijdag op.",
        )
    _draag_over(uit, fatima)
    return uit


def _draag_over(uit: Sleutels, fatima: Mens) -> None:
    """A hand-over that is still to come, and one that took place."""
    for naam in ("aangenomen", "begonnen"):
        plan = uitvoering.Overdrachtsplan(
            OP, "Fatima, Lisa en Esra", met_inwoner=True, afspraken="Wat thuis al goed gaat."
        )
        with fatima.handelt(op=OP) as scope:
            uitvoering.plan_overdracht(scope, inzet=uit[f"inzet_{naam}"], plan=plan)
    with fatima.handelt(op=OP) as scope:
        uitvoering.leg_overdracht_vast(
            scope, inzet=uit["inzet_begonnen"], op=OP, afspraken="Lisa belt Esra elke maandag."
        )


def welzijn() -> tuple[Mens, Sleutels]:
    """A light track with one time left, at who helps in Lansingerland."""
    licht = wereld.licht_traject()
    for dag in range(4):
        wereld.keer(licht, dag)
    return licht.ria, {"inzet": licht.inzet, "persoon": licht.persoon}
