"""Add help to a goal. The ladder is the form: each lighter step asks why it is not enough (U5, D8, D27, H9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpResponse
from django.utils.text import capfirst

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.overgang import api as overgang
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetGegevens, Laag
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.voorzieningen import api as voorzieningen
from eenplan.voorzieningen.api import Aanbod
from eenplan.web.datumveld import DatumTekst, DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .hoeveel import aantal_veld, eenheid_veld, per_veld
from .persoonsregel import persoonsregel

LEVERINGEN = {"natura": "De organisatie regelt de hulp", "pgb": "De inwoner regelt de hulp (pgb)"}
ANDERS = "anders"
NODIG = "Nodig. Of schrijf op waarom jullie deze trede overslaan."
EEN_VAN = "Schrijf bij minstens één van de eerste drie treden op waarom dat niet genoeg is."
DATUMS = ("van", "tot")
DELEN = ("dag", "maand", "jaar")


@dataclass(frozen=True, slots=True)
class Tree:
    """One rung of the ladder as the form shows it: `lichter` asks why not, `gekozen` holds the help itself."""

    laag: Laag
    naam: str
    stand: str
    reden: BoundField | None = None
    verplicht: bool = False
    hint: str = ""
    eerder: str = ""


class Inzetformulier(Formulier):
    """What, who, how much, until when (K9), and a line on each lighter step."""

    laag = forms.ChoiceField(choices=[(laag.value, laag.value) for laag in Laag], required=False)
    voorziening = forms.ChoiceField(label="Welke hulp?", required=False, widget=forms.RadioSelect)
    wat = forms.CharField(label="Wat gaat er gebeuren?", required=False, max_length=200)
    wie = forms.CharField(
        label="Wie doet dat?",
        required=False,
        max_length=120,
        help_text="Kies een organisatie uit de lijst, dan krijgt die de vraag. Of typ een naam.",
        widget=forms.TextInput(attrs={"list": "organisaties"}),
    )
    aantal, eenheid, per = aantal_veld(), eenheid_veld(), per_veld()
    van = DatumVeld(label="Vanaf wanneer?", required=False)
    tot = DatumVeld(label="Tot wanneer?", required=False)
    keuze = forms.CharField(label="Waarom koos de inwoner dit?", required=False, max_length=400)
    levering = forms.ChoiceField(
        label="Wie regelt de hulp?",
        choices=[*LEVERINGEN.items()],
        initial="natura",
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        laag: Laag,
        aanbod: Sequence[Aanbod],
        treden: Mapping[Laag, str],
        data: Mapping[str, str] | None = None,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial) if initial else None)
        self.gekozen, self.aanbod = laag, {a.sleutel: a for a in aanbod}
        keuze = self.fields["voorziening"]
        if isinstance(keuze, forms.ChoiceField):
            keuze.choices = [
                *((a.sleutel, capfirst(a.naam)) for a in aanbod),
                (ANDERS, "Iets anders"),
            ]
        for lichter in plannen.lichtere_treden(laag):
            self.fields[f"niet_{lichter}"] = niet_genoeg(treden[lichter])

    def gegevens(self) -> InzetGegevens:
        """What was filled in. A line of the catalogue brings its own name, so that nothing is typed twice."""
        velden = self.cleaned_data
        gekozen = self.aanbod.get(str(velden["voorziening"]))
        pgb = velden["levering"] == "pgb"
        return InzetGegevens(
            laag=self.gekozen,
            wat=str(velden["wat"]) or (gekozen.naam if gekozen else ""),
            wie=str(velden["wie"]),
            aantal=velden["aantal"],
            eenheid=str(velden["eenheid"]),
            per=str(velden["per"]),
            van=velden["van"],
            tot=velden["tot"],
            voorziening=gekozen.sleutel if gekozen else "",
            waarom_niet_lichter={
                lichter: str(velden[f"niet_{lichter}"])
                for lichter in plannen.lichtere_treden(self.gekozen)
            },
            keuze=str(velden["keuze"]),
            levering="pgb" if pgb else "natura",
        )


def voeg_toe(request: ScopedRequest, doel: UUID) -> HttpResponse:
    """The ladder. Choosing another rung keeps what was typed; sending it adds the help."""
    scope = request.scope
    blad, regel = plannen.open_doelblad(scope, doel)
    kaarten = meedoen(scope, blad, regel)
    kaart = kaarten[regel.persoon]
    treden = namen_van_treden(scope)
    laag = _laag(request, regel)
    alle = passend(scope, voorzieningen.aanbod(scope), kaart, kaarten.values())
    aanbod = [a for a in alle if a.laag == laag]
    gaat_door = _gaat_door(scope, kaart, aanbod)
    ander = request.method == "POST" and "naar" in request.POST
    if ander:
        formulier = Inzetformulier(laag, aanbod, treden, initial=_getypt(request))
    else:
        formulier = Inzetformulier(
            laag, aanbod, treden, request.POST.dict() if request.method == "POST" else None
        )

    def doe() -> str:
        inzet = plannen.voeg_inzet_toe(scope, doel=doel, gegevens=formulier.gegevens())
        return f"/werk/plan/hulp/{inzet}/"

    if request.method == "POST" and not ander and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    uitleg = not gaat_door or any(naam.startswith("niet_") for naam in formulier.errors)
    return toon(
        request,
        "werk/inzet.html",
        {
            "formulier": formulier,
            "doel": regel,
            "van_wie": kaart.naam,
            "wie": persoonsregel(kaart),
            "plan_url": f"/werk/plan/{blad.id}/",
            "treden": _treden(formulier, regel, laag, treden, uitleg=uitleg),
            "gaat_door": gaat_door,
            "laag": laag,
            "informeel_gevraagd": _informeel_gevraagd(regel, laag) if uitleg else "",
            "hints": {a.sleutel: _hint(a) for a in aanbod if a.organisatie_naam},
            "heeft_aanbod": bool(aanbod),
            "organisaties": sorted({a.organisatie_naam for a in alle if a.organisatie_naam}),
            "van_organisatie": laag in plannen.VERWEZEN,
            "eigen": laag is Laag.EIGEN_KRACHT,
        },
    )


def meedoen(
    scope: Scope, blad: plannen.PlanBlad, doel: plannen.DoelRegel
) -> dict[UUID, PersoonKaart]:
    """Who takes part in the plan today, with whom the goal is of."""
    mee = {d.persoon for d in blad.deelnemers if d.tot is None} | {doel.persoon}
    return {k.id: k for k in huishoudens.personen(scope, mee)}


def namen_van_treden(scope: Scope) -> dict[Laag, str]:
    """What the steps of the ladder are called today."""
    return {Laag(t.laag): t.naam for t in beleid.wet(scope.nu.date()).treden}


def niet_genoeg(trede: str) -> forms.CharField:
    """The question why a lighter step is not enough; whether an answer is needed the use case says."""
    return forms.CharField(
        label=f"Waarom is ‘{trede}’ niet genoeg?", required=False, max_length=400
    )


def passend(
    scope: Scope, aanbod: Iterable[Aanbod], kaart: PersoonKaart, mee: Iterable[PersoonKaart]
) -> list[Aanbod]:
    """What fits the age of who is helped: a man of 67 is not offered youth help."""
    jaren = {k.id: huishoudens.leeftijd(k.geboortedatum, scope.nu.date()) for k in (kaart, *mee)}
    kind = any(oud is not None and oud < huishoudens.VOLWASSEN for oud in jaren.values())
    return [
        a
        for a in aanbod
        if plannen.past_bij(a.wetten, Laag(a.laag), leeftijd=jaren[kaart.id], kind_in_plan=kind)
    ]


def _gaat_door(scope: Scope, kaart: PersoonKaart, aanbod: Iterable[Aanbod]) -> list[str]:
    """The help on this rung for which an old indication stands: nobody need defend it (D20)."""
    rechten = overgang.oude_rechten(scope, kaart.id)
    return [a.naam for a in aanbod if a.sleutel in rechten]


def _laag(request: ScopedRequest, doel: plannen.DoelRegel) -> Laag:
    """The rung that was pressed or is on screen; at first the lowest that this goal has no help on yet."""
    for gevraagd in (request.POST.get("naar"), request.POST.get("laag"), request.GET.get("laag")):
        if gevraagd in {laag.value for laag in Laag}:
            return Laag(gevraagd)
    gebruikt = {i.laag for i in doel.inzet}
    return next((laag for laag in Laag if laag not in gebruikt), Laag.EIGEN_KRACHT)


def _informeel_gevraagd(doel: plannen.DoelRegel, laag: Laag) -> str:
    """The sentence above the ladder when one of the informal steps still needs a reason (U5)."""
    gegeven = {s for i in doel.inzet for s in i.waarom_niet_lichter}
    return next(
        (
            EEN_VAN
            for groep in plannen.gevraagde_treden(laag)
            if len(groep) > 1 and not gegeven.intersection(groep)
        ),
        "",
    )


def _getypt(request: ScopedRequest) -> dict[str, object]:
    """What was typed, for the same form on another rung; a line of the catalogue belongs to its own rung."""
    weg = ("csrfmiddlewaretoken", "verzendsleutel", "naar", "laag", "voorziening")
    datums = {n: DatumTekst(*(request.POST.get(f"{n}_{d}", "") for d in DELEN)) for n in DATUMS}
    tekst: dict[str, object] = {n: str(w) for n, w in request.POST.items() if n not in weg}
    return {**tekst, **datums}


def _hint(aanbod: Aanbod) -> str:
    return f"{aanbod.organisatie_naam}, {aanbod.telefoon}"


def _treden(
    formulier: Inzetformulier,
    doel: plannen.DoelRegel,
    gekozen: Laag,
    namen: Mapping[Laag, str],
    *,
    uitleg: bool,
) -> list[Tree]:
    """The rungs; `uitleg`: the lighter ones ask why they are not enough."""
    eerder = {str(s): r for i in doel.inzet for s, r in i.waarom_niet_lichter.items()}
    gegeven = set(eerder)
    hints = {
        laag: "" if len(groep) > 1 else NODIG
        for groep in plannen.gevraagde_treden(gekozen)
        if not gegeven.intersection(groep)
        for laag in groep
    }
    lichter = plannen.lichtere_treden(gekozen)
    return [
        Tree(
            laag,
            namen[laag].capitalize(),
            "gekozen" if laag is gekozen else "bekeken" if laag in lichter else "open",
            formulier[f"niet_{laag}"]
            if uitleg and laag in lichter and laag not in eerder
            else None,
            laag in hints,
            hints.get(laag, ""),
            eerder.get(laag, "") if laag in lichter else "",
        )
        for laag in Laag
    ]
