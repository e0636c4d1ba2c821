"""The locks of a table, as migration operations. A table with personal data takes its lock in its own migration."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_OPEN = "ANY (ARRAY(SELECT pol.open_delen()))"
_SCHRIJF = "ANY (ARRAY(SELECT pol.schrijf_delen()))"
_PARTIJ = "ANY (ARRAY(SELECT pol.mijn_partijen()))"
VRAAG = "deel_id = ANY (ARRAY(SELECT pol.vraag_delen()))"
"""The row lies in a deel that is open to, or was made by, who has the question."""
BESLIS = "deel_id = ANY (ARRAY(SELECT pol.beslis_delen()))"
"""As `VRAAG`, or who decides on it."""
_DICHT = "ALTER TABLE {t} ENABLE ROW LEVEL SECURITY; ALTER TABLE {t} FORCE ROW LEVEL SECURITY;"


def _sql(*regels: str) -> migrations.RunSQL:
    return migrations.RunSQL("\n".join(regels), migrations.RunSQL.noop)


def inhoud(tabel: str, *, deel: str = "deel_id") -> migrations.RunSQL:
    """Content: readable only with a ticket for its deel, writable only to an open or newly made deel."""
    return _sql(
        _DICHT.format(t=tabel),
        f"GRANT SELECT ON {tabel} TO eenplan_app, eenplan_lezer; GRANT INSERT, UPDATE ON {tabel} TO eenplan_app;",
        f"CREATE POLICY lezen ON {tabel} FOR SELECT TO eenplan_app, eenplan_lezer USING ({deel} = {_OPEN});",
        f"CREATE POLICY toevoegen ON {tabel} FOR INSERT TO eenplan_app WITH CHECK ({deel} = {_SCHRIJF});",
        f"CREATE POLICY wijzigen ON {tabel} FOR UPDATE TO eenplan_app USING ({deel} = {_OPEN})"
        f" WITH CHECK ({deel} = {_SCHRIJF});",
    )


def dat(tabel: str, *partijen: str, betrokkene: str | None = None) -> migrations.RunSQL:
    """A narrow list of *that*, not *what*: read by the parties in its columns, written within the municipality.

    A visitor's request has no municipality; it may add a line (a public melding) and never reads one. With
    `betrokkene`, the column of the person it is about, a block or a private relation hides the line itself.
    """
    van_mij = " OR ".join(f"{kolom} = {_PARTIJ}" for kolom in partijen)
    zelfde = "((SELECT pol.mijn_gemeente()) IS NULL OR gemeente_id = (SELECT pol.mijn_gemeente()))"
    return _sql(
        _DICHT.format(t=tabel),
        f"GRANT SELECT ON {tabel} TO eenplan_app, eenplan_lezer; GRANT INSERT, UPDATE ON {tabel} TO eenplan_app;",
        f"CREATE POLICY lezen ON {tabel} FOR SELECT TO eenplan_app, eenplan_lezer USING ({van_mij});",
        f"CREATE POLICY toevoegen ON {tabel} FOR INSERT TO eenplan_app WITH CHECK ({zelfde});",
        f"CREATE POLICY wijzigen ON {tabel} FOR UPDATE TO eenplan_app USING ({van_mij}) WITH CHECK ({zelfde});",
        *([_gesloten(tabel, betrokkene)] if betrokkene else []),
    )


def gesloten(tabel: str, betrokkene: str) -> migrations.RunSQL:
    """Forbid first, for a list too: hide the lines about whoever is closed to the one who asks."""
    return _sql(_gesloten(tabel, betrokkene))


def _gesloten(tabel: str, betrokkene: str) -> str:
    return (
        f"CREATE POLICY gesloten ON {tabel} AS RESTRICTIVE FOR SELECT TO eenplan_app, eenplan_lezer"
        f" USING ({betrokkene} IS NULL OR NOT {betrokkene} = ANY (ARRAY(SELECT pol.gesloten_voor_mij())));"
    )


def niet_voor_inwoners(tabel: str, behalve: str) -> migrations.RunSQL:
    """Narrow what a resident's session reads of a table, whatever it opened; `behalve` says which rows it does see."""
    return _sql(
        f"CREATE POLICY inwoner ON {tabel} AS RESTRICTIVE FOR SELECT TO eenplan_app, eenplan_lezer USING ({behalve});"
    )


def inwoner_schrijft(
    *tabellen: str, wijzigt: str = "false", voegt_toe: str | None = "false"
) -> migrations.RunSQL:
    """Narrow what a resident's session writes in files it opened; nothing, unless these say in which rows.

    `voegt_toe=None`: adding stays as wide as the deel is.
    """
    anders = "NOT (SELECT pol.is_inwoner()) OR"
    return _sql(
        *(
            f"CREATE POLICY inwoner_wijzigt ON {t} AS RESTRICTIVE FOR UPDATE TO eenplan_app USING ({anders} {wijzigt});"
            for t in tabellen
        ),
        *(
            f"CREATE POLICY inwoner_voegt_toe ON {t} AS RESTRICTIVE FOR INSERT TO eenplan_app"
            f" WITH CHECK ({anders} {voegt_toe});"
            for t in tabellen
            if voegt_toe is not None
        ),
    )


