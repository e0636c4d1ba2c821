"""What a team does with a question: take it, name the law, hand it over, begin the investigation, finish it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.inzage.api import Opening
from eenplan.platform import klok
from eenplan.platform.fouten import Geweigerd
from eenplan.platform.gebeurtenissen import Gebeurtenis, Soort, vastleggen
from eenplan.platform.scope import Scope
from eenplan.platform.vraag import doe, om_de_beurt
from eenplan.termijnen import api as termijnen
from eenplan.termijnen.api import TermijnSoort
from eenplan.werk import api as werk
from eenplan.werk.api import WerkSoort

from . import events
from .lezen import MeldingKaart, lees_open
from .melden import Houder, eerste_contact, houder_van
from .models import Melding
from .regels import COMPLEXITEIT, ENKELVOUDIG, FLOW, WETTEN, Feiten, Toestand, van_mij

VRAAGWERK = (WerkSoort.MELDING_OPPAKKEN, WerkSoort.ONDERZOEK)


@dataclass(frozen=True, slots=True)
class _Open:
    """A melding in hand: what is stored, whose files opened with it."""

    kaart: MeldingKaart
    opening: Opening


def partijen(scope: Scope) -> frozenset[UUID]:
    """The parties this employee acts for."""
    return frozenset({*scope.teams, *filter(None, (scope.organisatie_id, scope.actor_id))})


def feiten(scope: Scope, kaart: MeldingKaart) -> Feiten:
    """What the flow asks about this melding and this employee; the screen shows buttons by it."""
    mijn = partijen(scope)
    return Feiten(van_mij=kaart.houder in mijn, aan_mij=kaart.naar in mijn)


@transaction.atomic
def neem_op(scope: Scope, *, melding: UUID) -> None:
    """Take a question of one's own team, or accept one that another team offers (D25).

    From now on it has a name. Who takes it is entrusted with the reporter's identity, if there is a reporter.
    """
    open_ = _open(scope, melding)
    kaart = open_.kaart
    if kaart.toestand is Toestand.DOORGEZET:
        _neem_doorgezette(scope, open_)
    elif kaart.toestand is Toestand.OPGEPAKT:
        raise Geweigerd(f"{kaart.behandelaar_naam} heeft deze vraag al opgepakt.")
    else:
        FLOW.neem("oppakken", feiten(scope, kaart), kaart.toestand)
        _wijzig(kaart, toestand=Toestand.OPGEPAKT, **_behandelaar(scope))
        _leg_vast(scope, kaart, events.OPGEPAKT, wie=scope.naam)
    if kaart.namens_ander:
        doe("SELECT pol.melder_toevertrouwen(%s)", [melding])
    _geef_werk_aan(scope, open_)


def _neem_doorgezette(scope: Scope, open_: _Open) -> None:
    """Accept what was offered, or keep what was offered away; the other party's involvement ends."""
    kaart, wie = open_.kaart, feiten(scope, open_.kaart)
    leeg = {"naar_organisatie_id": None, "naar_id": None, "naar_naam": "", "naar_telefoon": ""}
    if wie.aan_mij:
        FLOW.neem("overnemen", wie, kaart.toestand)
        _wijzig(
            kaart,
            toestand=Toestand.OPGEPAKT,
            organisatie_id=kaart.naar_organisatie,
            houder_id=kaart.naar,
            houder_naam=kaart.naar_naam,
            houder_telefoon=kaart.naar_telefoon,
            **leeg,
            **_behandelaar(scope),
        )
        _leg_vast(scope, kaart, events.OVERGENOMEN, naar=kaart.naar_naam, van=kaart.houder_naam)
        if kaart.naar is not None:
            termijnen.verplaats(scope, over=kaart.id, partij=kaart.naar)
        weg = kaart.houder
    else:
        FLOW.neem("terugnemen", wie, kaart.toestand)
        _wijzig(kaart, toestand=Toestand.OPGEPAKT, **leeg, **_behandelaar(scope))
        _leg_vast(scope, kaart, events.TERUGGENOMEN, bij=kaart.houder_naam)
        weg = kaart.naar or kaart.houder
    doe("SELECT pol.melding_losgelaten(%s, %s, %s)", [kaart.id, list(open_.opening.personen), weg])


