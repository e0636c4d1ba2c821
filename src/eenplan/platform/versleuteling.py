"""Encrypted fields: AES-GCM with a key id, bound to the row it belongs to; and keyed look-up values (docs/adr/0010).

A plain hash of a BSN protects nothing: there are fewer than a thousand million of them. The look-up value is an HMAC
with a key per municipality that the database never holds.
"""

from __future__ import annotations

import hmac
import os
from functools import lru_cache
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from . import geheimen


class OnleesbareWaarde(Exception):
    """The value was changed, moved to another row, or encrypted under a key that is gone."""


@lru_cache(maxsize=1)
def _geheimen() -> geheimen.Geheimen:
    return geheimen.lees()


@lru_cache
def _kluis(sleutel: bytes) -> AESGCM:
    """What encrypts under this key; making it anew takes as long as encrypting."""
    return AESGCM(sleutel)


def versleutel(tekst: str, *, rij: UUID) -> bytes:
    """Encrypt a text for this row."""
    return versleutel_bytes(tekst.encode(), rij=rij)


def ontsleutel(waarde: bytes | memoryview | None, *, rij: UUID) -> str:
    """Decrypt what belongs to this row; empty for None. Raises OnleesbareWaarde."""
    return "" if waarde is None else ontsleutel_bytes(waarde, rij=rij).decode()


def versleutel_bytes(inhoud: bytes, *, rij: UUID) -> bytes:
    """Encrypt a file for this row: key id, a zero byte, nonce, ciphertext."""
    sleutel_id = _geheimen().actieve_sleutel
    nonce = os.urandom(12)
    geheim = _kluis(_geheimen().sleutels[sleutel_id]).encrypt(nonce, inhoud, rij.bytes)
    return sleutel_id.encode() + b"\0" + nonce + geheim


def ontsleutel_bytes(waarde: bytes | memoryview, *, rij: UUID) -> bytes:
    """Decrypt the file of this row. Raises OnleesbareWaarde."""
    sleutel_id, _, rest = bytes(waarde).partition(b"\0")
    try:
        kluis = _kluis(_geheimen().sleutels[sleutel_id.decode()])
        return kluis.decrypt(rest[:12], rest[12:], rij.bytes)
    except (InvalidTag, KeyError, ValueError) as fout:
        raise OnleesbareWaarde("een versleutelde waarde kan niet worden gelezen") from fout


def inlogsleutel() -> bytes:
    """The key that proves to the database that the application, and not only somebody with SQL, signs a person in."""
    return hmac.digest(_geheimen().hmac_sleutel, b"inloggen", sha256)


def zoeksleutel(waarde: str, *, gemeente: UUID) -> bytes:
    """The blind index of a value within one municipality: equal values give equal keys, nothing else shows."""
    per_gemeente = hmac.digest(_geheimen().hmac_sleutel, gemeente.bytes, sha256)
    return hmac.digest(per_gemeente, waarde.encode(), sha256)
