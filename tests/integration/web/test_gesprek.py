"""The conversation at the screen: one form, nothing typed is ever lost, two people at once see both texts."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.plannen import api as plannen
from tests import world
from tests.world import LENTE, Gezin, Overvecht


@pytest.fixture
def o(db_schoon: None) -> Overvecht:
    return world.overvecht()


@pytest.fixture
def gezin(o: Overvecht) -> Gezin:
    return world.gezin_hadi(o.fatima)


@pytest.fixture
def onderzoek(o: Overvecht, gezin: Gezin) -> UUID:
    with o.fatima.handelt(op=LENTE) as scope:
        return onderzoeken.begin(scope, melding=gezin.melding)


def velden(html: str) -> dict[str, str]:
    """The hidden fields and texts of the page, as a browser would send them back."""
    gevonden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))
    gevonden |= {
        naam: tekst.strip("\n")
        for naam, tekst in re.findall(r'<textarea name="([^"]+)"[^>]*>([^<]*)</textarea>', html)
    }
    return {naam: waarde for naam, waarde in gevonden.items() if naam != "csrfmiddlewaretoken"}


def pagina(client: Client, onderzoek: UUID) -> dict[str, str]:
    return velden(client.get(f"/werk/gesprek/{onderzoek}/").content.decode())


def lees(o: Overvecht, onderzoek: UUID) -> onderzoeken.Blad:
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        onderzoeken.open_onderzoek(scope, onderzoek)
        return onderzoeken.lees(scope, onderzoek)


def test_h9_what_still_works_comes_first_and_after_the_residents_own_words(
    o: Overvecht, onderzoek: UUID
) -> None:
    html = o.fatima.client(op=LENTE).get(f"/werk/gesprek/{onderzoek}/").content.decode()
    vraag, zelf, wil = (
        html.index(tekst)
        for tekst in ("Ik weet niet meer hoe", "Wat lukt u zelf nog?", "Wat wilt u graag?")
    )
    assert vraag < zelf < wil


def test_p1_no_field_of_life_is_on_the_page_until_it_is_switched_on(
    o: Overvecht, onderzoek: UUID
) -> None:
    client = o.fatima.client(op=LENTE)
    vul = pagina(client, onderzoek)
    assert len([naam for naam in vul if naam.startswith("tekst_")]) == 7
    zonder = client.post(
        f"/werk/gesprek/{onderzoek}/", vul | {"actie": "gebied", "leefgebied": "financien"}
    )
    assert zonder.status_code == 422
    assert "Schrijf op waarom dit bij deze vraag hoort." in zonder.content.decode()
    met = client.post(
        f"/werk/gesprek/{onderzoek}/",
        pagina(client, onderzoek)
        | {"actie": "gebied", "leefgebied": "financien", "reden": "De huur geeft spanning."},
    )
    assert met.status_code == 302
    assert [g.sleutel for g in lees(o, onderzoek).gebieden] == ["financien"]


def test_one_save_keeps_every_text_and_a_refusal_keeps_what_was_typed(
    o: Overvecht, onderzoek: UUID
) -> None:
    client = o.fatima.client(op=LENTE)
    getypt = {"tekst_eigen-kracht": "Koken lukt.\r\nFietsen ook.", "tekst_behoeften": "Rust."}
    geweigerd = client.post(
        f"/werk/gesprek/{onderzoek}/",
        pagina(client, onderzoek) | getypt | {"actie": "gebied", "leefgebied": "justitie"},
    )
    assert "Fietsen ook." in geweigerd.content.decode()
    assert lees(o, onderzoek).onderwerpen["eigen-kracht"].tekst == ""
    client.post(f"/werk/gesprek/{onderzoek}/", pagina(client, onderzoek) | getypt)
    blad = lees(o, onderzoek)
    assert blad.onderwerpen["eigen-kracht"].tekst == "Koken lukt.\nFietsen ook."
    assert blad.onderwerpen["behoeften"].tekst == "Rust."


def test_a_colleague_who_changes_another_topic_is_no_conflict(
    o: Overvecht, onderzoek: UUID
) -> None:
    fatima, joost = o.fatima.client(op=LENTE), o.joost.client(op=LENTE)
    van_fatima, van_joost = pagina(fatima, onderzoek), pagina(joost, onderzoek)
    joost.post(f"/werk/gesprek/{onderzoek}/", van_joost | {"tekst_behoeften": "Rust."})
    antwoord = fatima.post(
        f"/werk/gesprek/{onderzoek}/", van_fatima | {"tekst_eigen-kracht": "Koken lukt."}
    )
    assert antwoord.status_code == 302
    blad = lees(o, onderzoek)
    assert (blad.onderwerpen["behoeften"].tekst, blad.onderwerpen["eigen-kracht"].tekst) == (
        "Rust.",
        "Koken lukt.",
    )


def test_two_people_on_one_topic_see_both_texts_and_choose(o: Overvecht, onderzoek: UUID) -> None:
    fatima, joost = o.fatima.client(op=LENTE), o.joost.client(op=LENTE)
    van_fatima, van_joost = pagina(fatima, onderzoek), pagina(joost, onderzoek)
    joost.post(f"/werk/gesprek/{onderzoek}/", van_joost | {"tekst_behoeften": "Van Joost."})
    botsing = fatima.post(
        f"/werk/gesprek/{onderzoek}/", van_fatima | {"tekst_behoeften": "Van Fatima."}
    )
    html = botsing.content.decode()
    assert botsing.status_code == 422
    assert "Van Joost." in html
    assert "Van Fatima." in html
    assert lees(o, onderzoek).onderwerpen["behoeften"].tekst == "Van Joost."
    fatima.post(f"/werk/gesprek/{onderzoek}/", velden(html))
    assert lees(o, onderzoek).onderwerpen["behoeften"].tekst == "Van Fatima."


def test_a_text_that_saves_itself_answers_with_a_line_and_its_new_mark(
    o: Overvecht, onderzoek: UUID
) -> None:
    fatima, joost = o.fatima.client(op=LENTE), o.joost.client(op=LENTE)
    adres = f"/werk/gesprek/{onderzoek}/bewaar/behoeften/"
    begin = pagina(fatima, onderzoek)["was_behoeften"]
    eerste = fatima.post(adres, {"tekst_behoeften": "Rust.", "was_behoeften": begin})
    assert "Bewaard om" in eerste.content.decode()
    nieuw = velden(eerste.content.decode())["was_behoeften"]
    tweede = fatima.post(adres, {"tekst_behoeften": "Rust en orde.", "was_behoeften": nieuw})
    assert "Bewaard om" in tweede.content.decode()
    laat = joost.post(adres, {"tekst_behoeften": "Iets anders.", "was_behoeften": begin})
    assert "Fatima Amrani heeft deze tekst intussen gewijzigd" in laat.content.decode()
    assert lees(o, onderzoek).onderwerpen["behoeften"].tekst == "Rust en orde."


def test_t13_a_text_that_saves_itself_leaves_out_what_no_database_takes(
    o: Overvecht, onderzoek: UUID
) -> None:
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/gesprek/{onderzoek}/bewaar/behoeften/"
    was = pagina(client, onderzoek)["was_behoeften"]
    antwoord = client.post(adres, {"tekst_behoeften": "Rust\0 thuis.", "was_behoeften": was})
    assert "Bewaard om" in antwoord.content.decode()
    assert lees(o, onderzoek).onderwerpen["behoeften"].tekst == "Rust thuis."


def test_children_conclusion_and_plan_in_one_press(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    client = o.fatima.client(op=LENTE)
    antwoord = client.post(
        f"/werk/gesprek/{onderzoek}/",
        pagina(client, onderzoek)
        | {
            "actie": "plan",
            f"kind_{gezin.esra.hex}": "on",
            f"alleen_{gezin.esra.hex}": "on",
            f"woorden_{gezin.esra.hex}": "Ik wil rust.",
            "oordeel": "nodig",
            "tekst": "Er is hulp nodig.",
        },
    )
    assert antwoord.headers["Location"].startswith("/werk/plan/")
    blad = lees(o, onderzoek)
    assert (blad.kinderen[gezin.esra].alleen, blad.kern.oordeel) == (True, "nodig")
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        plan, _ = plannen.open_blad(scope, UUID(antwoord.headers["Location"].split("/")[-2]))
    assert {d.persoon for d in plan.deelnemers} == {gezin.mina, gezin.sam, gezin.esra}


def test_finishing_says_what_the_law_still_wants(o: Overvecht, onderzoek: UUID) -> None:
    client = o.fatima.client(op=LENTE)
    antwoord = client.post(
        f"/werk/gesprek/{onderzoek}/", pagina(client, onderzoek) | {"actie": "afronden"}
    )
    assert antwoord.status_code == 422
    assert "Schrijf eerst op wat jullie conclusie is." in antwoord.content.decode()


def test_who_stops_is_confirmed_on_a_page_of_its_own(o: Overvecht, onderzoek: UUID) -> None:
    client = o.fatima.client(op=LENTE)
    adres = f"/werk/gesprek/{onderzoek}/stoppen/"
    leeg = client.post(adres, velden(client.get(adres).content.decode()))
    assert leeg.status_code == 422
    vul = velden(client.get(adres).content.decode()) | {"reden": "Wij redden het zelf."}
    assert client.post(adres, vul).status_code == 302
    html = client.get(f"/werk/gesprek/{onderzoek}/").content.decode()
    assert "Dit onderzoek is gestopt" in html
    assert "Wij redden het zelf." in html


def test_x3_an_outsider_gets_the_page_of_what_does_not_exist(o: Overvecht, onderzoek: UUID) -> None:
    for wie in (o.sanne, o.lisa):
        client = wie.client(op=LENTE)
        for adres in (f"/werk/gesprek/{onderzoek}/", f"/werk/gesprek/{uuid4()}/"):
            assert client.get(adres).status_code == 404
        bewaar = client.post(
            f"/werk/gesprek/{onderzoek}/bewaar/behoeften/", {"tekst_behoeften": "x"}
        )
        assert bewaar.status_code == 404


def test_a_part_that_was_saved_says_when_and_how_far_each_part_is(
    o: Overvecht, onderzoek: UUID
) -> None:
    client = o.fatima.client(op=LENTE)
    vul = pagina(client, onderzoek) | {
        "tekst_eigen-kracht": "Het ontbijt lukt.",
        "actie": "bewaar-gesprek",
    }
    naar = client.post(f"/werk/gesprek/{onderzoek}/", vul).headers["Location"]
    assert re.fullmatch(rf"/werk/gesprek/{onderzoek}/\?deel=gesprek&om=\d{{4}}#na-gesprek", naar)
    html = client.get(naar.split("#")[0]).content.decode()
    assert re.search(r"Bewaard om \d\d:\d\d", html)
    assert "1 van 7" in html
    verzonnen = client.get(f"/werk/gesprek/{onderzoek}/?deel=gesprek&om=9<b>9").content.decode()
    assert "Bewaard om" not in verzonnen


def test_u19_a_secret_address_in_a_text_is_said_at_that_text_before_the_verslag_is_made(
    o: Overvecht,
) -> None:
    mina = Persoonsgegevens("Mina Hadi", adres="Appelhof 12, 3561 AB", veilige_weg="via haar zus")
    with o.fatima.handelt(op=LENTE) as scope:
        vraag = meldingen.doe_melding(
            scope,
            gemeente_sleutel="utrecht",
            gegevens=meldingen.MeldingGegevens(
                persoon=mina,
                tekst="Het gaat thuis niet.",
                vraag="opvoeden",
                gebied="tigrisdreef",
                kinderen_onder_18=True,
            ),
        )
    with o.fatima.handelt(op=LENTE) as scope:
        onderzoek = onderzoeken.begin(scope, melding=vraag.melding)
    client = o.fatima.client(op=LENTE)
    vul = pagina(client, onderzoek) | {
        "tekst_eigen-kracht": "Mina woont nu op de appelhof 12.",
        "actie": "afronden",
    }
    antwoord = client.post(f"/werk/gesprek/{onderzoek}/", vul)
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert 'href="#id_tekst_eigen-kracht">Hier staat het geheime adres van Mina Hadi' in html
    assert "Mina woont nu op de appelhof 12." in html
    assert lees(o, onderzoek).onderwerpen["eigen-kracht"].tekst == ""