@transaction.atomic
def zet_wet(scope: Scope, *, melding: UUID, wet: str, reden: str) -> None:
    """Say which law this question falls under, with the reason; it may be corrected later in the same way.

    The six weeks of the Wmo count from the day of receipt, also when the law is only named later (Wmo 2.3.2 lid 1).
    """
    if wet not in WETTEN:
        raise Geweigerd(velden={"wet": "Kies een wet uit de lijst."})
    if not reden.strip():
        raise Geweigerd(velden={"reden": "Schrijf kort op waarom deze wet geldt."})
    kaart = _open(scope, melding).kaart
    eis_van_mij(scope, kaart)
    _wijzig(kaart, wet=wet, wet_reden=reden.strip())
    _leg_vast(scope, kaart, events.WET_GEZET, wet=WETTEN[wet])
    loopt = any(
        t.soort is TermijnSoort.ONDERZOEK_WMO and t.loopt for t in termijnen.van(scope, melding)
    )
    if wet == "jeugd" and loopt:
        termijnen.laat_vervallen(
            scope, over=melding, soort=TermijnSoort.ONDERZOEK_WMO, op=scope.nu.date()
        )
    elif wet == "wmo" and not loopt and not kaart.ambtshalve:
        termijnen.start(
            scope,
            soort=TermijnSoort.ONDERZOEK_WMO,
            over=melding,
            persoon=kaart.persoon,
            partij=kaart.houder,
            begin=klok.dag(kaart.ontvangen_op),
        )


@transaction.atomic
def zet_complexiteit(scope: Scope, *, melding: UUID, complexiteit: str, reden: str) -> None:
    """Say once whether this is simple, complex or specific; decisions follow from it (D2).

    What makes it more than simple is written down: the specialist begins with it. Also when the investigation is done:
    help that waits for it may not wait for ever.
    """
    if complexiteit not in COMPLEXITEIT:
        raise Geweigerd(velden={"complexiteit": "Kies wat het best past."})
    if not reden.strip() and complexiteit != ENKELVOUDIG:
        raise Geweigerd(velden={"reden": "Schrijf kort op waarom."})
    kaart = _open(scope, melding).kaart
    if zin := van_mij(feiten(scope, kaart)):
        raise Geweigerd(zin)
    _wijzig(kaart, complexiteit=complexiteit, complexiteit_reden=reden.strip())
    _leg_vast(scope, kaart, events.COMPLEXITEIT, hoe=COMPLEXITEIT[complexiteit])


@transaction.atomic
def noteer_gebeld(
    scope: Scope, *, melding: UUID, bereikt: bool, opnieuw: date | None = None
) -> None:
    """Somebody called, as was promised (F5). Not reached: `opnieuw` is the day of the next try.

    Who calls about a question that nobody took, takes it by that.
    """
    if not bereikt and (opnieuw is None or opnieuw < scope.nu.date()):
        raise Geweigerd(velden={"opnieuw": "Vul in wanneer u het weer probeert."})
    kaart = _open(scope, melding).kaart
    if kaart.toestand is Toestand.ONTVANGEN:
        neem_op(scope, melding=melding)
    open_ = _open(scope, melding)
    eis_van_mij(scope, open_.kaart)
    _wijzig(open_.kaart, gebeld_op=scope.nu.date(), bereikt=bereikt, bel_opnieuw=opnieuw)
    hoe = "gesproken" if bereikt else "niet bereikt"
    _leg_vast(scope, kaart, events.GEBELD, wie=scope.naam, hoe=hoe)
    if open_.kaart.bellen is not None:
        _geef_werk_aan(scope, _open(scope, melding))


@transaction.atomic
def noteer_gesproken(scope: Scope, *, melding: UUID) -> None:
    """Who writes somebody's goal down spoke to them: the promise to call is kept (F5).

    Nothing happens when nobody had to call any more, or when the question is with somebody else.
    """
    kaart = _open(scope, melding).kaart
    if kaart.toestand is not Toestand.OPGEPAKT or kaart.bereikt:
        return
    if not feiten(scope, kaart).van_mij:
        return
    _wijzig(kaart, bereikt=True, bel_opnieuw=None)
    _leg_vast(scope, kaart, events.GESPROKEN, wie=scope.naam)
    _geef_werk_aan(scope, _open(scope, melding))


