"""What people do with letters: put one ready, send it, read what was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel, Rubriek
from eenplan.organisaties.api import Functie
from eenplan.platform.delen import NieuwDeel, nieuw_deel, nieuwe_delen
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.gebeurtenissen import Gebeurtenis, leg_alle_vast
from eenplan.platform.ids import nieuw_id
from eenplan.platform.schrijven import voeg_toe
from eenplan.platform.scope import Scope
from eenplan.platform.versleuteling import ontsleutel_bytes, versleutel_bytes

from . import events, loop
from .bewaard import SJABLOONVERSIE, Opdracht, als_json, uit_json
from .brief import maak_pdf
from .inhoud import Brief as BriefInhoud
from .inhoud import BriefSoort, Ontvanger
from .lezers import Lezer, lezer
from .loop import Bezorging, Toestand
from .models import Bestand, Brief, Uitgaand
from .regels import gebreken
from .teksten import onderwerp

# Which purposes somebody's work gives, most likely first. An involvement opens nothing for another purpose.
DOELEN: Mapping[str, tuple[Doel, ...]] = {
    Functie.HULPVERLENER: (Doel.TOEGANG, Doel.BESLUITVORMING),
    Functie.CONSULENT: (Doel.BESLUITVORMING, Doel.TOEGANG),
    Functie.AANBIEDER: (Doel.UITVOERING,),
    "inwoner": (Doel.INWONER,),
}


@dataclass(frozen=True)
class Verzonden:
    """What left: which letter, on which day, how, and the digest of its bytes."""

    brief: UUID
    kenmerk: str
    datum: date
    bezorging: Bezorging
    sha256: str


@dataclass(frozen=True)
class Pdf:
    """A paper to download; the name tells what it is, not whose."""

    naam: str
    inhoud: bytes


def open_deel(scope: Scope, deel: UUID) -> tuple[UUID, Doel]:
    """Open one deel with a purpose this person's work gives; tells whose it is and for which purpose.

    Raises NietGevonden for what does not exist and for what is not for this reader, alike.
    """
    for doel in DOELEN.get(scope.functie, ()):
        try:
            persoon = inzage.openen(scope, delen=[deel], doel=doel).delen[0].persoon
        except NietGevonden:
            continue
        if persoon is not None:
            return persoon, doel
    raise NietGevonden


@dataclass(frozen=True, slots=True)
class OpenBrief:
    """An opened letter: its row, whose it is, and for which purpose it opened."""

    rij: Brief
    persoon: UUID
    doel: Doel

    @property
    def verslagconcept(self) -> bool:
        """A verslag that did not leave yet."""
        soort = self.rij.soort == BriefSoort.VERSLAG.value
        return soort and self.rij.toestand == Toestand.CONCEPT


def open_brief(scope: Scope, brief: UUID) -> OpenBrief:
    """Open a letter. Raises NietGevonden for what does not exist and for what is not for this reader, alike."""
    persoon, doel = open_deel(scope, brief)
    rij = Brief.objects.filter(pk=brief).first()
    if rij is None:
        raise NietGevonden
    return OpenBrief(rij, persoon, doel)


@transaction.atomic(savepoint=False)  # always part of a larger act
def stel_op(
    scope: Scope,
    *,
    over: UUID,
    persoon: UUID,
    opdracht: Opdracht,
    verantwoordelijke: UUID | None = None,
    gemeente: UUID | None = None,
    rubriek: Rubriek = Rubriek.BRIEF,
) -> UUID:
    """Put a letter ready as a concept; returns its key. The caller writes an event about `over` in this request.

    `verantwoordelijke` and `gemeente` are for a visitor, who has none; `rubriek` for a letter that not everybody who
    reads the letters of a file may see. Two statements.
    """
    deel = nieuw_deel(
        scope,
        betrokkene=persoon,
        rubriek=rubriek,
        verantwoordelijke=verantwoordelijke,
        gemeente=gemeente,
    )
    _nieuwe_rij(scope, deel, over, persoon, opdracht, gemeente).save(force_insert=True)
    return deel


@transaction.atomic
def stuur(
    scope: Scope, *, over: UUID, persoon: UUID, lezers: Sequence[Lezer], opdracht: Opdracht
) -> Verzonden:
    """Make a letter about `persoon` and send each reader a copy of their own; returns that of the first.

    Geweigerd with every gap the law sees in it. Three statements, however many read it.
    """
    brieven = _afschriften(scope, over, persoon, lezers, opdracht)
    return _laat_weg(scope, brieven, nieuw=brieven)


@dataclass(frozen=True, slots=True)
class Uitgave:
    """What a letter says and who reads it, where both are worked out anew on the day it leaves."""

    opdracht: Opdracht
    lezers: Sequence[Lezer]


@transaction.atomic
def verzend(scope: Scope, brief: OpenBrief, *, vandaag: Uitgave | None = None) -> Verzonden:
    """Make a concept final and send it, to each reader a copy. Raises Geweigerd with every gap."""
    rij = brief.rij
    naar = loop.LOOP.neem("verzend", None, Toestand(rij.toestand))
    inhoud = vandaag or _zoals_bewaard(scope, brief)
    eerste, *verder = inhoud.lezers
    papier = _maak(scope, rij.kenmerk, eerste, inhoud.opdracht)
    _zet_verzonden(scope, rij, papier)
    rij.toestand = naar
    rij.onderwerp, rij.inhoud = onderwerp(papier.brief), als_json(inhoud.opdracht)
    rij.save(force_update=True, update_fields=[*_BIJ_VERZENDEN, "onderwerp", "inhoud"])
    rest = (
        _afschriften(scope, rij.over_id, brief.persoon, verder, inhoud.opdracht) if verder else []
    )
    return _laat_weg(scope, [(rij, papier), *rest], nieuw=rest)


_BIJ_VERZENDEN = ("toestand", "verzonden_op", "bezorging", "sha256", "ontvanger_id", "aan")


def _zoals_bewaard(scope: Scope, brief: OpenBrief) -> Uitgave:
    inzage.openen(scope, personen=[brief.persoon], doel=brief.doel)
    [kaart] = huishoudens.personen(scope, [brief.persoon])
    opdracht = uit_json(BriefSoort(brief.rij.soort), brief.rij.inhoud)
    return Uitgave(opdracht, [lezer(kaart, scope.nu.date())])


def lees_pdf(scope: Scope, brief: UUID, *, vandaag: Uitgave | None = None) -> Pdf:
    """The bytes that left, exactly; of a concept, a paper that says on every page that it is one."""
    geopend = open_brief(scope, brief)
    rij = geopend.rij
    naam = loop.bestandsnaam(rij.soort, rij.kenmerk)
    if rij.toestand == Toestand.VERZONDEN:
        bestand = Bestand.objects.get(pk=brief)
        return Pdf(naam, ontsleutel_bytes(bestand.pdf_versleuteld, rij=brief))
    inhoud = vandaag or _zoals_bewaard(scope, geopend)
    eerste = inhoud.lezers[0].ontvanger
    concept = inhoud.opdracht.brief(eerste, kenmerk=rij.kenmerk, datum=scope.nu.date())
    return Pdf(f"concept-{naam}", maak_pdf(concept, gemaakt_op=scope.nu, concept=True))


@dataclass(frozen=True)
class _Papier:
    brief: BriefInhoud
    pdf: bytes
    sha256: str
    lezer: Lezer


def _maak(scope: Scope, kenmerk: str, wie: Lezer, opdracht: Opdracht) -> _Papier:
    brief = opdracht.brief(wie.ontvanger, kenmerk=kenmerk, datum=scope.nu.date())
    if mist := gebreken(brief):
        raise Geweigerd(*mist)
    pdf = maak_pdf(brief, gemaakt_op=scope.nu)
    return _Papier(brief, pdf, sha256(pdf).hexdigest(), wie)


def _afschriften(
    scope: Scope, over: UUID, persoon: UUID, lezers: Sequence[Lezer], opdracht: Opdracht
) -> list[tuple[Brief, _Papier]]:
    """A letter for each of these readers, made and not stored yet."""
    deel = NieuwDeel(persoon, Rubriek.BRIEF, _organisatie(scope))
    brieven = []
    for sleutel, wie in zip(nieuwe_delen(scope, [deel for _ in lezers]), lezers, strict=True):
        rij = _nieuwe_rij(scope, sleutel, over, persoon, opdracht, None)
        papier = _maak(scope, rij.kenmerk, wie, opdracht)
        _zet_verzonden(scope, rij, papier)
        brieven.append((rij, papier))
    return brieven


def _nieuwe_rij(
    scope: Scope, deel: UUID, over: UUID, persoon: UUID, opdracht: Opdracht, gemeente: UUID | None
) -> Brief:
    kenmerk = loop.kenmerk_van(deel, scope.nu.year)
    leeg = opdracht.brief(Ontvanger(""), kenmerk=kenmerk, datum=scope.nu.date())
    return Brief(
        id=deel,
        deel_id=deel,
        gemeente_id=gemeente or scope.gemeente,
        persoon_id=persoon,
        ontvanger_id=persoon,
        over_id=over,
        soort=opdracht.soort.value,
        kenmerk=kenmerk,
        onderwerp=onderwerp(leeg),
        inhoud=als_json(opdracht),
        sjabloonversie=SJABLOONVERSIE,
        toestand=Toestand.CONCEPT,
        opgesteld_op=scope.nu,
        opgesteld_door=scope.naam,
    )


def _zet_verzonden(scope: Scope, rij: Brief, papier: _Papier) -> None:
    rij.toestand = Toestand.VERZONDEN
    rij.verzonden_op = scope.nu
    rij.ontvanger_id = papier.lezer.persoon
    rij.aan = papier.lezer.aan
    rij.bezorging = papier.lezer.bezorging
    rij.sha256 = papier.sha256


def _laat_weg(
    scope: Scope,
    brieven: Sequence[tuple[Brief, _Papier]],
    *,
    nieuw: Sequence[tuple[Brief, _Papier]],
) -> Verzonden:
    """Keep the bytes, put the letters in the outbox, tell it on the timeline: in the transaction that made them final.

    Returns the first. `nieuw`: those that are stored with it.
    """
    mee = [stuk for rij, papier in brieven for stuk in _uitgaand(scope, rij, papier)]
    voeg_toe([*(rij for rij, _ in nieuw), *mee])
    leg_alle_vast(scope, [_verzonden(rij, papier) for rij, papier in brieven])
    rij, papier = brieven[0]
    return Verzonden(rij.id, rij.kenmerk, scope.nu.date(), papier.lezer.bezorging, papier.sha256)


def _uitgaand(scope: Scope, rij: Brief, papier: _Papier) -> tuple[Bestand, Uitgaand]:
    bestand = Bestand(
        brief_id=rij.id,
        gemeente_id=rij.gemeente_id,
        deel_id=rij.deel_id,
        pdf_versleuteld=versleutel_bytes(papier.pdf, rij=rij.id),
    )
    uitgaand = Uitgaand(
        id=nieuw_id(),
        gemeente_id=rij.gemeente_id,
        partij_id=_organisatie(scope),
        brief_id=rij.id,
        bezorging=papier.lezer.bezorging,
        klaargezet=scope.nu,
    )
    return bestand, uitgaand


def _verzonden(rij: Brief, papier: _Papier) -> Gebeurtenis:
    """To whom it went, and how."""
    hoe = loop.BEZORGD[papier.lezer.bezorging]
    aan = papier.lezer.ontvanger.naam
    gegevens = {"soort": rij.soort, "hoe": f"aan {aan}, {hoe}", "brief": str(rij.id)}
    return Gebeurtenis(events.BRIEF_VERZONDEN, rij.over_id, rij.deel_id, rij.persoon_id, gegevens)


def _organisatie(scope: Scope) -> UUID:
    if scope.organisatie_id is None:
        raise LookupError("alleen een medewerker verstuurt een brief")
    return scope.organisatie_id
