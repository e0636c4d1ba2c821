"""People at work while the power fails: real requests, and whoever got no answer sends the same form again."""

from __future__ import annotations

import http.client
import re
import threading
import time
from dataclasses import dataclass, field
from random import Random
from uuid import UUID, uuid4

from .verkeer import opgemaakt

MELDING, OPPAKKEN, PLAN, STAP, BRIEF = "melding", "oppakken", "plan", "stap", "brief"
DOELEN = 3  # goals per plan, before the next person asks
PAUZE = 0.1
GEDULD = 90.0  # seconds after which somebody stops trying: the application does not come back
_BRIEF = re.compile(r'href="/werk/brief/([0-9a-f-]{36})/"')
_DOSSIER = re.compile(r"/werk/dossier/([0-9a-f-]{36})/")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


class Opgegeven(Exception):
    """Somebody got an answer that should not come, or none at all; the text says which."""


@dataclass(frozen=True)
class Daad:
    """One form that was sent until its answer came. `onderwerp` is the row it made or changed."""

    soort: str
    sleutel: UUID
    merk: str
    antwoord: str
    onderwerp: UUID
    pogingen: int
    laatste: float  # when the attempt began that was answered


@dataclass(frozen=True)
class Plek:
    """Where somebody works: their session, and the area whose questions are theirs."""

    token: str
    gebied: str


@dataclass
class Klant:
    """One person who keeps on registering, sending letters and adding goals until told to stop."""

    poort: int
    plek: Plek
    gedaan: list[Daad] = field(default_factory=list)
    gebrek: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)

    def werk(self) -> None:
        """Go on until `hou_op`; what was begun is finished first."""
        try:
            while not self._stop.is_set():
                self._een_vraag()
        except Opgegeven as fout:
            self.gebrek = str(fout)

    def hou_op(self) -> None:
        """Finish the form at hand and stop."""
        self._stop.set()

    def _een_vraag(self) -> None:
        """Somebody asks; their question is taken, their letter leaves, their plan begins, with some goals."""
        melding = self.meld().onderwerp
        for stap in (self._neem_op, self._verstuur_brief, self._maak_plan):
            if self._stop.is_set():
                return
            stap(melding)

    def meld(self, sleutel: UUID | None = None, merk: str = "") -> Daad:
        """Register a question; with a mark that was used before it is the same person asking the same again."""
        merk = merk or _nieuw_merk()
        toeval = Random(merk)
        velden = {
            "tekst": f"Ik kom niet meer uit mijn papieren. {merk}",
            "naam": f"Bente {merk}",
            "geboortedatum_dag": str(toeval.randint(1, 28)),
            "geboortedatum_maand": str(toeval.randint(1, 12)),
            "geboortedatum_jaar": str(toeval.randint(1940, 2000)),
            "telefoon": "06 0000 0000",
            "gebied": self.plek.gebied,
            "vraag": "thuisadministratie",
            "kanaal": "telefoon",
        }
        return self.stuur(MELDING, "/werk/melding/nieuw/", velden, merk, sleutel=sleutel)

    def _neem_op(self, melding: UUID) -> None:
        self.stuur(OPPAKKEN, f"/werk/melding/{melding}/oppakken/", {})

    def _verstuur_brief(self, melding: UUID) -> None:
        """The confirmation lies ready since the question came in."""
        dossier = self._zoek(_DOSSIER, f"/werk/melding/{melding}/")
        brief = self._zoek(_BRIEF, f"/werk/dossier/{dossier}/brieven/")
        self.stuur(BRIEF, f"/werk/brief/{brief}/", {})

    def _maak_plan(self, melding: UUID) -> None:
        plan = self.stuur(PLAN, f"/werk/melding/{melding}/plan/", {}).onderwerp
        for _ in range(DOELEN):
            if self._stop.is_set():
                return
            self.doel(plan)

    def doel(self, plan: UUID, sleutel: UUID | None = None, merk: str = "") -> Daad:
        """Add a goal in words that nobody else uses."""
        merk = merk or _nieuw_merk()
        velden = {"woorden": f"Ik wil mijn post weer zelf openen. {merk}"}
        return self.stuur(STAP, f"/werk/plan/{plan}/", velden, merk, sleutel=sleutel)

    def stuur(
        self,
        soort: str,
        pad: str,
        velden: dict[str, str],
        merk: str = "",
        *,
        sleutel: UUID | None = None,
    ) -> Daad:
        """Send a form with one key, again and again until it is answered. Raises Opgegeven."""
        sleutel = sleutel or uuid4()
        compleet = {**velden, "verzendsleutel": str(sleutel)}
        naar, pogingen, begonnen = self._tot_antwoord(pad, compleet, 302)
        gevonden = _ID.search(naar)
        if gevonden is None:
            raise Opgegeven(f"{soort}: het antwoord wijst nergens heen ({naar})")
        daad = Daad(soort, sleutel, merk, naar, UUID(gevonden[0]), pogingen, begonnen)
        self.gedaan.append(daad)
        return daad

    def _zoek(self, patroon: re.Pattern[str], pad: str) -> str:
        pagina, _, _ = self._tot_antwoord(pad, None, 200)
        gevonden = patroon.search(pagina)
        if gevonden is None:
            raise Opgegeven(f"op {_zonder_sleutels(pad)} staat niet wat er moet staan")
        return gevonden[1]

    def _tot_antwoord(
        self, pad: str, velden: dict[str, str] | None, verwacht: int
    ) -> tuple[str, int, float]:
        """The answer (where it leads, or the page), after how many attempts, and when the last one began."""
        einde, pogingen = time.monotonic() + GEDULD, 0
        while time.monotonic() < einde:
            pogingen += 1
            begonnen = time.time()
            antwoord = _vraag(self.poort, self.plek.token, pad, velden)
            if antwoord is None or antwoord[0] >= 500:
                time.sleep(PAUZE)
                continue
            status, tekst = antwoord
            if status != verwacht:
                raise Opgegeven(f"{_zonder_sleutels(pad)} gaf {status} bij poging {pogingen}")
            return tekst, pogingen, begonnen
        raise Opgegeven(f"{_zonder_sleutels(pad)} bleef zonder antwoord")


def _nieuw_merk() -> str:
    """A name that nobody had in an earlier run either: who is known already would be asked about first."""
    return "".join(Random().choices("bcdfghjklmnprstvwz", k=14)).capitalize()


def _vraag(
    poort: int, token: str, pad: str, velden: dict[str, str] | None
) -> tuple[int, str] | None:
    """Status, and the address it leads to or else the page; None when the line was cut."""
    lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=30)
    wijze, lichaam, koppen = opgemaakt(token, velden)
    koppen["Connection"] = "close"
    try:
        lijn.request(wijze, pad, lichaam, koppen)
        antwoord = lijn.getresponse()
        inhoud = antwoord.read().decode()
        return antwoord.status, antwoord.headers.get("Location") or inhoud
    except (OSError, http.client.HTTPException):
        return None
    finally:
        lijn.close()


def _zonder_sleutels(pad: str) -> str:
    return _ID.sub("...", pad)
