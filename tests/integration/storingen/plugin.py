"""Run tests with every act of theirs tried on the way: `make bewijs` does it for the tests of the rooms.

`pytest -p tests.integration.storingen.plugin <folders>`: what the tests walk through is what is tried, so that a new
use case with a test is tried by itself; one without is a failure at the end.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from eenplan.proef.uitslag import Controle, Controleproef, bewaar
from tests.integration.storingen import halverwege
from tests.integration.storingen.afdruk import maak_functie
from tests.integration.storingen.deuren import atomaire_deuren
from tests.pgplugin import DBFIXTURES, PROJECT, verbind_beheer

KEREN = 2  # how often an act is tried: the second time often in another state
UITSLAG = PROJECT / "bench" / "halverwege.json"
OPDRACHT = "make bewijs"

_geslaagd: set[str] = set()
_proef = halverwege.Proef(halverwege.alle, KEREN)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Around each test that has a database."""
    if not DBFIXTURES & set(pyfuncitem.fixturenames):
        return (yield)
    with verbind_beheer() as beheer:
        maak_functie(beheer)
    with _proef.aan_elke_deur():
        return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what passed: the control is one of the tests of the campaign."""
    if report.when == "call" and report.passed:
        _geslaagd.add(report.nodeid.rpartition("::")[2])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail when something stayed half or was never tried; else write what was tried."""
    verslag = _proef.verslag
    nooit = sorted(atomaire_deuren() - set(verslag.geprobeerd) - verslag.leest)
    for zin in [*verslag.half, *(f"{naam}: nooit geprobeerd" for naam in nooit)]:
        print(f"\nFOUT {zin}")
    if verslag.half or nooit:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    _bewaar(verslag, Path(os.environ.get("EENPLAN_BEWIJS", UITSLAG)))


def _bewaar(verslag: halverwege.Verslag, naar: Path) -> None:
    keren = sum(verslag.geprobeerd.values())
    slecht = {zin.split(":")[0] for zin in verslag.half}
    bewaar(
        naar,
        zaad=0,
        opdracht=OPDRACHT,
        controles=[
            Controle(
                "Handelingen die iets opslaan",
                len(verslag.geprobeerd),
                len(set(verslag.geprobeerd) - slecht),
                "Elke opdracht ervan is een keer mislukt.",
            ),
            Controle(
                "Mislukte opdrachten",
                keren,
                keren - len(verslag.half),
                "Daarna was alles zoals ervoor. Alleen het leeslog houdt bij wie er keek.",
            ),
        ],
        controle_proef=[
            Controleproef(
                "een handeling die niet in haar geheel wordt teruggedraaid",
                betrapt="test_control_an_act_that_is_not_undone_as_a_whole_is_noticed[not atomic]"
                in _geslaagd,
                uitleg="Half werk valt op.",
            )
        ],
    )
