"""The invented municipality: poured dossiers are built like walked ones, and the loader keeps no right it borrowed."""

from __future__ import annotations

import re
from collections import Counter

import psycopg
import pytest

from eenplan.organisaties.api import gemeente_id
from eenplan.platform.scope import KOEKJE
from eenplan.platform.versleuteling import ontsleutel, zoeksleutel
from eenplan.proef import bevolken
from eenplan.proef.gieten import Gieter
from tests import world
from tests.integration.proef.wereld import GELOPEN, GEMEENTE, ZAAD, Bevolkt, Rijen, bevolk
from tests.pgplugin import verbind_beheer

_WISSELEND = re.compile(
    r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}"  # keys
    r"|\b(?:19|20)\d\d-\d\d-\d\d"  # days
    r"|\\\\x[0-9a-f]+"  # encrypted
    r"|\b[A-Z2-9]{3}-[A-Z2-9]{3}-[A-Z2-9]{3}\b"  # references of questions
    r"|\b20\d\d-[0-9A-F]{4}-[0-9A-F]{4}\b"  # and of letters
)
_EIGEN = frozenset({"bsn_versleuteld", "bsn_zoeksleutel", "sorteernaam", "zoeknaam"})
GEGOTEN = 200


@pytest.fixture(scope="module")
def bevolkt(db_module: None) -> Bevolkt:
    return bevolk(GEGOTEN)


def test_200_poured_dossiers_have_exactly_the_rows_of_their_moulds(bevolkt: Bevolkt) -> None:
    gieter = bevolken.gieter(bevolkt.mallen, GEMEENTE, ZAAD)
    verwacht: Counter[str] = Counter()
    for nummer in range(GELOPEN, GELOPEN + GEGOTEN):
        for deel in gieter.kies(nummer)[0].delen:
            verwacht[deel.tabel.naam] += deel.vorm.count("\n")
    gevonden = Counter({tabel.naam: len(rijen) for tabel, rijen in bevolkt.gegoten.items()})
    assert gevonden == verwacht
    assert bevolkt.geteld == gevonden.total()


def test_every_poured_row_looks_like_a_walked_one(bevolkt: Bevolkt) -> None:
    gelopen, gegoten = _vormen(bevolkt.gelopen), _vormen(bevolkt.gegoten)
    assert not gegoten - gelopen
    assert len(gegoten) > 100, "control: there are many kinds of rows"


def _vormen(rijen: Rijen) -> set[tuple[str, ...]]:
    """Every row without what may differ: keys, days, encrypted values, references and names.

    Names of employees too: somebody may have the name of one.
    """
    with verbind_beheer() as conn:
        collegas = {str(rij[0]) for rij in conn.execute("SELECT naam FROM organisaties_medewerker")}
    namen = sorted(
        collegas
        | {
            rij[t.plek("naam")]
            for t, inhoud in rijen.items()
            if t.naam == "huishoudens_persoon"
            for rij in inhoud
        },
        key=len,
        reverse=True,
    )
    naam = re.compile("|".join(map(re.escape, namen)))
    return {
        (
            tabel.naam,
            *(_kaal(kolom, cel, naam) for kolom, cel in zip(tabel.kolommen, rij, strict=True)),
        )
        for tabel, inhoud in rijen.items()
        for rij in inhoud
    }


def _kaal(kolom: str, cel: str, naam: re.Pattern[str]) -> str:
    return "*" if kolom in _EIGEN else _WISSELEND.sub("*", naam.sub("*", cel))


