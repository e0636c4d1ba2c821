"""The look of a municipality: every file is complete and readable, and a bad one is told in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import bouw_frontend, uiterlijk
from scripts.bouw_frontend import BouwFout

TOKENS = bouw_frontend.FRONTEND / "tokens"
NAMEN = uiterlijk.tokens((TOKENS / "eenplan.css").read_text())
UTRECHT = (TOKENS / "utrecht.css").read_text()


def _fouten(tekst: str, naam: str = "utrecht") -> list[str]:
    return list(uiterlijk.fouten(naam, tekst, NAMEN))


def _met(token: str, waarde: str) -> str:
    """Utrecht's file with one token changed."""
    regels = [
        f"--uiterlijk-{token}: {waarde};" if f"--uiterlijk-{token}:" in regel else regel
        for regel in UTRECHT.splitlines()
    ]
    return "\n".join(regels)


def test_black_on_white_differs_most_and_a_colour_not_from_itself() -> None:
    assert uiterlijk.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert uiterlijk.contrast("#513a94", "#513a94") == pytest.approx(1)
    assert uiterlijk.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("pad", uiterlijk.bestanden(TOKENS), ids=lambda pad: pad.stem)
def test_every_look_is_complete_and_readable(pad: Path) -> None:
    assert _fouten(pad.read_text(), pad.stem) == []


@pytest.mark.parametrize(("voor", "achter"), [(v, a) for v, a, _, _ in uiterlijk.PAREN])
def test_a_colour_that_is_hard_to_read_is_caught_for_every_pair(voor: str, achter: str) -> None:
    """Control: what stands in front takes almost the colour of what is behind it."""
    achtergrond = achter if achter.startswith("#") else "#eeeeee"
    tekst = _met(voor, "#e0e0e0")
    if not achter.startswith("#"):
        tekst = tekst.replace(f"--uiterlijk-{achter}:", f"--uiterlijk-{achter}: {achtergrond}; --")
    zinnen = [zin for zin in _fouten(tekst) if f"`{voor}` verschilt" in zin]
    assert zinnen


def test_what_falls_just_short_never_reads_as_enough() -> None:
    """Contrast 4.48 must be 4.5: the sentence says 4,4."""
    assert any("verschilt 4,4 van wit" in zin for zin in _fouten(_met("accent", "#777777")))


def test_a_token_that_does_not_exist_is_named_with_those_that_do() -> None:
    (zin,) = _fouten(UTRECHT.replace("}", "  --uiterlijk-kleur: #111111;\n}"))
    assert "`--uiterlijk-kleur` bestaat niet; kies uit accent, accent-diep" in zin


def test_a_token_that_is_missing_is_named() -> None:
    tekst = "\n".join(r for r in UTRECHT.splitlines() if "--uiterlijk-tweede" not in r)
    assert _fouten(tekst) == [
        "frontend/tokens/utrecht.css: `--uiterlijk-tweede` ontbreekt; neem de regel over uit eenplan.css."
    ]


@pytest.mark.parametrize(
    ("token", "waarde", "zin"),
    [
        ("accent", "paars", "geef een kleur als # met zes kleine tekens"),
        ("accent", "url(https://elders.test/x)", "geef een kleur"),
        ("kop-dikte", "1200", "geef een getal van 200 tot 990"),
        ("kop-spatie", "2em", "geef 0 of een klein deel"),
        ("hoek", "80px", "geef 0px tot en met 12px"),
    ],
)
def test_a_value_of_another_kind_is_refused(token: str, waarde: str, zin: str) -> None:
    assert any(zin in fout for fout in _fouten(_met(token, waarde)))


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("utrecht", UTRECHT.replace(".gemeente-utrecht", "body")),
        ("utrecht", UTRECHT + "body { color: red; }"),
        ("zandwijk", UTRECHT),
        ("Kaag en Braassem", UTRECHT),
    ],
)
def test_a_file_holds_one_block_for_its_own_municipality(naam: str, tekst: str) -> None:
    (zin,) = _fouten(tekst, naam)
    assert "hier hoort één blok" in zin or "noem het bestand naar de sleutel" in zin


def test_a_line_that_is_no_token_and_one_that_comes_twice_are_named() -> None:
    dubbel = UTRECHT.replace("}", "  --uiterlijk-hoek: 8px;\n  color: red;\n}")
    assert [zin.partition("`")[2].partition("`")[0] for zin in _fouten(dubbel)] == [
        "--uiterlijk-hoek: 8px",
        "color: red",
    ]


def test_a_bad_look_stops_the_build_with_its_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tokens = tmp_path / "tokens"
    tokens.mkdir()
    (tokens / "eenplan.css").write_text((TOKENS / "eenplan.css").read_text())
    (tokens / "utrecht.css").write_text(_met("accent", "#cccccc"))
    monkeypatch.setattr(bouw_frontend, "FRONTEND", tmp_path)
    with pytest.raises(BouwFout, match=r"een link op wit.*is slecht te lezen"):
        bouw_frontend.build()


def test_the_bundle_holds_the_look_of_every_municipality() -> None:
    css = (bouw_frontend.BUNDEL / "eenplan" / "eenplan.css").read_text()
    gemist = [
        pad.stem for pad in uiterlijk.bestanden(TOKENS) if uiterlijk.bereik(pad.stem) not in css
    ]
    assert gemist == []
