"""What a use case says when it cannot go on: sentences for a person, at the field they belong to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence


class Geweigerd(Exception):
    """A refusal with one or more Dutch sentences. Nothing has been stored."""

    def __init__(self, *zinnen: str, velden: Mapping[str, str] | None = None) -> None:
        self.zinnen: Sequence[str] = zinnen or tuple((velden or {}).values())
        self.velden: Mapping[str, str] = velden or {}
        super().__init__(" ".join(self.zinnen))


class NietGevonden(Exception):
    """It does not exist, or this reader may not know that it does: the answer is the same."""


class Conflict(Exception):
    """Somebody saved this text first. Carries what is stored now, so that both can be shown (T19).

    `tekstvelden`: in which fields of the form one types, for the page that shows both.
    """

    tekstvelden: Collection[str] = ()

    def __init__(self, *, opgeslagen: str, door: str, versie: int) -> None:
        self.opgeslagen = opgeslagen
        self.door = door
        self.versie = versie
        super().__init__("Iemand anders heeft deze tekst intussen gewijzigd.")
