"""What waits on a plan: the one main action of its page, and looking back at it together (D8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse

from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import StukRegel
from eenplan.huishoudens import api as huishoudens
from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen import api as plannen
from eenplan.plannen.api import DoelToestand, InzetToestand, PlanBlad, PlanToestand, Uitkomst
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend
from eenplan.werk.api import VOORAF_DAGEN

from .peilen import verlopen
from .persoonsregel import persoonsregel
from .uitkomst import VERVOLGTITEL

VASTSTELLEN = "#kop-af"


@dataclass(frozen=True, slots=True)
class PlanStap:
    """What to do now, in one sentence, with the button that does it; `vervalt` when it has a day."""

    zin: str
    knop: str
    href: str
    vervalt: date | None = None


def volgende(scope: Scope, blad: PlanBlad, personen: Sequence[UUID]) -> PlanStap | None:
    """The first thing that waits: a letter, help, a look back, making it final. None when nothing does."""
    if blad.toestand is PlanToestand.AFGESLOTEN:
        return None
    return next(_stappen(scope, blad, _af_te_maken(scope, blad, personen)), None)


def _stukken(scope: Scope, blad: PlanBlad, personen: Sequence[UUID]) -> list[StukRegel]:
    """The papers about help in this plan; a plan on which nothing was decided asks no statement for them."""
    beslist = {i.id for d in blad.doelen for i in d.inzet if i.besluit is not None}
    if not beslist:
        return []
    return [s for s in besluiten.stukken_van(scope, personen) if s.inzet in beslist]


def mijn_brief(scope: Scope, blad: PlanBlad, personen: Sequence[UUID], inzet: UUID) -> str:
    """Where one finishes the letter about this help; empty when there is none, or somebody else finishes it."""
    return next(
        (f"/werk/stuk/{s.id}/" for s in _af_te_maken(scope, blad, personen) if s.inzet == inzet), ""
    )


def _af_te_maken(scope: Scope, blad: PlanBlad, personen: Sequence[UUID]) -> Iterator[StukRegel]:
    for stuk in _stukken(scope, blad, personen):
        if stuk.toestand is besluiten.Toestand.CONCEPT and (
            stuk.beslist_naam == scope.organisatie_naam
        ):
            yield stuk


def _stappen(scope: Scope, blad: PlanBlad, stukken: Iterable[StukRegel]) -> Iterator[PlanStap]:
    for stuk in stukken:
        naam = besluiten.NAAM[stuk.soort].lower()
        yield PlanStap(f"Er staat een {naam} klaar.", "Maak de brief af", f"/werk/stuk/{stuk.id}/")
    yield from _hulp(blad)
    op, straks = blad.evaluatie_op, scope.nu.date() + timedelta(days=VOORAF_DAGEN)
    if op is not None and op <= straks:
        zin = "Jullie kijken samen terug op het plan."
        yield PlanStap(zin, "Kijk terug", f"/werk/plan/{blad.id}/terugkijken/", op)
    doelen = [d for d in blad.doelen if d.toestand is DoelToestand.OPEN]
    wacht = any(i.akkoorden_open for d in blad.doelen for i in d.inzet)
    if doelen and not wacht and blad.toestand is not PlanToestand.VASTGESTELD:
        antwoorden = {a.uitkomst for d in blad.doelen for i in d.inzet for a in i.akkoorden}
        zin = "Iedereen gaf antwoord."
        if not antwoorden or Uitkomst.GEVRAAGD in antwoorden:
            zin = "Er is een doel."
        yield PlanStap(zin, "Stel het plan vast", VASTSTELLEN)


def _hulp(blad: PlanBlad) -> Iterator[PlanStap]:
    """Help that was thought of and not settled."""
    for doel in blad.doelen:
        for inzet in doel.inzet:
            if inzet.toestand is not InzetToestand.VOORGESTELD:
                continue
            href = f"/werk/plan/hulp/{inzet.id}/"
            vervolg = inzet.besluit.beslissing.vervolg if inzet.besluit else "geen"
            if vervolg != "geen":
                yield PlanStap(
                    f"{VERVOLGTITEL[vervolg]}: {inzet.wat}.", "Ga verder", f"{href}vervolg/"
                )
            elif open_ := [a.naam for a in inzet.akkoorden_open if a.naam]:
                namen = ", ".join(dict.fromkeys(open_))
                yield PlanStap(f"Nog geen akkoord van {namen}: {inzet.wat}.", "Vraag akkoord", href)
            else:
                akkoord = {a.uitkomst for a in inzet.akkoorden} == {Uitkomst.AKKOORD}
                zin = "Iedereen is akkoord" if akkoord else "Nog niet geregeld"
                yield PlanStap(f"{zin}: {inzet.wat}.", "Regel deze hulp", href)


class Terugkijkformulier(Formulier):
    """On which day one looks back again."""

    opnieuw_op = DatumVeld(
        label="Wanneer kijken jullie weer terug?",
        required=False,
        help_text="Laat leeg als dat niet meer nodig is.",
    )


def terugkijken(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Go through the goals together, and say when one looks back again."""
    scope = request.scope
    formulier = Terugkijkformulier(request.POST if request.method == "POST" else None)

    def doe() -> str:
        plannen.kijk_terug(scope, plan=plan, opnieuw_op=formulier.cleaned_data["opnieuw_op"])
        return f"/werk/plan/{plan}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    blad, opening = plannen.open_blad(scope, plan)
    mensen = {p.id: p for p in huishoudens.personen(scope, opening.personen)}
    lijnen = onderzoeken.lijnen_van(scope, opening.personen)
    namen = {wie: kaart.naam for wie, kaart in mensen.items()}
    doelen = [
        (d.woorden, namen.get(d.persoon, ""), f"/werk/plan/doel/{d.id}/")
        for d in blad.doelen
        if d.toestand is DoelToestand.OPEN
    ]
    return toon(
        request,
        "werk/plan_terugkijken.html",
        {
            "formulier": formulier,
            "doelen": doelen,
            "wie": persoonsregel(mensen[blad.persoon]) if blad.persoon in mensen else None,
            "evaluatie_op": blad.evaluatie_op,
            "peilbaar": bool(lijnen),
            "verlopen": [v for v in verlopen(lijnen, list(mensen.values())) if v.rijen],
            "peilen_url": f"/werk/dossier/{blad.persoon}/hoe-gaat-het/",
            "plan_url": f"/werk/plan/{plan}/",
        },
    )
