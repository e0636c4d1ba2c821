"""What a visitor typed so far, carried in the form itself: signed, so that it comes back as it went.

Not in a session and not in the address: nothing is kept about somebody who does not send their question.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.core import signing

from .formulieren import Voor

ZOUT = "eenplan.openbaar.vraag"
GELDIG = 12 * 60 * 60


@dataclass(frozen=True)
class Bewaard:
    """The answers on the pages already done."""

    gemeente: str
    voor: Voor
    kanaal: str = "web"
    vraag: dict[str, str] = field(default_factory=dict)
    persoon: dict[str, str] = field(default_factory=dict)

    def als_tekst(self) -> str:
        """For a hidden field."""
        velden = {
            "g": self.gemeente,
            "v": self.voor,
            "k": self.kanaal,
            "a": self.vraag,
            "b": self.persoon,
        }
        return signing.dumps(velden, salt=ZOUT, compress=True)


def lees(tekst: str, gemeente: str) -> Bewaard | None:
    """What a hidden field brought back; None when it is too old, changed or of another municipality."""
    try:
        velden = signing.loads(tekst, salt=ZOUT, max_age=GELDIG)
    except signing.BadSignature:
        return None
    if velden["g"] != gemeente:
        return None
    return Bewaard(gemeente, Voor(velden["v"]), velden["k"], velden["a"], velden["b"])
