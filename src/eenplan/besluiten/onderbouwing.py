"""The first draft of why: what was written in the conversation and at the steps, in order, each with its topic. Pure.

The writer reads and changes it: it is a draft of a reasoning, not the reasoning (Awb 3:46). Nothing in it makes a
letter say "ik": what was written down in the first person stands between quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eenplan.beleid import api as beleid
from eenplan.onderzoeken.api import in_gespreksvolgorde
from eenplan.plannen.regels import Laag

OPZET = "(Opzet uit het dossier. Maak er uw eigen uitleg van, en haal deze regel weg.)"
"""Above every draft: while it stands there the paper does not leave, so that nobody sends what they did not read."""
_IK = re.compile(r"\b(ik|ikzelf|mij|mijn|me|mezelf)\b", re.IGNORECASE)
_AAN_U = {Laag.EIGEN_KRACHT: "wat u zelf doet"}
"""A step whose name in the plan is the resident's own word ("ik"), as a letter says it."""
# Under which element of a Wmo refusal something belongs. What one pays (letter g) is no reason to refuse.
_PLEK_VAN_LETTER = {
    "a": "nodig",
    "b": "eigen_kracht",
    "c": "huisgenoten_en_netwerk",
    "d": "huisgenoten_en_netwerk",
    "e": "algemeen",
    "f": "algemeen",
}
_PLEK_VAN_TREDE = {
    Laag.EIGEN_KRACHT: "eigen_kracht",
    Laag.NETWERK: "huisgenoten_en_netwerk",
    Laag.VRIJWILLIGER: "huisgenoten_en_netwerk",
}
_JEUGD = {"huisgenoten_en_netwerk": "eigen_kracht", "algemeen": "nodig"}
"""Where the same stands in a refusal under the Jeugdwet, which has fewer elements."""


@dataclass(frozen=True, slots=True)
class Opgeschreven:
    """What was written down, as the file has it: per topic, per step of the ladder, what was concluded and judged."""

    onderwerpen: Mapping[str, str]
    conclusie: str
    treden: Mapping[Laag, str]
    consulent: str = ""


def toelichting(wat: Opgeschreven, wet: beleid.Wetboek) -> str:
    """The draft of why a grant is needed. Who gives the help reads it too, so the conversation itself stays out."""
    return _als_opzet(_alineas((*_conclusie(wat), *_treden(wat, wet), *_consulent(wat))))


def motivering(wat: Opgeschreven, wet: beleid.Wetboek, sleutels: Sequence[str]) -> dict[str, str]:
    """The draft of a refusal, per element with this key; an element about which nothing was written stays empty."""
    regels = (
        *_onderwerpen(wat, wet),
        *_conclusie(wat),
        *_treden(wat, wet),
        *_consulent(wat),
    )
    plekken = dict.fromkeys(plek for plek, _, _ in regels)
    delen = {plek: _alineas(r for r in regels if r[0] == plek) for plek in plekken}
    return {sleutel: _als_opzet(tekst) for sleutel, tekst in verdeel(delen, sleutels).items()}


def verdeel(delen: Mapping[str, str], sleutels: Sequence[str]) -> dict[str, str]:
    """The same text under the elements of another law, in order; nothing that was written is lost."""
    uit: dict[str, str] = {}
    for plek, tekst in delen.items():
        sleutel = plek if plek in sleutels else _JEUGD.get(plek, plek)
        eerder = uit.get(sleutel, "")
        if OPZET in eerder:
            tekst = tekst.removeprefix(OPZET).strip()
        uit[sleutel] = "\n\n".join(filter(None, (eerder, tekst)))
    return uit


_Regel = tuple[str, str, str]  # element, topic, text


def _onderwerpen(wat: Opgeschreven, wet: beleid.Wetboek) -> Iterator[_Regel]:
    op_sleutel = {o.sleutel: o for o in wet.gespreksonderwerpen}
    for sleutel in in_gespreksvolgorde([(o.letter, o.sleutel) for o in op_sleutel.values()]):
        onderwerp = op_sleutel[sleutel]
        if (
            tekst := wat.onderwerpen.get(sleutel, "")
            if onderwerp.letter in _PLEK_VAN_LETTER
            else ""
        ):
            yield _PLEK_VAN_LETTER[onderwerp.letter], onderwerp.naam, tekst


def _conclusie(wat: Opgeschreven) -> Iterator[_Regel]:
    yield "nodig", "conclusie van het onderzoek", wat.conclusie


def _consulent(wat: Opgeschreven) -> Iterator[_Regel]:
    yield "nodig", "wat de consulent vindt", wat.consulent


def _treden(wat: Opgeschreven, wet: beleid.Wetboek) -> Iterator[_Regel]:
    """The ladder, lightest step first, whatever the order in which the reasons were kept."""
    namen = {Laag(t.laag): t.naam for t in wet.treden} | _AAN_U
    for laag in Laag:
        yield _PLEK_VAN_TREDE.get(laag, "algemeen"), namen[laag], wat.treden.get(laag, "")


def _alineas(regels: Iterable[_Regel]) -> str:
    return "\n\n".join(
        f"{onderwerp[:1].upper()}{onderwerp[1:]}: {_aan_u(tekst.strip())}"
        for _, onderwerp, tekst in regels
        if tekst.strip()
    )


def _als_opzet(tekst: str) -> str:
    return f"{OPZET}\n\n{tekst}" if tekst else ""


def _aan_u(tekst: str) -> str:
    """The words as they are, and as a quotation where they are somebody's "ik"."""
    return f"zo is het opgeschreven: “{tekst}”" if _IK.search(tekst) else tekst