def geschreven_door(
    tabel: str, voegt_toe: str, *, wijzigt: str | None = None, wordt: str = ""
) -> migrations.RunSQL:
    """Narrow who writes a table of content beyond who has it open: seeing is not writing (docs/adr/0033).

    `wijzigt`: of which rows, as `voegt_toe` unless it says otherwise; `wordt`: to what, when that differs. Empty: no
    rule.
    """
    oud = voegt_toe if wijzigt is None else wijzigt
    return _sql(
        *(
            [
                f"CREATE POLICY schrijver_voegt_toe ON {tabel} AS RESTRICTIVE FOR INSERT TO eenplan_app"
                f" WITH CHECK ({voegt_toe});"
            ]
            if voegt_toe
            else []
        ),
        *(
            [
                f"CREATE POLICY schrijver_wijzigt ON {tabel} AS RESTRICTIVE FOR UPDATE TO eenplan_app"
                f" USING ({oud}) WITH CHECK ({wordt or oud});"
            ]
            if oud
            else []
        ),
    )


def gaat_over(tabel: str, betrokkene: str) -> migrations.RunSQL:
    """The deel of a row is about the person the row is about: nobody writes in one file what counts for another."""
    return _sql(
        f"ALTER TABLE {tabel} ADD CONSTRAINT {tabel}_gaat_over FOREIGN KEY (deel_id, {betrokkene})"
        " REFERENCES platform_deel (id, betrokkene_id);"
    )


def onder_een_deel(tabel: str, bij: str, *ook: str) -> migrations.RunSQL:
    """A row stands under the very deel of the row it belongs to: who may write elsewhere adds nothing to it.

    `ook`: further tables with rows that belong to the same.
    """
    boven = f"{tabel.partition('_')[0]}_{bij}"
    return _sql(
        f"CREATE UNIQUE INDEX {boven}_met_deel ON {boven} (id, deel_id);",
        *(
            f"ALTER TABLE {t} ADD CONSTRAINT {t}_bij_{bij} FOREIGN KEY ({bij}_id, deel_id)"
            f" REFERENCES {boven} (id, deel_id);"
            for t in (tabel, *ook)
        ),
    )


def binnen_gemeente(tabel: str) -> migrations.RunSQL:
    """Personal data of staff: readable within the municipality, written by the loader."""
    return _sql(
        _DICHT.format(t=tabel),
        f"GRANT SELECT ON {tabel} TO eenplan_app, eenplan_lezer;",
        f"CREATE POLICY lezen ON {tabel} FOR SELECT TO eenplan_app, eenplan_lezer"
        " USING (gemeente_id = (SELECT pol.mijn_gemeente()));",
    )


def mijn_eigen(tabel: str, partij: str) -> migrations.RunSQL:
    """Let each party read its own lines of a table that only functions write."""
    return _sql(
        f"GRANT SELECT ON {tabel} TO eenplan_app, eenplan_lezer;",
        f"CREATE POLICY lezen ON {tabel} FOR SELECT TO eenplan_app, eenplan_lezer USING ({partij} = {_PARTIJ});",
    )


def blind(tabel: str) -> migrations.RunSQL:
    """May be added to, never read."""
    return _sql(
        _DICHT.format(t=tabel),
        f"GRANT INSERT ON {tabel} TO eenplan_app;",
        f"CREATE POLICY toevoegen ON {tabel} FOR INSERT TO eenplan_app WITH CHECK (true);",
    )


def naslag(tabel: str) -> migrations.RunSQL:
    """Reference data without personal data: everybody reads, only the loader writes."""
    return _sql(
        f"GRANT SELECT ON {tabel} TO eenplan_app, eenplan_lezer, eenplan_polfn;",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {tabel} TO eenplan_lader;",
    )


def alleen_functies(tabel: str, *, rechten: str = "SELECT") -> migrations.RunSQL:
    """A table no request touches by itself: only the access functions, through a policy that names them."""
    return _sql(_DICHT.format(t=tabel), *_polfn(tabel, rechten))


def functies_ook(tabel: str, *, rechten: str = "SELECT") -> migrations.RunSQL:
    """Let the access functions see (or write) this table too."""
    return _sql(*_polfn(tabel, rechten))


def _polfn(tabel: str, rechten: str) -> tuple[str, ...]:
    return (
        f"GRANT {rechten} ON {tabel} TO eenplan_polfn;",
        f"CREATE POLICY functies ON {tabel} TO eenplan_polfn USING (true) WITH CHECK (true);",
    )


def lader_ook(*tabellen: str) -> migrations.RunSQL:
    """The loader (COPY, backup, restore) reads and fills these tables."""
    return _sql(
        *(
            f"GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON {t} TO eenplan_lader;"
            for t in tabellen
        )
    )


