"""What one piece of help needs: who agrees, what the policy says and why, and the one button that does it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args
from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.beleid import api as beleid
from eenplan.beleid.woordenschat import OordeelInwoner, OordeelTeam
from eenplan.besluiten import api as besluiten
from eenplan.huishoudens import api as huishoudens
from eenplan.plannen import api as plannen
from eenplan.plannen.api import (
    Hoedanigheid,
    InzetBlad,
    InzetToestand,
    Keuzes,
    Uitkomst,
    Vereist,
)
from eenplan.platform import klok
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.scope import ScopedRequest
from eenplan.web import opmaak
from eenplan.web.bouwstenen import Rij
from eenplan.web.uitvoering_beeld import hoeveel
from eenplan.web.verzenden import Formulier, toon, verzend

from .persoonsregel import Persoonsregel, persoonsregel
from .uitkomst import helper_van, uitkomst, waarom

INWONER = {
    "akkoord": "Ja, akkoord met deze hulp",
    "wil_verwijzing": "Wil iets anders: een verwijzing",
    "weigert_aanbod": "Nee, wil dit niet",
    "vraagt_beschikking": "Vraagt om een besluit op papier",
}
TEAM = {
    "nodig": "Ja, deze hulp is nodig",
    "niet_nodig": "Nee, deze hulp is niet nodig",
    "twijfel": "We twijfelen nog",
}
KIES = {
    "oordeel_inwoner": "Kies wat de inwoner zegt.",
    "oordeel_team": "Kies wat het team vindt.",
}
ALS = {
    "oordeel_inwoner": "de inwoner akkoord is",
    "oordeel_team": "het team deze hulp nodig vindt",
}
HELPT_NIET = ("niet_nodig", "akkoord")
NIET_SAMEN = "Het team vindt deze hulp niet nodig. Kies wat de inwoner dan wil, of kies ‘Dit gaat niet door’."
VRAAGT_ANTWOORD = frozenset({"beslis", "begin"})
# Who must agree stands on the page by name; the general warning would say it twice.
TOESTEMMING = frozenset({"toestemming_jeugdige", "toestemming_ouders"})
NOEM_HET_BEDRAG = "eigen_bijdrage_bij_besluit"
ZELF = frozenset({Hoedanigheid.INWONER})
HOEDANIGHEID = {"inwoner": "", "jeugdige": "jongere", "ouder": "ouder met gezag"}


class Beslisformulier(Formulier):
    """What team and resident say. The rest of the situation is known."""

    oordeel_inwoner = forms.ChoiceField(
        label="Wat zegt de inwoner?",
        choices=[*INWONER.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    woorden = forms.CharField(
        label="Waarom wil de inwoner dit niet?",
        widget=forms.Textarea,
        required=False,
        max_length=400,
        help_text="Alleen bij nee. In de woorden van de inwoner, ook van wie de hulp wel mag komen.",
    )
    oordeel_team = forms.ChoiceField(
        label="Wat vindt het team?",
        choices=[*TEAM.items()],
        widget=forms.RadioSelect,
        required=False,
    )
    eenvoudig = forms.BooleanField(
        label="Ja, dit is eenvoudig. Wij maken het plan zelf", required=False
    )

    def __init__(
        self,
        nodig: Sequence[Vereist],
        data: object = None,
        *,
        blad: InzetBlad | None = None,
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # a QueryDict or None
        self.nodig = nodig
        if blad is not None and blad.inzet.laag in plannen.INFORMEEL:
            del self.fields["oordeel_team"]  # no team judges what family or neighbours do
        # agreement is never presumed; what everybody said before, on their own page too, is known
        if blad is not None and _allen_akkoord(blad):
            self.fields["oordeel_inwoner"].initial = "akkoord"
        # who is helped answers by the question above; the tick is for everybody else
        if bekend := [v for v in nodig if v.persoon is not None and v.hoedanigheid not in ZELF]:
            self.fields["akkoord"] = forms.MultipleChoiceField(
                label="Wie is nu akkoord?",
                choices=[(str(v.persoon), wie_als(v.naam, v.hoedanigheid)) for v in bekend],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def clean(self) -> dict[str, object]:
        """What goes on by an answer needs it; who only looks, or takes the help back, may leave it open."""
        velden: dict[str, object] = super().clean() or {}
        if self.data.get("actie") in VRAAGT_ANTWOORD:
            for naam in self.open_vragen():
                self.add_error(naam, KIES[naam])
            if (velden.get("oordeel_team"), velden.get("oordeel_inwoner")) == HELPT_NIET:
                self.add_error("oordeel_inwoner", NIET_SAMEN)
        return velden

    def open_vragen(self) -> list[str]:
        """What resident and team did not say yet."""
        if not self.is_bound:
            return [n for n in KIES if n in self.fields and not self.fields[n].initial]
        return [n for n in KIES if n in self.fields and not self.data.get(n)]

    def _antwoorden(self) -> dict[str, object]:
        if not self.is_bound:
            return {naam: self.fields[naam].initial for naam in KIES if naam in self.fields}
        self.is_valid()  # an answer beside the one that is missing counts as well
        return self.cleaned_data

    def keuzes(self, blad: InzetBlad) -> Keuzes:
        """The choices on screen; what nobody said yet is looked at as if both want this help."""
        velden = self._antwoorden()
        inwoner: dict[str, OordeelInwoner] = {o: o for o in get_args(OordeelInwoner)}
        team: dict[str, OordeelTeam] = {o: o for o in get_args(OordeelTeam)}
        return Keuzes(
            oordeel_inwoner=inwoner.get(str(velden.get("oordeel_inwoner")), "akkoord"),
            oordeel_team=team.get(str(velden.get("oordeel_team")), "nodig"),
            levering="pgb" if blad.inzet.levering == "pgb" else "natura",
        )

    def akkoord_van(self) -> list[UUID]:
        """Who agrees by what is on screen: whoever was ticked, and the resident whose answer is yes."""
        velden = self._antwoorden()
        gevinkt = velden.get("akkoord") or ()
        aangevinkt = [UUID(persoon) for persoon in gevinkt] if isinstance(gevinkt, list) else []
        if velden.get("oordeel_inwoner") != "akkoord":
            return aangevinkt
        return [*self.van_zelf(), *aangevinkt]

    def van_zelf(self) -> list[UUID]:
        """Who answers for themselves by the question what the resident says, not by a tick."""
        return [v.persoon for v in self.nodig if v.persoon and v.hoedanigheid in ZELF]


def _allen_akkoord(blad: InzetBlad) -> bool:
    akkoorden = blad.inzet.akkoorden
    return bool(akkoorden) and all(a.uitkomst is Uitkomst.AKKOORD for a in akkoorden)


def wie_als(naam: str, hoedanigheid: str) -> str:
    """A name with as what this person agrees."""
    als = HOEDANIGHEID[hoedanigheid]
    return f"{naam} ({als})" if als else naam


def hulp(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """One piece of help: settle it, or see how it was settled."""
    scope = request.scope
    blad, _ = plannen.open_inzetblad(scope, inzet)
    if blad.inzet.toestand is not InzetToestand.VOORGESTELD:
        return _geregeld(request, blad)
    if request.method != "POST" or request.POST.get("actie") == "bekijk":
        return _toon_keuze(request, blad)
    nodig = plannen.benodigde_akkoorden(scope, inzet=inzet)
    formulier = Beslisformulier(nodig, request.POST, blad=blad)

    def doe() -> str:
        _leg_akkoorden_vast(request, formulier, inzet)
        if formulier.cleaned_data["eenvoudig"]:
            plannen.noem_eenvoudig(scope, inzet=inzet)
        actie = request.POST.get("actie")
        if actie == "begin":
            _begin_alvast(request, blad, formulier)
        elif actie == "intrekken":
            plannen.trek_inzet_in(scope, inzet=inzet)
        elif actie == "akkoord":
            return f"/werk/plan/hulp/{inzet}/"
        else:
            plannen.beslis(scope, inzet=inzet, keuzes=formulier.keuzes(blad))
        return f"/werk/plan/{blad.plan}/?klaar={inzet.hex}"

    return verzend(request, formulier, doe) or _toon_keuze(request, blad, formulier)


def _begin_alvast(request: ScopedRequest, blad: InzetBlad, formulier: Beslisformulier) -> None:
    """The team's own help need not wait (U10); where both sides approve first, nothing begins before they did (H3)."""
    scope, inzet = request.scope, blad.inzet.id
    voorstel = plannen.bekijk(scope, inzet=inzet, keuzes=formulier.keuzes(blad))
    if voorstel.beslissing.start == "na_akkoord":
        raise Geweigerd("De hulp begint als u en de inwoner allebei akkoord zijn.")
    plannen.start_direct(scope, inzet=inzet)


