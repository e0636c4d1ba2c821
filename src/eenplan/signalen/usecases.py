"""What people do with a signal: record it for who looks, tell of contact, close it, or have it become a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Rubriek
from eenplan.organisaties import api as organisaties
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.schrijven import voeg_toe
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import versleutel
from eenplan.platform.vraag import om_de_beurt
from eenplan.werk import api as werk

from . import events, regels
from .models import Inhoud, Signaal
from .regels import FLOW, Geinformeerd, SignaalGegevens, Toestand


@dataclass(frozen=True, slots=True)
class Kijker:
    """The party that looks at signals."""

    id: UUID
    naam: str


def kijker(scope: Scope) -> Kijker:
    """Who looks: the team of the model that goes to people who did not ask, else one's own (D7)."""
    try:
        model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    except beleid.Beleidsfout as fout:
        raise Geweigerd("Op deze dag werkte uw gemeente nog niet met Eenplan.") from fout
    sleutel = model.partij_van(model.eerste_partij.beslisser)
    gemeente = scope.gemeente_sleutel
    if sleutel and organisaties.organisatie_id(gemeente, sleutel) != scope.organisatie_id:
        teams = [t for t in model.indeling.teams if t.partij == sleutel]
        overal = [t for t in teams if not t.gebieden]
        if not teams:
            partij = model.partij_op_sleutel[sleutel]
            return Kijker(organisaties.organisatie_id(gemeente, sleutel), partij.naam)
        if len(overal) == 1:
            return Kijker(organisaties.team_id(gemeente, overal[0].sleutel), overal[0].naam)
    namen = {organisaties.team_id(gemeente, t.sleutel): t.naam for t in model.indeling.teams}
    return Kijker(scope.partij, namen.get(scope.partij, scope.organisatie_naam))


@transaction.atomic
def leg_vast(scope: Scope, *, gegevens: SignaalGegevens) -> Kijker:
    """Record a signal for who looks at such signals; returns them. Geweigerd with a sentence per field.

    No file is opened and nothing starts. Who records it does not read it again, unless they are who looks.
    """
    vandaag = scope.nu.date()
    if zinnen := regels.gebreken(gegevens, op=vandaag):
        raise Geweigerd(velden=zinnen)
    bij = kijker(scope)
    deel = nieuw_deel(
        scope, betrokkene=None, rubriek=Rubriek.SIGNAAL, verantwoordelijke=bij.id, geheim=False
    )
    kijken_op, verloopt_op = regels.dagen(gegevens, op=vandaag)
    signaal = Signaal(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=deel,
        partij_id=bij.id,
        partij_naam=bij.naam,
        soort=gegevens.soort,
        gebied=gegevens.gebied,
        plek=" ".join(gegevens.plek.split()),
        geinformeerd=gegevens.geinformeerd,
        toestand=FLOW.start,
        gezien_op=vandaag,
        kijken_op=kijken_op,
        verloopt_op=verloopt_op,
        door=f"{scope.naam}, {scope.organisatie_naam}",
    )
    voeg_toe([signaal, _inhoud(signaal, gegevens)])
    _meld(scope, events.VASTGELEGD, signaal.id, deel, bij=bij.naam)
    _zet_op_lijst(scope, signaal, kijken_op)
    return bij


def _inhoud(signaal: Signaal, gegevens: SignaalGegevens) -> Inhoud:
    rij = nieuw_id()
    return Inhoud(
        id=rij,
        gemeente_id=signaal.gemeente_id,
        deel_id=signaal.deel_id,
        signaal_id=signaal.id,
        wie_versleuteld=versleutel(gegevens.wie.strip(), rij=rij),
        tekst_versleuteld=versleutel(gegevens.tekst.strip(), rij=rij),
        reden_versleuteld=versleutel(gegevens.reden.strip(), rij=rij),
        verloopt_op=signaal.verloopt_op,
    )


def _zet_op_lijst(scope: Scope, signaal: Signaal, kijken_op: date) -> None:
    werk.zet_klaar(
        scope,
        soort=werk.WerkSoort.SIGNAAL,
        over=signaal.id,
        persoon=None,
        titel=signaal.plek,
        partij=signaal.partij_id,
        vervalt=kijken_op,
        zichtbaar_tot=signaal.verloopt_op,
    )


@transaction.atomic
def noteer_contact(scope: Scope, *, signaal: UUID, verteld: bool, kijken_op: date) -> None:
    """There was contact; somebody looks again on a day. `verteld`: the person knows of the signal now (AVG art. 14).

    What was said is not kept: a signal is no file.
    """
    rij = _mijn(scope, signaal)
    if not scope.nu.date() <= kijken_op <= rij.verloopt_op:
        raise Geweigerd(
            velden={"kijken_op": "Kies een dag vanaf vandaag, voordat het signaal verloopt."}
        )
    weet_het = Geinformeerd.JA if verteld else Geinformeerd(rij.geinformeerd)
    _neem(scope, rij, "contact", events.CONTACT, geinformeerd=weet_het, kijken_op=kijken_op)
    _zet_op_lijst(scope, rij, kijken_op)


@transaction.atomic
def sluit(scope: Scope, *, signaal: UUID) -> None:
    """Nothing more is needed."""
    _neem(scope, _mijn(scope, signaal), "sluiten", events.GESLOTEN)


@transaction.atomic
def wordt_vraag(scope: Scope, *, signaal: UUID) -> None:
    """The person asked. The question is registered apart, in their words; the signal ends and leads nowhere."""
    _neem(scope, _mijn(scope, signaal), "vraag", events.VRAAG)


def _mijn(scope: Scope, signaal: UUID) -> Signaal:
    """A signal on one's own list, in turn and opened; gone after its last day. NietGevonden."""
    om_de_beurt(signaal)
    rij = Signaal.objects.filter(id=signaal).first()
    if rij is None:
        raise NietGevonden
    inzage.openen(scope, delen=[rij.deel_id], doel=inzage.Doel.TOEGANG)
    return rij


def _neem(scope: Scope, rij: Signaal, stap: str, soort: Soort, **velden: object) -> None:
    naar = FLOW.neem(stap, None, Toestand(rij.toestand))
    Signaal.objects.filter(id=rij.id).update(toestand=naar, **velden)
    _meld(scope, soort, rij.id, rij.deel_id)
    werk.rond_af(scope, over=rij.id, soort=werk.WerkSoort.SIGNAAL)


def _meld(scope: Scope, soort: Soort, signaal: UUID, deel: UUID, **gegevens: str) -> None:
    vastleggen(scope, Gebeurtenis(soort, signaal, deel, None, gegevens))
