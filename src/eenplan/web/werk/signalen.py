"""Signals: record one, see those of one's own team together by place, and say what came of one (D7, U15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse

from eenplan.meldingen import api as meldingen
from eenplan.platform.scope import ScopedRequest
from eenplan.signalen import api as signalen
from eenplan.signalen.api import Geinformeerd, SignaalGegevens, SignaalRegel, Soort, Toestand
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Rij
from eenplan.web.datumveld import DatumVeld
from eenplan.web.gebieden import Keuzes, gebiedskeuzes, gebiedsnamen
from eenplan.web.verzenden import Formulier, toon, verzend

LIJST = "/werk/signalen/"
SOORTEN = {
    Soort.PERSOON: "Over iemand die niet om hulp vroeg",
    Soort.PLEK: "Over een plek waar iets vaker gebeurt",
}
WEET_HET = {
    Geinformeerd.JA: "Ja, ik heb het verteld",
    Geinformeerd.BIJ_CONTACT: "Nog niet: wie contact zoekt, vertelt het",
    Geinformeerd.ONBEKEND: "Nee: we weten niet wie het is",
    Geinformeerd.GEVAAR: "Nee: vertellen brengt iemand in gevaar",
    Geinformeerd.PLEK: "Het gaat over een plek, niet over iemand",
}
STANDEN = {
    Toestand.OPEN: ("Nieuw", "info"),
    Toestand.CONTACT: ("Contact gehad", "goed"),
    Toestand.GESLOTEN: ("Niets meer nodig", ""),
    Toestand.VRAAG: ("Werd een vraag", ""),
}


class Signaalformulier(Formulier):
    """As little as works: where, what was seen, and whether the person knows."""

    soort = forms.ChoiceField(
        label="Waarover gaat het signaal?",
        choices=[*SOORTEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waarover het gaat."},
    )
    gebied = forms.ChoiceField(
        label="In welke wijk of buurt?", error_messages={"required": "Kies een wijk of buurt."}
    )
    plek = forms.CharField(
        label="Waar is het?",
        max_length=120,
        help_text="Zonder naam. Dit staat op de lijst van wie kijkt. Bijvoorbeeld: de flat aan het plein.",
        error_messages={"required": "Schrijf op waar het is, zonder naam."},
    )
    tekst = forms.CharField(
        label="Wat zag of hoorde u?",
        widget=forms.Textarea,
        max_length=signalen.LANGSTE_TEKST,
        help_text="Alleen wat nodig is om te kijken. Geen ziekte, geen vermoeden.",
        error_messages={"required": "Schrijf op wat u zag of hoorde."},
    )
    wie = forms.CharField(
        label="Hoe herkennen we deze persoon?",
        required=False,
        max_length=200,
        help_text="Zo weinig als kan. Laat het leeg bij een plek.",
    )
    geinformeerd = forms.ChoiceField(
        label="Weet deze persoon van het signaal?",
        choices=[*WEET_HET.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Zeg of deze persoon van het signaal weet."},
    )
    reden = forms.CharField(
        label="Waarom weet deze persoon het niet?",
        required=False,
        max_length=400,
        help_text="Nodig als u het niet hebt verteld.",
    )
    kijken_op = DatumVeld(
        label="Wanneer moet er iemand kijken?", required=False, help_text="Leeg is over een week."
    )
    verloopt_op = DatumVeld(
        label="Wanneer mag het signaal weg?",
        required=False,
        help_text="Leeg is over drie maanden. Na deze dag is het vanzelf weg.",
    )

    def __init__(self, keuzes: Keuzes, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        gebied = self.fields["gebied"]
        if isinstance(gebied, forms.ChoiceField):
            gebied.choices = keuzes

    def gegevens(self) -> SignaalGegevens:
        """The signal as it was filled in."""
        velden = self.cleaned_data
        return SignaalGegevens(
            soort=Soort(velden["soort"]),
            gebied=velden["gebied"],
            plek=velden["plek"],
            tekst=velden["tekst"],
            geinformeerd=Geinformeerd(velden["geinformeerd"]),
            wie=velden["wie"],
            reden=velden["reden"],
            kijken_op=velden["kijken_op"],
            verloopt_op=velden["verloopt_op"],
        )


class Contactformulier(Formulier):
    """That there was contact; what was said is not kept."""

    kijken_op = DatumVeld(
        label="Wanneer kijkt u weer?",
        error_messages={"required": "Vul in wanneer u weer kijkt."},
    )
    verteld = forms.BooleanField(
        label="Ik heb verteld dat er een signaal is en van wie het komt", required=False
    )


@dataclass(frozen=True, slots=True)
class Signaalbeeld:
    """A signal as one line."""

    plek: str
    href: str
    soort: str
    stand: str
    toon: str
    regel: SignaalRegel


@dataclass(frozen=True, slots=True)
class Plaats:
    """The signals of one area together."""

    naam: str
    signalen: Sequence[Signaalbeeld]


def lijst(request: ScopedRequest) -> HttpResponse:
    """The living signals of one's own party, area by area."""
    regels = signalen.mijn_signalen(request.scope)
    namen = gebiedsnamen(meldingen.model_nu(request.scope))
    plaatsen = [
        Plaats(namen.get(gebied, gebied), [_beeld(r) for r in van_hier])
        for gebied, van_hier in groupby(regels, key=lambda r: r.gebied)
    ]
    return toon(
        request,
        "werk/signalen.html",
        {
            "plaatsen": plaatsen,
            "kijker": signalen.kijker(request.scope),
            "net_vastgelegd": "klaar" in request.GET,
        },
    )


