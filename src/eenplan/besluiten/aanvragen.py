"""Asking for a decision: on every route, at every moment, by the resident or for them (X2, X14, K6, U7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Rubriek
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.platform import klok
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, vastleggen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import doe
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .gedeeld import Tafel, betrek_beslisser, lijst_van, meld, open_concept
from .kader import Beslisser, kader
from .models import Aanvraag, Stuk
from .plan import Plek, plek_van
from .regels import (
    BESCHIKKINGEN,
    AanvraagToestand,
    Geldigheid,
    Hoe,
    Toestand,
    beslistermijn,
    geldt_vanaf,
)
from .vervolgklaar import sluit_om_besluit

Feit = str | int | bool | date | None


@dataclass(frozen=True, slots=True)
class Verzoek:
    """What somebody asks: in their own words, who asks, how it reached us and on which day it first did (Awb 2:3)."""

    gevraagd: str
    door: str
    hoe: Hoe
    op: date


def controleer(verzoek: Verzoek, vandaag: date) -> None:
    """Geweigerd, at the field, for what no aanvraag can do without (Awb 4:2)."""
    fouten: dict[str, str] = {}
    if not verzoek.gevraagd.strip():
        fouten["gevraagd"] = "Schrijf op wat de inwoner vraagt, in eigen woorden."
    if not verzoek.door.strip():
        fouten["door"] = "Vul in wie het vraagt."
    if verzoek.op > vandaag:
        fouten["op"] = "Deze dag is nog niet geweest. Kies de dag waarop de inwoner het vroeg."
    if fouten:
        raise Geweigerd(velden=fouten)


@transaction.atomic
def vraag_besluit(
    scope: Scope, *, melding: UUID, verzoek: Verzoek, inzet: UUID | None = None
) -> UUID:
    """Record that somebody wants a decision; returns the key of the aanvraag.

    It goes to whoever decides in this model, with the clock of its law. Under the Wmo it is an aanvraag once the
    investigation is done or the six weeks are over; that day is worked out now, so nothing can be late with it.
    """
    controleer(verzoek, scope.nu.date())
    kaart = meldingen.lees(scope, melding)
    bij = plek_van(inzet) if inzet else Plek(kaart.persoon, kaart.wet)
    [persoon] = huishoudens.personen(scope, [bij.persoon])
    partij, _ = wie_beslist(scope, kaart, persoon, bij.wet)
    geldig = geldigheid(scope, kaart, wet=bij.wet, op=verzoek.op)
    plek = _Plek(bij.persoon, bij.wet, kaart.id, inzet, onderzoek_einde(kaart))
    rij = _maak(scope, verzoek, plek, geldig, partij)
    # A resident has no list: who has the question decides itself, or the decider's organisation finds it on its own.
    eigen = partij.id == kaart.organisatie and scope.organisatie_id is None
    _start(scope, rij, persoon.naam, partij, lijst=kaart.houder if eigen else None)
    _hang_aan_concept(scope, rij)
    if inzet is not None:
        sluit_om_besluit(scope, inzet, rij.persoon_id)
    return rij.id


@transaction.atomic
def leg_aanvraag_vast(scope: Scope, *, stuk: UUID, verzoek: Verzoek) -> UUID:
    """Write down the aanvraag that a concept decision answers: who asks what, when and how (waarborg 4)."""
    controleer(verzoek, scope.nu.date())
    tafel = open_concept(scope, stuk)
    if tafel.stuk.aanvraag_id is not None:
        raise Geweigerd("Bij dit besluit ligt al een aanvraag.")
    if tafel.stuk.soort not in BESCHIKKINGEN:
        raise Geweigerd("Een verwijsbrief rust niet op een aanvraag. Vraag om een besluit.")
    rij, partij = _bij_stuk(scope, tafel, verzoek)
    _start(scope, rij, tafel.kaart.naam, partij)
    koppel(scope, tafel.stuk, rij)
    return rij.id


def koppel(scope: Scope, stuk: Stuk, aanvraag: Aanvraag) -> None:
    """Let a concept decision answer this aanvraag; its line on the list gets the last day of the clock."""
    Stuk.objects.filter(pk=stuk.pk, toestand=Toestand.CONCEPT).update(aanvraag_id=aanvraag.pk)
    meld(scope, events.STUK_BIJGEWERKT, stuk)
    uiterlijk = besluit_uiterlijk(aanvraag.wet, aanvraag.geldt_vanaf)
    werk.verzet(scope, over=stuk.pk, soort=WerkSoort.STUK, vervalt=uiterlijk)


@transaction.atomic
def bij_onderzoek_afgerond(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """The report is there: what waited for it is an aanvraag from today (Wmo 2.3.2 lid 9; X2)."""
    if gebeurtenis.betrokkene is None:
        return
    vandaag = scope.nu.date()
    wachtend = Aanvraag.objects.filter(
        persoon_id=gebeurtenis.betrokkene,
        voorlopig=True,
        geldt_vanaf__gt=vandaag,
        toestand=AanvraagToestand.OPEN,
    )
    for rij in wachtend:
        geldig = geldt_vanaf(
            wet=rij.wet,
            gevraagd_op=rij.gevraagd_op,
            verslag_op=vandaag,
            onderzoek_einde=rij.onderzoek_einde,
        )
        _geldt_eerder(scope, rij, geldig)


@transaction.atomic
def bij_wet_gezet(scope: Scope, gebeurtenis: Gebeurtenis) -> None:
    """The law was chosen or corrected: open requests of this melding get the day and the clock of that law (X2)."""
    rijen = Aanvraag.objects.filter(melding_id=gebeurtenis.over, toestand=AanvraagToestand.OPEN)
    if gebeurtenis.betrokkene is None or not rijen:
        return
    for kaart in meldingen.van_persoon(scope, gebeurtenis.betrokkene):
        for rij in rijen:
            if kaart.id == rij.melding_id and kaart.wet != rij.wet:
                rij.wet = kaart.wet
                _geldt_eerder(
                    scope, rij, geldigheid(scope, kaart, wet=kaart.wet, op=rij.gevraagd_op)
                )


def _geldt_eerder(scope: Scope, rij: Aanvraag, geldig: Geldigheid) -> None:
    """Move the day, start the clock anew from it, and give every line about it on a list the new last day."""
    rij.geldt_vanaf, rij.voorlopig, rij.uitleg = geldig.vanaf, geldig.voorlopig, geldig.uitleg
    rij.save(force_update=True, update_fields=["wet", "geldt_vanaf", "voorlopig", "uitleg"])
    vastleggen(scope, Gebeurtenis(events.AANVRAAG_GELDT, rij.pk, rij.deel_id, rij.persoon_id))
    for soort in (TermijnSoort.BESLUIT_WMO, TermijnSoort.BESLUIT_JEUGD):
        termijnen.laat_vervallen(scope, over=rij.pk, soort=soort, op=scope.nu.date())
    uiterlijk = _start_klok(scope, rij)
    werk.verzet(scope, over=rij.pk, soort=WerkSoort.BESLUIT, vervalt=uiterlijk)
    for stuk in Stuk.objects.filter(aanvraag_id=rij.pk, toestand=Toestand.CONCEPT):
        meld(scope, events.STUK_BIJGEWERKT, stuk)
        werk.verzet(scope, over=stuk.pk, soort=WerkSoort.STUK, vervalt=uiterlijk)


def wie_beslist(
    scope: Scope, kaart: meldingen.MeldingKaart, persoon: huishoudens.PersoonKaart, wet: str
) -> tuple[Beslisser, beleid.Beslissing]:
    """Who decides when a decision is asked, by the municipality's own table, and what else that table says."""
    op = scope.nu.date()
    feiten = kaart.feiten(
        gemeente=scope.gemeente_sleutel,
        op=op,
        leeftijd=huishoudens.leeftijd(persoon.geboortedatum, op),
    )
    beslissing = als_besluit({**feiten, "wet": wet, "oordeel_inwoner": "vraagt_beschikking"})
    return kader(scope).beslisser(beslissing.beslist_door, kaart.organisatie), beslissing


