"""A required field exists only with a reason, written in `modellen/velden.yaml`, and no reason outlives its field.

The required fields are those of the form classes themselves, so a new form is in it from its first day.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Collection, Iterator, Mapping

import pytest
from django import forms

import eenplan.web
from eenplan.beleid import api as beleid
from eenplan.besluiten import api as besluiten
from eenplan.web.velden import formuliernaam
from eenplan.web.verzenden import Formulier
from tests.bewaking.hulp import geen, met

pytestmark = pytest.mark.bewaking

Plek = tuple[str, str]
IN_DE_TAG = re.compile(r"\{% veld [^%]*\bwaarom=")
PAS_OP_HET_SCHERM = {
    ("werk.gesprek_formulier.Gespreksformulier", "reden"),
    ("werk.gesprek_formulier.Gespreksformulier", "oordeel"),
    *(
        ("werk.aanvullen.MotiveringFormulier", f"deel_{vraag.sleutel}")
        for wet in ("wmo", "jeugd")
        for vraag in besluiten.motivering_vragen(wet)
    ),
}
"""Fields that a form makes when it is filled, so that its class does not show them."""


def formulieren() -> Iterator[type[forms.BaseForm]]:
    """Every form of the screens."""
    for module in pkgutil.walk_packages(eenplan.web.__path__, "eenplan.web."):
        importlib.import_module(module.name)
    yield from (s for s in _onder(forms.Form) if s.__module__.startswith("eenplan."))


def _onder(soort: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for onder in soort.__subclasses__():
        yield onder
        yield from _onder(onder)


def velden(soorten: Collection[type[forms.BaseForm]]) -> Mapping[Plek, bool]:
    """Every field one can see, and whether it must be filled in."""
    return {
        (formuliernaam(soort), naam): veld.required
        for soort in soorten
        for naam, veld in soort.base_fields.items()  # type: ignore[attr-defined]
        if not veld.widget.is_hidden
    }


def zonder_reden(bekend: Mapping[Plek, bool], redenen: Collection[Plek]) -> list[str]:
    """Required fields of which nobody wrote why."""
    return [".".join(p) for p, verplicht in bekend.items() if verplicht and p not in redenen]


def zonder_veld(bekend: Collection[Plek], redenen: Collection[Plek]) -> list[str]:
    """Reasons for a field that is not there (any more)."""
    return [".".join(p) for p in redenen if p not in bekend and p not in PAS_OP_HET_SCHERM]


def test_every_required_field_has_a_reason_in_the_data() -> None:
    bekend = velden(list(formulieren()))
    assert sum(bekend.values()) > 60
    geen(zonder_reden(bekend, beleid.boek().veldredenen))


def test_every_reason_belongs_to_a_field_that_is_there() -> None:
    geen(zonder_veld(velden(list(formulieren())), beleid.boek().veldredenen))
    geen([".".join(p) for p in PAS_OP_HET_SCHERM if p not in beleid.boek().veldredenen])


def test_no_template_gives_a_reason_of_its_own() -> None:
    geen([pad for pad, tekst in met(".html", "src/").items() if IN_DE_TAG.search(tekst)])


def test_control_a_field_without_reason_and_a_reason_without_field_are_found() -> None:
    class Proef(Formulier):
        """A form of this test only."""

        naam = forms.CharField()
        tweede = forms.CharField(required=False)
        verborgen = forms.CharField(widget=forms.HiddenInput)

    bekend = velden([Proef])
    wortel = formuliernaam(Proef)
    assert zonder_reden(bekend, []) == [f"{wortel}.naam"]
    assert zonder_reden(bekend, [(wortel, "naam")]) == []
    assert zonder_veld(bekend, [(wortel, "tweede"), (wortel, "derde")]) == [f"{wortel}.derde"]
    assert IN_DE_TAG.search('{% veld f.naam breedte=30 waarom="Omdat." %}')
