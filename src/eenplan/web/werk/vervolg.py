"""What must be settled about one piece of help first: one page, one thing to do, by whoever must do it (L11, H4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse

from eenplan.besluiten import api as besluiten
from eenplan.besluiten.api import VervolgBlad, VervolgRegel, VervolgSoort
from eenplan.inzage.api import Doel
from eenplan.plannen import api as plannen
from eenplan.plannen.api import Laag, Uitkomst
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.scope import Scope, ScopedRequest
from eenplan.voorzieningen import api as voorzieningen
from eenplan.web.bouwstenen import Gebeurtenis, Rij
from eenplan.web.uitvoering_beeld import hoeveel
from eenplan.web.verzenden import Formulier, toon, verzend

from .dossier import als
from .inzet import meedoen, namen_van_treden, passend
from .persoonsregel import regel_van
from .vervolg_formulieren import (
    OORDEEL,
    AanbodFormulier,
    ConsulentFormulier,
    LidFormulier,
    MeekijkFormulier,
    OverlegFormulier,
    RedenFormulier,
    SamenFormulier,
    WijsFormulier,
    oordeel_uit,
)


@dataclass(frozen=True, slots=True)
class Stuk:
    """How one kind of follow-up looks: its title, what one does, and the main button."""

    titel: str
    uitleg: str
    knop: str
    formulier: type[Formulier]


STUKKEN: Mapping[VervolgSoort, Stuk] = {
    VervolgSoort.OVERLEG: Stuk(
        "Overleg over de hulp",
        "Praat erover met de inwoner en met wie er meer van weet. Er wordt niets geweigerd zolang u twijfelt. "
        "Een termijn van de wet loopt gewoon door.",
        "Leg vast en beslis",
        OverlegFormulier,
    ),
    VervolgSoort.CONTACT: Stuk(
        "Zoek eerst contact",
        "Er begint niets voor wie niets vroeg. Schrijf op wat het contact opleverde.",
        "Leg vast en beslis",
        OverlegFormulier,
    ),
    VervolgSoort.SAMEN: Stuk(
        "Beslis samen over de hulp",
        "De organisatie en de gemeente beslissen samen. Zeggen beide hetzelfde, dan is dat het besluit, met beide "
        "namen erbij.",
        "Geef dit oordeel",
        SamenFormulier,
    ),
    VervolgSoort.ANDER_AANBOD: Stuk(
        "Zoek samen ander aanbod",
        "Het eerste aanbod paste niet. Het blijft bewaard, met de reden.",
        "Zet dit aanbod in het plan",
        AanbodFormulier,
    ),
    VervolgSoort.WIJZEN: Stuk(
        "Vertel dat een besluit kan",
        "De inwoner is het niet eens met het aanbod. Vertel dat een besluit altijd kan, ook als u het anders ziet.",
        "Leg vast",
        WijsFormulier,
    ),
    VervolgSoort.CONSULENT: Stuk(
        "Kijk als consulent of de hulp past",
        "De inwoner wilde het aanbod niet, of vraagt een besluit. Kijk opnieuw. Dat er al een aanbod is, is op "
        "zichzelf geen reden om nee te zeggen.",
        "Beslis",
        ConsulentFormulier,
    ),
    VervolgSoort.UITBESTEDEN: Stuk(
        "Besteed deze hulp uit",
        "Kies wie de hulp gaat geven. Die organisatie krijgt meteen de verwijzing.",
        "Kies deze organisatie",
        LidFormulier,
    ),
    VervolgSoort.MEEKIJKEN: Stuk(
        "Kijk mee met een verwijzing",
        "Wie verwijst en wie de hulp geeft, horen bij dezelfde organisatie. Kijk of dit de beste keus is.",
        "Ik heb meegekeken",
        MeekijkFormulier,
    ),
}
# Who does it, where that is not whoever has the question.
_BIJ_DE_GEMEENTE = frozenset({VervolgSoort.CONSULENT, VervolgSoort.MEEKIJKEN})
_BIJ_WIE_DE_VRAAG_HEEFT = frozenset({VervolgSoort.UITBESTEDEN, VervolgSoort.ANDER_AANBOD})


INTUSSEN = "Intussen is dit al gedaan, door u of door een collega. Kijk wat er nu openstaat."


def vervolg(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """The page: what it is about, what was said so far, and the one form that settles it."""
    blad = besluiten.lees_vervolg(request.scope, inzet)
    open_ = _aan_de_beurt(blad)
    formulier: Formulier | None = None
    if open_ is not None and _aan_mij(blad, open_):
        formulier = _formulier(request, blad, open_)
    if request.method == "POST":
        if open_ is None or formulier is None or request.POST.get("soort", "") != open_.soort:
            raise Geweigerd(INTUSSEN)
        gekozen, nu = formulier, open_
        if antwoord := verzend(request, gekozen, lambda: _doe(request, blad, nu, gekozen)):
            return antwoord
    wie = {"wie": regel_van(request.scope, blad.persoon, als(blad.doel))}
    return toon(request, "werk/vervolg.html", _context(blad, open_, formulier) | wie)


def _aan_de_beurt(blad: VervolgBlad) -> VervolgRegel | None:
    """The one to do now: for who has the question the policy's own, for the municipality what it was asked."""
    van_gemeente = blad.doel is not Doel.TOEGANG
    volgorde = sorted(
        blad.open, key=lambda v: (v.soort is VervolgSoort.MEEKIJKEN) is not van_gemeente
    )
    return volgorde[0] if volgorde else None


