"""From a YAML file to a strict class. Whatever is wrong becomes a sentence that names the file and the place."""

from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.composer import Composer, ComposerError
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from eenplan.beleid.fouten import Beleidsfout, Plek, in_woorden, keuze
from eenplan.platform import bestand

Klasse = TypeVar("Klasse", bound=BaseModel)
Blok = dict[str, object]
KIJK_NAAR = "kijk naar haakjes, aanhalingstekens en inspringen"
NAMEN = ("regel", "sleutel")
SNEL, MET_REGELNUMMERS = "safe", "rt"
MEESTE_BYTES = 500_000  # sixteen times the largest municipality


class _ZonderVerwijzing(Composer):
    """No `*name` that stands for what is written elsewhere: a few lines of them unfold to more than fits anywhere."""

    def compose_node(self, ouder: object, plek: object) -> object:
        """As ruamel does it, for what is written out."""
        if self.parser.check_event(AliasEvent):
            waar = self.parser.peek_event().start_mark
            raise ComposerError(None, None, "alias", waar)
        return super().compose_node(ouder, plek)


def _yaml(soort: str) -> YAML:
    yaml = YAML(typ=soort, pure=True)
    yaml.Composer = _ZonderVerwijzing
    return yaml


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
    naam = pad.relative_to(wortel)
    boven = _lees_yaml(pad, wortel)
    basis, vervalt = boven.pop("basis", None), boven.pop("vervalt", {})
    if basis is None:
        return boven
    bron = (pad.parent / str(basis)).resolve()
    if bron in (*gezien, pad) or not bron.is_file() or wortel not in bron.parents:
        raise Beleidsfout(f"{naam}: `basis`: {basis} is geen ander bestand in de map met modellen.")
    onder = _met_basis(bron, wortel, (*gezien, pad))
    weg = _wat_vervalt(vervalt, onder, naam)
    return {
        sleutel: _leg_over(onder.get(sleutel), boven.get(sleutel), weg.get(sleutel, []))
        for sleutel in onder | boven
    }


def _wat_vervalt(vervalt: object, onder: Blok, naam: Path) -> dict[str, list[str]]:
    """Per part the names that end; each must be in the file below."""
    if not isinstance(vervalt, dict) or not all(isinstance(weg, list) for weg in vervalt.values()):
        raise Beleidsfout(f"{naam}: `vervalt` moet per onderdeel een lijst met namen geven.")
    gevonden: dict[str, list[str]] = {}
    for onderdeel, weg in vervalt.items():
        bekend = [_naam(deel) for deel in _lijst(onder.get(onderdeel))]
        gevonden[onderdeel] = [str(deel) for deel in weg]
        for deel in gevonden[onderdeel]:
            if deel not in bekend:
                raise Beleidsfout(
                    f"{naam}: `vervalt`, `{onderdeel}`: '{deel}' staat niet in de basis; {keuze(bekend)}."
                )
    return gevonden


def _leg_over(onder: object, boven: object, weg: list[str]) -> object:
    """Lists of named things (rows, parties) are replaced per name, in place; anything else as a whole."""
    delen, nieuw = _lijst(onder), _lijst(boven)
    if boven is not None and not (delen and nieuw and all(map(_naam, [*delen, *nieuw]))):
        return boven
    if not delen or not all(map(_naam, delen)):
        return onder
    vervangers = {_naam(deel): deel for deel in nieuw}
    blijft = [vervangers.get(_naam(deel), deel) for deel in delen if _naam(deel) not in weg]
    oude_namen = {_naam(deel) for deel in delen if _naam(deel) not in weg}
    # What the basis does not have comes after it; a name given twice stays twice, for the checker to tell.
    return [
        *blijft,
        *(d for d in nieuw if _naam(d) not in oude_namen or d is not vervangers[_naam(d)]),
    ]


def _lijst(deel: object) -> list[object]:
    return deel if isinstance(deel, list) else []


def _naam(deel: object) -> str:
    if not isinstance(deel, dict):
        return ""
    return next((str(deel[naam]) for naam in NAMEN if naam in deel), "")


def _lees_yaml(pad: Path, wortel: Path) -> Blok:
    naam = pad.relative_to(wortel)
    try:
        blok = deepcopy(_ontleed(_tekst(pad), SNEL))
    except MarkedYAMLError as fout:
        plek = fout.problem_mark or fout.context_mark
        waar = f" regel {plek.line + 1}" if plek else ""
        dubbel = isinstance(fout, DuplicateKeyError)
        zin = (
            "deze sleutel staat er twee keer"
            if dubbel
            else f"dit is geen geldige YAML; {KIJK_NAAR}"
        )
        raise Beleidsfout(f"{naam}{waar}: {zin}.") from fout
    except (YAMLError, ValueError, RecursionError) as fout:
        raise Beleidsfout(f"{naam}: dit is geen leesbare YAML in UTF-8.") from fout
    except OSError as fout:
        raise Beleidsfout(f"{naam}: dit bestand is niet te lezen ({fout.strerror}).") from fout
    if not isinstance(blok, dict):
        raise Beleidsfout(f"{naam}: het bestand moet uit sleutels met waarden bestaan.")
    return blok


def _tekst(pad: Path) -> str:
    return bestand.lees(pad, MEESTE_BYTES).decode()


@lru_cache(maxsize=64)
def _ontleed(tekst: str, soort: str) -> object:
    """What a text says. Kept, because a `basis` is read for every file on it; who changes the answer, copies it."""
    return _yaml(soort).load(tekst)


def _op_regel(pad: Path, plek: Plek) -> str:
    """The line of a place in the file, as far as the file itself holds it (not its basis)."""
    deel = _ontleed(_tekst(pad), MET_REGELNUMMERS)
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
