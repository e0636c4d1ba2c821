"""What changed between two versions of a toegangsmodel: in words, in rows, and in what comes out."""

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from eenplan.beleid.beslissen import ALTIJD_ONDERSCHEIDEN, Beslistabel, gebieden_van
from eenplan.beleid.tabel import Klassen, cellen_per_sleutel
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.woordenschat import Beslissing, Situatie

Blok = dict[str, object]
NAMEN = ("regel", "sleutel", "beslisser")
UITLEG = ("toelichting", "naam", "partij")


def in_rijen(oud: Toegangsmodel, nieuw: Toegangsmodel) -> Iterator[str]:
    """Per part of the file what disappears, changes and is new."""
    links, rechts = oud.model_dump(mode="json"), nieuw.model_dump(mode="json")
    for onderdeel in links:
        regels = list(_verschillen(links[onderdeel], rechts[onderdeel], ""))
        if regels:
            yield f"{onderdeel}:"
            yield from (f"  {regel}" for regel in regels)


def _verschillen(oud: object, nieuw: object, plek: str) -> Iterator[str]:
    if oud == nieuw:
        return
    if isinstance(oud, dict) and isinstance(nieuw, dict) and oud.keys() == nieuw.keys():
        for sleutel in oud:
            yield from _verschillen(oud[sleutel], nieuw[sleutel], f"{plek} {sleutel}".strip())
    elif _heeft_namen(oud) and _heeft_namen(nieuw):
        yield from _per_naam(oud, nieuw, plek)
    else:
        yield f"{plek or 'waarde'}: {_kort(oud)} wordt {_kort(nieuw)}"


def _per_naam(oud: list[Blok], nieuw: list[Blok], plek: str) -> Iterator[str]:
    links = {_naam(deel): deel for deel in oud}
    rechts = {_naam(deel): deel for deel in nieuw}
    for naam in links | rechts:
        waar = f"{plek} {naam}".strip()
        if naam not in rechts:
            yield f"{waar} vervalt: {_uitleg(links[naam])}"
        elif naam not in links:
            yield f"{waar} komt erbij: {_uitleg(rechts[naam])}"
        else:
            yield from _verschillen(links[naam], rechts[naam], waar)


def _heeft_namen(deel: object) -> TypeGuard[list[Blok]]:
    return isinstance(deel, list) and all(isinstance(d, dict) and _naam(d) for d in deel)


def _naam(deel: Blok) -> str:
    for naam in NAMEN:
        if naam in deel:
            return f"regel {deel[naam]}" if naam == "regel" else str(deel[naam])
    return ""


def _uitleg(deel: Blok) -> str:
    return next((str(deel[naam]) for naam in UITLEG if deel.get(naam)), "")


def _kort(waarde: object) -> str:
    if waarde is None or waarde == []:
        return "niets"
    if isinstance(waarde, dict):
        return ", ".join(f"{sleutel} {_kort(w)}" for sleutel, w in waarde.items() if w is not None)
    if isinstance(waarde, list):
        return "; ".join(_kort(w) for w in waarde)
    return {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else f"‘{waarde}’"


def in_uitkomsten(oud: Beslistabel, nieuw: Beslistabel) -> Iterator[str]:
    """Each kind of outcome that differs, with the row before and after and one example."""
    combinaties = [c for tabel in (oud, nieuw) for rij in tabel.rijen for c in rij.als]
    cellen = cellen_per_sleutel(combinaties)
    for sleutel, altijd in ALTIJD_ONDERSCHEIDEN.items():
        cellen.setdefault(sleutel, []).extend(altijd)
    gezien: set[tuple[str, ...]] = set()
    for voorbeeld in Klassen(cellen, gebieden_van(nieuw.model)).alle():
        feiten = dict(Situatie.model_construct(gemeente=nieuw.model.sleutel)) | voorbeeld
        eerst, daarna = oud.werk_uit(feiten), nieuw.werk_uit(feiten)
        zin = (_uitkomst(eerst), _uitkomst(daarna))
        if zin[0] != zin[1] and (eerst.regel, daarna.regel, *zin) not in gezien:
            gezien.add((eerst.regel, daarna.regel, *zin))
            yield (
                f"regel {eerst.regel} ({zin[0]}) wordt regel {daarna.regel} ({zin[1]}), "
                f"bijvoorbeeld bij {_afwijkend(voorbeeld)}"
            )


def _uitkomst(beslissing: Beslissing) -> str:
    delen: list[str] = [beslissing.document if beslissing.vervolg == "geen" else beslissing.vervolg]
    delen += [
        f"door {beslissing.beslist_door}",
        *([f"start {beslissing.start}"] if beslissing.start else []),
    ]
    delen += ["eigen bijdrage"] if beslissing.eigen_bijdrage else []
    return ", ".join(delen)


def _afwijkend(voorbeeld: Mapping[str, object]) -> str:
    """The example, without the keys that have their ordinary value."""
    gewoon = dict(Situatie.model_construct(gemeente=""))
    delen = [
        f"{sleutel} {_kort(waarde)}"
        for sleutel, waarde in voorbeeld.items()
        if gewoon[sleutel] != waarde
    ]
    return ", ".join(delen) or "een gewone situatie"
