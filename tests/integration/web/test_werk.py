"""The professional's first screens: list, intake, the question, search. What one may not see is not there."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.meldingen.api import Melder, MeldingGegevens
from eenplan.platform import scope as scopes
from tests import world
from tests.world import SOCIAAL, Mens, Overvecht

DAG = date(2026, 3, 2)
INTAKE = {"tekst": "Ik red het niet meer.", "naam": "Eva van den Berg", "gebied": "overvecht"} | {
    "kinderen": "on",
    "geboortedatum_dag": "4",
    "geboortedatum_maand": "5",
    "geboortedatum_jaar": "1990",
}
KAAL = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


def als(mens: Mens) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.cookies[scopes.KOEKJE] = scopes.open_sessie(
        soort="medewerker", actor=mens.id, gemeente=mens.gemeente
    )
    client.cookies[scopes.KLOK_KOEKJE] = DAG.isoformat()
    return client


def meld(naam: str = "Eva van den Berg", melder: Melder | None = None) -> UUID:
    with world.bezoeker(op=DAG) as scope:
        return meldingen.doe_melding(
            scope,
            gemeente_sleutel="utrecht",
            gegevens=MeldingGegevens(
                persoon=Persoonsgegevens(naam, date(1990, 5, 4), telefoon="06-00000001"),
                tekst="Ik red het niet meer.",
                gebied="overvecht",
                kinderen_onder_18=True,
                melder=melder,
            ),
        ).melding


def veld(pagina: str, naam: str) -> str:
    gevonden = re.search(rf'name="{naam}" value="([^"]*)"', pagina)
    assert gevonden, naam
    return gevonden[1]


def stuur(client: Client, adres: str, **velden: str) -> tuple[int, str]:
    """Open a page and send the first form on it with these fields, following where it leads."""
    sleutel = veld(client.get(adres).content.decode(), "verzendsleutel")
    antwoord = client.post(adres, {"verzendsleutel": sleutel, **velden}, follow=True)
    return antwoord.status_code, antwoord.content.decode()


def doe(client: Client, melding: UUID, actie: str, **velden: str) -> tuple[int, str]:
    adres = f"/werk/melding/{melding}/"
    sleutel = veld(client.get(adres).content.decode(), "verzendsleutel")
    antwoord = client.post(f"{adres}{actie}/", {"verzendsleutel": sleutel, **velden}, follow=True)
    return antwoord.status_code, antwoord.content.decode()


def vragen(client: Client, adres: str, velden: dict[str, str] | None = None) -> list[str]:
    """The statements of one page, without those that begin and end a transaction."""
    with CaptureQueriesContext(connection) as gemeten:
        antwoord = client.post(adres, velden) if velden else client.get(adres)
    assert antwoord.status_code == 200
    return [q["sql"] for q in gemeten.captured_queries if not q["sql"].startswith(KAAL)]


# --- the list -----------------------------------------------------------------------------------------------------


def test_the_list_shows_name_first_due_date_in_words_and_state_last(o: Overvecht) -> None:
    melding = meld()
    pagina = als(o.fatima).get("/werk/").content.decode()
    rij = re.search(r"<tbody>(.*?)</tbody>", pagina, re.S)
    assert rij
    assert f'href="/werk/melding/{melding}/"' in rij[1]
    assert "4 maart 2026" in rij[1]
    assert "over 2 dagen" in rij[1]
    assert (
        rij[1].rstrip().endswith('<span class="ep-status ep-status--info">Nieuw</span></td></tr>')
    )


def test_the_list_takes_at_most_four_statements(o: Overvecht) -> None:
    for nummer in range(12):
        meld(f"Eva de Boer {nummer}")
    client = als(o.fatima)
    client.get("/werk/")
    assert len(vragen(client, "/werk/")) <= 4


def test_another_team_has_an_empty_list_that_says_so(o: Overvecht) -> None:
    meld()
    pagina = als(o.sanne).get("/werk/").content.decode()
    assert "Eva" not in re.sub(r"allowEval", "", pagina)
    assert "Er is niets nieuws" in pagina


def test_searching_the_list_stays_out_of_the_address(o: Overvecht) -> None:
    meld()
    meld("Ali Kaya")
    client = als(o.fatima)
    pagina = client.post("/werk/", {"zoek": "kaya"}).content.decode()
    assert "Ali Kaya" in pagina
    assert "Eva van den Berg" not in pagina
    assert "Niets gevonden" in client.post("/werk/", {"zoek": "zzz"}).content.decode()


def test_t13_a_search_that_is_too_long_is_told_and_stays(o: Overvecht) -> None:
    antwoord = als(o.fatima).post("/werk/", {"zoek": "a" * 81})
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "Zoek op hooguit 80 tekens." in pagina
    assert f'value="{"a" * 81}"' in pagina


@pytest.mark.parametrize("vraag", ["?tab=onzin", "?sorteer=%27;drop", "?tab=mijn&sorteer=naam"])
def test_nonsense_in_the_address_gives_the_ordinary_list(o: Overvecht, vraag: str) -> None:
    assert als(o.fatima).get(f"/werk/{vraag}").status_code == 200


def test_a_visitor_is_sent_to_the_entrance(o: Overvecht) -> None:
    assert Client().get("/werk/")["Location"] == "/kies-persoon/"


# --- intake -------------------------------------------------------------------------------------------------------


def test_a_phone_call_is_one_screen_and_leads_to_the_question(o: Overvecht) -> None:
    status, pagina = stuur(als(o.fatima), "/werk/melding/nieuw/", **INTAKE)
    assert status == 200
    assert "Pak deze vraag op" in pagina
    assert "Ik red het niet meer." in pagina


def test_at_most_six_fields_of_the_intake_are_required(o: Overvecht) -> None:
    pagina = als(o.fatima).get("/werk/melding/nieuw/").content.decode()
    assert pagina.count('aria-required="true"') <= 6


def test_a_question_for_another_team_leads_to_the_confirmation(o: Overvecht) -> None:
    _, pagina = stuur(als(o.sanne), "/werk/melding/nieuw/", **INTAKE)
    assert "Buurtteam Jeugd en Gezin Overvecht-Spoorzoom" in pagina
    for tekst in ("De vraag is binnen", "Dit hoort de inwoner", "u hoeft niets meer te doen"):
        assert tekst in pagina, tekst
    assert "Uw vraag is binnen" not in pagina


def test_x4_somebody_known_gives_a_warning_that_tells_that_and_not_what(
    o: Overvecht, beheer_conn: psycopg.Connection
) -> None:
    meld()
    client = als(o.sanne)
    _, pagina = stuur(client, "/werk/melding/nieuw/", **INTAKE)
    assert "Deze persoon is al bekend" in pagina
    assert "030-0000109" in pagina
    assert "/werk/dossier/" not in pagina
    assert beheer_conn.execute("SELECT count(*) FROM meldingen_melding").fetchone() == (1,)
    gelogd = beheer_conn.execute("SELECT count(*) FROM inzage_leesregel WHERE soort = 'zoeken'")
    assert gelogd.fetchone() == (1,)
    stuur(client, "/werk/melding/nieuw/", **INTAKE, toch="ja")
    assert beheer_conn.execute("SELECT count(*) FROM meldingen_melding").fetchone() == (2,)


def test_a_family_on_the_phone_gets_parents_and_children(
    o: Overvecht, beheer_conn: psycopg.Connection
) -> None:
    leden = {
        "lid1_naam": "Daan van den Berg",
        "lid1_rol": "kind",
        "lid1_geboren_dag": "3",
        "lid1_geboren_maand": "8",
        "lid1_geboren_jaar": "2012",
        "lid2_naam": "Karim Yilmaz",
        "lid2_rol": "ouder_elders",
    }
    status, pagina = stuur(als(o.fatima), "/werk/melding/nieuw/", **INTAKE, **leden)
    assert status == 200
    assert "Daan van den Berg, 13 jaar" in pagina
    ouders = beheer_conn.execute(
        "SELECT p.naam FROM huishoudens_relatie r JOIN huishoudens_persoon p ON p.id = r.persoon_id"
        " WHERE r.soort = 'ouder' AND r.gezag ORDER BY p.naam"
    ).fetchall()
    assert ouders == [("Eva van den Berg",), ("Karim Yilmaz",)]


def test_wrong_intake_keeps_what_was_typed_and_says_what_is_wrong(o: Overvecht) -> None:
    status, pagina = stuur(
        als(o.fatima), "/werk/melding/nieuw/", **INTAKE | {"bsn": "123456789", "naam": ""}
    )
    assert status == 422
    assert "Vul de naam in." in pagina
    assert "Ik red het niet meer." in pagina
    status, pagina = stuur(als(o.fatima), "/werk/melding/nieuw/", **INTAKE, bsn="123456789")
    assert (status, "Dit BSN klopt niet" in pagina) == (422, True)
    status, pagina = stuur(als(o.fatima), "/werk/melding/nieuw/", **INTAKE, lid1_naam="Daan")
    assert (status, "Kies wie dit is." in pagina) == (422, True)


def test_before_the_first_version_of_the_model_the_screen_says_so_instead_of_failing(
    db_schoon: None,
) -> None:
    world.gemeente("heerlen")
    client = als(world.medewerker("heerlen", "Wim Smeets", organisatie="gemeente"))
    client.cookies[scopes.KLOK_KOEKJE] = "2016-05-01"
    antwoord = client.get("/werk/melding/nieuw/")
    assert antwoord.status_code == 422
    assert "nog niet met Eenplan" in antwoord.content.decode()


# --- the question -------------------------------------------------------------------------------------------------


def test_x3_a_question_of_another_team_looks_like_one_that_does_not_exist(o: Overvecht) -> None:
    client = als(o.sanne)
    vreemd = client.get(f"/werk/melding/{meld()}/")
    niets = client.get(f"/werk/melding/{UUID(int=1)}/")
    assert (vreemd.status_code, vreemd.content) == (404, niets.content)


def test_taking_naming_the_law_and_handing_over(o: Overvecht) -> None:
    melding = meld()
    client = als(o.fatima)
    _, pagina = doe(client, melding, "oppakken")
    assert "Fatima Amrani heeft deze vraag." in pagina
    assert "Bel uiterlijk:" in pagina
    assert f'href="/werk/melding/{melding}/"' in client.get("/werk/?tab=mijn").content.decode()
    _, pagina = doe(client, melding, "wet", wet="jeugd", reden="Het gaat om Daan.")
    assert "Jeugdwet" in pagina
    assert "Onderzoek klaar" not in pagina
    _, pagina = doe(client, melding, "doorzetten", naar=f"team:{SOCIAAL}", reden="Geen kinderen.")
    assert "Wacht op een ander team" in pagina
    _, pagina = doe(als(o.sanne), melding, "oppakken")
    assert "Sanne Bos heeft deze vraag." in pagina
    assert client.get(f"/werk/melding/{melding}/").status_code == 404


def test_a_law_without_a_reason_is_refused_at_its_field(o: Overvecht) -> None:
    status, pagina = doe(als(o.fatima), meld(), "wet", wet="wmo", reden="")
    assert status == 422
    assert "Schrijf kort op waarom deze wet geldt." in pagina
    assert "<title>Fout: " in pagina


def test_the_reporter_shows_only_to_who_took_the_question(o: Overvecht) -> None:
    melding = meld(melder=Melder("Ria Smit", "06-00000002"))
    client = als(o.fatima)
    assert "Ria Smit" not in client.get(f"/werk/melding/{melding}/").content.decode()
    _, pagina = doe(client, melding, "oppakken")
    assert "Ria Smit" in pagina
    assert "Ria Smit" not in als(o.joost).get(f"/werk/melding/{melding}/").content.decode()


# --- search -------------------------------------------------------------------------------------------------------


def test_finding_somebody_takes_two_statements_and_tells_whom_to_call(o: Overvecht) -> None:
    meld()
    velden = {"naam": "van den Berg", "geboortedatum_dag": "4", "geboortedatum_maand": "5"} | {
        "geboortedatum_jaar": "1990"
    }
    client = als(o.petra)
    pagina = client.post("/werk/zoeken/", velden).content.decode()
    assert "Bekend bij Buurtteam Jeugd en Gezin Overvecht-Spoorzoom" in pagina
    assert "/werk/dossier/" not in pagina
    assert len(vragen(client, "/werk/zoeken/", velden)) <= 2
    assert "/werk/dossier/" in als(o.fatima).post("/werk/zoeken/", velden).content.decode()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"naam": "Berg"}, "Vul een BSN in, of een achternaam met een geboortedatum."),
        ({"bsn": "123456789"}, "Dit BSN klopt niet."),
        ({"bsn": "111222333"}, "Gebruik hier alleen een test-BSN"),
    ],
)
def test_half_a_key_finds_nobody(o: Overvecht, velden: dict[str, str], zin: str) -> None:
    antwoord = als(o.fatima).post("/werk/zoeken/", velden)
    assert (antwoord.status_code, zin in antwoord.content.decode()) == (422, True)


# --- the demo's entrance ------------------------------------------------------------------------------------------


def test_one_chooses_who_to_be_and_which_day_it_is(o: Overvecht) -> None:
    client = Client()
    assert "Fatima Amrani" in client.get("/kies-persoon/").content.decode()
    antwoord = client.post("/kies-persoon/word/", {"medewerker": str(o.fatima.id)})
    assert antwoord["Location"] == "/werk/"
    dag = {"dag_dag": "1", "dag_maand": "12", "dag_jaar": "2017"}
    client.post("/kies-persoon/datum/", dag)
    assert "1 december 2017" in client.get("/werk/").content.decode()
    token = client.cookies[scopes.KOEKJE].value
    client.post("/kies-persoon/uit/")
    client.cookies[scopes.KOEKJE] = token  # a copy of the cookie is worth nothing after signing out
    assert client.get("/werk/")["Location"] == "/kies-persoon/"


def test_nobody_becomes_somebody_who_does_not_exist(o: Overvecht) -> None:
    assert Client().post("/kies-persoon/word/", {"medewerker": "x"}).status_code == 404
    assert Client().get("/kies-persoon/word/").status_code == 404
    antwoord = Client().post("/kies-persoon/datum/", {"dag_dag": "40", "dag_maand": "1"})
    assert antwoord.status_code == 422


def test_x11_a_search_on_an_earlier_day_links_to_nobody_whose_question_came_later(
    o: Overvecht,
) -> None:
    """With the control: on the day of the question the same search does lead to the file."""
    meld()
    velden = {
        "naam": "van den Berg",
        "geboortedatum_dag": "4",
        "geboortedatum_maand": "5",
        "geboortedatum_jaar": "1990",
    }
    client = als(o.fatima)
    assert "/werk/dossier/" in client.post("/werk/zoeken/", velden).content.decode()
    client.cookies[scopes.KLOK_KOEKJE] = date(2026, 3, 1).isoformat()
    assert "/werk/dossier/" not in client.post("/werk/zoeken/", velden).content.decode()
