"""Proofs about giving: nobody lets another in further than they came themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.orakel.wereld import Actor

from .slot import Slot
from .tijdelijk import tijdelijk


def geven_vraagt_zelf_hebben(beheer: psycopg.Connection, slot: Slot) -> None:
    """Nobody involves themselves or another with more than their own involvement covers."""

    def kan_niet(conn: psycopg.Connection, **wat: object) -> None:
        with pytest.raises(InsufficientPrivilege), conn.transaction():
            slot.betrek(conn, slot.eva, slot.bram.id, **wat)

    with slot.app() as conn:  # nothing opened: nothing to give
        slot.begin(conn, slot.bram)
        slot.open(conn, slot.eva)
        kan_niet(conn, rubrieken=["plan"])
        kan_niet(conn, niveau="dat")
    with slot.app() as conn:  # one deel of `inzet` is not the rubriek `inzet`
        slot.begin(conn, slot.lisa)
        assert slot.open(conn, slot.eva, doel="uitvoering") == {slot.delen["inzet"]}
        kan_niet(conn, rubrieken=["inzet"])
        kan_niet(conn, deel=slot.delen["plan"])
        slot.betrek(conn, slot.eva, slot.bram.id, deel=slot.delen["inzet"])
    with slot.app() as conn:  # what Fatima has she can give, not the reporter, not what is not hers
        slot.begin(conn, slot.fatima)
        slot.open(conn, slot.eva)
        kan_niet(conn, rubrieken=["plan", "melder"])
        kan_niet(conn, deel=slot.delen["melder"])
        for wat in ({"rubrieken": ["plan"]}, {"niveau": "dat"}):
            with pytest.raises(InsufficientPrivilege), conn.transaction():
                slot.betrek(conn, slot.piet, slot.bram.id, **wat)
        slot.betrek(conn, slot.eva, slot.bram.id, rubrieken=["plan"])


def geven_houdt_de_grenzen(beheer: psycopg.Connection, slot: Slot) -> None:
    """The law and the narrowing of one's own involvement go along with what one gives."""
    with tijdelijk(
        beheer, "UPDATE inzage_betrokkenheid SET wet = 'wmo', alleen_van_id = %s", [slot.eigen]
    ):
        with slot.app() as conn:
            slot.begin(conn, slot.fatima)
            slot.open(conn, slot.eva)
            for wet in (None, "jeugdwet"):
                with pytest.raises(InsufficientPrivilege), conn.transaction():
                    slot.betrek(conn, slot.eva, slot.bram.id, rubrieken=["plan"], wet=wet)
            slot.betrek(conn, slot.eva, slot.bram.id, rubrieken=["plan"], wet="wmo")
            conn.commit()
        gegeven = beheer.execute(
            "DELETE FROM inzage_betrokkenheid WHERE partij_id = %s RETURNING alleen_van_id",
            [slot.bram.id],
        ).fetchall()
        assert gegeven == [(slot.eigen,)]


def nood_geeft_niets_door(beheer: psycopg.Connection, slot: Slot) -> None:
    """Break-glass lets its user read; it makes nobody involved, also not beside an involvement of their own."""
    inzet = slot.delen["inzet"]
    geheim = "UPDATE platform_deel SET geheim = true WHERE id = %s"
    with _noodtoegang(beheer, slot), tijdelijk(beheer, geheim, [inzet]), slot.app() as conn:
        slot.begin(conn, slot.lisa)
        geopend = slot.open(conn, slot.eva, doel="uitvoering")
        assert geopend == {slot.delen[r] for r in ("identiteit", "plan", "inzet")}
        for wat in ({"rubrieken": ["plan"]}, {"deel": slot.delen["plan"]}):
            with pytest.raises(InsufficientPrivilege), conn.transaction():
                slot.betrek(conn, slot.eva, slot.lisa.id, **wat)
        slot.betrek(conn, slot.eva, slot.lisa.id, deel=inzet)
    with _noodtoegang(beheer, slot, slot.bram), slot.app() as conn:
        slot.begin(conn, slot.bram)
        assert slot.open(conn, slot.eva)
        for gift in ({"rubrieken": ["plan"]}, {"deel": slot.delen["plan"]}, {"niveau": "dat"}):
            with pytest.raises(InsufficientPrivilege), conn.transaction():
                slot.betrek(conn, slot.eva, slot.bram.id, **gift)


