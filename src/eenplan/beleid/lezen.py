"""From a YAML file to a strict class. Whatever is wrong becomes a sentence that names the file and the place."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from eenplan.beleid.fouten import Beleidsfout, Plek, in_woorden

Klasse = TypeVar("Klasse", bound=BaseModel)
Blok = dict[str, object]
NAMEN = ("regel", "sleutel")
SNEL, MET_REGELNUMMERS = "safe", "rt"


def lees(pad: Path, wortel: Path, klasse: type[Klasse]) -> Klasse:
    """The file as this class. Beleidsfout when it is broken, incomplete or says something unknown."""
    blok = _met_basis(pad, wortel, ())
    try:
        return klasse.model_validate(blok)
    except ValidationError as fout:
        naam = pad.relative_to(wortel)
        zinnen = (
            f"{naam}{_op_regel(pad, plek)}: {zin}." for plek, zin in in_woorden(fout, klasse, blok)
        )
        raise Beleidsfout(*zinnen) from fout


def _met_basis(pad: Path, wortel: Path, gezien: tuple[Path, ...]) -> Blok:
    """The file laid over the file it calls its `basis`, if any."""
    blok = _lees_yaml(pad, wortel)
    basis, vervalt = blok.pop("basis", None), blok.pop("vervalt", {})
    if basis is None:
        return blok
    bron = (pad.parent / str(basis)).resolve()
    if (
        bron in (*gezien, pad.resolve())
        or not bron.is_file()
        or wortel.resolve() not in bron.parents
    ):
        raise Beleidsfout(
            f"{pad.relative_to(wortel)}: `basis`: {basis} is geen ander bestand in de map met modellen."
        )
    if not isinstance(vervalt, dict):
        raise Beleidsfout(
            f"{pad.relative_to(wortel)}: `vervalt` moet per onderdeel een lijst met namen geven."
        )
    onder = _met_basis(
        wortel.resolve() / bron.relative_to(wortel.resolve()),
        wortel.resolve(),
        (*gezien, pad.resolve()),
    )
    return {
        sleutel: _leg_over(onder.get(sleutel), blok.get(sleutel), vervalt.get(sleutel, ()))
        for sleutel in onder | blok
    }


def _leg_over(onder: object, boven: object, vervalt: object) -> object:
    """Lists of named things (rows, parties) are replaced per name, in place; anything else as a whole."""
    weg = set(vervalt) if isinstance(vervalt, list) else set()
    if not isinstance(onder, list) or not all(_naam(deel) for deel in onder):
        return onder if boven is None else boven
    nieuw = {_naam(deel): deel for deel in boven} if isinstance(boven, list) else {}
    blijft = [nieuw.pop(_naam(deel), deel) for deel in onder if _naam(deel) not in weg]
    return [*blijft, *nieuw.values()]


def _naam(deel: object) -> object:
    return (
        next((deel[naam] for naam in NAMEN if naam in deel), None)
        if isinstance(deel, dict)
        else None
    )


def _lees_yaml(pad: Path, wortel: Path, soort: str = SNEL) -> Blok:
    naam = pad.relative_to(wortel)
    try:
        blok = YAML(typ=soort, pure=True).load(pad.read_text(encoding="utf-8"))
    except MarkedYAMLError as fout:
        plek = fout.problem_mark or fout.context_mark
        waar = f" regel {plek.line + 1}" if plek else ""
        raise Beleidsfout(
            f"{naam}{waar}: dit is geen geldige YAML ({fout.problem or fout.context})."
        ) from fout
    except (YAMLError, UnicodeDecodeError, ValueError) as fout:
        raise Beleidsfout(f"{naam}: dit is geen leesbare YAML in UTF-8.") from fout
    except OSError as fout:
        raise Beleidsfout(f"{naam}: dit bestand is niet te lezen ({fout.strerror}).") from fout
    if not isinstance(blok, dict):
        raise Beleidsfout(f"{naam}: het bestand moet uit sleutels met waarden bestaan.")
    return blok


def _op_regel(pad: Path, plek: Plek) -> str:
    """The line of a place in the file, as far as the file itself holds it (not its basis)."""
    deel: object = YAML(typ=MET_REGELNUMMERS, pure=True).load(pad.read_text(encoding="utf-8"))
    if isinstance(deel, dict) and "basis" in deel:
        return ""
    regel: int | None = None
    for stap in plek:
        if isinstance(deel, CommentedMap) and stap in deel:
            regel, deel = deel.lc.key(stap)[0], deel[stap]
        elif isinstance(deel, CommentedSeq) and isinstance(stap, int) and stap < len(deel):
            regel, deel = deel.lc.item(stap)[0], deel[stap]
        else:
            break
    return "" if regel is None else f" regel {regel + 1}"
