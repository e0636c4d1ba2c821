"""Names, ages, BSN and who must agree: pure rules about persons."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum.nl import bsn as bsn_toets

TUSSENVOEGSELS = frozenset(
    {"van", "de", "der", "den", "het", "'t", "in", "op", "aan", "bij", "te", "ter", "ten", "tot"}
    | {"uit", "uijt", "voor", "over", "onder", "la", "le", "du", "d'", "von", "zu", "el", "al"}
)
VOLWASSEN = 18
TESTBEREIK = range(999900006, 999999991)


class RelatieSoort(StrEnum):
    """How two people stand to each other. `ouder`: `persoon` is a parent of `ander`."""

    OUDER = "ouder"
    PARTNER = "partner"
    MANTELZORGER = "mantelzorger"
    EX_PARTNER = "ex_partner"


@dataclass(frozen=True)
class Persoonsgegevens:
    """What is known of somebody at first contact. Everything but the name may be missing."""

    naam: str
    geboortedatum: date | None = None
    bsn: str = ""
    telefoon: str = ""
    mail: str = ""
    adres: str = ""
    gebied: str = ""
    adres_geheim: bool = False
    veilige_weg: str = ""


def leeftijd(geboortedatum: date | None, op: date) -> int | None:
    """Age in whole years on a day; None when the date of birth is unknown."""
    if geboortedatum is None:
        return None
    nog_niet_jarig = (op.month, op.day) < (geboortedatum.month, geboortedatum.day)
    return op.year - geboortedatum.year - nog_niet_jarig


def splits_naam(naam: str) -> tuple[str, str, str]:
    """(voornamen, tussenvoegsel, achternaam): "Eva van den Berg" gives ("Eva", "van den", "Berg")."""
    woorden = naam.split()
    if len(woorden) < 2:
        return "", "", naam.strip()
    begin = 1
    while begin < len(woorden) - 1 and woorden[begin].lower() not in TUSSENVOEGSELS:
        begin += 1
    eind = begin
    while eind < len(woorden) - 1 and woorden[eind].lower() in TUSSENVOEGSELS:
        eind += 1
    return " ".join(woorden[:begin]), " ".join(woorden[begin:eind]), " ".join(woorden[eind:])


def sorteernaam(naam: str) -> str:
    """As Dutch lists sort: "Berg, Eva van den"."""
    voor, tussen, achter = splits_naam(naam)
    return f"{achter}, {' '.join(filter(None, (voor, tussen)))}" if voor else achter


def zoeknaam(naam: str) -> str:
    """The folded surname: lower case, no accents, letters only. "Van der Ploég" gives "ploeg"."""
    achternaam = splits_naam(naam)[2]
    kaal = unicodedata.normalize("NFKD", achternaam)
    return "".join(teken for teken in kaal.casefold() if teken.isalpha())


def bsn_gebrek(bsn: str, *, alleen_test: bool) -> str | None:
    """Why this BSN cannot be used, as a sentence; None when it can. Spaces and points are allowed.

    On a demo only numbers are accepted that can never be a real person's.
    """
    cijfers = bsn_cijfers(bsn)
    if not bsn_toets.is_valid(cijfers):
        return "Dit BSN klopt niet. Controleer de 9 cijfers."
    if alleen_test and int(cijfers) not in TESTBEREIK:
        return "Gebruik hier alleen een test-BSN tussen 999900006 en 999999990."
    return None


def bsn_cijfers(bsn: str) -> str:
    """Only the digits, filled to nine."""
    cijfers = "".join(teken for teken in bsn if teken.isdigit())
    return cijfers.zfill(9) if cijfers else ""
