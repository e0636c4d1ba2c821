"""What changed between two versions, in sentences (X1, K1): nothing is left out, and names are names."""

from __future__ import annotations

import itertools

import pytest

from eenplan.beleid import api
from eenplan.beleid.toegangsmodel import Bedrag, Toegangsmodel

KAAG_2015, KAAG_2018 = api.versies("kaag-en-braassem")
ALLE = [model for gemeente in api.gemeenten() for model in api.versies(gemeente)]


def zinnen(oud: Toegangsmodel, **anders: object) -> list[str]:
    return list(api.verschil_in_woorden(oud, oud.model_copy(update=anders)))


def test_rows_parties_and_who_does_it_are_told_by_name() -> None:
    uit = "\n".join(api.verschil_in_woorden(KAAG_2015, KAAG_2018))
    for zin in (
        "Partijen: nieuw is ‘GO! voor jeugd’.",
        "Routering, regel 1: wie het doet is nu ‘GO! voor jeugd’; eerst ‘gemeente Kaag en Braassem’.",
        "Beslistabel: regel 4 (‘Zwaardere hulp voor jongeren krijgt een besluit van de gemeente’) vervalt.",
        "Beslistabel, regel 6: wie beslist is nu ‘consortium’; eerst per wet anders",
        "Hoe dingen heten: team is nu ‘Tom in de buurt of GO! voor jeugd’",
    ):
        assert zin in uit
    assert "go-voor-jeugd" not in uit


def test_an_amount_that_changes_is_told_with_both_amounts() -> None:
    model = next(m for m in ALLE if m.bekostiging.bedragen)
    eerste, *rest = model.bekostiging.bedragen
    nieuw = Bedrag.model_validate(eerste.model_dump() | {"waarde": "7"})
    anders = model.bekostiging.model_copy(update={"bedragen": (nieuw, *rest)})
    [zin] = zinnen(model, bekostiging=anders)
    assert eerste.naam in zin
    assert f"is nu ‘7’; eerst ‘{eerste.waarde}’" in zin


def test_another_order_of_rows_and_only_another_source_are_told() -> None:
    om = tuple(reversed(KAAG_2018.beslistabel))
    assert zinnen(KAAG_2018, beslistabel=om) == ["Beslistabel: de volgorde is anders."]
    rij = KAAG_2018.beslistabel[0].model_copy(update={"bron": "kaag: elders"})
    assert zinnen(KAAG_2018, beslistabel=(rij, *KAAG_2018.beslistabel[1:])) == [
        "Beslistabel, regel 1: alleen de bron of de reden is anders."
    ]


@pytest.mark.parametrize("onderdeel", sorted(Toegangsmodel.model_fields))
def test_whatever_part_differs_there_is_a_sentence_about_it(onderdeel: str) -> None:
    """Every part, taken over from another municipality that has it otherwise."""
    if onderdeel in ("sleutel", "naam", "cbs_code", "geldig_vanaf", "scenario"):
        return  # stands above the sentences, or is the name of the file
    for oud, ander in itertools.permutations(ALLE, 2):
        if getattr(oud, onderdeel) != getattr(ander, onderdeel):
            uit = zinnen(oud, **{onderdeel: getattr(ander, onderdeel)})
            assert uit
            assert all(zin.endswith(".") for zin in uit)


def test_control_the_same_version_gives_no_sentence() -> None:
    assert zinnen(KAAG_2018) == []
