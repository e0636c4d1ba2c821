"""Asking for a decision and following it: the button on every route, with its consequence told first (X2, K6, X14)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.text import capfirst

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import AanvraagToestand, Hoe
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel
from eenplan.meldingen import api as meldingen
from eenplan.platform import klok
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Rij, Taak, Vervolg
from eenplan.web.datumveld import DatumVeld
from eenplan.web.schermen import BESLISSER
from eenplan.web.verzenden import Formulier, toon, verzend

from .briefbeeld import beeld
from .dossier import als, doel_van
from .stuk import STAND, TITEL, VerstuurFormulier, adres

HOE = {
    Hoe.GESPREK: "In een gesprek",
    Hoe.TELEFOON: "Aan de telefoon",
    Hoe.BRIEF: "In een brief of mail",
    Hoe.FORMULIER: "Met een formulier",
}
AANVRAAGSTAND = {
    AanvraagToestand.OPEN: ("Besluit nemen", "let-op"),
    AanvraagToestand.BESLOTEN: ("Besloten", "goed"),
    AanvraagToestand.INGETROKKEN: ("Ingetrokken", ""),
}
ONDERZOEK_ZEGT = {"nodig": "er is hulp nodig", "niet_nodig": "er is geen hulp nodig"}
BRIEFSTAND = {
    berichten.Toestand.CONCEPT: ("Concept", ""),
    berichten.Toestand.VERZONDEN: ("Verstuurd", "goed"),
    berichten.Toestand.VERVALLEN: ("Vervallen", "let-op"),
}


class VerzoekFormulier(Formulier):
    """What somebody asks, in their own words."""

    gevraagd = forms.CharField(
        label="Wat vraagt de inwoner?",
        widget=forms.Textarea,
        help_text="In de woorden van de inwoner. Deze zin komt in het besluit.",
        error_messages={"required": "Schrijf op wat de inwoner vraagt, in eigen woorden."},
    )
    door = forms.CharField(
        label="Wie vraagt het?",
        max_length=200,
        error_messages={"required": "Vul in wie het vraagt."},
    )
    hoe = forms.ChoiceField(
        label="Hoe vroeg de inwoner dit?",
        choices=[(hoe.value, naam) for hoe, naam in HOE.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe de inwoner dit vroeg."},
    )
    op = DatumVeld(
        label="Op welke dag?",
        help_text="De eerste dag waarop iemand van ons dit hoorde of las. "
        "Eenplan rekent uit vanaf wanneer dit een aanvraag is.",
        initial=klok.vandaag,
    )

    def verzoek(self) -> besluiten.Verzoek:
        """What was filled in."""
        v = self.cleaned_data
        return besluiten.Verzoek(v["gevraagd"], v["door"], Hoe(v["hoe"]), v["op"])


def vragen(request: ScopedRequest, melding: UUID, inzet: UUID | None = None) -> HttpResponse:
    """The button: what it means, and then the request itself; about a question, or about one piece of its help."""
    formulier = VerzoekFormulier(request.POST or None)

    def doe() -> str:
        sleutel = besluiten.vraag_besluit(
            request.scope, melding=melding, inzet=inzet, verzoek=formulier.verzoek()
        )
        return f"/werk/besluit/{sleutel}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    gevolg = besluiten.gevolg_van_besluit(request.scope, melding, inzet=inzet)
    if request.method != "POST":
        formulier = VerzoekFormulier(initial={"door": gevolg.naam, "op": klok.vandaag()})
    return toon(
        request,
        "werk/besluit_vragen.html",
        {
            "gevolg": gevolg,
            "stappen": _gevolgen(gevolg),
            "dossier_url": f"/werk/dossier/{gevolg.persoon}/",
            "formulier": formulier,
        },
    )


def _gevolgen(gevolg: besluiten.Gevolg) -> list[Vervolg]:
    stappen = [Vervolg(f"Het verzoek gaat naar {gevolg.beslisser}.", "Meteen")]
    if gevolg.voorlopig:
        stappen.append(
            Vervolg(
                "Het verzoek wordt vanzelf een aanvraag. Is het onderzoek eerder klaar? Dan die dag.",
                f"Uiterlijk {opmaak.datum(gevolg.geldt_vanaf)}",
            )
        )
    uiterlijk = opmaak.datum(gevolg.besluit_uiterlijk)
    stappen.append(
        Vervolg("De inwoner krijgt een brief met het besluit.", f"Uiterlijk {uiterlijk}")
    )
    stappen.append(Vervolg("Tegen het besluit kan de inwoner zes weken lang bezwaar maken."))
    return stappen


def bij_stuk(request: ScopedRequest, stuk: UUID) -> HttpResponse:
    """Write down the aanvraag that a concept decision answers."""
    formulier = VerzoekFormulier(request.POST or None)

    def doe() -> str:
        besluiten.leg_aanvraag_vast(request.scope, stuk=stuk, verzoek=formulier.verzoek())
        return adres(stuk)

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    blad = besluiten.lees_stuk(request.scope, stuk)
    if request.method != "POST":
        formulier = VerzoekFormulier(initial={"door": blad.naam, "op": klok.vandaag()})
    context = {"blad": blad, "stuk_url": adres(stuk), "formulier": formulier}
    return toon(request, "werk/stuk_aanvraag.html", context)


class BesluitFormulier(Formulier):
    """Grant or refuse; which help, as far as the plan has some that the resident did not decline."""

    hulp = forms.ChoiceField(
        label="Welke hulp kent u toe?",
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": "Kies welke hulp u toekent."},
    )

    def __init__(self, keuzes: Sequence[besluiten.Hulpkeus], data: object = None) -> None:
        eerste = str(keuzes[0].id) if len(keuzes) == 1 else ""
        super().__init__(data, initial={"hulp": eerste})  # type: ignore[arg-type]  # a QueryDict or None
        veld = self.fields["hulp"]
        if isinstance(veld, forms.ChoiceField):
            veld.choices = [
                (str(k.id), capfirst(", ".join(filter(None, (k.wat, k.wie))))) for k in keuzes
            ]

    def gekozen(self) -> UUID | None:
        """The help that is granted; None while nothing was chosen."""
        hulp = self.cleaned_data["hulp"]
        return UUID(hulp) if hulp else None


def besluit(request: ScopedRequest, aanvraag: UUID) -> HttpResponse:
    """One request for a decision: what was asked, by when, and the decision on it."""
    blad = besluiten.lees_aanvraag(request.scope, aanvraag)
    keuzes = [k for k in blad.hulp if not k.geweigerd]
    formulier = BesluitFormulier(keuzes, request.POST or None)

    def doe() -> str:
        toekennen = request.POST.get("besluit") == "toekennen"
        hulp = formulier.gekozen() if toekennen else None
        return adres(
            besluiten.neem_besluit(request.scope, aanvraag=aanvraag, toekennen=toekennen, hulp=hulp)
        )

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    regel = blad.regel
    open_ = regel.toestand is AanvraagToestand.OPEN
    wacht = open_ and regel.geldt_vanaf > klok.vandaag()
    houder = _vraag_erbij(request.scope, regel)
    return toon(
        request,
        "werk/besluit.html",
        {
            "blad": blad,
            "stand": ("Wacht op het onderzoek", "info") if wacht else AANVRAAGSTAND[regel.toestand],
            "wacht": wacht,
            "houder": houder,
            "vraag": houder if wacht else None,
            "gegevens": _aanvraagrijen(regel),
            "stukken": [_stuktaak(s) for s in blad.stukken],
            "kan_besluiten": open_ and not wacht and blad.beslist_ik and not blad.stukken,
            "onderzoek_zegt": ONDERZOEK_ZEGT.get(blad.onderzoek_oordeel, ""),
            "geweigerd": [k.wat for k in blad.hulp if k.geweigerd],
            "kan_toekennen": bool(keuzes),
            "dossier_url": f"/werk/dossier/{regel.persoon}/",
            "formulier": formulier,
        },
    )


def _vraag_erbij(scope: Scope, regel: besluiten.AanvraagRegel) -> meldingen.MeldingKaart | None:
    """The question whose investigation comes first, as far as this reader may know who has it."""
    vragen = meldingen.van_persoon(scope, regel.persoon)
    return next((m for m in vragen if m.id == regel.melding), None)


def _aanvraagrijen(regel: besluiten.AanvraagRegel) -> list[Rij]:
    return [
        Rij("Gevraagd", f"“{regel.gevraagd}”"),
        Rij("Door", f"{regel.door}, {besluiten.HOE_ZIN[regel.hoe]}"),
        Rij("Aanvraag", regel.dag(klok.vandaag())),
        Rij("Waarom die dag", regel.uitleg),
        Rij("Besluit uiterlijk", opmaak.datum(regel.uiterlijk)),
        Rij("Wie beslist", regel.beslist_naam),
    ]


def _stuktaak(regel: besluiten.StukRegel) -> Taak:
    stand, toon_ = STAND[regel.toestand]
    moment = regel.verzonden_op or regel.opgesteld_op
    hint = f"{opmaak.datum(klok.dag(moment))}, {regel.beslist_naam}"
    return Taak(TITEL[regel.soort], adres(regel.id), status=stand, toon=toon_, hint=hint)


def brieven(request: ScopedRequest, persoon: UUID) -> HttpResponse:
    """Everything on paper about somebody: decisions asked, papers, letters. One statement each."""
    scope = request.scope
    doel = doel_van(request, persoon)
    inzage.openen(scope, personen=[persoon], doel=doel)
    kaarten = huishoudens.personen(scope, [persoon])
    stukken = besluiten.stukken_van(scope, [persoon])
    van_stuk = {regel.id for regel in stukken}
    losse = [b for b in berichten.brieven_van(scope, [persoon]) if b.over not in van_stuk]
    return toon(
        request,
        "werk/stukken.html",
        {
            "naam": kaarten[0].naam if kaarten else "",
            "dossier_url": f"/werk/dossier/{persoon}/{als(doel)}",
            "aanvragen": [_aanvraagtaak(a) for a in besluiten.aanvragen_van(scope, [persoon])],
            "stukken": [_stuktaak(regel) for regel in stukken],
            "verteld": [_verteldtaak(v) for v in besluiten.verteld_van(scope, [persoon])],
            "brieven": [_brieftaak(regel) for regel in losse],
            "niet_eens_url": f"/werk/dossier/{persoon}/niet-eens/"
            if scope.functie in BESLISSER and doel is not Doel.UITVOERING
            else "",
        },
    )


class VerteldFormulier(Formulier):
    """On which day it was said."""

    op = DatumVeld(label="Wanneer vertelde u dat een besluit kan?")


def verteld(request: ScopedRequest, verteld: UUID) -> HttpResponse:
    """Write down that the resident was told that a decision can be asked (waarborg 1)."""
    formulier = VerteldFormulier(request.POST or None, initial={"op": klok.vandaag()})

    def doe() -> str:
        op = formulier.cleaned_data["op"]
        persoon = besluiten.leg_verteld_vast(request.scope, verteld=verteld, op=op)
        return f"/werk/dossier/{persoon}/brieven/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    persoon, _ = berichten.open_deel(request.scope, verteld)
    return toon(
        request,
        "werk/besluit_verteld.html",
        {"brieven_url": f"/werk/dossier/{persoon}/brieven/", "formulier": formulier},
    )


def _verteldtaak(regel: besluiten.VerteldRegel) -> Taak:
    naam = f"Een besluit kan ook bij: {regel.wat}"
    if regel.op is not None:
        hint = f"Verteld op {opmaak.datum(regel.op)} door {regel.door}"
        return Taak(naam, klaar=True, status="Verteld", hint=hint)
    adres_ = f"/werk/besluit/verteld/{regel.id}/"
    return Taak(naam, adres_, status="Nog vertellen", toon="let-op", hint="Er komt geen brief")


def _aanvraagtaak(regel: besluiten.AanvraagRegel) -> Taak:
    stand, toon_ = AANVRAAGSTAND[regel.toestand]
    return Taak(
        f"“{regel.gevraagd}”",
        f"/werk/besluit/{regel.id}/",
        status=stand,
        toon=toon_,
        hint=f"{regel.door}. {regel.dag(klok.vandaag())}",
    )


def _brieftaak(regel: berichten.BriefRegel) -> Taak:
    stand, toon_ = BRIEFSTAND[regel.toestand]
    moment = regel.verzonden_op or regel.opgesteld_op
    dag = opmaak.datum(klok.dag(moment))
    hint = f"{dag}, aan {regel.aan}" if regel.aan else dag
    return Taak(regel.onderwerp, f"/werk/brief/{regel.id}/", status=stand, toon=toon_, hint=hint)


def brief(request: ScopedRequest, brief: UUID) -> HttpResponse:
    """One letter: as it lies ready, or as it left."""
    formulier = VerstuurFormulier(request.POST or None)

    def doe() -> str:
        besluiten.verstuur_brief(request.scope, brief=brief)
        return f"/werk/brief/{brief}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    vandaag = besluiten.verslag_vandaag(request.scope, brief)
    gelezen = berichten.lees(request.scope, brief, vandaag=vandaag)
    lezers = [wie.ontvanger.naam for wie in vandaag.lezers] if vandaag else []
    regel = gelezen.regel
    concept = regel.toestand is berichten.Toestand.CONCEPT
    return toon(
        request,
        "werk/stuk_brief.html",
        {
            "regel": regel,
            "naam": gelezen.naam,
            "brief": beeld(gelezen.voorbeeld),
            "stand": BRIEFSTAND[regel.toestand],
            "concept": concept,
            "gebreken": gelezen.voorbeeld.gebreken if concept else (),
            "lezers": lezers if len(lezers) > 1 else [],
            "verslag": regel.soort is berichten.BriefSoort.VERSLAG,
            "persoonlijk": gelezen.voorbeeld.bezorging is berichten.Bezorging.PERSOONLIJK,
            "pdf_url": f"/werk/brief/{brief}.pdf",
            "brieven_url": f"/werk/dossier/{regel.persoon}/brieven/",
            "formulier": formulier if formulier.is_bound else VerstuurFormulier(),
        },
    )


def pdf(request: ScopedRequest, brief: UUID) -> HttpResponse:
    """The paper itself, through the lock; in memory, never in a file or a cache."""
    vandaag = besluiten.verslag_vandaag(request.scope, brief)
    papier = berichten.lees_pdf(request.scope, brief, vandaag=vandaag)
    return HttpResponse(
        papier.inhoud,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{papier.naam}"'},
    )
