"""A date in three parts: day, month, year. Quicker and clearer than a calendar for a known date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString

from eenplan.termijnen.kalender import MAANDEN
from eenplan.web.opmaak import MAANDEN_KORT

DELEN = (("dag", "Dag", 2), ("maand", "Maand", 2), ("jaar", "Jaar", 4))
VOORBEELD = "Vul een datum in met dag, maand en jaar, bijvoorbeeld 27 3 2026."


@dataclass(frozen=True, slots=True)
class DatumTekst:
    """What was typed, kept as it was, so that a refused form shows it again."""

    dag: str = ""
    maand: str = ""
    jaar: str = ""

    @classmethod
    def van(cls, waarde: object) -> DatumTekst:
        """Return the three texts for a date, for earlier typed texts or for nothing."""
        if isinstance(waarde, DatumTekst):
            return waarde
        if isinstance(waarde, date):
            return cls(str(waarde.day), str(waarde.month), str(waarde.year))
        return cls()

    def delen(self) -> tuple[str, str, str]:
        """Return what was typed, in the order of the fields."""
        return self.dag, self.maand, self.jaar

    def leeg(self) -> bool:
        """Say whether nothing was typed at all."""
        return not any(self.delen())

    def als_datum(self) -> date:
        """Return the date; the month may be a name. Raises ValidationError with a sentence to show."""
        try:
            gekozen = date(int(self.jaar), _maandnummer(self.maand), int(self.dag))
        except (ValueError, OverflowError) as fout:
            raise ValidationError(VOORBEELD, code="ongeldig") from fout
        if len(self.jaar) != len("2026"):
            raise ValidationError("Vul het jaar in met vier cijfers.", code="jaar")
        return gekozen


def _maandnummer(tekst: str) -> int:
    naam = tekst.lower().rstrip(".")
    for lijst in (MAANDEN, MAANDEN_KORT):
        if naam in lijst:
            return lijst.index(naam) + 1
    return int(naam)


class DatumDelen(forms.Widget):
    """Three short text fields. The part names are `<naam>_dag`, `<naam>_maand` and `<naam>_jaar`."""

    use_fieldset = True

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> DatumTekst:
        return DatumTekst(*(str(data.get(f"{name}_{deel}", "")).strip() for deel, _, _ in DELEN))

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> bool:
        return not any(f"{name}_{deel}" in data for deel, _, _ in DELEN)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return f"{id_}_dag" if id_ else ""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        typed, own = DatumTekst.van(value), attrs or {}
        gezet = (naam for naam in ("aria-invalid", "aria-required") if own.get(naam))
        extra = SafeString("".join(f' {naam}="true"' for naam in gezet))
        birthday = self.attrs.get("autocomplete") == "bday"
        parts = [
            format_html(
                '<div><label class="ep-datum__label" for="{0}_{1}">{2}</label>'
                '<input class="utrecht-textbox ep-breedte-{3}" type="text" inputmode="numeric" '
                'id="{0}_{1}" name="{4}_{1}" value="{5}"{6}{7}></div>',
                own.get("id", f"id_{name}"),
                deel,
                label,
                breedte,
                name,
                getattr(typed, deel),
                extra,
                _autocomplete(deel) if birthday else "",
            )
            for deel, label, breedte in DELEN
        ]
        return format_html('<div class="ep-datum">{}</div>', SafeString("".join(parts)))


def _autocomplete(deel: str) -> SafeString:
    english = {"dag": "day", "maand": "month", "jaar": "year"}[deel]
    return SafeString(f' autocomplete="bday-{english}"')


class DatumVeld(forms.Field):
    """A date typed in three parts; a half or impossible date gets a sentence and stays as it was typed."""

    widget = DatumDelen
    default_error_messages = {"required": VOORBEELD}

    def to_python(self, value: object) -> date | None:
        if isinstance(value, date):
            return value
        typed = DatumTekst.van(value)
        return None if typed.leeg() else typed.als_datum()
