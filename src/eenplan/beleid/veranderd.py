"""What changed between two versions of a toegangsmodel, in sentences for who decides about it."""

import datetime as dt
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from eenplan.beleid.bouwstenen import Cellen, Datumcel, Herkomst, Leeftijdcel
from eenplan.beleid.rijen import BeslistDoorPerWet
from eenplan.beleid.toegangsmodel import Toegangsmodel

HERKOMST = frozenset(Herkomst.model_fields)
STAAT_ERBOVEN = frozenset({"geldig_vanaf", "sleutel", "naam", "cbs_code", "scenario"})
PARTIJVELDEN = frozenset({"partij", "aanbieder", "organisatie", "onderdeel_van"})
ONDERDELEN: Mapping[str, str] = {
    "delen": "Wie wat mag weten",
    "beslissers": "Wie beslist namens wie",
    "eerste_partij": "Wie als eerste contact zoekt",
    "eerste_contact": "Het eerste contact",
    "geldigheid": "De ingangsdatum",
    "belangen": "Verwijzen binnen één organisatie",
    "begrippen": "Hoe dingen heten",
    "kanalen": "De voordeuren",
    "indeling": "Wijken en teams",
}
VELDEN: Mapping[str, str] = {
    "beslist_door": "wie beslist",
    "dan": "de uitkomst",
    "document": "wat er op papier komt",
    "vervolg": "wat er eerst gebeurt",
    "start": "wanneer de hulp begint",
    "partij": "wie het doet",
    "aanbieder": "wie het doet",
    "organisatie": "wie het mag",
    "als": "wanneer de regel past",
    "toelichting": "de uitleg",
    "waarde": "het bedrag of aantal",
    "wetten": "de wet",
    "dat_is_wat": "of de naam al zegt wat er speelt",
    "van_uur": "vanaf hoe laat wordt gebeld",
    "tot_uur": "tot hoe laat wordt gebeld",
    "werkdagen": "binnen hoeveel werkdagen",
}


def in_woorden(oud: Toegangsmodel, nieuw: Toegangsmodel) -> Iterator[str]:
    """One sentence for each thing that begins, ends or changes. Nothing is left out."""
    namen = {p.sleutel: p.naam for p in (*oud.partijen, *nieuw.partijen)}
    for onderdeel in type(nieuw).model_fields:
        if onderdeel not in STAAT_ERBOVEN:
            kop = ONDERDELEN.get(onderdeel, onderdeel.replace("_", " ").capitalize())
            yield from _verschil(getattr(oud, onderdeel), getattr(nieuw, onderdeel), kop, namen)


Namen = Mapping[str, str]


def _verschil(oud: object, nieuw: object, kop: str, namen: Namen) -> Iterator[str]:
    if oud == nieuw:
        return
    if isinstance(oud, tuple) and isinstance(nieuw, tuple) and _benoemd((*oud, *nieuw)):
        yield from _lijst(oud, nieuw, kop, namen)
    elif _blok(oud) and _blok(nieuw) and type(oud) is type(nieuw):
        yield from _velden(oud, nieuw, kop, namen)
    else:
        yield f"{kop}: nu {_woorden(nieuw)}; eerst {_woorden(oud)}."


def _blok(deel: object) -> bool:
    return isinstance(deel, BaseModel) and not isinstance(
        deel, Cellen | Leeftijdcel | Datumcel | BeslistDoorPerWet
    )


def _velden(oud: object, nieuw: object, kop: str, namen: Namen) -> Iterator[str]:
    """The keys of a block that differ; a change of only the source is one sentence."""
    assert isinstance(oud, BaseModel)
    anders = [v for v in type(oud).model_fields if getattr(oud, v) != getattr(nieuw, v)]
    echt = [veld for veld in anders if veld not in HERKOMST]
    if not echt:
        yield f"{kop}: alleen de bron of de reden is anders."
    for veld in echt:
        links, rechts = getattr(oud, veld), getattr(nieuw, veld)
        woord = VELDEN.get(veld, veld.replace("_", " "))
        if veld in PARTIJVELDEN:
            links, rechts = namen.get(links, links), namen.get(rechts, rechts)
        verder = _blok(links) or (isinstance(links, tuple) and _benoemd((*links, *(rechts or ()))))
        if verder and rechts is not None:
            yield from _verschil(links, rechts, kop if veld == "dan" else f"{kop}, {woord}", namen)
        elif veld == "als":
            yield f"{kop}: de regel past nu {_woorden(rechts)}; eerst {_woorden(links)}."
        else:
            yield f"{kop}: {woord} is nu {_woorden(rechts)}; eerst {_woorden(links)}."


def _lijst(
    oud: tuple[object, ...], nieuw: tuple[object, ...], kop: str, namen: Namen
) -> Iterator[str]:
    links = {_naam(deel): deel for deel in oud}
    rechts = {_naam(deel): deel for deel in nieuw}
    if [n for n in links if n in rechts] != [n for n in rechts if n in links]:
        yield f"{kop}: de volgorde is anders."
    for naam in links | rechts:
        if naam not in links:
            yield f"{kop}: nieuw is {_voluit(rechts[naam])}."
        elif naam not in rechts:
            yield f"{kop}: {_voluit(links[naam])} vervalt."
        else:
            yield from _verschil(links[naam], rechts[naam], f"{kop}, {_kort(rechts[naam])}", namen)


def _benoemd(delen: tuple[object, ...]) -> bool:
    return bool(delen) and all(isinstance(d, BaseModel) and _naam(d) for d in delen)


def _naam(deel: object) -> str:
    for naam in ("regel", "sleutel", "beslisser", "kanaal"):
        if waarde := getattr(deel, naam, ""):
            return f"regel {waarde}" if naam == "regel" else str(waarde)
    return ""


def _kort(deel: object) -> str:
    naam = getattr(deel, "naam", "") or getattr(deel, "publicatie", "") or _naam(deel)
    return naam if _naam(deel).startswith("regel ") else f"‘{naam.replace('_', ' ')}’"


def _voluit(deel: object) -> str:
    uitleg = getattr(deel, "toelichting", "").rstrip(".")
    return f"{_kort(deel)} (‘{uitleg}’)" if uitleg else _kort(deel)


def _woorden(waarde: object) -> str:
    if waarde is None or waarde == ():
        return "leeg"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, dt.date):
        return waarde.isoformat()
    if isinstance(waarde, Cellen):
        return "bij " + ", ".join(
            f"{sleutel.replace('_', ' ')} {_woorden(cel)}" for sleutel, cel in waarde.gevuld
        )
    if isinstance(waarde, BeslistDoorPerWet):
        per_wet = (
            f"{veld} {_woorden(getattr(waarde, veld))}" for veld in type(waarde).model_fields
        )
        return f"per wet anders ({', '.join(per_wet)})"
    if isinstance(waarde, tuple):
        return " of ".join(_woorden(deel) for deel in waarde)
    if isinstance(waarde, BaseModel) and _blok(waarde):
        return "anders ingevuld"
    return f"‘{str(waarde).replace('_', ' ')}’"
