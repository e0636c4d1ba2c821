"""What a paper that decides or refers is, when a request is an aanvraag, and under which mandate somebody signs.

The gates that a paper passes stand in `poorten.py`. Sources: Wmo 2015 2.3.2, 2.3.3, 2.3.5; Jeugdwet 2.3, 2.9; Awb 4:1,
4:13, 10:3-10:10; waarborgen 3, 4, 5, 18.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eenplan.onderzoeken.regels import Oordeel
from eenplan.platform.flow import Flow, Stap
from eenplan.termijnen.regels import TermijnSoort, aanvraag_moment


class StukSoort(StrEnum):
    """The papers that leave the building under the college's name."""

    VERWIJSBRIEF = "verwijsbrief"
    TOEKENNING = "toekenning"
    AFWIJZING = "afwijzing"


class Toestand(StrEnum):
    """A paper is a concept until every gate is open; making it final and sending it is one step."""

    CONCEPT = "concept"
    VERZONDEN = "verzonden"
    VERVALLEN = "vervallen"


class AanvraagToestand(StrEnum):
    """An aanvraag is open until it is decided on, or the resident takes it back."""

    OPEN = "open"
    BESLOTEN = "besloten"
    INGETROKKEN = "ingetrokken"


class Hoe(StrEnum):
    """How an aanvraag reached us. Awb 4:1 asks for writing; what is said is written down at once."""

    GESPREK = "gesprek"
    TELEFOON = "telefoon"
    BRIEF = "brief"
    FORMULIER = "formulier"


class Afwijsgrond(StrEnum):
    """On what a refusal may rest. That the money is gone is not among them (Wmo 2.3.5 lid 3, Jw 2.3; waarborg 18)."""

    EIGEN_KRACHT = "eigen_kracht"
    GEBRUIKELIJKE_HULP = "gebruikelijke_hulp"
    NETWERK = "netwerk"
    ALGEMEEN_GEBRUIKELIJK = "algemeen_gebruikelijk"
    ANDER_AANBOD = "ander_aanbod"
    NIET_NODIG = "niet_nodig"
    ANDERE_WET = "andere_wet"


DOCUMENT_SOORT: Mapping[str, StukSoort] = {
    "verwijsbrief": StukSoort.VERWIJSBRIEF,
    "toekenningsbeschikking": StukSoort.TOEKENNING,
    "afwijzingsbeschikking": StukSoort.AFWIJZING,
}
WETTEN = frozenset({"wmo", "jeugd"})
BESCHIKKINGEN = frozenset({StukSoort.TOEKENNING, StukSoort.AFWIJZING})
NAAM: Mapping[StukSoort, str] = {
    StukSoort.VERWIJSBRIEF: "verwijsbrief",
    StukSoort.TOEKENNING: "besluit: hulp toegekend",
    StukSoort.AFWIJZING: "besluit: aanvraag afgewezen",
}
HOE_ZIN: Mapping[Hoe, str] = {
    Hoe.GESPREK: "in een gesprek",
    Hoe.TELEFOON: "aan de telefoon",
    Hoe.BRIEF: "in een brief",
    Hoe.FORMULIER: "met een formulier",
}
GROND_ZIN: Mapping[Afwijsgrond, str] = {
    Afwijsgrond.EIGEN_KRACHT: "U kunt dit zelf oplossen.",
    Afwijsgrond.GEBRUIKELIJKE_HULP: "Uw huisgenoten kunnen dit doen. Dat is gebruikelijk.",
    Afwijsgrond.NETWERK: "Mensen om u heen kunnen en willen dit doen.",
    Afwijsgrond.ALGEMEEN_GEBRUIKELIJK: "Wat u vraagt, kan iedereen gewoon kopen of krijgen.",
    Afwijsgrond.ANDER_AANBOD: "Er is andere hulp die past. U kunt er meteen terecht.",
    Afwijsgrond.NIET_NODIG: "Wij vinden de hulp die u vraagt nu niet nodig.",
    Afwijsgrond.ANDERE_WET: "Deze hulp hoort bij een andere wet.",
}


AFWIJKING = "anders_dan_onderzoek"
"""The key of the text that says why a decision differs from the investigation."""
_HULP_KAN_NODIG_ZIJN = (
    Afwijsgrond.ALGEMEEN_GEBRUIKELIJK,
    Afwijsgrond.ANDER_AANBOD,
    Afwijsgrond.ANDERE_WET,
)


def tegenspraak(soort: StukSoort, grond: Afwijsgrond | None, oordeel: str) -> str:
    """In which way a decision says something else than the concluded investigation, in a sentence; empty when not.

    A decision takes the outcome of the investigation into account (Wmo 2.3.5 lid 3) and rests on a sound reasoning
    (Awb 3:46). To differ is allowed, and then the reasoning says why, as Awb 3:50 asks of who differs from advice.
    Other help that fits, or another law, says nothing about whether help is needed. A doubt contradicts nothing.
    """
    if soort is StukSoort.AFWIJZING and oordeel == Oordeel.NODIG:
        if grond not in _HULP_KAN_NODIG_ZIJN:
            return "Het onderzoek zegt: er is hulp nodig. Dit besluit wijst hulp af."
    elif soort is StukSoort.TOEKENNING and oordeel == Oordeel.NIET_NODIG:
        return "Het onderzoek zegt: er is geen hulp nodig. Dit besluit kent hulp toe."
    return ""


@dataclass(frozen=True, slots=True)
class Onderdeelvraag:
    """One element of the motivation: the heading on the letter and what the writer answers under it."""

    sleutel: str
    kop: str
    vraag: str


