"""Why forms ask what they ask: the file is read strictly, and `eenplan model controleer` tells what is wrong in it."""

from pathlib import Path

import pytest

from eenplan.beleid import api
from eenplan.beleid.boek import Beleidsboek
from eenplan.beleid.controle import controleer
from eenplan.beleid.velden import BESTAND
from tests.unit.beleid.conftest import Vervang

DOEL = ("werk.plan.Doelformulier", "woorden")


def test_a_field_has_its_reason_with_a_source_and_an_example_on_both_sides() -> None:
    """P4."""
    reden = api.veldreden(*DOEL)
    assert reden is not None
    assert reden.waarom == "Hulp hoort bij wat iemand zelf wil."
    assert reden.bron == "Wmo 2015 art. 2.3.2 lid 4 onder a"
    assert reden.wel
    assert reden.niet


def test_a_field_nobody_wrote_about_has_none() -> None:
    assert api.veldreden("werk.plan.Doelformulier", "van") is None


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        (
            "        bron: AVG art. 14\n",
            "",
            "geef `bron`, of `aanname: true` met `reden`.",
        ),
        ("waarom: Hulp hoort bij", "omdat: Hulp hoort bij", "`omdat`: deze sleutel bestaat niet;"),
        ("waarom: Hulp hoort bij wat iemand zelf wil.", "waarom: ''", "'' moet tekst zijn."),
        ("veld: naam\n", "veld: de naam\n", "heeft niet de juiste vorm"),
        (
            "formulier: werk.doel.Wijzigformulier",
            "formulier: werk.plan.Doelformulier",
            "werk.plan.Doelformulier staat er twee keer; voeg samen of haal er een weg.",
        ),
    ],
)
def test_the_checker_tells_in_one_sentence(
    oud: str, nieuw: str, zin: str, vervang: Vervang
) -> None:
    pad = vervang(BESTAND, oud, nieuw)
    fouten = controleer(pad).fouten
    assert any(zin in fout and fout.startswith(BESTAND) for fout in fouten), fouten


def test_without_the_file_the_checker_says_so_and_one_municipality_can_still_be_checked(
    modellen: Path,
) -> None:
    (modellen / BESTAND).unlink()
    assert any(
        "velden.yaml: dit bestand is niet te lezen" in z for z in controleer(modellen).fouten
    )
    alleen = modellen / "utrecht" / "2015-01-01.yaml"
    assert controleer(alleen).fouten == ()
    assert Beleidsboek(modellen).gemeenten
