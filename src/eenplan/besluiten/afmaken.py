"""Completing a paper and letting it leave (U6, U7; X13). A gate stops the paper, never the help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from eenplan.berichten import api as berichten
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel
from eenplan.organisaties import api as organisaties
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.scope import Scope
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from . import hulp as hulpfeiten
from .gedeeld import (
    GROND_VERWIJZING,
    Tafel,
    betrek_beslisser,
    bewaar,
    meld,
    open_concept,
    registratie_van,
)
from .kader import kader
from .models import Aanvraag, Stuk
from .onderbouwing import verdeel
from .papier import TOELICHTING
from .plan import voer_uit, zet_in_het_plan
from .poorten import STUK
from .regels import (
    AFWIJKING,
    BESCHIKKINGEN,
    WETTEN,
    AanvraagToestand,
    Afwijsgrond,
    StukSoort,
    Toestand,
    beslistermijn,
    motivering_vragen,
)
from .toetsen import BRIEF_POORT, Toets, toets

_VERZONDEN = {
    StukSoort.VERWIJSBRIEF: events.VERWIJSBRIEF_VERZONDEN,
    StukSoort.TOEKENNING: events.TOEKENNING_VERZONDEN,
    StukSoort.AFWIJZING: events.AFWIJZING_VERZONDEN,
}


@dataclass(frozen=True, slots=True)
class Motivering:
    """Why a refusal, element by element, what is possible instead, and what the resident said about it.

    `afwijking`: why it differs from what the investigation concluded, where it does.
    """

    grond: Afwijsgrond | None = None
    delen: Mapping[str, str] = field(default_factory=dict)
    wel_mogelijk: str = ""
    gehoord_op: date | None = None
    reactie: str = ""
    professional: str = ""
    registratie: str = ""
    afwijking: str = ""


@transaction.atomic
def motiveer(scope: Scope, *, stuk: UUID, motivering: Motivering, versie: int) -> None:
    """Write the motivation of a refusal; it may be unfinished. Raises Conflict; Geweigerd at the field."""
    tafel = open_concept(scope, stuk, versie=versie)
    if tafel.stuk.soort != StukSoort.AFWIJZING:
        raise Geweigerd("Alleen een afwijzing heeft deze motivering.")
    if motivering.gehoord_op is not None and motivering.gehoord_op > scope.nu.date():
        raise Geweigerd(velden={"gehoord_op": "Deze dag is nog niet geweest."})
    rij = tafel.stuk
    sleutels = {vraag.sleutel for vraag in motivering_vragen(rij.wet)}
    rij.grond = motivering.grond
    rij.motivering = {s: t.strip() for s, t in motivering.delen.items() if s in sleutels}
    rij.motivering |= _afwijking(motivering.afwijking)
    rij.wel_mogelijk = motivering.wel_mogelijk.strip()
    rij.gehoord_op = motivering.gehoord_op
    rij.reactie = motivering.reactie.strip()
    rij.professional = motivering.professional.strip()
    rij.registratie = motivering.registratie.strip()
    bewaar(
        rij,
        "grond",
        "motivering",
        "wel_mogelijk",
        "gehoord_op",
        "reactie",
        "professional",
        "registratie",
    )
    meld(scope, events.STUK_BIJGEWERKT, rij)


def _afwijking(tekst: str) -> dict[str, str]:
    return {AFWIJKING: tekst.strip()} if tekst.strip() else {}


@dataclass(frozen=True, slots=True)
class Aanvulling:
    """What a paper needs beside the plan: how much, how long, which law, and why; empty stays as it was.

    `toelichting` None: why stays as it was; empty takes it away.
    """

    aantal: Decimal | None = None
    eenheid: str = ""
    per: str = ""
    ingang: date | None = None
    einde: date | None = None
    wet: str = ""
    toelichting: str | None = None
    afwijking: str = ""
    grond_boven_18: str = ""


@transaction.atomic
def vul_aan(scope: Scope, *, stuk: UUID, aanvulling: Aanvulling, versie: int) -> None:
    """Complete what the paper says of the help. Raises Conflict; Geweigerd at the field.

    Naming the law may bring another decider: the mandate is per law.
    """
    if aanvulling.ingang and aanvulling.einde and aanvulling.einde < aanvulling.ingang:
        raise Geweigerd(velden={"einde": "Het einde ligt voor het begin. Kies een latere dag."})
    tafel = open_concept(scope, stuk, versie=versie)
    rij = tafel.stuk
    oud = hulpfeiten.uit_json(rij.hulp)
    nieuw = replace(
        oud,
        aantal=aanvulling.aantal or oud.aantal,
        eenheid=aanvulling.eenheid or oud.eenheid,
        per=aanvulling.per or oud.per,
        ingang=aanvulling.ingang or oud.ingang,
        einde=aanvulling.einde or oud.einde,
    )
    rij.hulp = hulpfeiten.als_json(nieuw)
    if rij.soort != StukSoort.AFWIJZING:
        zet_in_het_plan(scope, rij, tafel.doel, nieuw)
    if rij.soort == StukSoort.TOEKENNING and aanvulling.toelichting is not None:
        rij.motivering = {TOELICHTING: aanvulling.toelichting.strip()}
        rij.motivering |= _afwijking(aanvulling.afwijking)
    rij.grond_boven_18 = aanvulling.grond_boven_18.strip()
    if rij.wet not in WETTEN and aanvulling.wet in WETTEN:
        _kies_wet(scope, rij, aanvulling.wet)
    velden = ["hulp", "motivering", "grond_boven_18", "wet", "beslist_door_id", "beslist_naam"]
    bewaar(rij, *velden)
    meld(scope, events.STUK_BIJGEWERKT, rij)


def _kies_wet(scope: Scope, rij: Stuk, wet: str) -> None:
    beleidskader = kader(scope)
    eerder = beleidskader.partij(rij.beslist_door_id) or beleidskader.gemeente
    partij = beleidskader.bevoegd(
        eerder, soort=StukSoort(rij.soort), wet=wet, levering=rij.levering
    )
    rij.wet, rij.beslist_door_id, rij.beslist_naam = wet, partij.id, partij.naam
    if rij.soort == StukSoort.AFWIJZING:
        sleutels = [vraag.sleutel for vraag in motivering_vragen(wet)]
        rij.motivering = verdeel(rij.motivering, sleutels)
    if partij != eerder:
        betrek_beslisser(scope, rij.persoon_id, partij, rij.deel_id)


@transaction.atomic
def vraag_meelezer(scope: Scope, *, stuk: UUID) -> None:
    """Ask the municipality to read along with a refusal by who also gives the help (waarborg 19)."""
    tafel = open_concept(scope, stuk)
    gemeente = kader(scope).gemeente
    meld(scope, events.STUK_BIJGEWERKT, tafel.stuk)
    betrek_beslisser(scope, tafel.stuk.persoon_id, gemeente, tafel.stuk.deel_id)
    werk.zet_klaar(
        scope,
        soort=WerkSoort.STUK,
        over=tafel.stuk.pk,
        persoon=tafel.stuk.persoon_id,
        titel=tafel.kaart.naam,
        wat="Meelezen met een besluit",
        partij=gemeente.id,
        vervalt=None,
    )


@transaction.atomic
def lees_mee(scope: Scope, *, stuk: UUID) -> None:
    """Say that one read along. Geweigerd for the writer, and for who belongs to the organisation that decides."""
    tafel = open_concept(scope, stuk)
    rij = tafel.stuk
    if scope.actor_id == rij.opgesteld_door_id or scope.organisatie_id == rij.beslist_door_id:
        raise Geweigerd("Wie de brief maakt of de hulp geeft, kan niet ook meelezen.")
    rij.tweede_lezer_id = scope.actor_id
    rij.tweede_lezer = f"{scope.naam}, {scope.organisatie_naam}"
    bewaar(rij, "tweede_lezer_id", "tweede_lezer")
    meld(scope, events.STUK_MEEGELEZEN, rij, {"naam": rij.tweede_lezer})


@transaction.atomic
def maak_definitief(
    scope: Scope, *, stuk: UUID, verteld_op: date | None = None
) -> berichten.Verzonden:
    """Let a paper leave: final, sent to each reader, kept, and everything that follows from it, in one transaction.

    `verteld_op`: the day on which the resident was told that a decision can be asked. Geweigerd with every sentence of
    every gate that is shut.
    """
    tafel = open_concept(scope, stuk)
    uitkomst = toets(scope, tafel, verteld_op=verteld_op)
    STUK.neem("maak_definitief", uitkomst.feiten, Toestand(tafel.stuk.toestand))
    if dicht := [p.zin for p in uitkomst.poorten if p.sleutel == BRIEF_POORT and not p.ok]:
        raise Geweigerd(*dicht)
    verzonden = berichten.stuur(
        scope,
        over=tafel.stuk.pk,
        persoon=tafel.kaart.id,
        lezers=uitkomst.lezers,
        opdracht=uitkomst.opdracht,
    )
    _zet_verzonden(scope, tafel, uitkomst, verzonden)
    _handel_af(scope, tafel, verzonden)
    return verzonden


def _zet_verzonden(
    scope: Scope, tafel: Tafel, uitkomst: Toets, verzonden: berichten.Verzonden
) -> None:
    rij, mandaat = tafel.stuk, uitkomst.ondertekenaar.mandaat
    rij.toestand = Toestand.VERZONDEN
    rij.brief_id = verzonden.brief
    rij.kenmerk = verzonden.kenmerk
    rij.verzonden_op = scope.nu
    rij.ondertekend_door = f"{scope.naam}, {scope.organisatie_naam}"
    if mandaat is not None:
        g = scope.gemeente_sleutel
        rij.mandaat_id = organisaties.overig_id(g, "mandaat", mandaat.sleutel)
    velden = ["toestand", "brief_id", "kenmerk", "verzonden_op", "ondertekend_door", "mandaat_id"]
    if rij.soort in BESCHIKKINGEN:
        rij.laatste_dag_bezwaar = _start_bezwaar(scope, rij)
        velden.append("laatste_dag_bezwaar")
    bewaar(rij, "verteld_op", *velden)
    meld(scope, _VERZONDEN[StukSoort(rij.soort)], rij, {"brief": str(verzonden.brief)})


def _start_bezwaar(scope: Scope, rij: Stuk) -> date:
    """The clock of the resident: it runs at the municipality, never at who decided (Awb 10:3 lid 3)."""
    return termijnen.start(
        scope,
        soort=TermijnSoort.BEZWAAR,
        over=rij.pk,
        persoon=rij.persoon_id,
        partij=kader(scope).gemeente.id,
        begin=scope.nu.date(),
    ).eind


def _handel_af(scope: Scope, tafel: Tafel, verzonden: berichten.Verzonden) -> None:
    rij = tafel.stuk
    werk.rond_af(scope, over=rij.pk, soort=WerkSoort.STUK)
    if tafel.aanvraag is not None:
        _sluit_aanvraag(scope, tafel.aanvraag)
    if rij.soort in BESCHIKKINGEN:
        voer_uit(scope, rij, tafel.doel)
    if rij.soort != StukSoort.AFWIJZING:
        _deel_met_aanbieder(scope, rij, verzonden.brief)


def _sluit_aanvraag(scope: Scope, aanvraag: Aanvraag) -> None:
    """It is decided on: the clock stops and the line leaves the list."""
    Aanvraag.objects.filter(pk=aanvraag.pk).update(toestand=AanvraagToestand.BESLOTEN)
    vastleggen(
        scope,
        Gebeurtenis(events.AANVRAAG_BESLOTEN, aanvraag.pk, aanvraag.deel_id, aanvraag.persoon_id),
    )
    termijnen.voldoe(scope, over=aanvraag.pk, soort=beslistermijn(aanvraag.wet), op=scope.nu.date())
    werk.rond_af(scope, over=aanvraag.pk, soort=WerkSoort.BESLUIT)


def _deel_met_aanbieder(scope: Scope, rij: Stuk, brief: UUID) -> None:
    """Who gives the help reads this one letter, and nothing else because of it (U6)."""
    hulp = hulpfeiten.uit_json(rij.hulp)
    if hulp.organisatie is None or hulp.organisatie == scope.organisatie_id:
        return
    inzage.betrekken(
        scope,
        persoon=rij.persoon_id,
        partij=inzage.Partij(hulp.organisatie, hulp.aanbieder, hulp.telefoon, hulp.dat_is_wat),
        doel=Doel.UITVOERING,
        grondslag=GROND_VERWIJZING,
        deel=brief,
    )


def eigen_registratie(scope: Scope) -> tuple[str, str]:
    """Name and registration to fill in for the actor, when they are a registered youth professional."""
    registratie = registratie_van(scope)
    return (scope.naam, registratie) if registratie else ("", "")
