"""The lock decides as the oracle does (T1): nothing leaks, nobody is wrongly kept out."""

from __future__ import annotations

import psycopg
import pytest

from tests.orakel import generator
from tests.orakel.laden import laad
from tests.orakel.vergelijk import Uitslag, vergelijk
from tests.pgplugin import verbind_rol

REGELS = {
    "0 niemand",
    "1 blokkade",
    "2 privé",
    "3 geheim",
    "4 nood",
    "5 betrokken",
    "5 signaal",
    "6 zelf",
    "7 gezag",
    "8 niets",
}


def _campagne(beheer: psycopg.Connection, *, eerste_zaad: int, besluiten: int) -> Uitslag:
    totaal = Uitslag()
    zaad = eerste_zaad
    with verbind_rol("eenplan_app") as app:
        while totaal.besluiten < besluiten:
            wereld = generator.maak(zaad)
            laad(beheer, wereld)
            totaal.tel(vergelijk(app, wereld))
            zaad += 1
    print(
        f"\n{totaal.besluiten} besluiten in {zaad - eerste_zaad} werelden, {totaal.open} open,"
        f" {totaal.lekken} lekken, {len(totaal.verschillen) - totaal.lekken} ten onrechte dicht;"
        f" {dict(sorted(totaal.per_regel.items()))}"
    )
    return totaal


def _klopt(totaal: Uitslag) -> None:
    assert not totaal.verschillen, "\n".join(str(v) for v in totaal.verschillen[:10])
    assert not totaal.inhoud, "\n".join(totaal.inhoud[:5])
    # a comparison in which a rule never spoke proves nothing about that rule
    assert totaal.per_regel.keys() == REGELS
    assert min(totaal.per_regel.values()) > totaal.besluiten / 1000


def test_t1_the_lock_decides_like_the_oracle_on_100000_decisions(
    beheer_conn: psycopg.Connection,
) -> None:
    _klopt(_campagne(beheer_conn, eerste_zaad=2026, besluiten=100_000))


@pytest.mark.lang
def test_t1_the_lock_decides_like_the_oracle_on_a_million_decisions(
    beheer_conn: psycopg.Connection,
) -> None:
    _klopt(_campagne(beheer_conn, eerste_zaad=900_000, besluiten=1_000_000))
