"""What the catalogue of the database must say about itself (T4). Each check returns sentences; none means right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import LiteralString

import psycopg

# Reference data without personal data. A table that is not in this list must be locked.
NASLAG = {
    "django_migrations",
    "organisaties_gemeente",
    "organisaties_gebied",
    "organisaties_organisatie",
    "organisaties_team",
    "organisaties_mandaat",
    "voorzieningen_voorziening",
}
AANVRAGERS = ("eenplan_app", "eenplan_lezer")
# Written by the access functions only, whatever a request asks.
NIET_VOOR_VERZOEKEN = re.compile(r"^inzage_")
ALLEEN_TOEVOEGEN = {"platform_gebeurtenis"}
# Not one of our own, cheap, and the same for every row.
GEWONE_FUNCTIES = {"pg_current_xact_id"}

Controle = Callable[[psycopg.Connection], list[str]]


def _zinnen(conn: psycopg.Connection, vraag: LiteralString, *waarden: object) -> list[str]:
    return [str(rij[0]) for rij in conn.execute(vraag, waarden or None)]


def elke_tabel_is_op_slot(conn: psycopg.Connection) -> list[str]:
    """Row security on and forced on everything that is not reference data, and reference data that is read only."""
    open_ = conn.execute(
        """SELECT relname FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
              AND NOT (relrowsecurity AND relforcerowsecurity)"""
    )
    uit = [
        f"{naam}: rijbeveiliging staat niet aan of niet geforceerd"
        for (naam,) in open_
        if naam not in NASLAG
    ]
    te_veel = conn.execute(
        """SELECT c.relname, r.rol, p.recht
             FROM pg_class c, unnest(%s::text[]) r(rol), unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) p(recht)
            WHERE c.relname = ANY (%s) AND c.relnamespace = 'public'::regnamespace
              AND has_table_privilege(r.rol, c.oid, p.recht)""",
        [list(AANVRAGERS), list(NASLAG)],
    )
    return uit + [f"{naam}: {rol} mag {recht} op naslag" for naam, rol, recht in te_veel]


def niets_is_van_wie_vraagt(conn: psycopg.Connection) -> list[str]:
    """The request roles own nothing; tables belong to eigenaar, access functions to polfn."""
    return _zinnen(
        conn,
        """SELECT format('%%s %%s is van %%s', soort, naam, eigenaar::regrole) FROM (
             SELECT 'tabel' AS soort, relname::text AS naam, relowner AS eigenaar FROM pg_class
              WHERE relnamespace = 'public'::regnamespace AND relowner <> 'eenplan_eigenaar'::regrole
             UNION ALL
             SELECT 'tabel', 'pol.' || relname, relowner FROM pg_class
              WHERE relnamespace = 'pol'::regnamespace AND relowner <> 'eenplan_polfn'::regrole
             UNION ALL
             SELECT 'functie', proname, proowner FROM pg_proc
              WHERE pronamespace = 'pol'::regnamespace AND proowner <> 'eenplan_polfn'::regrole
             UNION ALL
             SELECT 'schema', nspname, nspowner FROM pg_namespace WHERE nspowner = ANY (%s::regrole[])) x""",
        list(AANVRAGERS),
    )


def rollen_kunnen_niet_meer_dan_hun_werk(conn: psycopg.Connection) -> list[str]:
    """No superuser, no BYPASSRLS but the loader's, exactly the known memberships, nothing to create or to truncate."""
    uit = _zinnen(
        conn,
        """SELECT rolname || ' kan te veel' FROM pg_roles
            WHERE rolname LIKE 'eenplan\\_%%' AND rolname <> 'eenplan_beheer'
              AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication
                   OR (rolbypassrls AND rolname <> 'eenplan_lader')
                   OR (rolinherit AND rolname = 'eenplan_app'))""",
    )
    leden = {
        (lid, rol)
        for lid, rol in conn.execute(
            """SELECT member::regrole::text, roleid::regrole::text FROM pg_auth_members
                WHERE member::regrole::text LIKE 'eenplan\\_%' AND member::regrole::text <> 'eenplan_beheer'"""
        )
    }
    goed = {
        ("eenplan_app", "eenplan_lezer"),
        ("eenplan_migratie", "eenplan_eigenaar"),
        ("eenplan_migratie", "eenplan_polfn"),
    }
    uit += [f"lidmaatschap klopt niet: {paar}" for paar in sorted(leden ^ goed)]
    return uit + _zinnen(
        conn,
        """SELECT format('%%s mag iets maken in schema %%s', r, n.nspname) FROM unnest(%s::text[]) r, pg_namespace n
            WHERE has_schema_privilege(r, n.oid, 'CREATE') AND n.nspname !~ '^pg_(toast|temp)'
           UNION ALL
           SELECT format('%%s mag %%s in deze database', r, p)
             FROM unnest(%s::text[]) r, unnest('{CREATE,TEMP}'::text[]) p
            WHERE has_database_privilege(r, current_database(), p)""",
        list(AANVRAGERS),
        list(AANVRAGERS),
    )