def _aan_mij(blad: VervolgBlad, open_: VervolgRegel) -> bool:
    if open_.soort in _BIJ_DE_GEMEENTE:
        return blad.doel is Doel.BESLUITVORMING
    return open_.soort not in _BIJ_WIE_DE_VRAAG_HEEFT or blad.doel is Doel.TOEGANG


def _formulier(request: ScopedRequest, blad: VervolgBlad, open_: VervolgRegel) -> Formulier:
    data = request.POST if request.method == "POST" else None
    soort = STUKKEN[open_.soort].formulier
    if soort is AanbodFormulier:
        return _aanbodformulier(request, blad)
    if soort is LidFormulier:
        return LidFormulier(blad.leden, data)
    return soort(data)


def _aanbodformulier(request: ScopedRequest, blad: VervolgBlad) -> AanbodFormulier:
    """What fits who is helped; once an offer is chosen, also which lighter steps nobody wrote about yet."""
    scope, data = request.scope, request.POST if request.method == "POST" else None
    plan, doel = plannen.open_doelblad(scope, blad.blad.doel)
    mee = meedoen(scope, plan, doel)
    geweigerd = blad.blad.inzet.voorziening
    alles = [a for a in voorzieningen.aanbod(scope) if a.sleutel != geweigerd]
    aanbod = passend(scope, alles, mee[doel.persoon], mee.values())
    gekozen = next((a for a in aanbod if data and a.sleutel == data.get("voorziening")), None)
    bekend = {blad.blad.inzet.laag, *(trede for i in doel.inzet for trede in i.waarom_niet_lichter)}
    gevraagd = plannen.ontbrekende_redenen(Laag(gekozen.laag), bekend) if gekozen else {}
    namen = namen_van_treden(scope)
    return AanbodFormulier(aanbod, {laag: namen[laag] for laag in gevraagd}, data)


def _doe(
    request: ScopedRequest, blad: VervolgBlad, open_: VervolgRegel, formulier: Formulier
) -> str:
    """Do what this follow-up asks; where to go then."""
    naar = _DOEN[open_.soort](request.scope, blad, formulier)
    if naar:
        return naar
    if blad.doel is Doel.TOEGANG:
        return f"/werk/plan/hulp/{blad.blad.inzet.id}/"
    return f"/werk/dossier/{blad.persoon}/brieven/"


def _overleg(scope: Scope, blad: VervolgBlad, f: Formulier) -> str:
    besluiten.leg_overleg_vast(
        scope, inzet=blad.blad.inzet.id, met=f.cleaned_data["met"], oordeel=oordeel_uit(f)
    )
    return ""


def _samen(scope: Scope, blad: VervolgBlad, f: Formulier) -> str:
    besluiten.oordeel_samen(scope, inzet=blad.blad.inzet.id, oordeel=oordeel_uit(f))
    return f"/werk/plan/hulp/{blad.blad.inzet.id}/vervolg/"


