"""What people do with an old indication: register it, which opens the conversation; tell the person; plan the day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt, rijen
from eenplan.voorzieningen import api as voorzieningen
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events, regels
from .models import Indicatie
from .regels import IndicatieGegevens

KANAAL = "aanbieder"
"""Old rights are known from who gives the help (D16)."""


@transaction.atomic
def registreer(
    scope: Scope,
    *,
    persoon: huishoudens.Persoonsgegevens,
    gebied: str,
    gegevens: IndicatieGegevens,
) -> meldingen.Bevestiging:
    """Register a running indication; the municipality itself opens the conversation, nobody has to ask (Wmo 8.6).

    It goes to the team that the policy names, with the day of the conversation on the list.
    """
    hulp = _controleer(scope, gegevens)
    tot = regels.loopt_tot(gegevens.tot)
    bevestiging = meldingen.doe_melding(
        scope,
        gemeente_sleutel=scope.gemeente_sleutel,
        gegevens=meldingen.MeldingGegevens(
            persoon=persoon,
            tekst=f"Oude indicatie: {hulp.naam}. De gemeente begint zelf het gesprek over de hulp daarna.",
            vraag="begeleiding",
            kanaal=KANAAL,
            gebied=gebied,
            ambtshalve=True,
        ),
    )
    deel = nieuw_deel(
        scope,
        betrokkene=bevestiging.persoon,
        rubriek=inzage.Rubriek.INZET,
        verantwoordelijke=bevestiging.houder.organisatie,
    )
    indicatie = Indicatie(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=bevestiging.persoon,
        melding_id=bevestiging.melding,
        voorziening=hulp.sleutel,
        wat=hulp.naam,
        aanbieder_naam=hulp.organisatie_naam,
        tot=tot,
        gesprek_op=gegevens.gesprek_op,
        begeleider_naam=gegevens.begeleider_naam.strip(),
        begeleider_organisatie=gegevens.begeleider_organisatie.strip(),
    )
    indicatie.save(force_insert=True)
    _meld(scope, events.VASTGELEGD, indicatie, tot=str(tot))
    _zet_op_lijst(scope, indicatie, persoon.naam, bevestiging.houder.id)
    return bevestiging


def _controleer(scope: Scope, gegevens: IndicatieGegevens) -> voorzieningen.Aanbod:
    zinnen = regels.gebreken(gegevens, op=scope.nu.date())
    hulp = next((a for a in voorzieningen.aanbod(scope) if a.sleutel == gegevens.voorziening), None)
    if hulp is None:
        zinnen["voorziening"] = "Kies de hulp uit de lijst."
    if zinnen or hulp is None:
        raise Geweigerd(velden=zinnen)
    return hulp


def _zet_op_lijst(scope: Scope, rij: Indicatie, naam: str, partij: UUID) -> None:
    werk.zet_klaar(
        scope,
        soort=WerkSoort.OVERGANG,
        over=rij.id,
        persoon=rij.persoon_id,
        titel=naam,
        partij=partij,
        vervalt=rij.gesprek_op,
    )


@transaction.atomic
def vertel(scope: Scope, *, indicatie: UUID, door: str) -> None:
    """Write down who told the person that the help changes (D16): its own guide, as a rule."""
    if not door.strip():
        raise Geweigerd(velden={"door": "Schrijf op wie het heeft verteld."})
    rij = _open(scope, indicatie)
    if rij.verteld_op is not None:
        raise Geweigerd("Dit is al verteld. Kijk wanneer, en door wie.")
    Indicatie.objects.filter(id=rij.id).update(
        verteld_op=scope.nu.date(), verteld_door=door.strip()
    )
    _meld(scope, events.VERTELD, rij, door=door.strip())


@transaction.atomic
def plan_gesprek(
    scope: Scope, *, indicatie: UUID, op: date, begeleider_naam: str, begeleider_organisatie: str
) -> None:
    """Move the conversation, or say which guide comes along; it stays in time to apply (Wmo 8.6)."""
    rij = _open(scope, indicatie)
    if rij.gesproken_op is not None:
        raise Geweigerd("Het gesprek is al begonnen. De dag wijzigen kan niet meer.")
    gegevens = IndicatieGegevens(rij.voorziening, rij.tot, op)
    if zinnen := regels.gebreken(gegevens, op=scope.nu.date()):
        raise Geweigerd(velden=zinnen)
    Indicatie.objects.filter(id=rij.id).update(
        gesprek_op=op,
        begeleider_naam=begeleider_naam.strip(),
        begeleider_organisatie=begeleider_organisatie.strip(),
    )
    _meld(scope, events.GEPLAND, rij, op=str(op))
    werk.rond_af(scope, over=rij.id, soort=WerkSoort.OVERGANG)
    rij.gesprek_op = op
    [kaart] = huishoudens.personen(scope, [rij.persoon_id])
    houder = meldingen.lees(scope, rij.melding_id).houder
    _zet_op_lijst(scope, rij, kaart.naam, houder)


def bij_gesprek(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """The conversation began: the planned day is kept, and its line leaves the list."""
    for rij in Indicatie.objects.filter(melding_id=gebeurtenis.over, gesproken_op=None):
        Indicatie.objects.filter(id=rij.id).update(gesproken_op=scope.nu.date())
        _meld(scope, events.GESPREK, rij)
        werk.rond_af(scope, over=rij.id, soort=WerkSoort.OVERGANG)


def _open(scope: Scope, indicatie: UUID) -> Indicatie:
    om_de_beurt(indicatie)
    van = rijen(UUID, "SELECT persoon_id::text FROM pol.indicatie_plek(%s)", [[indicatie]])
    inzage.openen_gezin(scope, next(iter(van), None), doel=inzage.Doel.TOEGANG)
    rij = Indicatie.objects.filter(id=indicatie).first()
    if rij is None:
        raise NietGevonden
    return rij


def _meld(scope: Scope, soort: Soort, rij: Indicatie, **gegevens: str) -> None:
    vastleggen(scope, Gebeurtenis(soort, rij.id, rij.deel_id, rij.persoon_id, gegevens))
