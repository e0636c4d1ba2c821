"""Encrypted values belong to their row and name their key; look-up values belong to their municipality."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from eenplan.platform import versleuteling
from eenplan.platform.geheimen import Geheimen
from eenplan.platform.versleuteling import OnleesbareWaarde, ontsleutel, versleutel, zoeksleutel

RIJ, ANDERE = UUID(int=1), UUID(int=2)
BSN = "999900018"
GEHEIMEN = Geheimen(
    webwachtwoord="",
    django_sleutel="",
    sleutels={"1": b"\x01" * 32},
    actieve_sleutel="1",
    hmac_sleutel=b"\x07" * 32,
)


@pytest.fixture(autouse=True)
def geheimen(monkeypatch: pytest.MonkeyPatch) -> None:
    _gebruik(monkeypatch, GEHEIMEN)


def _gebruik(monkeypatch: pytest.MonkeyPatch, geheimen: Geheimen) -> None:
    monkeypatch.setattr(versleuteling, "_geheimen", lambda: geheimen)


def test_what_was_encrypted_for_a_row_is_read_back_there() -> None:
    waarde = versleutel("Zonnehof 3 \u2013 boven", rij=RIJ)
    assert ontsleutel(waarde, rij=RIJ) == "Zonnehof 3 \u2013 boven"
    assert ontsleutel(memoryview(waarde), rij=RIJ) == "Zonnehof 3 \u2013 boven"
    assert ontsleutel(None, rij=RIJ) == ""


def test_the_same_value_looks_different_every_time_and_does_not_show() -> None:
    een, twee = versleutel(BSN, rij=RIJ), versleutel(BSN, rij=RIJ)
    assert een != twee
    assert BSN.encode() not in een


def test_a_ciphertext_moved_to_another_row_cannot_be_read() -> None:
    with pytest.raises(OnleesbareWaarde):
        ontsleutel(versleutel(BSN, rij=RIJ), rij=ANDERE)


def test_a_ciphertext_with_any_byte_changed_cannot_be_read() -> None:
    waarde = versleutel(BSN, rij=RIJ)
    for plek in range(len(waarde)):
        kapot = bytearray(waarde)
        kapot[plek] ^= 1
        with pytest.raises(OnleesbareWaarde):
            ontsleutel(bytes(kapot), rij=RIJ)


@pytest.mark.parametrize("lengte", [0, 1, 2, 13, 14])
def test_a_ciphertext_cut_short_cannot_be_read(lengte: int) -> None:
    with pytest.raises(OnleesbareWaarde):
        ontsleutel(versleutel(BSN, rij=RIJ)[:lengte], rij=RIJ)


def test_after_a_new_key_the_old_rows_stay_readable_and_the_new_ones_name_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    oud = versleutel(BSN, rij=RIJ)
    erbij = replace(
        GEHEIMEN, sleutels={**GEHEIMEN.sleutels, "2": b"\x02" * 32}, actieve_sleutel="2"
    )
    _gebruik(monkeypatch, erbij)
    nieuw = versleutel(BSN, rij=RIJ)
    assert (oud[:2], nieuw[:2]) == (b"1\0", b"2\0")
    assert ontsleutel(oud, rij=RIJ) == ontsleutel(nieuw, rij=RIJ) == BSN
    _gebruik(monkeypatch, replace(erbij, sleutels={"2": b"\x02" * 32}))
    with pytest.raises(OnleesbareWaarde):
        ontsleutel(oud, rij=RIJ)


def test_a_lookup_value_is_the_same_within_a_municipality_and_different_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hier = zoeksleutel(BSN, gemeente=RIJ)
    assert hier == zoeksleutel(BSN, gemeente=RIJ)
    assert hier != zoeksleutel(BSN, gemeente=ANDERE)
    assert hier != zoeksleutel("999900020", gemeente=RIJ)
    _gebruik(monkeypatch, replace(GEHEIMEN, hmac_sleutel=b"\x08" * 32))
    assert hier != zoeksleutel(BSN, gemeente=RIJ)


def test_secrets_do_not_show_when_printed() -> None:
    assert "x01" not in repr(GEHEIMEN)
    assert "x07" not in repr(GEHEIMEN)
