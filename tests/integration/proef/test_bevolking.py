"""The invented municipality: poured dossiers are built like walked ones, and believable."""

from __future__ import annotations

import re
from collections import Counter

import psycopg
import pytest

from eenplan.beleid import api as beleid
from eenplan.demo import namen
from eenplan.organisaties.api import gemeente_id
from eenplan.platform import klok
from eenplan.platform.scope import KOEKJE
from eenplan.platform.versleuteling import ontsleutel, zoeksleutel
from eenplan.proef.gieten import SAMENSTELLINGEN, Gieter
from eenplan.proef.mal import LEEG, Gaten, Mal, Samenstelling
from tests import world
from tests.integration.proef.wereld import GELOPEN, GEMEENTE, ZAAD, Bevolkt, Rijen, bevolk, gieter
from tests.pgplugin import verbind_beheer

_WISSELEND = re.compile(
    r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}"  # keys
    r"|\b(?:19|20)\d\d-\d\d-\d\d"  # days
    r"|\\\\x[0-9a-f]+"  # encrypted
    r"|\b[A-Z2-9]{3}-[A-Z2-9]{3}-[A-Z2-9]{3}\b"  # references of questions
    r"|\b20\d\d-[0-9A-F]{4}-[0-9A-F]{4}\b"  # and of letters
)
_EIGEN = frozenset(
    {"bsn_versleuteld", "bsn_zoeksleutel", "sorteernaam", "zoeknaam", "buurt", "gebied_sleutel"}
)
_BUURT = re.compile(r'"buurt": "[a-z-]+"')
GEGOTEN = 200


@pytest.fixture(scope="module")
def bevolkt(db_module: None) -> Bevolkt:
    return bevolk(GEGOTEN)


def test_200_poured_dossiers_have_exactly_the_rows_of_their_moulds(bevolkt: Bevolkt) -> None:
    wie = gieter(bevolkt.mallen)
    verwacht: Counter[str] = Counter()
    for nummer in range(GELOPEN, GELOPEN + GEGOTEN):
        for deel in wie.kies(nummer)[0].delen:
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
    return "*" if kolom in _EIGEN else _WISSELEND.sub("*", naam.sub("*", _BUURT.sub("*", cel)))


def wezen(conn: psycopg.Connection) -> list[str]:
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
        assert wezen(conn) == []
        conn.autocommit = False
        conn.execute("SET session_replication_role = replica")
        conn.execute(
            "DELETE FROM plannen_doel WHERE id = (SELECT doel_id FROM plannen_inzet LIMIT 1)"
        )
        assert wezen(conn), "control: a goal that is gone is noticed"
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
    een, ander = (gieter(bevolkt.mallen, zaad) for zaad in (ZAAD, ZAAD + 1))
    nog_eens = gieter(bevolkt.mallen)

    def wie_zij_zijn(wie: Gieter) -> list[list[str]]:
        uit = []
        for nummer in range(20):
            gekozen, toeval = wie.kies(nummer)
            waarden = wie.waarden(gekozen, nummer, toeval)
            begin = len(gekozen.gaten.sleutel) + len(gekozen.gaten.dag)
            uit.append(waarden[: begin + len(gekozen.gaten.naam)])
        return uit

    assert wie_zij_zijn(een) == wie_zij_zijn(nog_eens)
    assert wie_zij_zijn(een) != wie_zij_zijn(ander)


def test_questions_are_spread_over_three_years_and_work_of_today_is_of_today(
    bevolkt: Bevolkt,
) -> None:
    with verbind_beheer() as conn:
        maanden: dict[bool, int] = dict(
            conn.execute(
                """SELECT open, count(DISTINCT date_trunc('month', ontvangen_op))
                     FROM (SELECT m.ontvangen_op, EXISTS (SELECT FROM werk_item w
                                   WHERE w.persoon_id = m.persoon_id AND w.toestand = 'open') AS open
                             FROM meldingen_melding m) x GROUP BY open"""
            ).fetchall()
        )
    assert maanden[False] > 24
    assert maanden[True] <= 6, "what runs today was asked in the last months"


def test_neighbourhoods_differ_and_the_question_still_goes_to_their_own_team(
    bevolkt: Bevolkt,
) -> None:
    gebieden = beleid.model(GEMEENTE, klok.vandaag()).gebied_van_buurt
    with verbind_beheer() as conn:
        waar = conn.execute(
            """SELECT DISTINCT m.wijk, m.buurt, a.gebied_sleutel, m.houder_id
                 FROM meldingen_melding m JOIN huishoudens_adres a ON a.persoon_id = m.persoon_id"""
        ).fetchall()
    assert len({buurt for _, buurt, *_ in waar}) > len({houder for *_, houder in waar})
    for wijk, buurt, adres, _ in waar:
        assert (wijk, buurt) == (gebieden[buurt][0], adres)


def test_households_are_spread_as_the_table_says() -> None:
    soorten = [*Samenstelling, Samenstelling.ALLEEN, Samenstelling.ALLEEN]
    mallen = [Mal(Gaten(), [], n % 2 == 0, soort, 0, []) for soort in soorten for n in range(2)]
    wie = gieter(mallen)
    gekozen = [wie.kies(nummer)[0] for nummer in range(10_000)]
    geteld = Counter(mal.samenstelling for mal in gekozen)
    for soort, honderdste in SAMENSTELLINGEN.items():
        assert abs(geteld[soort] / 100 - honderdste) < 2, soort
    assert abs(sum(mal.open_werk for mal in gekozen) / 10_000 - 0.5) < 0.02
    assert sum(SAMENSTELLINGEN.values()) == 100


def test_when_the_test_numbers_are_used_up_nobody_gets_a_bsn(bevolkt: Bevolkt) -> None:
    wie = gieter(bevolkt.mallen)
    hoeveel = len(list(namen.bsns()))
    met = []
    for nummer in (hoeveel - 1, hoeveel, 999_999):
        gekozen, toeval = wie.kies(nummer)
        waarden = wie.waarden(gekozen, nummer, toeval)
        met.append(sum(w != LEEG for w in waarden[-len(gekozen.gaten.bsn) :]))
    assert met == [1, 0, 0]
