"""The bench itself: every job is a page or a form that works, and what it measures is what was used."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import pytest

from eenplan.proef import banen
from eenplan.proef.doelen import DOELEN
from eenplan.proef.telraam import Telraam
from eenplan.proef.verkeer import Bezoeker, Verzoek, cpu_ms, percentiel, tegelijk
from eenplan.proef.vloer import meet_vloer
from eenplan.werk.api import PER_PAGINA
from tests.integration.proef.wereld import Bevolkt, bevolk
from tests.pgplugin import Website, verbind_beheer


@pytest.fixture(scope="module")
def bevolkt(db_module: None) -> Bevolkt:
    return bevolk(60)


@pytest.fixture
def poort(bevolkt: Bevolkt, website: Website) -> int:
    deur = urlsplit(website.basis).port
    assert deur is not None
    return deur


def test_every_job_of_the_bench_gets_the_answer_it_asks_for(poort: int) -> None:
    with verbind_beheer() as conn:
        plek = banen.zoek_plek(conn)
        alle = banen.banen(conn, plek)
    token = plek.sessie()
    assert {baan.sleutel for baan in alle} == set(DOELEN)
    bezoeker = Bezoeker(poort, token)
    for baan in alle:
        handelingen = baan.handelingen()
        assert bezoeker.handel(next(handelingen)).ms > 0, baan.sleutel
        assert bezoeker.handel(next(handelingen)).ms > 0, baan.sleutel
    bezoeker.sluit()
    pagina = [(Verzoek("/werk/"),)] * 6
    assert len(tegelijk(poort, token, pagina, mensen=3)) == 6


def test_who_measures_has_a_full_page_of_work_where_anybody_has(
    bevolkt: Bevolkt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(banen, "STEEKPROEF", 1)
    with verbind_beheer() as conn, conn.transaction(force_rollback=True):
        meeste = banen.zoek_plek(conn)
        ander = conn.execute(
            "SELECT team_id FROM organisaties_teamlid WHERE team_id <> %s LIMIT 1", [meeste.partij]
        ).fetchone()
        assert ander is not None
        conn.execute("SET LOCAL session_replication_role = replica")
        conn.execute(
            """INSERT INTO inzage_betrokkenheid
               SELECT nog.* FROM inzage_betrokkenheid b, jsonb_populate_record(
                      b, jsonb_build_object('id', gen_random_uuid(), 'partij_id', %s::text)) nog
                WHERE b.partij_id = %s""",
            [str(ander[0]), meeste.partij],
        )
        conn.execute(
            """INSERT INTO werk_item (id, gemeente_id, partij_id, medewerker_naam, soort, over_id, titel, wat, spoed,
                                      toestand, aangemaakt)
               SELECT gen_random_uuid(), %s, %s, '', 'plan', gen_random_uuid(), 'Iemand', 'Plan', false, 'open', now()
                 FROM generate_series(1, %s)""",
            [meeste.gemeente, ander[0], PER_PAGINA],
        )
        assert banen.zoek_plek(conn).partij == ander[0]


def test_what_was_counted_can_be_done_again_without_the_application(bevolkt: Bevolkt) -> None:
    with verbind_beheer() as conn:
        plek = banen.zoek_plek(conn)
        vraag = next(baan for baan in banen.banen(conn, plek) if baan.sleutel == "vraag")
        telraam = Telraam(plek.sessie())
        hoeveel = "SELECT count(*) FROM meldingen_melding"
        voor = conn.execute(hoeveel).fetchone()
        assert voor is not None
        handelingen = vraag.handelingen()
        tellingen = [telraam.tel(next(handelingen)) for _ in range(3)]
        assert conn.execute(hoeveel).fetchone() == voor, "counting leaves nothing behind"
        assert meet_vloer(tellingen, keren=1, postgres_pid=os.getpid()).eigen_ms > 0
        assert conn.execute(hoeveel).fetchone() == (voor[0] + 3,)


def test_control_a_page_that_is_not_there_stops_the_bench(poort: int) -> None:
    bezoeker = Bezoeker(poort, "niemand")
    with pytest.raises(AssertionError, match="gaf 404, verwacht 200"):
        bezoeker.doe(Verzoek("/bestaat-niet/"))
    bezoeker.sluit()
    with pytest.raises(AssertionError, match="gaf 404, verwacht 200"):
        Telraam("niemand").tel((Verzoek("/bestaat-niet/"),))


def test_processor_time_counts_what_was_used() -> None:
    begin = cpu_ms(os.getpid())
    sum(n * n for n in range(3_000_000))
    assert cpu_ms(os.getpid()) - begin > 50


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert percentiel([5, 1, 4, 2, 3], 0.5) == 3
    assert percentiel([5, 1, 4, 2, 3], 0.95) == 5
