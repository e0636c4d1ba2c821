"""The resident's plan: what they want to reach, with what is done visible under it; also for paper (behoeften 4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect

from eenplan.berichten import api as berichten
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen import api as plannen
from eenplan.plannen.api import (
    AFGELOPEN,
    DoelRegel,
    DoelToestand,
    EigenSoort,
    InzetRegel,
    InzetToestand,
    MijnPlan,
)
from eenplan.platform import klok
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.uitvoering import api as uitvoering
from eenplan.uitvoering.api import Stand
from eenplan.web.bouwstenen import Tab
from eenplan.web.opmaak import datum
from eenplan.web.uitvoering_beeld import eerste_dag, hoeveel, kiest_nog, zin
from eenplan.web.verloopbeeld import Verloop, teken, voor_inwoner
from eenplan.web.verzenden import Formulier, verzend

from .afspraken import afspraken
from .mij import Contact, Mij, contact_van, model_van, open_mij, toon_mij
from .standen import NEE_GEZEGD, bezig, hulpstand, is_zonder_papier_beslist

DOELSTAND = {
    DoelToestand.OPEN: "",
    DoelToestand.BEREIKT: "Gelukt",
    DoelToestand.GESTOPT: "Gestopt",
}
PAAR_BRIEVEN = 5


@dataclass(frozen=True, slots=True)
class Hulpbeeld:
    """One thing somebody does for a goal."""

    wat: str
    wie: str
    feiten: str
    stand: str
    toon: str
    vraag_url: str
    verder: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Eigenbeeld:
    """One own line under a goal; `sleutel` is the key of its button."""

    id: UUID
    tekst: str
    door: str
    op: date
    klaar: bool
    sleutel: UUID


@dataclass(frozen=True, slots=True)
class Doelbeeld:
    """A goal as its owner reads it; `van_wie` is the child whose it is, empty for one's own."""

    id: UUID
    woorden: str
    van_wie: str
    stand: str
    hulp: tuple[Hulpbeeld, ...]
    taken: tuple[Eigenbeeld, ...]
    opmerkingen: tuple[Eigenbeeld, ...]
    stappen: tuple[Eigenbeeld, ...]
    mag_schrijven: bool
    mag_hoger: bool
    leeg: str
    sleutel: UUID


def plan(request: ScopedRequest) -> HttpResponse:
    """The goals people work on, or those that are finished; appointments, contacts and letters beside them."""
    klaar = request.GET.get("toon") == "klaar"
    mij, mijn, standen, context = _alles(request)
    doelen = mijn.klaar if klaar else mijn.lopend
    beelden = _beelden(request, mij, mijn, standen, doelen, context["contact"])
    tabs = (
        Tab("Hier werken we aan", "/mijn/plan/", len(mijn.lopend), huidig=not klaar),
        Tab("Klaar", "/mijn/plan/?toon=klaar", len(mijn.klaar), huidig=klaar),
    )
    eigen = {"tabs": tabs, "klaar": klaar, "doelen": beelden, "verlopen": _verlopen(request, mij)}
    return toon_mij(request, "inwoner/plan.html", context | eigen)


def _verlopen(request: ScopedRequest, mij: Mij) -> list[Verloop]:
    """How it goes where somebody asked; what nobody asked is not shown. One statement."""
    lijnen = onderzoeken.lijnen_van(request.scope, mij.personen)
    return [
        teken(lijn, van_wie=kind, wie=voor_inwoner(kind))
        for lijn in lijnen
        for kind in (mij.van_wie(lijn.persoon),)
        if lijn.punten
    ]


def papier(request: ScopedRequest) -> HttpResponse:
    """The whole plan on one page without forms, to print."""
    mij, mijn, standen, context = _alles(request)
    contact = context["contact"]
    eigen = {
        "lopend": _beelden(request, mij, mijn, standen, mijn.lopend, contact),
        "verlopen": _verlopen(request, mij),
        "klaar": _beelden(request, mij, mijn, standen, mijn.klaar, contact),
    }
    return toon_mij(request, "inwoner/plan_papier.html", context | eigen)


def _alles(
    request: ScopedRequest,
) -> tuple[Mij, MijnPlan, Mapping[UUID, Stand], dict[str, object]]:
    """The plan, how its help stands with who gives it, and what stands beside it; eight statements."""
    scope = request.scope
    mij = open_mij(scope)
    mijn = plannen.mijn_plan(scope, mij.opening)
    vragen = meldingen.van_personen(scope, mij.personen)
    contact = contact_van(scope, mij, vragen)
    brieven = [b for b in berichten.brieven_van(scope, mij.personen) if b.verzonden_op]
    standen = uitvoering.stand_van(scope, mij.personen)
    return (
        mij,
        mijn,
        standen,
        {
            "naam": scope.naam,
            "kop": mijn.kop,
            "contact": contact,
            "afspraken": afspraken(mijn, standen, scope.nu.date()),
            "mensen": _mensen(scope, mij, mijn, contact),
            "brieven": [
                (f"/mijn/brieven/{b.id}/", b.onderwerp, klok.dag(b.verzonden_op))
                for b in brieven[:PAAR_BRIEVEN]
                if b.verzonden_op
            ],
            "meer_brieven": len(brieven) > PAAR_BRIEVEN,
        },
    )


