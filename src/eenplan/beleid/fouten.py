"""Wrong input in words: one Dutch sentence naming file, key and allowed values."""

import typing
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Plek = tuple[int | str, ...]


class Beleidsfout(Exception):
    """A policy file or a situation that cannot be used; `zinnen` says what is wrong, one sentence each."""

    def __init__(self, *zinnen: str) -> None:
        self.zinnen = zinnen
        super().__init__(zinnen[0])


def keuze(waarden: Iterable[str]) -> str:
    """The allowed values as words."""
    woorden = ", ".join(waarden)
    return f"kies uit {woorden}" if woorden else "er is niets om uit te kiezen"


def in_woorden(
    fout: ValidationError, klasse: type[BaseModel], gegevens: object
) -> Iterator[tuple[Plek, str]]:
    """Each thing that is wrong: where, and one sentence without the name of the file."""
    gezien: set[Plek] = set()
    for detail in fout.errors():
        plek = _zonder_keuzetak(detail["loc"], gegevens)
        if plek not in gezien:
            gezien.add(plek)
            yield plek, f"{_pad(plek, gegevens)}{_zin(detail, klasse, plek)}"


def _zonder_keuzetak(loc: Plek, gegevens: object) -> Plek:
    """Where a key may hold several shapes, pydantic adds the name of the shape: leave it out."""
    plek: list[int | str] = []
    for stap in loc:
        if isinstance(gegevens, Mapping):
            if stap in gegevens:
                gegevens = gegevens[stap]
            elif stap != loc[-1] or plek != list(loc[:-1]):
                continue
        elif isinstance(gegevens, list) and isinstance(stap, int) and stap < len(gegevens):
            gegevens = gegevens[stap]
        else:
            continue
        plek.append(stap)
    return tuple(plek)


def _pad(plek: Plek, gegevens: object) -> str:
    """The place in the words of the file: `beslistabel regel 5, dan, start: `."""
    woorden: list[str] = []
    for stap in plek:
        volgende = _stap(gegevens, stap)
        if isinstance(stap, int):
            naam = _naam(volgende)
            woorden[-1:] = [f"{woorden[-1] if woorden else ''} {naam or stap + 1}".strip()]
        else:
            woorden.append(f"`{stap}`")
        gegevens = volgende
    return ", ".join(woorden) + ": " if woorden else ""


def _stap(gegevens: object, stap: int | str) -> object:
    if isinstance(gegevens, Mapping):
        return gegevens.get(stap)
    if isinstance(gegevens, list) and isinstance(stap, int) and stap < len(gegevens):
        return gegevens[stap]
    return None


def _naam(deel: object) -> str | None:
    if not isinstance(deel, Mapping):
        return None
    for sleutel in ("regel", "sleutel", "code"):
        if sleutel in deel:
            return f"{'regel ' if sleutel == 'regel' else ''}{deel[sleutel]}"
    return None


_MELDINGEN: dict[str, str] = {
    "int": "moet een heel getal zijn",
    "bool": "moet true of false zijn",
    "date": "moet een datum zijn zoals 2015-01-31",
    "string": "moet tekst zijn",
    "tuple": "moet een lijst zijn",
    "model": "moet een blok met sleutels zijn",
    "json": "dit is geen geldige JSON",
    "too": "mag niet leeg zijn",
}


def _zin(detail: ErrorDetails, klasse: type[BaseModel], plek: Plek) -> str:
    soort, ctx = detail["type"], detail.get("ctx", {})
    if soort == "extra_forbidden":
        return f"deze sleutel bestaat niet; {keuze(sorted(_sleutels_op(klasse, plek[:-1])))}"
    if soort == "missing":
        return "deze sleutel ontbreekt"
    if soort == "value_error":
        return str(ctx["error"])
    if soort == "literal_error":
        return f"{_getoond(detail['input'])} mag hier niet; kies uit {_toegestaan(str(ctx['expected']))}"
    if soort.startswith(("greater", "less")):
        grens = next(iter(ctx.values()))
        te = "klein" if soort.startswith("greater") else "groot"
        return f"{_getoond(detail['input'])} is te {te}; de grens is {grens}"
    if soort == "string_pattern_mismatch":
        return f"{_getoond(detail['input'])} heeft niet de juiste vorm ({ctx['pattern']})"
    melding = _MELDINGEN.get(soort.split("_")[0], "past hier niet")
    return (
        melding if soort.startswith(("json", "too")) else f"{_getoond(detail['input'])} {melding}"
    )


def _getoond(waarde: object) -> str:
    tekst = f"'{waarde}'" if isinstance(waarde, str) else str(waarde)
    return tekst if len(tekst) <= 60 else f"{tekst[:57]}..."


def _toegestaan(verwacht: str) -> str:
    return verwacht.replace("'", "").replace(" or ", ", ")


def _sleutels_op(klasse: type[BaseModel], plek: Plek) -> list[str]:
    """The keys that exist at a place in a file."""
    huidig: type[BaseModel] = klasse
    for stap in plek:
        if isinstance(stap, str) and stap in huidig.model_fields:
            huidig = next(_klassen_in(huidig.model_fields[stap].annotation), huidig)
    return list(huidig.model_fields)


def _klassen_in(annotatie: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotatie, type) and issubclass(annotatie, BaseModel):
        yield annotatie
    for deel in typing.get_args(annotatie):
        yield from _klassen_in(deel)
