"""Ask the policy what one piece of help needs, keep the answer as it was given, and let what follows happen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.beleid.woordenschat import Levering, OordeelInwoner, OordeelTeam, Stap
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.overgang import api as overgang
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.werk import api as werk

from . import events
from .akkoorden import namen_van, nog_nodig, onbeantwoord, open_voor_start
from .gedeeld import InzetTafel, kaart_van, meld_inzet, melding_van, open_inzet
from .inzet import laat_niet_doorgaan, neem_start
from .models import Besluitmoment, Inzet
from .regels import (
    INFORMEEL,
    INZET,
    VERWEZEN,
    InzetFeiten,
    InzetToestand,
    Laag,
    is_akkoord,
)
from .toestemming import Vereist
from .uitbesteden import is_verdeler, naar_de_cooperatie

GRONDSLAG = {
    "wmo": "Uitvoering van de hulp (Wmo 2015 art. 5.3.3)",
    "jeugd": "Uitvoering van de hulp (Jeugdwet art. 7.3.11)",
}
BESLUIT_GRONDSLAG = "Beslissen over hulp (Wmo 2015 art. 2.3.5; Jeugdwet art. 2.3)"
ZELFDE_ORGANISATIE = (
    "Wie verwijst en wie de hulp geeft, horen bij dezelfde organisatie. Schrijf op waarom dit toch de beste keus is, "
    "en laat een collega van elders meekijken."
)
ZEG_EERST = "Zeg eerst of dit eenvoudig of complex is. Daarvan hangt af wie het plan maakt."


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What team and resident say about this help; the rest of the situation follows from the file."""

    oordeel_team: OordeelTeam = "nodig"
    oordeel_inwoner: OordeelInwoner = "akkoord"
    levering: Levering = "natura"
    stap: Stap = "aanbod"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What the policy would say today, without keeping it: for the page that shows why."""

    beslissing: beleid.Beslissing
    situatie: beleid.Situatie
    model: beleid.Toegangsmodel
    nodig: Sequence[Vereist]
    waarschuwingen: Sequence[str]
    zeg_eerst: bool
    """Somebody must first say whether this is simple or complex: what follows depends on it (D2)."""

    @property
    def akkoorden_open(self) -> tuple[str, ...]:
        """Who must agree before this begins: with start na_akkoord everybody, else whom the law names (H3)."""
        return namen_van(self.nodig, alleen_voor_start=self.beslissing.start != "na_akkoord")


@dataclass(frozen=True, slots=True)
class Beslist:
    """What a reaction gets: the help as it stood, and the answer that was kept.

    `melding` is None for a decider who does not see whose question started the plan. `waarschuwingen`: what the one who
    decides hears first (U14). `voor`: for which purpose the file is open.
    """

    inzet: UUID
    plan: UUID
    doel: UUID
    persoon: UUID
    melding: UUID | None
    deel: UUID
    wet: str
    organisatie: UUID | None
    dat_is_wat: bool
    keuzes: Keuzes
    beslissing: beleid.Beslissing
    situatie: beleid.Situatie
    model: beleid.Toegangsmodel
    waarschuwingen: Sequence[str]
    voor: inzage.Doel

    @property
    def model_versie(self) -> date:
        """Since when the file that answered is in force."""
        return self.model.geldig_vanaf


@transaction.atomic
def bekijk(
    scope: Scope, *, inzet: UUID, keuzes: Keuzes, doel: inzage.Doel = inzage.Doel.TOEGANG
) -> Voorstel:
    """What the policy says about this help with these choices; nothing is kept."""
    return _voorstel(scope, open_inzet(scope, inzet, doel=doel), keuzes, doel)


def _voorstel(scope: Scope, tafel: InzetTafel, keuzes: Keuzes, doel: inzage.Doel) -> Voorstel:
    rij, heeft_vraag = tafel.inzet, doel is inzage.Doel.TOEGANG
    situatie = _situatie(scope, tafel, keuzes) if heeft_vraag else _als_eerder(scope, rij, keuzes)
    model = beleid.model(scope.gemeente_sleutel, situatie.op)
    return Voorstel(
        beleid.beslis(situatie),
        situatie,
        model,
        nog_nodig(scope, rij) if heeft_vraag else onbeantwoord(rij),
        _waarschuwingen(scope, rij, model),
        heeft_vraag and Laag(rij.laag) not in INFORMEEL and _hangt_ervan_af(model, situatie),
    )


def _hangt_ervan_af(model: beleid.Toegangsmodel, situatie: beleid.Situatie) -> bool:
    """Whether another row answers once somebody says how complex this is, which the policy asks and nobody said."""
    if not model.triage.vraag_complexiteit or situatie.complexiteit != "onbekend":
        return False
    met = (situatie.model_copy(update={"complexiteit": hoe}) for hoe in meldingen.COMPLEXITEIT)
    return len({beleid.beslis(s).regel for s in met}) > 1


def _waarschuwingen(scope: Scope, rij: Inzet, model: beleid.Toegangsmodel) -> list[str]:
    """U14: only where the policy says that this is something to warn about."""
    zelfde = rij.organisatie_id is not None and rij.organisatie_id == scope.organisatie_id
    if zelfde and model.belangen.waarschuwen and Laag(rij.laag) in VERWEZEN:
        return [ZELFDE_ORGANISATIE]
    return []


def _situatie(scope: Scope, tafel: InzetTafel, keuzes: Keuzes) -> beleid.Situatie:
    """Everything the policy decides over: the question's facts, this person's, and what was chosen."""
    rij, vandaag = tafel.inzet, scope.nu.date()
    vraag = melding_van(scope, rij.plan)
    leeftijden = {
        k.id: huishoudens.leeftijd(k.geboortedatum, vandaag)
        for k in huishoudens.personen(scope, tafel.opening.personen)
    }
    feiten = vraag.feiten(
        gemeente=scope.gemeente_sleutel, op=vandaag, leeftijd=leeftijden.get(rij.persoon_id)
    )
    kinderen = any(
        jaren is not None and jaren < huishoudens.VOLWASSEN for jaren in leeftijden.values()
    )
    if vraag.persoon != rij.persoon_id:  # the referral and the hurry were about somebody else
        feiten |= {"verwijzer": "geen", "spoed": False}
    return beleid.situatie(
        feiten
        | {
            "kinderen_onder_18": kinderen or bool(vraag.kinderen_onder_18),
            "wet": rij.wet,
            "voorziening": rij.soort,
            "bijzonder": rij.bijzonder,
            "overgangsrecht": overgang.heeft_oud_recht(
                scope, rij.persoon_id, voorziening=rij.voorziening
            ),
            **_gekozen(keuzes),
        }
    )


def _gekozen(keuzes: Keuzes) -> dict[str, str | int | bool | date | None]:
    return {
        "levering": keuzes.levering,
        "oordeel_team": keuzes.oordeel_team,
        "oordeel_inwoner": keuzes.oordeel_inwoner,
        "stap": keuzes.stap,
    }


def laatste_keuzes(scope: Scope, *, inzet: UUID) -> Keuzes:
    """What team and resident said when the policy was last asked about this help. The file must be open."""
    eerder = Besluitmoment.objects.filter(inzet_id=inzet).order_by("-moment", "-id").first()
    if eerder is None:
        return Keuzes()
    situatie = beleid.situatie(eerder.situatie)
    return Keuzes(
        oordeel_team=situatie.oordeel_team,
        oordeel_inwoner=situatie.oordeel_inwoner,
        levering=situatie.levering,
        stap=situatie.stap,
    )


def _als_eerder(scope: Scope, rij: Inzet, keuzes: Keuzes) -> beleid.Situatie:
    """A decider does not have the question: the facts are those that were frozen when the policy was first asked."""
    eerder = Besluitmoment.objects.filter(inzet_id=rij.id).order_by("-moment", "-id").first()
    if eerder is None:
        raise Geweigerd("Wie de vraag behandelt, zoekt eerst uit wat er voor deze hulp nodig is.")
    return beleid.situatie({**eerder.situatie, "op": scope.nu.date(), **_gekozen(keuzes)})


@transaction.atomic
def noem_eenvoudig(scope: Scope, *, inzet: UUID) -> None:
    """Say of the question behind this help that it is simple (D2): the team makes the plan, and need not say why."""
    melding = open_inzet(scope, inzet).inzet.plan.melding_id
    meldingen.zet_complexiteit(scope, melding=melding, complexiteit=meldingen.ENKELVOUDIG, reden="")


@transaction.atomic
def beslis(
    scope: Scope,
    *,
    inzet: UUID,
    keuzes: Keuzes,
    doel: inzage.Doel = inzage.Doel.TOEGANG,
    door: str = "",
    nodig: bool = True,
) -> beleid.Beslissing:
    """Ask the policy, freeze situation, answer and version of the model, and let what follows happen.

    `doel`: for which purpose the one who decides has the file open. `door`: the names on it, where that is more than
    who acts (L11). `nodig` False: who decided agree that this help is not needed, so what would begin at once does not
    go on instead. Geweigerd when help would begin for somebody whose agreement, or whose parents', is still missing.
    """
    tafel = open_inzet(scope, inzet, doel=doel, wijzigen=True)
    rij = tafel.inzet
    if rij.toestand != InzetToestand.VOORGESTELD:
        raise Geweigerd("Over deze hulp is al beslist.")
    voorstel = _voorstel(scope, tafel, keuzes, doel)
    _controleer(voorstel, keuzes)
    beslissing = voorstel.beslissing
    Besluitmoment(
        id=nieuw_id(),
        gemeente_id=scope.gemeente,
        deel_id=rij.deel_id,
        inzet_id=rij.id,
        situatie=voorstel.situatie.model_dump(mode="json"),
        beslissing=beslissing.model_dump(mode="json"),
        model_versie=voorstel.model.geldig_vanaf,
        moment=scope.nu,
        door=door or scope.naam,
    ).save(force_insert=True)
    if rij.levering != keuzes.levering:
        Inzet.objects.filter(id=rij.id).update(levering=keuzes.levering)
    if keuzes.stap == "consulent":
        naar_de_cooperatie(scope, rij, voorstel.model)
    meld_inzet(
        scope,
        events.INZET_BESLIST,
        rij,
        {"document": beslissing.document, "regel": beslissing.regel},
        {"beslist": _feiten(rij, keuzes, voorstel, doel)},
    )
    _volg_op(scope, rij, voorstel, nodig=nodig)
    return beslissing


def _controleer(voorstel: Voorstel, keuzes: Keuzes) -> None:
    """Geweigerd while something must be said first, or somebody's agreement to help that would begin is missing."""
    if voorstel.zeg_eerst:
        raise Geweigerd(ZEG_EERST)
    begint = voorstel.beslissing.start is not None and keuzes.oordeel_inwoner == "akkoord"
    if begint and (zin := is_akkoord(InzetFeiten(voorstel.akkoorden_open))):
        raise Geweigerd(zin)


