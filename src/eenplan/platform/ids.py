"""Keys, made in the application so that nothing has to be read back after a blind write."""

from __future__ import annotations

import secrets
import time
from uuid import UUID, uuid4

TEKENS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without I, O, 0 and 1: read out over the phone


def nieuw_id() -> UUID:
    """A UUID version 7, to a quarter of a microsecond: new rows land side by side, in the order they were made."""
    milliseconden, rest = divmod(time.time_ns(), 1_000_000)
    deel = rest * 4096 // 1_000_000
    waarde = milliseconden << 80 | 0x7 << 76 | deel << 64 | 0x2 << 62 | secrets.randbits(62)
    return UUID(int=waarde)


def ondoorzichtig_id() -> UUID:
    """A random UUID for public addresses: it tells nothing, not even when it was made."""
    return uuid4()


def referentie() -> str:
    """A reference a resident can read out, such as `K7M-2QX-9FD`."""
    return als_referentie("".join(secrets.choice(TEKENS) for _ in range(9)))


def als_referentie(tekens: str) -> str:
    """Nine characters as a reference is written."""
    return "-".join((tekens[:3], tekens[3:6], tekens[6:]))