def toegangsfuncties_zijn_dicht(conn: psycopg.Connection) -> list[str]:
    """Every SECURITY DEFINER function is of polfn, looks in fixed places (pg_temp last); PUBLIC calls none."""
    uit = []
    for naam, eigenaar, definer, instelling, iedereen in conn.execute(
        """SELECT p.oid::regprocedure::text, p.proowner::regrole::text, p.prosecdef,
                  (SELECT s FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%'),
                  EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                           WHERE a.grantee = 0 AND a.privilege_type = 'EXECUTE')
             FROM pg_proc p WHERE p.pronamespace IN ('pol'::regnamespace, 'public'::regnamespace)"""
    ):
        if definer and eigenaar != "eenplan_polfn":
            uit.append(f"{naam}: SECURITY DEFINER van {eigenaar}")
        if definer and not re.fullmatch(
            r"search_path=pg_catalog, (public, )?pol, pg_temp", instelling or ""
        ):
            uit.append(
                f"{naam}: {instelling}; schrijf SET search_path = pg_catalog, public, pol, pg_temp"
            )
        if iedereen and (definer or naam.startswith("pol.")):
            uit.append(f"{naam}: PUBLIC mag hem aanroepen")
    return uit


def er_is_geen_omweg(conn: psycopg.Connection) -> list[str]:
    """No view, materialized view, rule, foreign table or inheritance: each of them can show rows past a policy."""
    return _zinnen(
        conn,
        """SELECT relname || ': een view of vreemde tabel' FROM pg_class
            WHERE relnamespace IN ('public'::regnamespace, 'pol'::regnamespace) AND relkind IN ('v', 'm', 'f')
           UNION ALL
           SELECT rulename || ': een regel' FROM pg_rules WHERE schemaname IN ('public', 'pol')
           UNION ALL
           SELECT inhrelid::regclass || ': erft of is een deel' FROM pg_inherits""",
    )


def rechten_zijn_smal(conn: psycopg.Connection) -> list[str]:
    """No DELETE, TRUNCATE, REFERENCES or TRIGGER; the reader writes nothing; logs only grow; PUBLIC has nothing."""
    uit = []
    for tabel, rol, recht in conn.execute(
        """SELECT c.oid::regclass::text, CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END,
                  a.privilege_type
             FROM pg_class c CROSS JOIN LATERAL (
                  SELECT * FROM aclexplode(c.relacl) UNION
                  SELECT x.* FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) x WHERE t.attrelid = c.oid) a
            WHERE c.relnamespace IN ('public'::regnamespace, 'pol'::regnamespace) AND c.relkind IN ('r', 'p', 'S')"""
    ):
        if _te_ruim(tabel, rol, recht):
            uit.append(f"{tabel}: {rol} heeft {recht}")
    return uit


def _te_ruim(tabel: str, rol: str, recht: str) -> bool:
    if rol == "PUBLIC":
        return True
    if rol not in AANVRAGERS:
        return False
    if tabel.startswith("pol.") or recht not in ("SELECT", "INSERT", "UPDATE"):
        return True
    if recht == "SELECT":
        return False
    alleen_toevoegen = tabel in ALLEEN_TOEVOEGEN and recht == "UPDATE"
    return rol == "eenplan_lezer" or bool(NIET_VOOR_VERZOEKEN.match(tabel)) or alleen_toevoegen


def regels_worden_eenmaal_gevraagd(conn: psycopg.Connection) -> list[str]:
    """A policy for requests names its roles, asks the lock once per statement, and widens no other policy."""
    uit = []
    lezen: dict[str, int] = {}
    for tabel, naam, rollen, ruim, soort, gebruik, toets in conn.execute(
        """SELECT tablename, policyname, roles::text[], permissive = 'PERMISSIVE', cmd, coalesce(qual, ''),
                  coalesce(with_check, '') FROM pg_policies WHERE schemaname IN ('public', 'pol')"""
    ):
        plek = f"{tabel}.{naam}"
        if "public" in rollen:
            uit.append(f"{plek}: geldt voor PUBLIC")
        if not set(AANVRAGERS) & set(rollen):
            continue
        uit += [f"{plek}: {fout}" for fout in per_rij(f"{gebruik} {toets}")]
        if ruim and soort in ("SELECT", "UPDATE", "ALL") and "pol." not in gebruik:
            uit.append(f"{plek}: vraagt het slot niets")
        lezen[tabel] = lezen.get(tabel, 0) + (ruim and soort in ("SELECT", "ALL"))
    return uit + [
        f"{tabel}: {n} regels die elkaar verruimen" for tabel, n in lezen.items() if n > 1
    ]


