"""The confirmation of an objection or a complaint, ready to be sent by whoever handles it (Awb 6:14 and 9:6)."""

from __future__ import annotations

from datetime import date

from eenplan.berichten import api as berichten
from eenplan.berichten.inhoud import BriefSoort, Ondertekening, Rechtsbevestiging, Wet
from eenplan.besluiten.kader import kader
from eenplan.inzage.api import Rubriek
from eenplan.platform.gebeurtenissen import Gebeurtenis
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk

from .gedeeld import WERK, geef_deel
from .models import Zaak
from .regels import BEVESTIGEN_BINNEN, MET_BEVESTIGING, WEGEN, Weg
from .waartegen import Tegen


def vervalt(scope: Scope, zaak: Zaak) -> date:
    """The next day on which somebody must hear something: that it came in, and then what came of it."""
    if Weg(zaak.weg) not in MET_BEVESTIGING:
        return zaak.uiterlijk
    if any(brief.verzonden_op for brief in berichten.afschriften(scope, zaak.pk)):
        return zaak.uiterlijk
    return min(zaak.ontvangen_op + BEVESTIGEN_BINNEN, zaak.uiterlijk)


def bij_brief_verzonden(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """The confirmation left: its line on the list waits for the answer itself from now on."""
    if gebeurtenis.gegevens["soort"] != BriefSoort.RECHT.value:
        return
    for zaak in Zaak.objects.filter(pk=gebeurtenis.over):
        werk.verzet(scope, over=zaak.pk, soort=WERK[Weg(zaak.weg)], vervalt=zaak.uiterlijk)


def zet_bevestiging_klaar(scope: Scope, zaak: Zaak, tegen: Tegen | None) -> None:
    """Write the letter as a concept in the name of the municipality; whoever handles the case sends it."""
    beleidskader = kader(scope)
    hoofd = berichten.Briefhoofd(beleidskader.model, beleidskader.op)
    gemeente = beleidskader.gemeente
    wet = Wet(tegen.wet) if tegen else Wet.ONBEKEND
    brief = berichten.stel_op(
        scope,
        over=zaak.pk,
        persoon=zaak.persoon_id,
        opdracht=berichten.Opdracht(
            afzender=hoofd.afzender(gemeente.naam),
            contact=hoofd.contact(gemeente.naam, gemeente.telefoon),
            ondertekening=Ondertekening(gemeente.naam, "namens het college"),
            inhoud=Rechtsbevestiging(
                wet=wet,
                weg=WEGEN[Weg(zaak.weg)].naam.lower(),
                ontvangen_op=zaak.ontvangen_op,
                tegen=zaak.tegen,
                uiterlijk=zaak.uiterlijk,
                opnieuw_kijken=Weg(zaak.weg) is Weg.BEZWAAR,
                te_laat=zaak.te_laat,
                redenen_volgen=not zaak.tekst,
                clientondersteuning=hoofd.clientondersteuning,
                vertrouwenspersoon=hoofd.vertrouwenspersoon(wet),
            ),
        ),
        verantwoordelijke=gemeente.id,
        rubriek=Rubriek.RECHTSBESCHERMING,
    )
    geef_deel(scope, zaak, brief)
