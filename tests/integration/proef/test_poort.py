"""The gate: no job takes more statements or bytes than it did, and none reads a table that grows from end to end.

Counts and plans only, never time: those are the same on a busy machine. Each with a control. And the bench's own lock,
which it takes off and puts back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pytest
from django.template.response import TemplateResponse
from django.test import Client

from eenplan.platform.scope import KOEKJE
from eenplan.platform.vraag import waarde
from eenplan.proef import banen
from eenplan.proef.slot import Slot, SlotStuk, Stand
from eenplan.proef.telraam import Telling, Telraam
from eenplan.proef.verkeer import Handeling
from eenplan.proef.vloer import hele_tabellen, leest_heel
from eenplan.web import verzenden
from eenplan.web.werk import dossier
from eenplan.werk import api as werk
from tests.integration.proef.wereld import bevolk
from tests.pgplugin import verbind_beheer

# Statements and bytes (before compression) that each job takes today in this population. Lower them when they fall.
GRENZEN = {
    "leeg": (1, 4_000),
    "dossier": (9, 13_000),
    "werklijst": (3, 30_000),
    "zoek-bsn": (2, 6_000),
    "zoek-naam": (2, 6_000),
    "vraag": (16, 0),
    "plan": (24, 0),
}
KEREN = 4


class Bureau:
    """Somebody at work in a small population, with a counter beside them."""

    def __init__(self) -> None:
        with verbind_beheer() as conn:
            plek = banen.zoek_plek(conn)
            self.banen = {baan.sleutel: baan for baan in banen.banen(conn, plek)}
        self.token = plek.sessie()
        self.telraam = Telraam(self.token)

    def tel(self, sleutel: str) -> list[Telling]:
        """Some acts of this job; the first, which fills what a process keeps, left out."""
        handelingen = self.banen[sleutel].handelingen()
        keren = KEREN if self.banen[sleutel].deel == 1 else 2
        return [self.telraam.tel(next(handelingen)) for _ in range(keren)][1:]


@pytest.fixture(scope="module")
def bureau(db_module: None) -> Bureau:
    bevolk(300)  # enough rows that reading most of a table differs from reading one file
    return Bureau()


def te_veel(sleutel: str, tellingen: list[Telling]) -> list[str]:
    """What takes more than it may."""
    statements, bytes_ = GRENZEN[sleutel]
    meest = max(telling.statements for telling in tellingen)
    dikst = max(telling.bytes for telling in tellingen)
    return [
        *([f"{sleutel}: {meest} statements, at most {statements}"] if meest > statements else []),
        *([f"{sleutel}: {dikst} bytes, at most {bytes_}"] if dikst > bytes_ else []),
    ]


@pytest.mark.parametrize("sleutel", GRENZEN)
def test_a_job_takes_no_more_than_it_did_and_reads_no_growing_table_whole(
    bureau: Bureau, sleutel: str
) -> None:
    tellingen = bureau.tel(sleutel)
    assert te_veel(sleutel, tellingen) == []
    assert hele_tabellen(tellingen[-1]) == set()


def test_control_one_statement_more_is_noticed(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    mijn_lijst: Callable[..., object] = werk.mijn_lijst

    def met_nog_een(*woorden: object, **namen: object) -> object:
        waarde("SELECT 1")
        return mijn_lijst(*woorden, **namen)

    monkeypatch.setattr(werk, "mijn_lijst", met_nog_een)
    assert te_veel("werklijst", bureau.tel("werklijst")) == ["werklijst: 4 statements, at most 3"]


def test_control_a_fat_page_is_noticed(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    toon: Callable[..., TemplateResponse] = verzenden.toon

    def dik(*woorden: object) -> TemplateResponse:
        antwoord = toon(*woorden)
        antwoord.add_post_render_callback(lambda klaar: klaar.write(b" " * 13_000))
        return antwoord

    monkeypatch.setattr(dossier, "toon", dik)
    [zin] = te_veel("dossier", bureau.tel("dossier"))
    assert re.fullmatch(r"dossier: \d+ bytes, at most 13000", zin)


@contextmanager
def zonder_index(naam: str) -> Iterator[None]:
    with verbind_beheer() as conn:
        rij = conn.execute("SELECT pg_get_indexdef(%s::regclass)", [naam]).fetchone()
        assert rij is not None
        conn.execute(f"DROP INDEX {naam}")
        try:
            yield
        finally:
            conn.execute(rij[0])


def test_control_an_index_that_is_gone_is_noticed_also_inside_a_function(bureau: Bureau) -> None:
    """The key of the municipality is in another index, which then finds everybody who lives there."""
    [telling, *_] = bureau.tel("zoek-naam")
    with zonder_index("persoon_zoeken"):
        [gevonden] = hele_tabellen(telling)
    assert gevonden.startswith("huishoudens_persoon: ")
    assert hele_tabellen(telling) == set()


def test_control_a_policy_that_loses_its_index_is_noticed(bureau: Bureau) -> None:
    [telling, *_] = bureau.tel("dossier")
    with zonder_index("lees_request"):
        assert any(t.startswith("inzage_leesregel: ") for t in hele_tabellen(telling))


def test_control_most_rows_of_a_large_table_are_the_whole_table() -> None:
    knoop = {"Relation Name": "werk_item", "Actual Rows": 300, "Rows Removed by Filter": 400}
    index = knoop | {"Node Type": "Index Scan"}
    assert leest_heel(index, {"werk_item": 1000})
    assert not leest_heel(index, {"werk_item": 10_000})
    assert not leest_heel(index, {}), "of a small table any plan is as good"
    assert leest_heel(knoop | {"Node Type": "Seq Scan"}, {}), "but there must be an index"


# --- without the lock ----------------------------------------------------------------------------------------------

LEZEND = ("dossier", "werklijst", "zoek-bsn", "zoek-naam")
GELEZEN = "SELECT count(*) FROM inzage_leesregel"
BEWAARD = "slot.json"
_WISSELT = re.compile(r'value="[^"]{36,}"')


def _pagina(bureau: Bureau, handeling: Handeling) -> str:
    client = Client(HTTP_HOST="127.0.0.1")
    client.cookies[KOEKJE] = bureau.token
    [verzoek] = handeling
    velden = verzoek.velden
    antwoord = client.get(verzoek.pad) if velden is None else client.post(verzoek.pad, dict(velden))
    return _WISSELT.sub("", antwoord.content.decode())


@pytest.fixture
def slot(bureau: Bureau, tmp_path: Path) -> Iterator[Slot]:
    with verbind_beheer() as conn:
        slot = Slot(conn, tmp_path / BEWAARD)
        yield slot
        slot.zet(Stand.DICHT)
    assert not (tmp_path / BEWAARD).exists()


def _een_getal(vraag: str) -> int:
    with verbind_beheer() as conn:
        rij = conn.execute(vraag).fetchone()
    assert rij is not None
    return int(rij[0])


@pytest.mark.parametrize("sleutel", LEZEND)
def test_without_the_lock_a_page_says_the_same_and_leaves_no_line_in_the_log(
    bureau: Bureau, slot: Slot, sleutel: str
) -> None:
    verzoeken = [*islice(bureau.banen[sleutel].handelingen(), 5)]
    met = [_pagina(bureau, handeling) for handeling in verzoeken]
    voor = _een_getal(GELEZEN)
    slot.zet(Stand.ZONDER_LOGBOEK)
    assert [_pagina(bureau, handeling) for handeling in verzoeken] == met
    assert _een_getal(GELEZEN) == voor
    slot.zet(Stand.DICHT)
    assert [_pagina(bureau, handeling) for handeling in verzoeken] == met
    assert _een_getal(GELEZEN) > voor, "control: with the lock it is logged"


@pytest.mark.parametrize("sleutel", ["vraag", "plan"])
def test_without_row_security_one_can_still_write(bureau: Bureau, slot: Slot, sleutel: str) -> None:
    slot.zet(Stand.ZONDER_RIJBEVEILIGING)
    assert bureau.tel(sleutel)


def test_a_bench_that_was_killed_puts_the_lock_back_at_its_next_start(
    bureau: Bureau, tmp_path: Path
) -> None:
    beveiligd = "SELECT count(*) FROM pg_class WHERE relrowsecurity"
    stond = _een_getal(beveiligd)
    with verbind_beheer() as conn:
        Slot(conn, tmp_path / BEWAARD).zet(Stand.ZONDER_LOGBOEK)
        assert _een_getal(beveiligd) < stond / 2
        Slot(conn, tmp_path / BEWAARD)
    assert _een_getal(beveiligd) == stond


def test_control_a_policy_that_went_missing_meanwhile_is_noticed(
    bureau: Bureau, tmp_path: Path
) -> None:
    with verbind_beheer() as conn:
        slot = Slot(conn, tmp_path / BEWAARD)
        slot.zet(Stand.ZONDER_RIJBEVEILIGING)
        rij = conn.execute("SELECT polname, polrelid::regclass FROM pg_policy LIMIT 1").fetchone()
        assert rij is not None
        conn.execute(f'ALTER POLICY "{rij[0]}" ON {rij[1]} RENAME TO weg')
        with pytest.raises(SlotStuk, match="regel van rijbeveiliging"):
            slot.zet(Stand.DICHT)
        conn.execute(f'ALTER POLICY weg ON {rij[1]} RENAME TO "{rij[0]}"')
        Slot(conn, tmp_path / BEWAARD)
