"""The resident's own pages: what one never sees of another, and what reaches whoever helps (X3, X4, X14, U17, U19)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from psycopg import sql

from eenplan.inzage import api as inzage
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import NietGevonden
from eenplan.web.schermen import INWONER
from tests import world
from tests.browser import inwonerwereld
from tests.integration.inzage.tijdelijk import tijdelijk
from tests.integration.platform.adressen import Adres, alle
from tests.orakel.mutanten import Mutant
from tests.pgplugin import verbind_beheer
from tests.world import LENTE, Mens, Overvecht

DRAAD = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
EIGEN_SQL = 9  # statements the first page may take, beside the one that says who asks
ZONDER_GEZAG: LiteralString = "UPDATE huishoudens_relatie SET gezag = false WHERE persoon_id = %s"
BEPERKT: LiteralString = "UPDATE huishoudens_relatie SET beperkt = true WHERE persoon_id = %s"
GEBOREN: LiteralString = "UPDATE huishoudens_persoon SET geboortedatum = %s WHERE id = %s"


@dataclass(frozen=True)
class Stand:
    """Two families with everything in their files, and a couple of whom one asked for help."""

    cast: Overvecht
    mina: Mens
    van_mina: Mapping[str, UUID]
    ander: Mapping[str, UUID]
    partner: Mens
    vrager: UUID

    def als(self, wie: str) -> Mens:
        return inwonerwereld.inwoner(self.van_mina[wie], self.cast.fatima)


@pytest.fixture(scope="module")
def stand(db_module: None) -> Stand:
    cast = world.overvecht()
    mina, sleutels = inwonerwereld.mina(cast.fatima)
    _, ander = inwonerwereld.mina(cast.fatima)
    partner, vrager = inwonerwereld.partner(cast.fatima)
    return Stand(cast, mina, sleutels, ander, partner, vrager)


def _adressen() -> list[Adres]:
    return [a for a in alle(get_resolver().url_patterns) if a.wie is INWONER]


def _met_sleutel() -> list[Adres]:
    return [adres for adres in _adressen() if adres.sleutels]


def _pad(adres: Adres, sleutel: UUID) -> str:
    pad = re.sub(r"<uuid:\w+>", str(sleutel), adres.route)
    return re.sub(r"<slug:\w+>", "klacht", pad)


def _antwoord(client: Client, manier: str, pad: str) -> tuple[int, bytes, int]:
    reset_queries()
    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.generic(manier, pad)
    kaal = re.sub(rb'(csrfmiddlewaretoken|verzendsleutel)" value="[^"]*', b"", antwoord.content)
    return antwoord.status_code, kaal, len(vragen.captured_queries)


def _geheim_voor(stand: Stand) -> Mapping[str, tuple[Mens, Mapping[str, UUID]]]:
    """Who asks, and the keys that are no business of theirs."""
    van_esra = {"doel": stand.van_mina["doel_esra"], "inzet": stand.van_mina["inzet_jeugd"]}
    van_moeder = {n: s for n, s in stand.van_mina.items() if s not in van_esra.values()}
    return {
        "een moeder, van een ander gezin": (stand.mina, stand.ander),
        "een partner, van de vrager": (stand.partner, {"persoon": stand.vrager}),
        "een partner, van een ander gezin": (stand.partner, stand.ander),
        "een jongere, van de moeder": (stand.als("esra"), van_moeder),
        "een ouder elders, van de moeder": (stand.als("karim"), van_moeder),
    }


@pytest.mark.parametrize("manier", ["GET", "POST"])
@pytest.mark.parametrize("adres", _met_sleutel(), ids=lambda a: str(a.blad.name))
def test_t2_what_is_of_another_is_as_if_it_were_not_there(
    adres: Adres, manier: str, stand: Stand
) -> None:
    """A partner, a youth, a parent elsewhere and a stranger: the same page, bytes and work as for a made-up key."""
    for wie, (mens, sleutels) in _geheim_voor(stand).items():
        client = mens.client(op=LENTE)
        verwacht = _antwoord(client, manier, _pad(adres, uuid4()))
        assert verwacht[0] in (404, 302), wie
        for naam, sleutel in sleutels.items():
            gekregen = _antwoord(client, manier, _pad(adres, sleutel))
            assert gekregen == verwacht, f"{wie}: sleutel van {naam}"


def test_t2_control_a_lock_that_forgets_authority_is_noticed(
    stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    """The control: the same matrix while every resident counts as every file's own person."""
    lek = Mutant(
        "everybody themselves", "toegestaan", "c.actor_id = ANY (vrij.mens) AND EXISTS", "EXISTS"
    )
    [adres] = [a for a in _met_sleutel() if a.blad.name == "mijn-brief"]
    with lek.in_werking(beheer_conn), pytest.raises(AssertionError, match="sleutel van"):
        test_t2_what_is_of_another_is_as_if_it_were_not_there(adres, "GET", stand)


