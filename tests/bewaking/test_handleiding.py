"""What the manual for policy advisers says happens, happens: an invented municipality, and each mistake it names."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from eenplan.beleid.controle import controleer
from tests.bewaking.hulp import PROJECT, bestanden

pytestmark = pytest.mark.bewaking

HANDLEIDING = "docs/gemeente-toevoegen.md"
# The mistake -> the text it replaces, and by what. Together they give every sentence in the manual's table.
FOUTEN: dict[str, tuple[str, str]] = {
    "a date that is not the file's name": ("geldig_vanaf: 2027-01-01", "geldig_vanaf: 2027-02-01"),
    "a mistyped key": ("variant:", "varient:"),
    "a word that is not on the list": ("variant: outputgericht", "variant: losjes"),
    "a party that does not exist": ("    partij: cjg", "    partij: cgj"),
    "a telephone number without a hyphen": ("010-0000101", "0100000101"),
    "a rule without a source": (
        '    bron: "lansingerland: bij twijfel contact met de gemeente; gezamenlijk wordt besloten'
        ' hoe een inwoner te ondersteunen"\n',
        "",
    ),
    "a row that catches everything": (
        "      - {voorziening: [specialistisch, maatwerk]}",
        "      - {}",
    ),
    "no last row": (
        '  - regel: "5"\n    dan: {document: geen, beslist_door',
        '  - regel: "5"\n    als: [{spoed: [true]}]\n    dan: {document: geen, beslist_door',
    ),
    "a tab": ("  zelf_aanmelden", "\tzelf_aanmelden"),
}


def _zandwijk(wortel: Path) -> Path:
    """An invented municipality beside the law, made as the manual says: a copy with another name and date."""
    shutil.copytree(PROJECT / "modellen" / "wet", wortel / "wet")
    shutil.copy(PROJECT / "modellen" / "velden.yaml", wortel)
    (wortel / "zandwijk").mkdir()
    tekst = (PROJECT / "modellen/lansingerland/2015-01-01.yaml").read_text(encoding="utf-8")
    tekst = tekst.replace("sleutel: lansingerland\n", "sleutel: zandwijk\n", 1)
    tekst = tekst.replace("geldig_vanaf: 2015-01-01", "geldig_vanaf: 2027-01-01", 1)
    bestand = wortel / "zandwijk" / "2027-01-01.yaml"
    bestand.write_text(tekst, encoding="utf-8")
    return bestand


def _zinnen() -> list[str]:
    """The sentences in the first column of the manual's table."""
    return re.findall(r"^\| ``(.+?)`` \|", bestanden()[HANDLEIDING], re.MULTILINE)


def _noemt(zin: str, fout: str) -> bool:
    """Whether a sentence of the manual, with `...` for what it leaves out, is this message."""
    patroon = ".*".join(re.escape(stuk) for stuk in zin.split("..."))
    return re.fullmatch(patroon, fout) is not None


@pytest.mark.parametrize("vergissing", FOUTEN)
def test_the_manual_names_the_sentence_that_each_mistake_gives(
    vergissing: str, tmp_path: Path
) -> None:
    bestand = _zandwijk(tmp_path)
    oud, nieuw = FOUTEN[vergissing]
    goed = bestand.read_text(encoding="utf-8")
    assert oud in goed
    bestand.write_text(goed.replace(oud, nieuw, 1), encoding="utf-8")
    fouten = controleer(tmp_path).fouten
    assert any(_noemt(zin, fout) for zin in _zinnen() for fout in fouten), fouten


def test_the_manual_names_the_sentence_of_an_empty_folder_and_no_other_sentences(
    tmp_path: Path,
) -> None:
    bestand = _zandwijk(tmp_path)
    bestand.unlink()
    assert _noemt(_zinnen()[0], controleer(tmp_path).fouten[0])
    assert len(_zinnen()) == len(FOUTEN) + 1


def test_the_copy_itself_is_in_order_and_the_manual_says_how_that_reads(tmp_path: Path) -> None:
    bestand = _zandwijk(tmp_path)
    verslag = controleer(bestand)
    assert verslag.fouten == ()
    zin = f"In orde: {verslag.versies} versies van {verslag.gemeenten} gemeenten."
    assert zin in bestanden()[HANDLEIDING]


def test_control_another_sentence_is_not_taken_for_one_of_the_manual() -> None:
    assert _noemt("a: b; kies uit c, ...", "a: b; kies uit c, d.")
    assert not _noemt("a: b; kies uit c, ...", "a: x; kies uit c, d.")