def _beeld(regel: SignaalRegel) -> Signaalbeeld:
    stand, toon_ = STANDEN[regel.toestand]
    soort = "Iemand" if regel.soort is Soort.PERSOON else "Een plek"
    return Signaalbeeld(regel.plek, f"/werk/signaal/{regel.id}/", soort, stand, toon_, regel)


def nieuw(request: ScopedRequest) -> HttpResponse:
    """Record a signal; then the list, which says who looks."""
    scope = request.scope
    keuzes = gebiedskeuzes(meldingen.model_nu(scope))
    formulier = Signaalformulier(keuzes, request.POST.dict() if request.method == "POST" else None)

    def doe() -> str:
        signalen.leg_vast(scope, gegevens=formulier.gegevens())
        return f"{LIJST}?klaar=ja"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/signaal_nieuw.html",
        {"formulier": formulier, "kijker": signalen.kijker(scope), "terug": LIJST},
    )


def signaal(request: ScopedRequest, signaal: UUID) -> HttpResponse:
    """One signal, with the three things that can come of it."""
    formulier = Contactformulier(request.POST if request.method == "POST" else None)

    def doe() -> None:
        velden = formulier.cleaned_data
        signalen.noteer_contact(
            request.scope,
            signaal=signaal,
            verteld=velden["verteld"],
            kijken_op=velden["kijken_op"],
        )

    if request.method == "POST" and (antwoord := _doe(request, formulier, doe)):
        return antwoord
    return _pagina(request, signaal, contact=formulier)


def sluit(request: ScopedRequest, signaal: UUID) -> HttpResponse:
    """Nothing more is needed."""
    if request.method != "POST":
        raise Http404
    formulier = Formulier(request.POST, auto_id="sluit_%s")
    return _doe(
        request, formulier, lambda: signalen.sluit(request.scope, signaal=signaal)
    ) or _pagina(request, signaal, sluiten=formulier)


def _doe(
    request: ScopedRequest, formulier: Formulier, actie: Callable[[], None]
) -> HttpResponse | None:
    def en_terug() -> str:
        actie()
        return LIJST

    return verzend(request, formulier, en_terug)


def _pagina(
    request: ScopedRequest,
    signaal: UUID,
    *,
    contact: Contactformulier | None = None,
    sluiten: Formulier | None = None,
) -> HttpResponse:
    scope = request.scope
    gelezen = signalen.lees(scope, signaal)
    regel = gelezen.regel
    anderen = [
        _beeld(r)
        for r in signalen.mijn_signalen(scope)
        if r.gebied == regel.gebied and r.id != regel.id
    ]
    namen = gebiedsnamen(meldingen.model_nu(scope))
    return toon(
        request,
        "werk/signaal.html",
        {
            "signaal": gelezen,
            "stand": STANDEN[regel.toestand],
            "loopt": regel.toestand in (Toestand.OPEN, Toestand.CONTACT),
            "rijen": _rijen(gelezen, namen.get(regel.gebied, regel.gebied)),
            "anderen": anderen,
            "contact": contact or Contactformulier(),
            "sluiten": sluiten or Formulier(auto_id="sluit_%s"),
            "terug": LIJST,
            "vraag_url": f"/werk/melding/nieuw/?signaal={signaal}",
            "vertel": regel.geinformeerd is Geinformeerd.BIJ_CONTACT,
        },
    )


def _rijen(gelezen: signalen.Signaal, gebied: str) -> list[Rij]:
    regel = gelezen.regel
    rijen = [Rij("Wijk of buurt", gebied)]
    if gelezen.wie:
        rijen.append(Rij("Wie", gelezen.wie))
    rijen.append(Rij("Weet ervan", WEET_HET[regel.geinformeerd]))
    if gelezen.reden:
        rijen.append(Rij("Waarom niet verteld", gelezen.reden))
    return [
        *rijen,
        Rij("Vastgelegd", f"{opmaak.datum(regel.gezien_op)}, door {regel.door}"),
        Rij("Is vanzelf weg na", opmaak.datum(regel.verloopt_op)),
    ]
