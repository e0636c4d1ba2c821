"""Every look in the repository is right, belongs to a municipality there is, and hangs on the theme."""

from __future__ import annotations

import re

import pytest

from eenplan.beleid import api as beleid
from scripts import uiterlijk
from tests.bewaking.hulp import PROJECT, geen, met

pytestmark = pytest.mark.bewaking
TOKENS = PROJECT / "frontend" / "tokens"


def zonder_gemeente(namen: list[str], gemeenten: tuple[str, ...]) -> list[str]:
    """Looks of a municipality nobody knows: a mistake in the name, or one that is gone."""
    return [n for n in namen if n != uiterlijk.EIGEN and n not in gemeenten]


def ongebruikt(namen: frozenset[str], opmaak: str) -> list[str]:
    """Tokens that no style sheet asks for: who sets one would wait for something to change."""
    gevraagd = set(re.findall(rf"var\({uiterlijk.VOORVOEGSEL}([\w-]+)\)", opmaak))
    return sorted(namen - gevraagd) + sorted(f"onbekend: {n}" for n in gevraagd - namen)


def test_every_look_is_right() -> None:
    geen(list(uiterlijk.controleer(TOKENS)))


def test_every_look_belongs_to_a_municipality() -> None:
    geen(zonder_gemeente([p.stem for p in uiterlijk.bestanden(TOKENS)], beleid.gemeenten()))


def test_every_token_changes_something() -> None:
    namen = uiterlijk.tokens((TOKENS / "eenplan.css").read_text())
    geen(ongebruikt(namen, "".join(met(".css", "frontend/css/").values())))


def test_control_a_lost_look_and_a_token_nobody_asks_for_are_found() -> None:
    assert zonder_gemeente(["eenplan", "utrecht", "utrcht"], ("utrecht",)) == ["utrcht"]
    opmaak = "a{color:var(--uiterlijk-accent);margin:var(--uiterlijk-wit)}"
    assert ongebruikt(frozenset({"accent", "hoek"}), opmaak) == ["hoek", "onbekend: wit"]
