"""The plan in words: its flows, the ladder of help, and the order in which help is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import get_args

from eenplan.beleid.woordenschat import Bijzonder, Voorzieningsoort
from eenplan.platform.flow import Flow, Stap


class PlanToestand(StrEnum):
    """Where a plan stands."""

    CONCEPT = "concept"
    VOORGELEGD = "voorgelegd"
    VASTGESTELD = "vastgesteld"
    AFGESLOTEN = "afgesloten"


class DoelToestand(StrEnum):
    """A goal is finished by people together, not because everything under it is done."""

    OPEN = "open"
    BEREIKT = "bereikt"
    GESTOPT = "gestopt"


class InzetToestand(StrEnum):
    """Where one piece of help stands. `besluit`: it waits for a decision on paper."""

    VOORGESTELD = "voorgesteld"
    BESLUIT = "besluit"
    LOOPT = "loopt"
    BEEINDIGD = "beeindigd"
    NIET_DOORGEGAAN = "niet_doorgegaan"


class Laag(StrEnum):
    """The layers of help, from own strength to specialist; the same words as in the law file."""

    EIGEN_KRACHT = "eigen_kracht"
    NETWERK = "netwerk"
    VRIJWILLIGER = "vrijwilliger"
    ALGEMEEN = "algemeen"
    COLLECTIEF = "collectief"
    AANVULLEND = "aanvullend"
    SPECIALISTISCH = "specialistisch"
    MAATWERK = "maatwerk"


class RegisseurSoort(StrEnum):
    """Who holds the plan together: a professional, somebody from the own network, or a volunteer (D4)."""

    HULPVERLENER = "hulpverlener"
    NETWERK = "netwerk"
    VRIJWILLIGER = "vrijwilliger"


class Antwoord(StrEnum):
    """What a resident says at the own pages when asked about help. `praten`: first a conversation."""

    JA = "ja"
    NEE = "nee"
    PRATEN = "praten"


class EigenSoort(StrEnum):
    """What stands under a goal: what a resident does or wants to say, and a step of who makes the plan."""

    TAAK = "taak"
    OPMERKING = "opmerking"
    STAP = "stap"


AFGELOPEN = (InzetToestand.BEEINDIGD, InzetToestand.NIET_DOORGEGAAN)
"""Help that is over: nobody is asked anything about it any more."""

INFORMEEL = (Laag.EIGEN_KRACHT, Laag.NETWERK, Laag.VRIJWILLIGER)
SAMEN = (Laag.NETWERK, Laag.VRIJWILLIGER, Laag.COLLECTIEF)
"""Help of people for each other, where somebody may want to do something in return (D5)."""
VERWEZEN = (Laag.AANVULLEND, Laag.SPECIALISTISCH, Laag.MAATWERK)
"""Help one is referred to; help of the team itself is no referral (U14)."""

# Before maatwerk the law asks what is open to everybody, not whether a specialist was tried (Wmo 2.3.5 lid 3).
_LICHTER: dict[Laag, tuple[Laag, ...]] = {
    laag: tuple(Laag)[:nummer] for nummer, laag in enumerate(Laag) if laag is not Laag.MAATWERK
} | {Laag.MAATWERK: tuple(Laag)[: tuple(Laag).index(Laag.AANVULLEND)]}

_SOORT: dict[Laag, Voorzieningsoort] = {
    Laag.EIGEN_KRACHT: "informeel",
    Laag.NETWERK: "informeel",
    Laag.VRIJWILLIGER: "informeel",
    Laag.ALGEMEEN: "algemeen",
    Laag.COLLECTIEF: "collectief",
    Laag.AANVULLEND: "aanvullend",
    Laag.SPECIALISTISCH: "specialistisch",
    Laag.MAATWERK: "maatwerk",
}
_BIJZONDER: dict[str, Bijzonder] = {waarde: waarde for waarde in get_args(Bijzonder)}


def lichtere_treden(laag: Laag) -> tuple[Laag, ...]:
    """The steps one looks at before this one, lightest first (D8)."""
    return _LICHTER[laag]


def gevraagde_treden(laag: Laag) -> tuple[tuple[Laag, ...], ...]:
    """For which steps a reason is asked, as groups of which one reason is enough.

    The step directly before, and for help of a professional also one of the informal steps: why informal alone is
    not enough (U5). A step that one does not ask of some people is skipped by saying so (D27).
    """
    lichter = _LICHTER[laag]
    if not lichter:
        return ()
    vorige = lichter[-1]
    if laag in INFORMEEL:
        return ((vorige,),)
    return (INFORMEEL,) if vorige in INFORMEEL else (INFORMEEL, (vorige,))


def ontbrekende_redenen(laag: Laag, gegeven: Iterable[str]) -> dict[Laag, str]:
    """The steps that still need a reason, each with the sentence to show there; earlier reasons on the goal count."""
    bekend = set(gegeven)
    ontbreekt: dict[Laag, str] = {}
    for groep in gevraagde_treden(laag):
        if not bekend.intersection(groep):
            ontbreekt[groep[-1]] = (
                "Schrijf op waarom deze trede niet genoeg is, of waarom jullie hem overslaan."
            )
    return ontbreekt


def soort_voorziening(laag: Laag, gekozen: str = "") -> Voorzieningsoort:
    """What kind of help this is in the words of the policy: as the catalogue says, else by its layer."""
    soorten: dict[str, Voorzieningsoort] = {soort: soort for soort in get_args(Voorzieningsoort)}
    return soorten.get(gekozen) or _SOORT[laag]


def bijzonderheid(voorziening: str) -> Bijzonder:
    """Whether this catalogue key is one that decision tables name apart, such as the dementia meeting centre (K3)."""
    return _BIJZONDER.get(voorziening.replace("-", "_"), "geen")


JEUGD_TOT = 23
"""Until this age youth help may go on (Jeugdwet art. 1.1)."""


def past_bij(
    wetten: Iterable[str], laag: Laag, *, leeftijd: int | None, kind_in_plan: bool
) -> bool:
    """Whether a line of the catalogue is something to offer this person; who chooses it may still say otherwise.

    A child gets no help of the Wmo, except what is made to measure such as a wheelchair. Help of the Jeugdwet is for
    the young, and for who takes part in a plan with a child.
    """
    namen = set(wetten)
    if leeftijd is None or {"wmo", "jeugd"} <= namen:
        return True
    if "jeugd" in namen:
        return leeftijd < JEUGD_TOT or kind_in_plan
    return leeftijd >= 18 or "wmo" not in namen or laag is Laag.MAATWERK


def wet_van(persoon_leeftijd: int | None, wetten: Iterable[str], melding: str) -> str:
    """The law of one piece of help: what its catalogue line allows, then the question's, then the age.

    A household asks once and may need help under two laws: the parent's under one, the child's under another.
    """
    mogelijk = [wet for wet in wetten if wet != "onbekend"]
    if len(mogelijk) == 1:
        return mogelijk[0]
    if persoon_leeftijd is not None and persoon_leeftijd < 18:
        return "jeugd"
    if melding in mogelijk or not mogelijk:
        return melding
    return "onbekend"


@dataclass(frozen=True, slots=True)
class PlanFeiten:
    """What the conditions of the plan's flow ask about."""

    doelen: int
    zonder_antwoord: tuple[str, ...] = ()


