"""The policy adviser's workbook (X1): exact there and back, and one sentence for whatever is wrong in it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eenplan.beleid import api
from eenplan.beleid.fouten import Beleidsfout
from eenplan.beleid.lezen import lees as lees_yaml
from eenplan.beleid.opdrachten import voer_uit
from eenplan.beleid.toegangsmodel import Toegangsmodel
from eenplan.beleid.werkboek.indeling import bladen, losse_waarden
from eenplan.beleid.werkboek.lezen import KOPRIJ, Inhoud, lees, open_rijen, uit_rijen
from eenplan.beleid.werkboek.opdrachten import naar_xlsx, schrijf_beleid, schrijf_werkboek

ALLE = [
    (gemeente, scenario, model)
    for gemeente in api.gemeenten()
    for scenario in (None, *api.boek().scenarios(gemeente))
    for model in api.boek().versies(gemeente, scenario)
]
OP = dt.date(2019, 1, 1)
KAAG = api.model("kaag-en-braassem", OP)
WERKBOEK = naar_xlsx(KAAG)
INHOUD = open_rijen(WERKBOEK, "kaag")
KOPPEN = {titel: rijen[KOPRIJ - 1] for titel, rijen in INHOUD.items()}


def boek(bytes_: bytes = WERKBOEK) -> Workbook:
    return load_workbook(io.BytesIO(bytes_))


def blad(werkboek: Workbook, titel: str) -> Worksheet:
    werkblad = werkboek[titel]
    assert isinstance(werkblad, Worksheet)
    return werkblad


def bytes_van(werkboek: Workbook) -> bytes:
    uit = io.BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def cel(titel: str, kolom: str, rij: int) -> str:
    """The address of a column by its header."""
    return f"{get_column_letter(KOPPEN[titel].index(kolom) + 1)}{rij}"


def veranderd(titel: str, adres: str, waarde: str | int | None) -> list[str]:
    """The sentences after one cell was changed."""
    werkboek = boek()
    blad(werkboek, titel)[adres] = waarde
    with pytest.raises(Beleidsfout) as fout:
        lees(bytes_van(werkboek), "kaag", api.wet)
    return list(fout.value.zinnen)


@pytest.mark.parametrize(
    "model",
    [model for _, _, model in ALLE],
    ids=[f"{g}-{s or 'nu'}-{m.geldig_vanaf}" for g, s, m in ALLE],
)
def test_every_version_of_every_municipality_comes_back_exactly(
    model: Toegangsmodel, tmp_path: Path
) -> None:
    schrijf_werkboek(model, tmp_path / "uit.xlsx")
    schrijf_beleid(tmp_path / "uit.xlsx", tmp_path / "terug.yaml", api.wet)
    assert lees_yaml(tmp_path / "terug.yaml", tmp_path, Toegangsmodel) == model


def test_a_sign_that_nobody_can_read_gets_a_sentence() -> None:
    """A spreadsheet cannot hold it, so a policy file may not either."""
    with pytest.raises(Beleidsfout, match="teken dat niet te lezen is"):
        uit_rijen(INHOUD | {"Model": [_onleesbaar(rij) for rij in INHOUD["Model"]]})


def _onleesbaar(rij: tuple[object, ...]) -> tuple[object, ...]:
    return tuple("Kaag \x1ben" if cel == "Kaag en Braassem" else cel for cel in rij)


def test_every_key_of_a_policy_file_has_one_place() -> None:
    for kolommen in (losse_waarden(), *(b.kolommen for b in bladen())):
        koppen = [kolom.kop for kolom in kolommen]
        assert len(koppen) == len(set(koppen)), koppen


def test_the_workbook_reads_well() -> None:
    """Frozen headers, a list to choose from, assumptions in colour, and a sheet that explains."""
    werkboek = boek()
    assert werkboek.sheetnames[:3] == ["Uitleg", "Model", "Beslistabel"]
    tabel = blad(werkboek, "Beslistabel")
    assert tabel.freeze_panes == "B3"
    assert all(c.value for c in tabel[KOPRIJ])
    lijsten = {str(d.sqref): d for d in tabel.data_validations.dataValidation}
    document = cel("Beslistabel", "document", 3)
    bij_document = next(d for bereik, d in lijsten.items() if bereik.startswith(f"{document}:"))
    assert "verwijsbrief" in (bij_document.prompt or "")
    assert tabel.column_dimensions[cel("Beslistabel", "toelichting", 3)[:2]].width > 40


@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_whatever_is_typed_in_a_cell_gives_a_model_or_a_sentence(data: st.DataObject) -> None:
    titel = data.draw(st.sampled_from(sorted(INHOUD)))
    rijen = [list(rij) for rij in INHOUD[titel]] + [[None] * 60]
    gevuld = [n for n, rij in enumerate(rijen) if any(w is not None for w in rij)]
    rij = data.draw(st.sampled_from([*gevuld[1:], gevuld[-1] + 1]))
    kolom = data.draw(st.integers(0, 34))
    getypt = data.draw(
        st.none()
        | st.text(max_size=20)
        | st.sampled_from(["=1+1", "ja", "jeugd", "vanaf 12 tot 18", "gemeente", "1", "#N/A"])
        | st.integers()
        | st.floats(allow_nan=True)
        | st.booleans()
        | st.datetimes()
    )
    rijen[rij][kolom] = getypt
    nieuw: Inhoud = INHOUD | {titel: [tuple(r) for r in rijen]}
    zinnen: tuple[str, ...] = ()
    try:
        model = uit_rijen(nieuw)
    except Beleidsfout as fout:
        zinnen = fout.zinnen
    assert all("lad '" in zin for zin in zinnen), zinnen
    if zinnen:
        return
    assert lees(naar_xlsx(model), "nogmaals") == model


@given(tekst=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
@settings(max_examples=10, deadline=None)
def test_free_text_comes_back_as_it_was_typed(tekst: str) -> None:
    regel = KAAG.beslistabel[0].model_copy(update={"toelichting": tekst.strip() or "x"})
    model = KAAG.model_copy(update={"beslistabel": (regel, *KAAG.beslistabel[1:])})
    try:
        bytes_ = naar_xlsx(model)
    except Beleidsfout:
        return  # a character that no cell can hold, told in a sentence
    assert lees(bytes_, "terug").beslistabel[0] == regel


def test_what_begins_with_an_equals_sign_is_text() -> None:
    werkboek = boek()
    adres = cel("Beslistabel", "toelichting", 3)
    blad(werkboek, "Beslistabel")[adres] = "=1+1"
    model = lees(bytes_van(werkboek), "kaag")
    assert model.beslistabel[0].toelichting == "=1+1"
    terug = boek(naar_xlsx(model))
    assert blad(terug, "Beslistabel")[adres].data_type == "s"


@pytest.mark.parametrize(
    ("titel", "kolom", "waarde", "deel"),
    [
        ("Beslistabel", "document", "besluit", "kies uit geen, verwijsbrief"),
        ("Beslistabel", "wet", "jeugd, wvb", "'wvb' mag hier niet; kies uit wmo, jeugd"),
        ("Beslistabel", "spoed", "misschien", "kies uit ja, nee"),
        ("Beslistabel", "leeftijd", "boven de 12", "schrijf 'vanaf 12 tot 18'"),
        ("Beslistabel", "toelichting", None, "deze sleutel ontbreekt"),
        ("Beslistabel", "beslist door wmo", "gemeente", "niet allebei"),
        ("Routering", "partij", "tom", "'tom' is niet bekend; kies uit gemeente"),
        ("Routering", "wijk", "mars", "'mars' is niet bekend; kies uit roelofarendsveen"),
        ("Voorzieningen", "aanbieder", "tom", "'tom' is niet bekend; kies uit gemeente"),
        ("Mandaten", "van", "gisteren", "moet een datum zijn zoals 2015-01-31"),
        ("Partijen", "telefoon", 710000100, "heeft niet de juiste vorm"),
    ],
)
def test_a_wrong_cell_is_named_with_what_is_allowed(
    titel: str, kolom: str, waarde: str | int | None, deel: str
) -> None:
    adres = cel(titel, kolom, 3)
    [zin] = veranderd(titel, adres, waarde)
    assert zin.startswith(f"blad '{titel}', cel {adres}: "), zin
    assert deel in zin


def test_a_gap_in_a_table_and_an_unknown_column_are_told() -> None:
    laatste = KOPRIJ + len(KAAG.routering)
    assert "geen rij past" in veranderd("Routering", cel("Routering", "spoed", laatste), "ja")[0]
    kop = cel("Beslistabel", "spoed", KOPRIJ)
    assert (
        f"blad 'Beslistabel', cel {kop}: de kolom 'haast' is niet bekend"
        in (veranderd("Beslistabel", kop, "haast")[0])
    )
    assert "cel A3: 'x' is niet bekend" in veranderd("Model", "A3", "x")[0]


def test_a_hostile_or_damaged_file_is_refused_in_a_sentence() -> None:
    goed = WERKBOEK
    for bytes_ in (b"", b"PK\x03\x04", b"geen werkboek", goed[:2000], _zonder(goed, "workbook")):
        with pytest.raises(Beleidsfout, match="werkboek"):
            lees(bytes_, "x.xlsx")
    with pytest.raises(Beleidsfout, match="te groot"):
        lees(_met(goed, "xl/groot.bin", b"0" * 13_000_000), "x.xlsx")
    bom = b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'
    with pytest.raises(Beleidsfout, match="niet in een werkboek hoort"):
        lees(_met(goed, "xl/extra.xml", bom), "x.xlsx")
    werkboek = boek()
    blad(werkboek, "Delen")["A9000"] = "diep"
    with pytest.raises(Beleidsfout, match="hooguit 1000 rijen"):
        lees(bytes_van(werkboek), "x.xlsx")


def _met(bytes_: bytes, naam: str, inhoud: bytes) -> bytes:
    uit = io.BytesIO(bytes_)
    with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(naam, inhoud)
    return uit.getvalue()


def _zonder(bytes_: bytes, deel: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bytes_)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for lid in oud.infolist():
            if deel not in lid.filename:
                nieuw.writestr(lid, oud.read(lid))
    return uit.getvalue()


def test_the_commands_answer_with_a_sentence_and_exit_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from argparse import ArgumentParser

    from eenplan.beleid.opdrachten import vul

    parser = ArgumentParser()
    vul(parser)
    uit, terug = tmp_path / "kaag.xlsx", tmp_path / "2018-01-01.yaml"

    def doe(*woorden: str) -> int:
        return voer_uit(parser.parse_args(list(woorden)))

    assert doe("naar-xlsx", "kaag-en-braassem", str(uit), "--versie", "2016-05-05") == 0
    assert "de versie van 2015-01-01" in capsys.readouterr().out
    assert doe("van-xlsx", str(uit), str(terug)) == 0
    voor = terug.read_bytes()
    assert doe("van-xlsx", str(uit), str(terug)) == 1
    assert "is er al" in capsys.readouterr().err
    assert terug.read_bytes() == voor
    nieuw = tmp_path / "zandwijk" / "2018-01-01.yaml"
    assert doe("van-xlsx", str(uit), str(nieuw)) == 0
    assert nieuw.read_bytes() == voor
    assert doe("van-xlsx", str(tmp_path / "weg.xlsx"), str(tmp_path / "a.yaml")) == 1
    assert doe("naar-xlsx", "kaag-en-braassem", str(tmp_path / "weg" / "a.xlsx")) == 1
    assert doe("naar-xlsx", "nergens", str(uit)) == 1
    assert len(capsys.readouterr().err.splitlines()) == 3
