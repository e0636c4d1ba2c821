"""Signals (D7, U15, W2, waarborg 14): about who did not ask, for who looks, until a day, and nothing starts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection

from eenplan.platform.fouten import Geweigerd, NietGevonden
from eenplan.signalen import api as signalen
from eenplan.signalen import events
from eenplan.signalen.api import Geinformeerd, SignaalGegevens, Soort
from eenplan.werk import api as werk
from tests import world
from tests.world import OVERGANGSJAAR, Mens, Voorstad

GORDIJNEN = SignaalGegevens(
    soort=Soort.PERSOON,
    gebied="rivierenwijk",
    plek="flat aan de Maasstraat",
    tekst="De gordijnen zijn al weken dicht en de post puilt uit de bus.",
    geinformeerd=Geinformeerd.BIJ_CONTACT,
    wie="de man op de derde verdieping",
    reden="Hij doet de deur niet open.",
)


@pytest.fixture
def cast(db_schoon: None) -> Voorstad:
    return world.voorstad()


def leg_vast(wie: Mens, gegevens: SignaalGegevens = GORDIJNEN) -> signalen.Kijker:
    with wie.handelt(op=OVERGANGSJAAR) as scope:
        return signalen.leg_vast(scope, gegevens=gegevens)


def lijst(wie: Mens, op: date = OVERGANGSJAAR) -> list[signalen.SignaalRegel]:
    with wie.handelt(op=op, lezen=True) as scope:
        return signalen.mijn_signalen(scope)


def lees(wie: Mens, signaal: UUID, op: date = OVERGANGSJAAR) -> signalen.Signaal:
    with wie.handelt(op=op, lezen=True) as scope:
        return signalen.lees(scope, signaal)


def test_d7_a_signal_goes_to_the_team_that_goes_to_who_did_not_ask(cast: Voorstad) -> None:
    """D7, W2: by the model's first party; the one who recorded it does not read it again."""
    assert leg_vast(cast.hanna).naam == "Bijzonder zorgteam"
    [regel] = lijst(cast.yara)
    assert regel.door == "Hanna Wolters, sociale wijkteams Deventer"
    signaal = lees(cast.yara, regel.id)
    assert (signaal.wie, signaal.tekst, signaal.reden) == (
        GORDIJNEN.wie,
        GORDIJNEN.tekst,
        GORDIJNEN.reden,
    )
    for ander in (cast.hanna, cast.bram, cast.dirk, cast.tess):
        assert lijst(ander) == []
        with pytest.raises(NietGevonden):
            lees(ander, regel.id)


def test_u15_where_no_such_team_works_a_signal_stays_with_the_own_team(db_schoon: None) -> None:
    cast = world.overvecht()
    straat = replace(GORDIJNEN, gebied="tigrisdreef")
    assert leg_vast(cast.fatima, straat).naam.startswith("Buurtteam Jeugd en Gezin Overvecht")
    assert [r.plek for r in lijst(cast.joost)] == [GORDIJNEN.plek]
    assert lijst(cast.sanne) == []


def test_waarborg_14_nothing_starts_and_the_line_has_a_date(cast: Voorstad) -> None:
    leg_vast(cast.hanna)
    with cast.yara.handelt(op=OVERGANGSJAAR) as scope:
        [regel] = werk.mijn_lijst(scope).regels
    assert (regel.titel, regel.persoon) == (GORDIJNEN.plek, None)
    assert regel.vervalt == OVERGANGSJAAR + timedelta(days=7)


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"reden": " "}, "reden"),
        ({"plek": ""}, "plek"),
        ({"tekst": ""}, "tekst"),
        ({"tekst": "x" * 1001}, "tekst"),
        ({"geinformeerd": Geinformeerd.PLEK}, "geinformeerd"),
        ({"soort": Soort.PLEK}, "geinformeerd"),
        ({"verloopt_op": date(2016, 6, 1)}, "verloopt_op"),
        ({"verloopt_op": OVERGANGSJAAR}, "verloopt_op"),
        ({"kijken_op": date(2015, 5, 31)}, "kijken_op"),
    ],
)
def test_waarborg_14_what_is_missing_is_said_at_the_field(
    cast: Voorstad, fout: dict[str, object], veld: str
) -> None:
    with pytest.raises(Geweigerd) as geweigerd:
        leg_vast(cast.hanna, replace(GORDIJNEN, **fout))  # type: ignore[arg-type]  # as the table says
    assert veld in geweigerd.value.velden
    assert lijst(cast.yara) == []


