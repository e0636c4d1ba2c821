"""What of the tests runs on PostgreSQL 15 too (`tests/pgplugin.py`)."""

from __future__ import annotations

from pathlib import Path

from tests.pgplugin import NIET_VAN_DE_SERVER, PROJECT, VAN_DE_SERVER, kan_verschillen


def test_what_asks_the_server_itself_runs_whole() -> None:
    for bestand in (
        "tests/integration/platform/test_rechten.py",
        "tests/integration/web/test_mijn_sql.py",
    ):
        assert all(kan_verschillen(Path(bestand), f"test_{n}", {}) for n in range(9))


def test_every_other_file_runs_two_tests_and_of_each_its_first_case() -> None:
    gekozen: dict[Path, set[str]] = {}
    kamer = Path("tests/integration/plannen/test_plan.py")
    uitkomst = [kan_verschillen(kamer, test, gekozen) for test in ("a", "a", "b", "b", "c")]
    assert uitkomst == [True, False, True, False, False]


def test_every_part_of_the_choice_still_points_at_tests() -> None:
    """A folder that moved would drop out without a word."""
    leeg = [patroon for patroon in VAN_DE_SERVER if not list(PROJECT.glob(patroon))]
    assert leeg == []


def test_the_walk_along_every_page_of_the_demo_is_made_once() -> None:
    bestand = PROJECT / NIET_VAN_DE_SERVER
    assert bestand.exists()
    assert not kan_verschillen(bestand, "test_a", {})
