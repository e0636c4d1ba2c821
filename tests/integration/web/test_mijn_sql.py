"""Somebody who can run SQL in the session of a resident: what they change in a file they opened themselves (T4, X3)."""

from __future__ import annotations

from collections.abc import Mapping

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from psycopg import sql

from eenplan.inzage import api as inzage
from eenplan.rechtsbescherming import api as recht
from tests import world
from tests.browser import inwonerwereld
from tests.integration.inzage.slot import inhoudstabellen
from tests.world import LENTE, Mens

Gezin = Mapping[str, Mens]


@pytest.fixture(scope="module")
def gezin(db_module: None) -> Gezin:
    """Mina with everything in her file, the father elsewhere, and the daughter of 13."""
    cast = world.overvecht()
    _, sleutels = inwonerwereld.mina(cast.fatima)
    return {
        wie: inwonerwereld.inwoner(sleutels[wie], cast.fatima) for wie in ("mina", "karim", "esra")
    }


WIJZIGT_EIGEN = {"plannen_akkoord", "plannen_doel", "plannen_eigenregel"}
"""What a resident changes on the own pages, in the own rows."""


def _raakt(tabel: str, waar: str = "true") -> int:
    vraag = sql.SQL("UPDATE {t} SET id = id WHERE {w}").format(
        t=sql.Identifier(tabel),
        w=sql.SQL(waar),
    )
    with connection.cursor() as cursor:
        cursor.execute(vraag.as_string(None))
        return int(cursor.rowcount)


def _te_wijzigen(beheer: psycopg.Connection) -> list[str]:
    mag = "SELECT has_table_privilege('eenplan_app', %s, 'UPDATE')"
    return [t for t in inhoudstabellen(beheer) if beheer.execute(mag, [t]).fetchone() == (True,)]


@pytest.mark.parametrize("wie", ["mina", "karim", "esra"])
def test_t4_sql_in_a_residents_session_changes_nothing_but_what_they_may_write(
    wie: str, gezin: Gezin, beheer_conn: psycopg.Connection
) -> None:
    """A case of one's own, a judgement on it, who has authority: read, and written by who answers for it."""
    with gezin[wie].handelt(op=LENTE) as scope:
        inzage.open_als_inwoner(scope)
        geraakt = {t: _raakt(t) for t in _te_wijzigen(beheer_conn)}
        van_ander = "persoon_id <> ALL (ARRAY(SELECT pol.ikzelf()))"
        andermans = {t: _raakt(t, van_ander) for t in WIJZIGT_EIGEN}
        transaction.set_rollback(True)
    assert {t for t, n in geraakt.items() if n} <= WIJZIGT_EIGEN
    assert geraakt["plannen_akkoord"], "control: the own answer stays within reach"
    assert not any(andermans.values())


@pytest.mark.parametrize("tabel", ["plannen_akkoord", "huishoudens_relatie", "uitvoering_opdracht"])
def test_t4_a_resident_plants_no_line_that_counts_for_another(tabel: str, gezin: Gezin) -> None:
    """A consent of the other parent, or authority for a new partner: a copy of what is there, with another key."""
    kopie = sql.SQL(
        "INSERT INTO {t} SELECT (jsonb_populate_record(NULL::{t}, to_jsonb(x) || jsonb_build_object('id',"
        " gen_random_uuid()))).* FROM {t} x LIMIT 1"
    ).format(t=sql.Identifier(tabel))
    with gezin["mina"].handelt(op=LENTE) as scope:
        inzage.open_als_inwoner(scope)
        with (
            connection.cursor() as cursor,
            pytest.raises(ProgrammingError, match="row-level security"),
        ):
            cursor.execute(kopie.as_string(None))
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("zegt", "leest", "ziet"),
    [("mina", "karim", False), ("karim", "karim", True), ("mina", "mina", True)],
    ids=["de ander elders", "wie het elders zei", "wie het thuis zei"],
)
def test_u19_what_one_parent_says_is_not_read_by_the_other_who_lives_elsewhere(
    zegt: str, leest: str, ziet: bool, gezin: Gezin
) -> None:
    """Somebody may be afraid of the other parent, and say so."""
    onvrede = recht.Onvrede("Ik ben bang voor hem.", "een ouder", LENTE)
    with gezin[zegt].handelt(op=LENTE) as scope:
        zaak = recht.dien_in(scope, persoon=gezin["esra"].id, weg=recht.Weg.KLACHT, onvrede=onvrede)
    pagina = gezin[leest].client(op=LENTE).get(f"/mijn/oneens/zaak/{zaak}/")
    assert pagina.status_code == (200 if ziet else 404)
