"""What a letter says, as frozen data: one class per kind of letter and the small parts they share.

Every field may be left empty by the caller; what the law wants to see is checked by `regels.gebreken`,
in one place and in Dutch, so that a half-finished letter can still be shown as a concept.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from eenplan.termijnen.regels import Grondslag
from eenplan.voorzieningen.regels import hoeveelheid


class Wet(Enum):
    """The law a letter rests on; ONBEKEND can never become final (waarborg 20)."""

    WMO = "wmo"
    JEUGD = "jeugd"
    ONBEKEND = "onbekend"


class BriefSoort(Enum):
    """The kinds of letter; the value names the letter for the resident."""

    ONTVANGSTBEVESTIGING = "ontvangstbevestiging"
    VERSLAG = "verslag"
    VERWIJSBRIEF = "verwijsbrief"
    TOEKENNING = "toekenningsbeschikking"
    AFWIJZING = "afwijzingsbeschikking"
    RECHT = "rechtsbevestiging"
    SAMEN = "bevestigingsbrief"


@dataclass(frozen=True, slots=True)
class Afzender:
    """The municipality, and the organisation that writes on its behalf when that is another one."""

    gemeente: str
    postadres: tuple[str, ...]
    website: str
    organisatie: str = ""


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """Who the letter is for.

    With `geheim` the address is never printed; the lines are kept only to prove that they are
    nowhere in the letter (U19), and stay out of every repr and so out of logs. `verzwegen` holds the
    secret lines of who else gets this letter, for the same proof. `over` names whom it is about when
    a parent reads it.
    """

    naam: str
    adresregels: tuple[str, ...] = field(default=(), repr=False)
    geheim: bool = False
    aanhef: str = ""
    over: str = ""
    verzwegen: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call; every letter has one."""

    naam: str
    telefoon: str
    bereikbaar: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Hulplijn:
    """Someone outside the municipality: cliëntondersteuning or the vertrouwenspersoon."""

    naam: str
    telefoon: str
    website: str = ""