def _beelden(
    request: ScopedRequest,
    mij: Mij,
    mijn: MijnPlan,
    standen: Mapping[UUID, Stand],
    doelen: Sequence[DoelRegel],
    contact: object,
) -> list[Doelbeeld]:
    vragen = {v.inzet.id for v in mijn.wachten_op_mij(mij.zelf)}
    wie = contact.naam if isinstance(contact, Contact) else "Uw contactpersoon"
    eigen = [d.id for d in mijn.lopend if d.persoon in mij.zelf]
    return [_beeld(d, mij, vragen, eigen[:1], wie, request.scope, standen) for d in doelen]


def _beeld(
    d: DoelRegel,
    mij: Mij,
    vragen: set[UUID],
    eerste: Sequence[UUID],
    wie: str,
    scope: Scope,
    standen: Mapping[UUID, Stand],
) -> Doelbeeld:
    van_mij = d.persoon in mij.zelf and d.toestand is DoelToestand.OPEN
    regels = {soort: tuple(_eigen(d, soort)) for soort in EigenSoort}
    return Doelbeeld(
        id=d.id,
        woorden=d.woorden,
        van_wie=mij.van_wie(d.persoon),
        stand=DOELSTAND[d.toestand],
        hulp=tuple(_hulp(i, vragen, scope, standen.get(i.id)) for i in d.inzet),
        taken=regels[EigenSoort.TAAK],
        opmerkingen=regels[EigenSoort.OPMERKING],
        stappen=regels[EigenSoort.STAP],
        mag_schrijven=van_mij,
        mag_hoger=van_mij and d.id not in eerste,
        leeg=_leeg(d, wie, regels[EigenSoort.TAAK]) if d.toestand is DoelToestand.OPEN else "",
        sleutel=uuid4(),
    )


def _leeg(d: DoelRegel, wie: str, taken: Sequence[Eigenbeeld]) -> str:
    """What happens now with a goal for which nothing goes on: without it people read that it is finished."""
    if any(i.toestand not in AFGELOPEN for i in d.inzet) or any(not t.klaar for t in taken):
        return ""
    if d.inzet or taken:
        return (
            f"Op dit moment loopt hier niets voor. {wie} bespreekt met u wat de volgende stap is."
        )
    return f"Hier is nog niets voor afgesproken. {wie} bespreekt met u wat de eerste stap is."


def _eigen(d: DoelRegel, soort: EigenSoort) -> Iterator[Eigenbeeld]:
    for e in d.eigen:
        if e.soort is soort:
            op = klok.dag(e.geschreven_op)
            yield Eigenbeeld(e.id, e.tekst, e.door, op, e.klaar_op is not None, uuid4())


def _hulp(inzet: InzetRegel, vragen: set[UUID], scope: Scope, uit: Stand | None) -> Hulpbeeld:
    te_kiezen = kiest_nog(model_van(scope), inzet)
    stand, toon = hulpstand(
        inzet, scope.nu.date(), uit.opdracht if uit else None, kiest_nog=te_kiezen
    )
    return Hulpbeeld(
        wat=inzet.wat,
        wie=inzet.wie,
        feiten=hoeveel(inzet, eerste_dag(uit)),
        stand=stand,
        toon=toon,
        vraag_url=f"/mijn/hulp/{inzet.id}/" if inzet.id in vragen else "",
        verder=(
            *filter(None, (bezig(inzet), NEE_GEZEGD if inzet.wil_niet_meer else "")),
            *_besloten(inzet, te_kiezen=te_kiezen),
            *(_verder(uit) if uit and inzet.toestand not in AFGELOPEN else ()),
        ),
    )


def _besloten(inzet: InzetRegel, *, te_kiezen: bool) -> Iterator[str]:
    """Who decided on help of an organisation, all names of it (L11), and whether who gives it is still to be chosen.

    Where a paper goes with it, that paper tells who decided, from the day it was sent.
    """
    if te_kiezen:
        yield f"{inzet.wie} kiest nog wie u gaat helpen."
    if inzet.besluit and is_zonder_papier_beslist(inzet):
        dag = datum(klok.dag(inzet.besluit.moment))
        yield f"Besloten door {inzet.besluit.door}, op {dag}."


def _verder(uit: Stand) -> Iterator[str]:
    """How it stands with who gives the help: the counter of a light track, and whom they send (L6)."""
    if uit.teller:
        yield f"U bent {uit.teller.zin} geweest."
        if uit.teller.gesprek_nodig:
            dag = f" op {datum(uit.teller.gesprek_op)}" if uit.teller.gesprek_op else ""
            yield f"U praat{dag} samen over hoe het verdergaat. Er stopt niets vanzelf."
    if uit.opdracht and uit.opdracht.toestand is not uitvoering.OpdrachtToestand.KLAAR:
        yield zin(uit.opdracht)
        if uit.opdracht.contact_naam:
            wie = f"{uit.opdracht.contact_naam} {uit.opdracht.contact_telefoon}".strip()
            yield f"U kunt bellen met {wie}."