# What a row that only passes a request on comes to once it is decided there.
_DAAR: Mapping[str, dict[str, Feit]] = {
    "naar_consulent": {"stap": "consulent"},
    "aanvraag": {"voorziening": "maatwerk"},
}


def als_besluit(feiten: Mapping[str, Feit]) -> beleid.Beslissing:
    """What the table says of a decision that is asked for: by whom it is taken, and what it costs."""
    beslissing = beleid.beslis(beleid.situatie(feiten))
    daar = _DAAR.get(beslissing.vervolg)
    return beleid.beslis(beleid.situatie({**feiten, **daar})) if daar else beslissing


def heeft_open_aanvraag(inzet: UUID) -> bool:
    """Whether a decision was asked about this help, and not taken yet. The file must be open."""
    return Aanvraag.objects.filter(inzet_id=inzet, toestand=AanvraagToestand.OPEN).exists()


def geldigheid(scope: Scope, kaart: meldingen.MeldingKaart, *, wet: str, op: date) -> Geldigheid:
    """From when a request of this day about this melding is an aanvraag (Wmo 2.3.2 lid 9)."""
    return geldt_vanaf(
        wet=wet,
        gevraagd_op=op,
        verslag_op=_verslag_op(scope, kaart),
        onderzoek_einde=onderzoek_einde(kaart),
    )


def besluit_uiterlijk(wet: str, vanaf: date) -> date:
    """The last day for a decision on an aanvraag of this day (Wmo 2.3.5 lid 2; Awb 4:13)."""
    return termijnen.einddatum(termijnen.wettelijke_regel(beslistermijn(wet), vanaf), vanaf).datum


def _meteen(op: date) -> Geldigheid:
    return geldt_vanaf(wet="jeugd", gevraagd_op=op, verslag_op=None, onderzoek_einde=None)


