"""The investigation in words: its flow, the fields of life that may be looked at, and what must be there to finish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eenplan.inzage.regels import Rubriek
from eenplan.platform.flow import Flow, Stap

EERSTE_LETTER = "b"
"""The conversation starts with what the resident can still do (H9; Wmo 2015 art. 2.3.2 lid 4 onder b)."""


class Toestand(StrEnum):
    """Where an investigation stands."""

    BEGONNEN = "begonnen"
    AFGEROND = "afgerond"
    VERVALLEN = "vervallen"


class Oordeel(StrEnum):
    """What the team concludes. The values are those of `oordeel_team` in a situation."""

    NODIG = "nodig"
    NIET_NODIG = "niet_nodig"
    TWIJFEL = "twijfel"


class Ondersteuning(StrEnum):
    """The answer to the offer of free, independent cliëntondersteuning (Wmo 2015 art. 2.3.2 lid 3)."""

    WIL = "wil"
    WIL_NIET = "wil_niet"
    NIET_GEVRAAGD = "niet_gevraagd"
    GEEN_MANTELZORGER = "geen_mantelzorger"


class PersoonlijkPlan(StrEnum):
    """Whether the resident brings a plan of their own (Wmo 2015 art. 2.3.2 lid 2; Jeugdwet art. 4.1.2)."""

    HEEFT = "heeft"
    MAAKT = "maakt"
    GEEN = "geen"
    NIET_GEVRAAGD = "niet_gevraagd"


@dataclass(frozen=True, slots=True)
class Leefgebied:
    """A field of life. It is off until somebody says why it matters to this question (P1); a score never has to be."""

    sleutel: str
    naam: str
    rubriek: Rubriek


LEEFGEBIEDEN: tuple[Leefgebied, ...] = (
    Leefgebied("financien", "Geld", Rubriek.ONDERZOEK),
    Leefgebied("werk_en_opleiding", "Werk en opleiding", Rubriek.ONDERZOEK),
    Leefgebied("tijdsbesteding", "Hoe de dag eruitziet", Rubriek.ONDERZOEK),
    Leefgebied("huisvesting", "Wonen", Rubriek.ONDERZOEK),
    Leefgebied("huiselijke_relaties", "Hoe het thuis gaat met elkaar", Rubriek.VEILIGHEID),
    Leefgebied("geestelijke_gezondheid", "Geestelijke gezondheid", Rubriek.GEZONDHEID),
    Leefgebied("lichamelijke_gezondheid", "Lichamelijke gezondheid", Rubriek.GEZONDHEID),
    Leefgebied("middelengebruik", "Alcohol, drugs en andere verslaving", Rubriek.GEZONDHEID),
    Leefgebied("basale_adl", "Wassen, aankleden, eten", Rubriek.ONDERZOEK),
    Leefgebied("instrumentele_adl", "Huishouden, reizen, post", Rubriek.ONDERZOEK),
    Leefgebied("sociaal_netwerk", "Familie, vrienden en buren", Rubriek.ONDERZOEK),
    Leefgebied("maatschappelijke_participatie", "Meedoen", Rubriek.ONDERZOEK),
    Leefgebied("justitie", "Politie en justitie", Rubriek.VEILIGHEID),
)
"""The thirteen fields of the Zelfredzaamheid-Matrix 2017 in common words, without its scores and criteria."""

LEEFGEBIED_OP_SLEUTEL = {gebied.sleutel: gebied for gebied in LEEFGEBIEDEN}


class Gezichtspunt(StrEnum):
    """Who says how it goes: the two may differ, and neither is the measure of the other."""

    INWONER = "inwoner"
    TEAM = "team"


ZELF: Mapping[int, str] = {
    5: "lukt zelf",
    4: "lukt meestal",
    3: "lukt met hulp",
    2: "lukt soms",
    1: "lukt niet",
}
"""How far somebody manages, in words; a scale of ours, shown and never added up (P1)."""


def in_gespreksvolgorde(letters: Sequence[tuple[str, str]]) -> list[str]:
    """The keys of the topics, given as (letter, key): what still works first, then as the law orders them."""
    return [
        sleutel for letter, sleutel in sorted(letters, key=lambda o: (o[0] != EERSTE_LETTER, o[0]))
    ]


@dataclass(frozen=True, slots=True)
class Feiten:
    """What the conditions of the flow ask about."""

    oordeel: str
    conclusie: str
    wet: str
    ondersteuning_gevraagd: bool


def is_geconcludeerd(feiten: Feiten) -> str | None:
    """The written outcome is what the law wants of an investigation (Wmo 2015 art. 2.3.2 lid 8)."""
    if feiten.oordeel and feiten.conclusie.strip():
        return None
    return "Schrijf eerst op wat jullie conclusie is. Dat is de uitkomst die de inwoner krijgt."


def is_ondersteuning_aangeboden(feiten: Feiten) -> str | None:
    """Cliëntondersteuning is offered on every Wmo melding (Wmo 2015 art. 2.3.2 lid 3; waarborg 8)."""
    if feiten.wet != "wmo" or feiten.ondersteuning_gevraagd:
        return None
    return "Vertel eerst dat gratis cliëntondersteuning kan, en leg het antwoord vast."


ONDERZOEK: Flow[Feiten, Toestand] = Flow(
    naam="Onderzoek",
    start=Toestand.BEGONNEN,
    eigenaar={
        Toestand.BEGONNEN: "wie het gesprek voert",
        Toestand.AFGEROND: "niemand: de uitkomst staat op papier",
        Toestand.VERVALLEN: "niemand: de inwoner wilde niet verder",
    },
    stappen=(
        Stap(
            "rond_af",
            Toestand.BEGONNEN,
            Toestand.AFGEROND,
            (is_geconcludeerd, is_ondersteuning_aangeboden),
        ),
        Stap("stop", Toestand.BEGONNEN, Toestand.VERVALLEN),
    ),
)
