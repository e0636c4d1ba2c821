"""What people do with help: add it to a goal in the order of the ladder, let it begin, stop it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.beleid.woordenschat import Levering, Wet
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.overgang import api as overgang
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.ids import nieuw_id
from eenplan.platform.schrijven import voeg_toe
from eenplan.platform.scope import Scope
from eenplan.voorzieningen import api as voorzieningen
from eenplan.werk import api as werk

from . import events
from .akkoorden import nieuwe_vragen, open_namen, vereist_voor
from .gedeeld import (
    haal_inzet,
    kaart_van,
    maak_wijzigbaar,
    meld_inzet,
    melding_van,
    open_doel,
    open_inzet,
)
from .models import Doel, Inzet
from .regels import (
    INZET,
    VERVOLG_DAGEN,
    InzetFeiten,
    InzetToestand,
    Laag,
    bijzonderheid,
    en,
    gevraagde_treden,
    ontbrekende_redenen,
    soort_voorziening,
    wet_van,
)


@dataclass(frozen=True, slots=True)
class InzetGegevens:
    """What, who, how much, until when (K9). Only `wat` is required; a paper asks for more at its own gate.

    `voorziening`: a key of the catalogue, which brings the organisation; empty for somebody from the own network.
    `waarom_niet_lichter`: per lighter step why it is not enough, or why it is skipped (U5, D27). `keuze`: what the
    resident chose from, and why this one (D22).
    """

    laag: Laag
    wat: str
    wie: str = ""
    aantal: Decimal | None = None
    eenheid: str = ""
    per: str = ""
    van: date | None = None
    tot: date | None = None
    voorziening: str = ""
    waarom_niet_lichter: Mapping[Laag, str] = field(default_factory=dict)
    levering: Levering = "natura"
    keuze: str = ""
    wet: Wet | None = None


@transaction.atomic
def voeg_inzet_toe(scope: Scope, *, doel: UUID, gegevens: InzetGegevens) -> UUID:
    """Add help to a goal and ask who must agree; returns its key.

    Geweigerd, at the field, when a step on the ladder was passed without a reason, or the period runs backwards.
    """
    rij = open_doel(scope, doel)
    redenen = {
        str(laag): r.strip() for laag, r in gegevens.waarom_niet_lichter.items() if r.strip()
    }
    kaart = kaart_van(scope, rij.persoon_id)
    vraag = melding_van(scope, rij.plan)
    if grond := _vrijstelling(scope, rij, vraag.vraag, gegevens.voorziening):
        redenen |= {str(groep[-1]): grond for groep in gevraagde_treden(gegevens.laag)}
    _controleer(gegevens, redenen, doel)
    aanbod, organisatie = _aanbod(scope, gegevens)
    leeftijd = huishoudens.leeftijd(kaart.geboortedatum, scope.nu.date())
    wet = gegevens.wet or wet_van(leeftijd, aanbod.wetten if aanbod else (), vraag.wet)
    inzet = _nieuwe_inzet(scope, rij, gegevens, aanbod, organisatie, redenen, wet)
    nodig = vereist_voor(scope, inzet, kaart, vraag.verwijzer)
    vragen = nieuwe_vragen(scope, inzet, nodig)
    voeg_toe([inzet, *vragen])
    intern = {"organisatie": inzet.organisatie_id}
    meld_inzet(scope, events.INZET_TOEGEVOEGD, inzet, {"wat": inzet.wat}, intern)
    maak_wijzigbaar(scope, rij.plan)
    gevraagd = [v.naam for v in nodig if v.voor_start]
    if gevraagd:
        meld_inzet(scope, events.AKKOORD_GEVRAAGD, inzet, {"wie": en(gevraagd)})
        werk.zet_klaar(
            scope,
            soort=werk.WerkSoort.AKKOORD,
            over=inzet.id,
            persoon=kaart.id,
            titel=kaart.naam,
            partij=scope.partij,
            medewerker=scope.actor,
            vervalt=scope.nu.date() + timedelta(days=VERVOLG_DAGEN),
        )
    return inzet.id


def _vrijstelling(scope: Scope, doel: Doel, vraag: str, voorziening: str = "") -> str:
    """Why no lighter step is asked for here, in a sentence that stands in the plan; empty when they are (D27).

    Some questions are passed on the same day, and an old indication stands until its end: nobody need defend it.
    """
    if beleid.model(scope.gemeente_sleutel, scope.nu.date()).geeft_door(vraag):
        return "Overgeslagen: deze vraag geven we meteen door."
    if overgang.heeft_oud_recht(scope, doel.persoon_id, voorziening=voorziening):
        return "Overgeslagen: de oude indicatie blijft staan."
    return ""


def _controleer(gegevens: InzetGegevens, redenen: Mapping[str, str], doel: UUID) -> None:
    fouten: dict[str, str] = {}
    if not gegevens.wat.strip():
        fouten["wat"] = "Schrijf op wat de hulp is."
    if gegevens.van and gegevens.tot and gegevens.tot < gegevens.van:
        fouten["tot"] = "Het einde ligt voor het begin. Kies een latere dag."
    if gegevens.aantal is not None and gegevens.aantal <= 0:
        fouten["aantal"] = "Vul een getal in boven de 0, of laat het leeg."
    eerder = Inzet.objects.filter(doel_id=doel).values_list("waarom_niet_lichter", flat=True)
    gegeven = set(redenen).union(*eerder)
    ontbreekt = ontbrekende_redenen(gegevens.laag, gegeven)
    fouten |= {f"niet_{laag}": zin for laag, zin in ontbreekt.items()}
    if fouten:
        raise Geweigerd(velden=fouten)


def _aanbod(
    scope: Scope, gegevens: InzetGegevens
) -> tuple[voorzieningen.Aanbod | None, UUID | None]:
    """The line of the catalogue that was chosen, and which organisation is asked to give this help.

    A typed name that is one of the catalogue means that organisation: it must get the question on its list.
    """
    wie = gegevens.wie.strip().casefold()
    if not gegevens.voorziening and not wie:
        return None, None
    alle = voorzieningen.aanbod(scope)
    gekozen = next((a for a in alle if a.sleutel == gegevens.voorziening), None)
    if gegevens.voorziening and gekozen is None:
        raise Geweigerd(velden={"voorziening": "Deze hulp is er nu niet. Kies iets anders."})
    genoemd = next((a.organisatie for a in alle if a.organisatie_naam.casefold() == wie), None)
    van_de_lijst = gekozen.organisatie if gekozen else None
    return gekozen, (genoemd if wie else None) or van_de_lijst


def _nieuwe_inzet(
    scope: Scope,
    doel: Doel,
    g: InzetGegevens,
    aanbod: voorzieningen.Aanbod | None,
    organisatie: UUID | None,
    redenen: Mapping[str, str],
    wet: str,
) -> Inzet:
    deel = nieuw_deel(scope, betrokkene=doel.persoon_id, rubriek=inzage.Rubriek.INZET, wet=wet)
    return Inzet(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=deel,
        plan_id=doel.plan_id,
        doel_id=doel.id,
        persoon_id=doel.persoon_id,
        laag=g.laag,
        wat=g.wat.strip(),
        wie=g.wie.strip() or (aanbod.organisatie_naam if aanbod else ""),
        organisatie_id=organisatie,
        aantal=g.aantal,
        eenheid=g.eenheid if g.aantal is not None else "",
        per=g.per if g.aantal is not None else "",
        van=g.van,
        tot=g.tot,
        voorziening=g.voorziening,
        soort=soort_voorziening(g.laag, aanbod.soort if aanbod else ""),
        bijzonder=bijzonderheid(g.voorziening),
        dat_is_wat=aanbod.dat_is_wat if aanbod else False,
        wet=wet,
        levering=g.levering,
        waarom_niet_lichter=dict(redenen),
        keuze=g.keuze.strip(),
        toestand=InzetToestand.VOORGESTELD,
    )


@transaction.atomic
def start_direct(scope: Scope, *, inzet: UUID, op: date | None = None) -> None:
    """Let help begin that needs no other organisation: the team's own, or of the resident and the network (U10).

    It never waits for the investigation or a decision. Youth help waits for consent alone (waarborg 11).
    """
    rij = open_inzet(scope, inzet, wijzigen=True).inzet
    if rij.organisatie_id not in (None, scope.organisatie_id):
        raise Geweigerd(
            "Deze hulp is van een andere organisatie. Zoek eerst uit wat daarvoor nodig is."
        )
    neem_start(scope, rij, op or scope.nu.date(), open_namen(scope, rij))


def neem_start(scope: Scope, inzet: Inzet, op: date, nog_open: tuple[str, ...]) -> None:
    """Take the step to running; Geweigerd while somebody's agreement is open."""
    feiten = InzetFeiten(nog_open)
    nieuw = INZET.neem("start", feiten, InzetToestand(inzet.toestand))
    Inzet.objects.filter(id=inzet.id).update(toestand=nieuw, gestart_op=op)
    intern = {"op": op, "soort": inzet.soort}
    meld_inzet(scope, events.INZET_GESTART, inzet, {"wat": inzet.wat}, intern)


