"""Whatever somebody sends: a page that says so, never a fault of ours, and nothing of it in a log (T13, T24).

About two thousand requests made from the fields that the forms themselves show, with a fixed seed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Mapping
from random import Random

import pytest
from django.test import Client

from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from tests import world
from tests.integration.besluiten import wereld as zaken
from tests.integration.web.vervuiling import MERK, VUIL, Vorm, lees, vervuil

ZAAD = 20260302
AANTAL = {"jeugd": 600, "sociaal": 700, "consulent": 250, "aanbieder": 60, "bezoeker": 400}
TYPE = "application/x-www-form-urlencoded"
TRAAG = 5.0
# What takes the file away, or makes the browser somebody else: after the rest.
LAATST = ("/doorzetten/", "/stoppen/", "/vaststellen/")
NIET = ("/word/", "/uit/", "/datum/")


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


def _loop(client: Client, begin: Iterable[str]) -> list[Vorm]:
    """Walk the pages from these on; every form once, from at most three pages of a kind."""
    gezien: dict[str, int] = {}
    wachtrij, vormen = list(begin), dict[tuple[str, tuple[str, ...]], Vorm]()
    paden: set[str] = set()
    while wachtrij:
        pad = wachtrij.pop(0)
        soort = Vorm(pad, "GET").handtekening[0]
        if pad in paden or gezien.get(soort, 0) == 3:
            continue
        paden.add(pad)
        gezien[soort] = gezien.get(soort, 0) + 1
        antwoord = client.get(pad)
        assert antwoord.status_code < 500, pad
        if antwoord.headers["Content-Type"].startswith("text/html"):
            op_pagina, verder = lees(pad, antwoord.content.decode())
            wachtrij += verder
            for vorm in op_pagina:
                vormen.setdefault(vorm.handtekening, vorm)
    return [v for v in vormen.values() if not v.adres.endswith(NIET)]


def _stuur(client: Client, vorm: Vorm, lichaam: bytes) -> int:
    if vorm.methode == "POST":
        return client.generic("POST", vorm.adres, lichaam, content_type=TYPE).status_code
    return client.generic("GET", vorm.adres, QUERY_STRING=lichaam.decode("latin-1")).status_code


@pytest.mark.parametrize("wie", AANTAL)
def test_t13_dirty_forms_get_a_page_and_leave_nothing_in_the_log(
    wie: str, begin: Mapping[str, tuple[Client, list[str]]], caplog: pytest.LogCaptureFixture
) -> None:
    client, paden = begin[wie]
    toeval = Random(f"{ZAAD} {wie}")
    alles = list(vervuil(_loop(client, paden), toeval))
    gekozen = sorted(
        toeval.sample(alles, min(AANTAL[wie], len(alles))),
        key=lambda k: k[0].adres.endswith(LAATST),
    )
    assert gekozen
    client.raise_request_exception = False
    slecht: list[str] = []
    for vorm, lichaam in gekozen:
        begonnen = time.monotonic()
        status = _stuur(client, vorm, lichaam)
        if status >= 500 or time.monotonic() - begonnen > TRAAG:
            slecht.append(f"{status} {vorm.adres} {lichaam[:300]!r}")
    assert not slecht, "\n".join(slecht)
    _niets_in_het_log(caplog.records)


def _niets_in_het_log(regels: Iterable[logging.LogRecord]) -> None:
    lek = [r.getMessage() for r in regels if MERK in r.getMessage() or MERK in str(r.exc_info)]
    assert not lek, lek


@pytest.mark.parametrize("vuil", VUIL, ids=range(len(VUIL)))
def test_t13_dirty_questions_behind_an_address(
    vuil: bytes, begin: Mapping[str, tuple[Client, list[str]]]
) -> None:
    """What follows the question mark, and the parts of the list that only show when it is long."""
    client, paden = begin["sociaal"]
    namen = ("tab", "sorteer", "regel", "klaar", "laag", "voor", "naar", "pagina")
    vraag = Vorm("/werk/", "GET", {naam: [""] for naam in namen})
    for pad in ("/werk/", *paden):
        for naam in namen:
            lichaam = vraag.lichaam(Random(ZAAD), naam, vuil[:2_000])
            for methode in ("GET", "POST"):
                assert _stuur(client, Vorm(pad, methode), lichaam) < 500, (methode, pad, naam)


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
