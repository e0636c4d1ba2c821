"""Help that was asked of an organisation, and a light track, reached by walking what the cast does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from eenplan.huishoudens import api as huishoudens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import NietGevonden
from eenplan.uitvoering import api as uitvoering
from eenplan.werk import api as werk
from tests import world
from tests.integration.besluiten import wereld as zaken

OP = world.LENTE
BEGIN = OP + timedelta(days=14)
LANSINGERLAND = "lansingerland"
PAPIEREN = plannen.InzetGegevens(
    laag=plannen.Laag.ALGEMEEN,
    wat="samen de papieren doen",
    voorziening="thuisadministratie",
    waarom_niet_lichter={
        plannen.Laag.NETWERK: "Zijn dochter woont in Spanje.",
        plannen.Laag.COLLECTIEF: "In een groep schaamt hij zich voor zijn post.",
    },
)


@dataclass(frozen=True)
class Gevraagd:
    """Youth help for Esra that De Linde was asked to give: Fatima refers, Lisa is asked."""

    fatima: world.Mens
    lisa: world.Mens
    persoon: UUID
    inzet: UUID


def gevraagd() -> Gevraagd:
    """The referral lies on the list of De Linde."""
    zaak = zaken.verwijzing()
    return Gevraagd(zaak.cast.fatima, zaak.cast.lisa, zaak.persoon, zaak.inzet)


def neem_aan(zaak: Gevraagd, *, op: date = OP) -> None:
    """Lisa accepts and helps herself, from two weeks later."""
    with zaak.lisa.handelt(op=op) as scope:
        uitvoering.neem_aan(
            scope,
            inzet=zaak.inzet,
            aanname=uitvoering.Aanname(zaak.lisa.id, "030-0000123", BEGIN),
        )


def stand(wie: world.Mens, inzet: UUID, *, op: date = OP) -> uitvoering.Stand:
    """How this help stands in the eyes of this reader."""
    with wie.handelt(op=op, lezen=True) as scope:
        return uitvoering.open_hulpblad(scope, inzet).stand


def lijst(wie: world.Mens, *, op: date = OP) -> list[tuple[str, date | None, str]]:
    """What is on the list of somebody's team: what, until when, at whom."""
    with wie.handelt(op=op, lezen=True) as scope:
        regels = werk.mijn_lijst(scope, tab=werk.Tab.TEAM).regels
        return [(r.wat, r.vervalt, r.medewerker_naam) for r in regels]


@dataclass(frozen=True)
class Licht:
    """A man of 72 in Lansingerland whom Welzijn helps with his papers."""

    ria: world.Mens
    persoon: UUID
    inzet: UUID


def licht_traject() -> Licht:
    """The light track has begun: nobody had to decide anything."""
    world.gemeente(LANSINGERLAND)
    ria = world.medewerker(LANSINGERLAND, "Ria Post", organisatie="welzijn-lansingerland")
    with world.bezoeker(op=OP) as scope:
        vraag = meldingen.doe_melding(
            scope,
            gemeente_sleutel=LANSINGERLAND,
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens("Arie Dekker", date(1953, 5, 4)),
                tekst="De post ligt al weken dicht op tafel.",
                vraag="thuisadministratie",
                kanaal="huisarts",
            ),
        )
    with ria.handelt(op=OP) as scope:
        meldingen.neem_op(scope, melding=vraag.melding)
        meldingen.zet_wet(scope, melding=vraag.melding, wet="wmo", reden="Hij is volwassen.")
    plan = world.plan_met_doel(
        ria, vraag.melding, op=OP, woorden="Ik wil mijn post weer open durven maken.", hulp=PAPIEREN
    )
    assert plan.inzet is not None
    for nodig in _akkoorden(ria, plan.inzet):
        with ria.handelt(op=OP) as scope:
            plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=nodig, akkoord=True)
    with ria.handelt(op=OP) as scope:
        plannen.beslis(scope, inzet=plan.inzet, keuzes=plannen.Keuzes())
    return Licht(ria, vraag.persoon, plan.inzet)


def _akkoorden(wie: world.Mens, inzet: UUID) -> list[UUID]:
    with wie.handelt(op=OP, lezen=True) as scope:
        nodig = plannen.benodigde_akkoorden(scope, inzet=inzet)
        return [v.persoon for v in nodig if v.persoon is not None]


def keer(licht: Licht, *dagen: int) -> None:
    """Sessions so many days after the first."""
    for dag in dagen:
        op = OP + timedelta(days=dag)
        with licht.ria.handelt(op=op) as scope:
            uitvoering.leg_keer_vast(scope, inzet=licht.inzet, op=op)


def teller(licht: Licht, *, op: date = OP) -> uitvoering.Teller:
    """The counter as who helps sees it."""
    gevonden = stand(licht.ria, licht.inzet, op=op).teller
    assert gevonden is not None
    return gevonden


def sluit_buiten(wie: world.Mens, persoon: UUID, *, op: date) -> bool:
    """Whether this person's file does not open for them, whatever they say they come for."""
    for doel in inzage.Doel:
        with wie.handelt(op=op, lezen=True) as scope:
            try:
                inzage.openen(scope, personen=[persoon], doel=doel)
            except NietGevonden:
                continue
            return False
    return True


def vreemde() -> world.Mens:
    """Somebody of another provider, who was asked nothing."""
    return world.medewerker(world.UTRECHT, "Ruben Timmer", organisatie="stroomzorg")
