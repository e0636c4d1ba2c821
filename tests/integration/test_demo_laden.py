"""The demo's households walked the real use cases, and loading again changes none of them (X11)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import psycopg
import pytest

from eenplan.beleid import api as beleid
from eenplan.demo import bevolking, laden, namen, verhalen
from eenplan.platform import klok
from tests.conftest import kopieer_gemeente


def _tel(conn: psycopg.Connection, tabel: str) -> int:
    rij = conn.execute(f"SELECT count(*) FROM {tabel}").fetchone()
    return int(rij[0]) if rij else 0


def test_x11_every_municipality_gets_staff_and_households_and_again_changes_nothing(
    db_schoon: None, beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laden, "GEZINNEN", 4)
    monkeypatch.setattr(verhalen, "verhalen", lambda *_: iter(()))
    laden.laad(lambda _: None)
    tabellen = ("huishoudens_persoon", "meldingen_melding", "organisaties_medewerker", "werk_item")
    eerst = {tabel: _tel(beheer_conn, tabel) for tabel in tabellen}
    assert eerst["meldingen_melding"] == 4 * len(beleid.gemeenten())
    laden.laad(lambda _: None)
    assert {tabel: _tel(beheer_conn, tabel) for tabel in tabellen} == eerst


def test_x1_a_municipality_that_begins_next_year_is_set_up_and_nobody_lives_there_yet(
    db_schoon: None, modellen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is a copy with its first day in the future; one that has begun has households (control)."""
    monkeypatch.setattr(laden, "GEZINNEN", 1)
    monkeypatch.setattr(verhalen, "verhalen", lambda *_: iter(()))
    kopieer_gemeente(modellen, "zandwijk", date(klok.vandaag().year + 1, 1, 1))
    kopieer_gemeente(modellen, "duinwijk", date(2016, 1, 1))
    laden.laad(lambda _: None)
    assert not laden.bevolkt("zandwijk")
    assert laden.bevolkt("duinwijk")


def test_the_bsns_of_the_demo_can_never_be_of_a_real_person() -> None:
    nummers = list(namen.bsns())
    assert len(nummers) > 1000
    assert all(999900006 <= int(n) <= 999999990 for n in nummers)


def test_the_same_seed_gives_the_same_households() -> None:
    def wie(zaad: str) -> list[bevolking.Gezin]:
        return list(bevolking.gezinnen(zaad, 5, ["wijk"], "Utrecht", date(2026, 11, 21)))

    assert wie("a") == wie("a")
    assert wie("a") != wie("b")
