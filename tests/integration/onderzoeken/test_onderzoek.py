"""The investigation: from the first question to a written outcome, with nothing required that the law does not want."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, connection
from django.test.utils import CaptureQueriesContext

from eenplan.meldingen import api as meldingen
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken.api import Gehoord, Ondersteuning, Oordeel, PersoonlijkPlan, Voorbereiding
from eenplan.onderzoeken.regels import ONDERZOEK
from eenplan.platform import vraag
from eenplan.platform.fouten import Conflict, Geweigerd, NietGevonden
from eenplan.platform.scope import Scope
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


def lees(mens: world.Mens, onderzoek: UUID) -> onderzoeken.Blad:
    with mens.handelt(op=LENTE, lezen=True) as scope:
        onderzoeken.open_onderzoek(scope, onderzoek)
        return onderzoeken.lees(scope, onderzoek)


def achterom(mens: world.Mens, onderzoek: UUID, sql: str) -> None:
    """Change something behind the back of the use cases, with the file open."""
    with mens.handelt(op=LENTE) as scope:
        onderzoeken.open_onderzoek(scope, onderzoek)
        vraag.doe(sql)


def test_it_starts_with_seven_empty_topics_and_every_field_of_life_off(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    blad = lees(o.fatima, onderzoek)
    assert len(blad.onderwerpen) == 7
    assert {regel.tekst for regel in blad.onderwerpen.values()} == {""}
    assert blad.gebieden == []
    assert blad.kern.inwoner is Ondersteuning.NIET_GEVRAAGD
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        assert meldingen.lees(scope, gezin.melding).toestand is meldingen.Toestand.IN_ONDERZOEK


def test_starting_twice_gives_the_same_investigation(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    with o.joost.handelt(op=LENTE) as scope:
        assert onderzoeken.begin(scope, melding=gezin.melding) == onderzoek


def test_a_topic_is_saved_over_the_version_that_was_on_screen(
    o: Overvecht, onderzoek: UUID
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        versie = onderzoeken.bewaar_onderwerp(
            scope, onderzoek=onderzoek, onderwerp="eigen-kracht", tekst="Koken lukt.", versie=0
        )
    assert versie == 1
    with o.joost.handelt(op=LENTE) as scope, pytest.raises(Conflict) as botsing:
        onderzoeken.bewaar_onderwerp(
            scope, onderzoek=onderzoek, onderwerp="eigen-kracht", tekst="Fietsen ook.", versie=0
        )
    assert (botsing.value.opgeslagen, botsing.value.door) == ("Koken lukt.", "Fatima Amrani")
    assert lees(o.fatima, onderzoek).onderwerpen["eigen-kracht"].tekst == "Koken lukt."


def test_saving_the_same_text_again_is_no_change_and_no_conflict(
    o: Overvecht, onderzoek: UUID
) -> None:
    for _ in range(2):
        with o.fatima.handelt(op=LENTE) as scope:
            versie = onderzoeken.bewaar_onderwerp(
                scope, onderzoek=onderzoek, onderwerp="eigen-kracht", tekst="Koken.", versie=0
            )
    assert versie == 1


def test_saving_a_topic_costs_few_statements(o: Overvecht, onderzoek: UUID) -> None:
    with o.fatima.handelt(op=LENTE) as scope, CaptureQueriesContext(connection) as gevangen:
        onderzoeken.bewaar_onderwerp(
            scope, onderzoek=onderzoek, onderwerp="eigen-kracht", tekst="Koken lukt.", versie=0
        )
    werk = [q for q in gevangen.captured_queries if "SAVEPOINT" not in q["sql"]]
    assert len(werk) <= 6


def test_p1_a_field_of_life_stays_off_without_a_reason(o: Overvecht, onderzoek: UUID) -> None:
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd) as nee:
        onderzoeken.zet_leefgebied_aan(
            scope, onderzoek=onderzoek, leefgebied="financien", reden="  "
        )
    assert list(nee.value.velden) == ["reden"]
    assert lees(o.fatima, onderzoek).gebieden == []


def test_p1_control_the_database_refuses_one_without_a_reason_too(
    o: Overvecht, onderzoek: UUID
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        onderzoeken.zet_leefgebied_aan(
            scope, onderzoek=onderzoek, leefgebied="financien", reden="De huur is een zorg."
        )
    with pytest.raises(IntegrityError, match="leefgebied_alleen_met_reden"):
        achterom(o.fatima, onderzoek, "UPDATE onderzoeken_leefgebied SET reden = ''")


def test_health_and_safety_hang_under_a_part_of_their_own(o: Overvecht, onderzoek: UUID) -> None:
    for gebied in ("financien", "geestelijke_gezondheid", "huiselijke_relaties"):
        with o.fatima.handelt(op=LENTE) as scope:
            sleutel = onderzoeken.zet_leefgebied_aan(
                scope, onderzoek=onderzoek, leefgebied=gebied, reden="Dit speelt bij de vraag."
            )
        with o.fatima.handelt(op=LENTE) as scope:
            onderzoeken.bewaar_leefgebied(
                scope, onderzoek=onderzoek, leefgebied=sleutel, tekst="Zorgen.", versie=0
            )
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        opening = onderzoeken.open_onderzoek(scope, onderzoek)
        rubriek = {d.deel: d.rubriek for d in opening.delen}
        paren = dict(
            vraag.rijen(
                lambda sleutel, deel: (sleutel, rubriek[deel]),
                "SELECT sleutel, deel_id FROM onderzoeken_leefgebied",
            )
        )
    assert paren == {
        "financien": "onderzoek",
        "geestelijke_gezondheid": "gezondheid",
        "huiselijke_relaties": "veiligheid",
    }
    assert [g.tekst for g in lees(o.fatima, onderzoek).gebieden] == ["Zorgen."] * 3


def test_f16_each_child_is_heard_under_its_own_name_and_in_its_own_words(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    gehoord = Gehoord(gesproken=True, alleen=True, op=LENTE, woorden="Ik wil rust op mijn kamer.")
    with o.fatima.handelt(op=LENTE) as scope:
        onderzoeken.leg_kindgesprek_vast(
            scope, onderzoek=onderzoek, kind=gezin.esra, gehoord=gehoord
        )
    with o.fatima.handelt(op=LENTE) as scope:
        onderzoeken.leg_kindgesprek_vast(
            scope, onderzoek=onderzoek, kind=gezin.sam, gehoord=Gehoord(gesproken=False)
        )
    kinderen = lees(o.fatima, onderzoek).kinderen
    assert kinderen[gezin.esra].woorden == "Ik wil rust op mijn kamer."
    assert (kinderen[gezin.esra].alleen, kinderen[gezin.sam].gesproken) == (True, False)
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        opening = onderzoeken.open_onderzoek(scope, onderzoek)
        deel = vraag.waarde(
            "SELECT deel_id FROM onderzoeken_kindgesprek WHERE persoon_id = %s", [gezin.esra]
        )
        assert next(d.persoon for d in opening.delen if d.deel == deel) == gezin.esra


def test_an_adult_is_not_heard_as_a_child(o: Overvecht, gezin: Gezin, onderzoek: UUID) -> None:
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
        onderzoeken.leg_kindgesprek_vast(
            scope, onderzoek=onderzoek, kind=gezin.mina, gehoord=Gehoord(gesproken=True)
        )


def test_p2_one_written_outcome_is_enough_and_the_question_is_answered(
    o: Overvecht, gezin: Gezin
) -> None:
    onderzoek = world.onderzoek_afgerond(o.fatima, gezin.melding)
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        assert meldingen.lees(scope, gezin.melding).toestand is meldingen.Toestand.AFGEROND
        with CaptureQueriesContext(connection) as gevangen:
            [stand] = onderzoeken.stand_van(scope, [gezin.mina, gezin.sam])
        assert len(gevangen.captured_queries) == 1
    assert (stand.id, stand.oordeel) == (onderzoek, "nodig")


def test_a_wmo_investigation_does_not_finish_before_support_was_offered(o: Overvecht) -> None:
    melding = world.man_alleen().melding
    with o.sanne.handelt(op=LENTE) as scope:
        meldingen.neem_op(scope, melding=melding)
        meldingen.zet_wet(scope, melding=melding, wet="wmo", reden="Volwassene.")
        onderzoek = onderzoeken.begin(scope, melding=melding)
    with o.sanne.handelt(op=LENTE) as scope:
        onderzoeken.trek_conclusie(
            scope, onderzoek=onderzoek, oordeel=Oordeel.NODIG, tekst="Hulp is nodig.", versie=0
        )
    with o.sanne.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="cliëntondersteuning"):
        onderzoeken.rond_af(scope, onderzoek=onderzoek)
    with o.sanne.handelt(op=LENTE) as scope:
        onderzoeken.leg_voorbereiding_vast(
            scope,
            onderzoek=onderzoek,
            antwoorden=Voorbereiding(
                Ondersteuning.WIL, Ondersteuning.GEEN_MANTELZORGER, PersoonlijkPlan.MAAKT
            ),
        )
        onderzoeken.rond_af(scope, onderzoek=onderzoek)
    assert lees(o.sanne, onderzoek).kern.toestand is onderzoeken.Toestand.AFGEROND


def _topic(scope: Scope, onderzoek: UUID) -> None:
    onderzoeken.bewaar_onderwerp(
        scope, onderzoek=onderzoek, onderwerp="behoeften", tekst="Nog iets.", versie=0
    )


def _stop(scope: Scope, onderzoek: UUID) -> None:
    onderzoeken.stop(scope, onderzoek=onderzoek, reden="Toch niet.")


@pytest.mark.parametrize("daad", [_topic, _stop])
def test_what_is_finished_is_not_changed(
    o: Overvecht, gezin: Gezin, daad: Callable[[Scope, UUID], None]
) -> None:
    onderzoek = world.onderzoek_afgerond(o.fatima, gezin.melding)
    with o.fatima.handelt(op=LENTE) as scope, pytest.raises(Geweigerd, match="is klaar"):
        daad(scope, onderzoek)


def test_who_does_not_want_to_go_on_is_confirmed_and_not_refused(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        onderzoeken.stop(scope, onderzoek=onderzoek, reden="Wij redden het zelf weer.")
    kern = lees(o.fatima, onderzoek).kern
    assert kern.toestand is onderzoeken.Toestand.VERVALLEN
    assert (kern.oordeel, kern.waarom_gestopt) == ("", "Wij redden het zelf weer.")


def test_x3_another_team_does_not_learn_that_it_exists(o: Overvecht, onderzoek: UUID) -> None:
    for wie in (o.sanne, o.petra):
        with wie.handelt(op=LENTE, lezen=True) as scope, pytest.raises(NietGevonden):
            onderzoeken.open_onderzoek(scope, onderzoek)
        with wie.handelt(op=LENTE) as scope, pytest.raises(NietGevonden):
            _topic(scope, onderzoek)


def test_control_without_opening_nothing_is_read_or_changed(o: Overvecht, onderzoek: UUID) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        with pytest.raises(NietGevonden):
            onderzoeken.lees(scope, onderzoek)
        assert vraag.doe("UPDATE onderzoeken_onderwerp SET tekst = 'x'") == 0


def test_control_a_change_without_an_event_does_not_commit(o: Overvecht, onderzoek: UUID) -> None:
    with pytest.raises(IntegrityError, match="zonder gebeurtenis"):
        achterom(o.fatima, onderzoek, "UPDATE onderzoeken_onderwerp SET tekst = 'x'")


def test_the_guard_in_the_database_has_exactly_the_steps_of_the_flow(
    beheer_conn: psycopg.Connection, db_schoon: None
) -> None:
    rij = beheer_conn.execute(
        "SELECT prosrc FROM pg_proc WHERE proname = 'onderzoeken_onderzoek_toestand'"
    ).fetchone()
    assert rij is not None
    assert all(f"('{van}', '{naar}')" in rij[0] for van, naar in ONDERZOEK.paren())
    assert rij[0].count("('") == len(ONDERZOEK.paren())


def test_control_the_database_refuses_a_step_that_does_not_exist(
    o: Overvecht, gezin: Gezin
) -> None:
    onderzoek = world.onderzoek_afgerond(o.fatima, gezin.melding)
    with pytest.raises((IntegrityError, ProgrammingError), match="bestaat niet"):
        achterom(
            o.fatima,
            onderzoek,
            "UPDATE onderzoeken_onderzoek SET toestand = 'begonnen', afgerond_op = NULL",
        )
