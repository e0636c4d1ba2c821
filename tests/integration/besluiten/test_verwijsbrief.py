"""U6: from the agreed plan to the verwijsbrief in the provider's hands, in one step, past every gate."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from eenplan.beleid import api as beleid
from eenplan.berichten import api as berichten
from eenplan.besluiten import api as besluiten
from eenplan.besluiten.kader import Kader
from eenplan.inzage import api as inzage
from eenplan.organisaties import api as organisaties
from eenplan.plannen import api as plannen
from eenplan.platform.fouten import Geweigerd, NietGevonden
from tests.integration.besluiten import wereld
from tests.integration.besluiten.wereld import OP

DE_LINDE = organisaties.organisatie_id("utrecht", "de-linde")


@pytest.fixture
def zaak(db_schoon: None) -> wereld.Zaak:
    return wereld.verwijzing()


def test_u6_when_the_plan_is_decided_only_the_talk_with_the_resident_is_still_open(
    zaak: wereld.Zaak,
) -> None:
    assert wereld.dicht(zaak.team, zaak.stuk) == {"verteld"}


def test_x13_without_the_tick_the_paper_stays_and_nothing_is_stored(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    with zaak.team.handelt(op=OP) as scope, pytest.raises(Geweigerd, match="besluit vragen kan"):
        besluiten.maak_definitief(scope, stuk=zaak.stuk)
    rij = beheer_conn.execute("SELECT toestand FROM besluiten_stuk").fetchone()
    assert rij == ("concept",)
    assert beheer_conn.execute("SELECT count(*) FROM berichten_uitgaand").fetchone() == (0,)


def test_u6_one_step_sends_it_keeps_the_bytes_and_shows_it_to_the_provider_alone(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    with zaak.team.handelt(op=OP) as scope:
        verzonden = besluiten.maak_definitief(scope, stuk=zaak.stuk, verteld_op=OP)
    for wie in (zaak.team, zaak.cast.lisa):
        with wie.handelt(op=OP, lezen=True) as scope:
            pdf = berichten.lees_pdf(scope, verzonden.brief)
        assert sha256(pdf.inhoud).hexdigest() == verzonden.sha256
        assert pdf.naam.startswith("verwijsbrief-")
        assert "esra" not in pdf.naam.lower()
    with zaak.cast.lisa.handelt(op=OP, lezen=True) as scope, pytest.raises(NietGevonden):
        besluiten.lees_stuk(scope, zaak.stuk)
    with zaak.cast.petra.handelt(op=OP, lezen=True) as scope, pytest.raises(NietGevonden):
        berichten.lees_pdf(scope, verzonden.brief)
    partij = beheer_conn.execute("SELECT partij_id, bezorging FROM berichten_uitgaand").fetchall()
    assert partij == 3 * [(organisaties.organisatie_id("utrecht", "buurtteams"), "persoonlijk")]


def test_u6_the_letter_carries_the_goal_the_mandate_and_the_line_about_a_decision(
    zaak: wereld.Zaak,
) -> None:
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        blad = besluiten.lees_stuk(scope, zaak.stuk, verteld_op=OP)
    assert blad.kan_weg
    assert blad.mandaat == "mandaatregister gemeente Utrecht, voorbeeld 2015-1"
    tekst = str(blad.voorbeeld.blokken)
    assert "Ik wil weer met plezier naar school." in tekst
    assert "U kunt hierover altijd een besluit vragen" in tekst
    assert "1,5 uur per week" in tekst
    assert "vertrouwenspersoon" in tekst
    assert blad.voorbeeld.ontvanger == "Esra Hadi"
    assert [wie.naam for wie in blad.lezers] == ["Esra Hadi", "Karim Hadi", "Mina Hadi"]


def test_row11_consent_taken_back_stops_the_paper(zaak: wereld.Zaak) -> None:
    with zaak.team.handelt(op=OP) as scope:
        plannen.leg_akkoord_vast(
            scope, inzet=zaak.inzet, van=zaak.persoon, akkoord=False, reden="Toch liever niet."
        )
    assert wereld.dicht(zaak.team, zaak.stuk) == {"verteld", "toestemming"}


def test_row3_without_a_mandate_in_force_it_goes_to_the_municipality(zaak: wereld.Zaak) -> None:
    model = beleid.model("utrecht", OP)
    zonder = Kader(model.model_copy(update={"mandaten": ()}), OP)
    partij = zonder.beslisser("buurtteam", None)
    for soort in besluiten.StukSoort:
        assert (
            zonder.bevoegd(partij, soort=soort, wet="jeugd", levering="natura") == zonder.gemeente
        )
    met = Kader(model, OP)
    soort = besluiten.StukSoort.VERWIJSBRIEF
    assert met.bevoegd(partij, soort=soort, wet="jeugd", levering="natura").sleutel == "buurtteams"


def test_the_lists_of_a_dossier_cost_one_statement_each(zaak: wereld.Zaak) -> None:
    with zaak.team.handelt(op=OP, lezen=True) as scope:
        inzage.openen(scope, personen=[zaak.persoon], doel=inzage.Doel.TOEGANG)
        with CaptureQueriesContext(connection) as vragen:
            [stuk] = besluiten.stukken_van(scope, [zaak.persoon])
            berichten.brieven_van(scope, [zaak.persoon])
            besluiten.aanvragen_van(scope, [zaak.persoon])
    assert len(vragen) == 3
    assert stuk.soort is besluiten.StukSoort.VERWIJSBRIEF


def test_what_was_sent_never_changes_also_behind_the_applications_back(
    zaak: wereld.Zaak, beheer_conn: psycopg.Connection
) -> None:
    with zaak.team.handelt(op=OP) as scope:
        besluiten.maak_definitief(scope, stuk=zaak.stuk, verteld_op=OP)
    for tabel, kolom in (("berichten_brief", "onderwerp"), ("besluiten_stuk", "kenmerk")):
        with pytest.raises(psycopg.errors.CheckViolation):
            beheer_conn.execute(
                f"UPDATE {tabel} SET {kolom} = 'anders' WHERE toestand = 'verzonden'"
            )
    with (
        zaak.team.handelt(op=date(2026, 3, 3)) as scope,
        pytest.raises(Geweigerd, match="al verstuurd"),
    ):
        besluiten.maak_definitief(scope, stuk=zaak.stuk, verteld_op=OP)
