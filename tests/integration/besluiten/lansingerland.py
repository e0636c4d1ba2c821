"""A woman in Lansingerland about whom Kwadraad and the municipality decide together, as far as a test wants it."""

from __future__ import annotations

from datetime import date

from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from eenplan.organisaties.api import Functie
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.heerlen import Coriovallum

LANSINGERLAND = "lansingerland"
OP = world.LENTE


def kwadraad() -> tuple[world.Mens, world.Mens, Coriovallum]:
    """Kwadraad with the question, the municipality, and the help."""
    world.gemeente(LANSINGERLAND)
    kim = world.medewerker(LANSINGERLAND, "Kim Bakker", organisatie="kwadraad")
    jan = world.medewerker(
        LANSINGERLAND, "Jan Prins", organisatie="gemeente", functie=Functie.CONSULENT
    )
    with world.bezoeker(op=OP) as scope:
        vraag = meldingen.doe_melding(
            scope,
            gemeente_sleutel=LANSINGERLAND,
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens("Anja Slob", date(1971, 2, 2)),
                tekst="Ik kom er niet meer uit.",
                vraag="psychisch",
                kanaal="telefoon",
            ),
        )
    world.onderzoek_afgerond(kim, vraag.melding, wet="wmo")
    plan = world.plan_met_doel(
        kim, vraag.melding, woorden="Ik wil weer rust.", hulp=wereld.BEGELEIDING
    )
    assert plan.inzet is not None
    return kim, jan, Coriovallum(kim, jan, jan, vraag.melding, vraag.persoon, plan.inzet)
