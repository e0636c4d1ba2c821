"""Every promise of the lock as one proof: a function that fails when the promise is broken.

The lock tests run them on the lock as it is; the mutants run them on a lock broken on purpose, and must see them fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import ForeignKeyViolation, InsufficientPrivilege

from . import geven
from .slot import Slot, inhoudstabellen
from .tijdelijk import tijdelijk


def zichtbaar(conn: psycopg.Connection, tabel: str) -> set[UUID]:
    """Of which delen rows of this table show now."""
    return {
        rij[0]
        for rij in conn.execute(sql.SQL("SELECT deel_id FROM {}").format(sql.Identifier(tabel)))
    }


def _alles_dicht(conn: psycopg.Connection, tabellen: list[str]) -> None:
    open_ = {tabel: gezien for tabel in tabellen if (gezien := zichtbaar(conn, tabel))}
    assert not open_, f"zonder geldig kaartje zichtbaar: {open_}"


def _leesregel(
    beheer: psycopg.Connection, slot: Slot, request: UUID, xid: str, **anders: object
) -> None:
    """A line of the read log that somebody put there by other means than opening."""
    waarden = {"actor": slot.fatima.id, "soort": "openen", "grond": "betrokken"} | anders
    beheer.execute(
        """INSERT INTO inzage_leesregel (id, gemeente_id, request_id, actor_id, actor_soort, persoon_id, delen,
                                         rubrieken, soort, doel, grond, moment, xid)
           VALUES (gen_random_uuid(), %s, %s, %s, 'medewerker', %s, %s, '{}', %s, 'toegang', %s, now(), %s::xid8)""",
        [
            *(slot.wereld.gemeenten[0], request, waarden["actor"], slot.eva),
            *(list(slot.delen.values()), waarden["soort"], waarden["grond"], xid),
        ],
    )


def _xid(conn: psycopg.Connection) -> str:
    rij = conn.execute("SELECT pg_current_xact_id()::text").fetchone()
    assert rij is not None
    return str(rij[0])


# --- the ticket ----------------------------------------------------------------------------------------------------


def kaartje_opent_precies_dat(beheer: psycopg.Connection, slot: Slot) -> None:
    """No ticket: no row of any table. A ticket: exactly its delen, of every table. The next transaction: none."""
    tabellen = inhoudstabellen(beheer)
    assert len(tabellen) >= 6
    for lezen in (True, False):
        with slot.app(lezen=lezen) as conn:
            _alles_dicht(conn, tabellen)
            slot.begin(conn, slot.fatima)
            _alles_dicht(conn, tabellen)
            geopend = slot.open(conn, slot.eva, slot.piet)
            assert geopend == {slot.delen[r] for r in ("identiteit", "plan", "inzet")}
            for tabel in tabellen:
                assert zichtbaar(conn, tabel) == geopend, tabel
            conn.commit()
            slot.begin(conn, slot.fatima)
            _alles_dicht(conn, tabellen)


def kaartje_geldt_voor_dit_verzoek(beheer: psycopg.Connection, slot: Slot) -> None:
    """A line of another request, even in this very transaction, opens nothing (a restored database, a test case)."""
    with slot.app() as conn:
        slot.begin(conn, slot.fatima)
        assert slot.open(conn, slot.eva)
        slot.begin(conn, slot.fatima)
        _alles_dicht(conn, inhoudstabellen(beheer))
        _leesregel(beheer, slot, uuid4(), _xid(conn))
        _alles_dicht(conn, inhoudstabellen(beheer))


def kaartje_geldt_voor_deze_transactie(beheer: psycopg.Connection, slot: Slot) -> None:
    """A line of another transaction opens nothing, even with this request's key."""
    with slot.app() as conn:
        request = slot.begin(conn, slot.fatima)
        _leesregel(beheer, slot, request, "7")
        _xid(conn)
        _alles_dicht(conn, inhoudstabellen(beheer))


