"""Rounds of work with a hard stop in the middle; after each: is all that was confirmed there, once and whole?"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

import psycopg

from eenplan.platform.postgres import Cluster

from . import nakijken, uitval
from .klanten import BRIEF, MELDING, OPPAKKEN, PLAN, STAP, Daad, Klant, Opgegeven, Plek
from .nakijken import Verbinding
from .uitslag import Controle, Controleproef

EERST, LAATST = 0.15, 1.2  # seconds of work before the hard stop
OPSTARTEN = 60.0
DATABASE, WERKER = "database", "webproces"


@dataclass
class Telling:
    """What all rounds together found."""

    keren: dict[str, int] = field(default_factory=dict)
    goed: dict[str, int] = field(default_factory=dict)
    daden: list[Daad] = field(default_factory=list)
    stuk: dict[Daad, list[str]] = field(default_factory=dict)
    zinnen: list[str] = field(default_factory=list)
    al_gedaan: int = 0

    def tel(self, soort: str, gebreken: Sequence[str]) -> None:
        """One more hard stop, after which this was wrong."""
        self.keren[soort] = self.keren.get(soort, 0) + 1
        self.goed[soort] = self.goed.get(soort, 0) + (not gebreken)
        self.zinnen += [f"{soort} {self.keren[soort]}: {zin}" for zin in gebreken]


@dataclass(frozen=True)
class Opstelling:
    """The application under test: its port and processes, where people work, and how to look behind the lock."""

    poort: int
    web_pid: int
    cluster: Cluster
    plekken: Sequence[Plek]
    toeval: Random
    dsn: str

    def klanten(self) -> list[Klant]:
        """Everybody comes to work again."""
        return [Klant(self.poort, plek) for plek in self.plekken]

    @contextmanager
    def kijk(self) -> Iterator[Verbinding]:
        """A connection of the owner."""
        with psycopg.connect(self.dsn, autocommit=True) as conn:
            yield conn

    def val_uit(self, soort: str) -> None:
        """Stop one part hard, and start it again where nobody else does."""
        if soort == WERKER:
            uitval.dood_werker(self.web_pid, self.toeval)
            return
        wijze = self.toeval.choice(uitval.WIJZEN)
        self.dood_database(wijze)

    def dood_database(self, wijze: str) -> None:
        """Stop the database this way and wait until it answers again. One backend it replaces by itself."""
        pid = self.cluster.pid
        assert pid is not None
        uitval.dood_database(pid, wijze, self.toeval)
        if wijze != uitval.ACHTERKANT:
            self.cluster.stop()
            self.cluster.start()
        self._wacht()

    def _wacht(self) -> None:
        einde = time.monotonic() + OPSTARTEN
        while True:
            try:
                with self.kijk():
                    return
            except psycopg.OperationalError:
                if time.monotonic() > einde:
                    raise
                time.sleep(0.05)


def ronde(opstelling: Opstelling, soort: str, telling: Telling) -> None:
    """Work, one hard stop, everybody finishes what they were at; then look."""
    klanten = opstelling.klanten()
    with _aan_het_werk(klanten):
        time.sleep(opstelling.toeval.uniform(EERST, LAATST))
        opstelling.val_uit(soort)
    nieuw = [daad for klant in klanten for daad in klant.gedaan]
    with opstelling.kijk() as conn:
        stuk = nakijken.gebreken(conn, nieuw)
        gevonden = [zin for zinnen in stuk.values() for zin in zinnen]
        gevonden += nakijken.halve(conn) + [k.gebrek for k in klanten if k.gebrek]
        telling.al_gedaan += nakijken.al_gedaan(conn, nieuw)
    telling.daden += nieuw
    telling.stuk |= stuk
    telling.tel(soort, gevonden)


@contextmanager
def _aan_het_werk(klanten: Sequence[Klant]) -> Iterator[None]:
    draden = [threading.Thread(target=klant.werk) for klant in klanten]
    for draad in draden:
        draad.start()
    try:
        yield
    finally:
        for klant in klanten:
            klant.hou_op()
        for draad in draden:
            draad.join()


def alles_nog_eens(opstelling: Opstelling, telling: Telling) -> None:
    """At the end: everything that was ever confirmed is still there, after every later hard stop."""
    with opstelling.kijk() as conn:
        stuk = nakijken.gebreken(conn, telling.daden)
    telling.stuk |= stuk
    telling.zinnen += [f"na afloop: {zin}" for zinnen in stuk.values() for zin in zinnen]


def controles(telling: Telling) -> list[Controle]:
    """The lines of the page of proof."""
    herhaald = [d for d in telling.daden if d.pogingen > 1]
    namen = {
        MELDING: ("vraag", "met persoon, deel, gebeurtenis, werk, klok, brief en leeslog"),
        OPPAKKEN: ("opgepakte vraag", "met behandelaar en gebeurtenis"),
        STAP: ("doel in een plan", "met deel, gebeurtenis en leeslog"),
        PLAN: ("begonnen plan", "één per vraag, met deelnemer en gebeurtenis"),
        BRIEF: ("verstuurde brief", "met papier, post, gebeurtenis en leeslog"),
    }
    regels = [
        _over_stops(
            telling,
            DATABASE,
            "De database hard gestopt (het hoofdproces, één proces of alles tegelijk)",
        ),
        _over_stops(telling, WERKER, "Een proces van de webserver hard gestopt"),
    ]
    for soort, (naam, waarmee) in namen.items():
        daden = [d for d in telling.daden if d.soort == soort]
        goed = sum(d not in telling.stuk for d in daden)
        regels.append(
            Controle(
                f"Bevestigd: {naam}", len(daden), goed, f"Staat er precies één keer, {waarmee}."
            )
        )
    regels.append(
        Controle(
            "Opnieuw verzonden met dezelfde sleutel",
            len(herhaald),
            sum(d not in telling.stuk for d in herhaald),
            f"Geen dubbel gevolg; {telling.al_gedaan} keer was het de eerste keer al gelukt.",
        )
    )
    return regels


def _over_stops(telling: Telling, soort: str, naam: str) -> Controle:
    return Controle(
        naam,
        telling.keren.get(soort, 0),
        telling.goed.get(soort, 0),
        "Daarna was niets kwijt, dubbel of half.",
    )


def proeven(opstelling: Opstelling) -> list[Controleproef]:
    """Faults of our own that the check must notice. The last one loses data: nothing may come after it."""
    return [_nieuwe_sleutel(opstelling), *_half_werk(opstelling), _zonder_schijf(opstelling)]


def _nieuwe_sleutel(opstelling: Opstelling) -> Controleproef:
    """Send a goal again with a fresh key, as an application without a key would."""
    klant = opstelling.klanten()[0]
    plan = klant.stuur(PLAN, f"/werk/melding/{klant.meld().onderwerp}/plan/", {}).onderwerp
    eerste = klant.doel(plan)
    with opstelling.kijk() as conn:
        vooraf = nakijken.gebreken(conn, klant.gedaan)
        klant.doel(plan, merk=eerste.merk)
        daarna = nakijken.gebreken(conn, klant.gedaan)
    return Controleproef(
        "hetzelfde doel opnieuw verzonden, met een nieuwe sleutel",
        not vooraf and eerste in daarna,
        "Twee keer hetzelfde valt op. Dezelfde sleutel voorkomt het.",
    )


_WEG = {
    "de gebeurtenis": "DELETE FROM platform_gebeurtenis WHERE over_id = %s",
    "de regel op de werklijst": "DELETE FROM werk_item WHERE over_id = %s",
    "de klok": "DELETE FROM termijnen_termijn WHERE over_id = %s",
}


def _half_werk(opstelling: Opstelling) -> list[Controleproef]:
    """Take one row of a registered question away, as half a transaction would leave it, and put it back."""
    klant = opstelling.klanten()[0]
    daad = klant.meld()
    gevonden = []
    for wat, weg in _WEG.items():
        with psycopg.connect(opstelling.dsn) as conn:
            conn.execute("SET session_replication_role = replica")
            conn.execute(weg, [daad.onderwerp])
            betrapt = bool(nakijken.gebreken(conn, [daad])) and bool(nakijken.halve(conn))
            conn.rollback()
        gevonden.append(
            Controleproef(f"een vraag waarvan {wat} ontbreekt", betrapt, "Half werk valt op.")
        )
    return gevonden


def _zonder_schijf(opstelling: Opstelling) -> Controleproef:
    """Let the database answer before it has written (`synchronous_commit = off`), and stop all of it at once."""
    with opstelling.kijk() as conn:
        _zonder_wachten(conn)
    time.sleep(1.0)  # every process reads its settings between two statements
    klanten = opstelling.klanten()
    with _aan_het_werk(klanten):
        time.sleep(2 * LAATST)
        bevestigd = [daad for klant in klanten for daad in klant.gedaan]
        opstelling.dood_database(uitval.ALLES)
        for klant in klanten:
            klant.hou_op()
    with opstelling.kijk() as conn:
        kwijt = len(nakijken.gebreken(conn, bevestigd))
    with opstelling.kijk() as conn:
        gewoon(conn)
    return Controleproef(
        "de database antwoordt voordat zij heeft geschreven (synchronous_commit = off)",
        kwijt > 0,
        f"Van {len(bevestigd)} bevestigde handelingen waren er {kwijt} niet meer heel.",
    )


def _zonder_wachten(conn: Verbinding) -> None:
    """Answer first, and write as late as the server can."""
    for naam, waarde in (
        ("synchronous_commit", "off"),
        ("wal_writer_delay", "10s"),
        ("wal_writer_flush_after", "1GB"),
    ):
        conn.execute(f"ALTER SYSTEM SET {naam} = '{waarde}'")
    conn.execute("SELECT pg_reload_conf()")


def gewoon(conn: Verbinding) -> None:
    """The settings of the product again, whatever an earlier run that was broken off left behind."""
    conn.execute("ALTER SYSTEM RESET ALL")
    conn.execute("SELECT pg_reload_conf()")


def zoek_plekken(poort: int, kandidaten: Sequence[Plek], aantal: int) -> list[Plek]:
    """Who gets the questions of their own area; Opgegeven when nobody does."""
    gevonden: list[Plek] = []
    for plek in kandidaten:
        if Klant(poort, plek).meld().antwoord.startswith("/werk/melding/"):
            gevonden.append(plek)
        if len(gevonden) == aantal:
            break
    if not gevonden:
        raise Opgegeven("in deze gemeente komt geen vraag bij het eigen team")
    return gevonden
