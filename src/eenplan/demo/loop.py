"""How far a household has come: each step is one act of the person who answers for the question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from random import Random
from uuid import UUID

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.huishoudens import api as huishoudens
from eenplan.huishoudens.api import PersoonKaart
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen import api as plannen
from eenplan.plannen.api import InzetGegevens, Laag
from eenplan.platform.scope import Scope

from .bevolking import Gezin

Stap = Callable[[Scope], None]

DOELEN = {
    "opvoeden": "Thuis is het weer rustig bij het eten en het slapen.",
    "psychisch": "Ik sta weer met zin op.",
    "geldzaken": "Ik open mijn post en weet wat ik kan uitgeven.",
    "mantelzorg": "Ik houd tijd over voor mezelf.",
    "eenzaamheid": "Ik zie elke week mensen met wie ik graag ben.",
    "thuisadministratie": "Mijn papieren zijn op orde en ik kan het zelf bijhouden.",
}
BLIJFT_LIGGEN = 0.08
GEWOON_DOEL = "Ik kan de dagen weer zelf aan."


def stappen(gezin: Gezin, melding: UUID, toeval: Random) -> Iterator[Stap]:
    """The first so many steps: the longer ago, the further; now and then something was left lying."""
    alle: tuple[Stap, ...] = (
        partial(oppakken, gezin, melding),
        partial(gesprek, gezin, melding),
        partial(begin_plan, gezin, melding),
        partial(beginnen, melding),
        partial(afronden, melding),
        partial(versturen, melding),
        partial(vaststellen, melding),
    )
    yield from alle[: _hoe_ver(gezin.dagen_geleden, toeval)]


def _hoe_ver(dagen: int, toeval: Random) -> int:
    """How many steps after so many days; the conversation is done within the six weeks of the law."""
    if toeval.random() < BLIJFT_LIGGEN:
        return toeval.choice((0, 1, 2))
    stand = ((2, (0, 0, 1)), (9, (1, 2)), (24, (2, 3, 4)), (35, (4, 5, 6)))
    return next((toeval.choice(keus) for tot, keus in stand if dagen <= tot), 7)


def oppakken(gezin: Gezin, melding: UUID, scope: Scope) -> None:
    """Take the question and name its law."""
    meldingen.neem_op(scope, melding=melding)
    meldingen.zet_wet(
        scope,
        melding=melding,
        wet="jeugd" if gezin.voor_kind else "wmo",
        reden="Het gaat om een kind." if gezin.voor_kind else "Het gaat om een volwassene.",
    )


def gesprek(gezin: Gezin, melding: UUID, scope: Scope) -> None:
    """Begin the conversation and write down what goes well."""
    onderzoek = onderzoeken.begin(scope, melding=melding)
    blad = onderzoeken.lees(scope, onderzoek)
    eerste = "eigen-kracht" if "eigen-kracht" in blad.onderwerpen else next(iter(blad.onderwerpen))
    onderzoeken.bewaar_onderwerp(
        scope,
        onderzoek=onderzoek,
        onderwerp=eerste,
        tekst="Kookt zelf, doet boodschappen en kan goed uitleggen wat er lastig is.",
        versie=blad.onderwerpen[eerste].versie,
    )


def beginnen(melding: UUID, scope: Scope) -> None:
    """Everybody agrees with the first piece of help, and it begins."""
    inzet = plan_van(melding, scope).doelen[0].inzet[0].id
    for nodig in plannen.benodigde_akkoorden(scope, inzet=inzet):
        if nodig.persoon is not None:
            plannen.leg_akkoord_vast(scope, inzet=inzet, van=nodig.persoon, akkoord=True)
    plannen.start_direct(scope, inzet=inzet)


def versturen(melding: UUID, scope: Scope) -> None:
    """Send the verslag."""
    kaart, _ = meldingen.lees_open(scope, melding)
    for brief in berichten.brieven_van(scope, [kaart.persoon]):
        if brief.soort is berichten.BriefSoort.VERSLAG:
            besluiten.verstuur_brief(scope, brief=brief.id)


def vaststellen(melding: UUID, scope: Scope) -> None:
    """Make the plan final."""
    plannen.stel_vast(scope, plan=plan_van(melding, scope).id)


def maak_plan(melding: UUID, scope: Scope) -> UUID:
    """The plan of the household: the children take part."""
    _, opening = meldingen.lees_open(scope, melding)
    mensen = huishoudens.personen(scope, opening.personen)
    return plannen.maak(scope, melding=melding, deelnemers=[p.id for p in kinderen(mensen, scope)])


def kinderen(mensen: Sequence[PersoonKaart], scope: Scope) -> list[PersoonKaart]:
    """Who of them is a child."""
    jaren = {p.id: huishoudens.leeftijd(p.geboortedatum, scope.nu.date()) for p in mensen}
    return [p for p in mensen if (oud := jaren[p.id]) is not None and oud < huishoudens.VOLWASSEN]


def plan_van(melding: UUID, scope: Scope) -> plannen.PlanBlad:
    """The plan of the household that asked, opened."""
    kaart, opening = meldingen.lees_open(scope, melding)
    plan = plannen.plan_van(scope, opening.personen)
    if plan is None:
        raise LookupError(f"er is geen plan bij vraag {kaart.referentie}")
    return plan


def afronden(melding: UUID, scope: Scope) -> None:
    """Finish the investigation: what the law has one offer, and a conclusion."""
    onderzoek = onderzoeken.begin(scope, melding=melding)
    onderzoeken.leg_voorbereiding_vast(
        scope,
        onderzoek=onderzoek,
        antwoorden=onderzoeken.Voorbereiding(
            onderzoeken.Ondersteuning.WIL_NIET,
            onderzoeken.Ondersteuning.GEEN_MANTELZORGER,
            onderzoeken.PersoonlijkPlan.GEEN,
        ),
    )
    onderzoeken.trek_conclusie(
        scope,
        onderzoek=onderzoek,
        oordeel=onderzoeken.Oordeel.NODIG,
        tekst="Met wat hulp van mensen in de buurt lukt het weer.",
        versie=0,
    )
    onderzoeken.rond_af(scope, onderzoek=onderzoek)


def begin_plan(gezin: Gezin, melding: UUID, scope: Scope) -> None:
    """A plan with a goal of who asks, and what the network does for it."""
    plan = maak_plan(melding, scope)
    doel = plannen.voeg_doel_toe(scope, plan=plan, woorden=DOELEN.get(gezin.vraag, GEWOON_DOEL))
    plannen.zet_evaluatie(scope, plan=plan, op=scope.nu.date() + timedelta(days=90))
    plannen.voeg_inzet_toe(
        scope,
        doel=doel,
        gegevens=InzetGegevens(
            laag=Laag.NETWERK,
            wat="Elke week samen koffie en de week doornemen",
            wie="de buurvrouw",
            waarom_niet_lichter={Laag.EIGEN_KRACHT: "Alleen lukt het u nog niet."},
        ),
    )