def _leg_akkoorden_vast(request: ScopedRequest, formulier: Beslisformulier, inzet: UUID) -> None:
    """Write down who agrees: a tick, or the resident's own answer, is the answer of that person, today.

    Who says no is heard too: their words reach whoever looks at it next (H4).
    """
    nee = formulier.cleaned_data["oordeel_inwoner"] == "weigert_aanbod"
    for persoon in formulier.van_zelf() if nee else ():
        plannen.leg_akkoord_vast(
            request.scope,
            inzet=inzet,
            van=persoon,
            akkoord=False,
            reden=formulier.cleaned_data["woorden"],
        )
    for persoon in formulier.akkoord_van():
        plannen.leg_akkoord_vast(request.scope, inzet=inzet, van=persoon, akkoord=True)


def _wie(request: ScopedRequest, blad: InzetBlad) -> Persoonsregel | None:
    """Whom this help is for; the page opened the household already."""
    kaarten = huishoudens.personen(request.scope, [blad.inzet.persoon])
    return persoonsregel(kaarten[0]) if kaarten else None


def _toon_keuze(
    request: ScopedRequest, blad: InzetBlad, geweigerd: Beslisformulier | None = None
) -> HttpResponse:
    """The page with the answer as it would be now; `geweigerd`: the form that was sent back."""
    scope = request.scope
    data = request.POST if request.method == "POST" else None
    keuzes = (geweigerd or Beslisformulier((), data, blad=blad)).keuzes(blad)
    voorstel = plannen.bekijk(scope, inzet=blad.inzet.id, keuzes=keuzes)
    formulier = geweigerd or Beslisformulier(voorstel.nodig, data, blad=blad)
    akkoord = formulier.akkoord_van()
    wacht_op = [v for v in formulier.nodig if v.voor_start and v.persoon not in akkoord]
    eigen = blad.inzet.organisatie in (None, scope.organisatie_id)
    context: dict[str, object] = {
        "formulier": formulier,
        "blad": blad,
        "plan_url": f"/werk/plan/{blad.plan}/",
        "adres": f"/werk/plan/hulp/{blad.inzet.id}/",
        "wie": _wie(request, blad),
        "feiten": _feiten(blad),
        "uitkomst": uitkomst(
            voorstel.beslissing,
            helper=helper_van(blad.inzet, scope),
            vanaf=blad.inzet.van,
            na_akkoord=bool(wacht_op),
        ),
        "waarom": waarom(voorstel.beslissing, voorstel.model, beleid.wet(scope.nu.date())),
        "let_op": [
            w for w in voorstel.beslissing.let_op if not (w.code in TOESTEMMING and formulier.nodig)
        ],
        "nog_open": _zo_gaat_het(formulier),
        "kost": _kost(request, voorstel),
        "waarschuwingen": _nog_te_zeggen(request, blad, voorstel),
        "wacht_op": wacht_op,
        "onbekend": [v for v in formulier.nodig if v.persoon is None],
        "zeg_eerst": _zeg_eerst(blad, voorstel),
        "alvast": eigen and voorstel.beslissing.start not in ("direct", "na_akkoord"),
        "praten": [a for a in blad.inzet.akkoorden if a.praten_op],
        "open_vervolg": besluiten.vervolg_van(scope, [blad.inzet.id]),
        "wie_helpt": plannen.verdeler_van(voorstel.model, blad.inzet.organisatie) is not None,
    }
    sjabloon = (
        "werk/inzet_uitkomst.html"
        if request.headers.get("HX-Request") and geweigerd is None
        else "werk/inzet_beslis.html"
    )
    return toon(request, sjabloon, context)


