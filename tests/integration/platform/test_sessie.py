"""A session ends by itself, and leaves nothing behind (T10)."""

from __future__ import annotations

import psycopg
from django.test import Client

from tests import world
from tests.pgplugin import verbind_beheer


def _status(client: Client) -> int:
    return client.get("/werk/").status_code


def test_a_screen_that_was_left_open_for_an_hour_is_nobodys(db_schoon: None) -> None:
    client = world.overvecht().sanne.client()
    with verbind_beheer() as conn:
        _laatst_gezien(conn, "59 minutes")
        assert _status(client) == 200, "control: within the hour one goes on"
        assert conn.execute(
            "SELECT gezien > now() - interval '1 minute' FROM pol.sessie"
        ).fetchone() == (True,)
        _laatst_gezien(conn, "61 minutes")
        assert _status(client) != 200


def _laatst_gezien(conn: psycopg.Connection, geleden: str) -> None:
    conn.execute("UPDATE pol.sessie SET gezien = now() - %s::interval", [geleden])


def test_signing_out_clears_what_the_browser_kept(db_schoon: None) -> None:
    client = world.overvecht().sanne.client()
    antwoord = client.post("/kies-persoon/uit/")
    assert antwoord.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert _status(client) != 200


def test_a_browser_that_came_safely_is_told_to_keep_coming_safely(db_schoon: None) -> None:
    assert "Strict-Transport-Security" in Client().get("/", secure=True).headers
    assert "Strict-Transport-Security" not in Client().get("/").headers
