"""Puts a world into the database by COPY, behind the back of every lock and trigger, as only a superuser can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from .wereld import Tijd, Wereld

Rij = Sequence[object]


def laad(conn: psycopg.Connection, wereld: Wereld) -> None:
    """Load everything. Each deel gets one row of content in `huishoudens_contact`, with the deel's own key."""
    conn.execute("SET session_replication_role = replica")
    for tabel, kolommen, rijen in _tabellen(wereld):
        zin = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(*tabel.split(".")),
            sql.SQL(", ").join(sql.Identifier(k) for k in kolommen.split()),
        )
        with conn.cursor() as cursor, cursor.copy(zin) as copy:
            for rij in rijen:
                copy.write_row(rij)
    conn.execute("SET session_replication_role = DEFAULT")


def _tijd(tijd: Tijd) -> Rij:
    return (tijd.van, tijd.tot)


def _tabellen(w: Wereld) -> Iterable[tuple[str, str, Iterable[Rij]]]:
    yield from _organisaties(w)
    yield from _medewerkers(w)
    yield from _personen(w)
    yield from _samen(w)
    yield from _feiten(w)


def _organisaties(w: Wereld) -> Iterable[tuple[str, str, Iterable[Rij]]]:
    yield (
        "organisaties_gemeente",
        "id sleutel naam cbs_code",
        [(g, str(g)[:30], "Gemeente", "0000") for g in w.gemeenten],
    )
    yield (
        "organisaties_organisatie",
        "id gemeente_id sleutel naam soort telefoon mail",
        [(o.id, o.gemeente, str(o.id), "Organisatie", "aanbieder", "", "") for o in w.organisaties],
    )
    yield (
        "organisaties_team",
        "id gemeente_id organisatie_id sleutel naam telefoon",
        [(t.id, t.gemeente, t.organisatie, str(t.id), "Team", "") for t in w.teams],
    )


def _medewerkers(w: Wereld) -> Iterable[tuple[str, str, Iterable[Rij]]]:
    yield (
        "organisaties_medewerker",
        "id gemeente_id organisatie_id naam functie registratie van tot",
        [
            (
                m.id,
                m.gemeente,
                m.organisatie,
                "Medewerker",
                "hulpverlener",
                "",
                m.dienst.van,
                m.dienst.tot,
            )
            for m in w.medewerkers
        ],
    )
    gemeente_van = {m.id: m.gemeente for m in w.medewerkers}
    yield (
        "organisaties_teamlid",
        "id gemeente_id medewerker_id team_id van tot",
        [
            (uuid4(), gemeente_van[t.medewerker], t.medewerker, t.team, t.dagen.van, t.dagen.tot)
            for t in w.teamleden
        ],
    )
    yield (
        "pol.sessie",
        "token_hash soort actor_id gemeente_id verloopt beeindigd",
        [
            (a.token, a.soort, a.id, a.gemeente, date.today() + timedelta(days=2), einde)
            for a in w.actoren
            for einde in [None if a.sessie else date.today()]
        ],
    )


def _personen(w: Wereld) -> Iterable[tuple[str, str, Iterable[Rij]]]:
    eerste = {d.betrokkene: d.id for d in reversed(w.delen)}
    yield (
        "huishoudens_persoon",
        "id gemeente_id deel_id naam sorteernaam zoeknaam geboortedatum samengevoegd_in_id versie",
        [
            (
                p.id,
                p.gemeente,
                eerste[p.id],
                "Naam",
                "Naam",
                "naam",
                p.geboren,
                p.samengevoegd_in,
                1,
            )
            for p in w.personen
        ],
    )
    yield (
        "platform_deel",
        "id gemeente_id betrokkene_id rubriek wet verantwoordelijke_id geheim niet_voor_ouders request_id aangemaakt",
        [
            (
                *(d.id, d.gemeente, d.betrokkene, d.rubriek, d.wet),
                *(d.verantwoordelijke, d.geheim, d.niet_voor_ouders, uuid4(), w.nu),
            )
            for d in w.delen
        ],
    )
    yield (
        "huishoudens_contact",
        "id gemeente_id deel_id persoon_id veilige_weg",
        [(d.id, d.gemeente, d.id, d.betrokkene or UUID(int=0), "inhoud") for d in w.delen],
    )


def _samen(w: Wereld) -> Iterable[tuple[str, str, Iterable[Rij]]]:
    eerste = {d.betrokkene: d.id for d in reversed(w.delen)}
    gemeente_van = {p.id: p.gemeente for p in w.personen}
    yield (
        "huishoudens_huishouden",
        "id gemeente_id",
        {lid.huishouden: (lid.huishouden, gemeente_van[lid.persoon]) for lid in w.leden}.values(),
    )
    yield (
        "huishoudens_lid",
        "id gemeente_id deel_id huishouden_id persoon_id van tot",
        [
            (
                *(uuid4(), gemeente_van[lid.persoon], eerste[lid.persoon], lid.huishouden),
                *(lid.persoon, lid.dagen.van, lid.dagen.tot),
            )
            for lid in w.leden
        ],
    )
    yield (
        "huishoudens_relatie",
        "id gemeente_id deel_id persoon_id ander_id soort gezag beperkt van tot",
        [
            (
                *(uuid4(), gemeente_van[r.ander], eerste[r.ander], r.persoon, r.ander),
                *(r.soort, r.gezag, r.beperkt, r.dagen.van, r.dagen.tot),
            )
            for r in w.relaties
        ],
    )


def _feiten(w: Wereld) -> Iterable[tuple[str, str, Iterable[Rij]]]:
    g = w.gemeenten[0]
    yield (
        "inzage_betrokkenheid",
        "id gemeente_id persoon_id partij_id partij_naam partij_telefoon niveau rubrieken deel_id wet doel grondslag"
        " dat_is_wat alleen_van_id van tot",
        [
            (
                *(uuid4(), w.persoon_met[b.persoon].gemeente, b.persoon, b.partij, "Partij", ""),
                *(b.niveau, list(b.rubrieken), b.deel, b.wet, b.doel, "", False, b.alleen_van),
                *_tijd(b.tijd),
            )
            for b in w.betrokkenheden
        ],
    )
    yield (
        "inzage_blokkade",
        "id gemeente_id persoon_id tegen_id van tot",
        [(uuid4(), g, b.persoon, b.tegen, *_tijd(b.tijd)) for b in w.blokkades],
    )
    yield (
        "inzage_priverelatie",
        "id gemeente_id medewerker_id persoon_id soort van tot",
        [(uuid4(), g, p.medewerker, p.persoon, "buur", *_tijd(p.tijd)) for p in w.prives],
    )
    yield (
        "inzage_geheimhouder",
        "id gemeente_id deel_id actor_id van tot",
        [(uuid4(), g, h.deel, h.actor, *_tijd(h.tijd)) for h in w.geheimhouders],
    )
    yield (
        "inzage_noodtoegang",
        "id gemeente_id medewerker_id persoon_id reden van tot",
        [(uuid4(), g, n.medewerker, n.persoon, "gevaar", *_tijd(n.tijd)) for n in w.noden],
    )
