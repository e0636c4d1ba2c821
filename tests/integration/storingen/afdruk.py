"""One digest of everything in the database, to tell whether a refused or broken act left anything behind."""

from __future__ import annotations

import psycopg

# What stays also when the work is undone: who looked is told (T7); when a session was last used is nobody's work.
BLIJFT = ("public.inzage_leesregel", "pol.sessie")


def maak_functie(conn: psycopg.Connection) -> None:
    """Make `proef_afdruk()`: the same digest inside a transaction of the application, past row security.

    Only in the database of a test; the row security of the product has no such hole.
    """
    conn.execute(
        "CREATE OR REPLACE FUNCTION public.proef_afdruk() RETURNS text LANGUAGE sql VOLATILE"
        f" SECURITY DEFINER SET search_path = pg_catalog, public AS $proef$ {_vraag(conn)} $proef$"
    )
    conn.execute("GRANT EXECUTE ON FUNCTION public.proef_afdruk() TO eenplan_app, eenplan_lezer")


def afdruk(conn: psycopg.Connection) -> str:
    """The digest, as the owner sees it."""
    rij = conn.execute(_vraag(conn)).fetchone()
    assert rij is not None
    return str(rij[0])


def _vraag(conn: psycopg.Connection) -> str:
    tabellen = conn.execute(
        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('public', 'pol') ORDER BY 1"
    ).fetchall()
    stukken = [
        f"SELECT '{naam}' AS t, sum(hashtextextended(x::text, 0)::numeric) AS h, count(*) AS n FROM {naam} x"
        for (naam,) in tabellen
        if naam not in BLIJFT
    ]
    return f"SELECT md5(string_agg(concat(t, h, n), ' ' ORDER BY t)) FROM ({' UNION ALL '.join(stukken)}) alles"
