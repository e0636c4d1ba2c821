"""The page that team and executor share: each sees what is theirs to do, and nothing is lost on the way."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from eenplan.uitvoering import api as uitvoering
from tests import world
from tests.integration.uitvoering import wereld
from tests.integration.uitvoering.wereld import BEGIN, OP, Gevraagd, Licht


@pytest.fixture
def zaak(db_schoon: None) -> Gevraagd:
    return wereld.gevraagd()


@pytest.fixture
def licht(db_schoon: None) -> Licht:
    return wereld.licht_traject()


def tekst(client: Client, adres: str) -> str:
    """What stands on a page, without its tags."""
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, antwoord.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", antwoord.content.decode()).split())


def verstuur(client: Client, adres: str, vorm: str = "", **velden: str) -> tuple[int, str]:
    """Send the form whose key stands under this name; status and where it leads, or the page."""
    pagina = client.get(adres).content.decode()
    naam = f"{vorm}-verzendsleutel" if vorm else "verzendsleutel"
    gevonden = re.search(rf'name="{naam}" value="([^"]+)"', pagina)
    assert gevonden, f"geen formulier {naam} op {adres}"
    antwoord = client.post(adres, {naam: gevonden[1], **velden})
    return antwoord.status_code, antwoord.headers.get("Location", antwoord.content.decode())


def dag(naam: str, op: date) -> dict[str, str]:
    """A date in its three fields."""
    return {
        f"{naam}_dag": str(op.day),
        f"{naam}_maand": str(op.month),
        f"{naam}_jaar": str(op.year),
    }


def test_d25_the_team_reads_that_nobody_accepted_and_then_who_did(zaak: Gevraagd) -> None:
    team, lisa = zaak.fatima.client(op=OP), zaak.lisa.client(op=OP)
    pagina = f"/werk/uitvoering/{zaak.inzet}/"
    dossier = f"/werk/dossier/{zaak.persoon}/"
    assert "De Linde Jeugdhulp heeft de hulp nog niet aangenomen." in tekst(team, dossier)
    assert "Neem aan" in tekst(lisa, pagina)
    assert "Neem aan" not in tekst(team, pagina)
    velden = {"contact": zaak.lisa.id.hex, "telefoon": "030-0000123", **dag("begint_op", BEGIN)}
    assert verstuur(lisa, f"{pagina}aannemen/", **velden) == (302, pagina)
    zin = "De Linde Jeugdhulp heeft de hulp aangenomen en begint op 16 maart 2026."
    for adres in (pagina, dossier):
        assert zin in tekst(team, adres)


def test_f11_giving_back_without_a_ground_keeps_what_was_typed(zaak: Gevraagd) -> None:
    lisa = zaak.lisa.client(op=OP)
    adres = f"/werk/uitvoering/{zaak.inzet}/teruggeven/"
    status, pagina = verstuur(lisa, adres, uitleg="Wij hebben geen psycholoog.")
    assert status == 422
    assert "Kies een van de drie redenen." in pagina
    assert "Wij hebben geen psycholoog." in pagina
    assert verstuur(lisa, adres, grond="expertise", uitleg="Geen psycholoog.") == (302, "/werk/")
    assert lisa.get(f"/werk/uitvoering/{zaak.inzet}/").status_code == 404
    team = tekst(zaak.fatima.client(op=OP), f"/werk/uitvoering/{zaak.inzet}/")
    assert "Dit valt buiten wat wij kunnen".lower() in team
    assert "Geen psycholoog." in team
    assert "Andere hulp is geregeld" in team


def test_the_provider_begins_and_is_done_by_its_own_buttons(zaak: Gevraagd) -> None:
    wereld.neem_aan(zaak)
    lisa = zaak.lisa.client(op=BEGIN)
    pagina = f"/werk/uitvoering/{zaak.inzet}/"
    status, fout = verstuur(
        lisa, pagina, "begin", actie="begin", **dag("begin-op", BEGIN + timedelta(days=1))
    )
    assert (status, "Deze dag moet nog komen" in fout) == (422, True)
    assert verstuur(lisa, pagina, "begin", actie="begin", **dag("begin-op", BEGIN))[0] == 302
    velden = {"inwoner": "Esra fietst zelf.", "netwerk": "Oma kijkt mee."}
    assert verstuur(lisa, f"{pagina}klaar/", **velden) == (302, "/werk/")
    team = zaak.fatima.client(op=BEGIN)
    assert "Oma kijkt mee." in tekst(team, pagina)
    assert verstuur(team, pagina, actie="teruggekeken") == (302, pagina)


def test_a_question_that_is_not_for_now_leads_back_and_a_stranger_finds_nothing(
    zaak: Gevraagd,
) -> None:
    pagina = f"/werk/uitvoering/{zaak.inzet}/"
    lisa, team = zaak.lisa.client(op=OP), zaak.fatima.client(op=OP)
    vreemde = wereld.vreemde().client(op=OP)
    for client, deel in ((lisa, "klaar/"), (lisa, "verder/"), (team, "aannemen/")):
        antwoord = client.get(f"{pagina}{deel}")
        assert (antwoord.status_code, antwoord.headers["Location"]) == (302, pagina)
    delen = ("", "aannemen/", "teruggeven/", "klaar/", "overdracht/", "verder/")
    assert {vreemde.get(f"{pagina}{deel}").status_code for deel in delen} == {404}


def test_u9_a_hand_over_is_planned_and_written_down_on_one_page(zaak: Gevraagd) -> None:
    team = zaak.fatima.client(op=OP)
    adres = f"/werk/uitvoering/{zaak.inzet}/overdracht/"
    velden = {"wie": "Fatima en Lisa", "met": "nee", **dag("op", OP)}
    status, pagina = verstuur(team, adres, **velden)
    assert (status, "Schrijf op waarom de inwoner er niet bij is." in pagina) == (422, True)
    assert verstuur(team, adres, **velden, waarom_zonder="Dat wil Esra niet.")[0] == 302
    geweest = {"actie": "geweest", "gezegd": "Lisa belt elke maandag.", **dag("dag", OP)}
    assert verstuur(team, adres, **geweest)[0] == 302
    assert "Lisa belt elke maandag." in tekst(team, f"/werk/uitvoering/{zaak.inzet}/")


def test_l6_the_counter_stands_on_the_plan_the_file_and_its_own_page(licht: Licht) -> None:
    ria = licht.ria.client(op=OP)
    pagina = f"/werk/uitvoering/{licht.inzet}/"
    assert verstuur(ria, pagina, "keer", actie="keer", **dag("keer-op", OP))[0] == 302
    with licht.ria.handelt(op=OP, lezen=True) as scope:
        plan = uitvoering.open_hulpblad(scope, licht.inzet).blad.plan
    for adres in (pagina, f"/werk/plan/{plan}/", f"/werk/dossier/{licht.persoon}/"):
        assert "1 van 5 keer" in tekst(ria, adres)
    [keer] = wereld.stand(licht.ria, licht.inzet).keren
    assert verstuur(ria, pagina, actie="weg", keer=str(keer.id))[0] == 302
    assert "0 van 5 keer" in tekst(ria, pagina)


def test_waarborg17_the_full_counter_says_that_the_help_goes_on(licht: Licht) -> None:
    wereld.keer(licht, 0, 7, 14, 21, 28)
    op = OP + timedelta(days=28)
    ria = licht.ria.client(op=op)
    pagina = f"/werk/uitvoering/{licht.inzet}/"
    assert "De hulp gaat gewoon door tot jullie samen hebben beslist." in tekst(ria, pagina)
    morgen = dag("gesprek-op", op + timedelta(days=1))
    assert verstuur(ria, pagina, "gesprek", actie="gesprek", **morgen)[0] == 302
    velden = {"verder": "door", "uitleg": "Nog drie keer."}
    assert verstuur(ria, f"{pagina}verder/", **velden) == (302, pagina)
    assert "samen beslist: de hulp gaat door" in tekst(ria, pagina)


def test_an_act_that_does_not_exist_changes_nothing(licht: Licht) -> None:
    wereld.keer(licht, 0)
    ria = licht.ria.client(op=OP)
    pagina = f"/werk/uitvoering/{licht.inzet}/"
    assert verstuur(ria, pagina, actie="verzonnen")[0] == 422
    assert verstuur(ria, pagina, actie="weg", keer="geen sleutel")[0] == 404
    assert wereld.teller(licht).gedaan == 1


def test_an_access_party_that_was_asked_to_help_sees_the_file_as_any_provider(
    zaak: Gevraagd,
) -> None:
    """Whoever claims to come as executor opens no more than an executor may."""
    team = zaak.fatima.client(op=OP)
    assert team.get(f"/werk/dossier/{zaak.persoon}/?als=uitvoering").status_code == 404
    lisa = zaak.lisa.client(op=OP)
    assert "De hulp die u geeft" in tekst(lisa, f"/werk/dossier/{zaak.persoon}/?als=uitvoering")
    assert world.JEUGDHULP.wat in tekst(lisa, f"/werk/dossier/{zaak.persoon}/")
