"""Which characters can be printed, and what stands in for the others.

PDF/UA and PDF/A refuse a character without a glyph. A letter may not fail on an emoji, and may not
drop a word in silence either: what no font has is replaced by a visible sign.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

VERVANGTEKEN: Final = "■"
_LANGSTE_WOORD: Final = 40
_LANG_WOORD: Final = re.compile(rf"\S{{{_LANGSTE_WOORD + 1},}}")
_ZACHTE_BREUK: Final = "\u200b"
# Marks that turn the reading direction: in a letter they could make an amount or a date read backwards.
_RICHTINGTEKENS: Final = frozenset(
    "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
)
_VERBINDERS: Final = frozenset("\u200b\u200c\u200d\ufe0e\ufe0f")

#: The letter's own typeface, and the faces for other scripts and signs, in order of preference.
LETTERTYPE: Final = "Source Sans Pro"
_HOOFDMAP: Final = Path(str(files("font_source_sans_pro"))) / "files"
_HOOFDBESTAND: Final = _HOOFDMAP / "SourceSansPro-Regular.ttf"
_ANDERE_MAP: Final = Path(str(files("manimgx_fonts")))
LETTERMAPPEN: Final = (_HOOFDMAP, _ANDERE_MAP)


def _tekens(bestand: Path) -> frozenset[int]:
    with TTFont(bestand, lazy=True) as lettertype:
        return frozenset(lettertype.getBestCmap())


@cache
def hoofdtekens() -> frozenset[int]:
    """The code points of the letter's own typeface: Latin, Greek and Cyrillic."""
    return _tekens(_HOOFDBESTAND)


@cache
def alle_tekens() -> frozenset[int]:
    """The code points that some face in the box can print."""
    return hoofdtekens().union(*map(_tekens, sorted(_ANDERE_MAP.glob("*.ttf"))))


@cache
def lettertypen() -> tuple[str, ...]:
    """The families in the order in which a character looks for its glyph."""
    families = set()
    for bestand in _ANDERE_MAP.glob("*.ttf"):
        with TTFont(bestand, lazy=True) as lettertype:
            families.add(str(lettertype["name"].getBestFamilyName()))
    return (LETTERTYPE, *sorted(families, key=lambda naam: (naam != "Noto Sans", naam)))


def drukbaar(tekst: str, tekens: frozenset[int]) -> str:
    """The text with a visible sign for what cannot be printed, and breaks in endless words."""
    schoon = "".join(_teken(teken, tekens) for teken in unicodedata.normalize("NFC", tekst))
    return _LANG_WOORD.sub(_breekbaar, schoon)


def _teken(teken: str, tekens: frozenset[int]) -> str:
    if teken in "\n ":
        return teken
    if teken == "\t":
        return " "
    if teken in _RICHTINGTEKENS or unicodedata.category(teken) == "Cc":
        return ""
    if ord(teken) in tekens or teken in _VERBINDERS:
        return teken
    return VERVANGTEKEN


def _breekbaar(woord: re.Match[str]) -> str:
    tekst = woord.group()
    stukken = (tekst[i : i + _LANGSTE_WOORD] for i in range(0, len(tekst), _LANGSTE_WOORD))
    return _ZACHTE_BREUK.join(stukken)