@pytest.mark.parametrize("adres", _adressen(), ids=lambda a: str(a.blad.name))
def test_t3_staff_and_visitors_find_no_page_of_residents(adres: Adres, stand: Stand) -> None:
    pad = _pad(adres, stand.van_mina["inzet"])
    assert stand.cast.fatima.client(op=LENTE).get(pad).status_code == 404
    assert Client().get(pad)["Location"] == "/kies-persoon/"


def test_t2_a_resident_finds_no_page_of_staff(stand: Stand) -> None:
    client = stand.mina.client(op=LENTE)
    for adres in alle(get_resolver().url_patterns):
        if adres.wie and "inwoner" not in adres.wie and "iedereen" not in adres.wie:
            pad = re.sub(r"<uuid:\w+>", str(stand.van_mina["inzet"]), adres.route)
            assert client.get(re.sub(r"<\w+:\w+>", "1", pad)).status_code == 404, pad


def _rijen(beheer: psycopg.Connection) -> Mapping[str, str]:
    """A digest of every table but the read log and the sessions."""
    tabellen = beheer.execute(
        """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
              AND relname NOT IN ('inzage_leesregel', 'django_migrations')"""
    ).fetchall()
    uit = {}
    for (tabel,) in tabellen:
        vraag = sql.SQL(
            "SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {} t"
        )
        [som] = beheer.execute(vraag.format(sql.Identifier(tabel))).fetchone() or [""]
        uit[tabel] = som
    return uit


def test_x3_looking_writes_nothing_but_that_one_looked(stand: Stand) -> None:
    eigen = dict(stand.van_mina)
    client = stand.mina.client(op=LENTE)
    with verbind_beheer() as beheer:
        voor = _rijen(beheer)
        for adres in _adressen():
            sleutel = eigen.get(adres.sleutels[0], uuid4()) if adres.sleutels else uuid4()
            client.get(_pad(adres, sleutel))
        assert _rijen(beheer) == voor


@pytest.mark.parametrize(("pad", "hooguit"), [("/mijn/", EIGEN_SQL), ("/mijn/oneens/bezwaar/", 4)])
def test_a_page_takes_few_statements_however_large_the_family(
    stand: Stand, pad: str, hooguit: int
) -> None:
    for mens in (stand.mina, stand.als("esra"), stand.als("karim"), stand.partner):
        with CaptureQueriesContext(connection) as vragen:
            assert mens.client(op=LENTE).get(pad).status_code == 200
        eigen = [q["sql"] for q in vragen.captured_queries if not q["sql"].startswith(DRAAD)]
        eigen = [q for q in eigen if "pol.begin(" not in q and "sessie_openen" not in q]
        assert len(eigen) <= hooguit, "\n".join(eigen)


def _opent(wie: Mens, op: date = LENTE) -> set[UUID]:
    with wie.handelt(op=op, lezen=True) as scope:
        try:
            return set(inzage.open_als_inwoner(scope).personen)
        except NietGevonden:
            return set()


