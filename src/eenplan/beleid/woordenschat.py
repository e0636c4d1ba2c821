"""The closed vocabulary that decisions are made over, and the shape of the answers.

Words are Dutch because advisers, letters and courts use them; a word that is not here does not exist.
"""

import datetime as dt
from typing import Annotated, Literal, get_args
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

Wet = Literal["wmo", "jeugd", "onbekend"]
School = Literal["geen", "basis", "vo", "mbo"]
Kanaal = Literal[
    "web",
    "telefoon",
    "balie",
    "huisarts",
    "school",
    "ziekenhuis",
    "aanbieder",
    "vindplaats",
    "outreach",
]
Vraag = Literal[
    "opvoeden",
    "geldzaken",
    "thuisadministratie",
    "eenzaamheid",
    "dagbesteding",
    "begeleiding",
    "respijt",
    "huishouden",
    "hulpmiddel",
    "woningaanpassing",
    "vervoer",
    "wonen",
    "mantelzorg",
    "psychisch",
    "verslaving",
    "veiligheid",
    "palliatief",
    "overig",
]
Complexiteit = Literal["onbekend", "enkelvoudig", "complex", "specifiek"]
Voorzieningsoort = Literal[
    "informeel", "collectief", "algemeen", "licht", "aanvullend", "specialistisch", "maatwerk"
]
Bijzonder = Literal["geen", "dagbesteding_dementie"]
Levering = Literal["natura", "pgb", "voucher"]
OordeelTeam = Literal["nodig", "niet_nodig", "twijfel"]
OordeelInwoner = Literal[
    "akkoord", "wil_verwijzing", "weigert_aanbod", "vraagt_beschikking", "niet_gevraagd"
]
Verwijzer = Literal["geen", "huisarts", "medisch_specialist", "jeugdarts", "gi", "rechter"]
Stap = Literal["aanbod", "consulent"]

Document = Literal["geen", "verwijsbrief", "toekenningsbeschikking", "afwijzingsbeschikking"]
Vervolg = Literal[
    "geen",
    "overleg",
    "zoek_ander_aanbod",
    "wijs_op_beschikking",
    "naar_consulent",
    "aanvraag",
    "contact",
]
Beslisser = Literal[
    "buurtteam",
    "toegangspartij",
    "wijkteam",
    "consortium",
    "stand_by",
    "consulent",
    "gemeente",
    "samen",
    "verwijzer",
    "outreachteam",
    "aanbieder",
]
Start = Literal["direct", "na_besluit", "na_akkoord"]
LetOpCode = Literal[
    "maatwerk_zonder_beschikking",
    "rechter_maatwerk",
    "mandaat_nodig",
    "aanvraag_nodig",
    "wet_onbekend",
    "toestemming_jeugdige",
    "toestemming_ouders",
    "eigen_bijdrage_bij_besluit",
    "overgangsrecht_verlopen",
    "jeugd_18_plus",
    "bijna_18",
    "aanbieder_beslist_zelf",
    "specialist_adviseert",
]

BESCHIKKINGEN: frozenset[Document] = frozenset({"toekenningsbeschikking", "afwijzingsbeschikking"})
OUDSTE = 130


def vandaag() -> dt.date:
    """Today where the residents live."""
    return dt.datetime.now(ZoneInfo("Europe/Amsterdam")).date()


class Situatie(BaseModel):
    """What is known about one question of one person: everything a decision may depend on, and no more."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    gemeente: str
    op: dt.date = Field(default_factory=vandaag)
    leeftijd: Annotated[int, Field(ge=0, le=OUDSTE)] | None = None
    kinderen_onder_18: bool = False
    wijk: str | None = None
    buurt: str | None = None
    school: School = "geen"
    kanaal: Kanaal = "web"
    wet: Wet = "onbekend"
    vraag: Vraag = "overig"
    complexiteit: Complexiteit = "onbekend"
    voorziening: Voorzieningsoort = "algemeen"
    bijzonder: Bijzonder = "geen"
    levering: Levering = "natura"
    oordeel_team: OordeelTeam = "nodig"
    oordeel_inwoner: OordeelInwoner = "akkoord"
    overgangsrecht: bool = False
    spoed: bool = False
    verwijzer: Verwijzer = "geen"
    stap: Stap = "aanbod"


class _Antwoord(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Route(_Antwoord):
    """Which party takes the question, and which of its teams (none where there are no teams or no area is known)."""

    partij: str
    team: str | None
    regel: str
    toelichting: str


class Afgevallen(_Antwoord):
    """An earlier row that did not fit, and why."""

    regel: str
    omdat: str


class LetOp(_Antwoord):
    """A legal warning beside the outcome; it never changes the outcome (X13)."""

    code: LetOpCode
    tekst: str
    grondslag: str


class Beslissing(_Antwoord):
    """What the toegangsmodel says must happen, which row said so and why the earlier rows did not."""

    document: Document
    vervolg: Vervolg
    beslist_door: Beslisser
    eigen_bijdrage: bool
    start: Start | None
    rechtsgang: bool
    regel: str
    bron: str
    afgevallen: tuple[Afgevallen, ...]
    let_op: tuple[LetOp, ...]


GESLOTEN: dict[str, tuple[object, ...]] = {
    "leeftijd": (None, *range(OUDSTE + 1)),
    "kinderen_onder_18": (False, True),
    "school": get_args(School),
    "kanaal": get_args(Kanaal),
    "wet": get_args(Wet),
    "vraag": get_args(Vraag),
    "complexiteit": get_args(Complexiteit),
    "voorziening": get_args(Voorzieningsoort),
    "bijzonder": get_args(Bijzonder),
    "levering": get_args(Levering),
    "oordeel_team": get_args(OordeelTeam),
    "oordeel_inwoner": get_args(OordeelInwoner),
    "overgangsrecht": (False, True),
    "spoed": (False, True),
    "verwijzer": get_args(Verwijzer),
    "stap": get_args(Stap),
}
"""Every value a key may have. `op`, `wijk` and `buurt` are open: dates and areas belong to a model."""

IN_WOORDEN: dict[str, str] = {
    "op": "de datum",
    "leeftijd": "de leeftijd",
    "kinderen_onder_18": "een kind onder 18 in huis",
    "wijk": "de wijk",
    "buurt": "de buurt",
    "school": "de school",
    "kanaal": "het kanaal",
    "wet": "de wet",
    "vraag": "de vraag",
    "complexiteit": "de complexiteit",
    "voorziening": "de voorziening",
    "bijzonder": "het bijzondere",
    "levering": "de levering",
    "oordeel_team": "het oordeel van het team",
    "oordeel_inwoner": "het oordeel van de inwoner",
    "overgangsrecht": "overgangsrecht",
    "spoed": "spoed",
    "verwijzer": "de verwijzer",
    "stap": "de stap",
    "document": "het document",
    "vervolg": "het vervolg",
    "beslist_door": "wie beslist",
    "start": "de start",
    "eigen_bijdrage": "de eigen bijdrage",
}
"""The keys as a resident would say them, for the reason why a row does not fit."""
