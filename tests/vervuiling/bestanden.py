"""Files as nobody should hand them over: broken, huge and hostile, for everything that reads a file."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from eenplan.beleid import api
from eenplan.beleid.werkboek.opdrachten import schrijf_werkboek
from tests.conftest import MODELLEN

MAAK = Callable[[Path], None]  # makes the file at this place
DAG = date(2016, 5, 5)
ZANDWIJK = "zandwijk/2015-01-01.yaml"


def _bytes(inhoud: bytes) -> MAAK:
    def maak(pad: Path) -> None:
        pad.write_bytes(inhoud)

    return maak


def _ijl(pad: Path) -> None:
    """Says that it is 4 GB, and takes no room."""
    with pad.open("wb") as uit:
        uit.truncate(4_000_000_000)


def _gesloten(pad: Path) -> None:
    """For nobody to read: a loop of links also stops whoever may read everything."""
    pad.symlink_to(pad.name)


OVERAL: Mapping[str, MAAK] = {
    "leeg": _bytes(b""),
    "wit": _bytes(b"\n \t\n" * 50),
    "willekeurig": _bytes(bytes(range(256)) * 40),
    "geen UTF-8": _bytes(b"sleutel: \xff\xfe\n"),
    "UTF-16": _bytes("sleutel: x\n".encode("utf-16")),
    "NUL": _bytes(b"sleutel: a\0b\n"),
    "4 GB": _ijl,
    "een map": lambda pad: pad.mkdir(),
    "een pijp": os.mkfifo,
    "een apparaat": lambda pad: pad.symlink_to("/dev/zero"),
    "in een kring": _gesloten,
    "nergens heen": lambda pad: pad.symlink_to("/bestaat/niet"),
    "HTML": _bytes(b"<!doctype html><script>x</script>"),
    "halve zip": _bytes(b"PK\x03\x04" + b"\0" * 60),
}


def _lach(diep: int, breed: int) -> bytes:
    """Each line stands for so many of the line above it."""
    regels = ["l0: &l0 [lach]"]
    for nummer in range(1, diep):
        regels.append(f"l{nummer}: &l{nummer} [{', '.join([f'*l{nummer - 1}'] * breed)}]")
    return "\n".join(regels).encode()


GOED = (MODELLEN / "lansingerland" / "2015-01-01.yaml").read_bytes()
YAML: Mapping[str, MAAK] = {
    "steeds meer verwijzingen": _bytes(_lach(12, 10)),
    "een verwijzing naar zichzelf": _bytes(b"sleutel: &a [*a]\n"),
    "diep genest": _bytes(b"a: " + b"[" * 100_000),
    "diep ingesprongen": _bytes(b"\n".join(b" " * n + b"a:" for n in range(900))),
    "een lange regel": _bytes(b"sleutel: " + b"x" * 490_000),
    "groter dan mag": _bytes(b"sleutel: x\n" * 100_000),
    "een groot getal": _bytes(GOED.replace(b"2015-01-01", b"9" * 100_000, 1)),
    "geen getal": _bytes(b"sleutel: .nan\nnaam: .inf\n"),
    "dubbele sleutels": _bytes(GOED + b"\nsleutel: nog-een\n"),
    "een voorwerp van Python": _bytes(b"sleutel: !!python/object/apply:os.system [id]\n"),
    "eigen merken": _bytes(b"%TAG ! tag:x,2000:\n---\nsleutel: !a b\n"),
    "twee stukken": _bytes(b"sleutel: a\n---\nsleutel: b\n"),
    "tabs": _bytes(b"sleutel:\n\t- x\n"),
    "een basis buiten de map": _bytes(b"basis: ../../../../etc/passwd\n"),
    "een basis die zichzelf is": _bytes(b"basis: 2015-01-01.yaml\n"),
    "tekst waar een lijst hoort": _bytes(GOED.replace(b"wijken:", b"wijken: x\nanders:", 1)),
    "andere tekens": _bytes("sleutel: \u202egol\u0000\n".encode()),
    "afgekapt": _bytes(GOED[: len(GOED) // 2] + b'"'),
}


@cache
def werkboek() -> bytes:
    """A workbook as we write it."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "goed.xlsx"
        schrijf_werkboek(api.model("kaag-en-braassem", DAG), pad)
        return pad.read_bytes()


def _verbouwd(
    deel: str, verander: Callable[[bytes], bytes], soort: int = zipfile.ZIP_DEFLATED
) -> MAAK:
    """The good workbook with one part changed, or one more."""

    def maak(pad: Path) -> None:
        uit = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(werkboek())) as oud,
            zipfile.ZipFile(uit, "w", soort) as nieuw,
        ):
            for lid in oud.infolist():
                inhoud = oud.read(lid)
                nieuw.writestr(lid.filename, verander(inhoud) if lid.filename == deel else inhoud)
            if deel not in oud.namelist():
                nieuw.writestr(deel, verander(b""))
        pad.write_bytes(uit.getvalue())

    return maak


def _leugen(pad: Path) -> None:
    """A part that says it is small and is not."""
    _verbouwd("xl/groot.xml", lambda _: b"0" * 11_000_000)(pad)
    bytes_ = bytearray(pad.read_bytes())
    waar = bytes_.rindex(b"xl/groot.xml") - 46  # its line in the directory at the end
    bytes_[waar + 24 : waar + 28] = (100).to_bytes(4, "little")
    pad.write_bytes(bytes(bytes_))