def test_x4_who_opens_whose_file(stand: Stand) -> None:
    van = stand.van_mina
    assert _opent(stand.mina) == {van["mina"], van["esra"], van["sam"]}
    assert _opent(stand.als("esra")) == {van["esra"]}
    assert _opent(stand.als("sam")) == set()
    assert _opent(stand.als("karim")) == {van["karim"], van["esra"], van["sam"]}
    assert stand.vrager not in _opent(stand.partner)


@pytest.mark.parametrize("zin", [ZONDER_GEZAG, BEPERKT], ids=["zonder gezag", "beperkt"])
def test_x4_a_parent_without_authority_sees_and_answers_nothing_of_a_child(
    zin: LiteralString, stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    van = stand.van_mina
    with tijdelijk(beheer_conn, zin, [van["karim"]]):
        karim = stand.als("karim")
        assert _opent(karim) == {van["karim"]}
        adres = f"/mijn/hulp/{van['inzet_jeugd']}/"
        assert karim.client(op=LENTE).get(adres).status_code == 404
        gestuurd = karim.client(op=LENTE).post(adres, {"antwoord": "ja", "verzendsleutel": uuid4()})
        assert gestuurd.status_code == 404
    assert stand.als("karim").client(op=LENTE).get(adres).status_code == 200


@pytest.mark.parametrize(("jaren", "ouders_zien"), [(15, True), (16, False), (17, False)])
def test_x4_from_sixteen_on_a_youth_is_alone_in_the_own_file(
    jaren: int, ouders_zien: bool, stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    esra = stand.van_mina["esra"]
    with tijdelijk(beheer_conn, GEBOREN, [LENTE.replace(year=LENTE.year - jaren), esra]):
        for ouder in ("mina", "karim"):
            assert (esra in _opent(stand.als(ouder))) is ouders_zien
        assert _opent(stand.als("esra")) == {esra}


def test_u19_what_is_not_for_parents_does_not_open_for_them(
    stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    doel = stand.van_mina["doel_esra"]
    zin: LiteralString = """UPDATE platform_deel SET niet_voor_ouders = true
                             WHERE id = (SELECT deel_id FROM plannen_doel WHERE id = %s)"""
    with tijdelijk(beheer_conn, zin, [doel]):
        assert b"plezier naar school" not in stand.mina.client(op=LENTE).get("/mijn/plan/").content
        eigen = stand.als("esra").client(op=LENTE).get("/mijn/plan/")
        assert b"plezier naar school" in eigen.content


def test_u19_the_letter_of_another_parent_stays_theirs(
    stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    """Their address stands on it. The control: without the policy the same letter opens."""
    brief = stand.van_mina["brief"]
    adres = f"/mijn/brieven/{brief}.pdf"
    assert stand.mina.client(op=LENTE).get(adres).status_code == 200
    zin: LiteralString = "UPDATE berichten_brief SET ontvanger_id = %s WHERE id = %s"
    with tijdelijk(beheer_conn, zin, [stand.van_mina["karim"], brief]):
        assert stand.mina.client(op=LENTE).get(adres).status_code == 404
        assert b"Verslag" not in stand.mina.client(op=LENTE).get("/mijn/brieven/").content
        for tabel in ("berichten_brief", "berichten_bestand"):
            beheer_conn.execute(
                sql.SQL("ALTER POLICY inwoner ON {} USING (true)").format(sql.Identifier(tabel))
            )
        try:
            assert stand.mina.client(op=LENTE).get(adres).status_code == 200
        finally:
            beheer_conn.execute(
                """ALTER POLICY inwoner ON berichten_brief USING (NOT (SELECT pol.is_inwoner())
                     OR (toestand = 'verzonden' AND ontvanger_id = ANY (ARRAY(SELECT pol.mijn_post()))));
                   ALTER POLICY inwoner ON berichten_bestand USING (NOT (SELECT pol.is_inwoner())
                     OR brief_id = ANY (ARRAY(SELECT b.id FROM berichten_brief b)))"""
            )


def test_u19_a_child_that_lives_elsewhere_keeps_its_post_from_the_other_address(
    stand: Stand,
) -> None:
    """The mother reads what was sent to the children at home; the father elsewhere does not: her address is on it."""
    with stand.mina.handelt(op=LENTE, lezen=True), connection.cursor() as cursor:
        cursor.execute("SELECT pol.mijn_post()")
        van_mina = {rij[0] for rij in cursor.fetchall()}
    with stand.als("karim").handelt(op=LENTE, lezen=True), connection.cursor() as cursor:
        cursor.execute("SELECT pol.mijn_post()")
        van_karim = {rij[0] for rij in cursor.fetchall()}
    van = stand.van_mina
    assert van_mina == {van["mina"], van["esra"], van["sam"]}
    assert van_karim == {van["karim"]}


@pytest.mark.parametrize("tabel", ["organisaties_medewerker", "organisaties_teamlid"])
def test_x3_a_residents_session_reads_no_staff(tabel: str, stand: Stand) -> None:
    """The control: an employee of the same municipality does."""
    vraag = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(tabel)).as_string(None)
    gezien = []
    for mens in (stand.mina, stand.cast.fatima):
        with mens.handelt(op=LENTE, lezen=True), connection.cursor() as cursor:
            cursor.execute(vraag)
            gezien.append(cursor.fetchone()[0])
    assert gezien[0] == 0
    assert gezien[1] > 0


@pytest.mark.parametrize(
    "zin",
    [
        "SELECT pol.betrekken(gen_random_uuid(), pol.mijn_gemeente(), %(ik)s, %(team)s, 'x', '', 'wat', '{plan}', NULL,"
        " NULL, 'toegang', 'x', false)",
        "SELECT pol.bericht_van_inwoner(gen_random_uuid(), %(plan)s, %(ander)s, 'x', 'x', NULL)",
        "SELECT pol.beslisser_betrekken(%(aanvraag)s)",
        "SELECT pol.betrokkenheid_beeindigen(%(ik)s, %(team)s, 'toegang')",
    ],
    ids=["toegang geven", "bericht over een ander", "een eerdere aanvraag", "hulp wegsturen"],
)
def test_x3_a_resident_gives_and_takes_no_access(zin: str, stand: Stand) -> None:
    namen = {
        "ik": stand.van_mina["mina"],
        "team": stand.cast.petra.id,
        "plan": stand.ander["plan"],
        "ander": stand.ander["mina"],
        "aanvraag": stand.van_mina["aanvraag"],
    }
    with ExitStack() as stapel:
        stapel.enter_context(pytest.raises(Exception, match=r"mag hier niet|beslist hier niemand"))
        scope = stapel.enter_context(stand.mina.handelt(op=LENTE))
        inzage.open_als_inwoner(scope)
        with connection.cursor() as cursor:
            cursor.execute(zin, namen)


def test_x3_who_looked_names_no_employee_and_hides_what_a_name_would_tell(
    stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    adres = "/mijn/wie-keek/"
    html = stand.mina.client(op=LENTE).get(adres).content.decode()
    assert "Buurtteamorganisatie Utrecht" in html
    assert "Fatima Amrani" not in html
    zin: LiteralString = "UPDATE inzage_betrokkenheid SET dat_is_wat = true WHERE persoon_id = %s"
    with tijdelijk(beheer_conn, zin, [stand.van_mina["mina"]]):
        html = stand.mina.client(op=LENTE).get(adres).content.decode()
    assert "Buurtteamorganisatie Utrecht" not in html
    assert "Een organisatie die u helpt" in html


def test_x3_break_glass_and_other_residents_are_left_out(
    stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    """The control: with an ordinary ground the same lines count."""
    zin: LiteralString = (
        "UPDATE inzage_leesregel SET grond = 'nood' WHERE persoon_id = %s AND soort = 'openen'"
    )
    zelf = inwonerwereld.inwoner(stand.van_mina["mina"], stand.cast.fatima)
    with zelf.handelt(op=LENTE, lezen=True) as scope:
        inzage.open_als_inwoner(scope)
        assert [r for r in inzage.wie_keek(scope) if r.soort == "openen"]
    with (
        tijdelijk(beheer_conn, zin, [stand.van_mina["mina"]]),
        zelf.handelt(op=LENTE, lezen=True) as scope,
    ):
        inzage.open_als_inwoner(scope)
        assert not [r for r in inzage.wie_keek(scope) if r.soort == "openen"]


def test_f5_who_helps_is_said_without_the_name_where_the_name_is_the_secret(
    stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    zin: LiteralString = """UPDATE inzage_betrokkenheid SET dat_is_wat = true, doel = 'uitvoering'
                             WHERE persoon_id = %s"""
    with tijdelijk(beheer_conn, zin, [stand.van_mina["esra"]]):
        html = stand.als("esra").client(op=LENTE).get("/mijn/plan/").content.decode()
    assert "Nog iemand. Uw contactpersoon weet wie." in html


def test_u17_a_resident_writes_only_in_the_own_goal(stand: Stand) -> None:
    esra, van = stand.als("esra"), stand.van_mina
    with stand.mina.handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
        plannen.zeg_het_zelf(scope, doel=van["doel_esra"], woorden="Anders", versie=1)
    with esra.handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
        plannen.schrijf_erbij(
            scope, doel=van["doel"], soort=plannen.EigenSoort.OPMERKING, tekst="Anders"
        )
    with esra.handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
        plannen.zet_taak_klaar(scope, regel=van["eigenregel"], klaar=True)


def test_x4_who_was_not_asked_answers_for_nobody(stand: Stand) -> None:
    """Somebody who was not asked finds no question, also about help they see."""
    with stand.als("karim").handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
        plannen.geef_antwoord(scope, inzet=stand.van_mina["inzet"], antwoord=plannen.Antwoord.JA)


def test_u17_who_helps_reads_under_the_goal_what_the_resident_wrote(stand: Stand) -> None:
    html = stand.cast.fatima.client(op=LENTE).get(f"/werk/plan/{stand.van_mina['plan']}/")
    assert "Ik bel oma." in html.content.decode()


def test_x4_who_wants_to_talk_first_is_called_and_then_has_an_answer(stand: Stand) -> None:
    """Wanting to talk is no answer; what a professional writes down afterwards is no longer said at the own page."""
    inzet = stand.van_mina["inzet_jeugd"]
    adres = f"/werk/plan/hulp/{inzet}/akkoord/"
    assert (
        "Mina Hadi wil eerst praten"
        in stand.cast.fatima.client(op=LENTE).get(adres).content.decode()
    )
    with stand.als("karim").handelt(op=LENTE) as scope:
        plannen.geef_antwoord(scope, inzet=inzet, antwoord=plannen.Antwoord.JA)
    with stand.cast.fatima.handelt(op=LENTE) as scope:
        plannen.leg_akkoord_vast(scope, inzet=inzet, van=stand.van_mina["mina"], akkoord=True)
    with stand.cast.fatima.handelt(op=LENTE, lezen=True) as scope:
        akkoorden = plannen.open_inzetblad(scope, inzet)[0].inzet.akkoorden
    assert {(a.naam, a.uitkomst, a.zelf) for a in akkoorden} == {
        ("Esra Hadi", plannen.Uitkomst.GEVRAAGD, False),
        ("Karim Hadi", plannen.Uitkomst.AKKOORD, True),
        ("Mina Hadi", plannen.Uitkomst.AKKOORD, False),
    }
    assert not [a for a in akkoorden if a.praten_op]