def _zo_gaat_het(formulier: Beslisformulier) -> str:
    """Under which condition the answer of the policy holds, while resident or team said nothing."""
    open_ = [ALS[naam] for naam in formulier.open_vragen()]
    return f"Zo gaat het als {' en '.join(open_)}." if open_ else ""


def _kost(request: ScopedRequest, voorstel: plannen.Voorstel) -> str:
    """What a decision may cost, where the law says to tell it before the resident chooses (waarborg 9)."""
    codes = {w.code for w in voorstel.beslissing.let_op}
    if NOEM_HET_BEDRAG not in codes:
        return ""
    return besluiten.bijdrage_van(request.scope, verschuldigd=True, wet=voorstel.situatie.wet)


def _nog_te_zeggen(
    request: ScopedRequest, blad: InzetBlad, voorstel: plannen.Voorstel
) -> Sequence[str]:
    """A referral to one's own organisation, until somebody else looked along (U14)."""
    gekeken = voorstel.waarschuwingen and besluiten.is_meegekeken(
        request.scope, inzet=blad.inzet.id
    )
    return () if gekeken else voorstel.waarschuwingen


def _zeg_eerst(blad: InzetBlad, voorstel: plannen.Voorstel) -> str:
    """Where one says whether the situation is simple or complex, when the policy asks it and nobody did (D2)."""
    if not voorstel.zeg_eerst:
        return ""
    return f"/werk/plan/{blad.plan}/complexiteit/?terug={blad.inzet.id}"


