"""Places for the sweep: an offer in Heerlen, one that was declined, and cases of whoever disagrees."""

from __future__ import annotations

from uuid import UUID

from eenplan.plannen import api as plannen
from eenplan.rechtsbescherming import api as recht
from tests.integration.besluiten import heerlen
from tests.world import LENTE, Mens

Sleutels = dict[str, UUID]


def in_heerlen() -> tuple[Mens, Mens, Sleutels]:
    """Stand-By! and a consulent, with help to agree on, help that was declined, and an objection."""
    cast = heerlen.mensen()
    open_ = heerlen.aanbod(cast=cast)
    geweigerd = heerlen.aanbod(cast=cast)
    nee = plannen.Keuzes(oordeel_inwoner="weigert_aanbod")
    with cast.els.handelt(op=heerlen.MEI) as scope:
        plannen.beslis(scope, inzet=geweigerd.inzet, keuzes=nee)
    zegt = recht.Onvrede("Ik wil dit niet.", "Mia Ploum", heerlen.MEI)
    with cast.els.handelt(op=heerlen.MEI) as scope:
        zaak = recht.dien_in(scope, persoon=geweigerd.persoon, weg=recht.Weg.BEZWAAR, onvrede=zegt)
    sleutels = {"inzet": open_.inzet, "inzet_geweigerd": geweigerd.inzet, "zaak": zaak}
    return cast.els, cast.paul, sleutels | {"persoon": geweigerd.persoon}


def uitleg(wie: Mens, persoon: UUID) -> UUID:
    """Somebody does not understand a letter; whoever has the question took it up."""
    zegt = recht.Onvrede("Wat betekent dit?", "Mina Hadi", LENTE)
    with wie.handelt(op=LENTE) as scope:
        zaak = recht.dien_in(scope, persoon=persoon, weg=recht.Weg.UITLEG, onvrede=zegt)
    with wie.handelt(op=LENTE) as scope:
        recht.neem_in_behandeling(scope, zaak=zaak)
    return zaak
