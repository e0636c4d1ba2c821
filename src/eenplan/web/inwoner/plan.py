"""The resident's plan: what they want to reach, with what is done visible under it; also for paper (behoeften 4.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect

from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen import api as plannen
from eenplan.plannen.api import (
    AFGELOPEN,
    DoelRegel,
    DoelToestand,
    EigenSoort,
    InzetRegel,
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

from .gelezen import Gelezen, lees, rand
from .mij import Mij, model_van, open_mij, toon_mij
from .standen import NEE_GEZEGD, bezig, hulpstand, is_zonder_papier_beslist

DOELSTAND = {
    DoelToestand.OPEN: "",
    DoelToestand.BEREIKT: "Gelukt",
    DoelToestand.GESTOPT: "Gestopt",
}


VERDER = {
    uitvoering.Verder.DOOR: "de hulp gaat door",
    uitvoering.Verder.ZELF: "u kunt zelf verder",
    uitvoering.Verder.ANDERS: "er komt andere hulp",
}


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
    g = lees(request.scope)
    tabs = (
        Tab("Hier werken we aan", "/mijn/plan/", len(g.mijn.lopend), huidig=not klaar),
        Tab("Klaar", "/mijn/plan/?toon=klaar", len(g.mijn.klaar), huidig=klaar),
    )
    doelen = _beelden(request.scope, g, g.mijn.klaar if klaar else g.mijn.lopend)
    eigen = {"tabs": tabs, "klaar": klaar, "doelen": doelen, "verlopen": _verlopen(request, g.mij)}
    return toon_mij(request, "inwoner/plan.html", rand(request.scope, g) | eigen)


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
    g = lees(request.scope)
    eigen = {
        "lopend": _beelden(request.scope, g, g.mijn.lopend),
        "verlopen": _verlopen(request, g.mij),
        "klaar": _beelden(request.scope, g, g.mijn.klaar),
    }
    return toon_mij(request, "inwoner/plan_papier.html", rand(request.scope, g) | eigen)


def _beelden(scope: Scope, g: Gelezen, doelen: Sequence[DoelRegel]) -> list[Doelbeeld]:
    vragen = {v.inzet.id for v in g.mijn.wachten_op_mij(g.mij.zelf)}
    eigen = [d.id for d in g.mijn.lopend if d.persoon in g.mij.zelf]
    return [_beeld(d, g, vragen, eigen[:1], scope) for d in doelen]


def _beeld(
    d: DoelRegel, g: Gelezen, vragen: set[UUID], eerste: Sequence[UUID], scope: Scope
) -> Doelbeeld:
    van_mij = d.persoon in g.mij.zelf and d.toestand is DoelToestand.OPEN
    regels = {soort: tuple(_eigen(d, soort)) for soort in EigenSoort}
    taken = regels[EigenSoort.TAAK]
    return Doelbeeld(
        id=d.id,
        woorden=d.woorden,
        van_wie=g.mij.van_wie(d.persoon),
        stand=DOELSTAND[d.toestand],
        hulp=tuple(_hulp(i, g, vragen, scope) for i in d.inzet),
        taken=taken,
        opmerkingen=regels[EigenSoort.OPMERKING],
        stappen=regels[EigenSoort.STAP],
        mag_schrijven=van_mij,
        mag_hoger=van_mij and d.id not in eerste,
        leeg=_leeg(d, g.contact.naam, taken) if d.toestand is DoelToestand.OPEN else "",
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


def _hulp(inzet: InzetRegel, g: Gelezen, vragen: set[UUID], scope: Scope) -> Hulpbeeld:
    uit = g.standen.get(inzet.id)
    te_kiezen = kiest_nog(model_van(scope), inzet)
    opdracht = uit.opdracht if uit else None
    stand, toon = hulpstand(inzet, scope.nu.date(), opdracht, kiest_nog=te_kiezen)
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
            *_erbij(inzet, g.om.terug.get(inzet.id, "")),
        ),
    )


def _erbij(inzet: InzetRegel, terug: str) -> Iterator[str]:
    """What somebody does in return by own choice, and that a decision was told to cost something (waarborg 9)."""
    if terug:
        yield f"Wat u graag terug wilt doen: {terug}"
    if (
        inzet.toestand not in AFGELOPEN
        and inzet.besluit
        and inzet.besluit.beslissing.eigen_bijdrage
    ):
        yield "Hiervoor betaalt u een eigen bijdrage. In de brief staat hoe dat gaat."


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
        yield f"Tot nu toe: {uit.teller.zin}."
        if uit.teller.verder and uit.teller.besloten_op and uit.traject:
            samen = (
                f"Samen beslist op {datum(uit.teller.besloten_op)}: {VERDER[uit.teller.verder]}."
            )
            yield f"{samen} {uit.traject.verder_uitleg}".strip()
        elif uit.teller.gesprek_nodig:
            dag = f" op {datum(uit.teller.gesprek_op)}" if uit.teller.gesprek_op else ""
            yield f"U praat{dag} samen over hoe het verdergaat. Er stopt niets vanzelf."
    if uit.opdracht and uit.opdracht.toestand is not uitvoering.OpdrachtToestand.KLAAR:
        yield from filter(None, (zin(uit.opdracht),))
        if uit.opdracht.contact_naam:
            wie = f"{uit.opdracht.contact_naam} {uit.opdracht.contact_telefoon}".strip()
            yield f"U kunt bellen met {wie}."


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