def _feiten(blad: InzetBlad) -> list[Rij]:
    rijen = [Rij("Wat", blad.inzet.wat), Rij("Wie", blad.inzet.wie)]
    if feiten := hoeveel(blad.inzet):
        rijen.append(Rij("Hoeveel en tot wanneer", feiten))
    if blad.inzet.keuze:
        rijen.append(Rij("Waarom deze keuze", blad.inzet.keuze))
    return rijen


def _geregeld(request: ScopedRequest, blad: InzetBlad) -> HttpResponse:
    """How it was settled: the frozen answer with its reason, who agreed, and a way to stop."""
    scope = request.scope
    formulier = Formulier(request.POST if request.method == "POST" else None)
    if request.method == "POST" and formulier.is_valid():
        formulier.add_error(None, "Over deze hulp is al beslist.")
    context: dict[str, object] = {
        "formulier": formulier,
        "blad": blad,
        "plan_url": f"/werk/plan/{blad.plan}/",
        "wie": _wie(request, blad),
        "akkoorden": [
            a
            for a in blad.inzet.akkoorden
            if a.uitkomst is not Uitkomst.GEVRAAGD or a in blad.inzet.akkoorden_open
        ],
        "feiten": _feiten(blad)[1:],  # what it is stands above as the title
        "stop_url": f"/werk/plan/hulp/{blad.inzet.id}/stoppen/"
        if blad.inzet.toestand is InzetToestand.LOOPT
        else "",
    }
    if besluit := blad.inzet.besluit:
        model = beleid.model(scope.gemeente_sleutel, besluit.model_versie)
        op = plannen.situatie_van(besluit).op
        context |= {
            "besluit": besluit,
            "uitkomst": uitkomst(
                besluit.beslissing,
                helper=helper_van(blad.inzet, scope),
                vanaf=blad.inzet.van,
                besloten=blad.inzet.toestand is not InzetToestand.BESLUIT,
            ),
            "waarom": waarom(besluit.beslissing, model, beleid.wet(op)),
            "let_op": besluit.beslissing.let_op,
            "goedgekeurd": _goedgekeurd(request, besluit),
        }
    return toon(request, "werk/inzet_geregeld.html", context)


def _goedgekeurd(request: ScopedRequest, besluit: plannen.BesluitRegel) -> str:
    """Where both sides approve first (H3): who did so for the organisation, and when."""
    if besluit.beslissing.start != "na_akkoord":
        return ""
    model = beleid.model(request.scope.gemeente_sleutel, besluit.model_versie)
    sleutel = model.partij_van(besluit.beslissing.beslist_door)
    partij = f" namens {model.partij_op_sleutel[sleutel].naam}" if sleutel else ""
    return f"{besluit.door}{partij}: akkoord, {opmaak.datum(klok.dag(besluit.moment))}"
