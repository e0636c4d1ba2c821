"""Whatever somebody sends: a page that says so, never a fault of ours, and nothing of it in a log (T13, T24).

What is in a field or an address is in `tests/vervuiling/`; here the days of the demo, and what is no form at all.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.test import Client

from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from tests import world
from tests.integration.besluiten import wereld as zaken


@pytest.fixture(scope="module")
def begin(db_module: None) -> Mapping[str, tuple[Client, list[str]]]:
    """Somebody of each kind at their screens, and where each begins to walk."""
    zaak = zaken.verwijzing()
    cast, henk = zaak.cast, world.man_alleen()
    with cast.sanne.handelt(op=world.LENTE) as scope:
        meldingen.neem_op(scope, melding=henk.melding)
        meldingen.zet_wet(scope, melding=henk.melding, wet="wmo", reden="Zo is de vraag.")
        gesprek = onderzoeken.begin(scope, melding=henk.melding)
    plan = world.plan_met_doel(cast.sanne, henk.melding, hulp=zaken.BEGELEIDING)
    jeugd = [f"dossier/{zaak.persoon}/", f"stuk/{zaak.stuk}/", f"melding/{zaak.melding}/"]
    sociaal = [f"gesprek/{gesprek}/", f"plan/{plan.plan}/", f"plan/hulp/{plan.inzet}/"]
    sociaal += [f"plan/doel/{plan.doel}/hulp/", f"melding/{world.man_alleen().melding}/"]
    wie = {
        "jeugd": (cast.fatima, jeugd),
        "sociaal": (cast.sanne, [*sociaal, f"plan/hulp/{plan.inzet}/akkoord/"]),
        "consulent": (cast.petra, ["melding/nieuw/", "zoeken/"]),
        "aanbieder": (cast.lisa, [""]),
    }
    deuren = {
        naam: (mens.client(op=world.LENTE), [f"/werk/{pad}" for pad in paden])
        for naam, (mens, paden) in wie.items()
    }
    bezoek = ["/", "/kies-persoon/", "/utrecht/vraag/", "/utrecht/vraag/?voor=ander"]
    return deuren | {"bezoeker": (Client(), bezoek)}


@pytest.mark.parametrize("dag", ["0001-01-01", "9999-12-31", "2026-02-30", "\x00", "9" * 5000])
def test_t13_a_day_of_the_demo_that_makes_no_sense_is_today(
    dag: str, begin: Mapping[str, tuple[Client, list[str]]]
) -> None:
    client, paden = begin["jeugd"]
    was = client.cookies["eenplan_demodatum"].value
    client.cookies["eenplan_demodatum"] = dag
    try:
        gezien = {client.get(pad, follow=True).status_code for pad in ("/werk/", "/", *paden)}
        assert gezien == {200}
    finally:
        client.cookies["eenplan_demodatum"] = was


@pytest.mark.parametrize("jaar", ["0001", "1999", "2101", "9999"])
def test_t13_the_demo_refuses_a_year_out_of_reach(db_module: None, jaar: str) -> None:
    antwoord = Client().post(
        "/kies-persoon/datum/", {"dag_dag": "1", "dag_maand": "1", "dag_jaar": jaar}
    )
    assert antwoord.status_code == 422
    assert "2000 tot en met 2100" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("soort", "lichaam"),
    [
        ("application/x-www-form-urlencoded", b"x=" + b"a" * 10_000_000),
        ("application/x-www-form-urlencoded", b"&".join(b"x=1" for _ in range(5_000))),
        ("application/x-www-form-urlencoded; charset=utf-16", b"x=1"),
        ("application/x-www-form-urlencoded; charset=bestaat-niet", b"x=1"),
        ("multipart/form-data", b"zonder grens"),
        ("multipart/form-data; boundary=x", b"--x\r\nkapot"),
        ("application/json", b'{"a":' * 20_000),
        ("", b"\x00\xff"),
    ],
    ids=["10 MB", "5000 velden", "utf-16", "onbekend", "geen grens", "kapot", "diep", "leeg"],
)
def test_t13_a_body_that_is_no_form(
    soort: str, lichaam: bytes, begin: Mapping[str, tuple[Client, list[str]]]
) -> None:
    client, paden = begin["jeugd"]
    for pad in ("/utrecht/vraag/", "/werk/", "/werk/melding/nieuw/", *paden):
        status = client.generic("POST", pad, lichaam, content_type=soort).status_code
        assert 200 <= status < 500, pad