def _aanbod(scope: Scope, blad: VervolgBlad, f: Formulier) -> str:
    assert isinstance(f, AanbodFormulier)
    nieuw = besluiten.ander_aanbod(
        scope,
        inzet=blad.blad.inzet.id,
        reden=f.cleaned_data["reden"],
        gegevens=_ander_aanbod(blad, f),
    )
    return f"/werk/plan/hulp/{nieuw}/"


def _gewezen(scope: Scope, blad: VervolgBlad, f: Formulier) -> str:
    besluiten.leg_gewezen_vast(scope, inzet=blad.blad.inzet.id, op=f.cleaned_data["op"])
    return f"/werk/plan/hulp/{blad.blad.inzet.id}/vervolg/"


def _consulent(scope: Scope, blad: VervolgBlad, f: Formulier) -> str:
    besluiten.beoordeel_als_consulent(
        scope,
        inzet=blad.blad.inzet.id,
        oordeel=oordeel_uit(f),
        verteld_op=f.cleaned_data["verteld_op"],
    )
    return ""


def _uit(scope: Scope, blad: VervolgBlad, f: Formulier) -> str:
    besluiten.besteed_uit(scope, inzet=blad.blad.inzet.id, lid=f.cleaned_data["lid"])
    return ""


def _meegekeken(scope: Scope, blad: VervolgBlad, f: Formulier) -> str:
    toelichting = f.cleaned_data["toelichting"]
    besluiten.kijk_mee(scope, inzet=blad.blad.inzet.id, toelichting=toelichting)
    return ""


_DOEN: Mapping[VervolgSoort, Callable[[Scope, VervolgBlad, Formulier], str]] = {
    VervolgSoort.OVERLEG: _overleg,
    VervolgSoort.CONTACT: _overleg,
    VervolgSoort.SAMEN: _samen,
    VervolgSoort.ANDER_AANBOD: _aanbod,
    VervolgSoort.WIJZEN: _gewezen,
    VervolgSoort.CONSULENT: _consulent,
    VervolgSoort.UITBESTEDEN: _uit,
    VervolgSoort.MEEKIJKEN: _meegekeken,
}


def _ander_aanbod(blad: VervolgBlad, formulier: AanbodFormulier) -> plannen.InzetGegevens:
    """The other offer: as much and as long as the first, by whoever was chosen now."""
    eerst, velden = blad.blad.inzet, formulier.cleaned_data
    gekozen = formulier.aanbod[velden["voorziening"]]
    return plannen.InzetGegevens(
        laag=Laag(gekozen.laag),
        wat=velden["wat"].strip() or gekozen.naam,
        aantal=eerst.aantal,
        eenheid=eerst.eenheid,
        per=eerst.per,
        van=eerst.van,
        tot=eerst.tot,
        voorziening=gekozen.sleutel,
        waarom_niet_lichter={eerst.laag: velden["reden"]} | formulier.redenen(),
    )


def _context(
    blad: VervolgBlad, open_: VervolgRegel | None, formulier: Formulier | None
) -> dict[str, object]:
    inzet = blad.blad.inzet
    heeft_vraag = blad.doel is Doel.TOEGANG
    besluit_vragen = f"/werk/melding/{blad.melding}/besluit-vragen/{inzet.id}/"
    return {
        "blad": blad,
        "stuk": STUKKEN[open_.soort] if open_ else None,
        "open": open_,
        "aan_mij": formulier is not None,
        "formulier": formulier or Formulier(),
        "velden": _velden(formulier),
        "feiten": _feiten(blad),
        "wacht_op": _wacht_op(blad, open_) if open_ and formulier else "",
        "oneens_met": _ander(open_) if open_ and formulier and _oneens(open_) else "",
        "oordelen": [(o, OORDEEL.get(o.oordeel, o.oordeel)) for o in open_.oordelen]
        if open_
        else [],
        "eerder": [_gebeurtenis(v) for v in blad.eerder],
        "formeel": blad.formeel and heeft_vraag and _nog_open(blad),
        "besluit_url": besluit_vragen if blad.melding and _nog_open(blad) else "",
        "kost": open_ is not None and open_.soort is VervolgSoort.CONSULENT,
        "terug_naar": "Naar de hulp" if heeft_vraag else "Naar het dossier",
        "terug_url": f"/werk/plan/hulp/{inzet.id}/"
        if heeft_vraag
        else f"/werk/dossier/{blad.persoon}/",
    }


