"""The control of a form field as text: Django's widgets say what it holds, only their templates are left out.

What a person typed goes through `conditional_escape`; a test compares each control with what Django makes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.forms.widgets import Input
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString


def attributen(attrs: Mapping[str, object]) -> str:
    """Attributes as they stand in a tag: without a value for True, not at all for False."""
    return "".join(
        f" {naam}" if waarde is True else f' {naam}="{conditional_escape(str(waarde))}"'
        for naam, waarde in attrs.items()
        if waarde is not False
    )


def _invoer(w: Mapping[str, Any]) -> str:
    waarde = "" if w["value"] is None else f' value="{conditional_escape(w["value"])}"'
    return f'<input type="{w["type"]}" name="{conditional_escape(w["name"])}"{waarde}{attributen(w["attrs"])}>'


def _tekstvak(w: Mapping[str, Any]) -> str:
    tekst = conditional_escape(w["value"] or "")
    return f'<textarea name="{conditional_escape(w["name"])}"{attributen(w["attrs"])}>\n{tekst}</textarea>'


def _keuzelijst(w: Mapping[str, Any]) -> str:
    groepen = "".join(_groep(naam, opties) for naam, opties, _ in w["optgroups"])
    return f'<select name="{conditional_escape(w["name"])}"{attributen(w["attrs"])}>{groepen}\n</select>'


def _groep(naam: str | None, opties: Iterable[Mapping[str, Any]]) -> str:
    regels = "".join(
        f'\n  <option value="{conditional_escape(str(o["value"]))}"{attributen(o["attrs"])}>'
        f"{conditional_escape(o['label'])}</option>\n"
        for o in opties
    )
    if not naam:
        return regels
    return f'\n  <optgroup label="{conditional_escape(naam)}">{regels}\n  </optgroup>'


BEDIENING: Mapping[type[forms.Widget], Callable[[Mapping[str, Any]], str]] = {
    forms.Textarea: _tekstvak,
    forms.Select: _keuzelijst,
    Input: _invoer,
}


def bediening(widget: forms.Widget, naam: str, waarde: object, attrs: dict[str, Any]) -> SafeString:
    """The control itself; a widget that is none of Django's own kinds makes its own."""
    for soort, maak in BEDIENING.items():
        if isinstance(widget, soort):
            return SafeString(maak(widget.get_context(naam, waarde, attrs)["widget"]))
    return widget.render(naam, waarde, attrs)
