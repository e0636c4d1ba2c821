"""What a value looks like in a cell, and what a cell means."""

import datetime as dt
import re
from collections.abc import Iterable

from pydantic import BaseModel

from eenplan.beleid.bouwstenen import Datumcel, Leeftijdcel
from eenplan.beleid.fouten import keuze
from eenplan.beleid.werkboek.indeling import Kolom, Soort

Cel = str | int | dt.date | None
JA_NEE = {"ja": True, "nee": False}
JAREN = re.compile(r"(?:vanaf (\d+))? ?(?:tot (\d+))?(?: ?(?:of )?(onbekend))?")
DAG = r"\d{4}-\d\d-\d\d"
DAGEN = re.compile(rf"(?:vanaf ({DAG}))? ?(?:tot ({DAG}))?")


class Celfout(Exception):
    """A cell that cannot mean anything; the text says what is allowed."""


def naar_cel(kolom: Kolom, waarde: object) -> Cel:
    """The value as it stands in its cell; empty for nothing and for a plain no."""
    if waarde is None or waarde == () or (waarde is False and not kolom.verplicht):
        return None
    if isinstance(waarde, bool):
        return _woord(waarde)
    if isinstance(waarde, tuple):
        return ("\n" if kolom.soort is Soort.REGELS else ", ").join(map(_woord, waarde))
    if isinstance(waarde, BaseModel):  # a block with a value for each has columns of its own
        return _bereik(waarde) if isinstance(waarde, Leeftijdcel | Datumcel) else None
    return waarde if isinstance(waarde, int | dt.date) else str(waarde)


def _woord(waarde: object) -> str:
    return {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else str(waarde)


def _bereik(cel: Leeftijdcel | Datumcel) -> str:
    delen = [
        f"{woord} {grens}"
        for woord, grens in (("vanaf", cel.van), ("tot", cel.tot))
        if grens is not None
    ]
    if isinstance(cel, Leeftijdcel) and cel.onbekend:
        delen += ["of onbekend" if delen else "onbekend"]
    return " ".join(delen)


def van_cel(kolom: Kolom, inhoud: object) -> object:
    """What the file would hold for this cell. Celfout when it cannot mean anything in this column."""
    if isinstance(inhoud, dt.datetime):
        inhoud = inhoud.date()
    if isinstance(inhoud, float) and inhoud.is_integer():
        inhoud = int(inhoud)
    if kolom.soort in (Soort.DATUM, Soort.GETAL):
        return _dag(inhoud) if kolom.soort is Soort.DATUM else _getal(inhoud)
    tekst = _woord(inhoud).strip()
    if kolom.soort is Soort.JA_NEE:
        return _ja_nee([tekst])[0]
    if kolom.soort is Soort.LIJST:
        woorden = [deel.strip() for deel in tekst.split(",") if deel.strip()]
        return _ja_nee(woorden) if kolom.keuzes == tuple(JA_NEE) else woorden
    if kolom.soort is Soort.REGELS:
        return [deel.strip() for deel in tekst.splitlines() if deel.strip()]
    if kolom.soort is Soort.LEEFTIJD:
        return _jaren(tekst)
    return _dagen(tekst) if kolom.soort is Soort.PERIODE else tekst


def _ja_nee(woorden: Iterable[str]) -> list[bool]:
    for woord in woorden:
        if woord.lower() not in JA_NEE:
            raise Celfout(f"'{woord[:60]}' mag hier niet; {keuze(JA_NEE)}")
    return [JA_NEE[woord.lower()] for woord in woorden]


def _getal(inhoud: object) -> int:
    try:
        return int(str(inhoud))
    except ValueError as fout:
        raise Celfout(f"'{str(inhoud)[:60]}' moet een heel getal zijn") from fout


def _dag(inhoud: object) -> dt.date:
    if isinstance(inhoud, dt.date):
        return inhoud
    try:
        return dt.date.fromisoformat(str(inhoud).strip())
    except ValueError as fout:
        raise Celfout(f"'{str(inhoud)[:60]}' moet een datum zijn zoals 2015-01-31") from fout


def _jaren(tekst: str) -> dict[str, object]:
    gevonden = JAREN.fullmatch(tekst)
    if not tekst or not gevonden:
        raise Celfout(
            f"'{tekst[:60]}' mag hier niet; schrijf 'vanaf 12 tot 18', 'tot 18' of 'onbekend'"
        )
    van, tot, onbekend = gevonden.groups()
    grenzen = {"van": van and int(van), "tot": tot and int(tot), "onbekend": bool(onbekend)}
    return {naam: grens for naam, grens in grenzen.items() if grens is not None}


def _dagen(tekst: str) -> dict[str, object]:
    gevonden = DAGEN.fullmatch(tekst)
    if not tekst or not gevonden:
        raise Celfout(
            f"'{tekst[:60]}' mag hier niet; schrijf 'vanaf 2015-01-31', 'tot 2016-01-31' of allebei"
        )
    return {
        naam: _dag(grens)
        for naam, grens in zip(("van", "tot"), gevonden.groups(), strict=True)
        if grens
    }
