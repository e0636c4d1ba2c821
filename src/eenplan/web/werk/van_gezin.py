"""What the family itself answered and wrote at the own pages, for whoever has the question (X4, U17)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from django.http import HttpResponse

from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.plannen import api as plannen
from eenplan.plannen.api import AkkoordRegel, EigenSoort, PlanBlad, Uitkomst
from eenplan.platform.scope import ScopedRequest
from eenplan.web.bouwstenen import Gebeurtenis
from eenplan.web.verzenden import Formulier, toon, verzend

from .persoonsregel import persoonsregel

ANTWOORD = {Uitkomst.AKKOORD: "zegt ja", Uitkomst.NIET_AKKOORD: "zegt nee"}
SCHREEF = {
    EigenSoort.TAAK: "gaat zelf iets doen",
    EigenSoort.OPMERKING: "wil iets zeggen",
    EigenSoort.STAP: "schreef een stap in het plan",
}


def lees(request: ScopedRequest, plan: UUID) -> HttpResponse:
    """Everything the family said themselves, newest first; one button takes it off the list."""
    formulier = Formulier(request.POST if request.method == "POST" else None)

    def doe() -> str:
        plannen.gezien_van_inwoner(request.scope, plan=plan)
        return f"/werk/plan/{plan}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    blad, opening = plannen.open_blad(request.scope, plan)
    mensen = {p.id: p for p in huishoudens.personen(request.scope, opening.personen)}
    regels = sorted(_regels(blad, mensen), key=attrgetter("wanneer"), reverse=True)
    return toon(
        request,
        "werk/plan_van_gezin.html",
        {
            "regels": regels,
            "wie": persoonsregel(mensen[blad.persoon]) if blad.persoon in mensen else None,
            "plan_url": f"/werk/plan/{plan}/",
            "formulier": formulier,
        },
    )


def _regels(blad: PlanBlad, mensen: Mapping[UUID, PersoonKaart]) -> Iterator[Gebeurtenis]:
    for doel in blad.doelen:
        href = f"/werk/plan/doel/{doel.id}/"
        for eigen in doel.eigen:
            titel = f"{eigen.door} {SCHREEF[eigen.soort]}"
            yield Gebeurtenis(titel, eigen.geschreven_op, tekst=f"“{eigen.tekst}”", href=href)
        for inzet in doel.inzet:
            for akkoord in inzet.akkoorden:
                wat, wanneer = _gezegd(akkoord)
                if wanneer is not None:
                    naam = mensen[inzet.persoon].naam if inzet.persoon in mensen else ""
                    over = (
                        f"{inzet.wat[:1].upper()}{inzet.wat[1:]}, voor {naam}"
                        if naam
                        else inzet.wat
                    )
                    tekst = f"{over}\n“{akkoord.reden}”" if akkoord.reden else over
                    hulp = f"/werk/plan/hulp/{inzet.id}/akkoord/"
                    yield Gebeurtenis(f"{akkoord.naam} {wat}", wanneer, tekst=tekst, href=hulp)


def _gezegd(akkoord: AkkoordRegel) -> tuple[str, datetime | None]:
    if not akkoord.zelf:
        return "", None
    if akkoord.praten_op is not None:
        return "wil eerst praten", akkoord.praten_op
    return ANTWOORD.get(akkoord.uitkomst, ""), akkoord.beantwoord_op