def _wacht_op(blad: VervolgBlad, open_: VervolgRegel) -> str:
    """Whose judgement is still needed when one's own side gave theirs; empty when it is one's own turn, or nobody's."""
    if not any(o.van_mijn_kant for o in open_.oordelen) or _oneens(open_):
        return ""
    return open_.partij_naam if blad.doel is Doel.TOEGANG else _wie_deed_het_aanbod(open_)


def _oneens(open_: VervolgRegel) -> bool:
    """Both sides said what they think, and not the same: nobody has to wait for anybody."""
    return len(open_.oordelen) > 1


def _ander(open_: VervolgRegel) -> str:
    """With whom one talks when both do not say the same."""
    ander = next((o for o in open_.oordelen if not o.van_mijn_kant), None)
    return f"{ander.naam}, {ander.organisatie}" if ander else ""


def _wie_deed_het_aanbod(open_: VervolgRegel) -> str:
    """The organisation that asked to decide together, as it stands under its name."""
    return open_.gezet_door.rpartition(", ")[2]


def _nog_open(blad: VervolgBlad) -> bool:
    return blad.blad.inzet.toestand is plannen.InzetToestand.VOORGESTELD


def _velden(formulier: Formulier | None) -> list[forms.BoundField]:
    return [v for v in formulier if not v.is_hidden] if formulier else []


def _feiten(blad: VervolgBlad) -> list[Rij]:
    inzet = blad.blad.inzet
    rijen = [Rij("Hulp", inzet.wat), Rij("Voor", blad.naam)]
    if inzet.wie:
        rijen.append(Rij("Van wie", inzet.wie))
    if feiten := hoeveel(inzet):
        rijen.append(Rij("Hoeveel", feiten))
    rijen.append(Rij("Doel", f"“{blad.blad.woorden}”"))
    if blad.vraag:
        rijen.append(Rij("De vraag", f"“{blad.vraag}”"))
    rijen += [
        Rij(f"Waarom {a.naam} dit niet wil", f"“{a.reden}”")
        for a in inzet.akkoorden
        if a.uitkomst is Uitkomst.NIET_AKKOORD and a.reden
    ]
    return rijen


def _gebeurtenis(v: VervolgRegel) -> Gebeurtenis:
    wanneer = v.klaar_op or v.gezet_op
    return Gebeurtenis(besluiten.VERVOLG_WAT[v.soort], wanneer, v.klaar_door, v.uitkomst)


def meekijken(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """Ask somebody without an interest to look along before a referral to one's own organisation (U14)."""
    formulier = RedenFormulier(request.POST or None)

    def doe() -> str:
        besluiten.vraag_meekijken(request.scope, inzet=inzet, reden=formulier.cleaned_data["reden"])
        return f"/werk/plan/hulp/{inzet}/vervolg/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    blad = besluiten.lees_vervolg(request.scope, inzet)
    return toon(
        request,
        "werk/vervolg_meekijken.html",
        {
            "blad": blad,
            "feiten": _feiten(blad),
            "formulier": formulier,
            "terug_url": f"/werk/plan/hulp/{inzet}/",
        },
    )


def kies_lid(request: ScopedRequest, inzet: UUID) -> HttpResponse:
    """Choose which member will help while the help is still an offer, so that the plan says who (waarborg 2, H5)."""
    scope = request.scope
    blad = besluiten.lees_vervolg(scope, inzet)
    data = request.POST if request.method == "POST" else None
    formulier = LidFormulier(blad.leden, data)

    def doe() -> str:
        plannen.besteed_uit(scope, inzet=inzet, lid=formulier.cleaned_data["lid"])
        return f"/werk/plan/hulp/{inzet}/"

    if request.method == "POST" and (antwoord := verzend(request, formulier, doe)):
        return antwoord
    return toon(
        request,
        "werk/vervolg_lid.html",
        {
            "blad": blad,
            "feiten": _feiten(blad),
            "formulier": formulier,
            "terug_url": f"/werk/plan/hulp/{inzet}/",
        },
    )
