"""Write the outcome of some tests for the page of proof: `pytest -p tests.bewijs <files>` (see `make bewijs`).

Only what ran is written, and only when all tests that a chapter names did run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from eenplan.proef.uitslag import Controle, Controleproef, bewaar
from tests.pgplugin import PROJECT


@dataclass(frozen=True)
class Hoofdstuk:
    """One chapter: which tests are its checks and which its controls, each with what it proves in plain Dutch."""

    controles: Mapping[str, tuple[str, str]]
    proeven: Mapping[str, tuple[str, str]]


HOOFDSTUKKEN = {
    "getypt": Hoofdstuk(
        {
            "test_t12_whichever_statement_fails_it_is_all_or_nothing_and_the_text_stays": (
                "Formulieren waarvan elke opdracht een keer mislukt",
                "Alles of niets is opgeslagen, en wat u typte staat nog op de pagina.",
            ),
            "test_the_page_of_a_fault_sends_the_same_form_again": (
                "Opnieuw versturen vanaf de foutpagina",
                "Het formulier komt alsnog aan, één keer.",
            ),
            "test_t12_a_line_to_the_database_that_is_cut_leaves_nothing": (
                "De lijn naar de database doorgeknipt",
                "Er blijft niets half achter.",
            ),
        },
        {
            "test_control_a_page_that_throws_the_text_away_is_noticed": (
                "een pagina die weggooit wat u typte",
                "Dat valt op.",
            )
        },
    ),
    "tegelijk": Hoofdstuk(
        {
            "test_t19_of_sixteen_who_change_one_goal_one_is_kept_and_fifteen_see_both_texts": (
                "Zestien mensen wijzigen hetzelfde doel",
                "Eén tekst is bewaard, vijftien mensen zien beide teksten.",
            ),
            "test_t19_each_in_turn_keeps_the_own_text_from_the_page_that_showed_both": (
                "Ieder kiest daarna de eigen tekst",
                "Alle zestien teksten zijn na elkaar bewaard geweest. Er is er geen weggeraakt.",
            ),
            "test_t19_sixteen_who_each_add_a_goal_to_one_plan_add_sixteen": (
                "Zestien mensen zetten een doel in hetzelfde plan",
                "Het zijn er zestien, elk met een eigen plaats.",
            ),
        },
        {
            "test_t19_control_without_the_version_a_text_is_lost_in_silence": (
                "opslaan zonder te kijken of de tekst intussen is gewijzigd",
                "Meer mensen lezen dat hun tekst is bewaard, dan er teksten zijn.",
            )
        },
    ),
    "herstel": Hoofdstuk(
        {
            "test_t15_what_was_put_away_comes_back_equal": (
                "De demo teruggezet op een lege plek, met één opdracht",
                "Rijen, inhoud, rijbeveiliging en rechten zijn gelijk aan het origineel.",
            ),
            "test_t15_an_old_line_of_the_read_log_opens_nothing_after_a_restore": (
                "Een oude regel in het leeslog",
                "Die opent na het terugzetten niets.",
            ),
            "test_t28_the_file_says_nothing_without_its_key": (
                "De kopie zonder sleutel",
                "Die is niet te lezen.",
            ),
        },
        {
            "test_t15_a_damaged_backup_is_noticed_and_leaves_nothing": (
                "een beschadigde, halve of lege kopie",
                "Dat valt op, en er blijft niets achter.",
            ),
            "test_t15_control_whatever_came_back_differently_is_noticed": (
                "een weggehaalde regel van rijbeveiliging, een ander recht, een gewijzigde of verdwenen rij",
                "Elk verschil met het origineel valt op.",
            ),
        },
    ),
}

_gelopen: Counter[str] = Counter()
_gelukt: Counter[str] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count each test by the name of its function."""
    naam = report.nodeid.rpartition("::")[2].partition("[")[0]
    if report.when == "call":
        _gelopen[naam] += 1
        _gelukt[naam] += report.passed


def pytest_sessionfinish() -> None:
    """Write the chapters of which every test ran."""
    for bestand, deel in HOOFDSTUKKEN.items():
        if not all(_gelopen[naam] for naam in (*deel.controles, *deel.proeven)):
            continue
        bewaar(
            PROJECT / "bench" / f"{bestand}.json",
            zaad=0,
            opdracht="make bewijs",
            controles=[
                Controle(wat, _gelopen[naam], _gelukt[naam], uitleg)
                for naam, (wat, uitleg) in deel.controles.items()
            ],
            controle_proef=[
                Controleproef(wat, _gelopen[naam] == _gelukt[naam], uitleg)
                for naam, (wat, uitleg) in deel.proeven.items()
            ],
        )