def model_nu(scope: Scope) -> beleid.Toegangsmodel:
    """The arrangement of this municipality today. Geweigerd before its first version, where only the demo can go."""
    try:
        return beleid.model(scope.gemeente_sleutel, scope.nu.date())
    except beleid.Beleidsfout as fout:
        raise Geweigerd("Op deze dag werkte uw gemeente nog niet met Eenplan.") from fout


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """A team or organisation one can hand a question to; `sleutel` is what a form sends."""

    sleutel: str
    naam: str


def ontvangers(scope: Scope) -> list[Ontvanger]:
    """Everybody who can take over a question in this municipality: the teams, and the parties that take questions."""
    model = model_nu(scope)
    met_teams = {team.partij for team in model.indeling.teams}
    teams = [Ontvanger(f"team:{t.sleutel}", t.naam) for t in model.indeling.teams]
    losse = [
        Ontvanger(f"partij:{p.sleutel}", p.naam)
        for p in model.partijen
        if p.soort != "aanbieder" and p.soort != "onderaannemer" and p.sleutel not in met_teams
    ]
    return sorted(teams + losse, key=lambda o: o.naam)


@transaction.atomic
def zet_door(scope: Scope, *, melding: UUID, naar: str, reden: str) -> None:
    """Offer a question to another team. The owner stays until the other accepts: there is no wrong door (D25)."""
    if not reden.strip():
        raise Geweigerd(velden={"reden": "Schrijf kort op waarom de ander beter kan helpen."})
    model = model_nu(scope)
    houder = _ontvanger(scope.gemeente_sleutel, model, naar)
    open_ = _open(scope, melding)
    kaart = open_.kaart
    FLOW.neem("doorzetten", feiten(scope, kaart), kaart.toestand)
    if houder.id == kaart.houder:
        raise Geweigerd(velden={"naar": "De vraag ligt al bij dit team."})
    _wijzig(
        kaart,
        toestand=Toestand.DOORGEZET,
        naar_organisatie_id=houder.organisatie,
        naar_id=houder.id,
        naar_naam=houder.naam,
        naar_telefoon=houder.telefoon,
        doorzet_reden=reden.strip(),
    )
    _leg_vast(scope, kaart, events.DOORGEZET, van=kaart.houder_naam, naar=houder.naam)
    doe(
        "SELECT pol.melding_aanbieden(%s, %s, %s, %s, %s, %s)",
        [
            melding,
            list(open_.opening.personen),
            houder.id,
            houder.naam,
            houder.telefoon,
            f"vraag doorgezet door {kaart.houder_naam}",
        ],
    )
    werk.rond_af(scope, over=melding, soort=WerkSoort.MELDING_OPPAKKEN)
    werk.zet_klaar(
        scope,
        soort=WerkSoort.MELDING_OPPAKKEN,
        over=melding,
        persoon=kaart.persoon,
        titel=_naam(scope, kaart.persoon),
        wat=f"Overnemen {kaart.referentie}",
        partij=houder.id,
        vervalt=eerste_contact(model, scope.nu.date()),
        spoed=kaart.spoed,
    )


@transaction.atomic
def onderzoek_begonnen(scope: Scope, *, melding: UUID) -> MeldingKaart:
    """The investigation begins; who begins it without having taken the question takes it by that."""
    open_ = _open(scope, melding)
    kaart = open_.kaart
    if kaart.toestand is Toestand.IN_ONDERZOEK:
        return kaart
    toestand = kaart.toestand
    if toestand is Toestand.ONTVANGEN:
        neem_op(scope, melding=melding)
        toestand = Toestand.OPGEPAKT
    _wijzig(kaart, toestand=FLOW.neem("onderzoek beginnen", feiten(scope, kaart), toestand))
    _leg_vast(scope, kaart, events.IN_ONDERZOEK)
    if not kaart.bereikt:  # who talks need not call any more
        _geef_werk_aan(scope, _open(scope, melding))
    return kaart