def _mensen(scope: Scope, mij: Mij, mijn: MijnPlan, contact: Contact) -> list[tuple[str, str]]:
    """Who else helps, with a number; where the name alone says what the help is, only that somebody does.

    Not even that where the plan on this page names as many: the same help twice reads as somebody unknown.
    """
    regels = [
        regel
        for van_een in inzage.wie_betrokken(scope, mij.personen).values()
        for regel in van_een
        if regel.doel == inzage.Doel.UITVOERING and regel.naam != contact.organisatie
    ]
    uit = {r.naam: r.telefoon or "" for r in regels if r.naam}
    in_plan = {
        (i.persoon, i.organisatie): i.wie
        for d in mijn.doelen
        for i in d.inzet
        if i.organisatie and i.wie not in uit and i.toestand is InzetToestand.LOOPT
    }
    if sum(not r.naam for r in regels) > len(in_plan):
        uit["Nog iemand. Uw contactpersoon weet wie."] = ""
    return sorted(uit.items())


class Woordenformulier(Formulier):
    """The goal in the resident's own words."""

    woorden = forms.CharField(
        label="Dit wil ik bereiken",
        widget=forms.Textarea,
        max_length=1000,
        error_messages={
            "required": "Schrijf op wat u wilt bereiken.",
            "max_length": "Dit is te lang. Schrijf het korter op.",
        },
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)


class Erbijformulier(Formulier):
    """Something of one's own under the goal."""

    soort = forms.ChoiceField(
        label="Wat wilt u opschrijven?",
        choices=[
            (EigenSoort.TAAK.value, "Iets wat ik zelf ga doen"),
            (EigenSoort.OPMERKING.value, "Iets wat ik wil zeggen"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u wilt opschrijven."},
    )
    tekst = forms.CharField(
        label="Schrijf het hier",
        widget=forms.Textarea,
        max_length=400,
        error_messages={
            "required": "Schrijf op wat u wilt doen of zeggen.",
            "max_length": "Dit is te lang. Schrijf het korter op.",
        },
    )


def doel(request: ScopedRequest, doel: UUID) -> HttpResponse:
    """One own goal: write something with it, or say it in other words."""
    woorden = "woorden" in request.POST
    data = request.POST if request.method == "POST" else None
    anders = Woordenformulier(data if woorden else None)
    erbij = Erbijformulier(None if woorden else data)

    def zeg_anders() -> str:
        v = anders.cleaned_data
        plannen.zeg_het_zelf(request.scope, doel=doel, woorden=v["woorden"], versie=v["versie"])
        return _terug(doel)

    def schrijf() -> str:
        v = erbij.cleaned_data
        soort = EigenSoort(v["soort"])
        plannen.schrijf_erbij(request.scope, doel=doel, soort=soort, tekst=v["tekst"])
        return _terug(doel)

    if data is not None:
        gedaan = (
            verzend(request, anders, zeg_anders) if woorden else verzend(request, erbij, schrijf)
        )
        if gedaan:
            return gedaan
    mij = open_mij(request.scope)
    mijn = plannen.mijn_plan(request.scope, mij.opening)
    regel = next((d for d in mijn.lopend if d.id == doel and d.persoon in mij.zelf), None)
    if regel is None:
        raise NietGevonden
    if not anders.is_bound:
        anders = Woordenformulier(initial={"woorden": regel.woorden, "versie": regel.versie})
    context = {"doel": regel, "anders": anders, "erbij": erbij, "plan_url": _terug(doel)}
    return toon_mij(request, "inwoner/doel.html", context)


def _terug(doel: UUID) -> str:
    return f"/mijn/plan/#doel-{doel.hex}"


def hoger(request: ScopedRequest, doel: UUID) -> HttpResponse:
    """Put an own goal one place higher."""
    return _stuur(request, lambda: plannen.zet_hoger(request.scope, doel=doel), _terug(doel))


def taak(request: ScopedRequest, eigenregel: UUID) -> HttpResponse:
    """Say that an own task is done, or not after all."""
    klaar = request.POST.get("klaar") == "ja"

    def doe() -> None:
        plannen.zet_taak_klaar(request.scope, regel=eigenregel, klaar=klaar)

    return _stuur(request, doe, "/mijn/plan/")


def _stuur(request: ScopedRequest, doe: object, naar: str) -> HttpResponse:
    if request.method != "POST" or not callable(doe):
        raise Http404

    def actie() -> str:
        doe()
        return naar

    return verzend(request, Formulier(request.POST), actie) or HttpResponseRedirect("/mijn/plan/")
