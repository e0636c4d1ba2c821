"""The arrangement as a page: for the policy adviser of the municipality in full, for everybody in short (X1)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client

from eenplan.beleid import api as beleid
from eenplan.beleid.werkboek.lezen import lees
from eenplan.organisaties.api import Functie
from eenplan.platform.scope import KLOK_KOEKJE, KOEKJE, open_sessie
from tests import world
from tests.conftest import kopieer_gemeente

DAG = date(2026, 3, 2)
GEWOON = {
    "leeftijd": "",
    "wet": "wmo",
    "vraag": "overig",
    "voorziening": "algemeen",
    "oordeel_team": "nodig",
    "oordeel_inwoner": "akkoord",
    "kanaal": "web",
    "school": "geen",
    "levering": "natura",
    "complexiteit": "onbekend",
    "verwijzer": "geen",
    "stap": "aanbod",
}


def als(mens: world.Mens) -> Client:
    client = Client()
    client.cookies[KOEKJE] = open_sessie(soort=mens.soort, actor=mens.id, gemeente=mens.gemeente)
    client.cookies[KLOK_KOEKJE] = DAG.isoformat()
    return client


def adviseur(gemeente: str) -> Client:
    """The policy adviser of a municipality, at the computer."""
    world.gemeente(gemeente)
    return als(
        world.medewerker(
            gemeente, "Ingrid Smeets", organisatie="gemeente", functie=Functie.BELEIDSADVISEUR
        )
    )


def test_before_its_first_day_an_arrangement_leads_to_no_page_that_is_not_there(
    db_schoon: None, modellen: Path
) -> None:
    """The adviser reads and tries it all the same; from the first day on the link is there (control)."""
    kopieer_gemeente(modellen, "zandwijk", DAG + timedelta(days=1))
    client = adviseur("zandwijk")
    for dag, staat_er in ((DAG, False), (DAG + timedelta(days=1), True)):
        client.cookies[KLOK_KOEKJE] = dag.isoformat()
        pagina = client.get("/beleid/").content.decode()
        assert "Zo werkt het in Zandwijk" in pagina
        assert ('href="/zandwijk/zo-werkt-het/"' in pagina) is staat_er
        assert client.get("/beleid/proberen/", GEWOON).status_code == 200


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_the_adviser_reads_every_rule_with_its_source_or_our_assumption(
    db_schoon: None, gemeente: str
) -> None:
    client = adviseur(gemeente)
    model = beleid.model(gemeente, DAG)
    pagina = client.get("/beleid/").content.decode()
    uitleg = [r.toelichting for r in model.beslistabel] + [r.toelichting for r in model.routering]
    for zin in uitleg:
        assert zin.split(".")[0].replace("'", "&#x27;") in pagina
    assert pagina.count("Aanname") >= sum(r.aanname for r in model.beslistabel)
    for partij in model.partijen:
        assert partij.telefoon in pagina
    for termijn in beleid.wet(DAG).termijnen:
        assert termijn.naam[1:] in pagina
    assert "Download als werkboek" in pagina


@pytest.mark.parametrize("gemeente", beleid.gemeenten())
def test_everybody_reads_how_it_works_from_the_front_page_of_the_municipality(
    db_schoon: None, gemeente: str
) -> None:
    client = Client()
    client.cookies[KLOK_KOEKJE] = DAG.isoformat()
    assert f"/{gemeente}/zo-werkt-het/" in client.get(f"/{gemeente}/").content.decode()
    antwoord = client.get(f"/{gemeente}/zo-werkt-het/")
    assert antwoord.status_code == 200
    assert "U mag altijd om een besluit" in antwoord.content.decode()
    assert client.get("/nergens/zo-werkt-het/").status_code == 404


def test_what_a_version_changed_is_told_in_words_and_an_old_version_can_be_read(
    db_schoon: None,
) -> None:
    """K1."""
    client = adviseur("kaag-en-braassem")
    nu = client.get("/beleid/").content.decode()
    assert "Partijen: nieuw is ‘GO! voor jeugd’." in nu
    toen = client.get("/beleid/?versie=2015-01-01").content.decode()
    assert "Zwaardere hulp voor jongeren krijgt een besluit" in toen
    for onzin in ("2016-01-01", "x", "' OR 1=1"):
        assert client.get("/beleid/", {"versie": onzin}).status_code == 404


def test_the_workbook_is_exactly_this_version(db_schoon: None) -> None:
    client = adviseur("kaag-en-braassem")
    antwoord = client.get("/beleid/werkboek/?versie=2015-01-01")
    assert "toegangsmodel-kaag-en-braassem-2015-01-01.xlsx" in antwoord["Content-Disposition"]
    assert lees(antwoord.content, "x") == beleid.versies("kaag-en-braassem")[0]


def test_a_situation_gives_the_outcome_with_why_and_who_takes_the_question(
    db_schoon: None,
) -> None:
    """U6: the same answer as the professional gets."""
    client = adviseur("utrecht")
    leeg = client.get("/beleid/proberen/").content.decode()
    assert "Waarom dit?" not in leeg
    vraag = GEWOON | {"wet": "jeugd", "leeftijd": "13", "voorziening": "aanvullend"}
    pagina = client.get("/beleid/proberen/", vraag | {"kinderen_onder_18": "on"}).content.decode()
    assert "Er gaat een verwijsbrief" in pagina
    assert "Dit volgt uit regel 5" in pagina
    assert "Vanaf 12 jaar geeft de jongere zelf toestemming" in pagina
    assert "Jeugd en Gezin" in pagina


def test_wrong_input_gets_a_sentence_at_the_field_and_what_was_typed_stays(
    db_schoon: None,
) -> None:
    client = adviseur("utrecht")
    for naam, getypt, zin in (
        ("leeftijd", "oud", "Vul de leeftijd in als getal"),
        ("leeftijd", "400", "van 0 tot en met 130"),
        ("wet", "wvb", "Kies iets uit de lijst"),
        ("wijk", "mars", "Kies iets uit de lijst"),
    ):
        antwoord = client.get("/beleid/proberen/", GEWOON | {naam: getypt})
        assert antwoord.status_code == 422
        assert zin in antwoord.content.decode()
        if naam == "leeftijd":
            assert f'value="{getypt}"' in antwoord.content.decode()


def test_nobody_else_opens_the_pages_of_the_adviser(db_schoon: None) -> None:
    cast = world.overvecht()
    for pad in ("/beleid/", "/beleid/proberen/", "/beleid/werkboek/"):
        assert als(cast.fatima).get(pad).status_code == 404
        assert Client().get(pad).status_code == 302


def test_no_person_stands_on_these_pages(db_schoon: None) -> None:
    """Not even where the municipality has files: no statement touches a table with people in it."""
    cast = world.overvecht()
    world.gezin_hadi(cast.fatima)
    client = adviseur("utrecht")
    for pad in ("/beleid/", "/beleid/proberen/", "/utrecht/zo-werkt-het/"):
        pagina = client.get(pad).content.decode()
        assert not re.search(r"Hadi|Tigrisdreef", pagina.replace("tigrisdreef", ""))
