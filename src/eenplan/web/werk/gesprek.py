"""The conversation on one calm page: seven topics, fields of life one by one, the children, and a conclusion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken.api import (
    Blad,
    Gehoord,
    Ondersteuning,
    Oordeel,
    PersoonlijkPlan,
    Toestand,
    Voorbereiding,
)
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Conflict, Geweigerd
from eenplan.platform.scope import ScopedRequest
from eenplan.web.verzenden import Formulier, toon, verzend

from .gesprek_delen import DELEN, adres_na, bewaard, delen, noemt_adres
from .gesprek_formulier import (
    Gespreksformulier,
    getypt,
    schoon,
    stand,
)
from .gesprek_klaar import klaar, verslag
from .persoonsregel import persoonsregel

INTUSSEN = "{door} heeft deze tekst intussen gewijzigd. Lees die hieronder en bewaar dan opnieuw."


@dataclass(frozen=True, slots=True)
class _Pagina:
    """Everything a conversation page is made of."""

    blad: Blad
    wet: beleid.Wetboek
    melding: meldingen.MeldingKaart
    gezin: Sequence[PersoonKaart]
    kinderen: Sequence[PersoonKaart]

    @property
    def persoon(self) -> PersoonKaart:
        return next(p for p in self.gezin if p.id == self.blad.kern.persoon)


def _lees(request: ScopedRequest, onderzoek: UUID) -> _Pagina:
    scope = request.scope
    opening = onderzoeken.open_onderzoek(scope, onderzoek)
    blad = onderzoeken.lees(scope, onderzoek)
    gezin = huishoudens.personen(scope, opening.personen)
    vandaag = scope.nu.date()
    jaren = {p.id: huishoudens.leeftijd(p.geboortedatum, vandaag) for p in gezin}
    return _Pagina(
        blad=blad,
        wet=beleid.wet(vandaag),
        melding=next(
            m for m in meldingen.van_persoon(scope, blad.kern.persoon) if m.id == blad.kern.melding
        ),
        gezin=gezin,
        kinderen=[
            p
            for p in gezin
            if (leeftijd := jaren[p.id]) is not None and leeftijd < huishoudens.VOLWASSEN
        ],
    )


def begin(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """Begin the conversation of a question; a page with one button for who comes here by address."""
    formulier = Formulier(request.POST if request.method == "POST" else None)

    def doe() -> str:
        return f"/werk/gesprek/{onderzoeken.begin(request.scope, melding=melding)}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    kaart = meldingen.lees(request.scope, melding)
    return toon(request, "werk/gesprek_begin.html", {"formulier": formulier, "melding": kaart})


def gesprek(request: ScopedRequest, onderzoek: UUID) -> HttpResponse:
    """The page. Every button sends the whole form, so that nothing typed is ever lost."""
    pagina = _lees(request, onderzoek)
    if pagina.blad.kern.toestand is not Toestand.BEGONNEN:
        uitkomst = klaar(pagina.blad, pagina.wet, pagina.melding, pagina.gezin)
        brief = verslag(request, pagina.blad, pagina.melding, pagina.persoon)
        return toon(request, "werk/gesprek_klaar.html", uitkomst | brief)
    formulier = Gespreksformulier(
        pagina.blad,
        pagina.wet,
        pagina.kinderen,
        pagina.gezin,
        request.POST.dict() if request.method == "POST" else None,
    )
    if request.method == "POST":
        antwoord = verzend(request, formulier, lambda: _bewaar_alles(request, formulier, pagina))
        if antwoord is not None:
            return antwoord
    return toon(
        request,
        "werk/gesprek.html",
        {
            "formulier": formulier,
            "melding": pagina.melding,
            "persoon": pagina.persoon,
            "wie": persoonsregel(pagina.persoon),
            "dossier_url": f"/werk/dossier/{pagina.persoon.id}/",
            "stop_url": f"{formulier.adres}stoppen/",
            "onderwerpen": formulier.onderwerpvelden(),
            "gebieden": formulier.gebiedvelden(),
            "kinderen": formulier.kindvelden(),
            "verteld": pagina.blad.kern.voorbereid_op,
            "meer_mensen": len(pagina.gezin) > 1,
            "delen": delen(pagina.blad, pagina.kinderen),
            "bewaard": bewaard(request.GET.get("deel", ""), request.GET.get("om", "")),
        },
    )


def _bewaar_alles(request: ScopedRequest, formulier: Gespreksformulier, pagina: _Pagina) -> str:
    """Save what changed on this page, then do what the pressed button says; returns where to go."""
    _bewaar_voorbereiding(request, formulier, pagina.blad)
    _bewaar_teksten(request, formulier, pagina.blad)
    _bewaar_kinderen(request, formulier, pagina)
    actie = request.POST.get("actie", "bewaar")
    onderzoek = pagina.blad.kern.id
    _bewaar_conclusie(request, formulier, onderzoek)
    if actie == "gebied":
        sleutel = onderzoeken.zet_leefgebied_aan(
            request.scope,
            onderzoek=onderzoek,
            leefgebied=str(formulier.cleaned_data["leefgebied"]),
            reden=str(formulier.cleaned_data["reden"]),
            voor=formulier.over_wie(),
        )
        return f"{formulier.adres}#gebied-{sleutel.hex}"
    if actie == "afronden":
        if fouten := noemt_adres(formulier.teksten(), pagina.gezin):
            raise Geweigerd(velden=fouten)
        onderzoeken.rond_af(request.scope, onderzoek=onderzoek)
        return formulier.adres
    if actie == "plan":
        plan = plannen.maak(
            request.scope,
            melding=pagina.blad.kern.melding,
            deelnemers=[kind.id for kind in pagina.kinderen],
        )
        return f"/werk/plan/{plan}/"
    deel = actie.removeprefix("bewaar-")
    return adres_na(formulier.adres, deel if deel in DELEN else DELEN[-1], request.scope.nu)


def _bewaar_voorbereiding(request: ScopedRequest, formulier: Gespreksformulier, blad: Blad) -> None:
    velden = formulier.cleaned_data
    nieuw = Voorbereiding(
        Ondersteuning(velden["inwoner"] or blad.kern.inwoner),
        Ondersteuning(velden["mantelzorger"] or blad.kern.mantelzorger),
        PersoonlijkPlan(velden["eigen_plan"] or blad.kern.persoonlijk_plan),
    )
    nu = Voorbereiding(blad.kern.inwoner, blad.kern.mantelzorger, blad.kern.persoonlijk_plan)
    if nieuw != nu:
        onderzoeken.leg_voorbereiding_vast(request.scope, onderzoek=blad.kern.id, antwoorden=nieuw)


def _bewaar_teksten(request: ScopedRequest, formulier: Gespreksformulier, blad: Blad) -> None:
    """Save each text that was changed here; where somebody was first, both texts are shown and nothing is saved."""
    bewaren: dict[str, Callable[[str, int], int]] = {
        sleutel: _onderwerp(request, blad, sleutel) for sleutel in blad.onderwerpen
    } | {g.id.hex: _gebied(request, blad, g.id) for g in blad.gebieden}
    fouten: dict[str, str] = {}
    for sleutel, bewaar in bewaren.items():
        invoer = formulier.getypt(sleutel)
        if not invoer.gewijzigd:
            continue
        try:
            bewaar(invoer.tekst, invoer.versie)
        except Conflict as botsing:
            fouten[f"tekst_{sleutel}"] = _botsing(formulier, sleutel, botsing)
    if fouten:
        raise Geweigerd(velden=fouten)


def _onderwerp(request: ScopedRequest, blad: Blad, sleutel: str) -> Callable[[str, int], int]:
    def bewaar(tekst: str, versie: int) -> int:
        return onderzoeken.bewaar_onderwerp(
            request.scope, onderzoek=blad.kern.id, onderwerp=sleutel, tekst=tekst, versie=versie
        )

    return bewaar


def _gebied(request: ScopedRequest, blad: Blad, gebied: UUID) -> Callable[[str, int], int]:
    def bewaar(tekst: str, versie: int) -> int:
        return onderzoeken.bewaar_leefgebied(
            request.scope, onderzoek=blad.kern.id, leefgebied=gebied, tekst=tekst, versie=versie
        )

    return bewaar


def _botsing(formulier: Gespreksformulier, sleutel: str, botsing: Conflict) -> str:
    """Show the stored text beside the typed one; saving again then goes over the stored version."""
    formulier.botsingen[sleutel] = (botsing.opgeslagen, botsing.door)
    formulier.data = {**formulier.data, f"was_{sleutel}": f"{botsing.versie}.botsing"}
    return INTUSSEN.format(door=botsing.door)


def _bewaar_kinderen(request: ScopedRequest, formulier: Gespreksformulier, pagina: _Pagina) -> None:
    for kind in pagina.kinderen:
        velden = formulier.cleaned_data
        gesproken = bool(velden[f"kind_{kind.id.hex}"])
        woorden = schoon(velden[f"woorden_{kind.id.hex}"])
        nieuw = (gesproken, gesproken and bool(velden[f"alleen_{kind.id.hex}"]), woorden)
        nu = pagina.blad.kinderen.get(kind.id)
        was = (nu.gesproken, nu.alleen, nu.woorden) if nu else (False, False, "")
        if nieuw != was:
            onderzoeken.leg_kindgesprek_vast(
                request.scope,
                onderzoek=pagina.blad.kern.id,
                kind=kind.id,
                gehoord=Gehoord(*nieuw[:2], op=nu.op if nu else None, woorden=woorden),
                versie=nu.versie if nu else 0,
            )


def _bewaar_conclusie(
    request: ScopedRequest, formulier: Gespreksformulier, onderzoek: UUID
) -> None:
    velden = formulier.cleaned_data
    invoer = getypt(velden["tekst"], velden["was"])
    oordeel = str(velden["oordeel"])
    if not invoer.gewijzigd and oordeel == formulier.blad.kern.oordeel:
        return
    if not oordeel:
        raise Geweigerd(velden={"oordeel": "Kies of er hulp nodig is. Twijfelen mag."})
    try:
        onderzoeken.trek_conclusie(
            request.scope,
            onderzoek=onderzoek,
            oordeel=Oordeel(oordeel),
            tekst=invoer.tekst,
            versie=invoer.versie,
        )
    except Conflict as botsing:
        formulier.data = {**formulier.data, "was": f"{botsing.versie}.botsing"}
        zin = f"{INTUSSEN.format(door=botsing.door)} Er staat nu: {botsing.opgeslagen}"
        raise Geweigerd(velden={"tekst": zin}) from botsing


def bewaar(request: ScopedRequest, onderzoek: UUID, sleutel: str) -> HttpResponse:
    """Save one text while typing goes on, and answer with a line to show under it (htmx)."""
    if request.method != "POST":
        raise Http404
    scope = request.scope
    invoer = getypt(request.POST.get(f"tekst_{sleutel}"), request.POST.get(f"was_{sleutel}"))
    context: dict[str, object] = {"sleutel": sleutel, "nu": scope.nu}
    try:
        gebied = _als_sleutel(sleutel)
        if gebied is None:
            versie = onderzoeken.bewaar_onderwerp(
                scope,
                onderzoek=onderzoek,
                onderwerp=sleutel,
                tekst=invoer.tekst,
                versie=invoer.versie,
            )
        else:
            versie = onderzoeken.bewaar_leefgebied(
                scope,
                onderzoek=onderzoek,
                leefgebied=gebied,
                tekst=invoer.tekst,
                versie=invoer.versie,
            )
        context["was"] = stand(versie, invoer.tekst)
    except Conflict as botsing:
        context["door"] = botsing.door
    return toon(request, "werk/gesprek_bewaard.html", context)


def _als_sleutel(tekst: str) -> UUID | None:
    try:
        return UUID(hex=tekst)
    except ValueError:
        return None


class Stopformulier(Formulier):
    """What the resident says when they do not want to go on."""

    reden = forms.CharField(
        label="Wat zegt de inwoner?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="In de woorden van de inwoner.",
        error_messages={"required": "Schrijf op wat de inwoner zegt. Dat komt in de brief."},
    )


def stop(request: ScopedRequest, onderzoek: UUID) -> HttpResponse:
    """The resident does not want to go on: confirmed, not refused."""
    formulier = Stopformulier(request.POST if request.method == "POST" else None)

    def doe() -> str:
        onderzoeken.stop(
            request.scope, onderzoek=onderzoek, reden=schoon(formulier.cleaned_data["reden"])
        )
        return f"/werk/gesprek/{onderzoek}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    pagina = _lees(request, onderzoek)
    if pagina.blad.kern.toestand is not Toestand.BEGONNEN:
        return HttpResponseRedirect(f"/werk/gesprek/{onderzoek}/")
    return toon(
        request,
        "werk/gesprek_stoppen.html",
        {
            "formulier": formulier,
            "persoon": pagina.persoon,
            "gesprek_url": f"/werk/gesprek/{onderzoek}/",
        },
    )
