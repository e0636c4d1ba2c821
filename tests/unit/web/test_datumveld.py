"""A date in three parts: kept as typed, refused with a sentence."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms

from eenplan.web.datumveld import DatumDelen, DatumVeld


class Proef(forms.Form):
    geboren = DatumVeld(label="Geboortedatum")
    later = DatumVeld(label="Later", required=False)


def met(dag: str, maand: str, jaar: str) -> Proef:
    return Proef({"geboren_dag": dag, "geboren_maand": maand, "geboren_jaar": jaar})


@pytest.mark.parametrize("maand", ["3", "03", "maart", "Mrt", "mrt.", " 3 "])
def test_a_month_may_be_a_number_or_a_name(maand: str) -> None:
    form = met("27", maand, "1984")
    assert form.is_valid()
    assert form.cleaned_data == {"geboren": date(1984, 3, 27), "later": None}


@pytest.mark.parametrize(
    ("delen", "zin"),
    [
        (("31", "2", "1984"), "Vul een datum in met dag, maand en jaar"),
        (("", "2", "1984"), "Vul een datum in met dag, maand en jaar"),
        (("twee", "2", "1984"), "Vul een datum in met dag, maand en jaar"),
        (("2", "²", "1984"), "Vul een datum in met dag, maand en jaar"),
        (("2", "2", "99999999999999999999"), "Vul een datum in met dag, maand en jaar"),
        (("2", "2", "84"), "Vul het jaar in met vier cijfers."),
        (("", "", ""), "Vul een datum in met dag, maand en jaar"),
    ],
)
def test_a_wrong_date_gets_a_sentence_and_stays_as_typed(
    delen: tuple[str, str, str], zin: str
) -> None:
    form = met(*delen)
    assert not form.is_valid()
    assert str(form.errors["geboren"][0]).startswith(zin)
    html = str(form["geboren"])
    for deel in delen:
        assert f'value="{deel}"' in html


def test_what_was_typed_is_escaped() -> None:
    assert "<script>" not in str(met("<script>", "1", "2000")["geboren"])


def test_an_initial_date_fills_the_three_parts() -> None:
    html = str(Proef(initial={"geboren": date(1984, 3, 27)})["geboren"])
    assert 'value="27"' in html
    assert 'value="3"' in html
    assert 'value="1984"' in html


def test_a_birthday_can_be_filled_in_by_the_browser() -> None:
    html = DatumDelen(attrs={"autocomplete": "bday"}).render("geboren", None, {"id": "id_geboren"})
    assert 'autocomplete="bday-day"' in html
    assert 'autocomplete="bday-year"' in html
