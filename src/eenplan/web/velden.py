"""How a Django form field becomes a field on the screen: which kind, which attributes, which errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from eenplan.beleid import api as beleid
from eenplan.beleid.api import Veldreden
from eenplan.web.bediening import bediening
from eenplan.web.datumveld import DatumDelen

KLASSEN = {"tekstvak": "utrecht-textarea", "keuzelijst": "utrecht-select"}


@dataclass(frozen=True, slots=True)
class Optie:
    """One radio or checkbox."""

    id: str
    waarde: str
    label: str
    gekozen: bool
    hint: str


@dataclass(frozen=True, slots=True)
class VeldBeeld:
    """Everything a field shows."""

    soort: str
    id: str
    naam: str
    label: str
    hint: str
    reden: Veldreden | None
    fouten: tuple[str, ...]
    verplicht: bool
    beschreven_door: str
    invoer: SafeString
    opties: tuple[Optie, ...]
    aangevinkt: bool


def soort_van(widget: forms.Widget) -> str:
    """Return the kind of field a widget asks for."""
    if isinstance(widget, DatumDelen):
        return "datum"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "vinkjes"
    if isinstance(widget, forms.RadioSelect):
        return "rondjes"
    if isinstance(widget, forms.CheckboxInput):
        return "vinkje"
    if isinstance(widget, forms.Textarea):
        return "tekstvak"
    return "keuzelijst" if isinstance(widget, forms.Select) else "regel"


def id_van(veld: BoundField) -> str:
    """Return the id of the element that an error message should link to."""
    if soort_van(veld.field.widget) in ("rondjes", "vinkjes"):
        return f"{veld.auto_id}_0"
    return str(veld.field.widget.id_for_label(veld.auto_id))


def formuliernaam(soort: type[forms.BaseForm]) -> str:
    """The name of a form in `modellen/velden.yaml`: where it stands in this room."""
    return f"{soort.__module__.removeprefix('eenplan.web.')}.{soort.__qualname__}"


def reden_van(veld: BoundField) -> Veldreden | None:
    """Why this field is asked. Not where a field that is otherwise required may stay empty here."""
    anders = veld.form.base_fields.get(veld.name)  # type: ignore[attr-defined]  # set by the metaclass of a form
    if anders is not None and anders.required and not veld.field.required:
        return None
    return beleid.veldreden(formuliernaam(type(veld.form)), veld.name)


def _opties(veld: BoundField, hints: Mapping[str, str]) -> tuple[Optie, ...]:
    return tuple(
        Optie(
            id=conditional_escape(f"{veld.auto_id}_{nummer}"),
            waarde=str(keuze.data["value"]),
            label=str(keuze.choice_label),
            gekozen=bool(keuze.data["selected"]),
            hint=hints.get(str(keuze.data["value"]), ""),
        )
        for nummer, keuze in enumerate(veld.subwidgets)
        if str(keuze.data["value"]) != ""
    )


def _invoer(
    veld: BoundField, soort: str, beschreven_door: str, maten: tuple[int, int]
) -> SafeString:
    """Render the control itself. Not through `as_widget`, which would add the browser's own validation."""
    widget = veld.field.widget
    eigen = str(widget.attrs.get("class", ""))
    breedte, regels = maten
    maat = f"ep-breedte-{breedte}" if breedte else ""
    attrs: dict[str, Any] = {
        **widget.attrs,
        "id": veld.auto_id,
        "maxlength": False,  # pasting a longer text must not lose its end; the form says what is too long
        "minlength": False,
        "class": " ".join(filter(None, (KLASSEN.get(soort, "utrecht-textbox"), maat, eigen))),
    }
    if soort == "tekstvak":
        attrs["rows"] = regels
    if beschreven_door:
        attrs["aria-describedby"] = beschreven_door
    if veld.errors:
        attrs["aria-invalid"] = "true"
    if veld.field.required:
        attrs["aria-required"] = "true"
    if veld.field.disabled:
        attrs["disabled"] = True
    return bediening(widget, veld.html_name, veld.value(), attrs)


def beeld(
    veld: BoundField,
    *,
    hint: str = "",
    breedte: int = 0,
    regels: int = 5,
    hints: Mapping[str, str] | None = None,
) -> VeldBeeld:
    """Return what one field shows; the form's help text is the hint unless given here.

    The reason stands in `modellen/velden.yaml` (P4).
    """
    soort = soort_van(veld.field.widget)
    tekst = hint or str(veld.help_text or "")
    fouten = tuple(str(fout) for fout in veld.errors)
    reden = reden_van(veld)
    onderdelen = (("hint", tekst), ("waarom", reden), ("fout", fouten))
    beschreven_door = " ".join(f"{veld.auto_id}-{deel}" for deel, er_is in onderdelen if er_is)
    keuzes = soort in ("rondjes", "vinkjes")
    return VeldBeeld(
        soort=soort,
        id=conditional_escape(veld.auto_id),
        naam=conditional_escape(veld.html_name),
        label=str(veld.label),
        hint=tekst,
        reden=reden,
        fouten=fouten,
        verplicht=veld.field.required,
        beschreven_door=beschreven_door,
        invoer=SafeString("")
        if keuzes or soort == "vinkje"
        else _invoer(veld, soort, beschreven_door, (breedte, regels)),
        opties=_opties(veld, hints or {}) if keuzes else (),
        aangevinkt=soort == "vinkje" and bool(veld.value()),
    )


def fouten_van(*formulieren: forms.BaseForm) -> tuple[tuple[str, str], ...]:
    """Return (link target, sentence) for every error, in the order of the fields; no target for the form itself."""
    gevonden: list[tuple[str, str]] = []
    for formulier in formulieren:
        if not formulier.errors:
            continue
        gevonden += [("", str(fout)) for fout in formulier.non_field_errors()]
        for veld in formulier:
            gevonden += [(id_van(veld), str(fout)) for fout in veld.errors]
    return tuple(gevonden)
