"""`eenplan model ...`: what other programs and policy advisers rely on."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from eenplan.config.cli import main
from tests.unit.beleid.conftest import Vervang


def _vraag(monkeypatch: pytest.MonkeyPatch, tekst: str | bytes, *woorden: str) -> int:
    ruw = tekst if isinstance(tekst, bytes) else tekst.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ruw)))
    return main(["model", *woorden])


Uitvoer = pytest.CaptureFixture[str]


def test_one_situation_in_gives_one_answer_out(
    monkeypatch: pytest.MonkeyPatch, capsys: Uitvoer
) -> None:
    """The municipality of the command fills the key that was left out."""
    assert (
        _vraag(
            monkeypatch,
            '{\n  "wet": "wmo",\n  "voorziening": "aanvullend"\n}\n',
            "beslis",
            "utrecht",
        )
        == 0
    )
    antwoord = json.loads(capsys.readouterr().out)
    assert list(antwoord) == [
        "document", "vervolg", "beslist_door", "eigen_bijdrage", "start", "rechtsgang", "regel", "bron",
        "afgevallen", "let_op",
    ]  # fmt: skip
    assert (antwoord["document"], antwoord["regel"], antwoord["start"]) == (
        "verwijsbrief",
        "5",
        "direct",
    )
    assert list(antwoord["let_op"][0]) == ["code", "tekst", "grondslag"]


def test_routing_answers_party_team_row_and_words(
    monkeypatch: pytest.MonkeyPatch, capsys: Uitvoer
) -> None:
    """U2."""
    situatie = '{"gemeente": "utrecht", "wijk": "overvecht", "buurt": "zamenhofdreef", "kinderen_onder_18": true}'
    assert _vraag(monkeypatch, situatie, "routeer", "utrecht") == 0
    antwoord = json.loads(capsys.readouterr().out)
    assert list(antwoord) == ["partij", "team", "regel", "toelichting"]
    assert antwoord["team"] == "overvecht-de-gagel-jeugd-en-gezin"


def test_lines_are_answered_in_order_and_a_bad_line_does_not_stop_them(
    monkeypatch: pytest.MonkeyPatch, capsys: Uitvoer
) -> None:
    """A bad line answers with its fault; the exit status is 1."""
    regels = '{"levering": "pgb"}\n{"wet": "x"}\n{bad\n[1]\n\n{"gemeente": "heerlen"}\n{"voorziening": "licht"}\n'
    assert _vraag(monkeypatch, regels, "beslis", "utrecht") == 1
    uit, fout = capsys.readouterr()
    antwoorden = [json.loads(regel) for regel in uit.splitlines()]
    assert [a.get("regel") for a in antwoorden] == ["1", None, None, None, None, "6"]
    assert "kies uit wmo, jeugd, onbekend" in antwoorden[1]["fout"]
    assert "geen geldige JSON" in antwoorden[2]["fout"]
    assert "`gemeente`" in antwoorden[4]["fout"]
    assert fout.strip() == "4 van de 6 regels konden niet."


def test_lines_also_go_on_when_the_first_is_bad(
    monkeypatch: pytest.MonkeyPatch, capsys: Uitvoer
) -> None:
    """The first line does not decide over the others."""
    assert _vraag(monkeypatch, '{bad\n{"levering": "pgb"}\n', "beslis", "utrecht") == 1
    antwoorden = [json.loads(regel) for regel in capsys.readouterr().out.splitlines()]
    assert "fout" in antwoorden[0]
    assert antwoorden[1]["regel"] == "1"


@pytest.mark.parametrize(
    ("invoer", "woorden", "zin"),
    [
        ('{"wet": "x"}', ("beslis", "utrecht"), "`wet`: 'x' mag hier niet"),
        ("", ("beslis", "utrecht"), "geen geldige JSON"),
        ("[" * 100_000, ("beslis", "utrecht"), "geen geldige JSON"),
        (b"\xff\xfe", ("beslis", "utrecht"), "geen geldige JSON"),
        ("[]", ("routeer", "utrecht"), "blok met sleutels"),
        ("{}", ("routeer", "zwolle"), "kies uit deventer"),
        ('{"op": "2010-01-01"}', ("routeer", "utrecht"), "vanaf 2015-01-01"),
        ('{"wijk": "x"}', ("routeer", "utrecht"), "`wijk`"),
        ("", ("verschil", "utrecht", "2015-01-01", "gisteren"), "DATUM2: 'gisteren'"),
        ("", ("verschil", "utrecht", "2014-01-01", "2016-01-01"), "vanaf 2015-01-01"),
        ("", ("verschil", "zwolle", "2015-01-01", "2016-01-01"), "kies uit deventer"),
        ("", ("controleer", "/bestaat/niet"), "bestaat niet"),
    ],
)
def test_wrong_input_gets_one_sentence_and_status_one(
    invoer: str | bytes,
    woorden: tuple[str, ...],
    zin: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Uitvoer,
) -> None:
    """Never a traceback."""
    assert _vraag(monkeypatch, invoer, *woorden) == 1
    fout = capsys.readouterr().err
    assert zin in fout
    assert len(fout.strip().splitlines()) == 1


@pytest.mark.parametrize("woorden", [[], ["zzz"], ["model"], ["model", "x"], ["model", "beslis"]])
def test_wrong_use_explains_the_command_in_dutch(woorden: list[str], capsys: Uitvoer) -> None:
    """Status 2, and how it is used."""
    assert main(woorden) == 2
    fout = capsys.readouterr().err
    assert fout.startswith("gebruik: eenplan")
    assert not {"usage", "required", "invalid", "choose"} & set(fout.replace(":", " ").split())


def test_help_is_dutch(capsys: Uitvoer) -> None:
    """Every command explains itself."""
    assert main(["model", "beslis", "--help"]) == 0
    uit = capsys.readouterr().out
    assert "GEMEENTE" in uit
    assert "toon deze uitleg" in uit


def test_checking_tells_how_much_was_checked(capsys: Uitvoer) -> None:
    """Status 0 when all is in order."""
    assert main(["model", "controleer"]) == 0
    assert capsys.readouterr().out == "In orde: 9 versies van 5 gemeenten.\n"


def test_checking_a_broken_folder_tells_every_fault(vervang: Vervang, capsys: Uitvoer) -> None:
    """Status 1, one sentence a line."""
    pad = vervang("utrecht/2015-01-01.yaml", "status: praktijk", "status: theorie")
    assert main(["model", "controleer", str(pad.parents[1])]) == 1
    assert "kies uit praktijk, advies" in capsys.readouterr().err


def test_the_difference_between_two_versions_is_told_in_rows_and_in_outcomes(
    capsys: Uitvoer,
) -> None:
    """K1, D20: what disappears, what is new, and what comes out differently."""
    assert main(["model", "verschil", "kaag-en-braassem", "2017-12-01", "2018-01-15"]) == 0
    uit = capsys.readouterr().out
    assert "regel 4 vervalt" in uit
    assert "go-voor-jeugd komt erbij: GO! voor jeugd" in uit
    assert "regel 4 (toekenningsbeschikking, door gemeente, start na_besluit) wordt regel 6" in uit
    assert main(["model", "verschil", "utrecht", "2017-12-01", "2018-01-15"]) == 0
    assert "geen verschil" in capsys.readouterr().out


def test_a_reader_that_stops_early_leaves_no_complaint() -> None:
    """A broken pipe, for example `| head -1`."""
    opdracht = f"yes '{{}}' | head -20000 | {sys.executable} -m eenplan.config.cli model beslis utrecht | head -1"
    klaar = subprocess.run(["bash", "-c", opdracht], capture_output=True, text=True, check=False)
    assert klaar.stderr == ""
    assert klaar.stdout.count("\n") == 1


def test_the_model_commands_start_without_django() -> None:
    """Policy advisers do not wait for a web framework."""
    code = (
        "import sys; from eenplan.config.cli import main; "
        "main(['model', 'controleer']); sys.exit('django' in sys.modules)"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (klaar.returncode, klaar.stderr) == (0, "")


def test_the_folder_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Uitvoer
) -> None:
    """EENPLAN_MODELLEN, and a sentence when it points nowhere."""
    from eenplan.beleid import api

    monkeypatch.setenv("EENPLAN_MODELLEN", str(tmp_path / "weg"))
    api.herlaad()
    try:
        assert main(["model", "controleer"]) == 1
        assert "EENPLAN_MODELLEN" in capsys.readouterr().err
    finally:
        api.herlaad()
