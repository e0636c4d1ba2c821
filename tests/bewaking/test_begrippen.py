"""A domain word in the law is a word in the code, once, and stands in the glossary."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.bewaking.gewone_woorden import GEWOON, TECHNISCH
from tests.bewaking.hulp import Bestanden, bestanden, boom, geen, met, woorden

pytestmark = pytest.mark.bewaking

LIJST = "docs/begrippen.md"
BRONNEN = ("/models.py", "/regels.py", "/woordenschat.py")


def namen(tekst: str) -> Iterator[str]:
    """Classes, their fields and members, and the values of a closed list (`Literal[...]`)."""
    for knoop in ast.walk(boom(tekst)):
        match knoop:
            case ast.ClassDef(name=naam, body=inhoud) if naam != "Meta":
                yield naam
                yield from _velden(inhoud)
            case ast.Subscript(value=ast.Name(id="Literal"), slice=waarden):
                yield from (str(w.value) for w in ast.walk(waarden) if isinstance(w, ast.Constant))


def _velden(inhoud: list[ast.stmt]) -> Iterator[str]:
    for regel in inhoud:
        match regel:
            case ast.Assign(targets=[ast.Name(id=naam)]) | ast.AnnAssign(target=ast.Name(id=naam)):
                yield naam


def gebruikt(teksten: Bestanden) -> dict[str, str]:
    """Every word in the identifiers, with one file it stands in."""
    return {
        woord: pad
        for pad, tekst in teksten.items()
        for naam in namen(tekst)
        for woord in woorden(naam)
    }


def rijen(lijst: str) -> list[tuple[list[str], list[str]]]:
    """The lines of the glossary: the forms of a word, and the files it names. ValueError for a line that lacks one."""
    gevonden = []
    for regel in lijst.splitlines():
        cellen = [cel.strip() for cel in regel.strip("| ").split(" | ")]
        if not regel.startswith("| ") or cellen[0] == "word":
            continue
        if len(cellen) != 4 or not all(cellen):
            raise ValueError(f"word, meaning, source and where are all needed: {regel}")
        gevonden.append((re.split(r", *", cellen[0]), re.split(r", *", cellen[3])))
    return gevonden


def zonder_regel(teksten: Bestanden, lijst: str) -> list[str]:
    """Words of the code that are neither in the glossary nor on the two short lists."""
    bekend = {vorm for vormen, _ in rijen(lijst) for vorm in vormen} | GEWOON | TECHNISCH
    return [
        f"{woord} ({pad})"
        for woord, pad in sorted(gebruikt(teksten).items())
        if woord not in bekend
    ]


def dode_regels(teksten: Bestanden, lijst: str) -> list[str]:
    """Lines of the glossary that are double, or whose word does not stand where they say."""
    gezien: set[str] = set(GEWOON | TECHNISCH)
    gevonden = []
    for vormen, plekken in rijen(lijst):
        gevonden += [f"{vorm}: twice" for vorm in vormen if vorm in gezien]
        gezien.update(vormen)
        for plek in plekken:
            tekst = teksten.get(f"src/eenplan/{plek}", "").lower()
            if not any(vorm in tekst for vorm in vormen):
                gevonden.append(f"{vormen[0]}: does not stand in {plek}")
    return gevonden


def _teksten() -> dict[str, str]:
    return {pad: tekst for einde in BRONNEN for pad, tekst in met(einde, "src/").items()}


def test_every_word_in_the_code_is_in_the_glossary() -> None:
    geen(zonder_regel(_teksten(), bestanden()[LIJST]))


def test_every_line_of_the_glossary_names_a_word_that_stands_there() -> None:
    geen(dode_regels(bestanden(), bestanden()[LIJST]))


def test_every_word_that_needs_no_line_is_used() -> None:
    geen(sorted((GEWOON | TECHNISCH) - set(gebruikt(_teksten()))))


def test_control_a_word_without_a_line_is_found() -> None:
    lijst = "| word | meaning | source | where |\n| plan | the plan | house | plannen/models.py |\n"
    tekst = (
        "class PlanGrondslag(Model):\n    naam: str\n    class Meta:\n        db_table = 'x'\n"
        "class Stand(StrEnum):\n    KLAAR_GEZET = 'a'\n"
        "Soort = Literal['naar_bezwaar']\n"
    )
    gevonden = zonder_regel({"src/eenplan/plannen/models.py": tekst}, lijst)
    assert [zin.split()[0] for zin in gevonden] == ["bezwaar", "gezet", "grondslag", "stand"]


def test_control_a_line_that_is_double_or_points_nowhere_is_found() -> None:
    lijst = (
        "| plan | the plan | house | plannen/models.py |\n"
        "| melding, plan | a request | house | elders/models.py |\n"
    )
    teksten = {"src/eenplan/plannen/models.py": "class Plan: ..."}
    assert dode_regels(teksten, lijst) == [
        "plan: twice",
        "melding: does not stand in elders/models.py",
    ]


def test_control_a_line_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="are all needed"):
        rijen("| plan | the plan |  | plannen/models.py |")
