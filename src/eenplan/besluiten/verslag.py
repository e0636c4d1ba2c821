"""The verslag of an investigation: ready by itself, sent in one step, on every route and law (waarborg 8).

A light route may skip the decision, never the verslag: until it left it is on the list of who held the conversation.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.berichten import api as berichten
from eenplan.berichten.inhoud import Ondertekening
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Doel
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from .aanvragen import onderzoek_einde
from .kader import FUNCTIE, kader
from .lezers import is_kind, lezers_van
from .verslagtekst import Bron, verslag

DAGEN = 7
"""Within how many days it leaves where no law sets a day: our own promise."""


def zet_verslag_klaar(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """The investigation is over: its outcome lies ready as a letter, and sending it is work (Wmo 2.3.2 lid 8)."""
    persoon = gebeurtenis.betrokkene
    if persoon is None:
        return
    [kaart] = huishoudens.personen(scope, [persoon])
    bron = _lees_bron(scope, gebeurtenis.over)
    berichten.stel_op(
        scope, over=gebeurtenis.over, persoon=persoon, opdracht=_opdracht(scope, bron)
    )
    werk.zet_klaar(
        scope,
        soort=WerkSoort.VERSLAG,
        over=gebeurtenis.over,
        persoon=persoon,
        titel=kaart.naam,
        partij=scope.partij,
        medewerker=scope.actor,
        vervalt=_uiterlijk(scope, bron.melding),
    )


def verslag_vandaag(scope: Scope, brief: UUID) -> berichten.Uitgave | None:
    """What a verslag that did not leave yet says today, with the plan as it is now, and who reads it.

    None for any other letter, and for who does not have the question: they see it as it was put ready. NietGevonden.
    """
    return _vandaag(scope, berichten.open_brief(scope, brief))


def _vandaag(scope: Scope, brief: berichten.OpenBrief) -> berichten.Uitgave | None:
    if not brief.verslagconcept or brief.doel is not Doel.TOEGANG:
        return None
    onderzoek = brief.rij.over_id
    onderzoeken.open_onderzoek(scope, onderzoek)
    [kaart] = huishoudens.personen(scope, [brief.persoon])
    opdracht = _opdracht(scope, _lees_bron(scope, onderzoek))
    return berichten.Uitgave(opdracht, lezers_van(scope, kaart, brief.doel))


def verslag_bij(
    scope: Scope,
    *,
    brief: UUID,
    blad: onderzoeken.Blad,
    melding: meldingen.MeldingKaart,
    kaart: huishoudens.PersoonKaart,
) -> berichten.Uitgave | None:
    """As `verslag_vandaag`, of a verslag that did not leave yet, for who has its investigation open and read."""
    _, doel = berichten.open_deel(scope, brief)
    if doel is not Doel.TOEGANG:
        return None
    opdracht = _opdracht(scope, _bron(scope, blad, melding))
    return berichten.Uitgave(opdracht, lezers_van(scope, kaart, doel))


@transaction.atomic
def verstuur_brief(scope: Scope, *, brief: UUID) -> berichten.Verzonden:
    """Send a letter that lies ready; a verslag as it is today, to each reader, and with that its work is done.

    Raises NietGevonden, or Geweigerd with every gap the law sees in it.
    """
    geopend = berichten.open_brief(scope, brief)
    is_verslag = geopend.verslagconcept
    vandaag = _vandaag(scope, geopend)
    if is_verslag and vandaag is None:
        raise Geweigerd("Het team dat het gesprek voerde, verstuurt dit verslag.")
    verzonden = berichten.verzend(scope, geopend, vandaag=vandaag)
    if is_verslag:
        werk.rond_af(scope, over=geopend.rij.over_id, soort=WerkSoort.VERSLAG)
    return verzonden


def _uiterlijk(scope: Scope, melding: meldingen.MeldingKaart) -> date:
    """The last day of the six weeks of the Wmo; for youth help, which has no such day, within a week."""
    if melding.wet == "jeugd":
        return scope.nu.date() + timedelta(days=DAGEN)
    return onderzoek_einde(melding)


def _opdracht(scope: Scope, bron: Bron) -> berichten.Opdracht:
    """The letter in the name of who holds the conversation."""
    beleidskader = kader(scope)
    hoofd = berichten.Briefhoofd(beleidskader.model, beleidskader.op)
    contact = hoofd.contact(scope.naam, beleidskader.telefoon(scope))
    return berichten.Opdracht(
        afzender=hoofd.afzender(scope.organisatie_naam),
        contact=contact,
        ondertekening=Ondertekening(scope.naam, FUNCTIE.get(scope.functie, scope.functie)),
        inhoud=verslag(bron, beleid.wet(beleidskader.op), hoofd, contact.telefoon),
    )


def _lees_bron(scope: Scope, onderzoek: UUID) -> Bron:
    """What is in the file. The household must be open."""
    blad = onderzoeken.lees(scope, onderzoek)
    van_persoon = meldingen.van_persoon(scope, blad.kern.persoon)
    return _bron(scope, blad, next(m for m in van_persoon if m.id == blad.kern.melding))


def _bron(scope: Scope, blad: onderzoeken.Blad, melding: meldingen.MeldingKaart) -> Bron:
    """What was said, with the goals that the person may read."""
    persoon = blad.kern.persoon
    plan = plannen.plan_van(scope, [persoon])
    open_ = [d for d in plan.doelen if d.toestand is plannen.DoelToestand.OPEN] if plan else []
    namen = _kinderen(scope, persoon, {d.persoon for d in open_} - {persoon})
    doelen = [d for d in open_ if d.persoon == persoon or d.persoon in namen]
    return Bron(blad, melding, doelen, namen)


def _kinderen(scope: Scope, ouder: UUID, anderen: set[UUID]) -> dict[UUID, str]:
    """Whose goals a parent reads along: children under 12 over whom they have authority (Jeugdwet 7.3.4).

    The goals of an older child, a partner or an other parent are theirs: no letter to somebody else tells them.
    """
    if not anderen:
        return {}
    onder_gezag = {
        g.kind
        for g in huishoudens.gezag(scope, anderen)
        if g.ouder == ouder and g.gezag and not g.beperkt
    }
    op = scope.nu.date()
    return {k.id: k.naam for k in huishoudens.personen(scope, onder_gezag) if is_kind(k, op)}
