"""Pure end-date functions: rule, first day and suspensions give the last day and the reason (X8).

Sources: Wmo 2015 articles 2.3.2 and 2.3.5, Awb articles 4:13, 4:15, 4:17, 6:7, 6:8 and 7:10, and
the Algemene termijnenwet (Atw) articles 1 to 4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import islice
from typing import Self

from eenplan.termijnen.kalender import DAG, KALENDER, Kalender, voluit


class TermijnSoort(Enum):
    """Every clock that can run in a file."""

    EERSTE_CONTACT = "eerste_contact"
    PERSOONLIJK_PLAN_WMO = "persoonlijk_plan_wmo"
    ONDERZOEK_WMO = "onderzoek_wmo"
    BESLUIT_WMO = "besluit_wmo"
    BESLUIT_JEUGD = "besluit_jeugd"
    INGEBREKESTELLING = "ingebrekestelling"
    BEZWAAR = "bezwaar"
    BEZWAAR_BESLISSING = "bezwaar_beslissing"
    BEZWAAR_BESLISSING_COMMISSIE = "bezwaar_beslissing_commissie"
    BEZWAAR_VERDAGING = "bezwaar_verdaging"
    BEROEP = "beroep"
    KLACHT = "klacht"


class Eenheid(Enum):
    """What a term is counted in; the value is (singular, plural)."""

    DAGEN = ("dag", "dagen")
    WERKDAGEN = ("werkdag", "werkdagen")
    WEKEN = ("week", "weken")


@dataclass(frozen=True, slots=True)
class Grondslag:
    """Where a term comes from (law or policy document, article), and what it says in a sentence."""

    bron: str
    artikel: str
    tekst: str

    def __str__(self) -> str:
        return f"{self.bron}, {self.artikel}" if self.artikel else self.bron


@dataclass(frozen=True, slots=True)
class Termijnregel:
    """One term. The day of the event in `vanaf` is day zero: counting starts the day after it.

    `wettelijk` is False for a term that only policy sets; the Atw speaks of terms in a law, so it
    leaves those alone. `opschortbaar` is True only where the law lets the clock stand still.
    """

    soort: TermijnSoort
    aantal: int
    eenheid: Eenheid
    grondslag: Grondslag
    vanaf: str
    wettelijk: bool = True
    opschortbaar: bool = False

    def __post_init__(self) -> None:
        if self.aantal < 1:
            raise ValueError("Een termijn duurt ten minste één dag.")

    @property
    def dagen(self) -> int:
        """How many days to count: calendar days, or working days for a term in working days."""
        return self.aantal * 7 if self.eenheid is Eenheid.WEKEN else self.aantal

    @property
    def volgt_termijnenwet(self) -> bool:
        """Whether the Atw moves the end: by law, at most 90 days or twelve weeks (article 4)."""
        grens = 12 * 7 if self.eenheid is Eenheid.WEKEN else 90
        return self.wettelijk and self.dagen <= grens

    @property
    def duur(self) -> str:
        """The length in words: '6 weken'."""
        enkel, meer = self.eenheid.value
        return f"{self.aantal} {enkel if self.aantal == 1 else meer}"


@dataclass(frozen=True, slots=True)
class Opschorting:
    """Days on which the clock stands still: from `eerste_dag` up to, not including, `tot` (Awb
    4:15).

    `tot` is None while it still stands still.
    """

    eerste_dag: date
    tot: date | None

    def __post_init__(self) -> None:
        if self.tot is not None and self.tot < self.eerste_dag:
            raise ValueError("Een opschorting kan niet eindigen voordat zij begint.")

    @classmethod
    def om_aanvulling(cls, uitgenodigd: date, aangevuld: date | None) -> Self:
        """Asked to complete the aanvraag: from the day after the invitation until it is complete.

        Source: Awb 4:15 paragraph 1 (a), and 7:10 paragraph 2 for an objection. `aangevuld` may
        also be the day on which the time given for it ran out.
        """
        if aangevuld is not None and aangevuld < uitgenodigd:
            raise ValueError("De aanvulling kan niet voor de uitnodiging liggen.")
        eerste = uitgenodigd + DAG
        return cls(eerste, None if aangevuld is None else max(aangevuld, eerste))

    def geldt_op(self, dag: date) -> bool:
        """Whether the clock stands still on this day; an open suspension counts for its first day
        only.
        """
        return self.eerste_dag <= dag < (self.tot or self.eerste_dag + DAG)


@dataclass(frozen=True, slots=True)
class Einddatum:
    """The last day of a term.

    `verschoven_van` is the day counted before the Atw moved it, None when it did not. With
    `staat_stil` the date is the earliest possible one, because a suspension is still open.
    """

    datum: date
    verschoven_van: date | None
    dagen_stil: int
    staat_stil: bool
    uitleg: str


def einddatum(
    regel: Termijnregel,
    start: date,
    opschortingen: Sequence[Opschorting] = (),
    *,
    kalender: Kalender = KALENDER,
) -> Einddatum:
    """The last day of the term that `start` sets going, with the reason in Dutch (X8).

    `start` is the day of the event (melding, aanvraag, bekendmaking ...). Raises ValueError for a
    suspension of a term that the law does not let stand still.
    """
    if opschortingen and not regel.opschortbaar:
        raise ValueError(f"Deze termijn kan niet stilstaan: {regel.grondslag}.")
    geteld, dagen_stil = _tel(regel, start, opschortingen, kalender)
    datum = geteld
    if regel.volgt_termijnenwet:
        datum = _verleng(regel, start, geteld, opschortingen, kalender)
    staat_stil = any(stil.tot is None and stil.eerste_dag <= datum for stil in opschortingen)
    return Einddatum(
        datum=datum,
        verschoven_van=None if datum == geteld else geteld,
        dagen_stil=dagen_stil,
        staat_stil=staat_stil,
        uitleg=_uitleg(regel, start, geteld, datum, dagen_stil, staat_stil, kalender),
    )


def _staat_stil(dag: date, opschortingen: Sequence[Opschorting]) -> bool:
    return any(stil.geldt_op(dag) for stil in opschortingen)


def _tel(
    regel: Termijnregel, start: date, opschortingen: Sequence[Opschorting], kalender: Kalender
) -> tuple[date, int]:
    """Walk day by day; the walk needs no special case for suspensions that overlap or lie outside
    the term.
    """
    dag, over, stil = start, regel.dagen, 0
    alleen_werkdagen = regel.eenheid is Eenheid.WERKDAGEN
    while over:
        dag += DAG
        if _staat_stil(dag, opschortingen):
            stil += 1
        elif not alleen_werkdagen or kalender.is_werkdag(dag):
            over -= 1
    return dag, stil


def _verleng(
    regel: Termijnregel,
    start: date,
    geteld: date,
    opschortingen: Sequence[Opschorting],
    kalender: Kalender,
) -> date:
    """Atw article 1: not on a day off. Atw article 2: at least two working days in a term of three
    or more.
    """

    def telt(dag: date) -> bool:
        return kalender.is_werkdag(dag) and not _staat_stil(dag, opschortingen)

    nodig = 2 if regel.dagen >= 3 else 0
    dagen = (start + n * DAG for n in range(1, (geteld - start).days + 1))
    werkdagen = len(list(islice(filter(telt, dagen), nodig)))
    dag = geteld
    while not telt(dag) or werkdagen < nodig:
        dag += DAG
        werkdagen += telt(dag)
    return dag


def _uitleg(
    regel: Termijnregel,
    start: date,
    geteld: date,
    datum: date,
    dagen_stil: int,
    staat_stil: bool,
    kalender: Kalender,
) -> str:
    zinnen = [f"{regel.duur} na {voluit(start)} is {voluit(geteld)}."]
    if dagen_stil:
        dagen = "1 dag" if dagen_stil == 1 else f"{dagen_stil} dagen"
        zinnen = [f"{regel.duur} na {voluit(start)}, en {dagen} stilstand, is {voluit(geteld)}."]
    if datum != geteld:
        vrij = kalender.vrije_dag(geteld)
        reden = f"Dat is {vrij}." if vrij else "In de termijn zaten te weinig werkdagen."
        zinnen.append(f"{reden} Daarom is de laatste dag {voluit(datum)}.")
    if staat_stil:
        zinnen.append("De termijn staat nu stil. De laatste dag wordt dus later.")
    return " ".join(zinnen)


class AanvraagReden(Enum):
    """What opened the way for an aanvraag."""

    VERSLAG = "verslag"
    ONDERZOEKSTERMIJN_OM = "onderzoekstermijn_om"


@dataclass(frozen=True, slots=True)
class AanvraagMoment:
    """The day a request under the Wmo becomes an aanvraag, and why; `voorlopig` while an earlier
    verslag is possible.
    """

    datum: date
    reden: AanvraagReden
    voorlopig: bool
    uitleg: str


def aanvraagdag(gevraagd_op: date, geldt_vanaf: date, *, voorlopig: bool) -> str:
    """When something was asked, and from which day that is an aanvraag: every page and letter tells it in this way.

    The two differ under the Wmo, where nothing is an aanvraag before the investigation is done (2.3.2 paragraph 9).
    `voorlopig`: the investigation may still be done before that day.
    """
    gevraagd = f"Gevraagd op {voluit(gevraagd_op)}."
    if geldt_vanaf == gevraagd_op:
        return f"{gevraagd} Dat is ook de dag van de aanvraag."
    eerder = ", of eerder als het onderzoek klaar is" if voorlopig else ""
    return f"{gevraagd} De dag van de aanvraag is {voluit(geldt_vanaf)}{eerder}."


def aanvraag_moment(
    verzoek_datum: date, verslag_datum: date | None, onderzoek_einde: date
) -> AanvraagMoment:
    """When the request for a decision becomes the aanvraag (Wmo 2.3.2 paragraph 9; X2, waarborg 5).

    Before the investigation is done there is no aanvraag, unless the six weeks have passed: then
    it is one from the day after `onderzoek_einde`. A request is never lost and never older than
    its own date.
    """
    na_termijn = onderzoek_einde + DAG
    if verslag_datum is not None and verslag_datum < na_termijn:
        open_vanaf, reden = verslag_datum, AanvraagReden.VERSLAG
        waarom = f"Het onderzoek was klaar op {voluit(verslag_datum)}."
    else:
        open_vanaf, reden = na_termijn, AanvraagReden.ONDERZOEKSTERMIJN_OM
        waarom = f"De laatste dag voor het onderzoek is {voluit(onderzoek_einde)}."
    datum = max(verzoek_datum, open_vanaf)
    voorlopig = verslag_datum is None and verzoek_datum < open_vanaf
    return AanvraagMoment(datum, reden, voorlopig, waarom)
