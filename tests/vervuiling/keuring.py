"""What is asked of every answer, and the book in which it is counted."""

from __future__ import annotations

import html
import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import psycopg
from psycopg import sql

from tests.vervuiling.klant import Antwoord
from tests.vervuiling.verzoek import Verzoek
from tests.vervuiling.vormen import MERK
from tests.vervuiling.waarden import ELDERS, REKENUITKOMST

TRAAG = 5.0
MEESTE_MELDINGEN = 300
VAN_BINNEN = re.compile(
    rb"Traceback \(most recent|psycopg|site-packages|django\.(?:core|db|http|template)|LINE \d+:"
    rb"|syntax error at or near|violates \w+(?:-\w+)? constraint|DEBUG = True|/src/eenplan/|&lt;frozen "
)
ONBESCHERMD = (b"<kanarie7", b'" onkanarie7=', *REKENUITKOMST)
IN_HET_NEDERLANDS = re.compile(
    "Controleer wat u hebt ingevuld|Dit kan nu niet|niet bewaard|wijzigde dit ook"
)
SLEUTEL = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
SCHOON = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]{1,3000}")

STORING, BINNEN, ECHO = "geen storing (500)", "niets van binnen te zien", "niets onbeschermd terug"
SNEL, SAMENVATTING = "binnen vijf seconden", "een fout wordt verteld"
GETYPT, HALF = "wat is getypt, staat er nog", "niets half bewaard"
LOG_RUSTIG, LOG_SCHOON = "geen traceback in het logboek", "geen inhoud in het logboek"
UITLEG: Mapping[str, str] = {
    STORING: "Elk verzoek krijgt een gewoon antwoord, hoe kapot het ook is.",
    BINNEN: "Geen traceback, geen SQL en geen tekst van het raamwerk in een antwoord.",
    ECHO: "HTML, sjabloontaal en kopregels komen als gewone tekst terug, en niemand wordt naar elders gestuurd.",
    SNEL: "Geen enkel antwoord duurt langer dan vijf seconden.",
    SAMENVATTING: "Een geweigerd formulier zegt in het Nederlands wat er mis is.",
    GETYPT: "In een geweigerd formulier staat alles nog wat in de velden was getypt.",
    HALF: "De hele database is na een geweigerd verzoek gelijk aan ervoor; een steekproef.",
    LOG_RUSTIG: "Per blok verzoeken is het hele logboek nagelezen.",
    LOG_SCHOON: "Niets van wat is getypt, geen namen en geen sessies in het logboek.",
}


@dataclass
class Boek:
    """How often each thing was checked, how often it was right, and what was wrong."""

    gekeurd: Counter[str] = field(default_factory=Counter)
    goed: Counter[str] = field(default_factory=Counter)
    slecht: list[str] = field(default_factory=list)
    traagste: float = 0.0

    def schrijf(self, naam: str, in_orde: bool, wat: str) -> None:
        """Count one check."""
        self.gekeurd[naam] += 1
        self.goed[naam] += in_orde
        if not in_orde and len(self.slecht) < MEESTE_MELDINGEN:
            self.slecht.append(f"{naam}: {wat}")

    def neem_over(self, ander: Boek) -> None:
        """Add what another part of the campaign counted."""
        self.gekeurd += ander.gekeurd
        self.goed += ander.goed
        self.slecht += ander.slecht
        self.traagste = max(self.traagste, ander.traagste)


def keur(
    boek: Boek,
    verzoek: Verzoek,
    antwoord: Antwoord,
    typbaar: Collection[str] = (),
    *,
    traag: float = TRAAG,
) -> None:
    """Check one answer."""
    wat = f"{antwoord.status} {verzoek.kort}"
    boek.traagste = max(boek.traagste, antwoord.seconden)
    boek.schrijf(STORING, antwoord.status < 500, wat)
    gezien = VAN_BINNEN.search(antwoord.lichaam)
    boek.schrijf(BINNEN, gezien is None, f"{gezien and antwoord.lichaam[-900:]!r} {wat}")
    boek.schrijf(ECHO, not _onbeschermd(antwoord), wat)
    boek.schrijf(SNEL, antwoord.seconden <= traag, f"{antwoord.seconden:.1f} s {wat}")
    if verzoek.methode == "POST" and antwoord.status in (409, 422) and antwoord.html:
        _keur_weigering(boek, verzoek, antwoord, typbaar, wat)


