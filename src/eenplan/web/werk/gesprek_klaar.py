"""A conversation that is done: its outcome first, and the verslag as it lies ready or left."""

from __future__ import annotations

from collections.abc import Sequence

from eenplan.beleid import api as beleid
from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.huishoudens.api import PersoonKaart
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken.api import Blad, Oordeel, Toestand
from eenplan.platform.scope import ScopedRequest
from eenplan.web.bouwstenen import Rij
from eenplan.web.verzenden import Formulier

from .briefbeeld import beeld
from .gesprek_formulier import EIGEN_PLAN, GEBIEDSNAAM, ONDERSTEUNING, OORDELEN, VOOR_MANTELZORGER


def verslag(
    request: ScopedRequest, blad: Blad, melding: meldingen.MeldingKaart, kaart: PersoonKaart
) -> dict[str, object]:
    """The letter with the outcome: as it lies ready, or that it left."""
    brieven = berichten.afschriften(request.scope, blad.kern.id)
    if not brieven:
        return {}
    brief = brieven[-1]
    concept = brief.toestand is berichten.Toestand.CONCEPT
    vandaag = None
    if concept and brief.soort is berichten.BriefSoort.VERSLAG:
        vandaag = besluiten.verslag_bij(
            request.scope, brief=brief.id, blad=blad, melding=melding, kaart=kaart
        )
    gelezen = berichten.lees(request.scope, brief.id, vandaag=vandaag).voorbeeld
    return {
        "brief_url": f"/werk/brief/{brief.id}/",
        "verstuurd_op": brief.verzonden_op,
        "concept": concept,
        "gebreken": gelezen.gebreken,
        "persoonlijk": gelezen.bezorging is berichten.Bezorging.PERSOONLIJK,
        "brief": beeld(gelezen),
    }


def klaar(
    blad: Blad,
    wet: beleid.Wetboek,
    melding: meldingen.MeldingKaart,
    gezin: Sequence[PersoonKaart],
) -> dict[str, object]:
    """What is shown of a conversation that is done: the outcome first, only what was written."""
    kern = blad.kern
    namen = {p.id: p.naam for p in gezin}
    persoon = next(p for p in gezin if p.id == kern.persoon)
    vragen = {o.sleutel: o.vraag for o in wet.gespreksonderwerpen}
    volgorde = onderzoeken.in_gespreksvolgorde(
        [(o.letter, o.sleutel) for o in wet.gespreksonderwerpen]
    )
    regels = [
        Rij(vragen[s], blad.onderwerpen[s].tekst)
        for s in volgorde
        if s in blad.onderwerpen and blad.onderwerpen[s].tekst
    ]
    regels += [Rij(GEBIEDSNAAM[g.sleutel], g.tekst) for g in blad.gebieden if g.tekst]
    regels += [
        Rij(f"Wat {namen.get(k.kind, 'het kind')} zelf zegt", k.woorden)
        for k in blad.kinderen.values()
        if k.woorden
    ]
    verteld = [
        Rij("Cliëntondersteuning", ONDERSTEUNING[kern.inwoner]),
        Rij("Voor de mantelzorger", VOOR_MANTELZORGER[kern.mantelzorger]),
        Rij("Een eigen plan", EIGEN_PLAN[kern.persoonlijk_plan]),
    ]
    return {
        "persoon": persoon,
        "kern": kern,
        "melding": melding,
        "gestopt": kern.toestand is Toestand.VERVALLEN,
        "oordeel": OORDELEN[Oordeel(kern.oordeel)] if kern.oordeel else "",
        "regels": regels,
        "verteld": verteld,
        "dossier_url": f"/werk/dossier/{persoon.id}/",
        "maak_url": f"/werk/melding/{kern.melding}/plan/",
        "formulier": Formulier(),
    }