def test_waarborg_14_a_signal_is_gone_after_its_last_day(cast: Voorstad) -> None:
    """By the lock itself: not on the list, not at its address, not on the work list, and no job did it."""
    leg_vast(cast.hanna, replace(GORDIJNEN, verloopt_op=date(2015, 7, 1)))
    [regel] = lijst(cast.yara)
    assert lijst(cast.yara, date(2015, 7, 1)) == [regel]
    assert lijst(cast.yara, date(2015, 7, 2)) == []
    with pytest.raises(NietGevonden):
        lees(cast.yara, regel.id, date(2015, 7, 2))
    with cast.yara.handelt(op=date(2015, 7, 2)) as scope:
        assert not werk.mijn_lijst(scope).regels


def test_contact_is_told_with_the_next_day_and_nothing_of_what_was_said(cast: Voorstad) -> None:
    """AVG 14: from then on the person knows; the line moves to the next day."""
    leg_vast(cast.hanna)
    [regel] = lijst(cast.yara)
    later = date(2015, 6, 15)
    with cast.yara.handelt(op=date(2015, 6, 3)) as scope:
        signalen.noteer_contact(scope, signaal=regel.id, verteld=True, kijken_op=later)
    [nu] = lijst(cast.yara)
    assert (nu.toestand, nu.geinformeerd, nu.kijken_op) == ("contact", Geinformeerd.JA, later)
    with cast.yara.handelt(op=date(2015, 6, 3)) as scope:
        [op_lijst] = werk.mijn_lijst(scope).regels
    assert op_lijst.vervalt == later
    with cast.yara.handelt(op=date(2015, 6, 3)) as scope, pytest.raises(Geweigerd):
        signalen.noteer_contact(
            scope, signaal=regel.id, verteld=True, kijken_op=regel.verloopt_op + timedelta(days=1)
        )


@pytest.mark.parametrize("einde", ["sluit", "wordt_vraag"])
def test_a_signal_ends_once_and_leaves_the_lists(cast: Voorstad, einde: str) -> None:
    leg_vast(cast.hanna)
    [regel] = lijst(cast.yara)
    with cast.yara.handelt(op=OVERGANGSJAAR) as scope:
        getattr(signalen, einde)(scope, signaal=regel.id)
    assert lijst(cast.yara) == []
    with cast.yara.handelt(op=OVERGANGSJAAR) as scope:
        assert not werk.mijn_lijst(scope).regels
    with cast.yara.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(Geweigerd):
        signalen.sluit(scope, signaal=regel.id)


def test_another_team_cannot_close_a_signal(cast: Voorstad) -> None:
    leg_vast(cast.hanna)
    [regel] = lijst(cast.yara)
    for ander in (cast.hanna, cast.dirk):
        with ander.handelt(op=OVERGANGSJAAR) as scope, pytest.raises(NietGevonden):
            signalen.sluit(scope, signaal=regel.id)


def test_reading_a_signal_is_a_line_in_the_read_log(cast: Voorstad) -> None:
    """Control: without opening, what was seen is not there, also for who may open it."""
    leg_vast(cast.hanna)
    [regel] = lijst(cast.yara)
    with cast.yara.handelt(op=OVERGANGSJAAR) as scope:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM signalen_inhoud")
            assert cursor.fetchone()[0] == 0
        signalen.lees(scope, regel.id)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM signalen_inhoud")
            assert cursor.fetchone()[0] == 1
        assert scope.geopend


def test_the_log_of_a_signal_says_nothing_of_anybody() -> None:
    zinnen = " ".join(s.zin for s in vars(events).values() if hasattr(s, "zin"))
    assert "{wie}" not in zinnen
    assert "{naam}" not in zinnen
