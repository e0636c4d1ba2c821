"""A data migration runs as a named role, and fails when it silently changes nothing (docs/adr/0003)."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connections
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

from eenplan.platform import sloten
from tests.integration.inzage.slot import bouw

WIJZIG = "UPDATE huishoudens_contact SET veilige_weg = 'nieuw'"


@pytest.fixture
def editor(beheer_conn: psycopg.Connection) -> Iterator[BaseDatabaseSchemaEditor]:
    """The schema editor of a migration, on a database with rows; commits and closes behind it."""
    bouw(beheer_conn)
    verbinding = connections["migratie"]
    with verbinding.schema_editor() as editor:
        yield editor
    verbinding.close()


def _draai(editor: BaseDatabaseSchemaEditor, tabel: str, zin: str) -> None:
    sloten.Datamigratie(tabel, zin).code(ProjectState().apps, editor)


def test_a_data_migration_reaches_every_row_and_shuts_the_door_behind_it(
    beheer_conn: psycopg.Connection,
) -> None:
    bouw(beheer_conn)
    voor = _stand(beheer_conn)
    with connections["migratie"].schema_editor() as editor:
        _draai(editor, "huishoudens_contact", WIJZIG)
        with editor.connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == ("eenplan_eigenaar",)
    connections["migratie"].close()
    assert _stand(beheer_conn) == voor
    assert beheer_conn.execute(
        "SELECT DISTINCT veilige_weg FROM huishoudens_contact"
    ).fetchall() == [("nieuw",)]


def _stand(beheer: psycopg.Connection) -> list[tuple[object, ...]]:
    """The policies, the rights and the triggers of the table."""
    return beheer.execute(
        """SELECT polname::text, polqual::text FROM pg_policy WHERE polrelid = 'huishoudens_contact'::regclass
           UNION ALL
           SELECT tgname::text, tgenabled::text FROM pg_trigger WHERE tgrelid = 'huishoudens_contact'::regclass
           UNION ALL
           SELECT a.grantee::regrole::text, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a
            WHERE c.oid = 'huishoudens_contact'::regclass
           ORDER BY 1, 2"""
    ).fetchall()


def test_a_data_migration_that_changes_nothing_in_a_filled_table_fails(
    editor: BaseDatabaseSchemaEditor,
) -> None:
    with pytest.raises(RuntimeError, match="geen enkele rij"):
        _draai(editor, "huishoudens_contact", f"{WIJZIG} WHERE veilige_weg = 'bestaat niet'")


def test_a_data_migration_on_an_empty_table_passes(editor: BaseDatabaseSchemaEditor) -> None:
    _draai(editor, "inzage_blokkade", "UPDATE inzage_blokkade SET tot = now()")


def test_without_the_named_role_the_same_change_touches_no_row_and_says_nothing(
    editor: BaseDatabaseSchemaEditor,
) -> None:
    """The control: this is the silence that `Datamigratie` breaks."""
    with editor.connection.cursor() as cursor:
        cursor.execute(WIJZIG)
        assert cursor.rowcount == 0
