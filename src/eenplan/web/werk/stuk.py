"""A paper from concept to sent: what is still to do, the letter as it will leave, and one main action (U6, U7, X13)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from eenplan.beleid import api as beleid
from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import Poort, StukBlad, StukSoort
from eenplan.plannen import api as plannen
from eenplan.platform import klok
from eenplan.platform.scope import ScopedRequest
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Rij, Taak, Vervolg, Waarom
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .briefbeeld import beeld
from .uitkomst import waarom

TITEL = {
    StukSoort.VERWIJSBRIEF: "Verwijsbrief",
    StukSoort.TOEKENNING: "Besluit: toekenning",
    StukSoort.AFWIJZING: "Besluit: afwijzing",
}
STAND = {
    besluiten.Toestand.CONCEPT: ("Concept", ""),
    besluiten.Toestand.VERZONDEN: ("Verstuurd", "goed"),
    besluiten.Toestand.VERVALLEN: ("Vervallen", "let-op"),
}
WET = {"wmo": "Wmo", "jeugd": "Jeugdwet", "onbekend": "Nog niet gekozen"}
# Where one opens a gate: a page of this paper, the file of the person, or nowhere but in the talk itself.
_HIER = {
    "wet": "aanvullen/",
    "boven_18": "aanvullen/",
    "omvang": "aanvullen/",
    "periode": "aanvullen/",
    "toelichting": "aanvullen/",
    "aanvraag": "aanvraag/",
    "gehoord": "motivering/",
    "motivering": "motivering/",
    "nagelezen": "aanvullen/",
    "anders_dan_onderzoek": "aanvullen/",
    "geen_leeg_budget": "motivering/",
    "niet_alleen_aanbod": "motivering/",
    "jeugdprofessional": "motivering/",
}
_IN_DOSSIER = frozenset({"doelen", "aanbieder", "toestemming"})
_IN_BRIEVEN = frozenset({"geen_open_aanvraag"})
ONDERZOEK_EERST = "aanvraag_geldt"
"""The one gate that only who has the question opens: they go to it, another reads whom to call."""
WACHT_NIET = {
    StukSoort.VERWIJSBRIEF: "De hulp kan gewoon beginnen. Alleen de brief wacht.",
    StukSoort.TOEKENNING: "Wat het team zelf kan doen, hoeft hier niet op te wachten.",
    StukSoort.AFWIJZING: "De hulp die er al is, gaat gewoon door.",
}
BEZORGING = {
    berichten.Bezorging.POST: "Met de post",
    berichten.Bezorging.PERSOONLIJK: "Niet met de post: geef de brief zelf, of langs een veilige weg",
}
ZELF_HIER = "verteld"
"""The one gate that opens with the main action itself."""


class VerstuurFormulier(Formulier):
    """Send a decision: nothing is asked any more."""


class VerteldFormulier(Formulier):
    """Send a verwijsbrief: the dated tick that the resident was told about the right to a decision (waarborg 1)."""

    verteld = forms.BooleanField(
        label="Ik heb verteld dat de inwoner altijd een besluit kan vragen",
        error_messages={
            "required": "Vertel de inwoner eerst dat een besluit vragen kan. Zet daarna dit vinkje."
        },
    )
    verteld_op = DatumVeld(label="Wanneer vertelde u dat?", initial=klok.vandaag)


def adres(stuk: UUID) -> str:
    """The page of a paper."""
    return f"/werk/stuk/{stuk}/"


def stuk(request: ScopedRequest, stuk: UUID) -> HttpResponse:
    """Look at a paper, and send it when every gate is open."""
    formulier: Formulier = VerstuurFormulier()
    if request.method == "POST":
        formulier = _formulier(request)
        antwoord = verzend(request, formulier, lambda: _verstuur(request, stuk, formulier))
        if antwoord:
            return antwoord
    blad = besluiten.lees_stuk(request.scope, stuk)
    if request.method != "POST" and blad.regel.soort is StukSoort.VERWIJSBRIEF:
        formulier = VerteldFormulier(initial={"verteld_op": blad.verteld_op or klok.vandaag()})
    return toon(request, "werk/stuk.html", _context(request, blad, formulier))


def _formulier(request: ScopedRequest) -> Formulier:
    soort = VerteldFormulier if "verteld_op_dag" in request.POST else VerstuurFormulier
    return soort(request.POST)


def _verstuur(request: ScopedRequest, stuk: UUID, formulier: Formulier) -> str:
    verteld_op = formulier.cleaned_data.get("verteld_op")
    besluiten.maak_definitief(request.scope, stuk=stuk, verteld_op=verteld_op)
    return adres(stuk)


def _context(request: ScopedRequest, blad: StukBlad, formulier: Formulier) -> dict[str, object]:
    concept = blad.regel.toestand is besluiten.Toestand.CONCEPT
    dicht = [p for p in blad.poorten if not p.ok]
    te_doen = [p for p in dicht if p.sleutel not in (ZELF_HIER, "mandaat")]
    return {
        "blad": blad,
        "titel": TITEL[blad.regel.soort],
        "stand": STAND[blad.regel.toestand],
        "concept": concept,
        "dossier_url": f"/werk/dossier/{blad.regel.persoon}/",
        "hulp_wacht_niet": WACHT_NIET[blad.regel.soort],
        "te_doen": [_taak(p, blad) for p in te_doen],
        "in_orde": [
            Taak(p.naam, klaar=True, status="In orde", hint=p.artikel) for p in blad.poorten if p.ok
        ],
        "kan_versturen": concept and blad.beslist_ik and not te_doen,
        "geen_mandaat": [p.zin for p in dicht if p.sleutel == "mandaat"],
        "leest_mee": any(p.sleutel == "tweede_lezer" for p in dicht),
        "kan_meelezen": not blad.beslist_ik and not blad.tweede_lezer,
        "gegevens": _gegevens(blad),
        "brief": beeld(blad.voorbeeld),
        "persoonlijk": blad.voorbeeld.bezorging is berichten.Bezorging.PERSOONLIJK,
        "lezers": _lezers(blad),
        "waarom": _waarom(request, blad),
        "hierna": _hierna(blad, beleid.model(request.scope.gemeente_sleutel, klok.vandaag())),
        "pdf_url": f"/werk/brief/{blad.regel.brief}.pdf" if blad.regel.brief else "",
        "motivering_url": f"{adres(blad.regel.id)}motivering/",
        "aanvullen_url": f"{adres(blad.regel.id)}aanvullen/",
        "is_afwijzing": blad.regel.soort is StukSoort.AFWIJZING,
        "formulier": formulier,
    }


def _lezers(blad: StukBlad) -> list[Taak]:
    """Each reader with their own copy; only said where there is more than one."""
    if len(blad.lezers) < 2:
        return []
    return [
        Taak(
            wie.naam,
            href=f"/werk/brief/{wie.brief}.pdf" if wie.brief else "",
            klaar=not wie.brief,
            status="" if wie.brief else "Eigen brief",
            hint=BEZORGING[wie.bezorging],
        )
        for wie in blad.lezers
    ]


def _taak(poort: Poort, blad: StukBlad) -> Taak:
    href = ""
    if poort.sleutel in _HIER:
        href = f"{adres(blad.regel.id)}{_HIER[poort.sleutel]}"
    elif poort.sleutel == ONDERZOEK_EERST:
        href = f"/werk/melding/{blad.vraag}/" if blad.vraag else ""
    elif poort.sleutel in _IN_DOSSIER:
        href = f"/werk/dossier/{blad.regel.persoon}/"
    elif poort.sleutel in _IN_BRIEVEN:
        href = f"/werk/dossier/{blad.regel.persoon}/brieven/"
    return Taak(poort.zin, href=href, status="Nog doen", toon="let-op", hint=poort.artikel)


def _gegevens(blad: StukBlad) -> list[Rij]:
    hulp, aanvraag = blad.hulp, blad.aanvraag
    rijen = [
        Rij("Voor", blad.naam),
        Rij("Hulp", hulp.wat),
        Rij("Wet", WET.get(blad.regel.wet, blad.regel.wet)),
        Rij("Wie beslist", blad.regel.beslist_naam),
    ]
    if blad.mandaat:
        rijen.append(Rij("Mandaat", blad.mandaat))
    if aanvraag:
        rijen.append(Rij("Gevraagd", f"“{aanvraag.gevraagd}”"))
        rijen.append(Rij("Door", f"{aanvraag.door}, {besluiten.HOE_ZIN[aanvraag.hoe]}"))
        rijen.append(Rij("Aanvraag", aanvraag.dag(klok.vandaag())))
        if blad.regel.verzonden_op is None:
            rijen.append(Rij("Besluit uiterlijk", opmaak.datum(aanvraag.uiterlijk)))
    if hulp.aanbieder and blad.regel.soort is not StukSoort.AFWIJZING:
        rijen.append(Rij("Wie helpt", hulp.aanbieder))
    if blad.tweede_lezer:
        rijen.append(Rij("Las mee", blad.tweede_lezer))
    if blad.regel.kenmerk:
        rijen.append(Rij("Kenmerk", blad.regel.kenmerk))
    return rijen


def _waarom(request: ScopedRequest, blad: StukBlad) -> Waarom:
    """The row that asked for this paper, with the words of the files in force that day."""
    op = klok.dag(blad.regel.opgesteld_op)
    model = beleid.model(request.scope.gemeente_sleutel, op)
    return waarom(blad.beslissing, model, beleid.wet(op))


def _begin(blad: StukBlad, model: beleid.Toegangsmodel) -> Vervolg:
    """What granted help still waits for: who gives it is chosen, or asked."""
    wie = blad.hulp.aanbieder
    if plannen.is_verdeler(model, blad.hulp.organisatie):
        return Vervolg(f"{wie} kiest wie de hulp geeft. Daarna begint de hulp.")
    if wie:
        return Vervolg(f"{wie} ziet de vraag op de eigen lijst, en laat weten wanneer het begint.")
    return Vervolg("De hulp kan beginnen.")


def _hierna(blad: StukBlad, model: beleid.Toegangsmodel) -> list[Vervolg]:
    """What happens next, in the order in which it does."""
    if blad.regel.verzonden_op is None:
        return []
    if blad.regel.soort is StukSoort.VERWIJSBRIEF:
        return [
            Vervolg(f"{blad.hulp.aanbieder} leest de brief en begint met de hulp."),
            Vervolg("De inwoner kan altijd nog een besluit vragen."),
            Vervolg("Spreek samen af wanneer jullie terugkijken op de doelen."),
        ]
    stappen = [_begin(blad, model)] if blad.regel.soort is StukSoort.TOEKENNING else []
    if dag := blad.regel.laatste_dag_bezwaar:
        stappen.append(Vervolg("Laatste dag voor bezwaar.", opmaak.datum(dag)))
    stappen.append(Vervolg("Een bezwaar gaat naar de gemeente, nooit naar wie besliste."))
    return stappen


def meelezen(request: ScopedRequest, stuk: UUID) -> HttpResponse:
    """Ask the municipality to read along, or say that one did (waarborg 19)."""
    formulier = VerstuurFormulier(request.POST or None)
    vraagt = request.POST.get("wat") == "vraag"

    def doe() -> str:
        actie = besluiten.vraag_meelezer if vraagt else besluiten.lees_mee
        actie(request.scope, stuk=stuk)
        return adres(stuk)

    antwoord = verzend(request, formulier, doe) if request.method == "POST" else None
    return antwoord or HttpResponseRedirect(adres(stuk))
