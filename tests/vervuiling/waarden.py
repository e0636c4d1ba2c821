"""What somebody could put into a field: kinds of dirt, each with a few examples to choose from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from random import Random
from uuid import UUID

from tests.vervuiling.vormen import MERK, SLEUTELVELD, Velden

Sleutels = Sequence[str]

ECHO = b"<kanarie7 onload=alert(1)>"
ECHO_IN_ATTRIBUUT = b'" onkanarie7="1'
SJABLOON = b"kanarie{{ 913|add:86 }}{% firstof 999 %}${913+86}kanarie"
REKENUITKOMST = (b"kanarie999",)
ELDERS = "kanarie7.example"

_TEKEN = MERK.encode()
VASTE: Mapping[str, tuple[bytes, ...]] = {
    "leeg": (b"", b"   ", b"\t\n", "\u00a0\u2003\u200b".encode()),
    "NUL": (_TEKEN + b"\0" + _TEKEN, b"\0"),
    "geen UTF-8": (b"\xff\xfe\x80", _TEKEN + b"\xc3", b"\xc0\xaf"),
    "halve tekens": (b"\xed\xa0\x80", b"\xed\xb0\x80" + _TEKEN, b"\xf4\x90\x80\x80"),
    "rechts naar links": (
        f"{MERK} \u202e\u2066\u0627\u0644 {MERK}".encode(),
        ("e" + "\u0301" * 400).encode(),
        "\U0001f469\u200d\U0001f469\u200d\U0001f467 \ufeff\u2028\u2029".encode(),
    ),
    "buiten bereik": (b"9" * 25, b"99999999999", b"2147483648", b"9" * 5_000, b"0", b"10000"),
    "geen dag": (
        b"31",
        b"32",
        b"0",
        b"99999",
        b"0000",
        b"13",
        b"30 februari",
        b"-1",
        b"2026-02-31",
    ),
    "negatief": (b"-1", b"-0", b"-99999999999", "\u22127".encode()),
    "breuken": (b"1.5", b"1,5", b"1e400", b"NaN", b"Infinity", b"-inf", b".", b"0x1F", b"1_000"),
    "andere cijfers": ("\u0663\u00b2".encode(), "\uff17".encode(), "\u0967\u0968".encode()),
    "JSON": (b"[]", b'{"a": [1, null]}', b"null", b"true", b'"' + _TEKEN + b'"', b"[" * 3_000),
    "SQL": (
        f"{MERK}' OR 1=1; DROP TABLE werk_item; --".encode(),
        b"1); SELECT pg_sleep(9)--",
        b"%' UNION SELECT NULL::text--",
        b"\\x27; COPY x TO PROGRAM 'id'",
    ),
    "sjabloontaal": (SJABLOON, b"%s%(a)s%n{0}{a.__class__}", b"{% include '/etc/passwd' %}"),
    "HTML en scripts": (
        _TEKEN + ECHO,
        ECHO_IN_ATTRIBUUT + _TEKEN,
        b"</textarea>" + ECHO,
        b"</title></select>" + ECHO,
        b"javascript:alert(1)",
    ),
    "paden": (
        b"../../../../etc/passwd",
        b"..%2f..%2fgeheimen.json",
        b"/etc/passwd\0.pdf",
        b"C:\\x",
    ),
    "nieuwe regels": (b"a\r\nX-Kanarie7: 1\r\n\r\n<kanarie7>", b"\n" * 500 + _TEKEN, b"\r"),
    "verkeerde keuze": (b"bestaat-niet", b"True", b"undefined", b"None", b"__class__", b"0"),
    "kapotte uuid": (
        b"00000000-0000-0000-0000-000000000000",
        b"zzzzzzzz-0000-4000-8000-000000000000",
        b"00000000-0000-4000-8000",
        b"{urn:uuid:00000000}",
    ),
    "ander adres": (
        b"//" + ELDERS.encode(),
        b"https://" + ELDERS.encode() + b"/",
        b"\\\\" + ELDERS.encode(),
    ),
}
GROOT = "heel groot"
ANDERMANS = "iets van een ander"
BUITEN_DE_WAARDE = ("ontbreekt", "dubbel", "als lijst", "in een andere vorm")

WAARDESOORTEN = (*VASTE, GROOT, ANDERMANS)
VELDSOORTEN = (*WAARDESOORTEN, *BUITEN_DE_WAARDE)


def waarde(soort: str, toeval: Random, andermans: Sleutels) -> bytes:
    """A value of this kind."""
    if soort == GROOT:
        stuk = toeval.choice((_TEKEN, b"9", "\u00eb".encode(), b"<", b"a "))
        return stuk * (toeval.choice((5_000, 70_000, 1_000_000)) // len(stuk))
    if soort == ANDERMANS:
        return toeval.choice(andermans).encode()
    return toeval.choice(VASTE[soort])


def veranderd(velden: Velden, naam: str, soort: str, toeval: Random, andermans: Sleutels) -> Velden:
    """The fields of a form with one of them spoiled."""
    if soort in BUITEN_DE_WAARDE:
        return _VERBOUW[soort](velden, naam, toeval)
    vuil = waarde(soort, toeval, andermans)
    return [(n, vuil if n == naam else w) for n, w in velden]


def _dubbel(velden: Velden, naam: str, toeval: Random) -> Velden:
    ander = waarde(toeval.choice(tuple(VASTE)), toeval, ())
    return [*velden, (naam, ander)] if toeval.random() < 0.5 else [(naam, ander), *velden]


def _als_lijst(velden: Velden, naam: str, toeval: Random) -> Velden:
    einde = toeval.choice(("[]", "[0]", "[a][b]", ".0", "__in"))
    return [(n + einde if n == naam else n, w) for n, w in velden]


def _andere_vorm(velden: Velden, naam: str, toeval: Random) -> Velden:
    """The value where another one belongs, and one that no form has."""
    ander = toeval.choice(velden)[0]
    oud = dict(velden)[naam]
    return [(n, oud if n == ander else w) for n, w in velden] + [
        (f"{naam}-{MERK}", json.dumps({naam: 1}).encode())
    ]


_VERBOUW: Mapping[str, Callable[[Velden, str, Random], Velden]] = {
    "ontbreekt": lambda velden, naam, _: [(n, w) for n, w in velden if n != naam],
    "dubbel": _dubbel,
    "als lijst": _als_lijst,
    "in een andere vorm": _andere_vorm,
}


def is_sleutel(naam: str, waarde_: bytes) -> bool:
    """Whether the field holds the key of something."""
    try:
        UUID(waarde_.decode())
    except ValueError:
        return False
    return naam != SLEUTELVELD
