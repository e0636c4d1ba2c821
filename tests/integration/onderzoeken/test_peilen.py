"""How it goes: only where somebody said why it matters, never required, and over time (P1, P2)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from eenplan.inzage import api as inzage
from eenplan.inzage.api import Doel
from eenplan.onderzoeken import api as onderzoeken
from eenplan.onderzoeken.api import Gezichtspunt, Lijn, Peilantwoord
from eenplan.onderzoeken.models import Onderzoek, Peiling
from eenplan.platform import vraag
from eenplan.platform.fouten import Geweigerd, NietGevonden
from tests import world
from tests.world import LENTE, Gezin, Mens, Overvecht

INWONER, TEAM = Gezichtspunt
ZOMER = date(2026, 6, 30)


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


def zet_aan(o: Overvecht, onderzoek: UUID, gebied: str = "financien") -> UUID:
    with o.fatima.handelt(op=LENTE) as scope:
        return onderzoeken.zet_leefgebied_aan(
            scope, onderzoek=onderzoek, leefgebied=gebied, reden="De huur houdt haar wakker."
        )


def peil(wie: Mens, persoon: UUID, *antwoorden: Peilantwoord, op: date = LENTE) -> None:
    with wie.handelt(op=op) as scope:
        onderzoeken.peil(scope, persoon=persoon, antwoorden=antwoorden)


def achterom(o: Overvecht, gezin: Gezin) -> None:
    """A step that does not exist, behind the back of the use case, with the file open."""
    with o.fatima.handelt(op=LENTE) as scope:
        inzage.openen_gezin(scope, gezin.mina, doel=Doel.TOEGANG)
        vraag.doe("UPDATE onderzoeken_peiling SET lukt = 6")


def lijnen(wie: Mens, persoon: UUID, op: date = LENTE) -> list[Lijn]:
    with wie.handelt(op=op, lezen=True) as scope:
        opening = inzage.openen_gezin(scope, persoon, doel=Doel.TOEGANG)
        return list(onderzoeken.lijnen_van(scope, opening.personen))


def test_p1_where_nothing_is_on_there_is_nothing_to_ask(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    assert lijnen(o.fatima, gezin.mina) == []


def test_p1_a_field_that_is_on_has_no_answer_until_somebody_asks(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    zet_aan(o, onderzoek)
    (lijn,) = lijnen(o.fatima, gezin.mina)
    assert (lijn.naam, lijn.reden, lijn.punten) == ("Geld", "De huur houdt haar wakker.", ())


def test_what_resident_and_team_say_stands_apart_and_over_time(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    geld = zet_aan(o, onderzoek)
    peil(o.fatima, gezin.mina, Peilantwoord(geld, INWONER, 2), Peilantwoord(geld, TEAM, 3))
    peil(o.fatima, gezin.mina, Peilantwoord(geld, INWONER, 4), op=ZOMER)
    (lijn,) = lijnen(o.fatima, gezin.mina, op=ZOMER)
    assert [(p.op, p.gezien_door, p.lukt) for p in lijn.punten] == [
        (LENTE, INWONER, 2),
        (LENTE, TEAM, 3),
        (ZOMER, INWONER, 4),
    ]


def test_a_second_answer_on_a_day_takes_the_place_of_the_first(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    geld = zet_aan(o, onderzoek)
    for lukt in (1, 5):
        peil(o.fatima, gezin.mina, Peilantwoord(geld, TEAM, lukt))
    (lijn,) = lijnen(o.fatima, gezin.mina)
    assert [p.lukt for p in lijn.punten] == [5]


def test_one_looks_back_after_the_investigation_too(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    geld = zet_aan(o, onderzoek)
    with o.fatima.handelt(op=LENTE) as scope:
        onderzoeken.stop(scope, onderzoek=onderzoek, reden="Mijn zus helpt me nu.")
    peil(o.fatima, gezin.mina, Peilantwoord(geld, INWONER, 5), op=ZOMER)
    assert [p.lukt for p in lijnen(o.fatima, gezin.mina, op=ZOMER)[0].punten] == [5]


def test_p2_answering_nothing_changes_nothing(o: Overvecht, gezin: Gezin, onderzoek: UUID) -> None:
    zet_aan(o, onderzoek)
    with pytest.raises(Geweigerd, match="ga terug zonder te bewaren"):
        peil(o.fatima, gezin.mina)


def test_a_field_that_is_not_there_and_a_step_that_does_not_exist_are_not_found(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    geld = zet_aan(o, onderzoek)
    for fout in (Peilantwoord(uuid4(), TEAM, 3), Peilantwoord(geld, TEAM, 6)):
        with pytest.raises(NietGevonden):
            peil(o.fatima, gezin.mina, fout)


def test_control_the_database_refuses_a_step_off_the_scale_too(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    geld = zet_aan(o, onderzoek)
    peil(o.fatima, gezin.mina, Peilantwoord(geld, TEAM, 3))
    with pytest.raises(IntegrityError, match="peiling_op_de_schaal"):
        achterom(o, gezin)


def test_who_has_no_part_in_the_file_neither_reads_nor_writes_it(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    geld = zet_aan(o, onderzoek)
    vreemde = o.sanne
    with pytest.raises(NietGevonden):
        peil(vreemde, gezin.mina, Peilantwoord(geld, TEAM, 3))
    with pytest.raises(NietGevonden):
        lijnen(vreemde, gezin.mina)


def test_who_writes_in_another_file_cannot_put_an_answer_in_this_picture(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    """With SQL and the key of a field of life from an earlier involvement: it would also keep the team from asking."""
    geld = zet_aan(o, onderzoek)
    ander = world.man_alleen()
    with o.sanne.handelt(op=LENTE) as scope:
        eigen = onderzoeken.begin(scope, melding=ander.melding)
        deel = onderzoeken_deel(eigen)
        with pytest.raises(IntegrityError, match="peiling_bij_leefgebied"), transaction.atomic():
            Peiling.objects.create(
                id=uuid4(),
                gemeente_id=scope.gemeente,
                deel_id=deel,
                onderzoek_id=eigen,
                leefgebied_id=geld,
                persoon_id=ander.persoon,
                gezien_door=TEAM,
                op=LENTE,
                lukt=1,
                door=scope.naam,
            )
    peil(o.fatima, gezin.mina, Peilantwoord(geld, TEAM, 3))
    (lijn,) = lijnen(o.fatima, gezin.mina)
    assert [p.lukt for p in lijn.punten] == [3]


def onderzoeken_deel(onderzoek: UUID) -> UUID:
    return Onderzoek.objects.get(id=onderzoek).deel_id


@pytest.mark.parametrize(("wie", "ziet"), [("mina", [INWONER, TEAM]), ("karim", [TEAM])])
def test_u19_what_is_said_at_home_is_not_read_by_the_parent_who_lives_elsewhere(
    wie: str, ziet: list[Gezichtspunt], o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    with o.fatima.handelt(op=LENTE) as scope:
        gebied = onderzoeken.zet_leefgebied_aan(
            scope, onderzoek=onderzoek, leefgebied="huisvesting", reden="Rust.", voor=gezin.esra
        )
    peil(o.fatima, gezin.esra, Peilantwoord(gebied, INWONER, 1), Peilantwoord(gebied, TEAM, 3))
    ouder = Mens(getattr(gezin, wie), o.fatima.gemeente, "inwoner")
    with ouder.handelt(op=LENTE, lezen=True) as scope:
        inzage.open_als_inwoner(scope)
        (lijn,) = onderzoeken.lijnen_van(scope, [gezin.esra])
    assert [punt.gezien_door for punt in lijn.punten] == ziet


def test_the_pictures_of_a_household_take_one_statement(
    o: Overvecht, gezin: Gezin, onderzoek: UUID
) -> None:
    for gebied in ("financien", "huisvesting", "geestelijke_gezondheid"):
        peil(o.fatima, gezin.mina, Peilantwoord(zet_aan(o, onderzoek, gebied), INWONER, 3))
    with o.fatima.handelt(op=LENTE, lezen=True) as scope:
        opening = inzage.openen_gezin(scope, gezin.mina, doel=Doel.TOEGANG)
        with CaptureQueriesContext(connection) as vragen:
            assert len(onderzoeken.lijnen_van(scope, opening.personen)) == 3
    assert len(vragen.captured_queries) == 1
