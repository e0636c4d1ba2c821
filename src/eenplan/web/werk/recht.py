"""One door for whoever disagrees: four roads in plain words, then one short form, then a case one can follow (F14)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.utils.text import capfirst

from eenplan.platform import klok
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.scope import ScopedRequest
from eenplan.rechtsbescherming import api as recht
from eenplan.rechtsbescherming.api import Deur, Hoe, Onvrede, Toestand, Uitkomst, Weg, ZaakBlad
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Rij, Taak, Vervolg
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .besluit import HOE

STAND = {
    Toestand.ONTVANGEN: ("Ontvangen", "info"),
    Toestand.IN_BEHANDELING: ("In behandeling", "let-op"),
    Toestand.AFGEHANDELD: ("Afgehandeld", "goed"),
    Toestand.INGETROKKEN: ("Ingetrokken", ""),
}
UITKOMST = {
    Uitkomst.UITGELEGD: "Uitgelegd",
    Uitkomst.ZELFDE_OORDEEL: "Het oordeel blijft hetzelfde",
    Uitkomst.ANDER_OORDEEL: "Het oordeel wordt anders",
    Uitkomst.OPGELOST: "Samen opgelost",
    Uitkomst.GEGROND: "De inwoner krijgt gelijk",
    Uitkomst.DEELS_GEGROND: "De inwoner krijgt voor een deel gelijk",
    Uitkomst.ONGEGROND: "De inwoner krijgt geen gelijk",
    Uitkomst.NIET_ONTVANKELIJK: "Niet inhoudelijk behandeld",
}
KNOP = {
    Weg.UITLEG: "Vraag de uitleg",
    Weg.TWEEDE_MENING: "Vraag de tweede mening",
    Weg.KLACHT: "Leg de klacht vast",
    Weg.BEZWAAR: "Leg het bezwaar vast",
}
HIERNA = {
    Weg.BEZWAAR: (
        Vervolg(
            "Stuur de inwoner de beslissing in een brief, met de reden en de laatste dag voor beroep (Awb 7:12 en "
            "3:45). Deze brief maakt u nog buiten Eenplan.",
            "Vandaag",
        ),
        Vervolg("De laatste dag voor beroep bij de rechtbank.", "Zes weken na de brief"),
    ),
    Weg.KLACHT: (
        Vervolg(
            "Stuur de inwoner uw bevindingen in een brief, met de ombudsman erbij (Awb 9:12). Deze brief maakt u nog "
            "buiten Eenplan.",
            "Vandaag",
        ),
    ),
}
"""What who finished a case does next, outside these screens."""
GEEN_BRIEF = "geen"
INGETROKKEN = "ingetrokken"


class OnvredeFormulier(Formulier):
    """What somebody says, about which letter, and how it reached us."""

    tegen = forms.ChoiceField(
        label="Over welk besluit of welke brief gaat het?",
        widget=forms.RadioSelect,
        required=False,
        help_text="Wie daaraan werkte, behandelt dit niet. Weet u het niet? Dan behandelt niemand het die aan dit "
        "dossier werkte.",
    )
    tekst = forms.CharField(
        label="Wat zegt de inwoner?",
        widget=forms.Textarea,
        required=False,
        help_text="In de woorden van de inwoner.",
    )
    waarom_later = forms.CharField(
        label="Kwam het na de laatste dag? Schrijf op waarom.", max_length=1000, required=False
    )
    door = forms.CharField(label="Wie zegt dit?", max_length=200, required=False)
    hoe = forms.ChoiceField(
        label="Hoe kwam het binnen?",
        choices=[(hoe.value, naam) for hoe, naam in HOE.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het binnenkwam."},
    )
    op = DatumVeld(
        label="Op welke dag kwam het binnen?",
        help_text="De eerste dag waarop iemand van ons dit hoorde of las. Vanaf die dag telt het.",
        initial=klok.vandaag,
    )

    def __init__(self, deur: Deur, weg: Weg, data: object = None, **meer: object) -> None:
        super().__init__(data, **meer)  # type: ignore[arg-type]  # a QueryDict or None
        keuzes = [(str(t.id), t.titel) for t in deur.tegen]
        veld = self.fields["tegen"]
        if not keuzes or weg in (Weg.KLACHT, Weg.TWEEDE_MENING):
            del self.fields["tegen"]
        elif isinstance(veld, forms.ChoiceField):
            veld.choices = [*keuzes, (GEEN_BRIEF, "Iets anders, of dat weet ik niet")]
        if weg is not Weg.BEZWAAR:
            del self.fields["waarom_later"]
        else:
            self.fields[
                "tekst"
            ].help_text = "In de woorden van de inwoner. De redenen mogen ook later komen."

    def onvrede(self) -> Onvrede:
        """What was filled in."""
        v = self.cleaned_data
        tegen = v.get("tegen") or GEEN_BRIEF
        return Onvrede(
            tekst=v["tekst"],
            door=v["door"],
            op=v["op"],
            hoe=Hoe(v["hoe"]),
            tegen=None if tegen == GEEN_BRIEF else UUID(tegen),
            waarom_later=v.get("waarom_later", ""),
        )


def deur(request: ScopedRequest, persoon: UUID) -> HttpResponse:
    """The door: which of four things is it? Each road is one press away, and none is shut."""
    open_ = recht.open_deur(request.scope, persoon)
    gekozen = next((weg for weg in Weg if weg == request.GET.get("klaar")), None)
    return toon(
        request,
        "werk/recht_deur.html",
        {
            "deur": open_,
            "wegen": [(_adres(persoon, weg), wijzer) for weg, wijzer in recht.WEGEN.items()],
            "zaken": [_taak(z) for z in open_.zaken],
            "klaar": recht.WEGEN[gekozen] if gekozen else None,
            "dossier_url": f"/werk/dossier/{persoon}/",
        },
    )


def weg(request: ScopedRequest, persoon: UUID, weg: str) -> HttpResponse:
    """One road: say it, and it is registered. Nobody is sent away."""
    gekozen = next((w for w in Weg if w == weg), None)
    if gekozen is None:
        raise Http404
    open_ = recht.open_deur(request.scope, persoon)
    begin = {"door": open_.naam, "op": klok.vandaag()}
    data = request.POST if request.method == "POST" else None
    formulier = OnvredeFormulier(open_, gekozen, data, initial=begin)

    def doe() -> str:
        recht.dien_in(request.scope, persoon=persoon, weg=gekozen, onvrede=formulier.onvrede())
        return f"/werk/dossier/{persoon}/niet-eens/?klaar={gekozen}"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/recht_weg.html",
        {
            "deur": open_,
            "wijzer": recht.WEGEN[gekozen],
            "knop": KNOP[gekozen],
            "terug_url": f"/werk/dossier/{persoon}/niet-eens/",
            "formulier": formulier,
        },
    )


class AfrondFormulier(Formulier):
    """What came of it."""

    uitkomst = forms.ChoiceField(
        label="Wat kwam eruit?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat eruit kwam."},
    )
    toelichting = forms.CharField(
        label="Waarom?",
        widget=forms.Textarea,
        required=False,
        help_text="In woorden die de inwoner begrijpt.",
    )
    op = DatumVeld(label="Op welke dag hoorde de inwoner dit?", initial=klok.vandaag)

    def __init__(self, blad: ZaakBlad, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        veld = self.fields["uitkomst"]
        if isinstance(veld, forms.ChoiceField):
            keuzes = [(u.value, UITKOMST[u]) for u in blad.uitkomsten]
            veld.choices = [*keuzes, (INGETROKKEN, "De inwoner trekt dit in")]


INTUSSEN = "Een collega was u voor: deze zaak is niet meer in behandeling. Kijk hoe het nu staat."


class NeemFormulier(Formulier):
    """Take a case: nothing is asked."""


def zaak(request: ScopedRequest, zaak: UUID) -> HttpResponse:
    """One case: what was said, who handles it, its letters, and what is next."""
    scope = request.scope
    blad = recht.lees_zaak(scope, zaak)
    neemt = request.POST.get("actie") == "neem"
    loopt = blad.regel.toestand is Toestand.IN_BEHANDELING
    if request.method == "POST" and not neemt and not loopt:
        raise Geweigerd(INTUSSEN)
    formulier: Formulier
    if neemt or not loopt:
        formulier = NeemFormulier(request.POST or None)
    else:
        formulier = AfrondFormulier(blad, request.POST or None)

    def doe() -> str:
        if neemt:
            recht.neem_in_behandeling(scope, zaak=zaak)
        elif isinstance(formulier, AfrondFormulier):
            _rond_af(request, zaak, formulier)
        return f"/werk/zaak/{zaak}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    if neemt and loopt:
        formulier = AfrondFormulier(blad)  # taken meanwhile: the page shows how it stands now
    return toon(request, "werk/recht_zaak.html", _context(blad, formulier))


def _rond_af(request: ScopedRequest, zaak: UUID, formulier: AfrondFormulier) -> None:
    v = formulier.cleaned_data
    if v["uitkomst"] == INGETROKKEN:
        recht.trek_in(request.scope, zaak=zaak, toelichting=v["toelichting"])
        return
    recht.rond_af(
        request.scope,
        zaak=zaak,
        uitkomst=Uitkomst(v["uitkomst"]),
        toelichting=v["toelichting"],
        op=v["op"],
    )


def _context(blad: ZaakBlad, formulier: Formulier) -> dict[str, object]:
    regel = blad.regel
    return {
        "blad": blad,
        "naam_van_zaak": recht.WEGEN[regel.weg].naam,
        "stand": STAND[regel.toestand],
        "gegevens": _gegevens(blad),
        "uitkomst": UITKOMST[regel.uitkomst] if regel.uitkomst else "",
        "ingetrokken": regel.toestand is Toestand.INGETROKKEN,
        "brieven": [*_waarover(blad), *(_brief(b) for b in blad.brieven)],
        "hierna": HIERNA.get(regel.weg, ()) if regel.uitkomst else (),
        "kan_nemen": regel.toestand is Toestand.ONTVANGEN and not blad.niet_door_mij,
        "niet_door_mij": regel.toestand is Toestand.ONTVANGEN and blad.niet_door_mij,
        "kan_afronden": regel.toestand is Toestand.IN_BEHANDELING and blad.is_van_mij,
        "dossier_url": f"/werk/dossier/{regel.persoon}/",
        "formulier": formulier,
    }


def _gegevens(blad: ZaakBlad) -> list[Rij]:
    regel = blad.regel
    return [
        Rij("Gezegd", f"“{regel.tekst}”" if regel.tekst else "De redenen komen nog"),
        Rij("Door", regel.door),
        Rij("Binnengekomen", f"{opmaak.datum(regel.ontvangen_op)}, {HOE[regel.hoe].lower()}"),
        *([Rij("Gaat over", regel.tegen)] if regel.tegen else []),
        Rij("Wie behandelt", capfirst(regel.behandelaar_naam or regel.partij_naam)),
        Rij("De inwoner hoort het", f"uiterlijk {opmaak.datum(regel.uiterlijk)}"),
    ]


def _waarover(blad: ZaakBlad) -> list[Taak]:
    """What it is against, to read."""
    if blad.stuk:
        adres = f"/werk/stuk/{blad.stuk}/"
    elif blad.tegen_brief:
        adres = f"/werk/brief/{blad.tegen_brief}/"
    else:
        return []
    return [Taak("Waar het over gaat", adres, status="Lezen", hint=blad.regel.tegen)]


def _brief(brief: recht.BriefRegel) -> Taak:
    weg_ = brief.verzonden_op is not None
    stand, toon_ = ("Verstuurd", "goed") if weg_ else ("Nog versturen", "let-op")
    return Taak(brief.onderwerp, f"/werk/brief/{brief.id}/", status=stand, toon=toon_)


def _taak(regel: recht.ZaakRegel) -> Taak:
    stand, toon_ = STAND[regel.toestand]
    return Taak(
        recht.WEGEN[regel.weg].naam,
        f"/werk/zaak/{regel.id}/",
        status=stand,
        toon=toon_,
        hint=f"{regel.door}, {opmaak.datum(regel.ontvangen_op)}",
    )


def _adres(persoon: UUID, weg_: Weg) -> str:
    return f"/werk/dossier/{persoon}/niet-eens/{weg_}/"