def gebeurtenis_verplicht(tabel: str, over: str) -> migrations.RunSQL:
    """No commit of a change to this table without an event about the file named in column `over`."""
    return _sql(
        f"CREATE CONSTRAINT TRIGGER gebeurtenis AFTER INSERT OR UPDATE ON {tabel} DEFERRABLE INITIALLY DEFERRED"
        f" FOR EACH ROW EXECUTE FUNCTION pol.eis_gebeurtenis('{over}');"
    )


def toestanden(
    tabel: str, paren: list[tuple[str, str]], *, kolom: str = "toestand"
) -> migrations.RunSQL:
    """Only the steps of the flow table, also for an update behind its back. The pairs are frozen in the migration."""
    toegestaan = ", ".join(f"('{van}', '{naar}')" for van, naar in paren)
    return _sql(
        f"CREATE FUNCTION {tabel}_toestand() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN",
        f"  IF OLD.{kolom} IS DISTINCT FROM NEW.{kolom} AND (OLD.{kolom}, NEW.{kolom}) NOT IN ({toegestaan}) THEN",
        f"    RAISE EXCEPTION 'stap van % naar % bestaat niet in {tabel}', OLD.{kolom}, NEW.{kolom}"
        " USING ERRCODE = 'check_violation';",
        "  END IF; RETURN NEW; END $$;",
        f"CREATE TRIGGER toestand BEFORE UPDATE ON {tabel} FOR EACH ROW EXECUTE FUNCTION {tabel}_toestand();",
    )


class AlsFuncties(migrations.RunPython):
    """Run a file of access functions as their owner, `eenplan_polfn`."""

    def __init__(self, bestand: Path) -> None:
        tekst = bestand.read_text(encoding="utf-8")

        def voer_uit(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
            editor.execute("SET LOCAL ROLE eenplan_polfn")
            editor.execute(tekst, params=None)
            editor.execute("SET LOCAL ROLE eenplan_eigenaar")

        super().__init__(voer_uit, migrations.RunPython.noop)


def functietekst(bestand: Path, naam: str) -> str:
    """The statement that makes one access function, or makes it anew. LookupError when this file does not."""
    treffer = re.search(
        rf"^CREATE (?:OR REPLACE )?FUNCTION pol\.{naam}\(.*?\$\$.*?\$\$;",
        bestand.read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    if treffer is None:
        raise LookupError(naam)
    return re.sub(r"^CREATE (OR REPLACE )?", "CREATE OR REPLACE ", treffer.group())


class FunctiesOpnieuw(migrations.RunPython):
    """Bring these access functions of an existing database to what their file says; a new one has them already."""

    def __init__(self, bestand: Path, *namen: str) -> None:
        teksten = [functietekst(bestand, naam) for naam in namen]

        def voer_uit(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
            editor.execute("SET LOCAL ROLE eenplan_polfn")
            for tekst in teksten:
                editor.execute(tekst, params=None)
            editor.execute("SET LOCAL ROLE eenplan_eigenaar")

        super().__init__(voer_uit, migrations.RunPython.noop)


class Datamigratie(migrations.RunPython):
    """Change existing rows as the named role `eenplan_migratie`, which one policy lets in while it runs.

    As the forced owner the same update touches no row and reports no error. Therefore: fails when it changes
    nothing in a table that has rows. It is no step in anybody's case, so it needs no event about a file.
    """

    def __init__(self, tabel: str, sql: str) -> None:
        def voer_uit(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
            editor.execute(f"GRANT SELECT, UPDATE ON {tabel} TO eenplan_migratie")
            editor.execute(
                f"CREATE POLICY datamigratie ON {tabel} TO eenplan_migratie USING (true) WITH CHECK (true)"
            )
            _eis_gebeurtenis(editor, tabel, "DISABLE")
            editor.execute("SET LOCAL ROLE eenplan_migratie")
            with editor.connection.cursor() as cursor:
                cursor.execute(sql)
                geraakt = cursor.rowcount
                cursor.execute(f"SELECT EXISTS (SELECT FROM {tabel})")
                gevuld = cursor.fetchone()[0]
            editor.execute("SET LOCAL ROLE eenplan_eigenaar")
            editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            _eis_gebeurtenis(editor, tabel, "ENABLE")
            editor.execute(f"DROP POLICY datamigratie ON {tabel}")
            editor.execute(f"REVOKE ALL ON {tabel} FROM eenplan_migratie")
            if gevuld and not geraakt:
                raise RuntimeError(
                    f"de datamigratie raakte geen enkele rij van {tabel}, terwijl die rijen heeft"
                )

        super().__init__(voer_uit, migrations.RunPython.noop)


def _eis_gebeurtenis(editor: BaseDatabaseSchemaEditor, tabel: str, stand: str) -> None:
    with editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname = 'gebeurtenis'",
            [tabel],
        )
        if cursor.fetchone() is not None:
            cursor.execute(f"ALTER TABLE {tabel} {stand} TRIGGER gebeurtenis")
