"""One door for whoever disagrees: first which road, then the own words, then when one hears (F14, X14)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse

from eenplan.huishoudens.api import PersoonKaart
from eenplan.platform.scope import ScopedRequest
from eenplan.rechtsbescherming import api as recht
from eenplan.rechtsbescherming.api import WEGEN, Onvrede, Tegen, Weg, ZaakRegel
from eenplan.web.bouwstenen import Taak
from eenplan.web.opmaak import datum
from eenplan.web.verzenden import Formulier, verzend

from . import zaakstand
from .mij import open_mij, toon_mij

ADRES = {weg: f"/mijn/oneens/{weg.value.replace('_', '-')}/" for weg in Weg}
GEEN = "geen"


class Oneensformulier(Formulier):
    """What is wrong, in own words; for an objection also against what, and why it came later."""

    voor = forms.ChoiceField(
        label="Over wie gaat het?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies over wie het gaat."},
    )
    tegen = forms.ChoiceField(
        label="Over welke brief gaat het?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies om welke brief het gaat."},
    )
    tekst = forms.CharField(
        label="Wat is er?",
        widget=forms.Textarea,
        max_length=4000,
        help_text="Schrijf het in uw eigen woorden.",
        required=False,
    )
    waarom_later = forms.CharField(
        label="Is de laatste dag voorbij? Zeg dan waarom u nu pas schrijft",
        widget=forms.Textarea,
        max_length=1000,
        required=False,
    )

    def __init__(
        self,
        weg: Weg,
        mensen: Sequence[PersoonKaart],
        tegen: Sequence[Tegen],
        data: object = None,
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        self._keuzes("voor", [(k.id.hex, k.naam) for k in mensen] if len(mensen) > 1 else [])
        brieven = [
            (t.id.hex, f"{t.titel}. Het kan tot en met {datum(t.laatste_dag)}") for t in tegen
        ]
        over_brief = weg is Weg.BEZWAAR and bool(brieven)
        self._keuzes("tegen", [*brieven, (GEEN, "Iets anders")] if over_brief else [])
        if weg is not Weg.BEZWAAR:
            del self.fields["waarom_later"]

    def _keuzes(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        veld = self.fields[naam]
        if not keuzes:
            del self.fields[naam]
        elif isinstance(veld, forms.ChoiceField):
            veld.choices = keuzes
            self.initial.setdefault(naam, keuzes[0][0])


def deur(request: ScopedRequest) -> HttpResponse:
    """The four roads in plain words, and what was said before."""
    mij = open_mij(request.scope)
    zaken = recht.zaken_van(request.scope, mij.personen)
    wegen = [Taak(w.antwoord, ADRES[weg], hint=w.gevolg) for weg, w in WEGEN.items()]
    context = {"wegen": wegen, "zaken": [_zaak(z) for z in zaken]}
    return toon_mij(request, "inwoner/oneens.html", context)


def _zaak(z: ZaakRegel) -> Taak:
    zin, href = zaakstand.stand(z), f"/mijn/oneens/zaak/{z.id}/"
    if zaakstand.is_klaar(z):
        hint = zaakstand.uitkomst(z) or zin
        return Taak(zaakstand.naam(z), href, hint=hint, status="Klaar", toon="goed")
    hint = f"{zin} U hoort het uiterlijk {datum(z.uiterlijk)}."
    return Taak(zaakstand.naam(z), href, hint=hint)


def weg(request: ScopedRequest, weg: str) -> HttpResponse:
    """One road: what happens then, and what one wants to say."""
    gekozen = next((w for w in Weg if ADRES[w].endswith(f"/{weg}/")), None)
    if gekozen is None:
        raise Http404
    scope = request.scope
    mij = open_mij(scope)
    mensen = sorted(mij.kaarten, key=lambda k: k.id not in mij.zelf)
    tegen = (
        sorted(recht.waartegen(scope, mij.personen), key=lambda t: t.persoon not in mij.zelf)
        if gekozen is Weg.BEZWAAR
        else []
    )
    data = request.POST if request.method == "POST" else None
    formulier = Oneensformulier(gekozen, mensen, tegen, data)

    def doe() -> str:
        v = formulier.cleaned_data
        wie, over = _waarover(v.get("tegen", GEEN), v.get("voor", ""), mensen, tegen)
        onvrede = Onvrede(
            v["tekst"],
            scope.naam,
            scope.nu.date(),
            tegen=over,
            waarom_later=v.get("waarom_later", ""),
        )
        zaak = recht.dien_in(scope, persoon=wie, weg=gekozen, onvrede=onvrede)
        return f"/mijn/oneens/zaak/{zaak}/?nieuw=ja"

    if data is not None and (gedaan := verzend(request, formulier, doe)):
        return gedaan
    context = {"weg": WEGEN[gekozen], "formulier": formulier, "bezwaar": gekozen is Weg.BEZWAAR}
    return toon_mij(request, "inwoner/oneens_weg.html", context)


def _waarover(
    gekozen: str, voor: str, mensen: Sequence[PersoonKaart], tegen: Sequence[Tegen]
) -> tuple[UUID, UUID | None]:
    """Whose file it is about, and which letter; a letter says itself whose it is."""
    for t in tegen:
        if t.id.hex == gekozen:
            return t.persoon, t.id
    return next((k.id for k in mensen if k.id.hex == voor), mensen[0].id), None


def zaak(request: ScopedRequest, zaak: UUID) -> HttpResponse:
    """One case: what was said, who looks at it, and when one hears."""
    regel = recht.lees_zaak(request.scope, zaak).regel
    return toon_mij(
        request,
        "inwoner/oneens_zaak.html",
        {
            "regel": regel,
            "naam": WEGEN[regel.weg].naam,
            "stand": zaakstand.stand(regel),
            "klaar": zaakstand.is_klaar(regel),
            "uitkomst": zaakstand.uitkomst(regel),
            "stappen": zaakstand.hierna(regel),
            "nieuw": request.GET.get("nieuw") == "ja",
            "gevolg": WEGEN[regel.weg].gevolg,
        },
    )
