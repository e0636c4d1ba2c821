"""Every promise of the lock as one proof: a function that fails when the promise is broken.

The lock tests run them on the lock as it is; the mutants run them on a lock broken on purpose, and must see them fail.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import LiteralString
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import ForeignKeyViolation, InsufficientPrivilege

from tests.orakel.wereld import Actor

from .slot import Slot, inhoudstabellen


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


@contextmanager
def _tijdelijk(
    beheer: psycopg.Connection, zin: LiteralString, waarden: Sequence[object]
) -> Iterator[None]:
    """Change facts behind the lock's back, and put them back."""
    tabel = sql.Identifier(zin.split()[1])
    beheer.execute("SET session_replication_role = replica")
    beheer.execute(sql.SQL("CREATE TEMP TABLE bewaard AS SELECT * FROM {}").format(tabel))
    beheer.execute(zin, waarden)
    try:
        yield
    finally:
        beheer.execute(sql.SQL("DELETE FROM {}").format(tabel))
        beheer.execute(sql.SQL("INSERT INTO {} SELECT * FROM bewaard").format(tabel))
        beheer.execute("DROP TABLE bewaard")
        beheer.execute("SET session_replication_role = DEFAULT")


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
        for deel in (slot.deel_piet, slot.delen["melder"]):
            with pytest.raises(InsufficientPrivilege), conn.transaction():
                _contact(conn, slot, deel)
        _contact(conn, slot, slot.delen["plan"])
        geraakt = conn.execute(
            "UPDATE huishoudens_contact SET veilige_weg = 'x' WHERE deel_id = %s", [slot.deel_piet]
        ).rowcount
        assert geraakt == 0
        with pytest.raises(InsufficientPrivilege), conn.transaction():
            conn.execute(
                "UPDATE huishoudens_contact SET deel_id = %s WHERE deel_id = %s",
                [slot.deel_piet, slot.delen["plan"]],
            )


def _contact(conn: psycopg.Connection, slot: Slot, deel: UUID) -> None:
    conn.execute(
        """INSERT INTO huishoudens_contact (id, gemeente_id, deel_id, persoon_id, veilige_weg)
           VALUES (%s, %s, %s, %s, '')""",
        [uuid4(), slot.wereld.gemeenten[0], deel, slot.eva],
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
    with _tijdelijk(
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
    with _noodtoegang(beheer, slot), _tijdelijk(beheer, geheim, [inzet]), slot.app() as conn:
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
        _tijdelijk(
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
        with _tijdelijk(beheer, dubbel, [slot.eva, slot.piet]):
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
    vervalste_context_is_niemand,
    schrijven_vraagt_een_open_deel,
    deel_vraagt_een_open_dossier,
    geven_vraagt_zelf_hebben,
    geven_houdt_de_grenzen,
    nood_geeft_niets_door,
    aanmelden_geeft_niet_wat_anderen_schreven,
    beeindigen_is_van_wie_de_vraag_heeft,
    feiten_gaan_over_wie_open_is,
    lijst_verbergt_wie_gesloten_is,
)
