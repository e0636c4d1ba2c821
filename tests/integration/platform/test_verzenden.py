"""The same form sent twenty times at once has one effect; the same key with other answers has none (T12)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from django import forms
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.ids import nieuw_id
from eenplan.platform.scope import ScopedRequest
from eenplan.platform.vraag import doe, waarde
from eenplan.web import verzenden
from eenplan.web.schermen import IEDEREEN, scherm
from eenplan.web.verzenden import Formulier, verzend
from tests import world
from tests.orakel.mutanten import Mutant

TEGELIJK = 20
GEMEENTE = "utrecht"


class Proef(Formulier):
    tekst = forms.CharField()


def _verzend(request: ScopedRequest) -> HttpResponse:
    formulier = Proef(request.POST)

    def actie() -> str:
        if formulier.cleaned_data["tekst"] == "weiger":
            raise Geweigerd(velden={"tekst": "Zo kan het niet."})
        sleutel = nieuw_id()
        doe(
            "INSERT INTO huishoudens_huishouden (id, gemeente_id) SELECT %s, id FROM organisaties_gemeente LIMIT 1",
            [sleutel],
        )
        return f"/gemaakt/{sleutel}/"

    return verzend(request, formulier, actie) or HttpResponse(str(formulier.errors), status=422)


def _eenmalig(request: ScopedRequest) -> HttpResponse:
    """A screen that says something else once it was done, before it looks at the form."""
    if waarde("SELECT count(*) FROM huishoudens_huishouden"):
        raise NietGevonden
    return _verzend(request)


urlpatterns = [
    scherm("proef/", _verzend, naam="proef", wie=IEDEREEN),
    scherm("eenmalig/", _eenmalig, naam="eenmalig", wie=IEDEREEN),
]


@pytest.fixture(autouse=True)
def proefadres(db_schoon: None, settings_urlconf: None) -> None:
    world.gemeente(GEMEENTE)


@pytest.fixture
def settings_urlconf(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings
    from django.urls import clear_url_caches, set_urlconf

    monkeypatch.setattr(settings, "ROOT_URLCONF", __name__)
    clear_url_caches()
    set_urlconf(None)


def _stuur(sleutel: object, tekst: str = "hallo", pad: str = "/proef/") -> tuple[int, str]:
    antwoord = Client().post(pad, {"verzendsleutel": str(sleutel), "tekst": tekst})
    return antwoord.status_code, antwoord.headers.get("Location", antwoord.content.decode())


def _tegelijk(sleutel: object) -> list[tuple[int, str]]:
    hek = Barrier(TEGELIJK)

    def een(_: int) -> tuple[int, str]:
        hek.wait()
        try:
            return _stuur(sleutel)
        finally:
            connection.close()

    with ThreadPoolExecutor(TEGELIJK) as draden:
        return list(draden.map(een, range(TEGELIJK)))


def _effecten(beheer: psycopg.Connection) -> int:
    return beheer.execute("SELECT FROM huishoudens_huishouden").rowcount


def test_t12_twenty_at_once_have_one_effect_and_one_answer(beheer_conn: psycopg.Connection) -> None:
    antwoorden = _tegelijk(uuid4())
    assert {status for status, _ in antwoorden} == {302}
    assert len({waar for _, waar in antwoorden}) == 1
    assert _effecten(beheer_conn) == 1


def test_t12_without_the_unique_key_there_are_more(beheer_conn: psycopg.Connection) -> None:
    """The control: a claim that always calls itself new."""
    altijd_nieuw = Mutant("always new", "verzending_claimen", "nieuw := FOUND", "nieuw := true")
    with altijd_nieuw.in_werking(beheer_conn):
        _tegelijk(uuid4())
    assert _effecten(beheer_conn) > 1


def test_t12_the_same_key_with_other_answers_is_refused_in_a_sentence(
    beheer_conn: psycopg.Connection,
) -> None:
    sleutel = uuid4()
    _stuur(sleutel)
    status, tekst = _stuur(sleutel, "iets anders")
    assert status == 422
    assert verzenden.AL_VERZONDEN in tekst
    assert _effecten(beheer_conn) == 1


def test_t12_a_refusal_does_not_use_up_the_key(beheer_conn: psycopg.Connection) -> None:
    sleutel = uuid4()
    status, tekst = _stuur(sleutel, "weiger")
    assert (status, "Zo kan het niet." in tekst) == (422, True)
    assert _stuur(sleutel, "nu goed")[0] == 302
    assert _effecten(beheer_conn) == 1


def test_two_keys_are_two_forms(beheer_conn: psycopg.Connection) -> None:
    assert _stuur(uuid4()) != _stuur(uuid4())
    assert _effecten(beheer_conn) == 2


def test_t12_who_never_saw_the_answer_gets_it_also_from_a_screen_that_is_done(
    beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the screen reads as the owner would: what was done before shows
    monkeypatch.setitem(globals(), "waarde", lambda _: _effecten(beheer_conn))
    sleutel = uuid4()
    assert _stuur(sleutel, "weiger", pad="/eenmalig/")[0] == 422
    status, waar = _stuur(sleutel, pad="/eenmalig/")
    assert status == 302
    assert _stuur(sleutel, pad="/eenmalig/") == (302, waar)
    assert _stuur(sleutel, "iets anders", pad="/eenmalig/")[0] == 404
    assert _stuur(uuid4(), pad="/eenmalig/")[0] == 404
    assert _stuur("geen sleutel", pad="/eenmalig/")[0] == 404
    assert _effecten(beheer_conn) == 1


def test_t12_without_it_who_sends_again_would_read_that_it_is_not_there(
    beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setitem(globals(), "waarde", lambda _: _effecten(beheer_conn))
    monkeypatch.setattr(verzenden, "_eerder_antwoord", lambda _: None)
    sleutel = uuid4()
    assert [_stuur(sleutel, pad="/eenmalig/")[0] for _ in range(2)] == [302, 404]


def _als(client: Client, sleutel: object) -> int:
    return client.post("/eenmalig/", {"verzendsleutel": str(sleutel), "tekst": "hallo"}).status_code


def test_t14_the_answer_of_the_first_time_is_for_who_sent_it_and_nobody_else(
    beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the stolen key and the very same words: another team, a resident and a visitor find nothing."""
    monkeypatch.setitem(globals(), "waarde", lambda _: _effecten(beheer_conn))
    cast = world.overvecht()
    bewoner = world.Mens(world.man_alleen().persoon, cast.fatima.gemeente, "inwoner")
    beheer_conn.execute("DELETE FROM huishoudens_lid; DELETE FROM huishoudens_huishouden")
    sleutel = uuid4()
    assert _als(cast.fatima.client(), sleutel) == 302
    assert _als(cast.fatima.client(), sleutel) == 302
    for ander in (cast.sanne.client(), bewoner.client(), Client()):
        assert _als(ander, sleutel) == 404


def test_t24_a_form_from_another_site_gets_no_answer_of_the_first_time(
    beheer_conn: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "waarde", lambda _: _effecten(beheer_conn))
    sleutel = uuid4()
    assert _stuur(sleutel, pad="/eenmalig/")[0] == 302
    assert _als(Client(enforce_csrf_checks=True), sleutel) == 403