def onderzoek_einde(kaart: meldingen.MeldingKaart) -> date:
    """The last day of the six weeks, counted from the first receipt (Wmo 2.3.2 lid 1)."""
    ontvangen = klok.dag(kaart.ontvangen_op)
    regel = termijnen.wettelijke_regel(TermijnSoort.ONDERZOEK_WMO, ontvangen)
    return termijnen.einddatum(regel, ontvangen).datum


def _bij_stuk(scope: Scope, tafel: Tafel, verzoek: Verzoek) -> tuple[Aanvraag, Beslisser]:
    """Under the Jeugdwet the melding adds nothing; a decider need not see whose question started the plan."""
    stuk, beleidskader = tafel.stuk, kader(scope)
    partij = beleidskader.partij(stuk.beslist_door_id) or beleidskader.gemeente
    if stuk.wet == "jeugd" or stuk.melding_id is None:
        geldig, einde = _meteen(verzoek.op), None
    else:
        kaart = meldingen.lees(scope, stuk.melding_id, doel=tafel.doel)
        geldig = geldigheid(scope, kaart, wet=stuk.wet, op=verzoek.op)
        einde = onderzoek_einde(kaart)
    plek = _Plek(stuk.persoon_id, stuk.wet, stuk.melding_id, stuk.inzet_id, einde)
    return _maak(scope, verzoek, plek, geldig, partij), partij


@dataclass(frozen=True, slots=True)
class _Plek:
    """What an aanvraag belongs to."""

    persoon: UUID
    wet: str
    melding: UUID | None
    inzet: UUID | None
    onderzoek_einde: date | None


def _maak(
    scope: Scope, verzoek: Verzoek, plek: _Plek, geldig: Geldigheid, partij: Beslisser
) -> Aanvraag:
    deel = nieuw_deel(
        scope,
        betrokkene=plek.persoon,
        rubriek=Rubriek.BESLUIT,
        verantwoordelijke=scope.organisatie_id or partij.id,
    )
    rij = Aanvraag(
        id=deel,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        persoon_id=plek.persoon,
        melding_id=plek.melding,
        inzet_id=plek.inzet,
        wet=plek.wet,
        gevraagd=verzoek.gevraagd.strip(),
        door=verzoek.door.strip(),
        hoe=verzoek.hoe,
        gevraagd_op=verzoek.op,
        onderzoek_einde=plek.onderzoek_einde,
        geldt_vanaf=geldig.vanaf,
        voorlopig=geldig.voorlopig,
        uitleg=geldig.uitleg,
        beslist_door_id=partij.id,
        beslist_naam=partij.naam,
        toestand=AanvraagToestand.OPEN,
        genoteerd_door=scope.naam,
        genoteerd_op=scope.nu,
    )
    rij.save(force_insert=True)
    return rij


def _verslag_op(scope: Scope, melding: meldingen.MeldingKaart) -> date | None:
    """The day on which the investigation of this question was finished, if it was."""
    dagen = [
        klok.dag(stand.afgerond_op)
        for stand in onderzoeken.stand_van(scope, [melding.persoon])
        if stand.melding == melding.id and stand.afgerond_op is not None
    ]
    return min(dagen, default=None)


def _start(
    scope: Scope, rij: Aanvraag, naam: str, partij: Beslisser, *, lijst: UUID | None = None
) -> None:
    """Tell it, start the clock, and put it on the list of whoever decides; `lijst` when that is a team."""
    vastleggen(
        scope,
        Gebeurtenis(
            events.AANVRAAG_VASTGELEGD,
            rij.pk,
            rij.deel_id,
            rij.persoon_id,
            {"door": rij.door, "aanvraag": str(rij.pk)},
        ),
    )
    laatste_dag = _start_klok(scope, rij)
    if scope.soort != "inwoner":
        betrek_beslisser(scope, rij.persoon_id, partij, rij.deel_id)
    elif lijst is None:
        doe("SELECT pol.beslisser_betrekken(%s)", [rij.pk])
    op_lijst, medewerker = lijst_van(scope, lijst or partij.id)
    werk.zet_klaar(
        scope,
        soort=WerkSoort.BESLUIT,
        over=rij.pk,
        persoon=rij.persoon_id,
        titel=naam,
        partij=op_lijst,
        medewerker=medewerker,
        vervalt=laatste_dag,
    )


def _start_klok(scope: Scope, rij: Aanvraag) -> date:
    return termijnen.start(
        scope,
        soort=beslistermijn(rij.wet),
        over=rij.pk,
        persoon=rij.persoon_id,
        partij=rij.beslist_door_id,
        begin=rij.geldt_vanaf,
    ).eind


def _hang_aan_concept(scope: Scope, rij: Aanvraag) -> None:
    """A concept decision about the same help answers this aanvraag."""
    if rij.inzet_id is None:
        return
    concept = Stuk.objects.filter(
        inzet_id=rij.inzet_id,
        toestand=Toestand.CONCEPT,
        soort__in=BESCHIKKINGEN,
        aanvraag__isnull=True,
    ).first()
    if concept is not None:
        koppel(scope, concept, rij)
