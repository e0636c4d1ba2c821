"""The ladder of help: each step upward asks why the step before is not enough (U5, D8, D27, H9)."""

from __future__ import annotations

import pytest

from eenplan.beleid import api as beleid
from eenplan.plannen.regels import (
    Laag,
    bijzonderheid,
    gevraagde_treden,
    lichtere_treden,
    ontbrekende_redenen,
    soort_voorziening,
    wet_van,
)


def test_d8_the_steps_are_those_of_the_law_file_in_the_same_order() -> None:
    from datetime import date

    assert [trede.laag for trede in beleid.wet(date(2026, 1, 1)).treden] == [str(x) for x in Laag]


def test_u5_own_strength_asks_nothing_and_the_network_only_why_own_strength_is_not_enough() -> None:
    assert ontbrekende_redenen(Laag.EIGEN_KRACHT, ()) == {}
    assert list(ontbrekende_redenen(Laag.NETWERK, ())) == [Laag.EIGEN_KRACHT]
    assert ontbrekende_redenen(Laag.NETWERK, ["eigen_kracht"]) == {}


def test_u5_help_of_a_professional_asks_why_informal_alone_is_not_enough() -> None:
    for laag in (Laag.ALGEMEEN, Laag.COLLECTIEF, Laag.AANVULLEND, Laag.SPECIALISTISCH):
        assert Laag.VRIJWILLIGER in ontbrekende_redenen(laag, ())
        assert Laag.VRIJWILLIGER not in ontbrekende_redenen(laag, ["netwerk"])


def test_each_step_upward_asks_why_the_step_before_is_not_enough() -> None:
    assert list(ontbrekende_redenen(Laag.SPECIALISTISCH, ["netwerk"])) == [Laag.AANVULLEND]
    assert list(ontbrekende_redenen(Laag.AANVULLEND, ["netwerk"])) == [Laag.COLLECTIEF]


def test_d27_a_step_that_is_skipped_with_a_reason_is_answered() -> None:
    assert ontbrekende_redenen(Laag.AANVULLEND, ["netwerk", "collectief"]) == {}


def test_maatwerk_does_not_ask_whether_a_specialist_was_tried() -> None:
    assert Laag.SPECIALISTISCH not in lichtere_treden(Laag.MAATWERK)
    assert gevraagde_treden(Laag.MAATWERK)[-1] == (Laag.COLLECTIEF,)


@pytest.mark.parametrize("laag", list(Laag))
def test_a_reason_on_every_lighter_step_is_always_enough(laag: Laag) -> None:
    assert ontbrekende_redenen(laag, lichtere_treden(laag)) == {}


@pytest.mark.parametrize("laag", [laag for laag in Laag if laag is not Laag.EIGEN_KRACHT])
def test_control_without_any_reason_no_higher_step_passes(laag: Laag) -> None:
    assert ontbrekende_redenen(laag, ())


def test_k9_help_without_a_line_in_the_catalogue_takes_the_kind_of_its_layer() -> None:
    assert soort_voorziening(Laag.NETWERK) == "informeel"
    assert soort_voorziening(Laag.ALGEMEEN, "licht") == "licht"
    assert soort_voorziening(Laag.ALGEMEEN, "nonsens") == "algemeen"


def test_k3_the_catalogue_key_of_the_dementia_centre_is_the_word_of_the_tables() -> None:
    assert bijzonderheid("dagbesteding-dementie") == "dagbesteding_dementie"
    assert bijzonderheid("begeleiding") == "geen"


@pytest.mark.parametrize(
    ("leeftijd", "wetten", "melding", "wet"),
    [
        (41, ["jeugd"], "wmo", "jeugd"),
        (13, ["wmo", "jeugd", "onbekend"], "wmo", "jeugd"),
        (41, ["wmo", "jeugd", "onbekend"], "wmo", "wmo"),
        (41, [], "jeugd", "jeugd"),
        (41, ["wmo", "jeugd"], "onbekend", "onbekend"),
        (None, ["wmo"], "onbekend", "wmo"),
    ],
)
def test_the_law_of_help_follows_the_catalogue_then_the_age_then_the_question(
    leeftijd: int | None, wetten: list[str], melding: str, wet: str
) -> None:
    assert wet_van(leeftijd, wetten, melding) == wet
