"""The arrangement of a municipality: for its policy adviser in full, for everybody in short."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Toegangsmodel
from eenplan.platform.scope import ScopedRequest
from eenplan.web.bouwstenen import Waarom
from eenplan.web.openbaar import gemeente as gegevens
from eenplan.web.verzenden import toon
from eenplan.web.werk.uitkomst import Helper, Uitkomst, uitkomst, waarom

from . import beeld
from .formulier import HOOFDVELDEN, MEER, VINKJES, Situatieformulier

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _model(request: ScopedRequest) -> Toegangsmodel:
    """The version that was asked for, else the one in force today, else the first one."""
    versies = beleid.versies(request.scope.gemeente_sleutel)
    gevraagd = request.GET.get("versie")
    if gevraagd:
        model = next((m for m in versies if m.geldig_vanaf.isoformat() == gevraagd), None)
        if model is None:
            raise Http404
        return model
    vandaag = request.scope.nu.date()
    return next((m for m in reversed(versies) if m.geldig_vanaf <= vandaag), versies[0])


def _dag(request: ScopedRequest, model: Toegangsmodel) -> date:
    """A day on which this version is in force: today when it is, else its first."""
    vandaag = request.scope.nu.date()
    geldt = beleid.model(model.sleutel, vandaag) if vandaag >= model.geldig_vanaf else None
    return vandaag if geldt is model else model.geldig_vanaf


def model(request: ScopedRequest) -> HttpResponse:
    """Everything the file says, each rule with its source or our assumption."""
    dit = _model(request)
    op = _dag(request, dit)
    wet = beleid.wet(op)
    aannames, regels = beeld.aantal_aannames(dit)
    versie = f"?versie={dit.geldig_vanaf}"
    return toon(
        request,
        "beleid/model.html",
        {
            "model": dit,
            "kanalen": beeld.herkomst(dit.kanalen),
            "partijen": [(p, beeld.herkomst(p)) for p in dit.partijen],
            "wetsregels": beeld.beslisregels(dit, wet.regels),
            "beslistabel": beeld.beslisregels(dit, dit.beslistabel),
            "routering": beeld.routering(dit),
            "bedragen": beeld.bedragen(dit, wet, op),
            "termijnen": beeld.termijnen(wet),
            "let_op": wet.let_op,
            "versies": beeld.versies(dit.sleutel, dit),
            "aannames": aannames,
            "regels": regels,
            "werkboek_url": f"/beleid/werkboek/{versie}",
            "proef_url": f"/beleid/proberen/{versie}",
            "openbaar_url": _openbaar(request, dit),
        },
    )


def _openbaar(request: ScopedRequest, dit: Toegangsmodel) -> str:
    """The same in plain words; nowhere before the first day of this municipality."""
    begint_nog = gegevens.vanaf(dit.sleutel, request.scope.nu.date())
    return "" if begint_nog else f"/{dit.sleutel}/zo-werkt-het/"


def werkboek(request: ScopedRequest) -> HttpResponse:
    """The same model as a spreadsheet."""
    dit = _model(request)
    antwoord = HttpResponse(beleid.werkboek(dit), content_type=XLSX)
    naam = f"toegangsmodel-{dit.sleutel}-{dit.geldig_vanaf}.xlsx"
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def proberen(request: ScopedRequest) -> HttpResponse:
    """Try a situation: the outcome as a professional sees it, with why, and who takes the question."""
    dit = _model(request)
    gevuld = bool(set(request.GET) - {"versie"})
    formulier = Situatieformulier(dit, request.GET if gevuld else None)
    context: dict[str, object] = {
        "model": dit,
        "formulier": formulier,
        "hoofdvelden": [formulier[naam] for naam in HOOFDVELDEN],
        "meer": [formulier[naam] for naam in MEER],
        "vinkjes": [formulier[naam] for naam in VINKJES],
        "model_url": f"/beleid/?versie={dit.geldig_vanaf}",
    }
    if gevuld and formulier.is_valid():
        context |= _antwoord(dit, formulier.situatie(), _dag(request, dit))
    return toon(request, "beleid/proberen.html", context)


def _antwoord(dit: Toegangsmodel, gegevens_: dict[str, object], op: date) -> dict[str, object]:
    situatie = beleid.situatie({**gegevens_, "gemeente": dit.sleutel, "op": op})
    route = beleid.routeer(situatie)
    beslissing = beleid.beslis(situatie)
    uit: Uitkomst = uitkomst(beslissing, helper=Helper(), vanaf=None)
    uitleg: Waarom = waarom(beslissing, dit, beleid.wet(op))
    return {
        "uitkomst": uit,
        "waarom": uitleg,
        "let_op": beslissing.let_op,
        "route": route,
        "partij": dit.partij_op_sleutel[route.partij],
        "team": dit.team_op_sleutel.get(route.team or ""),
        "wet_voorstel": beleid.stel_wet_voor(situatie).toelichting,
    }


def zo_werkt_het(request: ScopedRequest, gemeente: str) -> HttpResponse:
    """The arrangement in plain words, for everybody."""
    dit = gegevens.model_van(request, gemeente)
    op = request.scope.nu.date()
    wet = beleid.wet(op)
    return toon(
        request,
        "beleid/zo_werkt_het.html",
        gegevens.schil(dit)
        | {
            "model": dit,
            "partijen": gegevens.voordeuren(dit),
            "routering": beeld.routering(dit),
            "beslistabel": beeld.beslisregels(dit, dit.beslistabel),
            "bijdrage": beeld.bedragen(dit, wet, op)[:1] if wet.bijdrage_op(op) else [],
            "termijnen": [feit for feit in beeld.termijnen(wet) if not feit.controleren],
            "vraag_url": f"/{gemeente}/vraag/",
            "terug_url": f"/{gemeente}/",
        },
    )
