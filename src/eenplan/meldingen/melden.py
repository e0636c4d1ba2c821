"""Register a question: from the front door to a team that answers for it, in one go (U2, X8, D25).

Works for a visitor and for an employee. Everything is written blind; who registers learns only where it went.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import models, transaction

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Rubriek
from eenplan.organisaties import api as organisaties
from eenplan.platform.delen import NieuwDeel, nieuwe_delen
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.ids import nieuw_id, ondoorzichtig_id, referentie
from eenplan.platform.schrijven import voeg_toe
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import versleutel
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events, regels
from .models import Melder, Melding, Ontvangstpagina
from .regels import MeldingGegevens, Toestand

_WAT = {False: "Nieuwe vraag", True: "Oude hulp loopt af"}
GRONDSLAG = "Wmo 2015 art. 2.3.2; Jeugdwet art. 2.3"


@dataclass(frozen=True, slots=True)
class Houder:
    """The team or organisation that answers for a question."""

    id: UUID
    naam: str
    telefoon: str
    organisatie: UUID


@dataclass(frozen=True, slots=True)
class Bevestiging:
    """What whoever asked gets to know: where the question is, who calls and when, and until when the rest takes.

    `bekend`: the municipality knew this person by BSN; their file stayed as it was. `pagina` is the address of the
    confirmation.
    """

    referentie: str
    melding: UUID
    persoon: UUID
    bekend: bool
    houder: Houder
    pagina: UUID
    ontvangen_op: date
    belt_op: date
    belt_tussen: tuple[int, int]
    onderzoek_tot: date | None
    plan_tot: date | None


@dataclass(frozen=True, slots=True)
class _Route:
    """The question as the policy sees it, and what the policy says."""

    model: beleid.Toegangsmodel
    situatie: beleid.Situatie
    houder: Houder
    regel: str
    toelichting: str


@transaction.atomic
def doe_melding(scope: Scope, *, gemeente_sleutel: str, gegevens: MeldingGegevens) -> Bevestiging:
    """Register a question and hand it to the party the policy names. Geweigerd with a sentence per field."""
    route = _bepaal_route(scope, gemeente_sleutel, gegevens)
    gemeente = organisaties.gemeente_id(gemeente_sleutel)
    aangemeld = _meld_mensen_aan(scope, gegevens, gemeente, route.houder.organisatie)
    persoon = aangemeld[0].persoon
    melding, melding_deel, rijen = _inhoud(scope, route, gegevens, gemeente, persoon)
    inzage.betrekken_bij_allen(
        scope,
        personen=[a.persoon for a in aangemeld],
        partij=inzage.Partij(route.houder.id, route.houder.naam, route.houder.telefoon),
        doel=inzage.Doel.TOEGANG,
        grondslag=GRONDSLAG,
        rubrieken=inzage.TOEGANG_RUBRIEKEN,
        gemeente=gemeente,
    )
    bevestiging = _bevestiging(scope, route, melding, aangemeld[0])
    voeg_toe([*rijen, _pagina(bevestiging, gemeente, gegevens.melder is not None)])
    vastleggen(
        scope,
        Gebeurtenis(
            events.AMBTSHALVE if gegevens.ambtshalve else events.ONTVANGEN,
            melding.id,
            melding_deel,
            persoon,
            {"bij": route.houder.naam},
            intern={"bevestiging": bevestiging, "gegevens": gegevens, "model": route.model},
        ),
        gemeente=gemeente,
    )
    _zet_aan_het_werk(scope, route, bevestiging, gegevens, gemeente)
    return bevestiging


def bij_wie(scope: Scope, *, gemeente_sleutel: str, gegevens: MeldingGegevens) -> Houder:
    """Who would get this question, without registering it. Geweigerd as `doe_melding`."""
    return _bepaal_route(scope, gemeente_sleutel, gegevens).houder


def houder_van(gemeente: str, model: beleid.Toegangsmodel, partij: str, team: str | None) -> Houder:
    """The team, or the organisation where it has none, by their keys in the policy file."""
    organisatie = organisaties.organisatie_id(gemeente, partij)
    if team is None:
        p = model.partij_op_sleutel[partij]
        return Houder(organisatie, p.naam, p.telefoon, organisatie)
    t = model.team_op_sleutel[team]
    return Houder(organisaties.team_id(gemeente, team), t.naam, t.telefoon, organisatie)


def _bepaal_route(scope: Scope, gemeente: str, gegevens: MeldingGegevens) -> _Route:
    vandaag = scope.nu.date()
    try:
        model = beleid.model(gemeente, vandaag)
        zinnen = regels.gebreken(gegevens, model, op=vandaag, alleen_test=settings.DEMO)
        if zinnen:
            raise Geweigerd(velden=zinnen)
        wijk, buurt = regels.plaats(model, gegevens.gebied)
        situatie = beleid.situatie(
            {
                "gemeente": gemeente,
                "op": vandaag,
                "leeftijd": huishoudens.leeftijd(gegevens.persoon.geboortedatum, vandaag),
                "kinderen_onder_18": gegevens.heeft_kinderen(vandaag),
                "wijk": wijk,
                "buurt": buurt,
                "school": gegevens.school,
                "kanaal": gegevens.kanaal,
                "vraag": gegevens.vraag,
                "verwijzer": gegevens.verwijzer,
                "spoed": gegevens.spoed,
            }
        )
        route = beleid.routeer(situatie)
    except beleid.Beleidsfout as fout:
        raise Geweigerd(str(fout)) from fout
    houder = houder_van(gemeente, model, route.partij, route.team)
    return _Route(model, situatie, houder, route.regel, route.toelichting)


def _meld_mensen_aan(
    scope: Scope, gegevens: MeldingGegevens, gemeente: UUID, organisatie: UUID
) -> list[huishoudens.Aanmelding]:
    """The person and the family; who lives elsewhere is no part of the household."""
    gezin = gegevens.gezin
    jaren = huishoudens.leeftijd(gegevens.persoon.geboortedatum, scope.nu.date())
    return huishoudens.meld_samen_aan(
        scope,
        personen=[gegevens.persoon, *(lid.gegevens for lid in gezin)],
        gemeente=gemeente,
        verantwoordelijke=organisatie,
        huisgenoten=[0, *(n for n, lid in enumerate(gezin, start=1) if lid.thuis)],
        relaties=[
            huishoudens.NieuweRelatie(b.van, b.tot, b.soort, b.gezag)
            for b in regels.gezinsbanden(gezin, jaren=jaren)
        ],
    )


def _inhoud(
    scope: Scope, route: _Route, gegevens: MeldingGegevens, gemeente: UUID, persoon: UUID
) -> tuple[Melding, UUID, list[models.Model]]:
    """The rows of the question itself, and of the reporter in a secret deel of their own."""
    organisatie = route.houder.organisatie
    wensen = [NieuwDeel(persoon, Rubriek.MELDING, organisatie)]
    if gegevens.melder:
        wensen.append(NieuwDeel(persoon, Rubriek.MELDER, organisatie, geheim=True))
    delen = nieuwe_delen(scope, wensen, gemeente=gemeente)
    melding = Melding(
        id=nieuw_id(),
        gemeente_id=gemeente,
        deel_id=delen[0],
        persoon_id=persoon,
        referentie=referentie(),
        toestand=Toestand.ONTVANGEN,
        ontvangen_op=scope.nu,
        kanaal=gegevens.kanaal,
        vraag=gegevens.vraag,
        tekst=gegevens.tekst.strip(),
        wijk=route.situatie.wijk,
        buurt=route.situatie.buurt,
        school=gegevens.school,
        verwijzer=gegevens.verwijzer,
        spoed=gegevens.spoed,
        kinderen_onder_18=route.situatie.kinderen_onder_18 or gegevens.kinderen_onder_18,
        namens_ander=gegevens.melder is not None,
        wet="onbekend",
        model_versie=route.model.geldig_vanaf,
        regel=route.regel,
        toelichting=route.toelichting,
        organisatie_id=organisatie,
        houder_id=route.houder.id,
        houder_naam=route.houder.naam,
        houder_telefoon=route.houder.telefoon,
        bel_uiterlijk=eerste_contact(route.model, scope.nu.date(), vraag=gegevens.vraag),
        ambtshalve=gegevens.ambtshalve,
    )
    rijen: list[models.Model] = [melding]
    if gegevens.melder:
        rijen.append(_melder(gegevens.melder, melding, delen[1]))
    return melding, delen[0], rijen


def _melder(melder: regels.Melder, melding: Melding, deel: UUID) -> Melder:
    rij = nieuw_id()
    return Melder(
        id=rij,
        gemeente_id=melding.gemeente_id,
        deel_id=deel,
        melding_id=melding.id,
        naam_versleuteld=versleutel(melder.naam, rij=rij),
        telefoon_versleuteld=versleutel(melder.telefoon, rij=rij),
        relatie_versleuteld=versleutel(melder.relatie, rij=rij),
    )


def eerste_contact(model: beleid.Toegangsmodel, op: date, *, vraag: str = "") -> date:
    """The last day on which somebody calls, as promised (F5); today for what is passed on the same day (D6)."""
    if model.geeft_door(vraag):
        return op
    regel = termijnen.eerste_contact(model.eerste_contact.werkdagen)
    return termijnen.einddatum(regel, op).datum


def _bevestiging(
    scope: Scope, route: _Route, melding: Melding, aanmelding: huishoudens.Aanmelding
) -> Bevestiging:
    vandaag = scope.nu.date()
    belofte = route.model.eerste_contact
    wmo = beleid.stel_wet_voor(route.situatie).wet != "jeugd" and not melding.ambtshalve

    def einde(soort: TermijnSoort) -> date | None:
        """The last day of a Wmo term; none for a question that is proposed as youth help."""
        regel = termijnen.wettelijke_regel(soort, vandaag)
        return termijnen.einddatum(regel, vandaag).datum if wmo else None

    return Bevestiging(
        referentie=melding.referentie,
        melding=melding.id,
        persoon=aanmelding.persoon,
        bekend=aanmelding.bekend,
        houder=route.houder,
        pagina=ondoorzichtig_id(),
        ontvangen_op=vandaag,
        belt_op=melding.bel_uiterlijk,
        belt_tussen=(belofte.van_uur, belofte.tot_uur),
        onderzoek_tot=einde(TermijnSoort.ONDERZOEK_WMO),
        plan_tot=einde(TermijnSoort.PERSOONLIJK_PLAN_WMO),
    )


def _pagina(bevestiging: Bevestiging, gemeente: UUID, namens_ander: bool) -> Ontvangstpagina:
    return Ontvangstpagina(
        id=bevestiging.pagina,
        gemeente_id=gemeente,
        referentie=bevestiging.referentie,
        ontvangen_op=bevestiging.ontvangen_op,
        bij=bevestiging.houder.naam,
        telefoon=bevestiging.houder.telefoon,
        bel_uiterlijk=bevestiging.belt_op,
        van_uur=bevestiging.belt_tussen[0],
        tot_uur=bevestiging.belt_tussen[1],
        onderzoek_uiterlijk=bevestiging.onderzoek_tot,
        plan_uiterlijk=bevestiging.plan_tot,
        namens_ander=namens_ander,
    )


def _zet_aan_het_werk(
    scope: Scope,
    route: _Route,
    bevestiging: Bevestiging,
    gegevens: MeldingGegevens,
    gemeente: UUID,
) -> None:
    """The clock of the Wmo runs from receipt unless this is clearly youth help; the line is due when somebody calls."""
    if bevestiging.onderzoek_tot:
        termijnen.start(
            scope,
            soort=TermijnSoort.ONDERZOEK_WMO,
            over=bevestiging.melding,
            persoon=bevestiging.persoon,
            partij=route.houder.id,
            begin=bevestiging.ontvangen_op,
            gemeente=gemeente,
        )
    werk.zet_klaar(
        scope,
        soort=WerkSoort.MELDING_OPPAKKEN,
        over=bevestiging.melding,
        persoon=bevestiging.persoon,
        titel=gegevens.persoon.naam,
        wat=f"{_WAT[gegevens.ambtshalve]} {bevestiging.referentie}",
        partij=route.houder.id,
        vervalt=bevestiging.belt_op,
        spoed=gegevens.spoed,
        gemeente=gemeente,
    )