@dataclass(frozen=True, slots=True)
class Mandaat:
    """The written power to decide in the college's name (Awb 10:5, 10:10; waarborg 3)."""

    besluit: str
    vindplaats: str
    vanaf: date
    tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Whether the mandate is in force on this day; `tot` is the first day without it."""
        return self.vanaf <= dag and (self.tot is None or dag < self.tot)


@dataclass(frozen=True, slots=True)
class Ondertekening:
    """Who signs; with a mandate the letter says on whose behalf."""

    naam: str
    functie: str
    mandaat: Mandaat | None = None


@dataclass(frozen=True, slots=True)
class Omvang:
    """How much help, in units that can be counted (CRvB 2016, 2018, 2021): '2,5 uur per week'."""

    aantal: Decimal
    eenheid: str
    per: str

    def __str__(self) -> str:
        return hoeveelheid(self.aantal, self.eenheid, self.per)


@dataclass(frozen=True, slots=True)
class Doel:
    """A goal in the resident's own words, and what resident and network already do for it (U16)."""

    tekst: str
    eigen_deel: str = ""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A heading with its text. `letter`: the letters of Wmo 2.3.2 paragraph 4 that it answers, one after the other."""

    kop: str
    tekst: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Aanbieder:
    """Who gives the help, and whom to reach there."""

    naam: str
    telefoon: str
    contactpersoon: str = ""


@dataclass(frozen=True, slots=True)
class BesluitVragen:
    """How the resident asks for a decision at any moment (waarborg 1, X14)."""

    telefoon: str
    link: str


@dataclass(frozen=True, slots=True)
class EigenBijdrage:
    """What the resident pays a month; zero needs its ground as much as an amount does (waarborg 9).

    None: due, but it follows from income and capital, as before the flat rate.
    """

    per_maand: Decimal | None
    grondslag: Grondslag


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """When who asked for what, and how (waarborg 4).

    `geldt_vanaf`: the day from which that is an aanvraag, when it is another one (Wmo 2.3.2 paragraph 9).
    """

    datum: date
    door: str
    gevraagd: str
    hoe: str
    geldt_vanaf: date | None = None


@dataclass(frozen=True, slots=True)
class Bezwaarclausule:
    """Until when and where to object (Awb 3:45, 6:7, 6:8)."""

    laatste_dag: date
    postadres: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Professional:
    """The registered professional for a decision on youth help (Jw 2.7 paragraph 2; waarborg 3)."""

    naam: str
    functie: str
    registratie: str


@dataclass(frozen=True, slots=True)
class Pgb:
    """What a decision on a personal budget must add."""

    bedrag_per_jaar: Decimal
    tarief: str
    kwaliteit: str
    verantwoording: str


@dataclass(frozen=True, slots=True)
class Ontvangstbevestiging:
    """The melding arrived (Wmo 2.3.2 paragraphs 1 to 3).

    With `door_ander` somebody else asked: then `vraag` is only what it is about, never a reporter's words.
    """

    wet: Wet
    melding_datum: date
    vraag: str
    wie_belt: str
    belt_uiterlijk: date
    clientondersteuning: Hulplijn | None
    onderzoek_uiterlijk: date | None = None
    persoonlijk_plan_uiterlijk: date | None = None
    door_ander: bool = False
    vertrouwenspersoon: Hulplijn | None = None
    soort: BriefSoort = field(default=BriefSoort.ONTVANGSTBEVESTIGING, init=False)


@dataclass(frozen=True, slots=True)
class Verslag:
    """The written outcome of the investigation (Wmo 2.3.2 paragraph 8)."""

    wet: Wet
    melding_datum: date
    gesprek_datum: date
    gesproken_met: str
    onderwerpen: tuple[Onderdeel, ...]
    uitkomst: str
    vervolg: str
    besluit_vragen: BesluitVragen | None
    clientondersteuning: Hulplijn | None
    doelen: tuple[Doel, ...] = ()
    vertrouwenspersoon: Hulplijn | None = None
    soort: BriefSoort = field(default=BriefSoort.VERSLAG, init=False)


@dataclass(frozen=True, slots=True)
class Verwijsbrief:
    """Help without a beschikking: goals, extent, period, provider (U6, U16).

    `verteld_op` is the day on which the resident was told that a decision can be asked. `minder_is_doel` is False where
    less help is no goal: in the last phase of life nobody is asked what they will do themselves (D6).
    """

    wet: Wet
    naam_inwoner: str
    geboortedatum: date | None
    hulp: str
    doelen: tuple[Doel, ...]
    omvang: Omvang | None
    ingang: date | None
    einde: date | None
    aanbieder: Aanbieder | None
    eigen_bijdrage: EigenBijdrage | None
    besluit_vragen: BesluitVragen | None
    verteld_op: date | None
    clientondersteuning: Hulplijn | None
    vertrouwenspersoon: Hulplijn | None = None
    minder_is_doel: bool = True
    soort: BriefSoort = field(default=BriefSoort.VERWIJSBRIEF, init=False)


@dataclass(frozen=True, slots=True)
class Toekenning:
    """A decision that grants. Without an aanvraag it names the article that allows that."""

    wet: Wet
    aanvraag: Aanvraag | None
    voorziening: str
    omvang: Omvang | None
    ingang: date | None
    einde: date | None
    doelen: tuple[Doel, ...]
    motivering: tuple[Onderdeel, ...]
    grondslagen: tuple[Grondslag, ...]
    eigen_bijdrage: EigenBijdrage | None
    bezwaar: Bezwaarclausule | None
    clientondersteuning: Hulplijn | None
    aanbieder: Aanbieder | None = None
    pgb: Pgb | None = None
    zonder_aanvraag: Grondslag | None = None
    professional: Professional | None = None
    vertrouwenspersoon: Hulplijn | None = None
    soort: BriefSoort = field(default=BriefSoort.TOEKENNING, init=False)


@dataclass(frozen=True, slots=True)
class Afwijzing:
    """A decision that refuses (U7). It always answers an aanvraag and says what is possible."""

    wet: Wet
    aanvraag: Aanvraag | None
    motivering: tuple[Onderdeel, ...]
    wel_mogelijk: str
    grondslagen: tuple[Grondslag, ...]
    bezwaar: Bezwaarclausule | None
    clientondersteuning: Hulplijn | None
    professional: Professional | None = None
    vertrouwenspersoon: Hulplijn | None = None
    soort: BriefSoort = field(default=BriefSoort.AFWIJZING, init=False)


@dataclass(frozen=True, slots=True)
class Rechtsbevestiging:
    """An objection or a complaint arrived (Awb 6:14 and 9:6). `weg`: which of the two; `tegen`: against what."""

    wet: Wet
    weg: str
    ontvangen_op: date
    tegen: str
    uiterlijk: date
    opnieuw_kijken: bool
    te_laat: bool
    redenen_volgen: bool
    clientondersteuning: Hulplijn | None
    vertrouwenspersoon: Hulplijn | None = None
    soort: BriefSoort = field(default=BriefSoort.RECHT, init=False)


@dataclass(frozen=True, slots=True)
class Samenbevestiging:
    """What two parties decided together about help without a beschikking (L11). `door`: both, each with organisation.

    `begint`: whether the help may begin; `van_wie`: who gives it, as far as known.
    """

    wet: Wet
    hulp: str
    op: date
    door: tuple[str, ...]
    begint: bool
    van_wie: str
    besluit_vragen: BesluitVragen | None
    clientondersteuning: Hulplijn | None
    vertrouwenspersoon: Hulplijn | None = None
    soort: BriefSoort = field(default=BriefSoort.SAMEN, init=False)


Inhoud = (
    Ontvangstbevestiging
    | Verslag
    | Verwijsbrief
    | Toekenning
    | Afwijzing
    | Rechtsbevestiging
    | Samenbevestiging
)


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole letter. `datum` is the day it is sent: for a decision the day of bekendmaking."""

    afzender: Afzender
    ontvanger: Ontvanger
    kenmerk: str
    datum: date
    contact: Contact
    ondertekening: Ondertekening
    inhoud: Inhoud
    bijlagen: tuple[str, ...] = ()
