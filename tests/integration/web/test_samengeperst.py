"""What travels is small, and its length tells nothing about what is in it."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client

from tests import world

LICHT = 8_000  # bytes of a page after the first, compressed (the yardstick)
PADEN = ("/utrecht/", "/privacy/", "/toegankelijkheid/")


@pytest.fixture
def client(db_schoon: None) -> Client:
    world.gemeente("utrecht")
    return Client(headers={"accept-encoding": "gzip"})


@pytest.mark.parametrize("pad", PADEN)
def test_a_page_travels_compressed_and_within_8_kb(pad: str, client: Client) -> None:
    antwoord = client.get(pad)
    assert antwoord.headers["Content-Encoding"] == "gzip"
    assert len(antwoord.content) < LICHT
    assert len(gzip.decompress(antwoord.content)) > len(antwoord.content)


def test_who_cannot_unpack_gets_the_page_as_it_is(client: Client) -> None:
    antwoord = client.get("/utrecht/", headers={"accept-encoding": "identity"})
    assert "Content-Encoding" not in antwoord.headers
    assert b"</html>" in antwoord.content


def test_the_same_page_has_another_length_each_time(client: Client) -> None:
    """So that whoever counts bytes on the line cannot guess a secret letter by letter (BREACH)."""
    lengtes = {len(client.get("/toegankelijkheid/").content) for _ in range(8)}
    kaal = {len(gzip.decompress(client.get("/toegankelijkheid/").content)) for _ in range(8)}
    assert len(lengtes) > 3
    assert len(kaal) == 1, "control: the page itself does not change"
