"""Yes, no, or first a conversation: each person for themselves, about one piece of help (X4; Jeugdwet 7.3.4, 7.3.5)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.text import capfirst

from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.plannen.api import Antwoord, Hoedanigheid, Uitkomst, Vraag
from eenplan.platform import klok
from eenplan.platform.scope import ScopedRequest
from eenplan.web.bouwstenen import Rij
from eenplan.web.opmaak import datum
from eenplan.web.uitvoering_beeld import hoeveel
from eenplan.web.verzenden import Formulier, verzend

from .mij import Mij, contact_van, open_mij, toon_mij

GAF = {
    Uitkomst.AKKOORD: "U zei ja",
    Uitkomst.NIET_AKKOORD: "U zei nee",
    Uitkomst.GEVRAAGD: "U wilt eerst praten",
    Uitkomst.UITZONDERING: "Deze hulp gaat door zonder uw antwoord",
}


class Antwoordformulier(Formulier):
    """What the resident says."""

    antwoord = forms.ChoiceField(
        label="Wat vindt u van deze hulp?",
        choices=[
            (Antwoord.JA.value, "Ja, ik wil deze hulp"),
            (Antwoord.NEE.value, "Nee, ik wil deze hulp niet"),
            (Antwoord.PRATEN.value, "Ik wil eerst praten"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u vindt: ja, nee, of eerst praten."},
    )
    woorden = forms.CharField(
        label="Wilt u er iets bij zeggen?",
        required=False,
        widget=forms.Textarea,
        max_length=400,
        error_messages={"max_length": "Dit is te lang. Schrijf het korter op."},
    )


def antwoord(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """The help, what each answer means, and the answer."""
    formulier = Antwoordformulier(request.POST if request.method == "POST" else None)

    def doe() -> str:
        v = formulier.cleaned_data
        plannen.geef_antwoord(
            request.scope, inzet=inzet, antwoord=Antwoord(v["antwoord"]), woorden=v["woorden"]
        )
        return f"/mijn/hulp/{inzet}/gezegd/"

    if request.method == "POST" and (gedaan := verzend(request, formulier, doe)):
        return gedaan
    mij, vraag = _open(request, inzet)
    return toon_mij(
        request,
        "inwoner/antwoord.html",
        {
            "vraag": vraag,
            "wat": _wat(mij, vraag),
            "eerder": _eerder(vraag),
            "hints": _hints(vraag),
            "namens": mij.van_wie(vraag.inzet.persoon),
            "samen": _samen(vraag),
            "kan": vraag.mijn.uitkomst is not Uitkomst.UITZONDERING,
            "formulier": formulier,
        },
    )


def gegeven(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """What was said, and what happens next."""
    mij, vraag = _open(request, inzet)
    vragen = meldingen.van_personen(request.scope, mij.personen)
    return toon_mij(
        request,
        "inwoner/antwoord_gezegd.html",
        {
            "titel": GAF[vraag.mijn.uitkomst],
            "vraag": vraag,
            "daarna": _daarna(vraag),
            "contact": contact_van(request.scope, mij, vragen),
        },
    )


def _open(request: ScopedRequest, inzet: UUID) -> tuple[Mij, Vraag]:
    mij = open_mij(request.scope)
    return mij, plannen.mijn_plan(request.scope, mij.opening).vraag(mij.zelf, inzet)


def _wat(mij: Mij, vraag: Vraag) -> list[Rij]:
    inzet = vraag.inzet
    rijen = [Rij("Hulp", f"{inzet.wat[:1].upper()}{inzet.wat[1:]}")]
    if kind := mij.van_wie(inzet.persoon):
        rijen.append(Rij("Voor", kind))
    if inzet.wie:
        rijen.append(Rij("Wie helpt", capfirst(inzet.wie)))
    if feiten := hoeveel(inzet):
        rijen.append(Rij("Hoeveel", feiten))
    return [*rijen, Rij("Voor dit doel", f"“{vraag.doel.woorden}”")]


def _eerder(vraag: Vraag) -> str:
    """What was said before, which may change; and who wrote it down."""
    mijn = vraag.mijn
    if mijn.praten_op:
        return f"U wilt eerst praten. Dat zei u op {datum(klok.dag(mijn.praten_op))}."
    if mijn.beantwoord_op is None or mijn.uitkomst not in GAF:
        return ""
    door = "" if mijn.zelf else f" {mijn.genoteerd_door} schreef dat op."
    return f"{GAF[mijn.uitkomst]} op {datum(klok.dag(mijn.beantwoord_op))}.{door}"


def _hints(vraag: Vraag) -> dict[str, str]:
    """What each answer means."""
    eerst = vraag.mijn.voor_start
    ja = "De hulp kan beginnen als iedereen die iets moet zeggen, ja zegt."
    nee = "Deze hulp begint dan niet." if eerst else "U praat samen over wat wel past."
    return {
        Antwoord.JA.value: ja if eerst else "Dan staat dit zo in uw plan.",
        Antwoord.NEE.value: f"{nee} Andere hulp gaat gewoon door.",
        Antwoord.PRATEN.value: "Uw contactpersoon belt u binnen een week. U zegt nu nog geen ja of nee.",
    }


def _samen(vraag: Vraag) -> str:
    """Who else is asked, so that nobody thinks they decide alone (Jeugdwet 7.3.4 and 7.3.5)."""
    anderen = [a.naam for a in vraag.inzet.akkoorden if a.persoon != vraag.mijn.persoon]
    if not anderen:
        return ""
    als = "Bij jeugdhulp zeggen ouders en jongeren elk zelf wat zij vinden."
    if vraag.mijn.hoedanigheid is Hoedanigheid.INWONER:
        als = "Iedereen zegt zelf wat die vindt."
    return f"{als} Dit vragen wij ook aan: {', '.join(dict.fromkeys(anderen))}."


def _daarna(vraag: Vraag) -> str:
    if vraag.mijn.uitkomst is Uitkomst.AKKOORD:
        if vraag.mijn.voor_start and vraag.inzet.akkoorden_open:
            return "Wij wachten nog op het antwoord van een ander. Daarna kan de hulp beginnen."
        return "Uw contactpersoon ziet uw antwoord vandaag en regelt wat nodig is."
    if vraag.mijn.uitkomst is Uitkomst.NIET_AKKOORD:
        return "Uw contactpersoon ziet uw antwoord vandaag en praat met u over wat wel past."
    return "Uw contactpersoon belt u binnen een week."
