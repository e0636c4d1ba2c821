"""The catalogue of the database is as it must be (T4), and each check catches a fault planted on purpose."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from tests.integration.platform import catalogus
from tests.integration.platform.catalogus import Controle

FOUTEN = [
    (catalogus.elke_tabel_is_op_slot, "CREATE TABLE public.nieuw (id int)"),
    (
        catalogus.elke_tabel_is_op_slot,
        "ALTER TABLE huishoudens_persoon NO FORCE ROW LEVEL SECURITY",
    ),
    (catalogus.elke_tabel_is_op_slot, "ALTER TABLE inzage_leesregel DISABLE ROW LEVEL SECURITY"),
    (catalogus.elke_tabel_is_op_slot, "GRANT UPDATE ON organisaties_team TO eenplan_app"),
    (catalogus.niets_is_van_wie_vraagt, "ALTER TABLE huishoudens_persoon OWNER TO eenplan_app"),
    (catalogus.niets_is_van_wie_vraagt, "ALTER FUNCTION pol.ctx() OWNER TO eenplan_eigenaar"),
    (catalogus.niets_is_van_wie_vraagt, "CREATE SCHEMA van_app AUTHORIZATION eenplan_app"),
    (catalogus.rollen_kunnen_niet_meer_dan_hun_werk, "ALTER ROLE eenplan_app BYPASSRLS"),
    (catalogus.rollen_kunnen_niet_meer_dan_hun_werk, "ALTER ROLE eenplan_app INHERIT"),
    (catalogus.rollen_kunnen_niet_meer_dan_hun_werk, "GRANT eenplan_eigenaar TO eenplan_app"),
    (catalogus.rollen_kunnen_niet_meer_dan_hun_werk, "GRANT eenplan_lader TO eenplan_polfn"),
    (
        catalogus.rollen_kunnen_niet_meer_dan_hun_werk,
        "GRANT CREATE ON SCHEMA public TO eenplan_app",
    ),
    (
        catalogus.rollen_kunnen_niet_meer_dan_hun_werk,
        "DO $$ BEGIN EXECUTE format('GRANT TEMP ON DATABASE %I TO eenplan_app', current_database()); END $$",
    ),
    (catalogus.toegangsfuncties_zijn_dicht, "ALTER FUNCTION pol.ctx() RESET search_path"),
    (
        catalogus.toegangsfuncties_zijn_dicht,
        "ALTER FUNCTION pol.ctx() SET search_path = public, pol",
    ),
    (catalogus.toegangsfuncties_zijn_dicht, "GRANT EXECUTE ON FUNCTION pol.ctx() TO PUBLIC"),
    (
        catalogus.toegangsfuncties_zijn_dicht,
        "CREATE FUNCTION public.alles() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pol,"
        " pg_temp AS 'SELECT count(*) FROM public.huishoudens_persoon'",
    ),
    (catalogus.er_is_geen_omweg, "CREATE VIEW public.kijk AS SELECT * FROM huishoudens_persoon"),
    (catalogus.er_is_geen_omweg, "CREATE MATERIALIZED VIEW public.kopie AS SELECT 1 AS een"),
    (catalogus.er_is_geen_omweg, "CREATE TABLE public.kind () INHERITS (huishoudens_persoon)"),
    (catalogus.rechten_zijn_smal, "GRANT TRUNCATE ON huishoudens_persoon TO eenplan_app"),
    (catalogus.rechten_zijn_smal, "GRANT DELETE ON huishoudens_persoon TO eenplan_app"),
    (catalogus.rechten_zijn_smal, "GRANT UPDATE (naam) ON huishoudens_persoon TO eenplan_lezer"),
    (catalogus.rechten_zijn_smal, "GRANT INSERT ON inzage_leesregel TO eenplan_app"),
    (catalogus.rechten_zijn_smal, "GRANT UPDATE ON platform_gebeurtenis TO eenplan_app"),
    (catalogus.rechten_zijn_smal, "GRANT SELECT ON pol.sessie TO eenplan_app"),
    (catalogus.rechten_zijn_smal, "GRANT SELECT ON huishoudens_persoon TO PUBLIC"),
    (
        catalogus.regels_worden_eenmaal_gevraagd,
        "ALTER POLICY lezen ON huishoudens_persoon USING (deel_id IN (SELECT pol.open_delen()) AND pol.nu() > now())",
    ),
    (
        catalogus.regels_worden_eenmaal_gevraagd,
        "ALTER POLICY lezen ON huishoudens_persoon USING ((SELECT pol.mag_aanmaken(huishoudens_persoon.id, '')))",
    ),
    (
        catalogus.regels_worden_eenmaal_gevraagd,
        "ALTER POLICY lezen ON huishoudens_persoon USING (true)",
    ),
    (
        catalogus.regels_worden_eenmaal_gevraagd,
        "ALTER POLICY lezen ON huishoudens_persoon TO PUBLIC",
    ),
    (
        catalogus.regels_worden_eenmaal_gevraagd,
        "CREATE POLICY ook ON huishoudens_persoon FOR SELECT TO eenplan_app"
        " USING (gemeente_id = (SELECT pol.mijn_gemeente()))",
    ),
    (catalogus.lijsten_verbergen_wie_gesloten_is, "DROP POLICY gesloten ON werk_item"),
    (
        catalogus.inwoners_schrijven_alleen_het_eigen,
        "DROP POLICY inwoner_wijzigt ON huishoudens_relatie",
    ),
    (
        catalogus.vreemde_sleutels_wijzen_omlaag,
        "ALTER TABLE platform_deel ADD FOREIGN KEY (betrokkene_id) REFERENCES huishoudens_persoon",
    ),
    (
        catalogus.vreemde_sleutels_hebben_een_index,
        "ALTER TABLE huishoudens_lid ADD buur_id uuid REFERENCES huishoudens_persoon",
    ),
    (
        catalogus.geen_index_staat_er_tweemaal,
        "CREATE INDEX ook_persoon ON huishoudens_lid (persoon_id)",
    ),
    (
        catalogus.geen_index_staat_er_tweemaal,
        "CREATE INDEX ook_sleutel ON huishoudens_lid (id)",
    ),
]


@pytest.fixture
def kladblok(db_module: None, beheer_conn: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """A superuser's transaction that leaves nothing behind."""
    with beheer_conn.transaction(force_rollback=True):
        yield beheer_conn


@pytest.mark.parametrize("controle", catalogus.CONTROLES, ids=lambda c: str(c.__name__))
def test_t4_the_catalogue_is_as_it_must_be(
    controle: Controle, kladblok: psycopg.Connection
) -> None:
    assert controle(kladblok) == []


@pytest.mark.parametrize(("controle", "fout"), FOUTEN, ids=[fout[:60] for _, fout in FOUTEN])
def test_t4_the_check_catches_a_planted_fault(
    controle: Controle, fout: str, kladblok: psycopg.Connection
) -> None:
    voor = controle(kladblok)
    kladblok.execute(fout.encode())
    assert set(controle(kladblok)) - set(voor)
