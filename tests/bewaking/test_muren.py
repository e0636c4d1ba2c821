"""The walls between the rooms, as `pyproject.toml` words them, hold here and catch a planted offence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bewaking.hulp import PROJECT

pytestmark = pytest.mark.bewaking

BIN = Path(sys.executable).parent
ZUIVER = {
    "config/urls.py": "from eenplan.web import schermen\n",
    "web/schermen.py": "from eenplan.plannen import api\n",
    "plannen/api.py": "from eenplan.plannen.usecases import maak\n",
    "plannen/usecases.py": "from eenplan.plannen.models import Plan\nmaak = Plan\n",
    "plannen/models.py": "import django\nPlan = django\n",
    "plannen/regels.py": "from eenplan.platform import flow\n",
    "platform/flow.py": "",
}
OVERTREDINGEN = {
    "een kamer die niet in de lijst staat": ("geheimekamer/api.py", ""),
    "een lage kamer die een hoge kent": ("platform/flow.py", "from eenplan.plannen import api\n"),
    "dezelfde, verstopt in een functie": (
        "platform/klok.py",
        "def nu():\n    from eenplan.web import schermen\n    return schermen\n",
    ),
    "een scherm dat tabellen kent": ("web/lijst.py", "from eenplan.plannen.models import Plan\n"),
    "een scherm dat werkwoorden kent": (
        "web/lijst.py",
        "from eenplan.plannen.usecases import maak\n",
    ),
    "regels die Django kennen": ("plannen/regels.py", "import django\n"),
    "regels die via een ander Django kennen": (
        "plannen/regels.py",
        "from eenplan.plannen.models import Plan\n",
    ),
}


def _muren(plek: Path, bestanden: dict[str, str]) -> int:
    """Write a small house with our contracts around it; the exit status of import-linter."""
    for pad, inhoud in bestanden.items():
        bestand = plek / "eenplan" / pad
        bestand.parent.mkdir(parents=True, exist_ok=True)
        (bestand.parent / "__init__.py").touch()
        bestand.write_text(inhoud)
    (plek / "eenplan" / "__init__.py").touch()
    instellingen = plek / "muren.toml"
    instellingen.write_text((PROJECT / "pyproject.toml").read_text())
    return subprocess.run(
        [str(BIN / "lint-imports"), "--config", str(instellingen), "--no-cache"],
        cwd=plek,
        env={"PYTHONPATH": str(plek)},
        capture_output=True,
        check=False,
    ).returncode


def test_the_walls_stand() -> None:
    klaar = subprocess.run(
        [str(BIN / "lint-imports")], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert klaar.returncode == 0, klaar.stdout


def test_control_a_house_without_offences_passes(tmp_path: Path) -> None:
    assert _muren(tmp_path, ZUIVER) == 0


@pytest.mark.parametrize("overtreding", OVERTREDINGEN)
def test_control_each_offence_against_the_walls_is_caught(overtreding: str, tmp_path: Path) -> None:
    pad, inhoud = OVERTREDINGEN[overtreding]
    assert _muren(tmp_path, ZUIVER | {pad: inhoud}) != 0


@pytest.mark.parametrize(
    "regel",
    [
        "from django.apps import apps\napps.get_model('plannen', 'Plan')",
        "from django.db.models.signals import post_save",
    ],
)
def test_control_ways_around_the_walls_are_banned_by_name(regel: str) -> None:
    klaar = subprocess.run(
        [str(BIN / "ruff"), "check", "--select=TID251", "--stdin-filename=src/eenplan/plannen/x.py", "-"],
        input=regel + "\n",
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert klaar.returncode == 1
    assert "TID251" in klaar.stdout