def _wezen(conn: psycopg.Connection) -> list[str]:
    """Foreign keys that point at nothing; they were not checked while pouring."""
    sleutels = conn.execute(
        """SELECT o.conname, o.conrelid::regclass::text, o.confrelid::regclass::text,
                  array_agg(a.attname::text ORDER BY k.n), array_agg(b.attname::text ORDER BY k.n)
             FROM pg_constraint o, unnest(o.conkey, o.confkey) WITH ORDINALITY AS k(hier, daar, n)
             JOIN pg_attribute a ON true JOIN pg_attribute b ON true
            WHERE o.contype = 'f' AND a.attrelid = o.conrelid AND a.attnum = k.hier
              AND b.attrelid = o.confrelid AND b.attnum = k.daar GROUP BY 1, 2, 3"""
    ).fetchall()
    assert len(sleutels) > 50
    los = []
    for naam, hier, daar, van, naar in sleutels:
        gelijk = " AND ".join(f"d.{n} = h.{v}" for v, n in zip(van, naar, strict=True))
        gevuld = " AND ".join(f"h.{v} IS NOT NULL" for v in van)
        erbij = f"EXISTS (SELECT FROM {daar} d WHERE {gelijk})"
        vraag = f"SELECT EXISTS (SELECT FROM {hier} h WHERE {gevuld} AND NOT {erbij})"
        if conn.execute(vraag).fetchone() == (True,):
            los.append(naam)
    return los


def test_no_poured_row_points_at_nothing(bevolkt: Bevolkt) -> None:
    with verbind_beheer() as conn:
        assert _wezen(conn) == []
        conn.autocommit = False
        conn.execute("SET session_replication_role = replica")
        conn.execute(
            "DELETE FROM plannen_doel WHERE id = (SELECT doel_id FROM plannen_inzet LIMIT 1)"
        )
        assert _wezen(conn), "control: a goal that is gone is noticed"
        conn.rollback()


def test_every_poured_person_has_a_name_and_an_address_of_their_own(bevolkt: Bevolkt) -> None:
    with verbind_beheer() as conn:
        adressen = conn.execute("SELECT id, adres_versleuteld FROM huishoudens_adres").fetchall()
        bsns = conn.execute(
            "SELECT id, bsn_versleuteld, bsn_zoeksleutel FROM huishoudens_persoon WHERE bsn_versleuteld IS NOT NULL"
        ).fetchall()
        geopend = conn.execute(
            """SELECT count(DISTINCT naam) FROM huishoudens_persoon
                WHERE id IN (SELECT persoon_id FROM meldingen_melding)"""
        ).fetchone()
    assert len({ontsleutel(waarde, rij=rij) for rij, waarde in adressen}) > GEGOTEN * 0.9
    assert len(bsns) == GEGOTEN, "one per poured dossier, while there are test numbers"
    for rij, waarde, sleutel in bsns:
        assert zoeksleutel(ontsleutel(waarde, rij=rij), gemeente=gemeente_id(GEMEENTE)) == bytes(
            sleutel
        )
    assert geopend is not None
    assert geopend[0] > GEGOTEN * 0.9


def test_a_team_opens_a_poured_dossier_like_any_other(bevolkt: Bevolkt) -> None:
    with verbind_beheer() as conn:
        rijen = conn.execute(
            """SELECT DISTINCT ON (m.houder_id) p.id, p.naam, l.medewerker_id
                 FROM meldingen_melding m JOIN huishoudens_persoon p ON p.id = m.persoon_id
                 JOIN organisaties_teamlid l ON l.team_id = m.houder_id WHERE p.bsn_versleuteld IS NOT NULL"""
        ).fetchall()
    assert rijen
    for persoon, naam, medewerker in rijen:
        client = world.Mens(medewerker, gemeente_id(GEMEENTE)).client()
        antwoord = client.get(f"/werk/dossier/{persoon}/")
        assert antwoord.status_code == 200
        assert naam in antwoord.content.decode()
        client.cookies.pop(KOEKJE)


def test_the_same_seed_chooses_the_same_dossiers(bevolkt: Bevolkt) -> None:
    een, ander = (bevolken.gieter(bevolkt.mallen, GEMEENTE, zaad) for zaad in (ZAAD, ZAAD + 1))
    nog_eens = bevolken.gieter(bevolkt.mallen, GEMEENTE, ZAAD)

    def namen(gieter: Gieter) -> list[list[str]]:
        uit = []
        for nummer in range(20):
            gekozen, toeval = gieter.kies(nummer)
            waarden = gieter.waarden(gekozen, nummer, toeval)
            begin = len(gekozen.gaten.sleutel) + len(gekozen.gaten.dag)
            uit.append(waarden[: begin + len(gekozen.gaten.naam)])
        return uit

    assert namen(een) == namen(nog_eens)
    assert namen(een) != namen(ander)