@transaction.atomic
def rond_af(scope: Scope, *, melding: UUID) -> None:
    """The question is answered: it leaves the list and its clock is met."""
    kaart = _open(scope, melding).kaart
    naar = FLOW.neem("afronden", feiten(scope, kaart), kaart.toestand)
    _wijzig(kaart, toestand=naar)
    _leg_vast(scope, kaart, events.AFGEROND)
    werk.rond_samen_af(scope, over=melding, soorten=VRAAGWERK)
    termijnen.voldoe(scope, over=melding, soort=TermijnSoort.ONDERZOEK_WMO, op=scope.nu.date())


def _open(scope: Scope, melding: UUID) -> _Open:
    om_de_beurt(melding)
    return _Open(*lees_open(scope, melding))


def eis_van_mij(scope: Scope, kaart: MeldingKaart) -> None:
    """Geweigerd unless the question is with one's own party and not finished."""
    if not feiten(scope, kaart).van_mij or kaart.toestand is Toestand.AFGEROND:
        raise Geweigerd("Deze vraag ligt niet (meer) bij uw team.")


def _behandelaar(scope: Scope) -> dict[str, object]:
    return {"behandelaar_id": scope.actor, "behandelaar_naam": scope.naam}


def _wijzig(kaart: MeldingKaart, **velden: object) -> None:
    Melding.objects.filter(id=kaart.id).update(**velden)


def _leg_vast(scope: Scope, kaart: MeldingKaart, soort: Soort, **gegevens: str) -> None:
    vastleggen(scope, Gebeurtenis(soort, kaart.id, kaart.deel, kaart.persoon, gegevens))


def _naam(scope: Scope, persoon: UUID) -> str:
    return huishoudens.personen(scope, [persoon])[0].naam


def _geef_werk_aan(scope: Scope, open_: _Open) -> None:
    """Close whatever line there was and put the investigation on the list of who took it."""
    kaart = open_.kaart
    werk.rond_samen_af(scope, over=kaart.id, soorten=VRAAGWERK)
    bellen = kaart.bel_opnieuw or kaart.bel_uiterlijk if _nog_bellen(kaart) else None
    werk.zet_klaar(
        scope,
        soort=WerkSoort.ONDERZOEK,
        over=kaart.id,
        persoon=kaart.persoon,
        titel=_naam(scope, kaart.persoon),
        wat="Bel de inwoner" if bellen else "",
        partij=kaart.naar if feiten(scope, kaart).aan_mij and kaart.naar else kaart.houder,
        medewerker=scope.actor,
        vervalt=bellen or _onderzoek_tot(scope, kaart),
        spoed=kaart.spoed,
    )


def _nog_bellen(kaart: MeldingKaart) -> bool:
    """Whether the promise to call still stands: nobody spoke to them, and no conversation began."""
    return not kaart.bereikt and kaart.toestand is not Toestand.IN_ONDERZOEK


def _onderzoek_tot(scope: Scope, kaart: MeldingKaart) -> date:
    """The last day of the investigation; without a legal clock the six weeks that everybody is promised."""
    begin = klok.dag(kaart.ontvangen_op)
    zes_weken = termijnen.wettelijke_regel(TermijnSoort.ONDERZOEK_WMO, begin)
    einden = [t.eind for t in termijnen.van(scope, kaart.id) if t.loopt]
    return min(einden, default=termijnen.einddatum(zes_weken, begin).datum)


def _ontvanger(gemeente: str, model: beleid.Toegangsmodel, naar: str) -> Houder:
    soort, _, sleutel = naar.partition(":")
    if soort == "team" and sleutel in model.team_op_sleutel:
        return houder_van(gemeente, model, model.team_op_sleutel[sleutel].partij, sleutel)
    if soort == "partij" and sleutel in model.partij_op_sleutel:
        return houder_van(gemeente, model, sleutel, None)
    raise Geweigerd(velden={"naar": "Kies een team uit de lijst."})
