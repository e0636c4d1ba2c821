"""I want a decision: on every page, with what it means for the own contribution said first (X2, X14; waarborg 5)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import Gevolg, Hoe
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.plannen.api import AFGELOPEN, InzetRegel
from eenplan.platform.fouten import NietGevonden
from eenplan.platform.scope import ScopedRequest
from eenplan.web.bouwstenen import Taak, Vervolg
from eenplan.web.opmaak import datum
from eenplan.web.verzenden import Formulier, verzend

from .mij import contact_van, open_mij, toon_mij
from .standen import besluitstand


class Besluitformulier(Formulier):
    """What the resident wants decided, in own words."""

    gevraagd = forms.CharField(
        label="Waarover wilt u een besluit?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="Schrijf het in uw eigen woorden. Een paar zinnen is genoeg.",
        error_messages={
            "required": "Schrijf op waarover u een besluit wilt.",
            "max_length": "Dit is te lang. Schrijf het korter op.",
        },
    )


def kies(request: ScopedRequest) -> HttpResponse:
    """What the decision is about; with one question in sight straight to it."""
    scope = request.scope
    mij = open_mij(scope)
    vragen = meldingen.van_personen(scope, mij.personen)
    mijn = plannen.mijn_plan(scope, mij.opening)
    hulp = [i for d in mijn.doelen for i in d.inzet if i.toestand not in AFGELOPEN]
    if len(vragen) == 1 and not hulp:
        return HttpResponseRedirect(f"/mijn/besluit/{vragen[0].id}/")
    keuzes = []
    for vraag in vragen[:1]:
        keuzes += [
            Taak(_hulpnaam(i, mij.van_wie(i.persoon)), f"/mijn/besluit/{vraag.id}/?hulp={i.id.hex}")
            for i in hulp
        ]
    if not vragen:
        keuzes = [Taak(_hulpnaam(i, mij.van_wie(i.persoon)), _via(i)) for i in hulp]
    keuzes += [
        Taak(
            f"Iets anders bij uw vraag van {datum(m.ontvangen_op)}",
            f"/mijn/besluit/{m.id}/",
            hint=mij.van_wie(m.persoon),
        )
        for m in vragen
    ]
    contact = contact_van(scope, mij, vragen)
    return toon_mij(request, "inwoner/besluit_kies.html", {"keuzes": keuzes, "contact": contact})


def _hulpnaam(inzet: InzetRegel, kind: str) -> str:
    naam = f"{inzet.wat[:1].upper()}{inzet.wat[1:]}"
    return f"{naam}, voor {kind}" if kind else naam


def _via(inzet: InzetRegel) -> str:
    return f"/mijn/besluit/hulp/{inzet.id}/"


def vraag(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """What asking means, and then the request itself."""
    formulier = Besluitformulier(request.POST if request.method == "POST" else None)
    scope = request.scope
    inzet = _sleutel(request.GET.get("hulp", ""))

    def doe() -> str:
        verzoek = besluiten.Verzoek(
            formulier.cleaned_data["gevraagd"], scope.naam, Hoe.FORMULIER, scope.nu.date()
        )
        aanvraag = besluiten.vraag_besluit(scope, melding=melding, inzet=inzet, verzoek=verzoek)
        return f"/mijn/besluit/gevraagd/{aanvraag}/"

    if request.method == "POST" and (gedaan := verzend(request, formulier, doe)):
        return gedaan
    gevolg = besluiten.gevolg_van_besluit(scope, melding, inzet=inzet)
    context = {"gevolg": gevolg, "stappen": _stappen(gevolg), "formulier": formulier}
    return toon_mij(request, "inwoner/besluit.html", context)


def _sleutel(tekst: str) -> UUID | None:
    try:
        return UUID(tekst) if tekst else None
    except ValueError as fout:
        raise NietGevonden from fout


def _stappen(gevolg: Gevolg) -> list[Vervolg]:
    stappen = [Vervolg(f"Uw verzoek gaat naar {gevolg.beslisser}.", "Meteen")]
    if gevolg.voorlopig:
        zin = "Uw verzoek telt als aanvraag. Is het onderzoek eerder klaar? Dan telt het vanaf die dag."
        stappen.append(Vervolg(zin, f"Uiterlijk {datum(gevolg.geldt_vanaf)}"))
    stappen.append(
        Vervolg(
            "U krijgt een brief met het besluit.", f"Uiterlijk {datum(gevolg.besluit_uiterlijk)}"
        )
    )
    return [*stappen, Vervolg("Bent u het niet eens met het besluit? Dan kunt u bezwaar maken.")]


def via_contact(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """For who is helped on somebody else's question: whoever has it writes the request down, with today's date."""
    formulier = Formulier(request.POST if request.method == "POST" else None)

    def doe() -> str:
        plannen.vraag_besluit_via_contact(request.scope, inzet=inzet)
        return f"/mijn/besluit/hulp/{inzet}/?gevraagd=ja"

    if request.method == "POST" and (gedaan := verzend(request, formulier, doe)):
        return gedaan
    mij = open_mij(request.scope)
    mijn = plannen.mijn_plan(request.scope, mij.opening)
    regel = next((i for d in mijn.doelen for i in d.inzet if i.id == inzet), None)
    if regel is None:
        raise NietGevonden
    return toon_mij(
        request,
        "inwoner/besluit_via.html",
        {
            "wat": _hulpnaam(regel, mij.van_wie(regel.persoon)),
            "jeugd": regel.wet == "jeugd",
            "gevraagd": request.GET.get("gevraagd") == "ja",
            "contact": contact_van(request.scope, mij, ()),
            "formulier": formulier,
        },
    )


def gevraagd(request: ScopedRequest, aanvraag: UUID) -> HttpResponse:
    """That it was received, who decides, and by when."""
    blad = besluiten.lees_aanvraag(request.scope, aanvraag)
    context = {"regel": blad.regel, "stand": besluitstand(blad.regel, request.scope.nu.date(), "")}
    return toon_mij(request, "inwoner/besluit_gevraagd.html", context)
