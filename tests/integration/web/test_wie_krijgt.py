"""Before somebody sends a question it says who gets it and what begins at once, by the policy file (H2, L6, K1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
from django.test import Client

from eenplan.beleid import api as beleid
from eenplan.meldingen.api import VRAGEN
from eenplan.web.openbaar import wie_krijgt
from tests import world

DAG = date(2026, 3, 2)
WIE = {"naam": "Mia Ploum", "telefoon": "06 0000 0001"}


def geboren(jaar: int) -> Mapping[str, str]:
    delen = {"dag": "4", "maand": "5", "jaar": str(jaar)}
    return {f"geboortedatum_{deel}": waarde for deel, waarde in delen.items()}


def bezoeker(gemeente: str) -> Client:
    world.gemeente(gemeente)
    client = Client()
    client.cookies["eenplan_demodatum"] = DAG.isoformat()
    return client


def lees(inhoud: bytes) -> str:
    """What can be read in the middle of the page."""
    midden = inhoud.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", midden).split())


def stuur(client: Client, adres: str, inhoud: bytes, **velden: str) -> bytes:
    pagina = inhoud.decode()
    for naam in ("bewaard", "verzendsleutel"):
        if gevonden := re.search(rf'name="{naam}"[^>]*value="([^"]*)"', pagina):
            velden[naam] = gevonden[1]
    return client.post(adres, velden, follow=True).content


def vraag(gemeente: str, waarover: str, jaar: int = 1990, gebied: str = "") -> tuple[str, str, str]:
    """What the form, the check page and the confirmation say to who asks this."""
    client, adres = bezoeker(gemeente), f"/{gemeente}/vraag/"
    een = client.get(adres).content
    antwoorden = {"tekst": "Ik zit alleen.", "vraag": waarover, "gebied": gebied}
    twee = stuur(client, adres, een, stap="vraag", **antwoorden)
    drie = stuur(client, adres, twee, stap="persoon", **WIE, **geboren(jaar))
    klaar = stuur(client, adres, drie, stap="controle")
    return lees(een), lees(drie), lees(klaar)


def test_h2_the_form_says_which_subject_leads_to_whom(db_schoon: None) -> None:
    formulier, controle, _ = vraag("heerlen", "dagbesteding", gebied="passart-buurt")
    deel = formulier.partition("Wie krijgt welke vraag?")[2]
    stand_by = deel.partition("Heerlen Stand-By!")[2].partition("Gemeente Heerlen")[0]
    for zin in (
        "Een goede invulling van de dag",
        "Hulp bij het regelen van uw dagelijks leven",
        "Even vrij van de zorg voor een ander",
    ):
        assert zin in stand_by
    assert "Vervoer" not in stand_by
    assert "Uw vraag gaat naar Heerlen Stand-By!." in controle.replace("! .", "!.")


@pytest.mark.parametrize(
    ("jaar", "wie"), [(1990, "Kwadraad"), (2014, "Centrum voor Jeugd en Gezin")]
)
def test_the_check_page_names_who_it_really_is_age_and_all(
    db_schoon: None, jaar: int, wie: str
) -> None:
    _, controle, klaar = vraag("lansingerland", "psychisch", jaar)
    assert f"Uw vraag gaat naar {wie}." in controle
    assert f"{wie} heeft uw vraag ontvangen" in klaar


def test_l6_which_help_begins_at_once_and_how_often_it_is_free(db_schoon: None) -> None:
    """On the form all of it; on the confirmation what who has the question gives."""
    formulier, _, klaar = vraag("lansingerland", "thuisadministratie")
    assert (
        "Hulp bij opvoeden, maatschappelijk werk en hulp bij de administratie thuis: "
        "dat kan meteen beginnen, 5 keer gratis." in formulier
    )
    assert "Hulp bij de administratie thuis: dat kan meteen beginnen, 5 keer gratis." in klaar
    assert "maatschappelijk werk" not in klaar.lower()


def test_where_the_policy_has_no_such_help_nothing_is_promised(db_schoon: None) -> None:
    formulier, _, klaar = vraag("heerlen", "dagbesteding", gebied="passart-buurt")
    assert "gratis" not in formulier
    assert "dat kan meteen beginnen" not in klaar


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_no_subject_is_left_out_and_none_stands_twice(gemeente: str) -> None:
    delen = wie_krijgt.verdeling(beleid.model(gemeente, DAG), DAG)
    genoemd = sorted(zin for deel in delen for zin in deel.onderwerpen)
    assert genoemd in ([], sorted(VRAGEN.values()))
