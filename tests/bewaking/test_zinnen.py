"""Every event becomes a sentence on the timeline, with what its use case gives it."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from importlib import import_module

import pytest

from eenplan.platform.gebeurtenissen import Soort, alle_soorten, zin
from tests.bewaking.hulp import Bestanden, bestanden, boom, geen, kamer, met

pytestmark = pytest.mark.bewaking


def _laad_soorten() -> Mapping[str, Soort]:
    """Every kind of event of every room."""
    for pad in met("/events.py", "src/"):
        import_module(f"eenplan.{kamer(pad)}.events")
    return alle_soorten()


def plekken(soort_zin: str) -> set[str]:
    """The names a sentence leaves open: "{wie} is {wat}" gives wie and wat."""
    return {naam for _, naam, _, _ in string.Formatter().parse(soort_zin) if naam is not None}


def slechte_zinnen(soorten: Mapping[str, Soort]) -> list[str]:
    """Sentences that cannot be filled by name, or do not read as a line of a list."""
    gevonden = []
    for sleutel, soort in soorten.items():
        if any(not naam.isidentifier() for naam in plekken(soort.zin)):
            gevonden.append(f"{sleutel}: a gap without a name")
        elif soort.zin.endswith(".") or not (soort.zin[:1].isupper() or soort.zin[:1] == "{"):
            gevonden.append(f"{sleutel}: starts without a capital or ends with a full stop")
    return gevonden


def tekort(usecases: Bestanden, events: Bestanden) -> list[str]:
    """Events that are stored without everything their sentence asks for (as far as the code says it in place)."""
    zinnen = {kamer(pad): dict(_gemaakt(tekst)) for pad, tekst in events.items()}
    gevonden = []
    for pad, tekst in usecases.items():
        for naam, gegevens in _gebruikt(tekst):
            nodig = plekken(zinnen.get(kamer(pad), {}).get(naam, ""))
            if gegevens is not None and (mist := nodig - gegevens):
                gevonden.append(f"{pad}: {naam} lacks {', '.join(sorted(mist))}")
    return gevonden


def nooit_gebruikt(events: Bestanden, teksten: Bestanden) -> list[str]:
    """Kinds of event that nothing makes: a promise on the timeline that is never kept."""
    return [
        f"{pad}: {naam}"
        for pad, tekst in events.items()
        for naam, _ in _gemaakt(tekst)
        if not any(
            naam in inhoud
            for ander, inhoud in teksten.items()
            if kamer(ander) == kamer(pad) and ander != pad and ander.endswith(".py")
        )
    ]


def _gemaakt(tekst: str) -> Iterator[tuple[str, str]]:
    """`NAAM = soort("sleutel", "zin")` gives (NAAM, zin)."""
    for knoop in boom(tekst).body:
        match knoop:
            case ast.Assign(
                targets=[ast.Name(id=naam)],
                value=ast.Call(args=[_, ast.Constant(value=str(soort_zin))]),
            ):
                yield naam, soort_zin


def _gebruikt(tekst: str) -> Iterator[tuple[str, set[str] | None]]:
    """Each `Gebeurtenis(events.NAAM, ...)` with the names of its details; None when they stand elsewhere."""
    for knoop in ast.walk(boom(tekst)):
        match knoop:
            case ast.Call(
                func=ast.Name(id="Gebeurtenis"),
                args=[ast.Attribute(attr=naam), *rest],
                keywords=bij,
            ):
                benoemd = {k.arg: k.value for k in bij}
                gegevens = rest[3] if len(rest) > 3 else benoemd.get("gegevens")
                yield naam, _sleutels(gegevens)


def _sleutels(gegevens: ast.expr | None) -> set[str] | None:
    if gegevens is None:
        return set()
    if not isinstance(gegevens, ast.Dict) or None in gegevens.keys:
        return None
    return {str(k.value) for k in gegevens.keys if isinstance(k, ast.Constant)}


def test_every_event_renders_as_a_sentence() -> None:
    soorten = _laad_soorten()
    assert soorten
    geen(slechte_zinnen(soorten))
    for sleutel, soort in soorten.items():
        assert "{" not in zin(sleutel, dict.fromkeys(plekken(soort.zin), "iets"))


def test_every_event_is_stored_with_what_its_sentence_asks() -> None:
    geen(tekort(met(".py", "src/"), met("/events.py", "src/")))


def test_every_kind_of_event_is_made_somewhere() -> None:
    geen(nooit_gebruikt(met("/events.py", "src/"), bestanden()))


def test_control_a_sentence_that_cannot_be_filled_is_found() -> None:
    soorten = {
        "goed": Soort("goed", "{wie} is aangemeld"),
        "naamloos": Soort("naamloos", "{} is aangemeld"),
        "punt": Soort("punt", "Het plan is er."),
    }
    assert [regel.split(":")[0] for regel in slechte_zinnen(soorten)] == ["naamloos", "punt"]


def test_control_an_event_without_its_details_or_without_a_maker_is_found() -> None:
    events = {
        "src/eenplan/werk/events.py": 'A = soort("a", "{wie} komt")\nB = soort("b", "Af")\n',
    }
    usecases = {
        "src/eenplan/werk/usecases.py": (
            'Gebeurtenis(events.A, 1, 2, 3, {"wie": "x"})\n'
            "Gebeurtenis(events.A, 1, 2, 3)\n"
            'Gebeurtenis(events.A, over=1, gegevens={"wat": 1})\n'
            "Gebeurtenis(events.A, 1, 2, 3, elders)\n"
        )
    }
    assert len(tekort(usecases, events)) == 2
    assert nooit_gebruikt(events, usecases) == ["src/eenplan/werk/events.py: B"]


HEEFT = re.compile(r"\bu heeft\b|\bheeft u\b", re.IGNORECASE)


def anders_aangesproken(teksten: Bestanden) -> list[str]:
    """Sentences that say "u heeft": everywhere else it is "u hebt"."""
    return [
        f"{pad}: {treffer.group()}"
        for pad, tekst in teksten.items()
        for treffer in HEEFT.finditer(tekst)
    ]


def test_everybody_is_addressed_in_one_way() -> None:
    geen(anders_aangesproken({**met(".html", "src/"), **met(".py", "src/")}))


def test_control_another_form_of_address_is_found() -> None:
    assert (
        len(anders_aangesproken({"a": "Heeft u hulp nodig?", "b": "Wie u hebt, heeft hulp."})) == 1
    )
