"""Every page with a key in its address, asked by everybody who has no business there (T2, X3).

The answer to a stranger is that of something that does not exist: the same status, the same bytes, the same number of
statements. The addresses are found by walking the patterns and the keys by walking the tables, so that a new page or a
new table is in the test by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from psycopg import sql

from eenplan.organisaties.api import Functie
from eenplan.rechtsbescherming import api as recht
from eenplan.rechtsbescherming.api import Onvrede, Weg
from eenplan.signalen import api as signalen
from eenplan.signalen.api import SignaalGegevens
from eenplan.web.schermen import IEDEREEN
from tests import world
from tests.integration.besluiten import wereld as zaken
from tests.integration.platform.adressen import Adres, alle
from tests.orakel.mutanten import Mutant
from tests.pgplugin import verbind_beheer

LEK = Mutant("everybody", "toegestaan", "b.partij_id = ANY (c.partijen)", "true")
# Its random key is the right to look, and nothing on it is personal: the receipt of a question.
MET_SLEUTEL_OPEN = {"ontvangen"}
# Only where the policy knows old indications, or passes a question on the same day: their own tests open them.
NIET_IN_DEZE_GEMEENTE = {"indicatie", "geef-door"}
STRAAT = SignaalGegevens(
    soort=signalen.Soort.PLEK,
    gebied="overvecht",
    plek="het plein",
    tekst="Er zitten elke avond jongeren die niet naar huis willen.",
    geinformeerd=signalen.Geinformeerd.PLEK,
)


@dataclass(frozen=True)
class Stand:
    """A man whose question has come as far as a paper, and who may and may not look."""

    hulp: world.Mens
    vreemden: Mapping[str, world.Mens | None]
    genoemd: Mapping[str, UUID]  # one key of each kind, by the name of its table without the room


@pytest.fixture(scope="module")
def stand(db_module: None) -> Stand:
    zaak = zaken.afwijzing()
    zaken.compleet(zaak)
    with zaak.team.handelt(op=world.LENTE) as scope:
        signalen.leg_vast(scope, gegevens=STRAAT)
        onvrede = Onvrede("Ik snap de brief niet.", "Henk", world.LENTE)
        recht.dien_in(scope, persoon=zaak.persoon, weg=Weg.UITLEG, onvrede=onvrede)
    world.gemeente("kaag-en-braassem")
    vreemden = {
        "een ander team van dezelfde organisatie": zaak.cast.fatima,
        "een aanbieder die niet helpt": zaak.cast.lisa,
        "een consulent die niets te beslissen heeft": zaak.cast.petra,
        "een andere gemeente": world.medewerker(
            "kaag-en-braassem", "Bram Pieters", organisatie="tom-in-de-buurt"
        ),
        "een bezoeker": None,
    }
    with verbind_beheer() as beheer:
        return Stand(zaak.team, vreemden, _sleutels(beheer))


def _sleutels(beheer: psycopg.Connection) -> Mapping[str, UUID]:
    """One key of every table that has rows and a key of its own."""
    tabellen = beheer.execute(
        """SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id'
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
              AND a.atttypid = 'uuid'::regtype ORDER BY 1"""
    ).fetchall()
    uit: dict[str, UUID] = {}
    for (tabel,) in tabellen:
        rij = beheer.execute(
            sql.SQL("SELECT id FROM {} LIMIT 1").format(sql.Identifier(tabel))
        ).fetchone()
        if rij:
            uit[tabel.partition("_")[2]] = rij[0]
    return uit


def _adressen() -> list[Adres]:
    return [
        adres
        for adres in alle(get_resolver().url_patterns)
        if adres.sleutels and adres.blad.name not in MET_SLEUTEL_OPEN
    ]


def _pad(adres: Adres, sleutel: UUID, stand: Stand) -> str:
    """The address with this key first; further keys are those of the table they are named after."""
    pad = adres.route
    for nummer, naam in enumerate(adres.sleutels):
        pad = pad.replace(
            f"<uuid:{naam}>", str(stand.genoemd.get(naam, sleutel) if nummer else sleutel)
        )
    return re.sub(r"<\w+:\w+>", "1", pad)


def _kandidaten(adres: Adres, stand: Stand) -> Mapping[str, UUID]:
    """The keys worth trying: the kind the address asks for, a person and a deel; every kind when it does not say."""
    if adres.sleutels[0] not in stand.genoemd:
        return stand.genoemd
    return {naam: stand.genoemd[naam] for naam in (adres.sleutels[0], "persoon", "deel")}


def _client(mens: world.Mens | None) -> Client:
    return mens.client(op=world.LENTE) if mens else Client()


def _antwoord(client: Client, manier: str, pad: str) -> tuple[int, bytes, int]:
    """Status, body without the csrf token, and the number of statements."""
    reset_queries()  # the log holds a few thousand lines and then forgets the first
    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.generic(manier, pad)
    return (
        antwoord.status_code,
        re.sub(
            rb'(csrfmiddlewaretoken" value=|X-CSRFToken&quot;: &quot;)[^ >]*', b"", antwoord.content
        ),
        len(vragen.captured_queries),
    )


@pytest.mark.parametrize("manier", ["GET", "POST"])
@pytest.mark.parametrize("adres", _adressen(), ids=lambda a: str(a.route))
def test_t2_a_stranger_cannot_tell_a_file_from_nothing(
    adres: Adres, manier: str, stand: Stand
) -> None:
    assert adres.wie is not IEDEREEN
    for wie, mens in stand.vreemden.items():
        client = _client(mens)
        verwacht = _antwoord(client, manier, _pad(adres, uuid4(), stand))
        assert verwacht[0] in (404, 302, 405), wie
        for soort, sleutel in _kandidaten(adres, stand).items():
            gekregen = _antwoord(client, manier, _pad(adres, sleutel, stand))
            assert gekregen == verwacht, f"{wie}, sleutel van een {soort}"


@pytest.mark.parametrize(
    "adres",
    [
        a
        for a in _adressen()
        if Functie.HULPVERLENER in (a.wie or ())
        and a.alleen_sleutels
        and a.blad.name not in NIET_IN_DEZE_GEMEENTE
    ],
    ids=lambda a: str(a.route),
)
def test_t2_whoever_helps_does_get_an_answer(adres: Adres, stand: Stand) -> None:
    """Otherwise the matrix above would be right about pages that nobody can open."""
    client = _client(stand.hulp)
    gezien = {
        client.generic(manier, _pad(adres, sleutel, stand)).status_code
        for manier in ("GET", "POST")
        for sleutel in _kandidaten(adres, stand).values()
    }
    assert gezien - {404}, gezien


def test_t2_a_lock_that_lets_everybody_in_is_noticed(
    stand: Stand, beheer_conn: psycopg.Connection
) -> None:
    """The control: the same matrix, with involvements of others counting for everybody."""
    [dossier] = [adres for adres in _adressen() if adres.blad.name == "dossier"]
    with LEK.in_werking(beheer_conn), pytest.raises(AssertionError, match="een ander team"):
        test_t2_a_stranger_cannot_tell_a_file_from_nothing(dossier, "GET", stand)
