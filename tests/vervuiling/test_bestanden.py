"""Whatever file somebody hands over: one Dutch sentence and exit status 1, in little memory and little time (T13)."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from eenplan.beleid import api
from eenplan.beleid.werkboek.opdrachten import schrijf_werkboek
from eenplan.platform import geheimen
from tests.vervuiling import hulpkind
from tests.vervuiling.bestanden import MAAK, gevallen
from tests.vervuiling.bestanden import modellen as map_met_modellen
from tests.vervuiling.hulpkind import Einde, voer_uit

GEVALLEN = list(gevallen())
DAG = dt.date(2016, 5, 5)


@pytest.fixture(scope="module", autouse=True)
def gelezen() -> None:
    """The policy is read once here, not again in every child."""
    for gemeente in ("utrecht", "kaag-en-braassem"):
        api.boek().tabel(gemeente, api.boek().versies(gemeente)[-1].geldig_vanaf)


def _opdracht(map_: Path, opdracht: str, maak: MAAK) -> tuple[list[str], Path | None]:
    """The words of the command that reads this file, and what stands on standard input."""
    pad = map_met_modellen(map_ / "modellen") if opdracht == "controleer" else map_ / "bestand"
    maak(pad)
    if opdracht == "controleer":
        return ["model", "controleer", str(map_ / "modellen")], None
    if opdracht == "van-xlsx":
        return ["model", "van-xlsx", str(pad), str(map_ / "2027-01-01.yaml")], None
    if opdracht == "sleutel":
        (map_ / "kopie").write_bytes(b"age-encryption.org/v1\n")
        return ["herstel", str(map_ / "kopie"), "--sleutel", str(pad)], None
    return ["model", opdracht, "utrecht"], pad


@pytest.mark.parametrize(
    ("opdracht", "naam", "maak"),
    GEVALLEN,
    ids=[f"{o}-{n}".replace(" ", "-") for o, n, _ in GEVALLEN],
)
def test_t13_a_hostile_file_gets_one_sentence(
    opdracht: str, naam: str, maak: MAAK, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EENPLAN_DATA", str(tmp_path / "gegevens"))
    woorden, invoer = _opdracht(tmp_path, opdracht, maak)
    einde = voer_uit(tmp_path, woorden, invoer)
    assert not einde.klachten(60 if opdracht == "controleer" else 1), einde
    assert not (tmp_path / "2027-01-01.yaml").exists()
    assert not (tmp_path / "gegevens" / "geheimen.json").exists()


@pytest.mark.parametrize(
    "inhoud",
    [b"", b"[" * 100_000, b"\xff\xfe", b"null", b'{"sleutels": []}', b" " * 2_000_000],
    ids=["leeg", "diep", "geen UTF-8", "null", "andere vorm", "groot"],
)
def test_t13_a_damaged_file_of_secrets_is_told_in_a_sentence(inhoud: bytes, tmp_path: Path) -> None:
    (tmp_path / geheimen.BESTAND).write_bytes(inhoud)
    with pytest.raises(geheimen.GeheimenFout, match=r"beschadigd|gelezen"):
        geheimen.lees(tmp_path)


def test_t13_a_workbook_that_we_write_holds_no_formulas(tmp_path: Path, modellen: Path) -> None:
    """What policy advisers type may begin like a formula; in the workbook it stays text."""
    pad = modellen / "kaag-en-braassem" / "2015-01-01.yaml"
    for begin in ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)"):
        pad.write_text(pad.read_text().replace("toelichting: ", f"toelichting: '{begin}' # ", 1))
        api.herlaad()
        uit = tmp_path / f"{len(begin)}{begin[0]}.xlsx"
        schrijf_werkboek(api.model("kaag-en-braassem", DAG), uit)
        for blad in load_workbook(io.BytesIO(uit.read_bytes())):
            assert not [c.coordinate for rij in blad.iter_rows() for c in rij if c.data_type == "f"]


@pytest.mark.parametrize(
    ("klacht", "einde"),
    [
        ("status", Einde(0, "", "Een zin.")),
        ("regels", Einde(1, "", "")),
        ("regels", Einde(1, "", "Een.\nTwee.")),
        ("traceback", Einde(1, "", "ValueError: x")),
        ("te lang", Einde(1, "", "x" * 1_000)),
    ],
)
def test_t13_an_end_that_is_no_sentence_is_noticed(klacht: str, einde: Einde) -> None:
    """The control."""
    assert klacht in einde.klachten()[0]


@pytest.mark.parametrize("hoe", ["kapot", "vol", "bezig"])
def test_t13_a_command_that_breaks_grows_or_runs_on_is_noticed(
    hoe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the child: it tells an exception, and is bounded in memory and time."""

    def doe(_: list[str]) -> int:
        if hoe == "vol":
            return len(bytes(hulpkind.GEHEUGEN))
        while hoe == "bezig":
            pass
        raise KeyError(hoe)

    monkeypatch.setattr(hulpkind, "main", doe)
    monkeypatch.setattr(hulpkind, "SECONDEN", 1)
    assert voer_uit(tmp_path, []).klachten()
