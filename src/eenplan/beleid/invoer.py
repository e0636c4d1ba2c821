"""Situations as JSON: one object, or one per line, as other programs and policy advisers send them."""

import json
from collections.abc import Callable, Iterator
from typing import BinaryIO

from pydantic import ValidationError, create_model

from eenplan.beleid.boek import Beleidsboek
from eenplan.beleid.fouten import Beleidsfout, in_woorden
from eenplan.beleid.woordenschat import Situatie

Antwoord = Callable[[Situatie], str]
MEESTE_BYTES = 1_000_000  # of one situation; one with every key is a thousand times smaller
TE_GROOT = f"De invoer is te groot: een situatie is hooguit {MEESTE_BYTES // 1_000_000} MB."


class Lezer:
    """Reads situations of one municipality; the municipality may be left out, but may not differ."""

    def __init__(self, boek: Beleidsboek, gemeente: str) -> None:
        boek.paden(gemeente)
        self._boek = boek
        self._gemeente = gemeente
        self._klasse = create_model("Situatie", __base__=Situatie, gemeente=(str, gemeente))

    def situatie(self, tekst: bytes) -> Situatie:
        """One situation. Beleidsfout names the key and what is allowed."""
        try:
            situatie = self._klasse.model_validate_json(tekst)
        except ValidationError as fout:
            zinnen = in_woorden(fout, Situatie, _ontleed(tekst))
            raise Beleidsfout(*(f"{zin}." for _, zin in zinnen)) from fout
        if situatie.gemeente != self._gemeente:
            raise Beleidsfout(
                f"`gemeente`: '{situatie.gemeente}' is niet de gemeente van de opdracht; kies uit {self._gemeente}."
            )
        if situatie.wijk is not None or situatie.buurt is not None:
            self._boek.controleer_plaats(situatie)
        return situatie


def stukken(stroom: BinaryIO) -> Iterator[bytes]:
    """The pieces of the input that each hold one situation: a line, or the whole when one object spans lines.

    Beleidsfout when a piece is larger than a situation can be.
    """
    eerste = next(_regels(stroom), b"")
    if isinstance(_ontleed(eerste), dict):
        yield eerste
        yield from _regels(stroom)
        return
    alles = eerste + stroom.read(MEESTE_BYTES + 1)
    if len(alles) > MEESTE_BYTES:
        raise Beleidsfout(TE_GROOT)
    regels = [regel for regel in alles.splitlines() if regel.strip()]
    if isinstance(_ontleed(alles), dict) or not any(isinstance(_ontleed(r), dict) for r in regels):
        yield alles
    else:
        yield from regels


def _regels(stroom: BinaryIO) -> Iterator[bytes]:
    """The lines that hold something."""
    while regel := stroom.readline(MEESTE_BYTES + 1):
        if len(regel) > MEESTE_BYTES:
            raise Beleidsfout(TE_GROOT)
        if regel.strip():
            yield regel


def antwoorden(
    stroom: BinaryIO, lezer: Lezer, antwoord: Antwoord
) -> Iterator[tuple[str, str | None]]:
    """For each situation one line of JSON, and the sentence when it was wrong."""
    for stuk in stukken(stroom):
        try:
            yield antwoord(lezer.situatie(stuk)), None
        except Beleidsfout as fout:
            yield json.dumps({"fout": str(fout)}, ensure_ascii=False), str(fout)


def _ontleed(tekst: bytes) -> object:
    try:
        return json.loads(tekst)
    except (ValueError, RecursionError):
        return None
