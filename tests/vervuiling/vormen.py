"""Every form a page shows, with its own fields: what a browser could send, and which fields can hold what was typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random
from urllib.parse import urljoin
from uuid import UUID

MERK = (
    "KANARIE7"  # stands in every text that is typed: it may come back on the page, never in a log
)
CSRF = "c" * 32
SLEUTELVELD = "verzendsleutel"
TYPBAAR = ("text", "tel", "email", "search", "")
DAGDELEN = {"_dag": "2", "_maand": "3", "_jaar": "2026"}

Velden = list[tuple[str, bytes]]


@dataclass
class Vorm:
    """One form: where it goes and, for each of its fields, what a browser could send."""

    adres: str
    methode: str
    velden: dict[str, list[str]] = field(default_factory=dict)
    typbaar: set[str] = field(default_factory=set)
    knoppen: dict[str, list[str]] = field(default_factory=dict)
    naamloos: bool = False

    @property
    def handtekening(self) -> tuple[str, str, tuple[str, ...]]:
        """Equal for the same form about another file."""
        return soort_van(self.adres), self.methode, tuple(sorted(self.alles))

    @property
    def alles(self) -> list[str]:
        """The names of all that can be sent."""
        return [*self.velden, *self.knoppen]

    @property
    def drukbaar(self) -> list[str]:
        """Which buttons there are to press; the empty name is one without."""
        return [*self.knoppen, *([""] if self.naamloos or not self.knoppen else [])]

    def ingevuld(self, toeval: Random, knop: str = "") -> Velden:
        """The form as somebody fills it in, with keys of its own, sent with this button."""
        keuzes = self.velden | ({knop: self.knoppen[knop]} if knop in self.knoppen else {})
        gekozen = {naam: toeval.choice(waarden) for naam, waarden in keuzes.items()}
        if SLEUTELVELD in gekozen:
            gekozen[SLEUTELVELD] = str(UUID(int=toeval.getrandbits(128), version=4))
        if self.methode == "POST":
            gekozen["csrfmiddlewaretoken"] = CSRF
        return [(naam, waarde.encode()) for naam, waarde in gekozen.items()]


def soort_van(adres: str) -> str:
    """An address without the keys of files in it."""
    delen = ["*" if len(d) >= 32 else d for d in adres.partition("?")[0].split("/")]
    return "/".join(delen)


class _Lezer(HTMLParser):
    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.pagina = pagina
        self.vormen: list[Vorm] = []
        self.verwijzingen: list[str] = []
        self._vorm: Vorm | None = None
        self._keuze = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "a" and a.get("href", "").startswith("/"):
            self.verwijzingen.append(a["href"].partition("#")[0])
        elif tag == "form":
            methode = a.get("method", "get").upper()
            self._vorm = Vorm(urljoin(self.pagina, a.get("action", "")), methode)
            self.vormen.append(self._vorm)
        elif self._vorm is not None:
            self._veld(self._vorm, tag, a)

    def _veld(self, vorm: Vorm, tag: str, a: dict[str, str]) -> None:
        naam = a.get("name", "")
        if a.get("hx-post", "").startswith("/"):
            velden = {n: ["7"] for n in (naam, *vorm.velden) if n}
            self.vormen.append(Vorm(a["hx-post"], "POST", velden))
        if tag == "select":
            self._keuze = naam
        elif tag == "option":
            self._erbij(self._keuze, a.get("value", ""))
        elif tag == "textarea" or (tag == "input" and a.get("type", "") in TYPBAAR):
            self._erbij(naam, _getypt(naam, a.get("inputmode", "")))
            vorm.typbaar.add(naam)
        elif tag == "button":
            if naam:
                vorm.knoppen.setdefault(naam, []).append(a.get("value", ""))
            vorm.naamloos |= not naam
        elif tag == "input":
            self._erbij(naam, a.get("value") or "on")

    def _erbij(self, naam: str, waarde: str) -> None:
        if self._vorm is not None and naam:
            self._vorm.velden.setdefault(naam, []).append(waarde)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._vorm = None


def _getypt(naam: str, toetsen: str) -> str:
    """What somebody types in a field of this name."""
    for einde, waarde in DAGDELEN.items():
        if naam.endswith(einde):
            return waarde
    if toetsen in ("numeric", "decimal"):
        return "7"
    return f"Zin van {MERK} bij {naam}."


def lees(pagina: str, html: str) -> tuple[list[Vorm], list[str]]:
    """The forms of a page, and where its links lead."""
    lezer = _Lezer(pagina)
    lezer.feed(html)
    return lezer.vormen, lezer.verwijzingen