_WMO = (
    Onderdeelvraag(
        "nodig", "Wat u nodig hebt", "Wat heeft de inwoner nodig, en wat is daarvoor onderzocht?"
    ),
    Onderdeelvraag("eigen_kracht", "Wat u zelf kunt", "Wat kan de inwoner zelf?"),
    Onderdeelvraag(
        "huisgenoten_en_netwerk",
        "Wat mensen om u heen doen",
        "Wat doen huisgenoten, mantelzorgers en anderen?",
    ),
    Onderdeelvraag(
        "algemeen",
        "Wat er voor iedereen is",
        "Welke voorziening is er al, en wat is gewoon te koop?",
    ),
)
_JEUGD = (
    Onderdeelvraag(
        "nodig", "Wat u nodig hebt", "Wat is er aan de hand, en welke hulp is daarvoor nodig?"
    ),
    Onderdeelvraag(
        "eigen_kracht",
        "Wat uw gezin zelf kan",
        "Wat kunnen het gezin en de mensen om het gezin zelf?",
    ),
    Onderdeelvraag(
        "deskundige",
        "Wat de jeugdprofessional ziet",
        "Wat vindt de geregistreerde jeugdprofessional?",
    ),
)


def motivering_vragen(wet: str) -> tuple[Onderdeelvraag, ...]:
    """What a refusal must answer, in the order in which the law looks (Wmo 2.3.5 lid 3; Jw 2.3 lid 1)."""
    return _JEUGD if wet == "jeugd" else _WMO


def mandaat_soort(soort: StukSoort, levering: str) -> str:
    """Which kind of mandate this paper needs. A referral gives access, so it needs the power to grant."""
    if soort is StukSoort.AFWIJZING:
        return "afwijzen"
    return "pgb" if levering == "pgb" else "toekennen"


def beslistermijn(wet: str) -> TermijnSoort:
    """The clock of an aanvraag. While the law is not chosen the shorter one runs: nobody may lose time by our doubt."""
    return TermijnSoort.BESLUIT_JEUGD if wet == "jeugd" else TermijnSoort.BESLUIT_WMO


@dataclass(frozen=True, slots=True)
class Geldigheid:
    """From which day a request is an aanvraag, and why. `voorlopig`: it may still become earlier."""

    vanaf: date
    voorlopig: bool
    uitleg: str


def geldt_vanaf(
    *, wet: str, gevraagd_op: date, verslag_op: date | None, onderzoek_einde: date | None
) -> Geldigheid:
    """When a request for a decision counts as an aanvraag (X2; waarborg 5).

    Jeugdwet: at once. Wmo, and while the law is not chosen: not before the investigation is done or its six weeks have
    passed (Wmo 2.3.2 lid 9). It is a fact that follows from dates, so no job can be late with it.
    """
    if wet == "jeugd" or onderzoek_einde is None:
        return Geldigheid(
            gevraagd_op, voorlopig=False, uitleg="De dag waarop het is gevraagd, telt."
        )
    moment = aanvraag_moment(gevraagd_op, verslag_op, onderzoek_einde)
    return Geldigheid(moment.datum, moment.voorlopig, moment.uitleg)


class VervolgSoort(StrEnum):
    """What must be settled before help can go on, as the policy names it; and two of the house.

    `uitbesteden`: an organisation chooses which of its members helps (H5). `meekijken`: a second pair of eyes before a
    referral to one's own organisation (U14).
    """

    OVERLEG = "overleg"
    SAMEN = "samen"
    ANDER_AANBOD = "zoek_ander_aanbod"
    WIJZEN = "wijs_op_beschikking"
    CONSULENT = "naar_consulent"
    CONTACT = "contact"
    UITBESTEDEN = "uitbesteden"
    MEEKIJKEN = "meekijken"


class VervolgToestand(StrEnum):
    """Open until somebody settled it, or something else took its place."""

    OPEN = "open"
    KLAAR = "klaar"
    VERVALLEN = "vervallen"


VERVOLG: Flow[None, VervolgToestand] = Flow(
    naam="Vervolg",
    start=VervolgToestand.OPEN,
    eigenaar={
        VervolgToestand.OPEN: "wie erbij staat, met een datum",
        VervolgToestand.KLAAR: "niemand: het is geregeld",
        VervolgToestand.VERVALLEN: "niemand: er kwam iets anders voor in de plaats",
    },
    stappen=(
        Stap("rond_af", VervolgToestand.OPEN, VervolgToestand.KLAAR),
        Stap("vervang", VervolgToestand.OPEN, VervolgToestand.VERVALLEN),
    ),
)
VERVOLG_WAT: Mapping[VervolgSoort, str] = {
    VervolgSoort.OVERLEG: "Overleg over de hulp",
    VervolgSoort.SAMEN: "Beslis samen over de hulp",
    VervolgSoort.ANDER_AANBOD: "Zoek samen ander aanbod",
    VervolgSoort.WIJZEN: "Vertel dat een besluit kan",
    VervolgSoort.CONSULENT: "Kijk als consulent of de hulp past",
    VervolgSoort.CONTACT: "Zoek contact",
    VervolgSoort.UITBESTEDEN: "Besteed deze hulp uit",
    VervolgSoort.MEEKIJKEN: "Kijk mee met een verwijzing",
}
VERVOLG_DAGEN = 7
"""What is not settled never lies: somebody looks at it again within a week (waarborg 6)."""
FORMEEL_NA_AANBOD = 2
FORMEEL_NA_DAGEN = 42
"""After so many offers, or six weeks, the formal road is proposed; the clock of the law never waited for it."""


def formele_weg(vandaag: date, begonnen: date, afgeslagen: int) -> bool:
    """Whether the road of looking further has been long enough (waarborg 6)."""
    return afgeslagen >= FORMEEL_NA_AANBOD or (vandaag - begonnen).days >= FORMEEL_NA_DAGEN
