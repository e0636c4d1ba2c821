"""One question: what was asked, take it, name the law, hand it over. Each act is a form of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils.safestring import SafeString

from eenplan.beleid import api as beleid
from eenplan.berichten import api as berichten
from eenplan.berichten.api import BriefRegel, BriefSoort
from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import AanvraagRegel, AanvraagToestand
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import (
    FLOW,
    GEEN_ONDERWERP,
    VRAGEN,
    WETTEN,
    MeldingKaart,
    Ontvanger,
    Toestand,
)
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.termijnen import api as termijnen
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Identiteit, Kenmerk, Rij
from eenplan.web.gebieden import gebiedsnamen
from eenplan.web.verzenden import Formulier, toon, verzend

from .intake import KANALEN, SCHOLEN, VERWIJZERS
from .zoeken import gevonden

STANDEN: Mapping[Toestand, tuple[str, str]] = {
    Toestand.ONTVANGEN: ("Nieuw", "info"),
    Toestand.OPGEPAKT: ("Opgepakt", "goed"),
    Toestand.IN_ONDERZOEK: ("In onderzoek", "goed"),
    Toestand.DOORGEZET: ("Wacht op een ander team", "let-op"),
    Toestand.AFGEROND: ("Afgerond", ""),
}

# The next step of who has the question, as the button says it.
GESPREK: Mapping[Toestand, str] = {
    Toestand.OPGEPAKT: "Begin het gesprek",
    Toestand.IN_ONDERZOEK: "Naar het gesprek",
}


class Wetformulier(Formulier):
    """Which law, and why."""

    wet = forms.ChoiceField(
        label="Onder welke wet valt deze vraag?",
        choices=[*WETTEN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een wet."},
    )
    reden = forms.CharField(
        label="Waarom deze wet?",
        max_length=400,
        widget=forms.Textarea,
        error_messages={"required": "Schrijf kort op waarom deze wet geldt."},
    )

    def __init__(
        self, data: Mapping[str, str] | None = None, initial: dict[str, str] | None = None
    ) -> None:
        super().__init__(data, initial=initial, auto_id="wet_%s")


class Doorzetformulier(Formulier):
    """To whom, and why they can help better."""

    naar = forms.ChoiceField(
        label="Welk team kan beter helpen?", error_messages={"required": "Kies een team."}
    )
    reden = forms.CharField(
        label="Waarom?",
        max_length=400,
        widget=forms.Textarea,
        error_messages={"required": "Schrijf kort op waarom de ander beter kan helpen."},
    )

    def __init__(self, ontvangers: list[Ontvanger], data: Mapping[str, str] | None = None) -> None:
        super().__init__(data, auto_id="door_%s")
        naar = self.fields["naar"]
        if isinstance(naar, forms.ChoiceField):
            naar.choices = [("", "Kies een team"), *((o.sleutel, o.naam) for o in ontvangers)]


def melding(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """The question, with what can be done about it now."""
    return _pagina(request, melding)


def neem_op(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """Take it; a question another team offers is accepted by the same button."""
    formulier = Formulier(request.POST, auto_id="actie_%s")
    return _doe(
        request, formulier, melding, lambda: meldingen.neem_op(request.scope, melding=melding)
    ) or _pagina(request, melding, actie=formulier)


def zet_wet(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """Name the law, or correct it."""
    formulier = Wetformulier(request.POST.dict())
    return _doe(
        request,
        formulier,
        melding,
        lambda: meldingen.zet_wet(
            request.scope,
            melding=melding,
            wet=formulier.cleaned_data["wet"],
            reden=formulier.cleaned_data["reden"],
        ),
    ) or _pagina(request, melding, wet=formulier)


def zet_door(request: ScopedRequest, melding: UUID) -> HttpResponse:
    """Offer it to another team; it stays here until they accept (D25)."""
    formulier = Doorzetformulier(meldingen.ontvangers(request.scope), request.POST.dict())
    return _doe(
        request,
        formulier,
        melding,
        lambda: meldingen.zet_door(
            request.scope,
            melding=melding,
            naar=formulier.cleaned_data["naar"],
            reden=formulier.cleaned_data["reden"],
        ),
    ) or _pagina(request, melding, door=formulier)


def _doe(
    request: ScopedRequest, formulier: Formulier, melding: UUID, actie: Callable[[], None]
) -> HttpResponse | None:
    if request.method != "POST":
        raise Http404

    def en_terug() -> str:
        actie()
        return f"/werk/melding/{melding}/"

    return verzend(request, formulier, en_terug)


def _pagina(
    request: ScopedRequest,
    melding: UUID,
    *,
    actie: Formulier | None = None,
    wet: Wetformulier | None = None,
    door: Doorzetformulier | None = None,
) -> HttpResponse:
    scope = request.scope
    kaart, opening = meldingen.lees_open(scope, melding)
    mensen = huishoudens.personen(scope, opening.personen)
    persoon = next(p for p in mensen if p.id == kaart.persoon)
    model = meldingen.model_nu(scope)
    voorstel = _voorstel(request, kaart, persoon)
    mijn = meldingen.feiten(scope, kaart).van_mij
    return toon(
        request,
        "werk/melding.html",
        {
            "melding": kaart,
            "adres": f"/werk/melding/{melding}/",
            "dossier_url": f"/werk/dossier/{kaart.persoon}/",
            "identiteit": _identiteit(request, kaart, persoon),
            "stand": STANDEN[kaart.toestand],
            "rijen": _rijen(kaart, model),
            "gezin": [p for p in mensen if p.id != kaart.persoon],
            "termijnen": [t for t in termijnen.van(scope, melding) if t.loopt],
            "dubbel": _dubbel(request, persoon),
            "stappen": _stappen(request, kaart),
            "bevestiging": _bevestiging(scope, kaart),
            "aanvragen": _open_aanvragen(scope, kaart) if mijn else (),
            "voorstel": voorstel,
            "gesprek": GESPREK.get(kaart.toestand, "") if mijn else "",
            "geef_door": _geef_door(kaart, model) if mijn else "",
            "actie": actie or Formulier(auto_id="actie_%s"),
            "wet": wet or Wetformulier(initial=_wet_nu(kaart, voorstel)) if mijn else None,
            "door": door or (Doorzetformulier(meldingen.ontvangers(scope)) if mijn else None),
        },
    )


def _bevestiging(scope: Scope, kaart: MeldingKaart) -> BriefRegel | None:
    """The letter that confirms this question (Wmo 2015 art. 2.3.2 lid 1): ready, or when it left. One statement."""
    brieven = berichten.brieven_van(scope, [kaart.persoon])
    eigen = [b for b in brieven if b.over == kaart.id]
    return next((b for b in eigen if b.soort is BriefSoort.ONTVANGSTBEVESTIGING), None)


def _open_aanvragen(scope: Scope, kaart: MeldingKaart) -> Sequence[AanvraagRegel]:
    """Decisions that were asked about this question and wait, so that nobody registers them twice. One statement."""
    return [
        a
        for a in besluiten.aanvragen_van(scope, [kaart.persoon])
        if a.melding == kaart.id and a.toestand is AanvraagToestand.OPEN
    ]


def _geef_door(kaart: MeldingKaart, model: beleid.Toegangsmodel) -> str:
    """The one screen for a question that is passed on the same day (D6)."""
    nog = kaart.toestand in (Toestand.ONTVANGEN, Toestand.OPGEPAKT)
    return f"/werk/melding/{kaart.id}/doorgeven/" if nog and model.geeft_door(kaart.vraag) else ""


def _stappen(request: ScopedRequest, kaart: MeldingKaart) -> frozenset[str]:
    """The steps this employee can take now, from the flow itself."""
    feiten = meldingen.feiten(request.scope, kaart)
    return frozenset(
        stap.naam.replace(" ", "_")
        for stap in FLOW.stappen
        if not FLOW.weigeringen(stap.naam, feiten, kaart.toestand)
    )


def _identiteit(request: ScopedRequest, kaart: MeldingKaart, persoon: PersoonKaart) -> Identiteit:
    kenmerken = [Kenmerk("Kenmerk", kaart.referentie)]
    if persoon.geboortedatum:
        oud = opmaak.leeftijd(persoon.geboortedatum, request.scope.nu.date())
        kenmerken.append(Kenmerk("Geboren", f"{opmaak.datum(persoon.geboortedatum)} ({oud})"))
    if persoon.telefoon:
        kenmerken.append(Kenmerk("Telefoon", persoon.telefoon))
    let_op = [f"Let op bij contact: {persoon.veilige_weg}"] if persoon.veilige_weg else []
    if kaart.spoed:
        let_op.insert(0, "Dit kan niet wachten")
    if persoon.adres_geheim:
        let_op.append("Adres is geheim")
    return Identiteit(persoon.naam, tuple(kenmerken), tuple(let_op))


def _rijen(kaart: MeldingKaart, model: beleid.Toegangsmodel) -> list[Rij]:
    """The facts of the question; what does not apply, or nobody was asked, is left out."""
    namen = gebiedsnamen(model)
    waar = namen.get(kaart.buurt or kaart.wijk or "", "")
    rijen = [
        _begin(kaart),
        Rij("Wijk of buurt", waar),
        Rij("Wet", WETTEN[kaart.wet]),
    ]
    if kaart.vraag != GEEN_ONDERWERP:
        rijen.insert(0, Rij("Waar het over gaat", VRAGEN[kaart.vraag]))
    if kaart.kinderen_onder_18 is not None:
        antwoord = "Ja" if kaart.kinderen_onder_18 else "Nee"
        rijen.append(Rij("Kinderen onder de 18 in huis", antwoord))
    if kaart.school != "geen":
        rijen.append(Rij("School", SCHOLEN[kaart.school]))
    if kaart.verwijzer != "geen":
        rijen.append(Rij("Verwezen door", VERWIJZERS[kaart.verwijzer]))
    if kaart.wet_reden:
        rijen.append(Rij("Waarom deze wet", kaart.wet_reden))
    return rijen


def _begin(kaart: MeldingKaart) -> Rij:
    """How it came in, in words the resident may read too: never that somebody was worried (D7, D16)."""
    if kaart.ambtshalve:
        op = opmaak.datum(kaart.ontvangen_op)
        zin = f"De gemeente begon zelf op {op}, omdat de hulp van nu stopt."
        return Rij("Hoe dit begon", zin)
    hoe = "via het formulier" if kaart.kanaal == "web" else KANALEN[kaart.kanaal].lower()
    return Rij("Binnengekomen", f"{opmaak.moment(kaart.ontvangen_op)}, {hoe}")


def _voorstel(
    request: ScopedRequest, kaart: MeldingKaart, persoon: PersoonKaart
) -> beleid.Triageregel:
    vandaag = request.scope.nu.date()
    jaren = huishoudens.leeftijd(persoon.geboortedatum, vandaag)
    gemeente = request.scope.gemeente_sleutel
    return beleid.stel_wet_voor(
        beleid.situatie(kaart.feiten(gemeente=gemeente, op=vandaag, leeftijd=jaren))
    )


def _wet_nu(kaart: MeldingKaart, voorstel: beleid.Triageregel) -> dict[str, str]:
    """What stands in the form: the law chosen earlier, else what the policy proposes."""
    if kaart.wet_reden:
        return {"wet": kaart.wet, "reden": kaart.wet_reden}
    return {"wet": voorstel.wet, "reden": voorstel.toelichting}


def _dubbel(request: ScopedRequest, persoon: PersoonKaart) -> list[SafeString]:
    """Somebody with the same surname and date of birth: perhaps this person twice."""
    if persoon.geboortedatum is None or persoon.bsn:
        return []
    treffers = inzage.zoek(
        request.scope,
        zoeknaam=huishoudens.zoeknaam(persoon.naam),
        geboortedatum=persoon.geboortedatum,
    )
    return gevonden([t for t in treffers if t.persoon != persoon.id])