def _feiten(rij: Inzet, keuzes: Keuzes, voorstel: Voorstel, doel: inzage.Doel) -> Beslist:
    return Beslist(
        inzet=rij.id,
        plan=rij.plan_id,
        doel=rij.doel_id,
        persoon=rij.persoon_id,
        melding=rij.plan.melding_id if doel is inzage.Doel.TOEGANG else None,
        deel=rij.deel_id,
        wet=rij.wet,
        organisatie=rij.organisatie_id,
        dat_is_wat=rij.dat_is_wat,
        keuzes=keuzes,
        beslissing=voorstel.beslissing,
        situatie=voorstel.situatie,
        model=voorstel.model,
        waarschuwingen=voorstel.waarschuwingen,
        voor=doel,
    )


def _volg_op(scope: Scope, rij: Inzet, voorstel: Voorstel, *, nodig: bool) -> None:
    """What the plan itself does with the answer; who must look further hears it from the room above."""
    beslissing = voorstel.beslissing
    if beslissing.vervolg != "geen":
        return
    if not nodig and beslissing.document == "geen":
        laat_niet_doorgaan(scope, rij)
    elif beslissing.start in ("direct", "na_akkoord"):
        namen = namen_van(voorstel.nodig, alleen_voor_start=beslissing.start != "na_akkoord")
        neem_start(scope, rij, scope.nu.date(), namen)
        betrek_uitvoerder(scope, rij)
    else:
        wacht_op_besluit(rij)


