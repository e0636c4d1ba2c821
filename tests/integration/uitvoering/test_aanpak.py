"""D2, D6: in a complex situation the specialist makes the plan, and the team reads along and stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection

from eenplan.meldingen import api as meldingen
from eenplan.organisaties.api import Functie
from eenplan.plannen import api as plannen
from eenplan.plannen.api import EigenSoort, Laag
from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.platform.ids import nieuw_id
from eenplan.platform.vraag import doe
from eenplan.uitvoering import api as uitvoering
from eenplan.uitvoering.api import Grond
from tests import world
from tests.integration.uitvoering import wereld
from tests.world import OVERGANGSJAAR, Mens, Voorstad

VERSLAVING = plannen.InzetGegevens(
    laag=Laag.SPECIALISTISCH,
    wat="hulp bij verslaving",
    voorziening="verslavingszorg",
    tot=date(2016, 6, 1),
    waarom_niet_lichter={
        Laag.NETWERK: "Haar vrienden drinken zelf.",
        Laag.AANVULLEND: "Gewone begeleiding stopt het drinken niet.",
    },
)
STAP = "Elke maandag bellen we samen na het weekend."


@dataclass(frozen=True)
class Zaak:
    """Help of Tactus for a woman who drinks."""

    cast: Voorstad
    persoon: UUID
    plan: UUID
    doel: UUID
    inzet: UUID


def gevraagd(complexiteit: str = "complex") -> Zaak:
    """Hanna said what kind of situation it is, both agreed, and Tactus was asked."""
    cast = world.voorstad()
    vraag = world.vraag_in_voorstad("verslaving", naam="Mirjam Hofman")
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        meldingen.neem_op(scope, melding=vraag.melding)
        meldingen.zet_wet(scope, melding=vraag.melding, wet="wmo", reden="Zij is volwassen.")
        meldingen.zet_complexiteit(
            scope, melding=vraag.melding, complexiteit=complexiteit, reden="Drank en schulden."
        )
    plan = world.plan_met_doel(
        cast.hanna, vraag.melding, op=OVERGANGSJAAR, woorden="Ik wil stoppen.", hulp=VERSLAVING
    )
    assert plan.inzet is not None
    with cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        for nodig in plannen.benodigde_akkoorden(scope, inzet=plan.inzet):
            if nodig.persoon is not None:
                plannen.leg_akkoord_vast(scope, inzet=plan.inzet, van=nodig.persoon, akkoord=True)
        plannen.beslis(scope, inzet=plan.inzet, keuzes=plannen.Keuzes())
    return Zaak(cast, vraag.persoon, plan.plan, plan.doel, plan.inzet)


def neem_aan(zaak: Zaak) -> None:
    with zaak.cast.dirk.handelt(op=OVERGANGSJAAR) as scope:
        aanname = uitvoering.Aanname(zaak.cast.dirk.id, "", OVERGANGSJAAR)
        uitvoering.neem_aan(scope, inzet=zaak.inzet, aanname=aanname)


def schrijf(zaak: Zaak, wie: Mens | None = None, tekst: str = STAP) -> UUID:
    with (wie or zaak.cast.dirk).handelt(op=OVERGANGSJAAR) as scope:
        return uitvoering.schrijf_stap(scope, inzet=zaak.inzet, tekst=tekst)


@pytest.fixture
def zaak(db_schoon: None) -> Zaak:
    zaak = gevraagd()
    neem_aan(zaak)
    return zaak


def test_d6_what_the_specialist_writes_stands_in_the_plan_with_name_and_organisation(
    zaak: Zaak,
) -> None:
    schrijf(zaak)
    with zaak.cast.hanna.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        [doel] = plannen.open_blad(scope, zaak.plan)[0].doelen
    assert [(e.soort, e.tekst, e.door) for e in doel.eigen] == [
        (EigenSoort.STAP, STAP, "Dirk Smit, Tactus")
    ]
    with zaak.cast.dirk.handelt(op=OVERGANGSJAAR, lezen=True) as scope:
        assert [s.tekst for s in uitvoering.open_hulpblad(scope, zaak.inzet).blad.stappen] == [STAP]


def test_d6_the_resident_reads_it_in_the_own_plan(zaak: Zaak) -> None:
    schrijf(zaak)
    mirjam = Mens(zaak.persoon, zaak.cast.hanna.gemeente, "inwoner")
    assert STAP in mirjam.client(op=OVERGANGSJAAR).get("/mijn/plan/").content.decode()


def test_d6_the_team_stays_it_finds_a_line_to_read_it_within_a_week(zaak: Zaak) -> None:
    schrijf(zaak)
    regel = ("Lees wat de specialist in het plan schreef", OVERGANGSJAAR + timedelta(days=7))
    assert regel in [r[:2] for r in wereld.lijst(zaak.cast.hanna, op=OVERGANGSJAAR)]
    with zaak.cast.hanna.handelt(op=OVERGANGSJAAR) as scope:
        plannen.gezien_van_inwoner(scope, plan=zaak.plan)
    assert regel not in [r[:2] for r in wereld.lijst(zaak.cast.hanna, op=OVERGANGSJAAR)]


def test_an_empty_step_is_said_at_the_field(zaak: Zaak) -> None:
    with pytest.raises(Geweigerd) as weigering:
        schrijf(zaak, tekst=" ")
    assert set(weigering.value.velden) == {"tekst"}


def test_at_the_screen_an_empty_step_is_said_at_the_field_and_a_whole_one_stands_there(
    zaak: Zaak,
) -> None:
    client, adres = zaak.cast.dirk.client(op=OVERGANGSJAAR), f"/werk/uitvoering/{zaak.inzet}/"
    leeg = client.post(adres, {"verzendsleutel": str(uuid4()), "actie": "stap", "tekst": ""})
    assert leeg.status_code == 422
    assert "Schrijf op wat jullie gaan doen." in leeg.content.decode()
    heel = {"verzendsleutel": str(uuid4()), "actie": "stap", "tekst": STAP}
    assert STAP in client.post(adres, heel, follow=True).content.decode()


def test_before_the_help_was_taken_on_nobody_writes(db_schoon: None) -> None:
    with pytest.raises(Geweigerd, match="Neem deze hulp eerst aan"):
        schrijf(gevraagd())


def test_d3_where_the_situation_is_simple_the_team_makes_the_plan(db_schoon: None) -> None:
    zaak = gevraagd("enkelvoudig")
    neem_aan(zaak)
    with pytest.raises(Geweigerd, match="maakt het team het plan"):
        schrijf(zaak)


def test_f11_who_gave_the_help_back_writes_nothing_any_more(zaak: Zaak) -> None:
    with zaak.cast.dirk.handelt(op=OVERGANGSJAAR) as scope:
        uitvoering.geef_terug(
            scope, inzet=zaak.inzet, grond=Grond.EXPERTISE, uitleg="Geen plek meer."
        )
    with pytest.raises((Geweigerd, NietGevonden)):
        schrijf(zaak)


def test_t4_nobody_else_writes_in_the_name_of_the_specialist(zaak: Zaak) -> None:
    """Another provider, the team itself, and a colleague of whoever decides."""
    ander = world.medewerker(
        world.DEVENTER, "Ron Vos", organisatie="solis", functie=Functie.AANBIEDER
    )
    for wie in (ander, zaak.cast.hanna, zaak.cast.bram, zaak.cast.tess):
        with pytest.raises(NietGevonden):
            schrijf(zaak, wie)


# --- also in SQL ----------------------------------------------------------------------------------------------------


@contextmanager
def _met_open_hulp(zaak: Zaak, wie: Mens) -> Iterator[None]:
    with wie.handelt(op=OVERGANGSJAAR) as scope:
        uitvoering.open_hulpblad(scope, zaak.inzet)
        yield


def _regel(zaak: Zaak, soort: str) -> None:
    doe(
        """INSERT INTO plannen_eigenregel (id, gemeente_id, deel_id, plan_id, doel_id, persoon_id, soort, tekst, door,
                                           geschreven_op)
           SELECT %s, d.gemeente_id, d.deel_id, i.plan_id, d.id, d.persoon_id, %s, 'x', 'x', pol.nu()
             FROM plannen_doel d JOIN plannen_inzet i ON i.doel_id = d.id WHERE i.id = %s""",
        [nieuw_id(), soort, zaak.inzet],
    )
    connection.check_constraints()


@pytest.mark.parametrize("soort", ["taak", "opmerking"])
def test_t4_who_helps_puts_no_words_in_the_mouth_of_the_resident(zaak: Zaak, soort: str) -> None:
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        _met_open_hulp(zaak, zaak.cast.dirk),
    ):
        _regel(zaak, soort)


def test_t4_the_team_writes_no_step_in_the_place_of_the_specialist(zaak: Zaak) -> None:
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        _met_open_hulp(zaak, zaak.cast.hanna),
    ):
        _regel(zaak, "stap")


def test_control_without_that_lock_they_would(zaak: Zaak, beheer_conn: psycopg.Connection) -> None:
    """What holds them is this lock: without it only the missing event is left to complain."""
    beheer_conn.execute("DROP POLICY van_wie_het_is ON plannen_eigenregel")
    with pytest.raises(DatabaseError, match="gebeurtenis"), _met_open_hulp(zaak, zaak.cast.dirk):
        _regel(zaak, "opmerking")