def lijsten_verbergen_wie_gesloten_is(conn: psycopg.Connection) -> list[str]:
    """A list that names a person also asks who is closed: forbid first, for a line too."""
    return _zinnen(
        conn,
        """SELECT p.tablename || ': een lijst met personen zonder de regel "gesloten"' FROM pg_policies p
            WHERE p.schemaname = 'public' AND p.qual LIKE '%pol.mijn_partijen()%' AND p.cmd = 'SELECT'
              AND EXISTS (SELECT FROM pg_attribute a
                           WHERE a.attrelid = p.tablename::regclass AND a.attname = 'persoon_id')
              AND NOT EXISTS (SELECT FROM pg_policies g
                               WHERE g.tablename = p.tablename AND g.permissive = 'RESTRICTIVE' AND g.cmd = 'SELECT'
                                 AND g.qual LIKE '%pol.gesloten_voor_mij()%')""",
    )


def inwoners_schrijven_alleen_het_eigen(conn: psycopg.Connection) -> list[str]:
    """A resident opens the own file; what others wrote in it is changed by them."""
    return _zinnen(
        conn,
        """SELECT p.tablename || ': een inwoner kan hier in SQL wijzigen' FROM pg_policies p
            WHERE p.schemaname = 'public' AND p.cmd = 'UPDATE' AND p.qual LIKE '%pol.open_delen()%'
              AND NOT EXISTS (SELECT FROM pg_policies g
                               WHERE g.tablename = p.tablename AND g.permissive = 'RESTRICTIVE' AND g.cmd = 'UPDATE'
                                 AND g.qual LIKE '%pol.is_inwoner()%')""",
    )


def per_rij(uitdrukking: str) -> list[str]:
    """Calls in a policy that would run for every row: outside a subselect, or with a column as argument."""
    return [
        f"per rij: {treffer.group().strip()}"
        for treffer in re.finditer(r"(SELECT +)?([a-z_]+\.)?([a-z_]+)\(([^()]*)\)", uitdrukking)
        if treffer.group(3) not in GEWONE_FUNCTIES
        and (treffer.group(1) is None or treffer.group(4) != "")
    ]


def vreemde_sleutels_wijzen_omlaag(conn: psycopg.Connection) -> list[str]:
    """Also the keys that only SQL knows of: a table leans on its own room or on one below it."""
    pyproject = (Path(__file__).resolve().parents[3] / "pyproject.toml").read_text(encoding="utf-8")
    contracten = tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]
    lagen = next(c["layers"] for c in contracten if c["id"] == "richting")
    hoogte = {
        kamer.strip(" ()"): -nummer
        for nummer, laag in enumerate(lagen)
        for kamer in laag.split("|")
    }
    uit = []
    for van, naar in conn.execute(
        "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"
    ):
        lager, hoger = hoogte.get(naar.split("_")[0]), hoogte.get(van.split("_")[0])
        if (
            lager is None
            or hoger is None
            or (lager >= hoger and van.split("_")[0] != naar.split("_")[0])
        ):
            uit.append(f"{van} leunt op {naar}")
    return uit


def vreemde_sleutels_hebben_een_index(conn: psycopg.Connection) -> list[str]:
    """Every foreign key column leads an index, so that neither a join nor a check walks the whole table."""
    return _zinnen(
        conn,
        """SELECT format('%%s.%%s heeft geen index', k.conrelid::regclass, a.attname)
             FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
            WHERE k.contype = 'f' AND k.conrelid::regclass::text <> ALL (%s::text[])
              AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])""",
        sorted(NASLAG),
    )


def geen_index_staat_er_tweemaal(conn: psycopg.Connection) -> list[str]:
    """No index repeats another: each is written on every insert. Django makes one for each foreign key by itself."""
    return _zinnen(
        conn,
        """SELECT format('%s doet hetzelfde als %s', een.indexrelid::regclass, ander.indexrelid::regclass)
             FROM pg_index een JOIN pg_index ander USING (indrelid, indkey, indclass, indcollation, indoption)
             JOIN pg_class c ON c.oid = indrelid
            WHERE c.relnamespace IN ('public'::regnamespace, 'pol'::regnamespace)
              AND NOT een.indisunique AND een.indexrelid <> ander.indexrelid
              AND (ander.indisunique OR een.indexrelid > ander.indexrelid)
              AND (pg_get_expr(een.indpred, indrelid), pg_get_expr(een.indexprs, indrelid)) IS NOT DISTINCT FROM
                  (pg_get_expr(ander.indpred, indrelid), pg_get_expr(ander.indexprs, indrelid))""",
    )


CONTROLES: tuple[Controle, ...] = (
    elke_tabel_is_op_slot,
    niets_is_van_wie_vraagt,
    rollen_kunnen_niet_meer_dan_hun_werk,
    toegangsfuncties_zijn_dicht,
    er_is_geen_omweg,
    rechten_zijn_smal,
    regels_worden_eenmaal_gevraagd,
    lijsten_verbergen_wie_gesloten_is,
    inwoners_schrijven_alleen_het_eigen,
    vreemde_sleutels_wijzen_omlaag,
    vreemde_sleutels_hebben_een_index,
    geen_index_staat_er_tweemaal,
)