@dataclass(frozen=True, slots=True)
class Omvang:
    """How much help, and from which day until which day."""

    aantal: Decimal | None
    eenheid: str
    per: str
    van: date | None
    tot: date | None


@transaction.atomic
def zet_omvang(scope: Scope, *, inzet: UUID, doel: inzage.Doel, omvang: Omvang) -> None:
    """What the paper about this help says stands in the plan too, for who helps and for the resident (U16).

    `doel`: for which purpose who writes the paper has the file open. NietGevonden.
    """
    rij = haal_inzet(inzet, doel)
    nieuw = asdict(omvang)
    if all(getattr(rij, veld) == waarde for veld, waarde in nieuw.items()):
        return
    Inzet.objects.filter(id=inzet).update(**nieuw)
    meld_inzet(scope, events.OMVANG_GEZET, rij, {"wat": rij.wat})


@transaction.atomic
def stop_inzet(scope: Scope, *, inzet: UUID, doel: inzage.Doel = inzage.Doel.TOEGANG) -> None:
    """End help that runs, from today on; the provider's involvement ends with its last piece of help.

    `doel`: for which purpose the one who ends it has the file open.
    """
    rij = open_inzet(scope, inzet, doel=doel, wijzigen=True).inzet
    nieuw = INZET.neem("stop", InzetFeiten(), InzetToestand(rij.toestand))
    Inzet.objects.filter(id=inzet).update(toestand=nieuw, tot=scope.nu.date())
    meld_inzet(scope, events.INZET_GESTOPT, rij, {"wat": rij.wat})
    zelf = rij.organisatie_id == scope.organisatie_id and doel is inzage.Doel.TOEGANG
    if rij.organisatie_id is None or zelf:
        return
    nog_meer = Inzet.objects.filter(
        persoon_id=rij.persoon_id,
        organisatie_id=rij.organisatie_id,
        toestand=InzetToestand.LOOPT,
    ).exclude(id=inzet)
    if not nog_meer.exists():
        inzage.beeindig_betrokkenheid(
            scope, persoon=rij.persoon_id, partij=rij.organisatie_id, doel=inzage.Doel.UITVOERING
        )


@transaction.atomic
def trek_inzet_in(scope: Scope, *, inzet: UUID) -> None:
    """Help that was thought of does not go on: nobody began, nothing is refused."""
    rij = open_inzet(scope, inzet, wijzigen=True).inzet
    laat_niet_doorgaan(scope, rij)


def laat_niet_doorgaan(scope: Scope, inzet: Inzet) -> None:
    """Take the step to not going on, and clear the lists of it."""
    nieuw = INZET.neem("gaat_niet_door", InzetFeiten(), InzetToestand(inzet.toestand))
    Inzet.objects.filter(id=inzet.id).update(toestand=nieuw)
    meld_inzet(scope, events.INZET_GAAT_NIET_DOOR, inzet, {"wat": inzet.wat})
    werk.rond_samen_af(
        scope, over=inzet.id, soorten=(werk.WerkSoort.AKKOORD, werk.WerkSoort.VERVOLG)
    )
