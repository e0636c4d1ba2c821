"""A control as text is what Django's own template makes of it, whatever was typed."""

from __future__ import annotations

import pytest
from django import forms
from django.utils.safestring import SafeString

from eenplan.web.bediening import attributen, bediening

KWAAD = "<script>alert('x')</script>&\"{{ naam }}"
KEUZES = [
    ("", "Kies"),
    ("a", KWAAD),
    ("Groep <een>", [("b", "Twee"), (3, "Drie")]),
    ("d", SafeString("<b>al veilig</b>")),
]
ATTRS = {
    "id": "id_x",
    "maxlength": False,
    "data-los": True,
    "data-leeg": None,
    "rows": 5,
    "title": KWAAD,
}
WIDGETS = [
    forms.TextInput({"autocomplete": "off"}),
    forms.EmailInput(),
    forms.NumberInput(),
    forms.HiddenInput(),
    forms.PasswordInput(),
    forms.DateInput(),
    forms.Textarea(),
    forms.Select(choices=KEUZES),
    forms.SelectMultiple(choices=KEUZES),
]


@pytest.mark.parametrize("widget", WIDGETS, ids=lambda w: type(w).__name__)
@pytest.mark.parametrize("waarde", [None, "", "a", "3", KWAAD, ["a", "3"], 7, SafeString("<i>")])
def test_a_control_is_what_django_makes_of_it(widget: forms.Widget, waarde: object) -> None:
    assert bediening(widget, "x<", waarde, dict(ATTRS)) == widget.render("x<", waarde, dict(ATTRS))


def test_what_was_typed_never_becomes_a_tag() -> None:
    """The control of the comparison: the same text, not escaped, differs."""
    html = bediening(forms.Textarea(), "x", KWAAD, {})
    assert KWAAD not in html
    assert html != forms.Textarea().render("x", SafeString(KWAAD), {})


def test_a_widget_of_our_own_makes_itself() -> None:
    class Eigen(forms.Widget):
        def render(self, *args: object, **kwargs: object) -> SafeString:
            return SafeString("<b>eigen</b>")

    assert bediening(Eigen(), "x", None, {}) == "<b>eigen</b>"


def test_an_attribute_without_a_value_stands_alone_and_false_is_none() -> None:
    assert attributen({"checked": True, "disabled": False, "min": 0}) == ' checked min="0"'
