"""The three fields that say how much help: a number, of what, and per which period (K9)."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms

from eenplan.voorzieningen.api import EENHEDEN, PERIODEN


def aantal_veld() -> forms.DecimalField:
    """How much. Empty is allowed; zero or less is sent back."""
    return forms.DecimalField(
        label="Hoeveel?",
        required=False,
        localize=True,
        min_value=0,
        max_digits=6,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={
            "invalid": "Vul een getal in, bijvoorbeeld 2 of 1,5.",
            "min_value": "Vul een getal in boven de 0, of laat het leeg.",
        },
    )


def eenheid_veld() -> forms.ChoiceField:
    """Of what: hours, times, places."""
    return forms.ChoiceField(label="Waarvan?", choices=_keuzes(EENHEDEN), required=False)


def per_veld() -> forms.ChoiceField:
    """Per week, per month."""
    return forms.ChoiceField(label="Per", choices=_keuzes(PERIODEN), required=False)


def _keuzes(woorden: Iterable[str]) -> list[tuple[str, str]]:
    return [("", "Kies"), *((woord, woord) for woord in woorden)]
