"""The pages of papers: what is still to do, one action, and a download that tells nothing by its name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eenplan.besluiten import api as besluiten
from eenplan.platform import klok
from tests import world
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import OP

SLEUTEL = re.compile(r'name="verzendsleutel" value="([^"]+)"')
VERTELD = {
    "verteld": "on",
    "verteld_op_dag": "2",
    "verteld_op_maand": "3",
    "verteld_op_jaar": "2026",
}
VERZOEK = {
    "gevraagd": "Ik wil dat er iemand komt.",
    "door": "Henk Jansen",
    "hoe": "gesprek",
    "op_dag": "2",
    "op_maand": "3",
    "op_jaar": "2026",
}


def _stuur(client: Client, url: str, velden: dict[str, str]) -> tuple[int, str]:
    pagina = client.get(url).content.decode()
    [sleutel, *_] = SLEUTEL.findall(pagina)
    antwoord = client.post(url, {**velden, "verzendsleutel": sleutel})
    return antwoord.status_code, antwoord.headers.get("Location", antwoord.content.decode())


def test_u6_one_form_sends_the_verwijsbrief_and_the_page_offers_the_download(
    db_schoon: None,
) -> None:
    zaak = wereld.verwijzing()
    client = zaak.team.client(op=OP)
    url = f"/werk/stuk/{zaak.stuk}/"
    assert "Maak definitief en verstuur" in client.get(url).content.decode()
    assert _stuur(client, url, VERTELD) == (302, url)
    pagina = client.get(url).content.decode()
    assert "De brief is verstuurd" in pagina
    assert "Uiterlijk" not in pagina  # nobody agreed on a day to look back
    pdf_url, *afschriften = re.findall(r'href="(/werk/brief/[^"]+\.pdf)"', pagina)
    assert len(set(afschriften)) == 3
    pdf = client.get(pdf_url)
    assert pdf.content.startswith(b"%PDF")
    naam = pdf.headers["Content-Disposition"]
    assert re.fullmatch(
        r'attachment; filename="verwijsbrief-2026-[0-9a-f]{4}-[0-9a-f]{4}\.pdf"', naam
    )
    assert zaak.cast.lisa.client(op=OP).get(pdf_url).content == pdf.content
    kopie = zaak.cast.lisa.client(op=OP).get(pdf_url.removesuffix(".pdf") + "/").content.decode()
    assert "Dit is een kopie van de brief" in kopie
    assert "De brief is verstuurd" not in kopie
    assert zaak.cast.petra.client(op=OP).get(pdf_url).status_code == 404


def test_row1_without_the_tick_the_form_comes_back_with_a_sentence(db_schoon: None) -> None:
    zaak = wereld.verwijzing()
    client = zaak.team.client(op=OP)
    zonder = {naam: waarde for naam, waarde in VERTELD.items() if naam != "verteld"}
    status, pagina = _stuur(client, f"/werk/stuk/{zaak.stuk}/", zonder)
    assert status == 422
    assert "Zet daarna dit vinkje" in pagina


def test_u7_from_the_list_of_what_is_missing_to_the_refusal_that_left(db_schoon: None) -> None:
    zaak = wereld.afwijzing()
    client = zaak.team.client(op=OP)
    url = f"/werk/stuk/{zaak.stuk}/"
    pagina = client.get(url).content.decode()
    assert "Dit moet nog" in pagina
    assert "Maak definitief" not in pagina
    assert _stuur(client, f"{url}aanvraag/", VERZOEK) == (302, url)
    motivering = {f"deel_{k}": v for k, v in wereld.MOTIVERING.delen.items()} | {
        "versie": "1",
        "grond": "ander_aanbod",
        "wel_mogelijk": "Sanne komt elke dinsdag langs.",
        "gehoord_op_dag": "2",
        "gehoord_op_maand": "maart",
        "gehoord_op_jaar": "2026",
        "reactie": "U zei dat u liever een vaste begeleider heeft.",
    }
    assert _stuur(client, f"{url}motivering/", motivering) == (302, url)
    assert _stuur(client, url, {}) == (302, url)
    assert "13 april 2026" in client.get(url).content.decode()


def test_awb346_who_refuses_what_the_investigation_found_needed_sees_it_and_says_why(
    db_schoon: None,
) -> None:
    zaak = wereld.afwijzing(oordeel="nodig")
    with zaak.team.handelt(op=OP) as scope:
        besluiten.leg_aanvraag_vast(scope, stuk=zaak.stuk, verzoek=wereld.VERZOEK)
    client, url = zaak.team.client(op=OP), f"/werk/stuk/{zaak.stuk}/"
    zegt = "Het onderzoek zegt: er is hulp nodig. Dit besluit wijst hulp af."
    assert zegt in client.get(url).content.decode()
    assert "Waarom beslist u anders" in client.get(f"{url}motivering/").content.decode()
    motivering = replace(wereld.MOTIVERING, grond=besluiten.Afwijsgrond.NETWERK)
    with zaak.team.handelt(op=OP) as scope:
        besluiten.motiveer(scope, stuk=zaak.stuk, motivering=motivering, versie=1)
    assert wereld.dicht(zaak.team, zaak.stuk) == {"anders_dan_onderzoek"}
    assert "Leg uit waarom u anders beslist" in client.get(url).content.decode()
    motivering = replace(motivering, afwijking="Na het onderzoek kwam uw broer bij u wonen.")
    with zaak.team.handelt(op=OP) as scope:
        besluiten.motiveer(scope, stuk=zaak.stuk, motivering=motivering, versie=2)
    assert wereld.dicht(zaak.team, zaak.stuk) == set()
    pagina = client.get(url).content.decode()
    assert zegt in pagina
    assert "Na het onderzoek kwam uw broer bij u wonen." in pagina


def test_awb346_who_chooses_between_yes_and_no_reads_first_what_the_investigation_says(
    db_schoon: None,
) -> None:
    cast, vraag = world.overvecht(), world.man_alleen()
    world.onderzoek_afgerond(cast.sanne, vraag.melding, wet="wmo", oordeel="niet_nodig")
    with cast.sanne.handelt(op=OP) as scope:
        aanvraag = besluiten.vraag_besluit(scope, melding=vraag.melding, verzoek=wereld.VERZOEK)
    pagina = cast.sanne.client(op=OP).get(f"/werk/besluit/{aanvraag}/").content.decode()
    assert "Het onderzoek zegt: er is geen hulp nodig." in pagina
    assert pagina.index("Het onderzoek zegt") < pagina.index("Wijs de aanvraag af")


def test_typed_text_stays_and_nothing_is_stored_when_a_date_is_impossible(db_schoon: None) -> None:
    zaak = wereld.afwijzing()
    client = zaak.team.client(op=OP)
    fout = {
        "versie": "1",
        "deel_nodig": "Dit schreef ik al.",
        "gehoord_op_dag": "31",
        "gehoord_op_maand": "2",
        "gehoord_op_jaar": "2026",
    }
    status, pagina = _stuur(client, f"/werk/stuk/{zaak.stuk}/motivering/", fout)
    assert status == 422
    assert "Dit schreef ik al." in pagina
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        assert "Dit schreef ik al." not in besluiten.lees_stuk(scope, zaak.stuk).motivering.values()


def test_k6_asking_for_a_decision_shows_the_price_first_and_then_when_it_comes(
    db_schoon: None,
) -> None:
    cast = world.overvecht()
    bevestiging = world.man_alleen()
    client = cast.sanne.client(op=OP)
    url = f"/werk/melding/{bevestiging.melding}/besluit-vragen/"
    pagina = client.get(url).content.decode()
    assert "U betaalt geen eigen bijdrage." in pagina
    assert "14 april 2026" in pagina
    status, doel = _stuur(client, url, VERZOEK)
    assert status == 302
    assert "Dit is nog geen aanvraag" in client.get(doel).content.decode()
    brieven = client.get(f"/werk/dossier/{bevestiging.persoon}/brieven/").content.decode()
    assert "Ik wil dat er iemand komt." in brieven
    assert "Wij hebben uw melding ontvangen" in brieven


@pytest.mark.parametrize(
    "pad", ["stuk/{}/", "stuk/{}/motivering/", "stuk/{}/aanvraag/", "stuk/{}/aanvullen/"]
)
def test_x3_an_outsider_gets_the_page_of_a_paper_that_does_not_exist(
    db_schoon: None, pad: str
) -> None:
    zaak = wereld.afwijzing()
    client = zaak.cast.fatima.client(op=OP)
    paginas = [client.get(f"/werk/{pad.format(wie)}") for wie in (zaak.stuk, UUID(int=1))]
    assert [p.status_code for p in paginas] == [404, 404]
    zonder = [re.sub(rb'value="[^"]{40,}"', b"", p.content) for p in paginas]
    assert zonder[0] == zonder[1]


def test_a_letter_that_lies_ready_is_sent_from_its_own_page(db_schoon: None) -> None:
    cast = world.overvecht()
    bevestiging = world.man_alleen()
    client = cast.sanne.client(op=OP)
    lijst = client.get(f"/werk/dossier/{bevestiging.persoon}/brieven/").content.decode()
    [url] = re.findall(r'href="(/werk/brief/[^"]+/)"', lijst)
    assert _stuur(client, url, {}) == (302, url)
    assert "De brief is verstuurd" in client.get(url).content.decode()


def test_row1_extent_and_period_are_filled_in_on_the_paper_itself(db_schoon: None) -> None:
    zaak = wereld.verwijzing()
    client = zaak.team.client(op=OP)
    velden = {
        "versie": "1",
        "aantal": "1,5",
        "eenheid": "uur",
        "per": "week",
        "einde_dag": "1",
        "einde_maand": "2",
        "einde_jaar": "2026",
        "ingang_dag": "1",
        "ingang_maand": "3",
        "ingang_jaar": "2026",
    }
    status, pagina = _stuur(client, f"/werk/stuk/{zaak.stuk}/aanvullen/", velden)
    assert status == 422
    assert "Het einde ligt voor het begin" in pagina
    goed = {**velden, "einde_maand": "9"}
    assert _stuur(client, f"/werk/stuk/{zaak.stuk}/aanvullen/", goed)[0] == 302


def test_a_letter_that_left_reads_the_same_on_any_later_day(db_schoon: None) -> None:
    zaak = wereld.afwijzing()
    wereld.compleet(zaak)
    url = f"/werk/stuk/{zaak.stuk}/"
    _stuur(zaak.team.client(op=OP), url, {})
    later = zaak.team.client(op=date(2026, 3, 30)).get(url).content.decode()
    assert "tot en met maandag 13 april 2026" in later
    assert "Dit moet nog" not in later
    assert "(volgt)" not in later


def test_the_page_of_a_paper_takes_a_known_number_of_statements(db_schoon: None) -> None:
    zaak = wereld.verwijzing()
    client = zaak.team.client(op=OP)
    with CaptureQueriesContext(connection) as vragen:
        client.get(f"/werk/stuk/{zaak.stuk}/")
    soorten = [q["sql"] for q in vragen.captured_queries]
    echt = [s for s in soorten if not s.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]
    assert len(echt) <= 13, "\n".join(s[:110] for s in echt)


def test_sending_a_paper_takes_as_many_statements_however_many_read_it(db_schoon: None) -> None:
    zaak = wereld.verwijzing()
    client, url = zaak.team.client(op=OP), f"/werk/stuk/{zaak.stuk}/"
    [sleutel, *_] = SLEUTEL.findall(client.get(url).content.decode())
    with CaptureQueriesContext(connection) as vragen:
        client.post(url, {**VERTELD, "verzendsleutel": sleutel})
    draad = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    echt = [q["sql"] for q in vragen.captured_queries if not q["sql"].startswith(draad)]
    assert len(echt) <= 23, "\n".join(s[:110] for s in echt)
    [bewaard] = [s for s in echt if "INSERT INTO berichten_bestand" in s]
    assert bewaard.count("INSERT INTO") == 3, "letters, bytes and outbox of all three at once"


def test_x8_the_day_of_a_paper_is_the_day_in_the_netherlands() -> None:
    """Half past midnight here is still yesterday in UTC, in which the database answers."""
    nacht = datetime(2018, 1, 31, 23, 30, tzinfo=UTC)
    assert nacht.date() == date(2018, 1, 31)
    assert klok.dag(nacht) == date(2018, 2, 1)