def heeft_doel(feiten: PlanFeiten) -> str | None:
    """A plan is at least one goal in somebody's own words."""
    return None if feiten.doelen else "Schrijf eerst minstens één doel op."


def iedereen_gaf_antwoord(feiten: PlanFeiten) -> str | None:
    """Nothing is final before they answered (U17, H3)."""
    if not feiten.zonder_antwoord:
        return None
    return f"Nog geen antwoord van {en(feiten.zonder_antwoord)}."


def en(namen: Iterable[str]) -> str:
    """Names in a sentence: "Eva, Sam en Noor"."""
    *voor, laatste = namen
    return f"{', '.join(voor)} en {laatste}" if voor else laatste


PLAN: Flow[PlanFeiten, PlanToestand] = Flow(
    naam="Plan",
    start=PlanToestand.CONCEPT,
    eigenaar={
        PlanToestand.CONCEPT: "regisseur en gezin",
        PlanToestand.VOORGELEGD: "het gezin",
        PlanToestand.VASTGESTELD: "regisseur",
        PlanToestand.AFGESLOTEN: "niemand",
    },
    stappen=(
        Stap("leg_voor", PlanToestand.CONCEPT, PlanToestand.VOORGELEGD, (heeft_doel,)),
        Stap("neem_terug", PlanToestand.VOORGELEGD, PlanToestand.CONCEPT),
        Stap(
            "stel_vast",
            PlanToestand.CONCEPT,
            PlanToestand.VASTGESTELD,
            (heeft_doel, iedereen_gaf_antwoord),
        ),
        Stap(
            "stel_vast",
            PlanToestand.VOORGELEGD,
            PlanToestand.VASTGESTELD,
            (heeft_doel, iedereen_gaf_antwoord),
        ),
        Stap("herzie", PlanToestand.VASTGESTELD, PlanToestand.CONCEPT),
        Stap("sluit", PlanToestand.CONCEPT, PlanToestand.AFGESLOTEN),
        Stap("sluit", PlanToestand.VOORGELEGD, PlanToestand.AFGESLOTEN),
        Stap("sluit", PlanToestand.VASTGESTELD, PlanToestand.AFGESLOTEN),
    ),
)


@dataclass(frozen=True, slots=True)
class InzetFeiten:
    """What the conditions of one piece of help ask about."""

    akkoorden_open: tuple[str, ...] = ()


def is_akkoord(feiten: InzetFeiten) -> str | None:
    """Youth help starts after consent, not before (Jeugdwet 7.3.4, 7.3.5; waarborg 11)."""
    if not feiten.akkoorden_open:
        return None
    return f"De hulp kan nog niet beginnen. Eerst akkoord van {en(feiten.akkoorden_open)}."


INZET: Flow[InzetFeiten, InzetToestand] = Flow(
    naam="Inzet",
    start=InzetToestand.VOORGESTELD,
    eigenaar={
        InzetToestand.VOORGESTELD: "regisseur en gezin",
        InzetToestand.BESLUIT: "wie het besluit neemt",
        InzetToestand.LOOPT: "wie helpt",
        InzetToestand.BEEINDIGD: "niemand",
        InzetToestand.NIET_DOORGEGAAN: "niemand",
    },
    stappen=(
        Stap("start", InzetToestand.VOORGESTELD, InzetToestand.LOOPT, (is_akkoord,)),
        Stap("wacht_op_besluit", InzetToestand.VOORGESTELD, InzetToestand.BESLUIT),
        Stap("start", InzetToestand.BESLUIT, InzetToestand.LOOPT, (is_akkoord,)),
        Stap("gaat_niet_door", InzetToestand.VOORGESTELD, InzetToestand.NIET_DOORGEGAAN),
        Stap("gaat_niet_door", InzetToestand.BESLUIT, InzetToestand.NIET_DOORGEGAAN),
        Stap("stop", InzetToestand.LOOPT, InzetToestand.BEEINDIGD),
    ),
)

VERVOLG_DAGEN = 7
"""What is not settled never lies: somebody looks at it again within a week (waarborg 6)."""
