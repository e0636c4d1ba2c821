"""Every form a page shows, with its own fields, and what somebody could put into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random
from urllib.parse import quote, quote_plus
from uuid import UUID

MERK = (
    "KANARIE7"  # stands in every text that is typed: it may come back on the page, never in a log
)

_LANG = "9" * 5_000
VUIL: tuple[bytes, ...] = (
    b"",
    b"   ",
    f"{MERK}\0{MERK}".encode(),
    b"\xff\xfe\x80",
    b"\xed\xa0\x80",  # half of a surrogate pair
    f"{MERK} \U0001f600 \u202e\u2066 e\u0301".encode(),
    f"{MERK}' OR 1=1; DROP TABLE werk_item; --".encode(),
    f"{MERK}<script>alert(1)</script>{{{{ 7 }}}}%s%(a)s".encode(),
    MERK.encode() * 4_000,
    _LANG.encode(),
    _LANG.encode() + b".x",
    b"-1",
    b"1e400",
    b"NaN",
    b"Infinity",
    "\u0663\u00b2".encode(),  # digits that int() knows and does not know
    b"00000000-0000-0000-0000-000000000000",
    b"[]",
    b"9999",
    b"0",
)


@dataclass
class Vorm:
    """One form: where it goes and, for each of its fields, what a browser could send."""

    adres: str
    methode: str
    velden: dict[str, list[str]] = field(default_factory=dict)

    @property
    def handtekening(self) -> tuple[str, tuple[str, ...]]:
        """Equal for the same form about another file."""
        delen = ["*" if len(d) >= 32 else d for d in self.adres.partition("?")[0].split("/")]
        return "/".join(delen), tuple(sorted(self.velden))

    def lichaam(self, toeval: Random, doel: str = "", vuil: bytes = b"") -> bytes:
        """The form as a browser sends it, with a key of its own and one field replaced."""
        keuzes = {naam: toeval.choice(waarden) for naam, waarden in self.velden.items()}
        if "verzendsleutel" in keuzes:
            keuzes["verzendsleutel"] = str(UUID(int=toeval.getrandbits(128)))
        return b"&".join(
            quote_plus(naam).encode() + b"=" + quote(vuil if naam == doel else waarde).encode()
            for naam, waarde in keuzes.items()
        )


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
            self._vorm = Vorm(a.get("action") or self.pagina, methode)
            self.vormen.append(self._vorm)
        elif self._vorm is not None:
            self._veld(self._vorm, tag, a)

    def _veld(self, vorm: Vorm, tag: str, a: dict[str, str]) -> None:
        if a.get("hx-post", "").startswith("/"):
            velden = {naam: ["7"] for naam in (a.get("name", ""), *vorm.velden) if naam}
            self.vormen.append(Vorm(a["hx-post"], "POST", velden))
        if tag == "select":
            self._keuze = a.get("name", "")
        elif tag == "option":
            self._erbij(self._keuze, a.get("value", ""))
        elif tag == "textarea":
            self._erbij(a.get("name", ""), "Een zin.")
        elif tag in ("input", "button"):
            self._erbij(a.get("name", ""), a.get("value") or "7")

    def _erbij(self, naam: str, waarde: str) -> None:
        if self._vorm is not None and naam:
            self._vorm.velden.setdefault(naam, []).append(waarde)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._vorm = None


def lees(pagina: str, html: str) -> tuple[list[Vorm], list[str]]:
    """The forms of a page, and where its links lead."""
    lezer = _Lezer(pagina)
    lezer.feed(html)
    return lezer.vormen, lezer.verwijzingen


def vervuil(vormen: Iterable[Vorm], toeval: Random) -> Iterator[tuple[Vorm, bytes]]:
    """Each form as it is, and each of its fields with each of the dirty values."""
    for vorm in vormen:
        yield vorm, vorm.lichaam(toeval)
        for naam in vorm.velden:
            for vuil in VUIL:
                yield vorm, vorm.lichaam(toeval, naam, vuil)
