"""Every address of the application, found by walking the whole tree of patterns, included ones too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver
from django.urls.converters import UUIDConverter
from django.urls.resolvers import RoutePattern


@dataclass(frozen=True)
class Adres:
    """One address: its parts from root to leaf, its name, and its rule if it declared one."""

    delen: tuple[URLPattern | URLResolver, ...]

    @property
    def blad(self) -> URLPattern:
        """The pattern that names the view."""
        blad = self.delen[-1]
        assert isinstance(blad, URLPattern)
        return blad

    @property
    def route(self) -> str:
        """The address as it is written down."""
        return "/" + "".join(str(deel.pattern) for deel in self.delen)

    @property
    def wie(self) -> frozenset[str] | None:
        """Who may come there, as `scherm()` declared it; None when nobody said."""
        wie = getattr(self.blad.callback, "wie", None)
        return wie if isinstance(wie, frozenset) and wie else None

    @property
    def alleen_sleutels(self) -> bool:
        """Whether keys of files are all that the address leaves open."""
        return self.route.count("<") == len(self.sleutels)

    @property
    def sleutels(self) -> Sequence[str]:
        """The names of the keys of files in the address."""
        return [
            naam
            for deel in self.delen
            if isinstance(deel.pattern, RoutePattern)
            for naam, soort in deel.pattern.converters.items()
            if isinstance(soort, UUIDConverter)
        ]


def alle(patronen: Iterable[URLPattern | URLResolver]) -> Iterator[Adres]:
    """Every address under these patterns."""
    for patroon in patronen:
        yield from _onder((patroon,))


def _onder(pad: tuple[URLPattern | URLResolver, ...]) -> Iterator[Adres]:
    laatste = pad[-1]
    if isinstance(laatste, URLPattern):
        yield Adres(pad)
        return
    for kind in laatste.url_patterns:
        yield from _onder((*pad, kind))


def zonder_regel(patronen: Iterable[URLPattern | URLResolver]) -> list[str]:
    """The addresses that did not declare who may come there."""
    return [adres.route for adres in alle(patronen) if adres.wie is None]
