"""The gezichtenkaart and the finding place: one face for each organisation, a question put there and then (L4, L16)."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from django.test import Client
from pypdf import PdfReader

from eenplan.beleid import api as beleid
from eenplan.huishoudens import api as huishoudens
from eenplan.meldingen import api as meldingen
from tests import world
from tests.browser.inwonerwereld import inwoner
from tests.integration.uitvoering.wereld import LANSINGERLAND, OP

KAART = f"/{LANSINGERLAND}/gezichtenkaart"


@pytest.fixture
def bezoeker(db_schoon: None) -> Client:
    world.gemeente(LANSINGERLAND)
    client = Client()
    client.cookies["eenplan_demodatum"] = OP.isoformat()
    return client


def test_l4_every_access_party_has_one_face_with_a_direct_number(bezoeker: Client) -> None:
    pagina = bezoeker.get(f"{KAART}/").content.decode()
    gezichten = beleid.model(LANSINGERLAND, OP).gezichten
    assert [p.sleutel for p in gezichten][-1] == "gemeente"
    assert len(gezichten) == 4
    for partij in gezichten:
        assert partij.gezicht is not None
        for wat in (partij.gezicht.naam, partij.gezicht.telefoon, partij.gezicht.mail):
            assert wat in pagina
    assert "<img" not in pagina


def test_l4_the_same_card_is_an_accessible_page_of_paper(bezoeker: Client) -> None:
    antwoord = bezoeker.get(f"{KAART}.pdf")
    assert antwoord.headers["Content-Type"] == "application/pdf"
    pdf = PdfReader(io.BytesIO(antwoord.content))
    tekst = " ".join(pagina.extract_text() for pagina in pdf.pages)
    assert len(pdf.pages) == 1
    for wat in ("Tineke Hoogland", "010-0000123", "Wie helpt u in Lansingerland?"):
        assert wat in " ".join(tekst.split())
    assert re.search(rb"<pdfuaid:part>\s*1\s*<", antwoord.content)
    assert antwoord.content == bezoeker.get(f"{KAART}.pdf").content


def test_the_front_page_of_the_municipality_leads_there_and_another_has_no_card(
    bezoeker: Client,
) -> None:
    assert f'href="{KAART}/"' in bezoeker.get(f"/{LANSINGERLAND}/").content.decode()
    for adres in ("/utrecht/gezichtenkaart/", "/utrecht/gezichtenkaart.pdf"):
        assert bezoeker.get(adres).status_code == 404


def test_l16_a_question_put_at_a_finding_place_is_with_the_right_party_that_minute(
    bezoeker: Client,
) -> None:
    adres = f"/{LANSINGERLAND}/vraag/"
    assert f"{adres}?via=vindplaats" in bezoeker.get(f"{KAART}/").content.decode()
    pagina = bezoeker.get(f"{adres}?via=vindplaats").content.decode()
    assert "op een plek waar de inwoner toch al is" in pagina
    velden = {"stap": "vraag", "tekst": "Mijn zoontje slaapt niet.", "vraag": "opvoeden"}
    velden |= {"kinderen": "ja", "gebied": "bleiswijk"}
    pagina = _verder(bezoeker, adres, pagina, velden)
    velden = {"stap": "persoon", "naam": "Lieke Bos", "telefoon": "06-00000012"}
    velden |= {"geboortedatum_dag": "4", "geboortedatum_maand": "7", "geboortedatum_jaar": "1992"}
    pagina = _verder(bezoeker, adres, pagina, velden)
    antwoord = bezoeker.post(adres, _verborgen(pagina))
    assert antwoord.status_code == 302
    ontvangen = bezoeker.get(antwoord.headers["Location"]).content.decode()
    assert "Centrum voor Jeugd en Gezin" in ontvangen
    anouk = world.medewerker(LANSINGERLAND, "Anouk Terpstra", organisatie="cjg")
    lijst = anouk.client(op=OP).get("/werk/?tab=nieuw").content.decode()
    assert "Lieke Bos" in lijst
    vraag = re.search(r'href="(/werk/melding/[0-9a-f-]{36}/)"', lijst)
    assert vraag
    assert "een plek in de buurt" in anouk.client(op=OP).get(vraag[1]).content.decode()


def _verborgen(pagina: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', pagina))


def _verder(client: Client, adres: str, pagina: str, velden: dict[str, str]) -> str:
    antwoord = client.post(adres, _verborgen(pagina) | velden)
    assert antwoord.status_code == 200, antwoord.content.decode()
    return antwoord.content.decode()


def test_a_front_door_that_is_not_open_here_counts_as_the_form_itself(bezoeker: Client) -> None:
    for via in ("vindplaats2", "ziekenhuis", "<b>"):
        pagina = bezoeker.get(f"/{LANSINGERLAND}/vraag/", {"via": via}).content.decode()
        assert "waar de inwoner toch al is" not in pagina


def test_the_card_of_a_day_is_that_of_the_policy_on_that_day(bezoeker: Client) -> None:
    bezoeker.cookies["eenplan_demodatum"] = date(2014, 12, 31).isoformat()
    assert bezoeker.get(f"{KAART}/").status_code == 404


@pytest.mark.parametrize(
    ("wie", "nummer"), [("Bilal Tahiri", "010-0000122"), ("Kim Bakker", "010-0000102")]
)
def test_l4_the_number_on_the_card_stays_the_number_of_the_contact(
    db_schoon: None, wie: str, nummer: str
) -> None:
    """And who does not stand on it is called at the number of the organisation."""
    world.gemeente("lansingerland")
    behandelaar = world.medewerker("lansingerland", wie, organisatie="kwadraad")
    with world.bezoeker(op=world.LENTE) as scope:
        vraag = meldingen.doe_melding(
            scope,
            gemeente_sleutel="lansingerland",
            gegevens=meldingen.MeldingGegevens(
                persoon=huishoudens.Persoonsgegevens("Anja Slob", date(1971, 2, 2)),
                tekst="Ik kom er niet meer uit.",
                vraag="psychisch",
            ),
        )
    with behandelaar.handelt(op=world.LENTE) as scope:
        meldingen.neem_op(scope, melding=vraag.melding)
    thuis = inwoner(vraag.persoon, behandelaar).client(op=world.LENTE).get("/mijn/")
    assert f"Bel {nummer}" in thuis.content.decode()
