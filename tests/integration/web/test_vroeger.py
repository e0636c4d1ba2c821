"""The demo's clock in the past: no list leads to a file that does not open yet on that day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from eenplan.demo import laden
from eenplan.organisaties import api as organisaties
from eenplan.platform import klok
from eenplan.platform import scope as scopes

LIJSTEN = (
    "/werk/?tab=nieuw",
    "/werk/?tab=mijn",
    "/werk/?tab=team",
    "/werk/indicaties/",
    "/werk/signalen/",
)
MIJN = ("/mijn/", "/mijn/plan/", "/mijn/brieven/")
DAGEN_TERUG = (3, 20, 60, 400)
_LINK = re.compile(r'href="(/(?:werk|mijn)/[^"#?]+)"')


@pytest.fixture(scope="module")
def demo(db_module: None) -> None:
    """A municipality as the demo fills it: questions of the last four months, and what became of them."""
    laden.richt_in("deventer")
    for _ in laden.bevolk("deventer", 4, drukte=4):
        pass


def _op(dag: date, soort: str, wie: UUID, gemeente: UUID) -> Client:
    client = Client()
    client.cookies[scopes.KOEKJE] = scopes.open_sessie(soort=soort, actor=wie, gemeente=gemeente)
    client.cookies[scopes.KLOK_KOEKJE] = dag.isoformat()
    return client


def _links(client: Client, paginas: Sequence[str]) -> set[str]:
    return {
        link
        for pagina in paginas
        if (antwoord := client.get(pagina)).status_code == 200  # not every list is for everybody
        for link in _LINK.findall(antwoord.content.decode())
    }


def _dood(client: Client, links: set[str]) -> list[str]:
    return [link for link in sorted(links) if client.get(link).status_code == 404]


def _medewerkers() -> Sequence[organisaties.Demomedewerker]:
    with scopes.handelend(None, lezen=True):
        return organisaties.demomedewerkers()


@pytest.mark.parametrize("terug", DAGEN_TERUG)
def test_x11_no_work_list_of_an_earlier_day_leads_to_a_page_that_is_not_there(
    demo: None, terug: int
) -> None:
    dag = klok.vandaag() - timedelta(days=terug)
    for m in _medewerkers():
        client = _op(dag, "medewerker", m.id, m.gemeente_id)
        assert _dood(client, _links(client, LIJSTEN)) == [], m.naam


@pytest.mark.parametrize("terug", DAGEN_TERUG)
def test_x11_every_resident_one_can_choose_on_an_earlier_day_has_pages_without_a_dead_end(
    demo: None, terug: int
) -> None:
    dag = klok.vandaag() - timedelta(days=terug)
    kiezer = Client()
    kiezer.cookies[scopes.KLOK_KOEKJE] = dag.isoformat()
    gekozen = re.findall(
        r'name="inwoner" value="([^"]+)"', kiezer.get("/kies-persoon/").content.decode()
    )
    assert gekozen
    for inwoner in gekozen:
        client = _op(dag, "inwoner", UUID(inwoner), organisaties.gemeente_id("deventer"))
        assert _dood(client, {*MIJN, *_links(client, MIJN)}) == []


def test_control_what_is_left_out_of_the_list_would_not_have_opened_on_that_day(demo: None) -> None:
    """What stands on today's list and not on the list of 400 days ago is a dead end there."""
    nu = klok.vandaag()
    vroeger = nu - timedelta(days=400)
    doodlopend = 0
    for m in _medewerkers():
        nieuw = _links(_op(nu, "medewerker", m.id, m.gemeente_id), LIJSTEN[:3])
        client = _op(vroeger, "medewerker", m.id, m.gemeente_id)
        doodlopend += len(_dood(client, nieuw - _links(client, LIJSTEN[:3])))
    assert doodlopend > 10
