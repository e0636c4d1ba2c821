"""What somebody is asked about help they give: who helps, why not, what others take over, when one meets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from django import forms
from django.http import HttpResponse, HttpResponseRedirect

from eenplan.organisaties import api as organisaties
from eenplan.plannen.api import InzetToestand
from eenplan.platform.scope import ScopedRequest
from eenplan.uitvoering import api as uitvoering
from eenplan.uitvoering.api import Grond, Hulpblad, OpdrachtToestand, Verder
from eenplan.web.datumveld import DatumVeld
from eenplan.web.verzenden import Formulier, toon, verzend

from .dossier import als
from .persoonsregel import regel_van
from .uitvoering import KAN_OVERDRAGEN, adres


class Aanneemformulier(Formulier):
    """Who is the contact person, and from which day."""

    contact = forms.ChoiceField(
        label="Wie is de contactpersoon?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie de contactpersoon is."},
    )
    telefoon = forms.CharField(
        label="Op welk nummer is die te bereiken?",
        max_length=20,
        error_messages={"required": "Vul een telefoonnummer in."},
    )
    begint_op = DatumVeld(label="Wanneer begint de hulp?")

    def __init__(
        self, collegas: Mapping[str, str], data: Mapping[str, str] | None, nu: Mapping[str, object]
    ) -> None:
        super().__init__(data, initial=dict(nu))
        contact = self.fields["contact"]
        if isinstance(contact, forms.ChoiceField):
            contact.choices = [*collegas.items()]


class Teruggeefformulier(Formulier):
    """One of the three grounds, with a reason."""

    grond = forms.ChoiceField(
        label="Waarom kunt u deze hulp niet geven?",
        choices=[(grond.value, zin) for grond, zin in uitvoering.GROND_ZIN.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een van de drie redenen."},
    )
    uitleg = forms.CharField(
        label="Leg het uit",
        widget=forms.Textarea,
        max_length=600,
        error_messages={"required": "Schrijf op waarom u deze hulp niet kunt geven."},
    )


class Klaarformulier(Formulier):
    """What resident and network take over for this goal (U16)."""

    inwoner = forms.CharField(
        label="Wat doet de inwoner nu zelf?",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Schrijf op wat de inwoner nu zelf doet."},
    )
    netwerk = forms.CharField(
        label="Wat doen mensen om de inwoner heen?",
        widget=forms.Textarea,
        max_length=2000,
        help_text="Familie, buren, vrienden. Is dat niets? Schrijf dat op.",
        error_messages={"required": "Schrijf op wat mensen om de inwoner heen doen."},
    )


class Overdrachtformulier(Formulier):
    """When, who, with the resident or not, and what it is about."""

    op = DatumVeld(label="Wanneer?")
    wie = forms.CharField(
        label="Wie zijn erbij?",
        max_length=300,
        error_messages={"required": "Schrijf op wie erbij zijn."},
    )
    met = forms.ChoiceField(
        label="Is de inwoner erbij?",
        choices=[("ja", "Ja"), ("nee", "Nee")],
        initial="ja",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of de inwoner erbij is."},
    )
    waarom_zonder = forms.CharField(
        label="Waarom is de inwoner er niet bij?", required=False, max_length=300
    )
    afspraken = forms.CharField(
        label="Waar gaat het over?", widget=forms.Textarea, required=False, max_length=2000
    )


class Geweestformulier(Formulier):
    """The hand-over took place: when, and what was agreed."""

    dag = DatumVeld(label="Wanneer was de overdracht?")
    gezegd = forms.CharField(
        label="Wat hebben jullie afgesproken?",
        widget=forms.Textarea,
        max_length=2000,
        error_messages={"required": "Schrijf op wat jullie hebben afgesproken."},
    )


class Verderformulier(Formulier):
    """What was decided together."""

    verder = forms.ChoiceField(
        label="Wat hebben jullie samen beslist?",
        choices=[
            (Verder.DOOR.value, "De hulp gaat door"),
            (Verder.ZELF.value, "De inwoner kan zelf verder. De hulp stopt"),
            (Verder.ANDERS.value, "Er is andere hulp nodig. Tot die er is, gaat deze hulp door"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat jullie hebben beslist."},
    )
    uitleg = forms.CharField(
        label="Wat hebben jullie besproken?",
        widget=forms.Textarea,
        max_length=600,
        error_messages={"required": "Schrijf op wat jullie hebben besproken."},
    )


def _aan_zet(request: ScopedRequest, hulp: Hulpblad, *standen: OpdrachtToestand) -> bool:
    """Whether who asks was asked for this help, and it is in one of these states."""
    opdracht = hulp.stand.opdracht
    if opdracht is None or opdracht.organisatie != request.scope.organisatie_id:
        return False
    return opdracht.toestand in standen


def _niet_nu(inzet: UUID) -> HttpResponse:
    """This question is not asked now, or not of this reader: the page of the help says what is."""
    return HttpResponseRedirect(adres(inzet))


def _gestuurd(request: ScopedRequest) -> Mapping[str, str] | None:
    return request.POST.dict() if request.method == "POST" else None


def _vraag(
    request: ScopedRequest,
    hulp: Hulpblad,
    formulier: Formulier,
    doe: Callable[[], str],
    sjabloon: str,
    **meer: object,
) -> HttpResponse:
    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    inzet = hulp.blad.inzet
    wie = regel_van(request.scope, inzet.persoon, als(hulp.doel))
    context = {"hulp": hulp, "formulier": formulier, "terug_url": adres(inzet.id), "wie": wie}
    return toon(request, sjabloon, context | meer)


def aannemen(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """Accept what was asked."""
    scope = request.scope
    hulp = uitvoering.open_hulpblad(scope, inzet)
    if not _aan_zet(request, hulp, OpdrachtToestand.GEVRAAGD):
        return _niet_nu(inzet)
    collegas = {c.id.hex: c.naam for c in organisaties.collegas(scope)}
    begin = hulp.blad.inzet.van
    nu = {
        "contact": scope.actor.hex,
        "begint_op": begin if begin and begin >= scope.nu.date() else None,
    }
    formulier = Aanneemformulier(collegas, _gestuurd(request), nu)

    def doe() -> str:
        velden = formulier.cleaned_data
        aanname = uitvoering.Aanname(
            UUID(velden["contact"]), velden["telefoon"], velden["begint_op"]
        )
        uitvoering.neem_aan(scope, inzet=inzet, aanname=aanname)
        return adres(inzet)

    return _vraag(request, hulp, formulier, doe, "werk/uitvoering_aannemen.html")


def teruggeven(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """Refuse before the start, on one of three grounds (F11)."""
    hulp = uitvoering.open_hulpblad(request.scope, inzet)
    if not _aan_zet(request, hulp, OpdrachtToestand.GEVRAAGD, OpdrachtToestand.AANGENOMEN):
        return _niet_nu(inzet)
    formulier = Teruggeefformulier(_gestuurd(request))

    def doe() -> str:
        velden = formulier.cleaned_data
        uitvoering.geef_terug(
            request.scope, inzet=inzet, grond=Grond(velden["grond"]), uitleg=velden["uitleg"]
        )
        return "/werk/"  # who gives it back does not look along any more

    return _vraag(request, hulp, formulier, doe, "werk/uitvoering_teruggeven.html")


def klaar(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """The help is done."""
    hulp = uitvoering.open_hulpblad(request.scope, inzet)
    if not _aan_zet(request, hulp, OpdrachtToestand.BEGONNEN):
        return _niet_nu(inzet)
    formulier = Klaarformulier(_gestuurd(request))

    def doe() -> str:
        velden = formulier.cleaned_data
        uitvoering.rond_af(
            request.scope, inzet=inzet, inwoner=velden["inwoner"], netwerk=velden["netwerk"]
        )
        return "/werk/"

    return _vraag(request, hulp, formulier, doe, "werk/uitvoering_klaar.html")


def overdracht(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """Agree on a warm hand-over, or write down that it took place."""
    scope = request.scope
    hulp = uitvoering.open_hulpblad(scope, inzet)
    opdracht, komend = hulp.stand.opdracht, hulp.stand.komende_overdracht
    if opdracht is None or opdracht.toestand not in KAN_OVERDRAGEN:
        return _niet_nu(inzet)
    gestuurd = _gestuurd(request)
    geweest = gestuurd is not None and "gezegd" in gestuurd
    begin = (
        {
            "op": komend.op,
            "wie": komend.wie,
            "met": "ja" if komend.met_inwoner else "nee",
            "waarom_zonder": komend.waarom_zonder,
            "afspraken": komend.afspraken,
        }
        if komend
        else {}
    )
    plan = Overdrachtformulier(None if geweest else gestuurd, initial=begin)
    verslag = Geweestformulier(gestuurd if geweest else None, initial={"dag": scope.nu.date()})

    def doe() -> str:
        velden = (verslag if geweest else plan).cleaned_data
        if geweest:
            uitvoering.leg_overdracht_vast(
                scope, inzet=inzet, op=velden["dag"], afspraken=velden["gezegd"]
            )
        else:
            uitvoering.plan_overdracht(scope, inzet=inzet, plan=_plan(velden))
        return adres(inzet)

    meer = {"plan": plan, "verslag": verslag, "komend": komend}
    formulier = verslag if geweest else plan
    return _vraag(request, hulp, formulier, doe, "werk/uitvoering_overdracht.html", **meer)


def _plan(velden: Mapping[str, object]) -> uitvoering.Overdrachtsplan:
    return uitvoering.Overdrachtsplan(
        op=velden["op"],  # type: ignore[arg-type]  # a DatumVeld
        wie=str(velden["wie"]),
        met_inwoner=velden["met"] == "ja",
        waarom_zonder=str(velden["waarom_zonder"]),
        afspraken=str(velden["afspraken"]),
    )


def verder(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """What was decided about a light track that is nearly used up."""
    hulp = uitvoering.open_hulpblad(request.scope, inzet)
    teller = hulp.stand.teller
    loopt = hulp.blad.inzet.toestand is InzetToestand.LOOPT
    if teller is None or not loopt or not teller.gesprek_nodig:
        return _niet_nu(inzet)
    formulier = Verderformulier(_gestuurd(request))

    def doe() -> str:
        velden = formulier.cleaned_data
        keuze = Verder(velden["verder"])
        uitvoering.beslis_verder(request.scope, inzet=inzet, verder=keuze, uitleg=velden["uitleg"])
        return adres(inzet)

    meer = {"teller": teller}
    return _vraag(request, hulp, formulier, doe, "werk/uitvoering_verder.html", **meer)
