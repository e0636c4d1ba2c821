"""From the front page to "your question is with this team": three pages, five fields, no account (F5, P6)."""

from __future__ import annotations

import re
from datetime import date

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from eenplan.beleid import api as beleid
from eenplan.web.openbaar.formulieren import HOOGSTENS, Voor, velden_voor
from tests import world

DAG = date(2026, 3, 2)
VRAAG = {"tekst": "Ik slaap slecht.", "kinderen": "ja", "gebied": "tigrisdreef"}
PERSOON = {"naam": "Eva van den Berg", "telefoon": "06 0000 0001", "geboortedatum_dag": "4"} | {
    "geboortedatum_maand": "mei",
    "geboortedatum_jaar": "1990",
}


@pytest.fixture
def client(db_schoon: None) -> Client:
    world.gemeente("utrecht")
    client = Client()
    client.cookies["eenplan_demodatum"] = DAG.isoformat()
    return client


def veld(pagina: str, naam: str) -> str:
    gevonden = re.search(rf'name="{naam}"[^>]*value="([^"]*)"', pagina)
    assert gevonden, f"{naam} staat niet op de pagina"
    return gevonden[1]


def stuur(client: Client, pagina: str, **velden: str) -> str:
    antwoord = client.post("/utrecht/vraag/", {"bewaard": veld(pagina, "bewaard"), **velden})
    return antwoord.content.decode()


def tot_controle(client: Client, voor: str = "") -> str:
    pagina = client.get(f"/utrecht/vraag/{voor}").content.decode()
    pagina = stuur(client, pagina, stap="vraag", **VRAAG)
    return stuur(client, pagina, stap="persoon", **PERSOON)


def test_the_root_page_names_the_five_municipalities(client: Client) -> None:
    pagina = client.get("/").content.decode()
    for naam in ("Deventer", "Heerlen", "Kaag en Braassem", "Lansingerland", "Utrecht"):
        assert naam in pagina


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_every_municipality_tells_how_it_works_and_whom_to_call(
    client: Client, gemeente: str
) -> None:
    pagina = client.get(f"/{gemeente}/").content.decode()
    model = beleid.model(gemeente, DAG)
    assert model.partijen[0].telefoon in pagina
    assert f"/{gemeente}/vraag/" in pagina


def test_an_unknown_municipality_does_not_exist(client: Client) -> None:
    assert client.get("/atlantis/").status_code == 404
    assert client.get("/atlantis/vraag/").status_code == 404


def test_a_municipality_that_has_not_begun_says_from_when(client: Client) -> None:
    client.cookies["eenplan_demodatum"] = "2016-05-01"
    assert "vanaf 1 februari 2017" in client.get("/").content.decode()
    assert client.get("/heerlen/").status_code == 404


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
@pytest.mark.parametrize("voor", list(Voor))
def test_at_most_five_fields_are_required_everywhere(gemeente: str, voor: Voor) -> None:
    assert len(velden_voor(beleid.model(gemeente, DAG), voor).verplicht) <= HOOGSTENS


def test_three_pages_lead_to_a_team_a_number_a_day_and_a_reference(client: Client) -> None:
    controle = tot_controle(client)
    assert "4 mei 1990" in controle
    assert "Tigrisdreef (Overvecht)" in controle
    antwoord = client.post(
        "/utrecht/vraag/",
        {"bewaard": veld(controle, "bewaard"), "stap": "controle"}
        | {"verzendsleutel": veld(controle, "verzendsleutel")},
    )
    assert antwoord.status_code == 302
    pagina = Client().get(antwoord["Location"]).content.decode()  # another browser, later
    for tekst in (
        "Buurtteam Jeugd en Gezin Overvecht-Spoorzoom",
        "030-0000109",
        "Uiterlijk woensdag 4 maart 2026",
        "tussen 9.00 en 17.00 uur",
        "Uiterlijk maandag 13 april 2026",
        "Tot en met 9 maart 2026",
        "cliëntondersteuner",
    ):
        assert tekst in pagina, tekst
    assert "van den Berg" not in pagina
    assert "slaap" not in pagina


def test_nothing_personal_is_ever_in_an_address(client: Client) -> None:
    controle = tot_controle(client)
    antwoord = client.post(
        "/utrecht/vraag/",
        {"bewaard": veld(controle, "bewaard"), "stap": "controle"}
        | {"verzendsleutel": veld(controle, "verzendsleutel")},
    )
    assert re.fullmatch(r"/ontvangen/[0-9a-f-]{36}/", antwoord["Location"])
    assert not set(client.cookies) - {"eenplan_demodatum", "csrftoken"}


def test_wijzig_leads_back_with_what_was_typed_and_straight_to_the_check_page(
    client: Client,
) -> None:
    controle = tot_controle(client)
    pagina = stuur(client, controle, naar="vraag")
    assert "Ik slaap slecht." in pagina
    pagina = stuur(client, pagina, stap="vraag", **VRAAG | {"tekst": "Het gaat beter."})
    assert "Klopt alles?" in pagina
    assert "Het gaat beter." in pagina


def test_a_missing_answer_gets_a_sentence_at_its_field_and_what_was_typed_stays(
    client: Client,
) -> None:
    pagina = client.get("/utrecht/vraag/").content.decode()
    antwoord = client.post(
        "/utrecht/vraag/",
        {"bewaard": veld(pagina, "bewaard"), "stap": "vraag", "tekst": "Ik slaap slecht."},
    )
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "<title>Fout: " in tekst
    assert "Kies een wijk of buurt." in tekst
    assert "Ik slaap slecht." in tekst


