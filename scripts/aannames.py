"""The list of what the policy files assume: every `aanname` with its reason, for `docs/aannames.md`."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from eenplan.beleid import api
from eenplan.beleid.bouwstenen import Herkomst

KOP = """# Wat wij aannemen

Elke regel in een beleidsbestand heeft een bron, of is een aanname met een reden. Dit zijn alle aannames: eerst die over
de wet en over formulieren, dan die per gemeente (de nieuwste versie). Weet u het beter? Verander het bestand en noem uw
bron.
"""
NAMEN = ("sleutel", "regel", "code", "van", "formulier", "veld")


def lijst() -> str:
    """The whole document."""
    delen = [("De wet", list(_aannames(api.boek().wetten[-1])))]
    delen.append(("Waarom formulieren iets vragen", list(_aannames(api.boek().velden))))
    for gemeente in api.gemeenten():
        model = api.versies(gemeente)[-1]
        delen.append((f"{model.naam} (vanaf {model.geldig_vanaf})", list(_aannames(model))))
    return KOP + "".join(_hoofdstuk(naam, rijen) for naam, rijen in delen)


def _aannames(deel: object, plek: tuple[str, ...] = ()) -> Iterator[tuple[str, str, str]]:
    """(part of the file, line of it, reason), in the order of the file."""
    if isinstance(deel, Herkomst) and deel.reden is not None:
        yield plek[0] if plek else "", " ".join(plek[1:]), deel.reden
    if isinstance(deel, BaseModel):
        for sleutel in type(deel).model_fields:
            yield from _aannames(getattr(deel, sleutel), (*plek, sleutel))
    elif isinstance(deel, tuple):
        for onderdeel in deel:
            yield from _aannames(onderdeel, (*plek, _naam(onderdeel)))


def _naam(onderdeel: object) -> str:
    return next((str(w) for n in NAMEN if (w := getattr(onderdeel, n, None)) is not None), "")


def _hoofdstuk(naam: str, rijen: list[tuple[str, str, str]]) -> str:
    """One table; lines of one part with one reason share a row."""
    samen: dict[tuple[str, str], list[str]] = {}
    for onderdeel, regel, reden in rijen:
        samen.setdefault((onderdeel, reden), []).append(regel)
    regels = [
        f"| `{onderdeel}` | {', '.join(filter(None, namen))} | {reden} |"
        for (onderdeel, reden), namen in samen.items()
    ]
    kop = ["", f"## {naam}", "", "| onderdeel | welke | reden |", "|---|---|---|"]
    return "\n".join([*kop, *regels]) + "\n"
