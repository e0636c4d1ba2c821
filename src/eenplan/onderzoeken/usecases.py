"""What people do in an investigation. Every one opens the file first; what this reader may not see does not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import models, transaction

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.platform.delen import nieuw_deel
from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, Waarde, vastleggen
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import om_de_beurt

from . import events
from .models import Kindgesprek, Leefgebied, Onderwerp, Onderzoek
from .regels import (
    LEEFGEBIED_OP_SLEUTEL,
    ONDERZOEK,
    Feiten,
    Ondersteuning,
    Oordeel,
    PersoonlijkPlan,
    Toestand,
)


@dataclass(frozen=True, slots=True)
class Voorbereiding:
    """What was offered and asked before the conversation, and the answers."""

    inwoner: Ondersteuning
    mantelzorger: Ondersteuning
    persoonlijk_plan: PersoonlijkPlan


@transaction.atomic
def begin(scope: Scope, *, melding: UUID) -> UUID:
    """Start the investigation of a melding, or return the one that was started."""
    om_de_beurt(melding)
    vraag = meldingen.lees(scope, melding)
    bestaand = Onderzoek.objects.filter(melding_id=melding).values_list("id", flat=True).first()
    if bestaand is not None:
        return bestaand
    onderzoek = nieuw_id()
    deel = nieuw_deel(scope, betrokkene=vraag.persoon, rubriek=inzage.Rubriek.ONDERZOEK)
    Onderzoek(
        id=onderzoek,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        melding_id=melding,
        persoon_id=vraag.persoon,
        toestand=Toestand.BEGONNEN,
        begonnen_op=scope.nu,
        ondersteuning_inwoner=Ondersteuning.NIET_GEVRAAGD,
        ondersteuning_mantelzorger=Ondersteuning.NIET_GEVRAAGD,
        persoonlijk_plan=PersoonlijkPlan.NIET_GEVRAAGD,
    ).save(force_insert=True)
    Onderwerp.objects.bulk_create(
        Onderwerp(
            id=nieuw_id(),
            gemeente_id=scope.gemeente,
            deel_id=deel,
            onderzoek_id=onderzoek,
            sleutel=onderwerp.sleutel,
        )
        for onderwerp in beleid.wet(scope.nu.date()).gespreksonderwerpen
    )
    vastleggen(scope, Gebeurtenis(events.BEGONNEN, onderzoek, deel, vraag.persoon))
    meldingen.onderzoek_begonnen(scope, melding=melding)
    return onderzoek


@transaction.atomic
def leg_voorbereiding_vast(scope: Scope, *, onderzoek: UUID, antwoorden: Voorbereiding) -> None:
    """Record the answers to what the law has one tell before the conversation (Wmo 2015 art. 2.3.2 lid 2 and 3)."""
    rij = _lopend(scope, onderzoek)
    Onderzoek.objects.filter(id=rij.id).update(
        ondersteuning_inwoner=antwoorden.inwoner,
        ondersteuning_mantelzorger=antwoorden.mantelzorger,
        persoonlijk_plan=antwoorden.persoonlijk_plan,
        voorbereid_op=scope.nu,
    )
    _meld(scope, events.VOORBEREID, rij)


@transaction.atomic
def bewaar_onderwerp(
    scope: Scope, *, onderzoek: UUID, onderwerp: str, tekst: str, versie: int
) -> int:
    """Save what was said about a topic; returns its new version. Conflict, with both texts, when somebody was first."""
    rij = _lopend(scope, onderzoek, op_beurt=False)
    regel = Onderwerp.objects.filter(onderzoek_id=rij.id, sleutel=onderwerp).first()
    if regel is None:
        raise NietGevonden
    nieuw = _bewaar_tekst(scope, regel, tekst, versie)
    if nieuw != regel.versie:
        namen = {o.sleutel: o.naam for o in beleid.wet(scope.nu.date()).gespreksonderwerpen}
        _meld(scope, events.ONDERWERP_BEWAARD, rij, {"onderwerp": namen.get(onderwerp, onderwerp)})
    return nieuw


@transaction.atomic
def zet_leefgebied_aan(
    scope: Scope,
    *,
    onderzoek: UUID,
    leefgebied: str,
    reden: str,
    voor: UUID | None = None,
) -> UUID:
    """Look at a field of life too, because this question needs it; without a reason it stays off (P1).

    `voor`: of whom, the person of the investigation unless named. Health and safety get a deel of their own.
    """
    gebied = LEEFGEBIED_OP_SLEUTEL.get(leefgebied)
    if gebied is None:
        raise Geweigerd(velden={"leefgebied": "Kies een onderwerp uit de lijst."})
    if not reden.strip():
        raise Geweigerd(velden={"reden": "Schrijf op waarom dit bij deze vraag hoort."})
    rij = _lopend(scope, onderzoek)
    wie = voor or rij.persoon_id
    if Leefgebied.objects.filter(onderzoek_id=rij.id, persoon_id=wie, sleutel=leefgebied).exists():
        raise Geweigerd(velden={"leefgebied": f"Naar ‘{gebied.naam}’ kijken jullie al."})
    sleutel = nieuw_id()
    deel = nieuw_deel(scope, betrokkene=wie, rubriek=gebied.rubriek)
    Leefgebied(
        id=sleutel,
        gemeente_id=scope.gemeente,
        deel_id=deel,
        onderzoek_id=rij.id,
        persoon_id=wie,
        sleutel=leefgebied,
        reden=reden.strip(),
        aan_op=scope.nu,
    ).save(force_insert=True)
    vastleggen(
        scope,
        Gebeurtenis(events.LEEFGEBIED_AAN, rij.id, deel, wie, {"leefgebied": gebied.naam}),
    )
    return sleutel


@transaction.atomic
def bewaar_leefgebied(
    scope: Scope, *, onderzoek: UUID, leefgebied: UUID, tekst: str, versie: int
) -> int:
    """Save what was said about a field of life that is on; returns its new version. Raises Conflict."""
    rij = _lopend(scope, onderzoek, op_beurt=False)
    regel = Leefgebied.objects.filter(id=leefgebied, onderzoek_id=rij.id).first()
    if regel is None:
        raise NietGevonden
    nieuw = _bewaar_tekst(scope, regel, tekst, versie)
    if nieuw != regel.versie:
        naam = LEEFGEBIED_OP_SLEUTEL[regel.sleutel].naam
        vastleggen(
            scope,
            Gebeurtenis(
                events.LEEFGEBIED_BEWAARD,
                rij.id,
                regel.deel_id,
                regel.persoon_id,
                {"leefgebied": naam},
            ),
        )
    return nieuw


@dataclass(frozen=True, slots=True)
class Gehoord:
    """Whether a child was spoken with, alone, when, and in its own words (F16)."""

    gesproken: bool
    alleen: bool = False
    op: date | None = None
    woorden: str = ""


@transaction.atomic
def leg_kindgesprek_vast(
    scope: Scope, *, onderzoek: UUID, kind: UUID, gehoord: Gehoord, versie: int = 0
) -> int:
    """Record the conversation with a child under its own deel; returns the version. Raises Conflict."""
    rij = _lopend(scope, onderzoek)
    kaarten = huishoudens.personen(scope, [kind])
    leeftijd = huishoudens.leeftijd(kaarten[0].geboortedatum, scope.nu.date()) if kaarten else None
    if not kaarten or (leeftijd is not None and leeftijd >= huishoudens.VOLWASSEN):
        raise NietGevonden
    velden = {
        "gesproken": gehoord.gesproken,
        "alleen": gehoord.gesproken and gehoord.alleen,
        "gesproken_op": (gehoord.op or scope.nu.date()) if gehoord.gesproken else None,
        "woorden": gehoord.woorden.strip(),
        "door": scope.naam,
    }
    bestaand = Kindgesprek.objects.filter(onderzoek_id=rij.id, persoon_id=kind).first()
    if bestaand is None:
        deel = nieuw_deel(scope, betrokkene=kind, rubriek=inzage.Rubriek.ONDERZOEK)
        Kindgesprek(
            id=nieuw_id(),
            gemeente_id=scope.gemeente,
            deel_id=deel,
            onderzoek_id=rij.id,
            persoon_id=kind,
            **velden,
        ).save(force_insert=True)
    else:
        deel = bestaand.deel_id
        _wijzig(bestaand, versie, bestaand.woorden, **velden)
    vastleggen(
        scope,
        Gebeurtenis(events.KIND_GEHOORD, rij.id, deel, kind, {"naam": kaarten[0].naam}),
    )
    return bestaand.versie + 1 if bestaand else 1


@transaction.atomic
def trek_conclusie(
    scope: Scope, *, onderzoek: UUID, oordeel: Oordeel, tekst: str, versie: int
) -> int:
    """Write down the outcome; returns the new version. The resident gets this text (Wmo 2015 art. 2.3.2 lid 8)."""
    if not tekst.strip():
        raise Geweigerd(velden={"tekst": "Schrijf op wat jullie conclusie is."})
    rij = _lopend(scope, onderzoek)
    geraakt = Onderzoek.objects.filter(id=rij.id, conclusie_versie=versie).update(
        oordeel=oordeel,
        conclusie=tekst.strip(),
        conclusie_door=scope.naam,
        conclusie_versie=versie + 1,
    )
    if not geraakt:
        raise Conflict(
            opgeslagen=rij.conclusie, door=rij.conclusie_door, versie=rij.conclusie_versie
        )
    _meld(scope, events.CONCLUSIE, rij)
    return versie + 1


@transaction.atomic
def rond_af(scope: Scope, *, onderzoek: UUID) -> None:
    """Finish: the outcome stands and the legal clock stops. Geweigerd with what the law still wants."""
    rij = _lopend(scope, onderzoek)
    wet = next(
        m.wet for m in meldingen.van_persoon(scope, rij.persoon_id) if m.id == rij.melding_id
    )
    feiten = Feiten(rij.oordeel, rij.conclusie, wet, rij.voorbereid_op is not None)
    nieuw = ONDERZOEK.neem("rond_af", feiten, Toestand(rij.toestand))
    Onderzoek.objects.filter(id=rij.id).update(toestand=nieuw, afgerond_op=scope.nu)
    _meld(
        scope,
        events.AFGEROND,
        rij,
        {"oordeel": rij.oordeel},
        {"melding": rij.melding_id, "wet": wet},
    )
    meldingen.rond_af(scope, melding=rij.melding_id)


@transaction.atomic
def stop(scope: Scope, *, onderzoek: UUID, reden: str) -> None:
    """End the investigation because the resident does not want to go on: no refusal, a confirmation (waarborg 4)."""
    if not reden.strip():
        raise Geweigerd(velden={"reden": "Schrijf op wat de inwoner zegt. Dat komt in de brief."})
    rij = _lopend(scope, onderzoek)
    nieuw = ONDERZOEK.neem("stop", Feiten("", "", "", False), Toestand(rij.toestand))
    Onderzoek.objects.filter(id=rij.id).update(
        toestand=nieuw, afgerond_op=scope.nu, waarom_gestopt=reden.strip()
    )
    _meld(scope, events.GESTOPT, rij, intern={"melding": rij.melding_id, "reden": reden.strip()})
    meldingen.rond_af(scope, melding=rij.melding_id)


def open_onderzoek(scope: Scope, onderzoek: UUID) -> inzage.Opening:
    """Open the household this investigation is about. NietGevonden for what is not there for this reader."""
    return inzage.openen_gezin_bij(
        scope, onderzoek, plek="pol.onderzoek_plek", doel=inzage.Doel.TOEGANG
    )


def _lopend(scope: Scope, onderzoek: UUID, *, op_beurt: bool = True) -> Onderzoek:
    """Open the household and give the investigation, as long as it runs. Raises NietGevonden, Geweigerd.

    `op_beurt`: in turn with whoever else changes it; a text is guarded by its own version already.
    """
    if op_beurt:
        om_de_beurt(onderzoek)
    open_onderzoek(scope, onderzoek)
    rij = Onderzoek.objects.filter(id=onderzoek).first()
    if rij is None:
        raise NietGevonden
    if rij.toestand != Toestand.BEGONNEN:
        raise Geweigerd("Dit onderzoek is klaar. Wijzigen kan niet meer.")
    return rij


def _meld(
    scope: Scope,
    soort: Soort,
    rij: Onderzoek,
    gegevens: dict[str, Waarde] | None = None,
    intern: dict[str, object] | None = None,
) -> None:
    vastleggen(
        scope,
        Gebeurtenis(soort, rij.id, rij.deel_id, rij.persoon_id, gegevens or {}, intern or {}),
    )


def _bewaar_tekst(scope: Scope, rij: Onderwerp | Leefgebied, tekst: str, versie: int) -> int:
    """Save a shared text over the version that was on screen. What is there already is no change and no conflict.

    Also when it got there a moment ago: a field saves itself when it is left, and is left by pressing the button.
    """
    if rij.tekst == tekst:
        return rij.versie
    try:
        _wijzig(rij, versie, rij.tekst, tekst=tekst, door=scope.naam)
    except Conflict:
        rij.refresh_from_db(fields=["tekst", "versie", "door"])
        if rij.tekst == tekst:
            return rij.versie
        raise Conflict(opgeslagen=rij.tekst, door=rij.door, versie=rij.versie) from None
    return versie + 1


def _wijzig(
    rij: Onderwerp | Leefgebied | Kindgesprek, versie: int, opgeslagen: str, **velden: object
) -> None:
    soort: type[models.Model] = type(rij)
    geraakt = soort._default_manager.filter(pk=rij.pk, versie=versie).update(
        **velden, versie=versie + 1
    )
    if not geraakt:
        raise Conflict(opgeslagen=opgeslagen, door=rij.door, versie=rij.versie)
