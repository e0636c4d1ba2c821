"""A new municipality is a new file, and nothing else (X1)."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from eenplan.beleid import api
from eenplan.beleid.boek import WET
from eenplan.beleid.controle import controleer
from eenplan.beleid.schema import BESTAND, schema
from tests.unit.beleid.conftest import MODELLEN

BRON = Path(__file__).parents[3] / "src" / "eenplan"
DUINSTEDE = Path(__file__).parent / "duinstede.yaml"


@pytest.fixture
def duinstede(modellen: Path) -> Path:
    pad = modellen / "duinstede" / "2024-01-01.yaml"
    pad.parent.mkdir()
    shutil.copy(DUINSTEDE, pad)
    return pad


def _situatie(**waarden: object) -> api.Situatie:
    return api.situatie(
        {"gemeente": "duinstede", "op": "2025-06-30", "wet": "wmo", "leeftijd": 85} | waarden
    )


def test_an_invented_sixth_municipality_is_checked_and_listed(duinstede: Path) -> None:
    """X1: only the file was added."""
    assert controleer(duinstede.parents[1]).fouten == ()
    assert "duinstede" in api.gemeenten()


def test_an_invented_sixth_municipality_routes_by_its_own_areas(duinstede: Path) -> None:
    """X1: its own wijken, party and teams."""
    assert api.routeer(_situatie(wijk="oost")).team == "team-oost"
    assert api.routeer(_situatie(wijk="west", vraag="vervoer")).partij == "gemeente"
    assert api.routeer(_situatie()).team is None


def test_an_invented_sixth_municipality_decides_by_its_own_rows_and_dates(duinstede: Path) -> None:
    """X1: a date inside a row counts from that day, and the law still goes first."""
    assert api.beslis(_situatie()).document == "toekenningsbeschikking"
    assert api.beslis(_situatie()).eigen_bijdrage
    assert api.beslis(_situatie(op="2025-07-01")).document == "verwijsbrief"
    assert api.beslis(_situatie(oordeel_inwoner="weigert_aanbod")).regel == "3"
    assert api.beslis(_situatie(spoed=True)).regel == "W3"
    assert api.beslis(_situatie(oordeel_inwoner="niet_gevraagd")).beslist_door == "wijkteam"
    assert "geen toegangsmodel" in _zin(op=dt.date(2023, 12, 31))


def _zin(**waarden: object) -> str:
    with pytest.raises(api.Beleidsfout) as fout:
        _situatie(**waarden)
    return str(fout.value)


def _namen() -> list[str]:
    """Municipalities and organisations, as they are written in the policy files."""
    namen = [map_.name for map_ in MODELLEN.iterdir() if map_.is_dir() and map_.name != WET]
    modellen = [api.versies(naam)[-1] for naam in namen]
    partijen = [
        p.naam for m in modellen for p in m.partijen if p.soort in ("consortium", "cooperatie")
    ]
    return [*namen, *(m.naam for m in modellen), *partijen]


def _genoemd(tekst: str, namen: list[str]) -> list[str]:
    """The names in a text; `utrecht-button` and the like are components of the NL Design System."""
    return [
        naam
        for naam in namen
        if re.search(rf"\b{re.escape(naam)}\b(?!-[a-z])", tekst, re.IGNORECASE)
    ]


# Invented people and a choice of scenes for the demo are data too, kept with the demo.
DATA_IN_CODE = ("demo",)


def test_no_municipality_is_named_in_code() -> None:
    """X1: nothing about a municipality lives in code."""
    namen = _namen()
    gevonden = {
        str(pad.relative_to(BRON)): _genoemd(pad.read_text(encoding="utf-8"), namen)
        for pad in BRON.rglob("*.py")
        if pad.relative_to(BRON).parts[0] not in DATA_IN_CODE
    }
    assert {pad: wat for pad, wat in gevonden.items() if wat} == {}


def test_a_municipality_that_is_named_in_code_is_found() -> None:
    """Control."""
    assert _genoemd("if gemeente == 'utrecht':", _namen())
    assert not _genoemd("if gemeente == model.sleutel:", _namen())


def test_the_schema_in_the_repository_is_the_one_of_the_classes() -> None:
    """Made by `python -m eenplan.beleid.schema`; run that after a change to the classes."""
    assert (MODELLEN / BESTAND).read_text(encoding="utf-8") == schema()