@contextmanager
def _noodtoegang(
    beheer: psycopg.Connection, slot: Slot, wie: Actor | None = None
) -> Iterator[None]:
    """An emergency: break-glass for one, by default Lisa, who is also listed for the one secret deel."""
    wie = wie or slot.lisa
    beheer.execute(
        """INSERT INTO inzage_noodtoegang (id, gemeente_id, medewerker_id, persoon_id, reden, van, tot)
           VALUES (gen_random_uuid(), %s, %s, %s, 'brand', now() - interval '1 hour', now() + interval '1 hour')""",
        [slot.wereld.gemeenten[0], wie.id, slot.eva],
    )
    beheer.execute(
        """INSERT INTO inzage_geheimhouder (id, gemeente_id, deel_id, actor_id, van)
           VALUES (gen_random_uuid(), %s, %s, %s, now() - interval '1 hour')""",
        [slot.wereld.gemeenten[0], slot.delen["inzet"], wie.id],
    )
    try:
        yield
    finally:
        beheer.execute("DELETE FROM inzage_noodtoegang WHERE medewerker_id = %s", [wie.id])
        beheer.execute("DELETE FROM inzage_geheimhouder WHERE actor_id = %s", [wie.id])


def aanmelden_geeft_niet_wat_anderen_schreven(beheer: psycopg.Connection, slot: Slot) -> None:
    """Who registers somebody already known gets what the receiving organisation answers for, never the reporter."""
    sleutel = b"bekende-eva"
    with (
        tijdelijk(
            beheer,
            "UPDATE huishoudens_persoon SET bsn_zoeksleutel = %s, bsn_versleuteld = '' WHERE id = %s",
            [sleutel, slot.eva],
        ),
        slot.app() as conn,
    ):
        slot.begin(conn, slot.bram)
        bekend = conn.execute(
            "SELECT pol.persoon_aanmelden(%s, %s, %s)", [uuid4(), slot.bram.gemeente, sleutel]
        ).fetchone()
        assert bekend == (slot.eva,)
        for wat in ({"deel": slot.delen["plan"]}, {"rubrieken": ["plan", "melder"]}):
            with pytest.raises(InsufficientPrivilege), conn.transaction():
                slot.betrek(conn, slot.eva, slot.bram.id, **wat)
        slot.betrek(conn, slot.eva, slot.bram.id, rubrieken=["identiteit", "plan", "inzet"])
        assert slot.open(conn, slot.eva) == {slot.delen["identiteit"]}


def beeindigen_is_van_wie_de_vraag_heeft(beheer: psycopg.Connection, slot: Slot) -> None:
    """A provider ends its own involvement; the involvement of others is the access team's to end."""

    def beeindig(conn: psycopg.Connection, partij: UUID, doel: str) -> None:
        conn.execute("SELECT pol.betrokkenheid_beeindigen(%s, %s, %s)", [slot.eva, partij, doel])

    team = slot.wereld.teams[0].id
    with slot.app() as conn:
        slot.begin(conn, slot.bram)
        with pytest.raises(InsufficientPrivilege), conn.transaction():
            beeindig(conn, slot.bram.id, "toegang")
        slot.begin(conn, slot.lisa)
        slot.open(conn, slot.eva, doel="uitvoering")
        with pytest.raises(InsufficientPrivilege), conn.transaction():
            beeindig(conn, team, "toegang")
        beeindig(conn, slot.lisa.id, "uitvoering")
        slot.begin(conn, slot.fatima)
        slot.open(conn, slot.eva)
        beeindig(conn, slot.lisa.id, "uitvoering")