def wacht_op_besluit(rij: Inzet) -> None:
    """Help that waits for a decision on paper."""
    nieuw = INZET.neem("wacht_op_besluit", InzetFeiten(), InzetToestand(rij.toestand))
    Inzet.objects.filter(id=rij.id).update(toestand=nieuw)


@transaction.atomic
def laat_wachten_op_besluit(scope: Scope, *, inzet: UUID, doel: inzage.Doel) -> None:
    """A decision is being written on help that was still only proposed: it waits for that paper."""
    rij = open_inzet(scope, inzet, doel=doel, wijzigen=True).inzet
    if rij.toestand == InzetToestand.VOORGESTELD:
        wacht_op_besluit(rij)
        meld_inzet(scope, events.INZET_WACHT, rij)


def betrek_uitvoerder(scope: Scope, rij: Inzet) -> None:
    """Let the organisation that helps know whom and how to reach them, its own help and goal, and nothing more (U6)."""
    organisatie = rij.organisatie
    if organisatie is None or organisatie.id == scope.organisatie_id:
        return
    model = beleid.model(scope.gemeente_sleutel, scope.nu.date())
    if is_verdeler(model, organisatie.id):  # who gives the help is still to be chosen there
        return
    partij = inzage.Partij(
        organisatie.id, organisatie.naam, organisatie.telefoon, dat_is_wat=rij.dat_is_wat
    )
    grondslag = GRONDSLAG.get(rij.wet, GRONDSLAG["wmo"])
    for deel in (None, rij.deel_id, rij.doel.deel_id):
        inzage.betrekken(
            scope,
            persoon=rij.persoon_id,
            partij=partij,
            doel=inzage.Doel.UITVOERING,
            grondslag=grondslag,
            rubrieken=inzage.UITVOERING_RUBRIEKEN if deel is None else (),
            deel=deel,
        )
    meld_inzet(
        scope,
        events.UITVOERDER_GEVRAAGD,
        rij,
        {"wie": organisatie.naam},
        {"organisatie": organisatie.id, "van": rij.van},
    )
    werk.zet_klaar(
        scope,
        soort=werk.WerkSoort.VERWIJZING,
        over=rij.id,
        persoon=rij.persoon_id,
        titel=kaart_van(scope, rij.persoon_id).naam,
        partij=organisatie.id,
        vervalt=rij.van,
    )


@transaction.atomic
def voer_besluit_uit(
    scope: Scope, *, inzet: UUID, toegekend: bool, doel: inzage.Doel = inzage.Doel.TOEGANG
) -> None:
    """The decision is on paper: granted help begins and its provider hears of it; what was refused does not go on.

    `doel`: for which purpose the one who decided has the file open.
    """
    rij = open_inzet(scope, inzet, doel=doel, wijzigen=True).inzet
    if not toegekend:
        laat_niet_doorgaan(scope, rij)
        return
    if rij.toestand == InzetToestand.BESLUIT:
        nog_open = open_voor_start(scope, rij, doel)
        neem_start(scope, rij, rij.van or scope.nu.date(), nog_open)
        betrek_uitvoerder(scope, rij)
