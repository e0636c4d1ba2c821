"""A number that changed or an address that was missing is put right by who has the question, and nobody else (U19)."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import psycopg
import pytest
from django.test import Client

from tests import world
from tests.integration.uitvoering import wereld
from tests.integration.web.test_uitvoering import tekst
from tests.world import LENTE as OP
from tests.world import Gezin, Overvecht

NIEUW = {
    "telefoon": "06 0000 0099",
    "mail": "mina@voorbeeld.example",
    "adres": "Amazonedreef 1, 3563 CK Utrecht",
    "veilige_weg": "",
}
GEBOREN = {"geboortedatum_dag": "3", "geboortedatum_maand": "4", "geboortedatum_jaar": "1985"}


@pytest.fixture
def gezin(db_schoon: None) -> tuple[Overvecht, Gezin]:
    cast = world.overvecht()
    return cast, world.gezin_hadi(cast.fatima)


def bewaar(client: Client, persoon: UUID, **velden: str) -> tuple[int, str]:
    adres = f"/werk/dossier/{persoon}/gegevens/"
    pagina = client.get(adres).content.decode()
    versie = re.search(r'name="versie" value="(\d+)"', pagina)
    assert versie
    basis = NIEUW | GEBOREN | {"versie": versie[1], "verzendsleutel": str(uuid4())}
    antwoord = client.post(adres, basis | velden)
    return antwoord.status_code, antwoord.headers.get("Location") or antwoord.content.decode()


def test_u19_what_was_missing_is_filled_in_and_stands_in_the_file(
    gezin: tuple[Overvecht, Gezin], beheer_conn: psycopg.Connection
) -> None:
    cast, hadi = gezin
    client = cast.fatima.client(op=OP)
    status, naar = bewaar(client, hadi.mina)
    assert (status, naar) == (302, f"/werk/dossier/{hadi.mina}/")
    dossier = tekst(client, naar)
    assert "06 0000 0099" in dossier
    assert "Bijgewerkt: " in dossier
    # what changed is named, never to what
    gegevens = beheer_conn.execute(
        "SELECT gegevens::text FROM platform_gebeurtenis WHERE soort = 'persoon.gegevens'"
    ).fetchall()
    assert len(gegevens) == 1
    assert not re.search(r"0099|Amazone|voorbeeld|1985", gegevens[0][0])


def test_u19_a_former_address_keeps_its_last_day(
    gezin: tuple[Overvecht, Gezin], beheer_conn: psycopg.Connection
) -> None:
    cast, hadi = gezin
    client = cast.fatima.client(op=OP)
    bewaar(client, hadi.mina)
    bewaar(client, hadi.mina, adres="Zamenhofdreef 2, 3562 JW Utrecht", adres_geheim="on")
    rijen = beheer_conn.execute(
        "SELECT tot, geheim, gebied_sleutel FROM huishoudens_adres WHERE persoon_id = %s ORDER BY id",
        [hadi.mina],
    ).fetchall()
    assert [tot for tot, *_ in rijen[:-1]] == [OP] * (len(rijen) - 1)
    assert rijen[-1] == (None, True, "")
    assert "Het adres is geheim." in tekst(client, f"/werk/dossier/{hadi.mina}/")


def test_t19_who_comes_second_keeps_what_was_typed_and_sees_what_stands(
    gezin: tuple[Overvecht, Gezin],
) -> None:
    cast, hadi = gezin
    client = cast.fatima.client(op=OP)
    bewaar(client, hadi.mina)
    status, pagina = bewaar(client, hadi.mina, telefoon="06 0000 0077", versie="1")
    assert status == 409
    assert "06 0000 0077" in pagina
    assert "06 0000 0099" in pagina


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"mail": "geen adres"}, "Dit is geen mailadres."),
        ({"geboortedatum_jaar": "2048"}, "Deze dag is nog niet geweest."),
        ({"geboortedatum_dag": "32"}, "Controleer"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_stays(
    gezin: tuple[Overvecht, Gezin], velden: dict[str, str], zin: str
) -> None:
    cast, hadi = gezin
    status, pagina = bewaar(cast.fatima.client(op=OP), hadi.mina, **velden)
    assert status == 422
    assert zin in pagina
    assert "Amazonedreef 1" in pagina


def test_u6_who_only_helps_changes_nothing(db_schoon: None) -> None:
    zaak = wereld.gevraagd()
    wereld.neem_aan(zaak)
    antwoord = zaak.lisa.client(op=OP).get(f"/werk/dossier/{zaak.persoon}/gegevens/")
    assert antwoord.status_code == 404
    assert (
        "gegevens/"
        not in zaak.lisa.client(op=OP)
        .get(f"/werk/dossier/{zaak.persoon}/?als=uitvoering")
        .content.decode()
    )
