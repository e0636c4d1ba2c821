"""What two parties decided together, on paper: there is no beschikking, and still nobody may be left guessing (L11)."""

from __future__ import annotations

from eenplan.berichten import api as berichten
from eenplan.berichten.inhoud import Ondertekening, Samenbevestiging, Wet
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Doel
from eenplan.plannen.models import Inzet
from eenplan.plannen.regels import InzetToestand
from eenplan.platform.scope import Scope

from .kader import kader
from .lezers import lezers_van
from .models import Vervolg


def bevestig(scope: Scope, *, vervolg: Vervolg, door: tuple[str, str], doel: Doel) -> None:
    """Send the resident what was decided, with both names; while the letter is not complete it waits as a concept.

    A gap in the letter stops the paper and never the help (X13). Whom to call is who helps with the question.
    """
    beleidskader = kader(scope)
    hoofd = berichten.Briefhoofd(beleidskader.model, beleidskader.op)
    bij = beleidskader.partij(vervolg.gezet_organisatie_id) or beleidskader.gemeente
    inzet = Inzet.objects.get(pk=vervolg.inzet_id)
    wet = Wet(inzet.wet)
    opdracht = berichten.Opdracht(
        afzender=hoofd.afzender(bij.naam),
        contact=hoofd.contact(vervolg.gezet_door, bij.telefoon),
        ondertekening=Ondertekening(" en ".join(door), "samen besloten"),
        inhoud=Samenbevestiging(
            wet=wet,
            hulp=inzet.wat,
            op=scope.nu.date(),
            door=door,
            begint=inzet.toestand == InzetToestand.LOOPT,
            van_wie=inzet.wie,
            besluit_vragen=hoofd.besluit_vragen(bij.telefoon),
            clientondersteuning=hoofd.clientondersteuning,
            vertrouwenspersoon=hoofd.vertrouwenspersoon(wet),
        ),
    )
    [kaart] = huishoudens.personen(scope, [vervolg.persoon_id])
    lezers = lezers_van(scope, kaart, doel)
    beelden = [
        berichten.voorbeeld(scope, lezer=lezer, opdracht=opdracht, kenmerk="(volgt)")
        for lezer in lezers
    ]
    if any(beeld.gebreken for beeld in beelden):
        berichten.stel_op(scope, over=inzet.pk, persoon=kaart.id, opdracht=opdracht)
    else:
        berichten.stuur(scope, over=inzet.pk, persoon=kaart.id, lezers=lezers, opdracht=opdracht)
