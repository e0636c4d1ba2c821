"""Places for the sweep: an offer in Heerlen, one that was declined, and cases of whoever disagrees."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from eenplan.besluiten import api as besluiten
from eenplan.plannen import api as plannen
from eenplan.rechtsbescherming import api as recht
from tests.integration.besluiten import heerlen
from tests.world import LENTE, Mens

Sleutels = dict[str, UUID]


def in_heerlen() -> tuple[Mens, Mens, Sleutels]:
    """Stand-By! and a consulent: help to agree on, help that was declined, an objection, a decision that was asked."""
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
    sleutels |= {"persoon": geweigerd.persoon, "aanvraag": _te_besluiten(cast)}
    return cast.els, cast.paul, sleutels


def _te_besluiten(cast: heerlen.Mensen) -> UUID:
    """A decision was asked, and the plan has more than one kind of help to choose from."""
    vraagt = heerlen.aanbod(cast=cast)
    with cast.els.handelt(op=heerlen.MEI) as scope:
        doel = plannen.open_inzetblad(scope, vraagt.inzet)[0].doel
        plannen.voeg_inzet_toe(
            scope, doel=doel, gegevens=replace(heerlen.STEUN, wat="dagbesteding")
        )
    verzoek = besluiten.Verzoek("Ik wil hulp.", "Mia Ploum", besluiten.Hoe.BRIEF, heerlen.MEI)
    with cast.els.handelt(op=heerlen.MEI) as scope:
        return besluiten.vraag_besluit(scope, melding=vraagt.melding, verzoek=verzoek)


def uitleg(wie: Mens, persoon: UUID) -> UUID:
    """Somebody does not understand a letter; whoever has the question took it up."""
    zegt = recht.Onvrede("Wat betekent dit?", "Mina Hadi", LENTE)
    with wie.handelt(op=LENTE) as scope:
        zaak = recht.dien_in(scope, persoon=persoon, weg=recht.Weg.UITLEG, onvrede=zegt)
    with wie.handelt(op=LENTE) as scope:
        recht.neem_in_behandeling(scope, zaak=zaak)
    return zaak