def _afgekapt(pad: Path) -> None:
    pad.write_bytes(werkboek()[:-900])


def _omgevallen(pad: Path) -> None:
    pad.write_bytes(werkboek()[:900] + b"\0" * 900 + werkboek()[1800:])


def _veel_delen(pad: Path) -> None:
    with zipfile.ZipFile(pad, "w") as uit:
        for nummer in range(5_000):
            uit.writestr(f"xl/deel{nummer}.xml", b"")


def _geknoei(soort: int) -> MAAK:
    """Compressed in another way, with damage in it."""

    def maak(pad: Path) -> None:
        _verbouwd("xl/extra.xml", lambda _: os.urandom(4_000), soort)(pad)
        bytes_ = bytearray(pad.read_bytes())
        bytes_[len(bytes_) // 2 : len(bytes_) // 2 + 50] = b"\xff" * 50
        pad.write_bytes(bytes(bytes_))

    return maak


BLAD = "xl/worksheets/sheet2.xml"
ENTITEIT = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
XLSX: Mapping[str, MAAK] = {
    "een bom": _verbouwd("xl/bom.xml", lambda _: b"0" * 300_000_000),
    "een leugen over de maat": _leugen,
    "een entiteit van buiten": _verbouwd(
        BLAD, lambda x: x.replace(b"<worksheet", ENTITEIT + b"<worksheet", 1)
    ),
    "een kapot blad": _verbouwd(BLAD, lambda x: x[: len(x) // 2]),
    "een leeg blad": _verbouwd(BLAD, lambda _: b""),
    "een verre rij": _verbouwd(BLAD, lambda x: x.replace(b'<row r="3"', b'<row r="4000000000"', 1)),
    "een verre kolom": _verbouwd(BLAD, lambda x: x.replace(b'r="A3"', b'r="ZZZZZZ3"', 1)),
    "een rij zonder nummer": _verbouwd(BLAD, lambda x: x.replace(b'<row r="3"', b'<row r="x"', 1)),
    "diepe xml": _verbouwd(BLAD, lambda _: b"<a>" * 200_000),
    "geen werkboek erin": _verbouwd("xl/workbook.xml", lambda _: b"<x/>"),
    "namen met een pad": _verbouwd(
        "../../../tmp/eenplan-hoort-hier-niet", lambda _: b"x" * 12_000_001
    ),
    "afgekapt": _afgekapt,
    "veel delen": _veel_delen,
    "lzma": _geknoei(zipfile.ZIP_LZMA),
    "bzip2": _geknoei(zipfile.ZIP_BZIP2),
    "omgevallen": _omgevallen,
}


JSON: Mapping[str, MAAK] = {
    "diep genest": _bytes(b'{"a":' * 100_000),
    "diepe lijst": _bytes(b"[" * 900_000),
    "een lange regel": _bytes(b'{"gemeente": "' + b"x" * 3_000_000 + b'"}'),
    "een regel zonder einde": lambda pad: pad.symlink_to("/dev/zero"),
    "een groot getal": _bytes(b'{"leeftijd": ' + b"9" * 100_000 + b"}"),
    "geen getal": _bytes(b'{"leeftijd": NaN, "wet": Infinity}'),
    "een lijst": _bytes(b"[1, 2]"),
    "tekst": _bytes(b'"utrecht"'),
    "dubbele sleutels": _bytes(b'{"wet": "wmo", "wet": 3}'),
    "BOM": _bytes(b"\xef\xbb\xbf" + b'{"wet": "bestaat-niet"}'),
    "CRLF": _bytes(b'{"wet":\r\n"bestaat-niet"}\r\n'),
    "halve tekens": _bytes(b'{"wet": "\\ud800"}'),
    "geen UTF-8": _bytes(b'{"wet": "\xff"}'),
    "een andere gemeente": _bytes(b'{"gemeente": "../../etc"}'),
    "twintigduizend regels": _bytes(b'{"wet": "x"}\n' * 20_000),
}
SLEUTEL: Mapping[str, MAAK] = {
    "diep genest": _bytes(b"[" * 100_000),
    "andere vorm": _bytes(b'{"sleutel": [], "velden": [1]}'),
    "halve velden": _bytes(b'{"sleutel": "x", "velden": {"sleutels": {"1": "kort"}}}'),
    "null": _bytes(b"null"),
    "groot getal": _bytes(b'{"sleutel": ' + b"9" * 100_000 + b"}"),
}


def modellen(map_: Path) -> Path:
    """A folder with the law, and room for one municipality; the place of its file."""
    shutil.copytree(MODELLEN / "wet", map_ / "wet")
    shutil.copy(MODELLEN / "velden.yaml", map_)
    (map_ / "zandwijk").mkdir()
    return map_ / ZANDWIJK


def gevallen() -> Iterator[tuple[str, str, MAAK]]:
    """Every file for everything that reads one: the command, the name, and how it is made."""
    for opdracht, eigen in (("controleer", YAML), ("van-xlsx", XLSX), ("sleutel", SLEUTEL)):
        for naam, maak in {**OVERAL, **eigen}.items():
            yield opdracht, naam, maak
    for opdracht in ("beslis", "routeer"):
        for naam, maak in JSON.items():
            yield opdracht, naam, maak