def kaartje_is_van_wie_het_haalde(beheer: psycopg.Connection, slot: Slot) -> None:
    """Another person in the same transaction and request sees nothing of it."""
    with slot.app() as conn:
        request = slot.begin(conn, slot.fatima)
        assert slot.open(conn, slot.eva)
        slot.begin(conn, slot.bram, request)
        _alles_dicht(conn, inhoudstabellen(beheer))
        slot.begin(conn, None, request)
        _alles_dicht(conn, inhoudstabellen(beheer))


def alleen_openen_is_een_kaartje(beheer: psycopg.Connection, slot: Slot) -> None:
    """A refusal, a search and a list are lines of the log too; they open nothing."""
    with slot.app() as conn:
        request = slot.begin(conn, slot.fatima)
        for soort in ("geweigerd", "zoeken", "lijst", "aanmelden"):
            _leesregel(beheer, slot, request, _xid(conn), soort=soort)
        _alles_dicht(conn, inhoudstabellen(beheer))


def een_verzoek_een_regel(beheer: psycopg.Connection, slot: Slot) -> None:
    """Who opens the same again in one request adds no line; what was not open yet is added, by itself."""
    alles = {slot.delen[r] for r in ("identiteit", "plan", "inzet")}
    plan = slot.delen["plan"]
    with slot.app() as conn:
        request = slot.begin(conn, slot.fatima)
        conn.execute("SELECT FROM pol.openen('{}', %s, 'toegang')", [[plan]])
        with conn.transaction(force_rollback=True):
            assert slot.open(conn, slot.eva) == alles  # this line is undone, so it is no ticket
        for _ in range(3):
            assert slot.open(conn, slot.eva) == alles
        with _toegang_uit_nood(beheer, slot):
            assert slot.open(conn, slot.eva) == alles
        ander_doel = "UPDATE inzage_betrokkenheid SET doel = 'uitvoering' WHERE persoon_id = %s AND doel = 'toegang'"
        with tijdelijk(beheer, ander_doel, [slot.eva]):
            assert slot.open(conn, slot.eva, doel="uitvoering") == alles
        conn.commit()
    regels = beheer.execute(
        "SELECT doel, grond, delen FROM inzage_leesregel WHERE request_id = %s", [request]
    )
    assert sorted((doel, grond, sorted(delen)) for doel, grond, delen in regels) == sorted(
        [
            ("toegang", "betrokken", [plan]),
            ("toegang", "betrokken", sorted(alles - {plan})),
            ("toegang", "nood", sorted(alles)),
            ("uitvoering", "betrokken", sorted(alles)),
        ]
    )


@contextmanager
def _toegang_uit_nood(beheer: psycopg.Connection, slot: Slot) -> Iterator[None]:
    beheer.execute(
        """INSERT INTO inzage_noodtoegang (id, gemeente_id, medewerker_id, persoon_id, reden, van, tot)
           VALUES (gen_random_uuid(), %s, %s, %s, 'brand', now() - interval '1 hour', now() + interval '1 hour')""",
        [slot.wereld.gemeenten[0], slot.fatima.id, slot.eva],
    )
    try:
        yield
    finally:
        beheer.execute("DELETE FROM inzage_noodtoegang WHERE medewerker_id = %s", [slot.fatima.id])


def alleen_het_eigen_kaartje_telt_als_regel(beheer: psycopg.Connection, slot: Slot) -> None:
    """A line of another request, transaction or person, or of another kind, is no reason to write none."""
    with slot.app() as conn:
        for anders in ("request", "xid", "actor", "soort"):
            request = slot.begin(conn, slot.fatima)
            _leesregel(
                beheer,
                slot,
                uuid4() if anders == "request" else request,
                "7" if anders == "xid" else _xid(conn),
                actor=slot.bram.id if anders == "actor" else slot.fatima.id,
                soort="zoeken" if anders == "soort" else "openen",
            )
            geopend = slot.open(conn, slot.eva)
            assert zichtbaar(conn, inhoudstabellen(beheer)[0]) == geopend, anders


