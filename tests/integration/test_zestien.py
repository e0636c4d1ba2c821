"""Sixteen people change the same words at once: each is kept or sees both texts, and nothing is lost (T19)."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import urlencode, urlsplit
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db.models.query import QuerySet

from eenplan.organisaties.api import Functie
from eenplan.plannen.models import Doel
from eenplan.platform.scope import KLOK_KOEKJE, KOEKJE, open_sessie
from tests import world
from tests.pgplugin import Website
from tests.world import JEUGD_EN_GEZIN, LENTE, UTRECHT, Mens

MENSEN = 16
CSRF = "z" * 32
WOORD = ["rust", "slaap", "school", "sport", "muziek", "vrienden", "koken", "lezen"]


@dataclass(frozen=True)
class Antwoord:
    """What one of them got."""

    tekst: str
    status: int
    pagina: str

    def typte(self, versie_van_ander: str) -> bool:
        """Whether the page shows both: what this person typed, and what somebody else stored."""
        return (
            f">{self.tekst}</textarea>" in self.pagina
            and f">{versie_van_ander}</div>" in self.pagina
        )


def team(aantal: int) -> list[Mens]:
    """So many colleagues in one team."""
    world.overvecht()
    return [
        world.medewerker(
            UTRECHT,
            f"Collega {letter}",
            organisatie="buurtteams",
            team=JEUGD_EN_GEZIN,
            functie=Functie.HULPVERLENER,
        )
        for letter in "ABCDEFGHIJKLMNOP"[:aantal]
    ]


def sessie(wie: Mens) -> str:
    """Sign in."""
    return open_sessie(soort=wie.soort, actor=wie.id, gemeente=wie.gemeente)


def stuur(website: Website, token: str, pad: str, velden: dict[str, str]) -> tuple[int, str]:
    """One form over a line of its own."""
    koekjes = f"{KOEKJE}={token}; csrftoken={CSRF}; {KLOK_KOEKJE}={LENTE.isoformat()}"
    lijn = HTTPConnection(urlsplit(website.basis).netloc, timeout=60)
    lichaam = urlencode(velden | {"verzendsleutel": str(uuid4()), "csrfmiddlewaretoken": CSRF})
    koppen = {"Cookie": koekjes, "Content-Type": "application/x-www-form-urlencoded"}
    lijn.request("POST", pad, lichaam, koppen)
    antwoord = lijn.getresponse()
    inhoud = antwoord.read().decode()
    lijn.close()
    return antwoord.status, inhoud


def tegelijk(
    website: Website, mensen: list[Mens], wat: Callable[[int], tuple[str, dict[str, str], str]]
) -> list[Antwoord]:
    """Everybody sends at the same moment; `wat` gives the path, the fields and the text of each."""
    hek = Barrier(len(mensen))
    tokens = [sessie(mens) for mens in mensen]

    def een(nummer: int) -> Antwoord:
        pad, velden, tekst = wat(nummer)
        hek.wait()
        return Antwoord(tekst, *stuur(website, tokens[nummer], pad, velden))

    with ThreadPoolExecutor(len(mensen)) as draden:
        return list(draden.map(een, range(len(mensen))))


def tekst_van(nummer: int) -> str:
    """The words of each; every other one types a single word."""
    woord = f"{WOORD[nummer % len(WOORD)]}{nummer}"
    return woord if nummer % 2 else f"Ik wil meer {woord} in de week."


@pytest.fixture
def doel(website: Website) -> tuple[list[Mens], UUID, UUID]:
    """A team and a plan of theirs with one goal."""
    mensen = team(MENSEN)
    plan = world.plan_met_doel(mensen[0], world.gezin_hadi(mensen[0]).melding)
    return mensen, plan.plan, plan.doel


def _wijzig(website: Website, mensen: list[Mens], doel: UUID) -> list[Antwoord]:
    def wat(nummer: int) -> tuple[str, dict[str, str], str]:
        tekst = tekst_van(nummer)
        return f"/werk/plan/doel/{doel}/", {"woorden": tekst, "versie": "1"}, tekst

    return tegelijk(website, mensen, wat)


def _opgeslagen(beheer: psycopg.Connection, doel: UUID) -> tuple[str, int]:
    rij = beheer.execute(
        "SELECT woorden, versie FROM plannen_doel WHERE id = %s", [doel]
    ).fetchone()
    assert rij is not None
    return rij


def test_t19_of_sixteen_who_change_one_goal_one_is_kept_and_fifteen_see_both_texts(
    website: Website, beheer_conn: psycopg.Connection, doel: tuple[list[Mens], UUID, UUID]
) -> None:
    mensen, _, sleutel = doel
    antwoorden = _wijzig(website, mensen, sleutel)
    woorden, versie = _opgeslagen(beheer_conn, sleutel)
    [gelukt] = [a for a in antwoorden if a.status == 302]
    assert (gelukt.tekst, versie) == (woorden, 2)
    anderen = [a for a in antwoorden if a is not gelukt]
    assert [a.status for a in anderen] == [409] * (MENSEN - 1)
    assert [a.tekst for a in anderen if not a.typte(woorden)] == []


def test_t19_each_in_turn_keeps_the_own_text_from_the_page_that_showed_both(
    website: Website, beheer_conn: psycopg.Connection, doel: tuple[list[Mens], UUID, UUID]
) -> None:
    """Everybody chooses the own text, again and again until it is kept: no text was thrown away on the way."""
    mensen, _, sleutel = doel
    open_ = [a for a in _wijzig(website, mensen, sleutel) if a.status != 302]
    gezien = {_opgeslagen(beheer_conn, sleutel)[0]}
    token = sessie(mensen[0])
    for antwoord in open_:
        verborgen = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', antwoord.pagina))
        velden = {"woorden": antwoord.tekst, "versie": verborgen["versie"]}
        pad = f"/werk/plan/doel/{sleutel}/"
        while (uit := stuur(website, token, pad, velden))[0] == 409:
            gevonden = re.search(r'name="versie" value="(\d+)"', uit[1])
            assert gevonden is not None
            velden["versie"] = gevonden[1]
        assert uit[0] == 302
        gezien.add(_opgeslagen(beheer_conn, sleutel)[0])
    assert gezien == {tekst_van(n) for n in range(MENSEN)}
    assert _opgeslagen(beheer_conn, sleutel)[1] == MENSEN + 1


def test_t19_sixteen_who_each_add_a_goal_to_one_plan_add_sixteen(
    website: Website, beheer_conn: psycopg.Connection, doel: tuple[list[Mens], UUID, UUID]
) -> None:
    mensen, plan, _ = doel
    antwoorden = tegelijk(
        website, mensen, lambda n: (f"/werk/plan/{plan}/", {"woorden": tekst_van(n)}, tekst_van(n))
    )
    assert [a.status for a in antwoorden] == [302] * MENSEN
    rijen = beheer_conn.execute(
        "SELECT woorden, volgorde FROM plannen_doel WHERE plan_id = %s", [plan]
    ).fetchall()
    assert {tekst_van(n) for n in range(MENSEN)} < {woorden for woorden, _ in rijen}
    assert len({volgorde for _, volgorde in rijen}) == MENSEN + 1, "each has a place of its own"


def test_t19_control_without_the_version_a_text_is_lost_in_silence(
    website: Website,
    beheer_conn: psycopg.Connection,
    doel: tuple[list[Mens], UUID, UUID],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mensen, _, sleutel = doel
    filter_ = QuerySet.filter

    def zonder_versie(zelf: QuerySet[Doel], *plek: object, **velden: object) -> QuerySet[Doel]:
        velden.pop("versie", None)
        return filter_(zelf, *plek, **velden)

    monkeypatch.setattr(QuerySet, "filter", zonder_versie)
    antwoorden = _wijzig(website, mensen, sleutel)
    assert sum(a.status == 302 for a in antwoorden) > 1