def test_a_day_of_birth_that_is_still_to_come_is_refused_at_its_field_before_anything_is_read_back(
    client: Client,
) -> None:
    pagina = stuur(client, client.get("/utrecht/vraag/").content.decode(), stap="vraag", **VRAAG)
    velden = PERSOON | {"geboortedatum_jaar": "2048"}
    pagina = stuur(client, pagina, stap="persoon", **velden)
    assert "Deze dag is nog niet geweest. Kijk naar het jaar." in pagina
    assert "Klopt alles?" not in pagina
    assert "2048" in pagina


def test_a_changed_or_foreign_hidden_field_starts_anew_instead_of_failing(client: Client) -> None:
    for bewaard in ("", "onzin", "eyJnIjoi.knoei.x"):
        antwoord = client.post("/utrecht/vraag/", {"bewaard": bewaard, "stap": "controle"})
        assert antwoord.status_code == 200
        assert "U was te lang bezig" in antwoord.content.decode()


def test_sending_twice_gives_one_question_and_the_same_page(
    client: Client, beheer_conn: psycopg.Connection
) -> None:
    controle = tot_controle(client)
    velden = {"bewaard": veld(controle, "bewaard"), "stap": "controle"} | {
        "verzendsleutel": veld(controle, "verzendsleutel")
    }
    eerste, tweede = (client.post("/utrecht/vraag/", velden)["Location"] for _ in range(2))
    assert eerste == tweede
    assert beheer_conn.execute("SELECT count(*) FROM meldingen_melding").fetchone() == (1,)


def test_asking_for_somebody_else_keeps_the_reporter_apart(
    client: Client, beheer_conn: psycopg.Connection
) -> None:
    pagina = client.get("/utrecht/vraag/?voor=ander").content.decode()
    pagina = stuur(client, pagina, stap="vraag", **VRAAG)
    wie = {"naam": "Eva van den Berg", "melder_naam": "Ria Smit", "melder_telefoon": "0600000002"}
    controle = stuur(client, pagina, stap="persoon", **wie)
    assert "Ria Smit" in controle
    client.post(
        "/utrecht/vraag/",
        {"bewaard": veld(controle, "bewaard"), "stap": "controle"}
        | {"verzendsleutel": veld(controle, "verzendsleutel")},
    )
    rij = beheer_conn.execute(
        "SELECT d.rubriek, d.geheim FROM meldingen_melder m JOIN platform_deel d ON d.id = m.deel_id"
    ).fetchone()
    assert rij == ("melder", True)


def test_registering_takes_at_most_sixteen_statements(client: Client) -> None:
    controle = tot_controle(client)
    velden = {"bewaard": veld(controle, "bewaard"), "stap": "controle"} | {
        "verzendsleutel": veld(controle, "verzendsleutel")
    }
    with CaptureQueriesContext(connection) as gemeten:
        assert client.post("/utrecht/vraag/", velden).status_code == 302
    kaal = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    vragen = [q["sql"] for q in gemeten.captured_queries if not q["sql"].startswith(kaal)]
    assert len(vragen) <= 16, "\n".join(v[:90] for v in vragen)


@pytest.mark.parametrize(
    "keuze",
    [{"vraag": "veiligheid"}, {"tekst": "Mijn man slaat mij."}, {"tekst": "Ik word bedreigd."}],
)
def test_who_asks_about_safety_can_leave_every_page_after_it_at_once(
    client: Client, keuze: dict[str, str]
) -> None:
    world.gemeente("lansingerland")

    def stap(pagina: str, **velden: str) -> str:
        vul = {"bewaard": veld(pagina, "bewaard"), **velden}
        return client.post("/lansingerland/vraag/", vul).content.decode()

    pagina = client.get("/lansingerland/vraag/").content.decode()
    assert "data-ep-verlaat" not in pagina
    pagina = stap(pagina, stap="vraag", **({"tekst": "Help.", "vraag": "overig"} | keuze))
    assert "data-ep-verlaat" in pagina
    assert 'href="/veilig/"' in pagina
    assert "data-ep-verlaat" in stap(pagina, stap="persoon", **PERSOON)
    assert "data-ep-verlaat" in stap(pagina, naar="vraag")


def test_another_question_has_no_red_button(client: Client) -> None:
    assert "data-ep-verlaat" not in tot_controle(client)


def test_what_the_red_button_does_is_told_beforehand(client: Client) -> None:
    assert 'href="/veilig/"' in client.get("/utrecht/").content.decode()
    uitleg = client.get("/veilig/").content.decode()
    assert "Uw telefoon of computer onthoudt dat u hier was." in uitleg
    assert "data-ep-verlaat" in uitleg


def test_who_is_signed_in_elsewhere_asks_here_as_a_visitor(client: Client) -> None:
    """A session of one municipality is nobody's at the door of another: it neither helps nor hinders."""
    world.gemeente("heerlen")
    piet = world.medewerker("heerlen", "Piet Visscher", organisatie="stand-by")
    ingelogd = piet.client(op=DAG)
    controle = tot_controle(ingelogd)
    assert "Piet Visscher" not in controle
    antwoord = ingelogd.post(
        "/utrecht/vraag/",
        {"bewaard": veld(controle, "bewaard"), "stap": "controle"}
        | {"verzendsleutel": veld(controle, "verzendsleutel")},
    )
    assert antwoord.status_code == 302
    pagina = ingelogd.get(antwoord["Location"]).content.decode()
    assert "Buurtteam Jeugd en Gezin Overvecht-Spoorzoom" in pagina
