"""The resident's first page: what is asked of you, who your contact is, and how it stands (behoeften 4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.http import HttpResponse

from eenplan.berichten import api as berichten
from eenplan.berichten.api import BriefRegel
from eenplan.besluiten import api as besluiten
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import MeldingKaart
from eenplan.onderzoeken import api as onderzoeken
from eenplan.overgang import api as overgang
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetRegel, MijnPlan
from eenplan.platform import klok
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.rechtsbescherming import api as recht
from eenplan.rechtsbescherming.api import ZaakRegel
from eenplan.web.opmaak import datum
from eenplan.web.uitvoering_beeld import standen_bij

from . import zaakstand
from .brieven import van_kind
from .mij import Contact, Mij, contact_van, open_mij, toon_mij
from .standen import NIETS, Vraagstand, beginstand, besluitstand, indicatiestand, samenstand, stand

PAS = timedelta(days=14)
"""How long a letter counts as new: nobody is asked whether they read it."""
NAAR_DE_RECHTER = timedelta(weeks=6)
"""How long an answer stands on top: as long as one can go to court about it (Awb 6:7)."""
OUD = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Aandacht:
    """Something that is asked of the resident."""

    titel: str
    tekst: str
    knop: str
    href: str


def overzicht(request: ScopedRequest) -> HttpResponse:
    """Ten statements of its own, whatever the size of the family; one less where no organisation helps."""
    scope, vandaag = request.scope, request.scope.nu.date()
    mij = open_mij(scope)
    vragen = meldingen.van_personen(scope, mij.personen)
    plan = plannen.mijn_plan(scope, mij.opening)
    brieven = berichten.brieven_van(scope, mij.personen)
    zaken = recht.zaken_van(scope, mij.personen)
    contact = contact_van(scope, mij, vragen)
    antwoorden = list(_antwoorden(mij, plan, contact))
    standen = [
        *_standen(request, mij, vragen, plan),
        *_over_hulp(scope, mij, plan, contact),
        *_zaken(mij, zaken),
    ]
    return toon_mij(
        request,
        "inwoner/overzicht.html",
        {
            "naam": scope.naam.split()[0],
            "gevraagd": bool(antwoorden),
            "aandacht": [
                *antwoorden,
                *_nieuwe_uitkomsten(zaken, vandaag),
                *_nieuwe_brieven(mij, brieven, vandaag),
            ],
            "standen": standen,
            "contact": contact,
            "lopend": len(plan.lopend),
            "klaar": len(plan.klaar),
            "brieven": len(brieven),
            "kinderen": [k.naam for k in mij.kinderen],
            "gemeente_url": f"/{scope.gemeente_sleutel}/vraag/",
        },
    )


def _standen(
    request: ScopedRequest, mij: Mij, vragen: Sequence[MeldingKaart], plan: MijnPlan
) -> list[Vraagstand]:
    """Questions of the last year, then decisions that were asked."""
    scope, vandaag = request.scope, request.scope.nu.date()
    if not vragen:
        return []
    onderzoek = {o.melding: o for o in reversed(onderzoeken.stand_van(scope, mij.personen))}
    recent = [m for m in vragen if klok.dag(m.ontvangen_op) > vandaag - OUD] or vragen[:1]
    aanvragen = besluiten.aanvragen_van(scope, mij.personen)
    besloten = {a.persoon for a in aanvragen if a.toestand is besluiten.AanvraagToestand.BESLOTEN}
    oud = _oude_indicaties(scope, mij, recent)
    uit = [
        oud.get(m.id)
        or stand(
            m,
            onderzoek.get(m.id),
            plan,
            vandaag,
            mij.van_wie(m.persoon),
            besloten=m.persoon in besloten,
        )
        for m in recent
    ]
    return uit + [
        besluitstand(a, vandaag, mij.van_wie(a.persoon))
        for a in aanvragen
        if a.toestand is besluiten.AanvraagToestand.OPEN
    ]


def _oude_indicaties(
    scope: Scope, mij: Mij, vragen: Sequence[MeldingKaart]
) -> Mapping[UUID, Vraagstand]:
    """By question that nobody asked: the municipality itself began it because old help ends (Wmo 8.6)."""
    if not any(m.ambtshalve for m in vragen):
        return {}
    bij = {m.id: m.behandelaar_naam or m.houder_naam for m in vragen}
    return {
        regel.melding: stand_
        for regel in overgang.van_personen(scope, mij.personen)
        if regel.melding in bij
        and (stand_ := indicatiestand(regel, bij[regel.melding], scope.nu.date()))
    }


def _over_hulp(scope: Scope, mij: Mij, plan: MijnPlan, contact: Contact) -> Iterator[Vraagstand]:
    """What was decided lately about help without a beschikking (L11), and what goes on until help begins (F1)."""
    vandaag = scope.nu.date()
    hulp = [i for d in plan.doelen for i in d.inzet]
    uitvoering = standen_bij(scope, mij.personen, hulp)
    for inzet in hulp:
        voor, uit = mij.van_wie(inzet.persoon), uitvoering.get(inzet.id)
        besloten = samenstand(inzet, voor) if _is_kort_geleden(inzet, vandaag) else None
        begin = beginstand(inzet, uit.opdracht if uit else None, voor, contact.naam, vandaag)
        if besloten and begin:
            yield replace(
                besloten,
                zin=f"{besloten.zin} {begin.zin}",
                stappen=begin.stappen + besloten.stappen,
            )
        else:
            yield from filter(None, (besloten, begin))


def _is_kort_geleden(inzet: InzetRegel, vandaag: date) -> bool:
    besluit = inzet.besluit
    return besluit is not None and klok.dag(besluit.moment) >= vandaag - NAAR_DE_RECHTER


def _binnen(gezegd_op: datetime) -> str:
    """By when somebody calls who wants to talk first, as the line on the list of the team has it."""
    uiterlijk = klok.dag(gezegd_op) + timedelta(days=plannen.VERVOLG_DAGEN)
    return f"uiterlijk {datum(uiterlijk)}"


def _antwoorden(mij: Mij, plan: MijnPlan, contact: Contact) -> Iterator[Aandacht]:
    for v in plan.wachten_op_mij(mij.zelf):
        voor = f" Dit is voor {kind}." if (kind := mij.van_wie(v.inzet.persoon)) else ""
        tekst = f"{v.inzet.wat[:1].upper()}{v.inzet.wat[1:]}.{voor}"
        if v.mijn.praten_op:
            tekst += f" U wilt eerst praten. {contact.naam} belt u, {_binnen(v.mijn.praten_op)}."
        yield Aandacht(
            "Wat vindt u van deze hulp?", tekst, "Geef antwoord", f"/mijn/hulp/{v.inzet.id}/"
        )


def _zaken(mij: Mij, zaken: Sequence[ZaakRegel]) -> Iterator[Vraagstand]:
    """What somebody disagreed with, while it runs."""
    for z in zaken:
        if not zaakstand.is_klaar(z):
            voor = f", voor {kind}" if (kind := mij.van_wie(z.persoon)) else ""
            kop = f"{zaakstand.naam(z)}{voor}"
            yield Vraagstand(kop, zaakstand.stand(z), NIETS, zaakstand.hierna(z))


def _nieuwe_uitkomsten(zaken: Sequence[ZaakRegel], vandaag: date) -> Iterator[Aandacht]:
    for z in zaken:
        if z.uitkomst and z.afgehandeld_op and z.afgehandeld_op >= vandaag - NAAR_DE_RECHTER:
            yield Aandacht(
                "Er is een antwoord",
                f"{zaakstand.naam(z)}. {zaakstand.uitkomst(z)}",
                "Lees het antwoord",
                f"/mijn/oneens/zaak/{z.id}/",
            )


def _nieuwe_brieven(mij: Mij, brieven: Sequence[BriefRegel], vandaag: date) -> Iterator[Aandacht]:
    mijne = {b.over for b in brieven if b.aan != mij.van_wie(b.persoon)}
    for b in brieven:
        dubbel = b.over in mijne and b.aan == mij.van_wie(b.persoon)  # the child's own copy
        if not dubbel and b.verzonden_op and klok.dag(b.verzonden_op) >= vandaag - PAS:
            dag = datum(klok.dag(b.verzonden_op))
            yield Aandacht(
                "U hebt een brief",
                f"{b.onderwerp}{van_kind(b, mij)}. Verstuurd op {dag}.",
                "Lees de brief",
                f"/mijn/brieven/{b.id}/",
            )
