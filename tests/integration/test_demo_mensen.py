"""Who has a name in the demo finds work, and every road on every page leads somewhere (X11)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from html import unescape

import psycopg
import pytest
from django.test import Client

from eenplan.beleid import api as beleid
from eenplan.demo import laden
from eenplan.demo.bekend import BEKEND
from eenplan.inzage.api import Doel
from eenplan.organisaties import api as organisaties
from eenplan.web.werk import besluit, dossier
from tests.world import Mens

BEGIN = {"inwoner": "/mijn/", "beleidsadviseur": "/beleid/"}
LINK = re.compile(r'href="(/[^"#]*)')
SLEUTEL = re.compile(r"[0-9a-f-]{32,36}")


@pytest.fixture(scope="module", autouse=True)
def demo(db_module: None) -> None:
    """The demo with everybody of the stories, without the other households."""
    with pytest.MonkeyPatch.context() as plakker:
        plakker.setattr(laden, "GEZINNEN", 0)
        laden.laad(lambda _: None)


def test_x11_everybody_with_a_name_finds_work(
    beheer_conn: psycopg.Connection,
) -> None:
    # a policy adviser reads the model and has no list
    namen = [sleutel for sleutel in BEKEND if not sleutel.endswith("/beleid")]
    werk = {sleutel: _werk(beheer_conn, sleutel) for sleutel in namen}
    assert [sleutel for sleutel, soorten in werk.items() if not soorten] == []
    teams = [soorten for soorten in werk.values() if "melding_oppakken" in soorten]
    assert len(teams) >= len(beleid.gemeenten())
    assert all({"plan", "verslag"} <= set(soorten) for soorten in teams)
    # what a team doubts is talked over, except where the policy has no row for doubt
    zonder = {k for k, v in werk.items() if v in teams and "vervolg" not in v}
    assert zonder == {"heerlen/buurtteam-heerlerbaan", "heerlen/stand-by"}


def _werk(conn: psycopg.Connection, sleutel: str) -> dict[str, int]:
    """The open lines of this place by kind."""
    gemeente, plek = sleutel.split("/", 1)
    partijen = [organisaties.team_id(gemeente, plek), organisaties.organisatie_id(gemeente, plek)]
    rijen = conn.execute(
        """SELECT soort, count(*) FROM werk_item WHERE toestand = 'open' AND partij_id = ANY (%s)
            GROUP BY soort ORDER BY soort""",
        [partijen],
    )
    return {str(soort): int(aantal) for soort, aantal in rijen}


def test_x14_an_objection_can_be_taken_in_every_municipality_by_who_did_not_decide(
    beheer_conn: psycopg.Connection,
) -> None:
    rijen = beheer_conn.execute(
        """SELECT g.sleutel, count(*) FROM organisaties_medewerker m
             JOIN organisaties_organisatie o ON o.id = m.organisatie_id
             JOIN organisaties_gemeente g ON g.id = m.gemeente_id
            WHERE m.functie = 'consulent' AND o.soort = 'gemeente' GROUP BY g.sleutel"""
    ).fetchall()
    assert {sleutel for sleutel, aantal in rijen if aantal >= 2} == set(beleid.gemeenten())


def mensen(*, allen: bool) -> Iterator[tuple[str, Client]]:
    """Everybody of the demo with their function; or those with a name in it, and some of the residents."""
    bekend = set(BEKEND.values())
    for m in organisaties.demomedewerkers():
        if allen or m.naam in bekend:
            yield m.functie, Mens(m.id, m.gemeente_id).client()
    for i in organisaties.demoinwoners()[:: 1 if allen else 12]:
        yield "inwoner", Mens(i.id, i.gemeente_id, "inwoner").client()


def dode_wegen(wie: Iterable[tuple[str, Client]]) -> set[str]:
    """Walk from each first page over one link of each kind on each kind of page; what leads nowhere."""
    dood = set()
    for functie, client in wie:
        begin = BEGIN.get(functie, "/werk/")
        gezien, gegaan, rij = {begin}, set(), deque([(begin, "")])
        while rij:
            pad, van = rij.popleft()
            antwoord = client.get(pad, follow=True)
            if antwoord.status_code != 200:
                dood.add(f"{functie}: {_soort(pad)} op {_soort(van)}")
                continue
            if antwoord.streaming or b"<html" not in antwoord.content[:300]:
                continue
            for href in map(unescape, LINK.findall(antwoord.content.decode())):
                weg = (_soort(href), _soort(pad))
                if href in gezien or href.startswith("/static/") or weg in gegaan:
                    continue
                gegaan.add(weg)
                gezien.add(href)
                rij.append((href, pad))
    return dood


def _soort(pad: str) -> str:
    return SLEUTEL.sub("...", pad)


def test_every_link_on_every_page_leads_somewhere() -> None:
    assert dode_wegen(mensen(allen=False)) == set()


@pytest.mark.lang
def test_every_link_of_everybody_leads_somewhere() -> None:
    assert dode_wegen(mensen(allen=True)) == set()


def test_control_a_link_to_what_does_not_open_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A consulent who helps along came by another door than to decide; the link forgot which."""
    for module in (dossier, besluit):
        monkeypatch.setattr(module, "als", lambda _: "")
    consulenten = (m for m in mensen(allen=False) if m[0] == "consulent")
    assert any("/brieven/" in weg for weg in dode_wegen(consulenten))


def test_control_who_helps_opens_the_file_in_that_cut() -> None:
    assert dossier.als(Doel.UITVOERING) == "?als=uitvoering"