def _onbeschermd(antwoord: Antwoord) -> bool:
    naar = antwoord.koppen.get("location", "/")
    elders = ELDERS in naar.partition("?")[0] or not naar.startswith("/") or naar.startswith("//")
    gezet = any(naam.startswith("x-kanarie") for naam in antwoord.koppen)
    return elders or gezet or any(teken in antwoord.lichaam for teken in ONBESCHERMD)


def _keur_weigering(
    boek: Boek, verzoek: Verzoek, antwoord: Antwoord, typbaar: Collection[str], wat: str
) -> None:
    pagina = antwoord.lichaam.decode()
    boek.schrijf(SAMENVATTING, IN_HET_NEDERLANDS.search(pagina) is not None, wat)
    velden = Counter(naam for naam, _ in verzoek.velden)
    kwijt = [
        naam
        for naam, waarde in verzoek.velden
        if naam in typbaar
        and velden[naam] == 1
        and (tekst := _tekst(waarde))
        and html.escape(tekst) not in pagina
    ]
    boek.schrijf(GETYPT, not kwijt, f"{kwijt} {wat}")


def _tekst(waarde: bytes) -> str:
    """What somebody can type in a field; empty for what no browser would send, and for a key."""
    try:
        tekst = waarde.decode().strip()
    except UnicodeDecodeError:
        return ""
    return tekst if SCHOON.fullmatch(tekst) and not SLEUTEL.fullmatch(tekst) else ""


# --- the database --------------------------------------------------------------------------------------------------

NIET_VERGELEKEN = (
    "inzage_leesregel",  # who was refused did look, and the log must say so
    "sessie",  # signing in and out is no part of what was sent
)


def afdruk(conn: psycopg.Connection) -> Mapping[str, object]:
    """A digest of every table, seen from above the lock."""
    tabellen = conn.execute(
        "SELECT relid::regclass::text FROM pg_stat_user_tables ORDER BY 1"
    ).fetchall()
    delen = [
        sql.SQL(
            "SELECT {}, count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {} t"
        ).format(
            naam,
            sql.SQL(naam),  # a name that the catalogue wrote
        )
        for (naam,) in tabellen
        if not any(los in naam for los in NIET_VERGELEKEN)
    ]
    rijen = conn.execute(sql.SQL(" UNION ALL ").join(delen)).fetchall()
    return {naam: (aantal, som) for naam, aantal, som in rijen}


# --- the log -------------------------------------------------------------------------------------------------------


class Logboek(logging.Handler):
    """Keeps every line that would be written, tracebacks included."""

    def __init__(self) -> None:
        super().__init__()
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """As a line of text."""
        self.regels.append(self.format(record))

    def keur(self, boek: Boek, geheim: Iterable[str]) -> None:
        """Read the whole log, and begin a new one."""
        keur_log(boek, "\n".join(self.regels), geheim)
        self.regels.clear()


def keur_log(boek: Boek, tekst: str, geheim: Iterable[str]) -> None:
    """No traceback, and nothing that somebody typed or is."""
    plek = tekst.find("Traceback")
    boek.schrijf(LOG_RUSTIG, plek < 0, tekst[max(plek, 0) : plek + 3_000])
    gevonden = [woord for woord in (MERK, *geheim) if woord and woord in tekst]
    regels = [regel[:300] for regel in tekst.splitlines() if any(w in regel for w in gevonden)]
    boek.schrijf(LOG_SCHOON, not gevonden, "; ".join(regels[:3]))
