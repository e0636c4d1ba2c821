"""The fingerprint of a database: rows counted and hashed per table, and everything that guards them.

Taken in the snapshot that the backup is made of, and again of what was restored. Equal fingerprints mean: every row is
there unchanged, and every policy, right, function, trigger and constraint stands as it did (docs/adr/0025).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

# What these hold belongs to one installation: who is signed in, and the keys that contexts are signed with.
ZONDER_INHOUD = ("pol.sessie", "pol.geheim")

_TABELLEN = """
SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'pol') ORDER BY 1"""

# A sum of hashes does not depend on the order of the rows.
_INHOUD = """
SELECT count(*), coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)::text FROM {} t"""

_RECHTEN = """(SELECT string_agg(format('%%s:%%s:%%s', coalesce(a.grantee::regrole::text, ''), a.privilege_type,
                                        a.is_grantable), ',' ORDER BY a.grantee::regrole::text, a.privilege_type)
                 FROM aclexplode(coalesce({acl}, acldefault('{soort}', {eigenaar}))) a)"""

# PostgreSQL writes the casts of a list of words differently after a dump: CHECK (x IN ('a', 'b')).
_ZONDER_CAST = r"regexp_replace({tekst}, '::(character varying|text)(\[\])?|[()]', '', 'g')"

_EIGEN = "n.nspname IN ('public', 'pol')"

_VORM: Mapping[str, str] = {
    "tabel": f"""
        SELECT format('%I.%I', n.nspname, c.relname),
               concat_ws(' ', c.relkind, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity,
                         {_RECHTEN.format(acl="c.relacl", soort="r", eigenaar="c.relowner").replace("%%", "%")})
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'p', 'v', 'm') AND {_EIGEN}""",
    "kolom": f"""
        SELECT format('%I.%I.%I', n.nspname, c.relname, a.attname),
               concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                         pg_get_expr(d.adbin, d.adrelid))
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'c') AND {_EIGEN}""",
    "regel van rijbeveiliging": f"""
        SELECT format('%I.%I: %s', n.nspname, c.relname, p.polname),
               concat_ws(' ', p.polcmd, p.polpermissive, pg_get_expr(p.polqual, p.polrelid),
                         pg_get_expr(p.polwithcheck, p.polrelid),
                         (SELECT string_agg(r::regrole::text, ',' ORDER BY r::regrole::text) FROM unnest(p.polroles) r))
          FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE {_EIGEN}""",
    "functie": f"""
        SELECT format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)),
               concat_ws(' ', pg_get_functiondef(p.oid), p.proowner::regrole,
                         {_RECHTEN.format(acl="p.proacl", soort="f", eigenaar="p.proowner").replace("%%", "%")})
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE p.prokind = 'f' AND {_EIGEN}""",
    "trigger": f"""
        SELECT format('%I.%I: %s', n.nspname, c.relname, t.tgname),
               concat_ws(' ', t.tgenabled, pg_get_triggerdef(t.oid))
          FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE NOT t.tgisinternal AND {_EIGEN}""",
    "voorwaarde": f"""
        SELECT format('%I.%I: %s', n.nspname, c.relname, o.conname),
               {_ZONDER_CAST.format(tekst="pg_get_constraintdef(o.oid)")}
          FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE o.contype IN ('p', 'u', 'f', 'c', 'x') AND {_EIGEN}""",
    "index": f"""
        SELECT format('%I.%I', n.nspname, i.relname), pg_get_indexdef(x.indexrelid)
          FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace n ON n.oid = i.relnamespace
         WHERE {_EIGEN}""",
    "rol": """
        SELECT r.rolname, concat_ws(' ', r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin,
                                    r.rolbypassrls, (SELECT string_agg(g.roleid::regrole::text, ',' ORDER BY 1)
                                       FROM pg_auth_members g WHERE g.member = r.oid AND g.roleid::regrole::text
                                            LIKE 'eenplan%'))
          FROM pg_roles r WHERE r.rolname LIKE 'eenplan\\_%'""",
}


@dataclass(frozen=True)
class Vingerafdruk:
    """`inhoud`: table -> (rows, hash). `vorm`: kind -> name -> hash of its definition."""

    inhoud: Mapping[str, tuple[int, str]]
    vorm: Mapping[str, Mapping[str, str]]

    def als_json(self) -> dict[str, Any]:
        """Plain values, for the file."""
        return {"inhoud": {t: list(w) for t, w in self.inhoud.items()}, "vorm": self.vorm}

    @classmethod
    def uit_json(cls, waarde: Mapping[str, Any]) -> Vingerafdruk:
        """The reverse. Raises KeyError, TypeError or ValueError when it is something else."""
        inhoud = {str(t): (int(aantal), str(som)) for t, (aantal, som) in waarde["inhoud"].items()}
        vorm = {str(s): {str(n): str(h) for n, h in d.items()} for s, d in waarde["vorm"].items()}
        return cls(inhoud, vorm)

    @property
    def rijen(self) -> int:
        """How many rows in all."""
        return sum(aantal for aantal, _ in self.inhoud.values())


def neem(conn: psycopg.Connection[Any], detail: Callable[[str], None]) -> Vingerafdruk:
    """The fingerprint of what this connection sees; it must see everything. `detail` hears the table at hand."""
    conn.execute("SELECT set_config('search_path', '', true), set_config('TimeZone', 'UTC', true)")
    inhoud = {}
    for (tabel,) in conn.execute(_TABELLEN).fetchall():
        if tabel in ZONDER_INHOUD:
            continue
        detail(tabel)
        rij = conn.execute(sql.SQL(_INHOUD).format(sql.SQL(tabel))).fetchone()
        assert rij is not None
        inhoud[tabel] = (rij[0], rij[1])
    return Vingerafdruk(inhoud, neem_vorm(conn))


def neem_vorm(conn: psycopg.Connection[Any]) -> Mapping[str, Mapping[str, str]]:
    """Of everything that guards the rows, by kind and name, a hash of its definition."""
    return {
        soort: {naam: _kort(tekst) for naam, tekst in conn.execute(vraag).fetchall()}
        for soort, vraag in _VORM.items()
    }


def _kort(tekst: str | None) -> str:
    return hashlib.sha256((tekst or "").encode()).hexdigest()[:16]


def verschillen(verwacht: Vingerafdruk, gevonden: Vingerafdruk) -> Iterator[str]:
    """What is not the same, each in one Dutch sentence. Names of tables and rules only, never content."""
    for tabel, stond in verwacht.inhoud.items():
        if (staat := gevonden.inhoud.get(tabel)) != stond:
            yield _over_tabel(tabel, stond, staat)
    for soort, stonden in verwacht.vorm.items():
        staan = gevonden.vorm.get(soort, {})
        for naam in sorted(stonden.keys() | staan.keys()):
            if stonden.get(naam) != staan.get(naam):
                yield _over_deel(soort, naam, was_er=naam in stonden, is_er=naam in staan)


def _over_tabel(tabel: str, stond: tuple[int, str], staat: tuple[int, str] | None) -> str:
    if staat is None:
        return f"De tabel {tabel} ontbreekt."
    if staat[0] != stond[0]:
        return f"In {tabel} staan {staat[0]} rijen; dat moeten er {stond[0]} zijn."
    return f"In {tabel} is de inhoud van rijen anders."


def _over_deel(soort: str, naam: str, *, was_er: bool, is_er: bool) -> str:
    if not is_er:
        return f"Er ontbreekt een {soort}: {naam}."
    return f"Een {soort} is anders: {naam}." if was_er else f"Er is een {soort} te veel: {naam}."
