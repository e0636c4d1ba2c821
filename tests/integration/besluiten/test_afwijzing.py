"""U7: what the resident asks instead is an aanvraag, and the refusal answers it on behalf of the college."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import psycopg
import pytest
from pypdf import PdfReader

from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.inzage import api as inzage
from eenplan.organisaties import api as organisaties
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Conflict, Geweigerd
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import MOTIVERING, OP, VERZOEK


@pytest.fixture
def zaak(db_schoon: None) -> wereld.Zaak:
    return wereld.afwijzing()


def test_u7_a_refusal_starts_without_aanvraag_hearing_and_reasons(zaak: wereld.Zaak) -> None:
    assert wereld.dicht(zaak.team, zaak.stuk) == {"aanvraag", "gehoord", "motivering", "nagelezen"}


def test_u7_from_what_was_asked_to_a_letter_with_the_last_day_in_words(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    wereld.compleet(zaak)
    assert wereld.dicht(zaak.team, zaak.stuk) == set()
    with zaak.team.handelt(op=OP) as scope:
        verzonden = besluiten.maak_definitief(scope, stuk=zaak.stuk)
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        pdf = berichten.lees_pdf(scope, verzonden.brief)
        blad = besluiten.lees_stuk(scope, zaak.stuk)
    tekst = _tekst(pdf.inhoud)
    assert "Wij hebben besloten dat u dit niet krijgt" in tekst
    assert "Ik wil dat er twee keer per week iemand komt." in tekst
    assert "U kunt bezwaar maken tot en met maandag 13 april 2026" in tekst
    assert "namens het college van burgemeester en wethouders van Utrecht" in tekst
    assert "Mandaat: mandaatbesluit van het college, mandaatregister gemeente Utrecht" in tekst
    assert blad.regel.laatste_dag_bezwaar == date(2026, 4, 13)
    klokken = beheer_conn.execute(
        """SELECT soort, partij_id, voldaan_op FROM termijnen_termijn
            WHERE soort IN ('besluit_wmo', 'bezwaar') ORDER BY soort"""
    ).fetchall()
    gemeente = organisaties.organisatie_id("utrecht", "gemeente")
    buurtteams = organisaties.organisatie_id("utrecht", "buurtteams")
    assert klokken == [("besluit_wmo", buurtteams, OP), ("bezwaar", gemeente, None)]
    open_werk = beheer_conn.execute(
        "SELECT count(*) FROM werk_item WHERE soort IN ('stuk', 'besluit') AND toestand = 'open'"
    ).fetchone()
    assert open_werk == (0,)


def test_u7_help_that_was_refused_does_not_go_on(zaak: wereld.Zaak) -> None:
    wereld.compleet(zaak)
    with zaak.team.handelt(op=OP) as scope:
        besluiten.maak_definitief(scope, stuk=zaak.stuk)
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[zaak.persoon], doel=inzage.Doel.TOEGANG)
        assert (
            plannen.lees_inzet(scope, zaak.inzet).inzet.toestand
            == plannen.InzetToestand.NIET_DOORGEGAAN
        )


def test_row4_an_aanvraag_without_words_or_from_tomorrow_is_sent_back_at_the_field(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    fout = replace(VERZOEK, gevraagd=" ", door="", op=date(2026, 3, 3))
    with zaak.team.handelt(op=OP) as scope, pytest.raises(Geweigerd) as weigering:
        besluiten.leg_aanvraag_vast(scope, stuk=zaak.stuk, verzoek=fout)
    assert set(weigering.value.velden) == {"gevraagd", "door", "op"}
    assert beheer_conn.execute("SELECT count(*) FROM besluiten_aanvraag").fetchone() == (0,)


def test_row18_an_empty_budget_stops_the_letter(zaak: wereld.Zaak) -> None:
    wereld.compleet(zaak)
    delen = {**MOTIVERING.delen, "nodig": "Het budget van het buurtteam is op."}
    with zaak.team.handelt(op=OP) as scope:
        besluiten.motiveer(
            scope, stuk=zaak.stuk, motivering=replace(MOTIVERING, delen=delen), versie=2
        )
    assert wereld.dicht(zaak.team, zaak.stuk) == {"geen_leeg_budget"}


def test_t19_who_saves_second_sees_both_texts(zaak: wereld.Zaak) -> None:
    wereld.compleet(zaak)
    anders = replace(MOTIVERING, wel_mogelijk="Wij zoeken samen een maatje.")
    with zaak.team.handelt(op=OP) as scope, pytest.raises(Conflict) as botsing:
        besluiten.motiveer(scope, stuk=zaak.stuk, motivering=anders, versie=1)
    assert MOTIVERING.wel_mogelijk in botsing.value.opgeslagen
    assert MOTIVERING.delen["nodig"] in botsing.value.opgeslagen
    assert anders.wel_mogelijk not in botsing.value.opgeslagen
    assert botsing.value.versie == 2


def test_row3_somebody_of_another_organisation_cannot_sign(zaak: wereld.Zaak) -> None:
    wereld.compleet(zaak)
    with zaak.team.handelt(op=OP) as scope:
        besluiten.vraag_meelezer(scope, stuk=zaak.stuk)
    petra = zaak.cast.petra
    assert wereld.dicht(petra, zaak.stuk) == {"mandaat"}
    with petra.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="neemt dit besluit"):
        besluiten.maak_definitief(scope, stuk=zaak.stuk)


def test_row19_the_writer_cannot_be_the_second_reader_and_the_municipality_can(
    zaak: wereld.Zaak,
) -> None:
    with zaak.team.handelt(op=OP) as scope:
        besluiten.vraag_meelezer(scope, stuk=zaak.stuk)
    with zaak.team.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="niet ook meelezen"):
        besluiten.lees_mee(scope, stuk=zaak.stuk)
    with zaak.cast.petra.handelt(op=OP) as scope:
        besluiten.lees_mee(scope, stuk=zaak.stuk)
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        assert besluiten.lees_stuk(scope, zaak.stuk).tweede_lezer == "Petra Vos, gemeente Utrecht"


def test_the_database_itself_refuses_a_refusal_that_nobody_was_heard_about(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    wereld.compleet(zaak)
    with zaak.team.handelt(op=OP) as scope:
        besluiten.maak_definitief(scope, stuk=zaak.stuk)
    beheer_conn.execute("ALTER TABLE besluiten_stuk DISABLE TRIGGER USER")
    with pytest.raises(psycopg.errors.CheckViolation, match="stuk_verzonden_is_rechtmatig"):
        beheer_conn.execute("UPDATE besluiten_stuk SET gehoord_op = NULL")


def _tekst(pdf: bytes) -> str:
    from io import BytesIO

    paginas = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(pagina.extract_text() for pagina in paginas).split())
