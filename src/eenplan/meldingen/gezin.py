"""Add somebody to the family of a question later: on the public form nobody can name their family."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db import transaction

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Opening
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt

from . import events, regels
from .lezen import MeldingKaart, lees_open
from .melden import GRONDSLAG
from .regels import Gezinslid, GezinsRol
from .usecases import eis_van_mij


@transaction.atomic
def voeg_gezinslid_toe(
    scope: Scope, *, melding: UUID, lid: Gezinslid, ouder_van: Sequence[UUID] = ()
) -> UUID:
    """Register a member of the family and let the team that has the question see them, as with the others.

    A child gets the person of the question as a parent, or shares that person's parents; `ouder_van` are the children
    of a parent. Returns the key of who joined.
    """
    om_de_beurt(melding)
    kaart, opening = lees_open(scope, melding)
    eis_van_mij(scope, kaart)
    vandaag = scope.nu.date()
    zinnen = regels.gebreken_van(lid.gegevens, op=vandaag, alleen_test=settings.DEMO)
    if lid.rol is GezinsRol.OUDER and not ouder_van:
        zinnen["ouder_van"] = "Kies van welk kind dit een ouder is."
    if zinnen:
        raise Geweigerd(velden=zinnen)
    if not set(ouder_van) <= set(opening.personen):
        raise NietGevonden
    nieuw = huishoudens.voeg_gezinslid_toe(
        scope,
        bij=kaart.persoon,
        gegevens=lid.gegevens,
        verantwoordelijke=kaart.organisatie,
        thuis=lid.thuis,
        banden=_banden(scope, kaart, opening, lid, ouder_van),
    )
    inzage.betrekken_bij_allen(
        scope,
        personen=[nieuw],
        partij=inzage.Partij(kaart.houder, kaart.houder_naam, kaart.houder_telefoon),
        doel=inzage.Doel.TOEGANG,
        grondslag=GRONDSLAG,
        rubrieken=inzage.TOEGANG_RUBRIEKEN,
    )
    gegevens = {"naam": lid.gegevens.naam}
    vastleggen(scope, Gebeurtenis(events.GEZINSLID, kaart.id, kaart.deel, kaart.persoon, gegevens))
    return nieuw


def _banden(
    scope: Scope,
    kaart: MeldingKaart,
    opening: Opening,
    lid: Gezinslid,
    ouder_van: Sequence[UUID],
) -> list[huishoudens.ErbijBand]:
    band, soort = huishoudens.ErbijBand, huishoudens.RelatieSoort
    if lid.rol is GezinsRol.PARTNER:
        return [band(None, kaart.persoon, soort.PARTNER)]
    if lid.rol is GezinsRol.OUDER:
        return [band(None, kind, soort.OUDER, lid.gezag) for kind in ouder_van]
    if lid.rol is GezinsRol.HUISGENOOT:
        return []
    [persoon] = [p for p in huishoudens.personen(scope, opening.personen) if p.id == kaart.persoon]
    jaren = huishoudens.leeftijd(persoon.geboortedatum, scope.nu.date())
    if jaren is None or jaren >= huishoudens.VOLWASSEN:
        return [band(kaart.persoon, None, soort.OUDER, lid.gezag)]
    ouders = huishoudens.gezag(scope, [kaart.persoon])
    return [band(o.ouder, None, soort.OUDER, o.gezag) for o in ouders]