def vervalste_context_is_niemand(beheer: psycopg.Connection, slot: Slot) -> None:
    """A context made up, of an earlier transaction or of another connection: nobody, and nothing opens."""

    def niemand(conn: psycopg.Connection, waarde: str) -> None:
        conn.execute("SELECT set_config('eenplan.ctx', %s, true)", [waarde])
        rij = conn.execute("SELECT pol.mijn_actor(), pol.mijn_gemeente()").fetchone()
        assert rij == (None, None), waarde
        assert not slot.open(conn, slot.eva), waarde

    def lees(conn: psycopg.Connection) -> str:
        rij = conn.execute("SELECT current_setting('eenplan.ctx')").fetchone()
        assert rij is not None
        return str(rij[0])

    with slot.app() as conn, slot.app() as tweede:
        slot.begin(conn, slot.fatima)
        echt = lees(conn)
        assert slot.open(conn, slot.eva)
        niemand(tweede, echt)
        handtekening, _, tekst = echt.partition(" ")
        niemand(conn, f"{'0' * 64} {tekst}")
        niemand(conn, f"{handtekening} {tekst.replace(str(slot.fatima.id), str(slot.bram.id))}")
        niemand(conn, tekst)
        conn.commit()
        niemand(conn, echt)


# --- writing -------------------------------------------------------------------------------------------------------


def schrijven_vraagt_een_open_deel(beheer: psycopg.Connection, slot: Slot) -> None:
    """Content goes only to a deel that is open or made in this request; what is shut cannot be changed."""
    with slot.app() as conn:
        slot.begin(conn, slot.fatima)
        slot.open(conn, slot.eva)
        for deel, persoon in ((slot.deel_piet, slot.piet), (slot.delen["melder"], slot.eva)):
            with pytest.raises(InsufficientPrivilege), conn.transaction():
                _contact(conn, slot, deel, persoon)
        _contact(conn, slot, slot.delen["plan"], slot.eva)
        geraakt = conn.execute(
            "UPDATE huishoudens_contact SET veilige_weg = 'x' WHERE deel_id = %s", [slot.deel_piet]
        ).rowcount
        assert geraakt == 0
        with pytest.raises(InsufficientPrivilege), conn.transaction():
            conn.execute(
                "UPDATE huishoudens_contact SET deel_id = %s WHERE deel_id = %s",
                [slot.deel_piet, slot.delen["plan"]],
            )


def _contact(conn: psycopg.Connection, slot: Slot, deel: UUID, persoon: UUID) -> None:
    conn.execute(
        """INSERT INTO huishoudens_contact (id, gemeente_id, deel_id, persoon_id, veilige_weg)
           VALUES (%s, %s, %s, %s, '')""",
        [uuid4(), slot.wereld.gemeenten[0], deel, persoon],
    )


def deel_vraagt_een_open_dossier(beheer: psycopg.Connection, slot: Slot) -> None:
    """No deel about somebody whose file is not open, none in another municipality, none without a request."""

    def nieuw(conn: psycopg.Connection, persoon: UUID, gemeente: UUID) -> None:
        conn.execute(
            "SELECT pol.nieuw_deel(%s, %s, %s, 'plan', NULL, %s, false, false)",
            [uuid4(), gemeente, persoon, slot.eigen],
        )

    hier, daar = slot.wereld.gemeenten
    with slot.app() as conn:
        with pytest.raises(InsufficientPrivilege), conn.transaction():
            nieuw(conn, slot.eva, hier)
        slot.begin(conn, slot.fatima)
        with pytest.raises(InsufficientPrivilege), conn.transaction():
            nieuw(conn, slot.eva, hier)
        slot.open(conn, slot.eva, slot.piet)
        for persoon, gemeente in ((slot.piet, hier), (slot.eva, daar)):
            with pytest.raises(InsufficientPrivilege), conn.transaction():
                nieuw(conn, persoon, gemeente)
        nieuw(conn, slot.eva, hier)


