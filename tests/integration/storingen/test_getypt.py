"""A fault at every statement of a form that is sent: all or nothing, and what was typed is still on the page (T12)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.test import Client

from eenplan.web import fouten
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.storingen.afdruk import afdruk
from tests.integration.storingen.stuk_voor_stuk import faal_bij, tel
from tests.world import LENTE

TEKST = "Ik slaap slecht & ik maak me zorgen."
MELDING = {
    "tekst": TEKST,
    "naam": "Bente Vermeulen",
    "geboortedatum_dag": "3",
    "geboortedatum_maand": "3",
    "geboortedatum_jaar": "1961",
    "telefoon": "0600000000",
    "vraag": "thuisadministratie",
    "gebied": "tigrisdreef",
    "kanaal": "telefoon",
}
Vorm = tuple[Client, str, dict[str, str]]


def _intake() -> Vorm:
    return world.overvecht().sanne.client(op=LENTE), "/werk/melding/nieuw/", MELDING


def _doel_erbij() -> Vorm:
    o = world.overvecht()
    plan = world.plan_met_doel(o.fatima, world.gezin_hadi(o.fatima).melding).plan
    return o.fatima.client(op=LENTE), f"/werk/plan/{plan}/", {"woorden": TEKST}


def _doel_anders() -> Vorm:
    o = world.overvecht()
    doel = world.plan_met_doel(o.fatima, world.gezin_hadi(o.fatima).melding).doel
    return o.fatima.client(op=LENTE), f"/werk/plan/doel/{doel}/", {"woorden": TEKST, "versie": "1"}


def _besluit_vragen() -> Vorm:
    o, melding = world.overvecht(), world.man_alleen().melding
    velden = {"gevraagd": TEKST, "door": "Henk Jansen", "hoe": "gesprek"}
    velden |= {"op_dag": "2", "op_maand": "3", "op_jaar": "2026"}
    return o.sanne.client(op=LENTE), f"/werk/melding/{melding}/besluit-vragen/", velden


def _motivering() -> Vorm:
    zaak = wereld.afwijzing()
    velden = {"versie": "1", "grond": "ander_aanbod", "wel_mogelijk": TEKST}
    return zaak.team.client(op=LENTE), f"/werk/stuk/{zaak.stuk}/motivering/", velden


def _brief() -> Vorm:
    zaak = wereld.verwijzing()
    velden = {"verteld": "on", "verteld_op_dag": "2", "verteld_op_maand": "maart"}
    return (
        zaak.team.client(op=LENTE),
        f"/werk/stuk/{zaak.stuk}/",
        velden | {"verteld_op_jaar": "2026"},
    )


VORMEN: Mapping[str, Callable[[], Vorm]] = {
    "een vraag vastleggen": _intake,
    "een doel toevoegen": _doel_erbij,
    "een doel wijzigen": _doel_anders,
    "een besluit vragen": _besluit_vragen,
    "een afwijzing motiveren": _motivering,
    "een verwijsbrief versturen": _brief,
}


def _stuur(vorm: Vorm, sleutel: str, breek: int | None) -> tuple[int, str]:
    client, pad, velden = vorm
    client.raise_request_exception = False
    with faal_bij(breek):
        antwoord = client.post(pad, velden | {"verzendsleutel": sleutel})
    return antwoord.status_code, antwoord.content.decode()


@pytest.mark.parametrize("naam", VORMEN)
def test_t12_whichever_statement_fails_it_is_all_or_nothing_and_the_text_stays(
    naam: str, beheer_conn: psycopg.Connection
) -> None:
    vorm, sleutel = VORMEN[naam](), str(uuid4())
    vooraf = afdruk(beheer_conn)
    nummer = 0
    while True:
        nummer += 1
        status, pagina = _stuur(vorm, sleutel, nummer)
        if status == 302:
            break
        assert status == 500, f"opdracht {nummer}: {status}"
        assert afdruk(beheer_conn) == vooraf, f"opdracht {nummer}"
        _staat_er_nog(pagina, vorm[2], sleutel)
    assert nummer > 5
    assert afdruk(beheer_conn) != vooraf
    assert _stuur(vorm, sleutel, None)[0] == 302


def _staat_er_nog(pagina: str, velden: Mapping[str, str], sleutel: str) -> None:
    """In Dutch, with what to do, and a form that sends the same again with the same key."""
    assert "Er ging bij ons iets mis" in pagina
    assert "Verstuur het opnieuw" in pagina
    assert f'name="verzendsleutel" value="{sleutel}"' in pagina
    getypt = [waarde for waarde in velden.values() if " " in waarde]
    for waarde in getypt:
        assert f">{waarde.replace('&', '&amp;')}</textarea>" in pagina
    for waarde in velden.values():
        assert waarde.replace("&", "&amp;") in pagina


def test_the_page_of_a_fault_sends_the_same_form_again(db_schoon: None) -> None:
    vorm, sleutel = _doel_erbij(), str(uuid4())
    _, pagina = _stuur(vorm, sleutel, 5)
    assert f'<form class="ep-formulier" method="post" action="{vorm[1]}"' in pagina
    verborgen = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', pagina))
    getypt = dict(re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>([^<]*)</textarea>', pagina))
    getypt = {naam: waarde.replace("&amp;", "&") for naam, waarde in getypt.items()}
    assert vorm[0].post(vorm[1], verborgen | getypt).status_code == 302


def test_control_a_page_that_throws_the_text_away_is_noticed(
    beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fouten, "_getypt", lambda *_, **__: [])
    vorm, sleutel = _doel_erbij(), str(uuid4())
    with pytest.raises(AssertionError):
        _staat_er_nog(_stuur(vorm, sleutel, 5)[1], vorm[2], sleutel)


@pytest.mark.parametrize("nummer", [3, 9])
def test_t12_a_line_to_the_database_that_is_cut_leaves_nothing(
    nummer: int, beheer_conn: psycopg.Connection
) -> None:
    """Not an exception of ours: the server ends the connection in the middle of the form."""
    vorm, sleutel = _intake(), str(uuid4())
    vooraf = afdruk(beheer_conn)
    client, pad, velden = vorm
    client.raise_request_exception = False

    def knip(teller: int) -> None:
        if teller == nummer:
            pid = connection.connection.info.backend_pid
            beheer_conn.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    with tel(knip):
        antwoord = client.post(pad, velden | {"verzendsleutel": sleutel})
    assert antwoord.status_code == 500
    assert afdruk(beheer_conn) == vooraf
    _staat_er_nog(antwoord.content.decode(), velden, sleutel)
    connection.close()
    assert _stuur(vorm, sleutel, None)[0] == 302
