"""Wrong situations get one sentence that names the key and what is allowed."""

import datetime as dt

import pytest

from eenplan.beleid import api, woordenschat

FOUTEN: dict[str, tuple[dict[str, object], list[str]]] = {
    "an unknown municipality": (
        {"gemeente": "zwolle"},
        ["`gemeente`", "'zwolle'", "kies uit deventer, heerlen"],
    ),
    "no municipality": ({}, ["`gemeente`", "ontbreekt"]),
    "a date before the first version": (
        {"gemeente": "heerlen", "op": "2017-01-31"},
        ["heerlen/2017-02-01.yaml", "`op`", "vanaf 2017-02-01"],
    ),
    "no date": ({"gemeente": "utrecht", "op": "morgen"}, ["`op`", "'morgen'", "datum"]),
    "an impossible date": ({"gemeente": "utrecht", "op": "2026-02-30"}, ["`op`", "datum"]),
    "an unknown key": (
        {"gemeente": "utrecht", "leeftyd": 4},
        ["`leeftyd`", "bestaat niet", "leeftijd"],
    ),
    "an unknown value": (
        {"gemeente": "utrecht", "wet": "WMO"},
        ["`wet`", "'WMO'", "kies uit wmo, jeugd, onbekend"],
    ),
    "a word for an age": ({"gemeente": "utrecht", "leeftijd": "12"}, ["`leeftijd`", "heel getal"]),
    "a fraction for an age": (
        {"gemeente": "utrecht", "leeftijd": 1.5},
        ["`leeftijd`", "heel getal"],
    ),
    "an age below zero": ({"gemeente": "utrecht", "leeftijd": -1}, ["`leeftijd`", "te klein", "0"]),
    "an age nobody reaches": (
        {"gemeente": "utrecht", "leeftijd": 200},
        ["`leeftijd`", "te groot", "130"],
    ),
    "a word for a yes or no": (
        {"gemeente": "utrecht", "spoed": "ja"},
        ["`spoed`", "true of false"],
    ),
    "an unknown wijk": (
        {"gemeente": "utrecht", "wijk": "zuidas"},
        ["`wijk`", "'zuidas'", "kies uit west"],
    ),
    "an unknown buurt": (
        {"gemeente": "utrecht", "buurt": "jordaan"},
        ["`buurt`", "'jordaan'", "lombok-oost"],
    ),
    "a buurt of another wijk": (
        {"gemeente": "utrecht", "wijk": "west", "buurt": "zamenhofdreef"},
        ["`buurt`", "'zamenhofdreef'", "lombok-oost"],
    ),
    "nothing for a key that must have a value": (
        {"gemeente": "utrecht", "wet": None},
        ["`wet`", "kies uit"],
    ),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_a_situation_is_refused_in_one_sentence_for(naam: str) -> None:
    """The key is named, and what it may be."""
    gegevens, woorden = FOUTEN[naam]
    with pytest.raises(api.Beleidsfout) as fout:
        api.situatie(gegevens)
    zin = str(fout.value)
    assert all(woord in zin for woord in woorden), zin
    assert zin.endswith(".")
    assert "\n" not in zin


def test_every_key_but_the_municipality_has_a_default() -> None:
    """The vocabulary: what is not said has its ordinary value, and the date is today."""
    situatie = api.situatie({"gemeente": "utrecht"})
    assert situatie.op == woordenschat.vandaag()
    assert (situatie.wet, situatie.voorziening, situatie.levering) == (
        "onbekend",
        "algemeen",
        "natura",
    )
    assert (situatie.oordeel_team, situatie.oordeel_inwoner, situatie.stap) == (
        "nodig",
        "akkoord",
        "aanbod",
    )
    assert (situatie.leeftijd, situatie.wijk, situatie.buurt) == (None, None, None)


def test_the_version_in_force_on_the_day_is_taken() -> None:
    """K1: the last day of the old version and the first day of the new one."""
    assert api.model("kaag-en-braassem", dt.date(2017, 12, 31)).geldig_vanaf == dt.date(2015, 1, 1)
    assert api.model("kaag-en-braassem", dt.date(2018, 1, 1)).geldig_vanaf == dt.date(2018, 1, 1)
    assert [v.geldig_vanaf.year for v in api.versies("deventer")] == [2015, 2016]


def test_a_situation_nobody_checked_is_still_refused_in_a_sentence() -> None:
    """Programs that make a Situatie themselves get the same sentence."""
    with pytest.raises(api.Beleidsfout, match="`gemeente`"):
        api.beslis(woordenschat.Situatie(gemeente="zwolle"))
    with pytest.raises(api.Beleidsfout, match="2015-01-01"):
        api.beslis(woordenschat.Situatie(gemeente="utrecht", op=dt.date(2014, 12, 31)))
    with pytest.raises(api.Beleidsfout, match="`wijk`"):
        api.routeer(woordenschat.Situatie(gemeente="utrecht", wijk="zuidas"))


def test_every_earlier_row_says_why_it_did_not_fit() -> None:
    """An answer names its row, its source, and the rows before it in order, with a reason in words."""
    beslissing = api.beslis(
        api.situatie({"gemeente": "utrecht", "wet": "wmo", "voorziening": "aanvullend"})
    )
    assert beslissing.regel == "5"
    assert beslissing.bron.startswith("utrecht: ")
    assert [a.regel for a in beslissing.afgevallen] == ["W1", "W2", "W3", "W4", "1", "2", "3", "4"]
    redenen = {a.regel: a.omdat for a in beslissing.afgevallen}
    assert redenen["1"] == "de levering is niet ‘pgb’, en de voorziening is niet ‘maatwerk’"
    assert redenen["W3"] == "spoed is niet ‘ja’"


def test_nobody_is_granted_what_they_declined_and_the_answer_says_so() -> None:
    """A row that would grant does not fit for who declines; at the consultant it does."""
    gegevens = {
        "gemeente": "utrecht",
        "wet": "wmo",
        "voorziening": "maatwerk",
        "oordeel_inwoner": "weigert_aanbod",
    }
    beslissing = api.beslis(api.situatie(gegevens))
    assert beslissing.regel == "4"
    assert "weigert" in next(a.omdat for a in beslissing.afgevallen if a.regel == "1")
    assert api.beslis(api.situatie(gegevens | {"stap": "consulent"})).regel == "1"


def test_the_law_that_is_offered_first_follows_from_age_and_question() -> None:
    """Triage: a proposal with a reason, a professional may choose otherwise."""
    assert api.stel_wet_voor(api.situatie({"gemeente": "utrecht", "leeftijd": 9})).wet == "jeugd"
    assert api.stel_wet_voor(api.situatie({"gemeente": "utrecht", "leeftijd": 40})).wet == "wmo"
    assert (
        api.stel_wet_voor(api.situatie({"gemeente": "utrecht", "vraag": "geldzaken"})).wet
        == "onbekend"
    )
