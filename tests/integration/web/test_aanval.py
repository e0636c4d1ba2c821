"""Somebody with one valid account who is curious: what the screens give them (T2, T24, T25, X3)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import psycopg
import pytest
from django.test import Client

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from tests import world


def test_u16_after_a_hand_over_no_name_stays_on_the_list_of_the_earlier_team(
    db_schoon: None,
) -> None:
    """Concept papers and other work go along with the question; only its new holder sees whose they are."""
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    with cast.fatima.handelt(op=world.LENTE) as scope:
        meldingen.neem_op(scope, melding=gezin.melding)
    world.plan_met_doel(cast.fatima, gezin.melding, van=gezin.esra, deelnemers=[gezin.esra])
    with cast.fatima.handelt(op=world.LENTE) as scope:
        meldingen.zet_door(
            scope,
            melding=gezin.melding,
            naar=f"team:{world.SOCIAAL}",
            reden="Zij kennen het gezin.",
        )
    with cast.sanne.handelt(op=world.LENTE) as scope:
        meldingen.neem_op(scope, melding=gezin.melding)
    for mens in (cast.fatima, cast.joost):
        for tab in ("nieuw", "mijn", "team"):
            lijst = mens.client(op=world.LENTE).get(f"/werk/?tab={tab}", follow=True)
            assert "Hadi" not in lijst.content.decode(), tab
    van_sanne = cast.sanne.client(op=world.LENTE).get("/werk/?tab=team", follow=True)
    assert van_sanne.content.decode().count("Hadi") == 2, (
        "the question, and the plan that was begun"
    )


def test_x3_who_left_the_team_loses_the_names_on_their_lines(
    db_schoon: None, beheer_conn: psycopg.Connection
) -> None:
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    with cast.fatima.handelt(op=world.LENTE) as scope:
        meldingen.neem_op(scope, melding=gezin.melding)
    lijst = cast.fatima.client(op=world.LENTE).get("/werk/?tab=mijn")
    assert "Mina Hadi" in lijst.content.decode()
    beheer_conn.execute(
        "UPDATE organisaties_teamlid SET tot = %s WHERE medewerker_id = %s",
        ["2026-01-01", cast.fatima.id],
    )
    beheer_conn.execute(
        "UPDATE organisaties_teamlid SET van = '2020-01-01' WHERE medewerker_id = %s",
        [cast.fatima.id],
    )
    for tab in ("nieuw", "mijn", "team"):
        lijst = cast.fatima.client(op=world.LENTE).get(f"/werk/?tab={tab}", follow=True)
        assert "Hadi" not in lijst.content.decode(), tab


@pytest.mark.parametrize("methode", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_t2_only_looking_and_sending_exist(db_schoon: None, methode: str) -> None:
    cast = world.overvecht()
    client = cast.fatima.client(op=world.LENTE)
    for pad in ("/", "/werk/", "/werk/melding/nieuw/", "/kies-persoon/datum/"):
        assert client.generic(methode, pad).status_code == 405, pad


def test_t14_becoming_somebody_else_ends_the_earlier_session(db_schoon: None) -> None:
    cast = world.overvecht()
    client = cast.fatima.client()
    eerst = client.cookies["eenplan_sessie"].value
    client.post("/kies-persoon/word/", {"medewerker": str(cast.lisa.id)})
    koekje = client.cookies["eenplan_sessie"]
    assert koekje.value != eerst
    assert koekje["httponly"]
    assert koekje["samesite"] == "Lax"
    oud = Client()
    oud.cookies["eenplan_sessie"] = eerst
    assert oud.get("/werk/").headers["Location"] == "/kies-persoon/"


def test_t24_headers_of_every_page(db_schoon: None) -> None:
    cast = world.overvecht()
    client = cast.fatima.client(op=world.LENTE)
    for pad in ("/", "/werk/", "/werk/zoeken/", "/bestaat-niet/", "/werk/melding/nieuw/"):
        koppen = client.get(pad, follow=True).headers
        assert koppen["Cache-Control"] == "no-store", pad
        assert "unsafe" not in koppen["Content-Security-Policy"]
        assert koppen["X-Content-Type-Options"] == "nosniff"
    streng = Client(enforce_csrf_checks=True)
    streng.cookies = client.cookies
    for pad in ("/werk/zoeken/", "/werk/melding/nieuw/", "/kies-persoon/uit/"):
        assert streng.post(pad, {"naam": "x"}).status_code == 403, pad


def test_x3_trying_a_number_on_the_family_form_leaves_a_trace_whatever_the_button(
    db_schoon: None, beheer_conn: psycopg.Connection
) -> None:
    """Who is known is refused there, and a refusal takes back what it wrote: the look itself stays in the log."""
    cast = world.overvecht()
    gezin = world.gezin_hadi(cast.fatima)
    with cast.sanne.handelt(op=world.LENTE) as scope:
        ander = meldingen.doe_melding(
            scope,
            gemeente_sleutel=world.UTRECHT,
            gegevens=meldingen.MeldingGegevens(
                persoon=Persoonsgegevens("Henk Jansen", date(1958, 3, 3), bsn="999990019"),
                tekst="Ik wil dat er iemand komt.",
                vraag="begeleiding",
                kanaal="telefoon",
                gebied="tigrisdreef",
            ),
        )
    antwoord = cast.fatima.client(op=world.LENTE).post(
        f"/werk/melding/{gezin.melding}/gezin/",
        {
            "naam": "Iemand Anders",
            "bsn": "999990019",
            "rol": "huisgenoot",
            "toch": "ja",
            "verzendsleutel": str(uuid4()),
        },
    )
    assert antwoord.status_code == 422
    regels = beheer_conn.execute(
        "SELECT soort, grond FROM inzage_leesregel WHERE persoon_id = %s AND actor_id = %s",
        [ander.persoon, cast.fatima.id],
    ).fetchall()
    assert ("zoeken", "bsn") in regels
