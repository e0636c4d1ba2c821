"""The bundle: unused variables go, used ones stay, and a heavy first visit is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import bouw_frontend
from scripts.bouw_frontend import BouwFout, without_unused_variables


def test_a_variable_that_nothing_uses_is_dropped() -> None:
    css = ".t{--a:1px;--b:2px}p{margin:var(--a)}"
    assert without_unused_variables(css) == ".t{--a:1px;}p{margin:var(--a)}"


def test_a_chain_of_variables_stays_whole_or_goes_whole() -> None:
    css = ".t{--a:var(--b);--b:var(--c);--c:red;--x:var(--y);--y:blue}p{color:var(--a)}"
    assert (
        without_unused_variables(css) == ".t{--a:var(--b);--b:var(--c);--c:red;}p{color:var(--a)}"
    )


def test_a_fallback_counts_as_use() -> None:
    css = ".t{--a:1;--b:2}p{order:var(--z,var(--a))}"
    assert without_unused_variables(css) == ".t{--a:1;}p{order:var(--z,var(--a))}"


def test_a_value_in_quotes_may_hold_a_semicolon() -> None:
    css = '.t{--a:"x;}y";--b:1}p::before{content:var(--a)}'
    assert without_unused_variables(css) == '.t{--a:"x;}y";}p::before{content:var(--a)}'


def test_the_bundle_keeps_every_variable_it_asks_for() -> None:
    """Control on the real bundle: pruning twice changes nothing, and no own variable is missing."""
    css = (bouw_frontend.BUNDEL / "eenplan" / "eenplan.css").read_text()
    assert without_unused_variables(css) == css
    asked = {name for name in bouw_frontend.USE.findall(css) if name.startswith("--ep-")}
    defined = {hit.group(1) for hit in bouw_frontend.DEFINITION.finditer(css)}
    assert asked
    assert asked <= defined


def test_the_first_visit_stays_under_the_yardstick() -> None:
    assert "compressed" in bouw_frontend.weigh()


@pytest.mark.parametrize("limiet", ["MAX_FIRST_VISIT", "MAX_FONT"])
def test_a_first_visit_that_is_too_heavy_is_refused(
    monkeypatch: pytest.MonkeyPatch, limiet: str
) -> None:
    monkeypatch.setattr(bouw_frontend, limiet, 10_000)
    with pytest.raises(BouwFout, match="te zwaar"):
        bouw_frontend.weigh()


def test_a_failing_command_gives_a_sentence_and_its_cause(tmp_path: Path) -> None:
    with pytest.raises(BouwFout, match=r"Dat ging mis\.\n.*geen-map"):
        bouw_frontend.run(["ls", "geen-map"], "Dat ging mis.", tmp_path)


def test_an_unchanged_input_is_recognised_and_a_changed_one_is_not(tmp_path: Path) -> None:
    assert not bouw_frontend.stamped(tmp_path, "a")
    (tmp_path / ".stempel").write_text("a")
    assert bouw_frontend.stamped(tmp_path, "a")
    assert not bouw_frontend.stamped(tmp_path, "b")
