"""The letters that a resident got: what they say, the paper itself, and what one can do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse

from eenplan.berichten import api as berichten
from eenplan.berichten.api import BriefRegel, BriefSoort
from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import StukRegel
from eenplan.platform import klok
from eenplan.platform.scope import ScopedRequest
from eenplan.termijnen import api as termijnen
from eenplan.web.bouwstenen import Taak
from eenplan.web.opmaak import datum
from eenplan.web.werk.briefbeeld import beeld

from .mij import Mij, open_mij, toon_mij


@dataclass(frozen=True, slots=True)
class Kan:
    """What one can do with a letter: a sentence, and where to go."""

    zin: str
    knop: str
    href: str


def brieven(request: ScopedRequest) -> HttpResponse:
    """Every letter to this resident, newest first."""
    mij = open_mij(request.scope)
    regels = [b for b in berichten.brieven_van(request.scope, mij.personen) if b.verzonden_op]
    return toon_mij(request, "inwoner/brieven.html", {"brieven": [_taak(b, mij) for b in regels]})


def _taak(b: BriefRegel, mij: Mij) -> Taak:
    dag = datum(klok.dag(b.verzonden_op or b.opgesteld_op))
    return Taak(b.onderwerp, f"/mijn/brieven/{b.id}/", hint=f"{dag}{van_kind(b, mij)}")


def van_kind(b: BriefRegel, mij: Mij) -> str:
    """Which of the two copies of a letter about a child this is: the parent's, or the child's own."""
    kind = mij.van_wie(b.persoon)
    if not kind:
        return ""
    return f", over {kind}, aan {kind} zelf" if b.aan == kind else f", over {kind}"


def brief(request: ScopedRequest, brief: UUID) -> HttpResponse:
    """One letter in words, with the paper and what one can do. NietGevonden for what was not sent to this resident."""
    scope = request.scope
    gelezen = berichten.lees(scope, brief)
    regel = gelezen.regel
    stukken = {s.id: s for s in besluiten.stukken_van(scope, [regel.persoon])}
    return toon_mij(
        request,
        "inwoner/brief.html",
        {
            "regel": regel,
            "op": klok.dag(regel.verzonden_op or regel.opgesteld_op),
            "brief": beeld(gelezen.voorbeeld),
            "pdf_url": f"/mijn/brieven/{brief}.pdf",
            "kan": _kan(regel, stukken.get(regel.over), scope.nu.date()),
        },
    )


def _kan(regel: BriefRegel, stuk: StukRegel | None, vandaag: date) -> Kan:
    if stuk is not None and stuk.laatste_dag_bezwaar is not None:
        laatste = termijnen.voluit(stuk.laatste_dag_bezwaar)
        href = "/mijn/oneens/bezwaar/"
        if stuk.laatste_dag_bezwaar >= vandaag:
            zin = f"Bent u het er niet mee eens? U kunt bezwaar maken tot en met {laatste}."
            return Kan(zin, "Maak bezwaar", href)
        zin = f"U kon bezwaar maken tot en met {laatste}. Had u een goede reden voor later? Zeg het dan toch."
        return Kan(zin, "Zeg dat u het niet eens bent", href)
    if regel.soort is BriefSoort.VERWIJSBRIEF:
        zin = "Bent u het er niet mee eens? Of wilt u een besluit van de gemeente? Dat kan altijd."
        return Kan(zin, "Vraag een besluit", "/mijn/besluit/")
    return Kan(
        "Klopt er iets niet in de brief? Zeg het ons.", "Zeg wat er niet klopt", "/mijn/oneens/"
    )


def pdf(request: ScopedRequest, brief: UUID) -> HttpResponse:
    """The paper itself, through the lock; in memory, never in a file or a cache."""
    papier = berichten.lees_pdf(request.scope, brief)
    return HttpResponse(
        papier.inhoud,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{papier.naam}"'},
    )
