"""Letters are kept as they left, never reach a secret address, and lie ready when the law asks for one."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from uuid import UUID

import psycopg
import pytest
from pypdf import PdfReader

from eenplan.berichten import api as berichten
from eenplan.huishoudens.api import Persoonsgegevens
from eenplan.inzage import api as inzage
from eenplan.meldingen import api as meldingen
from eenplan.platform.fouten import Geweigerd, NietGevonden
from tests import world

OP = world.LENTE
GEGEVENS = meldingen.MeldingGegevens(
    persoon=Persoonsgegevens("Henk Jansen", adres="Amazonedreef 114, 3563 EX Utrecht"),
    tekst="Ik wil dat er iemand bij mij thuis komt.",
    vraag="begeleiding",
    kanaal="telefoon",
    gebied="tigrisdreef",
)


@pytest.fixture
def cast(db_schoon: None) -> world.Overvecht:
    return world.overvecht()


def _bevestiging(
    cast: world.Overvecht, gegevens: meldingen.MeldingGegevens
) -> tuple[UUID, berichten.BriefRegel]:
    with world.bezoeker(op=OP) as scope:
        melding = meldingen.doe_melding(scope, gemeente_sleutel="utrecht", gegevens=gegevens)
    with cast.sanne.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[melding.persoon], doel=inzage.Doel.TOEGANG)
        [brief] = berichten.brieven_van(scope, [melding.persoon])
    return melding.persoon, brief


def _tekst(pdf: bytes) -> str:
    paginas = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(pagina.extract_text() for pagina in paginas).split())


def test_row8_a_melding_leaves_its_confirmation_ready_with_the_dates_of_the_law(
    cast: world.Overvecht,
) -> None:
    _, regel = _bevestiging(cast, GEGEVENS)
    assert regel.soort is berichten.BriefSoort.ONTVANGSTBEVESTIGING
    assert regel.toestand is berichten.Toestand.CONCEPT
    with cast.sanne.handelt(op=OP, lezen=True) as scope:
        concept = berichten.lees_pdf(scope, regel.id)
    assert concept.naam.startswith("concept-ontvangstbevestiging-")
    tekst = _tekst(concept.inhoud)
    assert "Concept: deze brief is nog niet verstuurd" in tekst
    assert "uiterlijk maandag 13 april 2026" in tekst
    assert "tot en met maandag 9 maart 2026" in tekst
    assert "“Ik wil dat er iemand bij mij thuis komt.”" in tekst


def test_what_was_sent_is_what_is_kept_and_only_encrypted(
    cast: world.Overvecht, beheer_conn: psycopg.Connection
) -> None:
    _, regel = _bevestiging(cast, GEGEVENS)
    with cast.sanne.handelt(op=OP) as scope:
        verzonden = berichten.verzend(scope, berichten.open_brief(scope, regel.id))
    assert verzonden.bezorging is berichten.Bezorging.POST
    with cast.sanne.handelt(op=OP, lezen=True) as scope:
        pdf = berichten.lees_pdf(scope, regel.id)
    assert sha256(pdf.inhoud).hexdigest() == verzonden.sha256
    assert "Amazonedreef 114" in _tekst(pdf.inhoud)
    rij = beheer_conn.execute("SELECT pdf_versleuteld FROM berichten_bestand").fetchone()
    assert rij is not None
    assert b"%PDF" not in rij[0]
    inhoud = beheer_conn.execute("SELECT inhoud::text FROM berichten_brief").fetchone()
    assert inhoud is not None
    assert "Amazonedreef" not in inhoud[0]


def test_sending_twice_is_refused_and_leaves_one_line_in_the_outbox(
    cast: world.Overvecht, beheer_conn: psycopg.Connection
) -> None:
    _, regel = _bevestiging(cast, GEGEVENS)
    with cast.sanne.handelt(op=OP) as scope:
        berichten.verzend(scope, berichten.open_brief(scope, regel.id))
    with cast.sanne.handelt(op=OP) as scope, pytest.raises(Geweigerd):
        berichten.verzend(scope, berichten.open_brief(scope, regel.id))
    assert beheer_conn.execute("SELECT count(*) FROM berichten_uitgaand").fetchone() == (1,)


@pytest.mark.parametrize(
    "veilig",
    [
        {"adres_geheim": True},
        {"veilige_weg": "Bel haar zus"},
        {"adres": ""},
    ],
    ids=["secret", "safe way", "unknown"],
)
def test_u19_a_letter_never_goes_to_an_address_that_is_secret_unsafe_or_unknown(
    cast: world.Overvecht, veilig: dict[str, str | bool]
) -> None:
    persoon = replace(GEGEVENS.persoon, **veilig)  # type: ignore[arg-type]  # fields by name
    _, regel = _bevestiging(cast, replace(GEGEVENS, persoon=persoon))
    with cast.sanne.handelt(op=OP) as scope:
        verzonden = berichten.verzend(scope, berichten.open_brief(scope, regel.id))
    assert verzonden.bezorging is berichten.Bezorging.PERSOONLIJK
    with cast.sanne.handelt(op=OP, lezen=True) as scope:
        tekst = _tekst(berichten.lees_pdf(scope, regel.id).inhoud)
    assert "Amazonedreef" not in tekst
    assert "Deze brief gaat niet met de post." in tekst


def test_a_reporters_words_are_not_repeated_to_whom_they_are_about(cast: world.Overvecht) -> None:
    ander = replace(
        GEGEVENS,
        tekst="Mijn buurman vervuilt, zegt de huisarts.",
        melder=meldingen.Melder("Greet Bos", "06-00000012", "buurvrouw"),
    )
    _, regel = _bevestiging(cast, ander)
    with cast.sanne.handelt(op=OP, lezen=True) as scope:
        tekst = _tekst(berichten.lees_pdf(scope, regel.id).inhoud)
    assert "vervuilt" not in tekst
    assert "Greet" not in tekst
    assert "vroeg iemand ons om hulp voor u" in tekst


def test_x3_an_outsider_finds_no_letter_and_no_line_in_the_outbox(cast: world.Overvecht) -> None:
    _, regel = _bevestiging(cast, GEGEVENS)
    with cast.sanne.handelt(op=OP) as scope:
        berichten.verzend(scope, berichten.open_brief(scope, regel.id))
    for wie in (cast.joost, cast.petra, cast.lisa):
        with wie.handelt(op=OP, lezen=True) as scope, pytest.raises(NietGevonden):
            berichten.lees_pdf(scope, regel.id)


def test_the_bytes_cannot_be_replaced(cast: world.Overvecht, app_conn: psycopg.Connection) -> None:
    _, regel = _bevestiging(cast, GEGEVENS)
    with cast.sanne.handelt(op=OP) as scope:
        berichten.verzend(scope, berichten.open_brief(scope, regel.id))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app_conn.execute("UPDATE berichten_bestand SET pdf_versleuteld = ''")
