"""The file of a backup: age (X25519, ChaCha20-Poly1305) around a line of JSON and a dump of PostgreSQL.

The machine that makes backups knows only the public key, so whoever takes it over cannot read old backups. Nothing
unencrypted touches the disk: the dump is a stream from `pg_dump` into the file, and from the file into `pg_restore`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import IO, Any, Protocol

import pyrage  # type: ignore[import-untyped]  # a compiled module without stubs

KOP = b"eenplan-reservekopie-1\n"
GROOTSTE_REGEL = 64 * 1024 * 1024


class ArchiefFout(Exception):
    """A backup cannot be read or made; the text is a Dutch sentence that says what to do."""


class Schrijver(Protocol):
    """Where bytes go."""

    def write(self, stuk: bytes, /) -> int: ...

    def flush(self) -> None: ...


class _Bron:
    """What goes into the file: the head and the description, then the dump."""

    def __init__(self, begin: bytes, dump: IO[bytes]) -> None:
        self._begin, self._dump = begin, dump

    def read(self, hoeveel: int = -1) -> bytes:
        if self._begin:
            stuk, self._begin = self._begin[:hoeveel], self._begin[hoeveel:]
            return stuk
        return self._dump.read(hoeveel)


class _Uitloop:
    """What comes out of the file: hands over the description as soon as it is whole, then passes on the dump."""

    def __init__(self, begonnen: Callable[[dict[str, Any]], Schrijver]) -> None:
        self._begonnen = begonnen
        self._begin = b""
        self._verder: Schrijver | None = None

    def write(self, stuk: bytes) -> int:
        if self._verder is None:
            self._lees_begin(bytes(stuk))
        else:
            self._verder.write(stuk)
        return len(stuk)

    def _lees_begin(self, stuk: bytes) -> None:
        self._begin += stuk
        if not self._begin.startswith(KOP[: len(self._begin)]):
            raise ArchiefFout("Dit bestand is geen reservekopie van Eenplan.")
        if self._begin.count(b"\n") < 2:
            if len(self._begin) > GROOTSTE_REGEL:
                raise ArchiefFout("De beschrijving in deze reservekopie is te groot.")
            return
        _, regel, rest = self._begin.split(b"\n", 2)
        self._verder = self._begonnen(_beschrijving(regel))
        self._verder.write(rest)

    def flush(self) -> None:
        if self._verder is not None:
            self._verder.flush()

    @property
    def heel(self) -> bool:
        """Whether the description was there."""
        return self._verder is not None


def _beschrijving(regel: bytes) -> dict[str, Any]:
    """What the line says, when it is a description at all. Raises ValueError."""
    try:
        gelezen = json.loads(regel)
    except RecursionError as fout:
        raise ValueError("nested too deep") from fout
    if not isinstance(gelezen, dict) or not {"sleutels", "afdruk"} <= gelezen.keys():
        raise ValueError("no description")
    return gelezen


def nieuwe_sleutel() -> tuple[str, str]:
    """A key pair: the secret one (keep it elsewhere) and the public one."""
    sleutel = pyrage.x25519.Identity.generate()
    return str(sleutel), str(sleutel.to_public())


def schrijf(doel: IO[bytes], *, aan: str, beschrijving: dict[str, Any], dump: IO[bytes]) -> None:
    """Encrypt description and dump for the public key `aan`. Raises ArchiefFout, OSError."""
    try:
        ontvanger = pyrage.x25519.Recipient.from_str(aan)
    except pyrage.RecipientError as fout:
        raise ArchiefFout(
            "De publieke sleutel voor reservekopieën is beschadigd. Maak een nieuwe met `eenplan reservesleutel`."
        ) from fout
    begin = KOP + json.dumps(beschrijving, sort_keys=True).encode() + b"\n"
    pyrage.encrypt_io(_Bron(begin, dump), doel, [ontvanger])


def lees(bron: IO[bytes], *, sleutel: str, begonnen: Callable[[dict[str, Any]], Schrijver]) -> None:
    """Decrypt: `begonnen` gets the description and says where the dump goes. Raises ArchiefFout.

    Every part of the file is authenticated before it is passed on; a changed or shortened file ends in ArchiefFout.
    """
    try:
        geheim = pyrage.x25519.Identity.from_str(sleutel)
    except pyrage.IdentityError as fout:
        raise ArchiefFout("In het sleutelbestand staat geen bruikbare sleutel.") from fout
    uit = _Uitloop(begonnen)
    try:
        pyrage.decrypt_io(bron, uit, [geheim])
    except pyrage.DecryptError as fout:
        raise ArchiefFout(
            "Deze reservekopie is niet te openen met deze sleutel, of het is geen reservekopie."
        ) from fout
    except ValueError as fout:
        raise ArchiefFout("De beschrijving in deze reservekopie is niet te lezen.") from fout
    except OSError as fout:
        if fout.errno is not None:
            raise
        raise ArchiefFout(
            "Deze reservekopie is beschadigd of niet volledig. Gebruik een andere reservekopie."
        ) from fout
    if not uit.heel:
        raise ArchiefFout("Deze reservekopie is leeg.")
