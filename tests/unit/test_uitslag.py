"""What the test run says at its end (`scripts/toets.py`)."""

from __future__ import annotations

from pathlib import Path

from scripts.toets import Uitslag

RAPPORT = """<testsuites><testsuite tests="3" failures="1" errors="1" skipped="0">
<testcase classname="tests.a" name="test_goed"/>
<testcase classname="tests.a" name="test_zakt"><failure message="assert 1 == 2&#10;links is 1">lang</failure></testcase>
<testcase classname="tests.b" name="test_valt"><error message="geen database">lang</error></testcase>
</testsuite></testsuites>"""


def test_what_failed_is_told_by_name_with_its_reason(tmp_path: Path) -> None:
    rapport = tmp_path / "toets-postgresql-18.xml"
    rapport.write_text(RAPPORT)
    uitslag = Uitslag()
    uitslag.tel(rapport)
    assert (uitslag.geslaagd, uitslag.gezakt) == (1, 2)
    assert uitslag.namen == [
        "toets-postgresql-18: tests.a::test_zakt: assert 1 == 2 links is 1",
        "toets-postgresql-18: tests.b::test_valt: geen database",
    ]


def test_a_run_that_left_no_report_is_a_failure(tmp_path: Path) -> None:
    uitslag = Uitslag()
    uitslag.tel(tmp_path / "toets-er-niet.xml")
    assert uitslag.gezakt == 1
