"""One request as bytes, however broken, and the ways to break it that are not in a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from urllib.parse import quote, quote_plus
from uuid import UUID

from eenplan.platform.scope import KLOK_KOEKJE, KOEKJE
from tests.vervuiling.vormen import CSRF, MERK, Velden
from tests.vervuiling.waarden import VASTE, Sleutels, waarde

GEWOON = "application/x-www-form-urlencoded"
KOP_TE_GROOT = 60_000


@dataclass(frozen=True)
class Verzoek:
    """What goes over the line. `pad` and `vraag` are as they stand in the address, already quoted."""

    methode: str
    pad: str
    vraag: str = ""
    lichaam: bytes = b""
    soort: str = ""
    koekjes: Mapping[str, str] = field(default_factory=dict)
    koppen: Mapping[str, str] = field(default_factory=dict)
    velden: tuple[tuple[str, bytes], ...] = ()

    @property
    def kort(self) -> str:
        """How it is told in a report."""
        vuil = f"{self.vraag[:80]} {self.lichaam[:300]!r} {str(dict(self.koppen))[:200]}"
        return f"{self.methode} {self.pad[:200]} {vuil}"


def van_vorm(methode: str, adres: str, velden: Velden, koekjes: Mapping[str, str]) -> Verzoek:
    """The form as a browser sends it."""
    tekst = "&".join(f"{quote_plus(naam)}={quote(waarde_)}" for naam, waarde_ in velden)
    pad, _, vraag = adres.partition("?")
    if methode == "GET":
        return Verzoek("GET", quote(pad), tekst, koekjes=koekjes, velden=tuple(velden))
    return Verzoek(
        methode,
        quote(pad),
        vraag,
        tekst.encode(),
        GEWOON,
        {**koekjes, "csrftoken": CSRF},
        velden=tuple(velden),
    )


Mutatie = Callable[[Verzoek, Random, Sleutels], Verzoek]


def _koekje(verzoek: Verzoek, naam: str, waarde_: str) -> Verzoek:
    return replace(verzoek, koekjes={**verzoek.koekjes, naam: waarde_})


def _kop(verzoek: Verzoek, **koppen: str) -> Verzoek:
    nieuw = {naam.replace("_", "-"): inhoud for naam, inhoud in koppen.items()}
    return replace(verzoek, koppen={**verzoek.koppen, **nieuw})


def _csrf(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    kapot = toeval.choice(("", "x", "c" * 31, "\u00e9" * 32, "c" * 5_000, "d" * 32))
    if toeval.random() < 0.5:
        return _koekje(verzoek, "csrftoken", kapot)
    lichaam = verzoek.lichaam.replace(CSRF.encode(), quote(kapot).encode())
    return replace(verzoek, lichaam=lichaam)


def _sessie(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    heel = verzoek.koekjes.get(KOEKJE, "a" * 43)
    return _koekje(
        verzoek,
        KOEKJE,
        toeval.choice(
            (heel[:-1], heel + "A", heel.swapcase(), "", "a" * 7_000, "\u00ff\u00fe", "'--", "..")
        ),
    )


def _dag(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    dagen = (
        "0001-01-01",
        "9999-12-31",
        "2026-02-30",
        "9" * 5_000,
        "NaN",
        "-1",
        "\u0661-1-1",
        "2026-3-2",
    )
    return _koekje(verzoek, KLOK_KOEKJE, toeval.choice(dagen))


def _koekjes(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    naam = toeval.choice(("x", "sessionid", "messages", "$Version", "a" * 300))
    inhoud = toeval.choice(("y" * KOP_TE_GROOT, '"open', "=;=;=", ";" * 900, "\u00e9\u00e9"))
    return _koekje(verzoek, naam, inhoud)


def _methode(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    manieren = (
        "HEAD",
        "OPTIONS",
        "PUT",
        "DELETE",
        "PATCH",
        "TRACE",
        "PROPFIND",
        "get",
        "GET",
        "POST",
    )
    return replace(verzoek, methode=toeval.choice(manieren))


def _soort(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    soorten = (
        "application/json",
        "text/xml",
        "",
        "multipart/form-data",
        "multipart/form-data; boundary=" + "x" * 400,
        f"{GEWOON}; charset=utf-16",
        f"{GEWOON}; charset=bestaat-niet",
        f"{GEWOON}; charset=utf-7",
        "application/octet-stream",
        "a/b/c; ;;=",
        "\u00e9/\u00e9",
    )
    return replace(verzoek, soort=toeval.choice(soorten))


def _meerdelig(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    """Parts as a browser sends them for a file; whole, or broken on the way."""
    grens = "grens7"
    deel = '--{}\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    bestand = toeval.choice(
        ("", f'; filename="{MERK}.txt"', '; filename="../../x"', "; filename*=x''%ff")
    )
    lichaam = b"".join(
        deel.format(grens, naam, bestand if nummer == 0 else "").encode() + inhoud + b"\r\n"
        for nummer, (naam, inhoud) in enumerate(verzoek.velden)
    )
    kapot = toeval.choice(
        (lichaam, lichaam[: len(lichaam) // 2], lichaam.replace(b"\r\n", b"\n"), b"--grens7")
    )
    einde = toeval.choice((f"--{grens}--\r\n".encode(), b"", b"--ander--"))
    base64 = b"Content-Transfer-Encoding: base64\r\n\r\n"
    if toeval.random() < 0.2:
        kapot = kapot.replace(b"\r\n\r\n", b"\r\n" + base64, 1)
    heel = kapot is lichaam and einde.startswith(b"--grens7--") and not bestand
    return replace(
        verzoek,
        lichaam=kapot + einde,
        soort=f"multipart/form-data; boundary={grens}",
        velden=verzoek.velden if heel else (),  # of a broken one nobody can show what it held
    )


def _koppen(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    keuzes: tuple[Mapping[str, str], ...] = (
        {"Range": "bytes=0-0"},
        {"Range": "bytes=99999999999999999999-1,5-"},
        {"If_Modified_Since": "Thu, 99 Foo 99999 99:99:99 GMT"},
        {"If_None_Match": '"' + "x" * 4_000},
        {"Accept_Language": "nl;q=9e999," * 400},
        {"Accept": "*/*;q=NaN, application/" + "j" * 900},
        {"Accept_Encoding": "gzip;q=-1, br;;;"},
        {"X_Forwarded_Proto": "gopher"},
        {"X_Forwarded_For": "::1%" + "9" * 500},
        {"X_Forwarded_Host": "kanarie7.example"},
        {"X_HTTP_Method_Override": "DELETE"},
        {"Referer": "http://kanarie7.example/\u00ff"},
        {"Origin": "null"},
        {"User_Agent": "\u00fe" * 900},
        {"Authorization": "Basic " + "%" * 90},
        {"Expect": "niets"},
        {"X_Lang": "y" * KOP_TE_GROOT},
    )
    return _kop(verzoek, **toeval.choice(keuzes))


def _htmx(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    kapot = toeval.choice(("", "%ff%fe", "x" * 3_000, "javascript:alert(1)", "\u00ff", "%E2%80%AE"))
    return _kop(
        verzoek,
        HX_Request="true",
        HX_Target=kapot,
        HX_Trigger=kapot,
        HX_Current_URL=kapot,
        HX_Prompt=kapot,
        HX_Boosted=toeval.choice(("true", "ja", "")),
        HX_History_Restore_Request="true",
    )


def _host(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    hosts = ("kanarie7.example", "127.0.0.1:99999", "", "[::1", "a b", "127.0.0.1@x", "x" * 300)
    return _kop(verzoek, Host=toeval.choice(hosts))


def _vraag(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    """Unknown, repeated and spoiled questions behind the address."""
    namen = (
        "tab",
        "sorteer",
        "regel",
        "klaar",
        "laag",
        "voor",
        "naar",
        "pagina",
        "toon",
        "versie",
        "nieuw",
    )
    naam = toeval.choice((*namen, "via", "gevraagd", "x" * 300, "%ff", "a[]", "__proto__"))
    vuil = quote(waarde(toeval.choice(tuple(VASTE)), toeval, ())[:2_000])
    aantal = toeval.choice((1, 1, 2, 30))
    return replace(verzoek, vraag="&".join([verzoek.vraag, *[f"{naam}={vuil}"] * aantal]))


def _veel_velden(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    veel = b"&".join(b"x%d=1" % nummer for nummer in range(toeval.choice((900, 1_200))))
    return replace(verzoek, lichaam=verzoek.lichaam + b"&" + veel)


def _rommel(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    keuzes = (b"", toeval.randbytes(300), b"&&&===&%", b"%", b'{"a":' * 9_000, b"\0" * 50)
    return replace(verzoek, lichaam=toeval.choice(keuzes))


def _pad(verzoek: Verzoek, toeval: Random, _: Sleutels) -> Verzoek:
    einden = (
        "/",
        "/..",
        "/%2e%2e/",
        "%00",
        "%ff",
        "%0a%0dx",
        "/x" * 600,
        "//",
        ";x=1",
        "%u0041",
        "é",
    )
    return replace(verzoek, pad=verzoek.pad + quote(toeval.choice(einden), safe="/%;"))


def _sleutel_in_pad(verzoek: Verzoek, toeval: Random, andermans: Sleutels) -> Verzoek:
    """Somebody else's key, that of another kind of thing, or no key at all."""
    delen = verzoek.pad.split("/")
    plekken = [i for i, deel in enumerate(delen) if len(deel) == 36] or [len(delen) - 2]
    kapot = ("0" * 36, "zzz", str(UUID(int=toeval.getrandbits(128))), "A" * 36, "-")
    delen[toeval.choice(plekken)] = toeval.choice((*kapot, *[toeval.choice(andermans)] * 8))
    return replace(verzoek, pad="/".join(delen))


VERZOEKSOORTEN: Mapping[str, Mutatie] = {
    "methode": _methode,
    "koppen": _koppen,
    "htmx": _htmx,
    "host": _host,
    "koekjes": _koekjes,
    "sessie": _sessie,
    "dag van de demo": _dag,
    "vraag achter het adres": _vraag,
    "pad": _pad,
    "sleutel in het pad": _sleutel_in_pad,
}
LICHAAMSOORTEN: Mapping[str, Mutatie] = {
    "CSRF": _csrf,
    "soort inhoud": _soort,
    "meerdelig": _meerdelig,
    "veel velden": _veel_velden,
    "rommel": _rommel,
}
