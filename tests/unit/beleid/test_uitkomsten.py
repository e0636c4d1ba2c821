"""Outcomes are proved against a second implementation: over every class of situations, and over random ones."""

import datetime as dt
import random
from collections.abc import Iterator

import pytest

from eenplan.beleid import api, woordenschat
from eenplan.beleid.beslissen import Beslistabel, gebieden_van
from eenplan.beleid.tabel import Klassen, cellen_per_sleutel
from eenplan.beleid.woordenschat import Situatie
from tests.unit.beleid import orakel

GEMEENTEN = tuple(orakel.TABELLEN)
AANTAL = 100_000


def _alle_klassen(tabel: Beslistabel) -> Iterator[Situatie]:
    """One situation for every class that the cells of the rows tell apart."""
    cellen = cellen_per_sleutel(c for rij in tabel.rijen for c in rij.als)
    cellen |= {s: [("nodig",), ("niet_nodig",)] for s in ("oordeel_team",)}
    cellen["oordeel_inwoner"] = [(w,) for w in woordenschat.GESLOTEN["oordeel_inwoner"]]
    cellen["stap"] = [("consulent",)]
    for voorbeeld in Klassen(cellen, gebieden_van(tabel.model)).alle():
        yield Situatie.model_validate(
            {"gemeente": tabel.model.sleutel, "op": tabel.op, **voorbeeld}
        )


def _willekeurig(dobbelsteen: random.Random, gemeente: str) -> Situatie:
    eerste = api.versies(gemeente)[0].geldig_vanaf
    op = eerste + dt.timedelta(days=dobbelsteen.randrange(1500))
    waarden = {sleutel: dobbelsteen.choice(w) for sleutel, w in woordenschat.GESLOTEN.items()}
    if dobbelsteen.random() < 0.5:
        waarden["leeftijd"] = dobbelsteen.choice((None, 11, 12, 15, 16, 17, 18, 66, 67))
    return Situatie.model_validate({"gemeente": gemeente, "op": op, **waarden})


def _vergelijk(situatie: Situatie) -> None:
    b = api.beslis(situatie)
    gegeven = (
        b.document,
        b.vervolg,
        b.beslist_door,
        b.eigen_bijdrage,
        b.start,
        b.rechtsgang,
        b.regel,
    )
    verwacht = orakel.beslis(situatie)
    assert gegeven == verwacht, situatie
    assert {w.code for w in b.let_op} == orakel.let_op(situatie, verwacht), situatie


@pytest.mark.parametrize("gemeente", GEMEENTEN)
def test_every_class_of_situations_gets_the_outcome_of_the_text(gemeente: str) -> None:
    """X1: exhaustive over what the rows tell apart, on every stretch of dates."""
    aantal = 0
    _, tabellen = api.boek()._tabellen(gemeente, None)
    for tabel in tabellen:
        for situatie in _alle_klassen(tabel):
            _vergelijk(situatie)
            aantal += 1
    assert aantal > 1000


@pytest.mark.parametrize("gemeente", GEMEENTEN)
def test_random_situations_get_the_outcome_route_and_warnings_of_the_text(gemeente: str) -> None:
    """X1, X13: 100,000 random situations over the five municipalities."""
    dobbelsteen = random.Random(gemeente)
    for _ in range(AANTAL // len(GEMEENTEN)):
        situatie = _willekeurig(dobbelsteen, gemeente)
        _vergelijk(situatie)


@pytest.mark.parametrize("gemeente", GEMEENTEN)
def test_random_situations_land_with_the_party_and_team_of_the_text(gemeente: str) -> None:
    """U2, L2, D1, K1, H2: who takes the question, and which kind of team."""
    dobbelsteen = random.Random(gemeente)
    for _ in range(4000):
        s = _willekeurig(dobbelsteen, gemeente)
        model = api.model(gemeente, s.op)
        wijk = dobbelsteen.choice(model.indeling.wijken)
        s = s.model_copy(update={"wijk": wijk.sleutel})
        route = api.routeer(s)
        team = model.team_op_sleutel[route.team].soort if route.team else None
        assert (route.partij, team) == orakel.routeer(s), s


def test_the_comparison_catches_a_row_that_was_changed_by_mistake() -> None:
    """Control: the same comparison must fail when one row says something else."""
    tabel = api.boek().tabel("utrecht", dt.date(2026, 1, 1))
    rij = tabel.model.regel_op_nummer["5"]
    fout = rij.model_copy(update={"dan": rij.dan.model_copy(update={"start": "na_akkoord"})})
    rijen = tuple(fout if r.regel == "5" else r for r in tabel.model.beslistabel)
    kapot = Beslistabel(tabel.wet, tabel.model.model_copy(update={"beslistabel": rijen}), tabel.op)
    anders = [s for s in _alle_klassen(tabel) if kapot.beslis(s).start != orakel.beslis(s)[4]]
    assert anders


def test_scenario_three_of_deventer_lets_the_provider_decide_rows_seven_and_eight() -> None:
    """D12: a variant file; all other rows are those of the municipality's own file."""
    dobbelsteen = random.Random("scenario")
    for _ in range(3000):
        s = _willekeurig(dobbelsteen, "deventer")
        b = api.boek().beslis(s, "scenario-3")
        verwacht = orakel.wet(s, "outreachteam") or orakel.deventer(s, "aanbieder")
        assert (b.document, b.vervolg, b.beslist_door, b.regel) == (*verwacht[:3], verwacht[6])