def feiten_gaan_over_wie_open_is(beheer: psycopg.Connection, slot: Slot) -> None:
    """Nobody makes themselves a parent, a housemate or the same person as somebody whose file is shut."""
    nieuw, gemeente, deel = uuid4(), slot.wereld.gemeenten[0], slot.delen["plan"]
    relatie: LiteralString = (
        "INSERT INTO huishoudens_relatie (id, soort, gezag, beperkt, van, ander_id, deel_id, gemeente_id, persoon_id)"
        " VALUES (%s, 'ouder', true, false, '2020-01-01', %s, %s, %s, %s)"
    )
    lid: LiteralString = (
        "INSERT INTO huishoudens_lid (id, van, deel_id, gemeente_id, huishouden_id, persoon_id)"
        " VALUES (%s, '2020-01-01', %s, %s, %s, %s)"
    )
    persoon: LiteralString = (
        "INSERT INTO huishoudens_persoon (id, naam, sorteernaam, zoeknaam, versie, deel_id, gemeente_id,"
        " samengevoegd_in_id) VALUES (%s, 'x', 'x', 'x', 1, %s, %s, %s)"
    )
    samen: LiteralString = "UPDATE huishoudens_persoon SET samengevoegd_in_id = %s WHERE id = %s"
    for zin, waarden in (
        (relatie, [nieuw, slot.piet, deel, gemeente, slot.eva]),
        (lid, [nieuw, deel, gemeente, nieuw, slot.piet]),
        (persoon, [nieuw, deel, gemeente, slot.piet]),
        (samen, [slot.piet, slot.eva]),
    ):
        with slot.app() as conn:
            slot.begin(conn, slot.fatima)
            slot.open(conn, slot.eva)
            with pytest.raises((InsufficientPrivilege, ForeignKeyViolation)):
                conn.execute(zin, waarden)


def lijst_verbergt_wie_gesloten_is(beheer: psycopg.Connection, slot: Slot) -> None:
    """A block on any record of a person, or a private relation, hides the line itself, on every list."""
    eigen: LiteralString = "SELECT persoon_id FROM inzage_betrokkenheid WHERE persoon_id = %s"
    dubbel: LiteralString = "UPDATE huishoudens_persoon SET samengevoegd_in_id = %s WHERE id = %s"
    with slot.app() as conn:
        slot.begin(conn, slot.fatima)
        assert conn.execute(eigen, [slot.eva]).rowcount == 1
        with tijdelijk(beheer, dubbel, [slot.eva, slot.piet]):
            for tegen in (slot.fatima.id, slot.eigen):
                beheer.execute(
                    "INSERT INTO inzage_blokkade (id, tegen_id, van, gemeente_id, persoon_id)"
                    " VALUES (gen_random_uuid(), %s, '2020-01-01', %s, %s)",
                    [tegen, slot.wereld.gemeenten[0], slot.piet],
                )
                assert conn.execute(eigen, [slot.eva]).rowcount == 0
                beheer.execute("DELETE FROM inzage_blokkade WHERE tegen_id = %s", [tegen])
        assert conn.execute(eigen, [slot.eva]).rowcount == 1


PROEVEN = (
    kaartje_opent_precies_dat,
    kaartje_geldt_voor_dit_verzoek,
    kaartje_geldt_voor_deze_transactie,
    kaartje_is_van_wie_het_haalde,
    alleen_openen_is_een_kaartje,
    een_verzoek_een_regel,
    alleen_het_eigen_kaartje_telt_als_regel,
    vervalste_context_is_niemand,
    schrijven_vraagt_een_open_deel,
    deel_vraagt_een_open_dossier,
    geven.geven_vraagt_zelf_hebben,
    geven.geven_houdt_de_grenzen,
    geven.nood_geeft_niets_door,
    geven.aanmelden_geeft_niet_wat_anderen_schreven,
    geven.beeindigen_is_van_wie_de_vraag_heeft,
    feiten_gaan_over_wie_open_is,
    lijst_verbergt_wie_gesloten_is,
)
