"""The building blocks of a letter: plain text with a role, never markup.

The same blocks can become paper, a screen or a plain message, and nothing in them is ever executed.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading; level 2 is a section, level 3 a part of it (level 1 is the subject of the letter)."""

    tekst: str
    niveau: int = 2


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph, with at most one link of our own making behind it."""

    tekst: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Opsomming:
    """A list of short points."""

    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overzicht:
    """A table of two columns with a header row."""

    koppen: tuple[str, str]
    rijen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Kader:
    """A framed part that nobody may miss: a right of the resident."""

    kop: str
    alineas: tuple[Alinea, ...]


Blok = Kop | Alinea | Opsomming | Overzicht | Kader


def platte_tekst(blok: Blok) -> str:
    """Everything a reader of this block reads, for searching and for the plain version."""
    match blok:
        case Kop(tekst):
            return tekst
        case Alinea(tekst, link):
            return f"{tekst} {link}".rstrip()
        case Opsomming(punten):
            return "\n".join(punten)
        case Overzicht(koppen, rijen):
            return "\n".join(" ".join(rij) for rij in (koppen, *rijen))
        case Kader(kop, alineas):
            return "\n".join((kop, *map(platte_tekst, alineas)))
